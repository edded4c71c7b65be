package vn.khuxuong.allocation.round;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.khuxuong.allocation.answer.Answer;
import vn.khuxuong.allocation.answer.Changes;
import vn.khuxuong.allocation.answer.QuotaCount;
import vn.khuxuong.allocation.answer.Sides;
import vn.khuxuong.allocation.round.RoundProcess.Action;
import vn.khuxuong.allocation.round.RoundProcess.Actor;
import vn.khuxuong.allocation.solver.Budget;
import vn.khuxuong.allocation.solver.Checker;
import vn.khuxuong.allocation.solver.Instance;
import vn.khuxuong.allocation.solver.Placement;
import vn.khuxuong.allocation.solver.Score;
import vn.khuxuong.allocation.solver.Solution;
import vn.khuxuong.allocation.solver.Verdict;
import vn.khuxuong.platform.web.Language;
import vn.khuxuong.tenancy.Parties;

/**
 * An officer gives a firm other bays. The same checker that judges every answer says at once
 * whether that may be, with the numbers of what forbids it, and what it costs in points; what is
 * stored is a run of its own, signed with the officer's name and reason.
 */
@Component
class MoveFirm {
  private static final String ENGINE = "officer/1";

  private final RoundStore rounds;
  private final RunStore runs;
  private final RoundSteps steps;
  private final CriteriaJson criteria;
  private final KeepAnswer keep;
  private final ReadRound read;
  private final Parties parties;

  MoveFirm(
      RoundStore rounds,
      RunStore runs,
      RoundSteps steps,
      CriteriaJson criteria,
      KeepAnswer keep,
      ReadRound read,
      Parties parties) {
    this.rounds = rounds;
    this.runs = runs;
    this.steps = steps;
    this.criteria = criteria;
    this.keep = keep;
    this.read = read;
    this.parties = parties;
  }

  /** A rule that forbids it. */
  record Broken(String code, String place, long needed, long has, String vi, String en) {}

  /**
   * What a move would do.
   *
   * @param points by which the objective changes; of a forbidden move what could be counted
   * @param parts the objective's four parts, unweighted, by how much each changes
   */
  record Judged(
      boolean allowed,
      List<Broken> broken,
      long objectiveBefore,
      long objectiveAfter,
      long points,
      RoundJson.Parts parts,
      List<Sides.QuotaVerdict> quotas) {}

  private record Tried(
      KeepAnswer.Frozen frozen,
      RunStore.Kept run,
      Placement wanted,
      List<Placement> placements,
      Verdict verdict,
      Judged judged) {}

  /** Says what a move would do, and stores nothing. */
  @PreAuthorize("hasRole('OFFICER')")
  @Transactional(readOnly = true)
  public Judged check(long id, MoveAsked asked) {
    Round round = read.visible(id);
    return attempt(round, asked).judged();
  }

  /** Stores a move that is allowed as the round's newest run. */
  @PreAuthorize("hasRole('OFFICER')")
  @Transactional
  public Judged move(long id, MoveAsked asked, String reason, @Nullable String ifMatch) {
    Round round = steps.lock(id, Action.MOVE, Actor.OFFICER, ifMatch);
    Tried tried = attempt(round, asked);
    if (!tried.judged().allowed()) {
      Broken first = tried.judged().broken().get(0);
      throw RoundProblem.RULE_BROKEN
          .with(first.vi() + ".", first.en() + ".")
          .field("blocks")
          .with("broken", tried.judged().broken());
    }
    String username = parties.caller().username();
    KeepAnswer.Ready ready =
        keep.prepare(
            answer(round, tried),
            tried.frozen(),
            new KeepAnswer.Origin(
                RunStore.Kind.MOVED,
                null,
                username,
                reason,
                tried.run().id(),
                null,
                false,
                changes(tried)));
    Map<String, Object> detail = new HashMap<>(keep.store(round, ready));
    detail.put("application", tried.wanted().firm());
    detail.put("points", tried.judged().points());
    steps.take(round, Action.MOVE, new RoundSteps.By(Actor.OFFICER, username, reason), detail);
    return tried.judged();
  }

