package vn.khuxuong.allocation.solver;

import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/**
 * One thread's share of ruin and recreate: some buildings, the firms placed in them and some of the
 * firms that wait. A step takes a few firms out of one or two buildings, offers the room to them
 * and to waiting firms, and keeps the outcome if it is better or, by annealing, not much worse.
 */
final class Search {
  private static final int MOST_TOUCHED = 256;
  private static final double NOISE = 0.02;

  private final Columns columns;
  private final State state;
  private final Prices prices;
  private final int[][] applicants;
  private final int[] buildings;
  private final int[] owner;
  private final int self;
  private final SplittableRandom random;

  /** Points per firm as asked, and the mean of what a firm's best column earns. */
  private final double[] weight;

  private final double unit;

  /** Firms touched in this step, with the columns they had before it. */
  private final int[] touched = new int[MOST_TOUCHED];

  private final int[] before = new int[MOST_TOUCHED];
  private final int[] touchedIn;
  private int touchedCount;
  private int step;

  private final int[] offered = new int[MOST_TOUCHED];
  private final double[] eagerness = new double[MOST_TOUCHED];
  private int offeredCount;
  private double priceShare;

  /**
   * @param applicants by building, the firms that have a column in it
   * @param buildings the buildings of this share
   * @param owner by firm, the number of the share it belongs to
   * @param weight by firm, priority × m² asked
   * @param unit points that a firm brings on average: the measure of noise
   */
  Search(
      State state,
      Prices prices,
      int[][] applicants,
      int[] buildings,
      int[] owner,
      int self,
      double[] weight,
      double unit,
      long seed) {
    this.state = state;
    this.prices = prices;
    this.applicants = applicants;
    this.buildings = buildings;
    this.owner = owner;
    this.self = self;
    this.weight = weight;
    this.unit = unit;
    columns = state.columns;
    random = new SplittableRandom(seed);
    touchedIn = new int[columns.firms()];
  }

  /** Runs up to {@code steps} steps at one temperature; returns how many it ran. */
  long run(long steps, double temperature, BooleanSupplier stop) {
    for (long done = 0; done < steps; done++) {
      if ((done & 127) == 127 && stop.getAsBoolean()) {
        return done;
      }
      long was = state.objective;
      begin();
      change();
      double change = state.objective - was;
      if (change < 0 && change < temperature * StrictMath.log(random.nextDouble())) {
        undo(was);
      }
    }
    return steps;
  }

  private void begin() {
    step++;
    touchedCount = 0;
    offeredCount = 0;
    double kind = random.nextDouble();
    priceShare = kind < 0.15 ? 0 : kind < 0.3 ? 0.6 : 0.8 + 0.4 * random.nextDouble();
  }

  private void change() {
    int b1 = buildings[random.nextInt(buildings.length)];
    int b2 = -1;
    ruin(b1);
    if (buildings.length > 1 && random.nextInt(3) == 0) {
      b2 = buildings[random.nextInt(buildings.length)];
      if (b2 == b1) {
        b2 = -1;
      } else {
        ruin(b2);
      }
    }
    invite(b1);
    if (b2 >= 0) {
      invite(b2);
    }
    recreate(b1, b2);
    enlarge(b1);
    if (b2 >= 0) {
      enlarge(b2);
    }
  }

  /** Takes a few firms out of a building: some at random, or those of one strip. */
  private void ruin(int b) {
    int count = state.residentCount[b];
    if (count == 0) {
      return;
    }
    if (random.nextInt(5) < 3) {
      int column = state.chosen[state.residents[b][random.nextInt(count)]];
      int s = columns.strip1[column];
      for (int i = count - 1; i >= 0; i--) {
        int other = state.chosen[state.residents[b][i]];
        if (columns.strip1[other] == s || columns.strip2[other] == s) {
          takeOut(state.residents[b][i]);
        }
      }
      return;
    }
    int out = Math.min(count, 1 + random.nextInt(4));
    for (int i = 0; i < out; i++) {
      takeOut(state.residents[b][random.nextInt(state.residentCount[b])]);
    }
  }

  private void takeOut(int firm) {
    if (touchedCount < MOST_TOUCHED) {
      note(firm);
      state.remove(firm);
      offer(firm);
    }
  }

