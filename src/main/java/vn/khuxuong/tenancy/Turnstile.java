package vn.khuxuong.tenancy;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import vn.khuxuong.platform.problem.ApiProblem;
import vn.khuxuong.platform.problem.ProblemException;

/**
 * Lets a few changes of claims at a time into the database. Claims on one building take turns
 * there, so a crowd that wants one bay would otherwise wait with every connection of the pool in
 * its hands, and nobody else could even sign in; here it waits with empty hands, in the order of
 * arrival.
 */
@Component
public class Turnstile {
  private static final int ABREAST = 4;
  private static final long PATIENCE_SECONDS = 30;

  private final Semaphore gate = new Semaphore(ABREAST, true);

  /**
   * Does a change when it is its turn.
   *
   * @param change begins its transaction itself; must not pass a turnstile
   * @throws ProblemException {@link ApiProblem#BUSY} where the turn does not come for long
   */
  public <T> T pass(Supplier<T> change) {
    try {
      if (!gate.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw busy();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw busy();
    }
    try {
      return change.get();
    } finally {
      gate.release();
    }
  }

  private static ProblemException busy() {
    return ApiProblem.BUSY.with(
        "Đang có quá nhiều yêu cầu cùng lúc. Hãy thử lại sau vài giây.",
        "Too many requests at once. Try again in a few seconds.");
  }
}
