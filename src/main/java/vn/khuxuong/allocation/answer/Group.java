package vn.khuxuong.allocation.answer;

import vn.khuxuong.allocation.solver.Instance;

/** Firms for which a round may keep a share of its space or whole floors. */
public enum Group {
  /** Micro, small and medium firms (Decree 80/2021/ND-CP art. 5). */
  SME("Doanh nghiệp nhỏ và vừa", "Small and medium firms"),
  /** Supporting industry by certificate or list product (Decree 111/2015/ND-CP). */
  SUPPORTING("Công nghiệp hỗ trợ", "Supporting industry"),
  /** Firms that must leave their present place. */
  DISPLACED("Doanh nghiệp phải di dời", "Displaced firms");

  private final String vi;
  private final String en;

  Group(String vi, String en) {
    this.vi = vi;
    this.en = en;
  }

  /** Name in Vietnamese. */
  public String vi() {
    return vi;
  }

  /** Name in English. */
  public String en() {
    return en;
  }

  /** Whether a firm belongs to the group. */
  public boolean has(Instance.Firm firm) {
    return switch (this) {
      case SME -> !firm.sizeClass().equals("LARGE");
      case SUPPORTING -> firm.flags().supporting();
      case DISPLACED -> firm.flags().displaced();
    };
  }
}
