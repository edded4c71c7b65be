package vn.khuxuong.zoning.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.khuxuong.zoning.plan.PlanStatus.Action;

/** The table of transitions, cell by cell. */
class PlanStatusTest {

  @ParameterizedTest
  @CsvSource(
      useHeadersInDisplayName = true,
      textBlock =
          """
          FROM,       SUBMIT,    APPROVE,  RETURN,   WITHDRAW,  PUBLISH,   SUPERSEDE
          DRAFT,      SUBMITTED, -,        -,        WITHDRAWN, -,         -
          RETURNED,   SUBMITTED, -,        -,        WITHDRAWN, -,         -
          SUBMITTED,  -,         APPROVED, RETURNED, WITHDRAWN, -,         -
          APPROVED,   -,         -,        RETURNED, WITHDRAWN, PUBLISHED, -
          PUBLISHED,  -,         -,        -,        -,         -,         SUPERSEDED
          SUPERSEDED, -,         -,        -,        -,         -,         -
          WITHDRAWN,  -,         -,        -,        -,         -,         -
          """)
  void everyCellOfTheTableIsAsWritten(
      PlanStatus from,
      String submit,
      String approve,
      String sendBack,
      String withdraw,
      String publish,
      String supersede) {
    assertThat(after(from, Action.SUBMIT)).isEqualTo(submit);
    assertThat(after(from, Action.APPROVE)).isEqualTo(approve);
    assertThat(after(from, Action.RETURN)).isEqualTo(sendBack);
    assertThat(after(from, Action.WITHDRAW)).isEqualTo(withdraw);
    assertThat(after(from, Action.PUBLISH)).isEqualTo(publish);
    assertThat(after(from, Action.SUPERSEDE)).isEqualTo(supersede);
  }

  private static String after(PlanStatus from, Action action) {
    return from.after(action).map(Enum::name).orElse("-");
  }

  @ParameterizedTest
  @CsvSource({
    "DRAFT, true, false",
    "RETURNED, true, false",
    "SUBMITTED, false, false",
    "APPROVED, false, false",
    "PUBLISHED, false, true",
    "SUPERSEDED, false, true",
    "WITHDRAWN, false, false"
  })
  void onlyDraftsAreDrawnAndOnlyWhatWasPublishedIsPublic(
      PlanStatus status, boolean open, boolean isPublic) {
    assertThat(status.isOpen()).isEqualTo(open);
    assertThat(status.isPublic()).isEqualTo(isPublic);
  }
}
