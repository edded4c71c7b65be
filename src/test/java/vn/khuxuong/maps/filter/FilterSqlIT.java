package vn.khuxuong.maps.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.khuxuong.KhuxuongTest;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.layer.LayerCatalogue;
import vn.khuxuong.maps.layer.LayerDatabase;

/**
 * Filters on the demo data and on rows made up for the occasion, as the public's role runs them.
 */
@KhuxuongTest
class FilterSqlIT {

  @Autowired private LayerDatabase database;
  @Autowired private LayerCatalogue catalogue;
  @Autowired private JdbcClient owner;

  private Layer layer(String id) {
    return catalogue.find(id).orElseThrow();
  }

  private List<Long> ids(Layer layer, Filter filter) {
    return ids(layer, filter, layer.relation(false));
  }

  private List<Long> ids(Layer layer, Filter filter, String relation) {
    Map<String, Object> params = new HashMap<>();
    String where = FilterSql.where(filter, layer, params, "f");
    return database
        .client(layer)
        .sql("select id from " + relation + " where " + where + " order by id")
        .params(params)
        .query(Long.class)
        .list();
  }

  private List<Long> subzones(String cql2) {
    return ids(layer("subzones"), FilterReader.cql2Text(cql2, layer("subzones")));
  }

  private List<Long> byHand(String where) {
    return owner
        .sql("select id from published.subzones where " + where + " order by id")
        .query(Long.class)
        .list();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "land_use = 'SUPPORT'|land_use = 'SUPPORT'",
        "land_use <> 'SUPPORT'|land_use <> 'SUPPORT'",
        "land_use IN ('SUPPORT','ROAD')|land_use in ('SUPPORT','ROAD')",
        "land_use NOT IN ('SUPPORT','ROAD')|land_use not in ('SUPPORT','ROAD')",
        "area_m2 > 50000 AND area_m2 <= 200000|area_m2 > 50000 and area_m2 <= 200000",
        "area_m2 BETWEEN 50000 AND 200000.5|area_m2 between 50000 and 200000.5",
        "area_m2 IN (1, 2.5) OR phase IN (1)|phase = 1",
        "valid_from IN (DATE('1999-01-01'))|false",
        "area_m2 / 10000 > 5|area_m2 > 50000",
        "area_m2 > area_ha * 9000|true",
        "code LIKE '%-0_'|code like '%-0_'",
        "code < 'M'|code collate \"C\" < 'M'",
        "max_floors IS NULL|max_floors is null",
        "NOT (max_floors = 5)|max_floors <> 5",
        "geom IS NULL|false",
        "valid_from <= DATE('2100-01-01')|true",
        "T_BEFORE(valid_from, DATE('1990-01-01'))|false",
        "T_INTERSECTS(INTERVAL(valid_from,'..'), DATE('2100-01-01'))|true",
        "id > 0|true",
        "FALSE|false"
      })
  void saysTheSameAsSqlByHand(String cql2, String sql) {
    assertThat(subzones(cql2)).isEqualTo(byHand(sql));
  }

  @Test
  void theDemoDataTellTheseConditionsApart() {
    assertThat(subzones("TRUE")).hasSize(70);
    for (String some :
        List.of(
            "land_use = 'SUPPORT'",
            "area_m2 > 50000",
            "code LIKE '%-0_'",
            "code < 'M'",
            "area_m2 / 10000 > 5",
            "land_use = 'SUPPORT'")) {
      assertThat(subzones(some)).as(some).hasSizeBetween(1, 69);
    }
  }

  /** One row with one text in column name_vi. */
  private boolean fits(String value, Filter filter) {
    Map<String, Object> params = new HashMap<>();
    String where = FilterSql.where(filter, layer("subzones"), params, "f");
    params.put("value", value);
    return database
            .client(layer("subzones"))
            .sql("select 1 as id from (select :value::text as name_vi) row where " + where)
            .params(params)
            .query(Long.class)
            .list()
            .size()
        == 1;
  }

  private boolean fits(String value, String cql2) {
    return fits(value, FilterReader.cql2Text(cql2, layer("subzones")));
  }

  @Test
  void casesAndAccentsAreForgottenSeparatelyAndTogether() {
    String name = "Đất Nhà Máy";
    assertThat(fits(name, "name_vi = 'đất nhà máy'")).isFalse();
    assertThat(fits(name, "CASEI(name_vi) = CASEI('ĐẤT nhà MÁY')")).isTrue();
    assertThat(fits(name, "CASEI(name_vi) = CASEI('dat nha may')")).isFalse();
    assertThat(fits(name, "ACCENTI(name_vi) = ACCENTI('Dat Nha May')")).isTrue();
    assertThat(fits(name, "ACCENTI(name_vi) = ACCENTI('dat nha may')")).isFalse();
    assertThat(fits(name, "ACCENTI(CASEI(name_vi)) = ACCENTI(CASEI('DAT NHÀ MAY'))")).isTrue();
    assertThat(fits(name, "CASEI(ACCENTI(name_vi)) LIKE CASEI(ACCENTI('đat%may'))")).isTrue();
    assertThat(fits(name, "CASEI(ACCENTI(name_vi)) LIKE CASEI(ACCENTI('dat_may'))")).isFalse();
    assertThat(fits(name, "ACCENTI(name_vi) IN (ACCENTI('x'), ACCENTI('Dat Nha May'))")).isTrue();
    assertThat(
            fits(
                "Đất nhà máy, kho tàng".toUpperCase(java.util.Locale.ROOT),
                "CASEI(ACCENTI(name_vi)) = CASEI(ACCENTI('dat nha may, kho tang'))"))
        .isTrue();
    // what the search of the rest of the product finds is found here
    assertThat(owner.sql("select platform.fold('Đất Nhà Máy')").query(String.class).single())
        .isEqualTo("dat nha may");
  }

  @Test
  void patternsMeanWhatTheySay() {
    assertThat(fits("100%", "name_vi LIKE '100\\%'")).isTrue();
    assertThat(fits("1000", "name_vi LIKE '100\\%'")).isFalse();
    assertThat(fits("a_b", "name_vi LIKE 'a\\_b'")).isTrue();
    assertThat(fits("axb", "name_vi LIKE 'a\\_b'")).isFalse();
    assertThat(fits("a\\b", "name_vi LIKE 'a\\\\b'")).isTrue();
    assertThat(fits("a.b", "name_vi LIKE 'a.b'")).isTrue();
    assertThat(fits("axb", "name_vi LIKE 'a.b'")).isFalse();
    assertThat(fits("abc", "name_vi LIKE '%_%_%_%'")).isTrue();
    assertThat(fits("ab", "name_vi LIKE '%_%_%_%'")).isFalse();
    // a sign that loses its accent to become a wildcard is none
    assertThat(fits("100 đồng", "ACCENTI(name_vi) LIKE ACCENTI('100\uff05')")).isFalse();
    assertThat(fits("100\uff05", "ACCENTI(name_vi) LIKE ACCENTI('100\uff05')")).isTrue();
    assertThat(fits("Á_%", "ACCENTI(CASEI(name_vi)) LIKE ACCENTI(CASEI('a\\_\\%'))")).isTrue();
    assertThat(fits("Áxx", "ACCENTI(CASEI(name_vi)) LIKE ACCENTI(CASEI('a\\_\\%'))")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x' OR '1'='1",
        "x'; drop table zoning.zones; --",
        "' || pg_sleep(9) || '",
        "\\'; select 1; --",
        "\\",
        "$1 :f0 ? ?? {call x} :value",
        "%' escape '!",
        "${jndi:ldap://x}",
        "E'\\x27'"
      })
  void whatIsWrittenIsDataHoweverItLooks(String text) {
    Layer subzones = layer("subzones");
    Operand.Property name = (Operand.Property) new Terms(subzones, false).property("name_vi", 0);
    Operand.Words words = new Operand.Words(text);
    Filter equal = new Filter.Comparison(name, ComparisonOperator.EQUAL, words);
    assertThat(fits(text, equal)).isTrue();
    assertThat(fits("x", equal)).isFalse();
    Filter in = new Filter.In(name, List.of(words, new Operand.Words("y")));
    assertThat(fits(text, in)).isTrue();
    assertThat(fits("x", in)).isFalse();
    String literally = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    for (Folding folding :
        List.of(Folding.NONE, new Folding(true, false), new Folding(true, true))) {
      Operand folded = folding.isNone() ? name : new Operand.Folded(name, folding);
      Filter like = new Filter.Like(folded, LikePattern.tidy(literally), folding);
      assertThat(fits(text, like)).isTrue();
      assertThat(fits("x", like)).isFalse();
    }
    Map<String, Object> params = new HashMap<>();
    assertThat(FilterSql.where(equal, subzones, params, "f")).doesNotContain(text);
    assertThat(params).containsValue(text);
    // spelt in the language itself
    if (!text.contains("\\")) {
      assertThat(fits(text, "name_vi = '" + text.replace("'", "''") + "'")).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "area_m2 / 0 > 1",
        "area_m2 % 0 = 1",
        "area_m2 div 0 = 1",
        "0 ^ -1 > area_m2",
        "(0 - area_m2) ^ 0.5 > 1",
        "area_m2 ^ area_m2 > 1",
        "(area_m2 * 1e99) ^ 99 > 1",
        "1e99 * 1e99 * 1e99 * 1e99 * area_m2 < 1",
        "area_m2 = area_m2 + 1e99",
        "plan_version * 99999999999999999999 < 0",
        "area_m2 - 1e-99 = 1"
      })
  void whatCannotBeReckonedFitsNothing(String cql2) {
    assertThat(subzones(cql2)).isEmpty();
  }

  @Test
  void reckonsAsPeopleDo() {
    assertThat(subzones("0.1 + 0.2 = 0.3 AND 7 div 2 = 3 AND 7 % 4 = 3 AND 2 ^ 10 = 1024"))
        .hasSize(70);
    assertThat(subzones("2 ^ -1 = 0.5 AND 0 ^ 0 = 1 AND -2 ^ 2 = 4 AND 7 / 2 = 3.5")).hasSize(70);
  }

  @ParameterizedTest
  @CsvSource({
    "AFTER, 2020-01-05, 2020-01-06, 2020-01-01, 2020-01-04",
    "BEFORE, 2020-01-01, 2020-01-02, 2020-01-03, 2020-01-04",
    "CONTAINS, 2020-01-01, 2020-01-09, 2020-01-03, 2020-01-04",
    "DISJOINT, 2020-01-01, 2020-01-02, 2020-01-03, 2020-01-04",
    "DURING, 2020-01-03, 2020-01-04, 2020-01-01, 2020-01-09",
    "EQUALS, 2020-01-03, 2020-01-04, 2020-01-03, 2020-01-04",
    "FINISHEDBY, 2020-01-01, 2020-01-04, 2020-01-03, 2020-01-04",
    "FINISHES, 2020-01-03, 2020-01-04, 2020-01-01, 2020-01-04",
    "INTERSECTS, 2020-01-01, 2020-01-03, 2020-01-03, 2020-01-04",
    "MEETS, 2020-01-01, 2020-01-03, 2020-01-03, 2020-01-04",
    "METBY, 2020-01-04, 2020-01-06, 2020-01-03, 2020-01-04",
    "OVERLAPPEDBY, 2020-01-03, 2020-01-09, 2020-01-01, 2020-01-04",
    "OVERLAPS, 2020-01-01, 2020-01-04, 2020-01-03, 2020-01-09",
    "STARTEDBY, 2020-01-01, 2020-01-09, 2020-01-01, 2020-01-04",
    "STARTS, 2020-01-01, 2020-01-04, 2020-01-01, 2020-01-09"
  })
  void timeRelationsAreThoseOfTheStandard(String relation, String a, String b, String c, String d) {
    // bays have two dates that are not the layer's own period, so both are included
    Layer bays = layer("bays");
    String row =
        "(select 1 as id, '%s'::date as free_from, '%s'::date as occupied_until) row"
            .formatted(a, b);
    String there = "INTERVAL('" + c + "','" + d + "')";
    String own = "INTERVAL(free_from, occupied_until)";
    for (TemporalRelation other : TemporalRelation.values()) {
      String call = "T_" + other + "(" + own + ", " + there + ")";
      boolean holds = !ids(bays, FilterReader.cql2Text(call, bays), row).isEmpty();
      String turned = "T_" + other.mirrored() + "(" + there + ", " + own + ")";
      assertThat(ids(bays, FilterReader.cql2Text(turned, bays), row).isEmpty()).isEqualTo(!holds);
      if (other.name().equals(relation)) {
        assertThat(holds).as(call).isTrue();
      }
    }
  }

  @Test
  void anOpenPeriodHasNoEndAndAnUnknownDayFitsNothing() {
    Layer subzones = layer("subzones");
    String row = "(select 1 as id, null::date as valid_from) row";
    String always = "T_INTERSECTS(INTERVAL(valid_from,'..'), DATE('1900-01-01'))";
    assertThat(ids(subzones, FilterReader.cql2Text(always, subzones), row)).hasSize(1);
    String unknown = "T_AFTER(valid_from, DATE('1900-01-01'))";
    assertThat(ids(subzones, FilterReader.cql2Text(unknown, subzones), row)).isEmpty();
    String not = "NOT T_AFTER(valid_from, DATE('1900-01-01'))";
    assertThat(ids(subzones, FilterReader.cql2Text(not, subzones), row)).isEmpty();
  }

  @Test
  void shapesOfEverySystemFindTheSameFeatures() {
    Layer subzones = layer("subzones");
    double[] box =
        owner
            .sql(
                "select array[st_xmin(b), st_ymin(b), st_xmax(b), st_ymax(b)] from (select"
                    + " st_extent(geom) as b from published.subzones where zone_code = 'PVH') x")
            .query((row, n) -> doubles(row.getArray(1).getArray()))
            .single();
    double x = (box[0] + box[2]) / 2;
    double y = (box[1] + box[3]) / 2;
    List<Long> expected =
        byHand(
            "st_intersects(geom, st_makeenvelope(%s, %s, %s, %s, 4326))"
                .formatted(box[0], box[1], x, y));
    assertThat(expected).hasSizeBetween(1, 69);
    assertThat(subzones("S_INTERSECTS(geom, BBOX(%s,%s,%s,%s))".formatted(box[0], box[1], x, y)))
        .isEqualTo(expected);
    Filter latitudeFirst =
        FilterReader.cql2Text(
            "S_INTERSECTS(geom, BBOX(%s,%s,%s,%s))".formatted(box[1], box[0], y, x),
            subzones,
            Crs.EPSG_4326);
    assertThat(ids(subzones, latitudeFirst)).isEqualTo(expected);
    for (Crs crs : List.of(Crs.EPSG_3857, Crs.EPSG_9210, Crs.EPSG_4756, Crs.EPSG_3405)) {
      String wkt =
          owner
              .sql(
                  "select st_astext(%s, 9) from (select st_transform(st_segmentize(st_makeenvelope(:a,:b,:c,:d,4326), 0.001), :srid) as g) x"
                      .formatted(crs == Crs.EPSG_4756 ? "st_flipcoordinates(g)" : "g"))
              .param("a", box[0])
              .param("b", box[1])
              .param("c", x)
              .param("d", y)
              .param("srid", crs.srid())
              .query(String.class)
              .single();
      Filter filter = FilterReader.cql2Text("S_INTERSECTS(geom, " + wkt + ")", subzones, crs);
      assertThat(ids(subzones, filter)).as(crs.code()).isEqualTo(expected);
    }
  }

  private static double[] doubles(Object array) {
    Object[] numbers = (Object[]) array;
    double[] doubles = new double[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      doubles[i] = ((Number) numbers[i]).doubleValue();
    }
    return doubles;
  }

  @Test
  void aLongEdgeIsStraightInTheSystemItCameIn() {
    // the middle of a line of 60 km that is straight in VN-2000 lies some metres off the straight
    // line in degrees; a point feature there is touched by the first only
    Layer subzones = layer("subzones");
    String middle =
        "(select 1 as id, st_buffer(st_transform(st_setsrid(st_point(590000, 1230000), 9210),"
            + " 4326)::geography, 1)::geometry as geom) row";
    String line = "S_INTERSECTS(geom, LINESTRING(560000 1200000, 620000 1260000))";
    Filter legal = FilterReader.cql2Text(line, subzones, Crs.EPSG_9210);
    assertThat(ids(subzones, legal, middle)).hasSize(1);
    String degrees =
        owner
            .sql(
                "select st_astext(st_transform(st_geomfromtext("
                    + "'LINESTRING(560000 1200000, 620000 1260000)', 9210), 4326), 12)")
            .query(String.class)
            .single();
    Filter straightInDegrees =
        FilterReader.cql2Text("S_INTERSECTS(geom, " + degrees + ")", subzones);
    assertThat(ids(subzones, straightInDegrees, middle)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INTERSECTS",
        "DISJOINT",
        "EQUALS",
        "TOUCHES",
        "WITHIN",
        "CONTAINS",
        "OVERLAPS",
        "CROSSES"
      })
  void everySpatialFunctionIsThatOfPostgis(String relation) {
    String shape =
        owner
            .sql(
                "select st_astext(geom, 15) from published.subzones where land_use = 'SUPPORT'"
                    + " limit 1")
            .query(String.class)
            .single();
    String literal = "st_geomfromtext('" + shape + "', 4326)";
    assertThat(subzones("S_" + relation + "(geom, " + shape + ")"))
        .isEqualTo(
            byHand(
                "st_" + relation.toLowerCase(java.util.Locale.ROOT) + "(geom, " + literal + ")"));
    assertThat(subzones("S_" + relation + "(" + shape + ", geom)"))
        .isEqualTo(
            byHand(
                "st_" + relation.toLowerCase(java.util.Locale.ROOT) + "(" + literal + ", geom)"));
    // collections of shapes as well, where PostGIS itself has no answer for them
    String collection =
        "GEOMETRYCOLLECTION(" + shape + ", POINT(106 10), LINESTRING(106 10, 107 11))";
    assertThat(subzones("S_" + relation + "(geom, " + collection + ")")).hasSizeBetween(0, 70);
  }

  @Test
  void keysAndCodesOfEveryLayerCanBeFiltered() {
    for (Layer layer : catalogue.layers(java.util.Set.of())) {
      for (var field : layer.fields()) {
        String condition = field.name() + " IS NOT NULL OR id IS NULL";
        assertThat(ids(layer, FilterReader.cql2Text(condition, layer)))
            .as(layer.id() + "." + field.name())
            .isNotNull();
      }
    }
  }
}
