package vn.khuxuong.allocation.round;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.khuxuong.allocation.answer.Changes;
import vn.khuxuong.allocation.round.RoundProcess.Actor;
import vn.khuxuong.platform.audit.Audit;
import vn.khuxuong.tenancy.Application;
import vn.khuxuong.tenancy.Applications;

/** Rounds that nobody runs: the illustrative one of the first start. */
@Component
public class Rounds {
  private static final RoundSteps.By SYSTEM =
      new RoundSteps.By(Actor.OFFICER, Audit.SYSTEM, "illustrative round");

  private final RoundStore store;
  private final SetUpRound setUp;
  private final CloseRound closing;
  private final RunRound running;
  private final CriteriaJson criteria;
  private final Applications applications;

  Rounds(
      RoundStore store,
      SetUpRound setUp,
      CloseRound closing,
      RunRound running,
      CriteriaJson criteria,
      Applications applications) {
    this.store = store;
    this.setUp = setUp;
    this.closing = closing;
    this.running = running;
    this.criteria = criteria;
    this.applications = applications;
  }

  /**
   * Takes the first round there is, over every eligible application and vacant bay, to the solver,
   * which shows its answer to the public; does nothing where a round exists already or nobody
   * applied.
   *
   * @param month0 month 0 of the problem; bays count as they stand on its first day
   * @param seconds budget of the solve
   * @param seed of every random choice
   */
  @Transactional
  public void closeFirst(
      String code,
      String titleVi,
      String titleEn,
      YearMonth month0,
      String dataStatus,
      double seconds,
      long seed) {
    List<Application> open = store.isEmpty() ? applications.listOpen() : List.of();
    if (open.isEmpty()) {
      return;
    }
    Optional<Long> made =
        store.insert(
            new RoundStore.Draft(
                code,
                titleVi,
                titleEn,
                month0.atDay(1),
                dataStatus,
                criteria.write(Criteria.standard()),
                store.now(),
                Audit.SYSTEM));
    made.ifPresent(id -> runThrough(id, open, seconds, seed));
  }

  private void runThrough(long id, List<Application> open, double seconds, long seed) {
    Round draft = store.find(id).orElseThrow();
    setUp.publish(draft, SYSTEM, store.now());
    closing.freeze(store.find(id).orElseThrow(), SYSTEM, open);
    running.solve(
        store.find(id).orElseThrow(),
        SYSTEM,
        new SolveRound.Parameters(
            id,
            seconds,
            null,
            seed,
            2,
            RunStore.Kind.SOLVED,
            Audit.SYSTEM,
            null,
            null,
            Changes.none(),
            true));
  }
}
