package vn.khuxuong.space.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.khuxuong.KhuxuongTest;

@KhuxuongTest
class SupplyHttpTest {
  private static final String DAY = "on=2026-11-24";

  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;
  @Autowired private PlatformTransactionManager transactions;
  private final HttpClient http = HttpClient.newHttpClient();
  private final JsonMapper json = JsonMapper.builder().build();

  @Test
  void withoutNeedsEveryFreeBayFits() throws Exception {
    JsonNode answer = get("/api/v1/supply?" + DAY);
    assertThat(answer.path("asOf").asString()).isEqualTo("2026-11-24");
    assertThat(answer.path("revision").asLong()).isPositive();
    JsonNode totals = answer.path("totals");
    assertThat(totals.path("zones").asInt()).isEqualTo(6);
    assertThat(totals.path("zonesWithFit").asInt()).isEqualTo(4);
    assertThat(totals.path("fitBays").asInt())
        .isEqualTo(totals.path("freeBays").asInt())
        .isGreaterThan(100);
  }

  @Test
  void zoneCarriesWhatItsCardShows() throws Exception {
    JsonNode zone = zone(get("/api/v1/supply?" + DAY), "TT");
    assertThat(zone.propertyNames())
        .containsExactly(
            "code",
            "nameVi",
            "nameEn",
            "shortName",
            "kind",
            "status",
            "converting",
            "grossAreaHa",
            "termEnd",
            "termEndPrecision",
            "dataStatus",
            "positionErrorKm",
            "centre",
            "bbox",
            "buildings",
            "freeM2",
            "freeBays",
            "fitBays",
            "fitM2",
            "soonM2",
            "rentFromUsd",
            "maxFreeLoadKnM2",
            "longestRunM2",
            "earliestFree",
            "floors");
    assertThat(zone.path("shortName").asString()).isEqualTo("KCX Tân Thuận");
    assertThat(zone.path("termEnd").asString()).isEqualTo("2041-12-31");
    assertThat(zone.path("termEndPrecision").asString()).isEqualTo("YEAR");
    assertThat(zone.path("buildings").asInt()).isEqualTo(3);
    assertThat(zone.path("centre").path(0).asDouble()).isBetween(106.73, 106.752);
    assertThat(zone.path("bbox").path(3).asDouble()).isBetween(10.77, 10.78);
    double free = 0;
    int level = 0;
    for (JsonNode floor : zone.path("floors")) {
      assertThat(floor.path("level").asInt()).isEqualTo(++level);
      assertThat(floor.path("totalM2").asDouble())
          .isGreaterThanOrEqualTo(floor.path("freeM2").asDouble());
      free += floor.path("freeM2").asDouble();
    }
    assertThat(level).isEqualTo(8);
    assertThat(free).isCloseTo(zone.path("freeM2").asDouble(), within(0.01));
  }

  @Test
  void fullAndPlannedZonesSayWhenSpaceComes() throws Exception {
    JsonNode answer = get("/api/v1/supply?" + DAY);
    JsonNode full = zone(answer, "CL");
    assertThat(full.path("freeM2").asDouble()).isZero();
    assertThat(full.path("earliestFree").asString()).isEqualTo("2027-03-01");
    assertThat(full.path("maxFreeLoadKnM2").isNull()).isTrue();
    JsonNode planned = zone(answer, "PVH");
    assertThat(planned.path("status").asString()).isEqualTo("PLANNED");
    assertThat(planned.path("freeM2").asDouble()).isZero();
    assertThat(planned.path("soonM2").asDouble()).isGreaterThan(40_000);
    assertThat(planned.path("termEnd").isNull()).isTrue();
    assertThat(zone(get("/api/v1/supply?on=2027-12-01"), "PVH").path("freeM2").asDouble())
        .isEqualTo(planned.path("soonM2").asDouble());
  }

