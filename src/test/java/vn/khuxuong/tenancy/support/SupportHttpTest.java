package vn.khuxuong.tenancy.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.platform.security.Role;
import vn.khuxuong.tenancy.Market;
import vn.khuxuong.tenancy.ProcessTest;
import vn.khuxuong.zoning.PlanDesk;
import vn.khuxuong.zoning.PlanDesk.Answer;

/** Needs, referrals to their outcome, and unmet demand, over HTTP. */
@ProcessTest
class SupportHttpTest {
  private static final String NEEDS = "/api/v1/support/needs";
  private static final String REFERRALS = "/api/v1/support/referrals";
  private static final String UNMET = "/api/v1/support/unmet";
  private static final String CAPITAL =
      "{\"lack\":\"CAPITAL\",\"detail\":\"Mua máy phay CNC\",\"amountVnd\":2500000000}";

  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private JdbcClient jdbc;

  private PlanDesk desk;
  private Market market;
  private String firm;
  private String person;
  private String officer;

  @BeforeEach
  void open() {
    desk = new PlanDesk(port, accounts);
    market = new Market(jdbc, desk.password());
    firm = market.firm();
    person = market.personOf(firm);
    officer = market.account(Role.OFFICER);
  }

  @Test
  void needIsStatedOnceSeenByItsFirmAndOfficersAndAudited() {
    Answer made = desk.post(person, NEEDS, null, CAPITAL);
    assertThat(made.status()).as("%s", made.json()).isEqualTo(201);
    assertThat(made.json().path("amountVnd").asLong()).isEqualTo(2_500_000_000L);
    assertThat(made.header("Location")).isEqualTo(NEEDS + "/" + made.id());
    Answer twice = desk.post(person, NEEDS, null, CAPITAL);
    assertThat(twice.status()).isEqualTo(409);
    assertThat(twice.json().path("need").asLong()).isEqualTo(made.id());
    assertThat(desk.get(person, made.header("Location")).status()).isEqualTo(200);
    assertThat(desk.get(officer, made.header("Location")).status()).isEqualTo(200);
    assertThat(desk.get(market.personOf(market.firm()), made.header("Location")).status())
        .isEqualTo(404);
    assertThat(desk.get(null, NEEDS).status()).isEqualTo(401);
    assertThat(desk.get(market.account(Role.PLANNER), NEEDS).status()).isEqualTo(403);
    assertThat(desk.post(officer, NEEDS, null, CAPITAL).status()).isEqualTo(403);
    assertThat(audited("support-need", made.id())).containsExactly("support-need.stated");
  }

