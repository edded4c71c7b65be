package vn.khuxuong.allocation.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.khuxuong.KhuxuongTest;
import vn.khuxuong.allocation.solver.Checker;
import vn.khuxuong.allocation.solver.InstanceJson;
import vn.khuxuong.allocation.solver.ResultJson;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.platform.security.Role;

/** The demo round, from the job at first start to what each reader may see of it. */
@KhuxuongTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoundHttpTest {
  private static final String PASSWORD = "a long password";

  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;
  @Autowired private Accounts accounts;
  private final JsonMapper json = JsonMapper.shared();
  private long round;

  @BeforeAll
  void waitForTheAnswer() throws Exception {
    Instant end = Instant.now().plus(Duration.ofSeconds(90));
    while (true) {
      JsonNode first = get("/api/v1/rounds", null).get("rounds").get(0);
      if (first.get("run").get("state").asString().equals("DONE")) {
        round = first.get("id").asLong();
        return;
      }
      assertThat(Instant.now()).as("round still %s", first).isBefore(end);
      Thread.sleep(200);
    }
  }

  @Test
  void theAnswerCarriesItsProof() throws Exception {
    JsonNode run = get("/api/v1/rounds/" + round, null).get("run");
    assertThat(run.get("bound").asLong()).isGreaterThanOrEqualTo(run.get("objective").asLong());
    assertThat(run.get("checker").asString()).isEqualTo("FEASIBLE");
    assertThat(run.get("gapPct").asDouble()).isBetween(0.0, 10.0);
    assertThat(run.get("inputSha256").asString()).hasSize(64);
    assertThat(run.get("firms").asInt()).isGreaterThanOrEqualTo(80);
    assertThat(run.get("placed").asInt()).isBetween(30, run.get("firms").asInt());
    double ratio = run.get("demandM2").asDouble() / run.get("supplyM2").asDouble();
    assertThat(ratio).isBetween(1.2, 1.4);
  }

  @Test
  void theStoredAnswerStandsUpToTheCheckerAgain() {
    byte[] input = text("select input from allocation.rounds where id = :id");
    byte[] result = text("select result from allocation.runs where round_id = :id");
    var instance = InstanceJson.read(input);
    var verdict = Checker.check(instance, ResultJson.read(result, instance));
    assertThat(verdict.faults()).isEmpty();
    assertThat(verdict.objective())
        .isEqualTo(
            jdbc.sql("select objective from allocation.runs where round_id = :id")
                .param("id", round)
                .query(Long.class)
                .single());
    assertThat(InstanceJson.sha256(input))
        .isEqualTo(
            jdbc.sql("select input_sha256 from allocation.runs where round_id = :id")
                .param("id", round)
                .query(String.class)
                .single());
  }

  @Test
  void placementsLieOnBaysThatAreVacantThen() {
    Integer onTakenBays =
        jdbc.sql(
                """
                select count(*) from allocation.placements p
                join space.buildings b on b.code = p.building_code
                join space.floors f on f.building_id = b.id and f.level = p.level
                join space.occupancies o on o.floor_id = f.id and o.live
                 and o.bays && int4range(p.first_bay, p.first_bay + p.bay_count)
                 and o.during && daterange(p.start_month,
                       (p.start_month + make_interval(months => p.term_months))::date)""")
            .query(Integer.class)
            .single();
    assertThat(onTakenBays).isZero();
  }

  @Test
  void everyApplicationHasExactlyOneReason() {
    assertThat(jdbc.sql("select count(*) from allocation.reasons").query(Integer.class).single())
        .isEqualTo(jdbc.sql("select firms from allocation.runs").query(Integer.class).single());
    assertThat(
            jdbc.sql("select count(*) from allocation.reasons where text_vi = '' or text_en = ''")
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void thePublicSeesNumbersAndSectorsButNoFirmAndNoReason() throws Exception {
    JsonNode body = get("/api/v1/rounds/" + round, null);
    assertThat(body.has("reasons")).isFalse();
    List<String> names = jdbc.sql("select name_vi from tenancy.firms").query(String.class).list();
    assertThat(names).isNotEmpty();
    assertThat(body.toString()).doesNotContain(names);
    Set<String> members = new HashSet<>();
    body.get("placements").get(0).propertyNames().forEach(members::add);
    assertThat(members)
        .containsExactlyInAnyOrder(
            "application",
            "buildingCode",
            "level",
            "firstBay",
            "bayCount",
            "areaM2",
            "start",
            "termMonths",
            "sectorVi",
            "sectorEn");
    JsonNode run = body.get("run");
    long unplaced = run.get("firms").asLong() - run.get("placed").asLong();
    long caused = 0;
    for (JsonNode cause : body.get("causes")) {
      caused += cause.get("firms").asLong();
      assertThat(cause.get("vi").asString()).isNotBlank();
    }
    assertThat(caused).isEqualTo(unplaced);
  }

  @Test
  void officersReadEveryReasonAndFirmsDoNot() throws Exception {
    JsonNode officer = get("/api/v1/rounds/" + round, account(Role.OFFICER));
    assertThat(officer.get("reasons").size()).isEqualTo(officer.get("run").get("firms").asInt());
    assertThat(get("/api/v1/rounds/" + round, account(Role.FIRM)).has("reasons")).isFalse();
  }

  @Test
  void placementsOfOneBuildingAreThoseOfTheRoundThere() throws Exception {
    JsonNode all = get("/api/v1/rounds/" + round, null).get("placements");
    String building = all.get(0).get("buildingCode").asString();
    JsonNode some =
        get("/api/v1/rounds/" + round + "/placements?building=" + building, null).get("placements");
    long expected = 0;
    for (JsonNode p : all) {
      expected += p.get("buildingCode").asString().equals(building) ? 1 : 0;
    }
    assertThat(some.size()).isPositive().isEqualTo((int) expected);
  }

  @Test
  void anUnknownRoundIsRefusedWithItsRemedy() throws Exception {
    HttpResponse<String> answer = send("/api/v1/rounds/999999", null);
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("/problems/allocation/unknown-round", "remedy");
    assertThat(send("/api/v1/rounds/abc", null).statusCode()).isEqualTo(400);
  }

  @Test
  void theChainHoldsAndFairnessIsPublic() throws Exception {
    JsonNode chain = get("/api/v1/rounds/" + round + "/chain", null);
    assertThat(chain.get("holds").asBoolean()).as("%s", chain).isTrue();
    JsonNode fairness = get("/api/v1/rounds/" + round + "/fairness", null);
    assertThat(fairness.at("/round/objective").asLong())
        .isGreaterThan(fairness.at("/firstCome/objective").asLong());
    assertThat(get("/api/v1/rounds/" + round + "/applications", null).get("applications").size())
        .isEqualTo(
            fairness
                .at("/round/kinds")
                .valueStream()
                .filter(kind -> kind.get("by").asString().equals("SIZE"))
                .mapToInt(kind -> kind.get("applied").asInt())
                .sum());
  }

  @Test
  void everyWaitingFirmLearnsItsSmallestChangeOrThatNoneExists() {
    assertThat(
            jdbc.sql(
                    """
                    select count(*) from allocation.reasons r
                    where not exists (select from allocation.placements p
                                      where p.run_id = r.run_id and p.application = r.application)
                      and r.text_vi !~ 'Thay đổi nhỏ nhất|Không có thay đổi nào|Còn chỗ ở'""")
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void anAnswerNeverChanges() {
    for (String table : List.of("runs", "placements", "reasons")) {
      assertThat(
              org.assertj.core.api.Assertions.catchThrowable(
                  () -> jdbc.sql("delete from allocation." + table).update()))
          .as(table)
          .hasStackTraceContaining("append-only");
    }
  }

  private byte[] text(String sql) {
    return jdbc.sql(sql)
        .param("id", round)
        .query(String.class)
        .single()
        .getBytes(StandardCharsets.UTF_8);
  }

  private String account(Role role) {
    String name = "r" + UUID.randomUUID().toString().substring(0, 12);
    assertThat(accounts.add(name, name, Set.of(role), PASSWORD)).isTrue();
    return name;
  }

  private JsonNode get(String path, String account) throws Exception {
    HttpResponse<String> answer = send(path, account);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json.readTree(answer.body());
  }

  private HttpResponse<String> send(String path, String account) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    if (account != null) {
      String pair = account + ":" + PASSWORD;
      request.header(
          "Authorization",
          "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
