package vn.khuxuong.space.search.vacancy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Why nothing fits: what each condition costs, and the nearest value of it that would do. */
final class Missed {
  private static final int LEAST_DAYS = 28;
  private static final int MOST_DAYS = 31;

  private final Table table;
  private final Question question;

  private Missed(Table table, Question question) {
    this.table = table;
    this.question = question;
  }

  /** Each condition, the one without which most would fit first. */
  static List<VacancyJson.Miss> of(Table table, Question question) {
    return new Missed(table, question).list();
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
    Rows rows = new Matches(table, question.without(filter)).all();
    Nearest nearest = new Nearest(filter);
    rows.each(nearest::look);
    return new VacancyJson.Miss(filter.field(), filter.lacking(), rows.count(), nearest.value);
  }

  /** The value that would just do, of rows looked at one by one: by the first that misses least. */
  private final class Nearest {
    private final Filter filter;
    private final Set<Object> seen = new HashSet<>();
    private @Nullable ZoneIndex zone;
    private @Nullable Period period;
    private int floor;
    private double shortfall = Double.POSITIVE_INFINITY;
    private @Nullable Object value;

    Nearest(Filter filter) {
      this.filter = filter;
    }

    void look(ZoneIndex ofRow, int row) {
      if (zone != ofRow || period == null) {
        zone = ofRow;
        period = ofRow.period(question.when());
        floor = -1;
      }
      if (isKnown(ofRow, row)) {
        return;
      }
      double here = filter.shortfall(ofRow, period, row);
      if (here < shortfall) {
        shortfall = here;
        value = filter.valueFor(ofRow, period, row);
      }
    }

    /** Whether a row like this one was looked at: of the same floor, or with the same areas. */
    private boolean isKnown(ZoneIndex ofRow, int row) {
      if (filter instanceof AreaBetween) {
        return !seen.add(ofRow.areas().areas(row));
      }
      boolean same = floor == ofRow.floorOf(row);
      floor = ofRow.floorOf(row);
      return same;
    }
  }

  /** Space that is free on the first day, but not long enough. */
  private VacancyJson.Miss withoutTerm() {
    Rows rows = new Matches(table, question.forAnyTerm()).all();
    int[] longest = new int[1];
    rows.each((zone, row) -> longest[0] = Math.max(longest[0], months(zone.free(row))));
    return new VacancyJson.Miss(
        "months", "months", rows.count(), longest[0] == 0 ? null : longest[0]);
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
    new Matches(table, question)
        .ever()
        .each(
            (zone, row) -> {
              Days free = zone.free(row);
              int start = Math.max(free.from(), today);
              if (isLongEnough(start, free)) {
                count[0]++;
                first[0] = Math.min(first[0], start);
              }
            });
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
