package vn.khuxuong.allocation.fairness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import vn.khuxuong.allocation.solver.Instance;
import vn.khuxuong.allocation.solver.Placement;

/** A floor of two bays, and three firms of which the first to come has fewest points. */
class FairnessTest {
  private static final Instance.Policy POLICY =
      new Instance.Policy(10, 25, 0, 0, 0, 0, Map.of("SMALL", 0), 100);

  private static Instance.Firm firm(String id, int submitted, boolean supporting, int area) {
    Instance.Flags flags = new Instance.Flags(supporting, false, false, id.equals("C"), false);
    return new Instance.Firm(
        id,
        submitted,
        "MECH",
        flags,
        "SMALL",
        POLICY.priority(flags, "SMALL"),
        area,
        area,
        5,
        40,
        10,
        1,
        0,
        "D",
        List.of(),
        null,
        0,
        12,
        36,
        200,
        List.of("Z"),
        false,
        false);
  }

  private static final Instance INSTANCE =
      instance(List.of(firm("A", 0, false, 200), firm("B", 1, true, 100), firm("C", 2, true, 100)));

  private static Instance instance(List<Instance.Firm> firms) {
    return new Instance(
        "f",
        new Instance.Weights(10, 2, 1_000, 400),
        List.of(3),
        POLICY,
        List.of(),
        List.of(new Instance.Zone("Z", "Z", 100_000)),
        List.of(new Instance.Building("A", "Z", 1_000, 100)),
        List.of(
            new Instance.Floor(
                "A/1",
                "A",
                1,
                List.of(new Instance.Bay(100, 0), new Instance.Bay(100, 0)),
                List.of(),
                10,
                50,
                1_000,
                99,
                List.of("D"),
                List.of("MECH"),
                600,
                100)),
        List.of(),
        firms);
  }

  @Test
  void tellsSharesAndWhatAListByArrivalWouldHaveDone() {
    List<Placement> round =
        List.of(
            new Placement("B", 0, List.of(new Placement.Block("A/1", 0, 1))),
            new Placement("C", 0, List.of(new Placement.Block("A/1", 1, 1))));
    Fairness report = Fairness.of(INSTANCE, round, List.of(), Function.identity());
    assertThat(report.round().placed()).isEqualTo(2);
    assertThat(report.round().envy()).as("nobody with more points waits").isZero();
    assertThat(report.firstCome().placed()).as("the first takes it all").isEqualTo(1);
    assertThat(report.firstCome().objective()).isLessThan(report.round().objective());
    assertThat(report.round().kinds())
        .contains(
            new Fairness.Share("SIZE", "SMALL", 3, 2, 400, 200, 200),
            new Fairness.Share("ORIGIN", "DOMESTIC", 1, 1, 100, 100, 100),
            new Fairness.Share("ORIGIN", "FOREIGN", 2, 1, 300, 100, 100));
  }

  @Test
  void aFirmEnviesWhoHasFewerPointsAndWhatItCouldUse() {
    List<Placement> worse =
        List.of(new Placement("A", 0, List.of(new Placement.Block("A/1", 0, 2))));
    assertThat(envy(INSTANCE, worse))
        .as("both others have more points, but asked for one bay and no more")
        .isZero();
    Instance fits = instance(List.of(firm("A", 0, false, 200), firm("D", 1, true, 200)));
    assertThat(envy(fits, worse)).isEqualTo(1);
  }

  private static int envy(Instance instance, List<Placement> placements) {
    return Fairness.of(instance, placements, List.of(), Function.identity()).round().envy();
  }
}
