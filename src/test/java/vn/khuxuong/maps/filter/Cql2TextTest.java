package vn.khuxuong.maps.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.maps.layer.Layer;

/** CQL2 text by the grammar of OGC 21-065r2, and the one text that all spellings share. */
class Cql2TextTest {

  private static final Layer SUBZONES = FilterLayers.subzones();

  private static String canonical(String text) {
    return FilterReader.cql2Text(text, SUBZONES).canonical();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "code='A1'|code = 'A1'",
        "\"code\" = 'A1'|code = 'A1'",
        "'A1' = code|code = 'A1'",
        "code<>'it''s'|code <> 'it''s'",
        "code<>'it\\'s'|code <> 'it''s'",
        "plan_version>=1.0e1|plan_version >= 10",
        "10 <= plan_version|plan_version >= 10",
        "far > .5|far > 0.5",
        "far > -0.50|far > -0.5",
        "land_use in ('ROAD','GREEN','ROAD')|land_use IN ('GREEN','ROAD')",
        "land_use IN ('ROAD')|land_use = 'ROAD'",
        "NOT land_use IN ('ROAD','GREEN')|land_use NOT IN ('GREEN','ROAD')",
        "land_use not in ('ROAD','GREEN')|land_use NOT IN ('GREEN','ROAD')",
        "area_m2 between 10 and 20|(area_m2 <= 20 AND area_m2 >= 10)",
        "area_m2 NOT BETWEEN 10 AND 20|(area_m2 < 10 OR area_m2 > 20)",
        "name_vi is null|name_vi IS NULL",
        "NOT name_vi IS NULL|name_vi IS NOT NULL",
        "geom IS NOT NULL|geom IS NOT NULL",
        "name_vi like 'Khu%'|name_vi LIKE 'Khu%'",
        "name_vi NOT LIKE '%_%_%'|name_vi NOT LIKE '__%'",
        "name_vi LIKE '100\\%'|name_vi LIKE '100\\%'",
        "name_vi LIKE 'a\\b'|name_vi LIKE 'ab'",
        "CaseI(name_vi) = casei('KHU')|CASEI(name_vi) = CASEI('KHU')",
        "CASEI(ACCENTI(name_vi)) LIKE ACCENTI(CASEI('đ%'))"
            + "|ACCENTI(CASEI(name_vi)) LIKE ACCENTI(CASEI('đ%'))",
        "area_m2 > area_ha * 10000|(area_ha * 10000) < area_m2",
        "area_m2 / 10000 > 2 + 3 * -2 ^ 2|(area_m2 / 10000) > (2 + (3 * (-2 ^ 2)))",
        "plan_version % 2 = 1|(plan_version % 2) = 1",
        "plan_version div 2 = 1|(plan_version div 2) = 1",
        "-plan_version < -(3)|(-1 * plan_version) < -3",
        "(area_m2 + 1) * 2 > 5|((area_m2 + 1) * 2) > 5",
        "((((area_m2)))) > ((5))|area_m2 > 5",
        "valid_from > DATE('2025-01-02')|valid_from > DATE('2025-01-02')",
        "valid_from > TIMESTAMP('2025-01-01T18:00:00Z')|valid_from > DATE('2025-01-02')",
        "T_AFTER(valid_from,DATE('2025-01-02'))|T_AFTER(valid_from,DATE('2025-01-02'))",
        "t_before(DATE('2025-01-02'), valid_from)|T_AFTER(valid_from,DATE('2025-01-02'))",
        "T_DURING(valid_from, INTERVAL('2025-01-01','..'))"
            + "|T_DURING(valid_from,INTERVAL('2025-01-01','..'))",
        "T_INTERSECTS(INTERVAL(valid_from,'..'), INTERVAL('..','2025-12-31'))"
            + "|T_INTERSECTS(INTERVAL(valid_from,'..'),INTERVAL('..','2025-12-31'))",
        "NOT T_DISJOINT(valid_from,"
            + " DATE('2025-01-02'))|T_INTERSECTS(valid_from,DATE('2025-01-02'))",
        "s_intersects(geom, point(106.5 10.8))|S_INTERSECTS(geom,POINT(106.5 10.8))",
        "S_CONTAINS(POINT(106.5 10.8), geometry)|S_WITHIN(geom,POINT(106.5 10.8))",
        "S_DISJOINT(geom, POINT Z (106.5 10.8 3))|NOT S_INTERSECTS(geom,POINT(106.5 10.8))",
        "id = 7|id = 7",
        "TRUE|TRUE",
        "NOT TRUE|FALSE",
        "code = 'a' AND TRUE|code = 'a'",
        "code = 'a' AND FALSE|FALSE",
        "code = 'a' OR NOT FALSE|TRUE"
      })
  void readsAndWritesInOneWay(String text, String canonical) {
    assertThat(canonical(text)).isEqualTo(canonical);
    // and what was written is read as the same again
    assertThat(canonical(canonical)).isEqualTo(canonical);
  }

  @Test
  void logicIsFlattenedSortedAndFreedOfRepetitionAndNegation() {
    String canonical = "((code = 'x' OR name_vi = 'z') AND area_m2 > 5 AND far <= 2)";
    for (String spelling :
        List.of(
            "area_m2 > 5 AND far <= 2 AND (name_vi = 'z' OR code = 'x')",
            "(far<=2 and (5 < area_m2)) and ('x' = code or name_vi = 'z' or code = 'x')",
            "NOT (area_m2 <= 5 OR far > 2 OR NOT (code = 'x' OR name_vi = 'z'))",
            "NOT NOT (area_m2 > 5 AND NOT far > 2.0 AND NOT (code <> 'x' AND name_vi <> 'z'))")) {
      assertThat(canonical(spelling)).isEqualTo(canonical);
      assertThat(canonical(canonical(spelling))).isEqualTo(canonical);
    }
    assertThat(canonical("code = 'x' OR name_vi = 'z' AND far <= 2"))
        .as("AND binds closer than OR")
        .isEqualTo("((far <= 2 AND name_vi = 'z') OR code = 'x')");
  }

  @Test
  void aBoxAndThePolygonOfItsCornersAreOne() {
    String box = canonical("S_INTERSECTS(geom, BBOX(106, 10, 107, 11))");
    assertThat(box).isEqualTo("S_INTERSECTS(geom,POLYGON((106 10,106 11,107 11,107 10,106 10)))");
    assertThat(canonical("S_INTERSECTS(geom, POLYGON((107 10, 107 11, 106 11, 106 10, 107 10)))"))
        .isEqualTo(box);
    assertThat(canonical("S_INTERSECTS(BBOX(106,10,0,107,11,99), geom)")).isEqualTo(box);
  }

  @Test
  void coordinatesComeInTheAxisOrderOfTheirSystem() {
    String there = "S_INTERSECTS(geom,POINT(106.52 10.8))";
    assertThat(
            FilterReader.cql2Text("S_INTERSECTS(geom, POINT(10.8 106.52))", SUBZONES, Crs.EPSG_4326)
                .canonical())
        .isEqualTo(there);
    assertThat(
            FilterReader.cql2Text(
                    "S_INTERSECTS(geom, BBOX(10,106,11,107))", SUBZONES, Crs.EPSG_4326)
                .canonical())
        .isEqualTo(canonical("S_INTERSECTS(geom, BBOX(106,10,107,11))"));
    assertThat(
            FilterReader.cql2Text(
                    "S_INTERSECTS(geom, POINT(584005.898 1194441.858))", SUBZONES, Crs.EPSG_9210)
                .canonical())
        .isEqualTo("S_INTERSECTS(geom,SRID=9210;POINT(584005.898 1194441.858))");
  }

  @Test
  void aBoxOverTheAntimeridianIsTwoAndOneOutsideItsSystemFitsNothing() {
    assertThat(canonical("S_INTERSECTS(geom, BBOX(177,65,-177,70))")).contains("MULTIPOLYGON");
    assertThat(
            FilterReader.cql2Text(
                    "S_INTERSECTS(geom, BBOX(-9e6,-9e6,-8e6,-8e6))", SUBZONES, Crs.EPSG_9210)
                .canonical())
        .isEqualTo("FALSE");
    assertThat(
            FilterReader.cql2Text(
                    "S_DISJOINT(geom, BBOX(-9e6,-9e6,-8e6,-8e6))", SUBZONES, Crs.EPSG_9210)
                .canonical())
        .isEqualTo("geom IS NOT NULL");
  }

  @Test
  void textsAreInNormalFormC() {
    assertThat(canonical("name_vi = 'Hui\u0323'")).isEqualTo(canonical("name_vi = 'Hu\u1ecb'"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MULTIPOINT(106 10, 107 11)",
        "MULTIPOINT((106 10), (107 11))",
        "LINESTRING(106 10, 107 11)",
        "MULTILINESTRING((106 10, 107 11),(106 11, 107 10))",
        "POLYGON((106 10,107 10,107 11,106 10),(106.8 10.2,106.9 10.2,106.9 10.3,106.8 10.2))",
        "MULTIPOLYGON(((106 10,107 10,107 11,106 10)),((105 10,105.5 10,105.5 11,105 10)))",
        "GEOMETRYCOLLECTION(POINT(106 10), LINESTRING(106 10, 107 11))"
      })
  void everyKindOfShapeIsReadAndReadAgain(String shape) {
    String canonical = canonical("S_INTERSECTS(geom, " + shape + ")");
    assertThat(canonical(canonical)).isEqualTo(canonical);
  }
}
