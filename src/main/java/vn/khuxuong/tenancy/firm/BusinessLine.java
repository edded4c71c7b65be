package vn.khuxuong.tenancy.firm;

/** Main registered business line, by which Decree 80/2021/ND-CP art. 5 sets its limits. */
public enum BusinessLine {
  /** Agriculture, forestry, fishery, industry and construction. */
  INDUSTRY("nông, lâm, ngư nghiệp, công nghiệp và xây dựng", "agriculture, industry, construction"),
  /** Trade and services. */
  SERVICES("thương mại và dịch vụ", "trade and services");

  private final String vi;
  private final String en;

  BusinessLine(String vi, String en) {
    this.vi = vi;
    this.en = en;
  }

  String vi() {
    return vi;
  }

  String en() {
    return en;
  }
}
