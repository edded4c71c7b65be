package vn.khuxuong.zoning.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import vn.khuxuong.geo.CoordinateOperation;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.zoning.StorageGrid;
import vn.khuxuong.zoning.Subzone;
import vn.khuxuong.zoning.exchange.CrsDetection.Candidate;

/** Files of the plan of Phạm Văn Hai, right and shifted in every way that programs get it wrong. */
class CrsDetectionTest {
  private static final CoordinateOperation PROJECT =
      CoordinateOperation.between(Crs.EPSG_4756, Crs.EPSG_9210);

  @Test
  void wrongOperationsAreThoseOfTheTestPoint() {
    assertThat(projected(Shift.EPSG_5194)).satisfies(near(584005.100, 1194441.815));
    assertThat(projected(Shift.WRONG_ROTATION)).satisfies(near(584006.405, 1194442.063));
    double[] unshifted = {106.52, 10.80};
    PROJECT.apply(unshifted);
    assertThat(unshifted).satisfies(near(584201.591, 1194329.811));
  }

  private static double[] projected(Shift shift) {
    double[] xy = shift.toVn2000(106.52, 10.80);
    PROJECT.apply(xy);
    return xy;
  }

  private static java.util.function.Consumer<double[]> near(double east, double north) {
    return xy -> {
      assertThat(xy[0]).isCloseTo(east, within(0.0015));
      assertThat(xy[1]).isCloseTo(north, within(0.0015));
    };
  }

  @ParameterizedTest
  @CsvSource({
    "EPSG_9210, false",
    "EPSG_9210, true",
    "CRS84, false",
    "CRS84, true",
    "EPSG_5899, false",
    "EPSG_5899, true",
    "EPSG_3405, false",
    "EPSG_32648, false",
    "EPSG_3857, false",
    "EPSG_4756, false",
    "EPSG_9218, true",
    "EPSG_5897, false"
  })
  void recognisesSystemAndOrderOfAxes(Crs crs, boolean swapped) {
    CoordinateOperation to = CoordinateOperation.between(Crs.CRS84, crs);
    List<Geometry> file =
        file(
            c -> {
              Coordinate out = to.apply(c);
              return swapped ? new Coordinate(out.y, out.x) : out;
            });
    Candidate best = best(file, null);
    assertThat(best.reading()).isEqualTo(new Reading(crs, swapped, Shift.RIGHT));
    assertThat(best.insideShare()).isEqualTo(1);
    assertThat(best.residualM()).isLessThan(0.001);
    assertRestored(best, file);
  }

  @ParameterizedTest
  @CsvSource({"EPSG_5194, 0.80", "WRONG_ROTATION, 0.55", "NO_DATUM_SHIFT, 225.6"})
  void recognisesTm3FileMadeFromWgs84WithTheWrongOperation(Shift shift, double offM) {
    List<Geometry> file =
        file(
            c -> {
              double[] xy =
                  shift == Shift.NO_DATUM_SHIFT
                      ? new double[] {c.x, c.y}
                      : shift.toVn2000(c.x, c.y);
              PROJECT.apply(xy);
              return new Coordinate(xy[0], xy[1]);
            });
    Candidate best = best(file, Crs.EPSG_9210);
    assertThat(best.reading()).isEqualTo(new Reading(Crs.EPSG_9210, false, shift));
    assertThat(best.offM()).isCloseTo(offM, within(0.2));
    assertRestored(best, file);
    System.out.println(best.en());
    System.out.println(best.vi());
  }

  @ParameterizedTest
  @CsvSource({"EPSG_5194, 0.80", "WRONG_ROTATION, 0.55", "NO_DATUM_SHIFT, 225.6"})
  void recognisesLonLatFileMadeFromVn2000WithTheWrongOperation(Shift shift, double offM) {
    CoordinateOperation toVn2000 = CoordinateOperation.between(Crs.CRS84, Crs.EPSG_4756);
    List<Geometry> file =
        file(
            c -> {
              Coordinate vn = toVn2000.apply(c);
              double[] xy =
                  shift == Shift.NO_DATUM_SHIFT
                      ? new double[] {vn.x, vn.y}
                      : shift.toWgs84(vn.x, vn.y);
              return new Coordinate(xy[0], xy[1]);
            });
    Candidate best = best(file, Crs.CRS84);
    assertThat(best.reading()).isEqualTo(new Reading(Crs.CRS84, false, shift));
    assertThat(best.offM()).isCloseTo(offM, within(0.2));
    assertRestored(best, file);
    System.out.println(best.en());
  }

