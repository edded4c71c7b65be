package vn.khuxuong.allocation.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.allocation.solver.Fillings.Filling;

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
 * known are left out beforehand, by their reduced worth at the prices of the capacities. Prices
 * start where the price bound ends, so the first round is already no worse than that, and go where
 * a {@link Bundle} of the fillings found sends them.
 */
final class BuildingBound {
  /** Points per firm too many, as a share of what firms earn on average, by which prices move. */
  private static final double FIRST_REACH = 0.1;

  /** Share of the bound that a round must promise. */
  private static final double LEAST_PROMISE = 2e-5;

  /** Share of what a round promises that the fillings of all buildings may fall short of it. */
  private static final double SLOPPINESS = 0.1;

  /** What the first round is taken to promise, as a share of the bound. */
  private static final double FIRST_PROMISE = 0.005;

  private final Columns columns;
  private final Site site;
  private final ExactSolver solver;
  private final ExactSolver.Effort effort;
  private final PriceBound priceBound;
  private final Prices prices;
  private final Fillings fillings;
  private final Bundle bundle;

  /** Prices of firms, then of zones in the bundle's measure, where the bound is least. */
  private final double[] centre;

  /** Points a firm must earn in a building to be worth its place there. */
  private final long[] ofFirm;

  private final long[] ofZone;

  /** Worth of the capacities of each building at their prices, less its vacant runs when empty. */
  private final double[] ofCapacities;

  /** The best filling of each building at the present prices, a column for each firm, or null. */
  private final int[] @Nullable [] found;

  private final long[] value;

  /** Buildings, those with most columns first: two threads end a round at about the same time. */
  private final List<Integer> largestFirst;

  private long least = Long.MAX_VALUE;
  private volatile @Nullable String notice;
  private int rounds;

  /**
   * @param fillings known beforehand, at least one of each building; takes those that are found
   */
  BuildingBound(
      Columns columns,
      PriceBound priceBound,
      Fillings fillings,
      ExactSolver solver,
      ExactSolver.Effort effort) {
    this.columns = columns;
    this.solver = solver;
    this.effort = effort;
    this.priceBound = priceBound;
    this.fillings = fillings;
    site = columns.site;
    bundle = new Bundle(columns, fillings);
    prices = priceBound.prices();
    double[] earnings = priceBound.earnings();
    centre = Arrays.copyOf(earnings, earnings.length + prices.zoneArea.length);
    for (int z = 0; z < prices.zoneArea.length; z++) {
      centre[earnings.length + z] = bundle.ofZone(prices.zoneArea[z]);
    }
    ofFirm = new long[earnings.length];
    ofZone = new long[prices.zoneArea.length];
    ofCapacities = new double[columns.buildings()];
    for (int b = 0; b < ofCapacities.length; b++) {
      ofCapacities[b] = prices.worthOfCapacities(b);
    }
    found = new int[columns.buildings()][];
    value = new long[columns.buildings()];
    long[] size = new long[value.length];
    for (int firm = 0; firm < columns.firms(); firm++) {
      for (int b = 0; b < size.length; b++) {
        size[b] += columns.end(firm, b) - columns.begin(firm, b);
      }
    }
    largestFirst =
        IntStream.range(0, size.length)
            .boxed()
            .sorted(Comparator.comparingLong(b -> -size[b]))
            .toList();
  }

