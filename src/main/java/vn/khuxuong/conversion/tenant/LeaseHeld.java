package vn.khuxuong.conversion.tenant;

import java.time.LocalDate;

/**
 * A lease that runs today.
 *
 * @param areaM2 measured in the zone's legal CRS
 * @param until last day, of the last renewal that is signed
 */
public record LeaseHeld(long id, String building, int level, double areaM2, LocalDate until) {}
