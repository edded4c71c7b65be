package vn.khuxuong.maps.draw;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.khuxuong.maps.style.AnchorOffset;
import vn.khuxuong.maps.style.Attributes;
import vn.khuxuong.maps.style.Property;
import vn.khuxuong.maps.style.StyleLayer;

/**
 * Places the labels of one picture so that none lies on another. As in MapLibre, the uppermost
 * style layer chooses first, within a layer the lowest sort key; then the larger shape, then the
 * id, so that neighbouring tiles choose alike.
 */
final class Labels {
  private static final int CELL = 64;
  private static final double LARGEST = 200;

  /** Sizes that differ by less than a share of one in this are equal. */
  private static final double SIZE_STEPS = 4096;

  /**
   * Labels stand on whole pixels of the world. Where the letters' corner falls in the middle
   * between two of them, rounding errors must not decide, so the middle is a little aside.
   */
  private static final double MIDDLE = 0.4863;

  private final MapView view;
  private final double zoom;
  private final double scale;
  private final Shapes shapes;
  private final List<Label> wanted = new ArrayList<>();
  private final Map<Long, List<Box>> cells = new HashMap<>();

  /**
   * @param scale pixels for a pixel of the style
   * @param shapes the rings in which labels must fit
   */
  Labels(MapView view, double zoom, double scale, Shapes shapes) {
    this.view = view;
    this.zoom = zoom;
    this.scale = scale;
    this.shapes = shapes;
  }

  /** A text and where it may stand, the best place first. */
  private record Label(
      int rank,
      double sortKey,
      long size,
      String id,
      StyleLayer step,
      TextPicture text,
      List<Box> places) {

    String name() {
      return step.id() + " " + id;
    }
  }

  /**
   * The letters' box of a label at one of its places.
   *
   * @param place number of the place in the style's list
   */
  private record Box(int place, int left, int top, int right, int bottom) {
    boolean overlaps(Box other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
  }

  /**
   * Wants a label for a feature.
   *
   * @param rank order of the style layer in the whole picture, the uppermost has the highest
   * @param first its first ring
   * @param last the ring after its last
   * @param extent the larger chooses first
   * @param x of the label point, pixels
   * @param y of the label point, pixels
   */
  void want(
      int rank,
      StyleLayer layer,
      Sketch.Part part,
      int first,
      int last,
      double extent,
      double x,
      double y) {
    Attributes attributes = part.attributes();
    double size = Math.min(layer.number(Property.TEXT_SIZE, attributes, zoom), LARGEST) * scale;
    boolean inside = layer.fitsInside() && shapes.hasArea(first, last);
    Typeface face = Typeface.of(layer.bold(attributes, zoom));
    // Most of the many small features have no room; they must cost next to nothing.
    if (size < 1
        || (inside && !shapes.hasRoom(first, last, 0, TextPicture.height(face, size, 1)))) {
      return;
    }
    String words = layer.text(Property.TEXT_FIELD, attributes, zoom).strip();
    if (words.isEmpty()
        || (inside && !shapes.hasRoom(first, last, TextPicture.width(face, size, words), 0))) {
      return;
    }
    TextPicture text =
        TextPicture.of(
            new TextPicture.Look(
                words,
                face,
                size,
                layer.colour(Property.TEXT_COLOR, attributes, zoom),
                layer.colour(Property.TEXT_HALO_COLOR, attributes, zoom),
                layer.number(Property.TEXT_HALO_WIDTH, attributes, zoom) * scale));
    List<Box> places = new ArrayList<>();
    for (AnchorOffset anchor : layer.anchors(attributes, zoom)) {
      int l = whole(x + anchor.x() * size - text.width() * shareLeft(anchor.anchor()));
      int t = whole(y + anchor.y() * size - text.height() * shareAbove(anchor.anchor()));
      Box box = new Box(places.size(), l, t, l + text.width(), t + text.height());
      places.add(box);
    }
    places.removeIf(
        box ->
            (!view.isTile() && !isWholeOnPicture(box))
                || (inside
                    && !shapes.holds(
                        first, last, box.left(), box.top(), box.right(), box.bottom())));
    if (!places.isEmpty()) {
      double sortKey = layer.number(Property.SYMBOL_SORT_KEY, attributes, zoom);
      long steps = Math.round(Math.log(Math.max(extent, Double.MIN_NORMAL)) * SIZE_STEPS);
      wanted.add(new Label(rank, sortKey, steps, part.id(), layer, text, places));
    }
  }

  private static int whole(double pixels) {
    return (int) Math.floor(pixels + MIDDLE);
  }

  /**
   * Tiles show a part of a label that the next tile goes on with; other pictures only whole ones.
   */
  private boolean isWholeOnPicture(Box label) {
    return label.left() >= 0
        && label.top() >= 0
        && label.right() <= view.width()
        && label.bottom() <= view.height();
  }

  private static double shareLeft(String anchor) {
    if (anchor.endsWith("left")) {
      return 0;
    }
    return anchor.endsWith("right") ? 1 : 0.5;
  }

  private static double shareAbove(String anchor) {
    if (anchor.startsWith("top")) {
      return 0;
    }
    return anchor.startsWith("bottom") ? 1 : 0.5;
  }

  /** Paints the labels that find room. */
  void place(Painting painting) {
    wanted.sort(
        Comparator.comparingInt(Label::rank)
            .reversed()
            .thenComparingDouble(Label::sortKey)
            .thenComparing(Comparator.comparingLong(Label::size).reversed())
            .thenComparing(Label::id));
    Map<String, Box> standing = new HashMap<>();
    for (Label label : wanted) {
      Box companion = standing.get(label.step().companion() + " " + label.id());
      if (!label.step().companion().isEmpty() && companion == null) {
        continue;
      }
      boolean mayOverlap = label.step().flag(Property.TEXT_ALLOW_OVERLAP, Attributes.NONE, zoom);
      label.places().stream()
          .filter(box -> companion == null || box.place() == companion.place())
          .filter(box -> mayOverlap || isFree(box))
          .findFirst()
          .ifPresent(
              box -> {
                standing.put(label.name(), box);
                occupy(box);
                if (!isSeen(box, label.text().margin())) {
                  return; // a neighbour's label that only takes its place
                }
                int margin = label.text().margin();
                painting.text(label.text(), box.left() - margin, box.top() - margin);
              });
    }
  }

  private boolean isSeen(Box box, int margin) {
    return box.right() + margin > 0
        && box.left() - margin < view.width()
        && box.bottom() + margin > 0
        && box.top() - margin < view.height();
  }

  private boolean isFree(Box box) {
    for (int x = cell(box.left()); x <= cell(box.right()); x++) {
      for (int y = cell(box.top()); y <= cell(box.bottom()); y++) {
        for (Box other : cells.getOrDefault(key(x, y), List.of())) {
          if (box.overlaps(other)) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private void occupy(Box box) {
    for (int x = cell(box.left()); x <= cell(box.right()); x++) {
      for (int y = cell(box.top()); y <= cell(box.bottom()); y++) {
        cells.computeIfAbsent(key(x, y), cell -> new ArrayList<>()).add(box);
      }
    }
  }

  private static int cell(int pixel) {
    return Math.floorDiv(pixel, CELL);
  }

  private static long key(int x, int y) {
    return ((long) x << 32) ^ (y & 0xffffffffL);
  }
}
