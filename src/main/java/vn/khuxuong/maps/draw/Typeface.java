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

/**
 * The face of all map text: DejaVu Sans from the class path, which has every Vietnamese letter, so
 * that a map looks alike on every host whatever fonts that has.
 */
enum Typeface {
  REGULAR("DejaVuSans.ttf"),
  BOLD("DejaVuSans-Bold.ttf");

  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

  @SuppressWarnings("ImmutableEnumChecker") // a Font never changes
  private final Font font;

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
  }

  static Typeface of(boolean bold) {
    return bold ? BOLD : REGULAR;
  }

  /** Letters in normal form C, so that marks stand where the font's designer put them. */
  GlyphVector glyphs(String text, double size) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    return font.deriveFont((float) size).createGlyphVector(CONTEXT, composed);
  }

  double width(String text, double size) {
    return glyphs(text, size).getLogicalBounds().getWidth();
  }

  /** Height above the base line of the tallest letters with stacked marks. */
  double ascent(double size) {
    return metrics(size).getAscent();
  }

  double descent(double size) {
    return metrics(size).getDescent();
  }

  private LineMetrics metrics(double size) {
    return font.deriveFont((float) size).getLineMetrics("Ễ", CONTEXT);
  }

  /** Whether it has all letters of a text. */
  boolean hasAll(String text) {
    return font.canDisplayUpTo(Normalizer.normalize(text, Normalizer.Form.NFC)) == -1;
  }
}
