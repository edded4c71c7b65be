package vn.khuxuong.geo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import vn.khuxuong.geo.GeoRefusal.Code;

class GeoJsonTest {
  private static final ShapeRules VIETNAM = ShapeRules.vietnam(Crs.CRS84);

  @Test
  void turnsRingsTheRightHandWay() {
    Geometry clockwise =
        Wkt.read(
            "POLYGON ((106 10, 106 11, 107 11, 107 10, 106 10),"
                + " (106.2 10.2, 106.4 10.2, 106.4 10.4, 106.2 10.2))",
            VIETNAM);
    assertThat(GeoJson.write(clockwise).toString())
        .isEqualTo(
            "{\"type\":\"Polygon\",\"coordinates\":[[[106.0,10.0],[107.0,10.0],[107.0,11.0],"
                + "[106.0,11.0],[106.0,10.0]],[[106.2,10.2],[106.4,10.4],[106.4,10.2],"
                + "[106.2,10.2]]]}");
  }

  @Test
  void roundsToTheDecimalsAskedFor() {
    Geometry point = Wkt.read("POINT (106.1234567894 10.5)", VIETNAM);
    assertThat(GeoJson.write(point, GeoJson.DEGREE_DECIMALS).path("coordinates").get(0).asDouble())
        .isEqualTo(106.123456789);
  }

  @Test
  void keepsIdsPropertiesAndForeignMembers() {
    String text =
        """
        {"type":"FeatureCollection","zone":"PVH","features":[
          {"type":"Feature","id":7,"properties":{"tên":"Khu A","n":1},
           "geometry":{"type":"Point","coordinates":[106.5,10.8]}},
          {"type":"Feature","properties":null,"geometry":null}]}
        """;
    GeoJson.FeatureCollection read = GeoJson.readFeatures(text, VIETNAM);
    assertThat(read.members().path("zone").asString()).isEqualTo("PVH");
    assertThat(read.features()).hasSize(2);
    GeoJson.Feature first = read.features().get(0);
    assertThat(first.id()).isEqualTo("7");
    assertThat(first.properties().path("tên").asString()).isEqualTo("Khu A");
    assertThat(GeoJson.write(first, 6).toString())
        .isEqualTo(
            "{\"type\":\"Feature\",\"id\":\"7\",\"geometry\":{\"type\":\"Point\",\"coordinates\":"
                + "[106.5,10.8]},\"properties\":{\"tên\":\"Khu A\",\"n\":1}}");
    assertThat(read.features().get(1).geometry() == null).isTrue();
    assertThat(GeoJson.write(read.features().get(1), 6).path("geometry").isNull()).isTrue();
  }

  @Test
  void readsASingleFeatureAsACollectionOfOne() {
    String feature =
        "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[106,10]}}";
    assertThat(GeoJson.readFeatures(feature, VIETNAM).features()).hasSize(1);
  }

  @Test
  void refusesCollectionsOfSomethingElse() {
    for (String text :
        new String[] {
          "{\"type\":\"FeatureCollection\"}",
          "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Point\"}]}",
          "{\"type\":\"Topology\",\"features\":[]}",
          "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"geometry\":5}]}"
        }) {
      assertThat(ShapeTest.refusal(() -> GeoJson.readFeatures(text, VIETNAM)).code())
          .isEqualTo(Code.NOT_GEOJSON);
    }
  }

  @Test
  void tellsTheSystemAnOldFileDeclares() {
    String old =
        "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"%s\"}}}";
    assertThat(GeoJson.declaredCrs(GeoJson.parse(old.formatted("urn:ogc:def:crs:EPSG::9210"))))
        .contains(Crs.EPSG_9210);
    assertThat(GeoJson.declaredCrs(GeoJson.parse("{\"type\":\"FeatureCollection\"}"))).isEmpty();
  }

  @Test
  void saysWhereTheJsonIsBroken() {
    ShapeRefusal refusal = ShapeTest.refusal(() -> GeoJson.parse("{\n  \"type\": oops}"));
    assertThat(refusal.en()).contains("line 2");
    assertThat(refusal.vi()).contains("dòng 2");
  }
}
