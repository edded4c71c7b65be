package vn.khuxuong.report.ledger;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * What events may refer to.
 *
 * @param zones codes
 * @param divisions first two digits of VSIC codes that are counted
 * @param buildings zone by code of the building
 * @param today last day an event may have
 */
public record Known(
    Set<String> zones, Set<String> divisions, Map<String, String> buildings, LocalDate today) {
  /** Copies. */
  public Known {
    zones = Set.copyOf(zones);
    divisions = Set.copyOf(divisions);
    buildings = Map.copyOf(buildings);
  }
}
