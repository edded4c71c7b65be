package vn.khuxuong.tenancy.application;

import java.text.Normalizer;
import vn.khuxuong.platform.file.FileType;

/** Names of uploaded files as they are kept: a name and nothing that could be a path. */
final class FileName {
  private static final int LONGEST = 100;

  private FileName() {}

  /**
   * The last part of a sent name in NFC, without letters that mean something to a shell, a header
   * or a file system, at most {@value #LONGEST} characters, and with the extension of its content.
   */
  static String clean(String sent, FileType type) {
    String name = Normalizer.normalize(wellFormed(sent), Normalizer.Form.NFC);
    name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    StringBuilder kept = new StringBuilder();
    name.codePoints().forEach(c -> kept.appendCodePoint(isPlain(c) ? c : '_'));
    String stem = kept.toString().replaceAll("(?i)\\.(pdf|jpe?g|png)$", "").replace('.', '_');
    stem = stem.strip().replaceAll("[_\\s]{2,}", "_");
    int length = stem.codePointCount(0, stem.length());
    if (length > LONGEST) {
      stem = stem.substring(0, stem.offsetByCodePoints(0, LONGEST));
    }
    return (stem.isBlank() || stem.equals("_") ? "tep" : stem) + "." + type.extension();
  }

  private static boolean isPlain(int c) {
    return Character.isLetterOrDigit(c)
        || Character.getType(c) == Character.NON_SPACING_MARK
        || " .-_()+,".indexOf(c) >= 0;
  }

  /** Replaces halves of letters, which no text can hold. */
  private static String wellFormed(String text) {
    StringBuilder whole = new StringBuilder();
    text.codePoints()
        .forEach(
            c ->
                whole.appendCodePoint(
                    c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? '_' : c));
    return whole.toString();
  }
}
