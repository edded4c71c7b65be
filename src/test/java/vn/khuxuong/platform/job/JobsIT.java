package vn.khuxuong.platform.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.khuxuong.platform.database.Database;
import vn.khuxuong.platform.database.TestDatabase;

/** The queue of long work on a database of its own. */
class JobsIT {
  private static JdbcClient jdbc;
  private Jobs jobs;

  @BeforeAll
  static void migrate() {
    Database database = TestDatabase.empty("khuxuong_jobs");
    database.migrate();
    jdbc = JdbcClient.create(database.dataSource());
  }

  @AfterEach
  void stop() {
    jobs.stop();
    jdbc.sql("delete from platform.jobs").update();
  }

  private interface Work {
    void run(Job job, JsonNode parameters) throws Exception;
  }

  private Jobs queue(String kind, Work work) {
    JobHandler handler =
        new JobHandler() {
          @Override
          public String kind() {
            return kind;
          }

          @Override
          public void run(Job job, JsonNode parameters) throws Exception {
            work.run(job, parameters);
          }
        };
    return new Jobs(new JobStore(jdbc), JsonMapper.shared(), List.of(handler));
  }

  private JobView await(UUID id, Predicate<JobView> condition) throws InterruptedException {
    Instant end = Instant.now().plus(Duration.ofSeconds(20));
    while (true) {
      JobView view = jobs.find(id).orElseThrow();
      if (condition.test(view)) {
        return view;
      }
      assertThat(Instant.now()).as("still " + view).isBefore(end);
      Thread.sleep(20);
    }
  }

  @Test
  void runsWhatWasSubmittedAndKeepsItsProgress() throws Exception {
    jobs =
        queue(
            "count",
            (job, parameters) -> {
              int until = parameters.get("until").asInt();
              job.progress(until, until, "đếm xong", "counted", Map.of("n", until));
            });
    jobs.start();
    UUID id = jobs.submit("count", Map.of("until", 7));
    JobView done = await(id, JobView::ended);
    assertThat(done.state()).isEqualTo("DONE");
    assertThat(done.done()).isEqualTo(7);
    assertThat(done.messageVi()).isEqualTo("đếm xong");
    assertThat(done.detail()).contains("7");
  }

  @Test
  void standsBehindRequestsWithAllThatItStarts() throws Exception {
    jobs =
        queue(
            "humble",
            (job, parameters) -> {
              int[] priorities = {Thread.currentThread().getPriority(), 0};
              Thread started =
                  new Thread(() -> priorities[1] = Thread.currentThread().getPriority());
              started.start();
              started.join();
              job.progress(1, 1, "", "", Map.of("own", priorities[0], "started", priorities[1]));
            });
    jobs.start();
    JobView done = await(jobs.submit("humble", Map.of()), JobView::ended);
    assertThat(JsonMapper.shared().readTree(done.detail()))
        .isEqualTo(JsonMapper.shared().valueToTree(Map.of("own", 1, "started", 1)));
  }

  @Test
  void aFailureIsToldWithoutItsInside() throws Exception {
    jobs =
        queue(
            "fail",
            (job, parameters) -> {
              throw new IllegalStateException("secret path /etc");
            });
    jobs.start();
    JobView failed = await(jobs.submit("fail", Map.of()), JobView::ended);
    assertThat(failed.state()).isEqualTo("FAILED");
    assertThat(failed.toString()).doesNotContain("secret");
  }

  @Test
  void aRunningJobStopsWhenAsked() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    jobs =
        queue(
            "long",
            (job, parameters) -> {
              started.countDown();
              while (!job.cancelled()) {
                job.progress(1, 0, "", "", Map.of());
                Thread.sleep(20);
              }
            });
    jobs.start();
    UUID id = jobs.submit("long", Map.of());
    assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(jobs.cancel(id)).isTrue();
    assertThat(await(id, JobView::ended).state()).isEqualTo("CANCELLED");
    assertThat(jobs.cancel(id)).as("nothing left to cancel").isFalse();
  }

  @Test
  void aWaitingJobIsCancelledBeforeItStarts() {
    jobs = queue("never", (job, parameters) -> {});
    UUID id = jobs.submit("never", Map.of());
    assertThat(jobs.cancel(id)).isTrue();
    assertThat(jobs.find(id).orElseThrow().state()).isEqualTo("CANCELLED");
  }

  @Test
  void aJobWhoseInstanceDiedIsTakenOverOnce() throws Exception {
    AtomicInteger runs = new AtomicInteger();
    jobs = queue("orphan", (job, parameters) -> runs.incrementAndGet());
    UUID id = jobs.submit("orphan", Map.of());
    jdbc.sql(
            "update platform.jobs set state = 'RUNNING', attempts = 1, heartbeat_at = now() - interval '1 hour'")
        .update();
    jobs.start();
    assertThat(await(id, JobView::ended).state()).isEqualTo("DONE");
    assertThat(runs).hasValue(1);
    assertThat(jdbc.sql("select attempts from platform.jobs").query(Integer.class).single())
        .isEqualTo(2);
  }

  @Test
  void aServiceThatStopsGivesItsJobBack() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    jobs =
        queue(
            "interrupted",
            (job, parameters) -> {
              started.countDown();
              Thread.sleep(60_000);
            });
    jobs.start();
    UUID id = jobs.submit("interrupted", Map.of());
    assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();
    jobs.stop();
    assertThat(jobs.find(id).orElseThrow().state()).isEqualTo("QUEUED");
  }
}
