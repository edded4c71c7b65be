package vn.khuxuong.allocation.solver;

import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/**
 * One thread's share of ruin and recreate: some buildings, the firms placed in them and some of the
 * firms that wait. A step takes a few firms out of one or two buildings, offers the room to them
 * and to waiting firms, and keeps the outcome if it is better or, by annealing, not much worse.
 */
final class Search {
  private static final int MOST_OFFERED = 256;
  private static final int MOST_RUINED = 12;
  private static final double NOISE = 0.02;

  /** Share of steps that begin with one firm for which room is made. */
  private static final double INSERTIONS = 0.6;

  private final Columns columns;
  private final State state;
  private final Guide guide;
  private final Prices prices;
  private final double unit;
  private final int[] buildings;
  private final int[] shareOf;
  private final int[] owner;
  private final int self;
  private final SplittableRandom random;
  private final Suitors suitors;

  private final Exchanges exchanges;
  private final Trail trail;

  private final int[] offered = new int[MOST_OFFERED];
  private final double[] eagerness = new double[MOST_OFFERED];
  private int offeredCount;
  private double priceShare;

  /**
   * @param buildings the buildings of this share
   * @param shareOf by building, the number of the share it belongs to
   * @param owner by firm, the number of the share it belongs to
   * @param self number of this share
   */
  Search(
      State state, Guide guide, int[] buildings, int[] shareOf, int[] owner, int self, long seed) {
    this.state = state;
    this.guide = guide;
    this.buildings = buildings;
    this.shareOf = shareOf;
    this.owner = owner;
    this.self = self;
    prices = guide.prices;
    unit = guide.unit;
    columns = state.columns;
    random = new SplittableRandom(seed);
    suitors = new Suitors(state, guide, buildings, owner, self, random);
    trail = new Trail(state);
    exchanges = new Exchanges(state, guide, buildings, shareOf, self, random, trail, suitors);
  }

  /** Runs up to {@code steps} steps at one temperature; returns how many it ran. */
  long run(long steps, double temperature, BooleanSupplier stop) {
    for (long done = 0; done < steps; done++) {
      if ((done & 127) == 127 && stop.getAsBoolean()) {
        return done;
      }
      begin();
      double most = temperature * StrictMath.log(random.nextDouble());
      if (random.nextDouble() < guide.exchanges) {
        exchanges.step(most);
      } else if (random.nextDouble() < INSERTIONS) {
        insert();
      } else {
        change();
      }
      long change = trail.change();
      if (change < 0 && change < most) {
        trail.undo();
      }
    }
    return steps;
  }

  private void begin() {
    trail.begin();
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
      for (int i = count - 1; i >= 0 && trail.count() < MOST_RUINED; i--) {
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
    if (!trail.full()) {
      trail.note(firm);
      state.remove(firm);
      offer(firm);
    }
  }

  /** Asks some waiting firms that could use a building. */
  private void invite(int b) {
    int[] firms = guide.applicants[b];
    int most = 4 + random.nextInt(8);
    int from = random.nextInt(firms.length);
    int look = Math.min(firms.length, 60);
    for (int i = 0; i < look && most > 0; i++) {
      int firm = firms[from];
      from = from + 1 == firms.length ? 0 : from + 1;
      if (state.chosen[firm] < 0 && owner[firm] == self && !trail.holds(firm)) {
        trail.note(firm);
        offer(firm);
        most--;
      }
    }
  }

  private void offer(int firm) {
    if (offeredCount < MOST_OFFERED) {
      offered[offeredCount++] = firm;
    }
  }

  private void recreate(int b1, int b2) {
    for (int i = 0; i < offeredCount; i++) {
      int firm = offered[i];
      // Who brings most goes first and the small fill the gaps; noise keeps the order open.
      eagerness[i] = guide.weight[firm] * (0.4 + 1.2 * random.nextDouble());
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

  /** A column in another building that a firm likes, or in a few others of this share. */
  private int elsewhere(int firm, int b1, int b2) {
    int best = -1;
    for (int b : guide.favourites[firm]) {
      if (best < 0 && shareOf[b] == self && b != b1 && b != b2) {
        best = bestIn(firm, b, -1);
      }
    }
    for (int i = 0; i < 2 && best < 0; i++) {
      int b = buildings[random.nextInt(buildings.length)];
      if (b != b1 && b != b2) {
        best = bestIn(firm, b, -1);
      }
    }
    return best;
  }

  /**
   * Makes room for one firm in a building it likes, whoever stands in the way, and then recreates.
   * A large firm that needs most of a strip, or two strips one above the other, hardly ever finds
   * both empty by chance.
   */
  private void insert() {
    int firm = suitors.next();
    if (firm < 0) {
      return;
    }
    int[] favourites = guide.favourites[firm];
    int b = favourites[random.nextInt(1 + random.nextInt(favourites.length))];
    int column = shareOf[b] == self ? suitors.wish(firm, b) : -1;
    if (column < 0 || column == state.chosen[firm]) {
      return;
    }
    trail.note(firm);
    if (state.chosen[firm] >= 0) {
      state.remove(firm);
    }
    for (int out = 0; state.gain(firm, column) == State.DOES_NOT_FIT; out++) {
      int victim = out < MOST_RUINED ? suitors.victim(column, b) : -1;
      if (victim < 0) {
        break;
      }
      takeOut(victim);
    }
    if (state.gain(firm, column) != State.DOES_NOT_FIT) {
      state.place(firm, column);
    } else {
      offer(firm);
    }
    invite(b);
    recreate(b, -1);
    enlarge(b);
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
      if (!trail.holds(firm)) {
        if (trail.full()) {
          return;
        }
        trail.note(firm);
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
}
