package vn.khuxuong.space.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something found by name.
 *
 * @param code key of its kind; of a sector the industry's code
 * @param zoneCode zone it lies in, null for a sector
 * @param centre longitude, latitude; null for a sector
 */
record Hit(
    Kind kind,
    String code,
    @Nullable String zoneCode,
    String titleVi,
    String titleEn,
    String noteVi,
    String noteEn,
    @Nullable List<Double> centre) {

  enum Kind {
    ZONE,
    BUILDING,
    SECTOR,
    SUBZONE
  }
}
