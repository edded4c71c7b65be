package vn.khuxuong.zoning.edit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.RobustLineIntersector;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.hprtree.HPRtree;
import org.locationtech.jts.index.kdtree.KdTree;
import vn.khuxuong.zoning.Subzone;

/**
 * Fits lines into the drawing: what nearly touches touches exactly, and where a line meets an edge
 * both have the same vertex.
 */
final class Noding {
  /**
   * Nodes bend edges by up to half a step of the grid, which may make new crossings; once or twice.
   */
  private static final int MAX_ROUNDS = 10;

  private final Fabric fabric;
  private final Predicate<Subzone> among;
  private final double touchM;
  private final boolean cutting;

  private final RobustLineIntersector intersector = new RobustLineIntersector();
  private HPRtree edges = new HPRtree();
  private KdTree fresh = new KdTree();
  private final List<Coordinate> inserted = new ArrayList<>();

  private Noding(Fabric fabric, Predicate<Subzone> among, double touchM, boolean cutting) {
    this.fabric = fabric;
    this.among = among;
    this.touchM = touchM;
    this.cutting = cutting;
  }

  /** Lines that cut what they cross of some subzones. Whoever shares a node there gets it too. */
  static List<Coordinate[]> cut(
      Fabric fabric, Collection<Coordinate[]> lines, Predicate<Subzone> among) {
    return new Noding(fabric, among, Fabric.TOUCH_M, true).run(lines);
  }

  /**
   * A shape put beside its neighbours: they share vertices where they touch, also with the zone's
   * outline; overlaps stay as they are.
   *
   * @param self who has the shape and is no neighbour of it; null for nobody yet
   * @param touchM how near is touching
   */
  static Polygon fit(Fabric fabric, Polygon shape, @Nullable Subzone self, double touchM) {
    Predicate<Subzone> others = s -> self == null || !s.uid().equals(self.uid());
    List<Coordinate[]> rings = new Noding(fabric, others, touchM, false).run(Rings.of(shape));
    return Rings.polygon(rings, fabric.factory());
  }

  /** A subzone's shape now, with every vertex of its neighbours on its edges. */
  static Polygon fitted(Fabric fabric, Subzone subzone) {
    Polygon shape = fabric.now(subzone).shape();
    Polygon fitted = fit(fabric, shape, subzone, Fabric.TOUCH_M);
    if (!fitted.equalsExact(shape)) {
      fabric.reshape(subzone, fitted);
    }
    return fabric.now(subzone).shape();
  }

  private List<Coordinate[]> run(Collection<Coordinate[]> lines) {
    Map<Coordinate, Coordinate> settled = new HashMap<>();
    List<Coordinate[]> now = new ArrayList<>();
    for (Coordinate[] line : lines) {
      Coordinate[] copy = new Coordinate[line.length];
      for (int i = 0; i < line.length; i++) {
        copy[i] = settled.computeIfAbsent(line[i].copy(), fabric::settle);
      }
      now.add(copy);
    }
    for (int round = 0; round < MAX_ROUNDS; round++) {
      index(now);
      List<Coordinate[]> next = now.stream().map(this::noded).toList();
      boolean stable = inserted.isEmpty();
      for (int i = 0; i < next.size(); i++) {
        stable &= Arrays.equals(next.get(i), now.get(i));
      }
      fabric.insert(inserted);
      now = next;
      if (stable) {
        break;
      }
    }
    return now;
  }

  private void index(List<Coordinate[]> lines) {
    edges = new HPRtree();
    fresh = new KdTree(Fabric.TOUCH_M);
    inserted.clear();
    Envelope where = new Envelope();
    for (Coordinate[] line : lines) {
      for (Coordinate c : line) {
        where.expandToInclude(c);
      }
    }
    where.expandBy(touchM);
    for (Subzone subzone : fabric.near(where)) {
      if (among.test(subzone)) {
        Rings.of(subzone.shape()).forEach(ring -> add(ring, where));
      }
    }
    if (!cutting) {
      Rings.of(fabric.outline()).forEach(ring -> add(ring, where));
    }
  }

