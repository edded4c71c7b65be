package vn.khuxuong.tenancy.incentive;

/** What a firm may lack, and a programme may help with. */
public enum Lack {
  PREMISES("Mặt bằng", "Premises"),
  CAPITAL("Vốn", "Capital"),
  TECHNOLOGY("Công nghệ", "Technology"),
  MARKET("Thị trường", "Market"),
  STANDARDS("Tiêu chuẩn", "Standards");

  private final String vi;
  private final String en;

  Lack(String vi, String en) {
    this.vi = vi;
    this.en = en;
  }

  /** In Vietnamese. */
  public String vi() {
    return vi;
  }

  /** In English. */
  public String en() {
    return en;
  }
}
