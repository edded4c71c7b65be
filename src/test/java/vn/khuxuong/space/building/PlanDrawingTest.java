package vn.khuxuong.space.building;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;

/** A floor of four bays of 10 m by 20 m in a row, with a corridor of 5 m behind them. */
class PlanDrawingTest {
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private static FloorPlan plan(double turnedDeg) {
    AffineTransformation place =
        AffineTransformation.rotationInstance(Math.toRadians(turnedDeg))
            .translate(592_000, 1_194_000);
    SortedMap<Integer, Polygon> bays = new TreeMap<>();
    for (int no = 0; no < 4; no++) {
      bays.put(no, box(place, no * 10, (no + 1) * 10, 0, 20));
    }
    return PlanDrawing.of(7, 3, "EPSG:9210", box(place, 0, 40, 0, 25), bays, List.of(2));
  }

  private static Polygon box(
      AffineTransformation place, double west, double east, double south, double north) {
    return (Polygon) place.transform(GEOMETRIES.toGeometry(new Envelope(west, east, south, north)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 30, 90, 135, 180, 245, 359})
  void laysTheLongSideLevelWithTheFirstBayLeft(double turned) {
    FloorPlan plan = plan(turned);
    assertThat(plan.widthM()).isCloseTo(40, within(0.02));
    assertThat(plan.depthM()).isCloseTo(25, within(0.02));
    assertThat(plan.bays().get(0).label().x()).isCloseTo(5, within(0.3));
    assertThat(plan.bays().get(3).label().x()).isCloseTo(35, within(0.3));
    // never mirrored: south of the row is downward on the plan, the corridor above
    assertThat(plan.bays())
        .allSatisfy(bay -> assertThat(bay.label().y()).isCloseTo(15, within(0.3)));
    assertThat(plan.commonLabel()).isNotNull();
    assertThat(plan.commonLabel().y()).isCloseTo(2.5, within(0.3));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 30, 135, 245})
  void pointsToGridNorth(double turned) {
    // what was turned against the clock is turned back, and north goes with it
    assertThat(plan(turned).northDeg()).isCloseTo(turned, within(0.1));
  }

  @Test
  void keepsAreasAndFindsWhatIsCommon() {
    FloorPlan plan = plan(30);
    assertThat(plan.bays())
        .allSatisfy(bay -> assertThat(area(bay.shape())).isCloseTo(200, within(0.5)));
    assertThat(plan.common()).hasSize(1);
    assertThat(area(plan.common().get(0))).isCloseTo(200, within(0.5));
    assertThat(plan.bays().get(2).wall()).isTrue();
    assertThat(plan.bays().get(1).wall()).isFalse();
  }

  @Test
  void hasNothingInCommonWhereBaysFillTheFloor() {
    SortedMap<Integer, Polygon> bays = new TreeMap<>();
    AffineTransformation still = new AffineTransformation();
    bays.put(0, box(still, 0, 10, 0, 8));
    FloorPlan plan = PlanDrawing.of(1, 1, "EPSG:9210", box(still, 0, 10, 0, 8), bays, List.of());
    assertThat(plan.common()).isEmpty();
    assertThat(plan.commonLabel()).isNull();
  }

  private static double area(FloorPlan.Shape shape) {
    return GEOMETRIES
        .createPolygon(
            shape.rings().get(0).stream()
                .map(at -> new Coordinate(at.x(), at.y()))
                .toArray(Coordinate[]::new))
        .getArea();
  }
}
