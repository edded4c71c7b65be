package vn.khuxuong.allocation.solver;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import vn.khuxuong.allocation.solver.Instance.Bay;

/**
 * The maximal runs of bays between tenants, breaks and walls, by index.
 *
 * <p>Where all bays of a strip have one area and one month of availability, any blocks whose bay
 * counts sum to at most its length can be laid side by side, so only counts matter. Strips of
 * unequal bays, strips next to a tenant that repels an eligible firm, and strips whose floor has
 * more than one pair of mutually repelling eligible traits are <em>positional</em>: there a block
 * has a first bay. On a strip that is not positional at most one pair of traits repels; its blocks
 * can be laid out exactly when a free bay or a block without either trait separates the two.
 */
final class Strips {
  final int count;
  final int[] floor;
  final int[] building;
  final int[] start;
  final int[] length;
  final boolean[] positional;

  /** Index of the first bay of each strip among the bays of all strips. */
  final int[] firstBay;

  private final int[] bayArea;
  private final int[] bayFrom;

  /** m² of all bays before each one, over all strips in order. */
  private final long[] areaBefore;

  /** Traits of the tenants that touch the strip on the left and on the right. */
  final long[] left;

  final long[] right;

  /** The one pair of traits that may repel on a strip of counts, 0 and 0 for none. */
  final long[] pairA;

  final long[] pairB;
  final int[][] ofFloor;

  /**
   * @param eligibleTraits by floor, the union of the traits of firms that may use it
   */
  Strips(Site site, long[] eligibleTraits) {
    List<int[]> runs = new ArrayList<>();
    ofFloor = new int[site.floors.size()][];
    for (int f = 0; f < site.floors.size(); f++) {
      int before = runs.size();
      addRuns(f, site.taken[f], site.floors.get(f).breaks(), runs);
      ofFloor[f] = IntStream.range(before, runs.size()).toArray();
    }
    count = runs.size();
    floor = new int[count];
    building = new int[count];
    start = new int[count];
    length = new int[count];
    positional = new boolean[count];
    firstBay = new int[count];
    left = new long[count];
    right = new long[count];
    pairA = new long[count];
    pairB = new long[count];
    int bayCount = runs.stream().mapToInt(run -> run[2]).sum();
    bayArea = new int[bayCount];
    bayFrom = new int[bayCount];
    areaBefore = new long[bayCount + 1];
    int next = 0;
    for (int s = 0; s < count; s++) {
      int f = runs.get(s)[0];
      floor[s] = f;
      building[s] = site.buildingOfFloor[f];
      start[s] = runs.get(s)[1];
      length[s] = runs.get(s)[2];
      firstBay[s] = next;
      for (int i = 0; i < length[s]; i++) {
        Bay bay = site.floors.get(f).bays().get(start[s] + i);
        bayArea[next] = bay.areaM2();
        bayFrom[next] = bay.availableFrom();
        areaBefore[next + 1] = areaBefore[next] + bay.areaM2();
        next++;
      }
      left[s] = tenantBeside(site, f, start[s] - 1, start[s]);
      right[s] = tenantBeside(site, f, start[s] + length[s], start[s] + length[s]);
      positional[s] = !uniform(s) || choosePair(site, s, eligibleTraits[f]);
    }
  }

  private static void addRuns(int f, boolean[] taken, List<Integer> breaks, List<int[]> runs) {
    int from = -1;
    for (int bay = 0; bay <= taken.length; bay++) {
      boolean free = bay < taken.length && !taken[bay];
      if (from >= 0 && (!free || breaks.contains(bay))) {
        runs.add(new int[] {f, from, bay - from});
        from = -1;
      }
      if (free && from < 0) {
        from = bay;
      }
    }
  }

  /** Traits of the tenant on a bay; 0 beyond the floor, on a free bay or across a break. */
  private static long tenantBeside(Site site, int f, int bay, int edge) {
    boolean inside = bay >= 0 && bay < site.tenantTraits[f].length;
    return inside && !site.floors.get(f).breaks().contains(edge) ? site.tenantTraits[f][bay] : 0;
  }

  private boolean uniform(int s) {
    int end = firstBay[s] + length[s];
    for (int bay = firstBay[s] + 1; bay < end; bay++) {
      if (bayArea[bay] != bayArea[bay - 1] || bayFrom[bay] != bayFrom[bay - 1]) {
        return false;
      }
    }
    return true;
  }

  /** Finds the one repelling pair of a strip; true when counts alone cannot tell. */
  private boolean choosePair(Site site, int s, long eligible) {
    long beside = left[s] | right[s];
    for (long[] pair : site.adjacentPairs) {
      if (((pair[0] & beside) != 0 && (pair[1] & eligible) != 0)
          || ((pair[1] & beside) != 0 && (pair[0] & eligible) != 0)) {
        return true;
      }
      if ((pair[0] & eligible) != 0 && (pair[1] & eligible) != 0) {
        boolean known =
            (pairA[s] == pair[0] && pairB[s] == pair[1])
                || (pairA[s] == pair[1] && pairB[s] == pair[0]);
        if (pair[0] == pair[1] || (pairA[s] != 0 && !known)) {
          return true;
        }
        pairA[s] = pair[0];
        pairB[s] = pair[1];
      }
    }
    return false;
  }

  int bayCount() {
    return bayArea.length;
  }

  /** Where the blocks of a bay count may begin: one place where only counts matter. */
  int places(int s, int bays) {
    return positional[s] ? length[s] - bays + 1 : 1;
  }

  /** m² of {@code bays} bays from place {@code at} of a strip. */
  int area(int s, int at, int bays) {
    int from = firstBay[s] + at;
    return (int) (areaBefore[from + bays] - areaBefore[from]);
  }

  /** Month from which {@code bays} bays from place {@code at} of a strip are all free. */
  int readyFrom(int s, int at, int bays) {
    int from = firstBay[s] + at;
    int ready = bayFrom[from];
    if (positional[s]) {
      for (int bay = from + 1; bay < from + bays; bay++) {
        ready = Math.max(ready, bayFrom[bay]);
      }
    }
    return ready;
  }
}
