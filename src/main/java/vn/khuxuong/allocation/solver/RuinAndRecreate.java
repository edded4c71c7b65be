package vn.khuxuong.allocation.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;

/**
 * Ruin and recreate with annealing. Buildings are dealt anew to the threads in every round, each
 * with the firms placed in them and a share of the waiting firms and of the room under the zones'
 * caps, so threads work on disjoint parts of one answer. With a limit of iterations the outcome
 * depends on seed and number of threads alone.
 */
final class RuinAndRecreate {
  /** First and last temperature, as shares of {@link Guide#unit}. */
  private static final double HOT = 0.4;

  private static final double COLD = 0.01;

  /** Share of an allocation's steps that exchange few firms. */
  private static final double EXCHANGES = 0.6;

  /** Problems of so few buildings are searched differently. */
  static final int FEW_BUILDINGS = 20;

  private final Columns columns;
  private final Guide guide;
  private final Budget budget;
  private final SplittableRandom random;
  private final List<Integer> open = new ArrayList<>();
  private final State state;
  private final int[] best;
  private long bestObjective;
  private long iterations;
  private double hottest = HOT;

  /** Told after every round. */
  interface Listener {
    void round(long objective, long iterations);
  }

  RuinAndRecreate(Columns columns, Prices prices, int[] start, Budget budget) {
    this(columns, new Guide(columns, prices, Guide.meanOfBest(columns), EXCHANGES), start, budget);
  }

  /**
   * @param start a feasible answer: a column for each firm, -1 for none
   */
  RuinAndRecreate(Columns columns, Guide guide, int[] start, Budget budget) {
    this.columns = columns;
    this.guide = guide;
    this.budget = budget;
    random = new SplittableRandom(budget.seed());
    state = State.of(columns, start);
    best = start.clone();
    bestObjective = state.objective;
    for (int b = 0; b < columns.buildings(); b++) {
      if (guide.applicants[b].length > 0) {
        open.add(b);
      }
    }
  }

  /** Begins the anneals at a share of the heat they begin at otherwise. */
  void beginAt(double share) {
    hottest = Math.max(COLD, HOT * share);
  }

  /**
   * Searches until the budget's iterations are done or {@code stop} says so.
   *
   * @param timeUsed share of the time that has passed, 0 to 1; 0 when there is no limit of time
   */
  void run(DoubleSupplier timeUsed, BooleanSupplier stop, Listener listener) {
    if (open.isEmpty()) {
      return;
    }
    int threads = Math.min(budget.threads(), open.size());
    // Few buildings freeze soon, now better, now worse: two anneals beat a long one.
    int anneals = open.size() <= FEW_BUILDINGS ? 2 : 1;
    // An exchange costs a tenth of ruin and recreate; a round should last some milliseconds.
    long longest = Math.round(4_000 / (1.1 - guide.exchanges));
    long perRound = Math.max(200, Math.min(longest, budget.iterations() / 100 / threads));
    ExecutorService pool =
        Executors.newFixedThreadPool(
            threads,
            task -> {
              Thread thread = new Thread(task, "allocation-search");
              thread.setDaemon(true);
              return thread;
            });
    try {
      while (iterations < budget.iterations() && !stop.getAsBoolean()) {
        double done = Math.max((double) iterations / budget.iterations(), timeUsed.getAsDouble());
        double cooled = Math.min(1, done) * anneals % 1;
        double temperature = guide.unit * hottest * StrictMath.pow(COLD / hottest, cooled);
        long left = (budget.iterations() - iterations - 1) / threads + 1;
        round(pool, threads, Math.min(perRound, left), temperature, stop);
        if (state.objective > bestObjective) {
          bestObjective = state.objective;
          System.arraycopy(state.chosen, 0, best, 0, best.length);
        }
        listener.round(bestObjective, iterations);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private void round(
      ExecutorService pool, int threads, long steps, double temperature, BooleanSupplier stop) {
    int[] buildings = dealt();
    int[] owner = new int[columns.firms()];
    List<State> parts = new ArrayList<>();
    List<Future<Long>> results = new ArrayList<>();
    int[] shareOf = new int[columns.buildings()];
    List<int[]> shares = new ArrayList<>();
    for (int t = 0; t < threads; t++) {
      int from = buildings.length * t / threads;
      int to = buildings.length * (t + 1) / threads;
      shares.add(Arrays.copyOfRange(buildings, from, to));
      for (int i = from; i < to; i++) {
        shareOf[buildings[i]] = t;
      }
    }
    for (int firm = 0; firm < owner.length; firm++) {
      int column = state.chosen[firm];
      owner[firm] = column >= 0 ? shareOf[columns.building(column)] : random.nextInt(threads);
    }
    for (int t = 0; t < threads; t++) {
      long[] room = state.zoneRoom.clone();
      for (int z = 0; z < room.length; z++) {
        room[z] = room[z] / threads + (t < room[z] % threads ? 1 : 0);
      }
      State part = state.part(room);
      parts.add(part);
      Search search = new Search(part, guide, shares.get(t), shareOf, owner, t, random.nextLong());
      results.add(pool.submit(() -> search.run(steps, temperature, stop)));
    }
    for (int t = 0; t < threads; t++) {
      iterations += await(results.get(t));
    }
    Arrays.fill(state.zoneRoom, 0);
    for (State part : parts) {
      state.objective += part.objective;
      for (int z = 0; z < state.zoneRoom.length; z++) {
        state.zoneRoom[z] += part.zoneRoom[z];
      }
    }
  }

  /** The buildings that have applicants, in random order. */
  private int[] dealt() {
    int[] deck = open.stream().mapToInt(Integer::intValue).toArray();
    for (int i = deck.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int card = deck[i];
      deck[i] = deck[j];
      deck[j] = card;
    }
    return deck;
  }

  private static long await(Future<Long> result) {
    try {
      return result.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while searching", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the search failed", e.getCause());
    }
  }

  /** The best answer found: a column for each firm, -1 for none. */
  int[] best() {
    return best.clone();
  }

  long bestObjective() {
    return bestObjective;
  }

  long iterations() {
    return iterations;
  }
}
