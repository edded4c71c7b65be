package vn.khuxuong.platform.job;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.khuxuong.platform.audit.Audit;

/**
 * The queue of long work. Rows of {@code platform.jobs} are the truth: any instance may submit,
 * run, follow or cancel a job, and a job whose instance died is taken over by another.
 */
@Component
public class Jobs implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(Jobs.class);
  private static final int AT_ONCE = 1;
  private static final long POLL_MILLIS = 500;

  private final JobStore store;
  private final JsonMapper json;
  private final Map<String, JobHandler> handlers;
  private final Semaphore places = new Semaphore(AT_ONCE);
  private volatile boolean running;
  private ExecutorService workers = workers();

  Jobs(JobStore store, JsonMapper json, List<JobHandler> handlers) {
    this.store = store;
    this.json = json;
    this.handlers =
        handlers.stream().collect(Collectors.toMap(JobHandler::kind, Function.identity()));
  }

  /**
   * Threads behind those that answer requests: what they start inherits their priority, processes
   * too. The launcher makes the JVM take it to the kernel.
   */
  private static ExecutorService workers() {
    CustomizableThreadFactory threads = new CustomizableThreadFactory("job-");
    threads.setThreadPriority(Thread.MIN_PRIORITY);
    return Executors.newCachedThreadPool(threads);
  }

  /**
   * Queues a job in the caller's transaction.
   *
   * @param kind a kind that some {@link JobHandler} runs
   * @param parameters what the handler needs; must be something JSON can hold
   */
  public UUID submit(String kind, Object parameters) {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    return store.insert(
        kind, json.writeValueAsString(parameters), who == null ? Audit.SYSTEM : who.getName());
  }

  /** The job as it stands. */
  public Optional<JobView> find(UUID id) {
    return store.find(id);
  }

  /** Asks a job to stop; false if it has ended or does not exist. */
  public boolean cancel(UUID id) {
    return store.requestCancel(id);
  }

  @Override
  public void start() {
    running = true;
    workers = workers();
    workers.execute(this::poll);
  }

  @Override
  public void stop() {
    running = false;
    workers.shutdownNow();
    try {
      if (!workers.awaitTermination(10, TimeUnit.SECONDS)) {
        log.warn("A job did not stop in time; another instance will take it over");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void poll() {
    while (running) {
      try {
        places.acquire();
        Optional<JobStore.Claim> claim = claim();
        if (claim.isPresent()) {
          workers.execute(() -> work(claim.get()));
        } else {
          places.release();
          Thread.sleep(POLL_MILLIS);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private Optional<JobStore.Claim> claim() {
    try {
      return store.claim(handlers.keySet());
    } catch (DataAccessException e) {
      log.warn("The job queue cannot be read now: {}", e.getMessage());
      return Optional.empty();
    }
  }

  private void work(JobStore.Claim claim) {
    RunningJob job = new RunningJob(claim.id(), store, json);
    try (job) {
      handlers.get(claim.kind()).run(job, json.readTree(claim.parameters()));
      store.end(claim.id(), job.cancelled() ? "CANCELLED" : "DONE", "", "");
    } catch (Exception e) {
      if (running) {
        log.error("Job {} ({}) failed", claim.id(), claim.kind(), e);
        store.end(claim.id(), "FAILED", "Có lỗi phía hệ thống", "Something failed on our side");
      } else {
        store.requeue(claim.id());
      }
    } finally {
      places.release();
    }
  }
}
