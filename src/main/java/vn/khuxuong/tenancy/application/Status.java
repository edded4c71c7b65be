package vn.khuxuong.tenancy.application;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.khuxuong.tenancy.ApplicationProcess;
import vn.khuxuong.tenancy.ApplicationProcess.Action;
import vn.khuxuong.tenancy.ApplicationProcess.Actor;
import vn.khuxuong.tenancy.ApplicationProcess.Effect;
import vn.khuxuong.tenancy.ApplicationProcess.State;

/**
 * Where an application stands until somebody answers it with space, and what the doors of this
 * package may do with it by {@link ApplicationProcess}. What follows (held, offered, leased …) is
 * not moved from here, since bays hang on it.
 */
enum Status {
  DRAFT,
  SUBMITTED,
  INCOMPLETE,
  ELIGIBLE,
  INELIGIBLE,
  WITHDRAWN;

  /** What is done to an application. */
  enum Step {
    SUBMIT,
    WITHDRAW,
    DECIDE
  }

  private static final List<Action> DECISIONS =
      List.of(Action.FIND_ELIGIBLE, Action.FIND_INELIGIBLE, Action.ASK_FOR_MORE);

  /** The status of a name; empty for one beyond those here. */
  static Optional<Status> find(String name) {
    return Arrays.stream(values()).filter(status -> status.name().equals(name)).findFirst();
  }

  /** Statuses that a step may lead to from the named one; none where it is not allowed. */
  static Set<Status> after(Step step, String from) {
    if (find(from).isEmpty()) {
      return Set.of();
    }
    State state = State.valueOf(from);
    return switch (step) {
      case WITHDRAW -> after(state, List.of(Action.WITHDRAW), Actor.FIRM);
      case DECIDE -> after(state, DECISIONS, Actor.OFFICER);
      case SUBMIT -> {
        Set<Status> handedIn = after(state, List.of(Action.SUBMIT), Actor.FIRM);
        if (!handedIn.isEmpty()) {
          handedIn.addAll(after(State.SUBMITTED, DECISIONS, Actor.RULES));
        }
        yield handedIn;
      }
    };
  }

  private static Set<Status> after(State from, Collection<Action> actions, Actor who) {
    Set<Status> reached = EnumSet.noneOf(Status.class);
    for (Action action : actions) {
      ApplicationProcess.step(from, action)
          .filter(step -> step.who().contains(who) && step.effect() == Effect.NONE)
          .ifPresent(step -> reached.add(valueOf(step.to().name())));
    }
    return reached;
  }

  /** Whether the firm may still change what it asks for and its papers. */
  static boolean isOpen(String name) {
    return name.equals(DRAFT.name()) || name.equals(INCOMPLETE.name());
  }
}
