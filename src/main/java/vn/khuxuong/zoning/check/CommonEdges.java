package vn.khuxuong.zoning.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * Makes of polygons that lie side by side a coverage in the strict sense: same edges, same
 * vertices.
 */
public final class CommonEdges {
  private CommonEdges() {}

  /**
   * The polygons with every vertex of a neighbour that lies on an edge put into it, and vertices
   * nearer to each other than the tolerance made one. A polygon that would turn invalid by that is
   * given as it was.
   *
   * @param polygons in one metric CRS
   * @param toleranceM in its unit
   * @return in the same order
   */
  public static List<Polygon> knit(List<Polygon> polygons, double toleranceM) {
    Map<String, Geometry> shapes = new HashMap<>();
    Envelope all = new Envelope();
    for (int i = 0; i < polygons.size(); i++) {
      shapes.put(id(i), polygons.get(i));
      all.expandToInclude(polygons.get(i).getEnvelopeInternal());
    }
    all.expandBy(toleranceM);
    Map<String, Geometry> changed = new Knit(shapes, List.of(all), toleranceM).run();
    List<Polygon> knitted = new ArrayList<>();
    for (int i = 0; i < polygons.size(); i++) {
      knitted.add((Polygon) changed.getOrDefault(id(i), polygons.get(i)));
    }
    return knitted;
  }

  private static String id(int i) {
    return String.format(Locale.ROOT, "%06d", i);
  }
}
