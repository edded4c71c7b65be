package vn.khuxuong.report.indicator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of the report; schemas {@code published} and {@code reporting} only. */
@Component
class ReportStore {
  private final JdbcClient jdbc;

  ReportStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A zone with what the report says of its land. */
  record ZoneRow(
      String code,
      String shortName,
      String nameEn,
      boolean converting,
      BigDecimal grossAreaHa,
      @Nullable LocalDate termEnd,
      @Nullable String termEndPrecision,
      String dataStatus) {}

  /** A sector's name. */
  record SectorRow(String code, String nameVi, String nameEn) {}

  /** Bays of a zone on a level. */
  record LevelRow(
      String zoneCode,
      int level,
      BigDecimal rentableM2,
      BigDecimal freeM2,
      BigDecimal letM2,
      BigDecimal claimedM2,
      BigDecimal soonM2,
      boolean illustrative) {}

  /** m² by zone, or by another key, with a count. */
  record SumRow(String key, int count, BigDecimal areaM2) {}

  List<ZoneRow> zones() {
    return jdbc.sql(
            """
            select code, short_name, name_en, converting, gross_area_ha::numeric as gross_area_ha,
                   term_end, term_end_precision, data_status
            from published.zones_now order by code\
            """)
        .query(ZoneRow.class)
        .list();
  }

  List<SectorRow> sectors() {
    return jdbc.sql("select code, name_vi, name_en from reporting.sectors order by code")
        .query(SectorRow.class)
        .list();
  }

  /** The latest balance that speaks of the day or an earlier one, as known at a moment. */
  Optional<Opening> opening(LocalDate on, OffsetDateTime known) {
    return jdbc.sql(
            """
            select code, valid_on, since, projects, capital_usd, at_least, source_vi, source_en,
                   known_at
            from reporting.openings
            where valid_on <= :on and known_at <= :known and data_status = 'OFFICIAL'
            order by valid_on desc limit 1\
            """)
        .param("on", on)
        .param("known", known)
        .query(Opening.class)
        .optional();
  }

  /** An edition of the published figures: the day it speaks of, and when it was made. */
  record EditionRow(LocalDate day, OffsetDateTime madeAt) {}

  /** Editions of a day or earlier that were made by a moment, the oldest first. */
  List<EditionRow> editions(LocalDate on, OffsetDateTime known) {
    return jdbc.sql(
            """
            select day, made_at from reporting.editions
            where day <= :on and made_at <= :known order by day\
            """)
        .param("on", on)
        .param("known", known)
        .query(EditionRow.class)
        .list();
  }

  /**
   * A cell of an edition.
   *
   * @param kind zone, sector, year, origin, supports, share, measured, moved, size, waiting
   * @param projects projects, firms or applications
   */
  record CellRow(
      String kind,
      String key,
      int projects,
      BigDecimal usd,
      BigDecimal vnd,
      BigDecimal jobs,
      BigDecimal areaM2) {
    Tally.Sum sum() {
      return new Tally.Sum(projects, usd, vnd);
    }
  }

  /**
   * What an edition publishes.
   *
   * @param illustrative whether illustrative projects count; tenants and applications always do
   */
  List<CellRow> cells(LocalDate edition, boolean illustrative) {
    return jdbc.sql(
            """
            select kind, key, sum(projects)::integer as projects, sum(usd) as usd, sum(vnd) as vnd,
                   sum(jobs) as jobs, sum(area_m2) as area_m2
            from reporting.edition_shows(:edition)
            where not illustrative or :illustrative or kind in ('size', 'waiting')
            group by kind, key order by kind, key\
            """)
        .param("edition", edition)
        .param("illustrative", illustrative)
        .query(CellRow.class)
        .list();
  }

  List<Project> projects(LocalDate on, OffsetDateTime known, boolean illustrative) {
    return jdbc.sql(
            """
            select project_id, code, name, tax_code, data_status <> 'OFFICIAL' as illustrative,
                   registered_on, withdrawn_on, capital, currency, capital_usd, capital_vnd, sector,
                   division, supports, supports_ref, zone_code, plot, building, level, first_bay,
                   bay_count, origin, jobs, area_m2, size_class
            from reporting.project_states(:on, :known)
            where data_status = 'OFFICIAL' or :illustrative
            order by code collate "C\"\
            """)
        .param("on", on)
        .param("known", known)
        .param("illustrative", illustrative)
        .query(Project.class)
        .list();
  }

  List<LevelRow> floors(LocalDate on, OffsetDateTime known) {
    return jdbc.sql("select * from reporting.floor_space(:on, :known) order by zone_code, level")
        .param("on", on)
        .param("known", known)
        .query(LevelRow.class)
        .list();
  }

