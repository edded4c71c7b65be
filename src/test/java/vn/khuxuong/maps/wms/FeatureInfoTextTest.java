package vn.khuxuong.maps.wms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.maps.draw.MapFeature;
import vn.khuxuong.maps.gml.GmlVersion;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.style.Attributes;
import vn.khuxuong.platform.web.Language;

class FeatureInfoTextTest {
  private static final String EVIL = "<img src=x onerror=alert(1)>{{7*7}}${T(java.lang.Runtime)}";

  private static List<FeatureInfo.Found> found() {
    Layer zones = TestLayers.named("zones");
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("code", "PVH");
    values.put("name_vi", EVIL);
    values.put("kind", "IP");
    values.put("gross_area_ha", 1234.5);
    values.put("term_end", java.sql.Date.valueOf("2052-01-31"));
    MapFeature feature =
        new MapFeature(
            "PVH",
            Crs.EPSG_4326,
            Crs.EPSG_4326.geometryFactory().createPoint(new Coordinate(106.5, 10.8)),
            Attributes.of(values));
    return List.of(
        new FeatureInfo.Found(zones, List.of(new FeatureInfoStore.Row(feature, values))));
  }

  @Test
  void s7StoredTextIsEscapedInPagesAndXml() {
    String html = FeatureInfoText.html(found(), Language.VI, "http://localhost");
    assertThat(html).doesNotContain("<img").contains("&lt;img src=x onerror=alert(1)&gt;{{7*7}}");
    for (GmlVersion version : List.of(GmlVersion.V3_2, GmlVersion.V2)) {
      String gml =
          new String(
              FeatureInfoGml.write(found(), version, Crs.CRS84, Instant.EPOCH, "http://localhost"),
              StandardCharsets.UTF_8);
      assertThat(gml).doesNotContain("<img").contains("&lt;img");
    }
    JsonNode json = JsonMapper.shared().readTree(FeatureInfoText.json(found()));
    assertThat(json.path("features").path(0).path("properties").path("name_vi").stringValue())
        .isEqualTo(EVIL);
  }

  @Test
  void peopleReadWordsNumbersAndDatesOfTheirLanguage() {
    assertThat(FeatureInfoText.plain(found(), Language.VI))
        .contains("Khu công nghiệp", "1.234,5 ha", "31/01/2052");
    assertThat(FeatureInfoText.plain(found(), Language.EN))
        .contains("Industrial park", "1,234.5 ha", "31 Jan 2052");
    assertThat(FeatureInfoText.plain(List.of(), Language.EN)).isEqualTo("There is nothing here.\n");
  }
}
