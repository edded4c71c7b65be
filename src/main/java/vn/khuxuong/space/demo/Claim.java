package vn.khuxuong.space.demo;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.space.HazardClass;
import vn.khuxuong.space.Industry;
import vn.khuxuong.space.Occupancy;
import vn.khuxuong.space.Trait;

/**
 * An illustrative hold, offer or lease before it is recorded.
 *
 * @param from first day
 * @param to first day after it
 * @param expires deadline of a hold or offer, null for a lease
 */
record Claim(
    Block block,
    Occupancy.Kind kind,
    LocalDate from,
    LocalDate to,
    Industry industry,
    HazardClass hazard,
    double loadKnM2,
    double powerKva,
    double wastewaterM3Day,
    @Nullable OffsetDateTime expires) {

  /** Bays in line on one level that are let, held or empty together. */
  record Block(int level, int firstBay, int bayCount) {

    /** Whether two blocks of one level adjoin; a break between them is not looked at. */
    boolean touches(Block other) {
      return level == other.level
          && (firstBay + bayCount == other.firstBay || other.firstBay + other.bayCount == firstBay);
    }
  }

  /** Whether this tenant and one of the given line in the given place would disturb each other. */
  boolean bars(Industry neighbour, Block place) {
    Optional<Trait> mine = industry.trait();
    Optional<Trait> theirs = neighbour.trait();
    if (mine.isEmpty() || theirs.isEmpty() || block.level() != place.level()) {
      return false;
    }
    return mine.get().barsFromFloor(theirs.get())
        || (block.touches(place) && mine.get().barsFromNextBay(theirs.get()));
  }
}
