package vn.khuxuong.platform.derived;

import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** What has to be done for the copies and their journal at start and as time goes by. */
@Configuration
@EnableScheduling
@Order(KeepCopies.BEFORE_DATA_ARE_LOADED)
class KeepCopies implements ApplicationRunner {
  static final int BEFORE_DATA_ARE_LOADED = 5;

  private static final Logger log = LoggerFactory.getLogger(KeepCopies.class);
  private static final int MOST_CHANGES = 8_000;
  private static final long TELL_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final DerivedCopies copies;
  private final JdbcClient jdbc;
  private volatile long toldNanos = System.nanoTime();

  KeepCopies(DerivedCopies copies, JdbcClient jdbc) {
    this.copies = copies;
    this.jdbc = jdbc;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    toldNanos = System.nanoTime();
    copies.rebuildIfStale(this::tell);
  }

  /** At midnight where the zones are. */
  @Scheduled(cron = "0 0 0 * * *", zone = "Asia/Ho_Chi_Minh")
  void beginDay() {
    keep();
  }

  /** For days on which the clock above was not heard, and loads that died. */
  @Scheduled(initialDelay = 5_000, fixedDelay = 5_000)
  void keep() {
    try {
      int due = copies.refreshDue();
      if (due > 0) {
        log.info("Another day: {} copies made anew", due);
      }
      copies.rebuildIfWanted(this::tell);
    } catch (DataAccessException | SQLException e) {
      log.warn("Copies of the published data could not be kept for now: {}", e.getMessage());
    }
  }

  @Scheduled(initialDelay = 60_000, fixedDelay = 60_000)
  void prune() {
    try {
      jdbc.sql("select platform.prune_data_changes(:most)")
          .param("most", MOST_CHANGES)
          .query((row, i) -> true)
          .list();
    } catch (DataAccessException e) {
      log.warn("The journal of changes could not be pruned for now: {}", e.getMessage());
    }
  }

  private void tell(String step, long done, long total) {
    if (System.nanoTime() - toldNanos > TELL_NANOS) {
      toldNanos = System.nanoTime();
      log.info("Copies of the published data: {} of {} ({})", done, total, step);
    }
  }
}
