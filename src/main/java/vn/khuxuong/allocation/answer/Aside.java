package vn.khuxuong.allocation.answer;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.khuxuong.allocation.solver.Explanation;
import vn.khuxuong.allocation.solver.Instance;
import vn.khuxuong.allocation.solver.Placement;
import vn.khuxuong.allocation.solver.Reason;

/** Who takes no part in a solve: those who have gone, and all but one of those who count as one. */
final class Aside {
  private Aside() {}

  /**
   * Of those who count as one, who keeps a place stands for all, else the first by the round's
   * order that fits any floor.
   *
   * @return by application, the one that stands for it; empty text for those who have gone
   */
  static Map<String, String> of(Instance instance, Sides sides, Changes changes) {
    Set<String> firms =
        instance.firms().stream().map(Instance.Firm::id).collect(Collectors.toSet());
    Map<String, String> aside = new LinkedHashMap<>();
    changes.gone().stream().filter(firms::contains).forEach(firm -> aside.put(firm, ""));
    if (sides.related().isEmpty()) {
      return aside;
    }
    Set<String> hopeless = new HashSet<>();
    for (Reason reason : Explanation.of(instance, List.of())) {
      if (reason instanceof Reason.NoFloorFits) {
        hopeless.add(reason.firm());
      }
    }
    Set<String> kept = changes.kept().stream().map(Placement::firm).collect(Collectors.toSet());
    for (List<String> group : sides.related()) {
      List<String> open =
          group.stream()
              .sorted(new TieBreak.Order(instance, sides))
              .filter(firm -> firms.contains(firm) && !aside.containsKey(firm))
              .toList();
      Optional<String> stands =
          open.stream()
              .filter(kept::contains)
              .findFirst()
              .or(() -> open.stream().filter(firm -> !hopeless.contains(firm)).findFirst());
      stands.ifPresent(
          one -> open.stream().filter(f -> !f.equals(one)).forEach(f -> aside.put(f, one)));
    }
    return aside;
  }
}
