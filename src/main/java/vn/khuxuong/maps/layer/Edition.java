package vn.khuxuong.maps.layer;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.platform.time.CivilTime;

/**
 * Everything that a map answer depends on beside the request: two answers of one edition to the
 * same request are equal byte by byte, in every instance of the service.
 *
 * @param revision revision of the published data, or the last one that touches what was asked
 * @param changedAt when that revision became public, or the day began, whichever was later
 * @param day civil date of Ho Chi Minh City, for views that work out what is so today; null for
 *     answers from copies alone: a day that begins touches those copies that say something else
 *     from then on, and so their revision
 * @param catalogue version of the layer catalogue
 */
public record Edition(long revision, Instant changedAt, @Nullable LocalDate day, String catalogue) {
  public Edition {
    if (day != null) {
      Instant dawn = day.atStartOfDay(CivilTime.ZONE).toInstant();
      changedAt = changedAt.isBefore(dawn) ? dawn : changedAt;
    }
  }

  /**
   * Strong entity tag of an answer.
   *
   * @param variant what tells answers at the same address apart: format, language, rights
   */
  public String etag(String variant) {
    return "\""
        + revision
        + "-"
        + (day == null ? "" : day + "-")
        + catalogue
        + "-"
        + variant
        + "\"";
  }
}
