package vn.khuxuong.tenancy.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.khuxuong.tenancy.support.SupportProcess.Action;
import vn.khuxuong.tenancy.support.SupportProcess.Actor;
import vn.khuxuong.tenancy.support.SupportProcess.NeedAction;
import vn.khuxuong.tenancy.support.SupportProcess.NeedState;
import vn.khuxuong.tenancy.support.SupportProcess.State;
import vn.khuxuong.tenancy.support.SupportProcess.Step;

/** Every cell of the table, the empty ones too. */
class SupportProcessTest {
  /** For each state: action, state that follows, who may. Nothing else is allowed. */
  private static final Map<State, List<String>> CELLS =
      Map.of(
          State.ASKED,
          List.of("REFER REFERRED OFFICER", "DECLINE DECLINED OFFICER", "WITHDRAW WITHDRAWN FIRM"),
          State.REFERRED,
          List.of(
              "TAKE_UP IN_REVIEW OFFICER",
              "ASK_FOR_MORE WAITS_FOR_FIRM OFFICER",
              "GRANT GRANTED OFFICER",
              "REFUSE REFUSED OFFICER",
              "WITHDRAW WITHDRAWN FIRM"),
          State.IN_REVIEW,
          List.of(
              "ASK_FOR_MORE WAITS_FOR_FIRM OFFICER",
              "GRANT GRANTED OFFICER",
              "REFUSE REFUSED OFFICER",
              "WITHDRAW WITHDRAWN FIRM"),
          State.WAITS_FOR_FIRM,
          List.of(
              "SUPPLY IN_REVIEW FIRM+OFFICER", "REFUSE REFUSED OFFICER", "WITHDRAW WITHDRAWN FIRM"),
          State.GRANTED,
          List.of("RECEIVE RECEIVED OFFICER", "REFUSE REFUSED OFFICER", "WITHDRAW WITHDRAWN FIRM"),
          State.RECEIVED,
          List.of(),
          State.REFUSED,
          List.of(),
          State.DECLINED,
          List.of(),
          State.WITHDRAWN,
          List.of());

  @ParameterizedTest
  @EnumSource
  void stateAllowsWhatTheTableSaysAndNothingElse(State state) {
    List<String> cells =
        List.of(Action.values()).stream()
            .flatMap(
                action ->
                    SupportProcess.step(state, action)
                        .map(step -> action + " " + words(step))
                        .stream())
            .toList();
    assertThat(cells).containsExactlyInAnyOrderElementsOf(CELLS.get(state));
  }

  @ParameterizedTest
  @EnumSource
  void whoSeesWhatMayBeDoneSeesOnlyTheirs(State state) {
    for (Actor actor : Actor.values()) {
      for (Action action : Action.values()) {
        boolean allowed =
            SupportProcess.step(state, action)
                .filter(step -> step.who().contains(actor))
                .isPresent();
        assertThat(SupportProcess.open(state, actor).contains(action)).isEqualTo(allowed);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void onlyAnOpenNeedEnds(NeedState state) {
    boolean open = state == NeedState.OPEN;
    assertThat(SupportProcess.step(state, NeedAction.MEET).map(SupportProcessTest::words))
        .isEqualTo(open ? java.util.Optional.of("MET FIRM+OFFICER") : java.util.Optional.empty());
    assertThat(SupportProcess.step(state, NeedAction.WITHDRAW).map(SupportProcessTest::words))
        .isEqualTo(open ? java.util.Optional.of("WITHDRAWN FIRM") : java.util.Optional.empty());
  }

  @Test
  void everyStateIsReachedFromASKED() {
    TreeSet<State> seen = new TreeSet<>(List.of(State.ASKED));
    for (int i = 0; i < State.values().length; i++) {
      for (State from : List.copyOf(seen)) {
        for (Action action : Action.values()) {
          SupportProcess.step(from, action).ifPresent(step -> seen.add(step.to()));
        }
      }
    }
    assertThat(seen).containsExactly(State.values());
  }

  private static String words(Step<?> step) {
    return step.to()
        + " "
        + new TreeSet<>(step.who()).stream().map(Enum::name).collect(Collectors.joining("+"));
  }
}
