package vn.khuxuong.space.search.vacancy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.space.HazardClass;
import vn.khuxuong.space.search.vacancy.Filter.Subject;

/**
 * Counts beside the list. Each leaves out the conditions on its own subject, so it says what a
 * person would get who chose otherwise there.
 */
final class Tally {
  private static final int[] AHEAD_MONTHS = {0, 3, 6, 12};
  private static final int MOST_ZONES = 50;

  /** Up to so many it is quicker to look at each row than to compare words of dozens of sets. */
  private static final int ROWS_A_WORD = 8;

  /** Results in one zone, at a place of the table. */
  private final class InZone {
    private final int place;
    private final int count;
    private final long[] words;
    private @Nullable Amount amount;

    InZone(int place, int count, long[] words) {
      this.place = place;
      this.count = count;
      this.words = words;
    }

    int count() {
      return count;
    }

    /** How much they are: added up, or what is free less what is not among them. */
    Amount amount() {
      if (amount == null) {
        amount = ofFree.isEmpty() ? table.amount(place, words, null) : less(ofFree.get(place));
      }
      return amount;
    }

    private Amount less(Amount all) {
      int others = free.count(place) - count;
      if (others == 0) {
        return all;
      }
      return others < count
          ? all.minus(table.amount(place, free.words(), words))
          : table.amount(place, words, null);
    }
  }

  /** All results. */
  record Total(int count, int bays, double areaM2, int zones) {}

  private final Table table;

  private final When when;

  /** What is free over the days asked for. */
  private final Rows free;

  /** How much that is in each zone; empty where only some zones are looked at. */
  private final List<Amount> ofFree;

  /** Of what was found; worked out when needed. */
  private int @Nullable [] byFacetKind;

  private final Total total;
  private final List<VacancyJson.Zone> zones;
  private final int moreZones;
  private final List<VacancyJson.InBuilding> buildings = new ArrayList<>();
  private final int[] levels;
  private final int[] loads;
  private final int[] hazards;
  private final int[] industries;
  private final LocalDate[] days = new LocalDate[AHEAD_MONTHS.length];
  private final int[] ahead = new int[AHEAD_MONTHS.length];

  /**
   * Counts.
   *
   * @param found rows that satisfy everything
   */
  Tally(Question question, Matches matches, Rows found) {
    table = found.table();
    boolean inZones = question.restricts(Subject.ZONE);
    Rows anywhere = inZones ? matches.without(Subject.ZONE) : found;
    when = table.equal(question.when());
    free = new Rows(table, Spans.all(table), table.free(when));
    ofFree = anywhere.spans().isAll() ? table.amounts(when) : List.of();
    List<InZone> there = counts(anywhere);
    total = total(inZones ? counts(found) : there);
    there.sort(Comparator.comparingInt(InZone::count).reversed());
    zones = there.stream().limit(MOST_ZONES).map(this::zone).toList();
    moreZones = there.size() - zones.size();
    if (inZones) {
      found.zones(
          (place, from, until) -> InBuildings.add(buildings, table.zone(place), found.of(place)));
    }
    levels = count(question, Subject.LEVEL, matches, found);
    loads = count(question, Subject.LOAD, matches, found);
    hazards = count(question, Subject.HAZARD, matches, found);
    industries = count(question, Subject.INDUSTRY, matches, found);
    for (int i = 0; i < days.length; i++) {
      days[i] = question.today().plusMonths(AHEAD_MONTHS[i]);
      When then = When.of(days[i], question.months());
      ahead[i] = then.equals(question.when()) ? total.count() : matches.countOver(then);
    }
  }

  private List<InZone> counts(Rows rows) {
    List<InZone> zones = new ArrayList<>();
    rows.spans()
        .zones(
            (place, from, until) -> {
              int count = Bits.count(rows.words(), from, until);
              if (count > 0) {
                zones.add(new InZone(place, count, rows.words()));
              }
            });
    return zones;
  }

