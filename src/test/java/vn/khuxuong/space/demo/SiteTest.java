package vn.khuxuong.space.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.WKTReader;
import vn.khuxuong.space.demo.Site.Placement;

class SiteTest {
  private static final GeometryFactory METRES = new GeometryFactory();
  private static final FloorPlan PLAN = FloorPlan.oneRow(8, 8, 33, 6);

  /** A field of 400 x 200 m whose long side runs 30 degrees north of east. */
  private static Polygon slantedField() {
    double cos = Math.cos(Math.PI / 6);
    double sin = Math.sin(Math.PI / 6);
    List<Coordinate> ring = new ArrayList<>();
    for (double[] xy : new double[][] {{0, 0}, {400, 0}, {400, 200}, {0, 200}, {0, 0}}) {
      ring.add(
          new Coordinate(
              600_000 + xy[0] * cos - xy[1] * sin, 1_190_000 + xy[0] * sin + xy[1] * cos));
    }
    return METRES.createPolygon(ring.toArray(Coordinate[]::new));
  }

  @Test
  void buildingsStandInsideAndApartUntilThereIsNoRoom() throws Exception {
    Polygon field = slantedField();
    Site site = new Site(field);
    List<Geometry> standing = new ArrayList<>();
    for (Optional<Placement> place = site.take(PLAN.widthM(), PLAN.depthM());
        place.isPresent();
        place = site.take(PLAN.widthM(), PLAN.depthM())) {
      standing.add(new WKTReader().read(place.get().wkt(PLAN.corners())));
    }
    assertThat(standing).hasSizeBetween(6, 12);
    for (int i = 0; i < standing.size(); i++) {
      assertThat(field.covers(standing.get(i))).isTrue();
      assertThat(field.getExteriorRing().distance(standing.get(i))).isGreaterThan(14.9);
      assertThat(standing.get(i).getArea()).isBetween(2495.9, 2496.1);
      for (int j = 0; j < i; j++) {
        assertThat(standing.get(i).distance(standing.get(j))).isGreaterThan(23.9);
      }
    }
  }

  @Test
  void buildingsAreParallelToTheLongestSide() throws Exception {
    Placement place = new Site(slantedField()).take(64, 39).orElseThrow();
    Coordinate[] ring = new WKTReader().read(place.wkt(PLAN.corners())).getCoordinates();
    double degrees = Math.toDegrees(Math.atan2(ring[1].y - ring[0].y, ring[1].x - ring[0].x));
    assertThat(degrees).isBetween(29.99, 30.01);
  }

  @Test
  void landThatIsTooSmallTakesNothing() {
    Polygon small =
        METRES.createPolygon(
            new Coordinate[] {
              new Coordinate(0, 0),
              new Coordinate(20, 0),
              new Coordinate(20, 20),
              new Coordinate(0, 0)
            });
    assertThat(new Site(small).take(64, 39)).isEmpty();
  }
}
