package vn.khuxuong.zoning.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import vn.khuxuong.zoning.check.Finding.Code;
import vn.khuxuong.zoning.check.Finding.RepairOption;

/**
 * Mends findings on shapes that are laid over those of a coverage. Each operation works at the
 * place of its findings only, so that operations elsewhere do not depend on it.
 */
final class Surgery {
  private final Coverage coverage;
  private final Tolerances tolerances;
  private final Map<String, Geometry> changed = new TreeMap<>();

  Surgery(Coverage coverage) {
    this.coverage = coverage;
    this.tolerances = coverage.tolerances();
  }

  Map<String, Geometry> changed() {
    return changed;
  }

  /** Whether there is anything to do about a finding without asking a person. */
  static boolean canMend(Finding finding, Tolerances tolerances) {
    return switch (finding.code()) {
      case OVERLAP, OUTSIDE_ZONE, UNMATCHED_EDGE, DUPLICATE_VERTEX, CLOSE_VERTICES, INVALID_SHAPE ->
          true;
      case GAP -> finding.widthM() <= tolerances.narrowGapM();
      case SLIVER, TOO_NARROW -> false;
    };
  }

  /** Mends findings that are near each other, as far as that is possible. */
  void mend(List<Finding> near) {
    for (Code code : Code.values()) {
      for (Finding finding : near) {
        if (finding.code() == code) {
          mend(finding);
        }
      }
    }
    if (near.stream().anyMatch(Surgery::touchesSharedEdges)) {
      knit(near);
    }
  }

  static boolean touchesSharedEdges(Finding finding) {
    return switch (finding.code()) {
      case OVERLAP, GAP, OUTSIDE_ZONE, UNMATCHED_EDGE -> true;
      default -> false;
    };
  }

  private void mend(Finding finding) {
    switch (finding.code()) {
      case OVERLAP -> trim(finding);
      case GAP -> fill(finding);
      case OUTSIDE_ZONE -> clip(finding);
      case DUPLICATE_VERTEX -> dedupe(finding.subjects().get(0));
      case CLOSE_VERTICES -> unite(finding);
      case INVALID_SHAPE -> validate(finding.subjects().get(0));
      default -> {}
    }
  }

  private Geometry shape(String id) {
    Geometry now = changed.get(id);
    if (now != null) {
      return now;
    }
    Site site = coverage.site(id);
    if (site == null) {
      throw new IllegalArgumentException("no piece " + id);
    }
    return site.piece().shape();
  }

  /** Takes over a new shape unless it falls apart, vanishes or is invalid. */
  private boolean replace(String id, Geometry shape) {
    Geometry before = shape(id);
    if (shape.isEmpty()
        || shape.getNumGeometries() > before.getNumGeometries()
        || !shape.isValid()) {
      return false;
    }
    boolean wrap = !(before instanceof Polygon) && shape instanceof Polygon;
    changed.put(
        id, wrap ? shape.getFactory().createMultiPolygon(new Polygon[] {(Polygon) shape}) : shape);
    return true;
  }

  private void trim(Finding overlap) {
    Geometry place = place(overlap);
    for (String id : overlap.subjects()) {
      if (changed.containsKey(id)) {
        place = Overlay.intersection(place, shape(id));
      }
    }
    if (place.isEmpty()) {
      return;
    }
    for (RepairOption option : overlap.repairs()) {
      String loser = option.targets().get(0);
      if (replace(loser, withoutDust(Overlay.difference(shape(loser), place)))) {
        return;
      }
    }
  }

  private void fill(Finding gap) {
    for (RepairOption option : gap.repairs()) {
      String owner = option.targets().get(0);
      if (replace(owner, Overlay.unionSnapped(shape(owner), place(gap), tolerances.noiseM()))) {
        return;
      }
    }
  }

  private void clip(Finding outside) {
    String id =
        outside.subjects().stream().filter(s -> !s.equals(Finding.ZONE)).findFirst().orElse("");
    replace(id, withoutDust(Overlay.difference(shape(id), place(outside))));
  }

