package vn.khuxuong.allocation.round;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of schema {@code allocation}. */
@Repository
class RoundStore {
  private final JdbcClient jdbc;

  RoundStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A round as it is stored. */
  record StoredRound(
      long id,
      String code,
      String titleVi,
      String titleEn,
      String status,
      YearMonth month0,
      String dataStatus) {}

  /** A run to be stored. */
  record NewRun(
      long roundId,
      UUID jobId,
      String engine,
      String status,
      long seed,
      double budgetSeconds,
      double seconds,
      long iterations,
      long objective,
      long bound,
      long demand,
      long preference,
      long vacantRuns,
      long clusterLinks,
      String checker,
      String inputSha256,
      int firms,
      int placed,
      long demandM2,
      long supplyM2,
      long placedM2,
      String result) {}

  /** A stored run with its identifier. */
  record StoredRun(long id, RoundJson.Run json) {}

  boolean isEmpty() {
    return jdbc.sql("select not exists (select from allocation.rounds)")
        .query(Boolean.class)
        .single();
  }

  /** A closed round with its frozen problem; empty where the code is taken. */
  Optional<Long> insertClosed(
      String code, String titleVi, String titleEn, YearMonth month0, String input, String status) {
    return jdbc.sql(
            """
            insert into allocation.rounds
              (code, title_vi, title_en, status, reference_month, input, data_status, closed_at)
            values (:code, :titleVi, :titleEn, 'CLOSED', :month0, :input, :dataStatus, now())
            on conflict (code) do nothing returning id""")
        .param("code", code)
        .param("titleVi", titleVi)
        .param("titleEn", titleEn)
        .param("month0", month0.atDay(1))
        .param("input", input)
        .param("dataStatus", status)
        .query(Long.class)
        .optional();
  }

  String input(long roundId) {
    return jdbc.sql("select input from allocation.rounds where id = :id")
        .param("id", roundId)
        .query(String.class)
        .single();
  }

  void propose(long roundId) {
    jdbc.sql(
            "update allocation.rounds set status = 'PROPOSED' where id = :id and status = 'CLOSED'")
        .param("id", roundId)
        .update();
  }

  List<StoredRound> list() {
    return jdbc.sql(
            """
            select id, code, title_vi, title_en, status, reference_month, data_status
            from allocation.rounds order by opened_at desc, id desc limit 100""")
        .query((row, n) -> round(row))
        .list();
  }

  Optional<StoredRound> find(long id) {
    return jdbc.sql(
            """
            select id, code, title_vi, title_en, status, reference_month, data_status
            from allocation.rounds where id = :id""")
        .param("id", id)
        .query((row, n) -> round(row))
        .optional();
  }

  StoredRound roundOfRun(long runId) {
    return jdbc.sql(
            """
            select r.id, r.code, r.title_vi, r.title_en, r.status, r.reference_month, r.data_status
            from allocation.rounds r join allocation.runs n on n.round_id = r.id
            where n.id = :run""")
        .param("run", runId)
        .query((row, n) -> round(row))
        .single();
  }

  private static StoredRound round(ResultSet row) throws SQLException {
    return new StoredRound(
        row.getLong("id"),
        row.getString("code"),
        row.getString("title_vi"),
        row.getString("title_en"),
        row.getString("status"),
        YearMonth.from(row.getDate("reference_month").toLocalDate()),
        row.getString("data_status"));
  }

  /** State of the newest job that solves the round: QUEUED, RUNNING, FAILED, CANCELLED, DONE. */
  Optional<String> jobState(long roundId) {
    return jdbc.sql(
            """
            select state from platform.jobs
            where kind = :kind and parameters ->> 'roundId' = :round
            order by submitted_at desc limit 1""")
        .param("kind", SolveRound.KIND)
        .param("round", String.valueOf(roundId))
        .query(String.class)
        .optional();
  }

  boolean hasRunOf(UUID jobId) {
    return jdbc.sql("select exists (select from allocation.runs where job_id = :job)")
        .param("job", jobId)
        .query(Boolean.class)
        .single();
  }

  long insert(NewRun run) {
    return jdbc.sql(
            """
            insert into allocation.runs
              (round_id, job_id, engine, status, seed, budget_seconds, seconds, iterations,
               objective, bound, demand, preference, vacant_runs, cluster_links, checker,
               input_sha256, firms, placed, demand_m2, supply_m2, placed_m2, result)
            values
              (:roundId, :jobId, :engine, :status, :seed, :budgetSeconds, :seconds, :iterations,
               :objective, :bound, :demand, :preference, :vacantRuns, :clusterLinks, :checker,
               :inputSha256, :firms, :placed, :demandM2, :supplyM2, :placedM2, :result)
            returning id""")
        .paramSource(run)
        .query(Long.class)
        .single();
  }