  @Test
  void fileThatSharesOnlyTheOutlineIsRecognisedByIt() {
    Geometry outline = StorageGrid.toStored(PhamVanHai.ZONE.outline(), PhamVanHai.LEGAL);
    Geometry shifted =
        moved(
            outline,
            c -> {
              double[] xy = Shift.EPSG_5194.toVn2000(c.x, c.y);
              PROJECT.apply(xy);
              return new Coordinate(xy[0], xy[1]);
            });
    List<Candidate> found =
        CrsDetection.rank(List.of(shifted), Crs.EPSG_9210, PhamVanHai.ZONE, List.of());
    assertThat(found.get(0).reading().shift()).isEqualTo(Shift.EPSG_5194);
  }

  @Test
  void nothingIsClaimedAboutShiftsWhereNothingIsKnown() {
    Geometry somewhere = PhamVanHai.ZONE.outline().getInteriorPoint().buffer(120, 3);
    List<Candidate> found =
        CrsDetection.rank(List.of(somewhere), Crs.EPSG_9210, PhamVanHai.ZONE, List.of());
    assertThat(found.get(0).reading()).isEqualTo(new Reading(Crs.EPSG_9210, false, Shift.RIGHT));
    assertThat(found).allMatch(c -> c.reading().shift() == Shift.RIGHT);
  }

  @Test
  void fileFarAwayHasNoReading() {
    Geometry hanoi = new GeometryFactory().createPoint(new Coordinate(105.8, 21)).buffer(0.01);
    assertThat(CrsDetection.rank(List.of(hanoi), Crs.CRS84, PhamVanHai.ZONE, List.of())).isEmpty();
    Geometry huge =
        new GeometryFactory()
            .createLineString(
                new Coordinate[] {new Coordinate(1e308, -1e308), new Coordinate(0, 0)});
    assertThat(CrsDetection.rank(List.of(huge), null, PhamVanHai.ZONE, List.of())).isEmpty();
  }

  @Test
  void namesOfReadingsLeadBackToThem() {
    for (Crs crs : Crs.values()) {
      for (Shift shift : Shift.values()) {
        for (boolean swapped : new boolean[] {true, false}) {
          Reading reading = new Reading(crs, swapped, shift);
          assertThat(Reading.find(reading.id())).contains(reading);
        }
      }
    }
    assertThat(Reading.find("EPSG:9210~sideways")).isEmpty();
  }

  private static Candidate best(List<Geometry> file, @Nullable Crs declared) {
    return CrsDetection.rank(
            file,
            declared,
            PhamVanHai.ZONE,
            PhamVanHai.SUBZONES.stream().map(Subzone::shape).toList())
        .get(0);
  }

  /** The reading brings every vertex back to where it was, to a millimetre. */
  private static void assertRestored(Candidate best, List<Geometry> file) {
    double worst = 0;
    for (int i = 0; i < file.size(); i++) {
      Geometry back = best.reading().toLegal(file.get(i), PhamVanHai.LEGAL);
      Coordinate[] was = PhamVanHai.SUBZONES.get(i).shape().getCoordinates();
      Coordinate[] is = back.getCoordinates();
      for (int k = 0; k < was.length; k++) {
        worst = Math.max(worst, was[k].distance(is[k]));
      }
    }
    assertThat(worst).isLessThan(0.001);
  }

  private static List<Geometry> file(UnaryOperator<Coordinate> change) {
    return PhamVanHai.SUBZONES.stream()
        .map(s -> moved(StorageGrid.toStored(s.shape(), PhamVanHai.LEGAL), change))
        .toList();
  }

  private static Geometry moved(Geometry lonLat, UnaryOperator<Coordinate> change) {
    Geometry copy = lonLat.copy();
    CoordinateFilter each =
        c -> {
          Coordinate out = change.apply(new Coordinate(c.x, c.y));
          c.x = out.x;
          c.y = out.y;
        };
    copy.apply(each);
    copy.geometryChanged();
    return copy;
  }
}
