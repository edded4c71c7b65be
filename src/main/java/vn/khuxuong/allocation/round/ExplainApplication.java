package vn.khuxuong.allocation.round;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.khuxuong.allocation.solver.Capacity;
import vn.khuxuong.allocation.solver.Explanation;
import vn.khuxuong.allocation.solver.FloorReason;
import vn.khuxuong.allocation.solver.Instance;
import vn.khuxuong.allocation.solver.Placement;
import vn.khuxuong.allocation.solver.Reason;
import vn.khuxuong.allocation.solver.ReasonText;
import vn.khuxuong.platform.web.Language;
import vn.khuxuong.tenancy.Parties;
import vn.khuxuong.tenancy.Party;

/**
 * Everything a round has to say about one application: its points, its place, its reason, and for
 * every floor the first rule that keeps it off with the numbers, or who was placed there instead
 * and by what margin. The firm reads its own once the draft is shown; of others it learns the
 * application number and the points, which are public, and neither budget nor power.
 */
@Component
class ExplainApplication {
  private final ReadRound read;
  private final RoundStore rounds;
  private final RunStore runs;
  private final NameStore names;
  private final KeepAnswer keep;
  private final ReasonWords words;
  private final Parties parties;

  ExplainApplication(
      ReadRound read,
      RoundStore rounds,
      RunStore runs,
      NameStore names,
      KeepAnswer keep,
      ReasonWords words,
      Parties parties) {
    this.read = read;
    this.rounds = rounds;
    this.runs = runs;
    this.names = names;
    this.keep = keep;
    this.words = words;
    this.parties = parties;
  }

  /**
   * An application that holds what this one lacks.
   *
   * @param margin its points less this one's; where negative, area asked for and the filling of
   *     floors weighed more
   */
  record Holder(String application, int points, int margin) {}

  /**
   * One floor.
   *
   * @param rule first rule that is broken, or what lacks
   * @param needed in the unit of the rule; null where it is not about a number
   * @param has likewise
   * @param holders who holds what lacks, the fewest points first; empty where a rule is broken
   */
  record FloorJson(
      String floor,
      String rule,
      @Nullable Long needed,
      @Nullable Long has,
      String vi,
      String en,
      List<Holder> holders) {}

  /** The whole. */
  record Told(
      String application,
      int points,
      int place,
      long run,
      List<RoundJson.Placement> placements,
      RoundJson.@Nullable Reason reason,
      List<FloorJson> floors) {}

  /** The application numbers of the caller's firm in a round; of an officer none. */
  @PreAuthorize("hasRole('FIRM')")
  @Transactional(readOnly = true)
  public List<String> mine(long id) {
    read.visible(id);
    Party party = parties.caller();
    return rounds.entries(id).stream()
        .filter(entry -> party.firmId() != null && party.sees(entry.firmId()))
        .map(RoundStore.Entry::application)
        .toList();
  }

  /** Explains one application to its firm or to an officer. */
  @PreAuthorize("hasAnyRole('FIRM', 'OFFICER')")
  @Transactional(readOnly = true)
  public Told explain(long id, String application) {
    Round round = read.visible(id);
    Party party = parties.caller();
    RoundStore.Entry entry =
        rounds.entries(id).stream()
            .filter(e -> e.application().equals(application) && party.sees(e.firmId()))
            .findFirst()
            .orElseThrow(() -> Objections.unknown(application));
    RunStore.Kept run =
        read.run(round)
            .orElseThrow(
                () ->
                    RoundProblem.NOT_YET.with(
                        "Dự thảo kết quả chưa công khai.", "The draft is not shown yet."));
    List<RoundJson.Placement> placements =
        runs.placements(run.id(), Optional.empty()).stream()
            .filter(p -> p.application().equals(application))
            .toList();
    boolean aside = read.report(run).aside().containsKey(application);
    return new Told(
        application,
        entry.points(),
        entry.place(),
        run.id(),
        placements,
        runs.reasons(run.id(), application).stream().findFirst().orElse(null),
        placements.isEmpty() && !aside ? floors(round, run, application) : List.of());
  }

