package vn.khuxuong.conversion.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.khuxuong.conversion.ConversionDesk;
import vn.khuxuong.conversion.ConversionTown;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.platform.security.Role;
import vn.khuxuong.tenancy.FirmDesk;
import vn.khuxuong.tenancy.ProcessTest;
import vn.khuxuong.zoning.PlanDesk.Answer;

/** What-ifs and what follows from them, over HTTP on a real database. */
@ProcessTest
class ScenarioHttpTest {
  private static final String PATH = ConversionDesk.PATH;
  private static final String SCENARIOS = ConversionDesk.SCENARIOS;

  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private JdbcClient jdbc;
  private ConversionDesk at;

  @BeforeEach
  void sitDown() {
    at = new ConversionDesk(port, accounts, jdbc);
  }

  @Test
  void extensionUnlocksExactlyTheApplicationsThatFailForTheTermToday() {
    ConversionTown town = new ConversionTown(jdbc, at.market(), "2040-12-31");
    long floor = town.floor(1);
    String firm = at.market().firm();
    String lastDay = town.application(firm, floor, "2038-01-01", 36, 5);
    String oneDayOver = town.application(firm, floor, "2038-01-02", 36, 5);
    String oneYearMore = town.application(firm, floor, "2038-01-01", 48, 5);
    String thirteenMonths = town.application(firm, floor, "2038-01-01", 49, 5);
    String tooHeavy = town.application(firm, floor, "2038-01-01", 48, 99);
    String elsewhere = town.application(firm, floor, "2038-01-01", 48, 5);
    ConversionTown longer = new ConversionTown(jdbc, at.market(), "2060-12-31");
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
    assertThat(at.unlocked(town, 0)).isEmpty();
    assertThat(at.unlocked(town, 1)).containsExactlyInAnyOrder(oneDayOver, oneYearMore);
    assertThat(at.unlocked(town, 2))
        .containsExactlyInAnyOrder(oneDayOver, oneYearMore, thirteenMonths)
        .doesNotContain(lastDay, tooHeavy, elsewhere, answered);
  }

  @Test
  void applicationThatWasRefusedForTheTermWhenItWasHandedInIsUnlocked() {
    ConversionTown town = new ConversionTown(jdbc, at.market(), "2040-12-31");
    town.floor(1);
    FirmDesk firms = new FirmDesk(port, accounts, jdbc);
    String person = at.desk().person(Role.FIRM);
    String profile = firms.profile().put("industry", "ELECTRONICS").toString();
    assertThat(at.desk().post(person, "/api/v1/firms", null, profile).status()).isEqualTo(201);
    ObjectNode asked = firms.application();
    asked.put("startEarliest", "2038-01-02").put("termMonths", 36).put("acceptOther", false);
    asked.putArray("zones").add(town.code());
    Answer refused = firms.submitted(person, asked);
    assertThat(refused.json().path("status").asString()).isEqualTo("INELIGIBLE");
    assertThat(refused.json().toString())
        .contains("LAND_TERM")
        .contains("đất của khu chỉ còn 35 tháng");
    assertThat(at.unlocked(town, 1)).containsExactly(refused.json().path("code").asString());
    ObjectNode onTime = firms.application();
    onTime.put("startEarliest", "2038-01-01").put("termMonths", 36).put("acceptOther", false);
    onTime.putArray("zones").add(town.code());
    assertThat(firms.submitted(person, onTime).json().path("status").asString())
        .isEqualTo("ELIGIBLE");
  }

