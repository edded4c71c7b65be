package vn.khuxuong.tenancy.application;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where an application stands until somebody answers it with space. What follows (held, offered,
 * leased …) is not moved from here: no step below leads out of it.
 */
enum Status {
  /** Being written; nobody but the firm sees it. */
  DRAFT,
  /** Handed in complete; an officer reads its papers. */
  SUBMITTED,
  /** Given back once, with what is missing. */
  INCOMPLETE,
  /** May take part in rounds and be answered. */
  ELIGIBLE,
  /** The rules or an officer say no, with reasons. */
  INELIGIBLE,
  /** Taken back by the firm. */
  WITHDRAWN;

  /** What is done to an application. */
  enum Step {
    SUBMIT,
    WITHDRAW,
    DECIDE
  }

  private static final Map<Step, Map<Status, Set<Status>>> STEPS =
      Map.of(
          Step.SUBMIT,
          Map.of(
              DRAFT, EnumSet.of(SUBMITTED, ELIGIBLE, INELIGIBLE),
              INCOMPLETE, EnumSet.of(SUBMITTED, ELIGIBLE, INELIGIBLE)),
          Step.WITHDRAW,
          Map.of(
              DRAFT, EnumSet.of(WITHDRAWN),
              SUBMITTED, EnumSet.of(WITHDRAWN),
              INCOMPLETE, EnumSet.of(WITHDRAWN),
              ELIGIBLE, EnumSet.of(WITHDRAWN),
              INELIGIBLE, EnumSet.of(WITHDRAWN)),
          Step.DECIDE,
          Map.of(
              SUBMITTED, EnumSet.of(ELIGIBLE, INELIGIBLE, INCOMPLETE),
              ELIGIBLE, EnumSet.of(INELIGIBLE, INCOMPLETE),
              INELIGIBLE, EnumSet.of(ELIGIBLE, INCOMPLETE)));

  /** The status of a name; empty for one beyond those here. */
  static Optional<Status> find(String name) {
    return Arrays.stream(values()).filter(status -> status.name().equals(name)).findFirst();
  }

  /** Statuses that a step may lead to from the named one; none where it is not allowed. */
  static Set<Status> after(Step step, String from) {
    return find(from)
        .map(status -> STEPS.getOrDefault(step, Map.of()).getOrDefault(status, Set.of()))
        .orElse(Set.of());
  }

  /** Whether the firm may still change what it asks for and its papers. */
  static boolean isOpen(String name) {
    return name.equals(DRAFT.name()) || name.equals(INCOMPLETE.name());
  }
}
