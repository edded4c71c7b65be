package vn.khuxuong.zoning.sheet;

import java.util.Locale;
import java.util.Optional;

/**
 * Paper of ISO 216 and how large things are drawn on it: who reads an A0 stands farther off than
 * who reads an A4.
 */
enum Paper {
  A4(210, 297, 0.75, 0.17),
  A3(297, 420, 0.85, 0.19),
  A2(420, 594, 1.0, 0.22),
  A1(594, 841, 1.2, 0.26),
  A0(841, 1189, 1.5, 0.30);

  private final int shortMm;
  private final int longMm;
  private final double unitMm;
  private final double pixelMm;

  Paper(int shortMm, int longMm, double unitMm, double pixelMm) {
    this.shortMm = shortMm;
    this.longMm = longMm;
    this.unitMm = unitMm;
    this.pixelMm = pixelMm;
  }

  static Optional<Paper> find(String text) {
    for (Paper paper : values()) {
      if (paper.name().equals(text.toUpperCase(Locale.ROOT))) {
        return Optional.of(paper);
      }
    }
    return Optional.empty();
  }

  int widthMm(boolean landscape) {
    return landscape ? longMm : shortMm;
  }

  int heightMm(boolean landscape) {
    return landscape ? shortMm : longMm;
  }

  /** The unit in which frame, tables and their letters are measured: 1 mm on A2. */
  double unitMm() {
    return unitMm;
  }

  /** What a pixel of the style files is on this paper. */
  double pixelMm() {
    return pixelMm;
  }

  /** Distance between grid crosses that should not be exceeded. */
  double widestGridMm() {
    return this == A4 || this == A3 ? 60 : 100;
  }
}
