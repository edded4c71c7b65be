package vn.khuxuong.platform.web;

import org.springframework.util.DigestUtils;

/** Strong entity tags: of answers that are known by their content, and compared with those sent. */
public final class EntityTag {

  private EntityTag() {}

  /** The tag of these bytes and of no others. */
  public static String of(byte[] content) {
    return "\"" + DigestUtils.md5DigestAsHex(content) + "\"";
  }

  /**
   * Whether the tag is one of those a client sent, by the strong comparison of RFC 9110, 8.8.3.2: a
   * weak tag never is.
   *
   * @param sent value of {@code If-Match}; several tags with commas between
   */
  public static boolean isAmong(String sent, String tag) {
    for (String one : sent.split(",", -1)) {
      if (one.strip().equals(tag)) {
        return true;
      }
    }
    return false;
  }
}
