package vn.khuxuong.report.ledger;

/** What happens to a project. */
public enum EventKind {
  /** The certificate was granted: the project begins. */
  REGISTERED("Đăng ký mới", "Registered"),
  /** Capital, sector or other facts of the certificate changed. */
  ADJUSTED("Điều chỉnh", "Adjusted"),
  /** The project went to another zone, plot or floor. */
  MOVED("Chuyển chỗ", "Moved"),
  /** The certificate was withdrawn or given back: the project ends. */
  WITHDRAWN("Thu hồi", "Withdrawn");

  private final String vi;
  private final String en;

  EventKind(String vi, String en) {
    this.vi = vi;
    this.en = en;
  }

  /** Vietnamese name. */
  public String vi() {
    return vi;
  }

  /** English name. */
  public String en() {
    return en;
  }
}
