package vn.khuxuong.platform.mail;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * SQL of one table of mails to be sent and sent, with columns {@code id}, {@code due_at}, {@code
 * attempts}, {@code leased_until}, {@code ended_at}, {@code outcome} and {@code fault}. All times
 * are the database's. Several instances may take from it, and be killed at any time.
 */
public final class Outbox {
  private final JdbcClient jdbc;
  private final String table;

  /**
   * The outbox in a table.
   *
   * @param table its name with its schema, as the code knows it
   */
  public Outbox(JdbcClient jdbc, String table) {
    this.jdbc = jdbc;
    this.table = table;
  }

  /**
   * A mail that was taken.
   *
   * @param attempts how often it was, with this time
   */
  record Taken(UUID id, int attempts) {}

  /** Takes the mail that has been due longest, for two minutes; another instance may after that. */
  Optional<Taken> take() {
    return jdbc.sql(
            """
            update %1$s set attempts = attempts + 1, leased_until = now() + interval '2 minutes'
            where id = (
              select id from %1$s
              where ended_at is null and due_at <= now()
                and (leased_until is null or leased_until < now())
              order by due_at, id limit 1 for update skip locked)
            returning id, attempts"""
                .formatted(table))
        .query((row, n) -> new Taken(row.getObject("id", UUID.class), row.getInt("attempts")))
        .optional();
  }

  /**
   * The mail is done with.
   *
   * @param outcome SENT, DROPPED or FAILED
   */
  void end(UUID mail, String outcome, @Nullable String fault) {
    jdbc.sql(
            """
            update %s
            set ended_at = now(), outcome = :outcome, fault = :fault, leased_until = null
            where id = :mail"""
                .formatted(table))
        .param("mail", mail)
        .param("outcome", outcome)
        .param("fault", fault)
        .update();
  }

  /** It could not be sent now; another attempt is made after so many seconds. */
  void postpone(UUID mail, long seconds, String fault) {
    jdbc.sql(
            """
            update %s
            set due_at = now() + make_interval(secs => :seconds), leased_until = null, fault = :fault
            where id = :mail and ended_at is null"""
                .formatted(table))
        .param("mail", mail)
        .param("seconds", seconds)
        .param("fault", fault)
        .update();
  }
}
