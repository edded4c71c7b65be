package vn.khuxuong.zoning.coarse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import vn.khuxuong.geo.CoordinateOperation;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.geo.GeoJson;
import vn.khuxuong.geo.ShapeRules;

class CoarseCoverageTest {
  private static final GeometryFactory FACTORY = Crs.EPSG_3857.geometryFactory();

  /** Width and height of a piece of the invented coverage. */
  private static final double SIDE = 400;

  @ParameterizedTest
  @ValueSource(doubles = {9.6, 38.2, 305.7})
  void neighboursKeepExactlyTheSameVerticesAlongTheirCommonEdge(double tolerance) {
    List<Polygon> pieces = wiggly();
    List<Polygon> coarse = new CoarseCoverage(pieces).simplified(tolerance);

    assertThat(coarse).hasSize(16).allMatch(Polygon::isValid).noneMatch(Polygon::isEmpty);
    assertThat(CoverageValidator.isValid(coarse.toArray(Geometry[]::new))).isTrue();
    assertThat(vertices(coarse)).isLessThan(vertices(pieces));
    for (int i = 0; i < coarse.size(); i++) {
      for (int j = 0; j < i; j++) {
        Geometry common = coarse.get(i).getBoundary().intersection(coarse.get(j).getBoundary());
        if (common.getLength() > 0) {
          Set<Coordinate> ours = on(common, coarse.get(i));
          assertThat(ours).hasSizeGreaterThan(1).isEqualTo(on(common, coarse.get(j)));
        }
      }
    }
  }

  @Test
  void vertexOfANeighbourOnAnEdgeIsNoCrackAfterwards() {
    Polygon west = polygon(0, 0, 100, 0, 100, 200, 0, 200);
    Polygon southEast = polygon(100, 0, 200, 0, 200, 110, 150, 113, 100, 100);
    Polygon northEast = polygon(100, 100, 150, 113, 200, 110, 200, 200, 100, 200.004);
    List<Polygon> coarse = new CoarseCoverage(List.of(west, southEast, northEast)).simplified(5);

    assertThat(CoverageValidator.isValid(coarse.toArray(Geometry[]::new))).isTrue();
    assertThat(Arrays.asList(coarse.get(0).getCoordinates())).contains(new Coordinate(100, 100));
    assertThat(CoarseCoverage.union(coarse).getArea()).isCloseTo(40_000, within(100.0));
    assertThat(((Polygon) CoarseCoverage.union(coarse).getGeometryN(0)).getNumInteriorRing())
        .isZero();
  }

  @Test
  void noPieceCollapsesHoweverCoarse() throws IOException {
    List<Polygon> plan = planOfPhamVanHai();
    for (double tolerance : new double[] {10, 40, 300, 3000}) {
      List<Polygon> coarse = new CoarseCoverage(plan).simplified(tolerance);
      assertThat(coarse).hasSameSizeAs(plan).allMatch(Polygon::isValid);
      assertThat(CoverageValidator.isValid(coarse.toArray(Geometry[]::new))).isTrue();
      for (int i = 0; i < plan.size(); i++) {
        assertThat(coarse.get(i).getArea()).isGreaterThan(0.2 * plan.get(i).getArea());
      }
    }
  }

  @Test
  void tellsWhetherThePiecesFillAZone() throws IOException {
    List<Polygon> plan = planOfPhamVanHai();
    CoarseCoverage coverage = new CoarseCoverage(plan);
    Geometry zone = CoarseCoverage.union(plan);
    assertThat(coverage.fills(zone)).isTrue();
    assertThat(coverage.fills(zone.buffer(5))).isFalse();
    assertThat(new CoarseCoverage(plan.subList(1, plan.size())).fills(zone)).isFalse();
  }

  private static Set<Coordinate> on(Geometry line, Polygon polygon) {
    Set<Coordinate> on = new HashSet<>();
    for (Coordinate vertex : polygon.getCoordinates()) {
      if (line.distance(FACTORY.createPoint(vertex)) == 0) {
        on.add(vertex);
      }
    }
    return on;
  }

  private static int vertices(List<Polygon> polygons) {
    return polygons.stream().mapToInt(Polygon::getNumPoints).sum();
  }

  /** Sixteen pieces whose edges wiggle by up to 12 metres, twenty vertices a side. */
  private static List<Polygon> wiggly() {
    List<Polygon> pieces = new ArrayList<>();
    for (int row = 0; row < 4; row++) {
      for (int column = 0; column < 4; column++) {
        List<Coordinate> ring = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
          ring.add(vertex(column + i / 20.0, row, true));
        }
        for (int i = 0; i < 20; i++) {
          ring.add(vertex(column + 1, row + i / 20.0, false));
        }
        for (int i = 20; i > 0; i--) {
          ring.add(vertex(column + i / 20.0, row + 1, true));
        }
        for (int i = 20; i > 0; i--) {
          ring.add(vertex(column, row + i / 20.0, false));
        }
        ring.add(ring.get(0).copy());
        pieces.add(FACTORY.createPolygon(ring.toArray(Coordinate[]::new)));
      }
    }
    return pieces;
  }

  private static Coordinate vertex(double column, double row, boolean alongRow) {
    double at = alongRow ? column : row;
    double off = at == Math.rint(at) ? 0 : 12 * Math.sin(37 * at + 5 * (alongRow ? row : column));
    return new Coordinate(
        11_860_000 + SIDE * column + (alongRow ? 0 : off),
        1_208_000 + SIDE * row + (alongRow ? off : 0));
  }

  private static Polygon polygon(double... xy) {
    Coordinate[] ring = new Coordinate[xy.length / 2 + 1];
    for (int i = 0; i < xy.length / 2; i++) {
      ring[i] = new Coordinate(xy[2 * i], xy[2 * i + 1]);
    }
    ring[xy.length / 2] = ring[0].copy();
    return FACTORY.createPolygon(ring);
  }

  private static List<Polygon> planOfPhamVanHai() throws IOException {
    CoordinateOperation toMercator = CoordinateOperation.between(Crs.CRS84, Crs.EPSG_3857);
    return GeoJson.readFeatures(
            Files.readString(Path.of("maps/plans/PVH-1.geojson")), ShapeRules.vietnam(Crs.CRS84))
        .features()
        .stream()
        .map(feature -> (Polygon) toMercator.apply(feature.geometry()))
        .toList();
  }
}
