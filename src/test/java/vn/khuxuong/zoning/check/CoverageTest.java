package vn.khuxuong.zoning.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static vn.khuxuong.zoning.check.Town.bowTie;
import static vn.khuxuong.zoning.check.Town.box;
import static vn.khuxuong.zoning.check.Town.codes;
import static vn.khuxuong.zoning.check.Town.judged;
import static vn.khuxuong.zoning.check.Town.only;
import static vn.khuxuong.zoning.check.Town.open;
import static vn.khuxuong.zoning.check.Town.piece;
import static vn.khuxuong.zoning.check.Town.ring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import vn.khuxuong.geo.CoordinateOperation;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.geo.GeoJson;
import vn.khuxuong.geo.ShapeRules;
import vn.khuxuong.zoning.StorageGrid;
import vn.khuxuong.zoning.check.Finding.Action;
import vn.khuxuong.zoning.check.Finding.Code;

class CoverageTest {
  private static final Polygon ZONE = box(0, 0, 200, 100);
  private static final Piece WEST = piece("west", box(0, 0, 100, 100));
  private static final Piece EAST = piece("east", box(100, 0, 200, 100));

  @Test
  void findsNothingInTwoSquaresThatFillTheirZone() {
    assertThat(judged(ZONE, WEST, EAST).findings()).isEmpty();
    assertThat(open(WEST, EAST).findings()).isEmpty();
  }

  @Test
  void measuresOverlapAndNamesBothOwners() {
    Coverage coverage = judged(ZONE, WEST, piece("east", box(99.5, 0, 200, 100)));
    Finding overlap = only(coverage, Code.OVERLAP);
    assertThat(overlap.severity()).isEqualTo(Severity.BLOCKS);
    assertThat(overlap.areaM2()).isCloseTo(50, within(1e-6));
    assertThat(overlap.widthM()).isCloseTo(0.5, within(0.01));
    assertThat(overlap.subjects()).containsExactly("east", "west");
    assertThat(overlap.place() instanceof Polygon).isTrue();
    assertThat(overlap.messageVi()).contains("50,00 m²").contains("chồng lên nhau");
    assertThat(overlap.messageEn()).contains("50.00 m²");
    assertThat(overlap.repairs())
        .extracting(Finding.RepairOption::action)
        .containsOnly(Action.TRIM_OVERLAP);
  }

  @Test
  void takesTwoCentimetresForRealAndHalfAMillimetreForRounding() {
    assertThat(codes(judged(ZONE, WEST, piece("east", box(99.98, 0, 200, 100)))))
        .contains(Code.OVERLAP);
    assertThat(codes(judged(ZONE, WEST, piece("east", box(100.02, 0, 200, 100)))))
        .contains(Code.GAP);
    assertThat(codes(judged(ZONE, WEST, piece("east", box(99.9995, 0, 200, 100)))))
        .containsOnly(Code.UNMATCHED_EDGE);
    assertThat(codes(judged(ZONE, WEST, piece("east", box(100.0005, 0, 200, 100)))))
        .containsOnly(Code.UNMATCHED_EDGE);
  }

  @Test
  void findsNarrowGapWithAllItsOwnersAndTheZone() {
    Finding gap = only(judged(ZONE, WEST, piece("east", box(100.3, 0, 200, 100))), Code.GAP);
    assertThat(gap.areaM2()).isCloseTo(30, within(1e-3));
    assertThat(gap.widthM()).isCloseTo(0.3, within(0.01));
    assertThat(gap.subjects()).containsExactly("east", "west", Finding.ZONE);
    assertThat(gap.severity()).isEqualTo(Severity.BLOCKS);
    assertThat(gap.repairs())
        .extracting(Finding.RepairOption::action)
        .containsOnly(Action.FILL_GAP);
  }

