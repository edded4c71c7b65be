package vn.khuxuong.maps.draw;

import java.util.ArrayList;
import java.util.List;
import vn.khuxuong.maps.layer.Text;
import vn.khuxuong.maps.style.Colour;
import vn.khuxuong.maps.style.Legend;
import vn.khuxuong.maps.style.LegendEntry;
import vn.khuxuong.maps.style.Patterns;
import vn.khuxuong.maps.style.Property;
import vn.khuxuong.maps.style.Style;
import vn.khuxuong.maps.style.StyleLayer;

/** Draws legends: a swatch and words on each line, below them what must be said about the data. */
public final class LegendDrawing {
  private static final Colour PAPER = new Colour(0xffffffff);
  private static final Colour INK = new Colour(0xff10242e);
  private static final Colour WARNING = new Colour(0xff8a5200);
  private static final double TITLE_SIZE = 14;
  private static final double TEXT_SIZE = 12.5;
  private static final int PADDING = 8;
  private static final int GAP = 8;
  private static final int LINE_GAP = 6;

  private final MapDrawing drawing;

  /**
   * @param patterns the hatches that styles name
   */
  public LegendDrawing(Patterns patterns) {
    this.drawing = new MapDrawing(patterns);
  }

  /**
   * How a legend is drawn.
   *
   * @param swatchWidth pixels, from 4 to 200
   * @param swatchHeight pixels, from 4 to 200
   * @param english whether the words are English, else Vietnamese
   * @param zoom the swatches show the style at this zoom
   * @param transparent whether there is nothing behind swatches and words
   */
  public record Form(
      int swatchWidth, int swatchHeight, boolean english, double zoom, boolean transparent) {
    /** On white. */
    public Form(int swatchWidth, int swatchHeight, boolean english, double zoom) {
      this(swatchWidth, swatchHeight, english, zoom, false);
    }

    /** The usual size of swatches. */
    public static Form usual(Style style, boolean english) {
      return new Form(28, 18, english, style.legendZoom());
    }
  }

  /** Pixels of a finished legend. */
  public record Size(int width, int height) {}

  /** A line's words, and whether a swatch stands before them. */
  private record Line(TextPicture words, int left, int height) {}

  private record Plan(List<Line> lines, Size size) {}

  private static Plan plan(Legend legend, Form form) {
    List<Line> lines = new ArrayList<>();
    lines.add(line(legend.title(), form, true, TITLE_SIZE, INK, 0));
    for (LegendEntry entry : legend.entries()) {
      lines.add(line(entry.label(), form, false, TEXT_SIZE, INK, form.swatchWidth() + GAP));
    }
    legend.notes().forEach(note -> lines.add(line(note, form, false, TEXT_SIZE, WARNING, 0)));
    int width = 0;
    int height = 0;
    for (Line line : lines) {
      width = Math.max(width, line.left() + line.words().width());
      height += line.height();
    }
    return new Plan(
        lines, new Size(width + 2 * PADDING, height + (lines.size() - 1) * LINE_GAP + 2 * PADDING));
  }

  private static Line line(
      Text text, Form form, boolean bold, double size, Colour colour, int left) {
    TextPicture words =
        TextPicture.of(
            new TextPicture.Look(
                form.english() ? text.en() : text.vi(), bold, size, colour, Colour.TRANSPARENT, 0));
    int height = left > 0 ? Math.max(words.height(), form.swatchHeight()) : words.height();
    return new Line(words, left, height);
  }

  /** How large the legend will be. */
  public Size size(Legend legend, Form form) {
    return plan(legend, form).size();
  }

  /** Draws a legend whose entries come from the style. */
  public Picture draw(Legend legend, Style style, Form form) {
    Plan plan = plan(legend, form);
    try (Canvas canvas = new Canvas(plan.size().width(), plan.size().height(), 0, 0)) {
      if (!form.transparent()) {
        canvas.ground(PAPER);
      }
      int y = PADDING;
      for (int i = 0; i < plan.lines().size(); i++) {
        Line line = plan.lines().get(i);
        if (line.left() > 0) {
          double top = y + (line.height() - form.swatchHeight()) / 2;
          swatch(canvas, style, legend.entries().get(i - 1), form, PADDING, top);
        }
        int top = y + (line.height() - line.words().height()) / 2;
        canvas.text(
            line.words(),
            PADDING + line.left() - line.words().margin(),
            top - line.words().margin());
        y += line.height() + LINE_GAP;
      }
      return new Picture(
          plan.size().width(),
          plan.size().height(),
          canvas.pixels(),
          !form.transparent(),
          true);
    }
  }

  /** Draws the swatch of one entry, without words and as large as the form says. */
  public Picture drawSwatch(LegendEntry entry, Style style, Form form) {
    try (Canvas canvas = new Canvas(form.swatchWidth(), form.swatchHeight(), 0, 0)) {
      if (!form.transparent()) {
        canvas.ground(PAPER);
      }
      swatch(canvas, style, entry, form, 0, 0);
      return new Picture(
          form.swatchWidth(), form.swatchHeight(), canvas.pixels(), !form.transparent(), true);
    }
  }

  private void swatch(
      Canvas canvas, Style style, LegendEntry entry, Form form, double left, double top) {
    PixelShape box =
        PixelShape.box(
            left + 0.5,
            top + 0.5,
            left + form.swatchWidth() - 0.5,
            top + form.swatchHeight() - 0.5);
    for (StyleLayer step : style.layers()) {
      if (!step.isVisibleAt(form.zoom()) || !step.accepts(entry.sample(), form.zoom())) {
        continue;
      }
      switch (step.type()) {
        case FILL -> drawing.paintInside(canvas, step, entry.sample(), box, form.zoom());
        case LINE -> drawing.paintEdge(canvas, step, entry.sample(), box, form.zoom());
        case CIRCLE ->
            canvas.circle(
                (box.minX() + box.maxX()) / 2,
                (box.minY() + box.maxY()) / 2,
                step.number(Property.CIRCLE_RADIUS, entry.sample(), form.zoom()),
                MapDrawing.faded(
                    step,
                    Property.CIRCLE_COLOR,
                    Property.CIRCLE_OPACITY,
                    entry.sample(),
                    form.zoom()),
                step.colour(Property.CIRCLE_STROKE_COLOR, entry.sample(), form.zoom()),
                step.number(Property.CIRCLE_STROKE_WIDTH, entry.sample(), form.zoom()));
        case SYMBOL -> {}
      }
    }
  }
}
