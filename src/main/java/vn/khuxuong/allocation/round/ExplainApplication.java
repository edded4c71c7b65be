package vn.khuxuong.allocation.round;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.khuxuong.allocation.answer.SmallestChange;
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
  private final JsonMapper json;

  ExplainApplication(
      ReadRound read,
      RoundStore rounds,
      RunStore runs,
      NameStore names,
      KeepAnswer keep,
      ReasonWords words,
      Parties parties,
      JsonMapper json) {
    this.read = read;
    this.rounds = rounds;
    this.runs = runs;
    this.names = names;
    this.keep = keep;
    this.words = words;
    this.parties = parties;
    this.json = json;
  }

  /**
   * An application that holds what this one lacks.
   *
   * @param margin its points less this one's; where negative, area asked for and the filling of
   *     floors weighed more
   */
  record Holder(String application, int points, int margin) {}

  /**
   * The smallest change of what was asked that would have given the firm a place while all others
   * keep theirs.
   *
   * @param verified whether the round was solved again with the change and placed the firm; false
   *     where none was found, which the sentence then says
   * @param floor where it would be; null where none was found
   */
  record ChangeTold(boolean verified, @Nullable String floor, String vi, String en) {}

  /**
   * One floor.
   *
   * @param rule first rule that is broken, or what lacks
   * @param left whether the floor would do and {@code rule} says what others left too little of
   * @param code hard constraint of the exchange format behind it, such as {@code H06}; null where
   *     nothing forbids the place but it would bring no points
   * @param needed in the unit of the rule; null where it is not about a number
   * @param has likewise
   * @param holders who holds what lacks, the fewest points first; empty where a rule is broken
   */
  record FloorJson(
      String floor,
      String rule,
      boolean left,
      @Nullable String code,
      @Nullable Long needed,
      @Nullable Long has,
      String vi,
      String en,
      List<Holder> holders) {}

  /**
   * The whole.
   *
   * @param floors what keeps it off each floor; of a firm that has a place only the floors of zones
   *     that it would rather be in
   * @param change null for a firm that has a place or took no part
   */
  record Told(
      String application,
      int points,
      int place,
      int of,
      long run,
      List<RoundJson.Placement> placements,
      RoundJson.@Nullable Reason reason,
      List<FloorJson> floors,
      @Nullable ChangeTold change) {}

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
    List<RoundStore.Entry> entries = rounds.entries(id);
    RoundStore.Entry entry =
        entries.stream()
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
    RoundJson.Reason reason = runs.reasons(run.id(), application).stream().findFirst().orElse(null);
    boolean waits = placements.isEmpty() && !aside;
    return new Told(
        application,
        entry.points(),
        entry.place(),
        entries.size(),
        run.id(),
        placements,
        reason,
        aside ? List.of() : floors(round, run, application),
        waits && reason != null ? change(reason) : null);
  }

  /** What the run has stored of it; null for runs that did not look for one. */
  private @Nullable ChangeTold change(RoundJson.Reason reason) {
    JsonNode kept = json.readTree(reason.detail()).path("change");
    if (kept.isMissingNode()) {
      return null;
    }
    SmallestChange.Change change =
        kept.isNull() ? null : json.treeToValue(kept, SmallestChange.Change.class);
    return new ChangeTold(
        change != null,
        change == null ? null : change.floor(),
        ChangeText.of(change, Language.VI),
        ChangeText.of(change, Language.EN));
  }

  private List<FloorJson> floors(Round round, RunStore.Kept run, String application) {
    Instance whole = keep.frozen(round.id()).instance();
    List<Placement> placed = KeepAnswer.placements(run, whole);
    Set<String> needed = new HashSet<>(placed.stream().map(Placement::firm).toList());
    needed.add(application);
    Instance instance = only(whole, needed);
    List<Placement> others = placed.stream().filter(p -> !p.firm().equals(application)).toList();
    Predicate<String> wanted = wanted(instance, placed, application);
    ReasonText vi = words.text(Language.VI, round.month0());
    ReasonText en = words.text(Language.EN, round.month0());
    Map<String, String> namesVi = names.industryNames(true);
    Map<String, String> namesEn = names.industryNames(false);
    List<FloorJson> told = new ArrayList<>();
    for (FloorReason reason : Explanation.floors(instance, others, application)) {
      if (!wanted.test(reason.floor())) {
        continue;
      }
      if (!reason.broken().isEmpty()) {
        Reason.Shortfall gap = reason.broken().get(0);
        Reason.NearMiss miss = new Reason.NearMiss(reason.floor(), List.of(gap));
        boolean number = gap.subject().isEmpty();
        told.add(
            new FloorJson(
                reason.floor(),
                gap.rule().name(),
                false,
                gap.rule().code(),
                number ? gap.firm() : null,
                number ? gap.floor() : null,
                vi.of(first(ReasonWords.named(miss, instance, namesVi, Language.VI))),
                en.of(first(ReasonWords.named(miss, instance, namesEn, Language.EN))),
                List.of()));
      } else if (reason.lack() != null) {
        told.add(lacking(reason.lack(), instance, others, application, vi, en));
      }
    }
    return told;
  }

  /**
   * All floors for a firm that waits, those of zones it would rather be in for one that does not.
   */
  private static Predicate<String> wanted(
      Instance instance, List<Placement> placed, String application) {
    Map<String, String> zoneOf = ReadBoard.zoneOf(instance);
    Instance.Firm firm =
        instance.firms().stream().filter(f -> f.id().equals(application)).findFirst().orElseThrow();
    for (Placement placement : placed) {
      if (placement.firm().equals(application)) {
        int rank = ReadBoard.rank(firm, placement, zoneOf);
        List<String> better =
            firm.zonePrefs().subList(0, rank == 0 ? firm.zonePrefs().size() : rank - 1);
        return floor -> better.contains(zoneOf.getOrDefault(floor, ""));
      }
    }
    return floor -> true;
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
        true,
        RuleCodes.of(lack.capacity()),
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
