package vn.khuxuong.allocation.round;

import org.jspecify.annotations.Nullable;
import vn.khuxuong.allocation.solver.Capacity;

/** Hard constraints of the exchange format behind what others left too little of. */
final class RuleCodes {
  private RuleCodes() {}

  /** The constraint, such as {@code H14}; null where no rule forbids the place. */
  static @Nullable String of(Capacity capacity) {
    return switch (capacity) {
      case AREA -> "H02";
      case FLOOR_POWER -> "H14";
      case BUILDING_POWER -> "H15";
      case WASTEWATER -> "H16";
      case FOREIGN_CAP -> "H19";
      case NEIGHBOUR -> "H17";
      case NO_GAIN -> null;
    };
  }
}
