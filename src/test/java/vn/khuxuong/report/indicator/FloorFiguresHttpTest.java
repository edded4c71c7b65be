package vn.khuxuong.report.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.khuxuong.report.LedgerDesk.sum;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
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
                where o.live and o.kind = 'LEASE' and o.during @> zoning.on_date()\
                """)
            .query(Double.class)
            .single();
    assertThat(ending).isPositive().isCloseTo(let, Offset.offset(0.05));
    double tenants = 0;
    for (JsonNode size : report.path("sizes")) {
      tenants += size.path("areaM2").asDouble();
    }
    assertThat(tenants).isCloseTo(let, Offset.offset(0.05));
  }

  /**
   * By hand: bay 0 is let in February 2057 and, renewed, in August; bays 1 and 2 are let in
   * February and free from 1 January 2058.
   */
  @Test
  void netAbsorptionIsWhatIsLetLessWhatIsGivenBack() {
    long floor =
        jdbc.sql(
                """
                select f.id from space.floors f join space.bays b on b.floor_id = f.id
                join space.buildings bl on bl.id = f.building_id
                join zoning.zones z on z.id = bl.zone_id
                where z.code = 'CL' group by f.id having count(*) >= 3 order by f.id limit 1\
                """)
            .query(Long.class)
            .single();
    List<Long> claims = new ArrayList<>();
    claims.add(let(floor, "[0,1)", "[2057-02-01,2057-08-01)"));
    claims.add(let(floor, "[1,3)", "[2057-02-15,2058-01-01)"));
    claims.add(let(floor, "[0,1)", "[2057-08-01,2059-01-01)"));
    try {
      BigDecimal bay0 = area(floor, 0, 0);
      BigDecimal bays12 = area(floor, 1, 2);
      JsonNode quarters = ledger.report("on=2058-03-31").path("absorption");
      assertThat(quarters.size()).isEqualTo(8);
      assertThat(quarters.get(0).path("quarter").asString()).isEqualTo("2056-04-01");
      JsonNode first = quarters.get(3);
      assertThat(first.path("quarter").asString()).isEqualTo("2057-01-01");
      assertThat(number(first, "letM2")).isEqualByComparingTo(bay0.add(bays12));
      assertThat(number(first, "returnedM2")).isZero();
      JsonNode third = quarters.get(5);
      assertThat(number(third, "letM2")).as("a renewal lets").isEqualByComparingTo(bay0);
      assertThat(number(third, "returnedM2")).as("and gives back").isEqualByComparingTo(bay0);
      assertThat(number(third, "netM2")).isZero();
      JsonNode last = quarters.get(7);
      assertThat(number(last, "letM2")).isZero();
      assertThat(number(last, "netM2")).isEqualByComparingTo(bays12.negate());
      JsonNode zone = ledger.report("on=2057-12-31").path("floors").get(0);
      assertThat(zone.has("returnedM2")).isTrue();
      BigDecimal year = BigDecimal.ZERO;
      for (JsonNode one : ledger.report("on=2057-12-31").path("floors")) {
        year = year.add(number(one, "takenM2")).subtract(number(one, "returnedM2"));
      }
      assertThat(year).isEqualByComparingTo(bay0.add(bays12));
      assertThat(number(ledger.report("on=2057-12-31").path("absorption").get(7), "returnedM2"))
          .as("the last day is still theirs")
          .isZero();
    } finally {
      claims.forEach(
          id ->
              jdbc.sql(
                      """
                      update space.occupancies
                      set withdrawn_at = clock_timestamp(), withdrawn_reason = 'test'
                      where id = :id\
                      """)
                  .param("id", id)
                  .update());
    }
  }

  private long let(long floor, String bays, String during) {
    long claim =
        jdbc.sql(
                """
                insert into space.occupancies (floor_id, bays, during, kind, industry, hazard,
                  load_kn_m2, power_kva, wastewater_m3_day)
                select :floor, cast(:bays as int4range), cast(:during as daterange), 'LEASE',
                       o.industry, o.hazard, 0, 0, 0
                from space.occupancies o where o.floor_id = :floor and o.kind = 'LEASE'
                union all
                select :floor, cast(:bays as int4range), cast(:during as daterange), 'LEASE',
                       o.industry, o.hazard, 0, 0, 0
                from space.occupancies o where o.kind = 'LEASE'
                limit 1 returning id\
                """)
            .param("floor", floor)
            .param("bays", bays)
            .param("during", during)
            .query(Long.class)
            .single();
    jdbc.sql(
            """
            insert into tenancy.leases (firm_id, occupancy_id, contract_no, signed_on,
              rent_usd_m2_month, rent_vnd_m2_month, service_charge_usd_m2_month, data_status)
            select min(id), :claim, 'ABS-' || :claim, '2026-01-01', 1, 26000, 0, 'ILLUSTRATIVE'
            from tenancy.firms\
            """)
        .param("claim", claim)
        .update();
    return claim;
  }

  private BigDecimal area(long floor, int from, int to) {
    return jdbc.sql(
            """
            select sum(area_m2) from space.bays
            where floor_id = :floor and no between :from and :to\
            """)
        .param("floor", floor)
        .param("from", from)
        .param("to", to)
        .query(BigDecimal.class)
        .single();
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
