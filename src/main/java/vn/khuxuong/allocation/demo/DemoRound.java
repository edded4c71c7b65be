package vn.khuxuong.allocation.demo;

import java.time.YearMonth;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.khuxuong.allocation.round.Rounds;

/**
 * Closes one round over the illustrative buildings and firms and queues its solving, once, unless
 * {@code khu.demo} is off. The service is ready before the answer is there.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class DemoRound implements ApplicationRunner {
  private static final long SEED = 1;

  private final Rounds rounds;
  private final boolean wanted;
  private final double seconds;
  private final YearMonth reference;

  DemoRound(
      Rounds rounds,
      @Value("${khu.demo:on}") String demo,
      @Value("${khu.demo.reference:2026-11}") String reference,
      @Value("${khu.demo-round.seconds:30}") double seconds) {
    this.rounds = rounds;
    this.wanted = !demo.equalsIgnoreCase("off");
    this.reference = YearMonth.parse(reference);
    this.seconds = seconds;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (wanted) {
      rounds.closeFirst(
          "2026-4",
          "Đợt phân bổ 2026-4 (minh họa)",
          "Allocation round 2026-4 (illustrative)",
          reference.plusMonths(1),
          "ILLUSTRATIVE",
          seconds,
          SEED);
    }
  }
}
