package vn.khuxuong.platform.web;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks a few times a second at all clients that somebody works for. */
final class Departures {
  private static final Logger LOG = LoggerFactory.getLogger(Departures.class);
  private static final long EVERY_MILLIS = 200;

  private static final Queue<Client.Watch> WATCHED = new ConcurrentLinkedQueue<>();
  private static final ScheduledExecutorService LOOKOUT =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "client-departures");
            thread.setDaemon(true);
            return thread;
          });

  static {
    var unused =
        LOOKOUT.scheduleWithFixedDelay(
            () -> WATCHED.removeIf(watch -> !look(watch)),
            EVERY_MILLIS,
            EVERY_MILLIS,
            TimeUnit.MILLISECONDS);
  }

  private Departures() {}

  static void watch(Client.Watch watch) {
    WATCHED.add(watch);
  }

  private static boolean look(Client.Watch watch) {
    try {
      return watch.look();
    } catch (RuntimeException e) {
      LOG.warn("Work for a client that has gone could not be given up: {}", e.toString());
      return true;
    }
  }
}
