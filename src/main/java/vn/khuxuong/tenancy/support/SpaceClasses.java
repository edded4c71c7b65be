package vn.khuxuong.tenancy.support;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Steps by which floors and needs are sorted: a floor belongs to the highest step that it reaches,
 * a need to the lowest step that is enough for it. So a floor of a step carries every need of that
 * step and below, whatever the exact figures. Below the first step is step 0; a need above the last
 * step, or a floor, is one further class.
 *
 * @param bounds rising; the first class begins at 0
 */
record SpaceClasses(List<BigDecimal> bounds) {
  /** Uniform floor load, kN/m²: steps of published sheets of high-rise factories. */
  static final SpaceClasses LOAD = of("5", "7.5", "10", "15", "20", "25");

  /** Clear height, m. */
  static final SpaceClasses HEIGHT = of("4", "4.5", "5", "6", "8");

  /** Refuses bounds that do not rise. */
  SpaceClasses {
    bounds = List.copyOf(bounds);
    for (int i = 1; i < bounds.size(); i++) {
      if (bounds.get(i).compareTo(bounds.get(i - 1)) <= 0) {
        throw new IllegalArgumentException("Bounds must rise");
      }
    }
  }

  private static SpaceClasses of(String... bounds) {
    return new SpaceClasses(Stream.of(bounds).map(BigDecimal::new).toList());
  }

  /** How many classes there are: below the first bound, one for each, above the last. */
  int size() {
    return bounds.size() + 2;
  }

  /** Class of a floor that offers so much. */
  int ofFloor(BigDecimal offered) {
    BigDecimal last = bounds.get(bounds.size() - 1);
    if (offered.compareTo(last) > 0) {
      return bounds.size() + 1;
    }
    int found = 0;
    for (int i = 0; i < bounds.size(); i++) {
      if (offered.compareTo(bounds.get(i)) >= 0) {
        found = i + 1;
      }
    }
    return found;
  }

  /** Class of a need of so much; null needs nothing. */
  int ofNeed(@Nullable BigDecimal needed) {
    if (needed == null || needed.signum() <= 0) {
      return 0;
    }
    for (int i = 0; i < bounds.size(); i++) {
      if (needed.compareTo(bounds.get(i)) <= 0) {
        return i + 1;
      }
    }
    return bounds.size() + 1;
  }

  /** Lower bound of a class; null for the first, which has none. */
  @Nullable BigDecimal from(int index) {
    return index == 0 ? null : bounds.get(Math.min(index, bounds.size()) - 1);
  }

  /** Whether the class lies above the last bound. */
  boolean isAbove(int index) {
    return index > bounds.size();
  }
}
