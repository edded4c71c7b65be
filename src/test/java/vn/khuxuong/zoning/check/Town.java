package vn.khuxuong.zoning.check;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import vn.khuxuong.geo.Crs;

/** Shapes of an invented town, metres from its corner stone in EPSG:9210. */
final class Town {
  static final GeometryFactory FACTORY = Crs.EPSG_9210.geometryFactory();
  private static final double EAST = 590_000;
  private static final double NORTH = 1_190_000;

  private Town() {}

  static Polygon ring(double... xy) {
    Coordinate[] corners = new Coordinate[xy.length / 2 + 1];
    for (int i = 0; i < xy.length / 2; i++) {
      corners[i] = new Coordinate(EAST + xy[2 * i], NORTH + xy[2 * i + 1]);
    }
    corners[corners.length - 1] = corners[0].copy();
    return FACTORY.createPolygon(corners);
  }

  static Polygon box(double west, double south, double east, double north) {
    return ring(west, south, east, south, east, north, west, north);
  }

  static Polygon bowTie() {
    return ring(0, 0, 100, 100, 100, 0, 0, 100);
  }

  static Piece piece(String id, Geometry shape) {
    return new Piece(id, id, shape, 0);
  }

  static Envelope around(Geometry shape, double metres) {
    Envelope box = new Envelope(shape.getEnvelopeInternal());
    box.expandBy(metres);
    return box;
  }

  static Coverage judged(Geometry outline, Piece... pieces) {
    return Coverage.of(List.of(pieces), outline, Tolerances.standard());
  }

  static Coverage open(Piece... pieces) {
    return Coverage.of(List.of(pieces), null, Tolerances.standard());
  }

  static List<Finding.Code> codes(Coverage coverage) {
    return coverage.findings().stream().map(Finding::code).toList();
  }

  static Finding only(Coverage coverage, Finding.Code code) {
    List<Finding> found = coverage.findings().stream().filter(f -> f.code() == code).toList();
    if (found.size() != 1) {
      throw new AssertionError("not one " + code + " but " + coverage.findings());
    }
    return found.get(0);
  }

  /** A copy with some vertices moved by up to {@code metres}. */
  static Geometry shaken(Geometry shape, double metres, int vertices, SplittableRandom random) {
    Coordinate[] ring = ((Polygon) shape).getExteriorRing().copy().getCoordinates();
    for (int i = 0; i < vertices; i++) {
      int at = random.nextInt(ring.length - 1);
      ring[at] =
          new Coordinate(
              ring[at].x + (random.nextDouble() - 0.5) * 2 * metres,
              ring[at].y + (random.nextDouble() - 0.5) * 2 * metres);
    }
    ring[ring.length - 1] = ring[0].copy();
    return shape.getFactory().createPolygon(ring);
  }

  /** Some pieces of a clean grid with vertices moved, doubled or dropped, by seed. */
  static List<Piece> dirty(WigglyGrid grid, int moves, double metres, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Piece> pieces = new ArrayList<>(grid.pieces());
    for (int i = 0; i < moves; i++) {
      int at = random.nextInt(pieces.size());
      Piece piece = pieces.get(at);
      Geometry shape =
          switch (random.nextInt(4)) {
            case 0 -> thinned(piece.shape(), random);
            case 1 -> doubled(piece.shape(), random);
            default -> shaken(piece.shape(), metres, 2, random);
          };
      if (shape.isValid()) {
        pieces.set(at, piece(piece.id(), shape));
      }
    }
    return pieces;
  }

  private static Geometry thinned(Geometry shape, SplittableRandom random) {
    List<Coordinate> ring = new ArrayList<>(List.of(shape.getCoordinates()));
    ring.remove(1 + random.nextInt(ring.size() - 2));
    return shape.getFactory().createPolygon(ring.toArray(Coordinate[]::new));
  }

  private static Geometry doubled(Geometry shape, SplittableRandom random) {
    List<Coordinate> ring = new ArrayList<>(List.of(shape.getCoordinates()));
    int at = 1 + random.nextInt(ring.size() - 2);
    ring.add(at, ring.get(at).copy());
    return shape.getFactory().createPolygon(ring.toArray(Coordinate[]::new));
  }
}