  /**
   * Lowers the bound round by round.
   *
   * @param known objective of a feasible answer
   * @param stop asked before every round and while buildings are being solved; the buildings that
   *     are left then count with what the capacities' prices prove
   * @param listener told the least bound after every round
   */
  void lower(long known, int mostRounds, BooleanSupplier stop, Runnable listener) {
    ExecutorService pool = Executors.newFixedThreadPool(2, BuildingBound::daemon);
    double reach = FIRST_REACH * Math.max(1, Arrays.stream(centre).average().orElse(1));
    double[] next = centre.clone();
    double promised = FIRST_PROMISE * priceBound.bound();
    try {
      while (rounds < mostRounds && least > known && notice == null && !stop.getAsBoolean()) {
        long bound = round(pool, next, SLOPPINESS * promised / value.length, stop);
        rounds++;
        if (bound < least) {
          reach *= rounds > 1 && least - bound > 0.5 * promised ? 1.5 : 1;
          System.arraycopy(next, 0, centre, 0, next.length);
          least = bound;
          listener.run();
        } else {
          reach *= 0.6;
        }
        next = bundle.next(centre, reach, LEAST_PROMISE / 4 * Math.abs(least)).clone();
        promised = least - bundle.value();
        if (promised < LEAST_PROMISE * Math.abs(least)) {
          return;
        }
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

  /**
   * The bound at some prices; learns the fillings found.
   *
   * @param gap points that a building's best filling may be away from what is proven of it
   */
  private long round(ExecutorService pool, double[] rows, double gap, BooleanSupplier stop) {
    Arrays.setAll(ofFirm, firm -> (long) Math.ceil(rows[firm]));
    Arrays.setAll(ofZone, z -> Math.round(bundle.perM2(rows[ofFirm.length + z])));
    long bound = Arrays.stream(ofFirm).sum();
    for (int z = 0; z < ofZone.length; z++) {
      bound += ofZone[z] * site.zoneRoom[z];
    }
    List<Future<?>> results = new ArrayList<>();
    for (int b : largestFirst) {
      found[b] = null;
      results.add(pool.submit(() -> fill(b, gap, stop)));
    }
    results.forEach(BuildingBound::await);
    for (int b = 0; b < value.length; b++) {
      int building = b;
      bound += value[b];
      if (found[b] != null) {
        fillings.add(b, found[b]);
      }
      fillings.forget(b, Comparator.comparingLong(filling -> earned(filling, building)));
    }
    return bound;
  }

  private static void await(Future<?> result) {
    try {
      result.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while proving a bound", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the bound failed", e.getCause());
    }
  }

  /** Bounds what one building can earn; by prices alone when there is no time for more. */
  private void fill(int b, double gap, BooleanSupplier stop) {
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
    value[b] = (long) relaxed;
    if (stop.getAsBoolean()) {
      return;
    }
    long known = Long.MIN_VALUE;
    int[] hint = new int[most.length];
    for (Filling filling : fillings.of(b)) {
      long earned = earned(filling, b);
      if (earned > known) {
        known = earned;
        Arrays.fill(hint, -1);
        for (int i = 0; i < filling.firms.length; i++) {
          hint[filling.firms[i]] = filling.columns[i];
        }
      }
    }
    int[] members = members(b, hint, most, relaxed - known);
    ExactModel model = new ExactModel(columns, new int[] {b}, members, this::worth);
    model.hint(hint);
    ExactSolver.Outcome outcome = solver.solve(model, effort.within(gap), stop);
    if (outcome.notice != null && !stop.getAsBoolean()) {
      notice = outcome.notice;
    }
    found[b] = outcome.chosen;
    value[b] = Math.min((long) relaxed, Math.max(known, outcome.bound));
  }

  /** Columns that a filling may hold that earns more than one that is known. */
  private int[] members(int b, int[] known, double[] most, double room) {
    IntStream.Builder members = IntStream.builder();
    for (int firm = 0; firm < most.length; firm++) {
      for (int c = columns.begin(firm, b); c < columns.end(firm, b); c++) {
        if (most[firm] - reduced(firm, b, c) <= room || known[firm] == c) {
          members.add(c);
        }
      }
    }
    return members.build().toArray();
  }

  private double reduced(int firm, int b, int c) {
    // The price of a zone's cap may differ from the one that the capacities' prices came with.
    int zone = site.zoneOfBuilding[b];
    double ofCap =
        site.foreign[firm] ? (prices.zoneArea[zone] - ofZone[zone]) * columns.area[c] : 0;
    return priceBound.worth(firm, c)
        - prices.ofBuilding(firm, b)
        - prices.ofColumn(firm, c)
        + ofCap
        - ofFirm[firm];
  }

  private long worth(int firm, int column) {
    long worth = columns.value[column] - ofFirm[firm];
    return site.foreign[firm]
        ? worth - ofZone[site.zoneOfBuilding[columns.building(column)]] * columns.area[column]
        : worth;
  }

  /** What a filling earns at the present prices. */
  private long earned(Filling filling, int b) {
    long earned = filling.points - ofZone[site.zoneOfBuilding[b]] * filling.foreignArea;
    for (int firm : filling.firms) {
      earned -= ofFirm[firm];
    }
    return earned;
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
