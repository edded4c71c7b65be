package vn.khuxuong.platform.security;

/**
 * What an account may do; an account may hold several roles. Whoever has none reads what is
 * published.
 */
public enum Role {
  /** A firm's person: its own applications. */
  FIRM,
  /** Drafts plans. */
  PLANNER,
  /** Approves and publishes plans, never own work. */
  APPROVER,
  /** Runs allocation rounds. */
  OFFICER,
  /** Manages accounts. */
  ADMIN
}
