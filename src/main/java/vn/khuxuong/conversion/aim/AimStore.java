package vn.khuxuong.conversion.aim;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.khuxuong.conversion.aim.AimJson.EcoTest;
import vn.khuxuong.conversion.aim.AimJson.Milestone;
import vn.khuxuong.conversion.aim.AimJson.Responsible;
import vn.khuxuong.conversion.aim.AimJson.Sector;

/** SQL of what zones are to become. */
@Component
class AimStore {
  private final JdbcClient jdbc;

  AimStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A share that is aimed at. */
  record Target(
      String code,
      String nameVi,
      String nameEn,
      double targetPct,
      LocalDate validFrom,
      boolean own,
      String sourceVi,
      String sourceEn,
      String sourceStatus) {}

  /**
   * Land of a zone by use, in hectares; a part that is not known is null.
   *
   * @param basis PLAN or BALANCE
   */
  record Land(
      String basis,
      double grossHa,
      @Nullable Double greenHa,
      @Nullable Double roadHa,
      @Nullable Double techHa,
      String sourceVi,
      String sourceEn) {}

  List<Sector> sectors(String zone) {
    return jdbc.sql(
            """
            select vsic, aim, valid_from, name_vi, name_en, source_vi, source_en, source_status,
                   data_status
            from conversion.sectors_in_force
            where zone_code = :zone and aim <> 'NEUTRAL'
            order by aim desc, vsic""")
        .param("zone", zone)
        .query(Sector.class)
        .list();
  }

  /** What counts from later days on, the earliest first; NEUTRAL among them. */
  List<Sector> upcomingSectors(String zone) {
    return jdbc.sql(
            """
            select distinct on (valid_from, vsic) vsic, aim, valid_from, name_vi, name_en,
                   source_vi, source_en, source_status, data_status
            from conversion.sectors
            where zone_code = :zone and valid_from > zoning.on_date()
              and recorded_at <= zoning.as_of()
            order by valid_from, vsic, id desc""")
        .param("zone", zone)
        .query(Sector.class)
        .list();
  }

  /** How many rows each part of a zone's aim has. */
  AimJson.Versions versions(String zone) {
    return jdbc.sql(
            """
            select
              (select count(*) from conversion.sectors where zone_code = :zone) as sectors,
              (select count(*) from conversion.eco_findings where zone_code = :zone) as eco_tests,
              (select count(*) from conversion.share_targets
               where zone_code is null or zone_code = :zone)
                + (select count(*) from conversion.balances where zone_code = :zone) as shares,
              (select count(*) from conversion.milestones
               where zone_code is null or zone_code = :zone) as milestones,
              (select count(*) from conversion.responsibles
               where zone_code is null or zone_code = :zone) as responsibles""")
        .param("zone", zone)
        .query(AimJson.Versions.class)
        .single();
  }

  List<EcoTest> ecoTests(String zone) {
    return jdbc.sql(
            """
            select t.code, t.name_vi, t.name_en, t.threshold, t.unit,
                   coalesce(f.status, 'UNKNOWN') as status, f.value, f.evidence, f.as_of,
                   f.data_status, t.source_vi, t.source_en, t.source_status
            from conversion.eco_tests t
            left join conversion.eco_findings_in_force f
              on f.test = t.code and f.zone_code = :zone
            order by t.position""")
        .param("zone", zone)
        .query(EcoTest.class)
        .list();
  }

  /** Targets that count for a zone: its own before those of all. */
  List<Target> targets(String zone) {
    return jdbc.sql(
            """
            select code, name_vi, name_en, target_pct, valid_from, zone_code is not null as own,
                   source_vi, source_en, source_status
            from (select distinct on (code) * from conversion.share_targets
                  where valid_from <= zoning.on_date() and (zone_code is null or zone_code = :zone)
                  order by code, zone_code nulls last, valid_from desc, id desc) t
            order by position""")
        .param("zone", zone)
        .query(Target.class)
        .list();
  }

  /** Land by the plan in force; without one by a published balance, empty where there is none. */
  Optional<Land> land(String zone) {
    return jdbc.sql(
            """
            select 'PLAN' as basis, sum(s.area_m2) / 1e4 as gross_ha,
                   coalesce(sum(s.area_m2) filter (where s.land_use = 'GREEN'), 0) / 1e4 as green_ha,
                   coalesce(sum(s.area_m2) filter (where s.land_use = 'ROAD'), 0) / 1e4 as road_ha,
                   coalesce(sum(s.area_m2) filter (where s.land_use = 'TECH'), 0) / 1e4 as tech_ha,
                   'Đồ án đang có hiệu lực: ' || p.title_vi as source_vi,
                   'Plan in force: ' || p.title_en as source_en
            from zoning.plans_in_force p
            join zoning.zones z on z.id = p.zone_id
            join zoning.subzones s on s.plan_id = p.id
            where z.code = :zone
            group by p.id, p.title_vi, p.title_en
            union all
            (select 'BALANCE', gross_ha, green_ha, road_ha, tech_ha, source_vi, source_en
             from conversion.balances
             where zone_code = :zone and (as_of is null or as_of <= zoning.on_date())
             order by as_of desc nulls last, id desc limit 1)
            limit 1""")
        .param("zone", zone)
        .query(Land.class)
        .optional();
  }

  List<Milestone> milestones(String zone) {
    return jdbc.sql(
            """
            select m.id, m.zone_code as zone, m.day, m.day_precision, m.state, m.title_vi,
                   m.title_en, m.source_vi, m.source_en, m.source_status, m.data_status
            from conversion.milestones m
            where (m.zone_code is null or m.zone_code = :zone)
              and m.state <> 'WITHDRAWN'
              and not exists (select from conversion.milestones n where n.replaces_id = m.id)
            order by m.day nulls last, m.id""")
        .param("zone", zone)
        .query(Milestone.class)
        .list();
  }

  List<Responsible> responsibles(String zone) {
    return jdbc.sql(
            """
            select distinct on (role) role, name_vi, name_en, valid_from, source_vi, source_en,
                   source_status
            from conversion.responsibles
            where (zone_code is null or zone_code = :zone) and valid_from <= zoning.on_date()
            order by role desc, zone_code nulls last, valid_from desc, id desc""")
        .param("zone", zone)
        .query(Responsible.class)
        .list();
  }

  boolean hasTest(String code) {
    return jdbc.sql("select exists (select from conversion.eco_tests where code = :code)")
        .param("code", code)
        .query(Boolean.class)
        .single();
  }
}
