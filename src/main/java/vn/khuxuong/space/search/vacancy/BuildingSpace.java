package vn.khuxuong.space.search.vacancy;

import java.util.List;

/**
 * A building, as the search knows it.
 *
 * @param lon degrees of longitude (WGS 84) of its middle
 * @param powerKva what its feeder gives to all tenants together
 * @param wastewaterM3Day what it may discharge
 * @param truckLevel highest level that trucks reach; up to there nothing has to go by lift
 * @param floors lowest first
 */
record BuildingSpace(
    String code,
    String nameVi,
    String nameEn,
    double lon,
    double lat,
    double powerKva,
    double wastewaterM3Day,
    int truckLevel,
    double serviceChargeUsdM2Month,
    String dataStatus,
    List<GoodsLift> lifts,
    List<FloorSpace> floors) {

  BuildingSpace {
    lifts = List.copyOf(lifts);
    floors = List.copyOf(floors);
  }

  /** Tonnes that the largest goods lift takes, 0 without one. */
  double liftT() {
    double most = 0;
    for (GoodsLift lift : lifts) {
      most = Math.max(most, lift.capacityT());
    }
    return most;
  }

  /** Claims on all its floors. */
  List<ClaimSpan> claims() {
    return floors.stream().flatMap(floor -> floor.claims().stream()).toList();
  }
}
