package vn.khuxuong.zoning.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static vn.khuxuong.zoning.check.Town.box;
import static vn.khuxuong.zoning.check.Town.judged;
import static vn.khuxuong.zoning.check.Town.open;
import static vn.khuxuong.zoning.check.Town.piece;
import static vn.khuxuong.zoning.check.Town.ring;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import vn.khuxuong.zoning.check.Finding.Action;
import vn.khuxuong.zoning.check.Finding.Code;

class RepairTest {
  /** Needle-thin ends of overlaps and gaps are too narrow to be reported, and go all the same. */
  private static final double NOISE_M2 = 0.05;

  private static final Polygon ZONE = box(0, 0, 200, 100);
  private static final Piece WEST = piece("west", box(0, 0, 100, 100));
  private static final Piece EAST = piece("east", box(100, 0, 200, 100));

  private static Coverage mended(Coverage coverage, Action action) {
    List<Repair.Step> steps = Repair.propose(coverage);
    assertThat(steps).extracting(Repair.Step::action).containsExactly(action);
    Coverage after = Repair.accept(coverage, steps);
    assertThat(after.findings()).isEmpty();
    return after;
  }

  @Test
  void proposesNothingForCleanPlan() {
    assertThat(Repair.propose(judged(ZONE, WEST, EAST))).isEmpty();
  }

  @Test
  void trimsOverlapOffOneNeighbour() {
    Coverage after =
        mended(judged(ZONE, WEST, piece("east", box(99.5, 0, 200, 100))), Action.TRIM_OVERLAP);
    assertThat(after.pieces())
        .extracting(p -> p.shape().getArea())
        .satisfiesExactly(
            east -> assertThat(east).isIn(10_050.0, 10_000.0),
            west -> assertThat(west).isIn(9_950.0, 10_000.0));
  }

  @Test
  void fillsNarrowGapIntoNeighbourWithTheLongestBorder() {
    Piece south = piece("south", box(100.4, 0, 200, 30));
    Piece north = piece("north", box(100.4, 30, 200, 100));
    Piece west = piece("west", ring(0, 0, 100, 0, 100, 100, 0, 100));
    Coverage after = mended(judged(ZONE, west, south, north), Action.FILL_GAP);
    assertThat(area(after, "west")).isCloseTo(10_040, within(1e-6));
    assertThat(area(after, "south")).isCloseTo(south.shape().getArea(), within(1e-6));
  }

  @Test
  void leavesWideGapsToPeople() {
    Coverage coverage = judged(ZONE, WEST, piece("east", box(103, 0, 200, 100)));
    assertThat(Repair.propose(coverage)).isEmpty();
    assertThat(coverage.findings().get(0).repairs()).hasSize(2);
  }

  @Test
  void clipsToZoneAndMatchesEdges() {
    mended(judged(ZONE, WEST, piece("east", box(100, 0, 200.5, 100))), Action.CLIP_TO_ZONE);
    mended(
        judged(ZONE, WEST, piece("east", ring(100, 0, 200, 0, 200, 100, 100, 100, 100, 40))),
        Action.SNAP);
    mended(judged(ZONE, WEST, piece("east", box(100.0004, 0, 200, 100))), Action.SNAP);
  }

  @Test
  void removesSurplusVerticesFromAllWhoHaveThem() {
    Piece west = piece("west", ring(0, 0, 100, 0, 100, 0, 100, 100, 0, 100));
    mended(judged(ZONE, west, EAST), Action.REMOVE_VERTEX);
    Piece closeWest = piece("west", ring(0, 0, 100, 0, 100, 50, 100, 50.004, 100, 100, 0, 100));
    Piece closeEast = piece("east", ring(100, 0, 200, 0, 200, 100, 100, 100, 100, 50.004, 100, 50));
    Coverage after = Repair.acceptAll(judged(ZONE, closeWest, closeEast));
    assertThat(after.findings()).isEmpty();
    assertThat(after.pieces()).allSatisfy(p -> assertThat(p.shape().getNumPoints()).isEqualTo(6));
  }

