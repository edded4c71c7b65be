package vn.khuxuong.platform.account;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of the addresses of accounts. */
@Repository
class EmailStore {
  private final JdbcClient jdbc;

  EmailStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * An account's address.
   *
   * @param email empty where it has none
   */
  record Known(Optional<String> email, boolean confirmed) {}

  Known get(String username) {
    return jdbc.sql(
            """
            select email, email_confirmed_at is not null as confirmed
            from platform.users where username = :name""")
        .param("name", username)
        .query(
            (row, n) ->
                new Known(Optional.ofNullable(row.getString("email")), row.getBoolean("confirmed")))
        .single();
  }

  /**
   * The account that somebody means who has forgotten a password: by its name, or by an address
   * that was confirmed.
   */
  Optional<String> findAccount(String nameOrEmail) {
    return jdbc.sql(
            """
            select username from platform.users
            where username = lower(:text)
               or (lower(email) = lower(:text) and email_confirmed_at is not null)
            order by email_confirmed_at is not null desc, lower(email) = lower(:text) desc, id
            limit 1""")
        .param("text", nameOrEmail)
        .query(String.class)
        .optional();
  }

  /** The account that an address was confirmed for. */
  Optional<String> findConfirmed(String email) {
    return jdbc.sql(
            """
            select username from platform.users
            where lower(email) = lower(:email) and email_confirmed_at is not null""")
        .param("email", email)
        .query(String.class)
        .optional();
  }

  /** Another address, which is not confirmed. */
  void change(String username, String email) {
    jdbc.sql(
            """
            update platform.users
            set email = :email, email_confirmed_at = null, version = version + 1
            where username = :name""")
        .param("email", email)
        .param("name", username)
        .update();
    jdbc.sql(
            """
            delete from platform.account_tokens
            where user_id = (select id from platform.users where username = :name)""")
        .param("name", username)
        .update();
  }

  /**
   * The address is the account's; of other accounts it is not any more, since who has the mailbox
   * has said which one it belongs to.
   */
  void confirm(long userId, String email) {
    jdbc.sql(
            """
            update platform.users set email_confirmed_at = null, version = version + 1
            where lower(email) = lower(:email) and email_confirmed_at is not null and id <> :id""")
        .param("email", email)
        .param("id", userId)
        .update();
    jdbc.sql(
            """
            update platform.users
            set email_confirmed_at = coalesce(email_confirmed_at, now()), version = version + 1
            where id = :id""")
        .param("id", userId)
        .update();
  }
}
