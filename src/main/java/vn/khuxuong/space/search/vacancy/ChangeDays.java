package vn.khuxuong.space.search.vacancy;

import java.util.BitSet;

/** Days on which something begins or ends. Between two of them every day is like the others. */
final class ChangeDays {
  /** About the year 2300; what is beyond counts as then. No question goes so far. */
  private static final int LAST = 120_000;

  private final BitSet days = new BitSet();

  /** Adds both ends of some days. */
  void add(int from, int until) {
    add(from);
    add(until);
  }

  private void add(int day) {
    if (day >= 0 && day < LAST) {
      days.set(day);
    }
  }

  void add(ChangeDays others) {
    days.or(others.days);
  }

  /**
   * The days widened as far as nothing begins or ends: whatever lasts over the ones lasts over the
   * others, and whatever touches the ones touches the others.
   */
  Days equal(Days asked) {
    if (asked.from() < 0 || (asked.until() > LAST && asked.until() != Days.FOREVER)) {
      return asked;
    }
    int from = Math.max(0, days.previousSetBit(asked.from()));
    if (asked.until() == Days.FOREVER) {
      return new Days(from, Days.FOREVER);
    }
    int until = days.nextSetBit(asked.until());
    return new Days(from, until < 0 ? LAST : until);
  }
}
