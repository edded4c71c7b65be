package vn.khuxuong.maps.mvt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import vn.khuxuong.geo.BBox;
import vn.khuxuong.geo.CoordinateOperation;
import vn.khuxuong.geo.Crs;

/** One unit of the grid is one metre here, and the tile's north-west corner is 0, 4096. */
class VectorTileTest {

  private static final BBox BOX = new BBox(Crs.EPSG_3857, 0, 0, 4096, 4096);
  private static final List<Attribute> NONE = List.of();

  @Test
  void writesAPolygonAsTheSpecificationSays() throws ParseException {
    Mvt.Feature feature = only("POLYGON ((0 4096, 10 4096, 10 4076, 0 4076, 0 4096))");
    assertThat(feature.type()).isEqualTo(3);
    assertThat(feature.points()).containsExactly(0, 0, 10, 0, 10, 20, 0, 20);
    assertThat(feature.area()).as("clockwise on the screen").isEqualTo(200);
  }

  @Test
  void holesRunAgainstTheirShellWhateverTheyDidBefore() throws ParseException {
    for (String hole :
        List.of("(10 10, 20 10, 20 20, 10 20, 10 10)", "(10 10, 10 20, 20 20, 20 10, 10 10)")) {
      Mvt.Feature feature = only("POLYGON ((0 0, 0 100, 100 100, 100 0, 0 0), " + hole + ")");
      assertThat(feature.parts()).hasSize(2);
      assertThat(feature.area()).isEqualTo(10_000 - 100);
      assertThat(feature.polygons().isValid()).isTrue();
    }
  }

  @Test
  void cutsAtTheMarginOfTheTile() throws ParseException {
    Mvt.Feature feature = only("POLYGON ((-500 2000, 100 2000, 100 2100, -500 2100, -500 2000))");
    assertThat(feature.area()).isEqualTo((100 + 64) * 100);
    assertThat(only("POLYGON ((-9e6 -9e6, 9e6 -9e6, 9e6 9e6, -9e6 9e6, -9e6 -9e6))").area())
        .as("all over the tile")
        .isEqualTo((4096.0 + 128) * (4096 + 128));
  }

  @Test
  void aShapeThatLeavesAndComesBackIsTwoPolygons() throws ParseException {
    Mvt.Feature feature =
        only(
            "POLYGON ((-200 0, 100 0, 100 100, -150 100, -150 200, 100 200, 100 300, -200 300, -200"
                + " 0))");
    assertThat(feature.parts()).hasSize(2);
    assertThat(feature.polygons().isValid()).isTrue();
    assertThat(feature.area()).isEqualTo(2 * 164 * 100);
  }

