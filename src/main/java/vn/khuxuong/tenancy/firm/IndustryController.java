package vn.khuxuong.tenancy.firm;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.khuxuong.space.HazardClass;
import vn.khuxuong.space.Industry;

/**
 * {@code /api/v1/industries}: the lines of business that floors admit and firms declare, with what
 * such a firm typically needs, for forms that fill in an estimate.
 */
@RestController
class IndustryController {
  private final LawStore law;

  IndustryController(LawStore law) {
    this.law = law;
  }

  /**
   * A line of business.
   *
   * @param vsic code of its class by the Vietnam Standard Industrial Classification
   * @param hazards classes such production falls into, the most frequent first
   * @param powerKvaPerM2 typical electrical demand
   * @param wastewaterM3DayPer100M2 typical wastewater, m³ per day and 100 m²
   */
  record IndustryJson(
      String code,
      String nameVi,
      String nameEn,
      String vsic,
      List<HazardClass> hazards,
      double powerKvaPerM2,
      double wastewaterM3DayPer100M2) {}

  /** Answer of the door. */
  record Industries(List<IndustryJson> industries) {}

  @GetMapping("/api/v1/industries")
  Industries list() {
    return new Industries(
        law.industries().stream()
            .map(
                line -> {
                  Industry industry = Industry.valueOf(line.code());
                  return new IndustryJson(
                      line.code(),
                      line.nameVi(),
                      line.nameEn(),
                      line.vsic(),
                      industry.hazards().stream().distinct().toList(),
                      industry.powerKvaPerM2(),
                      industry.wastewaterM3DayPer100M2());
                })
            .toList());
  }
}
