package vn.khuxuong.space.search.vacancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.khuxuong.KhuxuongTest;

/** {@code /api/v1/vacancies} over the demo data. */
@KhuxuongTest
class VacancyHttpTest {
  private static final String PATH = "/api/v1/vacancies";

  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;
  private final HttpClient http = HttpClient.newHttpClient();
  private final JsonMapper json = JsonMapper.builder().build();

  @Test
  void answerHasHitsTotalsCountsAndMethods() throws Exception {
    JsonNode answer = get("?limit=5");
    assertThat(answer.propertyNames())
        .containsExactly(
            "asOf", "revision", "asked", "total", "hits", "next", "facets", "missed", "methods");
    assertThat(answer.path("hits").size()).isEqualTo(5);
    assertThat(answer.path("total").path("count").asInt()).isGreaterThan(20);
    JsonNode hit = answer.path("hits").path(0);
    assertThat(hit.path("building").asString()).matches("[A-Z]+-[A-Z]");
    assertThat(hit.path("buildingVi").asString()).startsWith("Nhà xưởng");
    assertThat(hit.path("floorId").asLong()).isPositive();
    assertThat(hit.path("centre").path(0).asDouble()).isBetween(106.0, 107.5);
    assertThat(hit.path("rentVndM2Month").asDouble()).isGreaterThan(50_000);
    int zones = 0;
    for (JsonNode zone : answer.path("facets").path("zone")) {
      zones += zone.path("count").asInt();
    }
    assertThat(zones).isEqualTo(answer.path("total").path("count").asInt());
  }

