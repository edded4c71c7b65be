package vn.khuxuong.allocation.round;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.khuxuong.allocation.answer.Changes;
import vn.khuxuong.allocation.round.RoundProcess.Action;
import vn.khuxuong.allocation.round.RoundProcess.Actor;
import vn.khuxuong.allocation.solver.Instance;
import vn.khuxuong.allocation.solver.Placement;
import vn.khuxuong.platform.job.Jobs;
import vn.khuxuong.tenancy.Parties;

/** Sends a round to the solver: the first time, again with another budget, or after firms left. */
@Component
class RunRound {
  private final RunStore runs;
  private final RoundSteps steps;
  private final KeepAnswer keep;
  private final MeanwhileStore meanwhile;
  private final Jobs jobs;
  private final Parties parties;

  RunRound(
      RunStore runs,
      RoundSteps steps,
      KeepAnswer keep,
      MeanwhileStore meanwhile,
      Jobs jobs,
      Parties parties) {
    this.runs = runs;
    this.steps = steps;
    this.keep = keep;
    this.meanwhile = meanwhile;
    this.jobs = jobs;
    this.parties = parties;
  }

  /** Queues the solving of the frozen problem; gives the job. */
  @PreAuthorize("hasRole('OFFICER')")
  @Transactional
  public UUID solve(long id, BudgetAsked asked, @Nullable String ifMatch) {
    Round round = steps.lock(id, Action.SOLVE, Actor.OFFICER, ifMatch);
    String username = parties.caller().username();
    return solve(
        round,
        new RoundSteps.By(Actor.OFFICER, username, asked.why()),
        asked.parameters(id, RunStore.Kind.SOLVED, username, null, Changes.none(), false));
  }

  UUID solve(Round round, RoundSteps.By by, SolveRound.Parameters asked) {
    UUID job = jobs.submit(SolveRound.KIND, asked);
    // what was decided no longer stands
    Map<RoundStore.Column, @Nullable Object> filled = new EnumMap<>(RoundStore.Column.class);
    filled.put(RoundStore.Column.APPROVED_BY, null);
    filled.put(RoundStore.Column.APPROVED_AT, null);
    filled.put(RoundStore.Column.APPROVED_RUN, null);
    steps.take(
        round,
        asked.kind() == RunStore.Kind.RERUN ? Action.RERUN : Action.SOLVE,
        by,
        Map.of(
            "job", job.toString(),
            "seed", asked.seed(),
            "seconds", asked.seconds() == null ? 0 : asked.seconds(),
            "iterations", asked.iterations() == null ? 0 : asked.iterations(),
            "gone", asked.changes().gone(),
            "kept", asked.changes().kept().size()),
        filled);
    return job;
  }

  /**
   * Queues a re-run that leaves as much as pays as it was: who has gone takes no part, what was
   * offered, signed or set by an officer stays, other moves cost points.
   */
  @PreAuthorize("hasRole('OFFICER')")
  @Transactional
  public UUID rerun(long id, BudgetAsked asked, @Nullable String ifMatch) {
    Round round = steps.lock(id, Action.RERUN, Actor.OFFICER, ifMatch);
    String username = parties.caller().username();
    RunStore.Kept before = runs.newest(id).orElseThrow();
    return solve(
        round,
        new RoundSteps.By(Actor.OFFICER, username, asked.why()),
        asked.parameters(
            id, RunStore.Kind.RERUN, username, before.id(), changes(round, before), false));
  }

  private Changes changes(Round round, RunStore.Kept before) {
    Instance instance = keep.frozen(round.id()).instance();
    Changes known = keep.changes(before);
    Set<String> gone = new HashSet<>(known.gone());
    gone.addAll(meanwhile.gone(round.id()));
    Set<String> offered = meanwhile.offered(round.id());
    Set<String> set = new HashSet<>();
    known.kept().forEach(placement -> set.add(placement.firm()));
    List<Placement> kept = new ArrayList<>();
    List<Placement> open = new ArrayList<>();
    for (Placement placement : KeepAnswer.placements(before, instance)) {
      boolean stays = offered.contains(placement.firm()) || set.contains(placement.firm());
      if (stays && !gone.contains(placement.firm())) {
        kept.add(placement);
      } else {
        open.add(placement);
      }
    }
    return new Changes(
        gone.stream().sorted().toList(),
        kept,
        open,
        meanwhile.taken(round.id(), frozenClaims(instance)));
  }

  /** Claims that the frozen input knows: their tenants are named after them. */
  private static List<Long> frozenClaims(Instance instance) {
    return instance.tenants().stream()
        .map(Instance.Tenant::id)
        .filter(id -> id.matches("T[0-9]+"))
        .map(id -> Long.valueOf(id.substring(1)))
        .toList();
  }
}
