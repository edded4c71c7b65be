package vn.khuxuong.platform.job;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import tools.jackson.databind.json.JsonMapper;

/** Keeps a job's row alive every few seconds, whether or not its handler reports progress. */
final class RunningJob implements Job, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(RunningJob.class);
  private static final long BETWEEN_WRITES_NANOS = 250_000_000;

  private final UUID id;
  private final JobStore store;
  private final JsonMapper json;
  private final ScheduledExecutorService pulse = Executors.newSingleThreadScheduledExecutor();
  private volatile boolean cancelled;
  private long lastWrite = System.nanoTime() - BETWEEN_WRITES_NANOS;

  RunningJob(UUID id, JobStore store, JsonMapper json) {
    this.id = id;
    this.store = store;
    this.json = json;
    var unused = pulse.scheduleWithFixedDelay(this::beat, 1, 2, TimeUnit.SECONDS);
  }

  @Override
  public UUID id() {
    return id;
  }

  @Override
  public boolean cancelled() {
    return cancelled || Thread.currentThread().isInterrupted();
  }

  @Override
  public synchronized void progress(
      long done, long total, String messageVi, String messageEn, Map<String, ?> detail) {
    long now = System.nanoTime();
    boolean last = total > 0 && done >= total;
    if (!last && now - lastWrite < BETWEEN_WRITES_NANOS) {
      return;
    }
    lastWrite = now;
    cancelled |=
        store.heartbeat(id, done, total, messageVi, messageEn, json.writeValueAsString(detail));
  }

  private void beat() {
    try {
      cancelled |= store.alive(id);
    } catch (DataAccessException e) {
      log.warn("Job {} could not write its sign of life: {}", id, e.getMessage());
    }
  }

  @Override
  public void close() {
    pulse.shutdownNow();
  }
}
