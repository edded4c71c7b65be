package vn.khuxuong.tenancy.firm;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.khuxuong.platform.problem.ApiProblem;
import vn.khuxuong.tenancy.SizeClass;

/**
 * {@code /api/v1/size-class}: the class of size that figures lead to by the limits in force, with
 * the reason; for anybody, and nothing is kept. A firm sees it before it registers.
 */
@RestController
class SizeController {

  private final LawStore law;

  SizeController(LawStore law) {
    this.law = law;
  }

  /** The class, and how it was found. */
  record SizeClassJson(SizeClass sizeClass, FirmJson.Size size) {}

  @GetMapping("/api/v1/size-class")
  SizeClassJson judge(
      @RequestParam(required = false) @Nullable String businessLine,
      @RequestParam(required = false) @Nullable Double insuredEmployees,
      @RequestParam(required = false) @Nullable Double revenueBnVnd,
      @RequestParam(required = false) @Nullable Double capitalBnVnd) {
    Faults faults = new Faults();
    BusinessLine line =
        faults
            .choice("businessLine", businessLine, BusinessLine.class)
            .orElse(BusinessLine.INDUSTRY);
    SizeEvidence evidence =
        FirmAsked.readEvidence(faults, null, insuredEmployees, revenueBnVnd, capitalBnVnd);
    faults.refuse(ApiProblem.BAD_PARAMETER);
    SizeVerdict verdict = SizeRule.judge(line, evidence, law.sizeLimits());
    return new SizeClassJson(verdict.sizeClass(), FirmJson.Size.of(verdict));
  }
}