  /** A block of bays to be stored. */
  record NewPlacement(
      long runId,
      String application,
      int block,
      String buildingCode,
      int level,
      int firstBay,
      int bayCount,
      int areaM2,
      LocalDate startMonth,
      int termMonths,
      String industry) {}

  void insert(NewPlacement placement) {
    jdbc.sql(
            """
            insert into allocation.placements
              (run_id, application, block, building_code, level, first_bay, bay_count, area_m2,
               start_month, term_months, industry)
            values (:runId, :application, :block, :buildingCode, :level, :firstBay, :bayCount,
                    :areaM2, :startMonth, :termMonths, :industry)""")
        .paramSource(placement)
        .update();
  }

  /** Why one application got what it got, to be stored. */
  record NewReason(
      long runId,
      String application,
      String code,
      String causeVi,
      String causeEn,
      String textVi,
      String textEn,
      String detail) {}

  void insert(NewReason reason) {
    jdbc.sql(
            """
            insert into allocation.reasons
              (run_id, application, code, cause_vi, cause_en, text_vi, text_en, detail)
            values (:runId, :application, :code, :causeVi, :causeEn, :textVi, :textEn,
                    cast(:detail as jsonb))""")
        .paramSource(reason)
        .update();
  }

  /** Short names of zones by code. */
  Map<String, String> zoneNames() {
    Map<String, String> names = new HashMap<>();
    jdbc.sql("select code, short_name from zoning.zones")
        .query((row, n) -> names.put(row.getString(1), row.getString(2)))
        .list();
    return names;
  }

  Optional<StoredRun> newestRun(long roundId) {
    return jdbc.sql(
            "select * from allocation.runs where round_id = :round order by id desc limit 1")
        .param("round", roundId)
        .query((row, n) -> run(row))
        .optional();
  }

  private static StoredRun run(ResultSet row) throws SQLException {
    long objective = row.getLong("objective");
    long bound = row.getLong("bound");
    return new StoredRun(
        row.getLong("id"),
        new RoundJson.Run(
            "DONE",
            row.getString("status"),
            row.getString("engine"),
            row.getLong("seed"),
            row.getBigDecimal("budget_seconds"),
            row.getBigDecimal("seconds"),
            row.getLong("iterations"),
            objective,
            bound,
            gapPct(objective, bound),
            new RoundJson.Parts(
                row.getLong("demand"),
                row.getLong("preference"),
                row.getLong("vacant_runs"),
                row.getLong("cluster_links")),
            row.getString("checker"),
            row.getString("input_sha256"),
            row.getInt("firms"),
            row.getInt("placed"),
            row.getLong("demand_m2"),
            row.getLong("supply_m2"),
            row.getLong("placed_m2"),
            row.getObject("finished_at", OffsetDateTime.class)));
  }

  /** (bound - objective) / |bound| in per cent, rounded up to two digits: never told too small. */
  static BigDecimal gapPct(long objective, long bound) {
    return BigDecimal.valueOf(bound - objective)
        .multiply(BigDecimal.valueOf(100))
        .divide(BigDecimal.valueOf(Math.max(1, Math.abs(bound))), 2, RoundingMode.CEILING);
  }

  List<RoundJson.Placement> placements(long runId, Optional<String> building) {
    return jdbc.sql(
            """
            select p.application, p.building_code, p.level, p.first_bay, p.bay_count, p.area_m2,
                   to_char(p.start_month, 'YYYY-MM') as start, p.term_months,
                   i.name_vi as sector_vi, i.name_en as sector_en
            from allocation.placements p
            join space.industries i on i.code = p.industry
            where p.run_id = :run and (cast(:building as text) is null or p.building_code = :building)
            order by p.building_code, p.level, p.first_bay""")
        .param("run", runId)
        .param("building", building.orElse(null))
        .query(RoundJson.Placement.class)
        .list();
  }

  List<RoundJson.Reason> reasons(long runId) {
    return jdbc.sql(
            """
            select application, code, text_vi as vi, text_en as en, detail::text as detail
            from allocation.reasons where run_id = :run order by application""")
        .param("run", runId)
        .query(RoundJson.Reason.class)
        .list();
  }

  /** Firms not placed, by cause. */
  List<RoundJson.Cause> causes(long runId) {
    return jdbc.sql(
            """
            select r.code, r.cause_vi as vi, r.cause_en as en, count(*) as firms
            from allocation.reasons r
            where r.run_id = :run and not exists (
              select from allocation.placements p
              where p.run_id = r.run_id and p.application = r.application)
            group by r.code, r.cause_vi, r.cause_en order by firms desc, r.code""")
        .param("run", runId)
        .query(RoundJson.Cause.class)
        .list();
  }
}
