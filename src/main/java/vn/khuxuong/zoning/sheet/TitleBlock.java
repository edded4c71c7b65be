package vn.khuxuong.zoning.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.maps.style.Colour;
import vn.khuxuong.platform.web.Language;
import vn.khuxuong.zoning.plan.Plan;

/**
 * The title block (khung tên) in the lower right corner: what the drawing is, at which scale, in
 * which system, how far it may be trusted, and by whom.
 */
final class TitleBlock {
  private static final double RULE_MM = 0.13;
  private static final Colour AMBER = new Colour(0xfffdf0d5);
  private static final Colour AMBER_INK = new Colour(0xff8a5200);
  private static final Colour LABEL = new Colour(0xff3d5360);

  private final List<Line> lines = new ArrayList<>();
  private final Faces faces;
  private final double unit;
  private final double width;

  /** One row of one or two cells. */
  private record Line(List<Cell> cells, double height, @Nullable Colour ground) {}

  private record Cell(String label, List<String> words, boolean bold, double size) {}

  /**
   * @param page what this page is called: a sheet's number or the key map
   * @param number of this page and how many there are, such as 3/12
   */
  TitleBlock(
      Faces faces,
      Layout layout,
      double width,
      SheetPlan sheet,
      SheetRequest request,
      int scale,
      String page,
      String number)
      throws IOException {
    this.faces = faces;
    this.unit = layout.unit();
    this.width = width;
    Language language = request.language();
    Plan plan = sheet.plan();
    String mark = Words.mark(sheet, language);
    if (!mark.isEmpty()) {
      row(null, List.of(cell("", mark, true, 5, width)));
    }
    String notice = Words.notice(plan, language);
    if (!notice.isEmpty()) {
      row(AMBER, List.of(cell("", notice, true, 3, width)));
    }
    String authority = language.choose(text(plan.authorityVi()), text(plan.authorityEn()));
    if (!authority.isEmpty()) {
      row(null, "Cơ quan phê duyệt", "Approving authority", language, authority, true, 2.6);
    }
    row(
        null,
        "Tên đồ án",
        "Plan",
        language,
        language.choose(plan.titleVi(), plan.titleEn()),
        true,
        3.1);
    row(
        null,
        "Khu",
        "Zone",
        language,
        language.choose(sheet.zone().nameVi(), sheet.zone().nameEn())
            + " ("
            + sheet.zone().code()
            + ")",
        false,
        2.6);
    row(null, "Tên bản vẽ", "Drawing", language, page, true, 3.1);
    pair(
        language.choose("Bản vẽ số", "Drawing no."),
        name(plan),
        language.choose("Tờ", "Sheet"),
        number);
    pair(
        language.choose("Tỷ lệ", "Scale"),
        Words.scale(scale, language),
        language.choose("Khổ giấy", "Paper"),
        request.paper().name());
    row(
        null,
        "Hệ tọa độ",
        "Coordinate system",
        language,
        Words.crs(plan.legal(), language),
        false,
        2.6);
    row(null, "Trạng thái", "Status", language, Words.status(plan, language), true, 2.6);
    if (sheet.names()) {
      pair(
          language.choose("Người vẽ", "Drawn by"),
          plan.author(),
          language.choose("Người duyệt", "Approved by"),
          text(plan.approvedBy()));
    }
    String version = String.valueOf(plan.version());
    if (sheet.names() && sheet.revision() > 0) {
      version += language.choose(", bản ghi ", ", revision ") + sheet.revision();
    }
    pair(
        language.choose("Phiên bản", "Version"),
        version,
        language.choose("Mã nội dung (sha256)", "Content hash (sha256)"),
        sheet.contentSha256().substring(0, 16));
  }

  /** The drawing's number: zone and version. */
  static String name(Plan plan) {
    return plan.zoneCode() + "-" + plan.version();
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  private void row(
      @Nullable Colour ground,
      String vi,
      String en,
      Language language,
      String words,
      boolean bold,
      double size)
      throws IOException {
    row(ground, List.of(cell(language.choose(vi, en), words, bold, size, width)));
  }

  private void pair(String label, String words, String label2, String words2) throws IOException {
    row(
        null,
        List.of(
            cell(label, words, true, 2.6, width / 2), cell(label2, words2, true, 2.6, width / 2)));
  }

  private Cell cell(String label, String words, boolean bold, double size, double cellWidth)
      throws IOException {
    return new Cell(
        label, faces.wrap(words, bold, size * unit, cellWidth - 5 * unit), bold, size * unit);
  }

  private void row(@Nullable Colour ground, List<Cell> cells) {
    double height = 0;
    for (Cell cell : cells) {
      double label = cell.label().isEmpty() ? 0 : 2.6 * unit;
      height = Math.max(height, label + cell.words().size() * cell.size() * 1.32 + 2 * unit);
    }
    lines.add(new Line(cells, height, ground));
  }

  double height() {
    return lines.stream().mapToDouble(Line::height).sum();
  }

  /** Draws it with its foot at a height. */
  void draw(Pen pen, double left, double bottom) throws IOException {
    double y = bottom + height();
    for (Line line : lines) {
      double cellWidth = width / line.cells().size();
      if (line.ground() != null) {
        pen.fill(new Box(left, y - line.height(), width, line.height()), line.ground());
      }
      pen.line(left, y, left + width, y, y == bottom + height() ? 0.5 : RULE_MM, Pen.INK);
      for (int i = 0; i < line.cells().size(); i++) {
        double x = left + i * cellWidth;
        if (i > 0) {
          pen.line(x, y, x, y - line.height(), RULE_MM, Pen.INK);
        }
        cell(pen, line.cells().get(i), x + 2.5 * unit, y - unit, line.ground() != null);
      }
      y -= line.height();
    }
  }

  private void cell(Pen pen, Cell cell, double x, double top, boolean warning) throws IOException {
    double y = top;
    if (!cell.label().isEmpty()) {
      y -= 2.3 * unit;
      pen.text(
          cell.label(), x, y + 0.3 * unit, new Pen.Ink(false, 1.9 * unit, LABEL), Pen.Align.LEFT);
      y -= 0.3 * unit;
    }
    for (String words : cell.words()) {
      y -= cell.size() * 1.32;
      Pen.Ink ink = new Pen.Ink(cell.bold(), cell.size(), warning ? AMBER_INK : Pen.INK);
      pen.text(words, x, y + cell.size() * 0.36, ink, Pen.Align.LEFT);
    }
  }
}
