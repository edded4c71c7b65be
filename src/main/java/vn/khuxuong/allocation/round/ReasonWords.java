package vn.khuxuong.allocation.round;

import java.text.NumberFormat;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.khuxuong.allocation.answer.Reserved;
import vn.khuxuong.allocation.answer.Sides;
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

  /**
   * Renders reasons in one language.
   *
   * @param month0 the round's reference month
   */
  ReasonText text(Language language, YearMonth month0) {
    Map<String, String> zones = store.zoneNames();
    UnaryOperator<String> zone = code -> zones.getOrDefault(code, code);
    IntFunction<String> month =
        number ->
            language.choose("tháng ", "")
                + month0
                    .plusMonths(number)
                    .format(DateTimeFormatter.ofPattern("MM/uuuu", Locale.ROOT));
    return language == Language.VI
        ? ReasonText.vietnamese(floor -> floorName(Language.VI, floor), zone, month)
        : ReasonText.english(floor -> floorName(Language.EN, floor), zone, month);
  }

  /** The name people know a floor by, from its id in the problem. */
  static String floorName(Language language, String floor) {
    return floor.replaceFirst("(.*)/(.*)", language.choose("tầng $2 nhà $1", "floor $2 of $1"));
  }

  /**
   * The reasons of an answer, in the input's order.
   *
   * @param month0 the round's reference month
   * @param aside who took no part, and who stands for it
   * @param quotas least areas for groups
   */
  List<Told> of(
      Instance instance,
      YearMonth month0,
      List<Placement> placements,
      Map<String, String> aside,
      List<Sides.QuotaVerdict> quotas) {
    ReasonText vi = text(Language.VI, month0);
    ReasonText en = text(Language.EN, month0);
    Map<String, Instance.Firm> firms =
        instance.firms().stream().collect(Collectors.toMap(Instance.Firm::id, Function.identity()));
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
              vi.of(named, keptForOthers(firms.get(reason.firm()), quotas, Language.VI))
                  + (waits ? " " + ChangeText.of(change, Language.VI) : ""),
              en.of(namedEn, keptForOthers(firms.get(reason.firm()), quotas, Language.EN))
                  + (waits ? " " + ChangeText.of(change, Language.EN) : ""),
              json.writeValueAsString(detail)));
    }
    return told;
  }

  /** Quotas of groups to which a firm does not belong: 1.200 m² cho doanh nghiệp nhỏ và vừa. */
  private static String keptForOthers(
      Instance.@Nullable Firm firm, List<Sides.QuotaVerdict> quotas, Language language) {
    NumberFormat numbers = NumberFormat.getInstance(language.locale());
    return quotas.stream()
        .filter(quota -> firm != null && !quota.group().has(firm))
        .map(
            quota ->
                numbers.format(quota.atLeastM2())
                    + language.choose(" m² cho ", " m² for ")
                    + language
                        .choose(quota.group().vi(), quota.group().en())
                        .toLowerCase(language.locale()))
        .collect(Collectors.joining(language.choose(" và ", " and ")));
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
