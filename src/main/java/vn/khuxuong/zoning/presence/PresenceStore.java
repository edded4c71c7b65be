package vn.khuxuong.zoning.presence;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of who has which plan open. Times are the database's, so instances agree on them. */
@Component
class PresenceStore {
  private final JdbcClient jdbc;

  PresenceStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What somebody does with a plan; the table holds the same names. */
  enum Doing {
    VIEWING,
    EDITING
  }

  /**
   * One window in which somebody has the plan open.
   *
   * @param name account
   * @param displayName the person's name
   * @param session the window
   * @param subzone uid of the subzone looked at, null for none
   * @param since when the window opened the plan
   */
  record Person(
      String name,
      String displayName,
      UUID session,
      @Nullable UUID subzone,
      Doing doing,
      OffsetDateTime since) {}

  /**
   * Says that a window of a person has the plan open, and tells who else has. What is stale goes in
   * passing: after the own row is held and without waiting for anybody, so nobody waits in a ring.
   */
  List<Person> announce(
      long planId, String person, UUID session, @Nullable UUID subzone, Doing doing) {
    return jdbc.sql(
            """
            with me as (
              insert into zoning.presences as p (person, session, plan_id, subzone, doing)
              values (:person, :session, :plan, :subzone, :doing)
              on conflict (person, session) do update set
                since = case when p.plan_id = excluded.plan_id
                               and p.seen_at > now() - interval '30 seconds'
                             then p.since else excluded.since end,
                plan_id = excluded.plan_id, subzone = excluded.subzone, doing = excluded.doing,
                seen_at = excluded.seen_at
              returning person, session),
            stale as (
              delete from zoning.presences where (person, session) in (
                select old.person, old.session from zoning.presences old, me
                where old.seen_at <= now() - interval '30 seconds'
                  and (old.person, old.session) <> (me.person, me.session)
                for update of old skip locked))
            select p.person as name, coalesce(u.display_name, p.person) as display_name, p.session,
                   p.subzone, p.doing, p.since
            from zoning.presences p left join platform.users u on u.username = p.person
            where p.plan_id = :plan and p.seen_at > now() - interval '30 seconds'
              and (p.person, p.session) <> (:person, :session)
            order by p.since, p.person, p.session limit 100""")
        .param("plan", planId)
        .param("person", person)
        .param("session", session)
        .param("subzone", subzone)
        .param("doing", doing.name())
        .query(Person.class)
        .list();
  }

  /** A window of a person no longer has the plan open; nothing happens where it had not. */
  void leave(long planId, String person, UUID session) {
    jdbc.sql(
            """
            delete from zoning.presences
            where person = :person and session = :session and plan_id = :plan""")
        .param("plan", planId)
        .param("person", person)
        .param("session", session)
        .update();
  }
}
