package vn.khuxuong.tenancy.tenant;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.khuxuong.tenancy.tenant.RolloverJson.Year;
import vn.khuxuong.tenancy.tenant.TenantsJson.Tenant;
import vn.khuxuong.tenancy.tenant.VacancyJson.Month;

/** SQL of who is in a building, on {@code zoning.on_date()}. */
@Component
class TenantStore {
  private final JdbcClient jdbc;

  TenantStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  boolean hasBuilding(String code) {
    return jdbc.sql("select exists (select from space.buildings where code = :code)")
        .param("code", code)
        .query(Boolean.class)
        .single();
  }

  /** Claims that end on the day or later, with their firms. */
  List<Tenant> tenants(String building) {
    return jdbc.sql(
            """
            select f.level, lower(o.bays) as first_bay, upper(o.bays) - lower(o.bays) as bay_count,
                   o.kind, lower(o.during) as "from",
                   coalesce((o.expires_at at time zone 'Asia/Ho_Chi_Minh')::date,
                            upper(o.during) - 1) as until,
                   (select sum(y.area_m2) from space.bays y
                    where y.floor_id = o.floor_id and y.no <@ o.bays) as area_m2,
                   o.power_kva, o.hazard, m.code as firm, m.name_vi, m.name_en, m.size_class,
                   l.contract_no,
                   coalesce(l.rent_usd_m2_month, e.rent_usd_m2_month) as rent_usd_m2_month,
                   coalesce(l.rent_vnd_m2_month, e.rent_vnd_m2_month) as rent_vnd_m2_month
            from space.occupancies o
            join space.floors f on f.id = o.floor_id
            join space.buildings b on b.id = f.building_id
            left join tenancy.leases l on l.occupancy_id = o.id
            left join tenancy.offers e on e.occupancy_id = o.id
            left join tenancy.holds h on h.occupancy_id = o.id
            left join tenancy.applications a on a.occupancy_id = o.id
            left join tenancy.firms m
              on m.id = coalesce(l.firm_id, e.firm_id, h.firm_id, a.firm_id)
            where b.code = :building and o.live
              and o.during && daterange(zoning.on_date(), null)
            order by f.level, o.bays, o.during""")
        .param("building", building)
        .query(Tenant.class)
        .list();
  }

  /** m² let on the day. */
  double letM2(String building) {
    return jdbc.sql(
            """
            select coalesce(sum(y.area_m2), 0)
            from space.occupancies o
            join space.floors f on f.id = o.floor_id
            join space.buildings b on b.id = f.building_id
            join space.bays y on y.floor_id = o.floor_id and y.no <@ o.bays
            where b.code = :building and o.live and o.kind = 'LEASE'
              and o.during @> zoning.on_date()""")
        .param("building", building)
        .query(Double.class)
        .single();
  }

  /** Ends of the leases that run on the day, by year, without those that another one follows. */
  List<Year> years(String building) {
    return jdbc.sql(
            """
            with ending as (
              select extract(year from upper(o.during) - 1)::integer as year,
                     (select sum(y.area_m2) from space.bays y
                      where y.floor_id = o.floor_id and y.no <@ o.bays) as area_m2
              from space.occupancies o
              join space.floors f on f.id = o.floor_id
              join space.buildings b on b.id = f.building_id
              where b.code = :building and o.live and o.kind = 'LEASE'
                and o.during @> zoning.on_date()
                and not exists (
                  select from tenancy.leases l
                  join tenancy.leases next on next.follows_id = l.id
                  join space.occupancies n on n.id = next.occupancy_id
                  where l.occupancy_id = o.id and n.live and lower(n.during) = upper(o.during)))
            select year, count(e.area_m2)::integer as leases, coalesce(sum(e.area_m2), 0) as area_m2
            from (select generate_series(min(year), max(year)) as year from ending) all_years
            left join ending e using (year)
            group by year
            order by year""")
        .param("building", building)
        .query(Year.class)
        .list();
  }

  double rentableM2(String building) {
    return jdbc.sql(
            """
            select coalesce(sum(y.area_m2), 0)
            from space.bays y
            join space.floors f on f.id = y.floor_id
            join space.buildings b on b.id = f.building_id
            where b.code = :building and y.rentable""")
        .param("building", building)
        .query(Double.class)
        .single();
  }

  /** m² free on the first day of every month, first and last included. */
  List<Month> months(String building, LocalDate first, LocalDate last) {
    return jdbc.sql(
            """
            select to_char(m.day, 'YYYY-MM') as month, coalesce(sum(y.area_m2), 0) as free_m2
            from (select generate_series(cast(:first as date), cast(:last as date),
                                         interval '1 month')::date as day) m
            left join (
              select y.floor_id, y.no, y.area_m2,
                     coalesce(y.available_from, b.available_from) as available_from
              from space.bays y
              join space.floors f on f.id = y.floor_id
              join space.buildings b on b.id = f.building_id
              where b.code = :building and y.rentable) y
              on y.available_from <= m.day
              and not exists (
                select from space.occupancies o
                where o.floor_id = y.floor_id and o.bays @> y.no and o.live
                  and o.during @> m.day)
            group by m.day
            order by m.day""")
        .param("building", building)
        .param("first", first)
        .param("last", last)
        .query(Month.class)
        .list();
  }
}
