package vn.khuxuong.space;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A claim on bays as it is on record. It never changes but for being withdrawn; what looks like a
 * change is another claim.
 *
 * @param id of the claim
 * @param kind how firm it is
 * @param wish what it claims
 * @param buildingCode code of the building
 * @param level storey, 1 is the ground floor
 * @param areaM2 all its bays, measured in the zone's legal CRS
 * @param expiresAt deadline of a hold or offer, null for a lease; it binds until it is withdrawn
 * @param live whether it counts for availability
 */
public record Claim(
    long id,
    Occupancy.Kind kind,
    ClaimWish wish,
    String buildingCode,
    int level,
    double areaM2,
    @Nullable OffsetDateTime expiresAt,
    boolean live) {}
