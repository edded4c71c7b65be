package vn.khuxuong.zoning.seed;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.operation.overlayng.CoverageUnion;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;
import org.locationtech.jts.operation.polygonize.Polygonizer;
import vn.khuxuong.zoning.LandUse;

/**
 * Cuts a subzone into plots: rows parallel to its longest side, each row cut across. The plots fill
 * the subzone without overlap; corners lie on a grid of one millimetre, so along a slanting edge
 * the fit is as good as that. Coordinates are metres of the zone's legal CRS. The same subzone
 * gives the same plots.
 */
final class PlotDivision {
  private static final PrecisionModel MILLIMETRES = new PrecisionModel(1000);
  private static final double LEAST_SHARE = 0.4;

  /**
   * @param depthM wanted depth of a row
   * @param widthsM widths that follow each other along a row, each row beginning with another
   */
  private record Cut(double depthM, List<Double> widthsM) {
    double widthM(int i) {
      return widthsM.get(i % widthsM.size());
    }

    double usualM2() {
      return depthM * widthsM.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }
  }

  private static final Map<LandUse, Cut> CUTS =
      Map.of(
          LandUse.INDUSTRY, new Cut(180, List.of(100.0, 80.0, 120.0, 90.0, 140.0)),
          LandUse.SUPPORT, new Cut(90, List.of(60.0, 45.0, 75.0, 50.0)),
          LandUse.WAREHOUSE, new Cut(150, List.of(120.0, 160.0, 100.0)));

  private PlotDivision() {}

  /** The land uses that are rented out as plots. */
  static Set<LandUse> landUses() {
    return CUTS.keySet();
  }

  /**
   * The plots of a subzone, row by row.
   *
   * @param subzone in the legal CRS
   * @throws IllegalArgumentException for a land use without plots
   */
  static List<Polygon> of(Polygon subzone, LandUse use) {
    Cut cut = CUTS.get(use);
    if (cut == null) {
      throw new IllegalArgumentException(use + " is not rented out as plots");
    }
    Coordinate origin = subzone.getInteriorPoint().getCoordinate();
    double angle = streetAngle(subzone);
    AffineTransformation toStreet =
        AffineTransformation.rotationInstance(-angle, origin.x, origin.y);
    AffineTransformation fromStreet =
        AffineTransformation.rotationInstance(angle, origin.x, origin.y);
    Envelope all = toStreet.transform(subzone).getEnvelopeInternal();
    int rows = Math.max(1, (int) Math.round(all.getHeight() / cut.depthM()));
    double depth = all.getHeight() / rows;
    GeometryFactory factory = subzone.getFactory();
    List<Geometry> lines = new ArrayList<>();
    lines.add(subzone.getBoundary());
    for (int row = 0; row < rows; row++) {
      double south = all.getMinY() + row * depth;
      if (row > 0) {
        lines.add(line(factory, fromStreet, all.getMinX() - 1, south, all.getMaxX() + 1, south));
      }
      double x = all.getMinX();
      for (int i = row; (x += cut.widthM(i)) < all.getMaxX(); i++) {
        lines.add(line(factory, fromStreet, x, south, x, south + depth));
      }
    }
    List<Polygon> pieces = pieces(factory, lines, subzone);
    List<Polygon> plots = withoutScraps(pieces, cut.usualM2() * LEAST_SHARE);
    plots.sort(
        Comparator.comparingDouble(
                (Polygon plot) -> Math.floor((middle(plot, toStreet).y - all.getMinY()) / depth))
            .thenComparingDouble(plot -> middle(plot, toStreet).x));
    return plots;
  }

  private static LineString line(
      GeometryFactory factory,
      AffineTransformation fromStreet,
      double x1,
      double y1,
      double x2,
      double y2) {
    LineString line =
        factory.createLineString(new Coordinate[] {new Coordinate(x1, y1), new Coordinate(x2, y2)});
    return (LineString) fromStreet.transform(line);
  }

  private static List<Polygon> pieces(
      GeometryFactory factory, List<Geometry> lines, Polygon subzone) {
    Polygonizer polygonizer = new Polygonizer();
    polygonizer.add(
        UnaryUnionNG.union(
            factory.createGeometryCollection(lines.toArray(Geometry[]::new)), MILLIMETRES));
    @SuppressWarnings("unchecked")
    Collection<Polygon> faces = polygonizer.getPolygons();
    List<Polygon> pieces = new ArrayList<>();
    for (Polygon face : faces) {
      if (subzone.contains(face.getInteriorPoint())) {
        pieces.add((Polygon) face.norm());
      }
    }
    pieces.sort(null); // the polygonizer finds them in no certain order
    return pieces;
  }

  /** Joins pieces that are too small to the neighbour with the longest common edge. */
  private static List<Polygon> withoutScraps(List<Polygon> pieces, double leastM2) {
    List<Polygon> rest = new ArrayList<>(pieces);
    for (Polygon scrap = scrap(rest, leastM2); scrap != null; scrap = scrap(rest, leastM2)) {
      rest.remove(scrap);
      Polygon neighbour = null;
      double longest = 0;
      for (Polygon other : rest) {
        if (other.getEnvelopeInternal().intersects(scrap.getEnvelopeInternal())) {
          double common = scrap.getBoundary().intersection(other.getBoundary()).getLength();
          if (common > longest) {
            longest = common;
            neighbour = other;
          }
        }
      }
      if (neighbour == null) { // a subzone smaller than a plot
        rest.add(scrap);
        return rest;
      }
      rest.remove(neighbour);
      Geometry joined =
          CoverageUnion.union(
              scrap.getFactory().createGeometryCollection(new Geometry[] {scrap, neighbour}));
      rest.add((Polygon) joined.norm());
    }
    return rest;
  }

  private static @Nullable Polygon scrap(List<Polygon> pieces, double leastM2) {
    return pieces.stream()
        .filter(piece -> piece.getArea() < leastM2)
        .min(Comparator.comparingDouble(Polygon::getArea))
        .orElse(null);
  }

  private static Coordinate middle(Polygon plot, AffineTransformation toStreet) {
    return toStreet.transform(plot.getCentroid()).getCoordinate();
  }

  private static double streetAngle(Polygon land) {
    Coordinate[] ring = land.getExteriorRing().getCoordinates();
    double longest = 0;
    double angle = 0;
    for (int i = 1; i < ring.length; i++) {
      double length = ring[i].distance(ring[i - 1]);
      if (length > longest) {
        longest = length;
        angle = Math.atan2(ring[i].y - ring[i - 1].y, ring[i].x - ring[i - 1].x);
      }
    }
    return angle;
  }
}
