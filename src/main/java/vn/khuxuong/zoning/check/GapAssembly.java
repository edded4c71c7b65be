package vn.khuxuong.zoning.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import vn.khuxuong.zoning.check.Finding.Action;
import vn.khuxuong.zoning.check.Finding.Code;
import vn.khuxuong.zoning.check.Finding.RepairOption;
import vn.khuxuong.zoning.check.Gaps.Gap;
import vn.khuxuong.zoning.check.Grid.Cell;

/** Puts the open ground of cells together to gaps. What has not changed is taken over. */
final class GapAssembly {
  private static final int OPTIONS = 5;

  private final Index index;
  private final @Nullable Border border;
  private final Tolerances tolerances;
  private final Map<Cell, List<OpenGround>> open;
  private final Map<OpenGround, Gap> known;
  private final Map<OpenGround, OpenGround> leaders = new HashMap<>();

  GapAssembly(
      Index index,
      @Nullable Border border,
      Tolerances tolerances,
      Map<Cell, List<OpenGround>> open,
      List<Gap> known) {
    this.index = index;
    this.border = border;
    this.tolerances = tolerances;
    this.open = open;
    this.known = Gaps.byFirst(known);
  }

  List<Gap> gaps() {
    List<OpenGround> all = ordered();
    all.forEach(part -> leaders.put(part, part));
    all.forEach(this::connect);
    Set<OpenGround> outside = new HashSet<>();
    Map<OpenGround, List<OpenGround>> groups = new HashMap<>();
    for (OpenGround part : all) {
      OpenGround leader = leader(part);
      groups.computeIfAbsent(leader, key -> new ArrayList<>()).add(part);
      if (border == null && part.liesOnRim(index.grid(), tolerances.noiseM())) {
        outside.add(leader);
      }
    }
    List<Gap> gaps = new ArrayList<>();
    for (OpenGround part : all) {
      List<OpenGround> group = groups.get(part);
      if (group != null) {
        if (outside.contains(part)) {
          straits(group, gaps);
        } else {
          gaps.add(takeOver(group, () -> closed(group)));
        }
      }
    }
    return gaps;
  }

  private List<OpenGround> ordered() {
    return open.entrySet().stream()
        .sorted(
            Map.Entry.comparingByKey(
                Comparator.comparingLong(Cell::column).thenComparingLong(Cell::row)))
        .flatMap(entry -> entry.getValue().stream())
        .toList();
  }

  private void connect(OpenGround part) {
    if (!part.goesOn(tolerances.noiseM())) {
      return;
    }
    Cell cell = part.cell();
    for (Cell next :
        List.of(new Cell(cell.column() + 1, cell.row()), new Cell(cell.column(), cell.row() + 1))) {
      for (OpenGround other : open.getOrDefault(next, List.of())) {
        if (leader(part) != leader(other)
            && OpenGround.meet(
                part.shape(), cell, other.shape(), next, index.grid(), tolerances.noiseM())) {
          OpenGround a = leader(part);
          OpenGround b = leader(other);
          boolean aFirst = before(a, b);
          leaders.put(aFirst ? b : a, aFirst ? a : b);
        }
      }
    }
  }

  private boolean before(OpenGround a, OpenGround b) {
    if (a.cell().equals(b.cell())) {
      List<OpenGround> here = open.getOrDefault(a.cell(), List.of());
      return here.indexOf(a) < here.indexOf(b);
    }
    return a.cell().column() < b.cell().column()
        || (a.cell().column() == b.cell().column() && a.cell().row() < b.cell().row());
  }

  private OpenGround leader(OpenGround part) {
    OpenGround leader = part;
    while (leaders.getOrDefault(leader, leader) != leader) {
      leader = leaders.getOrDefault(leader, leader);
    }
    leaders.put(part, leader);
    return leader;
  }

  private interface Judgement {
    List<Finding> findings();
  }

  private Gap takeOver(List<OpenGround> group, Judgement judgement) {
    Gap before = known.get(group.get(0));
    return before != null && before.parts().equals(group)
        ? before
        : new Gap(List.copyOf(group), judgement.findings());
  }

  private List<Finding> closed(List<OpenGround> group) {
    List<Polygon> shapes = group.stream().map(OpenGround::shape).toList();
    return judge(joined(shapes), Gaps.cells(group), false);
  }

  /** Narrow places of the outside. Each is judged by the cells it touches only. */
  private void straits(List<OpenGround> outside, List<Gap> gaps) {
    Map<Cell, List<OpenGround>> narrow = new HashMap<>();
    for (OpenGround part : outside) {
      List<OpenGround> here = part.narrows(tolerances.narrowGapM());
      if (!here.isEmpty()) {
        narrow.computeIfAbsent(part.cell(), key -> new ArrayList<>()).addAll(here);
      }
    }
    if (!narrow.isEmpty()) {
      gaps.addAll(
          new GapAssembly(index, border, tolerances, narrow, List.copyOf(known.values()))
              .narrowGaps());
    }
  }

