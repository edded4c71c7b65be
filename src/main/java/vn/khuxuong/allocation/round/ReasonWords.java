package vn.khuxuong.allocation.round;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.khuxuong.allocation.answer.Reserved;
import vn.khuxuong.allocation.answer.SmallestChange;
import vn.khuxuong.allocation.solver.Explanation;
import vn.khuxuong.allocation.solver.Instance;
import vn.khuxuong.allocation.solver.Placement;
import vn.khuxuong.allocation.solver.Reason;
import vn.khuxuong.allocation.solver.ReasonText;
import vn.khuxuong.allocation.solver.Rule;
import vn.khuxuong.platform.web.Language;

/** A reason for every application of a round, as data and in both languages. */
@Component
class ReasonWords {
  private final NameStore store;
  private final JsonMapper json;

  ReasonWords(NameStore store, JsonMapper json) {
    this.store = store;
    this.json = json;
  }

  /** A reason that is ready to be stored. */
  record Told(
      String application,
      String code,
      String causeVi,
      String causeEn,
      String vi,
      String en,
      String detail) {
    RunStore.NewReason of(long run) {
      return new RunStore.NewReason(run, application, code, causeVi, causeEn, vi, en, detail);
    }
  }

  /** Renders reasons in one language. */
  ReasonText text(Language language) {
    Map<String, String> zones = store.zoneNames();
    UnaryOperator<String> zone = code -> zones.getOrDefault(code, code);
    return language == Language.VI
        ? ReasonText.vietnamese(floor -> floorName(Language.VI, floor), zone)
        : ReasonText.english(floor -> floorName(Language.EN, floor), zone);
  }

  /** The name people know a floor by, from its id in the problem. */
  static String floorName(Language language, String floor) {
    return floor.replaceFirst("(.*)/(.*)", language.choose("tầng $2 nhà $1", "floor $2 of $1"));
  }

  /** The reasons of an answer, in the input's order. */
  List<Told> of(Instance instance, List<Placement> placements, Map<String, String> aside) {
    ReasonText vi = text(Language.VI);
    ReasonText en = text(Language.EN);
    Map<String, String> industriesVi = store.industryNames(true);
    Map<String, String> industriesEn = store.industryNames(false);
    Set<String> seated = placements.stream().map(Placement::firm).collect(Collectors.toSet());
    Set<String> waiting = new HashSet<>();
    instance.firms().stream()
        .map(Instance.Firm::id)
        .filter(firm -> !seated.contains(firm) && !aside.containsKey(firm))
        .forEach(waiting::add);
    Map<String, SmallestChange.Change> changes = SmallestChange.of(instance, placements, waiting);
    List<Told> told = new ArrayList<>();
    for (Reason reason : Explanation.of(instance, placements)) {
      String stands = aside.get(reason.firm());
      if (stands != null) {
        told.add(aside(reason.firm(), stands));
        continue;
      }
      Reason named = named(reason, instance, industriesVi, Language.VI);
      Reason namedEn = named(reason, instance, industriesEn, Language.EN);
      boolean waits = waiting.contains(reason.firm());
      SmallestChange.Change change = changes.get(reason.firm());
      ObjectNode detail = json.valueToTree(reason);
      if (waits) {
        detail.set("change", json.valueToTree(change));
      }
      told.add(
          new Told(
              reason.firm(),
              ReasonText.cause(reason),
              vi.causeOf(reason),
              en.causeOf(reason),
              vi.of(named) + (waits ? " " + ChangeText.of(change, Language.VI) : ""),
              en.of(namedEn) + (waits ? " " + ChangeText.of(change, Language.EN) : ""),
              json.writeValueAsString(detail)));
    }
    return told;
  }

  private static Told aside(String firm, String stands) {
    return stands.isEmpty()
        ? new Told(
            firm,
            "GONE",
            "Đã rút khỏi đợt",
            "Has left the round",
            "Hồ sơ đã rút hoặc đã được giải quyết nơi khác sau khi khóa đợt.",
            "The application was withdrawn, or answered elsewhere, after the round closed.",
            "{}")
        : new Told(
            firm,
            "RELATED",
            "Tính là một với hồ sơ khác",
            "Counts as one with another application",
            "Hồ sơ này và hồ sơ "
                + stands
                + " của cùng doanh nghiệp hoặc doanh nghiệp liên quan được tính là một; hồ sơ "
                + stands
                + " tham gia đợt.",
            "This application and "
                + stands
                + " are of one firm or of related firms and count as one; "
                + stands
                + " takes part.",
            "{\"stands\":\"" + stands + "\"}");
  }

  /**
   * The reason with names of industries, and with floors that are kept for a group told as such.
   */
  static Reason named(
      Reason reason, Instance instance, Map<String, String> names, Language language) {
    return reason instanceof Reason.NoFloorFits none
        ? new Reason.NoFloorFits(
            none.firm(),
            none.floors(),
            none.firstBroken(),
            none.smallestSet(),
            none.nearest().stream().map(m -> named(m, instance, names, language)).toList())
        : reason;
  }

  static Reason.NearMiss named(
      Reason.NearMiss miss, Instance instance, Map<String, String> names, Language language) {
    List<Reason.Shortfall> told = new ArrayList<>();
    for (Reason.Shortfall gap : miss.shortfalls()) {
      if (gap.rule() != Rule.INDUSTRY) {
        told.add(gap);
        continue;
      }
      String code = Reserved.industry(gap.subject());
      String name = names.getOrDefault(code, code);
      boolean kept =
          instance.floors().stream()
              .filter(floor -> floor.id().equals(miss.floor()))
              .flatMap(floor -> floor.industries().stream())
              .anyMatch(written -> Reserved.industry(written).equals(code));
      told.add(
          new Reason.Shortfall(
              gap.rule(),
              gap.firm(),
              gap.floor(),
              kept
                  ? name
                      + language.choose(
                          " (tầng dành riêng cho nhóm ưu tiên)", " (a floor kept for a group)")
                  : name));
    }
    return new Reason.NearMiss(miss.floor(), told);
  }
}
