package vn.khuxuong.zoning.edit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;
import vn.khuxuong.zoning.Subzone;
import vn.khuxuong.zoning.edit.EditRefusal.Reason;

/** Edits that cut subzones along lines. */
final class CutEdits {
  /** Sharper corners of a right of way are cut off at this multiple of half its width. */
  private static final double MITRE_LIMIT = 5;

  private static final double MAX_WIDTH_M = 1_000;

  private final Fabric fabric;

  CutEdits(Fabric fabric) {
    this.fabric = fabric;
  }

  void split(Edit.Split edit) {
    Subzone subzone = fabric.get(edit.subzone(), "subzone");
    if (!edit.line().isSimple()) {
      throw EditRefusal.because(
              Reason.BAD_SHAPE, "Đường cắt tự cắt chính nó.", "The line crosses itself.")
          .field("line")
          .at(edit.line());
    }
    Noding.fitted(fabric, subzone);
    List<Polygon> parts =
        partsAlong(subzone, Collections.singletonList(edit.line().getCoordinates()));
    if (parts.size() < 2) {
      throw EditRefusal.because(
              Reason.DOES_NOT_CROSS,
              "Đường không cắt phân khu “" + subzone.code() + "” thành hai phần.",
              "The line does not cut subzone “" + subzone.code() + "” in two.")
          .field("line")
          .at(edit.line())
          .remedy(
              "Vẽ đường từ cạnh này sang cạnh kia của phân khu.",
              "Draw the line from one edge of the subzone to another.");
    }
    fabric.divide(fabric.now(subzone), parts, edit.codes());
  }

  private List<Polygon> partsAlong(Subzone subzone, Collection<Coordinate[]> lines) {
    Predicate<Subzone> only = s -> s.uid().equals(subzone.uid());
    List<Coordinate[]> noded = Noding.cut(fabric, lines, only);
    return Cutting.parts(fabric.now(subzone).shape(), noded);
  }

  void cutCorridor(Edit.CutCorridor edit) {
    Polygon corridor = corridor(edit);
    List<Subzone> givers = givers(edit, corridor);
    Set<String> uids = new HashSet<>();
    givers.forEach(giver -> uids.add(giver.uid()));
    givers.forEach(giver -> Noding.fitted(fabric, giver));
    List<Coordinate[]> rings = Noding.cut(fabric, Rings.of(corridor), s -> uids.contains(s.uid()));
    Polygon fitted = Rings.polygon(rings, fabric.factory());
    List<Polygon> taken = new ArrayList<>();
    for (Subzone giver : givers) {
      Subzone now = fabric.now(giver);
      List<Polygon> rest = new ArrayList<>();
      List<Polygon> parts = Cutting.parts(now.shape(), rings);
      int before = taken.size();
      sort(parts, fitted, taken, rest);
      if (taken.size() > before) {
        keep(now, rest);
      }
    }
    if (taken.isEmpty()) {
      throw missesEverything(corridor);
    }
    List<Polygon> areas = Cutting.polygons(Cutting.union(taken));
    Subzone road = AttributeEdits.made(fabric, edit.values(), areas.get(0));
    fabric.put(road);
    for (Polygon area : areas.subList(1, areas.size())) {
      fabric.twin(road, null, area);
    }
  }

  private List<Subzone> givers(Edit.CutCorridor edit, Polygon corridor) {
    if (!edit.through().isEmpty()) {
      return edit.through().stream().map(name -> fabric.get(name, "through")).distinct().toList();
    }
    Envelope where = corridor.getEnvelopeInternal();
    List<Subzone> met =
        fabric.near(where).stream().filter(s -> s.shape().intersects(corridor)).toList();
    if (met.isEmpty()) {
      throw missesEverything(corridor);
    }
    return met;
  }

  private static EditRefusal missesEverything(Polygon corridor) {
    return EditRefusal.because(
            Reason.DOES_NOT_CROSS,
            "Hành lang không đi qua phân khu nào.",
            "The corridor does not pass through any subzone.")
        .field("area")
        .at(corridor)
        .remedy("Kiểm tra tim tuyến và hệ tọa độ.", "Check the centreline and its CRS.");
  }

