package vn.khuxuong.allocation.solver;

import java.util.Arrays;
import vn.khuxuong.allocation.solver.Instance.Firm;

/** What the search knows of a problem beforehand; the same for all threads and rounds. */
final class Guide {
  /** Most buildings that are remembered as a firm's favourites. */
  private static final int MOST_FAVOURITES = 6;

  final Prices prices;

  /** Points by which answers differ: the measure of temperature and noise. */
  final double unit;

  /** By firm, priority × m² asked. */
  final double[] weight;

  /** By building, the firms that have a column in it. */
  final int[][] applicants;

  /** By firm, the buildings where it earns most beyond the prices, best first. */
  final int[][] favourites;

  /** By firm, what it earns beyond the prices in its first favourite; 0 for a firm without. */
  final double[] promise;

  /** By firm, the value of its best column; 0 for a firm without. */
  final long[] top;

  /** Share of steps that exchange few firms; the others ruin and recreate. */
  final double exchanges;

  Guide(Columns columns, Prices prices, double unit, double exchanges) {
    this.prices = prices;
    this.unit = unit;
    this.exchanges = exchanges;
    top = new long[columns.firms()];
    weight = new double[columns.firms()];
    favourites = new int[columns.firms()][];
    promise = new double[columns.firms()];
    applicants = new int[columns.buildings()][];
    int[] count = new int[columns.buildings()];
    for (int firm = 0; firm < weight.length; firm++) {
      Firm applicant = columns.site.firms.get(firm);
      weight[firm] = (double) applicant.priority() * applicant.areaMinM2();
      favourites[firm] = favourites(columns, firm);
      for (int c = columns.begin(firm); c < columns.end(firm); c++) {
        top[firm] = Math.max(top[firm], columns.value[c]);
      }
      for (int b = 0; b < count.length; b++) {
        count[b] += columns.begin(firm, b) < columns.end(firm, b) ? 1 : 0;
      }
    }
    for (int b = 0; b < count.length; b++) {
      applicants[b] = new int[count[b]];
      for (int firm = weight.length - 1; firm >= 0; firm--) {
        if (columns.begin(firm, b) < columns.end(firm, b)) {
          applicants[b][--count[b]] = firm;
        }
      }
    }
  }

  private int[] favourites(Columns columns, int firm) {
    int[] best = new int[MOST_FAVOURITES];
    double[] earned = new double[MOST_FAVOURITES];
    int known = 0;
    for (int b = 0; b < columns.buildings(); b++) {
      double most = Double.NEGATIVE_INFINITY;
      for (int c = columns.begin(firm, b); c < columns.end(firm, b); c++) {
        most = Math.max(most, columns.value[c] - prices.ofColumn(firm, c));
      }
      most -= prices.ofBuilding(firm, b);
      if (most == Double.NEGATIVE_INFINITY
          || (known == MOST_FAVOURITES && most <= earned[known - 1])) {
        continue;
      }
      known = Math.min(known + 1, MOST_FAVOURITES);
      int at = known - 1;
      for (; at > 0 && earned[at - 1] < most; at--) {
        earned[at] = earned[at - 1];
        best[at] = best[at - 1];
      }
      earned[at] = most;
      best[at] = b;
    }
    promise[firm] = known == 0 ? 0 : earned[0];
    return Arrays.copyOf(best, known);
  }

  /** Points that a firm brings on average on its best column: the unit of an allocation. */
  static double meanOfBest(Columns columns) {
    double sum = 0;
    int placeable = 0;
    for (int firm = 0; firm < columns.firms(); firm++) {
      long most = 0;
      for (int c = columns.begin(firm); c < columns.end(firm); c++) {
        most = Math.max(most, columns.value[c]);
      }
      sum += most;
      placeable += columns.begin(firm) < columns.end(firm) ? 1 : 0;
    }
    return Math.max(1, sum / Math.max(1, placeable));
  }
}
