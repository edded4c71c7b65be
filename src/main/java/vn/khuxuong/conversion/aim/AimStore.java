package vn.khuxuong.conversion.aim;

import java.sql.Types;
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

  List<Target> targets() {
    return jdbc.sql(
            """
            select code, name_vi, name_en, target_pct, source_vi, source_en, source_status
            from (select distinct on (code) * from conversion.share_targets
                  where valid_from <= zoning.on_date()
                  order by code, valid_from desc) t
            order by position""")
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
              and not exists (select from conversion.milestones n where n.replaces_id = m.id)
            order by m.day nulls last, m.id""")
        .param("zone", zone)
        .query(Milestone.class)
        .list();
  }

  List<Responsible> responsibles(String zone) {
    return jdbc.sql(
            """
            select distinct on (role) role, name_vi, name_en, source_vi, source_en, source_status
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

  void insertSector(
      String zone,
      String vsic,
      String aim,
      LocalDate validFrom,
      String nameVi,
      String nameEn,
      String source,
      String who) {
    jdbc.sql(
            """
            insert into conversion.sectors (zone_code, vsic, aim, valid_from, name_vi, name_en,
              source_vi, source_en, source_status, data_status, recorded_by)
            values (:zone, :vsic, :aim, :from, :nameVi, :nameEn, :source, :source, 'CONFIRMED',
              'OFFICIAL', :who)""")
        .param("zone", zone)
        .param("vsic", vsic)
        .param("aim", aim)
        .param("from", validFrom)
        .param("nameVi", nameVi)
        .param("nameEn", nameEn)
        .param("source", source)
        .param("who", who)
        .update();
  }

  void insertFinding(
      String zone,
      String test,
      String status,
      @Nullable Double value,
      @Nullable String evidence,
      LocalDate asOf,
      String who) {
    jdbc.sql(
            """
            insert into conversion.eco_findings (zone_code, test, status, value, evidence, as_of,
              data_status, recorded_by)
            values (:zone, :test, :status, :value, :evidence, :asOf, 'OFFICIAL', :who)""")
        .param("zone", zone)
        .param("test", test)
        .param("status", status)
        .param("value", value, Types.NUMERIC)
        .param("evidence", evidence, Types.VARCHAR)
        .param("asOf", asOf)
        .param("who", who)
        .update();
  }

  /** Adds a step, or another wording of one; false where another one has replaced that already. */
  boolean insertMilestone(
      String zone,
      @Nullable LocalDate day,
      String state,
      String titleVi,
      String titleEn,
      String source,
      @Nullable Long replaces,
      String who) {
    return jdbc.sql(
                """
                insert into conversion.milestones (zone_code, day, day_precision, state, title_vi,
                  title_en, source_vi, source_en, source_status, data_status, replaces_id,
                  recorded_by)
                select :zone, :day, case when cast(:day as date) is not null then 'DAY' end, :state,
                  :titleVi, :titleEn, :source, :source, 'CONFIRMED', 'OFFICIAL', :replaces, :who
                where cast(:replaces as bigint) is null
                  or exists (select from conversion.milestones m
                             where m.id = :replaces and m.zone_code = :zone)
                on conflict (replaces_id) do nothing""")
            .param("zone", zone)
            .param("day", day, Types.DATE)
            .param("state", state)
            .param("titleVi", titleVi)
            .param("titleEn", titleEn)
            .param("source", source)
            .param("replaces", replaces, Types.BIGINT)
            .param("who", who)
            .update()
        == 1;
  }
}
