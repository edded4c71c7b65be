package vn.khuxuong.allocation.solver;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * A proven upper bound on the objective at every size: Lagrangian relaxation of all capacities.
 *
 * <p>Each firm takes the column that earns most beyond its prices, or none; the rules between firms
 * that are not capacities (repelling traits) are dropped. A strip counts one vacant run unless it
 * is full, and it is full at most to the share of its bays that is used, so every bay used earns
 * its share of the run's points <em>before</em> any column is discarded as worthless: a column of
 * negative worth can pay by filling a strip. A firm of a cluster earns the link points less an even
 * share of the one firm that does not count. Prices follow the volume algorithm (Barahona and
 * Anbil, 2000); every price vector on the way gives a valid bound and the least is kept.
 */
final class PriceBound {
  /** Weight of the newest use of capacities in the running average, at first and at least. */
  private static final double FIRST_WEIGHT = 0.1;

  private static final double LEAST_WEIGHT = 0.02;

  private final Columns columns;
  private final Site site;
  private final Strips strips;
  private final Prices prices;

  /** Columns that can be some firm's best; others lie between two of these. */
  private final int[] kept;

  private final int[] keptStart;
  private final int[] keptEnd;

  /** Points per column that do not depend on prices. */
  private final double[] worth;

  /** By building and cluster, the firms of the cluster that could stand in the building. */
  private final int[] rivals;

  private final CapacityRows rows;
  private final double[] use;
  private final double[] current;
  private final Part[] parts = new Part[8];

  private double least = Double.POSITIVE_INFINITY;
  private final double[] leastAt;
  private final double[] earned;
  private int rounds;

  PriceBound(Columns columns) {
    this.columns = columns;
    site = columns.site;
    strips = columns.strips;
    prices = new Prices(columns);
    int[] list = new int[columns.count()];
    int pairs = columns.firms() * columns.buildings();
    keptStart = new int[pairs];
    keptEnd = new int[pairs];
    int count = 0;
    for (int firm = 0; firm < columns.firms(); firm++) {
      for (int b = 0; b < columns.buildings(); b++) {
        int pair = firm * columns.buildings() + b;
        keptStart[pair] = count;
        int end = columns.end(firm, b);
        for (int c = columns.begin(firm, b); c < end; c++) {
          if (extreme(c, columns.begin(firm, b), end)) {
            list[count++] = c;
          }
        }
        keptEnd[pair] = count;
      }
    }
    kept = Arrays.copyOf(list, count);
    worth = new double[count];
    rivals = new int[columns.buildings() * Math.max(1, site.clusterCount)];
    fillWorth();
    rows = new CapacityRows(columns);
    use = new double[rows.count()];
    current = new double[rows.count()];
    leastAt = new double[rows.count()];
    earned = new double[columns.firms()];
    for (int part = 0; part < parts.length; part++) {
      parts[part] =
          new Part(
              columns.firms() * part / parts.length, columns.firms() * (part + 1) / parts.length);
    }
  }

  /**
   * On a strip of counts everything about one block is linear in its bays, so only its smallest and
   * largest size can be best.
   */
  private boolean extreme(int c, int begin, int end) {
    int s = columns.strip1[c];
    return columns.strip2[c] >= 0
        || strips.positional[s]
        || c == begin
        || c + 1 == end
        || columns.strip1[c - 1] != s
        || columns.strip1[c + 1] != s
        || columns.strip2[c + 1] >= 0;
  }

  private void fillWorth() {
    for (int firm = 0; firm < columns.firms(); firm++) {
      for (int b = 0; b < columns.buildings(); b++) {
        if (site.cluster[firm] >= 0 && columns.begin(firm, b) < columns.end(firm, b)) {
          rivals[b * site.clusterCount + site.cluster[firm]]++;
        }
      }
    }
    for (int firm = 0; firm < columns.firms(); firm++) {
      for (int b = 0; b < columns.buildings(); b++) {
        int pair = firm * columns.buildings() + b;
        for (int i = keptStart[pair]; i < keptEnd[pair]; i++) {
          worth[i] = worth(firm, kept[i]);
        }
      }
    }
  }

  /** The bound at the given prices; leaves the use of each row. */
  private double evaluate(double[] scaled) {
    rows.setPrices(scaled, prices);
    Arrays.fill(use, 0);
    double bound = -(double) site.instance.weights().vacantRun() * strips.count;
    double magnitude = -bound;
    double ofCapacities = rows.worth(scaled);
    bound += ofCapacities;
    magnitude += ofCapacities;
    // Parts are summed in a fixed order: the bound is the same however many threads there are.
    IntStream.range(0, parts.length).parallel().forEach(part -> parts[part].price());
    for (Part part : parts) {
      bound += part.earned;
      magnitude += part.earned;
      for (int row = 0; row < use.length; row++) {
        use[row] += part.use[row];
      }
    }
    rounds++;
    // Sums of doubles err by far less than this; the bound must never be below the truth.
    return bound + magnitude * 1e-11 + 1e-3;
  }

  /** Some of the firms, priced by themselves. */
  private final class Part {
    private final int from;
    private final int to;
    private final double[] use = new double[rows.count()];
    private double earned;

    Part(int from, int to) {
      this.from = from;
      this.to = to;
    }

