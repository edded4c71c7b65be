package vn.khuxuong.conversion.tenant;

/** What the conversion means for a tenant. */
public enum Verdict {
  /** May stay as it is. */
  KEEP,
  /** May stay and has to renew its technology. */
  UPGRADE,
  /** Has to move to another place. */
  MOVE,
  /** Stays until its last lease ends. */
  END_AT_TERM;

  /** Whether the firm has to leave its place, sooner or later. */
  public boolean leaves() {
    return this == MOVE || this == END_AT_TERM;
  }
}
