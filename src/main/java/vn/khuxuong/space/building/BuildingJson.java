package vn.khuxuong.space.building;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answer of {@code /api/v1/buildings/{code}}: the facts of the unit sheet and the stacking plan on
 * one day.
 *
 * @param fireHeightM fire-service height (chiều cao PCCC)
 * @param wastewaterM3Day what all tenants together may discharge
 * @param rentFromUsd least rent of a floor with free bays, of any floor where none is free
 * @param longestRunM2 largest free stretch that one tenant could take on one floor
 * @param centre longitude, latitude
 * @param bbox west, south, east, north
 * @param freeing m² that leases and hand-overs free, by month, from the day on
 * @param incentive the rent cut in force on the day, null without one
 */
public record BuildingJson(
    String code,
    Zone zone,
    String nameVi,
    String nameEn,
    int storeys,
    double fireHeightM,
    boolean sprinklered,
    double gfaM2,
    double lettableM2,
    double freeM2,
    int freeBays,
    double longestRunM2,
    double rentFromUsd,
    double maxLoadKnM2,
    double gridXM,
    double gridYM,
    double powerKva,
    double wastewaterM3Day,
    String wastewaterClass,
    int loadingBays,
    int truckLevel,
    boolean exhaust,
    double serviceChargeUsdM2Month,
    @Nullable Double depositMonths,
    @Nullable Integer completed,
    LocalDate availableFrom,
    List<Double> centre,
    List<Double> bbox,
    List<GoodsLift> goodsLifts,
    List<Floor> floors,
    List<Freeing> freeing,
    @Nullable Incentive incentive,
    String dataStatus,
    LocalDate asOf,
    long revision) {

  /** The zone, with the last day to which a lease may run. */
  public record Zone(
      String code,
      String nameVi,
      String nameEn,
      String shortName,
      @Nullable LocalDate termEnd,
      @Nullable String termEndPrecision) {}

  /** A goods lift; sizes of car and door in metres. */
  public record GoodsLift(
      int no,
      double capacityT,
      double carWidthM,
      double carDepthM,
      double doorWidthM,
      double doorHeightM) {}

  /**
   * A storey.
   *
   * @param liftT largest goods lift
   * @param powerKva supply of the floor
   * @param powerLeftKva what no claim uses on any day from the day asked for
   * @param breaks bay numbers before which a corridor, core or fire wall stands
   * @param areaM2 all bays
   * @param freeM2 bays free on the day
   */
  public record Floor(
      long id,
      int level,
      double loadKnM2,
      double pointLoadKn,
      double clearHeightM,
      double liftT,
      double powerKva,
      double powerLeftKva,
      List<String> hazards,
      List<Industry> industries,
      double rentUsdM2Month,
      double rentVndM2Month,
      List<Integer> breaks,
      double areaM2,
      double freeM2,
      List<Bay> bays,
      List<Claim> occupancies) {}

  /** A line of business with its names. */
  public record Industry(String code, String vi, String en) {}

  /**
   * A bay; dates as in the view {@code space.bay_states}.
   *
   * @param freeFrom null while nobody can say
   * @param occupiedUntil last day of the lease, or day of the deadline of the hold or offer
   */
  public record Bay(
      int no,
      String code,
      double areaM2,
      String status,
      @Nullable LocalDate freeFrom,
      @Nullable LocalDate occupiedUntil,
      boolean rentable,
      @Nullable String outReasonVi,
      @Nullable String outReasonEn) {}

  /**
   * A present or coming claim; of its firm only the line of business.
   *
   * @param kind HOLD, OFFER or LEASE
   * @param from first day
   * @param until last day of a lease, day of the deadline of a hold or offer
   */
  public record Claim(
      int firstBay,
      int bayCount,
      String kind,
      LocalDate from,
      LocalDate until,
      String sectorVi,
      String sectorEn,
      String hazard) {}

  /**
   * Space that becomes free.
   *
   * @param month {@code yyyy-mm}
   */
  public record Freeing(String month, double areaM2) {}

  /**
   * A rent cut by law, a condition and not a promise.
   *
   * @param minCutPct least cut of the rent
   * @param months counted from the contract
   */
  public record Incentive(
      double minCutPct,
      int months,
      String conditionVi,
      String conditionEn,
      String sourceVi,
      String sourceEn) {}
}
