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
 * would not be faster, only slower for all and without a bound to the memory. Pictures whose pixels
 * are all held at once wait until there is room for them as well.
 */
@Component
class DrawingGate {
  /** Bytes of heap that go for one pixel held: the pixel, seven times over for all else. */
  private static final int HEAP_PER_PIXEL = 4 * 8;

  private final Semaphore places;
  private final Semaphore room;
  private final int allRoom;
  private final AtomicInteger inside = new AtomicInteger();
  private final int most;
  private final long patienceMillis;

  @Autowired
  DrawingGate() {
    this(
        Math.max(2, Runtime.getRuntime().availableProcessors()),
        64,
        5_000,
        room(Runtime.getRuntime().maxMemory()));
  }

  /** Pixels that may be held at a time in a heap of so many bytes. */
  static int room(long heap) {
    return (int) Math.min(Integer.MAX_VALUE, heap / HEAP_PER_PIXEL);
  }

  /**
   * @param room pixels that may be held at a time
   */
  DrawingGate(int places, int waiting, long patienceMillis, int room) {
    this.places = new Semaphore(places, true);
    this.room = new Semaphore(room, true);
    this.allRoom = room;
    this.most = places + waiting;
    this.patienceMillis = patienceMillis;
  }

  /**
   * Does the work when its turn comes.
   *
   * @param held pixels that the work holds all at once; more than there is ever room for waits
   *     until it is alone
   * @throws ProblemException {@link MapsProblem#BUSY}, if too many wait already or it waited too
   *     long
   */
  <T> T pass(int held, Supplier<T> work) {
    int pixels = Math.min(held, allRoom);
    try {
      if (inside.incrementAndGet() > most) {
        throw MapsProblem.busy();
      }
      if (!room.tryAcquire(pixels, patienceMillis, TimeUnit.MILLISECONDS)) {
        throw MapsProblem.busy();
      }
      try {
        if (!places.tryAcquire(patienceMillis, TimeUnit.MILLISECONDS)) {
          throw MapsProblem.busy();
        }
        try {
          return work.get();
        } finally {
          places.release();
        }
      } finally {
        room.release(pixels);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw MapsProblem.busy();
    } finally {
      inside.decrementAndGet();
    }
  }
}
