package vn.khuxuong.allocation.solver;

import com.google.ortools.sat.CpModelProto;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import vn.khuxuong.allocation.solver.BooleanProgram.Row;
import vn.khuxuong.allocation.solver.Instance.Weights;

/**
 * The problem over some columns as a model for CP-SAT: one boolean for each column, the rules of
 * everything that these columns touch.
 */
final class ExactModel {
  private final BooleanProgram program = new BooleanProgram();
  private final Columns columns;
  private final Site site;
  private final Strips strips;

  /** Columns of the model by rising number; the variable of each is its place here. */
  private final int[] members;

  private final int[] firmOf;

  /** Use of one strip by one column. */
  private record Use(int member, int at, int bays) {}

  private final List<List<Use>> usesOfStrip = new ArrayList<>();

  /** Points of a firm on a column. */
  interface Worth {
    long of(int firm, int column);
  }

  /** The whole problem. */
  ExactModel(Columns columns) {
    this(
        columns,
        IntStream.range(0, columns.buildings()).toArray(),
        IntStream.range(0, columns.count()).toArray(),
        (firm, column) -> columns.value[column]);
  }

  /**
   * A part of the problem.
   *
   * @param buildings whose vacant runs and cluster links count
   * @param members columns of these buildings, by rising number
   * @param worth points of taking one
   */
  ExactModel(Columns columns, int[] buildings, int[] members, Worth worth) {
    this.columns = columns;
    this.members = members;
    site = columns.site;
    strips = columns.strips;
    firmOf = new int[members.length];
    for (int s = 0; s < strips.count; s++) {
      usesOfStrip.add(new ArrayList<>());
    }
    int m = 0;
    for (int firm = 0; firm < columns.firms(); firm++) {
      List<Integer> ofFirm = new ArrayList<>();
      for (; m < members.length && members[m] < columns.end(firm); m++) {
        addMember(program.variable(), firm, worth);
        ofFirm.add(m);
      }
      program.atMostOne(ofFirm);
    }
    Weights weights = site.instance.weights();
    for (int b : buildings) {
      for (int f : site.floorsOfBuilding[b]) {
        addFloor(f, weights.vacantRun());
      }
    }
    addCapacities();
    addClusterLinks(weights.cluster());
  }

  private void addMember(int m, int firm, Worth worth) {
    int c = members[m];
    firmOf[m] = firm;
    program.objective.term(m, worth.of(firm, c));
    usesOfStrip.get(columns.strip1[c]).add(new Use(m, columns.at1[c], columns.bays1[c]));
    if (columns.strip2[c] >= 0) {
      usesOfStrip.get(columns.strip2[c]).add(new Use(m, columns.at2[c], columns.bays2[c]));
    }
  }

  private void addFloor(int f, int vacantRun) {
    for (int s : strips.ofFloor[f]) {
      if (strips.positional[s]) {
        addPositionalStrip(s, vacantRun);
      } else {
        addStripOfCounts(s, vacantRun);
      }
    }
    addFloorPairs(f);
  }

  CpModelProto program() {
    return program.build();
  }

  /** Tells the solver a feasible answer to start from. */
  void hint(int[] chosen) {
    for (int m = 0; m < members.length; m++) {
      program.hint(m, chosen[firmOf[m]] == members[m]);
    }
  }

  /** The chosen column of each firm, -1 for none, when {@code taken} tells of each variable. */
  int[] chosen(IntPredicate taken) {
    int[] chosen = new int[columns.firms()];
    Arrays.fill(chosen, -1);
    for (int m = 0; m < members.length; m++) {
      if (taken.test(m)) {
        chosen[firmOf[m]] = members[m];
      }
    }
    return chosen;
  }

  private void addStripOfCounts(int s, int vacantRun) {
    List<Use> uses = usesOfStrip.get(s);
    int n = strips.length[s];
    Row used = new Row();
    uses.forEach(use -> used.term(use.member(), use.bays()));
    program.atMost(used, n);
    int full = program.variable();
    program.atLeast(used.term(full, -n), 0);
    program.objective.term(full, vacantRun).add(-vacantRun);

    List<Integer> withA = members(uses, m -> has(m, strips.pairA[s]));
    List<Integer> withB = members(uses, m -> has(m, strips.pairB[s]));
    if (withA.isEmpty() || withB.isEmpty()) {
      return;
    }
    int anyA = program.any(withA);
    int anyB = program.any(withB);
    int separated = program.variable();
    program.atLeastOne(List.of(BooleanProgram.not(anyA), BooleanProgram.not(anyB), separated));
    // A free bay or a block with neither trait separates the two groups.
    Row room = new Row().term(separated, -1);
    uses.forEach(use -> room.term(use.member(), -use.bays()));
    room.terms(members(uses, m -> !has(m, strips.pairA[s] | strips.pairB[s])), 1);
    program.atLeast(room, -n);
  }

