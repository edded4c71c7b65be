package vn.khuxuong.report.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.khuxuong.report.LedgerDesk.API;
import static vn.khuxuong.report.LedgerDesk.event;
import static vn.khuxuong.report.LedgerDesk.line;
import static vn.khuxuong.report.LedgerDesk.sum;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.platform.time.CivilTime;
import vn.khuxuong.report.LedgerDesk;
import vn.khuxuong.tenancy.ProcessTest;
import vn.khuxuong.zoning.PlanDesk.Answer;

/** The ledger over HTTP: what was published stays, what happens since is added, nothing is lost. */
@ProcessTest
class LedgerHttpTest {
  private static final String BALANCE = "on=2025-07-24";
  private static final String PUBLISHED = "211/1532000000";

  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private JdbcClient jdbc;

  private LedgerDesk ledger;

  @BeforeEach
  void open() {
    ledger = new LedgerDesk(port, accounts, jdbc);
    ledger.clean();
    ledger.rate("2023-05-02", 23_500);
    ledger.rate("2025-09-01", 26_000);
    ledger.rate("2026-03-02", 25_000);
  }

  @AfterEach
  void close() {
    ledger.clean();
  }

  @Test
  void theReportOfTheBalanceAnswersThePublishedFiguresForEver() {
    assertThat(sum(ledger.report(BALANCE))).isEqualTo(PUBLISHED);
    OffsetDateTime before = OffsetDateTime.now(CivilTime.ZONE);

    // back-dated: a part of the balance, told one by one
    Map<String, Object> old = ledger.registration("2023-05-03");
    long first = ledger.record(old);
    assertThat(sum(ledger.report(BALANCE))).isEqualTo(PUBLISHED);
    // later: new projects, an adjustment of the old one, a withdrawal
    Map<String, Object> fresh = ledger.registration("2025-09-01");
    ledger.record(fresh);
    ledger.record(
        event(
            old.get("project"), "ADJUSTED", "2025-09-02", "capital", 3_000_000, "currency", "USD"));
    assertThat(sum(ledger.report(BALANCE))).isEqualTo(PUBLISHED);
    ledger.record(event(fresh.get("project"), "WITHDRAWN", "2026-03-03"));
    // a correction of what lies within the balance
    Map<String, Object> corrected = new java.util.LinkedHashMap<>(old);
    corrected.put("capital", 2_000_000);
    corrected.put("corrects", first);
    corrected.put("reason", "Nhập sai vốn");
    ledger.record(corrected);

    JsonNode then = ledger.report(BALANCE);
    assertThat(sum(then)).isEqualTo(PUBLISHED);
    assertThat(then.path("current").path("provisional").asBoolean()).isFalse();
    assertThat(sum(ledger.report(BALANCE + "&known=2025-07-24"))).isEqualTo(PUBLISHED);
    assertThat(sum(ledger.get(ledger.officer, "?" + BALANCE + "&illustrative=true")))
        .isEqualTo(PUBLISHED);
    Answer open = ledger.desk.get(null, API + "?" + BALANCE);
    assertThat(sum(open.json())).as("for everybody").isEqualTo(PUBLISHED);
    assertThat(ledger.report("on=2025-07-23").path("published").isNull())
        .as("nothing was published the day before")
        .isTrue();
    assertThat(ledger.report(BALANCE + "&known=2025-07-23").path("published").isNull()).isTrue();

    // by hand: 211 + 0; the new project came and went, the old one has 3 instead of 2 million
    assertThat(sum(ledger.report("on=2026-04-01"))).isEqualTo("211/1533000000");
    // by hand: 211 + 1; the adjustment counts from 1, as it was known before the correction
    assertThat(sum(ledger.report("on=2025-12-31"))).isEqualTo("212/1534000000");
    assertThat(sum(ledger.report("on=2026-04-01&known=" + before.toInstant())))
        .isEqualTo(PUBLISHED);
  }

