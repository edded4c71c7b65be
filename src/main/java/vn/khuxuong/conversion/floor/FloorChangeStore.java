package vn.khuxuong.conversion.floor;

import java.sql.Types;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.khuxuong.conversion.floor.FloorChanges.Change;
import vn.khuxuong.conversion.floor.FloorChanges.Plan;

/** SQL of what floors accept under a plan. */
@Component
class FloorChangeStore {
  private static final String PLANS =
      """
      select p.id, p.version, p.title_vi, p.title_en, p.status
      from %s p join zoning.zones z on z.id = p.zone_id
      where z.code = :zone""";

  private final JdbcClient jdbc;

  FloorChangeStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Plan> planInForce(String zone) {
    return jdbc.sql(PLANS.formatted("zoning.plans_in_force"))
        .param("zone", zone)
        .query(Plan.class)
        .optional();
  }

  /** The last version below another one that was ever published. */
  Optional<Plan> publishedBefore(String zone, int version) {
    return jdbc.sql(
            PLANS.formatted("zoning.plans")
                + " and p.published_at is not null and p.version < :version"
                + " order by p.version desc limit 1")
        .param("zone", zone)
        .param("version", version)
        .query(Plan.class)
        .optional();
  }

  Optional<Plan> find(String zone, long id) {
    return jdbc.sql(PLANS.formatted("zoning.plans") + " and p.id = :id")
        .param("zone", zone)
        .param("id", id)
        .query(Plan.class)
        .optional();
  }

  /** What differs between two plans; without an earlier one nothing was barred. */
  List<Change> changes(String zone, @Nullable Long before, long after) {
    return jdbc.sql(
            """
            with admitted as (
              select distinct on (land_use, industry) land_use, industry, admitted
              from conversion.admissions where valid_from <= zoning.on_date()
              order by land_use, industry, valid_from desc),
            places as (
              select b.id, b.code,
                     (select s.land_use from zoning.subzones s
                      where s.plan_id = :before and st_covers(s.geom, p.middle)
                      order by s.code limit 1) as was,
                     (select s.land_use from zoning.subzones s
                      where s.plan_id = :after and st_covers(s.geom, p.middle)
                      order by s.code limit 1) as becomes
              from space.buildings b
              join zoning.zones z on z.id = b.zone_id
              cross join lateral (select st_pointonsurface(b.geom) as middle) p
              where z.code = :zone),
            accepted as (
              select p.code as building, f.level, i.code as industry, i.position,
                     i.name_vi as industry_vi, i.name_en as industry_en, p.becomes as land_use,
                     p.was is null or coalesce(w.admitted, false) as accepted_before,
                     p.becomes is null or coalesce(a.admitted, false) as accepts
              from places p
              join space.floors f on f.building_id = p.id
              join space.floor_industries fi on fi.floor_id = f.id
              join space.industries i on i.code = fi.industry
              left join admitted w on w.land_use = p.was and w.industry = i.code
              left join admitted a on a.land_use = p.becomes and a.industry = i.code)
            select building, level, industry, industry_vi, industry_en, accepts, land_use
            from accepted
            where accepts <> accepted_before
            order by building, level, position""")
        .param("zone", zone)
        .param("before", before, Types.BIGINT)
        .param("after", after)
        .query(Change.class)
        .list();
  }
}
