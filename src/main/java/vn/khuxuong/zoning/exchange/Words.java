package vn.khuxuong.zoning.exchange;

import java.text.Normalizer;
import java.util.Locale;

/** Vietnamese words as they are compared: without accents and case. */
final class Words {
  private Words() {}

  /** Lower case, accents and đ folded, everything but letters and digits a single space. */
  static String folded(String text) {
    return unaccented(text).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", " ").strip();
  }

  /** The same letters without marks; stripping marks alone would leave đ and Đ. */
  static String unaccented(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}+", "")
        .replace('đ', 'd')
        .replace('Đ', 'D');
  }
}