  @Test
  void findsWideGapInOnePieceThoughItCrossesManyCells() {
    Finding gap = only(judged(box(0, 0, 1000, 1000), WEST, EAST), Code.GAP);
    assertThat(gap.areaM2()).isCloseTo(980_000, within(0.01));
    assertThat(gap.place() instanceof Polygon).isTrue();
    assertThat(gap.place().getNumPoints()).isEqualTo(8);
    assertThat(gap.subjects()).containsExactly("east", "west", Finding.ZONE);
  }

  @Test
  void findsTheWholeZoneWhereNothingIsDrawn() {
    Finding gap = only(judged(ZONE), Code.GAP);
    assertThat(gap.areaM2()).isCloseTo(20_000, within(0.01));
    assertThat(gap.subjects()).containsExactly(Finding.ZONE);
  }

  @Test
  void findsHoleOfCoverageWithoutOutlineNarrowOrWide() {
    Piece ring = piece("ring", box(0, 0, 300, 300).difference(box(100, 100, 200, 200)));
    Finding wide = only(open(ring), Code.GAP);
    assertThat(wide.areaM2()).isCloseTo(10_000, within(1e-3));
    assertThat(wide.severity()).as("a lake may be meant").isEqualTo(Severity.ADVISES);
    Finding narrow = only(open(ring, piece("pond", box(100, 100, 199.9, 200))), Code.GAP);
    assertThat(narrow.areaM2()).isCloseTo(10, within(1e-3));
    assertThat(narrow.severity()).isEqualTo(Severity.BLOCKS);
    assertThat(narrow.subjects()).containsExactly("pond", "ring");
  }

  @Test
  void findsNarrowGapThatIsOpenToTheOutside() {
    Finding strait = only(open(WEST, piece("east", box(100.5, 0, 200, 100))), Code.GAP);
    assertThat(strait.areaM2()).isCloseTo(50, within(1.5));
    assertThat(strait.widthM()).isCloseTo(0.5, within(0.02));
    assertThat(strait.subjects()).containsExactly("east", "west");
    assertThat(open(WEST, piece("east", box(105, 0, 200, 100))).findings())
        .as("five metres are a lane")
        .isEmpty();
  }

  @Test
  void takesNoCornerOfTheOutsideForAGap() {
    assertThat(open(WEST, piece("south", box(0, -100, 50, 0))).findings())
        .extracting(Finding::code)
        .containsOnly(Code.UNMATCHED_EDGE);
    assertThat(open(piece("ell", ring(0, 0, 100, 0, 100, 50, 50, 50, 50, 100, 0, 100))).findings())
        .isEmpty();
  }

  @Test
  void measuresWhatReachesBeyondTheZone() {
    Coverage coverage = judged(ZONE, WEST, piece("east", box(100, 0, 200.25, 100)));
    Finding outside = only(coverage, Code.OUTSIDE_ZONE);
    assertThat(outside.areaM2()).isCloseTo(25, within(1e-6));
    assertThat(outside.subjects()).containsExactly("east", Finding.ZONE);
    assertThat(outside.severity()).isEqualTo(Severity.BLOCKS);
    assertThat(judged(ZONE, WEST, piece("east", box(100, 0, 200.0005, 100))).findings()).isEmpty();
  }

  @Test
  void reportsInvalidShapeWithItsPlaceAndNoGapBelowIt() {
    Coverage coverage = judged(box(0, 0, 100, 100), piece("bow", bowTie()));
    Finding invalid = only(coverage, Code.INVALID_SHAPE);
    assertThat(invalid.severity()).isEqualTo(Severity.BLOCKS);
    assertThat(invalid.place().getCoordinate().x).isCloseTo(590_050, within(1e-6));
    assertThat(invalid.messageVi()).contains("tự cắt");
    assertThat(
            coverage.findings().stream()
                .filter(f -> f.code() == Code.GAP)
                .mapToDouble(Finding::areaM2)
                .sum())
        .as("the two quarters it leaves open")
        .isCloseTo(5000, within(0.01));
  }

