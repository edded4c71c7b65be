package vn.khuxuong.maps.draw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.maps.style.Attributes;
import vn.khuxuong.maps.style.Colour;
import vn.khuxuong.maps.style.Pattern;
import vn.khuxuong.maps.style.Patterns;
import vn.khuxuong.maps.style.Property;
import vn.khuxuong.maps.style.StyleLayer;

/**
 * What is to be painted, in order. Collected once, then painted on as many bands as the picture
 * has. Belongs to one thread.
 */
final class Painting {
  private final Shapes shapes;
  private final Patterns patterns;
  private final double zoom;
  private final double scale;
  private final @Nullable MapView view;
  private final List<Consumer<Canvas>> strokes = new ArrayList<>();
  private final Set<Integer> periods = new TreeSet<>();
  private final List<Outline> outlines = new ArrayList<>();
  private @Nullable Brush brush;
  private int[] ranges = new int[16];
  private int ranged;

  /** A way to paint. What follows one another painted alike is painted at once. */
  private sealed interface Brush {
    void paint(Canvas canvas, Shapes shapes, int[] ranges);
  }

  /** How an area is filled. */
  private record Ink(Colour colour) implements Brush {
    @Override
    public void paint(Canvas canvas, Shapes shapes, int[] ranges) {
      canvas.fill(shapes, ranges, colour);
    }
  }

  /** How an area is hatched. */
  private record Tile(Hatch hatch, int left, int upper) implements Brush {
    @Override
    public void paint(Canvas canvas, Shapes shapes, int[] ranges) {
      canvas.hatch(shapes, ranges, hatch, left, upper);
    }
  }

  /** How a line is drawn. */
  private record Pen(Colour colour, double width, List<Double> dashes) implements Brush {
    @Override
    public void paint(Canvas canvas, Shapes shapes, int[] ranges) {
      canvas.lines(shapes, ranges, colour, width, evenly(dashes, width));
    }
  }

  /** An outline that waits until all fills of its step are painted. */
  private record Outline(int first, int last, Colour colour) {}

  /**
   * @param shapes where the rings are that get painted
   * @param scale pixels for a pixel of the style
   * @param view whose hatches must go on in its neighbours; null for a picture of its own
   */
  Painting(Shapes shapes, Patterns patterns, double zoom, double scale, @Nullable MapView view) {
    this.shapes = shapes;
    this.patterns = patterns;
    this.zoom = zoom;
    this.scale = scale;
    this.view = view;
  }

  /** Paints the inside of a range of rings as a fill step says. */
  void inside(StyleLayer step, Attributes feature, int first, int last) {
    if (first == last) {
      return;
    }
    Colour colour = faded(step, Property.FILL_COLOR, Property.FILL_OPACITY, feature, zoom);
    if (step.has(Property.FILL_PATTERN)) {
      patterns
          .find(step.text(Property.FILL_PATTERN, feature, zoom))
          .ifPresent(pattern -> hatch(first, last, pattern, colour));
    } else if (visible(colour)) {
      paint(first, last, new Ink(colour));
    }
    if (step.has(Property.FILL_OUTLINE_COLOR) && shapes.hasArea(first, last)) {
      outlines.add(
          new Outline(
              first,
              last,
              faded(step, Property.FILL_OUTLINE_COLOR, Property.FILL_OPACITY, feature, zoom)));
    }
  }

  private void hatch(int first, int last, Pattern pattern, Colour colour) {
    if (!visible(colour)) {
      return;
    }
    if (pattern.repeated()) {
      Hatch hatch = Hatch.of(pattern, colour, scale);
      periods.add(hatch.width());
      int left = view == null ? 0 : -view.worldOffsetX(hatch.width());
      int upper = view == null ? 0 : -view.worldOffsetY(hatch.height());
      paint(first, last, new Tile(hatch, left, upper));
      return;
    }
    for (int ring = first; ring < last; ring++) {
      if (shapes.kind(ring) == Shapes.SHELL) {
        corner(ring, polygonEnd(ring, last), pattern, colour);
      }
    }
  }

  private int polygonEnd(int shell, int last) {
    int end = shell + 1;
    while (end < last && shapes.kind(end) == Shapes.HOLE) {
      end++;
    }
    return end;
  }

