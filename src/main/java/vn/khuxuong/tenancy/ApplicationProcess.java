package vn.khuxuong.tenancy;

import static vn.khuxuong.tenancy.ApplicationProcess.Actor.FIRM;
import static vn.khuxuong.tenancy.ApplicationProcess.Actor.OFFICER;
import static vn.khuxuong.tenancy.ApplicationProcess.Actor.RULES;
import static vn.khuxuong.tenancy.ApplicationProcess.Actor.TIME;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The way of an application (đơn đăng ký) from its first draft to a lease, and of the lease to its
 * end: the one table of what may follow what, who may do it, and what it does to bays. Whatever is
 * not in the table is refused.
 *
 * <pre>
 * DRAFT → SUBMITTED → ELIGIBLE | INELIGIBLE; each of the three → INCOMPLETE → SUBMITTED
 * ELIGIBLE → HELD → OFFERED → LEASED | DECLINED | LAPSED
 * RUNNING → RENEWED | TRANSFERRED | ENDED
 * </pre>
 */
public final class ApplicationProcess {
  private static final Map<State, Map<Action, Step<State>>> TABLE = new EnumMap<>(State.class);
  private static final Map<LeaseState, Map<LeaseAction, Step<LeaseState>>> LEASES =
      new EnumMap<>(LeaseState.class);

  static {
    may(State.DRAFT, Action.SUBMIT, State.SUBMITTED, Effect.NONE, FIRM);
    may(State.DRAFT, Action.WITHDRAW, State.WITHDRAWN, Effect.NONE, FIRM);
    may(State.SUBMITTED, Action.ASK_FOR_MORE, State.INCOMPLETE, Effect.NONE, OFFICER);
    may(State.SUBMITTED, Action.FIND_ELIGIBLE, State.ELIGIBLE, Effect.NONE, OFFICER, RULES);
    may(State.SUBMITTED, Action.FIND_INELIGIBLE, State.INELIGIBLE, Effect.NONE, OFFICER, RULES);
    may(State.SUBMITTED, Action.WITHDRAW, State.WITHDRAWN, Effect.NONE, FIRM);
    may(State.INCOMPLETE, Action.SUBMIT, State.SUBMITTED, Effect.NONE, FIRM);
    may(State.INCOMPLETE, Action.WITHDRAW, State.WITHDRAWN, Effect.NONE, FIRM);
    may(State.INELIGIBLE, Action.ASK_FOR_MORE, State.INCOMPLETE, Effect.NONE, OFFICER);
    may(State.INELIGIBLE, Action.FIND_ELIGIBLE, State.ELIGIBLE, Effect.NONE, OFFICER);
    may(State.INELIGIBLE, Action.WITHDRAW, State.WITHDRAWN, Effect.NONE, FIRM);
    may(State.ELIGIBLE, Action.ASK_FOR_MORE, State.INCOMPLETE, Effect.NONE, OFFICER);
    may(State.ELIGIBLE, Action.FIND_INELIGIBLE, State.INELIGIBLE, Effect.NONE, OFFICER);
    may(State.ELIGIBLE, Action.HOLD, State.HELD, Effect.HOLDS_BAYS, FIRM, OFFICER);
    may(State.ELIGIBLE, Action.OFFER, State.OFFERED, Effect.OFFERS_BAYS, OFFICER, TIME);
    may(State.ELIGIBLE, Action.WITHDRAW, State.WITHDRAWN, Effect.NONE, FIRM);
    may(State.HELD, Action.OFFER, State.OFFERED, Effect.OFFERS_BAYS, OFFICER);
    may(State.HELD, Action.RELEASE, State.ELIGIBLE, Effect.FREES_BAYS, FIRM, OFFICER);
    may(State.HELD, Action.LAPSE, State.ELIGIBLE, Effect.FREES_BAYS, TIME);
    may(State.HELD, Action.WITHDRAW, State.WITHDRAWN, Effect.FREES_BAYS, FIRM);
    may(State.OFFERED, Action.ACCEPT, State.LEASED, Effect.LETS_BAYS, FIRM);
    may(State.OFFERED, Action.DECLINE, State.DECLINED, Effect.FREES_BAYS, FIRM);
    may(State.OFFERED, Action.LAPSE, State.LAPSED, Effect.FREES_BAYS, TIME);
    may(State.OFFERED, Action.TAKE_BACK, State.ELIGIBLE, Effect.FREES_BAYS, OFFICER);

    may(LeaseState.RUNNING, LeaseAction.RENEW, LeaseState.RENEWED, Effect.LETS_BAYS);
    may(LeaseState.RUNNING, LeaseAction.TRANSFER, LeaseState.TRANSFERRED, Effect.LETS_BAYS);
    may(LeaseState.RUNNING, LeaseAction.END, LeaseState.ENDED, Effect.FREES_BAYS);
  }