  private Tried attempt(Round round, MoveAsked asked) {
    RunStore.Kept run =
        runs.newest(round.id())
            .orElseThrow(
                () -> RoundProblem.NOT_YET.with("Đợt chưa có kết quả.", "There is no answer yet."));
    KeepAnswer.Frozen frozen = keep.frozen(round.id());
    Instance instance = frozen.instance();
    Instance.Firm firm =
        instance.firms().stream()
            .filter(f -> f.id().equals(asked.code()))
            .findFirst()
            .orElseThrow(() -> Objections.unknown(asked.code()));
    List<Placement> before = KeepAnswer.placements(run, instance);
    Placement wanted =
        new Placement(firm.id(), start(instance, firm, asked.wanted()), asked.wanted());
    List<Placement> after = new ArrayList<>();
    for (Instance.Firm each : instance.firms()) {
      if (each.id().equals(firm.id())) {
        after.add(wanted);
      } else {
        before.stream().filter(p -> p.firm().equals(each.id())).forEach(after::add);
      }
    }
    Verdict was = Checker.check(instance, before);
    Verdict now = Checker.check(instance, after);
    List<Broken> broken = new ArrayList<>();
    for (Verdict.Fault fault : now.faults()) {
      broken.add(
          new Broken(
              fault.code(),
              fault.place(),
              fault.needed(),
              fault.has(),
              FaultText.of(fault, Language.VI),
              FaultText.of(fault, Language.EN)));
    }
    sides(round, run, wanted, after).forEach(broken::add);
    Sides sides = criteria.sides(rounds.sides(round.id()));
    return new Tried(
        frozen,
        run,
        wanted,
        after,
        now,
        new Judged(
            broken.isEmpty(),
            broken,
            was.objective(),
            now.objective(),
            now.objective() - was.objective(),
            parts(was.score(), now.score()),
            now.faults().isEmpty() ? new QuotaCount(instance, sides).verdicts(after) : List.of()));
  }

  /** What the round itself forbids: bays taken meanwhile, who has gone, firms that count as one. */
  private List<Broken> sides(
      Round round, RunStore.Kept run, Placement wanted, List<Placement> after) {
    List<Broken> broken = new ArrayList<>();
    Changes changes = keep.changes(run);
    for (Placement.Block taken : changes.taken()) {
      boolean meets =
          wanted.blocks().stream()
              .anyMatch(
                  b ->
                      b.floor().equals(taken.floor())
                          && b.startBay() < taken.startBay() + taken.bayCount()
                          && taken.startBay() < b.startBay() + b.bayCount());
      if (meets) {
        broken.add(
            new Broken(
                "TAKEN",
                taken.floor(),
                -1,
                taken.startBay(),
                "Khoang đã có người giữ hoặc thuê sau khi khóa đợt",
                "The bays were claimed after the round closed"));
      }
    }
    if (changes.gone().contains(wanted.firm())) {
      broken.add(
          new Broken(
              "GONE", "", -1, -1, "Hồ sơ đã rút khỏi đợt", "The application has left the round"));
    }
    for (List<String> group : criteria.sides(rounds.sides(round.id())).related()) {
      boolean twice =
          group.contains(wanted.firm())
              && after.stream().filter(p -> group.contains(p.firm())).count() > 1;
      if (twice) {
        broken.add(
            new Broken(
                "RELATED",
                "",
                -1,
                -1,
                "Doanh nghiệp liên quan tính là một và đã có chỗ",
                "Related firms count as one, and one of them has a place"));
      }
    }
    return broken;
  }

  private static RoundJson.Parts parts(Score was, Score now) {
    return new RoundJson.Parts(
        now.demand() - was.demand(),
        now.preference() - was.preference(),
        now.vacantRuns() - was.vacantRuns(),
        now.clusterLinks() - was.clusterLinks());
  }

  /** The first month in which the firm wants to come and all bays are free. */
  private static int start(Instance instance, Instance.Firm firm, List<Placement.Block> blocks) {
    int start = firm.startEarliest();
    for (Placement.Block block : blocks) {
      for (Instance.Floor floor : instance.floors()) {
        if (floor.id().equals(block.floor())) {
          int end = Math.min(floor.bays().size(), block.startBay() + block.bayCount());
          for (int bay = block.startBay(); bay < end; bay++) {
            start = Math.max(start, floor.bays().get(bay).availableFrom());
          }
        }
      }
    }
    return start;
  }

  private Answer answer(Round round, Tried tried) {
    Instance instance = tried.frozen().instance();
    RoundJson.Run before = tried.run().json();
    long objective = tried.verdict().objective();
    long bound = Math.max(before.bound(), objective);
    Map<String, String> aside = new HashMap<>(read.report(tried.run()).aside());
    aside.remove(tried.wanted().firm());
    return new Answer(
        new Solution(
            instance.id(),
            ENGINE,
            bound == objective ? Solution.Status.OPTIMAL : Solution.Status.FEASIBLE,
            tried.placements(),
            instance.firms().size(),
            bound,
            Budget.ofIterations(1, before.seed()),
            0,
            0,
            tried.verdict(),
            null),
        new QuotaCount(instance, criteria.sides(rounds.sides(round.id())))
            .verdicts(tried.placements()),
        aside,
        1,
        0);
  }

  /** What an officer has set stays in every re-run. */
  private Changes changes(Tried tried) {
    Changes known = keep.changes(tried.run());
    List<Placement> kept = new ArrayList<>();
    known.kept().stream().filter(p -> !p.firm().equals(tried.wanted().firm())).forEach(kept::add);
    kept.add(tried.wanted());
    List<Placement> before = KeepAnswer.placements(tried.run(), tried.frozen().instance());
    return new Changes(known.gone(), kept, before, known.taken());
  }
}
