package vn.khuxuong.zoning.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;
import static vn.khuxuong.zoning.edit.CoverageAssert.assertClean;
import static vn.khuxuong.zoning.edit.Town.area;
import static vn.khuxuong.zoning.edit.Town.box;
import static vn.khuxuong.zoning.edit.Town.byCode;
import static vn.khuxuong.zoning.edit.Town.exactly;
import static vn.khuxuong.zoning.edit.Town.line;
import static vn.khuxuong.zoning.edit.Town.use;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import vn.khuxuong.zoning.Attribute;
import vn.khuxuong.zoning.LandUse;
import vn.khuxuong.zoning.Subzone;
import vn.khuxuong.zoning.Zone;
import vn.khuxuong.zoning.edit.EditRefusal.Reason;

class DrawingTest {
  private final Zone zone = Town.zone(3, 3);
  private final Map<String, Subzone> grid = Town.grid(3, 3);

  private Map<String, Subzone> apply(Map<String, Subzone> before, Edit... edits) {
    return Drawing.apply(before, zone, List.of(edits), Town.uids());
  }

  private Map<String, Subzone> clean(Edit... edits) {
    Map<String, Subzone> after = apply(grid, edits);
    assertClean(after);
    assertThat(area(after)).isEqualTo(area(grid), within(0.01));
    return after;
  }

  private EditRefusal refused(Map<String, Subzone> before, Edit... edits) {
    EditRefusal refusal = catchThrowableOfType(EditRefusal.class, () -> apply(before, edits));
    assertThat(refusal).isNotNull();
    assertThat(refusal.vi()).isNotBlank();
    return refusal;
  }

  private static Geometry point(double x, double y) {
    return Town.LEGAL.geometryFactory().createPoint(exactly(x, y));
  }

  private static boolean hasVertex(Subzone subzone, double x, double y) {
    return Arrays.stream(subzone.shape().getCoordinates())
        .anyMatch(c -> c.distance(exactly(x, y)) < 0.0002);
  }

  @Test
  void splitKeepsIdentityForTheLargestAndTellsTheNeighbours() {
    Map<String, Subzone> after = clean(new Edit.Split("CN-05", line(130, 90, 130, 210), List.of()));
    assertThat(after).hasSize(10);
    assertThat(after.get("u05").areaM2()).isEqualTo(7000, within(0.02));
    assertThat(byCode(after, "CN-10").areaM2()).isEqualTo(3000, within(0.02));
    assertThat(byCode(after, "CN-10").far()).isEqualTo(2.5);
    assertThat(hasVertex(after.get("u02"), 130, 100)).isTrue();
    assertThat(hasVertex(after.get("u08"), 130, 200)).isTrue();
    assertThat(after.get("u01")).isSameAs(grid.get("u01"));
    assertThat(after.get("u04")).isSameAs(grid.get("u04"));
    assertThat(new ArrayList<>(after.keySet()).subList(0, 9))
        .containsExactlyElementsOf(grid.keySet());
  }

  @Test
  void splitFromVertexToVertexMakesNoVertex() {
    Map<String, Subzone> after =
        clean(new Edit.Split("u05", line(100, 100, 200, 200), List.of("HT-01")));
    assertThat(byCode(after, "HT-01").areaM2()).isEqualTo(5000, within(0.02));
    assertThat(byCode(after, "HT-01").shape().getNumPoints()).isEqualTo(4);
    assertThat(after.get("u06")).isSameAs(grid.get("u06"));
  }

  @Test
  void splitMayCutSeveralPieces() {
    Map<String, Subzone> after =
        clean(
            new Edit.Split(
                "CN-05", line(90, 120, 210, 120, 210, 180, 90, 180.5), List.of("A", "B")));
    assertThat(byCode(after, "A").areaM2()).isEqualTo(2000, within(60.0));
    assertThat(byCode(after, "B").areaM2()).isLessThan(2000);
    assertThat(after.get("u05").areaM2()).isGreaterThan(5900);
  }

  @Test
  void refusesLineThatDoesNotCross() {
    EditRefusal refusal =
        refused(grid, new Edit.Split("CN-05", line(130, 90, 130, 150), List.of()));
    assertThat(refusal.reason()).isEqualTo(Reason.DOES_NOT_CROSS);
    assertThat(refusal.index()).isZero();
    assertThat(refusal.field()).contains("line");
    assertThat(refusal.place()).isPresent();
    assertThat(refusal.remedyVi()).isPresent();
  }

