package vn.khuxuong.space.search.vacancy;

import org.jspecify.annotations.Nullable;

/**
 * One condition of a search. Equal conditions admit the same rows, so that what they admit can be
 * kept.
 */
interface Filter {

  /** Which counts beside the list leave the condition out: those of its own subject. */
  enum Subject {
    ZONE,
    LEVEL,
    LOAD,
    HAZARD,
    INDUSTRY,
    OTHER
  }

  /** How much of a zone a condition can admit, told without looking at its rows. */
  enum Reach {
    ALL,
    SOME,
    NONE
  }

  /** The request's parameter that a person would have to change. */
  String field();

  /**
   * What there is too little of, as the parameter that would ask for it. Another one than the field
   * where the need was worked out of a machine.
   */
  default String lacking() {
    return field();
  }

  default Subject subject() {
    return Subject.OTHER;
  }

  /** Whether the answer depends on the days asked for. */
  default boolean dependsOnDays() {
    return false;
  }

  /** Whether it is about the place, so that it leaves out most zones as a whole. */
  default boolean isPlace() {
    return false;
  }

  /** How much of a zone it can admit; some, unless it is about the place. */
  default Reach reach(ZoneIndex zone) {
    return Reach.SOME;
  }

  /**
   * The rows of a zone that it admits. All rows of a floor are alike to it unless it says
   * otherwise.
   *
   * @param when days asked for, without meaning to one that does not depend on days
   */
  default long[] rows(ZoneIndex zone, When when) {
    Period period = zone.period(when);
    return zone.ofFloors(row -> admits(zone, period, row));
  }

  /** Whether it admits a row. */
  boolean admits(ZoneIndex zone, Period period, int row);

  /** How far a row is from being admitted: 0 if it is, else larger the more is missing. */
  double shortfall(ZoneIndex zone, Period period, int row);

  /** The value of the parameter that would just admit the row; null where there is none to name. */
  @Nullable Object valueFor(ZoneIndex zone, Period period, int row);
}
