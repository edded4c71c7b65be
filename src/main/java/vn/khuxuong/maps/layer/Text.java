package vn.khuxuong.maps.layer;

import java.text.Normalizer;

/**
 * Words for people in both languages of the service, in Unicode normal form C.
 *
 * @param vi Vietnamese, never blank
 * @param en English, never blank
 */
public record Text(String vi, String en) {

  public Text {
    vi = Normalizer.normalize(vi, Normalizer.Form.NFC).strip();
    en = Normalizer.normalize(en, Normalizer.Form.NFC).strip();
    if (vi.isEmpty() || en.isEmpty()) {
      throw new IllegalArgumentException("Both languages must have words: vi=" + vi + ", en=" + en);
    }
  }
}
