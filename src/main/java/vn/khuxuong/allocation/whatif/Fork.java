package vn.khuxuong.allocation.whatif;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.allocation.answer.Sides;
import vn.khuxuong.allocation.solver.Instance;
import vn.khuxuong.tenancy.Asked;

/** A round's problem with something changed; the problem itself stays as it is. */
record Fork(Instance instance, Sides sides) {
  private static final List<String> WEIGHTS =
      List.of("demand", "preference", "vacantRun", "cluster");
  private static final List<String> POINTS =
      List.of("base", "supporting", "hightech", "green", "domestic", "displaced", "cap");
  private static final List<String> WISHES =
      List.of(
          "areaMinM2",
          "areaMaxM2",
          "loadKnM2",
          "clearHeightDm",
          "powerKva",
          "wastewaterM3",
          "liftTon",
          "startLatest",
          "termMonths",
          "budgetKvnd",
          "acceptOther",
          "maySplit",
          "displaced",
          "supporting");

  /**
   * Forks a problem.
   *
   * @throws vn.khuxuong.platform.problem.ProblemException naming the member that cannot be
   */
  static Fork of(Instance whole, Sides sides, ScenarioAsked asked) {
    ScenarioAsked.known("weights", asked.weights(), WEIGHTS);
    ScenarioAsked.known("points", asked.points(), POINTS);
    ScenarioAsked.known(
        "foreignAreaCapM2",
        asked.foreignAreaCapM2(),
        whole.zones().stream().map(Instance.Zone::id).toList());
    List<String> codes = whole.firms().stream().map(Instance.Firm::id).toList();
    ScenarioAsked.known("applications", asked.applications(), codes);
    Instance.Policy policy = policy(whole.policy(), asked);
    Set<String> out = subset("withoutApplications", asked.withoutApplications(), codes);
    Set<String> closed =
        subset(
            "withoutFloors",
            asked.withoutFloors(),
            whole.floors().stream().map(Instance.Floor::id).toList());
    List<Instance.Floor> floors =
        whole.floors().stream().filter(f -> !closed.contains(f.id())).toList();
    List<Instance.Firm> firms = new ArrayList<>();
    for (Instance.Firm firm : whole.firms()) {
      if (!out.contains(firm.id())) {
        firms.add(firm(firm, policy, asked.applications()));
      }
    }
    return new Fork(
        new Instance(
            whole.id(),
            weights(whole.weights(), asked),
            whole.preferenceScore(),
            policy,
            whole.incompatible(),
            whole.zones().stream()
                .map(
                    z ->
                        new Instance.Zone(
                            z.id(),
                            z.name(),
                            ScenarioAsked.number(
                                "foreignAreaCapM2",
                                asked.foreignAreaCapM2(),
                                z.id(),
                                z.foreignAreaCapM2())))
                .toList(),
            whole.buildings(),
            floors,
            whole.tenants().stream().filter(t -> !closed.contains(t.floor())).toList(),
            firms),
        sides(sides, asked, out));
  }

  private static Sides sides(Sides sides, ScenarioAsked asked, Set<String> out) {
    Map<String, @Nullable Integer> quotas = asked.quotas();
    List<Sides.Quota> wanted = new ArrayList<>(sides.quotas());
    if (quotas != null) {
      wanted.clear();
      quotas
          .keySet()
          .forEach(
              name ->
                  wanted.add(
                      new Sides.Quota(
                          ScenarioAsked.group(name),
                          ScenarioAsked.number("quotas", quotas, name, 0))));
    }
    return new Sides(
        wanted,
        sides.related(),
        sides.order().stream().filter(code -> !out.contains(code)).toList(),
        0);
  }

  private static Set<String> subset(
      String member, @Nullable List<String> asked, List<String> known) {
    List<String> some = asked == null ? List.of() : asked;
    for (String one : some) {
      if (!known.contains(one)) {
        throw Asked.bad(
            member, "Đợt này không có \"" + one + "\".", "This round has no \"" + one + "\".");
      }
    }
    return new HashSet<>(some);
  }

  private static Instance.Weights weights(Instance.Weights usual, ScenarioAsked asked) {
    return new Instance.Weights(
        ScenarioAsked.number("weights", asked.weights(), "demand", usual.demand()),
        ScenarioAsked.number("weights", asked.weights(), "preference", usual.preference()),
        ScenarioAsked.number("weights", asked.weights(), "vacantRun", usual.vacantRun()),
        ScenarioAsked.number("weights", asked.weights(), "cluster", usual.cluster()));
  }

  private static Instance.Policy policy(Instance.Policy usual, ScenarioAsked asked) {
    return new Instance.Policy(
        ScenarioAsked.number("points", asked.points(), "base", usual.base()),
        ScenarioAsked.number("points", asked.points(), "supporting", usual.supporting()),
        ScenarioAsked.number("points", asked.points(), "hightech", usual.hightech()),
        ScenarioAsked.number("points", asked.points(), "green", usual.green()),
        ScenarioAsked.number("points", asked.points(), "domestic", usual.domestic()),
        ScenarioAsked.number("points", asked.points(), "displaced", usual.displaced()),
        usual.size(),
        ScenarioAsked.number("points", asked.points(), "cap", usual.cap()));
  }

  private static Instance.Firm firm(
      Instance.Firm f,
      Instance.Policy policy,
      @Nullable Map<String, @Nullable Map<String, @Nullable Integer>> all) {
    Map<String, @Nullable Integer> to = all == null ? null : all.get(f.id());
    String member = "applications." + f.id();
    ScenarioAsked.known(member, to, WISHES);
    Instance.Flags flags =
        new Instance.Flags(
            flag(member, to, "supporting", f.flags().supporting()),
            f.flags().hightech(),
            f.flags().green(),
            f.flags().domestic(),
            flag(member, to, "displaced", f.flags().displaced()));
    int least = Math.max(1, ScenarioAsked.number(member, to, "areaMinM2", f.areaMinM2()));
    return new Instance.Firm(
        f.id(),
        f.submitted(),
        f.industry(),
        flags,
        f.sizeClass(),
        policy.priority(flags, f.sizeClass()),
        least,
        Math.max(least, ScenarioAsked.number(member, to, "areaMaxM2", f.areaMaxM2())),
        ScenarioAsked.number(member, to, "loadKnM2", f.loadKnM2()),
        ScenarioAsked.number(member, to, "clearHeightDm", f.clearHeightDm()),
        ScenarioAsked.number(member, to, "powerKva", f.powerKva()),
        ScenarioAsked.number(member, to, "wastewaterM3", f.wastewaterM3()),
        ScenarioAsked.number(member, to, "liftTon", f.liftTon()),
        f.hazard(),
        f.traits(),
        f.cluster(),
        f.startEarliest(),
        Math.max(
            f.startEarliest(),
            Math.min(12_000, ScenarioAsked.number(member, to, "startLatest", f.startLatest()))),
        Math.max(
            1, Math.min(12_000, ScenarioAsked.number(member, to, "termMonths", f.termMonths()))),
        ScenarioAsked.number(member, to, "budgetKvnd", f.budgetKvnd()),
        f.zonePrefs(),
        flag(member, to, "acceptOther", f.acceptOther()),
        flag(member, to, "maySplit", f.maySplit()));
  }

  private static boolean flag(
      String member, @Nullable Map<String, @Nullable Integer> to, String name, boolean usual) {
    return ScenarioAsked.number(member, to, name, usual ? 1 : 0) != 0;
  }
}
