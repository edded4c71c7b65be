package vn.khuxuong.maps.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TypefaceTest {

  @ParameterizedTest
  @EnumSource(Typeface.class)
  void hasEveryVietnameseLetterInBothNormalForms(Typeface face) {
    StringBuilder letters = new StringBuilder("đĐ²");
    for (char vowel : "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY".toCharArray()) {
      for (String tone : new String[] {"", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"}) {
        letters.append(vowel).append(tone);
      }
    }
    assertThat(face.hasAll(letters.toString())).isTrue();
    String composed = Normalizer.normalize(letters, Normalizer.Form.NFC);
    String decomposed = Normalizer.normalize(letters, Normalizer.Form.NFD);
    assertThat(face.width(decomposed, 12)).isEqualTo(face.width(composed, 12));
  }
}