  private ApplicationProcess() {}

  /** Where an application stands. */
  public enum State {
    /** Being written; nobody but the firm sees it. */
    DRAFT,
    /** Handed in complete; an officer reads its papers. */
    SUBMITTED,
    /** Given back with what is missing. */
    INCOMPLETE,
    /** May take part in rounds and be answered. */
    ELIGIBLE,
    /** The rules or an officer say no, with reasons. */
    INELIGIBLE,
    HELD,
    OFFERED,
    LEASED,
    DECLINED,
    LAPSED,
    WITHDRAWN
  }

  /** What can be done with an application. */
  public enum Action {
    SUBMIT,
    ASK_FOR_MORE,
    FIND_ELIGIBLE,
    FIND_INELIGIBLE,
    HOLD,
    RELEASE,
    OFFER,
    ACCEPT,
    DECLINE,
    TAKE_BACK,
    LAPSE,
    WITHDRAW
  }

  /** Where a lease stands; one whose last day has passed stays RUNNING. */
  public enum LeaseState {
    RUNNING,
    RENEWED,
    TRANSFERRED,
    ENDED
  }

  /** What can be done with a lease. */
  public enum LeaseAction {
    RENEW,
    TRANSFER,
    END
  }

  /** Who does it; RULES as soon as an application is handed in, TIME where a deadline does. */
  public enum Actor {
    FIRM,
    OFFICER,
    RULES,
    TIME
  }

  /** What it does to bays. */
  public enum Effect {
    NONE,
    HOLDS_BAYS,
    OFFERS_BAYS,
    LETS_BAYS,
    FREES_BAYS
  }

  /**
   * One cell of the table.
   *
   * @param to state that follows
   * @param who may do it
   */
  public record Step<S>(S to, Set<Actor> who, Effect effect) {
    public Step {
      who = Set.copyOf(who);
    }
  }

  /** The cell of a state and an action, empty where nobody may. */
  public static Optional<Step<State>> step(State from, Action action) {
    return Optional.ofNullable(TABLE.getOrDefault(from, Map.of()).get(action));
  }

  /** Likewise of a lease. */
  public static Optional<Step<LeaseState>> step(LeaseState from, LeaseAction action) {
    return Optional.ofNullable(LEASES.getOrDefault(from, Map.of()).get(action));
  }

  /** What somebody may do with an application now. */
  public static Set<Action> open(State from, Actor who) {
    Set<Action> actions = new TreeSet<>();
    TABLE
        .getOrDefault(from, Map.of())
        .forEach(
            (action, step) -> {
              if (step.who().contains(who)) {
                actions.add(action);
              }
            });
    return actions;
  }

  private static void may(State from, Action action, State to, Effect effect, Actor... who) {
    TABLE
        .computeIfAbsent(from, state -> new EnumMap<>(Action.class))
        .put(action, new Step<>(to, Set.of(who), effect));
  }

  private static void may(LeaseState from, LeaseAction action, LeaseState to, Effect effect) {
    LEASES
        .computeIfAbsent(from, state -> new EnumMap<>(LeaseAction.class))
        .put(action, new Step<>(to, Set.of(OFFICER), effect));
  }
}
