package vn.khuxuong.tenancy.support;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Demand for floor space beside vacancies, by load and height. For the public, what fewer than
 * {@value #LEAST_FIRMS} firms ask for is not told, areas asked for are rounded to {@value #STEP_M2}
 * m², and no sums are given from which a hidden cell could be worked out.
 */
final class UnmetDemand {
  /** So many firms must stand behind a figure that everybody may see. */
  static final int LEAST_FIRMS = 3;

  private static final int STEP_M2 = 100;

  private UnmetDemand() {}

  /** What one firm asks for, once. */
  record Wish(
      long firm,
      BigDecimal areaM2,
      @Nullable BigDecimal loadKnM2,
      @Nullable BigDecimal clearHeightM) {}

  /** Free floor space of floors that offer the same. */
  record Vacancy(BigDecimal areaM2, BigDecimal loadKnM2, BigDecimal clearHeightM) {}

  /**
   * A cell of the matrix.
   *
   * @param load class of {@link SpaceClasses#LOAD}, {@code height} of {@link SpaceClasses#HEIGHT}
   * @param firms how many ask for it; null where hidden
   * @param demandM2 what they ask for; null where hidden
   * @param vacantM2 free on floors of this class
   * @param demandAtLeastM2 asked for with at least this load and height; null for the public
   * @param vacantAtLeastM2 free with at least this load and height
   * @param shortM2 how much more is asked for than could be had, with at least this load and
   *     height; null for the public
   */
  record Cell(
      int load,
      int height,
      @Nullable Integer firms,
      @Nullable BigDecimal demandM2,
      BigDecimal vacantM2,
      @Nullable BigDecimal demandAtLeastM2,
      BigDecimal vacantAtLeastM2,
      @Nullable BigDecimal shortM2,
      boolean hidden) {}

  /**
   * Every cell, by load and then height.
   *
   * @param staff whether everything may be told
   */
  static List<Cell> matrix(List<Wish> wishes, List<Vacancy> vacancies, boolean staff) {
    int loads = SpaceClasses.LOAD.size();
    int heights = SpaceClasses.HEIGHT.size();
    BigDecimal[][] demand = zeros(loads, heights);
    BigDecimal[][] vacant = zeros(loads, heights);
    Map<Integer, Set<Long>> firms = new HashMap<>();
    for (Wish wish : wishes) {
      int load = SpaceClasses.LOAD.ofNeed(wish.loadKnM2());
      int height = SpaceClasses.HEIGHT.ofNeed(wish.clearHeightM());
      demand[load][height] = demand[load][height].add(wish.areaM2());
      firms.computeIfAbsent(load * heights + height, key -> new HashSet<>()).add(wish.firm());
    }
    for (Vacancy vacancy : vacancies) {
      int load = SpaceClasses.LOAD.ofFloor(vacancy.loadKnM2());
      int height = SpaceClasses.HEIGHT.ofFloor(vacancy.clearHeightM());
      vacant[load][height] = vacant[load][height].add(vacancy.areaM2());
    }
    List<Cell> cells = new ArrayList<>();
    for (int load = 0; load < loads; load++) {
      for (int height = 0; height < heights; height++) {
        int asking = firms.getOrDefault(load * heights + height, Set.of()).size();
        BigDecimal wanted = demand[load][height];
        BigDecimal free = vacant[load][height];
        BigDecimal freeAtLeast = atLeast(vacant, load, height);
        if (staff) {
          BigDecimal wantedAtLeast = atLeast(demand, load, height);
          cells.add(
              new Cell(
                  load,
                  height,
                  asking,
                  wanted,
                  free,
                  wantedAtLeast,
                  freeAtLeast,
                  wantedAtLeast.subtract(freeAtLeast).max(BigDecimal.ZERO),
                  false));
        } else {
          // a cell that nobody asks for is hidden like one with a single firm: its 0 would tell
          boolean hidden = asking < LEAST_FIRMS;
          cells.add(
              new Cell(
                  load,
                  height,
                  null,
                  hidden ? null : rounded(wanted),
                  free,
                  null,
                  freeAtLeast,
                  null,
                  hidden));
        }
      }
    }
    return cells;
  }

  private static BigDecimal rounded(BigDecimal areaM2) {
    BigDecimal step = BigDecimal.valueOf(STEP_M2);
    return areaM2.divide(step, 0, RoundingMode.HALF_UP).multiply(step);
  }

  private static BigDecimal[][] zeros(int rows, int columns) {
    BigDecimal[][] zeros = new BigDecimal[rows][columns];
    for (BigDecimal[] row : zeros) {
      java.util.Arrays.fill(row, BigDecimal.ZERO);
    }
    return zeros;
  }

  private static BigDecimal atLeast(BigDecimal[][] of, int load, int height) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = load; i < of.length; i++) {
      for (int j = height; j < of[i].length; j++) {
        sum = sum.add(of[i][j]);
      }
    }
    return sum;
  }
}
