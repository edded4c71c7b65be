package vn.khuxuong.allocation.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.khuxuong.allocation.round.RoundProcess.Action;
import vn.khuxuong.allocation.round.RoundProcess.Actor;
import vn.khuxuong.allocation.round.RoundProcess.State;
import vn.khuxuong.allocation.round.RoundProcess.Step;

/** Every cell of the table, the empty ones too. */
class RoundProcessTest {
  /** For each state: action, state that follows, who may. Nothing else is allowed. */
  private static final Map<State, List<String>> CELLS =
      Map.ofEntries(
          Map.entry(
              State.DRAFT,
              List.of("CHANGE DRAFT OFFICER", "OPEN OPEN OFFICER", "WITHDRAW WITHDRAWN OFFICER")),
          Map.entry(State.OPEN, List.of("CLOSE CLOSED OFFICER+TIME", "WITHDRAW WITHDRAWN OFFICER")),
          Map.entry(State.CLOSED, List.of("SOLVE SOLVING OFFICER", "WITHDRAW WITHDRAWN OFFICER")),
          Map.entry(State.SOLVING, List.of("ANSWER PROPOSED ENGINE", "FAIL CLOSED ENGINE")),
          Map.entry(
              State.PROPOSED,
              List.of(
                  "SOLVE SOLVING OFFICER",
                  "RERUN SOLVING OFFICER",
                  "MOVE PROPOSED OFFICER",
                  "SHOW SHOWN OFFICER+ENGINE",
                  "WITHDRAW WITHDRAWN OFFICER")),
          Map.entry(
              State.SHOWN,
              List.of(
                  "OBJECT SHOWN FIRM",
                  "REPLY SHOWN OFFICER",
                  "TAKE_BACK PROPOSED OFFICER",
                  "RERUN SOLVING OFFICER",
                  "APPROVE APPROVED OFFICER",
                  "WITHDRAW WITHDRAWN OFFICER")),
          Map.entry(State.APPROVED, List.of("OFFER OFFERED OFFICER", "RERUN SOLVING OFFICER")),
          Map.entry(State.OFFERED, List.of("FINISH DONE OFFICER", "RERUN SOLVING OFFICER")),
          Map.entry(State.DONE, List.of()),
          Map.entry(State.WITHDRAWN, List.of()));

  @ParameterizedTest
  @EnumSource
  void stateAllowsWhatTheTableSaysAndNothingElse(State state) {
    Map<Action, String> cells = new TreeMap<>();
    for (Action action : Action.values()) {
      RoundProcess.step(state, action)
          .ifPresent(step -> cells.put(action, action + " " + words(step)));
    }
    assertThat(cells.values())
        .containsExactlyInAnyOrderElementsOf(CELLS.getOrDefault(state, List.of("unknown state")));
  }

  @ParameterizedTest
  @EnumSource
  void whoSeesWhatMayBeDoneSeesOnlyTheirs(State state) {
    for (Actor actor : Actor.values()) {
      for (Action action : Action.values()) {
        boolean allowed =
            RoundProcess.step(state, action).filter(step -> step.who().contains(actor)).isPresent();
        assertThat(RoundProcess.open(state, actor).contains(action)).isEqualTo(allowed);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void placementsArePublicFromTheShownDraftOnOnly(State state) {
    assertThat(state.shown())
        .isEqualTo(List.of(State.SHOWN, State.APPROVED, State.OFFERED, State.DONE).contains(state));
  }

  private static String words(Step step) {
    String who =
        new TreeSet<>(step.who()).stream().map(Enum::name).collect(Collectors.joining("+"));
    return step.to() + " " + who;
  }
}
