package vn.khuxuong.maps.picture;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import vn.khuxuong.maps.layer.MapsProblem;
import vn.khuxuong.platform.problem.ProblemException;

/**
 * Lets as many pictures be made at a time as there are processors, and a bounded number wait. More
 * would not be faster, only slower for all and without a bound to the memory.
 */
@Component
class DrawingGate {
  private final Semaphore places;
  private final AtomicInteger inside = new AtomicInteger();
  private final int most;
  private final long patienceMillis;

  @Autowired
  DrawingGate() {
    this(Math.max(2, Runtime.getRuntime().availableProcessors()), 64, 5_000);
  }

  DrawingGate(int places, int waiting, long patienceMillis) {
    this.places = new Semaphore(places, true);
    this.most = places + waiting;
    this.patienceMillis = patienceMillis;
  }

  /**
   * Does the work when its turn comes.
   *
   * @throws ProblemException {@link MapsProblem#BUSY}, if too many wait already or it waited too
   *     long
   */
  <T> T pass(Supplier<T> work) {
    try {
      if (inside.incrementAndGet() > most) {
        throw busy();
      }
      if (!places.tryAcquire(patienceMillis, TimeUnit.MILLISECONDS)) {
        throw busy();
      }
      try {
        return work.get();
      } finally {
        places.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw busy();
    } finally {
      inside.decrementAndGet();
    }
  }

  /** The refusal of a server that has too much to do. */
  static ProblemException busy() {
    return MapsProblem.BUSY.with(
        "Máy chủ bản đồ đang bận. Hãy thử lại sau giây lát.",
        "The map server is busy. Try again in a moment.");
  }
}
