package vn.khuxuong.tenancy.application;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.khuxuong.platform.problem.ApiProblem;
import vn.khuxuong.space.HazardClass;
import vn.khuxuong.space.Industry;
import vn.khuxuong.tenancy.firm.Faults;
import vn.khuxuong.tenancy.firm.Needs;

/**
 * {@code /api/v1/papers}: which papers an application for some production needs, by the rules in
 * force; for anybody, before there is an application.
 */
@RestController
class PaperController {
  private static final double MOST_M3_DAY = 10_000;

  private final DocumentStore documents;

  PaperController(DocumentStore documents) {
    this.documents = documents;
  }

  /**
   * A paper that is needed.
   *
   * @param judgedByPerson whether an officer reads it before the application is eligible
   */
  record Paper(
      DocumentKind kind,
      String nameVi,
      String nameEn,
      boolean judgedByPerson,
      String sourceVi,
      String sourceEn) {}

  /** Answer of the door. */
  record Papers(List<Paper> papers) {}

  @GetMapping("/api/v1/papers")
  Papers needed(
      @RequestParam(required = false) @Nullable String industry,
      @RequestParam(required = false) @Nullable String hazard,
      @RequestParam(required = false) @Nullable Double wastewater,
      @RequestParam(defaultValue = "false") boolean certificate) {
    Faults faults = new Faults();
    Industry of = faults.choice("industry", industry, Industry.class).orElse(Industry.PACKAGING);
    HazardClass production =
        faults.choice("hazard", hazard, HazardClass.class).orElse(HazardClass.E);
    Double water = faults.optionalNumber("wastewater", wastewater, 0, MOST_M3_DAY, "m³/ngày");
    faults.refuse(ApiProblem.BAD_PARAMETER);
    return new Papers(
        documents.rules().stream()
            .filter(
                rule ->
                    rule.asksFor(
                        water == null ? 0 : water,
                        production,
                        Needs.traitsOf(of, Set.of()),
                        certificate))
            .map(
                rule ->
                    new Paper(
                        rule.kind(),
                        rule.nameVi(),
                        rule.nameEn(),
                        rule.judgedByPerson(),
                        rule.sourceVi(),
                        rule.sourceEn()))
            .toList());
  }
}
