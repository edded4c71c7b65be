package vn.khuxuong.zoning.synthetic;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Made-up place names as they sound in the south and the north. */
final class Words {
  private static final List<String> SYLLABLES =
      List.of(
          "Tân", "Phú", "Bình", "Long", "Mỹ", "An", "Hòa", "Thạnh", "Vĩnh", "Phước", "Đức", "Hiệp",
          "Xuân", "Thới", "Lộc", "Đông", "Nam", "Sơn", "Minh", "Hưng", "Thuận", "Trung", "Việt",
          "Giang", "Hải", "Khánh", "Quang", "Thành");

  private Words() {}

  /** As many different names of two syllables as there are, in a random order. */
  static List<String> placeNames(Random random) {
    List<String> names = new ArrayList<>();
    for (String first : SYLLABLES) {
      for (String second : SYLLABLES) {
        if (!first.equals(second)) {
          names.add(first + " " + second);
        }
      }
    }
    Collections.shuffle(names, random);
    return names;
  }

  /** A Vietnamese name as English texts write it: without marks. */
  static String plain(String vietnamese) {
    return Normalizer.normalize(vietnamese, Normalizer.Form.NFD)
        .replaceAll("\\p{M}+", "")
        .replace('đ', 'd')
        .replace('Đ', 'D');
  }
}
