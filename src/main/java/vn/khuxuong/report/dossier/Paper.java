package vn.khuxuong.report.dossier;

import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * A4 pages that fill from the top: headings, paragraphs, tables that go on over pages, a foot with
 * the page number. Set in DejaVu Sans. Lengths are points, 1/72 inch, from the lower left corner.
 */
final class Paper implements AutoCloseable {
  static final float MARGIN = 50;
  static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
  static final float SIZE = 9;
  private static final float SMALL = 8;
  private static final float LEADING = 1.4f;

  final PDDocument document;
  final PDType0Font plain;
  final PDType0Font bold;
  private final String foot;
  private PDPageContentStream out;
  private float y;
  private int pages;

  Paper(PDDocument document, String foot) throws IOException {
    this.document = document;
    this.foot = foot;
    plain = font(document, "DejaVuSans.ttf");
    bold = font(document, "DejaVuSans-Bold.ttf");
    out = begin();
  }

  private static PDType0Font font(PDDocument document, String file) throws IOException {
    try (InputStream in = Paper.class.getResourceAsStream("/fonts/" + file)) {
      if (in == null) {
        throw new IllegalStateException("/fonts/" + file + " is missing");
      }
      return PDType0Font.load(document, in, true);
    }
  }

  private PDPageContentStream begin() throws IOException {
    PDPage page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    pages++;
    y = PDRectangle.A4.getHeight() - MARGIN;
    PDPageContentStream stream = new PDPageContentStream(document, page);
    write(stream, foot, plain, SMALL, MARGIN, MARGIN / 2);
    String number = "Trang " + pages;
    write(stream, number, plain, SMALL, MARGIN + WIDTH - width(number, plain, SMALL), MARGIN / 2);
    return stream;
  }

  /** Goes on a new page. */
  void turn() throws IOException {
    out.close();
    out = begin();
  }

  /** Goes on a new page where less than this is left; says whether it did. */
  boolean need(float height) throws IOException {
    boolean full = y - height < MARGIN;
    if (full) {
      turn();
    }
    return full;
  }

  void space(float height) {
    y -= height;
  }

  void heading(String text, float size) throws IOException {
    // a heading is never the last line of a page
    need(size * LEADING * 4);
    for (String line : wrap(text, bold, size, WIDTH)) {
      y -= size * LEADING;
      write(out, line, bold, size, MARGIN, y);
    }
    space(size * 0.4f);
  }

  void paragraph(String text) throws IOException {
    for (String line : wrap(text, plain, SIZE, WIDTH)) {
      need(SIZE * LEADING);
      y -= SIZE * LEADING;
      write(out, line, plain, SIZE, MARGIN, y);
    }
    space(4);
  }

  /**
   * A table with its heading on each page.
   *
   * @param shares widths of the columns in parts of the whole
   * @param numbers whether a column is set to the right
   */
  void table(List<String> heading, List<List<String>> rows, float[] shares, boolean[] numbers)
      throws IOException {
    row(heading, bold, shares, numbers, List.of());
    for (List<String> row : rows) {
      boolean total = row.get(0).equals("Toàn thành phố") || row.get(0).equals("Cộng");
      row(row, total ? bold : plain, shares, numbers, heading);
    }
    space(8);
  }

  private void row(
      List<String> row, PDType0Font font, float[] shares, boolean[] numbers, List<String> heading)
      throws IOException {
    float sum = 0;
    for (float share : shares) {
      sum += share;
    }
    List<List<String>> cells = new ArrayList<>();
    int lines = 1;
    for (int i = 0; i < row.size(); i++) {
      List<String> cell = wrap(row.get(i), font, SMALL, WIDTH * shares[i] / sum - 8);
      cells.add(cell);
      lines = Math.max(lines, cell.size());
    }
    float height = lines * SMALL * LEADING + 5;
    if (need(height) && !heading.isEmpty()) {
      row(heading, bold, shares, numbers, List.of());
    }
    float x = MARGIN;
    for (int i = 0; i < row.size(); i++) {
      float width = WIDTH * shares[i] / sum;
      for (int k = 0; k < cells.get(i).size(); k++) {
        String text = cells.get(i).get(k);
        float at = numbers[i] ? x + width - 4 - width(text, font, SMALL) : x + 4;
        write(out, text, font, SMALL, at, y - (k + 1) * SMALL * LEADING);
      }
      x += width;
    }
    y -= height;
    out.setLineWidth(heading.isEmpty() ? 0.9f : 0.3f);
    out.setStrokingColor(0.4f);
    out.moveTo(MARGIN, y);
    out.lineTo(MARGIN + WIDTH, y);
    out.stroke();
  }

  /** Upper edge of what is still empty. */
  float top() {
    return y;
  }

  PDPageContentStream canvas() {
    return out;
  }

  void write(String text, PDType0Font font, float size, float x, float at) throws IOException {
    write(out, text, font, size, x, at);
  }

  private static void write(
      PDPageContentStream stream, String text, PDType0Font font, float size, float x, float at)
      throws IOException {
    stream.beginText();
    stream.setNonStrokingColor(0f);
    stream.setFont(font, size);
    stream.newLineAtOffset(x, at);
    stream.showText(clean(text, font));
    stream.endText();
  }

  static float width(String text, PDType0Font font, float size) throws IOException {
    return font.getStringWidth(clean(text, font)) / 1000 * size;
  }

  private static List<String> wrap(String text, PDType0Font font, float size, float width)
      throws IOException {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (int code : clean(text, font).codePoints().toArray()) {
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

  /** The text on one line in normal form C, with a question mark for letters the face lacks. */
  private static String clean(String text, PDType0Font font) {
    StringBuilder clean = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFC)
        .codePoints()
        .map(c -> Character.isWhitespace(c) || c == 0xa0 ? ' ' : c)
        .forEach(c -> clean.appendCodePoint(has(font, c) ? c : '?'));
    return clean.toString();
  }

  private static boolean has(PDType0Font font, int code) {
    try {
      return font.getStringWidth(Character.toString(code)) > 0;
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
