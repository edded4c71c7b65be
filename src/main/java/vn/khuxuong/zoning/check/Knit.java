package vn.khuxuong.zoning.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Gives neighbours the same vertices along their shared edges: vertices that are one to the eye
 * become one, and a vertex that lies on a neighbour's edge is put into it. Nothing moves by more
 * than the tolerance.
 */
final class Knit {
  private final Map<String, Geometry> shapes;
  private final List<Envelope> windows;
  private final double toleranceM;
  private final Map<Coordinate, Integer> uses = new TreeMap<>();
  private final Map<Coordinate, Coordinate> moves = new HashMap<>();
  private final STRtree kept = new STRtree();

  /**
   * @param shapes all that have edges in the windows, by id
   * @param windows where to look
   */
  Knit(Map<String, Geometry> shapes, Collection<Envelope> windows, double toleranceM) {
    this.shapes = new TreeMap<>(shapes);
    this.windows = List.copyOf(windows);
    this.toleranceM = toleranceM;
  }

  /** The shapes that are different afterwards; one that would turn invalid stays as it was. */
  Map<String, Geometry> run() {
    for (Geometry shape : shapes.values()) {
      Set<Coordinate> own = new HashSet<>(List.of(shape.getCoordinates()));
      own.stream().filter(this::isInside).forEach(vertex -> uses.merge(vertex, 1, Integer::sum));
    }
    unite();
    kept.build();
    Map<String, Geometry> changed = new TreeMap<>();
    shapes.forEach(
        (id, shape) -> {
          Geometry knitted = rebuilt(shape);
          if (!knitted.equalsExact(shape) && knitted.isValid()) {
            changed.put(id, knitted);
          }
        });
    return changed;
  }

  private boolean isInside(Coordinate vertex) {
    return windows.stream().anyMatch(window -> window.contains(vertex));
  }

  /** Of vertices within the tolerance the most used stays, then the most south-western. */
  private void unite() {
    STRtree all = new STRtree();
    uses.keySet().forEach(vertex -> all.insert(new Envelope(vertex), vertex));
    all.build();
    List<Coordinate> order = new ArrayList<>(uses.keySet());
    order.sort(
        (a, b) ->
            uses.getOrDefault(a, 0).equals(uses.getOrDefault(b, 0))
                ? a.compareTo(b)
                : uses.getOrDefault(b, 0) - uses.getOrDefault(a, 0));
    for (Coordinate vertex : order) {
      if (!moves.containsKey(vertex)) {
        kept.insert(new Envelope(vertex), vertex);
        Envelope around = new Envelope(vertex);
        around.expandBy(toleranceM);
        for (Object found : all.query(around)) {
          Coordinate other = (Coordinate) found;
          if (other.distance(vertex) <= toleranceM) {
            moves.putIfAbsent(other, vertex);
          }
        }
      }
    }
  }

  private Geometry rebuilt(Geometry shape) {
    List<Polygon> parts = new ArrayList<>();
    for (Polygon part : Overlay.polygons(shape)) {
      List<LinearRing> rings = new ArrayList<>();
      for (LinearRing ring : Edges.rings(part)) {
        rings.add(rebuilt(ring));
      }
      parts.add(
          part.getFactory()
              .createPolygon(
                  rings.get(0), rings.subList(1, rings.size()).toArray(LinearRing[]::new)));
    }
    return shape instanceof Polygon
        ? parts.get(0)
        : shape.getFactory().createMultiPolygon(parts.toArray(Polygon[]::new));
  }

  private LinearRing rebuilt(LinearRing ring) {
    if (windows.stream().noneMatch(ring.getEnvelopeInternal()::intersects)) {
      return ring;
    }
    List<Coordinate> corners = new ArrayList<>();
    for (Coordinate corner : ring.getCoordinates()) {
      Coordinate to = moves.getOrDefault(corner, corner);
      if (corners.isEmpty()) {
        corners.add(to.copy());
      } else {
        Coordinate from = corners.get(corners.size() - 1);
        corners.addAll(between(from, to));
        if (!to.equals2D(from) || to.equals2D(corner)) {
          corners.add(to.copy());
        }
      }
    }
    withoutSpikes(corners);
    return corners.size() < 4
        ? ring
        : ring.getFactory().createLinearRing(corners.toArray(Coordinate[]::new));
  }

  /** A boundary that runs back the way it came was the needle-thin end of a gap or overlap. */
  private void withoutSpikes(List<Coordinate> ring) {
    int i = 0;
    int quiet = 0;
    while (ring.size() > 4 && quiet < ring.size()) {
      int corners = ring.size() - 1;
      i %= corners;
      Coordinate before = ring.get((i + corners - 1) % corners);
      Coordinate after = ring.get((i + 1) % corners);
      if (isInside(ring.get(i)) && isSpike(before, ring.get(i), after)) {
        ring.remove(i);
        if (i == 0) {
          ring.set(ring.size() - 1, ring.get(0).copy());
        }
        i = Math.max(0, i - 1);
        quiet = 0;
      } else {
        i++;
        quiet++;
      }
    }
  }

  private boolean isSpike(Coordinate before, Coordinate tip, Coordinate after) {
    double forward =
        (tip.x - before.x) * (after.x - tip.x) + (tip.y - before.y) * (after.y - tip.y);
    if (tip.equals2D(before)) {
      return true;
    }
    return forward < 0
        && (Distance.pointToSegment(after, before, tip) <= toleranceM
            || Distance.pointToSegment(before, tip, after) <= toleranceM);
  }

  /** Vertices of others that lie on a side, in its direction. */
  private List<Coordinate> between(Coordinate from, Coordinate to) {
    Envelope box = new Envelope(from, to);
    box.expandBy(toleranceM);
    if (windows.stream().noneMatch(box::intersects)) {
      return List.of();
    }
    LineSegment side = new LineSegment(from, to);
    Map<Double, Coordinate> found = new TreeMap<>();
    for (Object item : kept.query(box)) {
      Coordinate vertex = (Coordinate) item;
      if (vertex.distance(from) > toleranceM
          && vertex.distance(to) > toleranceM
          && Distance.pointToSegment(vertex, from, to) <= toleranceM) {
        found.put(side.projectionFactor(vertex), vertex.copy());
      }
    }
    return List.copyOf(found.values());
  }
}
