package vn.khuxuong.space.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.space.InventedTown;
import vn.khuxuong.tenancy.Market;
import vn.khuxuong.tenancy.ProcessTest;
import vn.khuxuong.zoning.PlanDesk;
import vn.khuxuong.zoning.PlanDesk.Answer;

/** What everybody sees of a floor over the years. */
@ProcessTest
class TimelineHttpTest {
  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private JdbcClient jdbc;
  private PlanDesk desk;
  private InventedTown town;
  private long floor;

  @BeforeEach
  void build() {
    desk = new PlanDesk(port, accounts);
    town = new InventedTown(jdbc);
    floor = new Market(jdbc, desk.password()).floor();
  }

  @Test
  void periodsFillTheDaysAskedFor() throws Exception {
    town.claim(floor, "LEASE", "[0,2)", "[2027-01-01,2028-01-01)");
    town.claim(floor, "HOLD", "[0,1)", "[2028-01-01,2029-01-01)");
    town.claim(floor, "OFFER", "[1,2)", "[2028-06-01,2029-01-01)");
    jdbc.sql("update space.bays set available_from = '2028-01-01' where floor_id = :f and no = 2")
        .param("f", floor)
        .update();
    jdbc.sql(
            """
            update space.bays set rentable = false, out_reason_vi = '=Trạm', out_reason_en = 'Plant'
            where floor_id = :f and no = 3""")
        .param("f", floor)
        .update();
    seen();
    JsonNode timeline = get("?from=2026-07-01&to=2062-01-01").json();
    assertThat(timeline.path("days").asString()).isEqualTo("from inclusive, to exclusive");
    assertThat(periods(timeline, 0))
        .containsExactly(
            "FREE 2026-07-01 2027-01-01",
            "LEASE 2027-01-01 2028-01-01 Electronics",
            "HOLD 2028-01-01 2029-01-01 Electronics",
            "FREE 2029-01-01 2061-01-01",
            "BEYOND_TERM 2061-01-01 2062-01-01");
    assertThat(periods(timeline, 1))
        .containsExactly(
            "FREE 2026-07-01 2027-01-01",
            "LEASE 2027-01-01 2028-01-01 Electronics",
            "FREE 2028-01-01 2028-06-01",
            "OFFER 2028-06-01 2029-01-01 Electronics",
            "FREE 2029-01-01 2061-01-01",
            "BEYOND_TERM 2061-01-01 2062-01-01");
    assertThat(periods(timeline, 2))
        .containsExactly(
            "NOT_YET 2026-07-01 2028-01-01",
            "FREE 2028-01-01 2061-01-01",
            "BEYOND_TERM 2061-01-01 2062-01-01");
    assertThat(periods(timeline, 3))
        .containsExactly("OUT 2026-07-01 2061-01-01", "BEYOND_TERM 2061-01-01 2062-01-01");
    assertThat(periods(timeline, 4))
        .containsExactly("FREE 2026-07-01 2061-01-01", "BEYOND_TERM 2061-01-01 2062-01-01");
    assertThat(timeline.at("/bays/0/periods/2/deadline").asString()).isEqualTo("2026-12-15");
    assertThat(timeline.at("/bays/3/periods/0/reasonEn").asString()).isEqualTo("Plant");
    assertThat(timeline.at("/bays/1/periods/1").propertyNames())
        .as("of a tenant the line of business and nothing else")
        .containsExactlyInAnyOrder("status", "from", "to", "sectorVi", "sectorEn");
    Answer csv = get("?from=2026-07-01&to=2062-01-01&f=csv");
    assertThat(csv.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
    assertThat(new String(csv.raw().body(), StandardCharsets.UTF_8).split("\r\n"))
        .hasSize(1 + 5 + 6 + 3 + 2 + 2 + 2)
        .contains("4,200.0,FREE,2026-07-01,2061-01-01,,,,,".replace("200.0", area(timeline, 4)))
        .anyMatch(line -> line.endsWith("'=Trạm,Plant"));
  }

  @Test
  void withoutDatesItLooksTenYearsAhead() {
    JsonNode timeline = get("").json();
    assertThat(timeline.path("to").asString().substring(4))
        .isEqualTo(timeline.path("from").asString().substring(4));
    assertThat(timeline.path("bays")).hasSize(6);
    assertThat(timeline.at("/bays/0/periods")).hasSize(1);
  }

  @Test
  void knownAnswerIsNotSentAgainUntilAClaimIsMade() throws Exception {
    seen();
    String path = "/api/v1/floors/" + floor + "/timeline?from=2027-01-01";
    String tag = desk.get(null, path).etag();
    assertThat(tag).isNotEmpty();
    assertThat(conditional(path, tag)).isEqualTo(304);
    town.claim(floor, "LEASE", "[0,1)", "[2027-01-01,2028-01-01)");
    seen();
    assertThat(conditional(path, tag)).isEqualTo(200);
    assertThat(periods(desk.get(null, path).json(), 0).get(0)).startsWith("LEASE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?from=tomorrow",
        "?from=2027-01-01&to=2027-01-01",
        "?from=2027-01-01&to=2026-01-01",
        "?from=2027-01-01&to=2400-01-01",
        "?from=0001-01-01",
        "?from=%2B999999-01-01",
        "?f=xlsx",
        "?from=2027-01-01'--"
      })
  void oddQuestionsAreRefused(String query) {
    assertThat(get(query).status()).isEqualTo(400);
  }

  @Test
  void unknownFloorIs404() {
    assertThat(desk.get(null, "/api/v1/floors/987654321/timeline").type())
        .isEqualTo("/problems/space/unknown-floor");
    assertThat(desk.get(null, "/api/v1/floors/x/timeline").status()).isEqualTo(400);
  }

  private Answer get(String query) {
    return desk.get(null, "/api/v1/floors/" + floor + "/timeline" + query);
  }

  private int conditional(String path, String tag) {
    return desk.send(
            null, HttpRequest.newBuilder(desk.uri(path)).header("If-None-Match", tag).GET())
        .status();
  }

  /** The revision that doors go by may be half a second old. */
  private static void seen() throws InterruptedException {
    Thread.sleep(600);
  }

  private static String area(JsonNode timeline, int bay) {
    return timeline.at("/bays/" + bay + "/areaM2").asString();
  }

  private static List<String> periods(JsonNode timeline, int bay) {
    return timeline
        .at("/bays/" + bay + "/periods")
        .valueStream()
        .map(
            p ->
                (p.path("status").asString()
                        + " "
                        + p.path("from").asString()
                        + " "
                        + p.path("to").asString()
                        + " "
                        + p.path("sectorEn").asString(""))
                    .strip())
        .toList();
  }
}
