package vn.khuxuong.zoning.edit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.distance.DistanceOp;
import vn.khuxuong.zoning.Subzone;
import vn.khuxuong.zoning.edit.EditRefusal.Reason;

/** Edits that give ground to subzones or pass it between them. */
final class GroundEdits {
  /** Gaps without any width are none. */
  private static final double LEAST_GAP_M2 = 1e-6;

  private final Fabric fabric;

  GroundEdits(Fabric fabric) {
    this.fabric = fabric;
  }

  void create(Edit.Create edit) {
    Polygon shape = Noding.fit(fabric, edit.shape(), null, Fabric.TOUCH_M);
    String uid = edit.uid() == null ? fabric.uid() : fabric.free(edit.uid());
    fabric.put(AttributeEdits.made(fabric, uid, edit.values(), shape));
  }

  void reshape(Edit.Reshape edit) {
    Subzone subzone = fabric.get(edit.subzone(), "subzone");
    fabric.reshape(subzone, Noding.fit(fabric, edit.shape(), subzone, Fabric.TOUCH_M));
  }

  void merge(Edit.Merge edit) {
    Map<String, Subzone> merged = new LinkedHashMap<>();
    for (String name : edit.subzones()) {
      Subzone subzone = fabric.get(name, "subzones");
      merged.put(subzone.uid(), subzone);
    }
    if (merged.size() < 2) {
      throw EditRefusal.because(
              Reason.NOT_NEIGHBOURS,
              "Cần ít nhất hai phân khu khác nhau để gộp.",
              "Merging needs two different subzones at least.")
          .field("subzones");
    }
    String named = edit.keep();
    Subzone keep = named == null ? merged.values().iterator().next() : fabric.get(named, "keep");
    if (!merged.containsKey(keep.uid())) {
      throw EditRefusal.because(
              Reason.UNKNOWN_SUBZONE,
              "Phân khu giữ lại phải nằm trong số được gộp.",
              "The subzone to keep must be one of those merged.")
          .field("keep");
    }
    Polygon all = together(List.copyOf(merged.values()), "subzones");
    for (Subzone subzone : merged.values()) {
      if (!subzone.uid().equals(keep.uid())) {
        fabric.remove(subzone);
      }
    }
    fabric.reshape(keep, all);
  }

  private Polygon together(List<Subzone> subzones, String field) {
    subzones.forEach(subzone -> Noding.fitted(fabric, subzone));
    List<Polygon> shapes = subzones.stream().map(s -> fabric.now(s).shape()).toList();
    Geometry all = Cutting.union(shapes);
    if (all instanceof Polygon polygon) {
      return polygon;
    }
    String codes = String.join(", ", subzones.stream().map(Subzone::code).toList());
    throw EditRefusal.because(
            Reason.NOT_NEIGHBOURS,
            "Các phân khu " + codes + " không chung cạnh.",
            "Subzones " + codes + " do not share an edge.")
        .field(field)
        .at(all)
        .remedy(
            "Nếu giữa chúng có khe hở, hãy bắt dính hoặc lấp khe trước.",
            "If there is a gap between them, snap or fill it first.");
  }

  void moveSharedEdge(Edit.MoveSharedEdge edit) {
    Subzone one = fabric.get(edit.one(), "subzones");
    Subzone other = fabric.get(edit.other(), "subzones");
    if (one.uid().equals(other.uid())) {
      throw EditRefusal.because(
              Reason.NOT_NEIGHBOURS,
              "Cần hai phân khu khác nhau.",
              "Two different subzones are needed.")
          .field("subzones");
    }
    Polygon both = together(List.of(one, other), "subzones");
    Polygon wasOne = fabric.now(one).shape();
    Polygon wasOther = fabric.now(other).shape();
    fabric.reshape(one, both);
    fabric.hide(other.uid());
    Predicate<Subzone> only = s -> s.uid().equals(one.uid());
    Coordinate[] course = reaching(edit.course(), both).getCoordinates();
    List<Coordinate[]> line = Noding.cut(fabric, Collections.singletonList(course), only);
    List<Polygon> parts = Cutting.parts(fabric.now(one).shape(), line);
    fabric.hide(null);
    if (parts.size() != 2) {
      throw EditRefusal.because(
              parts.size() < 2 ? Reason.DOES_NOT_CROSS : Reason.FALLS_APART,
              "Cạnh mới không chia hai phân khu thành đúng hai phần.",
              "The new edge does not part the two subzones in exactly two.")
          .field("line")
          .at(edit.course())
          .remedy(
              "Vẽ cạnh mới từ biên này đến biên kia của hai phân khu, không ra ngoài.",
              "Draw it from one outer edge of the two to another, without leaving them.");
    }
    boolean straight =
        overlap(parts.get(0), wasOne) + overlap(parts.get(1), wasOther)
            >= overlap(parts.get(1), wasOne) + overlap(parts.get(0), wasOther);
    fabric.reshape(one, parts.get(straight ? 0 : 1));
    fabric.reshape(other, parts.get(straight ? 1 : 0));
  }

