package vn.khuxuong.space.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;

/**
 * Land on which buildings are set one after another, in metres of the zone's legal CRS (x east, y
 * north). They stand parallel to the longest side of the land, which is taken for the street, as
 * near its middle as the setback and the distance to the others allow.
 */
final class Site {
  private static final double SETBACK_M = 15;
  private static final double APART_M = 24;
  private static final double STEP_M = 8;
  private static final double SEARCH_M = 150;
  private static final double TENTHS_OF_MM = 10_000;

  private final AffineTransformation fromStreet;
  private final Geometry buildable;
  private final Coordinate middle;
  private final List<Envelope> taken = new ArrayList<>();
  private final GeometryFactory factory;

  Site(Polygon land) {
    factory = land.getFactory();
    Coordinate origin = land.getInteriorPoint().getCoordinate();
    double angle = streetAngle(land);
    AffineTransformation toStreet =
        AffineTransformation.rotationInstance(-angle, origin.x, origin.y);
    fromStreet = AffineTransformation.rotationInstance(angle, origin.x, origin.y);
    buildable = toStreet.transform(land).buffer(-SETBACK_M);
    middle = buildable.isEmpty() ? origin : buildable.getCentroid().getCoordinate();
  }

  /**
   * Takes the free place nearest the middle for a building of this size.
   *
   * @return empty if no place is left
   */
  Optional<Placement> take(double widthM, double depthM) {
    Optional<Envelope> best = nearestFree(widthM, depthM);
    best.ifPresent(
        place -> {
          Envelope kept = new Envelope(place);
          kept.expandBy(APART_M);
          taken.add(kept);
        });
    return best.map(
        place ->
            new Placement(
                AffineTransformation.translationInstance(place.getMinX(), place.getMinY())
                    .compose(fromStreet)));
  }

  private Optional<Envelope> nearestFree(double widthM, double depthM) {
    Envelope all = buildable.getEnvelopeInternal();
    double reach = all.getDiameter();
    for (double radius = SEARCH_M; radius < 2 * reach; radius *= 2) {
      Envelope near = new Envelope(middle);
      near.expandBy(radius);
      for (Envelope place : candidates(near.intersection(all), widthM, depthM)) {
        if (taken.stream().noneMatch(place::intersects)
            && buildable.covers(factory.toGeometry(place))) {
          return Optional.of(place);
        }
      }
    }
    return Optional.empty();
  }

  private List<Envelope> candidates(Envelope within, double widthM, double depthM) {
    List<Envelope> places = new ArrayList<>();
    for (double x = within.getMinX(); x + widthM <= within.getMaxX(); x += STEP_M) {
      for (double y = within.getMinY(); y + depthM <= within.getMaxY(); y += STEP_M) {
        places.add(new Envelope(x, x + widthM, y, y + depthM));
      }
    }
    places.sort(
        Comparator.<Envelope>comparingDouble(place -> place.centre().distance(middle))
            .thenComparingDouble(Envelope::getMinX)
            .thenComparingDouble(Envelope::getMinY));
    return places;
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

  /** Where a building stands. */
  record Placement(AffineTransformation transformation) {

    /**
     * A ring in the building's own metres as WKT polygon in the zone's CRS, to a tenth of a
     * millimetre.
     */
    String wkt(List<Coordinate> ring) {
      StringBuilder text = new StringBuilder("POLYGON((");
      for (Coordinate corner : ring) {
        Coordinate placed = transformation.transform(corner, new Coordinate());
        text.append(text.charAt(text.length() - 1) == '(' ? "" : ",")
            .append(Math.round(placed.x * TENTHS_OF_MM) / TENTHS_OF_MM)
            .append(' ')
            .append(Math.round(placed.y * TENTHS_OF_MM) / TENTHS_OF_MM);
      }
      return text.append("))").toString();
    }
  }
}
