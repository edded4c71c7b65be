package vn.khuxuong.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import vn.khuxuong.geo.GeoRefusal.Code;

/** What the three formats let in and what they refuse, in the same words. */
class ShapeTest {
  private static final ShapeRules VIETNAM = ShapeRules.vietnam(Crs.CRS84);
  private static final String SQUARE =
      "POLYGON ((106.5 10.8, 106.6 10.8, 106.6 10.9, 106.5 10.9, 106.5 10.8))";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NOT_FINITE|POINT (NaN 10)",
        "RING_NOT_CLOSED|POLYGON ((106 10, 107 10, 107 11, 106 11))",
        "TOO_FEW_POINTS|POLYGON ((106 10, 107 10, 106 10))",
        "TOO_FEW_POINTS|POLYGON ((106 10, 106 10, 106 10, 106 10))",
        "TOO_FEW_POINTS|LINESTRING (106 10, 106 10)",
        "SELF_CROSSING|POLYGON ((106 10, 107 11, 107 10, 106 11, 106 10))",
        "SELF_TOUCHING|POLYGON ((106 10, 108 10, 108 12, 107 10, 106 12, 106 10))",
        "HOLE_OUTSIDE|POLYGON ((106 10, 107 10, 107 11, 106 10), (108 10, 109 10, 109 11, 108 10))",
        "OVERLAPPING_HOLES|POLYGON ((104 10, 109 10, 109 15, 104 15, 104 10),"
            + " (105 11, 108 11, 108 14, 105 14, 105 11), (106 12, 107 12, 107 13, 106 13, 106 12))",
        "OVERLAPPING_PARTS|MULTIPOLYGON (((104 10, 109 10, 109 15, 104 15, 104 10)),"
            + " ((105 11, 108 11, 108 14, 105 14, 105 11)))",
        "WRONG_TYPE|GEOMETRYCOLLECTION (POINT (106 10))",
        "EMPTY_SHAPE|POLYGON EMPTY",
        "OUTSIDE_VIETNAM|POINT (2.35 48.85)",
        "AXES_SWAPPED|POINT (10.8 106.6)",
        "NOT_WKT|POLYGON ((106 10",
        "NOT_WKT|CIRCLE (106 10)",
        "WRONG_CRS|SRID=3857;POINT (106 10)"
      })
  void refusesInWkt(String code, String wkt) {
    ShapeRefusal refusal = refusal(() -> Wkt.read(wkt, VIETNAM));
    assertThat(refusal.code()).isEqualTo(Code.valueOf(code));
    assertThat(refusal.vi()).isNotBlank().isNotEqualTo(refusal.en());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "NOT_JSON;{\"type\":\"Point\",\"coordinates\":[NaN,1]}",
        "NOT_JSON;{\"type\":",
        "NOT_GEOJSON;{}",
        "NOT_GEOJSON;[]",
        "NOT_GEOJSON;{\"type\":\"Point\"}",
        "NOT_GEOJSON;{\"type\":\"Point\",\"coordinates\":[106]}",
        "NOT_GEOJSON;{\"type\":\"Point\",\"coordinates\":[\"106\",\"10\"]}",
        "NOT_GEOJSON;{\"type\":\"Polygon\",\"coordinates\":[[106,10],[107,10]]}",
        "NOT_GEOJSON;{\"type\":\"Polygon\",\"coordinates\":7}",
        "NOT_FINITE;{\"type\":\"Point\",\"coordinates\":[1e999,10]}",
        "WRONG_TYPE;{\"type\":\"GeometryCollection\",\"geometries\":[]}",
        "WRONG_TYPE;{\"type\":\"Circle\",\"coordinates\":[106,10]}",
        "EMPTY_SHAPE;{\"type\":\"Polygon\",\"coordinates\":[]}",
        "EMPTY_SHAPE;{\"type\":\"Polygon\",\"coordinates\":[[]]}",
        "EMPTY_SHAPE;{\"type\":\"MultiPolygon\",\"coordinates\":[]}",
        "TOO_FEW_POINTS;{\"type\":\"LineString\",\"coordinates\":[[106,10]]}",
        "TOO_FEW_POINTS;{\"type\":\"Polygon\",\"coordinates\":[[[106,10],[107,10],[106,10]]]}",
        "RING_NOT_CLOSED;{\"type\":\"Polygon\",\"coordinates\":[[[106,10],[107,10],[107,11],[106,11]]]}",
        "AXES_SWAPPED;{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[10.8,106.6]}}"
      })
  void refusesInGeoJson(String code, String json) {
    ShapeRefusal refusal = refusal(() -> GeoJson.readGeometry(json, VIETNAM));
    assertThat(refusal.code()).isEqualTo(Code.valueOf(code));
    assertThat(refusal.vi()).isNotBlank().isNotEqualTo(refusal.en());
  }

  @ParameterizedTest
  @CsvSource({
    "NOT_WKB, ''",
    "NOT_WKB, 02",
    "NOT_WKB, 0101000000000000",
    // a point with a byte too many
    "NOT_WKB, 01010000000000000000805A40000000000000244000",
    // a line that says it has two thousand million points
    "NOT_WKB, 0102000000FFFFFF7F",
    // EWKB in 3857
    "WRONG_CRS, 0101000020110F00000000000000805A400000000000002440",
    "WRONG_TYPE, 010700000000000000",
    // NaN
    "NOT_FINITE, 0101000000000000000000F87F0000000000002440"
  })
  void refusesInWkb(String code, String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    assertThat(refusal(() -> Wkb.read(bytes, VIETNAM)).code()).isEqualTo(Code.valueOf(code));
  }

  @Test
  void refusesAnOpenRingInWkbInsteadOfClosingIt() {
    ByteBuffer open = ByteBuffer.allocate(1 + 4 + 4 + 4 + 4 * 16).order(ByteOrder.LITTLE_ENDIAN);
    open.put((byte) 1).putInt(3).putInt(1).putInt(4);
    for (double ordinate : new double[] {106, 10, 107, 10, 107, 11, 106, 11}) {
      open.putDouble(ordinate);
    }
    ShapeRefusal refusal = refusal(() -> Wkb.read(open.array(), VIETNAM));
    assertThat(refusal.code()).isEqualTo(Code.RING_NOT_CLOSED);
    assertThat(refusal.place()).contains(new GeoRefusal.Place(Crs.CRS84, 106, 11));
  }

  @Test
  void pointsAtTheCrossingOfABowTie() {
    ShapeRefusal refusal =
        refusal(() -> Wkt.read("POLYGON ((106 10, 107 11, 107 10, 106 11, 106 10))", VIETNAM));
    GeoRefusal.Place place = refusal.place().orElseThrow();
    assertThat(place.x()).isEqualTo(106.5, within(1e-12));
    assertThat(place.y()).isEqualTo(10.5, within(1e-12));
    assertThat(refusal.en()).contains("bow-tie");
  }

  @Test
  void givesThePlaceInTheShapesOwnSystemAndOnTheGlobe() {
    ShapeRefusal refusal =
        refusal(
            () ->
                Wkt.read(
                    "SRID=9210;POLYGON ((592000 1194000, 593000 1195000, 593000 1194000,"
                        + " 592000 1195000, 592000 1194000))",
                    ShapeRules.vietnam(Crs.EPSG_9210)));
    GeoRefusal.Place place = refusal.place().orElseThrow();
    assertThat(place.x()).isEqualTo(592_500);
    assertThat(place.in(Crs.CRS84).x()).isEqualTo(106.5977, within(0.001));
  }

  @Test
  void saysThatNorthAndEastOfADrawingAreSwapped() {
    ShapeRefusal refusal =
        refusal(
            () -> Wkt.read("POINT (1194465.039 592754.678)", ShapeRules.vietnam(Crs.EPSG_9210)));
    assertThat(refusal.code()).isEqualTo(Code.AXES_SWAPPED);
    assertThat(refusal.vi()).contains("bản vẽ");
  }

  @Test
  void dropsHeightsUnlessToldToRefuseThem() {
    String z = "{\"type\":\"Point\",\"coordinates\":[106.5,10.8,3]}";
    assertThat(GeoJson.readGeometry(z, VIETNAM).getCoordinate().getZ()).isNaN();
    ShapeRules strict = VIETNAM.refusingHeights();
    assertThat(refusal(() -> GeoJson.readGeometry(z, strict)).code()).isEqualTo(Code.HAS_Z);
    assertThat(refusal(() -> Wkt.read("POINT Z (106.5 10.8 3)", strict)).code())
        .isEqualTo(Code.HAS_Z);
    // EWKB and ISO WKB of the same point with height
    for (String hex :
        new String[] {
          "01010000800000000000A05A409A999999999925400000000000000840",
          "01E90300000000000000A05A409A999999999925400000000000000840"
        }) {
      byte[] wkb = HexFormat.of().parseHex(hex);
      assertThat(Wkb.read(wkb, VIETNAM).getCoordinate()).isEqualTo(new Coordinate(106.5, 10.8));
      assertThat(refusal(() -> Wkb.read(wkb, strict)).code()).isEqualTo(Code.HAS_Z);
    }
  }

  @Test
  void refusesMoreVerticesThanAllowed() {
    ShapeRules four = VIETNAM.atMost(4);
    ShapeRules five = VIETNAM.atMost(5);
    Geometry square = Wkt.read(SQUARE, five);
    byte[] wkb = Wkb.write(square);
    String json = GeoJson.write(square).toString();
    assertThat(GeoJson.readGeometry(json, five).equalsExact(square)).isTrue();
    assertThat(refusal(() -> Wkt.read(SQUARE, four)).code()).isEqualTo(Code.TOO_MANY_VERTICES);
    assertThat(refusal(() -> Wkb.read(wkb, four)).code()).isEqualTo(Code.TOO_MANY_VERTICES);
    assertThat(refusal(() -> GeoJson.readGeometry(json, four)).code())
        .isEqualTo(Code.TOO_MANY_VERTICES);
  }

  @Test
  void takesOnlyAreasWhereAreasAreAskedFor() {
    ShapeRules areas = VIETNAM.areasOnly();
    assertThat(Wkt.read(SQUARE, areas).getSRID()).isEqualTo(4326);
    ShapeRefusal refusal = refusal(() -> Wkt.read("LINESTRING (106 10, 107 10)", areas));
    assertThat(refusal.code()).isEqualTo(Code.WRONG_TYPE);
    assertThat(refusal.en()).contains("accepted: MultiPolygon, Polygon");
    assertThat(
            Wkt.read("MULTIPOLYGON (((106 10, 107 10, 107 11, 106 10)))", areas)
                instanceof MultiPolygon)
        .isTrue();
  }

  @Test
  void acceptsTheWholeGlobeWhereTestSuitesNeedIt() {
    assertThat(Wkt.read("POINT (0.002 -0.004)", VIETNAM.anywhere()).getCoordinate().x)
        .isEqualTo(0.002);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POINT (106.123456789012 10.1)",
        "LINESTRING (106.1 10.1, 106.2 10.2)",
        "POLYGON ((106 10, 107 10, 107 11, 106 11, 106 10),"
            + " (106.2 10.2, 106.2 10.4, 106.4 10.4, 106.2 10.2))",
        "MULTIPOINT ((106 10), (107 11))",
        "MULTILINESTRING ((106 10, 107 11), (106 11, 107 10))",
        "MULTIPOLYGON (((106 10, 107 10, 107 11, 106 10)), ((108 10, 109 10, 109 11, 108 10)))"
      })
  void readsBackWhatItWritesToTheLastDigit(String wkt) {
    Geometry shape = Wkt.read(wkt, VIETNAM);
    assertThat(Wkt.write(shape)).isEqualTo(wkt);
    assertThat(Wkb.read(Wkb.write(shape), VIETNAM).equalsExact(shape)).isTrue();
    assertThat(Wkb.read(Wkb.writeWithSrid(shape, Crs.CRS84), VIETNAM).equalsExact(shape)).isTrue();
    assertThat(Wkt.read(Wkt.writeWithSrid(shape, Crs.CRS84), VIETNAM).equalsExact(shape)).isTrue();
    assertThat(GeoJson.readGeometry(GeoJson.write(shape), VIETNAM).equalsExact(shape)).isTrue();
  }

  static ShapeRefusal refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable code) {
    ShapeRefusal refusal = catchThrowableOfType(ShapeRefusal.class, code);
    assertThat(refusal).as("nothing was refused").isNotNull();
    return refusal;
  }
}
