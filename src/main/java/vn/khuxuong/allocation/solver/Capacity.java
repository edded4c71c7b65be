package vn.khuxuong.allocation.solver;

/** What the firms that were placed left too little of, in the order in which it is looked for. */
public enum Capacity {
  /** Free bays in one run, m². */
  AREA,
  /** Power of the floor, kVA. */
  FLOOR_POWER,
  /** Power of the building, kVA. */
  BUILDING_POWER,
  /** Wastewater of the building, m³ per day. */
  WASTEWATER,
  /** The zone's cap on non-domestic area, m². */
  FOREIGN_CAP,
  /** A place that no incompatible activity shares or touches. */
  NEIGHBOUR,
  /** Nothing lacks, but placing the firm would not add points. */
  NO_GAIN
}
