package vn.khuxuong.maps.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.io.WKTReader;
import vn.khuxuong.geo.BBox;
import vn.khuxuong.geo.CoordinateOperation;
import vn.khuxuong.geo.Crs;

class ShapeReaderTest {
  private static final MapView VIEW =
      new MapView(new BBox(Crs.EPSG_3857, 0, 0, 100, 100), 100, 100);

  private final Shapes shapes = new Shapes();
  private final ShapeReader reader =
      new ShapeReader(ToPixels.exactly(Crs.EPSG_3857, VIEW), new PixelClip(0, 0, 100, 100), shapes);

  private static Geometry geometry(String text) throws ParseException {
    return new WKTReader().read(text);
  }

  @Test
  void readsAllKindsOneAfterTheOtherInBothByteOrders() throws Exception {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    String[] texts = {
      "POINT(10 20)",
      "LINESTRING(0 0, 50 50)",
      "POLYGON((0 0, 90 0, 90 90, 0 90, 0 0), (20 20, 20 40, 40 40, 40 20, 20 20))",
      "MULTIPOINT((1 1), (2 2))",
      "MULTIPOLYGON(((0 0, 9 0, 9 9, 0 0)), ((50 50, 60 50, 60 60, 50 50)))",
      "GEOMETRYCOLLECTION(POINT(3 3), LINESTRING(1 1, 2 9))",
      "POLYGON EMPTY"
    };
    for (int i = 0; i < texts.length; i++) {
      int order = i % 2 == 0 ? ByteOrderValues.LITTLE_ENDIAN : ByteOrderValues.BIG_ENDIAN;
      all.writeBytes(
          new WKBWriter(i % 3 == 0 ? 3 : 2, order, i % 4 == 1).write(geometry(texts[i])));
    }
    reader.read(all.toByteArray());
    byte[] kinds = new byte[shapes.count()];
    for (int i = 0; i < kinds.length; i++) {
      kinds[i] = shapes.kind(i);
    }
    assertThat(kinds)
        .containsExactly(
            Shapes.POINT,
            Shapes.LINE,
            Shapes.SHELL,
            Shapes.HOLE,
            Shapes.POINT,
            Shapes.POINT,
            Shapes.SHELL,
            Shapes.SHELL,
            Shapes.POINT,
            Shapes.LINE);
    assertThat(shapes.ring(0)).containsExactly(10, 80);
    assertThat(shapes.ring(3)).hasSize(10);
    assertThat(shapes.turn(2)).isNotEqualTo(0);
  }

  @Test
  void leavesOutWhatLiesOffThePictureButKnowsItsExtent() throws Exception {
    reader.read(new WKBWriter().write(geometry("POLYGON((200 0, 230 0, 230 40, 200 40, 200 0))")));
    assertThat(shapes.count()).isZero();
    assertThat(reader.extent()).isEqualTo(30 * 40);
  }

  @Test
  void refusesBytesThatAreNoShapes() throws Exception {
    byte[] good = new WKBWriter().write(geometry("LINESTRING(0 0, 50 50, 70 20)"));
    for (int length = 1; length < good.length; length++) {
      byte[] cut = Arrays.copyOf(good, length);
      assertThatThrownBy(() -> reader.read(cut)).isInstanceOf(IllegalArgumentException.class);
    }
    byte[] many = good.clone();
    many[5] = (byte) 0xff; // the number of points, byte order 0
    assertThatThrownBy(() -> reader.read(many)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void dropsOnlyVerticesThatNobodySees() {
    Random random = new Random(2);
    for (int round = 0; round < 200; round++) {
      int points = 3 + random.nextInt(300);
      double[] xy = new double[2 * points];
      Coordinate[] line = new Coordinate[points];
      for (int i = 0; i < points; i++) {
        double angle = i * 0.02 * (round % 7);
        double rough = round % 3 == 0 ? random.nextDouble() * 0.3 : 0;
        xy[2 * i] = i * 0.3 + 20 * Math.sin(angle) + rough;
        xy[2 * i + 1] = 30 * Math.cos(angle * 1.7) + rough;
        line[i] = new Coordinate(xy[2 * i], xy[2 * i + 1]);
      }
      int end = Thinning.thin(xy, 0, xy.length);
      Coordinate[] thin = new Coordinate[end / 2];
      for (int i = 0; i < thin.length; i++) {
        thin[i] = new Coordinate(xy[2 * i], xy[2 * i + 1]);
      }
      assertThat(thin[0]).isEqualTo(line[0]);
      assertThat(thin[thin.length - 1]).isEqualTo(line[points - 1]);
      LineString left = Crs.EPSG_3857.geometryFactory().createLineString(thin);
      for (Coordinate vertex : line) {
        double away = left.distance(left.getFactory().createPoint(vertex));
        assertThat(away).isLessThan(0.25 * Math.sqrt(2) + 0.051);
      }
      if (round % 7 == 0 && round % 3 != 0) {
        assertThat(thin).hasSize(2);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "EPSG_9210, 0.05",
    "EPSG_9210, 300",
    "EPSG_5899, 20",
    "EPSG_3405, 2",
    "EPSG_4326, 500",
    "EPSG_32648, 1200",
    "EPSG_4756, 3"
  })
  void looksBetweenNodesLessThanATwentiethOfAPixelOff(Crs crs, double metresPerPixel) {
    double half = 500 * metresPerPixel;
    BBox legal =
        new BBox(Crs.EPSG_9210, 583_000 - half, 1_195_000 - half, 583_000 + half, 1_195_000 + half);
    MapView view = new MapView(legal.transform(crs), 1000, 1000);
    for (Crs from : new Crs[] {Crs.EPSG_4326, Crs.EPSG_3857}) {
      if (CoordinateOperation.between(from, crs).isIdentity()) {
        continue;
      }
      Random random = new Random(3);
      double[] exact = new double[4000];
      for (int i = 0; i < exact.length; i += 2) {
        exact[i] = view.box().minX() + view.box().width() * (random.nextDouble() * 1.2 - 0.1);
        exact[i + 1] = view.box().minY() + view.box().height() * (random.nextDouble() * 1.2 - 0.1);
      }
      CoordinateOperation.between(crs, from).apply(exact);
      double[] between = exact.clone();
      ToPixels.exactly(from, view).apply(exact, 0, 2000);
      ToPixels.of(from, view, 100_000).apply(between, 0, 2000);
      for (int i = 0; i < exact.length; i++) {
        assertThat(between[i]).isBetween(exact[i] - 0.05, exact[i] + 0.05);
      }
    }
  }
}