  /** Puts the tile once on the vertex that lies farthest to the top right. */
  private void corner(int shell, int end, Pattern pattern, Colour colour) {
    double[] xy = shapes.xy();
    int best = shapes.start(shell);
    for (int i = best; i < shapes.end(shell); i += 2) {
      if (xy[i] - xy[i + 1] > xy[best] - xy[best + 1]) {
        best = i;
      }
    }
    double x = xy[best] - pattern.width() * scale;
    double y = xy[best + 1];
    int left = (int) Math.floor(x);
    int upper = (int) Math.floor(y);
    Hatch hatch = Hatch.moved(pattern, colour, scale, x - left, y - upper);
    paint(shell, end, new Tile(hatch, left, upper));
  }

  /** Paints the edges of a range of rings as a line step says. */
  void edge(StyleLayer step, Attributes feature, int first, int last) {
    edge(
        first,
        last,
        new Pen(
            faded(step, Property.LINE_COLOR, Property.LINE_OPACITY, feature, zoom),
            step.number(Property.LINE_WIDTH, feature, zoom) * scale,
            step.numbers(Property.LINE_DASHARRAY, feature, zoom)));
  }

  private void edge(int first, int last, Pen pen) {
    if (first < last && visible(pen.colour()) && pen.width() > 0) {
      paint(first, last, pen);
    }
  }

  private void paint(int first, int last, Brush next) {
    if (!next.equals(brush)) {
      layDown();
      brush = next;
    }
    if (ranged > 0 && ranges[ranged - 1] == first) {
      ranges[ranged - 1] = last;
      return;
    }
    if (ranged == ranges.length) {
      ranges = Arrays.copyOf(ranges, 2 * ranged);
    }
    ranges[ranged++] = first;
    ranges[ranged++] = last;
  }

  /** Ends what is painted with one brush. */
  private void layDown() {
    Brush done = brush;
    if (done != null && ranged > 0) {
      int[] painted = Arrays.copyOf(ranges, ranged);
      strokes.add(canvas -> done.paint(canvas, shapes, painted));
    }
    ranged = 0;
    brush = null;
  }

  /** Ends a step of the style; what comes next lies above it. */
  void endStep() {
    outlines.forEach(
        outline ->
            edge(outline.first(), outline.last(), new Pen(outline.colour(), scale, List.of())));
    outlines.clear();
    layDown();
  }

  /** Lengths in pixels: an even number, none so short that drawing takes for ever. */
  private static double[] evenly(List<Double> dashes, double width) {
    int count = dashes.size() % 2 == 0 ? dashes.size() : dashes.size() * 2;
    double[] even = new double[count];
    double sum = 0;
    for (int i = 0; i < count; i++) {
      even[i] = dashes.get(i % dashes.size()) * width;
      sum += even[i];
    }
    return sum < 1 ? new double[0] : even;
  }

  /** Paints a disc around a point as a circle step says. */
  void circle(StyleLayer step, Attributes feature, double x, double y) {
    double radius = step.number(Property.CIRCLE_RADIUS, feature, zoom) * scale;
    Colour fill = faded(step, Property.CIRCLE_COLOR, Property.CIRCLE_OPACITY, feature, zoom);
    Colour edge = step.colour(Property.CIRCLE_STROKE_COLOR, feature, zoom);
    double width = step.number(Property.CIRCLE_STROKE_WIDTH, feature, zoom) * scale;
    layDown();
    strokes.add(canvas -> canvas.circle(x, y, radius, fill, edge, width));
  }

  /** Lays a text on all that was painted, its upper left pixel at x, y. */
  void text(TextPicture text, int x, int y) {
    layDown();
    strokes.add(canvas -> canvas.text(text, x, y));
  }

  /** Whether nothing is to be painted. */
  boolean isEmpty() {
    return strokes.isEmpty();
  }

  /** Widths of the tiles of its hatches, pixels. */
  int[] periods() {
    return periods.stream().mapToInt(Integer::intValue).toArray();
  }

  void paint(Canvas canvas) {
    for (Consumer<Canvas> stroke : strokes) {
      stroke.accept(canvas);
    }
  }

  static Colour faded(
      StyleLayer step, Property colour, Property opacity, Attributes feature, double zoom) {
    return step.colour(colour, feature, zoom).faded(step.number(opacity, feature, zoom));
  }

  private static boolean visible(Colour colour) {
    return colour.argb() >>> 24 != 0;
  }
}
