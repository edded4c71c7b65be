package vn.khuxuong.maps.feature;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import vn.khuxuong.maps.layer.FieldType;
import vn.khuxuong.platform.problem.ProblemException;

/**
 * Where the next page begins: after the feature of this key. It does not depend on the size of the
 * page, and features that come or go while somebody pages make no other feature appear twice or not
 * at all.
 *
 * @param after key of the last feature seen
 */
record Cursor(String after) {

  private static final int LONGEST = 400;

  /**
   * Reads what {@link #text} wrote.
   *
   * @param keyType type of the layer's key
   * @throws vn.khuxuong.platform.problem.ProblemException if nobody wrote it so
   */
  static Cursor parse(String text, FieldType keyType) {
    try {
      if (text.isEmpty() || text.length() > LONGEST) {
        throw bad();
      }
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      String after = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      boolean number = keyType == FieldType.INTEGER;
      if (after.isEmpty() || after.indexOf('\0') >= 0 || (number && !isWhole(after))) {
        throw bad();
      }
      return new Cursor(after);
    } catch (IllegalArgumentException | CharacterCodingException e) {
      throw bad().causedBy(e);
    }
  }

  String text() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(after.getBytes(StandardCharsets.UTF_8));
  }

  /** Whether a text is a whole number of at most 18 digits, as keys are. */
  static boolean isWhole(String text) {
    return text.matches("-?[0-9]{1,18}");
  }

  private static ProblemException bad() {
    return Parameters.bad(
        "cursor",
        "không đúng, hãy dùng liên kết next của trang trước",
        "is not one of ours: use the next link of the page before");
  }
}