  @Test
  void survivesEmptyAndBoundlessShapes() {
    Piece empty = piece("empty", Town.FACTORY.createPolygon());
    Polygon boundless = box(0, 0, 1, 1);
    boundless.getCoordinates()[1].setX(Double.NaN);
    boundless.geometryChanged();
    assertThat(codes(judged(ZONE, WEST, EAST, empty, piece("nan", boundless))))
        .containsExactly(Code.INVALID_SHAPE, Code.INVALID_SHAPE);
    assertThat(codes(open(empty))).containsExactly(Code.INVALID_SHAPE);
    assertThat(open().findings()).isEmpty();
    assertThat(codes(judged(ZONE, WEST, EAST, piece("far", box(1e9, 0, 1e9 + 10, 10)))))
        .containsExactly(Code.OUTSIDE_ZONE);
  }

  @Test
  void pointsToVertexThatOnlyOneNeighbourHas() {
    Piece bent = piece("east", ring(100, 0, 200, 0, 200, 100, 100, 100, 100, 40));
    Finding unmatched = only(judged(ZONE, WEST, bent), Code.UNMATCHED_EDGE);
    assertThat(unmatched.severity()).isEqualTo(Severity.ADVISES);
    assertThat(unmatched.place().getCoordinate().y).isEqualTo(1_190_040);
    assertThat(unmatched.repairs().get(0).action()).isEqualTo(Action.SNAP);
  }

  /** haidian#1258: nothing in degrees, square metres on the ground. */
  @Test
  void findsOverlapThatDegreesHideWhenOnlyOneSideHasVertices() {
    CoordinateOperation toLegal = CoordinateOperation.between(Crs.CRS84, Crs.EPSG_9210);
    Geometry coarse =
        GeoJson.readGeometry(
            "{\"type\":\"Polygon\",\"coordinates\":[[[106.5,10.8],[106.6,10.8],[106.6,10.81],[106.5,10.81],[106.5,10.8]]]}",
            ShapeRules.vietnam(Crs.CRS84));
    Geometry dense =
        GeoJson.readGeometry(
            "{\"type\":\"Polygon\",\"coordinates\":[[[106.5,10.79],[106.6,10.79],[106.6,10.8],[106.575,10.8],[106.55,10.8],[106.525,10.8],[106.5,10.8],[106.5,10.79]]]}",
            ShapeRules.vietnam(Crs.CRS84));
    assertThat(coarse.intersection(dense).getArea()).isZero();
    Coverage coverage =
        open(piece("north", toLegal.apply(coarse)), piece("south", toLegal.apply(dense)));
    assertThat(codes(coverage)).containsAnyOf(Code.OVERLAP, Code.GAP);
    assertThat(coverage.findings().stream().mapToDouble(Finding::areaM2).sum()).isGreaterThan(5);
  }

  @Test
  void tellsDuplicateFromCloseVertices() {
    Piece duplicate = piece("west", ring(0, 0, 100, 0, 100, 0, 100, 100, 0, 100));
    assertThat(codes(judged(ZONE, duplicate, EAST))).containsExactly(Code.DUPLICATE_VERTEX);
    Piece close = piece("west", ring(0, 0, 50, 0, 50.005, 0, 100, 0, 100, 100, 0, 100));
    Finding finding = only(judged(ZONE, close, EAST), Code.CLOSE_VERTICES);
    assertThat(finding.widthM()).isCloseTo(0.005, within(1e-6));
    Piece apart = piece("west", ring(0, 0, 50, 0, 50.0101, 0, 100, 0, 100, 100, 0, 100));
    assertThat(judged(ZONE, apart, EAST).findings()).isEmpty();
  }

