package vn.khuxuong.maps.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.io.WKTReader;
import vn.khuxuong.geo.BBox;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.maps.style.Colour;
import vn.khuxuong.maps.style.Patterns;

/**
 * What our rasteriser paints, held against Java2D's; a metre a pixel, y down from {@link #SIZE}.
 */
class CanvasTest {
  private static final int SIZE = 160;
  private static final Colour INK = new Colour(0xff204080);
  private static final GeometryFactory SHAPES = Crs.EPSG_3857.geometryFactory();
  private static final MapView VIEW =
      new MapView(new BBox(Crs.EPSG_3857, 0, 0, SIZE, SIZE), SIZE, SIZE);

  private final Brushes brushes = new Brushes();

  private Shapes shapes(Geometry geometry) {
    brushes.shapes.clear();
    PixelClip window = new PixelClip(-50, -50, SIZE + 50, SIZE + 50);
    new ShapeReader(ToPixels.exactly(Crs.EPSG_3857, VIEW), window, brushes.shapes)
        .read(new WKBWriter().write(geometry));
    return brushes.shapes;
  }

  private int[] filled(Geometry geometry, Colour colour) {
    Shapes shapes = shapes(geometry);
    int[] pixels = new int[SIZE * SIZE];
    new Canvas(brushes, pixels, SIZE, 0, SIZE, 0)
        .fill(shapes, new int[] {0, shapes.count()}, colour);
    return pixels;
  }

  private int[] lined(Geometry geometry, double width, double... dash) {
    Shapes shapes = shapes(geometry);
    int[] pixels = new int[SIZE * SIZE];
    new Canvas(brushes, pixels, SIZE, 0, SIZE, 0)
        .lines(shapes, new int[] {0, shapes.count()}, INK, width, dash);
    return pixels;
  }

