package vn.khuxuong.report.dossier;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import vn.khuxuong.platform.file.PdfFace;

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
  final PdfFace plain;
  final PdfFace bold;
  private final String foot;
  private PDPageContentStream out;
  private float y;
  private int pages;

  Paper(PDDocument document, String foot) throws IOException {
    this.document = document;
    this.foot = foot;
    plain = PdfFace.plain(document);
    bold = PdfFace.bold(document);
    out = begin();
  }

  private PDPageContentStream begin() throws IOException {
    PDPage page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    pages++;
    y = PDRectangle.A4.getHeight() - MARGIN;
    PDPageContentStream stream = new PDPageContentStream(document, page);
    plain.write(stream, foot, SMALL, MARGIN, MARGIN / 2);
    String number = "Trang " + pages;
    plain.write(stream, number, SMALL, MARGIN + WIDTH - plain.width(number, SMALL), MARGIN / 2);
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
    for (String line : bold.wrap(text, size, WIDTH)) {
      y -= size * LEADING;
      write(line, bold, size, MARGIN, y);
    }
    space(size * 0.4f);
  }

  void paragraph(String text) throws IOException {
    for (String line : plain.wrap(text, SIZE, WIDTH)) {
      need(SIZE * LEADING);
      y -= SIZE * LEADING;
      write(line, plain, SIZE, MARGIN, y);
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
      List<String> row, PdfFace font, float[] shares, boolean[] numbers, List<String> heading)
      throws IOException {
    float sum = 0;
    for (float share : shares) {
      sum += share;
    }
    List<List<String>> cells = new ArrayList<>();
    int lines = 1;
    for (int i = 0; i < row.size(); i++) {
      List<String> cell = font.wrap(row.get(i), SMALL, WIDTH * shares[i] / sum - 8);
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
        float at = numbers[i] ? x + width - 4 - font.width(text, SMALL) : x + 4;
        write(text, font, SMALL, at, y - (k + 1) * SMALL * LEADING);
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

  void write(String text, PdfFace font, float size, float x, float at) throws IOException {
    out.setNonStrokingColor(0f);
    font.write(out, text, size, x, at);
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
