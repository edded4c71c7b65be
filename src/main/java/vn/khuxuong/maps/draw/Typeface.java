package vn.khuxuong.maps.draw;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.font.LineMetrics;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * The face of all map text: DejaVu Sans from the class path, which has every Vietnamese letter, so
 * that a map looks alike on every host whatever fonts that has.
 */
enum Typeface {
  REGULAR("DejaVuSans.ttf"),
  BOLD("DejaVuSans-Bold.ttf");

  private static final double SAMPLE = 1000;

  /** Letters up to here have their advances kept: Latin with all marks and signs. */
  private static final int KNOWN = 0x2200;

  @SuppressWarnings("ImmutableEnumChecker") // never changes
  private final FontRenderContext context = new FontRenderContext(null, true, true);

  @SuppressWarnings("ImmutableEnumChecker") // a Font never changes
  private final Font font;

  private final double ascent;
  private final double descent;

  @SuppressWarnings("ImmutableEnumChecker") // only remembers what the font says
  private final AtomicLongArray advances = new AtomicLongArray(KNOWN);

  Typeface(String file) {
    try (InputStream in = Typeface.class.getResourceAsStream("/fonts/" + file)) {
      if (in == null) {
        throw new IllegalStateException("/fonts/" + file + " is missing");
      }
      font = Font.createFont(Font.TRUETYPE_FONT, in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (FontFormatException e) {
      throw new IllegalStateException(file, e);
    }
    LineMetrics metrics = font.deriveFont((float) SAMPLE).getLineMetrics("Ễ", context);
    ascent = metrics.getAscent() / SAMPLE;
    descent = metrics.getDescent() / SAMPLE;
  }

  static Typeface of(boolean bold) {
    return bold ? BOLD : REGULAR;
  }

  /** Letters in normal form C, so that marks stand where the font's designer put them. */
  GlyphVector glyphs(String text, double size) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    return font.deriveFont((float) size).createGlyphVector(context, composed);
  }

  /** Width of a line of text, pixels. */
  double width(String text, double size) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    double width = 0;
    int at = 0;
    while (at < composed.length()) {
      int letter = composed.codePointAt(at);
      width += advance(letter);
      at += Character.charCount(letter);
    }
    return width * size;
  }

  /**
   * How far a letter moves the pen on, as a share of the letters' size.
   *
   * @param letter code point
   */
  double advance(int letter) {
    if (letter >= KNOWN) {
      return measured(letter);
    }
    double known = Double.longBitsToDouble(advances.get(letter));
    if (known == 0) {
      known = measured(letter);
      advances.set(letter, Double.doubleToRawLongBits(known));
    }
    return known;
  }

  private double measured(int letter) {
    return glyphs(Character.toString(letter), SAMPLE).getLogicalBounds().getWidth() / SAMPLE;
  }

  /** Height above the base line of the tallest letters with stacked marks. */
  double ascent(double size) {
    return ascent * size;
  }

  double descent(double size) {
    return descent * size;
  }

  /** Whether it has all letters of a text. */
  boolean hasAll(String text) {
    return font.canDisplayUpTo(Normalizer.normalize(text, Normalizer.Form.NFC)) == -1;
  }
}
