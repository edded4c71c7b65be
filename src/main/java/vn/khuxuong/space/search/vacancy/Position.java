package vn.khuxuong.space.search.vacancy;

import java.util.Comparator;

/**
 * Where a result stands in the list, whatever else is in it.
 *
 * @param key smaller comes first
 */
record Position(double key, String zone, String building, int level, int firstBay)
    implements Comparable<Position> {

  private static final Comparator<Position> ORDER =
      Comparator.comparingDouble(Position::key)
          .thenComparing(Position::zone)
          .thenComparing(Position::building)
          .thenComparingInt(Position::level)
          .thenComparingInt(Position::firstBay);

  static Position of(double key, ZoneIndex zone, int row) {
    return new Position(
        key,
        zone.zone().code(),
        zone.building(row).code(),
        zone.floorAt(row).level(),
        zone.firstBay(row));
  }

  @Override
  public int compareTo(Position other) {
    return ORDER.compare(this, other);
  }
}
