package vn.khuxuong.allocation.solver;

import java.util.SplittableRandom;

/** Firms for which room is to be made, where each wants to stand, and who is in its way there. */
final class Suitors {
  private static final double WISH_NOISE = 0.05;

  private final Columns columns;
  private final State state;
  private final Guide guide;
  private final int[] buildings;
  private final int[] owner;
  private final int self;
  private final SplittableRandom random;

  /**
   * @param buildings the buildings of this share
   * @param owner by firm, the number of the share it belongs to
   * @param self number of this share
   */
  Suitors(
      State state, Guide guide, int[] buildings, int[] owner, int self, SplittableRandom random) {
    this.state = state;
    this.guide = guide;
    this.buildings = buildings;
    this.owner = owner;
    this.self = self;
    this.random = random;
    columns = state.columns;
  }

  /** The most promising of a few waiting firms, or now and then one that is placed; -1 for none. */
  int next() {
    int b = buildings[random.nextInt(buildings.length)];
    if (random.nextInt(4) == 0) {
      int count = state.residentCount[b];
      return count == 0 ? -1 : state.residents[b][random.nextInt(count)];
    }
    int[] firms = guide.applicants[b];
    int best = -1;
    int most = 1 + random.nextInt(4);
    int from = random.nextInt(firms.length);
    for (int i = 0; i < firms.length && most > 0; i++) {
      int firm = firms[from];
      from = from + 1 == firms.length ? 0 : from + 1;
      if (state.chosen[firm] < 0 && owner[firm] == self) {
        most--;
        best = best < 0 || guide.promise[firm] > guide.promise[best] ? firm : best;
      }
    }
    return best;
  }

  /** The column that a firm would take in a building if it were empty; -1 for none. */
  int wish(int firm, int b) {
    int best = -1;
    double most = Double.NEGATIVE_INFINITY;
    for (int c = columns.begin(firm, b); c < columns.end(firm, b); c++) {
      double score =
          columns.value[c]
              - guide.prices.ofColumn(firm, c)
              + WISH_NOISE * guide.unit * random.nextDouble();
      if (score > most) {
        most = score;
        best = c;
      }
    }
    return best;
  }

  /** Someone in the way of a column: on its bays, else on its floors, else in the building. */
  int victim(int column, int b) {
    int victim = -1;
    int worst = 0;
    for (int i = 0, ties = 0; i < state.residentCount[b]; i++) {
      int firm = state.residents[b][i];
      int inTheWay = inTheWay(state.chosen[firm], column);
      ties = inTheWay == worst ? ties + 1 : inTheWay > worst ? 1 : ties;
      if (inTheWay > worst || (inTheWay == worst && random.nextInt(ties) == 0)) {
        worst = inTheWay;
        victim = firm;
      }
    }
    return victim;
  }

  private int inTheWay(int other, int column) {
    int most = inTheWay(other, columns.strip1[column], columns.at1[column], columns.bays1[column]);
    int s2 = columns.strip2[column];
    return s2 < 0
        ? most
        : Math.max(most, inTheWay(other, s2, columns.at2[column], columns.bays2[column]));
  }

  private int inTheWay(int other, int s, int at, int bays) {
    boolean second = columns.strip2[other] == s;
    int floor = columns.strips.floor[s];
    if (columns.strip1[other] != s && !second) {
      int s2 = columns.strip2[other];
      boolean above = s2 >= 0 && columns.strips.floor[s2] == floor;
      return above || columns.strips.floor[columns.strip1[other]] == floor ? 1 : 0;
    }
    if (!columns.strips.positional[s]) {
      return state.free[s] < bays ? 2 : 1;
    }
    int from = second ? columns.at2[other] : columns.at1[other];
    int to = from + (second ? columns.bays2[other] : columns.bays1[other]);
    return from < at + bays && at < to ? 2 : 1;
  }
}
