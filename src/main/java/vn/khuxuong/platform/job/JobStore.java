package vn.khuxuong.platform.job;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of table {@code platform.jobs}. Times are the database's. */
@Repository
class JobStore {
  record Claim(UUID id, String kind, String parameters) {}

  private final JdbcClient jdbc;

  JobStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  UUID insert(String kind, String parameters, String actor) {
    return jdbc.sql(
            """
            insert into platform.jobs (kind, parameters, submitted_by)
            values (:kind, cast(:parameters as jsonb), :actor) returning id""")
        .param("kind", kind)
        .param("parameters", parameters)
        .param("actor", actor)
        .query(UUID.class)
        .single();
  }

  /** Takes the oldest job that waits, or one whose worker has gone silent. */
  Optional<Claim> claim(Collection<String> kinds) {
    if (kinds.isEmpty()) {
      return Optional.empty();
    }
    return jdbc.sql(
            """
            update platform.jobs set state = 'RUNNING', attempts = attempts + 1,
              started_at = coalesce(started_at, now()), heartbeat_at = now()
            where id = (
              select id from platform.jobs
              where kind in (:kinds) and (state = 'QUEUED'
                 or (state = 'RUNNING' and heartbeat_at < now() - interval '30 seconds'))
              order by submitted_at limit 1 for update skip locked)
            returning id, kind, parameters::text""")
        .param("kinds", kinds)
        .query(
            (row, i) -> new Claim(row.getObject(1, UUID.class), row.getString(2), row.getString(3)))
        .optional();
  }

  /** Writes progress and the sign of life; true when somebody asked to stop. */
  boolean heartbeat(UUID id, long done, long total, String vi, String en, String detail) {
    return jdbc.sql(
            """
            update platform.jobs set heartbeat_at = now(), done = :done,
              total = nullif(:total, 0), message_vi = :vi, message_en = :en,
              detail = cast(:detail as jsonb)
            where id = :id returning cancel_requested""")
        .param("id", id)
        .param("done", done)
        .param("total", total)
        .param("vi", vi)
        .param("en", en)
        .param("detail", detail)
        .query(Boolean.class)
        .optional()
        .orElse(true);
  }

  /** Only the sign of life; true when somebody asked to stop. */
  boolean alive(UUID id) {
    return jdbc.sql(
            "update platform.jobs set heartbeat_at = now() where id = :id returning cancel_requested")
        .param("id", id)
        .query(Boolean.class)
        .optional()
        .orElse(true);
  }

  void end(UUID id, String state, String messageVi, String messageEn) {
    jdbc.sql(
            """
            update platform.jobs set state = :state, finished_at = now(),
              message_vi = case when :vi = '' then message_vi else :vi end,
              message_en = case when :en = '' then message_en else :en end
            where id = :id""")
        .param("id", id)
        .param("state", state)
        .param("vi", messageVi)
        .param("en", messageEn)
        .update();
  }

  /** Gives a job back that this process can no longer finish. */
  void requeue(UUID id) {
    jdbc.sql("update platform.jobs set state = 'QUEUED' where id = :id and state = 'RUNNING'")
        .param("id", id)
        .update();
  }

  boolean requestCancel(UUID id) {
    return jdbc.sql(
                """
                update platform.jobs set cancel_requested = true,
                  state = case when state = 'QUEUED' then 'CANCELLED' else state end,
                  finished_at = case when state = 'QUEUED' then now() else finished_at end
                where id = :id and state in ('QUEUED', 'RUNNING')""")
            .param("id", id)
            .update()
        == 1;
  }

  Optional<JobView> find(UUID id) {
    return jdbc.sql(
            """
            select id, kind, state, done, total, message_vi, message_en, detail::text as detail,
                   submitted_at, started_at, finished_at
            from platform.jobs where id = :id""")
        .param("id", id)
        .query(JobView.class)
        .optional();
  }
}
