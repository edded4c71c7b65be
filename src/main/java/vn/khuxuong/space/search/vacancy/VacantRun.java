package vn.khuxuong.space.search.vacancy;

import java.time.LocalDate;

/**
 * Neighbouring bays of a floor that are free together and satisfy a search.
 *
 * @param zone code
 * @param zoneShort short Vietnamese name
 * @param level 1 is the ground floor
 * @param firstBay number along the floor, from 0
 * @param areaM2 of all the bays, measured in the zone's legal CRS
 * @param freeFrom first day, not before the day of asking
 */
public record VacantRun(
    String zone,
    String zoneShort,
    String zoneEn,
    String building,
    String buildingVi,
    String buildingEn,
    long floorId,
    int level,
    int firstBay,
    int bayCount,
    double areaM2,
    double loadKnM2,
    double clearHeightM,
    double rentUsdM2Month,
    double rentVndM2Month,
    LocalDate freeFrom) {}
