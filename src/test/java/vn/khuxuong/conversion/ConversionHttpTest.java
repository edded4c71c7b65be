package vn.khuxuong.conversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.platform.security.Role;
import vn.khuxuong.tenancy.Application;
import vn.khuxuong.tenancy.Applications;
import vn.khuxuong.tenancy.FirmDesk;
import vn.khuxuong.tenancy.Market;
import vn.khuxuong.tenancy.ProcessTest;
import vn.khuxuong.zoning.PlanDesk;
import vn.khuxuong.zoning.PlanDesk.Answer;

/** The conversion of a zone over HTTP, on a real database. */
@ProcessTest
class ConversionHttpTest {
  private static final String PATH = "/api/v1/conversions";
  private static final String SCENARIOS = PATH + "/scenarios";

  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private JdbcClient jdbc;
  @Autowired private Applications applications;
  private PlanDesk desk;
  private Market market;
  private String officer;
  private String management;

  @BeforeEach
  void sitDown() {
    desk = new PlanDesk(port, accounts);
    market = new Market(jdbc, desk.password());
    officer = desk.person(Role.OFFICER);
    management = desk.person(Role.APPROVER);
  }

  @Test
  void fiveZonesSayWhatTheyAreToBecomeWithSourcesAndUnknownStaysUnknown() {
    JsonNode zones = desk.get(null, PATH).json().path("zones");
    List<String> codes = new ArrayList<>();
    zones.forEach(zone -> codes.add(zone.path("zone").path("code").asString()));
    assertThat(codes).contains("TT", "TB", "HP", "CL", "BC");
    JsonNode tanBinh = desk.get(null, PATH + "/TB").json().path("aim");
    JsonNode green = tanBinh.path("shares").get(0);
    assertThat(green.path("code").asString()).isEqualTo("GREEN");
    assertThat(green.path("nowPct").asDouble()).isCloseTo(100 * 8.51 / 133.53, within(0.005));
    assertThat(green.path("status").asString()).isEqualTo("NOT_MET");
    assertThat(green.path("sourceStatus").asString()).isEqualTo("TO_BE_CONFIRMED");
    assertThat(tanBinh.path("shares").get(1).path("status").asString()).isEqualTo("MET");
    for (int unknown : new int[] {2, 3}) {
      assertThat(tanBinh.path("shares").get(unknown).path("nowPct").isNull()).isTrue();
      assertThat(tanBinh.path("shares").get(unknown).path("status").asString())
          .isEqualTo("UNKNOWN");
    }
    assertThat(tanBinh.path("ecoTests").size()).isEqualTo(9);
    tanBinh
        .path("ecoTests")
        .forEach(test -> assertThat(test.path("status").asString()).isEqualTo("UNKNOWN"));
    assertThat(tanBinh.path("sectors").size()).isEqualTo(10);
    tanBinh
        .path("sectors")
        .forEach(
            one -> assertThat(one.path("sourceStatus").asString()).isEqualTo("TO_BE_CONFIRMED"));
    assertThat(desk.get(null, PATH + "/PVH").status()).isEqualTo(404);
    assertThat(desk.get(null, PATH + "/PVH").type()).endsWith("/problems/conversion/unknown-zone");
  }

  @Test
  void planInForceSaysTheSharesOfAZone() {
    ConversionTown town = new ConversionTown(jdbc, market, "2060-12-31");
    town.plan(1, "GREEN", "2026-01-01");
    JsonNode shares = desk.get(null, PATH + "/" + town.code()).json().path("aim").path("shares");
    assertThat(shares.get(0).path("nowPct").asDouble()).isEqualTo(100);
    assertThat(shares.get(0).path("basis").asString()).isEqualTo("PLAN");
    assertThat(shares.get(1).path("nowPct").asDouble()).isZero();
    assertThat(shares.get(1).path("status").asString()).isEqualTo("NOT_MET");
  }

