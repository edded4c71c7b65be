package vn.khuxuong.report.ledger;

/** What happens to a project. */
public enum EventKind {
  /** The certificate was granted: the project begins. */
  REGISTERED,
  /** Capital, sector or other facts of the certificate changed. */
  ADJUSTED,
  /** The project went to another zone, plot or floor. */
  MOVED,
  /** The certificate was withdrawn or given back: the project ends. */
  WITHDRAWN
}