  private static Path2D path(Geometry geometry) {
    Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      Geometry part = geometry.getGeometryN(i);
      List<Geometry> rings = new ArrayList<>();
      if (part instanceof Polygon polygon) {
        rings.add(polygon.getExteriorRing());
        for (int k = 0; k < polygon.getNumInteriorRing(); k++) {
          rings.add(polygon.getInteriorRingN(k));
        }
      } else {
        rings.add(part);
      }
      for (Geometry ring : rings) {
        Coordinate[] c = ring.getCoordinates();
        path.moveTo(c[0].x, SIZE - c[0].y);
        for (int k = 1; k < c.length; k++) {
          path.lineTo(c[k].x, SIZE - c[k].y);
        }
        if (ring instanceof LinearRing) {
          path.closePath();
        }
      }
    }
    return path;
  }

  private static Java2dDrawing reference() {
    Java2dDrawing reference = new Java2dDrawing(Patterns.load(), VIEW);
    reference.graphics().setColor(new Color(INK.argb(), true));
    return reference;
  }

  /** Alpha may differ a little in each pixel, and hardly on the whole. */
  private static void assertAlike(int[] ours, int[] theirs, int most, double onAverage) {
    double sum = 0;
    int worst = 0;
    int edges = 1;
    for (int i = 0; i < ours.length; i++) {
      int difference = Math.abs((ours[i] >>> 24) - (theirs[i] >>> 24));
      sum += difference;
      worst = Math.max(worst, difference);
      edges += theirs[i] >>> 24 > 0 && theirs[i] >>> 24 < 255 ? 1 : 0;
    }
    assertThat(worst).isLessThanOrEqualTo(most);
    assertThat(sum / edges).isLessThan(onAverage);
  }

  private static Coordinate[] star(Random random, double x, double y, double in, double out) {
    int points = 5 + random.nextInt(60);
    Coordinate[] ring = new Coordinate[points + 1];
    boolean backwards = random.nextBoolean();
    for (int i = 0; i < points; i++) {
      double angle = (backwards ? -1 : 1) * 2 * Math.PI * (i + random.nextDouble() / 2) / points;
      double radius = in + (out - in) * random.nextDouble();
      ring[i] = new Coordinate(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
    }
    ring[points] = ring[0];
    return ring;
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 90, 400, 100_000})
  void fillsPolygonsWithHolesWhateverWayTheirRingsRun(int radius) {
    Random random = new Random(radius);
    for (int round = 0; round < 40; round++) {
      double x = SIZE * (random.nextDouble() * 1.4 - 0.2);
      double y = SIZE * (random.nextDouble() * 1.4 - 0.2);
      LinearRing shell = SHAPES.createLinearRing(star(random, x, y, radius * 0.6, radius));
      LinearRing hole = SHAPES.createLinearRing(star(random, x, y, radius * 0.2, radius * 0.5));
      Geometry polygon =
          round % 3 == 0
              ? SHAPES.createPolygon(shell)
              : SHAPES.createPolygon(shell, new LinearRing[] {hole});
      Java2dDrawing reference = reference();
      reference.graphics().fill(path(polygon));
      assertAlike(filled(polygon, INK), reference.pixels(), 40, 8);
    }
  }

  @Test
  void fillsRingsThatTouchThemselvesAndManyParts() throws ParseException {
    for (String text :
        new String[] {
          "POLYGON((10 10, 80 80, 10 150, 150 150, 80 80, 150 10, 10 10))",
          "POLYGON((10 10, 150 10, 150 150, 10 150, 10 10),"
              + " (10 80, 80 40, 150 80, 80 120, 10 80))",
          "MULTIPOLYGON(((0 0, 60 0, 60 160, 0 160, 0 0)), ((100 20, 100 90, 155 90, 100 20)))",
          "POLYGON((-30 70, 200 75, 200 75.4, -30 70.4, -30 70))",
          "POLYGON((20 20, 20.3 20, 20.3 20.3, 20 20.3, 20 20))"
        }) {
      Geometry geometry = new WKTReader(SHAPES).read(text);
      Java2dDrawing reference = reference();
      reference.graphics().fill(path(geometry));
      assertAlike(filled(geometry, INK), reference.pixels(), 40, 12);
    }
  }

  @Test
  void leavesNoGapAndNoOverlapInWholePixels() throws ParseException {
    Geometry box = new WKTReader(SHAPES).read("POLYGON((10 20, 40 20, 40 60, 10 60, 10 20))");
    int[] pixels = filled(box, new Colour(0x80ff0000));
    int painted = 0;
    for (int i = 0; i < pixels.length; i++) {
      int x = i % SIZE;
      int y = i / SIZE;
      boolean inside = x >= 10 && x < 40 && y >= SIZE - 60 && y < SIZE - 20;
      assertThat(pixels[i]).isEqualTo(inside ? 0x80800000 : 0);
      painted += inside ? 1 : 0;
    }
    assertThat(painted).isEqualTo(30 * 40);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.6, 1, 1.2, 1.8, 2.8, 4})
  void drawsThinLinesLikeJava2d(double width) {
    Random random = new Random((long) (width * 10));
    for (int round = 0; round < 30; round++) {
      Geometry shape =
          round % 2 == 0
              ? SHAPES.createLinearRing(star(random, 80, 80, 40, 70))
              : SHAPES.createLineString(
                  new Coordinate[] {
                    new Coordinate(random.nextInt(400) - 120.0, random.nextInt(400) - 120.0),
                    new Coordinate(random.nextInt(160), random.nextInt(160)),
                    new Coordinate(random.nextInt(160) + 0.4, random.nextInt(160) + 0.3)
                  });
      Java2dDrawing reference = reference();
      Graphics2D g = reference.graphics();
      g.setStroke(new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 2));
      g.draw(path(shape));
      // Coverage by distance is not quite coverage by area, and spikes are cut off otherwise.
      double onAverage = width < 1 ? 22 : 20;
      assertAlike(lined(shape, width), reference.pixels(), 255, onAverage);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.8, 1.2, 1.6, 2.2, 2.8})
  void drawsTheCornersOfParcelsLikeJava2d(double width) {
    Random random = new Random(9);
    for (int round = 0; round < 30; round++) {
      AffineTransformation turn =
          AffineTransformation.rotationInstance(random.nextDouble() * Math.PI, 80, 80);
      Geometry box =
          SHAPES.toGeometry(
              new Envelope(
                  40 + random.nextDouble(),
                  118 + random.nextDouble(),
                  50 + random.nextDouble(),
                  110 + random.nextDouble()));
      Geometry shape = turn.transform(box);
      Java2dDrawing reference = reference();
      Graphics2D g = reference.graphics();
      g.setStroke(new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 2));
      g.draw(path(shape));
      assertAlike(lined(shape, width), reference.pixels(), 70, 14);
    }
  }

  @Test
  void doesNotDarkenWhereEdgesMeetAndLeavesNoGapAtJoints() {
    Coordinate[] line = new Coordinate[200];
    for (int i = 0; i < line.length; i++) {
      line[i] = new Coordinate(5 + i * 0.73, 80.5);
    }
    int[] level = lined(SHAPES.createLineString(line), 1);
    for (int x = 6; x < 150; x++) {
      assertThat(level[79 * SIZE + x] >>> 24).as("column %s", x).isEqualTo(255);
      assertThat(level[78 * SIZE + x]).isZero();
    }
    Geometry twice =
        SHAPES.createMultiLineString(
            new LineString[] {SHAPES.createLineString(line), SHAPES.createLineString(line)});
    assertThat(lined(twice, 0.5)).isEqualTo(lined(SHAPES.createLineString(line), 0.5));
  }

  /** Nine parcels that lean, three by three; their inner edges are shared. */
  private static Polygon[] parcels() {
    Polygon[] parcels = new Polygon[9];
    for (int i = 0; i < parcels.length; i++) {
      Coordinate[] ring = new Coordinate[5];
      for (int k = 0; k < ring.length; k++) {
        int column = i % 3 + (k == 1 || k == 2 ? 1 : 0);
        int row = i / 3 + (k == 2 || k == 3 ? 1 : 0);
        ring[k] = new Coordinate(20.3 + 37.7 * column + 5.1 * row, 24.6 + 33.3 * row - 3 * column);
      }
      parcels[i] = SHAPES.createPolygon(ring);
    }
    return parcels;
  }

  @Test
  void fillsNeighboursAsOneAreaAndLinesWhatTheyShareOnce() {
    Geometry together = SHAPES.createMultiPolygon(parcels());
    Colour half = new Colour(0x80ff0000);
    int[] filled = filled(together, half);
    assertAlike(filled, filled(together.union(), half), 1, 0.5);
    int[] lined = lined(together, 0.8);
    int[] oneByOne = new int[lined.length];
    for (Polygon parcel : parcels()) {
      int[] one = lined(parcel, 0.8);
      for (int i = 0; i < one.length; i++) {
        oneByOne[i] = (one[i] >>> 24) > (oneByOne[i] >>> 24) ? one[i] : oneByOne[i];
      }
    }
    assertThat(lined).isEqualTo(oneByOne);
    // what was put together for one picture does not show on the next
    assertThat(filled(parcels()[4], half)).isNotEqualTo(filled);
    assertThat(filled(together, half)).isEqualTo(filled);
  }

  @Test
  void dashesLikeJava2dAndAlikeOnEveryPicture() throws ParseException {
    Geometry line = new WKTReader(SHAPES).read("LINESTRING(-1000.2 33.5, 150 33.5, 150 150)");
    Java2dDrawing reference = reference();
    Graphics2D g = reference.graphics();
    g.setStroke(
        new BasicStroke(
            2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 2, new float[] {9, 4, 2, 4}, 0));
    g.draw(path(line));
    assertAlike(lined(line, 2, 9, 4, 2, 4), reference.pixels(), 64, 12);
  }

  @Test
  void drawsWideLinesExactlyAsJava2d() throws ParseException {
    Geometry line = new WKTReader(SHAPES).read("LINESTRING(20 20, 90 120, 140 30)");
    Java2dDrawing reference = reference();
    Graphics2D g = reference.graphics();
    g.setStroke(new BasicStroke(9, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 2));
    g.draw(path(line));
    assertThat(lined(line, 9)).isEqualTo(reference.pixels());
  }

  @Test
  void paintsTheSameInBandsAsInOnePiece() {
    Random random = new Random(4);
    Geometry shape = SHAPES.createPolygon(SHAPES.createLinearRing(star(random, 80, 80, 40, 78)));
    Shapes shapes = shapes(shape);
    Hatch hatch = Hatch.of(Patterns.load().find("tufts").orElseThrow(), INK, 1);
    int[] whole = new int[SIZE * SIZE];
    int[] inBands = new int[SIZE * SIZE];
    for (int rows : new int[] {SIZE, 7}) {
      for (int top = 0; top < SIZE; top += rows) {
        int bottom = Math.min(SIZE, top + rows);
        Canvas canvas = new Canvas(brushes, SIZE, top, bottom, 0);
        canvas.fill(shapes, new int[] {0, 1}, new Colour(0x80a0b0c0));
        canvas.hatch(shapes, new int[] {0, 1}, hatch, -5, -3);
        canvas.lines(shapes, new int[] {0, 1}, INK, 1.4, new double[0]);
        canvas.circle(60, 77, 12, INK, new Colour(0xffffffff), 2);
        System.arraycopy(
            canvas.pixels(), 0, rows == SIZE ? whole : inBands, top * SIZE, canvas.rows() * SIZE);
      }
    }
    assertThat(inBands).isEqualTo(whole);
  }

  @Test
  void drawsRoundDiscs() {
    int[] pixels = new int[SIZE * SIZE];
    new Canvas(brushes, pixels, SIZE, 0, SIZE, 0)
        .circle(80, 80, 20, INK, new Colour(0xffffffff), 4);
    assertThat(pixels[80 * SIZE + 80]).isEqualTo(INK.argb());
    assertThat(pixels[80 * SIZE + 100]).isEqualTo(-1);
    assertThat(pixels[80 * SIZE + 103]).isZero();
    double area = 0;
    for (int pixel : pixels) {
      area += (pixel >>> 24) / 255.0;
    }
    assertThat(area).isBetween(Math.PI * 22 * 22 - 5, Math.PI * 22 * 22 + 5);
  }
}
