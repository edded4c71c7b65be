package vn.khuxuong.tenancy.firm;

import java.math.BigDecimal;
import vn.khuxuong.tenancy.SizeClass;

/**
 * The most a firm of one class may have; the bounds belong to the class ("không quá").
 *
 * @param employees most insured employees
 * @param revenueBnVnd most yearly revenue, billion VND
 * @param capitalBnVnd most total capital, billion VND
 * @param sourceVi law and article in Vietnamese
 */
public record SizeLimit(
    BusinessLine businessLine,
    SizeClass sizeClass,
    int employees,
    BigDecimal revenueBnVnd,
    BigDecimal capitalBnVnd,
    String sourceVi,
    String sourceEn) {

  /** Refuses a limit on large firms, which have none. */
  public SizeLimit {
    if (sizeClass == SizeClass.LARGE) {
      throw new IllegalArgumentException("Large firms have no limit");
    }
  }
}