  private Polygon corridor(Edit.CutCorridor edit) {
    if (edit.area() instanceof Polygon polygon) {
      return polygon;
    }
    if (!(edit.widthM() > 0 && edit.widthM() <= MAX_WIDTH_M)) {
      throw EditRefusal.because(
              Reason.BAD_ATTRIBUTE,
              "Bề rộng phải lớn hơn 0 và không quá 1000 m.",
              "The width must be above 0 and at most 1000 m.")
          .field("widthM");
    }
    BufferParameters flat =
        new BufferParameters(
            BufferParameters.DEFAULT_QUADRANT_SEGMENTS,
            BufferParameters.CAP_FLAT,
            BufferParameters.JOIN_MITRE,
            MITRE_LIMIT);
    Geometry buffer = BufferOp.bufferOp(edit.area(), edit.widthM() / 2, flat);
    if (buffer instanceof Polygon polygon && !polygon.isEmpty()) {
      return polygon;
    }
    throw EditRefusal.because(
            Reason.BAD_SHAPE,
            "Tim tuyến không tạo thành một hành lang liền.",
            "The centreline makes no corridor in one piece.")
        .field("line")
        .at(edit.area());
  }

  /** Parts inside an area and outside it. */
  private static void sort(
      List<Polygon> parts, Geometry area, List<Polygon> inside, List<Polygon> outside) {
    IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(area);
    for (Polygon part : parts) {
      Coordinate within = part.getInteriorPoint().getCoordinate();
      (locator.locate(within) == Location.EXTERIOR ? outside : inside).add(part);
    }
  }

  private void keep(Subzone subzone, List<Polygon> parts) {
    if (parts.isEmpty()) {
      throw Fabric.nothingLeft(subzone);
    }
    fabric.divide(subzone, parts, List.of());
  }

  void trimOverlap(Edit.TrimOverlap edit) {
    Subzone loser = fabric.get(edit.subzone(), "subzone");
    String named = edit.keeper();
    List<Subzone> keepers =
        named != null
            ? List.of(fabric.get(named, "keeper"))
            : fabric.near(loser.shape().getEnvelopeInternal());
    boolean trimmed = false;
    for (Subzone keeper : keepers) {
      if (!keeper.uid().equals(loser.uid())) {
        trimmed |= trim(fabric.now(loser), keeper);
      }
    }
    if (!trimmed) {
      throw EditRefusal.because(
              Reason.NOTHING_THERE,
              "Phân khu “" + loser.code() + "” không chồng lấn.",
              "Subzone “" + loser.code() + "” does not overlap.")
          .field(named == null ? "subzone" : "keeper");
    }
  }

  private boolean trim(Subzone loser, Subzone keeper) {
    if (!loser.shape().relate(keeper.shape(), "T********")) {
      return false;
    }
    List<Coordinate[]> border = Rings.of(fabric.now(keeper).shape());
    List<Polygon> parts = partsAlong(loser, border);
    List<Polygon> lost = new ArrayList<>();
    List<Polygon> rest = new ArrayList<>();
    sort(parts, fabric.now(keeper).shape(), lost, rest);
    if (!lost.isEmpty()) {
      keep(fabric.now(loser), rest);
      Noding.fitted(fabric, keeper);
    }
    return !lost.isEmpty();
  }

  void clipToZone(Edit.ClipToZone edit) {
    String named = edit.subzone();
    Collection<Subzone> clipped =
        named == null ? fabric.all() : List.of(fabric.get(named, "subzone"));
    boolean any = false;
    for (Subzone subzone : clipped) {
      any |= clip(fabric.now(subzone));
    }
    if (!any && named != null) {
      throw EditRefusal.because(
              Reason.NOTHING_THERE,
              "Phân khu nằm trọn trong ranh giới khu.",
              "The subzone lies inside the zone.")
          .field("subzone");
    }
  }

  private boolean clip(Subzone subzone) {
    if (fabric.outline().covers(subzone.shape())) {
      return false;
    }
    List<Polygon> parts = partsAlong(subzone, Rings.of(fabric.outline()));
    List<Polygon> inside = new ArrayList<>();
    List<Polygon> outside = new ArrayList<>();
    sort(parts, fabric.outline(), inside, outside);
    if (outside.isEmpty()) {
      return false;
    }
    keep(fabric.now(subzone), inside);
    return true;
  }
}
