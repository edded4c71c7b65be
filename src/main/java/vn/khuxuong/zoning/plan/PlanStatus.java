package vn.khuxuong.zoning.plan;

import java.util.Map;
import java.util.Optional;

/** Where a plan version stands in its life; the one place that says what may follow what. */
public enum PlanStatus {
  /** Being drawn. */
  DRAFT,
  /** Handed in; nobody may draw until somebody decides. */
  SUBMITTED,
  /** Sent back to its author with a reason; may be drawn again. */
  RETURNED,
  /** Given up by its author; stays readable for planners. */
  WITHDRAWN,
  /** Decided by an authority, not yet public. */
  APPROVED,
  /** Public and immutable. */
  PUBLISHED,
  /** Public and immutable, followed by a later version. */
  SUPERSEDED;

  /** What moves a plan from one status to the next. */
  public enum Action {
    SUBMIT,
    APPROVE,
    RETURN,
    WITHDRAW,
    PUBLISH,
    /** Never asked for: what publishing a version does to the one before it. */
    SUPERSEDE
  }

  private static final Map<PlanStatus, Map<Action, PlanStatus>> TRANSITIONS =
      Map.of(
          DRAFT, Map.of(Action.SUBMIT, SUBMITTED, Action.WITHDRAW, WITHDRAWN),
          RETURNED, Map.of(Action.SUBMIT, SUBMITTED, Action.WITHDRAW, WITHDRAWN),
          SUBMITTED,
              Map.of(Action.APPROVE, APPROVED, Action.RETURN, RETURNED, Action.WITHDRAW, WITHDRAWN),
          APPROVED,
              Map.of(
                  Action.PUBLISH, PUBLISHED, Action.RETURN, RETURNED, Action.WITHDRAW, WITHDRAWN),
          PUBLISHED, Map.of(Action.SUPERSEDE, SUPERSEDED),
          SUPERSEDED, Map.of(),
          WITHDRAWN, Map.of());

  /** The status after an action, empty where the action makes no sense in this status. */
  public Optional<PlanStatus> after(Action action) {
    return Optional.ofNullable(TRANSITIONS.get(this)).map(row -> row.get(action));
  }

  /** Whether subzones may be drawn. */
  public boolean isOpen() {
    return this == DRAFT || this == RETURNED;
  }

  /** Whether anybody may read the plan. */
  public boolean isPublic() {
    return this == PUBLISHED || this == SUPERSEDED;
  }
}
