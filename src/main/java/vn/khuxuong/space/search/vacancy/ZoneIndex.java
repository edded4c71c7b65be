package vn.khuxuong.space.search.vacancy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The free space of one zone, ready to be searched. A row is a stretch of bays with its days; rows
 * are in the order of building, level and first bay. Never changes: a zone in which something
 * changed gets another one.
 */
final class ZoneIndex {
  /** Levels are counted up to this one, as tall as a building may be. */
  static final int MOST_LEVELS = 60;

  /** Least kN/m² of each load class, ascending. */
  static final double[] LOAD_CLASSES = {0, 5, 7.5, 10, 15, 20};

  private static final int MOST_KEPT = 64;
  private static final int MOST_PERIODS = 128;
  private static final Days ALWAYS = new Days(Integer.MIN_VALUE, Days.FOREVER);
  private static final When ANY_DAY = When.of(LocalDate.EPOCH, null);

  /** How much space some rows are. */
  record Amount(int bays, double areaM2) {}

  private final ZoneSpace zone;
  private final Geodesic.Ball ball;
  private final List<Geodesic.Point> points;
  private final List<FloorSpace> floors = new ArrayList<>();
  private final int[] buildingOf;
  private final int[] firstRow;
  private final int[] floorOf;
  private final Stretch[] stretches;
  private final double[] areasM2;
  private final int[] bayCounts;
  private final double[] sparePowerKva;
  private final double[] rentUsd;
  private final double leastRentUsd;
  private final UseProfile[] floorPower;
  private final UseProfile[] buildingPower;
  private final UseProfile[] buildingWastewater;
  private final long[] all;
  private final long[] none;
  private final long[][] levels = new long[MOST_LEVELS + 1][];
  private final long[][] loads = new long[LOAD_CLASSES.length][];
  private final long[][] hazards = new long[Hazards.ALL.size()][];
  private final long[][] industries;
  private final Map<Filter, long[]> kept = new ConcurrentHashMap<>();
  private final Map<Measure, ValueSets> values = new ConcurrentHashMap<>();
  private final Map<Measure, double[]> figures = new ConcurrentHashMap<>();
  private volatile @Nullable AreaShapes areas;
  private final Map<When, Period> periods = new ConcurrentHashMap<>();

  /**
   * Works out what is free.
   *
   * @param industries number of lines of business
   */
  ZoneIndex(ZoneSpace zone, int industries) {
    this.zone = zone;
    this.industries = new long[industries][];
    this.points =
        zone.buildings().stream()
            .map(building -> Geodesic.Point.of(building.lon(), building.lat()))
            .toList();
    this.ball = Geodesic.Ball.around(points);
    int count = zone.buildings().stream().mapToInt(building -> building.floors().size()).sum();
    buildingOf = new int[count];
    firstRow = new int[count + 1];
    floorPower = new UseProfile[count];
    sparePowerKva = new double[count];
    buildingPower = new UseProfile[zone.buildings().size()];
    buildingWastewater = new UseProfile[zone.buildings().size()];
    List<Stretch> found = new ArrayList<>();
    for (int b = 0; b < zone.buildings().size(); b++) {
      List<ClaimSpan> claims = new ArrayList<>();
      for (FloorSpace floor : zone.buildings().get(b).floors()) {
        int f = floors.size();
        floors.add(floor);
        buildingOf[f] = b;
        firstRow[f] = found.size();
        found.addAll(FreeRectangles.of(floor, zone.end()));
        floorPower[f] = UseProfile.of(floor.claims(), ClaimSpan::powerKva);
        claims.addAll(floor.claims());
      }
      buildingPower[b] = UseProfile.of(claims, ClaimSpan::powerKva);
      buildingWastewater[b] = UseProfile.of(claims, ClaimSpan::wastewaterM3Day);
    }
    firstRow[count] = found.size();
    stretches = found.toArray(Stretch[]::new);
    floorOf = new int[stretches.length];
    rentUsd = new double[stretches.length];
    for (int f = 0; f < count; f++) {
      Arrays.fill(rentUsd, firstRow[f], firstRow[f + 1], floors.get(f).rentUsdM2Month());
      sparePowerKva[f] = sparePowerOnWorstDay(f);
      Arrays.fill(floorOf, firstRow[f], firstRow[f + 1], f);
    }
    areasM2 = found.stream().mapToDouble(Stretch::areaM2).toArray();
    bayCounts = found.stream().mapToInt(Stretch::bayCount).toArray();
    leastRentUsd = Arrays.stream(rentUsd).min().orElse(Double.POSITIVE_INFINITY);
    none = Bits.none(stretches.length);
    all = Bits.where(stretches.length, row -> true);
    countFacets();
  }