  private List<FloorJson> floors(Round round, RunStore.Kept run, String application) {
    Instance whole = keep.frozen(round.id()).instance();
    List<Placement> placed = KeepAnswer.placements(run, whole);
    Set<String> needed = new HashSet<>(placed.stream().map(Placement::firm).toList());
    needed.add(application);
    Instance instance = only(whole, needed);
    ReasonText vi = words.text(Language.VI);
    ReasonText en = words.text(Language.EN);
    Map<String, String> namesVi = names.industryNames(true);
    Map<String, String> namesEn = names.industryNames(false);
    List<FloorJson> told = new ArrayList<>();
    for (FloorReason reason : Explanation.floors(instance, placed, application)) {
      if (!reason.broken().isEmpty()) {
        Reason.Shortfall gap = reason.broken().get(0);
        Reason.NearMiss miss = new Reason.NearMiss(reason.floor(), List.of(gap));
        boolean number = gap.subject().isEmpty();
        told.add(
            new FloorJson(
                reason.floor(),
                gap.rule().name(),
                number ? gap.firm() : null,
                number ? gap.floor() : null,
                vi.of(first(ReasonWords.named(miss, instance, namesVi, Language.VI))),
                en.of(first(ReasonWords.named(miss, instance, namesEn, Language.EN))),
                List.of()));
      } else if (reason.lack() != null) {
        told.add(lacking(reason.lack(), instance, placed, application, vi, en));
      }
    }
    return told;
  }

  private static Reason.Shortfall first(Reason.NearMiss miss) {
    return miss.shortfalls().get(0);
  }

  private static FloorJson lacking(
      Reason.Lack lack,
      Instance instance,
      List<Placement> placed,
      String application,
      ReasonText vi,
      ReasonText en) {
    boolean number = lack.capacity() != Capacity.NEIGHBOUR && lack.capacity() != Capacity.NO_GAIN;
    return new FloorJson(
        lack.floor(),
        lack.capacity().name(),
        number ? lack.needed() : null,
        number ? lack.left() : null,
        vi.of(lack),
        en.of(lack),
        holders(lack, instance, placed, application));
  }

  private static List<Holder> holders(
      Reason.Lack lack, Instance instance, List<Placement> placed, String application) {
    Map<String, Instance.Firm> firms =
        instance.firms().stream().collect(Collectors.toMap(Instance.Firm::id, Function.identity()));
    Map<String, String> buildings =
        instance.floors().stream()
            .collect(Collectors.toMap(Instance.Floor::id, Instance.Floor::building));
    Map<String, String> zones =
        instance.buildings().stream()
            .collect(Collectors.toMap(Instance.Building::id, Instance.Building::zone));
    String building = buildings.getOrDefault(lack.floor(), "");
    int own = firms.get(application).priority();
    List<Holder> holders = new ArrayList<>();
    for (Placement placement : placed) {
      String there = buildings.getOrDefault(placement.blocks().get(0).floor(), "");
      Instance.Firm holder = firms.get(placement.firm());
      boolean holds =
          switch (lack.capacity()) {
            case AREA, FLOOR_POWER, NEIGHBOUR, NO_GAIN ->
                placement.blocks().stream().anyMatch(b -> b.floor().equals(lack.floor()));
            case BUILDING_POWER, WASTEWATER -> there.equals(building);
            case FOREIGN_CAP ->
                !holder.flags().domestic()
                    && zones.getOrDefault(there, "").equals(zones.getOrDefault(building, "-"));
          };
      if (holds) {
        holders.add(new Holder(holder.id(), holder.priority(), holder.priority() - own));
      }
    }
    holders.sort(Comparator.comparingInt(Holder::points).thenComparing(Holder::application));
    return holders;
  }

  private static Instance only(Instance whole, Set<String> firms) {
    return new Instance(
        whole.id(),
        whole.weights(),
        whole.preferenceScore(),
        whole.policy(),
        whole.incompatible(),
        whole.zones(),
        whole.buildings(),
        whole.floors(),
        whole.tenants(),
        whole.firms().stream().filter(firm -> firms.contains(firm.id())).toList());
  }
}
