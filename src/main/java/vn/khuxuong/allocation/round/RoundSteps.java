package vn.khuxuong.allocation.round;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.khuxuong.allocation.round.RoundProcess.Action;
import vn.khuxuong.allocation.round.RoundProcess.Actor;
import vn.khuxuong.platform.audit.Audit;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.tenancy.Versions;

/** Takes rounds along {@link RoundProcess}: locked, recorded in the chain and in the audit. */
@Component
class RoundSteps {
  private final RoundStore store;
  private final RoundRecords records;
  private final Audit audit;

  RoundSteps(RoundStore store, RoundRecords records, Audit audit) {
    this.store = store;
    this.records = records;
    this.audit = audit;
  }

  /**
   * Who takes a step, and why.
   *
   * @param username the account, {@link Audit#SYSTEM} for time and engine
   * @param reason null where the step needs none
   */
  record By(Actor actor, String username, @Nullable String reason) {
    static By engine() {
      return new By(Actor.ENGINE, Audit.SYSTEM, null);
    }
  }

  /**
   * Locks a round for a step that is about to be taken.
   *
   * @throws ProblemException {@link RoundProblem#UNKNOWN_ROUND}, {@link RoundProblem#WRONG_STATE}
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Round lock(long id, Action action, Actor actor, @Nullable String ifMatch) {
    Round round = store.lock(id).orElseThrow(() -> unknown(id));
    boolean allowed =
        RoundProcess.step(round.status(), action)
            .filter(step -> step.who().contains(actor))
            .isPresent();
    if (!allowed) {
      throw wrong(round, actor);
    }
    Versions.refuseStale(ifMatch, id, round.version());
    return round;
  }

  /** Records a step of a locked round and moves it to the state that follows. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void take(Round round, Action action, By by, Map<String, ?> detail) {
    take(round, action, by, detail, Map.of());
  }

  /** Likewise, and fills columns of the round. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void take(
      Round round,
      Action action,
      By by,
      Map<String, ?> detail,
      Map<RoundStore.Column, ? extends @Nullable Object> filled) {
    RoundProcess.State to = RoundProcess.step(round.status(), action).orElseThrow().to();
    store.move(round.id(), to, filled);
    records.append(
        round.id(),
        new RoundRecords.Step(
            round.code(),
            by.username(),
            action.name(),
            round.status().name(),
            to.name(),
            by.reason(),
            detail));
    Map<String, Object> told = new LinkedHashMap<>(detail);
    told.put("from", round.status().name());
    told.put("to", to.name());
    told.put("reason", by.reason() == null ? "" : by.reason());
    audit.record(
        by.username(),
        "round." + action.name().toLowerCase(Locale.ROOT).replace('_', '-'),
        "round",
        String.valueOf(round.id()),
        told);
  }

  static ProblemException unknown(long id) {
    return RoundProblem.UNKNOWN_ROUND
        .with("Không có đợt phân bổ số " + id + ".", "There is no round " + id + ".")
        .field("id")
        .remedy("Danh sách đợt ở /api/v1/rounds.", "Rounds are listed at /api/v1/rounds.");
  }

  private static ProblemException wrong(Round round, Actor actor) {
    Set<Action> open = RoundProcess.open(round.status(), actor);
    return RoundProblem.WRONG_STATE
        .with(
            "Đợt " + round.code() + " đang ở trạng thái " + round.status() + ".",
            "Round " + round.code() + " is " + round.status() + ".")
        .field("id")
        .remedy("Việc làm được lúc này: " + open + ".", "What can be done now: " + open + ".")
        .with("status", round.status().name());
  }
}
