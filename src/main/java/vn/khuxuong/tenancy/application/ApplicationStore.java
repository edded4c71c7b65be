package vn.khuxuong.tenancy.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import vn.khuxuong.tenancy.firm.MachineColumns;

/** SQL of applications, what they wish for, and their steps. */
@Component
class ApplicationStore {
  private static final String APPLICATIONS =
      """
      select a.*, f.code as firm_code, b.code as building,
             lower(a.bays) as first_bay, upper(a.bays) - lower(a.bays) as bay_count,
             array(select z.code from tenancy.application_zones az
                   join zoning.zones z on z.id = az.zone_id
                   where az.application_id = a.id order by az.rank) as zones,
      """
          + MachineColumns.ofApplication()
          + """
      from tenancy.applications a
      join tenancy.firms f on f.id = a.firm_id
      left join space.buildings b on b.id = a.building_id
      """;

  private final JdbcClient jdbc;

  ApplicationStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One step of an application's history. */
  record StepTaken(
      int no,
      OffsetDateTime at,
      String actor,
      String action,
      String fromStatus,
      String toStatus,
      @Nullable String reason) {}

  Optional<KeptApplication> find(String code) {
    return one(jdbc.sql(APPLICATIONS + "where a.code = :code").param("code", code));
  }

  KeptApplication get(long id) {
    return one(jdbc.sql(APPLICATIONS + "where a.id = :id").param("id", id)).orElseThrow();
  }

  /** The application, locked until the transaction ends. */
  KeptApplication lock(long id) {
    jdbc.sql("select id from tenancy.applications where id = :id for no key update")
        .param("id", id)
        .query(Long.class)
        .single();
    return get(id);
  }

  /** Makes other new applications of a firm wait until this transaction has ended. */
  void lockFirm(long firm) {
    jdbc.sql("select id from tenancy.firms where id = :firm for no key update")
        .param("firm", firm)
        .query(Long.class)
        .single();
  }

  /** How many applications of a firm are open: drafts, and those given back. */
  int countOpen(long firm) {
    return jdbc.sql(
            """
            select count(*) from tenancy.applications
            where firm_id = :firm and status in ('DRAFT', 'INCOMPLETE')""")
        .param("firm", firm)
        .query(Integer.class)
        .single();
  }

  /** A firm's applications, newest first. */
  List<KeptApplication> listOf(long firm, int most) {
    return jdbc.sql(APPLICATIONS + "where a.firm_id = :firm order by a.id desc limit :most")
        .param("firm", firm)
        .param("most", most)
        .query((row, n) -> application(row))
        .list();
  }

  /**
   * Applications that were handed in, newest first.
   *
   * @param status null for any
   * @param before id from which on they are left out
   */
  List<KeptApplication> listSubmitted(@Nullable String status, long before, int most) {
    return jdbc.sql(
            APPLICATIONS
                + """
                where a.submitted_at is not null and a.id < :before
                  and (cast(:status as text) is null or a.status = :status)
                order by a.id desc limit :most""")
        .param("before", before)
        .param("status", status, Types.VARCHAR)
        .param("most", most)
        .query((row, n) -> application(row))
        .list();
  }

  /** Applications that were handed in and wait for an answer, whatever the rules said of them. */
  List<KeptApplication> listUnanswered() {
    return jdbc.sql(
            APPLICATIONS
                + """
                where a.submitted_at is not null
                  and a.status in ('SUBMITTED', 'INCOMPLETE', 'ELIGIBLE', 'INELIGIBLE')
                order by a.code""")
        .query((row, n) -> application(row))
        .list();
  }

  /** Moves the lock version of an application whose papers changed. */
  void touch(long id) {
    jdbc.sql("update tenancy.applications set lock_version = lock_version + 1 where id = :id")
        .param("id", id)
        .update();
  }

  /** Writes what a step led to; a submission also its moment and what the rules said. */
  void move(
      KeptApplication from,
      Status to,
      String action,
      String actor,
      @Nullable String reason,
      @Nullable String verdict) {
    jdbc.sql(
            """
            update tenancy.applications
            set status = :to, lock_version = lock_version + 1,
              submitted_at = case when cast(:verdict as jsonb) is null then submitted_at
                                  else now() end,
              verdict = coalesce(cast(:verdict as jsonb), verdict),
              decision_reason = :reason
            where id = :id""")
        .param("to", to.name())
        .param("verdict", verdict, Types.VARCHAR)
        .param("reason", reason, Types.VARCHAR)
        .param("id", from.id())
        .update();
    jdbc.sql(
            """
            insert into tenancy.application_steps (application_id, no, actor, action, from_status,
              to_status, reason, detail)
            select :id, coalesce(max(no), 0) + 1, :actor, :action, :from, :to, :reason,
                   coalesce(cast(:verdict as jsonb), '{}')
            from tenancy.application_steps where application_id = :id""")
        .param("id", from.id())
        .param("actor", actor)
        .param("action", action)
        .param("from", from.status())
        .param("to", to.name())
        .param("reason", reason, Types.VARCHAR)
        .param("verdict", verdict, Types.VARCHAR)
        .update();
  }

  /**
   * Steps taken, first one first: those up to the decision, and those that followed with bays
   * (held, offered, let), which are in the audit.
   */
  List<StepTaken> steps(long id) {
    return jdbc.sql(
            """
            select row_number() over (order by at, no) as no, at, actor, action, from_status,
                   to_status, reason
            from (
              select no, at, actor, action, from_status, to_status, reason
              from tenancy.application_steps where application_id = :id
              union all
              select null, d.at, d.actor, d.action, d.detail ->> 'from', d.detail ->> 'to',
                     d.detail ->> 'reason'
              from tenancy.applications a
              join platform.audit d on d.subject_type = 'application' and d.subject_id = a.code
              where a.id = :id and d.action in ('application.held', 'application.released',
                'application.offered', 'application.leased', 'application.declined',
                'application.offer-taken-back', 'application.lapsed')) taken
            order by at, no""")
        .param("id", id)
        .query(StepTaken.class)
        .list();
  }

  private static Optional<KeptApplication> one(StatementSpec sql) {
    return sql.query((row, n) -> application(row)).optional();
  }

  private static KeptApplication application(ResultSet row) throws SQLException {
    return new KeptApplication(
        row.getLong("id"),
        row.getString("code"),
        row.getLong("firm_id"),
        row.getString("firm_code"),
        row.getString("status"),
        row.getObject("created_at", OffsetDateTime.class),
        row.getObject("submitted_at", OffsetDateTime.class),
        WantedStore.read(row),
        row.getString("verdict"),
        row.getString("decision_reason"),
        row.getInt("lock_version"));
  }
}
