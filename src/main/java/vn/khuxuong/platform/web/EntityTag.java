package vn.khuxuong.platform.web;

import org.springframework.util.DigestUtils;

/** Strong entity tags of answers that are known by their content. */
public final class EntityTag {

  private EntityTag() {}

  /** The tag of these bytes and of no others. */
  public static String of(byte[] content) {
    return "\"" + DigestUtils.md5DigestAsHex(content) + "\"";
  }
}