  @Test
  void aNarrowPlaceThatClosesOnTheGridLeavesAValidShape() throws ParseException {
    Mvt.Feature feature =
        only(
            "POLYGON ((0 0, 100 0, 100 49.9, 200 49.9, 200 0, 300 0, 300 100, 200 100, 200 50.1,"
                + " 100 50.1, 100 100, 0 100, 0 0))");
    assertThat(feature.polygons().isValid()).isTrue();
    assertThat(feature.area()).isCloseTo(20_000, within(1.0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POLYGON ((0 0, 0.3 0, 0.3 0.3, 0 0.3, 0 0))",
        "POLYGON ((9000 0, 9001 0, 9001 1, 9000 0))",
        "POLYGON EMPTY",
        "POINT (9000 0)",
        "LINESTRING (9000 0, 9000 100)",
        "GEOMETRYCOLLECTION EMPTY"
      })
  void whatCannotBeSeenIsNotThere(String wkt) throws ParseException {
    assertThat(tile(wkt)).isEmpty();
  }

  @Test
  void linesAreCutIntoPiecesAndPointsKept() throws ParseException {
    Mvt.Feature line = only("LINESTRING (10 10, -200 10, -200 20, 10 20)");
    assertThat(line.type()).isEqualTo(2);
    assertThat(line.parts()).hasSize(2);
    assertThat(line.points()).containsExactly(10, 4086, -64, 4086, -64, 4076, 10, 4076);
    Mvt.Feature points = only("MULTIPOINT ((1 4095), (2 4094), (9000 0))");
    assertThat(points.type()).isEqualTo(1);
    assertThat(points.points()).containsExactly(1, 1, 2, 2);
  }

  @Test
  void aMixedCollectionKeepsItsHighestDimension() throws ParseException {
    Mvt.Feature feature =
        only(
            "GEOMETRYCOLLECTION (POINT (1 1), POLYGON ((0 0, 9 0, 9 9, 0 0)), LINESTRING (0 0, 5"
                + " 5))");
    assertThat(feature.type()).isEqualTo(3);
    assertThat(feature.parts()).hasSize(1);
  }

  @Test
  void featuresComeInTheOrderOfTheirIdsWithEachValueOnce() throws ParseException {
    Geometry square = read("POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0))");
    SentRows rows =
        new SentRowsSample()
            .row(7, square, null, "đỏ", "KCN")
            .row(3, square, null, "xanh", "KCN")
            .row(5, square, null, null, "KCN\u001f\u0000")
            .rows();
    List<Attribute> attributes =
        List.of(
            new Attribute("colour", Attribute.Kind.TEXT),
            new Attribute("zone", Attribute.Kind.TEXT));
    VectorTile tile = new VectorTile(new TileGrid(BOX, Crs.EPSG_3857));
    tile.shapes("lots", rows, attributes);
    tile.labels("lots_label", rows, attributes, Set.of("colour"));
    byte[] bytes = tile.bytes();
    Map<String, Mvt.TileLayer> layers = Mvt.read(bytes);
    List<Mvt.Feature> lots = layers.get("lots").features();
    assertThat(lots).extracting(Mvt.Feature::id).containsExactly(3L, 5L, 7L);
    assertThat(lots.get(0).tags()).isEqualTo(Map.of("colour", "xanh", "zone", "KCN"));
    assertThat(lots.get(1).tags()).isEqualTo(Map.of("zone", "KCN\u001f\u0000"));
    List<Mvt.Feature> labels = layers.get("lots_label").features();
    assertThat(labels).extracting(Mvt.Feature::type).containsOnly(1);
    assertThat(labels.get(2).tags()).isEqualTo(Map.of("colour", "đỏ"));
    assertThat(labels.get(1).tags()).isEmpty();
    String text = new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
    assertThat(text.split("KCN", -1)).as("each value stands once").hasSize(3);
  }

  @Test
  void aLabelIsInTheOneTileThatHoldsIt() throws ParseException {
    Geometry wide = read("POLYGON ((-5000 -5000, 9000 -5000, 9000 9000, -5000 9000, -5000 -5000))");
    for (double x : new double[] {0, 1e-9, 4096 - 1e-9, 4096, -1e-9}) {
      Geometry label = new GeometryFactory().createPoint(new Coordinate(x, 17));
      int tiles = 0;
      for (BBox box :
          List.of(
              BOX,
              new BBox(Crs.EPSG_3857, 4096, 0, 8192, 4096),
              new BBox(Crs.EPSG_3857, -4096, 0, 0, 4096))) {
        VectorTile tile = new VectorTile(new TileGrid(box, Crs.EPSG_3857));
        tile.labels("label", new SentRowsSample().row(1, wide, label).rows(), NONE, Set.of());
        tiles += tile.bytes().length > 0 ? 1 : 0;
      }
      assertThat(tiles).as("x = " + x).isEqualTo(1);
    }
  }

  @Test
  void whereNoLabelPointIsKeptOneInsideTheShapeIsFound() throws ParseException {
    Geometry horseshoe =
        read("POLYGON ((0 0, 300 0, 300 300, 200 300, 200 100, 100 100, 100 300, 0 300, 0 0))");
    VectorTile tile = new VectorTile(new TileGrid(BOX, Crs.EPSG_3857));
    tile.labels("label", new SentRowsSample().row(1, horseshoe, null).rows(), NONE, Set.of());
    List<Integer> at = Mvt.read(tile.bytes()).get("label").features().get(0).points();
    assertThat(
            horseshoe.contains(
                horseshoe.getFactory().createPoint(new Coordinate(at.get(0), 4096 - at.get(1)))))
        .isTrue();
  }

  @Test
  void shapesOfWebMercatorGoOntoAGridOfVn2000() throws ParseException {
    BBox tile = new BBox(Crs.EPSG_9210, 590_000, 1_190_000, 594_096, 1_194_096);
    Geometry square =
        read(
            "POLYGON ((591000 1191000, 591100 1191000, 591100 1191100, 591000 1191100, 591000"
                + " 1191000))");
    Geometry mercator = CoordinateOperation.between(Crs.EPSG_9210, Crs.EPSG_3857).apply(square);
    VectorTile vectors = new VectorTile(new TileGrid(tile, Crs.EPSG_3857));
    vectors.shapes("lots", new SentRowsSample().row(1, mercator, null).rows(), NONE);
    Mvt.Feature feature = Mvt.read(vectors.bytes()).get("lots").features().get(0);
    assertThat(feature.points())
        .containsExactlyInAnyOrder(1000, 3096, 1100, 3096, 1100, 2996, 1000, 2996);
  }

  @Test
  void everyShapeIsValidAndKeepsItsAreaHoweverRaggedItIs() throws ParseException {
    Random random = new Random(5);
    Geometry frame = new GeometryFactory().toGeometry(new Envelope(-64, 4160, -64, 4160));
    for (int round = 0; round < 400; round++) {
      Geometry star = star(random);
      byte[] bytes = tile(star);
      double expected = star.intersection(frame).getArea();
      if (bytes.length == 0) {
        assertThat(expected).isLessThan(20);
        continue;
      }
      Mvt.Feature feature = Mvt.read(bytes).get("shape").features().get(0);
      Geometry read = feature.polygons();
      assertThat(read.isValid()).as("round " + round + ": " + star).isTrue();
      double slack = 1 + star.getLength() * 0.8;
      assertThat(read.getArea()).isCloseTo(expected, within(slack));
    }
  }

  /** A ring that goes once round its middle at radii that jump. */
  private static Geometry star(Random random) {
    int corners = 3 + random.nextInt(60);
    double size = Math.pow(10, 0.5 + 3.5 * random.nextDouble());
    double x = random.nextDouble() * 5000 - 400;
    double y = random.nextDouble() * 5000 - 400;
    Coordinate[] ring = new Coordinate[corners + 1];
    for (int i = 0; i < corners; i++) {
      double r = size * (0.05 + random.nextDouble());
      double turn = 2 * Math.PI * i / corners;
      ring[i] = new Coordinate(x + r * Math.cos(turn), y + r * Math.sin(turn));
    }
    ring[corners] = ring[0];
    return new GeometryFactory().createPolygon(ring);
  }

  @Test
  void bytesThatAreNoRowsAreRefused() throws ParseException {
    byte[] rows = new SentRowsSample().row(1, read("POINT (1 1)"), null, "x").bytes();
    assertThatThrownBy(() -> SentRows.read(Arrays.copyOf(rows, rows.length - 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Mvt.Feature only(String wkt) throws ParseException {
    List<Mvt.Feature> features = Mvt.read(tile(wkt)).get("shape").features();
    assertThat(features).hasSize(1);
    return features.get(0);
  }

  private static byte[] tile(String wkt) throws ParseException {
    return tile(read(wkt));
  }

  private static byte[] tile(Geometry shape) {
    VectorTile tile = new VectorTile(new TileGrid(BOX, Crs.EPSG_3857));
    tile.shapes("shape", new SentRowsSample().row(1, shape, null).rows(), NONE);
    return tile.bytes();
  }

  private static Geometry read(String wkt) throws ParseException {
    return new WKTReader().read(wkt);
  }
}