  @Test
  void officersWriteWhatAZoneIsToBecomeAndLaterRowsCountFromTheirDay() {
    ConversionTown town = new ConversionTown(jdbc, market, "2060-12-31");
    String zone = PATH + "/" + town.code();
    String wanted =
        "{\"vsic\":\"26\",\"aim\":\"%s\",\"validFrom\":\"%s\",\"nameVi\":\"Điện tử\","
            + "\"nameEn\":\"Electronics\",\"source\":\"Quyết định 1\"}";
    Answer made =
        desk.post(officer, zone + "/sectors", null, wanted.formatted("PHASE_OUT", "2026-01-01"));
    assertThat(made.status()).isEqualTo(201);
    desk.post(officer, zone + "/sectors", null, wanted.formatted("WANTED", "2026-06-01"));
    desk.post(officer, zone + "/sectors", null, wanted.formatted("PHASE_OUT", "2090-01-01"));
    JsonNode sectors = desk.get(null, zone).json().path("aim").path("sectors");
    assertThat(sectors.size()).isEqualTo(1);
    assertThat(sectors.get(0).path("aim").asString()).isEqualTo("WANTED");
    String found =
        "{\"test\":\"RECP_AWARE\",\"status\":\"MET\",\"value\":93,%s\"asOf\":\"2026-10-01\"}";
    Answer bare = desk.post(officer, zone + "/eco-findings", null, found.formatted(""));
    assertThat(bare.status()).isEqualTo(400);
    assertThat(bare.json().path("field").asString()).isEqualTo("evidence");
    String evidence = "\"evidence\":\"Khảo sát tháng 9\",";
    assertThat(desk.post(officer, zone + "/eco-findings", null, found.formatted(evidence)).status())
        .isEqualTo(201);
    JsonNode test = desk.get(null, zone).json().path("aim").path("ecoTests").get(4);
    assertThat(test.path("status").asString()).isEqualTo("MET");
    assertThat(test.path("value").asDouble()).isEqualTo(93);
    assertThat(audits("conversion.sector-set", town.code())).isEqualTo(3);
    JsonNode layer = onceTold(town, "eco_met");
    assertThat(layer.path("eco_met").asInt()).isEqualTo(1);
    assertThat(layer.path("wanted").asString()).isEqualTo("26");
  }

  @Test
  void decisionOfAnOfficerCountsGivesPriorityInTheNextRoundAndLosesItAgain() {
    ConversionTown town = new ConversionTown(jdbc, market, "2060-12-31");
    long floor = town.floor(1);
    String firm = town.tenant(floor, "[0,1]", "2035-06-30");
    String application = town.application(firm, floor, "2027-01-01", 24, 5);
    assertThat(next(application).flags().displaced()).isFalse();
    String decisions = PATH + "/" + town.code() + "/tenants/" + firm + "/decisions";
    JsonNode before = tenant(town.code(), firm);
    assertThat(before.path("decided").asBoolean()).isFalse();
    assertThat(before.path("areaM2").asDouble()).isCloseTo(400, within(0.5));
    Answer decided =
        desk.post(
            officer,
            decisions,
            before.path("etag").asString(),
            decision("MOVE", "2030-03-31", "Gây ồn khu dân cư."));
    assertThat(decided.status()).isEqualTo(201);
    assertThat(decided.json().path("verdict").asString()).isEqualTo("MOVE");
    assertThat(next(application).flags().displaced()).isTrue();
    JsonNode base = zone(consequences(), town.code());
    JsonNode demand = base.path("relocations").get(0);
    assertThat(demand.path("firm").asString()).isEqualTo(firm);
    assertThat(demand.path("by").asString()).isEqualTo("2030-03-31");
    assertThat(demand.path("decided").asBoolean()).isTrue();
    assertThat(demand.path("displaced").asBoolean()).isTrue();
    assertThat(demand.path("application").asString()).isEqualTo(application);
    assertThat(base.path("releases").get(0).path("year").asInt()).isEqualTo(2030);
    assertThat(base.path("releases").get(0).path("cause").asString()).isEqualTo("MOVE");

    Answer stale =
        desk.post(
            officer,
            decisions,
            before.path("etag").asString(),
            decision("KEEP", null, "Đã lắp vách cách âm."));
    assertThat(stale.status()).isEqualTo(412);
    assertThat(desk.post(officer, decisions, null, decision("KEEP", null, "Đã lắp vách.")).status())
        .isEqualTo(201);
    assertThat(next(application).flags().displaced()).isFalse();
    JsonNode after = tenant(town.code(), firm);
    assertThat(after.path("decisions").size()).isEqualTo(2);
    assertThat(after.path("decisions").get(1).path("reason").asString())
        .isEqualTo("Gây ồn khu dân cư.");
    assertThat(after.path("decisions").get(1).path("signedBy").asString())
        .isEqualTo("Nguyễn Văn A, Phó trưởng ban");
    assertThat(audits("conversion.decided", firm)).isEqualTo(2);
    assertThat(audits("firm.displaced", firm)).isEqualTo(1);
    assertThat(audits("firm.not-displaced", firm)).isEqualTo(1);
    assertThatThrownBy(() -> jdbc.sql("update conversion.decisions set verdict = 'KEEP'").update())
        .hasStackTraceContaining("append-only");
  }

