package vn.khuxuong.conversion.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.khuxuong.conversion.ConversionDesk;
import vn.khuxuong.conversion.ConversionTown;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.platform.security.Role;
import vn.khuxuong.tenancy.Application;
import vn.khuxuong.tenancy.Applications;
import vn.khuxuong.tenancy.ProcessTest;
import vn.khuxuong.zoning.PlanDesk.Answer;

/** Tenants are judged, decide to contest and are answered, over HTTP on a real database. */
@ProcessTest
class TenantHttpTest {
  private static final String PATH = ConversionDesk.PATH;
  private static final String SCENARIOS = ConversionDesk.SCENARIOS;

  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private JdbcClient jdbc;
  @Autowired private Applications applications;
  private ConversionDesk at;

  @BeforeEach
  void sitDown() {
    at = new ConversionDesk(port, accounts, jdbc);
  }

  @Test
  void decisionOfAnOfficerCountsGivesPriorityInTheNextRoundAndLosesItAgain() {
    ConversionTown town = new ConversionTown(jdbc, at.market(), "2060-12-31");
    long floor = town.floor(1);
    String firm = town.tenant(floor, "[0,1]", "2035-06-30");
    String application = town.application(firm, floor, "2027-01-01", 24, 5);
    assertThat(next(application).flags().displaced()).isFalse();
    String decisions = PATH + "/" + town.code() + "/tenants/" + firm + "/decisions";
    JsonNode before = at.tenant(town.code(), firm);
    assertThat(before.path("decided").asBoolean()).isFalse();
    assertThat(before.path("areaM2").asDouble()).isCloseTo(400, within(0.5));
    Answer decided =
        at.desk()
            .post(
                at.officer(),
                decisions,
                before.path("etag").asString(),
                ConversionDesk.decision("MOVE", "2030-03-31", "Gây ồn khu dân cư."));
    assertThat(decided.status()).isEqualTo(201);
    assertThat(decided.json().path("verdict").asString()).isEqualTo("MOVE");
    assertThat(next(application).flags().displaced()).isTrue();
    JsonNode base = ConversionDesk.zone(at.consequences(), town.code());
    JsonNode demand = base.path("relocations").get(0);
    assertThat(demand.path("firm").asString()).isEqualTo(firm);
    assertThat(demand.path("by").asString()).isEqualTo("2030-03-31");
    assertThat(demand.path("decided").asBoolean()).isTrue();
    assertThat(demand.path("displaced").asBoolean()).isTrue();
    assertThat(demand.path("application").asString()).isEqualTo(application);
    assertThat(base.path("releases").get(0).path("year").asInt()).isEqualTo(2030);
    assertThat(base.path("releases").get(0).path("cause").asString()).isEqualTo("MOVE");

    Answer stale =
        at.desk()
            .post(
                at.officer(),
                decisions,
                before.path("etag").asString(),
                ConversionDesk.decision("KEEP", null, "Đã lắp vách cách âm."));
    assertThat(stale.status()).isEqualTo(412);
    assertThat(
            at.desk()
                .post(
                    at.officer(),
                    decisions,
                    null,
                    ConversionDesk.decision("KEEP", null, "Đã lắp vách."))
                .status())
        .isEqualTo(201);
    assertThat(next(application).flags().displaced()).isFalse();
    JsonNode after = at.tenant(town.code(), firm);
    assertThat(after.path("decisions").size()).isEqualTo(2);
    assertThat(after.path("decisions").get(1).path("reason").asString())
        .isEqualTo("Gây ồn khu dân cư.");
    assertThat(after.path("decisions").get(1).path("signedBy").asString())
        .isEqualTo("Nguyễn Văn A, Phó trưởng ban");
    assertThat(at.audits("conversion.decided", firm)).isEqualTo(2);
    assertThat(at.audits("firm.displaced", firm)).isEqualTo(1);
    assertThat(at.audits("firm.not-displaced", firm)).isEqualTo(1);
    assertThatThrownBy(() -> jdbc.sql("update conversion.decisions set verdict = 'KEEP'").update())
        .hasStackTraceContaining("append-only");
  }