  private void addPositionalStrip(int s, int vacantRun) {
    int n = strips.length[s];
    List<Integer> before = List.of();
    for (int bay = 0; bay < n; bay++) {
      List<Integer> cover = new ArrayList<>();
      for (Use use : usesOfStrip.get(s)) {
        if (use.at() <= bay && bay < use.at() + use.bays()) {
          cover.add(use.member());
        }
      }
      program.atMostOne(cover);
      int runStarts = program.variable();
      program.objective.term(runStarts, -vacantRun);
      Row starts = new Row().term(runStarts, 1).terms(cover, 1);
      program.atLeast(starts.terms(before, -1), bay == 0 ? 1 : 0);
      before = cover;
    }
    for (long[] pair : site.adjacentPairs) {
      addNeighbourRows(s, pair[0], pair[1]);
      if (pair[0] != pair[1]) {
        addNeighbourRows(s, pair[1], pair[0]);
      }
    }
  }

  private void addNeighbourRows(int s, long before, long after) {
    for (int edge = 1; edge < strips.length[s]; edge++) {
      List<Integer> meet = new ArrayList<>();
      for (Use use : usesOfStrip.get(s)) {
        if ((use.at() + use.bays() == edge && has(use.member(), before))
            || (use.at() == edge && has(use.member(), after))) {
          meet.add(use.member());
        }
      }
      program.atMostOne(meet);
    }
  }

  private void addCapacities() {
    Map<Integer, Row> floorPower = new TreeMap<>();
    Map<Integer, Row> buildingPower = new TreeMap<>();
    Map<Integer, Row> buildingWater = new TreeMap<>();
    Map<Integer, Row> zoneArea = new TreeMap<>();
    for (int m = 0; m < members.length; m++) {
      int c = members[m];
      int firm = firmOf[m];
      int building = columns.building(c);
      row(floorPower, strips.floor[columns.strip1[c]]).term(m, columns.power1[c]);
      if (columns.strip2[c] >= 0) {
        row(floorPower, strips.floor[columns.strip2[c]]).term(m, columns.power2[c]);
      }
      row(buildingPower, building).term(m, site.power[firm]);
      row(buildingWater, building).term(m, site.water[firm]);
      if (site.foreign[firm]) {
        row(zoneArea, site.zoneOfBuilding[building]).term(m, columns.area[c]);
      }
    }
    floorPower.forEach((f, used) -> program.atMost(used, site.floorPower[f]));
    buildingPower.forEach((b, used) -> program.atMost(used, site.buildingPower[b]));
    buildingWater.forEach((b, used) -> program.atMost(used, site.buildingWater[b]));
    zoneArea.forEach((z, used) -> program.atMost(used, site.zoneRoom[z]));
  }

  private static Row row(Map<Integer, Row> rows, int key) {
    return rows.computeIfAbsent(key, k -> new Row());
  }

  private void addFloorPairs(int f) {
    List<Use> uses = new ArrayList<>();
    for (int s : strips.ofFloor[f]) {
      uses.addAll(usesOfStrip.get(s));
    }
    Map<Integer, Integer> present = new HashMap<>();
    for (int trait = 0; trait < site.traitCount; trait++) {
      long bit = 1L << trait;
      List<Integer> holders = members(uses, m -> has(m, bit));
      if (!holders.isEmpty()) {
        present.put(trait, program.any(holders));
      }
    }
    for (long[] pair : site.floorPairs) {
      Integer a = present.get(Long.numberOfTrailingZeros(pair[0]));
      Integer b = present.get(Long.numberOfTrailingZeros(pair[1]));
      if (a != null && b != null) {
        program.atMostOne(List.of(a, b));
      }
    }
  }

  private void addClusterLinks(int points) {
    Map<Integer, List<Integer>> clusters = new TreeMap<>();
    for (int m = 0; m < members.length; m++) {
      int cluster = site.cluster[firmOf[m]];
      if (cluster >= 0) {
        int key = columns.building(members[m]) * site.clusterCount + cluster;
        clusters.computeIfAbsent(key, k -> new ArrayList<>()).add(m);
        program.objective.term(m, points);
      }
    }
    clusters.values().forEach(firms -> program.objective.term(program.any(firms), -points));
  }

  private boolean has(int member, long traits) {
    return (site.traits[firmOf[member]] & traits) != 0;
  }

  private static List<Integer> members(List<Use> uses, IntPredicate which) {
    List<Integer> members = new ArrayList<>();
    for (Use use : uses) {
      if (which.test(use.member())) {
        members.add(use.member());
      }
    }
    return members;
  }
}
