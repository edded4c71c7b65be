package vn.khuxuong.space.search.vacancy;

import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of all zones side by side, so that a set of them is one line of bits and a condition on
 * all of them one loop. Each zone begins with a word of its own. Never changes; where a zone
 * changed, the next table has most of its parts from this one.
 */
final class Table {
  private static final int AMOUNT_BYTES = 24;

  private final List<ZoneIndex> zones;
  private final Map<String, Integer> places = new HashMap<>();
  private final Layout layout;
  private final KeptParts kept;
  private final ChangeDays days = new ChangeDays();
  private final List<long[]> shapes = new ArrayList<>();
  private final int[][] shapeOf;
  private final List<FloorSpace> grades = new ArrayList<>();
  private final int[][] kindOf;
  private final KindPlaces kindPlaces;
  private final List<FacetKinds.FacetKind> facetKinds = new ArrayList<>();
  private final int[][] facetKindOf;
  private final int[] byLeastRent;
  private final int size;
  private final long[] all;
  private final Facets facets;

  /**
   * Which words belong to which zone.
   *
   * @param serials of the zones, by place
   * @param firstWord of each zone, and at the end the number of words
   */
  @SuppressWarnings("ArrayRecordComponent") // shared, never compared
  record Layout(long[] serials, int[] firstWord) {}

  /**
   * Puts the zones side by side.
   *
   * @param zones by code
   * @param industries number of lines of business
   * @param kept parts of earlier tables; shared by all that follow each other
   */
  Table(List<ZoneIndex> zones, int industries, KeptParts kept) {
    this.zones = List.copyOf(zones);
    this.kept = kept;
    int count = zones.size();
    layout = new Layout(new long[count], new int[count + 1]);
    shapeOf = new int[count][];
    Map<LongBuffer, Integer> known = new HashMap<>();
    for (int place = 0; place < count; place++) {
      ZoneIndex zone = zones.get(place);
      layout.serials()[place] = zone.serial();
      layout.firstWord()[place + 1] = layout.firstWord()[place] + Bits.words(zone.size());
      places.put(zone.zone().code(), place);
      shapeOf[place] = shapes(zone.areas(), known);
      days.add(zone.changeDays());
    }
    all = new long[words()];
    for (int place = 0; place < count; place++) {
      Bits.setRange(all, firstWord(place) << 6, (firstWord(place) << 6) + zones.get(place).size());
    }
    size = Bits.count(all);
    kindOf = kinds();
    kindPlaces = new KindPlaces(kindOf, grades.size() * shapes.size());
    facetKindOf = numberFacetKinds();
    byLeastRent =
        IntStream.range(0, count)
            .boxed()
            .sorted(Comparator.comparingDouble(place -> zone(place).leastRentUsd()))
            .mapToInt(Integer::intValue)
            .toArray();
    facets = new Facets(this, kept, industries);
  }

  private int[] shapes(AreaShapes ofZone, Map<LongBuffer, Integer> known) {
    int[] all = new int[ofZone.size()];
    for (int i = 0; i < all.length; i++) {
      long[] areas = ofZone.ofShape(i);
      all[i] = known.computeIfAbsent(LongBuffer.wrap(areas), any -> known.size());
      if (all[i] == shapes.size()) {
        shapes.add(areas);
      }
    }
    return all;
  }

  private int[][] kinds() {
    Map<Kinds.Grade, Integer> known = new HashMap<>();
    int[][] all = new int[zones.size()][];
    for (int place = 0; place < all.length; place++) {
      Kinds kinds = zones.get(place).kinds();
      int[] gradeOf = new int[kinds.examples().size()];
      for (int i = 0; i < gradeOf.length; i++) {
        FloorSpace example = kinds.examples().get(i);
        gradeOf[i] = known.computeIfAbsent(Kinds.Grade.of(example), any -> known.size());
        if (gradeOf[i] == grades.size()) {
          grades.add(example);
        }
      }
      all[place] = new int[kinds.size()];
      for (int kind = 0; kind < all[place].length; kind++) {
        int shape = shapeOf[place][kinds.shape(kind)];
        all[place][kind] = gradeOf[kinds.grade(kind)] * shapes.size() + shape;
      }
    }
    return all;
  }

  private int[][] numberFacetKinds() {
    Map<FacetKinds.FacetKind, Integer> known = new HashMap<>();
    int[][] all = new int[zones.size()][];
    for (int place = 0; place < all.length; place++) {
      List<FacetKinds.FacetKind> ofZone = zone(place).facetKinds().list();
      all[place] = new int[ofZone.size()];
      for (int i = 0; i < ofZone.size(); i++) {
        FacetKinds.FacetKind kind = ofZone.get(i);
        all[place][i] = known.computeIfAbsent(kind, any -> known.size());
        if (all[place][i] == facetKinds.size()) {
          facetKinds.add(kind);
        }
      }
    }
    return all;
  }

  /** Number of rows. */
  int size() {
    return size;
  }

