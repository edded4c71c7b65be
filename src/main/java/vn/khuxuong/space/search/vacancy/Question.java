package vn.khuxuong.space.search.vacancy;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A search, checked and worked out. Equal questions have equal answers as long as the data stay.
 *
 * @param filters all conditions but the days and the area
 * @param area null where it does not matter
 * @param split whether the area may lie on two adjacent floors
 * @param today civil day in Ho Chi Minh City
 * @param from day from which the space is needed, not before today
 * @param months for so long; null where it does not matter
 * @param near place that distances are measured from; null without one
 * @param machine what the machine needs; null without one
 * @param after where the page goes on; null for the first
 * @param limit results of a page at most
 */
record Question(
    List<Filter> filters,
    @Nullable AreaBetween area,
    boolean split,
    LocalDate today,
    LocalDate from,
    @Nullable Integer months,
    Order order,
    @Nullable Place near,
    Machine.@Nullable Needs machine,
    @Nullable Cursor after,
    int limit) {

  Question {
    filters = List.copyOf(filters);
  }

  When when() {
    return When.of(from, months);
  }

  /** The same but for one condition, on the first page. */
  Question without(Filter filter) {
    return filter.equals(area)
        ? with(filters, null)
        : with(filters.stream().filter(other -> !other.equals(filter)).toList(), area);
  }

  /** The same from a place in the list on. */
  Question after(Cursor cursor) {
    return new Question(
        filters, area, split, today, from, months, order, near, machine, cursor, limit);
  }

  /** The same for however long. */
  Question forAnyTerm() {
    return new Question(filters, area, split, today, from, null, order, near, machine, null, limit);
  }

  private Question with(List<Filter> others, @Nullable AreaBetween otherArea) {
    return new Question(
        others, otherArea, split, today, from, months, order, near, machine, null, limit);
  }

  boolean restricts(Filter.Subject subject) {
    for (Filter filter : filters) {
      if (filter.subject() == subject) {
        return true;
      }
    }
    return false;
  }
}
