package vn.khuxuong.allocation.solver;

import java.util.List;
import vn.khuxuong.allocation.solver.Fillings.Filling;

/**
 * Where to price next: the proximal bundle method (Lemaréchal 1978; Kiwiel 1990). Of the bound as
 * the known fillings tell it, plus the squared distance from prices that are trusted over twice a
 * reach, it finds the least.
 *
 * <p>With weights α of the fillings, which sum to 1 in each building, g = capacity - use by them
 * and prices max(0, centre - reach · g), the dual is concave in α and the slope along a filling is
 * what it earns beyond the prices. Weight goes from the filling that earns least to the one that
 * earns most, building by building, by the step that is best on that line (as in sequential minimal
 * optimisation, Platt 1998).
 */
final class Bundle {
  private static final int MOST_SWEEPS = 3_000;

  private final Fillings fillings;
  private final Site site;

  /** Capacities of the rows: one for each firm, then each zone's room in the zones' measure. */
  private final double[] capacity;

  /** m² of a zone that count like one firm. */
  private final double measure;

  private final double[] slack;
  private final double[] prices;
  private double[] centre;
  private double reach;
  private double value;

  Bundle(Columns columns, Fillings fillings) {
    this.fillings = fillings;
    site = columns.site;
    int firms = columns.firms();
    measure = Math.max(1, site.firms.stream().mapToInt(f -> f.areaMinM2()).average().orElse(1));
    capacity = new double[firms + site.zoneRoom.length];
    for (int row = 0; row < capacity.length; row++) {
      capacity[row] = row < firms ? 1 : site.zoneRoom[row - firms] / measure;
    }
    slack = new double[capacity.length];
    prices = new double[capacity.length];
    centre = prices;
  }

  /** Points per m² of a zone as the price of its row. */
  double ofZone(double perM2) {
    return perM2 * measure;
  }

  double perM2(double ofZone) {
    return ofZone / measure;
  }

  /**
   * Finds the next prices.
   *
   * @param trusted prices of the rows where the bound is least so far
   * @param points what may be lost of the exact least
   * @return prices of the rows; overwritten by the next call
   */
  double[] next(double[] trusted, double newReach, double points) {
    centre = trusted;
    reach = newReach;
    settle();
    for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
      double gap = 0;
      for (int b = 0; b < site.buildingCount(); b++) {
        gap += improve(b);
      }
      if (gap < points) {
        break;
      }
    }
    value = 0;
    for (int row = 0; row < capacity.length; row++) {
      value += prices[row] * capacity[row];
    }
    for (int b = 0; b < site.buildingCount(); b++) {
      double most = Double.NEGATIVE_INFINITY;
      for (Filling filling : fillings.of(b)) {
        most = Math.max(most, earned(filling, b));
      }
      value += most;
    }
    return prices;
  }

  /** The bound at the prices found, as far as the known fillings tell it. */
  double value() {
    return value;
  }

  /** Gives each building's fillings weights that sum to 1, and prices to go with them. */
  private void settle() {
    System.arraycopy(capacity, 0, slack, 0, slack.length);
    for (int b = 0; b < site.buildingCount(); b++) {
      List<Filling> known = fillings.of(b);
      double sum = known.stream().mapToDouble(filling -> filling.weight).sum();
      if (sum < 0.5) {
        known.forEach(filling -> filling.weight = 0);
        known.get(0).weight = 1;
        sum = 1;
      }
      for (Filling filling : known) {
        filling.weight /= sum;
        use(filling, b, filling.weight);
      }
    }
    for (int row = 0; row < prices.length; row++) {
      price(row);
    }
  }

  private void price(int row) {
    prices[row] = Math.max(0, centre[row] - reach * slack[row]);
  }

  private int zoneRow(int b) {
    return site.firms.size() + site.zoneOfBuilding[b];
  }

  private void use(Filling filling, int b, double weight) {
    for (int firm : filling.firms) {
      slack[firm] -= weight;
    }
    slack[zoneRow(b)] -= weight * filling.foreignArea / measure;
  }

  private double earned(Filling filling, int b) {
    double earned = filling.points;
    for (int firm : filling.firms) {
      earned -= prices[firm];
    }
    return earned - prices[zoneRow(b)] * filling.foreignArea / measure;
  }

  /** Shifts weight between two fillings of a building; returns the points that were open. */
  private double improve(int b) {
    Filling best = null;
    Filling worst = null;
    double most = Double.NEGATIVE_INFINITY;
    double least = Double.POSITIVE_INFINITY;
    double mean = 0;
    for (Filling filling : fillings.of(b)) {
      double earned = earned(filling, b);
      if (earned > most) {
        most = earned;
        best = filling;
      }
      if (filling.weight > 0) {
        mean += filling.weight * earned;
        if (earned < least) {
          least = earned;
          worst = filling;
        }
      }
    }
    if (best == null || worst == null || best == worst) {
      return 0;
    }
    double zone = (best.foreignArea - worst.foreignArea) / measure;
    double length = differing(best.firms, worst.firms) + zone * zone;
    double step =
        length == 0 ? worst.weight : Math.min(worst.weight, (most - least) / (reach * length));
    worst.weight = step == worst.weight ? 0 : worst.weight - step;
    best.weight += step;
    use(worst, b, -step);
    use(best, b, step);
    for (int firm : worst.firms) {
      price(firm);
    }
    for (int firm : best.firms) {
      price(firm);
    }
    price(zoneRow(b));
    return most - mean;
  }

  /** How many firms are in one of two lists only; both rise. */
  private static int differing(int[] one, int[] other) {
    int common = 0;
    for (int i = 0, j = 0; i < one.length && j < other.length; ) {
      if (one[i] == other[j]) {
        common++;
        i++;
        j++;
      } else if (one[i] < other[j]) {
        i++;
      } else {
        j++;
      }
    }
    return one.length + other.length - 2 * common;
  }
}
