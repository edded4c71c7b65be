package vn.khuxuong.maps.layer;

import java.time.LocalDate;

/**
 * Everything that a map answer depends on beside the request: two answers of one edition to the
 * same request are equal, in every instance of the service.
 *
 * @param revision revision of the published data
 * @param day civil date of Ho Chi Minh City: views tell what is free today
 * @param catalogue version of the layer catalogue
 */
public record Edition(long revision, LocalDate day, String catalogue) {

  /**
   * Weak entity tag of an answer.
   *
   * @param variant what tells answers at the same address apart: format, language, rights
   */
  public String etag(String variant) {
    return "W/\"" + revision + "-" + day + "-" + catalogue + "-" + variant + "\"";
  }
}
