package vn.khuxuong.allocation.solver;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import vn.khuxuong.allocation.solver.Instance.Weights;

/** The whole problem over columns as a CP-SAT model: one boolean for each column. */
final class ExactModel {
  final CpModel model = new CpModel();

  private final Columns columns;
  private final Site site;
  private final Strips strips;
  private final BoolVar[] takes;
  private final int[] firmOf;
  private final LinearExprBuilder objective = LinearExpr.newBuilder();

  /** Use of one strip by one column. */
  private record Use(int column, int at, int bays) {}

  private final List<List<Use>> usesOfStrip = new ArrayList<>();

  ExactModel(Columns columns) {
    this.columns = columns;
    site = columns.site;
    strips = columns.strips;
    takes = new BoolVar[columns.count()];
    firmOf = new int[columns.count()];
    for (int s = 0; s < strips.count; s++) {
      usesOfStrip.add(new ArrayList<>());
    }
    for (int firm = 0; firm < columns.firms(); firm++) {
      List<Literal> ofFirm = new ArrayList<>();
      for (int c = columns.begin(firm); c < columns.end(firm); c++) {
        takes[c] = model.newBoolVar("");
        firmOf[c] = firm;
        ofFirm.add(takes[c]);
        objective.addTerm(takes[c], columns.value[c]);
        usesOfStrip.get(columns.strip1[c]).add(new Use(c, columns.at1[c], columns.bays1[c]));
        if (columns.strip2[c] >= 0) {
          usesOfStrip.get(columns.strip2[c]).add(new Use(c, columns.at2[c], columns.bays2[c]));
        }
      }
      model.addAtMostOne(ofFirm);
    }
    Weights weights = site.instance.weights();
    for (int s = 0; s < strips.count; s++) {
      if (strips.positional[s]) {
        addPositionalStrip(s, weights.vacantRun());
      } else {
        addStripOfCounts(s, weights.vacantRun());
      }
    }
    addCapacities();
    addFloorPairs();
    addClusterLinks(weights.cluster());
    model.maximize(objective.build());
  }

  /** Tells the solver a feasible answer to start from. */
  void hint(int[] chosen) {
    for (int firm = 0; firm < chosen.length; firm++) {
      for (int c = columns.begin(firm); c < columns.end(firm); c++) {
        model.addHint(takes[c], chosen[firm] == c);
      }
    }
  }

  /** The chosen column of each firm, -1 for none, when {@code taken} tells of each variable. */
  int[] chosen(Predicate<Literal> taken) {
    int[] chosen = new int[columns.firms()];
    for (int firm = 0; firm < chosen.length; firm++) {
      chosen[firm] = -1;
      for (int c = columns.begin(firm); c < columns.end(firm); c++) {
        if (taken.test(takes[c])) {
          chosen[firm] = c;
        }
      }
    }
    return chosen;
  }

  private void addStripOfCounts(int s, int vacantRun) {
    List<Use> uses = usesOfStrip.get(s);
    int n = strips.length[s];
    LinearExprBuilder used = LinearExpr.newBuilder();
    uses.forEach(use -> used.addTerm(takes[use.column()], use.bays()));
    model.addLessOrEqual(used, n);
    BoolVar full = model.newBoolVar("");
    model.addLessOrEqual(LinearExpr.newBuilder().addTerm(full, n), used);
    objective.addTerm(full, vacantRun).add(-vacantRun);

    List<Literal> withA = literals(uses, c -> has(c, strips.pairA[s]));
    List<Literal> withB = literals(uses, c -> has(c, strips.pairB[s]));
    if (withA.isEmpty() || withB.isEmpty()) {
      return;
    }
    BoolVar anyA = any(withA);
    BoolVar anyB = any(withB);
    BoolVar separated = model.newBoolVar("");
    model.addBoolOr(new Literal[] {anyA.not(), anyB.not(), separated});
    // A free bay or a block with neither trait separates the two groups.
    LinearExprBuilder room = LinearExpr.newBuilder().add(n);
    uses.forEach(use -> room.addTerm(takes[use.column()], -use.bays()));
    for (Literal neutral : literals(uses, c -> !has(c, strips.pairA[s] | strips.pairB[s]))) {
      room.add(neutral);
    }
    model.addLessOrEqual(separated, room);
  }

