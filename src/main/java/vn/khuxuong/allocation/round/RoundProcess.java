package vn.khuxuong.allocation.round;

import static vn.khuxuong.allocation.round.RoundProcess.Actor.ENGINE;
import static vn.khuxuong.allocation.round.RoundProcess.Actor.FIRM;
import static vn.khuxuong.allocation.round.RoundProcess.Actor.OFFICER;
import static vn.khuxuong.allocation.round.RoundProcess.Actor.TIME;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The way of a round (đợt phân bổ) from its criteria to the last offer: the one table of what may
 * follow what and who may do it. Whatever is not in the table is refused. The database keeps the
 * same pairs of states in {@code allocation.round_transitions}.
 *
 * <pre>
 * DRAFT → OPEN → CLOSED → SOLVING → PROPOSED → SHOWN → APPROVED → OFFERED → DONE
 * SHOWN → PROPOSED (taken back); PROPOSED, SHOWN, APPROVED, OFFERED → SOLVING (a firm has left)
 * </pre>
 */
final class RoundProcess {
  private static final Map<State, Map<Action, Step>> TABLE = new EnumMap<>(State.class);

  static {
    may(State.DRAFT, Action.CHANGE, State.DRAFT, OFFICER);
    may(State.DRAFT, Action.OPEN, State.OPEN, OFFICER);
    may(State.DRAFT, Action.WITHDRAW, State.WITHDRAWN, OFFICER);
    may(State.OPEN, Action.CLOSE, State.CLOSED, OFFICER, TIME);
    may(State.OPEN, Action.WITHDRAW, State.WITHDRAWN, OFFICER);
    may(State.CLOSED, Action.SOLVE, State.SOLVING, OFFICER);
    may(State.CLOSED, Action.WITHDRAW, State.WITHDRAWN, OFFICER);
    may(State.SOLVING, Action.ANSWER, State.PROPOSED, ENGINE);
    may(State.SOLVING, Action.FAIL, State.CLOSED, ENGINE);
    may(State.PROPOSED, Action.SOLVE, State.SOLVING, OFFICER);
    may(State.PROPOSED, Action.RERUN, State.SOLVING, OFFICER);
    may(State.PROPOSED, Action.MOVE, State.PROPOSED, OFFICER);
    may(State.PROPOSED, Action.SHOW, State.SHOWN, OFFICER, ENGINE);
    may(State.PROPOSED, Action.WITHDRAW, State.WITHDRAWN, OFFICER);
    may(State.SHOWN, Action.OBJECT, State.SHOWN, FIRM);
    may(State.SHOWN, Action.REPLY, State.SHOWN, OFFICER);
    may(State.SHOWN, Action.TAKE_BACK, State.PROPOSED, OFFICER);
    may(State.SHOWN, Action.RERUN, State.SOLVING, OFFICER);
    may(State.SHOWN, Action.APPROVE, State.APPROVED, OFFICER);
    may(State.SHOWN, Action.WITHDRAW, State.WITHDRAWN, OFFICER);
    may(State.APPROVED, Action.OFFER, State.OFFERED, OFFICER);
    may(State.APPROVED, Action.RERUN, State.SOLVING, OFFICER);
    may(State.OFFERED, Action.RERUN, State.SOLVING, OFFICER);
    may(State.OFFERED, Action.FINISH, State.DONE, OFFICER);
  }

  private RoundProcess() {}

  /** Where a round stands. */
  enum State {
    /** Criteria are being written; nobody outside sees them. */
    DRAFT,
    /** Criteria are published and fixed; applications come in until the deadline. */
    OPEN,
    /** The input is frozen and hashed. */
    CLOSED,
    /** A job looks for an answer. */
    SOLVING,
    /** An answer is there and under review. */
    PROPOSED,
    /** The draft is public; firms may object while the window is open. */
    SHOWN,
    /** Decided by a second person. */
    APPROVED,
    /** Every placement was offered, or it is told why not. */
    OFFERED,
    DONE,
    WITHDRAWN;

    /** Whether everybody may read who was placed where. */
    boolean shown() {
      return this == SHOWN || this == APPROVED || this == OFFERED || this == DONE;
    }

    /** Whether the list of applications is fixed. */
    boolean frozen() {
      return this != DRAFT && this != OPEN && this != WITHDRAWN;
    }
  }

  /** What can be done with a round. */
  enum Action {
    CHANGE,
    OPEN,
    CLOSE,
    SOLVE,
    ANSWER,
    FAIL,
    RERUN,
    MOVE,
    SHOW,
    OBJECT,
    REPLY,
    TAKE_BACK,
    APPROVE,
    OFFER,
    FINISH,
    WITHDRAW
  }

  /** Who does it; TIME where a deadline does, ENGINE where the solving job does. */
  enum Actor {
    OFFICER,
    FIRM,
    TIME,
    ENGINE
  }

  /** One cell of the table. */
  record Step(State to, Set<Actor> who) {
    Step {
      who = Set.copyOf(who);
    }
  }

  /** The cell of a state and an action, empty where nobody may. */
  static Optional<Step> step(State from, Action action) {
    return Optional.ofNullable(TABLE.getOrDefault(from, Map.of()).get(action));
  }

  /** What somebody may do with a round now. */
  static Set<Action> open(State from, Actor who) {
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

  private static void may(State from, Action action, State to, Actor... who) {
    TABLE
        .computeIfAbsent(from, state -> new EnumMap<>(Action.class))
        .put(action, new Step(to, Set.of(who)));
  }
}
