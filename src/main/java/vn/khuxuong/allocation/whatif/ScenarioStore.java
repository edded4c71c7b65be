package vn.khuxuong.allocation.whatif;

import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of scenarios. */
@Repository
class ScenarioStore {
  private static final String SELECT =
      """
      select s.id, s.round_id, s.run_id, s.name, s.asked, s.job_id, s.made_by, s.made_at, s.result,
             s.figures, coalesce(j.state, 'QUEUED') as state
      from allocation.scenarios s left join platform.jobs j on j.id = s.job_id
      """;

  private final JdbcClient jdbc;

  ScenarioStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A scenario as it is stored; result and figures are null until it is solved. */
  record Kept(
      long id,
      long roundId,
      @Nullable Long runId,
      String name,
      String asked,
      @Nullable UUID jobId,
      String madeBy,
      OffsetDateTime madeAt,
      @Nullable String result,
      @Nullable String figures,
      String state) {}

  /**
   * How many scenarios of somebody wait or are solved now, and were asked within the hour; those
   * that were thrown away count too.
   */
  record Load(int open, int lastHour) {}

  Load load(String username) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:name, 0))")
        .param("name", "allocation.scenarios " + username)
        .query()
        .singleRow();
    return jdbc.sql(
            """
            select count(*) filter (where state in ('QUEUED', 'RUNNING')) as open,
                   count(*) filter (where submitted_at > now() - interval '1 hour') as last_hour
            from platform.jobs
            where kind = 'allocation.whatif' and submitted_by = :username
              and submitted_at > now() - interval '1 day'""")
        .param("username", username)
        .query(Load.class)
        .single();
  }

  long insert(long round, @Nullable Long run, String name, String asked, String username) {
    return jdbc.sql(
            """
            insert into allocation.scenarios (round_id, run_id, name, asked, made_by)
            values (:round, :run, :name, :asked, :username) returning id""")
        .param("round", round)
        .param("run", run, Types.BIGINT)
        .param("name", name)
        .param("asked", asked)
        .param("username", username)
        .query(Long.class)
        .single();
  }

  void queued(long id, UUID job) {
    jdbc.sql("update allocation.scenarios set job_id = :job where id = :id")
        .param("job", job)
        .param("id", id)
        .update();
  }

  void solved(long id, String result, String figures) {
    jdbc.sql(
            """
            update allocation.scenarios
            set result = :result, figures = :figures, solved_at = now() where id = :id""")
        .param("result", result)
        .param("figures", figures)
        .param("id", id)
        .update();
  }

  void delete(long round, long id) {
    jdbc.sql("delete from allocation.scenarios where id = :id and round_id = :round")
        .param("id", id)
        .param("round", round)
        .update();
  }

  Optional<Kept> find(long id) {
    return jdbc.sql(SELECT + "where s.id = :id").param("id", id).query(Kept.class).optional();
  }

  Optional<Kept> find(long round, long id) {
    return jdbc.sql(SELECT + "where s.id = :id and s.round_id = :round")
        .param("id", id)
        .param("round", round)
        .query(Kept.class)
        .optional();
  }

  /** Scenarios of a round, the newest first. */
  List<Kept> list(long round) {
    return jdbc.sql(SELECT + "where s.round_id = :round order by s.id desc limit 200")
        .param("round", round)
        .query(Kept.class)
        .list();
  }

  /**
   * The outline of bays as GeoJSON in longitude and latitude (WGS 84); empty where they are gone.
   */
  Optional<String> outline(String building, int level, int firstBay, int bayCount) {
    return jdbc.sql(
            """
            select st_asgeojson(st_union(y.geom), 7)
            from space.bays y
            join space.floors f on f.id = y.floor_id
            join space.buildings b on b.id = f.building_id
            where b.code = :building and f.level = :level
              and y.no >= :first and y.no < :first + :count""")
        .param("building", building)
        .param("level", level)
        .param("first", firstBay)
        .param("count", bayCount)
        .query((row, n) -> Optional.ofNullable(row.getString(1)))
        .single();
  }
}
