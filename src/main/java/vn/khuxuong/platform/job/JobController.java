package vn.khuxuong.platform.job;

import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import vn.khuxuong.platform.problem.ApiProblem;

/** Following and cancelling jobs, for staff. */
@RestController
@RequestMapping("/api/v1/jobs/{id}")
@PreAuthorize("hasAnyRole('PLANNER', 'APPROVER', 'OFFICER', 'ADMIN')")
class JobController {
  private static final long BETWEEN_EVENTS_MILLIS = 250;
  private static final long LONGEST_STREAM_MILLIS = 600_000;

  private final Jobs jobs;
  private final Executor followers = Executors.newCachedThreadPool();

  JobController(Jobs jobs) {
    this.jobs = jobs;
  }

  @GetMapping
  JobView get(@PathVariable UUID id) {
    return jobs.find(id)
        .orElseThrow(
            () ->
                ApiProblem.NOT_FOUND.with(
                    "Không có công việc " + id + ".", "There is no job " + id + "."));
  }

  @DeleteMapping
  ResponseEntity<Void> cancel(@PathVariable UUID id) {
    get(id);
    if (!jobs.cancel(id)) {
      throw ApiProblem.CONFLICT.with(
          "Công việc đã kết thúc.", "The job has ended; there is nothing to cancel.");
    }
    return ResponseEntity.accepted().build();
  }

  /** The job's progress as server-sent events until it ends. */
  @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter events(@PathVariable UUID id) {
    get(id);
    SseEmitter emitter = new SseEmitter(LONGEST_STREAM_MILLIS);
    followers.execute(() -> follow(id, emitter));
    return emitter;
  }

  private void follow(UUID id, SseEmitter emitter) {
    try {
      JobView before = null;
      while (true) {
        JobView now = get(id);
        if (!now.equals(before)) {
          emitter.send(SseEmitter.event().name("progress").data(now, MediaType.APPLICATION_JSON));
          before = now;
        }
        if (now.ended()) {
          emitter.complete();
          return;
        }
        Thread.sleep(BETWEEN_EVENTS_MILLIS);
      }
    } catch (IOException | IllegalStateException gone) {
      emitter.complete();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      emitter.complete();
    }
  }
}
