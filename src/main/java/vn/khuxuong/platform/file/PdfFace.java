package vn.khuxuong.platform.file;

import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Letters of DejaVu Sans in one PDF document, embedded as far as they are used. Lengths are points,
 * 1/72 inch. Text is set on one line in normal form C, with a question mark for letters that the
 * face lacks.
 */
public final class PdfFace {
  private final PDType0Font font;

  private PdfFace(PDType0Font font) {
    this.font = font;
  }

  /** The plain face of a document. */
  public static PdfFace plain(PDDocument document) throws IOException {
    return load(document, "DejaVuSans.ttf");
  }

  /** The bold face of a document. */
  public static PdfFace bold(PDDocument document) throws IOException {
    return load(document, "DejaVuSans-Bold.ttf");
  }

  private static PdfFace load(PDDocument document, String file) throws IOException {
    try (InputStream in = PdfFace.class.getResourceAsStream("/fonts/" + file)) {
      if (in == null) {
        throw new IllegalStateException("/fonts/" + file + " is missing");
      }
      return new PdfFace(PDType0Font.load(document, in, true));
    }
  }

  /** Writes from a point at the base line to the right, in the colour that is set for filling. */
  public void write(PDPageContentStream out, String text, float size, float x, float y)
      throws IOException {
    out.beginText();
    out.setFont(font, size);
    out.newLineAtOffset(x, y);
    out.showText(clean(text));
    out.endText();
  }

  /** Width of a text. */
  public float width(String text, float size) throws IOException {
    return font.getStringWidth(clean(text)) / 1000 * size;
  }

  /** Lines no wider than a width, broken at blanks, and within words that are too long. */
  public List<String> wrap(String text, float size, float width) throws IOException {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (int code : clean(text).codePoints().toArray()) {
      if (font.getStringWidth(line + Character.toString(code)) / 1000 * size > width
          && !line.isEmpty()) {
        int blank = line.lastIndexOf(" ");
        lines.add(blank > 0 ? line.substring(0, blank) : line.toString());
        line.delete(0, blank > 0 ? blank + 1 : line.length());
      }
      line.appendCodePoint(code);
    }
    lines.add(line.toString());
    return lines;
  }

  private String clean(String text) {
    StringBuilder clean = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFC)
        .codePoints()
        .map(c -> Character.isWhitespace(c) || c == 0xa0 ? ' ' : c)
        .forEach(c -> clean.appendCodePoint(has(c) ? c : '?'));
    return clean.toString();
  }

  private boolean has(int code) {
    try {
      return font.getStringWidth(Character.toString(code)) > 0;
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }
}
