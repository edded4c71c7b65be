package vn.khuxuong.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import vn.khuxuong.KhuxuongTest;
import vn.khuxuong.maps.Door;

/** OGC API Features Part 3 (19-079r2) and CQL2 (21-065r2), by the ids of their requirements. */
@KhuxuongTest
class OgcFeaturesPart3Test {

  private static final String ITEMS = "/ogc/collections/subzones/items?limit=1&";

  @LocalServerPort private int port;
  private Door door;

  @BeforeEach
  void open() {
    door = new Door(port);
  }

  private long matched(String filter) {
    Door.Answer answer = door.get(ITEMS + "filter=" + Door.encoded(filter));
    assertThat(answer.status()).as(filter + " " + answer.text()).isEqualTo(200);
    return answer.json().get("numberMatched").asLong();
  }

  private List<String> declared() {
    List<String> uris = new ArrayList<>();
    door.get("/ogc/conformance").json().get("conformsTo").forEach(u -> uris.add(u.asString()));
    return uris;
  }

  @Test
  @DisplayName("What QGIS looks for before it sends a filter is declared")
  void declaresWhatQgisNeeds() {
    String features = "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/";
    String cql2 = "http://www.opengis.net/spec/cql2/1.0/conf/";
    assertThat(declared())
        .contains(features + "filter", features + "features-filter", features + "queryables")
        .contains(cql2 + "cql2-text", cql2 + "cql2-json", cql2 + "basic-cql2")
        .contains(cql2 + "advanced-comparison-operators", cql2 + "case-insensitive-comparison")
        .contains(cql2 + "basic-spatial-functions", cql2 + "accent-insensitive-comparison")
        .doesNotContain(cql2 + "array-functions", cql2 + "functions")
        .doesNotHaveDuplicates();
  }

  @Test
  @DisplayName("/req/queryables/get-queryables-op, get-queryables-response, queryables-link")
  void queryables() {
    JsonNode collection = door.get("/ogc/collections/subzones").json();
    List<String> rels = new ArrayList<>();
    collection.get("links").forEach(link -> rels.add(link.get("rel").asString()));
    assertThat(rels).contains("http://www.opengis.net/def/rel/ogc/1.0/queryables");
    JsonNode queryables = door.get("/ogc/collections/subzones/queryables").json();
    assertThat(queryables.get("$schema").asString())
        .isEqualTo("https://json-schema.org/draft/2020-12/schema");
    assertThat(queryables.get("type").asString()).isEqualTo("object");
    assertThat(queryables.get("additionalProperties").asBoolean()).isFalse();
    for (String name : queryables.get("properties").propertyNames()) {
      matched((name.equals("geometry") ? "" : "NOT ") + name + " IS NULL");
      boolean typed = queryables.at("/properties/" + name).has("type");
      assertThat(typed).as(name).isEqualTo(!name.equals("geometry"));
    }
  }

  @Test
  @DisplayName("/req/filter/filter-param, filter-lang-param, filter-crs-wgs84, filter-crs-param")
  void filterParameters() {
    assertThat(matched("land_use = 'SUPPORT'")).isBetween(1L, 69L);
    String json = Door.encoded("{\"op\":\"=\",\"args\":[{\"property\":\"id\"},-1]}");
    assertThat(door.get(ITEMS + "filter-lang=cql2-json&filter=" + json).status()).isEqualTo(200);
    assertThat(door.get(ITEMS + "filter-lang=nosuch&filter=TRUE").status()).isEqualTo(400);
    assertThat(door.get(ITEMS + "filter-crs=nosuch&filter=TRUE").status()).isEqualTo(400);
    assertThat(matched("S_INTERSECTS(geometry, BBOX(106,10,107,11))")).isEqualTo(70);
  }

  @Test
  @DisplayName("/req/filter/mixing-expressions, /req/features-filter/filter-param")
  void filterAndOtherParametersAreConnectedByAnd() {
    String mixed = ITEMS + "land_use=ROAD&filter=" + Door.encoded("land_use = 'SUPPORT'");
    assertThat(door.get(mixed).json().get("numberMatched").asLong()).isZero();
  }

  @Test
  @DisplayName("/req/filter/invalid-filter: 400 for what cannot be understood or is no queryable")
  void invalidFilters() {
    for (String bad : List.of("land_use =", "nosuch = 1", "area_m2 = 'x'", "f(1) = 1")) {
      assertThat(door.get(ITEMS + "filter=" + Door.encoded(bad)).status()).as(bad).isEqualTo(400);
    }
  }

