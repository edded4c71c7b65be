package vn.khuxuong.report.indicator;

import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.khuxuong.platform.time.CivilTime;

/**
 * Makes the edition of the quarter that ended last, once; any of several instances may. What is
 * recorded later waits for the next one.
 */
@Component
@Order(PublishEditions.AFTER_DEMO)
class PublishEditions implements ApplicationRunner {
  static final int AFTER_DEMO = 61;

  private static final Logger log = LoggerFactory.getLogger(PublishEditions.class);

  private final JdbcClient jdbc;

  PublishEditions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  @Transactional
  public void run(ApplicationArguments arguments) {
    publish();
  }

  /** Every hour, since the machine may have slept when the quarter ended. */
  @Scheduled(cron = "0 7 * * * *", zone = "Asia/Ho_Chi_Minh")
  @Transactional
  void publish() {
    LocalDate today = LocalDate.now(CivilTime.ZONE);
    int month = (today.getMonthValue() + 2) / 3 * 3 - 2;
    LocalDate day = LocalDate.of(today.getYear(), month, 1).minusDays(1);
    boolean made =
        jdbc.sql("select reporting.publish(:day)").param("day", day).query(Boolean.class).single();
    if (made) {
      log.info("Made the edition of the indicators of {}", day);
    }
  }
}
