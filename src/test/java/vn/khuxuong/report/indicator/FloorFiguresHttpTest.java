package vn.khuxuong.report.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.khuxuong.report.LedgerDesk.sum;

import java.math.BigDecimal;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.khuxuong.KhuxuongTest;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.report.LedgerDesk;

/** Floors and leases of the demo town, and its illustrative projects. */
@KhuxuongTest
class FloorFiguresHttpTest {
  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private JdbcClient jdbc;

  private LedgerDesk ledger;

  @BeforeEach
  void open() {
    ledger = new LedgerDesk(port, accounts, jdbc);
  }

  @Test
  void freeSpaceIsThatOfTheMap() {
    JsonNode report = ledger.report("");
    assertThat(report.path("floors").size()).isGreaterThan(3);
    for (JsonNode zone : report.path("floors")) {
      double free =
          jdbc.sql("select free_m2 from published.zones where code = :code")
              .param("code", zone.path("zone").asString())
              .query(Double.class)
              .single();
      assertThat(zone.path("freeM2").asDouble()).isCloseTo(free, Offset.offset(0.01));
      BigDecimal parts =
          number(zone, "freeM2")
              .add(number(zone, "letM2"))
              .add(number(zone, "claimedM2"))
              .add(number(zone, "soonM2"));
      assertThat(parts).isEqualByComparingTo(number(zone, "rentableM2"));
    }
    assertThat(report.path("floorsIllustrative").asBoolean()).isTrue();
  }

  @Test
  void leasesThatEndAreThoseThatRun() {
    JsonNode report = ledger.report("");
    double ending = 0;
    for (JsonNode year : report.path("leaseEnds")) {
      ending += year.path("areaM2").asDouble();
    }
    double let =
        jdbc.sql(
                """
                select sum(b.area_m2) from space.occupancies o
                join tenancy.leases l on l.occupancy_id = o.id
                join space.bays b on b.floor_id = o.floor_id and o.bays @> b.no
                where o.live and o.kind = 'LEASE' and o.during @> zoning.on_date()""")
            .query(Double.class)
            .single();
    assertThat(ending).isPositive().isCloseTo(let, Offset.offset(0.05));
    double tenants = 0;
    for (JsonNode size : report.path("sizes")) {
      tenants += size.path("areaM2").asDouble();
    }
    assertThat(tenants).isCloseTo(let, Offset.offset(0.05));
  }

  @Test
  void illustrativeProjectsOfTheDemoStayOutOfTheTotals() {
    JsonNode report = ledger.report("on=2026-11-01");
    assertThat(sum(report)).isEqualTo("211/1532000000");
    JsonNode examples = ledger.report("on=2026-11-01&illustrative=true");
    assertThat(examples.path("current").path("projects").asInt()).isGreaterThan(211);
    assertThat(sum(ledger.report("on=2025-07-24&illustrative=true"))).isEqualTo("211/1532000000");
    assertThat(examples.path("points").size()).isGreaterThan(4);
    assertThat(report.path("terms").size()).isEqualTo(5);
  }

  private static BigDecimal number(JsonNode of, String field) {
    return of.path(field).decimalValue();
  }
}
