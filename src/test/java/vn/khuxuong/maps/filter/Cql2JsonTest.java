package vn.khuxuong.maps.filter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.maps.layer.Layer;

/** CQL2 JSON says the same as CQL2 text, and each can be told from the other. */
class Cql2JsonTest {

  private static final Layer SUBZONES = FilterLayers.subzones();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "{'op':'=','args':[{'property':'code'},'A1']}|code = 'A1'",
        "{'op':'and','args':[{'op':'<','args':[{'property':'far'},2.50]},true]}|far < 2.5",
        "{'op':'not','args':[{'op':'like','args':[{'property':'code'},'A%']}]}|code NOT LIKE 'A%'",
        "{'op':'in','args':[{'property':'land_use'},['ROAD','GREEN']]}"
            + "|land_use IN ('GREEN','ROAD')",
        "{'op':'between','args':[{'property':'far'},1,2]}|far BETWEEN 1 AND 2",
        "{'op':'isNull','args':[{'property':'far'}]}|far IS NULL",
        "{'op':'=','args':[{'op':'casei','args':[{'property':'code'}]},{'op':'casei','args':['a']}]}|CASEI(code)"
            + " = CASEI('a')",
        "{'op':'>','args':[{'op':'div','args':[{'property':'phase'},2]},-1]}|phase div 2 > -1",
        "{'op':'>','args':[{'property':'valid_from'},{'date':'2025-01-02'}]}"
            + "|valid_from > DATE('2025-01-02')",
        "{'op':'t_during','args':[{'interval':[{'property':'valid_from'},'..']},"
            + "{'interval':['2025-01-01','2026-01-01T00:00:00Z']}]}"
            + "|T_DURING(INTERVAL(valid_from,'..'),INTERVAL('2025-01-01','2026-01-01'))",
        "{'op':'s_within','args':[{'property':'geom'},{'bbox':[106,10,107,11]}]}"
            + "|S_WITHIN(geom,BBOX(106,10,107,11))",
        "{'op':'s_intersects','args':[{'type':'Point','coordinates':[106,10]},"
            + "{'property':'geometry'}]}|S_INTERSECTS(geom,POINT(106 10))",
        "{'op':'s_intersects','args':[{'property':'geom'},{'type':'GeometryCollection',"
            + "'geometries':[{'type':'Point','coordinates':[106,10]},"
            + "{'type':'LineString','coordinates':[[106,10],[107,11]]}]}]}"
            + "|S_INTERSECTS(geom,GEOMETRYCOLLECTION(POINT(106 10),LINESTRING(106 10,107 11)))"
      })
  void saysTheSameAsText(String json, String text) {
    assertThat(FilterReader.cql2Json(json.replace('\'', '"'), SUBZONES).canonical())
        .isEqualTo(FilterReader.cql2Text(text, SUBZONES).canonical());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "code = 'it''s \"x\" \\ y' AND NOT (far > 1 OR land_use IN ('ROAD','GREEN'))",
        "ACCENTI(CASEI(name_vi)) LIKE ACCENTI(CASEI('%\\%_đ')) OR name_en IS NULL OR geom IS NULL",
        "area_m2 / (area_ha + 1) - phase * 2 ^ 3 % 5 BETWEEN -1.5 AND 12345678901234567890",
        "T_MEETS(INTERVAL(valid_from,'..'),INTERVAL('2020-01-01','2020-01-02'))",
        "T_AFTER(valid_from, DATE('2020-01-01')) AND T_EQUALS(valid_from, valid_from)",
        "S_TOUCHES(geom,MULTIPOLYGON(((106 10,107 10,107 11,106 10)),((105 10,105.5 10,105 11,105"
            + " 10))))",
        "S_CROSSES(LINESTRING(106.123456789012 10,107 11), geom) OR FALSE",
        "S_INTERSECTS(geom,GEOMETRYCOLLECTION(POINT(106 10),LINESTRING(106 10,107 11)))"
      })
  void textBecomesJsonAndTextAgain(String text) {
    Filter fromText = FilterReader.cql2Text(text, SUBZONES);
    String json = JsonWriter.write(fromText).toString();
    Filter fromJson = FilterReader.cql2Json(json, SUBZONES);
    assertThat(fromJson.canonical()).isEqualTo(fromText.canonical());
    Filter again = FilterReader.cql2Text(fromJson.canonical(), SUBZONES);
    assertThat(again.canonical()).isEqualTo(fromText.canonical());
  }

  @Test
  void shapesComeInTheAxisOrderOfTheirSystem() {
    String json =
        "{\"op\":\"s_intersects\",\"args\":[{\"property\":\"geom\"},"
            + "{\"type\":\"Point\",\"coordinates\":[10.8,106.52]}]}";
    assertThat(FilterReader.cql2Json(json, SUBZONES, Crs.EPSG_4326).canonical())
        .isEqualTo("S_INTERSECTS(geom,POINT(106.52 10.8))");
  }
}