    /** Finds each firm's best column, sums what they earn and books what they use. */
    void price() {
      Arrays.fill(use, 0);
      earned = 0;
      for (int firm = from; firm < to; firm++) {
        double best = 0;
        int chosen = -1;
        for (int b = 0; b < columns.buildings(); b++) {
          int pair = firm * columns.buildings() + b;
          if (keptStart[pair] == keptEnd[pair]) {
            continue;
          }
          double ofBuilding = prices.ofBuilding(firm, b);
          for (int i = keptStart[pair]; i < keptEnd[pair]; i++) {
            double earnings = worth[i] - ofBuilding - prices.ofColumn(firm, kept[i]);
            if (earnings > best) {
              best = earnings;
              chosen = kept[i];
            }
          }
        }
        earned += best;
        PriceBound.this.earned[firm] = best;
        if (chosen >= 0) {
          rows.book(use, firm, chosen);
        }
      }
    }
  }

  /**
   * Lowers the bound until it settles, at most {@code mostRounds} times.
   *
   * @param known objective of a feasible answer, the level the bound cannot pass
   */
  void lower(long known, int mostRounds, BooleanSupplier stop) {
    startFromPriceOfArea(stop);
    double[] average = use.clone();
    double step = 0.1;
    double checkpoint = least;
    int failures = 0;
    int successes = 0;
    for (int round = 1; rounds < mostRounds && !stop.getAsBoolean(); round++) {
      double norm = 0;
      for (int row = 0; row < average.length; row++) {
        double over = rows.over(average, row);
        if (over > 0 || leastAt[row] > 0) {
          norm += over * over;
        }
      }
      if (norm < 1e-12) {
        break;
      }
      double length = step * 1.05 * Math.max(1, least - known + 0.002 * Math.abs(least)) / norm;
      for (int row = 0; row < average.length; row++) {
        current[row] = Math.max(0, leastAt[row] + length * rows.over(average, row));
      }
      boolean better = keep(evaluate(current));
      double agreement = 0;
      double weight = Math.max(LEAST_WEIGHT, FIRST_WEIGHT - round * 0.0002);
      for (int row = 0; row < average.length; row++) {
        agreement += rows.over(use, row) * rows.over(average, row);
        average[row] += weight * (use[row] - average[row]);
      }
      if (better) {
        failures = 0;
        if (agreement > 0 && ++successes >= 2) {
          step = Math.min(2, step * 1.2);
          successes = 0;
        }
      } else if (++failures >= 8) {
        step = Math.max(1e-5, step * 0.66);
        failures = 0;
      }
      if (round % 400 == 0) {
        if (checkpoint - least < 1e-5 * Math.abs(least)) {
          break;
        }
        checkpoint = least;
      }
    }
  }

  private boolean keep(double bound) {
    if (bound >= least) {
      return false;
    }
    least = bound;
    System.arraycopy(current, 0, leastAt, 0, current.length);
    return true;
  }

  /** Looks for the one price per m² of bay, all else free, that gives the least bound. */
  private void startFromPriceOfArea(BooleanSupplier stop) {
    keep(evaluate(current));
    double high = 0;
    for (int firm = 0; firm < columns.firms(); firm++) {
      for (int c = columns.begin(firm); c < columns.end(firm); c++) {
        high = Math.max(high, columns.value[c] / (double) columns.area[c]);
      }
    }
    double low = 0;
    for (int i = 0; i < 8 && !stop.getAsBoolean(); i++) {
      double left = bound(low + (high - low) * 0.4);
      double right = bound(low + (high - low) * 0.6);
      if (left < right) {
        high = low + (high - low) * 0.6;
      } else {
        low += (high - low) * 0.4;
      }
    }
    System.arraycopy(leastAt, 0, current, 0, current.length);
    evaluate(current);
  }

  private double bound(double pricePerM2) {
    rows.setPriceOfArea(current, pricePerM2);
    double bound = evaluate(current);
    keep(bound);
    return bound;
  }

  /** The least bound found: no answer has more points. */
  long bound() {
    return (long) Math.floor(least);
  }

  /** What each firm earns beyond the prices of the least bound on its best column; 0 for none. */
  double[] earnings() {
    evaluate(leastAt);
    return earned.clone();
  }

  /** Points of a firm on a column at most: what it brings, its share of a full strip and links. */
  double worth(int firm, int column) {
    int b = columns.building(column);
    double run = site.instance.weights().vacantRun();
    double worth =
        columns.value[column]
            + run * columns.bays1[column] / strips.length[columns.strip1[column]]
            + linked(firm, b);
    int s2 = columns.strip2[column];
    return s2 < 0 ? worth : worth + run * columns.bays2[column] / strips.length[s2];
  }

  /** Link points of a firm in a building less an even share of the one that does not count. */
  private double linked(int firm, int b) {
    int cluster = site.cluster[firm];
    return cluster < 0
        ? 0
        : site.instance.weights().cluster() * (1 - 1.0 / rivals[b * site.clusterCount + cluster]);
  }

  int rounds() {
    return rounds;
  }

  /** The prices of the least bound. */
  Prices prices() {
    rows.setPrices(leastAt, prices);
    return prices;
  }
}
