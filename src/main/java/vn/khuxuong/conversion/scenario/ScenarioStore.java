package vn.khuxuong.conversion.scenario;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of what-ifs. Writes nowhere but in their own tables. */
@Component
public class ScenarioStore {
  private final JdbcClient jdbc;

  ScenarioStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A what-if that names a firm. */
  public record Named(
      long scenario, String name, String zone, String verdict, @Nullable LocalDate leaveBy) {}

  List<ScenarioJson> list() {
    return jdbc.sql(
            "select * from conversion.scenarios where not archived order by id desc limit 200")
        .query((row, n) -> scenario(row))
        .list();
  }

  Optional<ScenarioJson> find(long id) {
    return jdbc.sql("select * from conversion.scenarios where id = :id and not archived")
        .param("id", id)
        .query((row, n) -> scenario(row))
        .optional();
  }

  /** The scenario, locked until the transaction ends. */
  Optional<ScenarioJson> lock(long id) {
    return jdbc.sql("select * from conversion.scenarios where id = :id and not archived for update")
        .param("id", id)
        .query((row, n) -> scenario(row))
        .optional();
  }

  /** What-ifs that name a firm, which it may see. */
  public List<Named> naming(long firm) {
    return jdbc.sql(
            """
            select s.id as scenario, s.name, v.zone_code as zone, v.verdict, v.leave_by
            from conversion.scenario_verdicts v
            join conversion.scenarios s on s.id = v.scenario_id
            where v.firm_id = :firm and not s.archived
            order by s.id desc, v.zone_code""")
        .param("firm", firm)
        .query(Named.class)
        .list();
  }

  int count() {
    return jdbc.sql("select count(*) from conversion.scenarios where not archived")
        .query(Integer.class)
        .single();
  }

  long insert(String name, String note, @Nullable Long from, String who) {
    return jdbc.sql(
            """
            insert into conversion.scenarios (name, note, forked_from, made_by)
            values (:name, :note, :from, :who) returning id""")
        .param("name", name)
        .param("note", note)
        .param("from", from, Types.BIGINT)
        .param("who", who)
        .query(Long.class)
        .single();
  }

  void update(long id, String name, String note) {
    jdbc.sql(
            """
            update conversion.scenarios
            set name = :name, note = :note, changed_at = now(), lock_version = lock_version + 1
            where id = :id""")
        .param("name", name)
        .param("note", note)
        .param("id", id)
        .update();
  }

  void archive(long id) {
    jdbc.sql(
            """
            update conversion.scenarios
            set archived = true, changed_at = now(), lock_version = lock_version + 1
            where id = :id""")
        .param("id", id)
        .update();
  }

  void replaceTerms(long id, List<ScenarioJson.Extension> terms) {
    jdbc.sql("delete from conversion.scenario_terms where scenario_id = :id")
        .param("id", id)
        .update();
    for (ScenarioJson.Extension one : terms) {
      jdbc.sql("insert into conversion.scenario_terms values (:id, :zone, :years)")
          .param("id", id)
          .param("zone", one.zone())
          .param("years", one.years())
          .update();
    }
  }

  /** Writes the verdicts; false where a firm's code is not known. */
  boolean replaceVerdicts(long id, List<ScenarioJson.Change> verdicts) {
    jdbc.sql("delete from conversion.scenario_verdicts where scenario_id = :id")
        .param("id", id)
        .update();
    for (ScenarioJson.Change one : verdicts) {
      int written =
          jdbc.sql(
                  """
                  insert into conversion.scenario_verdicts
                  select :id, :zone, f.id, :verdict, :leaveBy
                  from tenancy.firms f where f.code = :firm""")
              .param("id", id)
              .param("zone", one.zone())
              .param("firm", one.firm())
              .param("verdict", one.verdict().name())
              .param("leaveBy", one.leaveBy(), Types.DATE)
              .update();
      if (written != 1) {
        return false;
      }
    }
    return true;
  }

  private ScenarioJson scenario(ResultSet row) throws SQLException {
    long id = row.getLong("id");
    return new ScenarioJson(
        id,
        row.getString("name"),
        row.getString("note"),
        row.getObject("forked_from", Long.class),
        row.getString("made_by"),
        row.getObject("made_at", OffsetDateTime.class),
        row.getObject("changed_at", OffsetDateTime.class),
        row.getInt("lock_version"),
        jdbc.sql(
                """
                select zone_code as zone, years from conversion.scenario_terms
                where scenario_id = :id order by zone_code""")
            .param("id", id)
            .query(ScenarioJson.Extension.class)
            .list(),
        jdbc.sql(
                """
                select v.zone_code as zone, f.code as firm, v.verdict, v.leave_by
                from conversion.scenario_verdicts v
                join tenancy.firms f on f.id = v.firm_id
                where v.scenario_id = :id order by v.zone_code, f.code""")
            .param("id", id)
            .query(ScenarioJson.Change.class)
            .list());
  }
}
