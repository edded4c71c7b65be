package vn.khuxuong.conversion.aim;

import java.sql.Types;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL that adds to what zones are to become; no row is ever changed. */
@Component
class AimWrites {
  private final JdbcClient jdbc;

  AimWrites(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Waits until nobody else writes aims, to the end of the transaction. */
  void waitForOthers() {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('conversion.aim', 0))")
        .query((row, n) -> n)
        .list();
  }

  void sector(
      String zone,
      String vsic,
      String aim,
      LocalDate validFrom,
      String nameVi,
      String nameEn,
      String source,
      String standing,
      String who) {
    jdbc.sql(
            """
            insert into conversion.sectors (zone_code, vsic, aim, valid_from, name_vi, name_en,
              source_vi, source_en, source_status, data_status, recorded_by)
            values (:zone, :vsic, :aim, :from, :nameVi, :nameEn, :source, :source, :standing,
              'OFFICIAL', :who)""")
        .param("zone", zone)
        .param("vsic", vsic)
        .param("aim", aim)
        .param("from", validFrom)
        .param("nameVi", nameVi)
        .param("nameEn", nameEn)
        .param("source", source)
        .param("standing", standing)
        .param("who", who)
        .update();
  }

  void finding(
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

  /** Names and place of the share are those of the target of all zones. */
  void target(
      String zone,
      String share,
      double pct,
      LocalDate from,
      String source,
      String standing,
      String who) {
    jdbc.sql(
            """
            insert into conversion.share_targets (code, zone_code, valid_from, position, target_pct,
              name_vi, name_en, source_vi, source_en, source_status, recorded_by)
            select code, :zone, :from, position, :pct, name_vi, name_en, :source, :source,
                   :standing, :who
            from conversion.share_targets
            where code = :share and zone_code is null order by valid_from desc limit 1""")
        .param("zone", zone)
        .param("share", share)
        .param("pct", pct)
        .param("from", from)
        .param("source", source)
        .param("standing", standing)
        .param("who", who)
        .update();
  }

  void balance(
      String zone,
      LocalDate asOf,
      double grossHa,
      @Nullable Double greenHa,
      @Nullable Double roadHa,
      @Nullable Double techHa,
      String source,
      String standing,
      String who) {
    jdbc.sql(
            """
            insert into conversion.balances (zone_code, as_of, gross_ha, green_ha, road_ha, tech_ha,
              source_vi, source_en, source_status, data_status, recorded_by)
            values (:zone, :asOf, :gross, :green, :road, :tech, :source, :source, :standing,
              'OFFICIAL', :who)""")
        .param("zone", zone)
        .param("asOf", asOf)
        .param("gross", grossHa)
        .param("green", greenHa, Types.NUMERIC)
        .param("road", roadHa, Types.NUMERIC)
        .param("tech", techHa, Types.NUMERIC)
        .param("source", source)
        .param("standing", standing)
        .param("who", who)
        .update();
  }

  /** Adds a step, or takes the place of an earlier wording of one. */
  void milestone(
      AimJson.Milestone made,
      String state,
      String source,
      String standing,
      @Nullable Long replaces,
      String who) {
    jdbc.sql(
            """
            insert into conversion.milestones (zone_code, day, day_precision, state, title_vi,
              title_en, source_vi, source_en, source_status, data_status, replaces_id, recorded_by)
            values (:zone, :day, :precision, :state, :titleVi, :titleEn, :source, :source,
              :standing, 'OFFICIAL', :replaces, :who)""")
        .param("zone", made.zone(), Types.VARCHAR)
        .param("day", made.day(), Types.DATE)
        .param("precision", made.dayPrecision(), Types.VARCHAR)
        .param("state", state)
        .param("titleVi", made.titleVi())
        .param("titleEn", made.titleEn())
        .param("source", source)
        .param("standing", standing)
        .param("replaces", replaces, Types.BIGINT)
        .param("who", who)
        .update();
  }

  void responsible(
      String zone,
      String role,
      String nameVi,
      String nameEn,
      LocalDate from,
      String source,
      String standing,
      String who) {
    jdbc.sql(
            """
            insert into conversion.responsibles (zone_code, role, name_vi, name_en, valid_from,
              source_vi, source_en, source_status, recorded_by)
            values (:zone, :role, :nameVi, :nameEn, :from, :source, :source, :standing, :who)""")
        .param("zone", zone)
        .param("role", role)
        .param("nameVi", nameVi)
        .param("nameEn", nameEn)
        .param("from", from)
        .param("source", source)
        .param("standing", standing)
        .param("who", who)
        .update();
  }
}
