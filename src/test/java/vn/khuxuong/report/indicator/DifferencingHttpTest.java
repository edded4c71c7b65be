package vn.khuxuong.report.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.khuxuong.report.LedgerDesk.event;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.report.LedgerDesk;
import vn.khuxuong.tenancy.ProcessTest;

/**
 * An attacker asks the public report for many days, moments of knowledge and filters, and subtracts
 * every answer from every other. Each project belongs to a firm of its own, and the i-th has a
 * capital of 5^i dollars, or twice that: so the digits of a figure to the base 5, balanced about 0,
 * say which firms it is made of.
 */
@ProcessTest
class DifferencingHttpTest {
  private static final BigInteger FIVE = BigInteger.valueOf(5);
  private static final int FIRMS = 18;

  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private JdbcClient jdbc;

  private LedgerDesk ledger;
  private final List<String> codes = new ArrayList<>();

  @BeforeEach
  void open() {
    ledger = new LedgerDesk(port, accounts, jdbc);
    ledger.clean();
    ledger.rate("2024-09-01", 25_000);
    ledger.rate("2025-09-01", 26_000);
  }

  @AfterEach
  void close() {
    ledger.clean();
  }

  @Test
  void noDifferenceOfTwoAnswersIsThatOfOneOrTwoFirms() {
    List<String> editions =
        List.of("2025-09-30", "2025-12-31", "2026-03-31", "2026-06-30", "2026-09-30");
    for (int e = 0; e < editions.size(); e++) {
      for (int i = 0; i < FIRMS; i++) {
        if (i / 6 == e) {
          register(i, i % 2 == 0 ? "TT" : "HP");
        } else if (i / 6 < e) {
          change(i, (i + e) % 5);
        }
      }
      ledger.publish(editions.get(e));
      ledger.post("/events", event(codes.get(2), "ADJUSTED", "2025-09-0" + (4 + e), "jobs", e));
    }

    register(FIRMS, "BC");
    List<Map<String, BigDecimal>> answers = new ArrayList<>();
    List<String> known = List.of("", "&known=2099-01-01", "&known=2025-08-01");
    for (String on :
        List.of(
            "2025-07-24",
            "2025-09-29",
            "2025-09-30",
            "2025-12-31",
            "2026-02-02",
            "2026-03-31",
            "2026-06-30",
            "2026-09-30")) {
      for (String moment : known) {
        answers.add(cells(ledger.get(null, "?on=" + on + moment)));
      }
      answers.add(cells(ledger.get(null, "?illustrative=true&on=" + on)));
    }
    int most = 0;
    for (Map<String, BigDecimal> one : answers) {
      for (Map<String, BigDecimal> other : answers) {
        for (String cell : one.keySet()) {
          BigDecimal before = other.getOrDefault(cell, BigDecimal.ZERO);
          int firms = firms(one.getOrDefault(cell, BigDecimal.ZERO).subtract(before));
          assertThat(firms).as(cell + " of " + one + " and " + other).isNotIn(1, 2);
          most = Math.max(most, firms);
        }
      }
      one.forEach(
          (cell, value) -> {
            if (!cell.endsWith("OPENING") && !cell.equals("total")) {
              assertThat(firms(value)).as(cell).isNotIn(1, 2);
            }
          });
    }
    assertThat(most).as("something was published").isGreaterThan(5);
    assertThat(staffSeeSingleFirms()).as("the rows held what an attacker looks for").isTrue();
  }

  /** Staff, who see every row at once, can tell firms apart: so the test could fail. */
  private boolean staffSeeSingleFirms() {
    for (Map.Entry<String, BigDecimal> cell : cells(ledger.report("on=2026-09-30")).entrySet()) {
      int firms = firms(cell.getValue());
      if (!cell.getKey().endsWith("OPENING") && (firms == 1 || firms == 2)) {
        return true;
      }
    }
    return false;
  }

  /** The first six are from before the balance, as a part of its detail. */
  private void register(int i, String zone) {
    Map<String, Object> project =
        ledger.registration(
            (i < 6 ? "2024-09-0" : "2025-09-0") + (1 + i % 3),
            "capital",
            FIVE.pow(i),
            "zone",
            zone,
            "sector",
            i / 2 % 2 == 0 ? "2592" : "2610",
            "supports",
            i % 6 == 5 ? "NONE" : "PRODUCT");
    ledger.record(project);
    codes.add((String) project.get("project"));
  }

  /** What cannot follow upon what was recorded already is refused, and left. */
  private void change(int i, int what) {
    String code = codes.get(i);
    switch (what) {
      case 0 ->
          ledger.post(
              "/events",
              event(
                  code,
                  "ADJUSTED",
                  "2025-09-08",
                  "capital",
                  FIVE.pow(i).multiply(BigInteger.TWO),
                  "currency",
                  "USD"));
      case 1 -> ledger.post("/events", event(code, "MOVED", "2025-09-09", "zone", "HP"));
      case 2 -> ledger.post("/events", event(code, "WITHDRAWN", "2025-09-10"));
      default -> {
        // this one stays as it is
      }
    }
  }

  /** Every US dollar figure of an answer by the name of its cell. */
  private static Map<String, BigDecimal> cells(JsonNode report) {
    Map<String, BigDecimal> cells = new LinkedHashMap<>();
    add(cells, "total", report.path("current").path("movedUsd"));
    for (JsonNode breakdown : report.path("breakdowns")) {
      for (JsonNode line : breakdown.path("lines")) {
        String name = breakdown.path("by").asString() + " " + line.path("key").asString();
        BigDecimal usd = line.path("capitalUsd").decimalValue();
        cells.put(
            name, name.endsWith("OPENING") ? usd.subtract(BigDecimal.valueOf(1_532_000_000)) : usd);
      }
    }
    add(cells, "share supporting", report.path("share").path("supportingUsd"));
    add(cells, "share all", report.path("share").path("allUsd"));
    return cells;
  }

  private static void add(Map<String, BigDecimal> cells, String name, @Nullable JsonNode value) {
    if (value != null && value.isNumber()) {
      cells.put(name, value.decimalValue());
    }
  }

  /** Digits other than 0 to the base 5, each from −2 to 2. */
  private static int firms(BigDecimal value) {
    BigInteger rest = value.toBigIntegerExact();
    int firms = 0;
    while (rest.signum() != 0) {
      int digit = rest.mod(FIVE).intValue();
      if (digit > 2) {
        digit -= 5;
      }
      firms += digit == 0 ? 0 : 1;
      rest = rest.subtract(BigInteger.valueOf(digit)).divide(FIVE);
    }
    return firms;
  }
}
