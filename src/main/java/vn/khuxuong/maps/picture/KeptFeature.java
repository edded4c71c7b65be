package vn.khuxuong.maps.picture;

import org.jspecify.annotations.Nullable;
import vn.khuxuong.geo.BBox;
import vn.khuxuong.maps.draw.Sketch.Part;

/** A feature kept ready to be drawn, with every attribute that the style of its layer asks for. */
final class KeptFeature {
  /** Bytes of heap beside shape and texts, roughly. */
  private static final int OVERHEAD = 260;

  private final long id;
  private final String key;
  private final RowAttributes attributes;
  private final @Nullable String[] texts;
  private final byte[] shape;
  private final double labelX;
  private final double labelY;
  private final double minX;
  private final double minY;
  private final double maxX;
  private final double maxY;
  private final Part part;

  /**
   * @param key that identifies it in its layer
   * @param texts of the attributes
   * @param shape well-known binary, EPSG:3857
   * @param labelX of its label point in EPSG:3857, NaN without one
   * @param box around the shape: west, south, east, north
   */
  KeptFeature(
      long id,
      String key,
      RowAttributes attributes,
      @Nullable String[] texts,
      byte[] shape,
      double labelX,
      double labelY,
      double... box) {
    this.id = id;
    this.key = key;
    this.attributes = attributes;
    this.texts = texts;
    this.shape = shape;
    this.labelX = labelX;
    this.labelY = labelY;
    this.minX = box[0];
    this.minY = box[1];
    this.maxX = box[2];
    this.maxY = box[3];
    this.part = new Part(key, attributes, shape, labelX, labelY, Double.NaN);
  }

  long id() {
    return id;
  }

  String key() {
    return key;
  }

  RowAttributes attributes() {
    return attributes;
  }

  /** How many attributes it has. */
  int fields() {
    return texts.length;
  }

  @Nullable String text(int field) {
    return texts[field];
  }

  byte[] shape() {
    return shape;
  }

  /** NaN without a label point. */
  double labelX() {
    return labelX;
  }

  /** NaN without a label point. */
  double labelY() {
    return labelY;
  }

  double minX() {
    return minX;
  }

  double minY() {
    return minY;
  }

  double maxX() {
    return maxX;
  }

  double maxY() {
    return maxY;
  }

  /** Whether its label point lies in a box; false without one. */
  boolean isNamedIn(BBox box) {
    return labelX >= box.minX()
        && labelX <= box.maxX()
        && labelY >= box.minY()
        && labelY <= box.maxY();
  }

  /** As it is painted, and named inside its shape. */
  Part part() {
    return part;
  }

  /**
   * As it is named without regard to its shape.
   *
   * @param shaped whether its label point may not be where the label can be
   */
  Part label(boolean shaped) {
    double extent = (maxX - minX) * (maxY - minY);
    return new Part(key, attributes, shaped ? shape : null, labelX, labelY, extent);
  }

  int weight() {
    int bytes = OVERHEAD + shape.length + 2 * key.length();
    for (String text : texts) {
      bytes += text == null ? 8 : 48;
    }
    return bytes;
  }
}
