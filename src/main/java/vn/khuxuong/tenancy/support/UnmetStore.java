package vn.khuxuong.tenancy.support;

import java.sql.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.khuxuong.space.Industry;
import vn.khuxuong.tenancy.incentive.Lack;

/** SQL of demand that nothing answers yet, and of what is free. */
@Component
class UnmetStore {
  private final JdbcClient jdbc;

  UnmetStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * How many firms lack what, by sector and place.
   *
   * @param zone code, null for those to whom any place will do
   * @param illustrative how many of them are illustrative
   */
  record Lacking(
      Lack lack,
      String industry,
      String nameVi,
      String nameEn,
      @Nullable String zone,
      int firms,
      int illustrative) {}

  List<Lacking> lacking(@Nullable String zone, @Nullable Industry industry) {
    return jdbc.sql(
            """
            select n.lack, m.industry, i.name_vi, i.name_en, z.code as zone,
                   count(distinct n.firm_id) as firms,
                   count(distinct n.firm_id) filter (where n.data_status = 'ILLUSTRATIVE')
                     as illustrative
            from tenancy.support_needs n
            join tenancy.firms m on m.id = n.firm_id
            join space.industries i on i.code = m.industry
            left join zoning.zones z on z.id = n.zone_id
            where n.status = 'OPEN'
              and (cast(:zone as text) is null or z.code = :zone)
              and (cast(:industry as text) is null or m.industry = :industry)
            group by n.lack, m.industry, i.position, i.name_vi, i.name_en, z.code
            order by n.lack, i.position, z.code nulls first""")
        .param("zone", zone, Types.VARCHAR)
        .param("industry", industry == null ? null : industry.name(), Types.VARCHAR)
        .query(Lacking.class)
        .list();
  }

  /**
   * What firms ask for, each firm once: by its applications that wait, or where none waits by its
   * open need of premises. A firm that names zones counts for its first choice.
   *
   * @param zone only what is asked for in this zone, or anywhere where no zone is named; null for
   *     all
   */
  List<UnmetDemand.Wish> wishes(@Nullable String zone, @Nullable Industry industry) {
    return jdbc.sql(
            """
            with waiting as (
              select a.firm_id, a.area_min_m2 as area_m2, a.load_kn_m2, a.clear_height_m,
                     a.industry,
                     (select z.code from tenancy.application_zones az
                      join zoning.zones z on z.id = az.zone_id
                      where az.application_id = a.id order by az.rank limit 1) as zone
              from tenancy.applications a
              where a.status in ('SUBMITTED', 'INCOMPLETE', 'ELIGIBLE')),
            asked as (
              select * from waiting
              union all
              select n.firm_id, n.area_m2, n.load_kn_m2, n.clear_height_m, m.industry, z.code
              from tenancy.support_needs n
              join tenancy.firms m on m.id = n.firm_id
              left join zoning.zones z on z.id = n.zone_id
              where n.status = 'OPEN' and n.lack = 'PREMISES'
                and not exists (select from waiting w where w.firm_id = n.firm_id))
            select firm_id as firm, area_m2, load_kn_m2, clear_height_m from asked
            where (cast(:zone as text) is null or zone is null or zone = :zone)
              and (cast(:industry as text) is null or industry = :industry)""")
        .param("zone", zone, Types.VARCHAR)
        .param("industry", industry == null ? null : industry.name(), Types.VARCHAR)
        .query(UnmetDemand.Wish.class)
        .list();
  }

  /** Free floor space, now or after the hand-over, on floors that admit the line of business. */
  List<UnmetDemand.Vacancy> vacancies(@Nullable String zone, @Nullable Industry industry) {
    return jdbc.sql(
            """
            select sum(area_m2)::numeric(14, 2) as area_m2, load_kn_m2::numeric(6, 2) as load_kn_m2,
                   clear_height_m::numeric(5, 2) as clear_height_m
            from published.vacancies_now
            where (cast(:zone as text) is null or zone_code = :zone)
              and (cast(:industry as text) is null
                or :industry = any (string_to_array(industries, ',')))
            group by load_kn_m2, clear_height_m""")
        .param("zone", zone, Types.VARCHAR)
        .param("industry", industry == null ? null : industry.name(), Types.VARCHAR)
        .query(UnmetDemand.Vacancy.class)
        .list();
  }
}
