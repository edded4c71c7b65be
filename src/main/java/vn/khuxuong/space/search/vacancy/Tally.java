package vn.khuxuong.space.search.vacancy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private record InZone(int place, int count) {}

  /** All results. */
  record Total(int count, int bays, double areaM2, int zones) {}

  private final Table table;

  /** How much there is in each zone where nothing is asked for but days; else empty. */
  private final List<Amount> free;

  /** How much there is in zones, by place, as far as it is added up. */
  private final Map<Integer, Amount> amounts = new HashMap<>();

  /** Of what was found; worked out when needed. */
  private int @Nullable [] byProfile;

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
    free = matches.isAnyFree() ? table.amounts(table.equal(question.when())) : List.of();
    List<InZone> there = counts(anywhere);
    total = total(found, inZones ? counts(found) : there);
    if (inZones) {
      amounts.clear(); // these were of what was found, not of what is anywhere
    }
    there.sort(Comparator.comparingInt(InZone::count).reversed());
    zones = there.stream().limit(MOST_ZONES).map(in -> zone(in, anywhere)).toList();
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
      When when = When.of(days[i], question.months());
      ahead[i] = when.equals(question.when()) ? total.count() : matches.countOver(when);
    }
  }

  private static List<InZone> counts(Rows rows) {
    List<InZone> zones = new ArrayList<>();
    rows.spans()
        .zones(
            (place, from, until) -> {
              int count = Bits.count(rows.words(), from, until);
              if (count > 0) {
                zones.add(new InZone(place, count));
              }
            });
    return zones;
  }

  private Total total(Rows found, List<InZone> zones) {
    int count = 0;
    int bays = 0;
    double areaM2 = 0;
    for (InZone in : zones) {
      Amount amount = amount(in, found);
      count += in.count();
      bays += amount.bays();
      areaM2 += amount.areaM2();
    }
    return new Total(count, bays, areaM2, zones.size());
  }

  private Amount amount(InZone in, Rows rows) {
    return free.isEmpty()
        ? amounts.computeIfAbsent(in.place(), place -> added(place, rows))
        : free.get(in.place());
  }

  private Amount added(int place, Rows rows) {
    int from = table.firstWord(place);
    return table.zone(place).kinds().amount(rows.words(), from, table.firstWord(place + 1));
  }

  private VacancyJson.Zone zone(InZone in, Rows rows) {
    ZoneSpace zone = table.zone(in.place()).zone();
    Amount amount = amount(in, rows);
    return new VacancyJson.Zone(
        zone.code(),
        zone.shortName(),
        zone.nameEn(),
        in.count(),
        amount.bays(),
        Math.round(amount.areaM2() * 100) / 100.0,
        List.of(VacancyJson.round(zone.lon()), VacancyJson.round(zone.lat())));
  }

  private int[] count(Question question, Subject subject, Matches matches, Rows found) {
    if (question.restricts(subject)) {
      Rows rows = matches.without(subject);
      return isFew(rows)
          ? table.facets().count(subject, table.profiles(), rows.byProfile())
          : table.facets().count(subject, rows);
    }
    int[] profiles = byProfile;
    if (profiles == null) {
      if (matches.isAnyFree()) {
        profiles = table.freeByProfile(table.equal(question.when()));
      } else if (isFew(found)) {
        profiles = found.byProfile();
      } else {
        return table.facets().count(subject, found);
      }
      byProfile = profiles;
    }
    return table.facets().count(subject, table.profiles(), profiles);
  }

  /** Whether it is quicker to look at each row than to compare sets. */
  private boolean isFew(Rows rows) {
    return rows.count() < ROWS_A_WORD * rows.spans().size();
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
