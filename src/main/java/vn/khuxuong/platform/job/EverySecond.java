package vn.khuxuong.platform.job;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Work that is looked for all the time, in a thread of its own: while it waits for somebody, a mail
 * server above all, nothing else does.
 */
public final class EverySecond implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(EverySecond.class);
  private static final long FIRST_SECONDS = 4;
  private static final long PATIENCE_SECONDS = 5;

  private final String ifItFails;
  private final Runnable work;
  private volatile boolean running;
  private ScheduledExecutorService thread = Executors.newScheduledThreadPool(0);

  /**
   * Some work.
   *
   * @param ifItFails what the log then says; the work is begun again all the same
   */
  public EverySecond(String ifItFails, Runnable work) {
    this.ifItFails = ifItFails;
    this.work = work;
  }

  @Override
  public void start() {
    running = true;
    thread = Executors.newScheduledThreadPool(1);
    var unused = thread.scheduleWithFixedDelay(this::carefully, FIRST_SECONDS, 1, TimeUnit.SECONDS);
  }

  private void carefully() {
    try {
      work.run();
    } catch (RuntimeException e) {
      if (running) {
        log.error(ifItFails, e);
      }
    }
  }

  @Override
  public void stop() {
    running = false;
    thread.shutdownNow();
    try {
      if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        log.warn("Work was broken off; what became of it is found out after the next start");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
