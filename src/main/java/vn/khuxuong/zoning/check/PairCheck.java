package vn.khuxuong.zoning.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import vn.khuxuong.zoning.check.Finding.Action;
import vn.khuxuong.zoning.check.Finding.Code;
import vn.khuxuong.zoning.check.Finding.RepairOption;

/** What can be wrong between two pieces. */
final class PairCheck {
  private PairCheck() {}

  /** Findings of two valid pieces; {@code a} is the one whose id sorts first. */
  static List<Finding> judge(Site a, Site b, Tolerances tolerances) {
    Envelope shared = new Envelope(a.box());
    shared.expandBy(tolerances.noiseM());
    shared = shared.intersection(b.box());
    if (shared.isNull()) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    overlaps(a, b, tolerances, findings);
    unmatched(a, b, shared, tolerances, findings);
    return findings;
  }

  private static void overlaps(Site a, Site b, Tolerances tolerances, List<Finding> findings) {
    for (Polygon part : Overlay.polygons(Overlay.intersection(a.ground(), b.ground()))) {
      if (Breadth.exceeds(part, tolerances.noiseM())) {
        double width = Breadth.ofM(part);
        findings.add(
            Findings.of(
                Code.OVERLAP,
                Severity.BLOCKS,
                part,
                width,
                List.of(a.id(), b.id()),
                Wording.overlap(a.piece().label(), b.piece().label(), part.getArea(), width),
                trims(a, b, part, tolerances)));
      }
    }
  }

  /**
   * Who has the longer border with the overlap keeps it: the ground that is only a's meets the
   * overlap along b's boundary.
   */
  private static List<RepairOption> trims(Site a, Site b, Polygon part, Tolerances tolerances) {
    double withA = b.edges().lengthAlongM(part, tolerances.noiseM());
    double withB = a.edges().lengthAlongM(part, tolerances.noiseM());
    RepairOption trimA = Wording.repair(Action.TRIM_OVERLAP, Map.of(a.id(), a.piece().label()));
    RepairOption trimB = Wording.repair(Action.TRIM_OVERLAP, Map.of(b.id(), b.piece().label()));
    return withA >= withB ? List.of(trimB, trimA) : List.of(trimA, trimB);
  }

  private static void unmatched(
      Site a, Site b, Envelope shared, Tolerances tolerances, List<Finding> findings) {
    Set<Coordinate> lone = new TreeSet<>();
    collect(a, b, shared, tolerances, lone);
    collect(b, a, shared, tolerances, lone);
    if (lone.isEmpty()) {
      return;
    }
    Geometry place =
        a.ground().getFactory().createMultiPointFromCoords(lone.toArray(Coordinate[]::new));
    Wording.Text text = Wording.unmatched(a.piece().label(), b.piece().label(), lone.size());
    RepairOption snap =
        Wording.repair(Action.SNAP, Map.of(a.id(), a.piece().label(), b.id(), b.piece().label()));
    findings.add(
        new Finding(
            Code.UNMATCHED_EDGE,
            Severity.ADVISES,
            0,
            0,
            List.of(a.id(), b.id()),
            place.norm(),
            text.vi(),
            text.en(),
            List.of(snap)));
  }

  /** Vertices of {@code from} on the boundary of {@code to} where {@code to} has none. */
  private static void collect(
      Site from, Site to, Envelope shared, Tolerances tolerances, Set<Coordinate> lone) {
    Envelope within = new Envelope(shared);
    within.expandBy(tolerances.noiseM());
    for (Coordinate vertex : from.edges().vertices()) {
      if (within.contains(vertex)
          && !to.edges().hasVertex(vertex)
          && to.edges().touches(vertex, tolerances.noiseM())
          && !to.edges().hasVertexNear(vertex, tolerances.sameM())) {
        lone.add(vertex);
      }
    }
  }
}