  private double sparePowerOnWorstDay(int floor) {
    int building = buildingOf[floor];
    return Math.min(
        floors.get(floor).powerKva() - floorPower[floor].peak(ALWAYS),
        zone.buildings().get(building).powerKva() - buildingPower[building].peak(ALWAYS));
  }

  private void countFacets() {
    for (int row = 0; row < stretches.length; row++) {
      FloorSpace floor = floorAt(row);
      add(levels, Math.min(floor.level(), MOST_LEVELS), row);
      add(loads, loadClass(floor.loadKnM2()), row);
      for (int i = 0; i < hazards.length; i++) {
        if ((floor.hazards() & (1 << i)) != 0) {
          add(hazards, i, row);
        }
      }
      for (int i = 0; i < industries.length; i++) {
        if ((floor.industries() & (1L << i)) != 0) {
          add(industries, i, row);
        }
      }
    }
  }

  private void add(long[][] sets, int index, int row) {
    if (sets[index] == null) {
      sets[index] = Bits.none(stretches.length);
    }
    Bits.set(sets[index], row);
  }

  private static int loadClass(double loadKnM2) {
    int index = LOAD_CLASSES.length - 1;
    while (LOAD_CLASSES[index] > loadKnM2) {
      index--;
    }
    return index;
  }

  ZoneSpace zone() {
    return zone;
  }

  Geodesic.Ball ball() {
    return ball;
  }

  /** Number of rows. */
  int size() {
    return stretches.length;
  }

  /** Number of floors. */
  int floors() {
    return floors.size();
  }

  FloorSpace floor(int index) {
    return floors.get(index);
  }

  /** First row of a floor; of the number after the last floor the number of rows. */
  int firstRow(int floor) {
    return firstRow[floor];
  }

  /** The floor of the same building one level higher, -1 where there is none. */
  int floorAbove(int floor) {
    int next = floor + 1;
    return next < floors.size()
            && buildingOf[next] == buildingOf[floor]
            && floors.get(next).level() == floors.get(floor).level() + 1
        ? next
        : -1;
  }

  Stretch stretch(int row) {
    return stretches[row];
  }

  /** Area of a row's stretch. */
  double areaM2(int row) {
    return areasM2[row];
  }

  /** Bays and area of some rows together. */
  Amount amount(long[] rows) {
    int bays = 0;
    double area = 0;
    for (int i = 0; i < rows.length; i++) {
      for (long word = rows[i]; word != 0; word &= word - 1) {
        int row = (i << 6) + Long.numberOfTrailingZeros(word);
        bays += bayCounts[row];
        area += areasM2[row];
      }
    }
    return new Amount(bays, area);
  }

  /** USD per m² and month of a row's floor. */
  double rentUsd(int row) {
    return rentUsd[row];
  }

  /** Least rent of any row. */
  double leastRentUsd() {
    return leastRentUsd;
  }