  @Test
  void priorityThatTheFirmHadBeforeIsNotTakenAway() {
    ConversionTown town = new ConversionTown(jdbc, market, "2060-12-31");
    String firm = town.tenant(town.floor(1), "[0,0]", "2035-06-30");
    jdbc.sql("update tenancy.firms set displaced = true where code = :firm")
        .param("firm", firm)
        .update();
    String decisions = PATH + "/" + town.code() + "/tenants/" + firm + "/decisions";
    desk.post(officer, decisions, null, decision("END_AT_TERM", null, "Hết hạn."));
    desk.post(officer, decisions, null, decision("KEEP", null, "Xem lại."));
    assertThat(tenant(town.code(), firm).path("displaced").asBoolean()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "STAY,-,Lý do,verdict",
        "KEEP,2030-01-01,Lý do,leaveBy",
        "MOVE,2020-01-01,Lý do,leaveBy",
        "MOVE,2035-07-01,Lý do,leaveBy",
        "MOVE,2030-02-30,Lý do,leaveBy",
        "MOVE,-,'',reason"
      })
  void decisionThatIsNotRightIsRefusedByItsField(
      String verdict, @Nullable String leaveBy, String reason, String field) {
    ConversionTown town = new ConversionTown(jdbc, market, "2060-12-31");
    String firm = town.tenant(town.floor(1), "[0,0]", "2035-06-30");
    Answer refused =
        desk.post(
            officer,
            PATH + "/" + town.code() + "/tenants/" + firm + "/decisions",
            null,
            decision(verdict, leaveBy, reason));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().path("field").asString()).isEqualTo(field);
    assertThat(tenant(town.code(), firm).path("decided").asBoolean()).isFalse();
  }

  @Test
  void firmSeesTheVerySameThatStaffSeeAndContestsIt() {
    ConversionTown town = new ConversionTown(jdbc, market, "2060-12-31");
    long floor = town.floor(1);
    String firm = town.tenant(floor, "[0,0]", "2035-06-30");
    String other = town.tenant(floor, "[1,1]", "2031-06-30");
    town.profile(firm, "2610", 20, 20);
    String figures =
        "{\"asOf\":\"2026-09-30\",\"jobs\":10,\"energyKwhYear\":30000,\"waterM3Year\":150,"
            + "\"emissionGroup\":\"IV\",\"source\":\"Báo cáo môi trường\"}";
    Answer added =
        desk.post(
            officer, PATH + "/" + town.code() + "/tenants/" + firm + "/figures", null, figures);
    assertThat(added.status()).isEqualTo(201);
    String person = market.personOf(firm);
    JsonNode mine = desk.get(person, PATH + "/mine").json();
    assertThat(mine.path("tenants").size()).isEqualTo(1);
    assertThat(mine.path("tenants").get(0)).isEqualTo(tenant(town.code(), firm));
    assertThat(mine.toString()).doesNotContain(other);
    assertThat(mine.path("tenants").get(0).path("proposal").path("contributions").size())
        .isEqualTo(6);

    Answer said =
        desk.post(
            person,
            PATH + "/" + town.code() + "/contests",
            null,
            "{\"subject\":\"ENERGY\",\"reason\":\"Công tơ ghi chung với hàng xóm.\"}");
    assertThat(said.status()).isEqualTo(201);
    long contest = said.json().path("contests").get(0).path("id").asLong();
    String answer = "{\"outcome\":\"ACCEPTED\",\"reason\":\"Sẽ đọc lại công tơ.\"}";
    String url = PATH + "/contests/" + contest + "/answer";
    assertThat(desk.post(person, url, null, answer).status()).isEqualTo(403);
    assertThat(desk.post(officer, url, null, answer).status()).isEqualTo(201);
    Answer again = desk.post(officer, url, null, answer);
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.type()).endsWith("conversion/answered");
    JsonNode heard = desk.get(person, PATH + "/mine").json().path("tenants").get(0);
    assertThat(heard.path("contests").get(0).path("answer").asString())
        .isEqualTo("Sẽ đọc lại công tơ.");
    // a firm that rents nothing in the zone has nothing to say of it
    String stranger = market.personOf(market.firm());
    assertThat(
            desk.post(
                    stranger,
                    PATH + "/" + town.code() + "/contests",
                    null,
                    "{\"subject\":\"VERDICT\",\"reason\":\"Không đúng.\"}")
                .status())
        .isEqualTo(404);
  }

  @Test
  void rightsAreThoseOfTheRole() {
    ConversionTown town = new ConversionTown(jdbc, market, "2060-12-31");
    String firm = town.tenant(town.floor(1), "[0,0]", "2035-06-30");
    String tenants = PATH + "/" + town.code() + "/tenants";
    String person = market.personOf(firm);
    for (String secret : new String[] {tenants, SCENARIOS, SCENARIOS + "/compare"}) {
      assertThat(desk.get(null, secret).status()).as(secret).isEqualTo(401);
      assertThat(desk.get(person, secret).status()).as(secret).isEqualTo(403);
      assertThat(desk.get(desk.person(Role.PLANNER), secret).status()).as(secret).isEqualTo(403);
      assertThat(desk.get(management, secret).status()).as(secret).isEqualTo(200);
      assertThat(desk.get(desk.person(Role.ADMIN), secret).status()).as(secret).isEqualTo(200);
      assertThat(desk.get(officer, secret).status()).as(secret).isEqualTo(200);
    }
    String decisions = tenants + "/" + firm + "/decisions";
    for (String reader : new String[] {person, management, desk.person(Role.ADMIN)}) {
      assertThat(desk.post(reader, decisions, null, decision("KEEP", null, "Vì sao")).status())
          .isEqualTo(403);
      assertThat(desk.post(reader, SCENARIOS, null, "{\"name\":\"Thử\"}").status()).isEqualTo(403);
    }
    assertThat(desk.get(officer, PATH + "/mine").status()).isEqualTo(403);
    String open = text(desk.get(null, PATH + "/" + town.code()));
    assertThat(open).doesNotContain(firm).doesNotContain("Công ty Thử");
    // one tenant alone is not even counted
    JsonNode counts = desk.get(null, PATH + "/" + town.code()).json().path("aggregates");
    assertThat(counts.path("tenants").isNull()).isTrue();
    assertThat(counts.path("letM2").isNull()).isTrue();
  }

  @Test
  void extensionUnlocksExactlyTheApplicationsThatFailForTheTermToday() {
    ConversionTown town = new ConversionTown(jdbc, market, "2040-12-31");
    long floor = town.floor(1);
    String firm = market.firm();
    String lastDay = town.application(firm, floor, "2038-01-01", 36, 5);
    String oneDayOver = town.application(firm, floor, "2038-01-02", 36, 5);
    String oneYearMore = town.application(firm, floor, "2038-01-01", 48, 5);
    String thirteenMonths = town.application(firm, floor, "2038-01-01", 49, 5);
    String tooHeavy = town.application(firm, floor, "2038-01-01", 48, 99);
    String elsewhere = town.application(firm, floor, "2038-01-01", 48, 5);
    ConversionTown longer = new ConversionTown(jdbc, market, "2060-12-31");
    longer.floor(1);
    jdbc.sql(
            """
            insert into tenancy.application_zones (application_id, rank, zone_id)
            select a.id, 2, z.id from tenancy.applications a, zoning.zones z
            where a.code = :application and z.code = :zone""")
        .param("application", elsewhere)
        .param("zone", longer.code())
        .update();
    String answered = town.application(firm, floor, "2038-01-01", 48, 5);
    jdbc.sql("update tenancy.applications set status = 'WITHDRAWN' where code = :code")
        .param("code", answered)
        .update();
    assertThat(unlocked(town, 0)).isEmpty();
    assertThat(unlocked(town, 1)).containsExactlyInAnyOrder(oneDayOver, oneYearMore);
    assertThat(unlocked(town, 2))
        .containsExactlyInAnyOrder(oneDayOver, oneYearMore, thirteenMonths)
        .doesNotContain(lastDay, tooHeavy, elsewhere, answered);
  }

  @Test
  void applicationThatWasRefusedForTheTermWhenItWasHandedInIsUnlocked() {
    ConversionTown town = new ConversionTown(jdbc, market, "2040-12-31");
    town.floor(1);
    FirmDesk firms = new FirmDesk(port, accounts, jdbc);
    String person = desk.person(Role.FIRM);
    String profile = firms.profile().put("industry", "ELECTRONICS").toString();
    assertThat(desk.post(person, "/api/v1/firms", null, profile).status()).isEqualTo(201);
    ObjectNode asked = firms.application();
    asked.put("startEarliest", "2038-01-02").put("termMonths", 36).put("acceptOther", false);
    asked.putArray("zones").add(town.code());
    Answer refused = firms.submitted(person, asked);
    assertThat(refused.json().path("status").asString()).isEqualTo("INELIGIBLE");
    assertThat(refused.json().toString())
        .contains("LAND_TERM")
        .contains("đất của khu chỉ còn 35 tháng");
    assertThat(unlocked(town, 1)).containsExactly(refused.json().path("code").asString());
    ObjectNode onTime = firms.application();
    onTime.put("startEarliest", "2038-01-01").put("termMonths", 36).put("acceptOther", false);
    onTime.putArray("zones").add(town.code());
    assertThat(firms.submitted(person, onTime).json().path("status").asString())
        .isEqualTo("ELIGIBLE");
  }

  @Test
  void areaIsReleasedInTheYearInWhichALeaseOrTheLandTermEnds() {
    ConversionTown town = new ConversionTown(jdbc, market, "2041-12-31");
    long floor = town.floor(1);
    String kept = town.tenant(floor, "[0,1]", "2029-03-31");
    String ends = town.tenant(floor, "[2,2]", "2028-12-31");
    String open = town.tenant(floor, "[3,3]", "2031-05-31");
    String moves = town.tenant(floor, "[4,5]", "2033-05-31");
    decide(town, kept, "KEEP", null);
    decide(town, ends, "END_AT_TERM", null);
    decide(town, moves, "MOVE", null);
    assertThat(releases(consequences(), town))
        .containsExactly(
            "2028 END_AT_TERM 200", "2031 OPEN 200", "2033 MOVE 400", "2041 LAND_TERM 400");
    long scenario =
        scenario(
            "Gia hạn",
            "\"terms\":[{\"zone\":\""
                + town.code()
                + "\",\"years\":10}],\"verdicts\":[{\"zone\":\""
                + town.code()
                + "\",\"firm\":\""
                + moves
                + "\",\"verdict\":\"MOVE\",\"leaveBy\":\"2030-01-31\"},{\"zone\":\""
                + town.code()
                + "\",\"firm\":\""
                + open
                + "\",\"verdict\":\"UPGRADE\"}]");
    JsonNode columns =
        desk.get(management, SCENARIOS + "/compare?id=" + scenario).json().path("columns");
    assertThat(releases(columns.get(0), town))
        .containsExactly(
            "2028 END_AT_TERM 200", "2031 OPEN 200", "2033 MOVE 400", "2041 LAND_TERM 400");
    assertThat(releases(columns.get(1), town))
        .containsExactly("2028 END_AT_TERM 200", "2030 MOVE 400", "2051 LAND_TERM 600");
    assertThat(zone(columns.get(1), town.code()).path("termEnd").asString())
        .isEqualTo("2051-12-31");
    String csv = text(desk.get(management, SCENARIOS + "/compare?f=csv&id=" + scenario));
    assertThat(csv).contains("\"Gia hạn\"," + town.code() + ",2051,LAND_TERM,");
  }

  @Test
  void scenariosForkAndLeaveTheRealStateAsItWas() {
    ConversionTown town = new ConversionTown(jdbc, market, "2041-12-31");
    long floor = town.floor(1);
    String firm = town.tenant(floor, "[0,1]", "2033-05-31");
    String application = town.application(firm, floor, "2040-01-01", 60, 5);
    String before = realState(town);
    JsonNode base = zone(consequences(), town.code());
    String terms = "\"terms\":[{\"zone\":\"" + town.code() + "\",\"years\":5}]";
    String verdicts =
        "\"verdicts\":[{\"zone\":\""
            + town.code()
            + "\",\"firm\":\""
            + firm
            + "\",\"verdict\":\"MOVE\"}]";
    long first = scenario("Một", terms + "," + verdicts);
    Answer fork = desk.post(officer, SCENARIOS, null, "{\"name\":\"Hai\",\"from\":" + first + "}");
    assertThat(fork.json().path("forkedFrom").asLong()).isEqualTo(first);
    assertThat(fork.json().path("terms").get(0).path("years").asInt()).isEqualTo(5);
    assertThat(fork.json().path("verdicts").get(0).path("firm").asString()).isEqualTo(firm);
    String url = SCENARIOS + "/" + fork.id();
    Answer changed = put(url, fork.etag(), "{\"name\":\"Hai\",\"terms\":[],\"verdicts\":[]}");
    assertThat(changed.status()).isEqualTo(200);
    assertThat(put(url, fork.etag(), "{\"name\":\"Ba\"}").status()).isEqualTo(412);
    // the one it was made from keeps its own
    JsonNode kept = desk.get(officer, SCENARIOS + "/" + first).json();
    assertThat(kept.path("terms").size()).isEqualTo(1);
    JsonNode columns =
        desk.get(officer, SCENARIOS + "/compare?id=" + first + "&id=" + fork.id())
            .json()
            .path("columns");
    assertThat(zone(columns.get(1), town.code()).path("relocations").size()).isEqualTo(1);
    assertThat(zone(columns.get(1), town.code()).path("unlocked").get(0).path("code").asString())
        .isEqualTo(application);
    assertThat(zone(columns.get(2), town.code()).path("unlocked").size()).isZero();
    assertThat(zone(columns.get(0), town.code())).isEqualTo(base);
    assertThat(realState(town)).isEqualTo(before);
    // the firm sees that a what-if names it
    JsonNode mine = desk.get(market.personOf(firm), PATH + "/mine").json();
    assertThat(mine.path("scenarios").get(0).path("verdict").asString()).isEqualTo("MOVE");
    assertThat(desk.send(officer, HttpRequest.newBuilder(desk.uri(url)).DELETE()).status())
        .isEqualTo(204);
    assertThat(desk.get(officer, url).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|name",
        "{\"name\":\" \"}|name",
        "{\"name\":\"a\",\"terms\":[{\"zone\":\"TT\",\"years\":51}]}|terms.years",
        "{\"name\":\"a\",\"terms\":[{\"zone\":\"TT\",\"years\":-1}]}|terms.years",
        "{\"name\":\"a\",\"terms\":[null]}|terms",
        "{\"name\":\"a\",\"terms\":[{\"zone\":\"TT\",\"years\":1},{\"zone\":\"TT\",\"years\":2}]}|terms",
        "{\"name\":\"a\",\"verdicts\":[{\"zone\":\"TT\",\"firm\":\"DN-0\",\"verdict\":\"KEEP\"}]}|verdicts",
        "{\"name\":\"a\",\"verdicts\":[{\"zone\":\"TT\",\"firm\":\"DN-0\",\"verdict\":\"x\"}]}|verdicts.verdict"
      })
  void scenarioThatIsNotRightIsRefusedByItsField(String body, String field) {
    Answer refused = desk.post(officer, SCENARIOS, null, body);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().path("field").asString()).isEqualTo(field);
  }

  @Test
  void floorsNewlyAcceptAndRefuseWhenAPlanIsPublished() {
    ConversionTown town = new ConversionTown(jdbc, market, "2060-12-31");
    town.floor(1);
    town.floor(2);
    String url = PATH + "/" + town.code() + "/floor-changes";
    assertThat(desk.get(null, url).json().path("changes").size()).isZero();
    town.plan(1, "GREEN", "2026-01-01");
    JsonNode refused = desk.get(null, url).json();
    assertThat(refused.path("before").isNull()).isTrue();
    assertThat(changes(refused))
        .containsExactly(
            "1 PLASTIC false", "1 ELECTRONICS false", "2 PLASTIC false", "2 ELECTRONICS false");
    town.plan(2, "HIGHRISE", "2026-02-01");
    assertThat(changes(desk.get(null, url).json()))
        .containsExactly(
            "1 PLASTIC true", "1 ELECTRONICS true", "2 PLASTIC true", "2 ELECTRONICS true");
    town.plan(3, "INDUSTRY", "2026-03-01");
    assertThat(changes(desk.get(null, url).json())).isEmpty();
    assertThat(desk.get(null, url + "?plan=1").status()).isEqualTo(401);
    assertThat(desk.get(officer, url + "?plan=999999").status()).isEqualTo(404);
  }

  @Test
  void changeOfTheConversionMovesItsLayerAndNoOther() {
    ConversionTown town = new ConversionTown(jdbc, market, "2060-12-31");
    long floor = town.floor(1);
    for (String bays : new String[] {"[0,0]", "[1,1]"}) {
      decide(town, town.tenant(floor, bays, "2033-05-31"), "KEEP", null);
    }
    assertThat(layer(town).path("verdicts_decided").isNumber()).isFalse();
    long revision = revision();
    decide(town, town.tenant(floor, "[2,2]", "2033-05-31"), "KEEP", null);
    assertThat(onceTold(town, "verdicts_decided").path("verdicts_decided").asInt()).isEqualTo(3);
    assertThat(
            jdbc.sql(
                    """
                    select count(*) from platform.data_changes
                    where revision > :revision and layers = array['conversions']""")
                .param("revision", revision)
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  private JsonNode layer(ConversionTown town) {
    return desk.get(null, "/ogc/collections/conversions/items/" + town.code())
        .json()
        .path("properties");
  }

  /** The layer once a field has a value above 0: revisions may be told a moment late. */
  private JsonNode onceTold(ConversionTown town, String field) {
    long until = System.nanoTime() + 5_000_000_000L;
    JsonNode told = layer(town);
    while (told.path(field).asInt(0) == 0 && System.nanoTime() < until) {
      LockSupport.parkNanos(50_000_000);
      told = layer(town);
    }
    return told;
  }

  private long revision() {
    return jdbc.sql("select revision from platform.data_revision").query(Long.class).single();
  }

  private List<String> changes(JsonNode answer) {
    List<String> lines = new ArrayList<>();
    answer
        .path("changes")
        .forEach(
            one ->
                lines.add(
                    one.path("level").asInt()
                        + " "
                        + one.path("industry").asString()
                        + " "
                        + one.path("accepts").asBoolean()));
    return lines;
  }

  private void decide(ConversionTown town, String firm, String verdict, @Nullable String leaveBy) {
    Answer decided =
        desk.post(
            officer,
            PATH + "/" + town.code() + "/tenants/" + firm + "/decisions",
            null,
            decision(verdict, leaveBy, "Theo đề án."));
    assertThat(decided.status()).isEqualTo(201);
  }

  private static String decision(String verdict, @Nullable String leaveBy, String reason) {
    return "{\"verdict\":\""
        + verdict
        + "\",\"leaveBy\":"
        + (leaveBy == null ? "null" : "\"" + leaveBy + "\"")
        + ",\"reason\":\""
        + reason
        + "\",\"signedBy\":\"Nguyễn Văn A, Phó trưởng ban\"}";
  }

  private Application next(String code) {
    return applications.listOpen().stream()
        .filter(one -> one.code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  private JsonNode tenant(String zone, String firm) {
    for (JsonNode one :
        desk.get(management, PATH + "/" + zone + "/tenants").json().path("tenants")) {
      if (one.path("firm").asString().equals(firm)) {
        return one;
      }
    }
    throw new AssertionError(firm);
  }

  private JsonNode consequences() {
    return desk.get(management, SCENARIOS + "/compare").json().path("columns").get(0);
  }

  private static JsonNode zone(JsonNode consequences, String code) {
    for (JsonNode one : consequences.path("zones")) {
      if (one.path("zone").asString().equals(code)) {
        return one;
      }
    }
    throw new AssertionError(code);
  }

  private static List<String> releases(JsonNode consequences, ConversionTown town) {
    List<String> lines = new ArrayList<>();
    zone(consequences, town.code())
        .path("releases")
        .forEach(
            one ->
                lines.add(
                    one.path("year").asInt()
                        + " "
                        + one.path("cause").asString()
                        + " "
                        + Math.round(one.path("areaM2").asDouble())));
    return lines;
  }

  private List<String> unlocked(ConversionTown town, int years) {
    long id =
        scenario(
            "Gia hạn " + years,
            "\"terms\":[{\"zone\":\"" + town.code() + "\",\"years\":" + years + "}]");
    JsonNode column =
        desk.get(management, SCENARIOS + "/compare?id=" + id).json().path("columns").get(1);
    List<String> codes = new ArrayList<>();
    zone(column, town.code())
        .path("unlocked")
        .forEach(one -> codes.add(one.path("code").asString()));
    return codes;
  }

  private long scenario(String name, String members) {
    Answer made =
        desk.post(officer, SCENARIOS, null, "{\"name\":\"" + name + "\"," + members + "}");
    assertThat(made.status()).as(made.json().toString()).isEqualTo(201);
    return made.id();
  }

  private Answer put(String path, String ifMatch, String body) {
    return desk.send(
        officer,
        HttpRequest.newBuilder(desk.uri(path))
            .header("Content-Type", "application/json")
            .header("If-Match", ifMatch)
            .PUT(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** Every row that a what-if must not touch, as one text. */
  private String realState(ConversionTown town) {
    return jdbc.sql(
            """
            select concat(
              (select to_jsonb(z) - 'geom' - 'geom_3857' from zoning.zones z where code = :zone),
              (select jsonb_agg(f order by f.id) from tenancy.firms f),
              (select jsonb_agg(a order by a.id) from tenancy.applications a),
              (select jsonb_agg(l order by l.id) from tenancy.leases l),
              (select jsonb_agg(o order by o.id) from space.occupancies o),
              (select jsonb_agg(d order by d.id) from conversion.decisions d))""")
        .param("zone", town.code())
        .query(String.class)
        .single();
  }

  private int audits(String action, String subject) {
    return jdbc.sql(
            """
            select count(*) from platform.audit
            where action = :action and subject_id = :subject""")
        .param("action", action)
        .param("subject", subject)
        .query(Integer.class)
        .single();
  }

  private static String text(Answer answer) {
    return new String(answer.raw().body(), StandardCharsets.UTF_8);
  }
}
