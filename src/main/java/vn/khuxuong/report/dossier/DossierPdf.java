package vn.khuxuong.report.dossier;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.platform.file.Sha256;
import vn.khuxuong.platform.web.Language;
import vn.khuxuong.report.indicator.DossierFigures;
import vn.khuxuong.report.indicator.Line;
import vn.khuxuong.report.indicator.ReportTable;

/**
 * The dossier on A4: what it rests on, the indicators, and a sheet with a map for each zone. The
 * same figures and shapes give the same bytes; its identifier is of their hash, and it has no date
 * of making.
 */
final class DossierPdf {
  /** Keys of rows and kinds that stand beside codes but are none: their names say it all. */
  private static final Set<String> NOT_CODES =
      Set.of(Line.OPENING, Line.OTHER, "TOTAL", "CERTIFICATE", "PRODUCT");

  private static final int HASH_DIGITS = 15;

  private final Paper paper;
  private final DossierFigures figures;
  private final List<ZoneSheet> zones;

  private DossierPdf(Paper paper, DossierFigures figures, List<ZoneSheet> zones) {
    this.paper = paper;
    this.figures = figures;
    this.zones = zones;
  }

  static byte[] write(DossierFigures figures, List<ZoneSheet> zones) {
    String hash = Sha256.of(figures.toString() + zones);
    try (PDDocument document = new PDDocument()) {
      PDDocumentInformation about = new PDDocumentInformation();
      about.setTitle("Hồ sơ đề án chuyển đổi mô hình các khu chế xuất, khu công nghiệp");
      about.setCreator("Khuxuong");
      about.setKeywords("sha256 " + hash);
      document.setDocumentInformation(about);
      document.getDocumentCatalog().setLanguage("vi");
      try (Paper paper =
          new Paper(
              document,
              "Số liệu đến "
                  + Language.VI.date(figures.on())
                  + " · mã số liệu "
                  + hash.substring(0, HASH_DIGITS))) {
        new DossierPdf(paper, figures, zones).draw();
      }
      document.setDocumentId(Long.parseUnsignedLong(hash.substring(0, HASH_DIGITS), 16));
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void draw() throws IOException {
    paper.heading("Hồ sơ đề án chuyển đổi mô hình các khu chế xuất, khu công nghiệp", 17);
    paper.paragraph("Phần số liệu và bản đồ, kèm tờ trình Ủy ban nhân dân Thành phố Hồ Chí Minh.");
    paper.paragraph(
        "Tính đến ngày "
            + Language.VI.date(figures.on())
            + ", theo số liệu biết lúc "
            + figures.knownAt()
            + ".");
    if (figures.illustrative()) {
      paper.paragraph("Bản này tính cả dự án minh họa; không dùng để trình.");
    }
    figures.notes().forEach(this::note);
    paper.heading("1. Năm khu chuyển đổi", 12);
    paper.table(
        List.of("Mã", "Khu", "Diện tích, ha", "Cho thuê, ha", "Thành lập", "Thời hạn đất"),
        zones.stream()
            .map(
                zone ->
                    List.of(
                        zone.code(),
                        zone.nameVi(),
                        number(zone.grossHa()),
                        number(zone.leasableHa()),
                        zone.founded() == null ? "chưa rõ" : String.valueOf(zone.founded()),
                        term(zone)))
            .toList(),
        new float[] {1, 5, 2, 2, 2, 2.4f},
        new boolean[] {false, false, true, true, true, true});
    int part = 2;
    for (ReportTable table : figures.tables()) {
      paper.heading(part++ + ". " + table.title(), 12);
      if (table.rows().isEmpty()) {
        paper.paragraph("Không có số liệu.");
        continue;
      }
      int columns = table.columns().size();
      float[] shares = new float[columns];
      boolean[] numbers = new boolean[columns];
      for (int i = 0; i < columns; i++) {
        int at = i;
        numbers[i] = i > 0 && table.rows().stream().anyMatch(row -> row.get(at) instanceof Number);
        shares[i] = numbers[i] ? 2 : i == 1 && columns > 3 ? 3.5f : columns == 2 ? 4 : 1.6f;
      }
      paper.table(
          table.columns(), table.rows().stream().map(DossierPdf::texts).toList(), shares, numbers);
    }
    for (ZoneSheet zone : zones) {
      sheet(zone, part++);
    }
  }

  private void note(String text) {
    try {
      paper.paragraph(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void sheet(ZoneSheet zone, int part) throws IOException {
    paper.turn();
    paper.heading(part + ". " + zone.nameVi() + " (" + zone.code() + ")", 14);
    ZoneMap.draw(paper, zone);
    if (!zone.dataStatus().equals("OFFICIAL")) {
      paper.paragraph(
          "Ranh giới là sơ đồ, không có giá trị pháp lý"
              + (zone.positionErrorKm() == null
                  ? "."
                  : "; vị trí có thể lệch tới " + number(zone.positionErrorKm()) + " km."));
    }
    paper.paragraph(
        "Đường đậm: ranh khu. Đường mảnh: phân khu của đồ án đang có hiệu lực ("
            + (zone.subzones().isEmpty() ? "chưa có" : zone.subzones().size() + " phân khu")
            + "). Ô đen: nhà xưởng cao tầng ("
            + zone.buildings().size()
            + ").");
    List<List<String>> facts = new ArrayList<>();
    facts.add(List.of("Diện tích", number(zone.grossHa()) + " ha"));
    facts.add(
        List.of(
            "Đất cho thuê",
            zone.leasableHa() == null ? "chưa rõ" : number(zone.leasableHa()) + " ha"));
    facts.add(List.of("Thời hạn đất", term(zone)));
    facts.add(List.of("Chủ đầu tư hạ tầng", zone.operator() == null ? "chưa rõ" : zone.operator()));
    facts.add(List.of("Địa bàn", zone.commune() == null ? "chưa rõ" : zone.commune()));
    figures.ofZone(zone.code()).forEach((name, value) -> facts.add(List.of(name, text(value))));
    paper.table(
        List.of("Mục", "Nội dung"), facts, new float[] {2, 5}, new boolean[] {false, false});
  }

  private static String term(ZoneSheet zone) {
    if (zone.termEnd() == null) {
      return "chưa rõ";
    }
    return "DAY".equals(zone.termPrecision())
        ? Language.VI.date(zone.termEnd())
        : String.valueOf(zone.termEnd().getYear());
  }

  private static List<String> texts(List<@Nullable Object> row) {
    List<String> texts = new ArrayList<>();
    for (Object value : row) {
      texts.add(text(value));
    }
    return texts;
  }

  private static String text(@Nullable Object value) {
    if (value instanceof LocalDate day) {
      return Language.VI.date(day);
    }
    if (value instanceof BigDecimal decimal) {
      return number(decimal);
    }
    if (value instanceof Integer whole && whole > 9_999) {
      return number(BigDecimal.valueOf(whole));
    }
    String plain = value == null ? "" : value.toString();
    return NOT_CODES.contains(plain) ? "" : plain;
  }

  /** With a point between thousands and at most two decimals behind a comma. */
  private static String number(@Nullable BigDecimal value) {
    if (value == null) {
      return "chưa rõ";
    }
    BigDecimal rounded = value.setScale(2, RoundingMode.HALF_UP);
    String text = String.format(Locale.ROOT, "%,.2f", rounded);
    String plain = text.endsWith(".00") ? text.substring(0, text.length() - 3) : text;
    return plain.replace(',', ' ').replace('.', ',').replace(' ', '.');
  }
}
