package vn.khuxuong.maps.layer;

import java.time.Instant;
import java.time.LocalDate;
import vn.khuxuong.platform.time.CivilTime;

/**
 * Everything that a map answer depends on beside the request: two answers of one edition to the
 * same request are equal byte by byte, in every instance of the service.
 *
 * @param revision revision of the published data, or the last one that touches what was asked
 * @param changedAt when that revision became public, or the day began, whichever was later
 * @param day civil date of Ho Chi Minh City: views tell what is free today
 * @param catalogue version of the layer catalogue
 */
public record Edition(long revision, Instant changedAt, LocalDate day, String catalogue) {
  public Edition {
    Instant dawn = day.atStartOfDay(CivilTime.ZONE).toInstant();
    changedAt = changedAt.isBefore(dawn) ? dawn : changedAt;
  }

  /**
   * Strong entity tag of an answer.
   *
   * @param variant what tells answers at the same address apart: format, language, rights
   */
  public String etag(String variant) {
    return "\"" + revision + "-" + day + "-" + catalogue + "-" + variant + "\"";
  }
}
