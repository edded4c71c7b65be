package vn.khuxuong.allocation.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.allocation.round.ClosedRounds.Annex;
import vn.khuxuong.platform.file.PdfFace;
import vn.khuxuong.platform.time.CivilTime;
import vn.khuxuong.platform.web.Language;

/**
 * The annex to the decision on A4, in DejaVu Sans, which is embedded as far as it is used: proof
 * first, then the list by the order of ties, with round, hash and page number on every page. The
 * same annex gives the same bytes. Lengths are points, 1/72 inch.
 */
final class AnnexPdf {
  private static final float MARGIN = 42;
  private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
  private static final float SIZE = 8;
  private static final float LEADING = 11;
  private static final float[] COLUMNS = {36, 66, 36, 56, 60, 50, 60, 66, 60};

  private final PDDocument document;
  private final PdfFace plain;
  private final PdfFace bold;
  private final Language language;
  private PDPageContentStream out;
  private float y;

  private AnnexPdf(PDDocument document, Language language) throws IOException {
    this.document = document;
    this.language = language;
    plain = PdfFace.plain(document);
    bold = PdfFace.bold(document);
    out = page();
  }

  static byte[] write(Annex annex, Language language) {
    try (PDDocument document = new PDDocument()) {
      PDDocumentInformation about = new PDDocumentInformation();
      about.setTitle(language.choose(annex.titleVi(), annex.titleEn()));
      about.setCreator("Khuxuong");
      about.setKeywords("sha256 " + annex.resultSha256());
      document.setDocumentInformation(about);
      document.getDocumentCatalog().setLanguage(language.tag());
      AnnexPdf pdf = new AnnexPdf(document, language);
      pdf.draw(annex);
      pdf.out.close();
      pdf.number(annex);
      // without it the identifier would hang on the clock
      document.setDocumentId(Long.parseUnsignedLong(annex.resultSha256().substring(0, 15), 16));
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private PDPageContentStream page() throws IOException {
    PDPage page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    y = PDRectangle.A4.getHeight() - MARGIN;
    return new PDPageContentStream(document, page);
  }

  /** Round, hash of the result and page of pages at the foot of each. */
  private void number(Annex annex) throws IOException {
    int of = document.getNumberOfPages();
    for (int i = 0; i < of; i++) {
      try (PDPageContentStream foot =
          new PDPageContentStream(document, document.getPage(i), AppendMode.APPEND, true, true)) {
        String left =
            language.choose("Đợt ", "Round ")
                + annex.code()
                + " · SHA-256 "
                + annex.resultSha256().substring(0, 16);
        plain.write(foot, left, SIZE - 1, MARGIN, MARGIN / 2);
        String right = language.choose("Trang ", "Page ") + (i + 1) + " / " + of;
        float width = bold.width(right, SIZE);
        bold.write(foot, right, SIZE, MARGIN + WIDTH - width, MARGIN / 2);
      }
    }
  }

  private void draw(Annex annex) throws IOException {
    line(
        annex.status().equals("SHOWN") || annex.status().equals("PROPOSED")
            ? language.choose("Dự thảo phụ lục quyết định phân bổ", "Draft annex to the decision")
            : language.choose("Phụ lục quyết định phân bổ", "Annex to the allocation decision"),
        bold,
        14);
    line(language.choose(annex.titleVi(), annex.titleEn()), bold, 11);
    if (!annex.approvedAt().isEmpty()) {
      ZonedDateTime at = OffsetDateTime.parse(annex.approvedAt()).atZoneSameInstant(CivilTime.ZONE);
      line(
          language.choose("Phê duyệt lúc ", "Approved at ")
              + at.format(DateTimeFormatter.ofPattern("HH:mm, ", Locale.ROOT))
              + language.date(at.toLocalDate()),
          plain,
          SIZE);
    }
    if (annex.dataStatus().equals("ILLUSTRATIVE")) {
      line(language.choose("Số liệu minh họa", "Illustrative data"), bold, SIZE);
    }
    y -= LEADING / 2;
    for (List<String> fact : AnnexTable.printedFacts(annex, language)) {
      paragraph(fact.get(0) + ": " + fact.get(1));
    }
    y -= LEADING / 2;
    List<List<String>> rows = AnnexTable.rows(annex, language);
    for (int i = 0; i < rows.size(); i++) {
      if (i == 0) {
        row(rows.get(0), bold, null);
      } else {
        row(AnnexTable.printedRow(rows.get(i), language), plain, rows.get(0));
      }
    }
  }

  private void line(String text, PdfFace font, float size) throws IOException {
    need(size * 1.5f);
    y -= size * 1.4f;
    font.write(out, text, size, MARGIN, y);
  }

  private void paragraph(String text) throws IOException {
    for (String line : plain.wrap(text, SIZE, WIDTH)) {
      line(line, plain, SIZE);
    }
  }

  private void row(List<String> row, PdfFace font, @Nullable List<String> heading)
      throws IOException {
    List<List<String>> cells = new ArrayList<>();
    int lines = 1;
    for (int i = 0; i < COLUMNS.length; i++) {
      List<String> cell = font.wrap(row.get(i), SIZE, COLUMNS[i] - 4);
      cells.add(cell);
      lines = Math.max(lines, cell.size());
    }
    List<String> reason =
        heading != null && row.size() > COLUMNS.length
            ? plain.wrap(row.get(COLUMNS.length), SIZE - 1, WIDTH - COLUMNS[0])
            : List.of();
    if (need((lines + reason.size()) * LEADING + 4) && heading != null) {
      row(heading, bold, null);
    }
    float top = y;
    float x = MARGIN;
    for (int i = 0; i < COLUMNS.length; i++) {
      for (int k = 0; k < cells.get(i).size(); k++) {
        font.write(out, cells.get(i).get(k), SIZE, x, top - (k + 1) * LEADING);
      }
      x += COLUMNS[i];
    }
    for (int k = 0; k < reason.size(); k++) {
      plain.write(
          out, reason.get(k), SIZE - 1, MARGIN + COLUMNS[0], top - (lines + k + 1) * LEADING);
    }
    y = top - (lines + reason.size()) * LEADING - 4;
    out.setLineWidth(0.4f);
    out.moveTo(MARGIN, y);
    out.lineTo(MARGIN + WIDTH, y);
    out.stroke();
  }

  /** Goes on a new page where less than this is left; says whether it did. */
  private boolean need(float height) throws IOException {
    boolean full = y - height < MARGIN;
    if (full) {
      out.close();
      out = page();
    }
    return full;
  }
}
