package vn.khuxuong.allocation.whatif;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.allocation.answer.Group;
import vn.khuxuong.tenancy.Asked;

/**
 * Body of {@code POST /api/v1/rounds/{id}/scenarios}: what is to be otherwise. Numbers are whole,
 * in the units of the exchange format.
 *
 * @param weights members demand, preference, vacantRun, cluster
 * @param points members base, supporting, hightech, green, domestic, displaced, cap
 * @param foreignAreaCapM2 by code of the zone
 * @param withoutFloors floors that are not let, such as {@code TT-A/3}
 * @param withoutApplications applications that take no part
 * @param applications by application, members as of a firm in the format; flags are 0 or 1
 * @param quotas least m² by group
 * @param iterations budget of work; 100,000 where it is left out
 */
record ScenarioAsked(
    @Nullable String name,
    @Nullable Map<String, @Nullable Integer> weights,
    @Nullable Map<String, @Nullable Integer> points,
    @Nullable Map<String, @Nullable Integer> foreignAreaCapM2,
    @Nullable List<String> withoutFloors,
    @Nullable List<String> withoutApplications,
    @Nullable Map<String, @Nullable Map<String, @Nullable Integer>> applications,
    @Nullable Map<String, @Nullable Integer> quotas,
    @Nullable Integer iterations) {
  static final int USUAL_ITERATIONS = 100_000;
  private static final int MOST_ITERATIONS = 2_000_000;
  private static final int MOST = 10_000_000;

  long budget() {
    return iterations == null
        ? USUAL_ITERATIONS
        : Asked.whole("iterations", iterations, 1, MOST_ITERATIONS);
  }

  /** One of a member's numbers, or what it is without a change. */
  static int number(
      String member, @Nullable Map<String, @Nullable Integer> asked, String name, int usual) {
    Integer value = asked == null ? null : asked.get(name);
    return value == null ? usual : Asked.whole(member + "." + name, value, 0, MOST);
  }

  /** Refuses names that a member does not have. */
  static void known(String member, @Nullable Map<String, ?> asked, List<String> names) {
    if (asked != null) {
      for (String name : asked.keySet()) {
        if (!names.contains(name)) {
          throw Asked.bad(
              member + "." + name,
              "Không có \"" + name + "\" ở đây.",
              "There is no \"" + name + "\" here.");
        }
      }
    }
  }

  static Group group(String name) {
    return Asked.oneOf("quotas", Group.class, name);
  }
}
