package vn.khuxuong.tenancy.firm;

import java.math.BigDecimal;
import java.util.List;
import vn.khuxuong.tenancy.SizeClass;

/** The figures of Decree 80/2021/ND-CP art. 5, typed from the decree's table. */
final class Decree80 {
  static final List<SizeLimit> LIMITS =
      List.of(
          limit(BusinessLine.INDUSTRY, SizeClass.MICRO, 10, 3, 3),
          limit(BusinessLine.INDUSTRY, SizeClass.SMALL, 100, 50, 20),
          limit(BusinessLine.INDUSTRY, SizeClass.MEDIUM, 200, 200, 100),
          limit(BusinessLine.SERVICES, SizeClass.MICRO, 10, 10, 3),
          limit(BusinessLine.SERVICES, SizeClass.SMALL, 50, 100, 50),
          limit(BusinessLine.SERVICES, SizeClass.MEDIUM, 100, 300, 100));

  private Decree80() {}

  private static SizeLimit limit(
      BusinessLine line, SizeClass sizeClass, int employees, int revenue, int capital) {
    return new SizeLimit(
        line,
        sizeClass,
        employees,
        BigDecimal.valueOf(revenue),
        BigDecimal.valueOf(capital),
        "Nghị định 80/2021/NĐ-CP, điều 5",
        "Decree 80/2021/ND-CP, art. 5");
  }
}
