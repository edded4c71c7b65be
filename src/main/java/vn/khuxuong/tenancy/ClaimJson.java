package vn.khuxuong.tenancy;

import java.time.LocalDate;
import vn.khuxuong.space.Claim;
import vn.khuxuong.space.ClaimWish;

/**
 * The bays and days of a claim, as holds, offers and leases are sent with them among their own
 * members.
 *
 * @param floor id of the floor
 * @param building code of the building
 * @param level storey, 1 is the ground floor
 * @param from first day
 * @param until last day, inclusive
 * @param areaM2 measured in the zone's legal CRS
 */
public record ClaimJson(
    long floor,
    String building,
    int level,
    int firstBay,
    int bayCount,
    LocalDate from,
    LocalDate until,
    double areaM2) {

  /** The claim as it is sent. */
  public static ClaimJson of(Claim claim) {
    ClaimWish wish = claim.wish();
    return new ClaimJson(
        wish.floorId(),
        claim.buildingCode(),
        claim.level(),
        wish.firstBay(),
        wish.bayCount(),
        wish.from(),
        wish.until(),
        claim.areaM2());
  }
}
