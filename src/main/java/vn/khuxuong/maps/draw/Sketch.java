package vn.khuxuong.maps.draw;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.maps.style.Attributes;
import vn.khuxuong.maps.style.Style;

/**
 * What one layer brings to a picture.
 *
 * @param style how it is drawn
 * @param shapeCrs of all shapes
 * @param pointCrs of all label points
 * @param painted what fills, lines and the circles of points are drawn of, the first lowest
 * @param inside what labels are made of that must fit inside their shapes
 * @param free what other labels, and the circles in the middle of areas, are made of
 */
public record Sketch(
    Style style,
    Crs shapeCrs,
    Crs pointCrs,
    List<Part> painted,
    List<Part> inside,
    List<Part> free) {

  public Sketch {
    painted = List.copyOf(painted);
    inside = List.copyOf(inside);
    free = List.copyOf(free);
  }

  /** A feature, or several features that look alike. One part may stand in several lists. */
  public static final class Part {
    private final String id;
    private final Attributes attributes;
    private final byte @Nullable [] shapes;
    private final double x;
    private final double y;
    private final double extent;

    /**
     * @param id of a feature, unique in its layer; any for several features
     * @param attributes what the style asks for
     * @param shapes well-known binary, several shapes one after the other, null where nothing but
     *     the label point matters; must not be changed by anyone
     * @param x of the label point, NaN where it has to be found
     * @param y of the label point
     * @param extent area of the box around the feature in any unit, by which the larger gets its
     *     label first; NaN where the shapes tell
     */
    public Part(
        String id,
        Attributes attributes,
        byte @Nullable [] shapes,
        double x,
        double y,
        double extent) {
      this.id = id;
      this.attributes = attributes;
      this.shapes = shapes;
      this.x = x;
      this.y = y;
      this.extent = extent;
    }

    /** Something that is known by its shapes alone. */
    public static Part of(String id, Attributes attributes, byte[] shapes) {
      return new Part(id, attributes, shapes, Double.NaN, Double.NaN, Double.NaN);
    }

    String id() {
      return id;
    }

    Attributes attributes() {
      return attributes;
    }

    byte @Nullable [] shapes() {
      return shapes;
    }

    double x() {
      return x;
    }

    double y() {
      return y;
    }

    double extent() {
      return extent;
    }
  }
}