  @ParameterizedTest
  @CsvSource({
    "load=10, f.load_kn_m2 >= 10",
    "height=5, f.clear_height_m >= 5",
    "hazard=C1, f.hazards::text[] @> '{C1}'",
    "lift=5, f.level = 1 or b.code = 'HP-B'",
    "lift=3, f.level = 1 or b.sprinklered",
    "power=120, p.power_kva >= 120",
    "areaMin=540, v.area_m2 >= 540"
  })
  void needsKeepTheBaysThatSatisfyThem(String need, String condition) throws Exception {
    String sql =
        """
        select coalesce(sum(v.bay_count), 0)
        from space.vacant_stretches v
        join space.floors f on f.id = v.floor_id
        join space.buildings b on b.id = f.building_id
        join space.floor_power_left p on p.floor_id = f.id
        where v.status = 'FREE' and (%s)"""
            .formatted(condition);
    int expected =
        new TransactionTemplate(transactions)
            .execute(
                status -> {
                  jdbc.sql("select set_config('khu.on', '2026-11-24', true)")
                      .query(String.class)
                      .single();
                  return jdbc.sql(sql).query(Integer.class).single();
                });
    assertThat(expected).isPositive();
    int fits = get("/api/v1/supply?" + DAY + "&" + need).path("totals").path("fitBays").asInt();
    assertThat(fits).isEqualTo(expected);
  }

  @Test
  void upperBoundOfAreaRulesOutBaysThatAreTooLarge() throws Exception {
    assertThat(fitBays("areaMin=100&areaMax=250")).isZero();
    int upTo264 = fitBays("areaMin=250&areaMax=264");
    int upTo272 = fitBays("areaMin=250&areaMax=272");
    assertThat(upTo264).isPositive();
    assertThat(upTo272).isGreaterThan(upTo264);
    assertThat(fitBays("areaMin=500&areaMax=560")).isBetween(1, fitBays("areaMin=500"));
  }

  @Test
  void zonesWithMostFittingSpaceComeFirst() throws Exception {
    List<Double> fits = new ArrayList<>();
    for (JsonNode zone : get("/api/v1/supply?load=10&" + DAY).path("zones")) {
      fits.add(zone.path("fitM2").asDouble());
    }
    assertThat(fits).hasSize(6).isSortedAccordingTo((a, b) -> Double.compare(b, a));
  }

  @ParameterizedTest
  @CsvSource({
    "areaMin=abc, areaMin",
    "load=-1, load",
    "power=NaN, power",
    "height=1e400, height",
    "hazard=C9, hazard",
    "on=2026-02-30, on",
    "on=0001-01-01, on",
    "areaMin=500&areaMax=400, areaMax"
  })
  void malformedNeedIsRefusedWithItsField(String query, String field) throws Exception {
    HttpResponse<String> answer = send("/api/v1/supply?" + query);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
    JsonNode problem = json.readTree(answer.body());
    assertThat(problem.path("type").asString()).isEqualTo("/problems/bad-parameter");
    assertThat(problem.path("field").asString()).isEqualTo(field);
  }

  @Test
  void sameDataIsNotSentTwice() throws Exception {
    HttpResponse<String> first = send("/api/v1/supply?" + DAY);
    String tag = first.headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> again =
        http.send(
            request("/api/v1/supply?" + DAY).header("If-None-Match", tag).build(),
            BodyHandlers.ofString());
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(send("/api/v1/supply?on=2026-11-25").headers().firstValue("ETag"))
        .isNotEqualTo(first.headers().firstValue("ETag"));
  }

  private int fitBays(String needs) throws Exception {
    return get("/api/v1/supply?" + DAY + "&" + needs).path("totals").path("fitBays").asInt();
  }

  private static JsonNode zone(JsonNode answer, String code) {
    for (JsonNode zone : answer.path("zones")) {
      if (zone.path("code").asString().equals(code)) {
        return zone;
      }
    }
    throw new AssertionError("No zone " + code);
  }

  private JsonNode get(String path) throws Exception {
    HttpResponse<String> answer = send(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json.readTree(answer.body());
  }

  private HttpResponse<String> send(String path) throws Exception {
    return http.send(request(path).build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
  }
}
