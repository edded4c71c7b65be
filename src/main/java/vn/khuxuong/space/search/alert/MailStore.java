package vn.khuxuong.space.search.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.khuxuong.platform.web.Language;

/** SQL of the news and of the mails to be sent. All times are the database's. */
@Repository
class MailStore {
  private final JdbcClient jdbc;
  private final Runs runs;

  MailStore(JdbcClient jdbc, Runs runs) {
    this.jdbc = jdbc;
    this.runs = runs;
  }

  /**
   * A mail that is to be sent now.
   *
   * @param news what it tells; empty for one that asks for confirmation
   * @param seen what matched when the search was last looked at
   */
  record Due(
      UUID id,
      UUID search,
      boolean confirms,
      String email,
      String query,
      Language language,
      Frequency frequency,
      List<News> news,
      SeenBays seen) {}

  void addConfirmation(UUID search) {
    jdbc.sql(
            """
            insert into space.alert_mails (search_id, kind, due_at)
            values (:search, 'CONFIRM', now())""")
        .param("search", search)
        .update();
  }

  void addNews(UUID search, long revision, String first, int inAll) {
    jdbc.sql(
            """
            insert into space.search_news (search_id, revision, runs, runs_in_all)
            values (:search, :revision, cast(:runs as jsonb), :inAll)""")
        .param("search", search)
        .param("revision", revision)
        .param("runs", first)
        .param("inAll", inAll)
        .update();
  }

  /**
   * Sees to it that a mail will tell the news of a search: at once, but not within ten minutes of
   * the one before; or at seven in the morning where the zones are. One that is to come already
   * takes these news too.
   */
  void addMail(UUID search, Frequency frequency) {
    jdbc.sql(
            """
            select id from space.alert_mails
            where search_id = :search and kind = 'NEWS' and attempts = 0 for update""")
        .param("search", search)
        .query(UUID.class)
        .list(); // nobody begins it before these news are in
    jdbc.sql(
            """
            insert into space.alert_mails (search_id, kind, due_at)
            select :search, 'NEWS', case when :frequency = 'AT_ONCE'
              then greatest(now(), max(m.ended_at) + interval '10 minutes')
              else (date_trunc('day', (now() at time zone 'Asia/Ho_Chi_Minh') + interval '17 hours')
                    + interval '7 hours') at time zone 'Asia/Ho_Chi_Minh' end
            from space.alert_mails m
            where m.search_id = :search and m.kind = 'NEWS' and m.outcome = 'SENT'
            on conflict do nothing""")
        .param("search", search)
        .param("frequency", frequency.name())
        .update();
  }

  /** What a mail that was just taken tells; settled by its first attempt. */
  Due settled(UUID mail) {
    settle(mail);
    return find(mail);
  }

  private void settle(UUID mail) {
    jdbc.sql(
            """
            update space.search_news n set mail_id = m.id
            from space.alert_mails m
            where m.id = :mail and m.kind = 'NEWS' and m.attempts = 1
              and n.search_id = m.search_id and n.mail_id is null""")
        .param("mail", mail)
        .update();
  }

  private Due find(UUID mail) {
    List<News> news = news("n.mail_id = :id", mail, 1_000);
    return jdbc.sql(
            """
            select m.id, m.search_id, m.kind, s.email, s.query, s.language,
                   s.frequency, s.seen::text as seen
            from space.alert_mails m
            join space.saved_searches s on s.id = m.search_id
            where m.id = :mail""")
        .param("mail", mail)
        .query(
            (row, n) ->
                new Due(
                    row.getObject("id", UUID.class),
                    row.getObject("search_id", UUID.class),
                    row.getString("kind").equals("CONFIRM"),
                    row.getString("email"),
                    row.getString("query"),
                    Language.valueOf(row.getString("language")),
                    Frequency.valueOf(row.getString("frequency")),
                    news,
                    runs.seen(row.getString("seen"))))
        .single();
  }

  /** The news of a search, the newest first. */
  List<News> newsOf(UUID search, int most) {
    return news("n.search_id = :id", search, most);
  }

  private List<News> news(String condition, UUID id, int most) {
    return jdbc.sql(
            "select n.id, n.found_at, n.runs::text as runs, n.runs_in_all from space.search_news n"
                + " where "
                + condition
                + " order by n.found_at desc, n.id limit :most")
        .param("id", id)
        .param("most", most)
        .query((row, n) -> news(row))
        .list();
  }

  private News news(ResultSet row) throws SQLException {
    return new News(
        row.getObject("id", UUID.class),
        row.getObject("found_at", OffsetDateTime.class),
        runs.list(row.getString("runs")),
        row.getInt("runs_in_all"));
  }
}
