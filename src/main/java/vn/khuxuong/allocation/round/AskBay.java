package vn.khuxuong.allocation.round;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.khuxuong.allocation.solver.BayReason;
import vn.khuxuong.allocation.solver.Explanation;
import vn.khuxuong.allocation.solver.Instance;
import vn.khuxuong.allocation.solver.Placement;
import vn.khuxuong.allocation.solver.Reason;
import vn.khuxuong.allocation.solver.ReasonText;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.platform.web.Language;

/**
 * Tells an officer who wanted one bay and why each did not get it: everybody who listed its zone or
 * could use it. Judged within the bay's zone, beyond which nothing that is shared reaches.
 */
@Component
class AskBay {
  private final ReadRound read;
  private final RunStore runs;
  private final KeepAnswer keep;
  private final NameStore names;
  private final ReasonWords words;

  AskBay(ReadRound read, RunStore runs, KeepAnswer keep, NameStore names, ReasonWords words) {
    this.read = read;
    this.runs = runs;
    this.keep = keep;
    this.names = names;
    this.words = words;
  }

  /** Everything the sentences need. */
  private record View(
      Instance instance,
      String floor,
      Map<String, Placement> placed,
      Map<String, String> zoneOf,
      Map<String, String> aside,
      @Nullable String holder,
      ReasonText vi,
      ReasonText en,
      Map<String, String> namesVi,
      Map<String, String> namesEn) {}

  /**
   * Who wanted a bay.
   *
   * @throws ProblemException {@link RoundProblem#NOT_YET} before there is an answer, {@link
   *     RoundProblem#UNKNOWN_BAY} where the round has no such bay
   */
  @PreAuthorize("hasRole('OFFICER')")
  @Transactional(readOnly = true)
  public BoardJson.Bay ask(long id, String building, int level, int bay) {
    Round round = read.visible(id);
    RunStore.Kept run =
        runs.newest(round.id())
            .orElseThrow(
                () -> RoundProblem.NOT_YET.with("Đợt chưa có kết quả.", "There is no answer yet."));
    Instance whole = keep.frozen(round.id()).instance();
    String place = FrozenProblem.floorId(building, level);
    Instance.Floor floor =
        whole.floors().stream()
            .filter(f -> f.id().equals(place) && bay >= 0 && bay < f.bays().size())
            .findFirst()
            .orElseThrow(() -> unknown(place, bay));
    List<Placement> all = KeepAnswer.placements(run, whole);
    Map<String, String> zoneOf = ReadBoard.zoneOf(whole);
    String zone = zoneOf.getOrDefault(place, "");
    View view =
        new View(
            whole,
            place,
            all.stream().collect(Collectors.toMap(Placement::firm, Function.identity())),
            zoneOf,
            read.report(run).aside(),
            holder(all, place, bay),
            words.text(Language.VI, round.month0()),
            words.text(Language.EN, round.month0()),
            names.industryNames(true),
            names.industryNames(false));
    List<Placement> here = all.stream().filter(p -> inZone(p, zoneOf, zone)).toList();
    List<BoardJson.Wanting> wanting = wanting(view, zone, here, place, bay);
    return new BoardJson.Bay(
        building,
        level,
        bay,
        floor.bays().get(bay).areaM2(),
        state(view, place, bay),
        view.holder(),
        wanting,
        whole.firms().size() - wanting.size());
  }

  private static ProblemException unknown(String place, int bay) {
    return RoundProblem.UNKNOWN_BAY
        .with(
            "Đợt này không có khoang "
                + bay
                + " ở "
                + ReasonWords.floorName(Language.VI, place)
                + ".",
            "The round has no bay "
                + bay
                + " on "
                + ReasonWords.floorName(Language.EN, place)
                + ".")
        .field("bay");
  }

  private static @Nullable String holder(List<Placement> placed, String floor, int bay) {
    for (Placement placement : placed) {
      for (Placement.Block block : placement.blocks()) {
        if (block.floor().equals(floor)
            && block.startBay() <= bay
            && bay < block.startBay() + block.bayCount()) {
          return placement.firm();
        }
      }
    }
    return null;
  }

  private static boolean inZone(Placement placement, Map<String, String> zoneOf, String zone) {
    return zone.equals(zoneOf.get(placement.blocks().get(0).floor()));
  }

  private static String state(View view, String floor, int bay) {
    if (view.holder() != null) {
      return "PLACED";
    }
    for (Instance.Tenant tenant : view.instance().tenants()) {
      if (tenant.floor().equals(floor)
          && tenant.startBay() <= bay
          && bay < tenant.startBay() + tenant.bayCount()) {
        return FrozenProblem.isOut(tenant.id()) ? "OUT" : "TENANT";
      }
    }
    return "FREE";
  }

