package vn.khuxuong.maps.filter;

/** How two shapes lie to each other (OGC 21-065r2, spatial functions; OGC 06-103r4). */
public enum SpatialRelation {
  INTERSECTS,
  DISJOINT,
  EQUALS,
  TOUCHES,
  WITHIN,
  CONTAINS,
  OVERLAPS,
  CROSSES;

  /** The same with the two shapes exchanged. */
  SpatialRelation mirrored() {
    return switch (this) {
      case WITHIN -> CONTAINS;
      case CONTAINS -> WITHIN;
      default -> this;
    };
  }
}
