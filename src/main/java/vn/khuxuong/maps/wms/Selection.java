package vn.khuxuong.maps.wms;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.maps.picture.PictureLayer;

/**
 * Which features of a layer a request is about.
 *
 * @param condition what must hold of them; null for all
 * @param day the civil day for a layer that answers for any; null for today
 * @param asOf whose knowledge counts, that of which moment; null for now
 */
record Selection(
    PictureLayer.@Nullable Condition condition, @Nullable LocalDate day, @Nullable Instant asOf) {
  /** Every feature of today. */
  static final Selection ALL = new Selection(null, null, null);
}
