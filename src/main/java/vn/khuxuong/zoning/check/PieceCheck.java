package vn.khuxuong.zoning.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;
import vn.khuxuong.zoning.check.Finding.Action;
import vn.khuxuong.zoning.check.Finding.Code;

/** What can be wrong with a piece by itself, and with it and the zone's outline. */
final class PieceCheck {
  /**
   * A corner of 45° leaves an unreachable tip of 0.8 times the width of the disc that is rolled
   * through the shape; what is longer than twice the width is no corner.
   */
  private static final double CORNER = 2;

  /** Bends smaller than this share of the least width do not make a place narrow. */
  private static final double BEND = 0.01;

  /** What is thinner than this share of the least width is left at the edge by a bend in it. */
  private static final double SHAVING = 0.02;

  private final Site site;
  private final Tolerances tolerances;
  private final List<Finding> findings = new ArrayList<>();

  private PieceCheck(Site site, Tolerances tolerances) {
    this.site = site;
    this.tolerances = tolerances;
  }

  static List<Finding> judge(Site site, @Nullable Border border, Tolerances tolerances) {
    PieceCheck check = new PieceCheck(site, tolerances);
    TopologyValidationError fault = site.fault();
    if (fault != null) {
      check.invalid(fault);
      return check.findings;
    }
    check.outside(border);
    check.vertices();
    check.sliver();
    check.narrow();
    return check.findings;
  }

  private void invalid(TopologyValidationError fault) {
    Geometry shape = site.piece().shape();
    Coordinate at = fault.getCoordinate();
    Geometry place =
        at != null && at.isValid() ? shape.getFactory().createPoint(new Coordinate(at)) : null;
    Wording.Text text =
        shape.isEmpty()
            ? Wording.invalid(label(), "hình rỗng", "it is empty")
            : Wording.invalid(label(), Faults.vi(fault), Faults.en(fault));
    add(Code.INVALID_SHAPE, Severity.BLOCKS, 0, 0, place, text, Action.MAKE_VALID);
  }

  private void outside(@Nullable Border border) {
    if (border == null || border.prepared().covers(site.ground())) {
      return;
    }
    for (Polygon part : Overlay.polygons(Overlay.difference(site.ground(), border.shape()))) {
      if (Breadth.exceeds(part, tolerances.noiseM())) {
        double width = Breadth.ofM(part);
        findings.add(
            Findings.of(
                Code.OUTSIDE_ZONE,
                Severity.BLOCKS,
                part,
                width,
                List.of(site.id(), Finding.ZONE),
                Wording.outside(label(), part.getArea(), width),
                List.of(Wording.repair(Action.CLIP_TO_ZONE, Map.of(site.id(), label())))));
      }
    }
  }

  private void vertices() {
    List<Coordinate> same = new ArrayList<>();
    List<Coordinate> close = new ArrayList<>();
    double nearest = tolerances.closeM();
    for (LinearRing ring : Edges.rings(site.ground())) {
      Coordinate[] corners = ring.getCoordinates();
      for (int i = 1; i < corners.length; i++) {
        double distance = corners[i].distance(corners[i - 1]);
        if (distance <= tolerances.sameM()) {
          same.add(corners[i]);
        } else if (distance < tolerances.closeM()) {
          close.add(corners[i]);
          nearest = Math.min(nearest, distance);
        }
      }
    }
    if (!same.isEmpty()) {
      Wording.Text text = Wording.duplicate(label(), same.size());
      add(Code.DUPLICATE_VERTEX, Severity.ADVISES, 0, 0, points(same), text, Action.REMOVE_VERTEX);
    }
    if (!close.isEmpty()) {
      Wording.Text text = Wording.close(label(), close.size(), nearest);
      add(
          Code.CLOSE_VERTICES,
          Severity.ADVISES,
          0,
          nearest,
          points(close),
          text,
          Action.REMOVE_VERTEX);
    }
  }

  private void sliver() {
    for (Polygon part : Overlay.polygons(site.ground())) {
      if (!Breadth.exceeds(part, tolerances.sliverM())) {
        double width = Breadth.ofM(part);
        Wording.Text text = Wording.sliver(label(), part.getArea(), width);
        add(Code.SLIVER, Severity.ADVISES, part.getArea(), width, part, text, Action.MERGE);
      }
    }
  }

  private void narrow() {
    double least = site.piece().leastWidthM();
    if (least == 0) {
      return;
    }
    Geometry ground = TopologyPreservingSimplifier.simplify(site.ground(), BEND * least);
    Geometry core = ground.buffer(-least / 2);
    Geometry reached = core.buffer((1 + BEND) * least / 2 + tolerances.closeM());
    boolean torn = Overlay.polygons(core).size() > Overlay.polygons(ground).size();
    for (Polygon part : Overlay.polygons(Overlay.difference(ground, reached))) {
      double length = part.getLength() / 2;
      boolean parts = core.isEmpty() || (torn && joins(part, reached));
      if (parts || (length > CORNER * least && Breadth.exceeds(part, SHAVING * least))) {
        double width = Breadth.ofM(part);
        Wording.Text text = Wording.narrow(label(), width, least);
        findings.add(
            Findings.of(
                Code.TOO_NARROW,
                Severity.ADVISES,
                part,
                width,
                List.of(site.id()),
                text,
                List.of()));
      }
    }
  }

  private boolean joins(Polygon neck, Geometry reached) {
    int ends = 0;
    for (Polygon room : Overlay.polygons(reached)) {
      if (room.isWithinDistance(neck, tolerances.noiseM())) {
        ends++;
      }
    }
    return ends > 1;
  }

  private Geometry points(List<Coordinate> places) {
    return site.ground().getFactory().createMultiPointFromCoords(places.toArray(Coordinate[]::new));
  }

  private String label() {
    return site.piece().label();
  }

  private void add(
      Code code,
      Severity severity,
      double areaM2,
      double widthM,
      @Nullable Geometry place,
      Wording.Text text,
      Action action) {
    findings.add(
        new Finding(
            code,
            severity,
            areaM2,
            widthM,
            List.of(site.id()),
            place == null ? null : place.norm(),
            text.vi(),
            text.en(),
            List.of(Wording.repair(action, Map.of(site.id(), label())))));
  }
}
