package vn.khuxuong.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.khuxuong.tenancy.ApplicationProcess.Action;
import vn.khuxuong.tenancy.ApplicationProcess.Actor;
import vn.khuxuong.tenancy.ApplicationProcess.LeaseAction;
import vn.khuxuong.tenancy.ApplicationProcess.LeaseState;
import vn.khuxuong.tenancy.ApplicationProcess.State;
import vn.khuxuong.tenancy.ApplicationProcess.Step;

/** Every cell of the table, the empty ones too. */
class ApplicationProcessTest {
  /** For each state: action, state that follows, who may, what it does. Nothing else is allowed. */
  private static final Map<State, List<String>> CELLS =
      Map.ofEntries(
          Map.entry(
              State.DRAFT, List.of("SUBMIT SUBMITTED FIRM NONE", "WITHDRAW WITHDRAWN FIRM NONE")),
          Map.entry(
              State.SUBMITTED,
              List.of(
                  "ASK_FOR_MORE INCOMPLETE OFFICER NONE",
                  "FIND_ELIGIBLE ELIGIBLE OFFICER+RULES NONE",
                  "FIND_INELIGIBLE INELIGIBLE OFFICER+RULES NONE",
                  "WITHDRAW WITHDRAWN FIRM NONE")),
          Map.entry(
              State.INCOMPLETE,
              List.of("SUBMIT SUBMITTED FIRM NONE", "WITHDRAW WITHDRAWN FIRM NONE")),
          Map.entry(
              State.ELIGIBLE,
              List.of(
                  "ASK_FOR_MORE INCOMPLETE OFFICER NONE",
                  "FIND_INELIGIBLE INELIGIBLE OFFICER NONE",
                  "HOLD HELD FIRM+OFFICER HOLDS_BAYS",
                  "OFFER OFFERED OFFICER+TIME OFFERS_BAYS",
                  "WITHDRAW WITHDRAWN FIRM NONE")),
          Map.entry(
              State.INELIGIBLE,
              List.of(
                  "ASK_FOR_MORE INCOMPLETE OFFICER NONE",
                  "FIND_ELIGIBLE ELIGIBLE OFFICER NONE",
                  "WITHDRAW WITHDRAWN FIRM NONE")),
          Map.entry(
              State.HELD,
              List.of(
                  "RELEASE ELIGIBLE FIRM+OFFICER FREES_BAYS",
                  "OFFER OFFERED OFFICER OFFERS_BAYS",
                  "LAPSE ELIGIBLE TIME FREES_BAYS",
                  "WITHDRAW WITHDRAWN FIRM FREES_BAYS")),
          Map.entry(
              State.OFFERED,
              List.of(
                  "ACCEPT LEASED FIRM LETS_BAYS",
                  "DECLINE DECLINED FIRM FREES_BAYS",
                  "TAKE_BACK ELIGIBLE OFFICER FREES_BAYS",
                  "LAPSE LAPSED TIME FREES_BAYS")),
          Map.entry(State.LEASED, List.of()),
          Map.entry(State.DECLINED, List.of()),
          Map.entry(State.LAPSED, List.of()),
          Map.entry(State.WITHDRAWN, List.of()));

  @ParameterizedTest
  @EnumSource
  void stateAllowsWhatTheTableSaysAndNothingElse(State state) {
    Map<Action, String> cells = new TreeMap<>();
    for (Action action : Action.values()) {
      ApplicationProcess.step(state, action)
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
            ApplicationProcess.step(state, action)
                .filter(step -> step.who().contains(actor))
                .isPresent();
        assertThat(ApplicationProcess.open(state, actor).contains(action)).isEqualTo(allowed);
      }
    }
  }

  @Test
  void onlyARunningLeaseIsRenewedTransferredOrEndedAndOnlyByAnOfficer() {
    assertThat(ApplicationProcess.step(LeaseState.RUNNING, LeaseAction.RENEW).map(s -> words(s)))
        .contains("RENEWED OFFICER LETS_BAYS");
    assertThat(ApplicationProcess.step(LeaseState.RUNNING, LeaseAction.TRANSFER).map(s -> words(s)))
        .contains("TRANSFERRED OFFICER LETS_BAYS");
    assertThat(ApplicationProcess.step(LeaseState.RUNNING, LeaseAction.END).map(s -> words(s)))
        .contains("ENDED OFFICER FREES_BAYS");
    for (LeaseState state : LeaseState.values()) {
      for (LeaseAction action : LeaseAction.values()) {
        assertThat(ApplicationProcess.step(state, action).isPresent())
            .as("%s %s", state, action)
            .isEqualTo(state == LeaseState.RUNNING);
      }
    }
  }

  private static String words(Step<?> step) {
    String who =
        new TreeSet<>(step.who()).stream().map(Enum::name).collect(Collectors.joining("+"));
    return step.to() + " " + who + " " + step.effect();
  }
}
