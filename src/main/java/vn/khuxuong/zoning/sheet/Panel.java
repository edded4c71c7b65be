package vn.khuxuong.zoning.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.khuxuong.platform.web.Language;
import vn.khuxuong.zoning.LandUse;
import vn.khuxuong.zoning.Subzone;
import vn.khuxuong.zoning.rule.Balance;

/**
 * What stands beside the map: scale and north, legend of what is on the page, land-use balance,
 * table of subzones, title block. Fills the layout's columns from the top left, the title block at
 * the foot of the last.
 */
final class Panel {
  private static final double RULE_MM = 0.5;
  private static final double PAD = 4;

  private final Pen pen;
  private final Layout layout;
  private final SheetPlan sheet;
  private final Language language;
  private final boolean cadastral;
  private final MapPainter painter;
  private final TitleBlock title;
  private final double unit;
  private int column;
  private double y;

  Panel(
      Pen pen,
      Layout layout,
      SheetPlan sheet,
      SheetRequest request,
      MapPainter painter,
      TitleBlock title) {
    this.pen = pen;
    this.layout = layout;
    this.sheet = sheet;
    this.language = request.language();
    this.cadastral = request.cadastral();
    this.painter = painter;
    this.title = title;
    this.unit = layout.unit();
    this.y = layout.columns().get(0).top();
  }

  /**
   * Draws everything.
   *
   * @param shown subzones of which the map shows a part
   * @param placed what the labels on the map say
   * @return how many of the numbered subzones the table names
   */
  int draw(MapWindow window, List<Subzone> shown, Labels.Placed placed) throws IOException {
    for (Box box : layout.columns()) {
      pen.frame(box, RULE_MM, Pen.INK);
    }
    Box last = layout.columns().get(layout.columns().size() - 1);
    title.draw(pen, last.left(), last.bottom());
    scale(window);
    legend(window, shown);
    PaperTable balance = balance();
    start(balance.height());
    y = balance.draw(pen, left(), y, width()) - PAD * unit;
    return subzones(placed);
  }

  private double left() {
    return layout.columns().get(column).left() + PAD * unit;
  }

  private double width() {
    return layout.columns().get(column).width() - 2 * PAD * unit;
  }

  /** How far down the current column may be filled. */
  private double floor() {
    boolean last = column == layout.columns().size() - 1;
    return layout.columns().get(column).bottom() + (last ? title.height() : 0) + 2 * unit;
  }

  /** Goes on in the next column where a block of that height has no room in this one. */
  private void start(double height) {
    if (y - height < floor() && column < layout.columns().size() - 1) {
      column++;
      y = layout.columns().get(column).top() - PAD * unit;
    }
  }

  private void scale(MapWindow window) throws IOException {
    double top = y - 3 * unit;
    double left = left();
    String words = language.choose("Tỷ lệ ", "Scale ") + Words.scale(window.scale(), language);
    pen.text(words, left, top - 5 * unit, Pen.Ink.bold(5.2 * unit), Pen.Align.LEFT);
    String metres = Words.number(window.scale() / 100.0, 0, language);
    pen.text(
        language.choose(
            "1 cm trên bản vẽ bằng " + metres + " m ngoài thực địa",
            "1 cm on the drawing is " + metres + " m on the ground"),
        left,
        top - 9.6 * unit,
        Pen.Ink.plain(2.3 * unit),
        Pen.Align.LEFT);
    bar(window, left + unit, top - 17 * unit, width() - 34 * unit);
    north(left + width() - 9 * unit, top - 22 * unit);
    y = top - 25 * unit;
  }

  /** A bar of known length in the legal CRS, divided in four or five. */
  private void bar(MapWindow window, double left, double bottom, double widest) throws IOException {
    double most = MapWindow.metres(widest, window.scale());
    double power = Math.pow(10, Math.floor(Math.log10(most)));
    int lead = most >= 5 * power ? 5 : most >= 2 * power ? 2 : 1;
    int parts = lead == 2 ? 4 : 5;
    double part = lead * power / parts * 1000 / window.scale();
    Pen.Ink ink = Pen.Ink.plain(2.2 * unit);
    for (int i = 0; i < parts; i++) {
      Box box = new Box(left + i * part, bottom, part, 1.8 * unit);
      pen.fill(box, i % 2 == 0 ? Pen.INK : Pen.WHITE);
      pen.frame(box, 0.2, Pen.INK);
    }
    double step = lead * power / parts;
    for (int i = 0; i <= parts; i++) {
      String number = Words.number(i * step, step < 1 ? 1 : 0, language);
      boolean room = part > pen.faces().width(number, false, ink.size()) * 1.25;
      if (i == parts) {
        pen.text(number + " m", left + i * part, bottom - 3 * unit, ink, Pen.Align.CENTRE);
      } else if (i == 0 || room) {
        pen.text(number, left + i * part, bottom - 3 * unit, ink, Pen.Align.CENTRE);
      }
    }
  }

