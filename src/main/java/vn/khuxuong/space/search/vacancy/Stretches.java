package vn.khuxuong.space.search.vacancy;

import java.util.List;

/** The stretches of a zone, each a row, in columns. */
final class Stretches {
  private static final double HUNDREDTHS = 100;

  /** First row of each floor, and at the end the number of rows. */
  private final int[] firstRow;

  /** Rows of any floor at most. */
  private final int mostRows;

  private final int[] firstBays;
  private final int[] bayCounts;
  private final long[] areasHundredthM2;
  private final int[] froms;
  private final int[] untils;

  /**
   * Writes them down.
   *
   * @param found floor after floor
   * @param firstRow of each floor, and at the end the number of rows; not changed any more
   */
  Stretches(List<Stretch> found, int[] firstRow) {
    this.firstRow = firstRow;
    int size = found.size();
    firstBays = new int[size];
    bayCounts = new int[size];
    areasHundredthM2 = new long[size];
    froms = new int[size];
    untils = new int[size];
    for (int row = 0; row < size; row++) {
      Stretch stretch = found.get(row);
      firstBays[row] = stretch.firstBay();
      bayCounts[row] = stretch.bayCount();
      areasHundredthM2[row] = Math.round(stretch.areaM2() * HUNDREDTHS);
      froms[row] = stretch.free().from();
      untils[row] = stretch.free().until();
    }
    int most = 0;
    for (int floor = 0; floor + 1 < firstRow.length; floor++) {
      most = Math.max(most, firstRow[floor + 1] - firstRow[floor]);
    }
    mostRows = most;
  }

  /** Number of rows. */
  int size() {
    return bayCounts.length;
  }

  Stretch get(int row) {
    return new Stretch(firstBay(row), bayCount(row), areaM2(row), free(row));
  }

  int firstBay(int row) {
    return firstBays[row];
  }

  int bayCount(int row) {
    return bayCounts[row];
  }

  /** Area of a row's stretch. */
  double areaM2(int row) {
    return areasHundredthM2[row] / HUNDREDTHS;
  }

  /** Days on which a row's stretch is free. */
  Days free(int row) {
    return new Days(froms[row], untils[row]);
  }

  /**
   * The stretches that are free on all of some days and cannot be made longer over them. No two of
   * them share a bay.
   */
  long[] free(Days days) {
    int[] found = new int[mostRows];
    long[] bits = Bits.none(size());
    for (int floor = 0; floor + 1 < firstRow.length; floor++) {
      int count = 0;
      int end = firstRow[floor + 1];
      for (int row = firstRow[floor]; row < end; row++) {
        if (froms[row] <= days.from() && days.until() <= untils[row]) {
          found[count++] = row;
        }
      }
      for (int i = 0; i < count; i++) {
        if (!isWithinAny(found[i], found, count)) {
          Bits.set(bits, found[i]);
        }
      }
    }
    return bits;
  }

  private boolean isWithinAny(int row, int[] others, int count) {
    for (int i = 0; i < count; i++) {
      if (isWithin(row, others[i])) {
        return true;
      }
    }
    return false;
  }

  /** Whether a row's bays are among those of a longer stretch of the floor. */
  private boolean isWithin(int row, int larger) {
    int first = firstBays[row];
    int otherFirst = firstBays[larger];
    int bays = bayCounts[row];
    int otherBays = bayCounts[larger];
    return otherBays > bays && otherFirst <= first && first + bays <= otherFirst + otherBays;
  }
}
