package vn.khuxuong.space.search.alert;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.khuxuong.space.search.vacancy.VacantRun;

/**
 * The bays that matched a search at some time. A run is news if any of its bays was not among them:
 * one that has only become shorter is none, one that has grown is.
 *
 * @param byFloor numbers of bays by the floor's id, in order
 */
record SeenBays(SortedMap<Long, SortedSet<Integer>> byFloor) {

  static SeenBays of(Collection<VacantRun> runs) {
    SortedMap<Long, SortedSet<Integer>> byFloor = new TreeMap<>();
    for (VacantRun run : runs) {
      SortedSet<Integer> bays = byFloor.computeIfAbsent(run.floorId(), any -> new TreeSet<>());
      for (int bay = run.firstBay(); bay < run.firstBay() + run.bayCount(); bay++) {
        bays.add(bay);
      }
    }
    return new SeenBays(byFloor);
  }

  static SeenBays of(Map<Long, ? extends Collection<Integer>> stored) {
    SortedMap<Long, SortedSet<Integer>> byFloor = new TreeMap<>();
    stored.forEach((floor, bays) -> byFloor.put(floor, new TreeSet<>(bays)));
    return new SeenBays(byFloor);
  }

  /** The runs with a bay that is not among these. */
  List<VacantRun> news(List<VacantRun> runs) {
    return runs.stream().filter(run -> !hasAll(run)).toList();
  }

  /** The runs that still have a bay among these. */
  List<VacantRun> still(List<VacantRun> runs) {
    return runs.stream().filter(this::hasAny).toList();
  }

  private boolean hasAll(VacantRun run) {
    Set<Integer> bays = byFloor.getOrDefault(run.floorId(), new TreeSet<>());
    for (int bay = run.firstBay(); bay < run.firstBay() + run.bayCount(); bay++) {
      if (!bays.contains(bay)) {
        return false;
      }
    }
    return true;
  }

  private boolean hasAny(VacantRun run) {
    SortedSet<Integer> bays = byFloor.getOrDefault(run.floorId(), new TreeSet<>());
    return !bays.subSet(run.firstBay(), run.firstBay() + run.bayCount()).isEmpty();
  }
}