  @Test
  void requestOfOneNameIsWrittenOnce() {
    String key = UUID.randomUUID().toString();
    Answer first = named(key, CAPITAL);
    Answer again = named(key, CAPITAL);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.id()).isEqualTo(first.id());
    assertThat(named(key, "{\"lack\":\"MARKET\",\"detail\":\"x\"}").status()).isEqualTo(422);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | lack",
        "{\"lack\":\"MONEY\",\"detail\":\"x\"} | lack",
        "{\"lack\":\"MARKET\"} | detail",
        "{\"lack\":\"MARKET\",\"detail\":\"  \"} | detail",
        "{\"lack\":\"MARKET\",\"detail\":\"a\\u0000b\"} | detail",
        "{\"lack\":\"PREMISES\",\"detail\":\"x\"} | areaM2",
        "{\"lack\":\"PREMISES\",\"detail\":\"x\",\"areaM2\":-3} | areaM2",
        "{\"lack\":\"PREMISES\",\"detail\":\"x\",\"areaM2\":300,\"loadKnM2\":5000} | loadKnM2",
        "{\"lack\":\"PREMISES\",\"detail\":\"x\",\"areaM2\":300,\"zone\":\"Q'; drop\"} | zone",
        "{\"lack\":\"PREMISES\",\"detail\":\"x\",\"areaM2\":300,\"zone\":\"NOZONE\"} | zone",
        "{\"lack\":\"CAPITAL\",\"detail\":\"x\",\"amountVnd\":-5} | amountVnd",
        "{\"lack\":\"CAPITAL\",\"detail\":\"x\",\"amountVnd\":1.5} | amountVnd"
      })
  void hostileNeedIsRefusedAtItsField(String body, String field) {
    Answer refused = desk.post(person, NEEDS, null, body);
    assertThat(refused.status()).as("%s", refused.json()).isEqualTo(422);
    assertThat(refused.json().path("field").asString()).isEqualTo(field);
    assertThat(refused.json().path("detail").asString()).isNotBlank();
  }

  @Test
  void whoActsForNoFirmStatesNothing() {
    assertThat(desk.post(market.account(Role.FIRM), NEEDS, null, CAPITAL).status()).isEqualTo(403);
  }

  @Test
  void referralIsFollowedToItsOutcomeAndEndsTheNeed() {
    long need = desk.post(person, NEEDS, null, CAPITAL).id();
    Answer asked =
        desk.post(
            person,
            NEEDS + "/" + need + "/referrals",
            null,
            "{\"programme\":\"CITY_INTEREST\",\"reason\":\"Xin vay mua máy\"}");
    assertThat(asked.status()).as("%s", asked.json()).isEqualTo(201);
    assertThat(asked.json().path("status").asString()).isEqualTo("ASKED");
    assertThat(asked.json().path("verdict").asString()).isEqualTo("MISSING_EVIDENCE");
    assertThat(texts(asked.json().path("open"))).containsExactly("WITHDRAW");
    String path = REFERRALS + "/" + asked.id();

    assertThat(step(person, path, "REFER", "").status()).isEqualTo(409);
    assertThat(step(officer, path, "RECEIVE", "").status()).isEqualTo(409);
    assertThat(desk.post(officer, path + "/REFER", "\"1-99\"", "{\"reason\":\"x\"}").status())
        .isEqualTo(412);
    assertThat(desk.post(officer, path + "/REFER", null, "{}").status()).isEqualTo(400);
    assertThat(desk.post(officer, path + "/JUMP", null, "{\"reason\":\"x\"}").status())
        .isEqualTo(400);
    Answer referred = step(officer, path, "REFER", "");
    assertThat(referred.json().path("status").asString()).isEqualTo("REFERRED");
    assertThat(step(officer, path, "ASK_FOR_MORE", "").status()).isEqualTo(200);
    assertThat(step(person, path, "SUPPLY", "").json().path("status").asString())
        .isEqualTo("IN_REVIEW");
    assertThat(step(officer, path, "GRANT", ",\"amountVnd\":5").status()).isEqualTo(400);
    assertThat(step(officer, path, "GRANT", "").status()).isEqualTo(200);
    assertThat(step(officer, path, "RECEIVE", ",\"amountVnd\":-1").status()).isEqualTo(400);
    Answer done = step(officer, path, "RECEIVE", ",\"amountVnd\":1500000000,\"meets\":true");
    assertThat(done.status()).as("%s", done.json()).isEqualTo(200);

    JsonNode seen = desk.get(person, path).json();
    assertThat(seen.path("status").asString()).isEqualTo("RECEIVED");
    assertThat(seen.path("amountVnd").asLong()).isEqualTo(1_500_000_000L);
    assertThat(texts(seen.path("open"))).isEmpty();
    assertThat(
            StreamSupport.stream(seen.path("steps").spliterator(), false)
                .map(
                    one -> one.path("action").asString() + " " + one.path("byOfficer").asBoolean()))
        .containsExactly(
            "ASK false",
            "REFER true",
            "ASK_FOR_MORE true",
            "SUPPLY false",
            "GRANT true",
            "RECEIVE true");
    assertThat(seen.toString()).doesNotContain(officer);
    assertThat(desk.get(person, NEEDS + "/" + need).json().path("status").asString())
        .isEqualTo("MET");
    assertThat(audited("referral", asked.id()))
        .containsExactly(
            "referral.asked",
            "referral.referred",
            "referral.waits-for-firm",
            "referral.in-review",
            "referral.granted",
            "referral.received");
    assertThat(audited("support-need", need))
        .containsExactly("support-need.stated", "support-need.met");
  }

  @Test
  void officerRefersAtOnceAndOnlyToWhatHelps() {
    long need = desk.post(person, NEEDS, null, CAPITAL).id();
    String path = NEEDS + "/" + need + "/referrals";
    String wrong = "{\"programme\":\"SUPPORTING_STANDARDS\",\"reason\":\"x\"}";
    assertThat(desk.post(officer, path, null, wrong).json().path("field").asString())
        .isEqualTo("programme");
    String right = "{\"programme\":\"SME_FUND\",\"reason\":\"Đủ điều kiện\"}";
    Answer made = desk.post(officer, path, null, right);
    assertThat(made.json().path("status").asString()).isEqualTo("REFERRED");
    assertThat(desk.post(officer, path, null, right).status()).isEqualTo(409);
    assertThat(desk.post(market.personOf(market.firm()), path, null, right).status())
        .isEqualTo(404);
    assertThat(step(person, REFERRALS + "/" + made.id(), "WITHDRAW", "").status()).isEqualTo(200);
    assertThat(desk.post(officer, path, null, right).status()).isEqualTo(201);
    assertThat(desk.get(officer, REFERRALS + "?status=REFERRED").json().toString()).contains(firm);
  }

  @Test
  void needIsWithdrawnByItsFirmOnly() {
    Answer made = desk.post(person, NEEDS, null, CAPITAL);
    String path = made.header("Location");
    assertThat(desk.post(officer, path + "/withdraw", null, "{\"reason\":\"x\"}").status())
        .isEqualTo(409);
    assertThat(desk.post(person, path + "/withdraw", "\"0-0\"", "{\"reason\":\"x\"}").status())
        .isEqualTo(412);
    assertThat(desk.post(person, path + "/withdraw", made.etag(), "{\"reason\":\"x\"}").status())
        .isEqualTo(200);
    assertThat(desk.post(person, path + "/meet", null, "{\"reason\":\"x\"}").status())
        .isEqualTo(409);
    assertThat(desk.post(person, NEEDS, null, CAPITAL).status()).isEqualTo(201);
  }

  @Test
  void historyIsNeverChanged() {
    long need = desk.post(person, NEEDS, null, CAPITAL).id();
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () ->
                jdbc.sql("delete from tenancy.support_needs where id = :id")
                    .param("id", need)
                    .update())
        .hasMessageContaining("never deleted");
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> jdbc.sql("update tenancy.referral_steps set reason = 'x'").update())
        .rootCause()
        .hasMessageContaining("append-only");
  }

  @Test
  void unmetDemandIsToldToStaffInFullAndToThePublicWithoutSmallCells() {
    long floor = market.floor();
    String building = market.building(floor);
    String zone = building.substring(0, building.indexOf('-'));
    state(person, zone, 400, 9, 4.5);
    // a firm that waits with an application is counted by that, not by its need too
    String waiting = market.firm();
    market.application(waiting, floor, 1);
    state(market.personOf(waiting), zone, 9000, 9, 4.5);

    JsonNode staff = desk.get(officer, UNMET + "?zone=" + zone).json();
    assertThat(staff.path("full").asBoolean(false)).isTrue();
    JsonNode heavy = cell(staff, 3, 2);
    assertThat(heavy.path("firms").asInt()).isEqualTo(1);
    assertThat(heavy.path("demandM2").decimalValue()).isEqualByComparingTo("400");
    // the floor of the town: 1,200 m² at 10 kN/m² and 5 m
    assertThat(cell(staff, 3, 3).path("vacantM2").decimalValue()).isEqualByComparingTo("1200");
    assertThat(heavy.path("vacantAtLeastM2").decimalValue()).isEqualByComparingTo("1200");
    assertThat(cell(staff, 1, 1).path("demandM2").decimalValue()).isEqualByComparingTo("100");
    assertThat(cell(staff, 0, 0).path("demandAtLeastM2").decimalValue())
        .isEqualByComparingTo("500");
    assertThat(staff.at("/lacking/0/lack").asString()).isEqualTo("PREMISES");
    assertThat(staff.at("/lacking/0/firms").asInt()).isEqualTo(2);

    assertThat(desk.get(null, UNMET + "?zone=" + zone).status()).isEqualTo(403);
    assertThat(desk.get(person, UNMET + "?industry=FOOD").status()).isEqualTo(403);
    assertThat(desk.get(officer, UNMET + "?zone=NOZONE").status()).isEqualTo(400);
    JsonNode open = desk.get(null, UNMET).json();
    assertThat(open.path("full").asBoolean(true)).isFalse();
    for (JsonNode one : open.path("matrix")) {
      assertThat(one.path("firms").isNull()).isTrue();
      assertThat(one.path("shortM2").isNull()).isTrue();
      if (one.path("hidden").asBoolean()) {
        assertThat(one.path("demandM2").isNull()).isTrue();
      }
    }
    for (JsonNode one : open.path("lacking")) {
      assertThat(one.path("firms").asInt()).isGreaterThanOrEqualTo(3);
      assertThat(one.path("zone").asString("")).isNotEqualTo(zone);
    }
    state(market.personOf(market.firm()), zone, 200, 9, 4.5);
    JsonNode three = desk.get(null, UNMET).json();
    assertThat(
            StreamSupport.stream(three.path("lacking").spliterator(), false)
                .filter(one -> one.path("zone").asString("").equals(zone))
                .map(one -> one.path("firms").asInt()))
        .containsExactly(3);
  }

  @Test
  void unmetDemandIsGivenAsFiles() {
    String matrix =
        new String(desk.get(officer, UNMET + "?f=csv").raw().body(), StandardCharsets.UTF_8);
    assertThat(matrix.lines().count())
        .isEqualTo(1 + (long) SpaceClasses.LOAD.size() * SpaceClasses.HEIGHT.size());
    assertThat(desk.get(null, UNMET + "?f=csv&part=lacking").header("Content-Type"))
        .startsWith("text/csv");
    assertThat(desk.get(null, UNMET + "?f=csv&part=all").status()).isEqualTo(400);
  }

  private void state(String who, String zone, int area, double load, double height) {
    Answer made =
        desk.post(
            who,
            NEEDS,
            null,
            "{\"lack\":\"PREMISES\",\"detail\":\"Cần xưởng\",\"zone\":\""
                + zone
                + "\",\"areaM2\":"
                + area
                + ",\"loadKnM2\":"
                + load
                + ",\"clearHeightM\":"
                + height
                + "}");
    assertThat(made.status()).as("%s", made.json()).isEqualTo(201);
  }

  private Answer step(String who, String path, String action, String more) {
    return desk.post(who, path + "/" + action, null, "{\"reason\":\"Vì vậy\"" + more + "}");
  }

  private Answer named(String key, String body) {
    return desk.send(
        person,
        HttpRequest.newBuilder(desk.uri(NEEDS))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString(body)));
  }

  private List<String> audited(String type, long id) {
    return jdbc.sql(
            """
            select action from platform.audit
            where subject_type = :type and subject_id = :id order by id""")
        .param("type", type)
        .param("id", String.valueOf(id))
        .query(String.class)
        .list();
  }

  private static JsonNode cell(JsonNode answer, int load, int height) {
    return StreamSupport.stream(answer.path("matrix").spliterator(), false)
        .filter(one -> one.path("load").asInt() == load && one.path("height").asInt() == height)
        .findFirst()
        .orElseThrow();
  }

  private static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asString).toList();
  }
}
