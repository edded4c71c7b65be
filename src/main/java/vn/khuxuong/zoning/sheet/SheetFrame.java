package vn.khuxuong.zoning.sheet;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import vn.khuxuong.platform.web.Language;

/**
 * What a survey sheet has round and over its map: borders, crosses of the VN-2000 grid with their
 * coordinates in the margin, and the numbers of the sheets that go on beyond an edge.
 */
final class SheetFrame {
  private static final double BORDER_MM = 0.7;
  private static final double NEATLINE_MM = 0.25;
  private static final double HAIRLINE_MM = 0.13;
  private static final double MARK_STRENGTH = 0.09;

  private final Pen pen;
  private final Layout layout;
  private final Language language;

  SheetFrame(Pen pen, Layout layout, Language language) {
    this.pen = pen;
    this.layout = layout;
    this.language = language;
  }

  /** Distance of grid lines, m: the largest of 1, 2, 5, 10 … that the paper allows. */
  static double gridStep(int scale, Paper paper) {
    double widest = MapWindow.metres(paper.widestGridMm(), scale);
    double power = Math.pow(10, Math.floor(Math.log10(widest) + 1e-9));
    double lead = widest / power + 1e-9;
    return power * (lead >= 5 ? 5 : lead >= 2 ? 2 : 1);
  }

  /** Crosses where grid lines meet. */
  void crosses(MapWindow window) throws IOException {
    double step = gridStep(window.scale(), layout.paper());
    double arm = 3 * layout.unit();
    pen.clipped(
        window.paper(),
        () -> {
          for (long e = first(window.west(), step); e * step <= east(window); e++) {
            for (long n = first(window.south(), step); n * step <= north(window); n++) {
              double x = window.x(e * step);
              double y = window.y(n * step);
              pen.line(x - arm, y, x + arm, y, HAIRLINE_MM, Pen.INK);
              pen.line(x, y - arm, x, y + arm, HAIRLINE_MM, Pen.INK);
            }
          }
        });
  }

  /** Borders, coordinates and neighbours. */
  void margins(MapWindow window, Map<Atlas.Side, Integer> neighbours) throws IOException {
    Box map = window.paper();
    double strip = layout.strip();
    pen.frame(map.inset(-strip), NEATLINE_MM, Pen.INK);
    pen.frame(layout.frame(), BORDER_MM, Pen.INK);
    double step = gridStep(window.scale(), layout.paper());
    double size = 2.3 * layout.unit();
    Pen.Ink ink = new Pen.Ink(false, size, Pen.INK);
    double half = pen.faces().width("N 1 234 567", false, size) / 2;
    double sink = size * Faces.CAPITALS / 2;
    double blocked = half + 14 * layout.unit();
    for (long e = first(window.west(), step); e * step <= east(window); e++) {
      double x = window.x(e * step);
      tick(x, map.top(), x, map.top() + strip / 4);
      tick(x, map.bottom(), x, map.bottom() - strip / 4);
      if (x - half < map.left() || x + half > map.right()) {
        continue;
      }
      String label = "E " + metres(e * step);
      if (!neighbours.containsKey(Atlas.Side.NORTH) || Math.abs(x - map.centreX()) > blocked) {
        pen.text(label, x, map.top() + strip * 0.58 - sink, ink, Pen.Align.CENTRE);
      }
      if (!neighbours.containsKey(Atlas.Side.SOUTH) || Math.abs(x - map.centreX()) > blocked) {
        pen.text(label, x, map.bottom() - strip * 0.58 - sink, ink, Pen.Align.CENTRE);
      }
    }
    for (long n = first(window.south(), step); n * step <= north(window); n++) {
      double y = window.y(n * step);
      tick(map.left(), y, map.left() - strip / 4, y);
      tick(map.right(), y, map.right() + strip / 4, y);
      if (y - half < map.bottom() || y + half > map.top()) {
        continue;
      }
      String label = "N " + metres(n * step);
      if (!neighbours.containsKey(Atlas.Side.WEST) || Math.abs(y - map.centreY()) > blocked) {
        upright(label, map.left() - strip * 0.58 + sink, y, ink);
      }
      if (!neighbours.containsKey(Atlas.Side.EAST) || Math.abs(y - map.centreY()) > blocked) {
        upright(label, map.right() + strip * 0.58 + sink, y, ink);
      }
    }
    neighbours(map, strip, sink, neighbours);
  }

