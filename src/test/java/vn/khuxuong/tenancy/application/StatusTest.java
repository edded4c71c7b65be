package vn.khuxuong.tenancy.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.khuxuong.tenancy.application.Status.Step;

/** The table of steps, cell by cell. */
class StatusTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SUBMIT | DRAFT | SUBMITTED ELIGIBLE INELIGIBLE",
        "SUBMIT | INCOMPLETE | SUBMITTED ELIGIBLE INELIGIBLE",
        "SUBMIT | SUBMITTED | ''",
        "SUBMIT | ELIGIBLE | ''",
        "SUBMIT | INELIGIBLE | ''",
        "SUBMIT | WITHDRAWN | ''",
        "WITHDRAW | DRAFT | WITHDRAWN",
        "WITHDRAW | INCOMPLETE | WITHDRAWN",
        "WITHDRAW | SUBMITTED | WITHDRAWN",
        "WITHDRAW | ELIGIBLE | WITHDRAWN",
        "WITHDRAW | INELIGIBLE | WITHDRAWN",
        "WITHDRAW | WITHDRAWN | ''",
        "DECIDE | DRAFT | ''",
        "DECIDE | INCOMPLETE | ''",
        "DECIDE | SUBMITTED | ELIGIBLE INELIGIBLE INCOMPLETE",
        "DECIDE | ELIGIBLE | INELIGIBLE INCOMPLETE",
        "DECIDE | INELIGIBLE | ELIGIBLE INCOMPLETE",
        "DECIDE | WITHDRAWN | ''"
      })
  void stepLeadsWhereTheTableSays(Step step, String from, String expected) {
    assertThat(Status.after(step, from).stream().map(Enum::name))
        .containsExactlyInAnyOrder(expected.isEmpty() ? new String[0] : expected.split(" "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"HELD", "OFFERED", "LEASED", "DECLINED", "LAPSED", "", "draft"})
  void nothingLeadsOutOfWhatOthersMove(String from) {
    for (Step step : Step.values()) {
      assertThat(Status.after(step, from)).isEqualTo(Set.of());
    }
    assertThat(Status.isOpen(from)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Status.class)
  void onlyDraftsAndThoseGivenBackAreOpen(Status status) {
    assertThat(Status.isOpen(status.name()))
        .isEqualTo(status == Status.DRAFT || status == Status.INCOMPLETE);
  }

  @Test
  void everyStatusIsFoundByItsName() {
    for (Status status : Status.values()) {
      assertThat(Status.find(status.name())).contains(status);
    }
  }
}
