package vn.khuxuong.space.search.vacancy;

import org.jspecify.annotations.Nullable;

/**
 * One and the same goods lift takes the largest item, or trucks reach the floor and nothing has to
 * go by lift.
 *
 * @param field parameter to change first
 * @param capacityT tonnes
 * @param doorWidthM metres of clear width; 0 where it does not matter, likewise the others
 * @param carWidthM least side of the car
 * @param carDepthM other side of the car
 */
record LiftTakes(
    String field,
    double capacityT,
    double doorWidthM,
    double doorHeightM,
    double carWidthM,
    double carDepthM)
    implements Filter {

  @Override
  public String lacking() {
    return field.startsWith("machine") ? "lift" : field;
  }

  @Override
  public boolean admits(ZoneIndex zone, Period period, int row) {
    BuildingSpace building = zone.building(row);
    return zone.floorAt(row).level() <= building.truckLevel()
        || building.lifts().stream().anyMatch(this::fits);
  }

  /** What goes in lengthwise may also go in sideways where the door is wide enough. */
  private boolean fits(GoodsLift lift) {
    boolean lengthwise =
        lift.doorWidthM() >= doorWidthM
            && lift.carWidthM() >= carWidthM
            && lift.carDepthM() >= carDepthM;
    boolean sideways =
        lift.doorWidthM() >= Math.max(doorWidthM, carDepthM)
            && lift.carWidthM() >= carDepthM
            && lift.carDepthM() >= carWidthM;
    return lift.capacityT() >= capacityT
        && lift.doorHeightM() >= doorHeightM
        && (lengthwise || sideways);
  }

  /** By the lift that misses least, the worst of its figures in parts of what is needed. */
  @Override
  public double shortfall(ZoneIndex zone, Period period, int row) {
    if (admits(zone, period, row)) {
      return 0;
    }
    return zone.building(row).lifts().stream()
        .mapToDouble(
            lift ->
                Math.max(
                    Math.max(
                        missing(capacityT, lift.capacityT()),
                        missing(doorHeightM, lift.doorHeightM())),
                    Math.max(
                        missing(doorWidthM, lift.doorWidthM()),
                        Math.max(
                            missing(carWidthM, lift.carWidthM()),
                            missing(carDepthM, lift.carDepthM())))))
        .min()
        .orElse(1);
  }

  private static double missing(double needed, double there) {
    return needed <= 0 ? 0 : Math.max(0, (needed - there) / needed);
  }

  /** Tonnes of the largest lift, where those are what is asked for. */
  @Override
  public @Nullable Object valueFor(ZoneIndex zone, Period period, int row) {
    return field.equals("lift") ? zone.building(row).liftT() : null;
  }
}
