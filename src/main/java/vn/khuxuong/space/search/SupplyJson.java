package vn.khuxuong.space.search;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answer of {@code /api/v1/supply}. */
record SupplyJson(LocalDate asOf, long revision, Totals totals, List<Zone> zones) {

  /** Sums over all zones. */
  record Totals(double freeM2, int freeBays, int fitBays, int zones, int zonesWithFit) {}

  /**
   * A zone with what is free in it.
   *
   * @param centre longitude, latitude of a point inside
   * @param bbox west, south, east, north
   * @param fitBays free bays in stretches that satisfy every need
   * @param soonM2 empty space that can be had only from a later day
   * @param rentFromUsd least rent of a floor with free bays, of any floor where none is free
   * @param maxFreeLoadKnM2 strongest floor with free bays, null where none is free
   * @param earliestFree first day on which any bay is free, null where none will be
   * @param floors all buildings of the zone summed by level, lowest first
   */
  record Zone(
      String code,
      String nameVi,
      String nameEn,
      String shortName,
      String kind,
      String status,
      boolean converting,
      double grossAreaHa,
      @Nullable LocalDate termEnd,
      @Nullable String termEndPrecision,
      String dataStatus,
      @Nullable Double positionErrorKm,
      List<Double> centre,
      List<Double> bbox,
      int buildings,
      double freeM2,
      int freeBays,
      int fitBays,
      double fitM2,
      double soonM2,
      @Nullable Double rentFromUsd,
      @Nullable Double maxFreeLoadKnM2,
      double longestRunM2,
      @Nullable LocalDate earliestFree,
      List<FloorSum> floors) {}

  static SupplyJson of(AsOf.Basis basis, List<Zone> zones) {
    double freeM2 = zones.stream().mapToDouble(Zone::freeM2).sum();
    int freeBays = zones.stream().mapToInt(Zone::freeBays).sum();
    int fitBays = zones.stream().mapToInt(Zone::fitBays).sum();
    int withFit = (int) zones.stream().filter(zone -> zone.fitBays() > 0).count();
    return new SupplyJson(
        basis.day(),
        basis.revision(),
        new Totals(Math.round(freeM2 * 100) / 100.0, freeBays, fitBays, zones.size(), withFit),
        zones);
  }
}
