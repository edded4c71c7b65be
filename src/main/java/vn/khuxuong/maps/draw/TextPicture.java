package vn.khuxuong.maps.draw;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.text.Normalizer;
import java.util.concurrent.atomic.AtomicReference;
import vn.khuxuong.maps.style.Colour;

/**
 * A text with its halo around it. How much room it takes is known at once, as most labels find
 * none; its pixels are made when they are wanted, and kept. Shared by all threads.
 */
final class TextPicture {
  private static final long CACHE_BYTES = 16 << 20;
  private static final int LONGEST = 120;
  private static final double LINE_HEIGHT = 1.3;

  private static final Cache<Look, TextPicture> CACHE =
      Caffeine.newBuilder()
          .maximumWeight(CACHE_BYTES)
          .weigher((Look look, TextPicture text) -> text.bytes() + 200)
          .executor(Runnable::run)
          .build();

  private final Look look;
  private final String[] lines;
  private final int margin;
  private final int width;
  private final int height;
  private final AtomicReference<int[]> pixels = new AtomicReference<>();

  /**
   * What a text looks like; lines are parted by line feeds.
   *
   * @param size of the letters, pixels
   * @param haloWidth pixels
   */
  record Look(
      String text, Typeface face, double size, Colour colour, Colour halo, double haloWidth) {}

  private TextPicture(Look look) {
    this.look = look;
    this.lines = lines(look.text());
    this.width = width(look.face(), look.size(), lines);
    this.height = height(look.face(), look.size(), lines.length);
    this.margin = (int) Math.ceil(look.haloWidth()) + 1;
  }

  private static String[] lines(String words) {
    String text = words.length() > LONGEST ? words.substring(0, LONGEST) : words;
    return Normalizer.normalize(text, Normalizer.Form.NFC).split("\n");
  }

  /** Width of the letters' box that a text would have, pixels. */
  static int width(Typeface face, double size, String words) {
    return width(face, size, lines(words));
  }

  private static int width(Typeface face, double size, String[] lines) {
    double widest = 0;
    for (String line : lines) {
      widest = Math.max(widest, face.width(line, size));
    }
    return (int) Math.ceil(widest);
  }

  /** Height of the letters' box that a text of some lines would have, pixels. */
  static int height(Typeface face, double size, int lines) {
    return (int)
        Math.ceil(face.ascent(size) + face.descent(size) + LINE_HEIGHT * size * (lines - 1));
  }

  static TextPicture of(Look look) {
    return CACHE.get(look, TextPicture::new);
  }

  /** The text with its halo, row by row, premultiplied; not to be changed. */
  int[] pixels() {
    int[] made = pixels.get();
    if (made == null) {
      made = draw();
      pixels.set(made);
    }
    return made;
  }

  /** Pixels in a row. */
  int imageWidth() {
    return Math.max(1, width + 2 * margin);
  }

  /** Rows. */
  int imageHeight() {
    return Math.max(1, height + 2 * margin);
  }

  /** How far the halo reaches beyond the letters' box, pixels. */
  int margin() {
    return margin;
  }

  /** Width of the letters' box. */
  int width() {
    return width;
  }

  /** Height of the letters' box. */
  int height() {
    return height;
  }

  private int bytes() {
    return 4 * imageWidth() * imageHeight();
  }

  private int[] draw() {
    Typeface face = look.face();
    int rowLength = imageWidth();
    byte[] letters = new byte[rowLength * imageHeight()];
    byte[] halos = new byte[letters.length];
    double haloWidth = look.halo().argb() >>> 24 == 0 ? 0 : look.haloWidth();
    for (int i = 0; i < lines.length; i++) {
      double pen = margin + (width - face.width(lines[i], look.size())) / 2;
      // A base line on whole pixels keeps letters crisp.
      long base = Math.round(margin + face.ascent(look.size()) + i * LINE_HEIGHT * look.size());
      int at = 0;
      while (at < lines[i].length()) {
        int letter = lines[i].codePointAt(at);
        long place = Math.round(pen * Glyph.PLACES);
        int fine = (int) Math.floorMod(place, (long) Glyph.PLACES);
        Glyph.of(face, letter, look.size(), haloWidth, fine)
            .add(letters, halos, rowLength, (int) ((place - fine) / Glyph.PLACES), (int) base);
        pen += face.advance(letter) * look.size();
        at += Character.charCount(letter);
      }
    }
    int colour = Blend.premultiplied(look.colour().argb());
    int around = Blend.premultiplied(look.halo().argb());
    int[] made = new int[letters.length];
    for (int i = 0; i < made.length; i++) {
      int below = halos[i] == 0 ? 0 : Blend.scaled(around, halos[i] & 0xff);
      made[i] =
          letters[i] == 0 ? below : Blend.over(Blend.scaled(colour, letters[i] & 0xff), below);
    }
    return made;
  }
}