  /** The map's edge, drawn after the map. */
  void neatline(MapWindow window) throws IOException {
    pen.frame(window.paper(), NEATLINE_MM, Pen.INK);
  }

  private void neighbours(Box map, double strip, double sink, Map<Atlas.Side, Integer> neighbours)
      throws IOException {
    Pen.Ink ink = Pen.Ink.bold(2.6 * layout.unit());
    for (Atlas.Side side : Atlas.Side.values()) {
      Integer number = neighbours.get(side);
      if (number == null) {
        continue;
      }
      String words = language.choose("tiếp tờ ", "continues on sheet ") + number;
      switch (side) {
        case NORTH ->
            pen.text(words, map.centreX(), map.top() + strip / 2 - sink, ink, Pen.Align.CENTRE);
        case SOUTH ->
            pen.text(words, map.centreX(), map.bottom() - strip / 2 - sink, ink, Pen.Align.CENTRE);
        case WEST -> upright(words, map.left() - strip / 2 + sink, map.centreY(), ink);
        case EAST -> upright(words, map.right() + strip / 2 + sink, map.centreY(), ink);
      }
    }
  }

  private void tick(double x1, double y1, double x2, double y2) throws IOException {
    pen.line(x1, y1, x2, y2, NEATLINE_MM, Pen.INK);
  }

  private void upright(String text, double x, double y, Pen.Ink ink) throws IOException {
    pen.text(text, x, y, Math.PI / 2, ink, Pen.Align.CENTRE);
  }

  /** Words across the whole map, faint enough to read what lies below. */
  void mark(String words, Box map) throws IOException {
    double angle = Math.atan2(map.height(), map.width());
    double length = 0.62 * Math.hypot(map.width(), map.height());
    double size = length / pen.faces().width(words, true, 1);
    double sink = size * Faces.CAPITALS / 2;
    pen.faded(
        MARK_STRENGTH,
        () ->
            pen.text(
                words,
                map.centreX() + sink * Math.sin(angle),
                map.centreY() - sink * Math.cos(angle),
                angle,
                new Pen.Ink(true, size, Pen.INK),
                Pen.Align.CENTRE));
  }

  /** The outline and number of each sheet on the key map. */
  void keys(Atlas atlas, MapWindow key) throws IOException {
    double size = 5 * layout.unit();
    for (Atlas.Sheet sheet : atlas.sheets()) {
      MapWindow window = sheet.window();
      double left = key.x(window.west());
      double bottom = key.y(window.south());
      Box box =
          new Box(
              left,
              bottom,
              key.x(window.west() + window.widthM()) - left,
              key.y(window.south() + window.heightM()) - bottom);
      pen.frame(box, 0.4, Pen.INK);
      String number = String.valueOf(sheet.number());
      double fitting = Math.min(size, box.height() * 0.5);
      double half = pen.faces().width(number, true, fitting) / 2 + fitting * 0.25;
      pen.fill(
          new Box(box.centreX() - half, box.centreY() - fitting * 0.6, 2 * half, fitting * 1.2),
          Pen.WHITE);
      pen.text(
          number,
          box.centreX(),
          box.centreY() - fitting * Faces.CAPITALS / 2,
          Pen.Ink.bold(fitting),
          Pen.Align.CENTRE);
    }
  }

  /** 1194500 as 1 194 500, the same in both languages. */
  static String metres(double value) {
    return Words.number(BigDecimal.valueOf(Math.round(value)), Language.EN).replace(',', ' ');
  }

  private static long first(double from, double step) {
    return (long) Math.ceil(from / step - 1e-9);
  }

  private static double east(MapWindow window) {
    return window.west() + window.widthM() + 1e-6;
  }

  private static double north(MapWindow window) {
    return window.south() + window.heightM() + 1e-6;
  }
}
