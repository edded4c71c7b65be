package vn.khuxuong.allocation.answer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.khuxuong.allocation.solver.Allocator;
import vn.khuxuong.allocation.solver.Budget;
import vn.khuxuong.allocation.solver.Checker;
import vn.khuxuong.allocation.solver.Instance;
import vn.khuxuong.allocation.solver.Placement;
import vn.khuxuong.allocation.solver.Progress;
import vn.khuxuong.allocation.solver.Solution;
import vn.khuxuong.allocation.solver.Verdict;

/**
 * Solves a round's problem with what the exchange format does not know.
 *
 * <ul>
 *   <li>Of applications that count as one, the first by the round's order that fits any floor takes
 *       part; the others stand aside. Guaranteed.
 *   <li>Quotas: solved without them first. Where one is missed, firms of that group alone are
 *       solved, as many as the quota needs keep their place, and the rest is solved around them.
 *       What is met is counted and told; that a missed quota cannot be met is not proven.
 *   <li>A re-run tries to keep every earlier place, those of untouched buildings, and none, and
 *       takes what has most points after the penalty. Placements that must stay always do.
 *   <li>Ties go by the round's order, see {@link TieBreak}.
 * </ul>
 *
 * The same arguments with a budget of iterations give the same answer.
 */
public final class SolveProblem {
  private static final String VERSION = "round/1";

  private final Instance instance;
  private final Sides sides;
  private final Changes changes;
  private final StageProgress progress;
  private final QuotaCount quotas;
  private final Map<String, Instance.Floor> floors;
  private final Map<String, Instance.Firm> firms;
  private long bound = Long.MAX_VALUE;
  private long iterations;
  private double seconds;
  private String engine = "";
  private String notice = "";

  private SolveProblem(Instance instance, Sides sides, Changes changes, StageProgress progress) {
    this.instance = instance;
    this.sides = sides;
    this.changes = changes;
    this.progress = progress;
    this.quotas = new QuotaCount(instance, sides);
    this.floors = Residual.floors(instance);
    this.firms = Residual.firms(instance);
  }

  /**
   * Solves.
   *
   * @param budget of all stages together
   * @throws IllegalStateException if the checker refuses the answer, which is a defect
   */
  public static Answer solve(
      Instance instance, Sides sides, Changes changes, Budget budget, StageProgress progress) {
    return new SolveProblem(instance, sides, changes, progress).solve(budget);
  }

  private Answer solve(Budget budget) {
    Map<String, String> aside = Aside.of(instance, sides, changes);
    Placements best =
        changes.before().isEmpty()
            ? solve(changes.kept(), aside.keySet(), budget, true, "WHOLE")
            : rerun(aside.keySet(), budget);
    List<Placement> settled =
        TieBreak.settle(
            instance, sides, best.all(), pinned(best), aside.keySet(), quotas::missedM2);
    Verdict verdict = Checker.check(instance, inOrder(settled));
    if (!verdict.feasible()) {
      throw new IllegalStateException("the checker refuses the answer: " + verdict.faults());
    }
    int moved = moved(settled);
    long proven = Math.max(bound, verdict.objective());
    return new Answer(
        new Solution(
            instance.id(),
            engine + " " + VERSION,
            proven == verdict.objective() ? Solution.Status.OPTIMAL : Solution.Status.FEASIBLE,
            inOrder(settled),
            instance.firms().size(),
            proven,
            budget,
            iterations,
            seconds,
            verdict,
            notice.isEmpty() ? null : notice),
        quotas.verdicts(settled),
        aside,
        moved,
        moved * sides.changePenalty());
  }

  /** An answer in the making: what stays, and what was found around it. */
  private record Placements(List<Placement> fixed, List<Placement> found) {
    List<Placement> all() {
      List<Placement> all = new ArrayList<>(fixed);
      all.addAll(found);
      return all;
    }
  }

  private Set<String> pinned(Placements best) {
    Set<String> pinned = new HashSet<>();
    changes.kept().forEach(placement -> pinned.add(placement.firm()));
    if (!changes.before().isEmpty()) {
      best.all().forEach(placement -> pinned.add(placement.firm()));
    }
    return pinned;
  }

