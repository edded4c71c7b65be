package vn.khuxuong.allocation.solver;

/**
 * A rule that can keep one firm off one floor whatever other applicants do. The first group is
 * judged by floor; the second by block, in this order, so that the rule named is the one at which
 * the last possible block of the floor fell.
 */
public enum Rule {
  /** H06: floor load, kN/m². */
  LOAD("H06"),
  /** H07: clear height, decimetres. */
  CLEAR_HEIGHT("H07"),
  /** H08: goods lift, tonnes. */
  LIFT("H08"),
  /** H09: fire hazard category. */
  HAZARD("H09"),
  /** H10: industry. */
  INDUSTRY("H10"),
  /** H12: rent, thousand VND per m² and month. */
  BUDGET("H12"),
  /** H13: a zone the firm does not accept. */
  ZONE("H13"),
  /** H18: a sitting tenant of the floor has an incompatible trait. */
  TENANT_ON_FLOOR("H18"),
  /** H15: what sitting tenants leave of the building's power, kVA. */
  BUILDING_POWER("H15"),
  /** H16: what sitting tenants leave of the building's wastewater, m³ per day. */
  WASTEWATER("H16"),
  /** H05: no run of free bays gives an area within the firm's range, m². */
  AREA("H05"),
  /** H11: bays come free after the firm's latest start, month. */
  START("H11"),
  /** H11: the lease would run past the floor's end date, month. */
  TERM("H11"),
  /** H17: the only blocks lie next to an incompatible tenant. */
  TENANT_NEIGHBOUR("H17"),
  /** H14: what sitting tenants leave of the floor's power, kVA. */
  FLOOR_POWER("H14"),
  /** H19: the zone's cap on non-domestic area, m². */
  FOREIGN_CAP("H19");

  private final String code;

  Rule(String code) {
    this.code = code;
  }

  /** The hard constraint of the exchange format behind this rule. */
  public String code() {
    return code;
  }
}