  private static List<BoardJson.Wanting> wanting(
      View view, String zone, List<Placement> here, String floor, int bay) {
    Map<String, Instance.Firm> firms =
        view.instance().firms().stream()
            .collect(Collectors.toMap(Instance.Firm::id, Function.identity()));
    List<BoardJson.Wanting> wanting = new ArrayList<>();
    for (BayReason reason : Explanation.bay(only(view.instance(), zone), here, floor, bay)) {
      Instance.Firm firm = Objects.requireNonNull(firms.get(reason.firm()));
      int rank = firm.zonePrefs().indexOf(zone) + 1;
      if (rank > 0 || reason.broken().isEmpty()) {
        wanting.add(judged(view, firms, firm, rank, reason));
      }
    }
    wanting.sort(
        Comparator.comparing((BoardJson.Wanting w) -> !w.application().equals(view.holder()))
            .thenComparing(BoardJson.Wanting::points, Comparator.reverseOrder())
            .thenComparing(BoardJson.Wanting::application));
    return wanting;
  }

  private static BoardJson.Wanting judged(
      View view, Map<String, Instance.Firm> firms, Instance.Firm firm, int rank, BayReason reason) {
    Placement placement = view.placed().get(firm.id());
    if (firm.id().equals(view.holder())) {
      return told(view, firms, firm, rank, "HOLDS", null, "Được xếp vào khoang này", "Placed here");
    }
    if (view.aside().containsKey(firm.id())) {
      return told(
          view, firms, firm, rank, "ASIDE", null, "Không tham gia lần giải này", "Took no part");
    }
    if (!reason.broken().isEmpty()) {
      Reason.Shortfall gap = reason.broken().get(0);
      return told(
          view,
          firms,
          firm,
          rank,
          "RULED_OUT",
          gap.rule().code(),
          view.vi().of(named(gap, view, view.namesVi(), Language.VI)),
          view.en().of(named(gap, view, view.namesEn(), Language.EN)));
    }
    if (placement != null) {
      return told(
          view,
          firms,
          firm,
          rank,
          "ELSEWHERE",
          null,
          "Đã xếp ở " + where(placement, Language.VI) + wish(view, firm, placement, Language.VI),
          "Placed on " + where(placement, Language.EN) + wish(view, firm, placement, Language.EN));
    }
    Reason.Lack lack = reason.lack();
    if (!reason.reaches() || lack == null) {
      return told(
          view,
          firms,
          firm,
          rank,
          "NO_RUN",
          null,
          "Không dải khoang nào vừa doanh nghiệp đi qua khoang này",
          "No run of bays that suits it goes through this bay");
    }
    return told(
        view,
        firms,
        firm,
        rank,
        "OUTSCORED",
        RuleCodes.of(lack.capacity()),
        view.vi().of(lack),
        view.en().of(lack));
  }

  private static BoardJson.Wanting told(
      View view,
      Map<String, Instance.Firm> firms,
      Instance.Firm firm,
      int rank,
      String why,
      @Nullable String rule,
      String vi,
      String en) {
    String holder = view.holder();
    Instance.Firm first = holder == null ? null : firms.get(holder);
    return new BoardJson.Wanting(
        firm.id(),
        firm.priority(),
        rank,
        why,
        rule,
        first == null ? null : first.priority() - firm.priority(),
        vi,
        en);
  }

  private static Reason.Shortfall named(
      Reason.Shortfall gap, View view, Map<String, String> industries, Language language) {
    Reason.NearMiss miss = new Reason.NearMiss(view.floor(), List.of(gap));
    return ReasonWords.named(miss, view.instance(), industries, language).shortfalls().get(0);
  }

  private static String where(Placement placement, Language language) {
    return placement.blocks().stream()
        .map(block -> ReasonWords.floorName(language, block.floor()))
        .collect(Collectors.joining(", "));
  }

  private static String wish(
      View view, Instance.Firm firm, Placement placement, Language language) {
    int rank = ReadBoard.rank(firm, placement, view.zoneOf());
    return rank > 0
        ? language.choose(", nguyện vọng " + rank, ", choice " + rank)
        : language.choose(", khu ngoài nguyện vọng", ", a zone it did not list");
  }

  /** The problem with the floors of one zone; all firms stay. */
  private static Instance only(Instance whole, String zone) {
    Set<String> buildings = new HashSet<>();
    Map<String, Boolean> kept = new HashMap<>();
    for (Instance.Building building : whole.buildings()) {
      if (building.zone().equals(zone)) {
        buildings.add(building.id());
      }
    }
    for (Instance.Floor floor : whole.floors()) {
      kept.put(floor.id(), buildings.contains(floor.building()));
    }
    return new Instance(
        whole.id(),
        whole.weights(),
        whole.preferenceScore(),
        whole.policy(),
        whole.incompatible(),
        whole.zones(),
        whole.buildings().stream().filter(b -> buildings.contains(b.id())).toList(),
        whole.floors().stream().filter(f -> buildings.contains(f.building())).toList(),
        whole.tenants().stream().filter(t -> kept.getOrDefault(t.floor(), false)).toList(),
        whole.firms());
  }
}
