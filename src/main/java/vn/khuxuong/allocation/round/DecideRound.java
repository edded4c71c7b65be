package vn.khuxuong.allocation.round;

import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.khuxuong.allocation.round.RoundProcess.Action;
import vn.khuxuong.allocation.round.RoundProcess.Actor;
import vn.khuxuong.tenancy.Parties;

/** From a proposed answer to a decided one: shown, taken back, approved by another, finished. */
@Component
class DecideRound {
  private final RoundStore rounds;
  private final RunStore runs;
  private final ObjectionStore objections;
  private final DecisionStore decisions;
  private final RoundSteps steps;
  private final SolveRound solving;
  private final Parties parties;

  DecideRound(
      RoundStore rounds,
      RunStore runs,
      ObjectionStore objections,
      DecisionStore decisions,
      RoundSteps steps,
      SolveRound solving,
      Parties parties) {
    this.rounds = rounds;
    this.runs = runs;
    this.objections = objections;
    this.decisions = decisions;
    this.steps = steps;
    this.solving = solving;
    this.parties = parties;
  }

  /** Shows the draft to the public and opens the window for objections. */
  @PreAuthorize("hasRole('OFFICER')")
  @Transactional
  public Round show(long id, @Nullable String reason, @Nullable String ifMatch) {
    Round round = steps.lock(id, Action.SHOW, Actor.OFFICER, ifMatch);
    solving.show(round, by(reason));
    return rounds.find(id).orElseThrow();
  }

  /** Takes a shown draft back for review, such as after an objection was upheld. */
  @PreAuthorize("hasRole('OFFICER')")
  @Transactional
  public Round takeBack(long id, String reason, @Nullable String ifMatch) {
    Round round = steps.lock(id, Action.TAKE_BACK, Actor.OFFICER, ifMatch);
    steps.take(round, Action.TAKE_BACK, by(reason), Map.of());
    return rounds.find(id).orElseThrow();
  }

  /** Decides on the shown run; by somebody who has had no part in the round's making. */
  @PreAuthorize("hasRole('OFFICER')")
  @Transactional
  public Round approve(long id, String reason, @Nullable String ifMatch) {
    Round round = steps.lock(id, Action.APPROVE, Actor.OFFICER, ifMatch);
    String username = parties.caller().username();
    if (decisions.hadPart(id, username)) {
      throw RoundProblem.OWN_WORK
          .with(
              "Bạn đã lập, mở, giải, điều chỉnh hoặc công bố đợt này; người khác phải phê duyệt.",
              "You drew up, opened, solved, adjusted or showed this round; another person has to"
                  + " approve it.")
          .remedy("Nhờ một cán bộ khác phê duyệt.", "Ask another officer.");
    }
    refuseEarly(round);
    long run = runs.newest(id).orElseThrow().id();
    OffsetDateTime now = rounds.now();
    Map<RoundStore.Column, Object> filled = new EnumMap<>(RoundStore.Column.class);
    filled.put(RoundStore.Column.APPROVED_BY, username);
    filled.put(RoundStore.Column.APPROVED_AT, now);
    filled.put(RoundStore.Column.APPROVED_RUN, run);
    steps.take(round, Action.APPROVE, by(reason), Map.of("run", run), filled);
    return rounds.find(id).orElseThrow();
  }

  private void refuseEarly(Round round) {
    OffsetDateTime until = round.objectionsUntil();
    if (until != null && rounds.now().isBefore(until)) {
      throw RoundProblem.NOT_YET
          .with(
              "Doanh nghiệp còn được kiến nghị đến " + until + ".",
              "Firms may object until " + until + ".")
          .with("objectionsUntil", until.toString());
    }
    int open = objections.open(round.id());
    if (open > 0) {
      throw RoundProblem.NOT_YET
          .with(
              "Còn " + open + " kiến nghị chưa trả lời.",
              open + " objections are not answered yet.")
          .remedy("Trả lời hết kiến nghị trước.", "Answer every objection first.")
          .with("objections", open);
    }
  }

  /** Ends a round in which nobody is asked any more. */
  @PreAuthorize("hasRole('OFFICER')")
  @Transactional
  public Round finish(long id, @Nullable String reason, @Nullable String ifMatch) {
    Round round = steps.lock(id, Action.FINISH, Actor.OFFICER, ifMatch);
    int open = decisions.openOffers(id);
    if (open > 0) {
      throw RoundProblem.NOT_YET
          .with(
              "Còn " + open + " thư mời chờ trả lời.",
              open + " offers still wait for their answer.")
          .with("offers", open);
    }
    steps.take(round, Action.FINISH, by(reason), Map.of());
    return rounds.find(id).orElseThrow();
  }

  private RoundSteps.By by(@Nullable String reason) {
    return new RoundSteps.By(Actor.OFFICER, parties.caller().username(), reason);
  }
}
