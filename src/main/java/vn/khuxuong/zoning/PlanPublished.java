package vn.khuxuong.zoning;

import java.time.LocalDate;

/**
 * A plan version has become the zone's published one; sent within the publishing transaction.
 *
 * @param planId the version
 * @param zoneCode the zone
 * @param version number within the zone
 * @param validFrom first day in force
 */
public record PlanPublished(long planId, String zoneCode, int version, LocalDate validFrom) {}
