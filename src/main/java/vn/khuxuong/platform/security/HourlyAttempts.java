package vn.khuxuong.platform.security;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** SQL of attempts to make an account or to have a password set anew, which need no account. */
@Component
public class HourlyAttempts {
  private final JdbcClient jdbc;

  HourlyAttempts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What is attempted; each is counted by itself. */
  public enum Kind {
    ACCOUNT,
    RESET
  }

  /**
   * Notes an attempt for good, whatever becomes of it. One too many is not noted: who goes on
   * trying uses up neither the next hour nor what all have together.
   *
   * @param network as {@code inet}
   * @param mostHere attempts within an hour from the network
   * @param mostOfAll attempts within an hour from everywhere
   * @return false for one too many
   */
  @Transactional
  public boolean note(Kind kind, String network, int mostHere, int mostOfAll) {
    // one after another: those who come at the same time see each other
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('registrations', 26))")
        .query((row, n) -> true)
        .list();
    jdbc.sql(
            """
            delete from platform.registrations
            where at < clock_timestamp() - interval '1 hour'""")
        .update();
    return jdbc.sql(
                """
                insert into platform.registrations (kind, source)
                select :kind, cast(:network as inet)
                where :mostHere > (select count(*) from platform.registrations
                                   where kind = :kind and source = cast(:network as inet))
                  and :mostOfAll > (select count(*) from platform.registrations
                                    where kind = :kind)""")
            .param("kind", kind.name())
            .param("network", network)
            .param("mostHere", mostHere)
            .param("mostOfAll", mostOfAll)
            .update()
        == 1;
  }
}