  @Test
  void correctionsAreKnownFromTheirOwnMomentOn() {
    Map<String, Object> project = ledger.registration("2025-09-01");
    long id = ledger.record(project);
    String before = OffsetDateTime.now(CivilTime.ZONE).toInstant().toString();
    Map<String, Object> corrected = new java.util.LinkedHashMap<>(project);
    corrected.put("capital", 5_000_000);
    corrected.put("zone", "HP");
    corrected.put("corrects", id);
    corrected.put("reason", "Nhập nhầm khu");
    long second = ledger.record(corrected);
    String between = OffsetDateTime.now(CivilTime.ZONE).toInstant().toString();
    ledger.record(
        event(
            project.get("project"),
            "REGISTERED",
            "2025-09-01",
            "corrects",
            second,
            "void",
            true,
            "reason",
            "Dự án không có thật"));

    assertThat(sum(ledger.report("on=2025-12-31&known=" + before))).isEqualTo("212/1533000000");
    JsonNode middle = ledger.report("on=2025-12-31&known=" + between);
    assertThat(sum(middle)).isEqualTo("212/1537000000");
    assertThat(line(middle, "zone", "HP").path("projects").asInt()).isEqualTo(1);
    assertThat(line(middle, "zone", "TT").path("projects").asInt()).isZero();
    assertThat(sum(ledger.report("on=2025-12-31"))).isEqualTo(PUBLISHED);

    JsonNode history = ledger.get(ledger.officer, "/projects/" + project.get("project"));
    assertThat(history.path("events").size()).isEqualTo(3);
    assertThat(history.path("events").path(0).path("correctedBy").asLong()).isEqualTo(second);
    Answer again = ledger.post("/events", corrected);
    assertThat(again.status()).as("what is corrected is corrected").isEqualTo(422);
  }

  @Test
  void capitalCountsInBothCurrenciesAtTheRateOfItsDay() {
    Map<String, Object> dong =
        ledger.registration("2025-09-01", "capital", 52_000_000_000L, "currency", "VND");
    ledger.record(dong);
    // 52 bn at 26,000 = 2,000,000 USD; 25 bn more at 25,000 = 1,000,000 USD more
    ledger.record(
        event(
            dong.get("project"),
            "ADJUSTED",
            "2026-03-02",
            "capital",
            77_000_000_000L,
            "currency",
            "VND"));
    Map<String, Object> dollars =
        ledger.registration("2026-03-02", "capital", "1500000.50", "zone", "HP");
    ledger.record(dollars);

    JsonNode report = ledger.report("on=2026-03-31");
    assertThat(number(line(report, "zone", "TT"), "capitalUsd")).isEqualByComparingTo("3000000");
    assertThat(number(line(report, "zone", "TT"), "capitalVnd"))
        .isEqualByComparingTo("77000000000");
    assertThat(number(line(report, "zone", "HP"), "capitalUsd")).isEqualByComparingTo("1500000.50");
    assertThat(number(line(report, "zone", "HP"), "capitalVnd"))
        .isEqualByComparingTo("37500012500");
    assertThat(number(report.path("current"), "movedUsd")).isEqualByComparingTo("4500000.50");
    assertThat(number(report.path("current"), "movedVnd")).isEqualByComparingTo("114500012500");

    // another rate for the day counts for what is recorded after it, and for nothing before
    ledger.rate("2026-03-02", 30_000);
    assertThat(number(ledger.report("on=2026-03-31").path("current"), "movedVnd"))
        .isEqualByComparingTo("114500012500");
    Answer mixed =
        ledger.post(
            "/events",
            event(
                dong.get("project"),
                "ADJUSTED",
                "2026-03-03",
                "capital",
                4_000_000,
                "currency",
                "USD"));
    assertThat(mixed.status()).isEqualTo(422);
    assertThat(mixed.json().path("field").asString()).isEqualTo("currency");
  }

