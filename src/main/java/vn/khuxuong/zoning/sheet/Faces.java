package vn.khuxuong.zoning.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The letters of one document: DejaVu Sans, the face of all map text, embedded as far as it is
 * used. Sizes are of the em, mm.
 */
final class Faces {
  /** Height of capital letters, share of the em. */
  static final double CAPITALS = 0.729;

  private final PDType0Font regular;
  private final PDType0Font bold;
  private final CmapLookup letters;

  Faces(PDDocument document) throws IOException {
    TrueTypeFont plain = read("DejaVuSans.ttf");
    regular = PDType0Font.load(document, plain, true);
    letters = plain.getUnicodeCmapLookup();
    bold = PDType0Font.load(document, read("DejaVuSans-Bold.ttf"), true);
  }

  private static TrueTypeFont read(String file) throws IOException {
    try (InputStream in = Faces.class.getResourceAsStream("/fonts/" + file)) {
      if (in == null) {
        throw new IllegalStateException("/fonts/" + file + " is missing");
      }
      return new TTFParser().parse(new RandomAccessReadBuffer(in));
    }
  }

  PDType0Font font(boolean heavy) {
    return heavy ? bold : regular;
  }

  /** The text in normal form C on one line, with a question mark for letters that are not there. */
  String clean(String text) {
    StringBuilder clean = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFC)
        .codePoints()
        .map(c -> Character.isWhitespace(c) ? ' ' : c)
        .map(c -> letters.getGlyphId(c) == 0 ? '?' : c)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }

  /** Width of a text, mm. */
  double width(String text, boolean heavy, double size) throws IOException {
    return font(heavy).getStringWidth(clean(text)) / 1000 * size;
  }

  /** The text in lines that are no wider than asked, words longer than a line cut. */
  List<String> wrap(String text, boolean heavy, double size, double width) throws IOException {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : clean(text).split(" ")) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (width(longer, heavy, size) <= width) {
        line = longer;
        continue;
      }
      if (!line.isEmpty()) {
        lines.add(line);
      }
      while (width(word, heavy, size) > width && word.length() > 1) {
        int end = word.length() - 1;
        while (end > 1 && width(word.substring(0, end), heavy, size) > width) {
          end--;
        }
        lines.add(word.substring(0, end));
        word = word.substring(end);
      }
      line = word;
    }
    lines.add(line);
    return lines;
  }
}
