package vn.khuxuong.report.ledger;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.khuxuong.platform.time.CivilTime;

/** SQL of the ledger's rows. */
@Component
class LedgerStore {
  private final JdbcClient jdbc;

  LedgerStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A project's row. */
  record ProjectRow(
      long id, String code, String name, @Nullable String taxCode, boolean illustrative) {}

  /** An event's row as far as its order matters, with what it corrects. */
  record StepRow(long id, Sequence.Step step) {}

  Known known() {
    Map<String, String> buildings =
        jdbc
            .sql("select code, zone_code from published.buildings_now order by code")
            .query((row, i) -> Map.entry(row.getString(1), row.getString(2)))
            .list()
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return new Known(
        Set.copyOf(jdbc.sql("select code from published.zones_now").query(String.class).list()),
        Set.copyOf(jdbc.sql("select code from reporting.sectors").query(String.class).list()),
        buildings,
        LocalDate.now(CivilTime.ZONE));
  }

  /** Makes everybody else who writes about this project wait for this transaction. */
  void takeTurns(String code) {
    jdbc.sql("select pg_advisory_xact_lock(hashtext('reporting.projects ' || :code))")
        .param("code", code)
        .query((row, i) -> true)
        .list();
  }

  Optional<ProjectRow> project(String code) {
    return jdbc.sql(
            """
            select id, code, name, tax_code, data_status <> 'OFFICIAL' as illustrative
            from reporting.projects where code = :code\
            """)
        .param("code", code)
        .query(ProjectRow.class)
        .optional();
  }

  long insertProject(ProjectEvent event) {
    return jdbc.sql(
            """
            insert into reporting.projects (code, name, tax_code, data_status)
            values (:code, :name, :taxCode, :status) returning id\
            """)
        .param("code", event.project())
        .param("name", event.name())
        .param("taxCode", event.taxCode())
        .param("status", event.illustrative() ? "ILLUSTRATIVE" : "OFFICIAL")
        .query(Long.class)
        .single();
  }

  /** Id of the row that was recorded last of a project; 0 where there is none. */
  long lastEvent(String code) {
    return jdbc.sql(
            """
            select coalesce(max(e.id), 0) from reporting.events e
            join reporting.projects p on p.id = e.project_id where p.code = :code\
            """)
        .param("code", code)
        .query(Long.class)
        .single();
  }

  /** A zone or a building that events may name. */
  record PlaceRow(String kind, String code, String zone, String nameVi, String nameEn) {}

  List<PlaceRow> places() {
    return jdbc.sql(
            """
            select 'ZONE' as kind, code, code as zone, short_name as name_vi, name_en
            from published.zones_now
            union all
            select 'BUILDING', code, zone_code, coalesce(name_vi, code), coalesce(name_en, code)
            from published.buildings_now
            order by kind desc, code\
            """)
        .query(PlaceRow.class)
        .list();
  }

  /** Events of a project that count now, whatever their day. */
  List<StepRow> steps(String code) {
    return jdbc.sql(
            """
            select e.id, e.kind, e.valid_on, e.line, e.currency
            from reporting.events_as('infinity', 'infinity') e
            join reporting.projects p on p.id = e.project_id
            where p.code = :code order by e.valid_on, e.line\
            """)
        .param("code", code)
        .query(
            (row, i) ->
                new StepRow(
                    row.getLong("id"),
                    new Sequence.Step(
                        EventKind.valueOf(row.getString("kind")),
                        row.getObject("valid_on", LocalDate.class),
                        row.getLong("line"),
                        row.getString("currency"))))
        .list();
  }

  /** Rate that a day's capital is converted with. */
  Optional<Long> rate(LocalDate day, boolean illustrative) {
    return jdbc.sql("select reporting.rate_of(:day, :illustrative) as id")
        .param("day", day)
        .param("illustrative", illustrative)
        .query(
            (row, i) -> {
              long id = row.getLong(1);
              return row.wasNull() ? Optional.<Long>empty() : Optional.of(id);
            })
        .single();
  }