  @Test
  void rebuildsInvalidShapeWhereItStaysOnePolygon() {
    Piece spike = piece("west", ring(0, 0, 100, 0, 100, 100, 50, 100, 50, 120, 50, 100, 0, 100));
    Coverage coverage = judged(ZONE, spike, EAST);
    assertThat(coverage.findings()).extracting(Finding::code).contains(Code.INVALID_SHAPE);
    assertThat(Repair.acceptAll(coverage).findings()).isEmpty();
    assertThat(Repair.propose(open(piece("bow", Town.bowTie())))).isEmpty();
  }

  @Test
  void letsNobodyChooseBetweenTwins() {
    Coverage twins = open(WEST, piece("twin", box(0, 0, 100, 100)));
    assertThat(twins.findings()).extracting(Finding::code).containsExactly(Code.OVERLAP);
    assertThat(Repair.propose(twins)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 10})
  void makesNoNewFindingInAnyStepAndLeavesCleanCoverage(long seed) {
    WigglyGrid grid = new WigglyGrid(5, 4, 100, 6);
    Geometry outline = seed % 2 == 0 ? null : grid.outline();
    List<Piece> dirty = Town.dirty(grid, 10, 0.6, seed);
    Coverage coverage = Coverage.of(dirty, outline, Tolerances.standard());
    List<Repair.Step> steps = Repair.propose(coverage);
    assertThat(steps).isNotEmpty();
    assertThat(steps).extracting(Repair.Step::id).doesNotHaveDuplicates();
    for (Repair.Step step : steps) {
      Set<Finding> left = new HashSet<>(changed(coverage, step).findings());
      assertThat(left).as(step.textEn()).doesNotContainAnyElementsOf(step.mends());
      assertThat(left.size()).isLessThanOrEqualTo(coverage.findings().size() - step.mends().size());
    }
    Coverage clean = Repair.acceptAll(coverage);
    assertThat(clean.findings())
        .as("only gaps that may be meant")
        .allSatisfy(
            f -> {
              assertThat(f.code()).isEqualTo(Code.GAP);
              assertThat(f.widthM()).isGreaterThan(coverage.tolerances().narrowGapM());
            });
    assertThat(
            CoverageValidator.isValid(
                clean.pieces().stream().map(Piece::shape).toArray(Geometry[]::new)))
        .isTrue();
    assertNobodyLosesMoreThanItsDirt(coverage, clean);
  }

  static void assertNobodyLosesMoreThanItsDirt(Coverage before, Coverage after) {
    Map<String, Double> dirt = new HashMap<>();
    for (Finding finding : before.findings()) {
      for (String id : finding.subjects()) {
        dirt.merge(id, finding.areaM2(), Double::sum);
      }
    }
    Map<String, Piece> now = new HashMap<>();
    after.pieces().forEach(piece -> now.put(piece.id(), piece));
    for (Piece piece : before.pieces()) {
      Geometry was = piece.shape().buffer(0);
      double moved =
          Overlay.difference(was, now.get(piece.id()).shape()).getArea()
              + Overlay.difference(now.get(piece.id()).shape(), was).getArea();
      assertThat(moved)
          .as(piece.id())
          .isLessThanOrEqualTo(dirt.getOrDefault(piece.id(), 0.0) + NOISE_M2);
    }
  }

  private static Coverage changed(Coverage coverage, Repair.Step step) {
    List<Piece> pieces =
        step.after().entrySet().stream().map(e -> piece(e.getKey(), e.getValue())).toList();
    return coverage.with(pieces, step.removed());
  }

  private static double area(Coverage coverage, String id) {
    return coverage.pieces().stream()
        .filter(piece -> piece.id().equals(id))
        .findFirst()
        .orElseThrow()
        .shape()
        .getArea();
  }
}
