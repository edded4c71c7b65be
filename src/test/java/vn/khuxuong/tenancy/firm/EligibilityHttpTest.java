package vn.khuxuong.tenancy.firm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.khuxuong.KhuxuongTest;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.platform.security.Role;
import vn.khuxuong.tenancy.FirmDesk;
import vn.khuxuong.zoning.PlanDesk;
import vn.khuxuong.zoning.PlanDesk.Answer;

/** The pre-check over HTTP on the demo buildings, with and without an account. */
@KhuxuongTest
class EligibilityHttpTest {
  private static final String ELIGIBILITY = "/api/v1/eligibility?building=";

  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private JdbcClient jdbc;
  private FirmDesk firms;
  private PlanDesk desk;
  private String building;

  @BeforeEach
  void open() {
    firms = new FirmDesk(port, accounts, jdbc);
    desk = firms.desk();
    building =
        jdbc.sql(
                """
                select b.code from space.buildings b
                join space.floors f on f.building_id = b.id
                join space.floor_industries i on i.floor_id = f.id
                where i.industry = 'ELECTRONICS'
                group by b.code order by count(*) desc, b.code limit 1""")
            .query(String.class)
            .single();
  }

  @AfterEach
  void clean() {
    firms.clean();
  }

  @Test
  void anybodySeesReasonsFloorByFloorBeforeHavingAnAccount() {
    Answer answer =
        desk.get(
            null,
            ELIGIBILITY
                + building
                + "&industry=ELECTRONICS&hazard=B&load=26&height=9&power=100000"
                + "&wastewater=9999&lift=99&area=90000");
    assertThat(answer.status()).as("%s", answer.json()).isEqualTo(200);
    JsonNode said = answer.json();
    assertThat(said.path("eligible").asBoolean(true)).isFalse();
    assertThat(said.at("/reasons").findValuesAsString("rule"))
        .containsExactly("BUILDING_POWER", "WASTEWATER");
    assertThat(said.path("floors").size()).isEqualTo(storeys());
    JsonNode top = said.path("floors").get(said.path("floors").size() - 1);
    assertThat(top.path("reasons").findValuesAsString("rule"))
        .contains("HAZARD", "LOAD", "CLEAR_HEIGHT", "LIFT", "FLOOR_POWER", "AREA");
    JsonNode load =
        top.path("reasons")
            .valueStream()
            .filter(reason -> reason.path("rule").asString().equals("LOAD"))
            .findFirst()
            .orElseThrow();
    assertThat(load.path("needed").asDouble()).isEqualTo(26);
    assertThat(load.path("offered").asDouble()).isEqualTo(loadOfTopFloor());
    assertThat(load.path("severity").asString()).isEqualTo("BLOCKS");
    for (String member : List.of("vi", "en", "changeVi", "changeEn", "sourceVi", "sourceEn")) {
      assertThat(load.path(member).asString()).as(member).isNotBlank();
    }
    assertThat(said.path("rulesSha256").asString()).hasSize(64);
  }

  @Test
  void modestNeedsFitAndPreferencesRefuseNobody() {
    JsonNode said =
        desk.get(null, ELIGIBILITY + building + "&industry=ELECTRONICS&hazard=D&load=1").json();
    assertThat(said.path("eligible").asBoolean(false)).isTrue();
    assertThat(said.path("preferences").findValuesAsString("code"))
        .containsExactly("DECREE_35_RESERVE", "RESOLUTION_198_RESERVE");
    assertThat(said.at("/preferences/0/isForFirm").isNull()).isTrue();
    assertThat(said.at("/incentives/0/code").asString()).isEqualTo("RESOLUTION_198");
    assertThat(said.at("/incentives/0/isForFirm").isNull()).isTrue();
    assertThat(said.at("/incentives/0/floors/0/money/0/perMonth").isNull()).isTrue();
  }

  @Test
  void machinesAreJudgedBeforeThereIsAFirm() {
    String small = "&machine=0.2x1x1x1%20Khoan";
    String asked = ELIGIBILITY + building + "&industry=ELECTRONICS&hazard=D";
    assertThat(desk.get(null, asked + small).json().path("eligible").asBoolean(false)).isTrue();
    JsonNode said = desk.get(null, asked + small + "&machine=40x2x2x2%20Dập").json();
    assertThat(said.path("eligible").asBoolean(true)).isFalse();
    JsonNode top = said.path("floors").get(said.path("floors").size() - 1);
    assertThat(top.path("reasons").findValuesAsString("subject"))
        .contains("Dập")
        .doesNotContain("Khoan");
  }