  @Test
  void callsStripOfHalfAMetreASliverAndOneOfTwoMetresAPath() {
    Piece most = piece("east", box(100.5, 0, 200, 100));
    assertThat(codes(judged(ZONE, WEST, piece("strip", box(100, 0, 100.5, 100)), most)))
        .containsExactly(Code.SLIVER);
    assertThat(
            judged(
                    ZONE,
                    WEST,
                    piece("strip", box(100, 0, 102, 100)),
                    piece("east", box(102, 0, 200, 100)))
                .findings())
        .isEmpty();
  }

  @Test
  void findsNeckBelowTheLeastWidthButNoCorner() {
    Polygon dumbbell =
        ring(
            0, 0, 40, 0, 40, 18, 60, 18, 60, 0, 100, 0, 100, 40, 60, 40, 60, 22, 40, 22, 40, 40, 0,
            40);
    Finding narrow = only(open(new Piece("bell", "bell", dumbbell, 10)), Code.TOO_NARROW);
    assertThat(narrow.severity()).isEqualTo(Severity.ADVISES);
    assertThat(narrow.widthM()).isBetween(3.9, 6.0);
    assertThat(open(new Piece("bell", "bell", dumbbell, 3.9)).findings()).isEmpty();
    assertThat(open(new Piece("box", "box", box(0, 0, 10.1, 100), 10)).findings()).isEmpty();
    assertThat(codes(open(new Piece("box", "box", box(0, 0, 9.9, 100), 10))))
        .containsExactly(Code.TOO_NARROW);
  }

  @Test
  void findsNothingInTheSeededPlan() throws IOException {
    CoordinateOperation toLegal = CoordinateOperation.between(Crs.CRS84, Crs.EPSG_9210);
    List<Piece> pieces = new ArrayList<>();
    List<Piece> settled = new ArrayList<>();
    for (GeoJson.Feature feature : read("maps/plans/PVH-1.geojson")) {
      pieces.add(piece(feature.id(), toLegal.apply(feature.geometry())));
      settled.add(
          piece(
              feature.id(),
              StorageGrid.settle(pieces.get(pieces.size() - 1).shape(), Crs.EPSG_9210)));
    }
    Geometry zone =
        read("maps/boundaries/zones.geojson").stream()
            .filter(feature -> "PVH".equals(feature.id()))
            .map(feature -> toLegal.apply(feature.geometry()))
            .findFirst()
            .orElseThrow();
    assertThat(Coverage.of(pieces, zone, Tolerances.standard()).findings()).isEmpty();
    assertThat(Coverage.of(settled, zone, Tolerances.standard()).findings())
        .as("on the storage grid")
        .isEmpty();
    pieces.remove(7);
    assertThat(Coverage.of(pieces, zone, Tolerances.standard()).findings()).hasSize(1);
  }

  private static List<GeoJson.Feature> read(String file) throws IOException {
    return GeoJson.readFeatures(
            Files.readString(Path.of(file)), ShapeRules.vietnam(Crs.CRS84).areasOnly())
        .features();
  }

  @Test
  void doesNotDependOnTheOrderOfPieces() {
    List<Piece> pieces = Town.dirty(new WigglyGrid(6, 5, 100, 6), 12, 3, 5);
    Geometry outline = new WigglyGrid(6, 5, 100, 6).outline();
    List<Finding> findings = Coverage.of(pieces, outline, Tolerances.standard()).findings();
    List<Finding> open = Coverage.of(pieces, null, Tolerances.standard()).findings();
    assertThat(findings).isNotEmpty();
    for (int seed = 0; seed < 3; seed++) {
      Collections.shuffle(pieces, new Random(seed));
      assertThat(Coverage.of(pieces, outline, Tolerances.standard()).findings())
          .isEqualTo(findings);
      assertThat(Coverage.of(pieces, null, Tolerances.standard()).findings()).isEqualTo(open);
    }
  }

  @Test
  void refusesTwoPiecesOfOneNameAndOutlinesThatAreNone() {
    assertThatThrownBy(() -> open(WEST, WEST)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> judged(bowTie(), WEST)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> piece(Finding.ZONE, ZONE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> piece("line", ZONE.getExteriorRing()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
