package vn.khuxuong.maps.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.khuxuong.maps.Door.encoded;
import static vn.khuxuong.maps.Refusals.harmless;
import static vn.khuxuong.maps.Refusals.problem;
import static vn.khuxuong.maps.Refusals.refused;
import static vn.khuxuong.maps.Refusals.within;
import static vn.khuxuong.maps.feature.HostileItems.ITEMS;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.khuxuong.KhuxuongTest;
import vn.khuxuong.maps.Door;
import vn.khuxuong.maps.Door.Answer;

/**
 * The rows of the list of known attacks that touch what one may ask of features: names, literals,
 * times, shapes, boxes, pages, and how large all that may be. Each by its number.
 */
@KhuxuongTest
class FeatureQuestionsHostileHttpTest {
  private static final String EXEC = "exec(java.lang.Runtime.getRuntime(),'id')";

  @LocalServerPort private int port;
  private Door door;
  private HostileItems items;

  @BeforeEach
  void open() {
    door = new Door(port);
    items = new HostileItems(door);
  }

  @AfterEach
  void othersAreAnswered() {
    items.areAnsweredAsEver();
  }

  @Test
  void s1NamesOfPropertiesAreNeverEvaluated() {
    for (String name : List.of(EXEC, "T(java.lang.Runtime)", "${jndi:ldap://127.0.0.1/x}", "//x")) {
      problem(door.get(ITEMS + "?properties=" + encoded(name)), 400);
      problem(door.get(ITEMS + "?sortby=" + encoded(name)), 400);
      problem(door.get(ITEMS + "?" + encoded(name) + "=1"), 400);
      problem(items.filtered(name + " = 'x'"), 400);
      problem(items.filtered("\"" + name.replace("\"", "") + "\" = 'x'"), 400);
      problem(
          door.get(
              ITEMS
                  + "?filter-lang=cql2-json&filter="
                  + encoded("{\"op\":\"=\",\"args\":[{\"property\":\"" + name + "\"},1]}")),
          400);
      problem(door.get(ITEMS + "/1?properties=" + encoded(name)), 400);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name_vi LIKE '*'' OR 1=1--'",
        "code = 'x''y'",
        "code = 'x'''' OR ''1''=''1'",
        "code IN ('a'');drop table zoning.zones;--')",
        "CASEI(code) = CASEI('x'' or true--')"
      })
  void s2LiteralsAreData(String filter) {
    Answer answer = items.filtered(filter);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.json().get("numberMatched").asLong()).isZero();
  }

  @Test
  void s2NamesOfFeaturesAreData() {
    problem(door.get(ITEMS + "/1'%20OR%201=1"), 404);
    problem(door.get("/ogc/collections/zones/items/PVH'%20OR%20'1'='1"), 404);
    assertThat(door.get(ITEMS + "?code=" + encoded("x' OR '1'='1")).json().get("numberMatched"))
        .hasToString("0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2025-01-01') OR 1=1--", "2025-01-01;drop", "2025-01-01'", "1;select 1"})
  void s3TimesAreRead(String time) {
    problem(door.get(ITEMS + "?datetime=" + encoded(time)), 400);
    problem(door.get(ITEMS + "?asOf=" + encoded(time)), 400);
    problem(door.get(ITEMS + "?filter=" + encoded("valid_from > DATE('" + time + "')")), 400);
  }

  @Test
  void s4NamesAreNoSql() {
    within(
        4_000,
        () -> {
          problem(door.get(ITEMS + "?sortby=" + encoded("-code;select pg_sleep(9)")), 400);
          problem(door.get(ITEMS + "?crs=" + encoded("EPSG:9210);--")), 400);
          problem(door.get(ITEMS + "?bbox-crs=" + encoded("9210);--") + "&bbox=1,2,3,4"), 400);
          problem(door.get(ITEMS + "?groupBy=code"), 400);
          problem(
              door.get("/ogc/collections/" + encoded("subzones;drop table x") + "/items"),
              400,
              404);
        });
  }

  @Test
  void s5FunctionsAreUnknown() {
    for (String function :
        List.of("ras:Jiffle('x')", "jiffle('x')", "pg_sleep(9)", "lower(code)")) {
      problem(items.filtered(function + " = 1"), 400);
    }
    problem(
        door.get(
            ITEMS
                + "?filter-lang=cql2-json&filter="
                + encoded("{\"op\":\"pg_sleep\",\"args\":[9]}")),
        400);
    assertThat(items.filtered("code = '${jndi:ldap://127.0.0.1:1/x}'").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "S_INTERSECTS(geometry, POINT(NaN 1))",
        "S_INTERSECTS(geometry, POINT(1e309 1))",
        "S_INTERSECTS(geometry, POINT(Infinity 1))",
        "S_INTERSECTS(geometry, POLYGON((0 0,1 1)))",
        "S_INTERSECTS(geometry, POLYGON((0 0,1 1,0 0)))",
        "S_INTERSECTS(geometry, POLYGON((0 0,1 1,1 0,0 1,0 0)))",
        "S_INTERSECTS(geometry, LINESTRING(1 1))",
        "S_INTERSECTS(geometry, BBOX(1,1,0,0))",
        "S_INTERSECTS(geometry, POLYGON())"
      })
  void s18ShapesWithoutSenseAreRefused(String filter) {
    problem(items.filtered(filter), 400);
  }

  @Test
  void s18ShapesFarAwayFitNothing() {
    for (String shape :
        List.of("POINT(500 500)", "POINT(-1e308 1e308)", "BBOX(-180,-90,-170,-80)")) {
      Answer answer = items.filtered("S_INTERSECTS(geometry, " + shape + ")");
      assertThat(answer.status()).as(answer.text()).isIn(200, 400);
      harmless(answer);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NaN,NaN,NaN,NaN",
        "Infinity,0,1,1",
        "1e308,1e308,1e309,1e309",
        "0,10,1,5",
        "106.5,10.8,106.6",
        ",,,",
        "0x1,0,2,2"
      })
  void s20BoxesWithoutSenseAreRefused(String box) {
    problem(door.get(ITEMS + "?bbox=" + encoded(box)), 400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "106.5,10.8,106.5,10.8",
        "0,0,1e-300,1e-300",
        "-1e307,-1e307,1e307,1e307",
        "-180,-90,180,90",
        "500,500,501,501",
        "177,-10,-177,10"
      })
  void s20BoxesWithoutGroundFitNothingOrAll(String box) {
    for (String crs : List.of("OGC/1.3/CRS84", "EPSG/0/3857", "EPSG/0/9210")) {
      Answer answer =
          door.get(
              ITEMS + "?limit=1&bbox-crs=http://www.opengis.net/def/crs/" + crs + "&bbox=" + box);
      boolean inverted = box.startsWith("177") && !crs.endsWith("CRS84");
      assertThat(answer.status()).as(answer.text()).isIn(200, inverted ? 400 : 200);
      harmless(answer);
    }
  }

  @Test
  void s22DeepFiltersAreRefused() {
    within(
        8_000,
        () -> {
          problem(items.filtered("(".repeat(1_600) + "code='a'" + ")".repeat(1_600)), 400);
          problem(items.filtered("NOT ".repeat(1_600) + "code='a'"), 400);
          problem(items.filtered("code='a'" + " AND code='b'".repeat(1_600)), 400);
          problem(items.filtered("area_m2 > 1" + "+1".repeat(1_600)), 400);
          problem(items.json("{\"op\":\"not\",\"args\":[", 800, "true", "]}"), 400);
          problem(items.json("{\"op\":\"and\",\"args\":[true,", 700, "true", "]}"), 400);
          problem(items.json("[", 5_000, "", "]"), 400);
        });
    StringBuilder siblings = new StringBuilder("{\"op\":\"or\",\"args\":[true");
    siblings.append(",true".repeat(1_200)).append("]}");
    problem(items.json(siblings.toString(), 1, "", ""), 400);
    assertThat(items.filtered("code='a'" + " OR code='b'".repeat(200)).status()).isEqualTo(200);
  }

  @Test
  void s23ListsAndShapesOfAnySizeAreRefusedQuickly() {
    within(
        8_000,
        () -> {
          problem(items.filtered("code IN ('a'" + ",'b'".repeat(4_000) + ")"), 400);
          String ring = "0 0," + "1 1,2 1,".repeat(6_000) + "0 0";
          refused(items.filtered("S_INTERSECTS(geometry, POLYGON((" + ring + ")))"));
          refused(door.get(ITEMS + "?filter=" + "x".repeat(200_000)));
          refused(door.get(ITEMS + "?code=" + "x".repeat(1_000_000)));
        });
    for (String pattern : List.of("%_%_%_%_%_%_%_%_%_%", "%a%b%c%d%e%f%g%h%i%j%k%l", "(a+)+$")) {
      assertThat(items.filtered("name_vi LIKE '" + pattern + "'").status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "offset=1000000000",
        "offset=-1",
        "offset=99999999999999999999",
        "limit=0",
        "limit=-1",
        "cursor=AAAA",
        "cursor=' OR 1=1--",
        "cursor=eyJpZCI6MX0"
      })
  void s25DeepPagesAndForgedCursorsAreRefused(String query) {
    String[] parts = query.split("=", 2);
    problem(door.get(ITEMS + "?" + parts[0] + "=" + encoded(parts[1])), 400);
  }

  @Test
  void s25LimitsAreClamped() {
    assertThat(door.get(ITEMS + "?limit=1000000000").status()).isEqualTo(200);
  }
}
