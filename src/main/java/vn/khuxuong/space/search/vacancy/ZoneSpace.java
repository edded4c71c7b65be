package vn.khuxuong.space.search.vacancy;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A zone with its buildings, as the search knows it.
 *
 * @param west edges of the box around the zone and its buildings, degrees (WGS 84)
 * @param end day after the last of the land term, beyond which nothing can be let; {@link
 *     Days#FOREVER} where none is set
 * @param incentive days on which a rent cut by law is in force for this zone, null for never
 * @param buildings by code
 */
record ZoneSpace(
    long id,
    String code,
    String nameVi,
    String nameEn,
    String shortName,
    double lon,
    double lat,
    double west,
    double south,
    double east,
    double north,
    int end,
    @Nullable Days incentive,
    List<BuildingSpace> buildings) {

  ZoneSpace {
    buildings = List.copyOf(buildings);
  }

  /** The building with a code; empty for one that is not in the zone. */
  Optional<BuildingSpace> building(String code) {
    int low = 0;
    int high = buildings.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = buildings.get(middle).code().compareTo(code);
      if (order == 0) {
        return Optional.of(buildings.get(middle));
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return Optional.empty();
  }
}
