package vn.khuxuong.zoning.edit;

import java.util.Locale;
import java.util.Optional;

/** Which ordinate of a projected position is written first. */
public enum Axes {
  /** East before north, as programs write. */
  EN,
  /** North (X) before east (Y), as Vietnamese drawings write. */
  NE;

  /** {@code EN} or {@code NE}, whatever its case. */
  public static Optional<Axes> find(String text) {
    return switch (text.strip().toUpperCase(Locale.ROOT)) {
      case "EN" -> Optional.of(EN);
      case "NE" -> Optional.of(NE);
      default -> Optional.empty();
    };
  }
}