  /**
   * Appends an event.
   *
   * @param kind its kind, VOID where it only strikes out the corrected one
   */
  long insert(
      long projectId,
      String kind,
      ProjectEvent event,
      @Nullable Long rate,
      @Nullable Long corrects,
      @Nullable UUID register,
      String author) {
    return jdbc.sql(
            """
            insert into reporting.events (project_id, kind, valid_on, corrects, capital, currency,
              rate_id, sector, division, supports, supports_ref, zone_code, plot, building, level,
              first_bay, bay_count, origin, jobs, area_m2, size_class, reason, register_id,
              recorded_by)
            values (:projectId, :kind, :on, :corrects, :capital, :currency, :rate, :sector,
              left(:sector, 2), :supports, :supportsRef, :zone, :plot, :building, :level,
              :firstBay, :bayCount, :origin, :jobs, :area, :size, :reason, :register, :author)
            returning id\
            """)
        .param("projectId", projectId)
        .param("kind", kind)
        .param("on", event.on())
        .param("corrects", corrects)
        .param("capital", event.capital())
        .param("currency", event.currency())
        .param("rate", rate)
        .param("sector", event.sector())
        .param("supports", event.supports())
        .param("supportsRef", event.supportsRef())
        .param("zone", event.zone())
        .param("plot", event.plot())
        .param("building", event.building())
        .param("level", event.level())
        .param("firstBay", event.firstBay())
        .param("bayCount", event.bayCount())
        .param("origin", event.origin())
        .param("jobs", event.jobs())
        .param("area", event.areaM2())
        .param("size", event.sizeClass())
        .param("reason", event.reason())
        .param("register", register)
        .param("author", author)
        .query(Long.class)
        .single();
  }

  /** An event with its history, as it is shown. */
  record EventRow(
      long id,
      String kind,
      LocalDate on,
      OffsetDateTime knownAt,
      @Nullable Long corrects,
      @Nullable Long correctedBy,
      @Nullable BigDecimal capital,
      @Nullable String currency,
      @Nullable BigDecimal vndPerUsd,
      @Nullable String rateSource,
      @Nullable String sector,
      @Nullable String supports,
      @Nullable String supportsRef,
      @Nullable String zone,
      @Nullable String plot,
      @Nullable String building,
      @Nullable Integer level,
      @Nullable Integer firstBay,
      @Nullable Integer bayCount,
      @Nullable String origin,
      @Nullable Integer jobs,
      @Nullable BigDecimal areaM2,
      @Nullable String sizeClass,
      @Nullable String reason,
      @Nullable String recordedBy) {}

  /**
   * Everything that was ever recorded of a project, in the order of recording.
   *
   * @param names whether it is told who recorded it
   */
  List<EventRow> history(long projectId, boolean names) {
    return jdbc.sql(
            """
            select e.*, c.id as corrected_by, r.vnd_per_usd, r.source as rate_source
            from reporting.events e
            left join reporting.events c on c.corrects = e.id
            left join reporting.rates r on r.id = e.rate_id
            where e.project_id = :projectId order by e.id\
            """)
        .param("projectId", projectId)
        .query((row, i) -> event(row, names))
        .list();
  }

  private static EventRow event(ResultSet row, boolean names) throws SQLException {
    return new EventRow(
        row.getLong("id"),
        row.getString("kind"),
        row.getObject("valid_on", LocalDate.class),
        row.getObject("known_at", OffsetDateTime.class),
        row.getObject("corrects", Long.class),
        row.getObject("corrected_by", Long.class),
        row.getBigDecimal("capital"),
        row.getString("currency"),
        row.getBigDecimal("vnd_per_usd"),
        row.getString("rate_source"),
        row.getString("sector"),
        row.getString("supports"),
        row.getString("supports_ref"),
        row.getString("zone_code"),
        row.getString("plot"),
        row.getString("building"),
        row.getObject("level", Integer.class),
        row.getObject("first_bay", Integer.class),
        row.getObject("bay_count", Integer.class),
        row.getString("origin"),
        row.getObject("jobs", Integer.class),
        row.getBigDecimal("area_m2"),
        row.getString("size_class"),
        row.getString("reason"),
        names ? row.getString("recorded_by") : null);
  }
}
