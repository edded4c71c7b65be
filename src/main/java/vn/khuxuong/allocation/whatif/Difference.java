package vn.khuxuong.allocation.whatif;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.allocation.solver.Placement;

/** How the placements of two answers differ, application by application. */
final class Difference {
  private Difference() {}

  /** What became of an application. */
  enum Kind {
    PLACED_TOO,
    NO_LONGER,
    MOVED
  }

  /** One application whose place differs; null where it has none. */
  record Row(
      String application, Kind kind, @Nullable Placement before, @Nullable Placement after) {}

  /** Applications with another place, by code. */
  static List<Row> of(List<Placement> before, List<Placement> after) {
    Map<String, Placement> was = new HashMap<>();
    Map<String, Placement> now = new HashMap<>();
    before.forEach(placement -> was.put(placement.firm(), placement));
    after.forEach(placement -> now.put(placement.firm(), placement));
    Set<String> all = new HashSet<>(was.keySet());
    all.addAll(now.keySet());
    List<Row> rows = new ArrayList<>();
    for (String application : new TreeSet<>(all)) {
      Placement here = was.get(application);
      Placement there = now.get(application);
      if (here == null) {
        rows.add(new Row(application, Kind.PLACED_TOO, null, there));
      } else if (there == null) {
        rows.add(new Row(application, Kind.NO_LONGER, here, null));
      } else if (!here.equals(there)) {
        rows.add(new Row(application, Kind.MOVED, here, there));
      }
    }
    return rows;
  }
}