  private List<String> byOrder(Collection<String> applications) {
    return applications.stream().sorted(new TieBreak.Order(instance, sides)).toList();
  }

  private Placements rerun(Set<String> aside, Budget budget) {
    Set<String> kept = changes.kept().stream().map(Placement::firm).collect(Collectors.toSet());
    List<Placement> standing =
        changes.before().stream()
            .filter(p -> !aside.contains(p.firm()) && !kept.contains(p.firm()))
            .filter(p -> changes.taken().stream().noneMatch(t -> overlaps(p, t)))
            .toList();
    Set<String> touched = new HashSet<>();
    changes.before().stream()
        .filter(p -> !standing.contains(p) && !kept.contains(p.firm()))
        .forEach(p -> touched.add(building(p)));
    List<Placement> elsewhere =
        standing.stream().filter(p -> !touched.contains(building(p))).toList();
    Budget third = share(budget, 1 / 3.0);
    List<Placements> answers =
        List.of(
            solve(join(changes.kept(), standing), aside, third, false, "KEEP_ALL"),
            solve(join(changes.kept(), elsewhere), aside, third, false, "KEEP_BUILDINGS"),
            solve(changes.kept(), aside, third, true, "WHOLE"));
    Placements best = answers.get(0);
    for (Placements answer : answers) {
      if (net(answer.all()) > net(best.all())) {
        best = answer;
      }
    }
    return best;
  }

  private long net(List<Placement> placements) {
    return objective(placements) - moved(placements) * sides.changePenalty();
  }

  private long objective(List<Placement> placements) {
    return Checker.check(instance, inOrder(placements)).objective();
  }

  private int moved(List<Placement> now) {
    Map<String, Placement> byFirm = new HashMap<>();
    now.forEach(placement -> byFirm.put(placement.firm(), placement));
    int moved = 0;
    for (Placement before : changes.before()) {
      boolean stays = before.equals(byFirm.get(before.firm()));
      moved += stays || changes.gone().contains(before.firm()) ? 0 : 1;
    }
    return moved;
  }

  /** Solves around fixed placements, with quotas; the bound counts where nothing else is fixed. */
  private Placements solve(
      List<Placement> fixed, Set<String> aside, Budget budget, boolean bounds, String stage) {
    boolean some = !sides.quotas().isEmpty();
    List<Placement> found = stage(fixed, aside, some ? share(budget, 0.5) : budget, bounds, stage);
    if (quotas.missedM2(join(fixed, found)) == 0) {
      return new Placements(fixed, found);
    }
    List<Placement> held = new ArrayList<>(fixed);
    Budget part = share(budget, 0.25 / sides.quotas().size());
    for (Sides.Quota quota : sides.quotas()) {
      if (quotas.givenM2(quota.group(), held) < quota.atLeastM2()) {
        held.addAll(forGroup(quota, held, aside, part));
      }
    }
    List<Placement> rest = stage(held, aside, share(budget, 0.25), false, "REST");
    boolean better = quotas.missedM2(join(held, rest)) < quotas.missedM2(join(fixed, found));
    return better
        ? new Placements(fixed, join(held.subList(fixed.size(), held.size()), rest))
        : new Placements(fixed, found);
  }

  /** Firms of a group that keep the place they get when only the group competes. */
  private List<Placement> forGroup(
      Sides.Quota quota, List<Placement> held, Set<String> aside, Budget budget) {
    Set<String> others = new HashSet<>(aside);
    instance.firms().stream()
        .filter(firm -> !quota.group().has(firm))
        .forEach(firm -> others.add(firm.id()));
    Map<String, Placement> found = new HashMap<>();
    stage(held, others, budget, false, "QUOTA_" + quota.group().name())
        .forEach(placement -> found.put(placement.firm(), placement));
    List<Placement> keep = new ArrayList<>();
    long area = quotas.givenM2(quota.group(), held);
    List<String> best =
        byOrder(found.keySet()).stream()
            .sorted((a, b) -> Integer.compare(priority(b), priority(a)))
            .toList();
    for (String firm : best) {
      if (area < quota.atLeastM2()) {
        Placement placement = Residual.known(found, firm);
        keep.add(placement);
        area += Residual.area(floors, placement);
      }
    }
    return keep;
  }