  /** Grid north, which is what the sheet's upper edge points to. */
  private void north(double x, double bottom) throws IOException {
    double high = 13 * unit;
    double wide = 3.4 * unit;
    pen.triangle(new double[] {x, bottom + high, x - wide, bottom, x, bottom + 3 * unit}, Pen.INK);
    List<double[]> right =
        List.of(new double[] {x, bottom + high, x + wide, bottom, x, bottom + 3 * unit});
    pen.fill(right, Pen.WHITE);
    pen.stroke(right, 0.2, Pen.INK, List.of());
    pen.text(
        language.choose("B", "N"),
        x,
        bottom + high + 1.2 * unit,
        Pen.Ink.bold(5 * unit),
        Pen.Align.CENTRE);
  }

  /** A line of the legend. */
  private interface Swatch {
    void draw(Box box) throws IOException;
  }

  private void legend(MapWindow window, List<Subzone> shown) throws IOException {
    Map<String, Swatch> entries = new LinkedHashMap<>();
    for (LandUse use : LandUse.values()) {
      shown.stream()
          .filter(subzone -> subzone.landUse() == use)
          .sorted(java.util.Comparator.comparing(SheetPlan::cadastralCode))
          .forEach(like -> entries.putIfAbsent(words(like), box -> painter.swatch(like, box)));
    }
    entries.put(language.choose("Ranh giới khu", "Zone boundary"), painter::outlineSwatch);
    String step = Words.number(SheetFrame.gridStep(window.scale(), layout.paper()), 0, language);
    entries.put(
        language.choose("Lưới VN-2000, mắt " + step + " m", "VN-2000 grid, " + step + " m"),
        box -> {
          double arm = box.height() / 2;
          pen.line(
              box.centreX() - arm,
              box.centreY(),
              box.centreX() + arm,
              box.centreY(),
              0.13,
              Pen.INK);
          pen.line(box.centreX(), box.bottom(), box.centreX(), box.top(), 0.13, Pen.INK);
        });
    double size = 2.5 * unit;
    double row = 6.2 * unit;
    int rows = (entries.size() + 1) / 2;
    start(7 * unit + rows * row);
    pen.text(
        language.choose("Chú giải", "Legend"),
        left(),
        y - 3.6 * unit,
        Pen.Ink.bold(2.9 * unit),
        Pen.Align.LEFT);
    double top = y - 6 * unit;
    double half = width() / 2;
    int i = 0;
    for (Map.Entry<String, Swatch> entry : entries.entrySet()) {
      int side = i / rows;
      double x = left() + side * half;
      double bottom = top - (i % rows + 1) * row;
      entry.getValue().draw(new Box(x, bottom + 0.8 * unit, 11 * unit, 4.6 * unit));
      double room = half - 15 * unit;
      double wide = pen.faces().width(entry.getKey(), false, size);
      double fitting = wide > room ? size * room / wide : size;
      pen.text(
          entry.getKey(),
          x + 13 * unit,
          bottom + 3.1 * unit - fitting * Faces.CAPITALS / 2,
          Pen.Ink.plain(fitting),
          Pen.Align.LEFT);
      i++;
    }
    y = top - rows * row - PAD * unit;
  }

  /** Code and name of a land use; under cadastral colours the cadastral code leads. */
  private String words(Subzone subzone) {
    LandUse use = subzone.landUse();
    String name = language.choose(use.nameVi(), use.nameEn());
    return cadastral
        ? SheetPlan.cadastralCode(subzone) + "  " + name + " (" + use.label() + ")"
        : use.label() + "  " + name;
  }