  private void add(Coordinate[] ring, Envelope where) {
    for (int i = 0; i + 1 < ring.length; i++) {
      Envelope around = new Envelope(ring[i], ring[i + 1]);
      if (around.intersects(where)) {
        LineSegment edge = new LineSegment(ring[i], ring[i + 1]);
        // both owners of an edge must find the same crossing
        edge.normalize();
        edges.insert(around, edge);
      }
    }
  }

  private List<LineSegment> near(Envelope around) {
    Envelope wide = new Envelope(around);
    wide.expandBy(touchM);
    List<LineSegment> near = new ArrayList<>();
    for (Object edge : edges.query(wide)) {
      near.add((LineSegment) edge);
    }
    return near;
  }

  private Coordinate[] noded(Coordinate[] line) {
    Coordinate[] touching = new Coordinate[line.length];
    for (int i = 0; i < line.length; i++) {
      touching[i] = touched(line[i]);
    }
    // a ring that took a neighbour's vertex once would touch itself if it took it again
    Set<Coordinate> own = cutting ? Set.of() : new HashSet<>(Arrays.asList(touching));
    List<Coordinate> noded = new ArrayList<>();
    for (int i = 0; i < line.length; i++) {
      append(noded, touching[i]);
      if (i + 1 < line.length) {
        between(touching[i], touching[i + 1], own).forEach(node -> append(noded, node));
      }
    }
    return noded.toArray(Coordinate[]::new);
  }

  private static void append(List<Coordinate> list, Coordinate c) {
    if (list.isEmpty() || !list.get(list.size() - 1).equals2D(c)) {
      list.add(c);
    }
  }

  /** The vertex there already is, or the place on the edge it lies on, or the vertex itself. */
  private Coordinate touched(Coordinate c) {
    List<LineSegment> near = near(new Envelope(c));
    Coordinate vertex = null;
    LineSegment edge = null;
    double least = touchM;
    double vertexDistance = touchM;
    for (LineSegment e : near) {
      for (Coordinate end : List.of(e.p0, e.p1)) {
        if (end.distance(c) <= vertexDistance) {
          vertexDistance = end.distance(c);
          vertex = end;
        }
      }
      if (e.distance(c) <= least) {
        least = e.distance(c);
        edge = e;
      }
    }
    if (vertex != null) {
      return vertex;
    }
    return edge == null ? c : onEdge(c, edge);
  }

  private Coordinate onEdge(Coordinate c, LineSegment edge) {
    Coordinate node = fresh.insert(fabric.settle(edge.closestPoint(c))).getCoordinate();
    inserted.add(node);
    return node;
  }

  private List<Coordinate> between(Coordinate a, Coordinate b, Set<Coordinate> own) {
    LineSegment line = new LineSegment(a, b);
    List<Coordinate> nodes = new ArrayList<>();
    for (LineSegment edge : near(new Envelope(a, b))) {
      boolean touching = false;
      for (Coordinate end : List.of(edge.p0, edge.p1)) {
        if (line.distance(end) <= touchM) {
          touching = true;
          if (end.distance(a) > Fabric.TOUCH_M
              && end.distance(b) > Fabric.TOUCH_M
              && isBeside(end, line)
              && !own.contains(end)) {
            nodes.add(end);
          }
        }
      }
      Coordinate crossing = touching || !cutting ? null : crossing(line, edge);
      if (crossing != null) {
        nodes.add(crossing);
      }
    }
    nodes.sort(Comparator.comparingDouble(a::distance));
    return nodes;
  }

  private static boolean isBeside(Coordinate c, LineSegment line) {
    double along = line.projectionFactor(c);
    return along > 0 && along < 1;
  }

  private @Nullable Coordinate crossing(LineSegment line, LineSegment edge) {
    intersector.computeIntersection(line.p0, line.p1, edge.p0, edge.p1);
    if (!intersector.isProper()) {
      return null;
    }
    Coordinate exact = intersector.getIntersection(0);
    if (exact.distance(line.p0) <= touchM || exact.distance(line.p1) <= touchM) {
      return null;
    }
    Coordinate node = fresh.insert(fabric.settle(exact)).getCoordinate();
    inserted.add(node);
    return node;
  }
}
