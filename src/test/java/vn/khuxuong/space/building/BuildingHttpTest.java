package vn.khuxuong.space.building;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.khuxuong.KhuxuongTest;

@KhuxuongTest
class BuildingHttpTest {
  private static final String DAY = "on=2026-11-24";

  @LocalServerPort private int port;
  private final HttpClient http = HttpClient.newHttpClient();
  private final JsonMapper json = JsonMapper.builder().build();

  @Test
  void cardsOfAZoneComeByCode() throws Exception {
    JsonNode buildings = get("/api/v1/buildings?zone=TT&" + DAY).path("buildings");
    assertThat(buildings.valueStream().map(b -> b.path("code").asString()))
        .containsExactly("TT-A", "TT-B", "TT-C");
    JsonNode card = buildings.path(1);
    assertThat(card.propertyNames())
        .containsExactly(
            "code",
            "zoneCode",
            "nameVi",
            "nameEn",
            "storeys",
            "freeM2",
            "freeBays",
            "longestRunM2",
            "rentFromUsd",
            "maxLoadKnM2",
            "liftMaxT",
            "goodsLifts",
            "centre",
            "floors");
    assertThat(card.path("nameVi").asString()).isEqualTo("Nhà xưởng B");
    assertThat(card.path("floors").size()).isEqualTo(8);
    assertThat(card.path("maxLoadKnM2").asDouble()).isEqualTo(20);
  }

  @Test
  void withoutZoneAllBuildingsCome() throws Exception {
    assertThat(get("/api/v1/buildings").path("buildings").size()).isEqualTo(16);
  }

  @Test
  void buildingCarriesItsStackingPlan() throws Exception {
    JsonNode building = get("/api/v1/buildings/TT-C?" + DAY);
    assertThat(building.path("zone").path("termEnd").asString()).isEqualTo("2041-12-31");
    assertThat(building.path("asOf").asString()).isEqualTo("2026-11-24");
    assertThat(building.path("dataStatus").asString()).isEqualTo("ILLUSTRATIVE");
    assertThat(building.path("goodsLifts").path(0).path("capacityT").asDouble()).isEqualTo(3);
    assertThat(building.path("incentive").path("minCutPct").asInt()).isEqualTo(30);
    assertThat(building.path("incentive").path("months").asInt()).isEqualTo(60);
    assertThat(building.path("incentive").path("sourceVi").asString())
        .isEqualTo("Nghị quyết 198/2025/QH15, điều 7");
    assertThat(building.path("floors").size()).isEqualTo(6);
    double free = 0;
    Set<String> statuses = new TreeSet<>();
    for (JsonNode floor : building.path("floors")) {
      assertThat(floor.path("breaks").path(0).asInt()).isEqualTo(4);
      assertThat(floor.path("bays").size()).isEqualTo(8);
      assertThat(floor.path("powerLeftKva").asDouble())
          .isBetween(0.0, floor.path("powerKva").asDouble());
      for (JsonNode bay : floor.path("bays")) {
        statuses.add(bay.path("status").asString());
        free += bay.path("status").asString().equals("FREE") ? bay.path("areaM2").asDouble() : 0;
        assertThat(bay.path("code").asString())
            .isEqualTo("TT-C-" + floor.path("level").asInt() + "." + bay.path("no").asInt());
        assertThat(bay.path("outReasonVi").isNull()).isEqualTo(bay.path("rentable").asBoolean());
      }
    }
    assertThat(statuses).contains("FREE", "LET", "OUT", "HELD", "OFFERED", "SOON", "ENDING");
    assertThat(free).isCloseTo(building.path("freeM2").asDouble(), within(0.01));
  }

  @Test
  void claimsShowSectorAndEndButNoFirm() throws Exception {
    String body = send("/api/v1/buildings/TT-B?" + DAY).body();
    assertThat(body)
        .doesNotContain("Minh Họa")
        .doesNotContain("Illustrative ")
        .contains("sectorVi");
    JsonNode claim = json.readTree(body).path("floors").path(1).path("occupancies").path(0);
    assertThat(claim.propertyNames())
        .containsExactly(
            "firstBay", "bayCount", "kind", "from", "until", "sectorVi", "sectorEn", "hazard");
  }

  @Test
  void freeingListsTheMonthsInWhichLeasesEnd() throws Exception {
    JsonNode freeing = get("/api/v1/buildings/CL-A?" + DAY).path("freeing");
    assertThat(freeing.path(0).path("month").asString()).isEqualTo("2027-03");
    assertThat(freeing.valueStream().map(f -> f.path("month").asString())).isSorted();
    double all = freeing.valueStream().mapToDouble(f -> f.path("areaM2").asDouble()).sum();
    assertThat(all).isCloseTo(11_880, within(0.01));
  }

  @Test
  void anotherDayShowsAnotherState() throws Exception {
    assertThat(get("/api/v1/buildings/PVH-A?" + DAY).path("freeM2").asDouble()).isZero();
    assertThat(get("/api/v1/buildings/PVH-A?on=2027-06-01").path("freeM2").asDouble())
        .isCloseTo(9_768, within(0.01));
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/buildings/XX-9, 404, /problems/space/unknown-building",
    "/api/v1/buildings/tt-a, 404, /problems/space/unknown-building",
    "/api/v1/buildings?zone=XX, 404, /problems/space/unknown-zone",
    "/api/v1/buildings/TT-A?on=tomorrow, 400, /problems/bad-parameter"
  })
  void unknownOrMalformedIsRefusedInBothLanguages(String path, int status, String type)
      throws Exception {
    HttpResponse<String> answer = send(path);
    assertThat(answer.statusCode()).isEqualTo(status);
    JsonNode vi = json.readTree(answer.body());
    assertThat(vi.path("type").asString()).isEqualTo(type);
    JsonNode en = json.readTree(send(path + (path.contains("?") ? "&" : "?") + "lang=en").body());
    assertThat(en.path("title").asString()).isNotEqualTo(vi.path("title").asString());
  }

  @Test
  void knownAnswerIsNotSentAgain() throws Exception {
    String path = "/api/v1/buildings/TT-A?" + DAY;
    String tag = send(path).headers().firstValue("ETag").orElseThrow();
    HttpRequest again =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .header("If-None-Match", tag)
            .build();
    assertThat(http.send(again, BodyHandlers.ofString()).statusCode()).isEqualTo(304);
  }

  private JsonNode get(String path) throws Exception {
    HttpResponse<String> answer = send(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json.readTree(answer.body());
  }

  private HttpResponse<String> send(String path) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(),
        BodyHandlers.ofString());
  }
}
