package vn.khuxuong.allocation.solver;

import java.util.SplittableRandom;

/**
 * Moves of few firms at once where capacities are tight: a firm shifts to a column in another
 * building or on another strip; two firms swap; or a firm pushes another out, which goes where the
 * first stood, where there is room, or pushes out a third (ejection chains, Glover 1996; for
 * assignment with capacities Yagiura, Ibaraki and Glover 2004). Whatever is certain to lose more
 * points than may be lost is turned down by its value before anything moves, so most attempts cost
 * a few comparisons.
 */
final class Exchanges {
  private static final int MOST_PUSHED = 4;
  private static final int VICTIMS_TRIED = 4;
  private static final int PLACES_TRIED = 3;

  private final State state;
  private final Columns columns;
  private final Guide guide;
  private final int[] buildings;
  private final int[] shareOf;
  private final int self;
  private final SplittableRandom random;
  private final Trail trail;
  private final Suitors suitors;

  /** Points that a move may win by runs and links, beside the values of its columns. */
  private final double slack;

  /**
   * @param buildings the buildings of this share
   * @param shareOf by building, the number of the share it belongs to
   * @param self number of this share
   * @param trail notes what moves; its step has begun
   * @param suitors names those who wait for a place
   */
  Exchanges(
      State state,
      Guide guide,
      int[] buildings,
      int[] shareOf,
      int self,
      SplittableRandom random,
      Trail trail,
      Suitors suitors) {
    this.state = state;
    this.guide = guide;
    this.buildings = buildings;
    this.shareOf = shareOf;
    this.self = self;
    this.random = random;
    this.trail = trail;
    this.suitors = suitors;
    columns = state.columns;
    Instance.Weights weights = columns.site.instance.weights();
    slack = 2.0 * weights.vacantRun() + 2.0 * weights.cluster();
  }

  /**
   * Tries one move; leaves everything as it was when none is found.
   *
   * @param most points that may be lost, 0 or below
   */
  void step(double most) {
    int firm = random.nextInt(4) == 0 ? suitors.next() : resident();
    int column = firm < 0 ? -1 : somewhere(firm);
    if (column < 0 || column == state.chosen[firm]) {
      return;
    }
    if (state.chosen[firm] < 0) {
      chain(firm, column, most);
      return;
    }
    double change = columns.value[column] - columns.value[state.chosen[firm]];
    if (shift(firm, column, change, most)) {
      return;
    }
    if (random.nextInt(4) == 0) {
      chain(firm, column, most);
    } else {
      swap(firm, column, change, most);
    }
  }

  /** Somebody placed in a building of this share; -1 when none is met. */
  private int resident() {
    int b = buildings[random.nextInt(buildings.length)];
    int count = state.residentCount[b];
    return count == 0 ? -1 : state.residents[b][random.nextInt(count)];
  }

  /** A column in one of the buildings a firm likes, if it is of this share; else -1. */
  private int somewhere(int firm) {
    int[] favourites = guide.favourites[firm];
    int b = favourites[random.nextInt(favourites.length)];
    return shareOf[b] == self ? in(firm, b) : -1;
  }

  /** Any column of a firm in a building; -1 for none. */
  private int in(int firm, int b) {
    int begin = columns.begin(firm, b);
    int count = columns.end(firm, b) - begin;
    return count == 0 ? -1 : count == 1 ? begin : begin + random.nextInt(count);
  }

  private boolean shift(int firm, int column, double change, double most) {
    if (change + slack < most || !state.roomWithout(firm, column, firm)) {
      return false;
    }
    trail.note(firm);
    state.remove(firm);
    if (state.gain(firm, column) != State.DOES_NOT_FIT) {
      state.place(firm, column);
      return true;
    }
    trail.undo();
    return false;
  }

  private void swap(int firm, int column, double change, double most) {
    int to = columns.building(column);
    int old = state.chosen[firm];
    int from = columns.building(old);
    int count = state.residentCount[to];
    for (int i = 0; i < VICTIMS_TRIED && count > 0; i++) {
      int other = state.residents[to][random.nextInt(count)];
      int place = other == firm ? -1 : in(other, from);
      if (place < 0
          || change + columns.value[place] - columns.value[state.chosen[other]] + 2 * slack < most
          || !state.roomWithout(firm, column, other)
          || !state.roomWithout(other, place, firm)) {
        continue;
      }
      trail.note(firm);
      trail.note(other);
      state.remove(firm);
      state.remove(other);
      if (state.gain(firm, column) != State.DOES_NOT_FIT) {
        state.place(firm, column);
        if (state.gain(other, place) != State.DOES_NOT_FIT) {
          state.place(other, place);
          return;
        }
      }
      trail.undo();
    }
  }

  private void chain(int firm, int column, double most) {
    int old = state.chosen[firm];
    int first = old < 0 ? -1 : columns.building(old);
    trail.note(firm);
    if (old >= 0) {
      state.remove(firm);
    }
    int pushed = firm;
    int place = column;
    for (int depth = 0; depth < MOST_PUSHED && place >= 0; depth++) {
      if (state.gain(pushed, place) != State.DOES_NOT_FIT) {
        state.place(pushed, place);
        return;
      }
      int victim = victim(pushed, place);
      if (victim < 0) {
        break;
      }
      trail.note(victim);
      state.remove(victim);
      if (state.gain(pushed, place) == State.DOES_NOT_FIT) {
        break;
      }
      state.place(pushed, place);
      if (trail.change() + guide.top[victim] + slack < most) {
        break;
      }
      pushed = victim;
      place = next(victim, first, most - trail.change() - slack);
    }
    // Whoever was pushed out last waits now, if that costs no more than it may.
    if (trail.change() < most || state.chosen[firm] < 0) {
      trail.undo();
    }
  }

  /** Somebody without whom a column would have room; -1 when none is met. */
  private int victim(int firm, int column) {
    int b = columns.building(column);
    int count = state.residentCount[b];
    for (int i = 0; i < VICTIMS_TRIED && count > 0; i++) {
      int other = state.residents[b][random.nextInt(count)];
      if (!trail.holds(other) && state.roomWithout(firm, column, other)) {
        return other;
      }
    }
    return -1;
  }

  /** Where one who was pushed out goes: where the first stood, where there is room, or anywhere. */
  private int next(int firm, int first, double least) {
    int place = first < 0 ? -1 : in(firm, first);
    if (place >= 0
        && columns.value[place] >= least
        && state.gain(firm, place) != State.DOES_NOT_FIT) {
      return place;
    }
    int any = -1;
    for (int i = 0; i < PLACES_TRIED; i++) {
      place = somewhere(firm);
      if (place >= 0 && columns.value[place] >= least) {
        if (state.gain(firm, place) != State.DOES_NOT_FIT) {
          return place;
        }
        any = place;
      }
    }
    return any;
  }
}
