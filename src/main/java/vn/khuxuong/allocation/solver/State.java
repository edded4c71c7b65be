package vn.khuxuong.allocation.solver;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A feasible answer while it is being built: at most one column for each firm, with every capacity
 * kept up to date, so that placing, removing and judging one column cost a few operations.
 *
 * <p>{@link #part} gives a view for one thread: views share everything that belongs to one building
 * and keep their own room under the zones' caps, so threads that own different buildings and
 * different firms do not meet.
 */
final class State {
  /** What {@link #gain} answers for a column that does not fit. */
  static final long DOES_NOT_FIT = Long.MIN_VALUE;

  private static final int BLOCKED = 9;

  final Columns columns;

  /** Column of each firm, -1 while it waits. */
  final int[] chosen;

  /** Free bays of each strip. */
  final int[] free;

  /** kVA left on each floor. */
  final int[] floorPower;

  /** kVA left in each building. */
  final int[] buildingPower;

  /** m³ of wastewater per day left in each building. */
  final int[] buildingWater;

  /** Firms placed in each building, in no order; the first {@link #residentCount} count. */
  final int[][] residents;

  final int[] residentCount;

  /** m² that each zone's cap leaves to non-domestic firms. */
  final long[] zoneRoom;

  /** Points of this answer; of a {@link #part}, points won since it was made. */
  long objective;

  private final Site site;
  private final Strips strips;
  private final int[] withA;
  private final int[] withB;
  private final int[] neutral;
  private final int[] occupant;
  private final int[] traitOnFloor;
  private final int[] inCluster;
  private final int[] residentAt;
  private final long vacantRun;
  private final long clusterLink;

  State(Columns columns) {
    this.columns = columns;
    site = columns.site;
    strips = columns.strips;
    vacantRun = site.instance.weights().vacantRun();
    clusterLink = site.instance.weights().cluster();
    chosen = new int[columns.firms()];
    Arrays.fill(chosen, -1);
    free = strips.length.clone();
    withA = new int[strips.count];
    withB = new int[strips.count];
    neutral = new int[strips.count];
    occupant = new int[strips.bayCount()];
    Arrays.fill(occupant, -1);
    floorPower = site.floorPower.clone();
    buildingPower = site.buildingPower.clone();
    buildingWater = site.buildingWater.clone();
    zoneRoom = site.zoneRoom.clone();
    traitOnFloor = new int[site.floors.size() * site.traitCount];
    inCluster = new int[site.buildingCount() * site.clusterCount];
    residentAt = new int[columns.firms()];
    residentCount = new int[site.buildingCount()];
    residents = new int[site.buildingCount()][];
    for (int b = 0; b < residents.length; b++) {
      int bays = 0;
      for (int f : site.floorsOfBuilding[b]) {
        bays += site.floors.get(f).bays().size();
      }
      residents[b] = new int[bays];
    }
    objective = -vacantRun * strips.count;
  }

  private State(State whole, long[] zoneRoom) {
    columns = whole.columns;
    site = whole.site;
    strips = whole.strips;
    vacantRun = whole.vacantRun;
    clusterLink = whole.clusterLink;
    chosen = whole.chosen;
    free = whole.free;
    withA = whole.withA;
    withB = whole.withB;
    neutral = whole.neutral;
    occupant = whole.occupant;
    floorPower = whole.floorPower;
    buildingPower = whole.buildingPower;
    buildingWater = whole.buildingWater;
    traitOnFloor = whole.traitOnFloor;
    inCluster = whole.inCluster;
    residentAt = whole.residentAt;
    residentCount = whole.residentCount;
    residents = whole.residents;
    this.zoneRoom = zoneRoom;
  }

  /** A view with its own room under the zones' caps. */
  State part(long[] room) {
    return new State(this, room);
  }

  /** An answer with the given column for each firm (-1 for none), which must fit together. */
  static State of(Columns columns, int[] chosen) {
    State state = new State(columns);
    for (int firm = 0; firm < chosen.length; firm++) {
      if (chosen[firm] >= 0) {
        if (state.gain(firm, chosen[firm]) == DOES_NOT_FIT) {
          throw new IllegalStateException("columns do not fit together at firm " + firm);
        }
        state.place(firm, chosen[firm]);
      }
    }
    return state;
  }

  /** Whether a building can still feed and drain a firm. */
  boolean serves(int building, int firm) {
    return buildingPower[building] >= site.power[firm]
        && buildingWater[building] >= site.water[firm];
  }

  /**
   * Whether bays, floor and building would have room for a firm on a column if another that is
   * placed left, or if it left itself where {@code other} is the same; other rules aside.
   */
  boolean roomWithout(int firm, int column, int other) {
    int left = chosen[other];
    int s1 = columns.strip1[column];
    int building = strips.building[s1];
    boolean leaves = columns.building(left) == building;
    if (!leaves) {
      return roomOn(s1, columns.bays1[column], columns.power1[column], -1)
          && (columns.strip2[column] < 0
              || roomOn(columns.strip2[column], columns.bays2[column], columns.power2[column], -1))
          && serves(building, firm);
    }
    return roomOn(s1, columns.bays1[column], columns.power1[column], left)
        && (columns.strip2[column] < 0
            || roomOn(columns.strip2[column], columns.bays2[column], columns.power2[column], left))
        && buildingPower[building] + site.power[other] >= site.power[firm]
        && buildingWater[building] + site.water[other] >= site.water[firm];
  }

  /**
   * @param left column that is given up, -1 for none
   */
  private boolean roomOn(int s, int bays, int power, int left) {
    int roomBays = free[s];
    int roomPower = floorPower[strips.floor[s]];
    if (left >= 0) {
      int s1 = columns.strip1[left];
      int s2 = columns.strip2[left];
      roomBays += s1 == s ? columns.bays1[left] : s2 == s ? columns.bays2[left] : 0;
      roomPower += strips.floor[s1] == strips.floor[s] ? columns.power1[left] : 0;
      roomPower += s2 >= 0 && strips.floor[s2] == strips.floor[s] ? columns.power2[left] : 0;
    }
    return roomBays >= bays && roomPower >= power;
  }

  /** Points won by placing a waiting firm on a column now, or {@link #DOES_NOT_FIT}. */
  long gain(int firm, int column) {
    int s1 = columns.strip1[column];
    if (free[s1] < columns.bays1[column]) {
      return DOES_NOT_FIT;
    }
    int f1 = strips.floor[s1];
    int building = strips.building[s1];
    if (floorPower[f1] < columns.power1[column]
        || !serves(building, firm)
        || (site.foreign[firm] && zoneRoom[site.zoneOfBuilding[building]] < columns.area[column])
        || barred(firm, f1)) {
      return DOES_NOT_FIT;
    }
    int runs = runsAdded(firm, s1, columns.at1[column], columns.bays1[column]);
    if (runs == BLOCKED) {
      return DOES_NOT_FIT;
    }
    int s2 = columns.strip2[column];
    if (s2 >= 0) {
      int f2 = strips.floor[s2];
      if (floorPower[f2] < columns.power2[column] || barred(firm, f2)) {
        return DOES_NOT_FIT;
      }
      int more = runsAdded(firm, s2, columns.at2[column], columns.bays2[column]);
      if (more == BLOCKED) {
        return DOES_NOT_FIT;
      }
      runs += more;
    }
    return columns.value[column] - vacantRun * runs + link(firm, building);
  }

  /**
   * What keeps a waiting firm off a column now, the last of {@link #gain}'s tests to fail; or null.
   */
  @Nullable Capacity obstacle(int firm, int column) {
    int s1 = columns.strip1[column];
    int s2 = columns.strip2[column];
    int building = strips.building[s1];
    if (!vacant(s1, columns.at1[column], columns.bays1[column])
        || (s2 >= 0 && !vacant(s2, columns.at2[column], columns.bays2[column]))) {
      return Capacity.AREA;
    }
    if (floorPower[strips.floor[s1]] < columns.power1[column]
        || (s2 >= 0 && floorPower[strips.floor[s2]] < columns.power2[column])) {
      return Capacity.FLOOR_POWER;
    }
    if (buildingPower[building] < site.power[firm]) {
      return Capacity.BUILDING_POWER;
    }
    if (buildingWater[building] < site.water[firm]) {
      return Capacity.WASTEWATER;
    }
    if (site.foreign[firm] && zoneRoom[site.zoneOfBuilding[building]] < columns.area[column]) {
      return Capacity.FOREIGN_CAP;
    }
    long gain = gain(firm, column);
    return gain == DOES_NOT_FIT ? Capacity.NEIGHBOUR : gain <= 0 ? Capacity.NO_GAIN : null;
  }

  /** m² of the largest run of free bays that a strip still has. */
  long largestFreeRun(int s) {
    if (!strips.positional[s]) {
      return free[s] == 0 ? 0 : strips.area(s, 0, free[s]);
    }
    long largest = 0;
    long run = 0;
    for (int at = 0; at < strips.length[s]; at++) {
      run = occupant[strips.firstBay[s] + at] < 0 ? run + strips.area(s, at, 1) : 0;
      largest = Math.max(largest, run);
    }
    return largest;
  }

  private boolean vacant(int s, int at, int bays) {
    if (!strips.positional[s]) {
      return free[s] >= bays;
    }
    int from = strips.firstBay[s] + at;
    return Arrays.stream(occupant, from, from + bays).allMatch(firm -> firm < 0);
  }

  private long link(int firm, int building) {
    int cluster = site.cluster[firm];
    return cluster >= 0 && inCluster[building * site.clusterCount + cluster] > 0 ? clusterLink : 0;
  }

  private boolean barred(int firm, int floor) {
    long bars = site.bars[firm];
    while (bars != 0) {
      if (traitOnFloor[floor * site.traitCount + Long.numberOfTrailingZeros(bars)] > 0) {
        return true;
      }
      bars &= bars - 1;
    }
    return false;
  }

  /** Vacant runs that a block adds to its strip (-1, 0 or 1), or BLOCKED. */
  private int runsAdded(int firm, int s, int at, int bays) {
    if (free[s] < bays) {
      return BLOCKED;
    }
    if (!strips.positional[s]) {
      return free[s] > bays ? 0 : separates(firm, s) ? -1 : BLOCKED;
    }
    int from = strips.firstBay[s] + at;
    for (int bay = from; bay < from + bays; bay++) {
      if (occupant[bay] >= 0) {
        return BLOCKED;
      }
    }
    int runs = -1;
    if (at > 0) {
      int before = occupant[from - 1];
      if (before < 0) {
        runs++;
      } else if ((site.repels[firm] & site.traits[before]) != 0) {
        return BLOCKED;
      }
    }
    if (at + bays < strips.length[s]) {
      int after = occupant[from + bays];
      if (after < 0) {
        runs++;
      } else if ((site.repels[firm] & site.traits[after]) != 0) {
        return BLOCKED;
      }
    }
    return runs;
  }

  /** Whether the blocks of a strip of counts can be laid out once this firm fills it. */
  private boolean separates(int firm, int s) {
    boolean isA = (site.traits[firm] & strips.pairA[s]) != 0;
    boolean isB = (site.traits[firm] & strips.pairB[s]) != 0;
    return neutral[s] > 0 || (!isA && !isB) || !(isA ? withB[s] > 0 : withA[s] > 0);
  }

  /** Places a waiting firm on a column that fits. */
  void place(int firm, int column) {
    objective += gain(firm, column);
    chosen[firm] = column;
    book(firm, column, 1);
    int building = columns.building(column);
    residentAt[firm] = residentCount[building];
    residents[building][residentCount[building]++] = firm;
  }

  /** Takes a placed firm out; always possible. */
  void remove(int firm) {
    int column = chosen[firm];
    book(firm, column, -1);
    int building = columns.building(column);
    int last = residents[building][--residentCount[building]];
    residents[building][residentAt[firm]] = last;
    residentAt[last] = residentAt[firm];
    chosen[firm] = -1;
    objective -= gain(firm, column);
  }

  private void book(int firm, int column, int sign) {
    int s1 = columns.strip1[column];
    int building = strips.building[s1];
    buildingPower[building] -= sign * site.power[firm];
    buildingWater[building] -= sign * site.water[firm];
    if (site.foreign[firm]) {
      zoneRoom[site.zoneOfBuilding[building]] -= (long) sign * columns.area[column];
    }
    if (site.cluster[firm] >= 0) {
      inCluster[building * site.clusterCount + site.cluster[firm]] += sign;
    }
    book(firm, s1, columns.at1[column], columns.bays1[column], columns.power1[column], sign);
    int s2 = columns.strip2[column];
    if (s2 >= 0) {
      book(firm, s2, columns.at2[column], columns.bays2[column], columns.power2[column], sign);
    }
  }

  private void book(int firm, int s, int at, int bays, int power, int sign) {
    int floor = strips.floor[s];
    free[s] -= sign * bays;
    floorPower[floor] -= sign * power;
    long traits = site.traits[firm];
    for (long rest = traits; rest != 0; rest &= rest - 1) {
      traitOnFloor[floor * site.traitCount + Long.numberOfTrailingZeros(rest)] += sign;
    }
    if (strips.positional[s]) {
      int from = strips.firstBay[s] + at;
      Arrays.fill(occupant, from, from + bays, sign > 0 ? firm : -1);
    } else if ((traits & strips.pairA[s]) != 0) {
      withA[s] += sign;
    } else if ((traits & strips.pairB[s]) != 0) {
      withB[s] += sign;
    } else {
      neutral[s] += sign;
    }
  }
}
