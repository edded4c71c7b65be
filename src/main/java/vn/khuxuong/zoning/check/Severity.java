package vn.khuxuong.zoning.check;

/** What a finding does to a plan. Only broken geometry and confirmed law may block. */
public enum Severity {
  /** The plan cannot be submitted, approved or published while this stands. */
  BLOCKS,
  /** Somebody should look; nothing is held up. */
  ADVISES
}
