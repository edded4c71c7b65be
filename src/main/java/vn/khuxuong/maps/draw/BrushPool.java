package vn.khuxuong.maps.draw;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;

/**
 * Lends {@link Brushes} to whoever draws. Threads do not own any, as there may be many threads;
 * more than the processors can use at a time are not kept.
 */
final class BrushPool {
  private static final BlockingQueue<Brushes> IDLE =
      new ArrayBlockingQueue<>(Math.max(2, Runtime.getRuntime().availableProcessors()));

  private BrushPool() {}

  static <T> T with(Function<Brushes, T> work) {
    Brushes brushes = IDLE.poll();
    if (brushes == null) {
      brushes = new Brushes();
    }
    T made = work.apply(brushes);
    // After a failure nobody knows what state they are in, so they are not given back then.
    brushes.shapes.clear();
    boolean kept = IDLE.offer(brushes);
    assert kept || IDLE.remainingCapacity() == 0;
    return made;
  }
}
