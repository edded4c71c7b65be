package vn.khuxuong.space.search.vacancy;

/**
 * Roughly how much of a supply the free rows of a zone have left over some days, in the order of
 * the rows, see {@link Rough}. Rows that are not free have no place here: nobody asks about them,
 * and most of the work and of the memory is theirs.
 */
final class LeftOver {
  private static final int OBJECT_BYTES = 88;

  private final long[] free;

  /** How many free rows there are before each word. */
  private final int[] before;

  private final char[] codes;

  /**
   * Works it out.
   *
   * @param free the zone's rows that are free over the days; not changed any more
   */
  LeftOver(ZoneIndex zone, Measure supply, When when, long[] free) {
    this.free = free;
    this.before = new int[free.length];
    this.codes = new char[Bits.count(free)];
    Supplies.Left left = zone.supplies().left(supply, when.use());
    int floor = -1;
    char code = 0;
    int rank = 0;
    for (int i = 0; i < free.length; i++) {
      before[i] = rank;
      for (long word = free[i]; word != 0; word &= word - 1) {
        int ofRow = zone.floorOf((i << 6) + Long.numberOfTrailingZeros(word));
        if (ofRow != floor) {
          floor = ofRow;
          code = Rough.of(left.of(floor));
        }
        codes[rank++] = code;
      }
    }
  }

  /** The code of a row that is free over the days. */
  char of(int row) {
    int word = row >>> 6;
    return codes[before[word] + Long.bitCount(free[word] & ((1L << row) - 1))];
  }

  /**
   * Leaves in some words only rows of which enough is left.
   *
   * @param rows set of which the words from {@code from} on are the zone's; all are free over the
   *     days
   */
  void keep(Bound bound, Period period, long[] rows, int from) {
    char limit = Rough.of(bound.limit());
    for (int i = 0; i < free.length; i++) {
      long kept = rows[from + i];
      for (long word = kept; word != 0; word &= word - 1) {
        long row = Long.lowestOneBit(word);
        int code = codes[before[i] + Long.bitCount(free[i] & (row - 1))];
        // all ones where the code is smaller: without a branch that nobody could foresee
        kept &= ~(row & ((code - limit) >> 31));
        if (code == limit
            && !bound.admits(period.zone(), period, (i << 6) + Long.numberOfTrailingZeros(row))) {
          kept &= ~row;
        }
      }
      rows[from + i] = kept;
    }
  }

  /** How much memory it takes. */
  int bytes() {
    return OBJECT_BYTES
        + free.length * (Long.BYTES + Integer.BYTES)
        + codes.length * Character.BYTES;
  }
}
