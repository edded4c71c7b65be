package vn.khuxuong.space;

/** What makes a firm an unwelcome neighbour, or is hurt by one. */
public enum Trait {
  PRECISION,
  VIBRATION,
  FOOD,
  PLATING,
  ODOUR;

  /**
   * Whether two firms with these traits may not be on one floor: food beside wet plating or odour.
   * Vibration beside precision is a matter of adjoining bays only and not judged here.
   */
  public boolean barsFromFloor(Trait other) {
    return this == FOOD
        ? other == PLATING || other == ODOUR
        : other == FOOD && (this == PLATING || this == ODOUR);
  }

  /** Whether two firms with these traits may not have adjoining bays. */
  public boolean barsFromNextBay(Trait other) {
    return barsFromFloor(other)
        || (this == VIBRATION && other == PRECISION)
        || (this == PRECISION && other == VIBRATION);
  }
}
