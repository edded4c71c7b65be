package vn.khuxuong.space.search.vacancy;

import java.time.LocalDate;
import java.util.ArrayList;
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

  /** Results in one zone. */
  record InZone(ZoneSpace zone, int count, int bays, double areaM2) {}

  private final Question question;
  private final LocalDate[] days = new LocalDate[AHEAD_MONTHS.length];
  private final When[] whens = new When[AHEAD_MONTHS.length];
  private final List<InZone> zones = new ArrayList<>();
  private final List<VacancyJson.InBuilding> buildings = new ArrayList<>();
  private final int[] levels = new int[ZoneIndex.MOST_LEVELS + 1];
  private final int[] loads = new int[ZoneIndex.LOAD_CLASSES.length];
  private final int[] hazards = new int[Hazards.ALL.size()];
  private final int[] industries = new int[Long.SIZE];
  private final int[] ahead = new int[AHEAD_MONTHS.length];

  /** Matching sets are worked out by the one, counted by the other. */
  private interface Sets {
    long @Nullable [] get(int index);
  }

  Tally(Question question) {
    this.question = question;
    for (int i = 0; i < days.length; i++) {
      days[i] = question.today().plusMonths(AHEAD_MONTHS[i]);
      whens[i] = When.of(days[i], question.months());
    }
  }

  /**
   * Counts in a zone.
   *
   * @param found rows that satisfy everything
   * @return number and m² of these
   */
  InZone add(ZoneIndex zone, Matches matches, long[] found) {
    InZone here = inZone(zone, matches.period(), found);
    InZone there =
        question.restricts(Subject.ZONE)
            ? inZone(zone, matches.period(), matches.without(Subject.ZONE))
            : here;
    if (there.count() > 0) {
      zones.add(there);
    }
    if (question.restricts(Subject.ZONE)) {
      InBuildings.add(buildings, zone, found);
    }
    count(levels, rows(Subject.LEVEL, matches, found), zone::level);
    count(loads, rows(Subject.LOAD, matches, found), zone::load);
    count(hazards, rows(Subject.HAZARD, matches, found), zone::hazard);
    count(industries, rows(Subject.INDUSTRY, matches, found), zone::industry);
    for (int i = 0; i < ahead.length; i++) {
      boolean asked = whens[i].equals(matches.period().when());
      ahead[i] += asked ? here.count() : Bits.count(matches.over(whens[i]));
    }
    return here;
  }

  private static InZone inZone(ZoneIndex zone, Period period, long[] rows) {
    ZoneIndex.Amount amount = rows == period.free() ? period.amount() : zone.amount(rows);
    return new InZone(zone.zone(), Bits.count(rows), amount.bays(), amount.areaM2());
  }

  private long[] rows(Subject subject, Matches matches, long[] found) {
    return question.restricts(subject) ? matches.without(subject) : found;
  }

  private static void count(int[] counts, long[] rows, Sets sets) {
    if (Bits.isEmpty(rows)) {
      return;
    }
    for (int i = 0; i < counts.length; i++) {
      long[] set = sets.get(i);
      if (set != null) {
        counts[i] += Bits.common(rows, set);
      }
    }
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
    for (int i = 0; i < loads.length; i++) {
      if (loads[i] > 0) {
        byLoad.add(
            new VacancyJson.LoadClass(
                ZoneIndex.LOAD_CLASSES[i],
                i + 1 < loads.length ? ZoneIndex.LOAD_CLASSES[i + 1] : null,
                loads[i]));
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
    return VacancyJson.Facets.of(zones, buildings, byLevel, byLoad, byHazard, byIndustry, byDay);
  }
}