  private int priority(String firm) {
    return Residual.known(firms, firm).priority();
  }

  private List<Placement> stage(
      List<Placement> fixed, Set<String> aside, Budget budget, boolean bounds, String stage) {
    Instance left = Residual.of(instance, fixed, aside, changes.taken());
    if (left.firms().isEmpty()) {
      bound = bounds ? Math.min(bound, objective(fixed)) : bound;
      engine = engine.isEmpty() ? "nothing-to-solve" : engine;
      return List.of();
    }
    long apart = apart(fixed);
    long slack = apart + slack(fixed, left);
    Solution solution =
        Allocator.solve(
            left,
            budget,
            new Progress() {
              @Override
              public void report(Report r) {
                long limit = bounds && r.bound() < Long.MAX_VALUE ? r.bound() + slack : bound;
                progress.report(
                    stage,
                    new Report(
                        r.objective() + apart,
                        limit,
                        seconds + r.elapsedSeconds(),
                        iterations + r.iterations()));
              }

              @Override
              public boolean cancelled() {
                return progress.cancelled();
              }
            });
    iterations += solution.iterations();
    seconds += solution.elapsedSeconds();
    engine = engine.isEmpty() || bounds ? solution.engine() : engine;
    notice = solution.notice() == null ? notice : String.valueOf(solution.notice());
    if (bounds) {
      bound = Math.min(bound, solution.bound() + slack);
    }
    return solution.placements();
  }

  /** Points that fixed placements bring by themselves, vacant runs apart: those the rest counts. */
  private long apart(List<Placement> fixed) {
    Verdict verdict = Checker.check(instance, inOrder(fixed));
    return verdict.objective()
        + (long) instance.weights().vacantRun() * verdict.score().vacantRuns();
  }

  /**
   * Most points by which the whole may exceed the sum of its parts: firms that sit as tenants make
   * no clusters with those still to be placed, one link for each building and chain; and a stretch
   * that was taken meanwhile may cut a vacant run in two that the frozen input has as one.
   */
  private long slack(List<Placement> fixed, Instance left) {
    Set<String> chains = new HashSet<>();
    left.firms().forEach(firm -> Optional.ofNullable(firm.cluster()).ifPresent(chains::add));
    long links =
        fixed.stream()
            .map(p -> building(p) + " " + Residual.known(firms, p.firm()).cluster())
            .filter(link -> chains.contains(link.substring(link.indexOf(' ') + 1)))
            .distinct()
            .count();
    return links * instance.weights().cluster()
        + (long) changes.taken().size() * instance.weights().vacantRun();
  }

  private String building(Placement placement) {
    return Residual.known(floors, placement.blocks().get(0).floor()).building();
  }

  private static boolean overlaps(Placement placement, Placement.Block taken) {
    return placement.blocks().stream()
        .anyMatch(
            block ->
                block.floor().equals(taken.floor())
                    && block.startBay() < taken.startBay() + taken.bayCount()
                    && taken.startBay() < block.startBay() + block.bayCount());
  }

  private static Budget share(Budget whole, double share) {
    return whole.reproducible()
        ? new Budget(
            Double.POSITIVE_INFINITY,
            Math.max(1, (long) (whole.iterations() * share)),
            whole.seed(),
            whole.threads())
        : new Budget(whole.seconds() * share, whole.iterations(), whole.seed(), whole.threads());
  }

  private List<Placement> inOrder(Collection<Placement> placements) {
    Map<String, Placement> byFirm = new HashMap<>();
    placements.forEach(placement -> byFirm.put(placement.firm(), placement));
    List<Placement> ordered = new ArrayList<>();
    for (Instance.Firm firm : instance.firms()) {
      Optional.ofNullable(byFirm.get(firm.id())).ifPresent(ordered::add);
    }
    return ordered;
  }

  private static List<Placement> join(Collection<Placement> a, Collection<Placement> b) {
    List<Placement> all = new ArrayList<>(a);
    all.addAll(b);
    return all;
  }
}
