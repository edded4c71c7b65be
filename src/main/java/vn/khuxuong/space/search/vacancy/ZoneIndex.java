package vn.khuxuong.space.search.vacancy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The free space of one zone, ready to be searched. A row is a stretch of bays with its days; rows
 * are in the order of building, level and first bay, and what is known of them stands in columns.
 * Never changes: a zone in which something changed gets another one.
 */
final class ZoneIndex {
  /** Levels are counted up to this one, as tall as a building may be. */
  static final int MOST_LEVELS = 60;

  private static final AtomicLong MADE = new AtomicLong();

  /** Of all zones ever made this one alone has it. */
  private final long serial = MADE.incrementAndGet();

  private final ZoneSpace zone;
  private final Geodesic.Ball ball;
  private final List<Geodesic.Point> points;
  private final FloorSpace[] floors;
  private final int[] buildingOf;
  private final int[] firstFloor;
  private final int[] firstRow;
  private final int[] floorOf;
  private final Stretches stretches;
  private final double[] rentUsd;
  private final double leastRentUsd;
  private final int[] floorsByRent;
  private final Supplies supplies;
  private final Kinds kinds;
  private final FacetKinds facetKinds;
  private final AreaShapes areas;
  private final ChangeDays changeDays = new ChangeDays();
  private final Facets.Offer offer;

  /** Works out what is free. */
  ZoneIndex(ZoneSpace zone) {
    this.zone = zone;
    this.points =
        zone.buildings().stream()
            .map(building -> Geodesic.Point.of(building.lon(), building.lat()))
            .toList();
    this.ball = Geodesic.Ball.around(points);
    int buildings = zone.buildings().size();
    floors =
        zone.buildings().stream()
            .flatMap(building -> building.floors().stream())
            .toArray(FloorSpace[]::new);
    buildingOf = new int[floors.length];
    firstFloor = new int[buildings + 1];
    firstRow = new int[floors.length + 1];
    List<Stretch> found = new ArrayList<>();
    int f = 0;
    for (int b = 0; b < buildings; b++) {
      firstFloor[b] = f;
      for (FloorSpace floor : zone.buildings().get(b).floors()) {
        buildingOf[f] = b;
        firstRow[f] = found.size();
        found.addAll(FreeRectangles.of(floor, zone.end()));
        f++;
      }
    }
    firstFloor[buildings] = f;
    firstRow[f] = found.size();
    stretches = new Stretches(found, firstRow);
    floorOf = new int[found.size()];
    rentUsd = new double[floors.length];
    for (int floor = 0; floor < floors.length; floor++) {
      rentUsd[floor] = floors[floor].rentUsdM2Month();
      Arrays.fill(floorOf, firstRow[floor], firstRow[floor + 1], floor);
    }
    supplies = new Supplies(zone.buildings(), floors, buildingOf);
    leastRentUsd = leastRent();
    offer = offered();
    areas = new AreaShapes(this);
    kinds = new Kinds(this);
    facetKinds = new FacetKinds(this);
    floorsByRent = floorsByRent();
  }

  private Facets.Offer offered() {
    Facets.Offer all = Facets.Offer.NOTHING;
    for (int floor = 0; floor < floors.length; floor++) {
      floors[floor].claims().forEach(claim -> changeDays.add(claim.from(), claim.until()));
      for (int row = firstRow[floor]; row < firstRow[floor + 1]; row++) {
        Days free = free(row);
        changeDays.add(free.from(), free.until());
      }
      all = firstRow[floor] < firstRow[floor + 1] ? all.and(Facets.Offer.of(floors[floor])) : all;
    }
    return all;
  }

