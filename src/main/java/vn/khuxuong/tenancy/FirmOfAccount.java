package vn.khuxuong.tenancy;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells for which firm an account acts (table {@code tenancy.firm_people}). */
@Component
public class FirmOfAccount {
  private final JdbcClient jdbc;

  FirmOfAccount(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Id of the account's firm, empty where it acts for none; the oldest firm where for several. */
  public Optional<Long> firmOf(String username) {
    return jdbc.sql(
            """
            select firm_id from tenancy.firm_people
            where username = :username
            order by firm_id limit 1""")
        .param("username", username)
        .query(Long.class)
        .optional();
  }
}
