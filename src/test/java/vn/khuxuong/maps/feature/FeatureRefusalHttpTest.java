package vn.khuxuong.maps.feature;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.khuxuong.KhuxuongTest;
import vn.khuxuong.maps.Door;
import vn.khuxuong.maps.Door.Answer;
import vn.khuxuong.platform.database.Published;

/** What the door refuses, how, and that it could not give away more if it wanted to. */
@KhuxuongTest
class FeatureRefusalHttpTest {

  @LocalServerPort private int port;
  @Autowired @Published private JdbcClient published;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          nosuch=1                              | unknown-parameter | nosuch
          tax_code=0312345678                   | unknown-parameter | tax_code
          filter=name%3D%27x%27                 | bad-parameter     | filter
          sortby=-name%3Bselect%20pg_sleep(9)   | bad-parameter     | sortby
          properties=exec(java.lang.Runtime.getRuntime())| bad-parameter     | properties
          offset=1000000000                     | bad-parameter     | offset
          LIMIT=3                               | unknown-parameter | LIMIT
          limit=unlimited                       | bad-parameter     | limit
          limit=0                               | bad-parameter     | limit
          limit=-1                              | bad-parameter     | limit
          limit=1.5                             | bad-parameter     | limit
          limit=                                | bad-parameter     | limit
          limit=3&limit=4                       | bad-parameter     | limit
          bbox=1,2,3                            | bad-parameter     | bbox
          bbox=1,2,3,4,5                        | bad-parameter     | bbox
          bbox=1,2,3,x                          | bad-parameter     | bbox
          bbox=NaN,0,1,1                        | bad-parameter     | bbox
          bbox=0,0,Infinity,1                   | bad-parameter     | bbox
          bbox=0,0,1e999,1                      | bad-parameter     | bbox
          bbox=0,10,1,5                         | bad-parameter     | bbox
          bbox=                                 | bad-parameter     | bbox
          bbox=1,2,3,4);--                      | bad-parameter     | bbox
          bbox-crs=EPSG:1234                    | bad-parameter     | bbox-crs
          crs=EPSG:1234                         | bad-parameter     | crs
          crs=EPSG:9210);--                     | bad-parameter     | crs
          crs=http://www.opengis.net/def/crs/EPSG/0/9217 | bad-parameter | crs
          datetime=yesterday                    | bad-parameter     | datetime
          datetime=2026-02-30                   | bad-parameter     | datetime
          datetime=2026-01-02/2026-01-01        | bad-parameter     | datetime
          datetime=2026-01-01/2026-01-02/..     | bad-parameter     | datetime
          datetime=2025-01-01%27)%20OR%201=1--  | bad-parameter     | datetime
          cursor=***                            | bad-parameter     | cursor
          cursor=YWJj                           | bad-parameter     | cursor
          cursor=_w                             | bad-parameter     | cursor
          cursor=MTs                            | bad-parameter     | cursor
          cursor=                               | bad-parameter     | cursor
          plan_version=one                      | bad-parameter     | plan_version
          plan_version=99999999999999999999     | bad-parameter     | plan_version
          zone_code=%00                         | bad-parameter     | zone_code
          filter=code%20LIKE%20%27a             | bad-parameter     | filter
          filter=TRUE&filter-lang=sql           | bad-parameter     | filter-lang
          filter=TRUE&filter-crs=EPSG:1234      | bad-parameter     | filter-crs
          offset=100001                         | bad-parameter     | offset
          offset=5&cursor=WyIiLCI1Il0           | bad-parameter     | offset
          id=1;drop&resultType=all              | bad-parameter     | resultType
          skipGeometry=maybe                    | bad-parameter     | skipGeometry
          f=xml                                 | bad-parameter     | f
          """)
  void refusesWithProblemThatNamesTheParameter(String query, String problem, String field) {
    Answer answer = new Door(port).get("/ogc/collections/subzones/items?" + query);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    JsonNode body = answer.json();
    assertThat(body.get("type").asString()).isEqualTo("/problems/maps/" + problem);
    assertThat(body.get("field").asString()).isEqualTo(field);
    assertThat(answer.text()).doesNotContain("select", "Exception", "published.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/ogc?x=1",
        "/ogc/conformance?x=1",
        "/ogc/api?x=1",
        "/ogc/collections?limit=1",
        "/ogc/collections/zones?bbox=1,2,3,4",
        "/ogc/collections/zones/queryables?x=1",
        "/ogc/collections/zones/items/PVH?limit=1",
        "/ogc/collections/zones/items/PVH?crs=EPSG:1"
      })
  void refusesUnknownParametersOnEveryResource(String path) {
    assertThat(new Door(port).get(path).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/ogc/collections/nosuch",
        "/ogc/collections/users/items",
        "/ogc/collections/zones_label/items",
        "/ogc/collections/zones%22/items",
        "/ogc/collections/zones/items/NOPE",
        "/ogc/collections/subzones/items/abc",
        "/ogc/collections/subzones/items/999999999999999999",
        "/ogc/collections/subzones/items/1'%20OR%201=1",
        "/ogc/collections/zones/items/PVH'%20OR%20'1'='1",
        "/ogc/nosuch"
      })
  void absenceIs404(String path) {
    Answer answer = new Door(port).get(path);
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
  }

  /** /req/core/fc-limit-response: a limit above the maximum means the maximum. */
  @ParameterizedTest
  @ValueSource(strings = {"10000", "10001", "1000000000", "99999999999999999999"})
  void aLimitAboveTheMaximumMeansTheMaximum(String limit) {
    Answer answer = new Door(port).get("/ogc/collections/subzones/items?limit=" + limit);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().get("numberReturned").asLong())
        .isEqualTo(answer.json().get("numberMatched").asLong());
  }

  @Test
  void valuesAreDataNotSql() {
    Door door = new Door(port);
    for (String value : new String[] {"PVH' OR '1'='1", "'; drop table zoning.zones; --", "x''y"}) {
      Answer answer = door.get("/ogc/collections/subzones/items?zone_code=" + Door.encoded(value));
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.json().get("numberMatched").asLong()).isZero();
    }
  }

  @Test
  void aVanishinglySmallBoxIsAnswered() {
    Answer answer =
        new Door(port).get("/ogc/collections/subzones/items?bbox=106.515,10.802,106.515,10.802");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().get("numberMatched").asLong()).isBetween(1L, 3L);
  }

  @Test
  void pagesEscapeWhatTheAskerSent() {
    String attack = "\"><script>alert(1)</script>";
    Answer answer =
        new Door(port)
            .get("/ogc/collections/subzones/items?f=html&zone_code=" + Door.encoded(attack));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("text/html");
    assertThat(answer.text()).doesNotContain("<script");
  }

  @Test
  void acceptWithoutJsonOrHtmlIsNotAcceptable() {
    assertThat(new Door(port).get("/ogc", "Accept", "image/png").status()).isEqualTo(406);
    assertThat(new Door(port).get("/ogc", "Accept", "text/html").header("Content-Type"))
        .startsWith("text/html");
    assertThat(new Door(port).get("/ogc", "Accept", "*/*").header("Content-Type"))
        .isEqualTo("application/json");
  }

  @Test
  void theDoorsConnectionReadsPublishedViewsOnly() {
    assertThat(published.sql("select current_user").query(String.class).single())
        .isEqualTo("khu_published");
    for (String table : new String[] {"platform.users", "zoning.zones", "tenancy.firms"}) {
      assertThat(
              org.assertj.core.api.Assertions.catchThrowable(
                  () -> published.sql("select 1 from " + table).query().listOfRows()))
          .as(table)
          .hasStackTraceContaining("permission denied");
    }
  }
}