  private PaperTable balance() {
    Balance balance = sheet.balance();
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            language.choose("Ký hiệu", "Code"),
            language.choose("Loại đất", "Land use"),
            language.choose("Diện tích (ha)", "Area (ha)"),
            language.choose("Tỷ lệ (%)", "Share (%)")));
    for (Balance.Row row : balance.rows()) {
      LandUse use = Objects.requireNonNull(row.landUse());
      rows.add(
          List.of(
              use.label(),
              language.choose(use.nameVi(), use.nameEn()),
              Words.number(row.areaHa(), language),
              Words.number(row.sharePct(), language)));
    }
    Balance.Row total = balance.total();
    int totalAt = rows.size();
    rows.add(
        List.of(
            "",
            language.choose("Tổng cộng", "Total"),
            Words.number(total.areaHa(), language),
            Words.number(total.sharePct(), language)));
    if (balance.unplannedM2() != 0) {
      rows.add(
          List.of(
              "",
              language.choose("Chưa quy hoạch trong ranh khu", "Not planned within the zone"),
              Words.number(java.math.BigDecimal.valueOf(balance.unplannedM2(), 4), language),
              ""));
    }
    return new PaperTable(
        language.choose("Cân bằng sử dụng đất toàn khu", "Land-use balance of the zone"),
        List.of(0.13, 0.47, 0.22, 0.18),
        List.of(Pen.Align.CENTRE, Pen.Align.LEFT, Pen.Align.RIGHT, Pen.Align.RIGHT),
        rows,
        List.of(totalAt),
        2.4 * unit);
  }

  /** The table of subzones: all of them where they have room, else those without a label. */
  private int subzones(Labels.Placed placed) throws IOException {
    double size = 2.05 * unit;
    List<Subzone> all = placed.seen();
    List<Subzone> listed = room(size) >= all.size() ? all : placed.numbered();
    if (2 * rows(size) < listed.size()) {
      // a table in one piece reads better than its beginning here and its end there
      start(Math.min(listed.size() / 2 + 3, 12) * size * PaperTable.ROW);
    }
    int next = 0;
    boolean first = true;
    while (next < listed.size()) {
      int most = rows(size);
      int left = listed.size() - next;
      // two even halves at the end
      int rows = left <= 2 * most ? (left + 1) / 2 : most;
      for (int half = 0; half < 2 && next < listed.size() && rows > 0; half++) {
        int end = Math.min(listed.size(), next + rows);
        schedule(listed.subList(next, end), placed, size, first)
            .draw(pen, left() + half * (width() + 3 * unit) / 2, y, (width() - 3 * unit) / 2);
        next = end;
        first = false;
      }
      if (next < listed.size()) {
        if (column == layout.columns().size() - 1) {
          more(listed.size() - next);
          return next;
        }
        column++;
        y = layout.columns().get(column).top() - PAD * unit;
      }
    }
    return placed.numbered().size();
  }

  private void more(int count) throws IOException {
    pen.text(
        language.choose(
            "Còn " + count + " phân khu nhỏ chưa ghi được; in tỷ lệ lớn hơn để đọc.",
            count + " more small subzones are not named; print at a larger scale."),
        left(),
        floor(),
        Pen.Ink.plain(2 * unit),
        Pen.Align.LEFT);
  }

  /** Rows that one table of the current column has room for. */
  private int rows(double size) {
    double free = y - floor() - size * PaperTable.TITLE - 2.5 * unit;
    return Math.max(0, (int) (free / (size * PaperTable.ROW)) - 1);
  }

  /** Rows there is room for from here on. */
  private int room(double size) {
    int column = this.column;
    double y = this.y;
    int room = 0;
    while (true) {
      room += 2 * rows(size);
      if (this.column == layout.columns().size() - 1) {
        break;
      }
      this.column++;
      this.y = layout.columns().get(this.column).top() - PAD * unit;
    }
    this.column = column;
    this.y = y;
    return room;
  }

  private PaperTable schedule(
      List<Subzone> subzones, Labels.Placed placed, double size, boolean first) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            language.choose("Phân khu", "Subzone"),
            "ha",
            language.choose("MĐXD %", "Cover %"),
            language.choose("Tầng", "Floors"),
            language.choose("HSSDĐ", "FAR")));
    for (Subzone subzone : subzones) {
      int number = placed.numbered().indexOf(subzone) + 1;
      rows.add(
          List.of(
              (number > 0 ? number + "  " : "") + subzone.code(),
              Words.number(subzone.areaM2() / 10_000, 2, language),
              number(subzone.maxDensityPct(), 0),
              number(subzone.maxFloors() == null ? null : subzone.maxFloors().doubleValue(), 0),
              number(subzone.far(), 1)));
    }
    return new PaperTable(
        first ? language.choose("Chỉ tiêu phân khu", "Subzone figures") : "",
        List.of(0.32, 0.2, 0.18, 0.13, 0.17),
        List.of(Pen.Align.LEFT, Pen.Align.RIGHT, Pen.Align.RIGHT, Pen.Align.RIGHT, Pen.Align.RIGHT),
        rows,
        List.of(),
        size);
  }

  private String number(@org.jspecify.annotations.Nullable Double value, int decimals) {
    return value == null ? "" : Words.number(value, decimals, language);
  }
}
