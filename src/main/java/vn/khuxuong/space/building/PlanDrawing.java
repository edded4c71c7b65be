package vn.khuxuong.space.building;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Angle;
import org.locationtech.jts.algorithm.MinimumAreaRectangle;
import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;
import org.locationtech.jts.precision.GeometryPrecisionReducer;
import vn.khuxuong.space.building.FloorPlan.Position;
import vn.khuxuong.space.building.FloorPlan.Shape;

/** Turns the shapes of a floor level and finds what between them is common. */
final class PlanDrawing {
  private static final PrecisionModel CENTIMETRES = new PrecisionModel(100);

  /** Less is a gap of measurement, no room. */
  private static final double LEAST_COMMON_M2 = 0.5;

  private static final double LABEL_TOLERANCE_M = 0.25;

  private PlanDrawing() {}

  /**
   * The plan of a floor.
   *
   * @param crs legal CRS of the shapes, as {@code EPSG:9210}
   * @param plate east, north in metres
   * @param bays by number, east, north in metres
   * @param breaks bay numbers before which a wall stands
   */
  static FloorPlan of(
      long floor,
      int level,
      String crs,
      Polygon plate,
      SortedMap<Integer, Polygon> bays,
      List<Integer> breaks) {
    double turn = turn(plate, bays);
    Envelope box = turned(plate, turn).getEnvelopeInternal();
    AffineTransformation place =
        AffineTransformation.rotationInstance(turn)
            .translate(-box.getMinX(), -box.getMaxY())
            .scale(1, -1);
    Geometry outline = placed(plate, place);
    List<FloorPlan.Bay> drawn = new ArrayList<>();
    List<Geometry> let = new ArrayList<>();
    bays.forEach(
        (no, shape) -> {
          Geometry bay = placed(shape, place);
          let.add(bay);
          drawn.add(new FloorPlan.Bay(no, shape(bay), inside(bay), breaks.contains(no)));
        });
    List<Polygon> common = common(outline, let);
    return new FloorPlan(
        floor,
        level,
        crs,
        round(box.getWidth()),
        round(box.getHeight()),
        // a turn against the clock carries north with it
        Math.round(Math.toDegrees(Angle.normalizePositive(-turn)) * 10) / 10.0 % 360,
        shape(outline),
        common.stream().map(PlanDrawing::shape).toList(),
        common.isEmpty() ? null : inTheMiddle(common.get(0)),
        drawn);
  }

  /** The angle, against the clock in radians, that lays the long side level with bay 0 left. */
  private static double turn(Polygon plate, SortedMap<Integer, Polygon> bays) {
    double turn = -angleOfLongSide(plate);
    if (bays.size() < 2) {
      return turn;
    }
    List<Polygon> inOrder = List.copyOf(bays.values());
    Point first = (Point) turned(inOrder.get(0).getCentroid(), turn);
    Point second = (Point) turned(inOrder.get(1).getCentroid(), turn);
    return first.getX() <= second.getX() ? turn : turn + Math.PI;
  }

  private static double angleOfLongSide(Polygon plate) {
    Coordinate[] box = MinimumAreaRectangle.getMinimumRectangle(plate).getCoordinates();
    return box[0].distance(box[1]) >= box[1].distance(box[2])
        ? Angle.angle(box[0], box[1])
        : Angle.angle(box[1], box[2]);
  }

  private static Geometry turned(Geometry shape, double turn) {
    return AffineTransformation.rotationInstance(turn).transform(shape);
  }

  private static Geometry placed(Geometry shape, AffineTransformation place) {
    return GeometryPrecisionReducer.reduce(place.transform(shape), CENTIMETRES);
  }

  /** Largest first. */
  private static List<Polygon> common(Geometry outline, List<Geometry> bays) {
    Geometry rest = outline;
    if (!bays.isEmpty()) {
      Geometry let = UnaryUnionNG.union(outline.getFactory().buildGeometry(bays), CENTIMETRES);
      rest = OverlayNG.overlay(outline, let, OverlayNG.DIFFERENCE, CENTIMETRES);
    }
    List<Polygon> found = new ArrayList<>();
    for (int i = 0; i < rest.getNumGeometries(); i++) {
      if (rest.getGeometryN(i) instanceof Polygon part && part.getArea() >= LEAST_COMMON_M2) {
        found.add(part);
      }
    }
    found.sort(Comparator.comparingDouble(Polygon::getArea).reversed());
    return found;
  }

  /** In the middle of its widest part halfway down, where there is most room for a line of text. */
  private static Position inTheMiddle(Polygon shape) {
    return position(shape.getInteriorPoint().getCoordinate());
  }

  private static Position inside(Geometry shape) {
    Point centre = MaximumInscribedCircle.getCenter(shape, LABEL_TOLERANCE_M);
    Point middle = shape.getCentroid();
    // of a rectangle the middle, not just any place as far from the walls
    return position(
        shape.covers(middle)
                && shape.getBoundary().distance(middle)
                    >= shape.getBoundary().distance(centre) - LABEL_TOLERANCE_M
            ? middle.getCoordinate()
            : centre.getCoordinate());
  }

  private static Shape shape(Geometry polygon) {
    List<List<Position>> rings = new ArrayList<>();
    for (int i = 0; i < polygon.getNumGeometries(); i++) {
      Polygon part = (Polygon) polygon.getGeometryN(i);
      rings.add(ring(part.getExteriorRing()));
      for (int hole = 0; hole < part.getNumInteriorRing(); hole++) {
        rings.add(ring(part.getInteriorRingN(hole)));
      }
    }
    return new Shape(rings);
  }

  private static List<Position> ring(@Nullable LineString ring) {
    List<Position> positions = new ArrayList<>();
    if (ring != null) {
      for (Coordinate corner : ring.getCoordinates()) {
        positions.add(position(corner));
      }
    }
    return positions;
  }

  private static Position position(Coordinate at) {
    return new Position(round(at.x), round(at.y));
  }

  private static double round(double metres) {
    return Math.round(metres * 100) / 100.0;
  }
}
