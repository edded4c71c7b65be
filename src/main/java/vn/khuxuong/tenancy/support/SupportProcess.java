package vn.khuxuong.tenancy.support;

import static vn.khuxuong.tenancy.support.SupportProcess.Actor.FIRM;
import static vn.khuxuong.tenancy.support.SupportProcess.Actor.OFFICER;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The way of a referral (giới thiệu) to its outcome, and of a stated need to its end: the one table
 * of what may follow what, and who may do it. Whatever is not in the table is refused.
 *
 * <pre>
 * ASKED → REFERRED | DECLINED
 * REFERRED → IN_REVIEW ⇄ WAITS_FOR_FIRM; REFERRED | IN_REVIEW → GRANTED | REFUSED
 * GRANTED → RECEIVED | REFUSED; all but the ends → WITHDRAWN by the firm
 * need: OPEN → MET | WITHDRAWN
 * </pre>
 */
final class SupportProcess {
  private static final Map<State, Map<Action, Step<State>>> TABLE = new EnumMap<>(State.class);
  private static final Map<NeedState, Map<NeedAction, Step<NeedState>>> NEEDS =
      new EnumMap<>(NeedState.class);

  static {
    may(State.ASKED, Action.REFER, State.REFERRED, OFFICER);
    may(State.ASKED, Action.DECLINE, State.DECLINED, OFFICER);
    may(State.ASKED, Action.WITHDRAW, State.WITHDRAWN, FIRM);
    may(State.REFERRED, Action.TAKE_UP, State.IN_REVIEW, OFFICER);
    may(State.REFERRED, Action.ASK_FOR_MORE, State.WAITS_FOR_FIRM, OFFICER);
    may(State.REFERRED, Action.GRANT, State.GRANTED, OFFICER);
    may(State.REFERRED, Action.REFUSE, State.REFUSED, OFFICER);
    may(State.REFERRED, Action.WITHDRAW, State.WITHDRAWN, FIRM);
    may(State.IN_REVIEW, Action.ASK_FOR_MORE, State.WAITS_FOR_FIRM, OFFICER);
    may(State.IN_REVIEW, Action.GRANT, State.GRANTED, OFFICER);
    may(State.IN_REVIEW, Action.REFUSE, State.REFUSED, OFFICER);
    may(State.IN_REVIEW, Action.WITHDRAW, State.WITHDRAWN, FIRM);
    may(State.WAITS_FOR_FIRM, Action.SUPPLY, State.IN_REVIEW, FIRM, OFFICER);
    may(State.WAITS_FOR_FIRM, Action.REFUSE, State.REFUSED, OFFICER);
    may(State.WAITS_FOR_FIRM, Action.WITHDRAW, State.WITHDRAWN, FIRM);
    may(State.GRANTED, Action.RECEIVE, State.RECEIVED, OFFICER);
    may(State.GRANTED, Action.REFUSE, State.REFUSED, OFFICER);
    may(State.GRANTED, Action.WITHDRAW, State.WITHDRAWN, FIRM);

    may(NeedState.OPEN, NeedAction.MEET, NeedState.MET, FIRM, OFFICER);
    may(NeedState.OPEN, NeedAction.WITHDRAW, NeedState.WITHDRAWN, FIRM);
  }

  private SupportProcess() {}

  /** Where a referral stands. */
  enum State {
    /** The firm asks for it. */
    ASKED,
    /** An officer has sent the firm's file to the body that answers for the programme. */
    REFERRED,
    /** The body looks at it. */
    IN_REVIEW,
    /** The body wants more from the firm. */
    WAITS_FOR_FIRM,
    /** The body says yes. */
    GRANTED,
    /** The firm has it. */
    RECEIVED,
    /** The body says no. */
    REFUSED,
    /** The authority does not send it on. */
    DECLINED,
    /** The firm does not want it any more. */
    WITHDRAWN
  }

  /** What can be done with a referral. */
  enum Action {
    REFER,
    DECLINE,
    TAKE_UP,
    ASK_FOR_MORE,
    SUPPLY,
    GRANT,
    RECEIVE,
    REFUSE,
    WITHDRAW
  }

  /** Where a need stands. */
  enum NeedState {
    OPEN,
    MET,
    WITHDRAWN
  }

  /** What can be done with a need. */
  enum NeedAction {
    MEET,
    WITHDRAW
  }

  /** Who does it. */
  enum Actor {
    FIRM,
    OFFICER
  }

  /** One cell of the table: the state that follows, and who may. */
  record Step<S>(S to, Set<Actor> who) {
    Step {
      who = Set.copyOf(who);
    }
  }

  /** The cell of a state and an action, empty where nobody may. */
  static Optional<Step<State>> step(State from, Action action) {
    return Optional.ofNullable(TABLE.getOrDefault(from, Map.of()).get(action));
  }

  /** Likewise of a need. */
  static Optional<Step<NeedState>> step(NeedState from, NeedAction action) {
    return Optional.ofNullable(NEEDS.getOrDefault(from, Map.of()).get(action));
  }

  /** What somebody may do with a referral now. */
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
        .put(action, new Step<>(to, Set.of(who)));
  }

  private static void may(NeedState from, NeedAction action, NeedState to, Actor... who) {
    NEEDS
        .computeIfAbsent(from, state -> new EnumMap<>(NeedAction.class))
        .put(action, new Step<>(to, Set.of(who)));
  }
}