  @Test
  void refusesUnknownSubzoneAndTakenCode() {
    assertThat(refused(grid, new Edit.Remove("CN-01"), new Edit.Remove("CN-77")).index())
        .isEqualTo(1);
    EditRefusal taken =
        refused(grid, new Edit.Split("CN-05", line(130, 90, 130, 210), List.of("CN-01")));
    assertThat(taken.reason()).isEqualTo(Reason.CODE_TAKEN);
    assertThat(taken.remedyEn()).hasValueSatisfying(r -> assertThat(r).contains("CN-10"));
  }

  @Test
  void codesChangePlacesWithinOneBatch() {
    for (List<String> names : List.of(List.of("CN-01", "CN-05"), List.of("u01", "u05"))) {
      Map<String, Subzone> after =
          apply(grid, code(names.get(0), "CN-05"), code(names.get(1), "CN-01"));
      assertThat(after.get("u01").code()).isEqualTo("CN-05");
      assertThat(after.get("u05").code()).isEqualTo("CN-01");
    }
    Map<String, Subzone> around =
        apply(grid, code("CN-01", "CN-02"), code("CN-02", "CN-03"), code("CN-03", "CN-01"));
    assertThat(List.of("u01", "u02", "u03"))
        .extracting(uid -> around.get(uid).code())
        .containsExactly("CN-02", "CN-03", "CN-01");
  }

  @Test
  void codeLeftToTwoIsTheFaultOfTheEditThatGaveIt() {
    EditRefusal taken =
        refused(grid, code("CN-09", "X"), code("CN-05", "CN-01"), code("X", "CN-09"));
    assertThat(taken.reason()).isEqualTo(Reason.CODE_TAKEN);
    assertThat(taken.index()).isEqualTo(1);
    assertThat(taken.field()).contains("code");
    assertThat(taken.place().orElseThrow().equalsExact(grid.get("u01").shape())).isTrue();
  }

  private static Edit code(String subzone, String code) {
    return new Edit.SetAttributes(subzone, Map.of(Attribute.CODE, Optional.of(code)));
  }

  @Test
  void mergeUndoesSplit() {
    Map<String, Subzone> after =
        clean(
            new Edit.Split("CN-05", line(130, 90, 130, 210), List.of("X")),
            new Edit.Merge(List.of("X", "CN-05"), "u05"));
    assertThat(after).hasSize(9);
    assertThat(after.get("u05").areaM2()).isEqualTo(10000, within(0.02));
  }

  @Test
  void refusesToMergeWhatMeetsInAPointOnly() {
    assertThat(refused(grid, new Edit.Merge(List.of("CN-01", "CN-05"), null)).reason())
        .isEqualTo(Reason.NOT_NEIGHBOURS);
    assertThat(refused(grid, new Edit.Merge(List.of("CN-01", "u01"), null)).reason())
        .isEqualTo(Reason.NOT_NEIGHBOURS);
  }

  @Test
  void corridorTakesItsWidthFromAllItPasses() {
    Map<String, Subzone> after =
        clean(new Edit.CutCorridor(line(0, 150, 300, 150), 20, List.of(), use(LandUse.ROAD)));
    Subzone road = byCode(after, "GT-01");
    assertThat(road.areaM2()).isEqualTo(6000, within(0.05));
    assertThat(road.landUse()).isEqualTo(LandUse.ROAD);
    assertThat(road.nameVi()).isEqualTo("Giao thông GT-01");
    assertThat(after).hasSize(13);
    assertThat(after.get("u04").areaM2()).isEqualTo(4000, within(0.05));
  }

  @Test
  void slantedCorridorLeavesACleanCoverage() {
    Map<String, Subzone> after =
        clean(
            new Edit.CutCorridor(
                line(-20, 13.7, 120, 111.1, 171.3, 320), 17.3, List.of(), use(LandUse.ROAD)),
            new Edit.CutCorridor(
                line(-20, 280, 150, 50, 320, 66.6), 12, List.of(), use(LandUse.ROAD)));
    assertThat(after.values().stream().filter(s -> s.landUse() == LandUse.ROAD).count())
        .isGreaterThanOrEqualTo(2);
  }

