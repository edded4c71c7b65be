package vn.khuxuong.allocation.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A sharper upper bound than {@link PriceBound}: only what ties buildings together is priced, that
 * a firm is placed once (price u) and the zones' caps (price ζ); within a building all rules hold.
 *
 * <p>With x<sub>b</sub> ranging over the sound fillings of building b, for any u, ζ ≥ 0
 *
 * <pre>
 * objective ≤ Σ_f u_f + Σ_z ζ_z A_z + Σ_b max { Σ_c (v_c - u_f - ζ_z area_c) x_bc - runs + links }
 * </pre>
 *
 * which is the dual of column generation over fillings (Dantzig and Wolfe, 1960). CP-SAT solves or
 * bounds each building by itself; columns that cannot be part of a better filling than one already
 * known are left out beforehand, by their reduced worth at the prices of the capacities. Prices of
 * firms start where the price bound ends and follow the subgradient 1 - Σ_b x_bf (Held, Wolfe and
 * Crowder, 1974), so the first round is already no worse than the price bound.
 */
final class BuildingBound {
  /** Share of the distance to the known answer that a step aims at, at first and at least. */
  private static final double FIRST_STEP = 0.2;

  private static final double LEAST_STEP = 0.005;

  private final Columns columns;
  private final Site site;
  private final ExactSolver solver;
  private final ExactSolver.Effort effort;
  private final PriceBound priceBound;
  private final Prices prices;

  /** Points a firm must earn in a building to be worth its place there. */
  private final long[] ofFirm;

  /** Those prices and the buildings that took each firm where the bound was least. */
  private long[] leastAt;

  private int[] taken;

  private final long[] ofZone;

  /** Worth of the capacities of each building at their prices, less its vacant runs when empty. */
  private final double[] ofCapacities;

  /** The best filling of each building that is known: a column for each firm. */
  private int[][] fillings;

  private final long[] value;
  private long least = Long.MAX_VALUE;
  private volatile @Nullable String notice;
  private int rounds;

  BuildingBound(
      Columns columns, PriceBound priceBound, ExactSolver solver, ExactSolver.Effort effort) {
    this.columns = columns;
    this.solver = solver;
    this.effort = effort;
    this.priceBound = priceBound;
    site = columns.site;
    double[] earnings = priceBound.earnings();
    prices = priceBound.prices();
    ofFirm = Arrays.stream(earnings).mapToLong(points -> (long) Math.ceil(points)).toArray();
    ofZone = Arrays.stream(prices.zoneArea).mapToLong(Math::round).toArray();
    ofCapacities = new double[columns.buildings()];
    for (int b = 0; b < ofCapacities.length; b++) {
      ofCapacities[b] = prices.worthOfCapacities(b);
    }
    leastAt = ofFirm.clone();
    taken = new int[ofFirm.length];
    fillings = new int[columns.buildings()][];
    value = new long[columns.buildings()];
  }

  /**
   * Lowers the bound round by round.
   *
   * @param best columns of a feasible answer, whose buildings are fillings to start from
   * @param known its objective
   * @param stop asked before every round and while buildings are being solved; a round that is
   *     stopped counts for nothing
   * @param listener told the least bound after every round
   */
  void lower(int[] best, long known, int mostRounds, BooleanSupplier stop, Runnable listener) {
    for (int b = 0; b < fillings.length; b++) {
      fillings[b] = best;
    }
    ExecutorService pool = Executors.newFixedThreadPool(2, BuildingBound::daemon);
    double step = FIRST_STEP;
    try {
      while (rounds < mostRounds && least > known && !stop.getAsBoolean()) {
        double bound = round(pool, stop);
        if (Double.isNaN(bound) || notice != null) {
          return;
        }
        rounds++;
        if (bound < least) {
          least = (long) bound;
          leastAt = ofFirm.clone();
          taken = countTaken();
          listener.run();
        } else {
          step *= 0.5;
        }
        if (step < LEAST_STEP) {
          return;
        }
        move(step * (least - known));
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "allocation-bound");
    thread.setDaemon(true);
    return thread;
  }

  /** The bound at the present prices; leaves the fillings found. NaN when it was stopped. */
  private double round(ExecutorService pool, BooleanSupplier stop) {
    long bound = Arrays.stream(ofFirm).sum();
    for (int z = 0; z < ofZone.length; z++) {
      bound += ofZone[z] * site.zoneRoom[z];
    }
    List<Future<@Nullable Boolean>> results = new ArrayList<>();
    for (int b = 0; b < fillings.length; b++) {
      int building = b;
      results.add(pool.submit(() -> fill(building, stop)));
    }
    boolean done = true;
    for (int b = 0; b < fillings.length; b++) {
      done &= Boolean.TRUE.equals(await(results.get(b)));
      bound += value[b];
    }
    return done ? bound : Double.NaN;
  }

  private static <T> T await(Future<T> result) {
    try {
      return result.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while proving a bound", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the bound failed", e.getCause());
    }
  }