  @ParameterizedTest
  @CsvSource({"load=10, load=10", "height=5, height=5", "hazard=C1, hazard=C1", "lift=5, lift=5"})
  void findsTheSameBaysAsTheSupplyByZone(String here, String there) throws Exception {
    JsonNode supply = json.readTree(send("/api/v1/supply?" + there).body());
    int bays = 0;
    for (JsonNode hit : all("?limit=100&" + here)) {
      bays += hit.path("bayCount").asInt();
    }
    assertThat(bays).isPositive().isEqualTo(supply.path("totals").path("fitBays").asInt());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "areaMin=x | areaMin",
        "areaMin=9&areaMax=8 | areaMax",
        "split=1 | split",
        "load=-1 | load",
        "pointLoad=x | pointLoad",
        "height=x | height",
        "lift=x | lift",
        "liftDoorWidth=x | liftDoorWidth",
        "liftDoorHeight=x | liftDoorHeight",
        "power=x | power",
        "wastewater=x | wastewater",
        "hazard=F | hazard",
        "industry=x | industry",
        "rentMaxUsd=x | rentMaxUsd",
        "rentMaxVnd=x | rentMaxVnd",
        "zone=X | zone",
        "building=X | building",
        "bbox=1 | bbox",
        "near=1 | near",
        "withinKm=1 | near",
        "near=106,10&withinKm=x | withinKm",
        "floorMin=x | floorMin",
        "floorMax=x | floorMax",
        "from=x | from",
        "months=x | months",
        "incentive=x | incentive",
        "machineWeight=x | machineWeight",
        "machineLength=x | machineLength",
        "machineWidth=x | machineWidth",
        "machineHeight=x | machineHeight",
        "machines=x | machines",
        "sort=x | sort",
        "limit=x | limit",
        "cursor=x | cursor",
        "f=xml | f",
        "wrong=1 | wrong"
      })
  void everyWrongParameterIsRefusedByName(String query, String field) throws Exception {
    HttpResponse<String> answer = send(PATH + "?" + query);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
    JsonNode problem = json.readTree(answer.body());
    assertThat(problem.path("type").asString()).isEqualTo("/problems/bad-parameter");
    assertThat(problem.path("field").asString()).isEqualTo(field);
    assertThat(problem.path("remedy").asString()).isNotBlank();
    HttpResponse<String> english = send(PATH + "?lang=en&" + query);
    assertThat(json.readTree(english.body()).path("title").asString()).isEqualTo("Bad parameter");
  }

  static Stream<String> parameters() {
    return QuestionReader.KNOWN.stream().filter(Predicate.not("lang"::equals));
  }

  @ParameterizedTest
  @MethodSource("parameters")
  void whatWantsToBeCodeIsOnlyAWrongValue(String name) throws Exception {
    for (String attack :
        List.of(
            "' OR 1=1--",
            "1;drop table space.bays",
            "1) union select 1--",
            "${jndi:ldap://localhost/a}",
            "<script>alert(1)</script>",
            "../../etc/passwd",
            "\u0000",
            "%",
            "9".repeat(400))) {
      HttpResponse<String> answer =
          send(PATH + "?" + name + "=" + URLEncoder.encode(attack, StandardCharsets.UTF_8));
      assertThat(answer.statusCode()).as(attack).isEqualTo(400);
      assertThat(answer.body().toLowerCase(Locale.ROOT))
          .doesNotContain("<script>", "exception", "select", "java.", "org.");
    }
    assertThat(jdbc.sql("select count(*) from space.bays").query(Long.class).single()).isPositive();
  }

  @ParameterizedTest
  @CsvSource({"rent", "-area", "from", "fit"})
  void pagesAreTheWholeListOnceAlsoUnderEqualKeys(String sort) throws Exception {
    List<String> pages = new ArrayList<>();
    for (JsonNode hit : all("?limit=7&sort=" + sort)) {
      pages.add(hit.path("floorId").asLong() + "-" + hit.path("firstBay").asInt());
    }
    List<String> whole = new ArrayList<>();
    for (JsonNode hit : all("?limit=100&sort=" + sort)) {
      whole.add(hit.path("floorId").asLong() + "-" + hit.path("firstBay").asInt());
    }
    assertThat(pages).isEqualTo(whole).doesNotHaveDuplicates();
    assertThat(pages).hasSize(get("").path("total").path("count").asInt());
  }

  @Test
  void theNextPageIsAlsoALink() throws Exception {
    HttpResponse<String> answer = send(PATH + "?limit=3&zone=TT");
    String next = json.readTree(answer.body()).path("next").asString();
    assertThat(answer.headers().firstValue("Link")).contains("<" + next + ">; rel=\"next\"");
    assertThat(next).startsWith("http://localhost:" + port + PATH + "?limit=3&zone=TT&cursor=");
    assertThat(get("?zone=TT&limit=100").path("next").isNull()).isTrue();
  }

  @Test
  void geoJsonHasTheOutlinesOfTheBays() throws Exception {
    HttpResponse<String> answer = send(PATH + "?limit=4&sort=-area&f=geojson");
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/geo+json");
    JsonNode collection = json.readTree(answer.body());
    assertThat(collection.path("type").asString()).isEqualTo("FeatureCollection");
    assertThat(collection.path("features").size()).isEqualTo(4);
    JsonNode feature = collection.path("features").path(0);
    assertThat(feature.path("geometry").path("type").asString()).isIn("Polygon", "MultiPolygon");
    assertThat(feature.path("properties").path("areaM2").asDouble()).isPositive();
    assertThat(collection.path("links").path(0).path("rel").asString()).isEqualTo("next");
    assertThat(accepting("application/geo+json").headers().firstValue("Content-Type"))
        .contains("application/geo+json");
  }

  @Test
  void csvIsForSpreadsheets() throws Exception {
    HttpResponse<String> answer = send(PATH + "?limit=4&f=csv");
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
    List<String> lines = answer.body().lines().toList();
    assertThat(lines).hasSize(5);
    assertThat(lines.get(0)).startsWith("\ufeffzone,building,buildingVi,level,floorId");
    assertThat(lines.get(1)).contains("Nhà xưởng").contains("ILLUSTRATIVE");
    assertThat(answer.headers().firstValue("Link").orElseThrow()).contains("rel=\"next\"");
    assertThat(accepting("text/csv").headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/csv");
    assertThat(accepting("text/html,*/*;q=0.1").headers().firstValue("Content-Type"))
        .contains("application/json");
  }

  @Test
  void whatTheClientHasIsNotSentAgain() throws Exception {
    String tag = send(PATH + "?load=10").headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> again =
        http.send(
            request(PATH + "?load=10").header("If-None-Match", tag).build(),
            BodyHandlers.ofString());
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(send(PATH + "?load=10&f=csv").headers().firstValue("ETag").orElseThrow())
        .isNotEqualTo(tag);
    HttpResponse<String> wrong =
        http.send(
            request(PATH + "?load=x").header("If-None-Match", tag).build(),
            BodyHandlers.ofString());
    assertThat(wrong.statusCode()).as("a wrong question has no answer to keep").isEqualTo(400);
  }

  @Test
  void whereNothingFitsTheReasonsAreGiven() throws Exception {
    JsonNode answer = get("?load=30&hazard=D&sort=rent");
    assertThat(answer.path("total").path("count").asInt()).isZero();
    JsonNode first = answer.path("missed").path(0);
    assertThat(first.path("field").asString()).isEqualTo("load");
    assertThat(first.path("count").asInt()).isPositive();
    double nearest = first.path("nearest").asDouble();
    assertThat(nearest).isBetween(5.0, 29.0);
    assertThat(get("?hazard=D&load=" + nearest).path("total").path("count").asInt()).isPositive();
    assertThat(get("?load=" + (nearest + 0.1) + "&hazard=D").path("total").path("count").asInt())
        .isZero();
  }

  @Test
  void aClaimIsSeenWithinASecondAndItsEndToo() throws Exception {
    JsonNode hit = get("?limit=1&sort=-area").path("hits").path(0);
    String query = "?limit=100&building=" + hit.path("building").asString();
    String stretch = key(hit);
    assertThat(keys(query)).contains(stretch);
    long claim = claim(hit);
    try {
      assertThat(within(() -> !keys(query).contains(stretch))).isTrue();
    } finally {
      jdbc.sql(
              """
              update space.occupancies set withdrawn_at = clock_timestamp(),
                withdrawn_reason = 'test' where id = :id""")
          .param("id", claim)
          .update();
    }
    assertThat(within(() -> keys(query).contains(stretch))).isTrue();
  }

  private long claim(JsonNode hit) {
    LocalDate from = LocalDate.parse(hit.path("freeFrom").asString());
    return jdbc.sql(
            """
            insert into space.occupancies (floor_id, bays, during, kind, industry, hazard,
              load_kn_m2, power_kva, wastewater_m3_day)
            select f.id, int4range(:first, :first + 1), daterange(:from, :until), 'LEASE',
              (select min(industry) from space.floor_industries where floor_id = f.id),
              f.hazards[1], 1, 0, 0
            from space.floors f where f.id = :floor
            returning id""")
        .param("floor", hit.path("floorId").asLong())
        .param("first", hit.path("firstBay").asInt())
        .param("from", from)
        .param("until", from.plusMonths(1))
        .query(Long.class)
        .single();
  }

  private interface Condition {
    boolean holds() throws Exception;
  }

  private static boolean within(Condition condition) throws Exception {
    long until = System.nanoTime() + 1_000_000_000L;
    while (System.nanoTime() < until) {
      if (condition.holds()) {
        return true;
      }
      Thread.sleep(50);
    }
    return condition.holds();
  }

  private static String key(JsonNode hit) {
    return hit.path("floorId").asLong()
        + "-"
        + hit.path("firstBay").asInt()
        + "+"
        + hit.path("bayCount").asInt();
  }

  private Set<String> keys(String query) throws Exception {
    Set<String> keys = new HashSet<>();
    for (JsonNode hit : get(query).path("hits")) {
      keys.add(key(hit));
    }
    return keys;
  }

  private List<JsonNode> all(String query) throws Exception {
    List<JsonNode> hits = new ArrayList<>();
    String next = "http://localhost:" + port + PATH + query;
    while (next != null) {
      HttpResponse<String> answer =
          http.send(HttpRequest.newBuilder(URI.create(next)).build(), BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      JsonNode page = json.readTree(answer.body());
      page.path("hits").forEach(hits::add);
      next = page.path("next").isNull() ? null : page.path("next").asString();
    }
    return hits;
  }

  private JsonNode get(String query) throws Exception {
    HttpResponse<String> answer = send(PATH + query);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json.readTree(answer.body());
  }

  private HttpResponse<String> accepting(String types) throws Exception {
    return http.send(
        request(PATH + "?limit=1").header("Accept", types).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> send(String path) throws Exception {
    return http.send(request(path).build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
  }
}