  private List<Gap> narrowGaps() {
    List<OpenGround> all = ordered();
    all.forEach(part -> leaders.put(part, part));
    all.forEach(this::connect);
    Map<OpenGround, List<OpenGround>> groups = new HashMap<>();
    all.forEach(part -> groups.computeIfAbsent(leader(part), key -> new ArrayList<>()).add(part));
    List<Gap> gaps = new ArrayList<>();
    for (OpenGround part : all) {
      List<OpenGround> group = groups.get(part);
      if (group != null) {
        List<Polygon> shapes = group.stream().map(OpenGround::shape).toList();
        gaps.add(takeOver(group, () -> judge(joined(shapes), Gaps.cells(group), true)));
      }
    }
    return gaps;
  }

  private List<Polygon> joined(List<Polygon> shapes) {
    return shapes.size() == 1
        ? shapes
        : Overlay.polygons(Overlay.unionSnapped(shapes, tolerances.noiseM() / 2));
  }

  private List<Finding> judge(List<Polygon> shapes, Set<Cell> cells, boolean strait) {
    List<Finding> findings = new ArrayList<>();
    for (Polygon shape : shapes) {
      if (Breadth.exceeds(shape, tolerances.noiseM())) {
        Map<Site, Double> owners = owners(shape, cells);
        boolean notch =
            owners.size() < 2 || shape.getLength() / 2 < OpenGround.WEDGE * tolerances.narrowGapM();
        if (!(strait && notch)) {
          findings.add(finding(withoutSeams(shape, owners.keySet()), owners));
        }
      }
    }
    return findings;
  }

  private Finding finding(Polygon shape, Map<Site, Double> owners) {
    boolean atEdge = border != null && border.edges().lengthAlongM(shape, edgeM()) > edgeM();
    double width = Breadth.ofM(shape);
    List<String> subjects = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    for (Site owner : owners.keySet()) {
      subjects.add(owner.id());
      labels.add(owner.piece().label());
    }
    if (atEdge) {
      subjects.add(Finding.ZONE);
    }
    boolean meant = border == null && width > tolerances.narrowGapM();
    return Findings.of(
        Code.GAP,
        meant ? Severity.ADVISES : Severity.BLOCKS,
        shape,
        width,
        subjects,
        Wording.gap(labels, atEdge, shape.getArea(), width),
        fills(owners));
  }

  private static List<RepairOption> fills(Map<Site, Double> owners) {
    return owners.entrySet().stream()
        .sorted(
            Map.Entry.<Site, Double>comparingByValue()
                .reversed()
                .thenComparing(entry -> entry.getKey().id()))
        .limit(OPTIONS)
        .map(Map.Entry::getKey)
        .map(owner -> Wording.repair(Action.FILL_GAP, Map.of(owner.id(), owner.piece().label())))
        .toList();
  }

  /** Pieces along the gap with the length of their border, by id. */
  private Map<Site, Double> owners(Polygon shape, Set<Cell> cells) {
    Map<Site, Double> owners = new TreeMap<>(Comparator.comparing(Site::id));
    Map<String, Site> candidates = new TreeMap<>();
    cells.forEach(cell -> candidates.putAll(index.in(cell)));
    for (Site site : candidates.values()) {
      if (site.box().intersects(shape.getEnvelopeInternal())) {
        double length = site.edges().lengthAlongM(shape, edgeM());
        if (length > edgeM()) {
          owners.put(site, length);
        }
      }
    }
    return owners;
  }

  /** Twice moved by snapping, an edge is this far off at most. */
  private double edgeM() {
    return 2 * tolerances.noiseM();
  }

  /** Without the vertices that only stand where a side crosses a line between cells. */
  private Polygon withoutSeams(Polygon shape, Set<Site> owners) {
    List<LinearRing> rings = new ArrayList<>();
    for (LinearRing ring : Edges.rings(shape)) {
      rings.add(withoutSeams(ring, owners));
    }
    Polygon clean =
        shape
            .getFactory()
            .createPolygon(rings.get(0), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
    return clean.isValid() ? clean : shape;
  }

  private LinearRing withoutSeams(LinearRing ring, Set<Site> owners) {
    Coordinate[] corners = ring.getCoordinates();
    List<Coordinate> kept = new ArrayList<>();
    int last = corners.length - 1;
    for (int i = 0; i < last; i++) {
      Coordinate before = kept.isEmpty() ? corners[last - 1] : kept.get(kept.size() - 1);
      LineSegment across = new LineSegment(before, corners[i + 1]);
      Coordinate corner = corners[i];
      boolean seam =
          index.grid().isOnLine(corner.x, corner.y, tolerances.noiseM())
              && across.distance(corner) < tolerances.noiseM() / 10
              && owners.stream().noneMatch(owner -> owner.edges().hasVertex(corner));
      if (!seam) {
        kept.add(corner);
      }
    }
    if (kept.size() < 3) {
      return ring;
    }
    kept.add(kept.get(0).copy());
    return ring.getFactory().createLinearRing(kept.toArray(Coordinate[]::new));
  }
}