  /** kVA that a row's floor and building have left even on the worst of all days. */
  double sparePowerKva(int row) {
    return sparePowerKva[floorOf[row]];
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
    return floors.get(floorOf[row]);
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

  UseProfile floorPower(int floor) {
    return floorPower[floor];
  }

  UseProfile buildingPower(int row) {
    return buildingPower[buildingIndex(row)];
  }

  UseProfile buildingWastewater(int row) {
    return buildingWastewater[buildingIndex(row)];
  }

  /** Every row. */
  long[] all() {
    return all;
  }

  /** No row. */
  long[] none() {
    return none;
  }

  /** Rows on a level; null where the zone has none. */
  long @Nullable [] level(int level) {
    return levels[level];
  }

  /** Rows of a load class, likewise. */
  long @Nullable [] load(int index) {
    return loads[index];
  }

  /** Rows that permit a hazard class, likewise. */
  long @Nullable [] hazard(int index) {
    return hazards[index];
  }

  /** Rows that admit a line of business, likewise. */
  long @Nullable [] industry(int index) {
    return index < industries.length ? industries[index] : null;
  }

  /** All neighbouring bays of a row's stretch, by first bay and length. */
  List<AreaBetween.Part> parts(int row) {
    Stretch stretch = stretches[row];
    List<FloorSpace.Bay> bays = floorAt(row).bays();
    int first = 0;
    while (bays.get(first).no() < stretch.firstBay()) {
      first++;
    }
    List<AreaBetween.Part> parts = new ArrayList<>();
    for (int i = first; i < first + stretch.bayCount(); i++) {
      double area = 0;
      for (int j = i; j < first + stretch.bayCount(); j++) {
        area += bays.get(j).areaM2();
        double rounded = Math.round(area * 100) / 100.0;
        parts.add(new AreaBetween.Part(bays.get(i).no(), j - i + 1, rounded));
      }
    }
    return parts;
  }

  /** The zone over some days. */
  Period period(When when) {
    Period known = periods.get(when);
    if (known == null) {
      if (periods.size() >= MOST_PERIODS) {
        periods.clear();
      }
      known = new Period(this, when);
      periods.put(when, known);
    }
    return known;
  }

  /** The rows that a condition admits which does not depend on days. */
  long[] rows(Filter filter, Period period) {
    return switch (filter.reach(this)) {
      case ALL -> all;
      case NONE -> none;
      case SOME -> filter.rows(this, period);
    };
  }

  /** The rows of the floors that a condition admits, worked out once. */
  long[] kept(Filter filter, Period period) {
    return kept(
        filter,
        () -> {
          long[] rows = Bits.none(size());
          for (int floor = 0; floor < floors.size(); floor++) {
            int first = firstRow[floor];
            if (first < firstRow[floor + 1] && filter.admits(this, period, first)) {
              Bits.setRange(rows, first, firstRow[floor + 1]);
            }
          }
          return rows;
        });
  }

  /** Rows that are worked out once for a condition. */
  long[] kept(Filter filter, Supplier<long[]> rows) {
    long[] known = kept.get(filter);
    if (known == null) {
      known = rows.get();
      if (kept.size() >= MOST_KEPT) {
        kept.clear();
      }
      kept.put(filter, known);
    }
    return known;
  }

  /** Rows by a figure that does not depend on days. */
  ValueSets values(Measure measure) {
    return values.computeIfAbsent(
        measure, any -> ValueSets.of(size(), row -> any.of(this, period(ANY_DAY), row)));
  }

  /** A figure that does not depend on days, floor by floor: 0 for a floor without rows. */
  double[] figures(Measure measure) {
    return figures.computeIfAbsent(
        measure,
        any -> {
          double[] ofFloors = new double[floors.size()];
          for (int floor = 0; floor < ofFloors.length; floor++) {
            int row = firstRow[floor];
            ofFloors[floor] = row < firstRow[floor + 1] ? any.of(this, period(ANY_DAY), row) : 0;
          }
          return ofFloors;
        });
  }

  /** Rows by the areas that can be taken of them. */
  AreaShapes areas() {
    AreaShapes known = areas;
    if (known == null) {
      known = new AreaShapes(this);
      areas = known;
    }
    return known;
  }
}
