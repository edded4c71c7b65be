package vn.khuxuong.space;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sets the day that the views on availability answer for (SQL function {@code zoning.on_date()}),
 * for the rest of the running transaction.
 */
@Component
public class AvailabilityDay {
  private final JdbcClient jdbc;

  AvailabilityDay(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Makes the views answer for the day; call it first in the transaction that reads them. */
  public void set(LocalDate day) {
    jdbc.sql("select set_config('khu.on', :day, true)")
        .param("day", day.toString())
        .query(String.class)
        .single();
  }
}
