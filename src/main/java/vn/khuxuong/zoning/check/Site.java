package vn.khuxuong.zoning.check;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * A piece with what is worked out once for all judgements.
 *
 * <p>An invalid shape has no edges worth comparing, but the planner did mean the ground under it:
 * there {@link #ground} is what a usual reading of the shape covers, so that no gap opens below it.
 */
final class Site {
  private final Piece piece;
  private final @Nullable TopologyValidationError fault;
  private final Geometry ground;
  private final Envelope box;
  private @Nullable Edges edges;

  Site(Piece piece) {
    this.piece = piece;
    Geometry shape = piece.shape();
    this.fault =
        shape.isEmpty()
            ? new TopologyValidationError(TopologyValidationError.TOO_FEW_POINTS, null)
            : new IsValidOp(shape).getValidationError();
    this.ground = fault == null ? shape : fixed(shape);
    this.box = ground.getEnvelopeInternal();
  }

  private static Geometry fixed(Geometry shape) {
    for (Coordinate vertex : shape.getCoordinates()) {
      if (!vertex.isValid()) {
        return shape.getFactory().createPolygon();
      }
    }
    try {
      Geometry fixed = Overlay.area(GeometryFixer.fix(shape));
      return fixed.isValid() ? fixed : shape.getFactory().createPolygon();
    } catch (RuntimeException e) {
      return shape.getFactory().createPolygon();
    }
  }

  Piece piece() {
    return piece;
  }

  String id() {
    return piece.id();
  }

  boolean isValid() {
    return fault == null;
  }

  @Nullable TopologyValidationError fault() {
    return fault;
  }

  Geometry ground() {
    return ground;
  }

  Envelope box() {
    return box;
  }

  /** The boundary of the ground. Threads that meet here build it twice, to the same effect. */
  Edges edges() {
    Edges made = edges;
    if (made == null) {
      made = new Edges(ground);
      edges = made;
    }
    return made;
  }
}