  @Test
  @DisplayName("/req/basic-cql2: and, or, not, comparisons, null, dates")
  void basicCql2() {
    long some = matched("land_use = 'SUPPORT'");
    assertThat(matched("NOT land_use = 'SUPPORT'")).isEqualTo(70 - some);
    assertThat(matched("land_use = 'SUPPORT' OR land_use <> 'SUPPORT'")).isEqualTo(70);
    assertThat(matched("land_use = 'SUPPORT' AND land_use <> 'SUPPORT'")).isZero();
    assertThat(matched("area_m2 < 0 OR area_m2 >= 0")).isEqualTo(70);
    assertThat(matched("valid_from >= DATE('1900-01-01') AND valid_from IS NOT NULL"))
        .isEqualTo(70);
    assertThat(matched("valid_from > TIMESTAMP('1900-01-01T00:00:00Z')")).isEqualTo(70);
    assertThat(matched("TRUE")).isEqualTo(70);
  }

  @Test
  @DisplayName("/req/advanced-comparison-operators: like, between, in")
  void advancedComparison() {
    assertThat(matched("land_use LIKE 'SUP%'")).isEqualTo(matched("land_use IN ('SUPPORT')"));
    assertThat(matched("area_m2 BETWEEN 0 AND 1e9")).isEqualTo(70);
    assertThat(matched("land_use NOT IN ('SUPPORT')")).isEqualTo(matched("land_use <> 'SUPPORT'"));
  }

  @Test
  @DisplayName("/req/case-insensitive-comparison, /req/accent-insensitive-comparison")
  void casesAndAccents() {
    long plots = matched("land_use_vi LIKE 'Đất%'");
    assertThat(plots).isPositive();
    assertThat(matched("CASEI(land_use_vi) LIKE CASEI('đẤT%')")).isEqualTo(plots);
    assertThat(matched("ACCENTI(land_use_vi) LIKE ACCENTI('Dat%')")).isEqualTo(plots);
    assertThat(matched("ACCENTI(CASEI(land_use_vi)) LIKE ACCENTI(CASEI('dat%'))")).isEqualTo(plots);
  }

  @Test
  @DisplayName(
      "/req/basic-spatial-functions, /req/basic-spatial-functions-plus, /req/spatial-functions")
  void spatialFunctions() {
    for (String function :
        List.of(
            "INTERSECTS",
            "DISJOINT",
            "EQUALS",
            "TOUCHES",
            "WITHIN",
            "CONTAINS",
            "OVERLAPS",
            "CROSSES")) {
      for (String shape :
          List.of(
              "POINT(106.6 10.8)",
              "LINESTRING(106 10, 107 11)",
              "POLYGON((106 10,107 10,107 11,106 10))",
              "MULTIPOINT((106 10),(107 11))",
              "MULTILINESTRING((106 10,107 11))",
              "MULTIPOLYGON(((106 10,107 10,107 11,106 10)))",
              "GEOMETRYCOLLECTION(POINT(106 10),LINESTRING(106 10,107 11))",
              "BBOX(106,10,107,11)")) {
        assertThat(matched("S_" + function + "(geometry," + shape + ")")).isBetween(0L, 70L);
      }
    }
    assertThat(matched("S_WITHIN(geometry, BBOX(106,10,107,11))")).isEqualTo(70);
    assertThat(matched("S_DISJOINT(geometry, BBOX(0,0,1,1))")).isEqualTo(70);
  }

  @Test
  @DisplayName("/req/temporal-functions, /req/property-property, /req/arithmetic")
  void furtherClasses() {
    assertThat(matched("T_AFTER(valid_from, DATE('1900-01-01'))")).isEqualTo(70);
    assertThat(matched("T_DURING(valid_from, INTERVAL('1900-01-01','..'))")).isEqualTo(70);
    assertThat(matched("area_m2 > area_ha AND 1 < 2 AND 'b' > 'a'")).isEqualTo(70);
    assertThat(matched("(area_m2 + 1) * 2 - 2 = area_m2 * 2 AND 7 % 4 = 3 AND 2 ^ 3 = 8"))
        .isEqualTo(70);
  }
}