  /** Asks some waiting firms that could use a building. */
  private void invite(int b) {
    int[] firms = applicants[b];
    int most = 4 + random.nextInt(8);
    int from = random.nextInt(firms.length);
    int look = Math.min(firms.length, 60);
    for (int i = 0; i < look && most > 0; i++) {
      int firm = firms[from];
      from = from + 1 == firms.length ? 0 : from + 1;
      if (state.chosen[firm] < 0 && owner[firm] == self && touchedIn[firm] != step) {
        note(firm);
        offer(firm);
        most--;
      }
    }
  }

  private void note(int firm) {
    if (touchedIn[firm] != step && touchedCount < MOST_TOUCHED) {
      touchedIn[firm] = step;
      touched[touchedCount] = firm;
      before[touchedCount++] = state.chosen[firm];
    }
  }

  private void offer(int firm) {
    if (offeredCount < MOST_TOUCHED) {
      offered[offeredCount++] = firm;
    }
  }

  private void recreate(int b1, int b2) {
    for (int i = 0; i < offeredCount; i++) {
      int firm = offered[i];
      // Who brings most goes first and the small fill the gaps; noise keeps the order open.
      eagerness[i] = weight[firm] * (0.4 + 1.2 * random.nextDouble());
    }
    for (int i = 0; i < offeredCount; i++) {
      int top = i;
      for (int j = i + 1; j < offeredCount; j++) {
        if (eagerness[j] > eagerness[top]) {
          top = j;
        }
      }
      int firm = offered[top];
      offered[top] = offered[i];
      eagerness[top] = eagerness[i];
      int column = bestOf(firm, b1, b2);
      if (column < 0) {
        column = elsewhere(firm, b1, b2);
      }
      if (column >= 0) {
        state.place(firm, column);
      }
    }
  }

  private double bestScore;

  private int bestOf(int firm, int b1, int b2) {
    bestScore = 0;
    int best = bestIn(firm, b1, -1);
    return b2 >= 0 ? bestIn(firm, b2, best) : best;
  }

  /** A column in some other building of this share, tried for a few of them. */
  private int elsewhere(int firm, int b1, int b2) {
    int best = -1;
    int tries = Math.min(buildings.length, 4);
    for (int i = 0; i < tries && best < 0; i++) {
      int b = buildings[random.nextInt(buildings.length)];
      if (b != b1 && b != b2) {
        best = bestIn(firm, b, -1);
      }
    }
    return best;
  }

  private int bestIn(int firm, int b, int otherwise) {
    int begin = columns.begin(firm, b);
    int end = columns.end(firm, b);
    int best = otherwise;
    if (begin == end || !state.serves(b, firm)) {
      return best;
    }
    double ofBuilding = prices.ofBuilding(firm, b);
    for (int c = begin; c < end; c++) {
      if (state.free[columns.strip1[c]] < columns.bays1[c]) {
        continue;
      }
      long gain = state.gain(firm, c);
      if (gain == State.DOES_NOT_FIT) {
        continue;
      }
      double score = gain - priceShare * (ofBuilding + prices.ofColumn(firm, c));
      score += NOISE * unit * random.nextDouble();
      if (score > bestScore) {
        bestScore = score;
        best = c;
      }
    }
    return best;
  }

  /** Lets firms that stand beside free bays take the column of most points in the building. */
  private void enlarge(int b) {
    for (int i = 0; i < state.residentCount[b]; i++) {
      int firm = state.residents[b][i];
      int column = state.chosen[firm];
      if (state.free[columns.strip1[column]] == 0
          && (columns.strip2[column] < 0 || state.free[columns.strip2[column]] == 0)) {
        continue;
      }
      if (touchedIn[firm] != step) {
        if (touchedCount == MOST_TOUCHED) {
          return;
        }
        note(firm);
      }
      state.remove(firm);
      long best = state.gain(firm, column);
      int chosen = column;
      for (int c = columns.begin(firm, b); c < columns.end(firm, b); c++) {
        long gain = state.gain(firm, c);
        if (gain > best) {
          best = gain;
          chosen = c;
        }
      }
      state.place(firm, chosen);
    }
  }

  private void undo(long was) {
    for (int i = 0; i < touchedCount; i++) {
      if (state.chosen[touched[i]] >= 0) {
        state.remove(touched[i]);
      }
    }
    for (int i = 0; i < touchedCount; i++) {
      if (before[i] >= 0) {
        state.place(touched[i], before[i]);
      }
    }
    state.objective = was;
  }
}
