package vn.khuxuong.allocation.round;

import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.khuxuong.platform.job.Jobs;

/** Queues replays. */
@Component
class AskReplay {
  private final ReplayRun replay;
  private final Jobs jobs;

  AskReplay(Jobs jobs, ReplayRun replay) {
    this.jobs = jobs;
    this.replay = replay;
  }

  /** Queues the replay of a run; gives the job. */
  @PreAuthorize("hasRole('OFFICER')")
  @Transactional
  public UUID replay(long round, long run) {
    replay.repeatable(round, run);
    return jobs.submit(ReplayRun.KIND, new ReplayRun.Parameters(round, run));
  }
}
