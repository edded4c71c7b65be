package vn.khuxuong.maps.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import vn.khuxuong.maps.layer.Text;
import vn.khuxuong.maps.style.Colour;
import vn.khuxuong.maps.style.Legend;
import vn.khuxuong.maps.style.LegendEntry;
import vn.khuxuong.maps.style.Patterns;
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

  private final Patterns patterns;

  /**
   * @param patterns the hatches that styles name
   */
  public LegendDrawing(Patterns patterns) {
    this.patterns = patterns;
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
                form.english() ? text.en() : text.vi(),
                Typeface.of(bold),
                size,
                colour,
                Colour.TRANSPARENT,
                0));
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
    return paint(
        plan.size(),
        form,
        (painting, shapes) -> {
          int y = PADDING;
          for (int i = 0; i < plan.lines().size(); i++) {
            Line line = plan.lines().get(i);
            if (line.left() > 0) {
              double top = y + (line.height() - form.swatchHeight()) / 2;
              swatch(painting, shapes, style, legend.entries().get(i - 1), form, PADDING, top);
            }
            int top = y + (line.height() - line.words().height()) / 2;
            painting.text(
                line.words(),
                PADDING + line.left() - line.words().margin(),
                top - line.words().margin());
            y += line.height() + LINE_GAP;
          }
        });
  }

  /** Draws the swatch of one entry, without words and as large as the form says. */
  public Picture drawSwatch(LegendEntry entry, Style style, Form form) {
    return paint(
        new Size(form.swatchWidth(), form.swatchHeight()),
        form,
        (painting, shapes) -> swatch(painting, shapes, style, entry, form, 0, 0));
  }

  private Picture paint(Size size, Form form, BiConsumer<Painting, Shapes> content) {
    int[] pixels = new int[size.width() * size.height()];
    return BrushPool.with(
        brushes -> {
          brushes.shapes.clear();
          Painting painting = new Painting(brushes.shapes, patterns, form.zoom(), 1, null);
          content.accept(painting, brushes.shapes);
          int ground = form.transparent() ? 0 : PAPER.argb();
          painting.paint(new Canvas(brushes, pixels, size.width(), 0, size.height(), ground));
          return new Picture(size.width(), size.height(), pixels, !form.transparent(), true);
        });
  }

  private static void swatch(
      Painting painting,
      Shapes shapes,
      Style style,
      LegendEntry entry,
      Form form,
      double left,
      double top) {
    double x0 = left + 0.5;
    double y0 = top + 0.5;
    double x1 = left + form.swatchWidth() - 0.5;
    double y1 = top + form.swatchHeight() - 0.5;
    int box = shapes.count();
    double[] ring = {x0, y0, x1, y0, x1, y1, x0, y1, x0, y0};
    System.arraycopy(ring, 0, shapes.room(ring.length), shapes.next(), ring.length);
    shapes.add(Shapes.SHELL, ring.length);
    for (StyleLayer step : style.layers()) {
      if (!step.isVisibleAt(form.zoom()) || !step.accepts(entry.sample(), form.zoom())) {
        continue;
      }
      switch (step.type()) {
        case FILL -> painting.inside(step, entry.sample(), box, box + 1);
        case LINE -> painting.edge(step, entry.sample(), box, box + 1);
        case CIRCLE -> painting.circle(step, entry.sample(), (x0 + x1) / 2, (y0 + y1) / 2);
        case SYMBOL -> {}
      }
      painting.endStep();
    }
  }
}
