package vn.khuxuong.maps.wms.draw;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  private final MapView view;
  private final List<Label> wanted = new ArrayList<>();
  private final Map<Long, List<Label>> cells = new HashMap<>();

  Labels(MapView view) {
    this.view = view;
  }

  /** A text and where its upper left letter corner would stand. */
  private record Label(
      int rank,
      double sortKey,
      double size,
      String id,
      TextPicture text,
      int left,
      int top,
      boolean mayOverlap) {

    int right() {
      return left + text.width();
    }

    int bottom() {
      return top + text.height();
    }

    boolean overlaps(Label other) {
      return left < other.right()
          && other.left < right()
          && top < other.bottom()
          && other.top < bottom();
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
    double size = layer.number(Property.TEXT_SIZE, attributes, zoom);
    if (words.isEmpty() || size < 1) {
      return;
    }
    TextPicture text =
        TextPicture.of(
            new TextPicture.Look(
                words,
                layer.bold(attributes, zoom),
                Math.min(size, 200),
                layer.colour(Property.TEXT_COLOR, attributes, zoom),
                layer.colour(Property.TEXT_HALO_COLOR, attributes, zoom),
                layer.number(Property.TEXT_HALO_WIDTH, attributes, zoom)));
    List<Double> offset = layer.numbers(Property.TEXT_OFFSET, attributes, zoom);
    String anchor = layer.text(Property.TEXT_ANCHOR, attributes, zoom);
    double left = x + offset.get(0) * size - text.width() * shareLeft(anchor);
    double top = y + offset.get(1) * size - text.height() * shareAbove(anchor);
    Label label =
        new Label(
            rank,
            layer.number(Property.SYMBOL_SORT_KEY, attributes, zoom),
            (shape.maxX() - shape.minX()) * (shape.maxY() - shape.minY()),
            feature.id(),
            text,
            (int) Math.round(left),
            (int) Math.round(top),
            layer.flag(Property.TEXT_ALLOW_OVERLAP, attributes, zoom));
    boolean fits =
        !layer.fitsInside()
            || !shape.isArea()
            || shape.holds(label.left(), label.top(), label.right(), label.bottom());
    if (fits && isOnPicture(label)) {
      wanted.add(label);
    }
  }

  /**
   * Tiles show a part of a label that the next tile goes on with; other pictures only whole ones.
   */
  private boolean isOnPicture(Label label) {
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
    for (Label label : wanted) {
      if (label.mayOverlap() || isFree(label)) {
        occupy(label);
        canvas.text(
            label.text(),
            label.left() - label.text().margin(),
            label.top() - label.text().margin());
      }
    }
  }

  private boolean isFree(Label label) {
    for (int x = cell(label.left()); x <= cell(label.right()); x++) {
      for (int y = cell(label.top()); y <= cell(label.bottom()); y++) {
        for (Label other : cells.getOrDefault(key(x, y), List.of())) {
          if (label.overlaps(other)) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private void occupy(Label label) {
    for (int x = cell(label.left()); x <= cell(label.right()); x++) {
      for (int y = cell(label.top()); y <= cell(label.bottom()); y++) {
        cells.computeIfAbsent(key(x, y), cell -> new ArrayList<>()).add(label);
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