  private int[] floorsByRent() {
    return Arrays.stream(floorsWithRows())
        .boxed()
        .sorted(Comparator.comparingDouble(floor -> rentUsd[floor])) // stable: then by place
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private double leastRent() {
    double least = Double.POSITIVE_INFINITY;
    for (int floor = 0; floor < floors.length; floor++) {
      if (firstRow[floor] < firstRow[floor + 1]) {
        least = Math.min(least, rentUsd[floor]);
      }
    }
    return least;
  }

  /** Days on which a claim or a stretch begins or ends. */
  ChangeDays changeDays() {
    return changeDays;
  }

  /** The kinds of rows there are. */
  Facets.Offer offer() {
    return offer;
  }

  long serial() {
    return serial;
  }

  ZoneSpace zone() {
    return zone;
  }

  Geodesic.Ball ball() {
    return ball;
  }

  /** Number of rows. */
  int size() {
    return stretches.size();
  }

  /** Number of floors. */
  int floors() {
    return floors.length;
  }

  FloorSpace floor(int index) {
    return floors[index];
  }

  /** First row of a floor; of the number after the last floor the number of rows. */
  int firstRow(int floor) {
    return firstRow[floor];
  }

  /** The floor of the same building one level higher, -1 where there is none. */
  int floorAbove(int floor) {
    int next = floor + 1;
    return next < floors.length
            && buildingOf[next] == buildingOf[floor]
            && floors[next].level() == floors[floor].level() + 1
        ? next
        : -1;
  }

  Stretch stretch(int row) {
    return stretches.get(row);
  }

  int firstBay(int row) {
    return stretches.firstBay(row);
  }

  int bayCount(int row) {
    return stretches.bayCount(row);
  }

  /** Area of a row's stretch. */
  double areaM2(int row) {
    return stretches.areaM2(row);
  }

  /** Days on which a row's stretch is free. */
  Days free(int row) {
    return stretches.free(row);
  }

  /** The stretches that are free on all of some days, see {@link Stretches#free(Days)}. */
  long[] free(Days days) {
    return stretches.free(days);
  }

  /** USD per m² and month of a row's floor. */
  double rentUsd(int row) {
    return rentUsd[floorOf[row]];
  }

  /** USD per m² and month of a floor. */
  double rentUsdOf(int floor) {
    return rentUsd[floor];
  }

  /** Floors that have rows, by place. */
  int[] floorsWithRows() {
    return IntStream.range(0, floors.length)
        .filter(floor -> firstRow[floor] < firstRow[floor + 1])
        .toArray();
  }

  /** Floors that have rows, the cheapest first, then by place; not to be changed. */
  int[] byRent() {
    return floorsByRent;
  }

  /** Least rent of any row. */
  double leastRentUsd() {
    return leastRentUsd;
  }

  /** Whether a rent cut by law is in force for the zone on a day. */
  boolean hasIncentive(int day) {
    Days incentive = zone.incentive();
    return incentive != null && incentive.from() <= day && day < incentive.until();
  }

  int floorOf(int row) {
    return floorOf[row];
  }

  FloorSpace floorAt(int row) {
    return floors[floorOf[row]];
  }

  int buildingIndex(int row) {
    return buildingOf[floorOf[row]];
  }

  BuildingSpace building(int row) {
    return zone.buildings().get(buildingIndex(row));
  }

  /** Where the building of a row is in space. */
  Geodesic.Point point(int row) {
    return points.get(buildingIndex(row));
  }

  /** What floors have left of power and wastewater. */
  Supplies supplies() {
    return supplies;
  }

  /** All neighbouring bays of a row's stretch, by first bay and length. */
  List<AreaBetween.Part> parts(int row) {
    return AreaBetween.Part.all(floorAt(row).bays(), firstBay(row), bayCount(row));
  }

  /** The zone over some days. */
  Period period(When when) {
    return new Period(this, when);
  }

  /**
   * The rows of the buildings that satisfy a condition, told by a row of each.
   *
   * @param holds asked about the first row of every building that has one
   */
  long[] ofBuildings(IntPredicate holds) {
    long[] rows = Bits.none(size());
    for (int building = 0; building + 1 < firstFloor.length; building++) {
      int first = firstRow[firstFloor[building]];
      int end = firstRow[firstFloor[building + 1]];
      if (first < end && holds.test(first)) {
        Bits.setRange(rows, first, end);
      }
    }
    return rows;
  }

  /** The rows of the floors that satisfy a condition, likewise. */
  long[] ofFloors(IntPredicate holds) {
    long[] rows = Bits.none(size());
    for (int floor = 0; floor < floors.length; floor++) {
      int first = firstRow[floor];
      if (first < firstRow[floor + 1] && holds.test(first)) {
        Bits.setRange(rows, first, firstRow[floor + 1]);
      }
    }
    return rows;
  }

  /** The rows by how well they can meet needs. */
  Kinds kinds() {
    return kinds;
  }

  /** The rows by what is counted beside the list. */
  FacetKinds facetKinds() {
    return facetKinds;
  }

  /** The areas that can be taken of the rows. */
  AreaShapes areas() {
    return areas;
  }
}