  private static Total total(List<InZone> zones) {
    int count = 0;
    int bays = 0;
    double areaM2 = 0;
    for (InZone in : zones) {
      Amount amount = in.amount();
      count += in.count;
      bays += amount.bays();
      areaM2 += amount.areaM2();
    }
    return new Total(count, bays, areaM2, zones.size());
  }

  private VacancyJson.Zone zone(InZone in) {
    ZoneSpace zone = table.zone(in.place).zone();
    Amount amount = in.amount();
    return new VacancyJson.Zone(
        zone.code(),
        zone.shortName(),
        zone.nameEn(),
        in.count,
        amount.bays(),
        Math.round(amount.areaM2() * 100) / 100.0,
        List.of(VacancyJson.round(zone.lon()), VacancyJson.round(zone.lat())));
  }

  private int[] count(Question question, Subject subject, Matches matches, Rows found) {
    if (question.restricts(subject)) {
      Rows rows = matches.without(subject);
      return counts(subject, rows, byFacetKind(rows));
    }
    if (byFacetKind == null) {
      byFacetKind = byFacetKind(found);
    }
    return counts(subject, found, byFacetKind);
  }

  private int[] counts(Subject subject, Rows rows, int @Nullable [] byKind) {
    return byKind == null
        ? table.facets().count(subject, rows)
        : table.facets().count(subject, table.facetKinds(), byKind);
  }

  /** How many rows there are of each kind; null where it is quicker to compare whole sets. */
  private int @Nullable [] byFacetKind(Rows rows) {
    int most = ROWS_A_WORD * rows.spans().size();
    int others = rows.spans().isAll() ? free.count() - rows.count() : Integer.MAX_VALUE;
    if (others < rows.count() && others < most) {
      int[] counts = table.freeByFacetKind(when).clone();
      int[] missing = others == 0 ? new int[counts.length] : free.byFacetKind(rows.words());
      for (int i = 0; i < counts.length; i++) {
        counts[i] -= missing[i];
      }
      return counts;
    }
    return rows.count() < most ? rows.byFacetKind(null) : null;
  }

  /** All results together. */
  Total total() {
    return total;
  }

  /** The counts in the words of the answer. */
  VacancyJson.Facets json(Industries lines) {
    List<VacancyJson.Count> byLevel = new ArrayList<>();
    for (int level = 1; level < levels.length; level++) {
      if (levels[level] > 0) {
        byLevel.add(new VacancyJson.Count(String.valueOf(level), levels[level]));
      }
    }
    List<VacancyJson.LoadClass> byLoad = new ArrayList<>();
    double[] classes = Facets.LOAD_CLASSES;
    for (int i = 0; i < loads.length; i++) {
      if (loads[i] > 0) {
        byLoad.add(
            new VacancyJson.LoadClass(
                classes[i], i + 1 < loads.length ? classes[i + 1] : null, loads[i]));
      }
    }
    List<VacancyJson.Count> byHazard = new ArrayList<>();
    for (HazardClass hazard : Hazards.ALL) {
      if (hazards[Hazards.place(hazard)] > 0) {
        byHazard.add(new VacancyJson.Count(hazard.name(), hazards[Hazards.place(hazard)]));
      }
    }
    List<VacancyJson.Sector> byIndustry = new ArrayList<>();
    for (int i = 0; i < lines.lines().size(); i++) {
      Industries.Line line = lines.lines().get(i);
      if (industries[i] > 0) {
        byIndustry.add(new VacancyJson.Sector(line.code(), line.vi(), line.en(), industries[i]));
      }
    }
    List<VacancyJson.FromDay> byDay = new ArrayList<>();
    for (int i = 0; i < ahead.length; i++) {
      byDay.add(new VacancyJson.FromDay(days[i], ahead[i]));
    }
    return new VacancyJson.Facets(
        zones, moreZones, buildings, byLevel, byLoad, byHazard, byIndustry, byDay);
  }
}
