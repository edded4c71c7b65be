package vn.khuxuong.geo;

import java.util.Set;

/**
 * What a door takes in.
 *
 * @param crs the CRS of the shape's x, y
 * @param kinds geometry types accepted, by their GeoJSON names
 * @param maxVertices shapes with more vertices are refused before they are judged
 * @param withHeight what to do with a third ordinate
 * @param withinVietnam whether every vertex must lie in {@link BBox#VIETNAM}
 */
public record ShapeRules(
    Crs crs, Set<String> kinds, int maxVertices, Height withHeight, boolean withinVietnam) {
  /** What becomes of a third ordinate. */
  public enum Height {
    DROP,
    REFUSE
  }

  /** More vertices than the 168 communes of Ho Chi Minh City have together. */
  public static final int DEFAULT_MAX_VERTICES = 500_000;

  private static final Set<String> ALL =
      Set.of("Point", "LineString", "Polygon", "MultiPoint", "MultiLineString", "MultiPolygon");

  /** Copies the kinds. */
  public ShapeRules {
    kinds = Set.copyOf(kinds);
  }

  /** Any shape in Vietnam without collections, heights dropped. */
  public static ShapeRules vietnam(Crs crs) {
    return new ShapeRules(crs, ALL, DEFAULT_MAX_VERTICES, Height.DROP, true);
  }

  /** Only polygons, of one or several parts: zones, subzones, plots, buildings. */
  public ShapeRules areasOnly() {
    return new ShapeRules(
        crs, Set.of("Polygon", "MultiPolygon"), maxVertices, withHeight, withinVietnam);
  }

  /** Anywhere on the globe, as test suites need it. */
  public ShapeRules anywhere() {
    return new ShapeRules(crs, kinds, maxVertices, withHeight, false);
  }

  /** With another limit of vertices. */
  public ShapeRules atMost(int vertices) {
    return new ShapeRules(crs, kinds, vertices, withHeight, withinVietnam);
  }

  /** A third ordinate is an error. */
  public ShapeRules refusingHeights() {
    return new ShapeRules(crs, kinds, maxVertices, Height.REFUSE, withinVietnam);
  }
}
