package vn.khuxuong.space.search.vacancy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a machine needs, by hand. */
class MachineTest {

  @Test
  void aWholeMachineTellsEverything() {
    Machine.Needs needs = new Machine(4.0, 2.5, 2.0, 2.2).needs();
    // 1.25 * 4 * 9.81 / 5 = 9.81; 1.3 * 4 * 9.81 / 4 = 12.753
    assertThat(needs.loadKnM2()).isEqualTo(9.81);
    assertThat(needs.pointLoadKn()).isEqualTo(12.76);
    assertThat(needs.heightM()).isEqualTo(2.7);
    assertThat(needs.liftT()).isEqualTo(4.4);
    assertThat(needs.liftDoorWidthM()).isEqualTo(2.1);
    assertThat(needs.liftDoorHeightM()).isEqualTo(2.3);
    assertThat(needs.liftCarWidthM()).isEqualTo(2.2);
    assertThat(needs.liftCarDepthM()).isEqualTo(2.7);
  }

  @Test
  void whichSideIsCalledLengthDoesNotMatter() {
    assertThat(new Machine(1.0, 2.0, 3.0, 2.0).needs())
        .isEqualTo(new Machine(1.0, 3.0, 2.0, 2.0).needs());
  }

  @Test
  void needsNeverGoDownWhenTheMachineIsHeavier() {
    double before = 0;
    for (double t = 0.5; t < 20; t += 0.5) {
      Double load = new Machine(t, 2.0, 2.0, null).needs().loadKnM2();
      assertThat(load).isGreaterThan(before);
      before = load;
    }
  }

  @Test
  void weightAloneTellsThePointLoadAndTheLift() {
    Machine.Needs needs = new Machine(2.0, null, null, null).needs();
    assertThat(needs.pointLoadKn()).isEqualTo(6.38);
    assertThat(needs.liftT()).isEqualTo(2.2);
    assertThat(needs.loadKnM2()).isNull();
    assertThat(needs.heightM()).isNull();
    assertThat(needs.liftDoorWidthM()).isNull();
    assertThat(needs.liftCarDepthM()).isNull();
  }

  @Test
  void oneSideAloneTellsNoFootprint() {
    Machine.Needs needs = new Machine(2.0, 1.5, null, 2.0).needs();
    assertThat(needs.loadKnM2()).isNull();
    assertThat(needs.liftCarWidthM()).isNull();
    assertThat(needs.heightM()).isEqualTo(2.5);
  }

  @Test
  void aMachineOfWhichNothingIsKnownIsNone() {
    assertThat(new Machine(null, null, null, null).isUnknown()).isTrue();
    assertThat(new Machine(null, null, null, 2.0).isUnknown()).isFalse();
  }
}
