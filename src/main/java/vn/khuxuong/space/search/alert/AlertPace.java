package vn.khuxuong.space.search.alert;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks at saved searches and sends mails, each in a thread of its own: a mail server that does not
 * answer keeps nothing else waiting.
 */
@Component
class AlertPace implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(AlertPace.class);
  private static final long FIRST_SECONDS = 4;
  private static final long PATIENCE_SECONDS = 5;

  private final WatchSearches watch;
  private final SendMails send;
  private volatile boolean running;
  private ScheduledExecutorService threads = Executors.newScheduledThreadPool(0);

  AlertPace(WatchSearches watch, SendMails send) {
    this.watch = watch;
    this.send = send;
  }

  @Override
  public void start() {
    running = true;
    threads = Executors.newScheduledThreadPool(2);
    every(watch::watch);
    every(send::send);
  }

  private void every(Runnable work) {
    var unused =
        threads.scheduleWithFixedDelay(() -> carefully(work), FIRST_SECONDS, 1, TimeUnit.SECONDS);
  }

  private void carefully(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      if (running) {
        log.error("Alerts are not told for now", e);
      }
    }
  }

  @Override
  public void stop() {
    running = false;
    threads.shutdownNow();
    try {
      if (!threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        log.warn("A mail was being sent; whether it arrived is found out after the next start");
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