  /** Leaves out parts that are nothing but rounding. */
  private Geometry withoutDust(Geometry shape) {
    List<Polygon> parts = Overlay.polygons(shape);
    if (parts.size() < 2) {
      return shape;
    }
    List<Polygon> real = new ArrayList<>(parts);
    real.removeIf(part -> !Breadth.exceeds(part, tolerances.noiseM()));
    return real.isEmpty() ? shape : Overlay.join(real, shape.getFactory());
  }

  private void dedupe(String id) {
    replace(id, Rings.map(shape(id), corner -> corner, tolerances.sameM()));
  }

  private void validate(String id) {
    Site site = coverage.site(id);
    Geometry before = shape(id);
    if (site != null
        && site.ground().getNumGeometries() <= Math.max(1, before.getNumGeometries())) {
      replace(id, site.ground());
    }
  }

  /** Every second vertex of a close pair moves onto the first, or the other way, for all owners. */
  private void unite(Finding close) {
    Geometry shape = shape(close.subjects().get(0));
    Map<String, Geometry> around = around(List.of(window(close)));
    Map<Coordinate, Coordinate> moves = new HashMap<>();
    for (Coordinate second : place(close).getCoordinates()) {
      Coordinate first = Rings.before(shape, second);
      if (first != null
          && first.distance(second) < tolerances.closeM()
          && !moves.containsKey(first)) {
        boolean keepsFirst = weight(first, around) >= weight(second, around);
        moves.put(keepsFirst ? second : first, keepsFirst ? first : second);
      }
    }
    around.forEach(
        (id, other) -> {
          Geometry moved = Rings.map(other, corner -> moves.getOrDefault(corner, corner), 0);
          if (!moved.equalsExact(other)) {
            replace(id, moved);
          }
        });
  }

  private int weight(Coordinate vertex, Map<String, Geometry> around) {
    Border border = coverage.border();
    int weight = border != null && border.edges().touches(vertex, tolerances.noiseM()) ? 2 : 0;
    if (border != null && border.edges().hasVertex(vertex)) {
      weight += 100;
    }
    for (Geometry shape : around.values()) {
      weight += Rings.has(shape, vertex) ? 1 : 0;
    }
    return weight;
  }

  private void knit(List<Finding> near) {
    List<Envelope> windows = new ArrayList<>();
    near.stream().filter(Surgery::touchesSharedEdges).forEach(f -> windows.addAll(windows(f)));
    changed.putAll(new Knit(around(windows), windows, tolerances.noiseM()).run());
  }

  /** Shapes with ground in the windows, by id. */
  private Map<String, Geometry> around(List<Envelope> windows) {
    Map<String, Geometry> around = new TreeMap<>(Comparator.naturalOrder());
    for (Envelope window : windows) {
      for (Site site : coverage.near(window, tolerances.narrowGapM())) {
        if (site.isValid() || changed.containsKey(site.id())) {
          around.put(site.id(), shape(site.id()));
        }
      }
    }
    return around;
  }

  private List<Envelope> windows(Finding finding) {
    Geometry place = place(finding);
    if (finding.code() != Code.UNMATCHED_EDGE) {
      return List.of(window(finding));
    }
    List<Envelope> windows = new ArrayList<>();
    for (Coordinate vertex : place.getCoordinates()) {
      Envelope window = new Envelope(vertex);
      window.expandBy(tolerances.closeM());
      windows.add(window);
    }
    return windows;
  }

  private Envelope window(Finding finding) {
    Envelope window = new Envelope(place(finding).getEnvelopeInternal());
    window.expandBy(tolerances.closeM());
    return window;
  }

  private static Geometry place(Finding finding) {
    Geometry place = finding.place();
    if (place == null) {
      throw new IllegalArgumentException(finding.code() + " has no place");
    }
    return place;
  }
}