  private static double overlap(Polygon one, Polygon other) {
    return Cutting.intersection(one, other).getArea();
  }

  /** The line with its ends on the outline where they nearly are. */
  private LineString reaching(LineString line, Polygon area) {
    Coordinate[] points = line.copy().getCoordinates();
    for (int i : new int[] {0, points.length - 1}) {
      Coordinate[] nearest =
          DistanceOp.nearestPoints(area.getBoundary(), fabric.factory().createPoint(points[i]));
      if (nearest[0].distance(points[i]) <= VertexEdits.AIM_M) {
        points[i] = nearest[0];
      }
    }
    return fabric.factory().createLineString(points);
  }

  void fillGap(Edit.FillGap edit) {
    List<Polygon> gaps = gaps(edit.where());
    if (gaps.isEmpty()) {
      throw EditRefusal.because(
              Reason.NOTHING_THERE, "Ở đó không có khe hở.", "There is no gap there.")
          .field("at")
          .at(edit.where())
          .remedy(
              "Khe hở là phần trong ranh giới khu mà không phân khu nào có.",
              "A gap is ground inside the zone that no subzone has.");
    }
    for (Polygon gap : gaps) {
      Polygon ground = Noding.fit(fabric, gap, null, Fabric.TOUCH_M);
      if (edit.values().isEmpty()) {
        give(ground, edit.to());
      } else {
        fabric.put(AttributeEdits.made(fabric, edit.values(), ground));
      }
    }
  }

  private void give(Polygon ground, @Nullable String to) {
    Subzone taker = to == null ? longestBorder(ground) : fabric.get(to, "to");
    Geometry all = Cutting.union(List.of(fabric.now(taker).shape(), ground));
    if (!(all instanceof Polygon polygon)) {
      throw EditRefusal.because(
              Reason.NOT_NEIGHBOURS,
              "Khe hở không giáp phân khu “" + taker.code() + "”.",
              "The gap does not border subzone “" + taker.code() + "”.")
          .field("to")
          .at(ground);
    }
    fabric.reshape(taker, polygon);
  }

  private Subzone longestBorder(Polygon ground) {
    Subzone taker = null;
    double longest = 0;
    for (Subzone subzone : fabric.near(ground.getEnvelopeInternal())) {
      double border = Cutting.border(ground, subzone.shape());
      if (border > longest) {
        longest = border;
        taker = subzone;
      }
    }
    if (taker == null) {
      throw EditRefusal.because(
              Reason.NOT_NEIGHBOURS,
              "Không phân khu nào giáp khe hở này.",
              "No subzone borders this gap.")
          .at(ground)
          .remedy("Tạo phân khu mới cho phần đất này.", "Make a new subzone of this ground.");
    }
    return taker;
  }

  private List<Polygon> gaps(Geometry where) {
    List<Polygon> shapes = fabric.all().stream().map(Subzone::shape).toList();
    Geometry open =
        shapes.isEmpty()
            ? fabric.outline()
            : Cutting.difference(fabric.outline(), Cutting.union(shapes));
    List<Polygon> gaps = new ArrayList<>();
    for (int i = 0; i < open.getNumGeometries(); i++) {
      if (open.getGeometryN(i) instanceof Polygon gap && gap.getArea() > LEAST_GAP_M2) {
        addMeant(gap, where, gaps);
      }
    }
    return gaps;
  }

  private static void addMeant(Polygon gap, Geometry where, List<Polygon> gaps) {
    if (where instanceof Point) {
      if (gap.isWithinDistance(where, VertexEdits.AIM_M) && gaps.isEmpty()) {
        gaps.add(gap);
      }
      return;
    }
    Geometry part = Cutting.intersection(gap, where);
    // pointed at as a whole, but for the digits of a finding's place
    if (gap.getArea() - part.getArea() < Fabric.NOISE_M2) {
      gaps.add(gap);
      return;
    }
    gaps.addAll(Cutting.polygons(part));
  }

  void makeValid(Edit.MakeValid edit) {
    Subzone subzone = fabric.get(edit.subzone(), "subzone");
    List<Polygon> parts = Cutting.polygons(GeometryFixer.fix(subzone.shape()));
    if (parts.isEmpty()) {
      throw Fabric.nothingLeft(subzone);
    }
    if (parts.size() > 1 && !edit.maySplit()) {
      throw EditRefusal.because(
              Reason.FALLS_APART,
              "Phân khu “" + subzone.code() + "” sẽ tách thành " + parts.size() + " phần.",
              "Subzone “" + subzone.code() + "” would fall into " + parts.size() + " parts.")
          .field("maySplit")
          .at(fabric.factory().buildGeometry(parts))
          .remedy(
              "Cho phép tách, hoặc vẽ lại ranh giới.",
              "Allow the split, or draw the outline anew.");
    }
    List<Polygon> fitted = new ArrayList<>();
    for (Polygon part : parts) {
      fitted.add(Noding.fit(fabric, part, subzone, Fabric.TOUCH_M));
    }
    fabric.divide(subzone, fitted, List.of());
  }
}
