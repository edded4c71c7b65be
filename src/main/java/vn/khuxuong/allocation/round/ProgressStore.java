package vn.khuxuong.allocation.round;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.khuxuong.allocation.solver.Progress;

/** SQL of the jobs that solve rounds, and of how objective and bound moved meanwhile. */
@Repository
class ProgressStore {
  private final JdbcClient jdbc;

  ProgressStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The newest job that solves a round. */
  record SolveJob(UUID id, String state) {}

  Optional<SolveJob> newestJob(long roundId) {
    return jdbc.sql(
            """
            select id, state from platform.jobs
            where kind = :kind and parameters ->> 'roundId' = :round
            order by submitted_at desc limit 1""")
        .param("kind", SolveRound.KIND)
        .param("round", String.valueOf(roundId))
        .query(SolveJob.class)
        .optional();
  }

  void insert(UUID job, int no, long round, String stage, Progress.Report report) {
    jdbc.sql(
            """
            insert into allocation.progress
              (job_id, no, round_id, stage, seconds, iterations, objective, bound)
            values (:job, :no, :round, :stage, :seconds, :iterations, :objective,
                    nullif(:bound, 9223372036854775807))
            on conflict do nothing""")
        .param("job", job)
        .param("no", no)
        .param("round", round)
        .param("stage", stage)
        .param("seconds", report.elapsedSeconds())
        .param("iterations", report.iterations())
        .param("objective", report.objective())
        .param("bound", report.bound())
        .update();
  }

  void forget(UUID job) {
    jdbc.sql("delete from allocation.progress where job_id = :job").param("job", job).update();
  }

  List<RoundJson.Point> list(UUID job) {
    return jdbc.sql(
            """
            select stage, seconds, iterations, objective, bound
            from allocation.progress where job_id = :job order by no""")
        .param("job", job)
        .query(
            (row, n) -> {
              Long bound = row.getObject("bound", Long.class);
              long objective = row.getLong("objective");
              return new RoundJson.Point(
                  row.getString("stage"),
                  row.getBigDecimal("seconds"),
                  row.getLong("iterations"),
                  objective,
                  bound,
                  bound == null || bound < objective ? null : RunStore.gapPct(objective, bound));
            })
        .list();
  }
}
