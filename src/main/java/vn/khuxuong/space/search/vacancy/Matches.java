package vn.khuxuong.space.search.vacancy;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.space.search.vacancy.Filter.Reach;
import vn.khuxuong.space.search.vacancy.Filter.Subject;

/** The rows that satisfy a question, all of it or all but a part. For one thread. */
final class Matches {
  private final Table table;
  private final Question question;
  private final List<Filter> filters;
  private final When when;

  /** Rows that satisfy everything that does not depend on days; worked out when needed. */
  private @Nullable Rows standing;

  /** What conditions on the place admit of zones which they admit in part. */
  private final long[][][] places;

  /** Nothing is worked out yet. */
  Matches(Table table, Question question) {
    this.table = table;
    this.question = question;
    this.filters = question.filters();
    this.when = table.equal(question.when());
    this.places = new long[filters.size()][][];
  }

  /** Rows that satisfy everything. */
  Rows all() {
    return over(when);
  }

  /** Rows that satisfy everything but the conditions on a subject. */
  Rows without(Subject subject) {
    return over(standing(subject), table.free(when), when, true);
  }

  /** Rows that would satisfy everything if the space were needed over other days. */
  Rows over(When other) {
    When equal = table.equal(other);
    return over(standing(), table.free(equal), equal, false);
  }

  /** What is asked for, whatever the days: worth keeping where it is much work, or often asked. */
  private record Asked(List<Filter> filters, @Nullable AreaBetween area, boolean split) {}

  /** How many {@link #over} would give. */
  int countOver(When other) {
    When equal = table.equal(other);
    if (question.split() || filters.isEmpty() || filters.stream().anyMatch(Filter::dependsOnDays)) {
      return table.count(
          new Asked(filters, question.area(), question.split()),
          equal,
          () -> over(standing(), table.free(equal), equal, false).count());
    }
    return standing().common(table.free(equal));
  }

  /** Rows that satisfy everything but the days. */
  Rows ever() {
    return over(standing(), null, when, false);
  }

  private Rows standing() {
    Rows known = standing;
    if (known == null) {
      known = standing(null);
      standing = known;
    }
    return known;
  }

  private Rows standing(@Nullable Subject left) {
    Spans spans = spans(left);
    long[] rows = new long[table.words()];
    long[] all = table.all();
    spans.words((from, until) -> System.arraycopy(all, from, rows, from, until - from));
    for (int i = 0; i < filters.size(); i++) {
      Filter filter = filters.get(i);
      if (filter.subject() == left || filter.dependsOnDays()) {
        continue;
      }
      if (filter.isPlace()) {
        keepPlaces(i, spans, rows);
      } else {
        long[] admitted = table.rows(filter);
        spans.words((from, until) -> Bits.keep(rows, admitted, from, until));
      }
    }
    AreaBetween area = question.area();
    if (area != null && !question.split()) {
      long[] admitted = table.rows(area);
      spans.words((from, until) -> Bits.keep(rows, admitted, from, until));
    }
    return new Rows(table, spans, rows);
  }

  private Spans spans(@Nullable Subject left) {
    List<Filter> ofPlace =
        filters.stream().filter(one -> one.isPlace() && one.subject() != left).toList();
    return ofPlace.isEmpty()
        ? Spans.all(table)
        : Spans.where(
            table,
            place -> {
              for (Filter filter : ofPlace) {
                if (filter.reach(table.zone(place)) == Reach.NONE) {
                  return false;
                }
              }
              return true;
            });
  }

  private void keepPlaces(int i, Spans spans, long[] rows) {
    Filter filter = filters.get(i);
    if (places[i] == null) {
      places[i] = new long[table.zones().size()][];
    }
    spans.zones(
        (place, from, until) -> {
          ZoneIndex zone = table.zone(place);
          if (filter.reach(zone) == Reach.SOME) {
            if (places[i][place] == null) {
              places[i][place] = filter.rows(zone, When.ANY);
            }
            for (int word = from; word < until; word++) {
              rows[word] &= places[i][place][word - from];
            }
          }
        });
  }

  /**
   * Those of some rows that satisfy what depends on days.
   *
   * @param free null where it may be any day
   * @param last whether nobody asks for {@code among} any more
   */
  private Rows over(Rows among, long @Nullable [] free, When days, boolean last) {
    long[] rows = last ? among.words() : among.words().clone();
    Spans spans = among.spans();
    if (free != null) {
      spans.words((from, until) -> Bits.keep(rows, free, from, until));
    }
    for (Filter filter : filters) {
      if (filter instanceof Bound bound && bound.dependsOnDays()) {
        List<LeftOver> left = table.left(bound.measure(), days.use());
        spans.zones((place, from, until) -> left.get(place).keep(bound.limit(), rows, from));
      }
    }
    AreaBetween area = question.area();
    if (area != null && question.split()) {
      spans.zones((place, from, until) -> keepEnough(area, place, rows));
    }
    return new Rows(table, spans, rows);
  }

  /** Leaves of a zone's rows those that are enough alone or together with one a floor above. */
  private void keepEnough(AreaBetween area, int place, long[] rows) {
    ZoneIndex zone = table.zone(place);
    int first = table.firstWord(place);
    int until = table.firstWord(place + 1);
    if (Bits.isEmpty(rows, first, until)) {
      return;
    }
    long[] here = Arrays.copyOfRange(rows, first, until);
    Bits.keep(rows, table.rows(area), first, until);
    long[] enough = Arrays.copyOfRange(rows, first, until);
    Bits.each(
        here,
        row -> {
          if (!Bits.has(enough, row) && area.pair(zone, row, here) != null) {
            Bits.set(rows, (first << 6) + row);
          }
        });
  }
}
