package vn.khuxuong.zoning.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static vn.khuxuong.zoning.edit.CoverageAssert.assertClean;
import static vn.khuxuong.zoning.edit.Town.area;
import static vn.khuxuong.zoning.edit.Town.exactly;
import static vn.khuxuong.zoning.edit.Town.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import vn.khuxuong.zoning.LandUse;
import vn.khuxuong.zoning.Subzone;
import vn.khuxuong.zoning.Zone;

/** Whatever is drawn in whatever order, ground is neither lost nor given twice. */
class DrawingStaysCleanTest {
  private static final int STEPS = 40;
  private static final double SIDE_M = 400;

  private final Zone zone = Town.zone(4, 4);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
  void randomEditsKeepTheCoverage(long seed) {
    Random random = new Random(seed);
    Supplier<String> uids = Town.uids();
    Map<String, Subzone> plan = Town.grid(4, 4);
    double whole = area(plan);
    int done = 0;
    for (int step = 0; step < STEPS; step++) {
      Edit edit = edit(random, new ArrayList<>(plan.values()));
      try {
        plan = Drawing.apply(plan, zone, List.of(edit), uids);
        done++;
      } catch (EditRefusal e) {
        assertThat(e.reason()).as(e.en()).isNotEqualTo(EditRefusal.Reason.UNKNOWN_SUBZONE);
        continue;
      }
      assertThat(area(plan)).as("after %s", edit).isEqualTo(whole, within(0.05));
      assertClean(plan);
    }
    assertThat(done).isGreaterThan(STEPS / 3);
  }

  private static Edit edit(Random random, List<Subzone> plan) {
    Subzone one = plan.get(random.nextInt(plan.size()));
    Subzone other = plan.get(random.nextInt(plan.size()));
    return switch (random.nextInt(6)) {
      case 0, 1 -> new Edit.Split(one.uid(), across(random), List.of());
      case 2 -> new Edit.Merge(List.of(one.uid(), neighbour(one, plan).uid()), null);
      case 3 ->
          new Edit.CutCorridor(
              across(random), 2 + random.nextInt(20), List.of(), Town.use(LandUse.ROAD));
      case 4 -> moved(one, random);
      default -> {
        Subzone beside = random.nextBoolean() ? other : neighbour(one, plan);
        yield new Edit.MoveSharedEdge(one.uid(), beside.uid(), across(random));
      }
    };
  }

  private static Subzone neighbour(Subzone one, List<Subzone> plan) {
    return plan.stream()
        .filter(s -> Cutting.border(s.shape(), one.shape()) > 0 && !s.uid().equals(one.uid()))
        .findFirst()
        .orElse(one);
  }

  private static org.locationtech.jts.geom.LineString across(Random random) {
    boolean upright = random.nextBoolean();
    double from = random.nextDouble() * SIDE_M;
    double middle = random.nextDouble() * SIDE_M;
    double to = random.nextDouble() * SIDE_M;
    return upright
        ? line(from, -30, middle, random.nextDouble() * SIDE_M, to, SIDE_M + 30)
        : line(-30, from, random.nextDouble() * SIDE_M, middle, SIDE_M + 30, to);
  }

  /** A vertex inside the zone, a few metres. */
  private static Edit moved(Subzone one, Random random) {
    Coordinate vertex = one.shape().getCoordinates()[0];
    Coordinate corner = exactly(0, 0);
    boolean onEdge =
        Math.min(vertex.x - corner.x, vertex.y - corner.y) < 1
            || Math.max(vertex.x - corner.x, vertex.y - corner.y) > SIDE_M - 1;
    Coordinate to =
        onEdge
            ? vertex
            : new Coordinate(
                vertex.x + random.nextDouble() * 6 - 3, vertex.y + random.nextDouble() * 6 - 3);
    return new Edit.MoveVertices(List.of(vertex), List.of(to));
  }
}
