package vn.khuxuong.geo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/**
 * Takes coordinates from one CRS to another. VN-2000 and WGS 84 are connected by EPSG:6960 and
 * nothing else; there is no choice of operation and no registry behind it.
 *
 * <p>Coordinates are x, y (longitude, latitude in degrees or east, north in metres) on both sides.
 * Immutable and safe for any number of threads; cheap to make.
 */
public final class CoordinateOperation {
  private static final double MERCATOR_MAX_M = Math.PI * Ellipsoid.A;

  private interface Step {
    void apply(double[] xy, int i);
  }

  private final Crs source;
  private final Crs target;
  private final Step[] steps;

  private CoordinateOperation(Crs source, Crs target, List<Step> steps) {
    this.source = source;
    this.target = target;
    this.steps = steps.toArray(Step[]::new);
  }

  /** The operation from {@code source} to {@code target}; does nothing between like systems. */
  public static CoordinateOperation between(Crs source, Crs target) {
    List<Step> steps = new ArrayList<>(3);
    if (source.srid() != target.srid()) {
      TransverseMercator from = source.grid();
      if (from != null) {
        steps.add(from::unproject);
      } else if (source == Crs.EPSG_3857) {
        steps.add(CoordinateOperation::fromMercator);
      }
      if (source.datum() != target.datum()) {
        steps.add(source.datum() == Crs.Datum.VN_2000 ? DatumShift::toWgs84 : DatumShift::toVn2000);
      }
      TransverseMercator to = target.grid();
      if (to != null) {
        steps.add(to::project);
      } else if (target == Crs.EPSG_3857) {
        steps.add(CoordinateOperation::toMercator);
      }
    }
    return new CoordinateOperation(source, target, steps);
  }

  /**
   * The way back that undoes this operation to a nanometre: what it returns, this operation takes
   * to exactly the point asked for. Use it to store coordinates a person gave in the legal CRS, so
   * that a vertex placed on an edge lies on it when read again.
   *
   * <p>{@code between(target, source)} does not do that where datums differ: both directions drop a
   * height, and a trip there and back ends 0.1 mm away in Ho Chi Minh City, 1 mm at worst in
   * Vietnam. It is what PROJ answers, and this differs from it by as much.
   */
  public CoordinateOperation inverse() {
    CoordinateOperation back = between(target, source);
    if (source.datum() == target.datum()) {
      return back;
    }
    Step undo =
        (xy, i) -> {
          double wantedX = xy[i];
          double wantedY = xy[i + 1];
          double[] aim = {wantedX, wantedY};
          double[] there = new double[2];
          for (int round = 0; round < 3; round++) {
            System.arraycopy(aim, 0, there, 0, 2);
            back.apply(there);
            xy[i] = there[0];
            xy[i + 1] = there[1];
            apply(there);
            aim[0] += wantedX - there[0];
            aim[1] += wantedY - there[1];
          }
        };
    return new CoordinateOperation(target, source, List.of(undo));
  }

  /** Whether coordinates come out as they went in. */
  public boolean isIdentity() {
    return steps.length == 0;
  }

  /**
   * Transforms x0, y0, x1, y1, … in place. A point the target cannot show (a pole in Web Mercator,
   * the other side of the globe in a transverse Mercator) becomes NaN or infinite.
   */
  public void apply(double[] xy) {
    apply(xy, 0, xy.length / 2);
  }

  /** Transforms {@code points} pairs in place, the first at {@code offset}. */
  public void apply(double[] xy, int offset, int points) {
    int end = offset + 2 * points;
    for (Step step : steps) {
      for (int i = offset; i < end; i += 2) {
        step.apply(xy, i);
      }
    }
  }

  /** A new coordinate; z is not carried along. */
  public Coordinate apply(Coordinate coordinate) {
    double[] xy = {coordinate.x, coordinate.y};
    apply(xy);
    return new Coordinate(xy[0], xy[1]);
  }

  /**
   * A copy in the target CRS with its SRID set. Vertices are transformed and edges stay straight
   * between them, so transform from the legal CRS, where edges are straight by law, and densify
   * first where a long edge must be followed. z is kept as it is.
   */
  public Geometry apply(Geometry geometry) {
    Geometry copy = target.geometryFactory().createGeometry(geometry);
    copy.setUserData(geometry.getUserData());
    if (!isIdentity()) {
      copy.apply(new Filter());
    }
    return copy;
  }

  private static void toMercator(double[] xy, int i) {
    xy[i] = Ellipsoid.A * Math.toRadians(xy[i]);
    double phi = Math.toRadians(xy[i + 1]);
    xy[i + 1] = Ellipsoid.A * Math.log(Math.tan(Math.PI / 4 + phi / 2));
    if (Math.abs(phi) >= Math.PI / 2) {
      xy[i + 1] = Math.copySign(Double.POSITIVE_INFINITY, phi);
    }
  }

  private static void fromMercator(double[] xy, int i) {
    xy[i] = xy[i] / MERCATOR_MAX_M * 180;
    xy[i + 1] = Math.toDegrees(Math.atan(Math.sinh(xy[i + 1] / Ellipsoid.A)));
  }

  /** One whole sequence at a time: the array loop above, not a call per vertex and step. */
  private final class Filter implements CoordinateSequenceFilter {
    @Override
    public void filter(CoordinateSequence sequence, int index) {
      if (index > 0) {
        return;
      }
      int n = sequence.size();
      double[] xy = new double[2 * n];
      for (int i = 0; i < n; i++) {
        xy[2 * i] = sequence.getX(i);
        xy[2 * i + 1] = sequence.getY(i);
      }
      CoordinateOperation.this.apply(xy);
      for (int i = 0; i < n; i++) {
        sequence.setOrdinate(i, CoordinateSequence.X, xy[2 * i]);
        sequence.setOrdinate(i, CoordinateSequence.Y, xy[2 * i + 1]);
      }
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
