package vn.khuxuong.space.search.vacancy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.space.search.vacancy.Filter.Subject;

/** The rows of one zone that satisfy a question, all of it or all but a part. */
final class Matches {
  private final ZoneIndex zone;
  private final Question question;
  private final List<Filter> filters;
  private final Period period;

  /** What each condition admits, looked up once; null where it depends on days or is not yet. */
  private final long[][] fixed;

  /**
   * Nothing is worked out yet.
   *
   * @param when the days of the question
   */
  Matches(ZoneIndex zone, Question question, When when) {
    this.zone = zone;
    this.question = question;
    this.filters = question.filters();
    this.period = zone.period(when);
    this.fixed = new long[filters.size()][];
  }

  /** The zone over the days asked for. */
  Period period() {
    return period;
  }

  /** Rows that satisfy everything. */
  long[] all() {
    return rows(null, period);
  }

  /** Rows that satisfy everything but the conditions on a subject. */
  long[] without(Subject subject) {
    return rows(subject, period);
  }

  /** Rows that would satisfy everything if the space were needed over other days. */
  long[] over(When when) {
    return rows(null, zone.period(when));
  }

  /** Rows that satisfy everything but the days. */
  long[] ever() {
    return found(zone.all(), null, period);
  }

  private long[] rows(@Nullable Subject left, Period days) {
    return found(days.free(), left, days);
  }

  /** Those of some rows that satisfy everything but the conditions on a subject. */
  private long[] found(long[] among, @Nullable Subject left, Period days) {
    long[] rows = null;
    for (int i = 0; i < fixed.length; i++) {
      Filter filter = filters.get(i);
      if (filter.subject() == left) {
        continue;
      }
      if (filter.dependsOnDays()) {
        rows = rows == null ? among.clone() : rows;
        Bits.keepWhere(rows, row -> filter.admits(zone, days, row));
        continue;
      }
      long[] admitted = admitted(i);
      if (admitted == zone.none()) {
        return admitted;
      }
      if (admitted != zone.all()) {
        rows = rows == null ? among.clone() : rows;
        Bits.keep(rows, admitted);
      }
    }
    AreaBetween area = question.area();
    long[] found = rows == null ? among : rows;
    return area == null ? found : enough(area, found, days);
  }

  private long[] admitted(int i) {
    long[] known = fixed[i];
    if (known == null) {
      known = zone.rows(filters.get(i), period);
      fixed[i] = known;
    }
    return known;
  }

  private long[] enough(AreaBetween area, long[] rows, Period days) {
    long[] found = rows.clone();
    Bits.keep(found, zone.rows(area, days));
    if (question.split()) {
      Bits.each(
          rows,
          row -> {
            if (!Bits.has(found, row) && area.pair(zone, row, rows) != null) {
              Bits.set(found, row);
            }
          });
    }
    return found;
  }
}
