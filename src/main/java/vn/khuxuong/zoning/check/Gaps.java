package vn.khuxuong.zoning.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.Polygon;
import vn.khuxuong.zoning.check.Grid.Cell;

/**
 * Ground that nobody claims, found cell by cell and put together across the lines between cells.
 *
 * <p>With an outline every unclaimed part of it is a gap, narrow or wide. Without one, gaps are
 * what pieces enclose, and narrow places between two pieces that are open to the outside.
 */
final class Gaps {
  private final Index index;
  private final @Nullable Border border;
  private final Tolerances tolerances;
  private final Map<Cell, Geometry> targets;
  private final Map<Cell, List<OpenGround>> open;
  private final List<Gap> gaps;

  /** Parts that hang together, and what there is to say about them. */
  record Gap(List<OpenGround> parts, List<Finding> findings) {}

  private Gaps(
      Index index,
      @Nullable Border border,
      Tolerances tolerances,
      Map<Cell, Geometry> targets,
      Map<Cell, List<OpenGround>> open,
      List<Gap> known) {
    this.index = index;
    this.border = border;
    this.tolerances = tolerances;
    this.targets = targets;
    this.open = open;
    this.gaps = new GapAssembly(index, border, tolerances, open, known).gaps();
  }

  /** Looks at every cell. */
  static Gaps in(Index index, @Nullable Border border, Tolerances tolerances) {
    Map<Cell, Geometry> targets = new HashMap<>();
    Map<Cell, List<OpenGround>> open = new HashMap<>();
    for (Cell cell : index.grid().all()) {
      if (border != null) {
        Geometry target = target(index.grid().box(cell), border);
        if (target.isEmpty()) {
          continue;
        }
        targets.put(cell, target);
      }
      look(cell, index, border, tolerances, targets, open);
    }
    return new Gaps(index, border, tolerances, targets, open, List.of());
  }

  /** Looks again at the cells named; the grid is the same. */
  Gaps again(Index changed, Collection<Cell> cells) {
    Map<Cell, List<OpenGround>> now = new HashMap<>(open);
    for (Cell cell : cells) {
      now.remove(cell);
      if (border == null || targets.containsKey(cell)) {
        look(cell, changed, border, tolerances, targets, now);
      }
    }
    return new Gaps(changed, border, tolerances, targets, now, gaps);
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    gaps.forEach(gap -> findings.addAll(gap.findings()));
    return findings;
  }

  Index index() {
    return index;
  }

  /** How far beyond its box a piece has a say in a cell. */
  static double reachM(@Nullable Border border, Tolerances tolerances) {
    return border == null ? 2 * tolerances.narrowGapM() : tolerances.noiseM();
  }

  private static Geometry target(Envelope box, Border border) {
    Geometry square = border.shape().getFactory().toGeometry(box);
    return border.prepared().covers(square)
        ? square
        : border.prepared().intersects(square)
            ? Overlay.intersection(border.shape(), square)
            : border.shape().getFactory().createPolygon();
  }

  private static void look(
      Cell cell,
      Index index,
      @Nullable Border border,
      Tolerances tolerances,
      Map<Cell, Geometry> targets,
      Map<Cell, List<OpenGround>> open) {
    Envelope box = index.grid().box(cell);
    SortedMap<String, Site> sites = index.in(cell);
    GeometryFactory factory = border != null ? border.shape().getFactory() : index.factory();
    Geometry square = factory.toGeometry(box);
    Geometry rest = border == null ? window(box, factory, tolerances) : targets.get(cell);
    if (rest == null || isSeamless(sites.values(), rest.getEnvelopeInternal())) {
      return;
    }
    boolean whole = true;
    for (Site site : sites.values()) {
      if (rest.isEmpty()) {
        return;
      }
      if (rest.getEnvelopeInternal().intersects(site.box())) {
        rest = Overlay.differenceSnapped(rest, site.ground(), tolerances.noiseM() / 2);
        whole = false;
      }
    }
    Geometry inside = border != null ? rest : whole ? square : Overlay.intersection(rest, square);
    List<OpenGround> parts = new ArrayList<>();
    for (Polygon part : Overlay.polygons(inside)) {
      if (Breadth.exceeds(part, tolerances.noiseM())) {
        parts.add(new OpenGround(cell, box, part, whole || sites.size() < 2 ? null : rest));
      }
    }
    if (!parts.isEmpty()) {
      open.put(cell, parts);
    }
  }

  /**
   * Whether every edge here is one neighbour's as much as the other's. Nobody gets then from
   * claimed to unclaimed ground, and where edges are, ground is claimed.
   */
  private static boolean isSeamless(Collection<Site> sites, Envelope box) {
    Set<LineSegment> edges = new HashSet<>();
    List<LineSegment> found = new ArrayList<>();
    for (Site site : sites) {
      site.edges().collect(box, found);
    }
    edges.addAll(found);
    for (LineSegment edge : found) {
      if (!edges.contains(new LineSegment(edge.p1, edge.p0))) {
        return false;
      }
    }
    return !found.isEmpty() && edges.size() == found.size();
  }

  private static Geometry window(Envelope box, GeometryFactory factory, Tolerances tolerances) {
    Envelope window = new Envelope(box);
    window.expandBy(reachM(null, tolerances));
    return factory.toGeometry(window);
  }

  /** Sets of parts that hang together, by the first of them. */
  static Map<OpenGround, Gap> byFirst(List<Gap> gaps) {
    Map<OpenGround, Gap> map = new HashMap<>();
    gaps.forEach(gap -> map.put(gap.parts().get(0), gap));
    return map;
  }

  static Set<Cell> cells(List<OpenGround> parts) {
    Set<Cell> cells = new HashSet<>();
    parts.forEach(part -> cells.add(part.cell()));
    return cells;
  }
}