  @Test
  void firmIsJudgedByItsProfileAndItsMachines() {
    ObjectNode profile = firms.profile().put("industry", "ELECTRONICS");
    ((ObjectNode) profile.path("machines").get(0)).put("weightT", 40).put("heightM", 2);
    String person = desk.person(Role.FIRM);
    assertThat(desk.post(person, "/api/v1/firms", null, profile.toString()).status())
        .isEqualTo(201);
    JsonNode said =
        desk.get(person, "/api/v1/firms/me/eligibility?area=300&building=" + building).json();
    assertThat(said.path("eligible").asBoolean(true)).isFalse();
    JsonNode top = said.path("floors").get(said.path("floors").size() - 1);
    assertThat(top.path("reasons").findValuesAsString("rule")).contains("LOAD", "LIFT");
    assertThat(top.path("reasons").findValuesAsString("subject")).contains("Máy phay CNC");
    String without = "/api/v1/firms/me/eligibility?area=300&machine=%20&building=" + building;
    assertThat(desk.get(person, without).json().toString()).doesNotContain("Máy phay CNC");
  }

  @Test
  void rentCutIsWorkedOutInDollarsAndDongForWhomItIs() {
    String person = firms.firm();
    JsonNode cut =
        desk.get(person, "/api/v1/firms/me/incentives?area=300&building=" + building)
            .json()
            .at("/incentives/0");
    assertThat(cut.path("isForFirm").asBoolean(false)).isTrue();
    assertThat(cut.path("sourceVi").asString()).isEqualTo("Nghị quyết 198/2025/QH15, điều 7");
    assertThat(cut.path("conditionVi").asString()).contains("thành phố quyết định");
    assertThat(cut.path("months").asInt()).isEqualTo(60);
    JsonNode usd = cut.at("/floors/0/money/0");
    JsonNode vnd = cut.at("/floors/0/money/1");
    assertThat(usd.path("currency").asString()).isEqualTo("USD");
    assertThat(vnd.path("currency").asString()).isEqualTo("VND");
    assertThat(vnd.path("perMonth").asLong()).isEqualTo(300 * vnd.path("perM2Month").asLong());
    assertThat(vnd.path("perMonthAfter").asLong())
        .isEqualTo(Math.round(0.7 * vnd.path("perMonth").asLong()));
    assertThat(usd.path("perM2MonthAfter").asDouble())
        .isCloseTo(0.7 * usd.path("perM2Month").asDouble(), offset(0.0051));
  }

  @Test
  void largeFirmIsToldThatTheCutIsNotForIt() {
    String person = desk.person(Role.FIRM);
    ObjectNode profile = firms.profile().put("insuredEmployees", 900);
    desk.post(person, "/api/v1/firms", null, profile.toString());
    JsonNode said = desk.get(person, "/api/v1/firms/me/eligibility?building=" + building).json();
    assertThat(said.at("/incentives/0/isForFirm").asBoolean(true)).isFalse();
    assertThat(said.at("/preferences/0/isForFirm").asBoolean(true)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "industry=ELECTRONICS&load=NaN",
        "industry=ELECTRONICS&load=Infinity",
        "industry=ELECTRONICS&load=-1",
        "industry=ELECTRONICS&load=1e308",
        "industry=ELECTRONICS&height=4500",
        "industry=ELECTRONICS&power=abc",
        "industry=ELECTRONICS&hazard=Z",
        "industry=ELECTRONICS&machine=2x3",
        "industry=ELECTRONICS&machine=0x1x1x1%20a",
        "industry=ELECTRONICS&machine=1..2x1x1x1",
        "industry=%3Cscript%3E",
        ""
      })
  void refusesWhatIsNoNeed(String query) {
    Answer refused = desk.get(null, ELIGIBILITY + building + "&" + query);
    assertThat(refused.status()).as("%s", refused.json()).isEqualTo(400);
    assertThat(refused.json().toString()).doesNotContain("<script>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"XX-Z", "%00", "TT-A'--", "%3Cb%3E"})
  void unknownBuildingIsNotFound(String code) {
    Answer refused = desk.get(null, ELIGIBILITY + code + "&industry=FOOD");
    assertThat(refused.status()).isEqualTo(404);
    assertThat(refused.type()).isEqualTo("/problems/space/unknown-building");
  }

  private int storeys() {
    return jdbc.sql("select storeys from space.buildings where code = :code")
        .param("code", building)
        .query(Integer.class)
        .single();
  }

  private double loadOfTopFloor() {
    return jdbc.sql(
            """
            select f.load_kn_m2 from space.floors f join space.buildings b on b.id = f.building_id
            where b.code = :code order by f.level desc limit 1""")
        .param("code", building)
        .query(Double.class)
        .single();
  }
}
