package vn.khuxuong.space.search.vacancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.platform.web.Language;

/** Several machines in one text. */
class MachinesTest {

  @Test
  void oneMachineNeedsWhatItNeedsAlone() {
    assertThat(Machines.of("4,2.5,2,2.2")).isEqualTo(new Machine(4.0, 2.5, 2.0, 2.2).needs());
    assertThat(Machines.of(null)).isNull();
  }

  @Test
  void eachFigureIsThatOfTheMachineThatNeedsMost() {
    Machine.Needs heavy = new Machine(4.0, 2.5, 2.0, null).needs();
    Machine.Needs high = new Machine(0.5, null, null, 3.6).needs();
    Machine.Needs both = Machines.of("4,2.5,2,;0.5,,,3.6");
    assertThat(both).isEqualTo(Machines.of("0.5,,,3.6;4,2.5,2,"));
    assertThat(both.loadKnM2()).isEqualTo(heavy.loadKnM2());
    assertThat(both.liftT()).isEqualTo(heavy.liftT());
    assertThat(both.liftCarDepthM()).isEqualTo(heavy.liftCarDepthM());
    assertThat(both.heightM()).isEqualTo(high.heightM());
    assertThat(both.liftDoorHeightM()).isEqualTo(high.liftDoorHeightM());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ";",
        "4",
        "4,2,2",
        ",,,",
        "4,2,2,2,2",
        "4,2,2,2;",
        "4,2,2,2;;1,1,1,1",
        "x,2,2,2",
        "0,2,2,2",
        "4,2,2,101",
        "-4,2,2,2",
        "1,1,1,1;1,1,1,1;1,1,1,1;1,1,1,1"
      })
  void whatIsNotOfTheFormIsRefusedWithARemedy(String text) {
    assertThatThrownBy(() -> Machines.of(text))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> {
              assertThat(problem.members()).containsEntry("field", "machines");
              assertThat(problem.remedy(Language.VI)).contains("4.2,2.4,1.8,2.2");
            });
  }
}