  @Test
  void zonesSumToTheCityAndEveryNumberHasItsRows() {
    ledger.record(ledger.registration("2023-05-03", "zone", "BC", "origin", "JP"));
    ledger.record(ledger.registration("2025-09-01", "zone", "HP", "supports", "CERTIFICATE"));
    ledger.record(ledger.registration("2025-09-02", "zone", "HP", "sector", "26"));
    Map<String, Object> mover = ledger.registration("2025-09-03", "zone", "TT");
    ledger.record(mover);
    ledger.record(event(mover.get("project"), "MOVED", "2026-03-04", "zone", "CL", "plot", "A1"));
    ledger.record(ledger.registration("2025-09-03", "supports", "NONE"));

    JsonNode report = ledger.report("on=2026-03-31");
    for (JsonNode breakdown : report.path("breakdowns")) {
      int projects = 0;
      BigDecimal usd = BigDecimal.ZERO;
      for (JsonNode line : breakdown.path("lines")) {
        projects += line.path("projects").asInt();
        usd = usd.add(number(line, "capitalUsd"));
      }
      assertThat(projects).as(breakdown.path("by").asString()).isEqualTo(214);
      assertThat(usd).isEqualByComparingTo("1535000000");
      assertThat(breakdown.path("total").path("projects").asInt()).isEqualTo(214);
    }
    assertThat(line(report, "zone", "OPENING").path("projects").asInt()).isEqualTo(210);
    assertThat(line(report, "zone", "CL").path("projects").asInt()).isEqualTo(1);
    assertThat(line(ledger.report("on=2026-03-03"), "zone", "TT").path("projects").asInt())
        .isEqualTo(1);
    assertThat(report.path("share").path("supporting").asInt()).isEqualTo(4);
    assertThat(report.path("share").path("all").asInt()).isEqualTo(5);
    for (String zone : List.of("TT", "TB", "HP", "CL", "BC")) {
      JsonNode rows =
          ledger.get(
              ledger.officer, "/projects?on=2026-03-31&supports=ANY&since=2021-01-01&zone=" + zone);
      assertThat(rows.path("total").asInt())
          .as(zone)
          .isEqualTo(line(report, "zone", zone).path("projects").asInt());
    }
    JsonNode page = ledger.get(ledger.officer, "/projects?on=2026-03-31&limit=2");
    assertThat(page.path("projects").size()).isEqualTo(2);
    JsonNode rest =
        ledger.get(
            ledger.officer,
            "/projects?on=2026-03-31&limit=500&after=" + page.path("next").asString());
    assertThat(rest.path("projects").size()).isEqualTo(3);
  }

  @Test
  void illustrativeProjectsCountOnlyWhenAskedFor() {
    ledger.post(
        "/rates",
        Map.of(
            "day", "2021-01-01", "vndPerUsd", 25_400, "source", "Minh họa", "illustrative", true));
    Map<String, Object> example = ledger.registration("2025-10-20", "illustrative", true);
    ledger.record(example);
    assertThat(sum(ledger.report("on=2025-12-31"))).isEqualTo(PUBLISHED);
    assertThat(sum(ledger.report("on=2025-12-31&illustrative=true"))).isEqualTo("212/1533000000");
    Answer real = ledger.post("/events", event(example.get("project"), "WITHDRAWN", "2025-11-01"));
    assertThat(real.json().path("field").asString()).isEqualTo("illustrative");
    Answer without = ledger.post("/events", ledger.registration("2025-10-20"));
    assertThat(without.json().path("field").asString())
        .as("an illustrative rate is for illustrative projects")
        .isEqualTo("on");
  }

  @Test
  void aLifeHasABeginningAndAnEnd() {
    Map<String, Object> project = ledger.registration("2025-09-01");
    Object code = project.get("project");
    assertThat(ledger.post("/events", event(code, "WITHDRAWN", "2025-09-02")).status())
        .isEqualTo(422);
    ledger.record(project);
    assertThat(ledger.post("/events", project).status()).as("twice").isEqualTo(422);
    assertThat(ledger.post("/events", event(code, "MOVED", "2025-08-31", "zone", "HP")).status())
        .as("before it began")
        .isEqualTo(422);
    ledger.record(event(code, "WITHDRAWN", "2025-09-05"));
    assertThat(ledger.post("/events", event(code, "MOVED", "2025-09-06", "zone", "HP")).status())
        .as("after it ended")
        .isEqualTo(422);
    assertThat(
            jdbc.sql("select count(*) from platform.audit where subject_id = :code")
                .param("code", code)
                .query(Long.class)
                .single())
        .isEqualTo(2);
  }

  @Test
  void nothingIsEverChanged() {
    ledger.record(ledger.registration("2025-09-01"));
    for (String sql :
        List.of(
            "update reporting.events set capital = 1",
            "delete from reporting.events",
            "update reporting.openings set projects = 300",
            "delete from reporting.rates",
            "update reporting.projects set name = 'khác'")) {
      org.assertj.core.api.Assertions.assertThatThrownBy(() -> jdbc.sql(sql).update())
          .as(sql)
          .isInstanceOf(DataAccessException.class)
          .hasStackTraceContaining("append-only");
    }
  }

  private static BigDecimal number(JsonNode of, String field) {
    return of.path(field).decimalValue();
  }
}
