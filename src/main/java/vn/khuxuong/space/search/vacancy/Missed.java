package vn.khuxuong.space.search.vacancy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why nothing fits: what each condition costs, and the nearest value of it that would do. */
final class Missed {
  private static final int LEAST_DAYS = 28;
  private static final int MOST_DAYS = 31;

  private final List<ZoneIndex> zones;
  private final Question question;
  private final When when;

  private Missed(List<ZoneIndex> zones, Question question) {
    this.zones = zones;
    this.question = question;
    this.when = question.when();
  }

  /** Each condition, the one without which most would fit first. */
  static List<VacancyJson.Miss> of(List<ZoneIndex> zones, Question question) {
    return new Missed(zones, question).list();
  }

  private List<VacancyJson.Miss> list() {
    List<VacancyJson.Miss> misses = new ArrayList<>();
    for (Filter filter : question.filters()) {
      misses.add(without(filter));
    }
    if (question.area() != null) {
      misses.add(without(question.area()));
    }
    if (question.months() != null) {
      misses.add(withoutTerm());
    }
    misses.add(later());
    misses.sort(Comparator.comparingInt(VacancyJson.Miss::count).reversed());
    return misses;
  }

  private VacancyJson.Miss without(Filter filter) {
    Question rest = question.without(filter);
    int count = 0;
    Nearest nearest = new Nearest(filter);
    for (ZoneIndex zone : zones) {
      long[] rows = new Matches(zone, rest, when).all();
      count += Bits.count(rows);
      Bits.each(rows, row -> nearest.look(zone, row));
    }
    return new VacancyJson.Miss(filter.field(), filter.lacking(), count, nearest.value);
  }

  private final class Nearest {
    private final Filter filter;
    private double shortfall = Double.POSITIVE_INFINITY;
    private @Nullable Object value;

    Nearest(Filter filter) {
      this.filter = filter;
    }

    void look(ZoneIndex zone, int row) {
      Period period = zone.period(when);
      double here = filter.shortfall(zone, period, row);
      if (here < shortfall) {
        shortfall = here;
        value = filter.valueFor(zone, period, row);
      }
    }
  }

  /** Space that is free on the first day, but not long enough. */
  private VacancyJson.Miss withoutTerm() {
    Question anyTerm = question.forAnyTerm();
    int[] longest = new int[1];
    int count = 0;
    for (ZoneIndex zone : zones) {
      long[] rows = new Matches(zone, anyTerm, anyTerm.when()).all();
      count += Bits.count(rows);
      Bits.each(rows, row -> longest[0] = Math.max(longest[0], months(zone.stretch(row).free())));
    }
    return new VacancyJson.Miss("months", "months", count, longest[0] == 0 ? null : longest[0]);
  }

  private int months(Days free) {
    if (free.until() == Days.FOREVER) {
      return Integer.MAX_VALUE;
    }
    return Math.toIntExact(ChronoUnit.MONTHS.between(question.from(), Days.date(free.until())));
  }

  /** Space that is free for so long, but only from a later day. */
  private VacancyJson.Miss later() {
    int[] count = new int[1];
    int[] first = {Days.FOREVER};
    int today = Days.number(question.today());
    for (ZoneIndex zone : zones) {
      Bits.each(
          new Matches(zone, question, when).ever(),
          row -> {
            Days free = zone.stretch(row).free();
            int start = Math.max(free.from(), today);
            if (isLongEnough(start, free)) {
              count[0]++;
              first[0] = Math.min(first[0], start);
            }
          });
    }
    LocalDate day = first[0] == Days.FOREVER ? null : Days.date(first[0]);
    return new VacancyJson.Miss("from", "from", count[0], day);
  }

  private boolean isLongEnough(int start, Days free) {
    Integer months = question.months();
    int days = free.until() - start;
    if (months == null || free.until() == Days.FOREVER || days >= months * MOST_DAYS) {
      return start < free.until();
    }
    return days >= months * LEAST_DAYS
        && Days.months(Days.date(start), months).until() <= free.until();
  }
}
