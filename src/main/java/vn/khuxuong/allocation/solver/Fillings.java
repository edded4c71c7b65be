package vn.khuxuong.allocation.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Sound fillings of every building that are known, each once: the columns of a decomposition. */
final class Fillings {
  /** Most that are kept of one building. */
  private static final int MOST = 600;

  /** Firms on columns of one building that get on with each other. */
  static final class Filling {
    /** Columns by rising number of the firm. */
    final int[] columns;

    final int[] firms;

    /** Points, less those for a vacant run in each of the building's strips. */
    final long points;

    /** m² let to firms that are not domestic. */
    final long foreignArea;

    /** Its share in the answer of the {@link Bundle}. */
    double weight;

    private Filling(int[] columns, int[] firms, long points, long foreignArea) {
      this.columns = columns;
      this.firms = firms;
      this.points = points;
      this.foreignArea = foreignArea;
    }
  }

  private final Columns columns;
  private final State state;
  private final long[] pointsWhenEmpty;
  private final List<List<Filling>> ofBuilding = new ArrayList<>();

  Fillings(Columns columns) {
    this.columns = columns;
    state = new State(columns);
    Site site = columns.site;
    pointsWhenEmpty = new long[columns.buildings()];
    for (int b = 0; b < pointsWhenEmpty.length; b++) {
      for (int f : site.floorsOfBuilding[b]) {
        pointsWhenEmpty[b] -=
            (long) site.instance.weights().vacantRun() * columns.strips.ofFloor[f].length;
      }
      ofBuilding.add(new ArrayList<>());
    }
  }

  List<Filling> of(int building) {
    return ofBuilding.get(building);
  }

  /**
   * Remembers what each building holds in an answer.
   *
   * @param chosen a column for each firm, -1 for none
   */
  void addAll(int[] chosen) {
    for (int b = 0; b < ofBuilding.size(); b++) {
      add(b, chosen);
    }
  }

  /** Remembers what one building holds in an answer; other buildings are not looked at. */
  Filling add(int building, int[] chosen) {
    int[] firms = new int[chosen.length];
    int count = 0;
    for (int firm = 0; firm < chosen.length; firm++) {
      if (chosen[firm] >= 0 && columns.building(chosen[firm]) == building) {
        firms[count++] = firm;
      }
    }
    firms = Arrays.copyOf(firms, count);
    int[] taken = Arrays.stream(firms).map(firm -> chosen[firm]).toArray();
    List<Filling> known = ofBuilding.get(building);
    for (Filling filling : known) {
      if (Arrays.equals(filling.columns, taken)) {
        return filling;
      }
    }
    Filling filling = counted(building, firms, taken);
    known.add(filling);
    return filling;
  }

  private Filling counted(int building, int[] firms, int[] taken) {
    long before = state.objective;
    long foreignArea = 0;
    for (int i = 0; i < firms.length; i++) {
      state.place(firms[i], taken[i]);
      foreignArea += columns.site.foreign[firms[i]] ? columns.area[taken[i]] : 0;
    }
    long points = state.objective - before + pointsWhenEmpty[building];
    for (int firm : firms) {
      state.remove(firm);
    }
    return new Filling(taken, firms, points, foreignArea);
  }

  /** Forgets the fillings of a building beyond the most, those that earn least first. */
  void forget(int building, Comparator<Filling> byEarnings) {
    List<Filling> known = ofBuilding.get(building);
    if (known.size() > MOST) {
      List<Filling> idle = new ArrayList<>(known);
      idle.removeIf(filling -> filling.weight > 0);
      idle.sort(byEarnings);
      known.removeAll(idle.subList(0, Math.min(idle.size(), known.size() - MOST / 2)));
    }
  }
}
