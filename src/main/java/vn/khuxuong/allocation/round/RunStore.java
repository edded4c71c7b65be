package vn.khuxuong.allocation.round;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of runs, their placements and reasons. */
@Repository
class RunStore {
  private final JdbcClient jdbc;

  RunStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** How a run came about. */
  enum Kind {
    SOLVED,
    RERUN,
    MOVED
  }

  /** A run to be stored; see the table's comments. */
  record NewRun(
      long roundId,
      @Nullable UUID jobId,
      String kind,
      String madeBy,
      @Nullable String reason,
      @Nullable Long follows,
      String engine,
      String status,
      long seed,
      @Nullable Double budgetSeconds,
      @Nullable Long budgetIterations,
      int threads,
      double seconds,
      long iterations,
      boolean cancelled,
      boolean reproducible,
      long objective,
      long bound,
      long demand,
      long preference,
      long vacantRuns,
      long clusterLinks,
      String checker,
      String inputSha256,
      String rulesSha256,
      String resultSha256,
      int firms,
      int placed,
      long demandM2,
      long supplyM2,
      long placedM2,
      String result,
      String changes,
      int moved,
      long penalty,
      String report) {}

  /**
   * A stored run.
   *
   * @param changes JSON of {@code Changes}
   * @param report JSON of {@link RunReport}
   */
  record Kept(
      long id,
      long roundId,
      Kind kind,
      String madeBy,
      @Nullable String reason,
      @Nullable Long follows,
      @Nullable Long budgetIterations,
      int threads,
      boolean cancelled,
      boolean reproducible,
      int moved,
      long penalty,
      String result,
      String changes,
      String report,
      String resultSha256,
      RoundJson.Run json) {}

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
              (round_id, job_id, kind, made_by, reason, follows, engine, status, seed,
               budget_seconds, budget_iterations, threads, seconds, iterations, cancelled,
               reproducible, objective, bound, demand, preference, vacant_runs, cluster_links,
               checker, input_sha256, rules_sha256, result_sha256, firms, placed, demand_m2,
               supply_m2, placed_m2, result, changes, moved, penalty, report)
            values
              (:roundId, :jobId, :kind, :madeBy, :reason, :follows, :engine, :status, :seed,
               :budgetSeconds, :budgetIterations, :threads, :seconds, :iterations, :cancelled,
               :reproducible, :objective, :bound, :demand, :preference, :vacantRuns, :clusterLinks,
               :checker, :inputSha256, :rulesSha256, :resultSha256, :firms, :placed, :demandM2,
               :supplyM2, :placedM2, :result, :changes, :moved, :penalty, :report)
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
      String industry,
      boolean moved) {}

  void insert(NewPlacement placement) {
    jdbc.sql(
            """
            insert into allocation.placements
              (run_id, application, block, building_code, level, first_bay, bay_count, area_m2,
               start_month, term_months, industry, moved)
            values (:runId, :application, :block, :buildingCode, :level, :firstBay, :bayCount,
                    :areaM2, :startMonth, :termMonths, :industry, :moved)""")
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

  /** Hashes over the rows of a run. */
  Map<String, String> rowHashes(long runId) {
    return jdbc.sql(
            """
            select allocation.placements_sha256(:run) as p, allocation.reasons_sha256(:run) as r""")
        .param("run", runId)
        .query(
            (row, n) ->
                Map.of("placementsSha256", row.getString("p"), "reasonsSha256", row.getString("r")))
        .single();
  }

  Optional<Kept> newest(long roundId) {
    return jdbc.sql(
            "select * from allocation.runs where round_id = :round order by id desc limit 1")
        .param("round", roundId)
        .query((row, n) -> run(row))
        .optional();
  }

  /** The newest run of each round in a few figures. */
  Map<Long, RoundJson.RunSummary> summaries() {
    Map<Long, RoundJson.RunSummary> summaries = new HashMap<>();
    jdbc.sql(
            """
            select distinct on (round_id) round_id, objective, bound, firms, placed
            from allocation.runs order by round_id, id desc""")
        .query(
            (row, n) -> {
              long objective = row.getLong("objective");
              long bound = row.getLong("bound");
              return summaries.put(
                  row.getLong("round_id"),
                  new RoundJson.RunSummary(
                      "DONE",
                      objective,
                      bound,
                      gapPct(objective, bound),
                      row.getInt("firms"),
                      row.getInt("placed")));
            })
        .list();
    return summaries;
  }

  Optional<Kept> find(long roundId, long runId) {
    return jdbc.sql("select * from allocation.runs where round_id = :round and id = :run")
        .param("round", roundId)
        .param("run", runId)
        .query((row, n) -> run(row))
        .optional();
  }

  List<Kept> list(long roundId) {
    return jdbc.sql("select * from allocation.runs where round_id = :round order by id")
        .param("round", roundId)
        .query((row, n) -> run(row))
        .list();
  }

  private static Kept run(ResultSet row) throws SQLException {
    long objective = row.getLong("objective");
    long bound = row.getLong("bound");
    RoundJson.Run json =
        new RoundJson.Run(
            "DONE",
            row.getLong("id"),
            row.getString("status"),
            row.getString("engine"),
            row.getLong("seed"),
            row.getBigDecimal("budget_seconds"),
            row.getObject("budget_iterations", Long.class),
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
            row.getString("rules_sha256"),
            row.getInt("firms"),
            row.getInt("placed"),
            row.getLong("demand_m2"),
            row.getLong("supply_m2"),
            row.getLong("placed_m2"),
            row.getInt("moved"),
            row.getObject("finished_at", OffsetDateTime.class));
    return new Kept(
        row.getLong("id"),
        row.getLong("round_id"),
        Kind.valueOf(row.getString("kind")),
        row.getString("made_by"),
        row.getString("reason"),
        row.getObject("follows", Long.class),
        row.getObject("budget_iterations", Long.class),
        Math.max(1, row.getInt("threads")),
        row.getBoolean("cancelled"),
        row.getBoolean("reproducible"),
        row.getInt("moved"),
        row.getLong("penalty"),
        row.getString("result"),
        row.getString("changes"),
        row.getString("report"),
        String.valueOf(row.getString("result_sha256")),
        json);
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
    return reasons(runId, null);
  }

  /** Reasons of a run; of one application where it is given. */
  List<RoundJson.Reason> reasons(long runId, @Nullable String application) {
    return jdbc.sql(
            """
            select application, code, text_vi as vi, text_en as en, detail::text as detail
            from allocation.reasons
            where run_id = :run
              and (cast(:application as text) is null or application = :application)
            order by application""")
        .param("run", runId)
        .param("application", application, Types.VARCHAR)
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
