package vn.khuxuong.maps.filter;

/** How two spans of days lie to each other (OGC 21-065r2, temporal functions). */
public enum TemporalRelation {
  AFTER,
  BEFORE,
  CONTAINS,
  DISJOINT,
  DURING,
  EQUALS,
  FINISHEDBY,
  FINISHES,
  INTERSECTS,
  MEETS,
  METBY,
  OVERLAPPEDBY,
  OVERLAPS,
  STARTEDBY,
  STARTS;

  /** The same with the two spans exchanged. */
  TemporalRelation mirrored() {
    return switch (this) {
      case AFTER -> BEFORE;
      case BEFORE -> AFTER;
      case CONTAINS -> DURING;
      case DURING -> CONTAINS;
      case FINISHEDBY -> FINISHES;
      case FINISHES -> FINISHEDBY;
      case MEETS -> METBY;
      case METBY -> MEETS;
      case OVERLAPPEDBY -> OVERLAPS;
      case OVERLAPS -> OVERLAPPEDBY;
      case STARTEDBY -> STARTS;
      case STARTS -> STARTEDBY;
      default -> this;
    };
  }
}
