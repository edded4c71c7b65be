package vn.khuxuong.space.search.vacancy;

import java.util.function.ToDoubleFunction;
import vn.khuxuong.space.search.vacancy.Filter.Subject;

/** A figure that every row has. */
enum Measure {
  LOAD_KN_M2("load", Subject.LOAD, FloorSpace::loadKnM2),
  POINT_LOAD_KN("pointLoad", Subject.OTHER, FloorSpace::pointLoadKn),
  CLEAR_HEIGHT_M("height", Subject.OTHER, FloorSpace::clearHeightM),
  LEVEL("floorMin", Subject.LEVEL, FloorSpace::level),
  RENT_USD("rentMaxUsd", Subject.OTHER, FloorSpace::rentUsdM2Month),
  RENT_VND("rentMaxVnd", Subject.OTHER, FloorSpace::rentVndM2Month),
  POWER_LEFT_KVA("power", (zone, period, row) -> period.powerLeftKva(row)),
  WASTEWATER_LEFT_M3_DAY("wastewater", (zone, period, row) -> period.wastewaterLeftM3Day(row));

  private final String parameter;
  private final Subject subject;
  private final boolean dependsOnDays;
  private final ToDoubleFunction<FloorSpace> ofFloor;
  private final Figure figure;

  /** A figure of the floor, on any day. */
  Measure(String parameter, Subject subject, ToDoubleFunction<FloorSpace> ofFloor) {
    this(
        parameter,
        subject,
        false,
        ofFloor,
        (zone, period, row) -> ofFloor.applyAsDouble(zone.floorAt(row)));
  }

  /** A figure that depends on days. */
  Measure(String parameter, Figure figure) {
    this(
        parameter,
        Subject.OTHER,
        true,
        floor -> {
          throw new IllegalArgumentException("Depends on days: " + parameter);
        },
        figure);
  }

  Measure(
      String parameter,
      Subject subject,
      boolean dependsOnDays,
      ToDoubleFunction<FloorSpace> ofFloor,
      Figure figure) {
    this.ofFloor = ofFloor;
    this.parameter = parameter;
    this.subject = subject;
    this.dependsOnDays = dependsOnDays;
    this.figure = figure;
  }

  private interface Figure {
    double of(ZoneIndex zone, Period period, int row);
  }

  /** The parameter that asks for it; of a level, the lowest. */
  String parameter() {
    return parameter;
  }

  Subject subject() {
    return subject;
  }

  boolean dependsOnDays() {
    return dependsOnDays;
  }

  /** The figure of a floor; only of one that does not depend on days. */
  double ofFloor(FloorSpace floor) {
    return ofFloor.applyAsDouble(floor);
  }

  /** The figure of a row. */
  double of(ZoneIndex zone, Period period, int row) {
    return figure.of(zone, period, row);
  }
}