  /** Bounds what one building can earn; false when there was no time to. */
  private boolean fill(int b, BooleanSupplier stop) {
    if (stop.getAsBoolean()) {
      return false;
    }
    // What each firm could add here at most, by the prices of the capacities alone.
    double[] most = new double[columns.firms()];
    double relaxed = ofCapacities[b];
    for (int firm = 0; firm < most.length; firm++) {
      for (int c = columns.begin(firm, b); c < columns.end(firm, b); c++) {
        most[firm] = Math.max(most[firm], reduced(firm, b, c));
      }
      relaxed += most[firm];
    }
    relaxed += Math.abs(relaxed) * 1e-9 + 1;
    long known = worth(fillings[b], b);
    int[] members = members(b, most, relaxed - known);
    ExactModel model = new ExactModel(columns, new int[] {b}, members, this::worth);
    model.hint(fillings[b]);
    ExactSolver.Outcome outcome = solver.solve(model, effort, stop);
    if (outcome.notice != null) {
      notice = outcome.notice;
    }
    if (outcome.chosen != null) {
      fillings[b] = outcome.chosen;
    }
    value[b] = Math.min((long) relaxed, Math.max(known, outcome.bound));
    return true;
  }

  /** Columns that a filling may hold that earns more than one that is known. */
  private int[] members(int b, double[] most, double room) {
    IntStream.Builder members = IntStream.builder();
    for (int firm = 0; firm < most.length; firm++) {
      for (int c = columns.begin(firm, b); c < columns.end(firm, b); c++) {
        if (most[firm] - reduced(firm, b, c) <= room || fillings[b][firm] == c) {
          members.add(c);
        }
      }
    }
    return members.build().toArray();
  }

  private double reduced(int firm, int b, int c) {
    return priceBound.worth(firm, c)
        - prices.ofBuilding(firm, b)
        - prices.ofColumn(firm, c)
        - ofFirm[firm];
  }

  private long worth(int firm, int column) {
    long worth = columns.value[column] - ofFirm[firm];
    return site.foreign[firm]
        ? worth - ofZone[site.zoneOfBuilding[columns.building(column)]] * columns.area[column]
        : worth;
  }

  /** What a filling earns at the present prices. */
  private long worth(int[] chosen, int b) {
    State state = new State(columns);
    long empty = state.objective;
    long paid = (long) site.instance.weights().vacantRun() * stripsOf(b);
    for (int firm = 0; firm < chosen.length; firm++) {
      if (chosen[firm] >= 0 && columns.building(chosen[firm]) == b) {
        state.place(firm, chosen[firm]);
        paid += columns.value[chosen[firm]] - worth(firm, chosen[firm]);
      }
    }
    return state.objective - empty - paid;
  }

  private int stripsOf(int b) {
    return Arrays.stream(site.floorsOfBuilding[b]).map(f -> columns.strips.ofFloor[f].length).sum();
  }

  /** How many buildings took each firm. */
  private int[] countTaken() {
    int[] count = new int[columns.firms()];
    for (int b = 0; b < fillings.length; b++) {
      for (int firm = 0; firm < count.length; firm++) {
        int c = fillings[b][firm];
        count[firm] += c >= 0 && columns.building(c) == b ? 1 : 0;
      }
    }
    return count;
  }

  /**
   * From the prices of the least bound, raises those of firms that several buildings took and
   * lowers those of firms that none took.
   */
  private void move(double distance) {
    long norm = 0;
    for (int firm = 0; firm < taken.length; firm++) {
      boolean moves = taken[firm] > 1 || leastAt[firm] > 0;
      norm += moves ? (long) (taken[firm] - 1) * (taken[firm] - 1) : 0;
    }
    for (int firm = 0; norm > 0 && firm < taken.length; firm++) {
      ofFirm[firm] = Math.max(0, leastAt[firm] + Math.round(distance * (taken[firm] - 1) / norm));
    }
  }

  /** The least bound found; {@link Long#MAX_VALUE} before the first round. */
  long bound() {
    return least;
  }

  /** Why the exact solver could not take part, or null. */
  @Nullable String notice() {
    return notice;
  }

  int rounds() {
    return rounds;
  }
}