  private void addPositionalStrip(int s, int vacantRun) {
    int n = strips.length[s];
    List<List<Literal>> covers = new ArrayList<>();
    for (int bay = 0; bay < n; bay++) {
      List<Literal> cover = new ArrayList<>();
      for (Use use : usesOfStrip.get(s)) {
        if (use.at() <= bay && bay < use.at() + use.bays()) {
          cover.add(takes[use.column()]);
        }
      }
      model.addAtMostOne(cover);
      covers.add(cover);
    }
    for (int bay = 0; bay < n; bay++) {
      BoolVar runStarts = model.newBoolVar("");
      objective.addTerm(runStarts, -vacantRun);
      LinearExprBuilder starts = LinearExpr.newBuilder().add(runStarts);
      covers.get(bay).forEach(starts::add);
      if (bay == 0) {
        model.addGreaterOrEqual(starts, 1);
      } else {
        model.addGreaterOrEqual(starts, LinearExpr.sum(array(covers.get(bay - 1))));
      }
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
      List<Literal> meet = new ArrayList<>();
      for (Use use : usesOfStrip.get(s)) {
        if ((use.at() + use.bays() == edge && has(use.column(), before))
            || (use.at() == edge && has(use.column(), after))) {
          meet.add(takes[use.column()]);
        }
      }
      if (meet.size() > 1) {
        model.addAtMostOne(meet);
      }
    }
  }

  private void addCapacities() {
    Map<Integer, LinearExprBuilder> floorPower = new TreeMap<>();
    Map<Integer, LinearExprBuilder> buildingPower = new TreeMap<>();
    Map<Integer, LinearExprBuilder> buildingWater = new TreeMap<>();
    Map<Integer, LinearExprBuilder> zoneArea = new TreeMap<>();
    for (int c = 0; c < takes.length; c++) {
      int firm = firmOf[c];
      int building = columns.building(c);
      row(floorPower, strips.floor[columns.strip1[c]]).addTerm(takes[c], columns.power1[c]);
      if (columns.strip2[c] >= 0) {
        row(floorPower, strips.floor[columns.strip2[c]]).addTerm(takes[c], columns.power2[c]);
      }
      row(buildingPower, building).addTerm(takes[c], site.power[firm]);
      row(buildingWater, building).addTerm(takes[c], site.water[firm]);
      if (site.foreign[firm]) {
        row(zoneArea, site.zoneOfBuilding[building]).addTerm(takes[c], columns.area[c]);
      }
    }
    floorPower.forEach((f, used) -> model.addLessOrEqual(used, site.floorPower[f]));
    buildingPower.forEach((b, used) -> model.addLessOrEqual(used, site.buildingPower[b]));
    buildingWater.forEach((b, used) -> model.addLessOrEqual(used, site.buildingWater[b]));
    zoneArea.forEach((z, used) -> model.addLessOrEqual(used, site.zoneRoom[z]));
  }

  private static LinearExprBuilder row(Map<Integer, LinearExprBuilder> rows, int key) {
    return rows.computeIfAbsent(key, k -> LinearExpr.newBuilder());
  }

  private void addFloorPairs() {
    for (int f = 0; f < site.floors.size(); f++) {
      List<Use> uses = new ArrayList<>();
      for (int s : strips.ofFloor[f]) {
        uses.addAll(usesOfStrip.get(s));
      }
      Map<Integer, BoolVar> present = new HashMap<>();
      for (int trait = 0; trait < site.traitCount; trait++) {
        long bit = 1L << trait;
        List<Literal> holders = literals(uses, c -> has(c, bit));
        if (!holders.isEmpty()) {
          present.put(trait, any(holders));
        }
      }
      for (long[] pair : site.floorPairs) {
        BoolVar a = present.get(Long.numberOfTrailingZeros(pair[0]));
        BoolVar b = present.get(Long.numberOfTrailingZeros(pair[1]));
        if (a != null && b != null) {
          model.addAtMostOne(new Literal[] {a, b});
        }
      }
    }
  }

  private void addClusterLinks(int points) {
    for (int b = 0; b < columns.buildings(); b++) {
      for (int cluster = 0; cluster < site.clusterCount; cluster++) {
        List<Literal> members = new ArrayList<>();
        for (int firm = 0; firm < columns.firms(); firm++) {
          for (int c = columns.begin(firm, b);
              site.cluster[firm] == cluster && c < columns.end(firm, b);
              c++) {
            members.add(takes[c]);
            objective.addTerm(takes[c], points);
          }
        }
        if (!members.isEmpty()) {
          objective.addTerm(any(members), -points);
        }
      }
    }
  }

  /** A variable that is true when any of these is. */
  private BoolVar any(List<Literal> literals) {
    BoolVar any = model.newBoolVar("");
    literals.forEach(literal -> model.addImplication(literal, any));
    return any;
  }

  private boolean has(int column, long traits) {
    return (site.traits[firmOf[column]] & traits) != 0;
  }

  private List<Literal> literals(List<Use> uses, IntPredicate which) {
    List<Literal> literals = new ArrayList<>();
    for (Use use : uses) {
      if (which.test(use.column())) {
        literals.add(takes[use.column()]);
      }
    }
    return literals;
  }

  private static Literal[] array(List<Literal> literals) {
    return literals.toArray(new Literal[0]);
  }
}
