package vn.khuxuong.platform.account;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.khuxuong.platform.web.Language;

/** SQL of mails about accounts and of the links in them. All times are the database's. */
@Repository
class AccountMailStore {
  private final JdbcClient jdbc;

  AccountMailStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A mail that is to be sent now. */
  record Due(
      UUID id, long userId, String username, MailKind kind, String email, Language language) {}

  /** Whom a link is for. */
  record Holder(long userId, String username, String email) {}

  /**
   * Writes a mail to the account's address, unless as many of that kind were written to it within
   * an hour.
   *
   * @param most of that kind within an hour
   */
  boolean add(String username, MailKind kind, Language language, int most) {
    return jdbc.sql(
                """
                insert into platform.account_mails (user_id, kind, email, language)
                select u.id, :kind, u.email, :language from platform.users u
                where u.username = :name and u.enabled and u.email is not null
                  and :most > (select count(*) from platform.account_mails m
                               where m.user_id = u.id and m.kind = :kind
                                 and m.made_at > now() - interval '1 hour')""")
            .param("name", username)
            .param("kind", kind.name())
            .param("language", language.name())
            .param("most", most)
            .update()
        == 1;
  }

  Due get(UUID id) {
    return jdbc.sql(
            """
            select m.id, m.user_id, u.username, m.kind, m.email, m.language
            from platform.account_mails m join platform.users u on u.id = m.user_id
            where m.id = :id""")
        .param("id", id)
        .query(
            (row, n) ->
                new Due(
                    row.getObject("id", UUID.class),
                    row.getLong("user_id"),
                    row.getString("username"),
                    MailKind.valueOf(row.getString("kind")),
                    row.getString("email"),
                    Language.valueOf(row.getString("language"))))
        .single();
  }

  void addToken(Due mail, String sha256) {
    jdbc.sql(
            """
            insert into platform.account_tokens (sha256, user_id, purpose, email, expires_at)
            values (:sha256, :user, :purpose, :email, now() + make_interval(secs => :seconds))""")
        .param("sha256", sha256)
        .param("user", mail.userId())
        .param("purpose", mail.kind().name())
        .param("email", mail.email())
        .param("seconds", mail.kind().life().toSeconds())
        .update();
  }

  /** Whom a link is for; empty where it is none, is too old, or of an address that was changed. */
  Optional<Holder> find(String sha256, MailKind purpose) {
    return jdbc.sql(
            """
            select u.id, u.username, t.email
            from platform.account_tokens t join platform.users u on u.id = t.user_id
            where t.sha256 = :sha256 and t.purpose = :purpose and t.expires_at > now()
              and t.email = u.email and u.enabled""")
        .param("sha256", sha256)
        .param("purpose", purpose.name())
        .query(
            (row, n) ->
                new Holder(row.getLong("id"), row.getString("username"), row.getString("email")))
        .optional();
  }

  /**
   * Uses a link up, and with it all others of the account for the same.
   *
   * @return false where somebody has just used it
   */
  boolean use(String sha256, MailKind purpose, long userId) {
    boolean first =
        jdbc.sql("delete from platform.account_tokens where sha256 = :sha256")
                .param("sha256", sha256)
                .update()
            == 1;
    jdbc.sql("delete from platform.account_tokens where user_id = :user and purpose = :purpose")
        .param("user", userId)
        .param("purpose", purpose.name())
        .update();
    return first;
  }

  /** Links that are too old, and mails of more than 30 days. */
  int forget() {
    return jdbc.sql("delete from platform.account_tokens where expires_at < now()").update()
        + jdbc.sql("delete from platform.account_mails where made_at < now() - interval '30 days'")
            .update();
  }
}
