package vn.khuxuong.maps.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.maps.layer.Layer;

/** What clients of CQL_FILTER write. */
class EcqlTest {

  private static final Layer SUBZONES = FilterLayers.subzones();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "INCLUDE|TRUE",
        "exclude|FALSE",
        "code <> 'a' AND far != 2|(code <> 'a' AND far <> 2)",
        "far > '2.5'|far > 2.5",
        "phase IN ('1','2')|phase IN (1,2)",
        "name_vi ILIKE '%khu%'|CASEI(name_vi) LIKE CASEI('%khu%')",
        "name_vi NOT ILIKE '%khu%'|CASEI(name_vi) NOT LIKE CASEI('%khu%')",
        "valid_from > '2025-01-02'|valid_from > DATE('2025-01-02')",
        "valid_from > 2025-01-02|valid_from > DATE('2025-01-02')",
        "valid_from AFTER 2025-01-02T03:04:05Z|T_AFTER(valid_from,DATE('2025-01-02'))",
        "valid_from DURING 2025-01-02/2025-02-03"
            + "|T_DURING(valid_from,INTERVAL('2025-01-02','2025-02-03'))",
        "valid_from TEQUALS '2025-01-02'|T_EQUALS(valid_from,DATE('2025-01-02'))",
        "INTERSECTS(geom, POINT(106.5 10.8))|S_INTERSECTS(geom,POINT(106.5 10.8))",
        "WITHIN(the_geom, POINT(1 1)) OR TRUE|-",
        "DISJOINT(geom, SRID=9210;POINT(584005 1194441))"
            + "|NOT S_INTERSECTS(geom,SRID=9210;POINT(584005 1194441))",
        "BBOX(geom, 106, 10, 107, 11)"
            + "|S_INTERSECTS(geom,POLYGON((106 10,106 11,107 11,107 10,106 10)))",
        "BBOX(geom, 106, 10, 107, 11, 'EPSG:4326')"
            + "|S_INTERSECTS(geom,POLYGON((106 10,106 11,107 11,107 10,106 10)))",
        "IN ('subzones.7', '8', 'zones.9')|id IN (7,8)",
        "IN (7)|id = 7",
        "IN ('x')|FALSE",
        "strStartsWith(code,'x''y') = true|-"
      })
  void readsTheWaysOfCqlFilter(String text, String canonical) {
    if (canonical.equals("-")) {
      assertThatThrownBy(() -> FilterReader.ecql(text, SUBZONES)).isInstanceOf(FilterRefusal.class);
      return;
    }
    assertThat(FilterReader.ecql(text, SUBZONES).canonical()).isEqualTo(canonical);
    assertThat(FilterReader.ecql(canonical, SUBZONES).canonical()).isEqualTo(canonical);
  }

  @Test
  void xComesFirstInEverySystem() {
    assertThat(
            FilterReader.ecql("INTERSECTS(geom, POINT(106.52 10.8))", SUBZONES, Crs.EPSG_4326)
                .canonical())
        .isEqualTo("S_INTERSECTS(geom,POINT(106.52 10.8))");
  }

  @Test
  void cql2TextDoesNotKnowTheseWays() {
    for (String text :
        new String[] {"INCLUDE", "far != 2", "far > '2'", "valid_from > 2025-01-02", "IN ('7')"}) {
      assertThatThrownBy(() -> FilterReader.cql2Text(text, SUBZONES))
          .as(text)
          .isInstanceOf(FilterRefusal.class);
    }
  }
}
