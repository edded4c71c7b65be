package vn.khuxuong.allocation.solver;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Why a firm was placed where it is, or was not placed: codes and numbers, without a word of any
 * language and without the name or data of any other applicant.
 */
public sealed interface Reason permits Reason.Placed, Reason.NoFloorFits, Reason.Outscored {
  /** Id of the firm. */
  String firm();

  /**
   * The firm has a place.
   *
   * @param zone id of the zone it is in
   * @param rank place of that zone in the firm's list, 1 the best; 0 for a zone it did not list
   * @param listed number of zones it listed
   * @param betterUsable number of floors in zones it prefers that it could have used
   * @param areaM2 m² it was given; at least what it asked
   * @param askedM2 m² it asked at least
   * @param start month it may move in
   */
  record Placed(
      String firm,
      String zone,
      int rank,
      int listed,
      int betterUsable,
      List<String> floors,
      int areaM2,
      int askedM2,
      int start)
      implements Reason {
    public Placed {
      floors = List.copyOf(floors);
    }
  }

  /**
   * No floor meets the firm's needs, whoever else applies.
   *
   * @param floors number of floors looked at
   * @param firstBroken by rule, the number of floors for which it is the first that is broken; the
   *     numbers sum to {@code floors}
   * @param smallestSet a smallest set of rules of which every floor breaks at least one
   * @param nearest floors that miss least, best first, at most three
   */
  record NoFloorFits(
      String firm,
      int floors,
      Map<Rule, Integer> firstBroken,
      Set<Rule> smallestSet,
      List<NearMiss> nearest)
      implements Reason {
    public NoFloorFits {
      firstBroken = copy(firstBroken, Rule.class);
      smallestSet = Collections.unmodifiableSet(copy(smallestSet));
      nearest = List.copyOf(nearest);
    }
  }

  /**
   * Some floors would do, but what they have went to others.
   *
   * @param priority the firm's points
   * @param usable number of floors that would do
   * @param lacking by capacity, the number of those floors where it is what lacks
   * @param heldByMore number of those floors whose new holders all have at least as many points as
   *     this firm
   * @param heldByFewer number of those floors of which a new holder has fewer points
   * @param nearest floors that lack least, best first, at most three
   */
  record Outscored(
      String firm,
      int priority,
      int usable,
      Map<Capacity, Integer> lacking,
      int heldByMore,
      int heldByFewer,
      List<Lack> nearest)
      implements Reason {
    public Outscored {
      lacking = copy(lacking, Capacity.class);
      nearest = List.copyOf(nearest);
    }
  }

  /** One floor and every rule the firm breaks there. */
  record NearMiss(String floor, List<Shortfall> shortfalls) {
    public NearMiss {
      shortfalls = List.copyOf(shortfalls);
    }
  }

  /**
   * One broken rule with its numbers, in the unit of the rule.
   *
   * @param firm what the firm needs: load 12; for BUDGET its budget, for START its latest start,
   *     for TERM its earliest end
   * @param floor what the floor has: load 10; for BUDGET its rent, for START the month it is free,
   *     for TERM its end date
   * @param subject the hazard, industry, zone or trait where the rule is not about a number, or
   *     empty
   */
  record Shortfall(Rule rule, long firm, long floor, String subject) {
    /** How far the floor is from enough, 0 (hardly) to 1 (altogether). */
    double severity() {
      long most = Math.max(Math.abs(firm), Math.abs(floor));
      return most == 0 || !subject.isEmpty()
          ? 1
          : Math.min(1, Math.abs(firm - floor) / (double) most);
    }
  }

  /**
   * What lacks on one floor.
   *
   * @param needed what the firm needs at least, in the unit of the capacity
   * @param left what is left
   * @param lowestPoints points of the lowest new holder of what lacks, -1 when there is none
   */
  record Lack(String floor, Capacity capacity, long needed, long left, int lowestPoints) {}

  private static Set<Rule> copy(Set<Rule> rules) {
    Set<Rule> copy = EnumSet.noneOf(Rule.class);
    copy.addAll(rules);
    return copy;
  }

  private static <K extends Enum<K>> Map<K, Integer> copy(Map<K, Integer> counts, Class<K> type) {
    Map<K, Integer> copy = new EnumMap<>(type);
    copy.putAll(counts);
    return Collections.unmodifiableMap(copy);
  }
}
