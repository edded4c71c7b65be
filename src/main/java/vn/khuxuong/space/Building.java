package vn.khuxuong.space;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A high-rise factory with its floors on the day asked for.
 *
 * @param code key, for example {@code TT-A}
 * @param zoneCode key of its zone
 * @param powerKva what the feeder gives to all tenants together
 * @param wastewaterM3Day m³ per day it may send to the zone's plant
 * @param liftT capacity of the largest goods lift in tonnes, 0 without one; serves every storey
 * @param termEnd last day of the zone's land term, beyond which no lease may run; null where not
 *     yet set
 * @param floors lowest first
 */
public record Building(
    String code,
    String zoneCode,
    String nameVi,
    String nameEn,
    double powerKva,
    double wastewaterM3Day,
    double liftT,
    @Nullable LocalDate termEnd,
    List<Floor> floors) {

  public Building {
    floors = List.copyOf(floors);
  }
}
