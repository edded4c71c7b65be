package vn.khuxuong.maps.mvt;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.GeometryFilter;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.operation.overlayng.OverlayNG;

/**
 * The slow and sure way onto the grid, for the few polygons that rounding or cutting would leave
 * touching themselves: JTS cuts them and makes them valid on whole numbers.
 */
final class GridRepair {

  private static final PrecisionModel WHOLE_NUMBERS = new PrecisionModel(1);
  private static final GeometryFactory FACTORY = new GeometryFactory(WHOLE_NUMBERS);

  private static final Geometry FRAME = square(GridClip.LOW, GridClip.HIGH);

  /** All that is not cut lies in here, whatever cell it is in. */
  private static final Geometry EVERYWHERE = square(-1 << 20, 1 << 20);

  private final TileGrid grid;

  GridRepair(TileGrid grid) {
    this.grid = grid;
  }

  private static Geometry square(int low, int high) {
    return FACTORY.toGeometry(new Envelope(low, high, low, high));
  }

  /**
   * A shape from its well-known binary.
   *
   * @throws IllegalArgumentException for bytes that are no shape
   */
  static Geometry geometry(byte[] wkb) {
    try {
      return new WKBReader(new GeometryFactory()).read(wkb);
    } catch (ParseException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /**
   * Finds a point inside a shape, as {@code ST_PointOnSurface} does.
   *
   * @return false for an empty shape
   */
  static boolean inside(byte[] wkb, double[] place) {
    Geometry geometry = geometry(wkb);
    if (geometry.isEmpty()) {
      return false;
    }
    Coordinate point = geometry.getInteriorPoint().getCoordinate();
    place[0] = point.x;
    place[1] = point.y;
    return true;
  }

  /**
   * Adds the polygons of a shape, given as well-known binary.
   *
   * @param whole whether nothing is cut off
   */
  void add(byte[] wkb, boolean whole, GridShape into) {
    Geometry frame = whole ? EVERYWHERE : FRAME;
    Geometry geometry = geometry(wkb);
    geometry.apply(new Placing());
    for (Polygon polygon : polygons(geometry)) {
      if (polygon.getEnvelopeInternal().intersects(frame.getEnvelopeInternal())) {
        polygons(cut(polygon, frame)).forEach(part -> add(part, into));
      }
    }
  }

  private static Geometry cut(Polygon polygon, Geometry frame) {
    try {
      return OverlayNG.overlay(polygon, frame, OverlayNG.INTERSECTION, WHOLE_NUMBERS);
    } catch (TopologyException | IllegalArgumentException e) {
      // the shape was not valid before it came here
      Geometry fixed = GeometryFixer.fix(polygon);
      return OverlayNG.overlay(fixed, frame, OverlayNG.INTERSECTION, WHOLE_NUMBERS);
    }
  }

  private static List<Polygon> polygons(Geometry geometry) {
    List<Polygon> polygons = new ArrayList<>();
    geometry.apply(
        (GeometryFilter)
            part -> {
              if (part instanceof Polygon polygon) {
                polygons.add(polygon);
              }
            });
    return polygons;
  }

  private static void add(Polygon polygon, GridShape into) {
    into.takes(GridShape.POLYGON);
    add(polygon.getExteriorRing(), false, into);
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      add(polygon.getInteriorRingN(i), true, into);
    }
  }

  private static void add(LinearRing ring, boolean hole, GridShape into) {
    int vertices = ring.getNumPoints() - 1;
    int[] xy = new int[2 * vertices];
    for (int i = 0; i < vertices; i++) {
      Coordinate at = ring.getCoordinateN(i);
      xy[2 * i] = (int) Math.rint(at.x);
      xy[2 * i + 1] = (int) Math.rint(at.y);
    }
    into.add(xy, xy.length, hole);
  }

  /** Takes vertices to the grid without rounding them. */
  private final class Placing implements CoordinateSequenceFilter {
    private final double[] pair = new double[2];

    @Override
    public void filter(CoordinateSequence sequence, int index) {
      pair[0] = sequence.getX(index);
      pair[1] = sequence.getY(index);
      grid.place(pair, 1);
      sequence.setOrdinate(index, CoordinateSequence.X, pair[0]);
      sequence.setOrdinate(index, CoordinateSequence.Y, pair[1]);
    }

    @Override
    public boolean isDone() {
      return false;
    }

    @Override
    public boolean isGeometryChanged() {
      return true;
    }
  }
}