  @Test
  void corridorTakesFromNamedSubzonesOnly() {
    Map<String, Subzone> after =
        clean(new Edit.CutCorridor(box(90, 140, 210, 160), 0, List.of("CN-05"), use(LandUse.ROAD)));
    assertThat(byCode(after, "GT-01").areaM2()).isEqualTo(2000, within(0.02));
    assertThat(after.get("u04").areaM2()).isEqualTo(10000, within(0.02));
  }

  @Test
  void refusesCorridorThatMissesOrSwallows() {
    assertThat(
            refused(
                    grid,
                    new Edit.CutCorridor(line(0, 900, 300, 900), 20, List.of(), use(LandUse.ROAD)))
                .reason())
        .isEqualTo(Reason.DOES_NOT_CROSS);
    assertThat(
            refused(
                    grid,
                    new Edit.CutCorridor(
                        box(90, 90, 210, 210), 0, List.of("CN-05"), use(LandUse.ROAD)))
                .reason())
        .isEqualTo(Reason.NOTHING_LEFT);
  }

  @Test
  void sharedEdgeMovesForBothNeighbours() {
    Map<String, Subzone> after =
        clean(new Edit.MoveSharedEdge("CN-04", "CN-05", line(110, 100, 115, 150, 90, 200)));
    double grown = (10 + 15) / 2.0 * 50 + (15 - 10) / 2.0 * 50;
    assertThat(after.get("u04").areaM2()).isEqualTo(10000 + grown, within(0.05));
    assertThat(after.get("u05").areaM2()).isEqualTo(10000 - grown, within(0.05));
    assertThat(after.get("u06")).isSameAs(grid.get("u06"));
  }

  @Test
  void refusesSharedEdgeThatEndsInside() {
    assertThat(
            refused(grid, new Edit.MoveSharedEdge("CN-04", "CN-05", line(110, 100, 115, 150)))
                .reason())
        .isEqualTo(Reason.DOES_NOT_CROSS);
  }

  @Test
  void vertexMovesInAllFourOwners() {
    Map<String, Subzone> after =
        clean(new Edit.MoveVertices(List.of(exactly(100, 100)), List.of(exactly(110, 105))));
    for (String uid : List.of("u01", "u02", "u04", "u05")) {
      assertThat(hasVertex(after.get(uid), 110, 105)).isTrue();
      assertThat(hasVertex(after.get(uid), 100, 100)).isFalse();
    }
    assertThat(after.get("u03")).isSameAs(grid.get("u03"));
  }

  @Test
  void refusesVertexMoveThatMakesABowTie() {
    EditRefusal refusal =
        refused(
            grid, new Edit.MoveVertices(List.of(exactly(100, 100)), List.of(exactly(250, 150))));
    assertThat(refusal.reason()).isEqualTo(Reason.BAD_SHAPE);
    assertThat(refusal.en()).contains("crosses itself");
    assertThat(refusal.place()).isPresent();
  }

  @Test
  void refusesVertexMoveThatTurnsATriangleOver() {
    Map<String, Subzone> cut =
        apply(grid, new Edit.Split("CN-05", line(100, 195, 150, 200), List.of("TIP")));
    EditRefusal refusal =
        refused(cut, new Edit.MoveVertices(List.of(exactly(100, 195)), List.of(exactly(110, 203))));
    assertThat(refusal.reason()).isEqualTo(Reason.BAD_SHAPE);
  }

  @Test
  void makesABrokenShapeValidOnlyAsFarAsAllowed() {
    Map<String, Subzone> broken = new LinkedHashMap<>(grid);
    Subzone bowTie =
        grid.get("u05").withShape(Town.polygon(100, 100, 200, 200, 200, 100, 100, 200));
    broken.put("u05", bowTie);
    assertThat(refused(broken, new Edit.MakeValid("CN-05", false)).reason())
        .isEqualTo(Reason.FALLS_APART);
    Map<String, Subzone> after = apply(broken, new Edit.MakeValid("CN-05", true));
    assertThat(after).hasSize(10);
    assertThat(after.get("u05").areaM2()).isEqualTo(2500, within(0.05));
    assertClean(after);
  }

  @Test
  void refusesVertexThatIsNotThere() {
    assertThat(
            refused(grid, new Edit.MoveVertices(List.of(exactly(150, 100)), List.of(exactly(0, 0))))
                .reason())
        .isEqualTo(Reason.NOTHING_THERE);
    assertThat(refused(grid, new Edit.InsertVertex(exactly(150, 150))).reason())
        .isEqualTo(Reason.NOTHING_THERE);
  }

