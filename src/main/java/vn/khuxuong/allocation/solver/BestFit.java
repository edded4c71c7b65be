package vn.khuxuong.allocation.solver;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The naive baseline: firms in order of priority, then of arrival, each takes the column that fits
 * best. Also fills up what another engine left.
 */
final class BestFit {
  private BestFit() {}

  /** The baseline answer. */
  static State solve(Columns columns) {
    State state = new State(columns);
    complete(state);
    return state;
  }

  /** Offers what is still free to the firms that wait, highest priority first. */
  static void complete(State state) {
    Columns columns = state.columns;
    List<Integer> order =
        IntStream.range(0, columns.firms())
            .boxed()
            .sorted(
                Comparator.comparing((Integer i) -> -columns.site.firms.get(i).priority())
                    .thenComparing(i -> columns.site.firms.get(i).submitted()))
            .toList();
    for (int firm : order) {
      int column = state.chosen[firm] >= 0 ? -1 : best(state, firm);
      if (column >= 0) {
        state.place(firm, column);
      }
    }
  }

  /** The column a firm takes: best rank of zone, least area, then fewest bays left behind. */
  private static int best(State state, int firm) {
    Columns columns = state.columns;
    int best = -1;
    long bestScore = Long.MIN_VALUE;
    int asked = columns.site.firms.get(firm).areaMinM2();
    long priority = columns.site.firms.get(firm).priority();
    for (int c = columns.begin(firm); c < columns.end(firm); c++) {
      long gain = state.gain(firm, c);
      if (gain <= 0) {
        continue;
      }
      // Room beyond what was asked is worth four times as much to the next firm.
      long extra = (long) columns.area[c] - asked;
      int left = state.free[columns.strip1[c]] - columns.bays1[c];
      long weight = columns.site.instance.weights().demand();
      long score = gain - 4 * weight * priority * extra - 1000L * left;
      if (score > bestScore) {
        bestScore = score;
        best = c;
      }
    }
    return best;
  }
}
