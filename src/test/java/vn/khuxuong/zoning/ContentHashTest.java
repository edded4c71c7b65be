package vn.khuxuong.zoning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.node.ObjectNode;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.geo.GeoJson;

/** JSON, differences and fingerprints of subzones. */
class ContentHashTest {
  private static final Crs LEGAL = Crs.EPSG_9210;

  private static Polygon square(double x, double side) {
    Coordinate[] ring = {
      new Coordinate(584000 + x, 1195000),
      new Coordinate(584000 + x + side, 1195000),
      new Coordinate(584000 + x + side, 1195000 + side),
      new Coordinate(584000 + x, 1195000 + side),
      new Coordinate(584000 + x, 1195000)
    };
    return (Polygon) StorageGrid.settle(LEGAL.geometryFactory().createPolygon(ring), LEGAL);
  }

  private static Polygon turned(Polygon square) {
    Coordinate[] c = square.reverse().getCoordinates();
    return LEGAL.geometryFactory().createPolygon(new Coordinate[] {c[2], c[3], c[0], c[1], c[2]});
  }

  private static Subzone subzone(String uid, String code, Polygon shape) {
    return new Subzone(
        uid,
        code,
        LandUse.SUPPORT,
        "Lô " + code,
        "Plot",
        null,
        2,
        60.0,
        null,
        1.5,
        "Hỗ trợ",
        null,
        shape);
  }

  private final Subzone one = subzone("u1", "HT-01", square(0, 100));
  private final Subzone two = subzone("u2", "HT-02", square(100, 100));

  @Test
  void orderIdentityAndRingStartDoNotCount() {
    Subzone other = subzone("x", "HT-01", turned(one.shape()));
    assertThat(ContentHash.of(List.of(two, other), LEGAL))
        .isEqualTo(ContentHash.of(List.of(one, two), LEGAL))
        .matches("[0-9a-f]{64}");
  }

  @Test
  void everyAttributeAndEveryGridStepCounts() {
    String hash = ContentHash.of(List.of(one), LEGAL);
    assertThat(ContentHash.of(List.of(one.withCode("HT-03")), LEGAL)).isNotEqualTo(hash);
    assertThat(ContentHash.of(List.of(one.withShape(square(0.0003, 100))), LEGAL))
        .isNotEqualTo(hash);
    assertThat(ContentHash.of(List.of(one, two), LEGAL)).isNotEqualTo(hash);
  }

  @Test
  void survivesJson() {
    ObjectNode json = SubzoneJson.write(one, LEGAL);
    Subzone back = SubzoneJson.read(GeoJson.parse(json.toString()), LEGAL);
    assertThat(back.uid()).isEqualTo("u1");
    assertThat(back.shape().equalsNorm(one.shape())).isTrue();
    assertThat(ContentHash.of(List.of(back), LEGAL)).isEqualTo(ContentHash.of(List.of(one), LEGAL));
    Subzone again = SubzoneJson.read("u1", SubzoneJson.writeAttributes(one), one.shape());
    assertThat(SubzoneDiff.between(Map.of("u1", one), Map.of("u1", again)).isEmpty()).isTrue();
  }

  @Test
  void writesAnotherCrsWhereAsked() {
    ObjectNode json = SubzoneJson.write(one, LEGAL, LEGAL);
    assertThat(json.path("shape").path("crs").asString()).isEqualTo("EPSG:9210");
    assertThat(json.path("shape").path("coordinates").get(0).get(0).get(0).doubleValue())
        .isEqualTo(584000, within(0.0002));
    assertThat(json.path("areaM2").doubleValue()).isEqualTo(10000, within(0.05));
    assertThat(json.path("cadastralCode").isNull()).isTrue();
  }

  @Test
  void refusesAttributesInWords() {
    ObjectNode json = SubzoneJson.writeAttributes(one);
    json.put("maxDensityPct", 120);
    assertThatThrownBy(() -> SubzoneJson.read("u1", json, one.shape()))
        .isInstanceOfSatisfying(
            AttributeRefusal.class,
            e -> {
              assertThat(e.attribute()).isEqualTo(Attribute.MAX_DENSITY_PCT);
              assertThat(e.vi()).contains("0 đến 100");
            });
    ObjectNode empty = SubzoneJson.writeAttributes(one);
    empty.remove("code");
    assertThatThrownBy(() -> SubzoneJson.read("u1", empty, one.shape()))
        .isInstanceOf(AttributeRefusal.class);
  }

  @Test
  void differenceNamesFieldsAndGround() {
    Map<String, Subzone> before = new LinkedHashMap<>();
    before.put("u1", one);
    before.put("u2", two);
    Subzone grown = one.withCode("HT-09").withShape(square(0, 110));
    Subzone third = subzone("u3", "HT-03", square(300, 10));
    Map<String, Subzone> after = new LinkedHashMap<>();
    after.put("u1", grown);
    after.put("u3", third);
    SubzoneDiff diff = SubzoneDiff.between(before, after);
    assertThat(diff.created()).containsExactly(third);
    assertThat(diff.removed()).containsExactly(two);
    SubzoneDiff.Change change = diff.changed().get(0);
    assertThat(change.fields())
        .containsExactly(new SubzoneDiff.FieldChange(Attribute.CODE, "HT-01", "HT-09"));
    assertThat(change.geometry()).isNotNull();
    ObjectNode json = diff.toJson();
    ObjectNode changed = (ObjectNode) json.path("changed").get(0);
    assertThat(changed.path("fields").path("code").path("after").asString()).isEqualTo("HT-09");
    assertThat(changed.path("geometry").path("changedM2").doubleValue())
        .isEqualTo(2100, within(0.05));
    assertThat(json.path("removed").get(0).path("code").asString()).isEqualTo("HT-02");
  }

  @Test
  void sameGroundFromAnotherVertexIsNoDifference() {
    Map<String, Subzone> before = Map.of("u1", one);
    Map<String, Subzone> after = Map.of("u1", one.withShape(turned(one.shape())));
    assertThat(SubzoneDiff.between(before, after).isEmpty()).isTrue();
  }
}
