package vn.khuxuong.platform.web;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import vn.khuxuong.platform.problem.ApiProblem;
import vn.khuxuong.platform.problem.ProblemException;

/** Lets a few pieces of work go on at a time, in the order in which they came. */
public final class Turns {
  private final Semaphore places;
  private final long patienceMillis;

  /**
   * Nobody is at work yet.
   *
   * @param abreast how many may be at work
   * @param patience how long one waits at most
   */
  public Turns(int abreast, Duration patience) {
    this.places = new Semaphore(abreast, true);
    this.patienceMillis = patience.toMillis();
  }

  /** As many at a time as there are processors: for work that does nothing but reckon. */
  public static Turns byProcessors(Duration patience) {
    return new Turns(2 * Math.max(1, Runtime.getRuntime().availableProcessors()), patience);
  }

  /**
   * Does the work when it is its turn.
   *
   * @param work must not wait for a turn of the same
   * @throws ProblemException {@link ApiProblem#BUSY} where the turn does not come for long
   */
  public <T> T take(Supplier<T> work) {
    try {
      if (!places.tryAcquire(patienceMillis, TimeUnit.MILLISECONDS)) {
        throw busy();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw busy();
    }
    try {
      return work.get();
    } finally {
      places.release();
    }
  }

  private static ProblemException busy() {
    return ApiProblem.BUSY.with(
        "Đang có quá nhiều yêu cầu cùng lúc. Hãy thử lại sau vài giây.",
        "Too many requests at once. Try again in a few seconds.");
  }
}