  /** m² of leases that began this year up to the day, by zone. */
  List<SumRow> taken(LocalDate on, OffsetDateTime known) {
    return jdbc.sql(
            """
            select zone_code as key, count(*)::integer as count, sum(area_m2) as area_m2
            from reporting.lease_space
            where from_day between date_trunc('year', cast(:on as date))::date and :on
              and recorded_at <= :known and (withdrawn_at is null or withdrawn_at > :known)
            group by zone_code order by zone_code\
            """)
        .param("on", on)
        .param("known", known)
        .query(SumRow.class)
        .list();
  }

  /** m² of leases whose last day was this year and is over on the day, by zone. */
  List<SumRow> returned(LocalDate on, OffsetDateTime known) {
    return jdbc.sql(
            """
            select zone_code as key, count(*)::integer as count, sum(area_m2) as area_m2
            from reporting.lease_space
            where last_day + 1 between date_trunc('year', cast(:on as date))::date and :on
              and recorded_at <= :known and (withdrawn_at is null or withdrawn_at > :known)
            group by zone_code order by zone_code\
            """)
        .param("on", on)
        .param("known", known)
        .query(SumRow.class)
        .list();
  }

  /** m² let and given back in the eight quarters up to the day, the oldest first. */
  List<Figures.Absorption> absorption(LocalDate on, OffsetDateTime known) {
    return jdbc.sql(
            """
            select x.*, x.let_m2 - x.returned_m2 as net_m2 from (
            select q.first_day as quarter,
                   coalesce(sum(l.area_m2) filter (where l.from_day between q.first_day and q.last_day), 0)
                     as let_m2,
                   coalesce(sum(l.area_m2) filter (where l.last_day + 1 between q.first_day and q.last_day), 0)
                     as returned_m2
            from (
              select s::date as first_day,
                     least((s + interval '3 months')::date - 1, cast(:on as date)) as last_day
              from generate_series(date_trunc('quarter', cast(:on as date)::timestamp) - interval '21 months',
                                   date_trunc('quarter', cast(:on as date)::timestamp),
                                   interval '3 months') s) q
            left join reporting.lease_space l
              on l.recorded_at <= :known and (l.withdrawn_at is null or l.withdrawn_at > :known)
                and (l.from_day between q.first_day and q.last_day
                  or l.last_day + 1 between q.first_day and q.last_day)
            group by q.first_day) x order by x.quarter\
            """)
        .param("on", on)
        .param("known", known)
        .query(Figures.Absorption.class)
        .list();
  }

  /** The official rate of the day or the last one before it. */
  Optional<Report.Rate> rate(LocalDate on, OffsetDateTime known) {
    return jdbc.sql(
            """
            select day, vnd_per_usd, source from reporting.rates
            where data_status = 'OFFICIAL' and day <= :on and known_at <= :known
            order by day desc, id desc limit 1\
            """)
        .param("on", on)
        .param("known", known)
        .query(Report.Rate.class)
        .optional();
  }

  /** Leases that run on the day, by the year of their last day. */
  List<SumRow> leaseEnds(LocalDate on, OffsetDateTime known) {
    return jdbc.sql(
            """
            select extract(year from last_day)::integer::text as key, count(*)::integer as count,
                   sum(area_m2) as area_m2
            from reporting.lease_space
            where :on between from_day and last_day
              and recorded_at <= :known and (withdrawn_at is null or withdrawn_at > :known)
            group by 1 order by 1\
            """)
        .param("on", on)
        .param("known", known)
        .query(SumRow.class)
        .list();
  }

  /** Firms with a lease that runs on the day, by size class, with their m². */
  List<SumRow> sizes(LocalDate on, OffsetDateTime known) {
    return jdbc.sql(
            """
            select size_class as key, count(distinct firm_id)::integer as count,
                   sum(area_m2) as area_m2
            from reporting.lease_space
            where :on between from_day and last_day
              and recorded_at <= :known and (withdrawn_at is null or withdrawn_at > :known)
            group by size_class
            order by array_position(array['MICRO', 'SMALL', 'MEDIUM', 'LARGE'], size_class)\
            """)
        .param("on", on)
        .param("known", known)
        .query(SumRow.class)
        .list();
  }

  /** Applications that wait now, by the zone they prefer; without memory of other days. */
  List<SumRow> waiting() {
    return jdbc.sql(
            """
            select zone_code as key, count(*)::integer as count, sum(area_min_m2) as area_m2
            from reporting.waiting_demand group by zone_code order by zone_code\
            """)
        .query(SumRow.class)
        .list();
  }
}
