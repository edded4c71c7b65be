package vn.khuxuong.allocation.round;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of objections to shown drafts. */
@Repository
class ObjectionStore {
  private final JdbcClient jdbc;

  ObjectionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What an officer makes of an objection. */
  enum Ruling {
    UPHELD,
    REJECTED
  }

  /** An objection; ruling and reply are null until it is answered. */
  record Kept(
      long id,
      String application,
      String body,
      OffsetDateTime madeAt,
      @Nullable String ruling,
      @Nullable String reply,
      @Nullable OffsetDateTime repliedAt,
      long firmId) {}

  private static final String SELECT =
      """
      select o.id, o.application, o.body, o.made_at, o.ruling, o.reply, o.replied_at, e.firm_id
      from allocation.objections o
      join allocation.round_applications e
        on e.round_id = o.round_id and e.application = o.application
      where o.round_id = :round
      """;

  long insert(long roundId, String application, String body, String username) {
    return jdbc.sql(
            """
            insert into allocation.objections (round_id, application, body, made_by)
            values (:round, :application, :body, :username) returning id""")
        .param("round", roundId)
        .param("application", application)
        .param("body", body)
        .param("username", username)
        .query(Long.class)
        .single();
  }

  void reply(long id, Ruling ruling, String reply, String username) {
    jdbc.sql(
            """
            update allocation.objections
            set ruling = :ruling, reply = :reply, replied_by = :username, replied_at = now()
            where id = :id""")
        .param("ruling", ruling.name())
        .param("reply", reply)
        .param("username", username)
        .param("id", id)
        .update();
  }

  /** Objections of a round in the order they came. */
  List<Kept> list(long roundId) {
    return jdbc.sql(SELECT + " order by o.id").param("round", roundId).query(Kept.class).list();
  }

  Optional<Kept> find(long roundId, long id) {
    return jdbc.sql(SELECT + " and o.id = :id")
        .param("round", roundId)
        .param("id", id)
        .query(Kept.class)
        .optional();
  }

  /** How many objections are not answered. */
  int open(long roundId) {
    return jdbc.sql(
            """
            select count(*)::integer from allocation.objections
            where round_id = :round and ruling is null""")
        .param("round", roundId)
        .query(Integer.class)
        .single();
  }
}
