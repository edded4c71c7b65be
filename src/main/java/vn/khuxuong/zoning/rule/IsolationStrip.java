package vn.khuxuong.zoning.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import vn.khuxuong.zoning.LandUse;
import vn.khuxuong.zoning.Subzone;

/**
 * A strip of some land uses along the whole outline of the zone.
 *
 * <p>Measured is the part of the outline's length from which no other land of the zone, and no gap
 * in the plan, is nearer than the strip's width. Land thinner than two centimetres is left out as
 * an artefact of stored coordinates.
 *
 * @param uses land uses the strip may consist of
 * @param widthM least depth, metres
 */
record IsolationStrip(Set<LandUse> uses, double widthM) implements Check {
  private static final double THIN_M = 0.01;
  private static final double SHORT_M = 0.05;

  IsolationStrip {
    uses = Set.copyOf(uses);
  }

  static IsolationStrip read(Entry entry) {
    return new IsolationStrip(
        entry.someOf("landUses", LandUse.class), entry.number("widthM", 0.1, 1000));
  }

  @Override
  public Measure measure(PlanFacts facts) {
    Geometry outline = facts.zone().outline();
    Geometry edge = outline.getBoundary();
    double wholeM = edge.getLength();
    if (wholeM == 0) {
      return Measure.none("khu không có ranh", "the zone has no outline");
    }
    List<Geometry> strip = new ArrayList<>();
    List<String> near = new ArrayList<>();
    for (Subzone subzone : facts.subzones()) {
      if (uses.contains(subzone.landUse())) {
        strip.add(valid(subzone.shape()));
      } else if (subzone.shape().isWithinDistance(edge, widthM - THIN_M)) {
        near.add(subzone.code());
      }
    }
    Geometry other =
        OverlayNGRobust.overlay(
                outline,
                OverlayNGRobust.union(outline.getFactory().buildGeometry(strip)),
                OverlayNG.DIFFERENCE)
            .buffer(-THIN_M);
    double missingM = other.isEmpty() ? 0 : edge.intersection(other.buffer(widthM, 16)).getLength();
    double keptPct = 100 * (wholeM - missingM) / wholeM;
    return Measure.atLeast(
        keptPct,
        100,
        100 * SHORT_M / wholeM,
        Measure.PERCENT,
        near,
        "dải cách ly rộng "
            + Figures.vi(widthM)
            + " m có trên "
            + Figures.vi(wholeM - missingM)
            + " m trong "
            + Figures.vi(wholeM)
            + " m ranh khu",
        "strip "
            + Figures.en(widthM)
            + " m deep along "
            + Figures.en(wholeM - missingM)
            + " m of "
            + Figures.en(wholeM)
            + " m of the zone's outline");
  }

  /** Valid shapes stay as they are to the last digit. */
  private static Geometry valid(Geometry shape) {
    return shape.isValid() ? shape : GeometryFixer.fix(shape);
  }
}
