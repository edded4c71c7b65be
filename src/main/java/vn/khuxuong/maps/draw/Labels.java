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

  private final MapView view;
  private final List<Label> wanted = new ArrayList<>();
  private final Map<Long, List<Box>> cells = new HashMap<>();

  Labels(MapView view) {
    this.view = view;
  }

  /** A text and where it may stand, the best place first. */
  private record Label(
      int rank,
      double sortKey,
      double size,
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
   * @param x of the label point, pixels
   * @param y of the label point, pixels
   */
  void want(int rank, StyleLayer layer, MapFeature feature, PixelShape shape, double x, double y) {
    double zoom = view.zoom();
    Attributes attributes = feature.attributes();
    String words = layer.text(Property.TEXT_FIELD, attributes, zoom).strip();
    double size = Math.min(layer.number(Property.TEXT_SIZE, attributes, zoom), LARGEST);
    if (words.isEmpty() || size < 1) {
      return;
    }
    TextPicture text =
        TextPicture.of(
            new TextPicture.Look(
                words,
                layer.bold(attributes, zoom),
                size,
                layer.colour(Property.TEXT_COLOR, attributes, zoom),
                layer.colour(Property.TEXT_HALO_COLOR, attributes, zoom),
                layer.number(Property.TEXT_HALO_WIDTH, attributes, zoom)));
    List<Box> places = new ArrayList<>();
    for (AnchorOffset anchor : layer.anchors(attributes, zoom)) {
      double left = x + anchor.x() * size - text.width() * shareLeft(anchor.anchor());
      double top = y + anchor.y() * size - text.height() * shareAbove(anchor.anchor());
      int l = (int) Math.round(left);
      int t = (int) Math.round(top);
      places.add(new Box(places.size(), l, t, l + text.width(), t + text.height()));
    }
    places.removeIf(
        box ->
            !isOnPicture(box)
                || (layer.fitsInside()
                    && shape.isArea()
                    && !shape.holds(box.left(), box.top(), box.right(), box.bottom())));
    if (!places.isEmpty()) {
      double sortKey = layer.number(Property.SYMBOL_SORT_KEY, attributes, zoom);
      double extent = (shape.maxX() - shape.minX()) * (shape.maxY() - shape.minY());
      wanted.add(new Label(rank, sortKey, extent, feature.id(), layer, text, places));
    }
  }

  /**
   * Tiles show a part of a label that the next tile goes on with; other pictures only whole ones.
   */
  private boolean isOnPicture(Box label) {
    if (view.isTile()) {
      return label.right() > 0
          && label.left() < view.width()
          && label.bottom() > 0
          && label.top() < view.height();
    }
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

  /** Draws the labels that find room. */
  void draw(Canvas canvas) {
    wanted.sort(
        Comparator.comparingInt(Label::rank)
            .reversed()
            .thenComparingDouble(Label::sortKey)
            .thenComparing(Comparator.comparingDouble(Label::size).reversed())
            .thenComparing(Label::id));
    Map<String, Box> standing = new HashMap<>();
    for (Label label : wanted) {
      Box companion = standing.get(label.step().companion() + " " + label.id());
      if (!label.step().companion().isEmpty() && companion == null) {
        continue;
      }
      boolean mayOverlap =
          label.step().flag(Property.TEXT_ALLOW_OVERLAP, Attributes.NONE, view.zoom());
      label.places().stream()
          .filter(box -> companion == null || box.place() == companion.place())
          .filter(box -> mayOverlap || isFree(box))
          .findFirst()
          .ifPresent(
              box -> {
                standing.put(label.name(), box);
                occupy(box);
                int margin = label.text().margin();
                canvas.text(label.text(), box.left() - margin, box.top() - margin);
              });
    }
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
