package vn.khuxuong.allocation.round;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.allocation.answer.Group;
import vn.khuxuong.allocation.solver.Instance;
import vn.khuxuong.tenancy.Asked;
import vn.khuxuong.tenancy.SizeClass;

/**
 * Criteria as a client sends them; what is left out is the standard's. Points and weights are whole
 * numbers.
 *
 * @param weights members demand, preference, vacantRun, cluster
 * @param preferenceScore by rank in a firm's list of zones, best first
 * @param points members base, supporting, hightech, green, domestic, displaced, cap
 * @param sizePoints by class of size
 * @param foreignSharePct most per cent of a zone's free m² for firms that are not domestic
 */
record CriteriaAsked(
    @Nullable Map<String, @Nullable Integer> weights,
    @Nullable List<@Nullable Integer> preferenceScore,
    @Nullable Map<String, @Nullable Integer> points,
    @Nullable Map<String, @Nullable Integer> sizePoints,
    @Nullable Integer foreignSharePct,
    @Nullable List<String> zones,
    @Nullable List<String> buildings,
    @Nullable List<QuotaAsked> quotas,
    @Nullable List<ReserveAsked> reserves,
    @Nullable String tieBreak,
    @Nullable Boolean firmCountsOnce,
    @Nullable Integer changePenalty,
    @Nullable Integer objectionHours,
    @Nullable Integer offerDays) {
  private static final int MOST = 1_000_000;
  private static final int MOST_LISTED = 200;

  /** A group's least share, per cent of the free m². */
  record QuotaAsked(@Nullable String group, @Nullable Integer atLeastPct) {}

  /** A floor kept for a group. */
  record ReserveAsked(@Nullable String building, @Nullable Integer level, @Nullable String group) {}

  /** The criteria, filled up from others. */
  Criteria over(Criteria usual) {
    return new Criteria(
        policy(usual.policy()),
        codes("zones", zones, usual.zones()),
        codes("buildings", buildings, usual.buildings()),
        quotas == null ? usual.quotas() : quotas(quotas),
        reserves == null ? usual.reserves() : reserves(reserves),
        tieBreak == null
            ? usual.tieBreak()
            : Asked.oneOf("tieBreak", Criteria.TieBreak.class, tieBreak),
        firmCountsOnce == null ? usual.firmCountsOnce() : firmCountsOnce,
        whole("changePenalty", changePenalty, (int) usual.changePenalty(), 0, MOST),
        whole("objectionHours", objectionHours, usual.objectionHours(), 0, 24 * 90),
        whole("offerDays", offerDays, usual.offerDays(), 1, 90));
  }

  private RoundPolicy policy(RoundPolicy usual) {
    Map<String, Integer> w =
        filled(
            "weights",
            weights,
            Map.of(
                "demand", usual.weights().demand(),
                "preference", usual.weights().preference(),
                "vacantRun", usual.weights().vacantRun(),
                "cluster", usual.weights().cluster()));
    Instance.Policy p = usual.points();
    Map<String, Integer> q =
        filled(
            "points",
            points,
            Map.of(
                "base", p.base(),
                "supporting", p.supporting(),
                "hightech", p.hightech(),
                "green", p.green(),
                "domestic", p.domestic(),
                "displaced", p.displaced(),
                "cap", p.cap()));
    Map<String, Integer> sizes = new TreeMap<>();
    for (SizeClass size : SizeClass.values()) {
      sizes.put(size.name(), p.size().getOrDefault(size.name(), 0));
    }
    return new RoundPolicy(
        new Instance.Weights(
            of(w, "demand"), of(w, "preference"), of(w, "vacantRun"), of(w, "cluster")),
        scores(usual.preferenceScore()),
        new Instance.Policy(
            of(q, "base"),
            of(q, "supporting"),
            of(q, "hightech"),
            of(q, "green"),
            of(q, "domestic"),
            of(q, "displaced"),
            filled("sizePoints", sizePoints, sizes),
            of(q, "cap")),
        usual.incompatible(),
        whole("foreignSharePct", foreignSharePct, usual.foreignSharePct(), 0, 100));
  }

  private static int of(Map<String, Integer> numbers, String name) {
    return numbers.getOrDefault(name, 0);
  }

  private List<Integer> scores(List<Integer> usual) {
    List<@Nullable Integer> asked = preferenceScore;
    if (asked == null) {
      return usual;
    }
    if (asked.isEmpty() || asked.size() > 20) {
      throw Asked.bad("preferenceScore", "Cần 1 đến 20 điểm.", "List between 1 and 20 scores.");
    }
    List<Integer> scores = new ArrayList<>();
    for (Integer score : asked) {
      scores.add(Asked.whole("preferenceScore", score, 0, 1000));
    }
    return scores;
  }

  private static Map<String, Integer> filled(
      String member, @Nullable Map<String, @Nullable Integer> asked, Map<String, Integer> usual) {
    Map<String, Integer> filled = new TreeMap<>(usual);
    if (asked != null) {
      asked.forEach(
          (name, value) -> {
            if (!usual.containsKey(name)) {
              throw Asked.bad(
                  member + "." + name,
                  "Chỉ nhận " + new TreeMap<>(usual).keySet() + ".",
                  "Only " + new TreeMap<>(usual).keySet() + " are known.");
            }
            filled.put(name, Asked.whole(member + "." + name, value, 0, MOST));
          });
    }
    return filled;
  }

  private static int whole(String member, @Nullable Integer asked, int usual, int least, int most) {
    return asked == null ? usual : Asked.whole(member, asked, least, most);
  }

  private static List<String> codes(
      String member, @Nullable List<String> asked, List<String> usual) {
    if (asked == null) {
      return usual;
    }
    if (asked.size() > MOST_LISTED || asked.stream().anyMatch(c -> c == null || c.length() > 40)) {
      throw Asked.bad(
          member,
          "Liệt kê tối đa " + MOST_LISTED + " mã.",
          "List at most " + MOST_LISTED + " codes.");
    }
    return asked.stream().map(code -> code.toUpperCase(Locale.ROOT)).distinct().toList();
  }

  private static List<Criteria.Quota> quotas(List<QuotaAsked> asked) {
    List<Criteria.Quota> quotas = new ArrayList<>();
    Set<Group> seen = new HashSet<>();
    for (QuotaAsked one : asked) {
      Group group =
          Asked.oneOf("quotas.group", Group.class, Asked.required("quotas.group", one.group()));
      if (!seen.add(group)) {
        throw Asked.bad(
            "quotas.group", "Mỗi nhóm một chỉ tiêu.", "Each group has one quota at most.");
      }
      quotas.add(
          new Criteria.Quota(group, Asked.whole("quotas.atLeastPct", one.atLeastPct(), 1, 100)));
    }
    return quotas;
  }

  private static List<Criteria.Reserve> reserves(List<ReserveAsked> asked) {
    List<Criteria.Reserve> reserves = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (ReserveAsked one : asked) {
      String building =
          Asked.required("reserves.building", one.building()).toUpperCase(Locale.ROOT);
      int level = Asked.whole("reserves.level", one.level(), 1, 300);
      if (!seen.add(building + "/" + level) || reserves.size() >= MOST_LISTED) {
        throw Asked.bad(
            "reserves",
            "Mỗi tầng chỉ dành cho một nhóm, tối đa " + MOST_LISTED + " tầng.",
            "Each floor is kept for one group, and at most " + MOST_LISTED + " are.");
      }
      reserves.add(
          new Criteria.Reserve(
              building,
              level,
              Asked.oneOf(
                  "reserves.group", Group.class, Asked.required("reserves.group", one.group()))));
    }
    return reserves;
  }
}