  @Test
  void priorityThatTheFirmHadBeforeIsNotTakenAway() {
    ConversionTown town = new ConversionTown(jdbc, at.market(), "2060-12-31");
    String firm = town.tenant(town.floor(1), "[0,0]", "2035-06-30");
    jdbc.sql("update tenancy.firms set displaced = true where code = :firm")
        .param("firm", firm)
        .update();
    String decisions = PATH + "/" + town.code() + "/tenants/" + firm + "/decisions";
    at.desk()
        .post(
            at.officer(),
            decisions,
            null,
            ConversionDesk.decision("END_AT_TERM", null, "Hết hạn."));
    at.desk()
        .post(at.officer(), decisions, null, ConversionDesk.decision("KEEP", null, "Xem lại."));
    assertThat(at.tenant(town.code(), firm).path("displaced").asBoolean()).isTrue();
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
    ConversionTown town = new ConversionTown(jdbc, at.market(), "2060-12-31");
    String firm = town.tenant(town.floor(1), "[0,0]", "2035-06-30");
    Answer refused =
        at.desk()
            .post(
                at.officer(),
                PATH + "/" + town.code() + "/tenants/" + firm + "/decisions",
                null,
                ConversionDesk.decision(verdict, leaveBy, reason));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().path("field").asString()).isEqualTo(field);
    assertThat(at.tenant(town.code(), firm).path("decided").asBoolean()).isFalse();
  }

  @Test
  void firmSeesTheVerySameThatStaffSeeAndContestsIt() {
    ConversionTown town = new ConversionTown(jdbc, at.market(), "2060-12-31");
    long floor = town.floor(1);
    String firm = town.tenant(floor, "[0,0]", "2035-06-30");
    String other = town.tenant(floor, "[1,1]", "2031-06-30");
    town.profile(firm, "2610", 20, 20);
    String figures =
        "{\"asOf\":\"2026-09-30\",\"jobs\":10,\"energyKwhYear\":30000,\"waterM3Year\":150,"
            + "\"emissionGroup\":\"IV\",\"source\":\"Báo cáo môi trường\"}";
    Answer added =
        at.desk()
            .post(
                at.officer(),
                PATH + "/" + town.code() + "/tenants/" + firm + "/figures",
                null,
                figures);
    assertThat(added.status()).isEqualTo(201);
    String person = at.market().personOf(firm);
    JsonNode mine = at.desk().get(person, PATH + "/mine").json();
    assertThat(mine.path("tenants").size()).isEqualTo(1);
    assertThat(mine.path("tenants").get(0)).isEqualTo(at.tenant(town.code(), firm));
    assertThat(mine.toString()).doesNotContain(other);
    assertThat(mine.path("tenants").get(0).path("proposal").path("contributions").size())
        .isEqualTo(6);

    Answer said =
        at.desk()
            .post(
                person,
                PATH + "/" + town.code() + "/contests",
                null,
                "{\"subject\":\"ENERGY\",\"reason\":\"Công tơ ghi chung với hàng xóm.\"}");
    assertThat(said.status()).isEqualTo(201);
    long contest = said.json().path("contests").get(0).path("id").asLong();
    String answer = "{\"outcome\":\"ACCEPTED\",\"reason\":\"Sẽ đọc lại công tơ.\"}";
    String url = PATH + "/contests/" + contest + "/answer";
    assertThat(at.desk().post(person, url, null, answer).status()).isEqualTo(403);
    assertThat(at.desk().post(at.officer(), url, null, answer).status()).isEqualTo(201);
    Answer again = at.desk().post(at.officer(), url, null, answer);
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.type()).endsWith("conversion/answered");
    JsonNode heard = at.desk().get(person, PATH + "/mine").json().path("tenants").get(0);
    assertThat(heard.path("contests").get(0).path("answer").asString())
        .isEqualTo("Sẽ đọc lại công tơ.");
    // a firm that rents nothing in the zone has nothing to say of it
    String stranger = at.market().personOf(at.market().firm());
    assertThat(
            at.desk()
                .post(
                    stranger,
                    PATH + "/" + town.code() + "/contests",
                    null,
                    "{\"subject\":\"VERDICT\",\"reason\":\"Không đúng.\"}")
                .status())
        .isEqualTo(404);
  }

  @Test
  void rightsAreThoseOfTheRole() {
    ConversionTown town = new ConversionTown(jdbc, at.market(), "2060-12-31");
    String firm = town.tenant(town.floor(1), "[0,0]", "2035-06-30");
    String tenants = PATH + "/" + town.code() + "/tenants";
    String person = at.market().personOf(firm);
    for (String secret : new String[] {tenants, SCENARIOS, SCENARIOS + "/compare"}) {
      assertThat(at.desk().get(null, secret).status()).as(secret).isEqualTo(401);
      assertThat(at.desk().get(person, secret).status()).as(secret).isEqualTo(403);
      assertThat(at.desk().get(at.desk().person(Role.PLANNER), secret).status())
          .as(secret)
          .isEqualTo(403);
      assertThat(at.desk().get(at.management(), secret).status()).as(secret).isEqualTo(200);
      assertThat(at.desk().get(at.desk().person(Role.ADMIN), secret).status())
          .as(secret)
          .isEqualTo(200);
      assertThat(at.desk().get(at.officer(), secret).status()).as(secret).isEqualTo(200);
    }
    String decisions = tenants + "/" + firm + "/decisions";
    for (String reader : new String[] {person, at.management(), at.desk().person(Role.ADMIN)}) {
      assertThat(
              at.desk()
                  .post(reader, decisions, null, ConversionDesk.decision("KEEP", null, "Vì sao"))
                  .status())
          .isEqualTo(403);
      assertThat(at.desk().post(reader, SCENARIOS, null, "{\"name\":\"Thử\"}").status())
          .isEqualTo(403);
    }
    assertThat(at.desk().get(at.officer(), PATH + "/mine").status()).isEqualTo(403);
    String open = ConversionDesk.text(at.desk().get(null, PATH + "/" + town.code()));
    assertThat(open).doesNotContain(firm).doesNotContain("Công ty Thử");
    // one tenant alone is not even counted
    JsonNode counts = at.desk().get(null, PATH + "/" + town.code()).json().path("aggregates");
    assertThat(counts.path("tenants").isNull()).isTrue();
    assertThat(counts.path("letM2").isNull()).isTrue();
  }

  private Application next(String code) {
    return applications.listOpen().stream()
        .filter(one -> one.code().equals(code))
        .findFirst()
        .orElseThrow();
  }
}
