package vn.khuxuong.conversion.demo;

import java.time.YearMonth;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives the illustrative tenants of zones in conversion illustrative figures, once, after they are
 * loaded: drawn from their codes by a fixed rule, so that every installation has the same. Some
 * have none, as in life.
 */
@Component
@Order(DemoFigures.AFTER_FIRMS)
class DemoFigures implements ApplicationRunner {
  static final int AFTER_FIRMS = 40;

  private final JdbcClient jdbc;
  private final boolean wanted;
  private final YearMonth reference;

  DemoFigures(
      JdbcClient jdbc,
      @Value("${khu.demo:on}") String demo,
      @Value("${khu.demo.reference:2026-11}") String reference) {
    this.jdbc = jdbc;
    this.wanted = !demo.equalsIgnoreCase("off");
    this.reference = YearMonth.parse(reference);
  }

  @Override
  @Transactional
  public void run(ApplicationArguments arguments) {
    if (!wanted) {
      return;
    }
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('conversion.demo', 0))")
        .query((row, n) -> n)
        .list();
    jdbc.sql(
            """
            insert into conversion.tenant_facts (zone_code, firm_id, as_of, jobs, energy_kwh_year,
              water_m3_year, emission_group, source, data_status, recorded_by)
            select t.code, t.firm_id, cast(:day as date),
                   greatest(1, round(t.area_m2 / (12 + r.a * 50))),
                   case when r.b > 0.1 then round(t.area_m2 * (60 + r.b * r.c * 420)) end,
                   case when r.c > 0.1 then round(t.area_m2 * (0.3 + r.c * r.a * 5)) end,
                   case when t.industry in ('PLATING', 'CHEM') then 'I'
                        when t.industry in ('FOOD', 'TEXTILE_ACC', 'PACKAGING') then 'II'
                        when r.a > 0.5 then 'III' else 'IV' end,
                   'Số minh họa của hệ thống', 'ILLUSTRATIVE', 'system'
            from (
              select z.code, l.firm_id, f.code as firm, f.industry,
                     sum((select sum(y.area_m2) from space.bays y
                          where y.floor_id = o.floor_id and y.no <@ o.bays)) as area_m2
              from tenancy.leases l
              join tenancy.firms f on f.id = l.firm_id and f.data_status = 'ILLUSTRATIVE'
              join space.occupancies o on o.id = l.occupancy_id and o.live
              join space.floors fl on fl.id = o.floor_id
              join space.buildings b on b.id = fl.building_id
              join zoning.zones z on z.id = b.zone_id and z.converting
              group by z.code, l.firm_id, f.code, f.industry) t
            cross join lateral (
              select (hashtextextended(t.firm, 1) & 1023) / 1023.0 as a,
                     (hashtextextended(t.firm, 2) & 1023) / 1023.0 as b,
                     (hashtextextended(t.firm, 3) & 1023) / 1023.0 as c) r
            where (hashtextextended(t.firm, 4) & 7) > 0
              and not exists (select from conversion.tenant_facts k
                              where k.data_status = 'ILLUSTRATIVE')
            order by t.code, t.firm""")
        .param("day", reference.atDay(1).minusDays(1))
        .update();
  }
}
