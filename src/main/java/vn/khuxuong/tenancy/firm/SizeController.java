package vn.khuxuong.tenancy.firm;

import java.math.BigDecimal;
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
  private static final int MOST_EMPLOYEES = 1_000_000;
  private static final double MOST_BN_VND = 1_000_000;

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
    int employees =
        faults.whole("insuredEmployees", insuredEmployees, 0, MOST_EMPLOYEES, "người, persons");
    Double revenue =
        faults.optionalNumber("revenueBnVnd", revenueBnVnd, 0, MOST_BN_VND, "tỷ đồng, bn VND");
    Double capital =
        faults.optionalNumber("capitalBnVnd", capitalBnVnd, 0, MOST_BN_VND, "tỷ đồng, bn VND");
    if (revenueBnVnd == null && capitalBnVnd == null) {
      faults.add(
          "revenueBnVnd",
          "Cần doanh thu hoặc tổng nguồn vốn của năm (tỷ đồng).",
          "The year's revenue or total capital is needed (bn VND).");
    }
    faults.refuse(ApiProblem.BAD_PARAMETER);
    SizeVerdict verdict =
        SizeRule.judge(
            line,
            new SizeEvidence(null, employees, decimal(revenue), decimal(capital)),
            law.sizeLimits());
    return new SizeClassJson(verdict.sizeClass(), FirmJson.Size.of(verdict));
  }

  private static @Nullable BigDecimal decimal(@Nullable Double value) {
    return value == null ? null : BigDecimal.valueOf(value);
  }
}