  @Test
  void areaIsReleasedInTheYearInWhichALeaseOrTheLandTermEnds() {
    ConversionTown town = new ConversionTown(jdbc, at.market(), "2041-12-31");
    long floor = town.floor(1);
    String kept = town.tenant(floor, "[0,1]", "2029-03-31");
    String ends = town.tenant(floor, "[2,2]", "2028-12-31");
    String open = town.tenant(floor, "[3,3]", "2031-05-31");
    String moves = town.tenant(floor, "[4,5]", "2033-05-31");
    at.decide(town, kept, "KEEP", null);
    at.decide(town, ends, "END_AT_TERM", null);
    at.decide(town, moves, "MOVE", null);
    assertThat(ConversionDesk.releases(at.consequences(), town))
        .containsExactly(
            "2028 END_AT_TERM 200", "2031 OPEN 200", "2033 MOVE 400", "2041 LAND_TERM 400");
    long scenario =
        at.scenario(
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
        at.desk()
            .get(at.management(), SCENARIOS + "/compare?id=" + scenario)
            .json()
            .path("columns");
    assertThat(ConversionDesk.releases(columns.get(0), town))
        .containsExactly(
            "2028 END_AT_TERM 200", "2031 OPEN 200", "2033 MOVE 400", "2041 LAND_TERM 400");
    assertThat(ConversionDesk.releases(columns.get(1), town))
        .containsExactly("2028 END_AT_TERM 200", "2030 MOVE 400", "2051 LAND_TERM 600");
    assertThat(ConversionDesk.zone(columns.get(1), town.code()).path("termEnd").asString())
        .isEqualTo("2051-12-31");
    String csv =
        ConversionDesk.text(
            at.desk().get(at.management(), SCENARIOS + "/compare?f=csv&id=" + scenario));
    assertThat(csv).contains("\"Gia hạn\"," + town.code() + ",2051,LAND_TERM,");
  }

  @Test
  void scenariosForkAndLeaveTheRealStateAsItWas() {
    ConversionTown town = new ConversionTown(jdbc, at.market(), "2041-12-31");
    long floor = town.floor(1);
    String firm = town.tenant(floor, "[0,1]", "2033-05-31");
    String application = town.application(firm, floor, "2040-01-01", 60, 5);
    String before = at.realState(town);
    JsonNode base = ConversionDesk.zone(at.consequences(), town.code());
    String terms = "\"terms\":[{\"zone\":\"" + town.code() + "\",\"years\":5}]";
    String verdicts =
        "\"verdicts\":[{\"zone\":\""
            + town.code()
            + "\",\"firm\":\""
            + firm
            + "\",\"verdict\":\"MOVE\"}]";
    long first = at.scenario("Một", terms + "," + verdicts);
    Answer fork =
        at.desk().post(at.officer(), SCENARIOS, null, "{\"name\":\"Hai\",\"from\":" + first + "}");
    assertThat(fork.json().path("forkedFrom").asLong()).isEqualTo(first);
    assertThat(fork.json().path("terms").get(0).path("years").asInt()).isEqualTo(5);
    assertThat(fork.json().path("verdicts").get(0).path("firm").asString()).isEqualTo(firm);
    String url = SCENARIOS + "/" + fork.id();
    Answer changed = at.put(url, fork.etag(), "{\"name\":\"Hai\",\"terms\":[],\"verdicts\":[]}");
    assertThat(changed.status()).isEqualTo(200);
    assertThat(at.put(url, fork.etag(), "{\"name\":\"Ba\"}").status()).isEqualTo(412);
    // the one it was made from keeps its own
    JsonNode kept = at.desk().get(at.officer(), SCENARIOS + "/" + first).json();
    assertThat(kept.path("terms").size()).isEqualTo(1);
    JsonNode columns =
        at.desk()
            .get(at.officer(), SCENARIOS + "/compare?id=" + first + "&id=" + fork.id())
            .json()
            .path("columns");
    assertThat(ConversionDesk.zone(columns.get(1), town.code()).path("relocations").size())
        .isEqualTo(1);
    assertThat(
            ConversionDesk.zone(columns.get(1), town.code())
                .path("unlocked")
                .get(0)
                .path("code")
                .asString())
        .isEqualTo(application);
    assertThat(ConversionDesk.zone(columns.get(2), town.code()).path("unlocked").size()).isZero();
    assertThat(ConversionDesk.zone(columns.get(0), town.code())).isEqualTo(base);
    assertThat(at.realState(town)).isEqualTo(before);
    // the firm sees that a what-if names it
    JsonNode mine = at.desk().get(at.market().personOf(firm), PATH + "/mine").json();
    assertThat(mine.path("scenarios").get(0).path("verdict").asString()).isEqualTo("MOVE");
    assertThat(
            at.desk()
                .send(at.officer(), HttpRequest.newBuilder(at.desk().uri(url)).DELETE())
                .status())
        .isEqualTo(204);
    assertThat(at.desk().get(at.officer(), url).status()).isEqualTo(404);
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
    Answer refused = at.desk().post(at.officer(), SCENARIOS, null, body);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().path("field").asString()).isEqualTo(field);
  }

  @Test
  void extensionOfALeapDayEndsOnTheLastOfFebruaryAndUnlocksUpToThatDayAlone() {
    ConversionTown town = new ConversionTown(jdbc, at.market(), "2040-02-29");
    long floor = town.floor(1);
    String firm = at.market().firm();
    // 36 months from 1 March 2037 end on the leap day itself
    String onTheDay = town.application(firm, floor, "2037-03-01", 36, 5);
    String lastOfFebruary = town.application(firm, floor, "2038-03-01", 36, 5);
    String oneDayOver = town.application(firm, floor, "2038-03-02", 36, 5);
    String nextLeapDay = town.application(firm, floor, "2041-03-01", 36, 5);
    assertThat(at.unlocked(town, 1)).containsExactly(lastOfFebruary).doesNotContain(onTheDay);
    assertThat(at.unlocked(town, 2)).containsExactlyInAnyOrder(lastOfFebruary, oneDayOver);
    assertThat(at.unlocked(town, 3)).containsExactlyInAnyOrder(lastOfFebruary, oneDayOver);
    assertThat(at.unlocked(town, 4))
        .containsExactlyInAnyOrder(lastOfFebruary, oneDayOver, nextLeapDay);
  }

  @Test
  void columnsThatAreComparedTogetherAnswerAsEachAlone() {
    ConversionTown one = new ConversionTown(jdbc, at.market(), "2040-12-31");
    ConversionTown two = new ConversionTown(jdbc, at.market(), "2041-12-31");
    one.application(at.market().firm(), one.floor(1), "2038-01-01", 48, 5);
    two.application(at.market().firm(), two.floor(1), "2038-01-01", 72, 5);
    String terms = "\"terms\":[{\"zone\":\"%s\",\"years\":%d}]";
    List<Long> ids =
        List.of(
            at.scenario("A", terms.formatted(one.code(), 1)),
            at.scenario("B", terms.formatted(two.code(), 1)),
            at.scenario("C", terms.formatted(two.code(), 2)));
    JsonNode together =
        at.desk()
            .get(
                at.management(),
                SCENARIOS + "/compare?id=" + ids.get(0) + "&id=" + ids.get(1) + "&id=" + ids.get(2))
            .json()
            .path("columns");
    for (int i = 0; i < 3; i++) {
      assertThat(together.get(i + 1))
          .isEqualTo(
              at.desk()
                  .get(at.management(), SCENARIOS + "/compare?id=" + ids.get(i))
                  .json()
                  .at("/columns/1"));
    }
    assertThat(ConversionDesk.zone(together.get(1), one.code()).path("unlocked").size())
        .isEqualTo(1);
    assertThat(ConversionDesk.zone(together.get(2), two.code()).path("unlocked").size()).isZero();
    assertThat(ConversionDesk.zone(together.get(3), two.code()).path("unlocked").size())
        .isEqualTo(1);
  }
}