  /** All zones, by code. */
  List<ZoneIndex> zones() {
    return zones;
  }

  ZoneIndex zone(int place) {
    return zones.get(place);
  }

  /** The place of the zone with a code. */
  Optional<Integer> place(String zone) {
    return Optional.ofNullable(places.get(zone));
  }

  /**
   * A building and where it stands.
   *
   * @param zone code
   */
  record Site(String zone, BuildingSpace building) {}

  /** The building with a code; empty for an unknown one. */
  Optional<Site> site(String building) {
    for (ZoneIndex zone : zones) {
      Optional<BuildingSpace> found = zone.zone().building(building);
      if (found.isPresent()) {
        return found.map(one -> new Site(zone.zone().code(), one));
      }
    }
    return Optional.empty();
  }

  /** First word of a zone; of the number after the last the number of words. */
  int firstWord(int place) {
    return layout.firstWord()[place];
  }

  /** Words of a set. */
  int words() {
    return layout.firstWord()[zones.size()];
  }

  Layout layout() {
    return layout;
  }

  /** Every row. */
  long[] all() {
    return all;
  }

  /** Sets by the subjects that are counted beside the list. */
  Facets facets() {
    return facets;
  }

  /** Areas that can be taken of some row, each kind once: whole m², ascending. */
  List<long[]> shapes() {
    return shapes;
  }

  /** A floor of each grade, see {@link Kinds}. */
  List<FloorSpace> grades() {
    return grades;
  }

  /**
   * The kinds of rows of a zone among those of all: the grade's place, times the number of shapes,
   * plus the shape's place.
   */
  int[] kindsOf(int place) {
    return kindOf[place];
  }

  /** Where the rows of each kind are. */
  KindPlaces kindPlaces() {
    return kindPlaces;
  }

  /** What rows are told apart by beside the list, each once. */
  List<FacetKinds.FacetKind> facetKinds() {
    return facetKinds;
  }

  /** Where among {@link #facetKinds} those of a zone are. */
  int[] facetKindsOf(int place) {
    return facetKindOf[place];
  }

  /** Places of zones, that with the least rent first. */
  int[] byLeastRent() {
    return byLeastRent;
  }

  /** Where among {@link #shapes} those of a zone are. */
  int[] shapesOf(int place) {
    return shapeOf[place];
  }

  /**
   * Days with the same answer to everything, as far as it hangs on days: between two claims that
   * begin or end it does not matter which day is asked for. There are fewer of them.
   */
  When equal(When when) {
    return new When(days.equal(when.free()), days.equal(when.use()));
  }

  /** What is kept about what is free. */
  private enum Of {
    ROWS,
    AMOUNTS,
    FACET_KINDS
  }

  private record Free(Of what, int from, int until) {
    static Free of(Of what, When when) {
      return new Free(what, when.free().from(), when.free().until());
    }
  }

  private record Left(Measure supply, Days use) {}

  private record Counted(Object question, When when) {}

  /**
   * What is free on all of some days; not to be changed, as the others.
   *
   * @param when equal to no others, see {@link #equal}
   */
  long[] free(When when) {
    return kept.rows(this, Free.of(Of.ROWS, when), place -> zone(place).period(when).free());
  }

  /** How much is free on all of some days, zone by zone. */
  List<Amount> amounts(When when) {
    long[] free = free(when);
    return kept.ofZones(
        this,
        Free.of(Of.AMOUNTS, when),
        place -> amount(place, free, null),
        amount -> AMOUNT_BYTES);
  }

  /** How much some rows of a zone come to, leaving out those of another set if there is one. */
  Amount amount(int place, long[] rows, long @Nullable [] without) {
    return zone(place).kinds().amount(rows, without, firstWord(place), firstWord(place + 1));
  }

  /** What is free on all of some days, by {@link #facetKinds}; not to be changed. */
  int[] freeByFacetKind(When when) {
    return kept.whole(
        this,
        Free.of(Of.FACET_KINDS, when),
        () -> new Rows(this, Spans.all(this), free(when)).byFacetKind(null),
        Integer.BYTES * facetKinds.size());
  }

  /** What a condition admits that does not depend on days. */
  long[] rows(Filter filter) {
    return kept.rows(this, filter, place -> filter.rows(zone(place), When.ANY));
  }

  /**
   * How much of a supply floors have left on every one of some days, zone by zone.
   *
   * @param use equal to no others, see {@link #equal}
   */
  List<LeftOver> left(Measure supply, Days use) {
    return kept.ofZones(
        this,
        new Left(supply, use),
        place -> new LeftOver(zone(place), supply, use),
        LeftOver::memory);
  }

  /**
   * How many rows satisfy a question over some days, counted once.
   *
   * @param question equal for equal questions, whatever days they ask for
   * @param when equal to no others, see {@link #equal}
   */
  int count(Object question, When when, IntSupplier counting) {
    return kept.whole(this, new Counted(question, when), counting::getAsInt, Integer.BYTES);
  }
}