  @Test
  void insertedVertexIsInBothNeighboursAndCanBeRemoved() {
    Map<String, Subzone> after = clean(new Edit.InsertVertex(exactly(150, 100.004)));
    assertThat(hasVertex(after.get("u02"), 150, 100)).isTrue();
    assertThat(hasVertex(after.get("u05"), 150, 100)).isTrue();
    Map<String, Subzone> back = apply(after, new Edit.RemoveVertex(exactly(150, 100)));
    assertThat(back.get("u02").shape().equalsExact(grid.get("u02").shape())).isTrue();
    assertClean(back);
  }

  @Test
  void gapGoesToTheLongestBorderOrTheNamedOrANewSubzone() {
    Map<String, Subzone> holed = apply(grid, new Edit.Remove("CN-05"));
    Map<String, Subzone> named = apply(holed, new Edit.FillGap(point(150, 150), "CN-04", Map.of()));
    assertThat(named.get("u04").areaM2()).isEqualTo(20000, within(0.02));
    assertClean(named);
    Map<String, Subzone> made =
        apply(holed, new Edit.FillGap(point(150, 150), null, use(LandUse.GREEN)));
    assertThat(byCode(made, "CX-01").areaM2()).isEqualTo(10000, within(0.02));
    assertClean(made);
    Map<String, Subzone> part =
        apply(holed, new Edit.FillGap(box(100, 100, 150, 200), null, Map.of()));
    assertThat(part.get("u04").areaM2()).isEqualTo(15000, within(0.02));
    assertClean(part);
    assertThat(refused(grid, new Edit.FillGap(point(150, 150), null, Map.of())).reason())
        .isEqualTo(Reason.NOTHING_THERE);
    assertThat(refused(holed, new Edit.FillGap(point(150, 150), "CN-01", Map.of())).reason())
        .isEqualTo(Reason.NOT_NEIGHBOURS);
  }

  @Test
  void createBesideNeighboursPutsItsVerticesOnTheirEdges() {
    Map<String, Subzone> holed = apply(grid, new Edit.Remove("CN-05"));
    Map<String, Subzone> after =
        apply(holed, new Edit.Create(use(LandUse.GREEN), box(100, 120, 200, 180.3)));
    assertClean(after);
    assertThat(hasVertex(after.get("u04"), 100, 120)).isTrue();
    assertThat(hasVertex(after.get("u06"), 200, 180.3)).isTrue();
    assertThat(byCode(after, "CX-01").nameEn()).isEqualTo("Greenery CX-01");
  }

  @Test
  void createTakesAUidThatNobodyHas() {
    Map<String, Subzone> holed = apply(grid, new Edit.Remove("CN-05"));
    Map<String, Subzone> after =
        apply(holed, new Edit.Create("mine", use(LandUse.GREEN), box(100, 100, 200, 200)));
    assertThat(after.get("mine").code()).isEqualTo("CX-01");
    EditRefusal taken =
        refused(grid, new Edit.Create("u04", use(LandUse.GREEN), box(100, 100, 200, 200)));
    assertThat(taken.reason()).isEqualTo(Reason.BAD_ATTRIBUTE);
    assertThat(taken.field()).contains("uid");
  }

  @Test
  void createNeedsALandUse() {
    EditRefusal refusal = refused(grid, new Edit.Create(Map.of(), box(0, 0, 10, 10)));
    assertThat(refusal.reason()).isEqualTo(Reason.BAD_ATTRIBUTE);
  }

  @Test
  void trimTakesWhatTheOtherKeeps() {
    Map<String, Subzone> overlapping =
        apply(grid, new Edit.Reshape("CN-05", box(100, 100, 212.5, 200)));
    Map<String, Subzone> after = apply(overlapping, new Edit.TrimOverlap("CN-06", "CN-05"));
    assertThat(after.get("u06").areaM2()).isEqualTo(8750, within(0.05));
    assertClean(after);
    Map<String, Subzone> back = apply(overlapping, new Edit.TrimOverlap("CN-05", null));
    assertThat(back.get("u05").areaM2()).isEqualTo(10000, within(0.05));
    assertClean(back);
    assertThat(refused(grid, new Edit.TrimOverlap("CN-05", null)).reason())
        .isEqualTo(Reason.NOTHING_THERE);
  }

