package vn.khuxuong.report.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.khuxuong.report.LedgerDesk.API;
import static vn.khuxuong.report.LedgerDesk.event;
import static vn.khuxuong.report.LedgerDesk.sum;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.khuxuong.platform.identifier.TaxCodes;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.platform.security.Role;
import vn.khuxuong.report.LedgerDesk;
import vn.khuxuong.tenancy.ProcessTest;
import vn.khuxuong.zoning.PlanDesk.Answer;

/** What the ledger refuses, from whom, and what is recorded against what was seen. */
@ProcessTest
class RecordingHttpTest {
  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private JdbcClient jdbc;

  private LedgerDesk ledger;

  @BeforeEach
  void open() {
    ledger = new LedgerDesk(port, accounts, jdbc);
    ledger.clean();
    ledger.rate("2025-09-01", 26_000);
  }

  @AfterEach
  void close() {
    ledger.clean();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "capital|-5|capital",
        "capital|1e999999999|capital",
        "capital|0.001|capital",
        "capital|abc|capital",
        "currency|EUR|currency",
        "currency||currency",
        "sector|9999|sector",
        "sector|cơ khí|sector",
        "zone|XX|zone",
        "origin|ZZ|origin",
        "taxCode|0312345678|taxCode",
        "supports|YES|supports",
        "kind|BORN|kind",
        "on|2025-02-30|on",
        "on|2999-01-01|on",
        "on|2024-01-01|on",
        "project|; drop|project",
        "plot|A1|building",
        "building|NO-1|building",
        "level|2|level",
        "jobs|1.5|jobs",
        "name||name",
      })
  void refusesWhatIsWrongAndNamesTheField(String field, @Nullable String value, String named) {
    Map<String, Object> bad = ledger.registration("2025-09-01", field, value == null ? "" : value);
    if (field.equals("plot")) {
      bad.put("building", "NO-1");
    }
    Answer answer = ledger.post("/events", bad);
    assertThat(answer.status()).as(answer.json().toString()).isEqualTo(422);
    assertThat(answer.type()).isEqualTo("/problems/report/bad-event");
    assertThat(answer.json().path("faults").toString()).contains("\"field\":\"" + named + "\"");
    assertThat(answer.json().path("remedy").asString()).isNotBlank();
    assertThat(jdbc.sql("select count(*) from reporting.projects").query(Long.class).single())
        .isZero();
  }

  @Test
  void rolesReadAndWriteWhatIsTheirs() {
    String mst = vn.khuxuong.tenancy.FirmDesk.taxCode();
    Map<String, Object> own = ledger.registration("2025-09-01", "taxCode", mst);
    ledger.record(own);
    ledger.record(ledger.registration("2025-09-01"));
    String approver = ledger.desk.person(Role.APPROVER);
    String planner = ledger.desk.person(Role.PLANNER);
    String firm = ledger.desk.person(Role.FIRM);
    String body = "{\"project\":\"X-1\"}";
    for (String who : List.of(approver, planner, firm, ledger.desk.person(Role.ADMIN))) {
      assertThat(ledger.desk.post(who, API + "/events", null, body).status())
          .as(who)
          .isEqualTo(403);
      assertThat(ledger.desk.post(who, API + "/rates", null, "{}").status()).as(who).isEqualTo(403);
    }
    assertThat(ledger.desk.post(null, API + "/events", null, body).status()).isEqualTo(401);
    assertThat(ledger.desk.get(null, API + "/projects").status()).isEqualTo(401);
    assertThat(ledger.get(approver, "/projects").path("total").asInt()).isEqualTo(2);
    assertThat(ledger.get(planner, "/projects").path("total").asInt()).isZero();
    assertThat(ledger.get(planner, "").path("staff").asBoolean()).isFalse();
    assertThat(ledger.get(firm, "/projects").path("total").asInt()).isZero();
    assertThat(ledger.desk.get(firm, API + "/projects/" + own.get("project")).status())
        .isEqualTo(404);

    long id =
        jdbc.sql(
                """
                insert into tenancy.firms (code, name_vi, name_en, tax_code, industry, business_line,
                  size_class, supporting, hightech, green, domestic, displaced, data_status)
                values ('DN-' || (80000000 + floor(random() * 9000000))::bigint, 'Công ty thử',
                  'Test firm', :mst, 'ELECTRONICS', 'INDUSTRY', 'SMALL', false, false, false, true,
                  false, 'ILLUSTRATIVE') returning id\
                """)
            .param("mst", mst)
            .query(Long.class)
            .single();
    jdbc.sql("insert into tenancy.firm_people (firm_id, username) values (:id, :who)")
        .param("id", id)
        .param("who", firm)
        .update();
    JsonNode mine = ledger.get(firm, "/projects");
    assertThat(mine.path("total").asInt()).isEqualTo(1);
    assertThat(mine.path("own").asBoolean()).isTrue();
    assertThat(mine.path("projects").path(0).path("code").asString()).isEqualTo(own.get("project"));
    JsonNode history = ledger.get(firm, "/projects/" + own.get("project"));
    assertThat(history.path("events").size()).isEqualTo(1);
    assertThat(history.path("events").path(0).path("recordedBy").isNull()).isTrue();
    jdbc.sql("delete from tenancy.firm_people where firm_id = :id").param("id", id).update();
    jdbc.sql("delete from tenancy.firms where id = :id").param("id", id).update();
  }

  @Test
  void taxCodesAreJudgedTheSameInTheDatabase() {
    List<String> codes =
        new ArrayList<>(
            List.of("0300588569", "0312345678", "0300588569-001", "0300588569-000", "x", ""));
    Random random = new Random(7);
    for (int i = 0; i < 500; i++) {
      codes.add(String.format("%010d", Math.floorMod(random.nextLong(), 10_000_000_000L)));
    }
    codes.add(vn.khuxuong.tenancy.FirmDesk.taxCode());
    for (String code : codes) {
      assertThat(TaxCodes.holds(code))
          .as(code)
          .isEqualTo(
              jdbc.sql("select reporting.is_tax_code(:code)")
                  .param("code", code)
                  .query(Boolean.class)
                  .single());
    }
    assertThat(codes.stream().filter(TaxCodes::holds).count()).isBetween(10L, 150L);
  }

  @Test
  void askedBadlyItSaysWhatIsMeant() {
    for (String query :
        List.of("on=heute", "known=24/07/2025", "on=0001-01-01", "on=99999-01-01")) {
      Answer answer = ledger.desk.get(null, API + "?" + query);
      assertThat(answer.status()).as(query).isEqualTo(400);
      assertThat(answer.json().path("field").asString())
          .isEqualTo(query.substring(0, query.indexOf('=')));
    }
    assertThat(LocalDate.parse(ledger.report("").path("on").asString())).isNotNull();
  }

  @Test
  void anEventIsRecordedAgainstWhatWasSeenOfTheProject() {
    Map<String, Object> project = ledger.registration("2025-09-01");
    String code = (String) project.get("project");
    ledger.record(project);
    String seen = ledger.get(ledger.officer, "/projects/" + code).path("etag").asString();
    String body =
        JsonMapper.shared().writeValueAsString(event(code, "ADJUSTED", "2025-09-02", "jobs", 5));
    assertThat(ledger.desk.post(ledger.officer, API + "/events", seen, body).status())
        .isEqualTo(201);
    String other =
        JsonMapper.shared().writeValueAsString(event(code, "MOVED", "2025-09-03", "zone", "HP"));
    Answer stale = ledger.desk.post(ledger.officer, API + "/events", seen, other);
    assertThat(stale.status()).isEqualTo(412);
    assertThat(stale.type()).isEqualTo("/problems/report/project-stale");
    assertThat(ledger.get(ledger.officer, "/projects/" + code).path("events").size()).isEqualTo(2);
    assertThat(
            ledger
                .desk
                .post(ledger.officer, API + "/events", stale.json().path("etag").asString(), other)
                .status())
        .isEqualTo(201);
  }

  @Test
  void aNewerPublishedBalanceBeginsAnewAndTheOldOneStays() {
    Map<String, Object> asked = new HashMap<>();
    asked.put("validOn", "2025-07-24");
    asked.put("projects", 1);
    asked.put("capitalUsd", 1);
    asked.put("sourceVi", "Bài kiểm thử");
    Answer again = ledger.post("/openings", asked);
    assertThat(again.status()).as("published once").isEqualTo(422);
    assertThat(again.json().path("field").asString()).isEqualTo("validOn");
    asked.put("validOn", "2025-12-31");
    for (Map.Entry<String, Object> wrong :
        Map.<String, Object>of(
                "projects", -1, "capitalUsd", -5, "sourceVi", " ", "validOn", "2999-01-01")
            .entrySet()) {
      Map<String, Object> bad = new HashMap<>(asked);
      bad.put(wrong.getKey(), wrong.getValue());
      Answer answer = ledger.post("/openings", bad);
      assertThat(answer.status()).as(wrong.toString()).isEqualTo(422);
      assertThat(answer.json().path("field").asString()).isEqualTo(wrong.getKey());
      assertThat(answer.json().path("remedy").asString()).isNotBlank();
    }
    ledger.record(ledger.registration("2025-09-01"));
    ledger.rate("2026-01-05", 26_100);
    ledger.record(ledger.registration("2026-01-05"));
    asked.put("projects", 220);
    asked.put("capitalUsd", 1_600_000_000);
    assertThat(
            ledger
                .desk
                .post(
                    ledger.desk.person(Role.APPROVER),
                    API + "/openings",
                    null,
                    JsonMapper.shared().writeValueAsString(asked))
                .status())
        .isEqualTo(403);
    assertThat(ledger.post("/openings", asked).status()).isEqualTo(201);
    assertThat(sum(ledger.report("on=2026-02-01"))).isEqualTo("221/1601000000");
    assertThat(sum(ledger.report("on=2025-12-30"))).isEqualTo("212/1533000000");
    assertThat(sum(ledger.report("on=2025-07-24"))).isEqualTo("211/1532000000");
    assertThat(sum(ledger.get(null, "?on=2026-02-01"))).isEqualTo("220/1600000000");
    assertThat(ledger.get(null, "/openings").size()).isEqualTo(2);
  }
}