  @Test
  void clipTakesAwayWhatIsOutside() {
    Map<String, Subzone> beyond = apply(grid, new Edit.Reshape("CN-06", box(200, 100, 333, 200)));
    Map<String, Subzone> after = apply(beyond, new Edit.ClipToZone(null));
    assertThat(after.get("u06").areaM2()).isEqualTo(10000, within(0.02));
    assertClean(after);
    assertThat(after.get("u05")).isSameAs(beyond.get("u05"));
    assertThat(refused(grid, new Edit.ClipToZone("CN-06")).reason())
        .isEqualTo(Reason.NOTHING_THERE);
  }

  @Test
  void snapClosesGapsAndOverlapsWithinTolerance() {
    Map<String, Subzone> sloppy =
        apply(
            grid,
            new Edit.Reshape(
                "CN-05",
                Town.polygon(100.2, 100.1, 150, 99.8, 199.7, 100, 200.1, 200.2, 99.8, 199.9)));
    Map<String, Subzone> after = apply(sloppy, new Edit.Snap(List.of("CN-05"), 0.5));
    assertClean(after);
    assertThat(hasVertex(after.get("u02"), 150, 100)).isTrue();
    assertThat(after.get("u05").areaM2()).isEqualTo(10000, within(0.05));
    assertThat(area(after)).isEqualTo(90000, within(0.05));
  }

  @Test
  void renumbersInReadingOrderAndOnlyOnce() {
    Map<String, Subzone> after = apply(grid, new Edit.Renumber(List.of()));
    assertThat(after.get("u07").code()).isEqualTo("CN-01");
    assertThat(after.get("u09").code()).isEqualTo("CN-03");
    assertThat(after.get("u01").code()).isEqualTo("CN-07");
    assertThat(after.get("u05")).isSameAs(grid.get("u05"));
    Map<String, Subzone> again = apply(after, new Edit.Renumber(List.of()));
    again.forEach((uid, subzone) -> assertThat(subzone).isSameAs(after.get(uid)));
  }

  @Test
  void attributesArePatched() {
    Map<String, Subzone> after =
        apply(
            grid,
            new Edit.SetAttributes(
                "CN-05",
                Map.of(Attribute.FAR, Optional.empty(), Attribute.CODE, Optional.of("HT-09"))));
    assertThat(after.get("u05").far()).isNull();
    assertThat(after.get("u05").code()).isEqualTo("HT-09");
    assertThat(after.get("u05").maxFloors()).isEqualTo(5);
    assertThat(
            refused(
                    grid,
                    new Edit.SetAttributes("CN-05", Map.of(Attribute.CODE, Optional.of("CN-01"))))
                .reason())
        .isEqualTo(Reason.CODE_TAKEN);
    assertThat(
            refused(
                    grid,
                    new Edit.SetAttributes("CN-05", Map.of(Attribute.NAME_VI, Optional.empty())))
                .field())
        .contains("nameVi");
  }

  @Test
  void neverChangesWhatItWasGiven() {
    Map<String, Subzone> copy = Map.copyOf(grid);
    refused(grid, new Edit.Remove("CN-01"), new Edit.Split("CN-02", line(0, 0, 1, 1), List.of()));
    assertThat(grid).containsExactlyInAnyOrderEntriesOf(copy);
  }

  @Test
  void refusesMoreThanABatchMayHave() {
    List<Edit> edits = new ArrayList<>();
    for (int i = 0; i <= Drawing.MAX_EDITS; i++) {
      edits.add(new Edit.Remove("CN-01"));
    }
    EditRefusal many =
        catchThrowableOfType(
            EditRefusal.class, () -> Drawing.apply(grid, zone, edits, Town.uids()));
    assertThat(many.reason()).isEqualTo(Reason.TOO_MUCH);
    Coordinate[] points = new Coordinate[Drawing.MAX_VERTICES + 1];
    Arrays.setAll(points, i -> exactly(i, 0));
    Edit.Split huge =
        new Edit.Split("CN-01", Town.LEGAL.geometryFactory().createLineString(points), List.of());
    assertThat(refused(grid, huge).reason()).isEqualTo(Reason.TOO_MUCH);
  }
}
