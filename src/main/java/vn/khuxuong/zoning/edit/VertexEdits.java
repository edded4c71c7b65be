package vn.khuxuong.zoning.edit;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.Polygon;
import vn.khuxuong.zoning.Subzone;
import vn.khuxuong.zoning.edit.EditRefusal.Reason;

/** Edits of single vertices, which follow in every subzone that has them. */
final class VertexEdits {
  /** How far from a vertex or an edge a person may point at it. */
  static final double AIM_M = 0.01;

  /** Farther is no snapping but drawing. */
  private static final double MAX_SNAP_M = 10;

  private final Fabric fabric;

  VertexEdits(Fabric fabric) {
    this.fabric = fabric;
  }

  void move(Edit.MoveVertices edit) {
    Map<Coordinate, Coordinate> moves = new HashMap<>();
    for (int i = 0; i < edit.from().size(); i++) {
      Coordinate vertex = vertexAt(edit.from().get(i), "from");
      moves.put(vertex, fabric.settle(edit.to().get(i)));
    }
    // a neighbour whose edge passes the vertex has to follow too
    fabric.insert(moves.keySet());
    change(moves.keySet(), ring -> moved(ring, moves));
  }

  private static Coordinate[] moved(Coordinate[] ring, Map<Coordinate, Coordinate> moves) {
    Coordinate[] moved = new Coordinate[ring.length];
    for (int i = 0; i < ring.length; i++) {
      moved[i] = moves.getOrDefault(ring[i], ring[i]);
    }
    return moved;
  }

  void remove(Edit.RemoveVertex edit) {
    Coordinate vertex = vertexAt(edit.at(), "at");
    change(List.of(vertex), ring -> Rings.without(ring, vertex));
  }

  private void change(Collection<Coordinate> vertices, UnaryOperator<Coordinate[]> change) {
    Envelope where = new Envelope();
    vertices.forEach(where::expandToInclude);
    List<Subzone> near = fabric.near(where);
    List<Subzone> changed =
        near.stream().filter(s -> !Rings.mapped(s.shape(), change).equalsExact(s.shape())).toList();
    for (Subzone subzone : changed) {
      Polygon shape = Rings.mapped(subzone.shape(), change);
      if (shape.isEmpty()) {
        throw Fabric.nothingLeft(subzone);
      }
      refuseTurnedOver(subzone, shape);
      fabric.reshape(subzone, shape);
    }
    fabric.judgeShapes();
    for (Subzone subzone : changed) {
      Noding.fitted(fabric, subzone);
    }
  }

  /** A triangle whose tip is pulled through its foot is valid, yet lies on its neighbour. */
  private static void refuseTurnedOver(Subzone subzone, Polygon shape) {
    double before = Area.ofRingSigned(subzone.shape().getExteriorRing().getCoordinates());
    double after = Area.ofRingSigned(shape.getExteriorRing().getCoordinates());
    if (Math.signum(before) != Math.signum(after)) {
      throw EditRefusal.because(
              Reason.BAD_SHAPE,
              "Phân khu “" + subzone.code() + "” sẽ bị lật ngược sang phần đất bên cạnh.",
              "Subzone “" + subzone.code() + "” would be turned over onto its neighbour.")
          .field("to")
          .at(subzone.shape())
          .remedy("Dời đỉnh ngắn hơn.", "Move the vertex less far.");
    }
  }

  void insert(Edit.InsertVertex edit) {
    LineSegment edge = edgeAt(edit.at());
    Coordinate node = edge == null ? null : fabric.settle(edge.closestPoint(edit.at()));
    if (edge == null || node == null) {
      throw nothing(edit.at(), "Không có cạnh nào ở đó.", "There is no edge there.");
    }
    if (node.distance(edge.p0) <= Fabric.TOUCH_M || node.distance(edge.p1) <= Fabric.TOUCH_M) {
      throw nothing(edit.at(), "Ở đó đã có đỉnh.", "There is a vertex already.");
    }
    fabric.insert(List.of(node));
  }

  private @Nullable LineSegment edgeAt(Coordinate at) {
    LineSegment nearest = null;
    double least = AIM_M;
    for (Subzone subzone : fabric.near(around(at))) {
      for (Coordinate[] ring : Rings.of(subzone.shape())) {
        for (int i = 0; i + 1 < ring.length; i++) {
          LineSegment edge = new LineSegment(ring[i], ring[i + 1]);
          if (edge.distance(at) <= least) {
            least = edge.distance(at);
            nearest = edge;
          }
        }
      }
    }
    return nearest;
  }

  private Coordinate vertexAt(Coordinate at, String field) {
    Coordinate nearest = null;
    double least = AIM_M;
    for (Subzone subzone : fabric.near(around(at))) {
      for (Coordinate vertex : subzone.shape().getCoordinates()) {
        if (vertex.distance(at) <= least) {
          least = vertex.distance(at);
          nearest = vertex;
        }
      }
    }
    if (nearest == null) {
      throw nothing(at, "Không có đỉnh nào ở đó.", "There is no vertex there.")
          .field(field)
          .remedy(
              "Chọn đúng đỉnh trong phạm vi 1 cm, hoặc chèn đỉnh trước.",
              "Point at a vertex within 1 cm, or insert one first.");
    }
    return nearest;
  }

  private static Envelope around(Coordinate at) {
    Envelope around = new Envelope(at);
    around.expandBy(AIM_M);
    return around;
  }

  private EditRefusal nothing(Coordinate at, String vi, String en) {
    return EditRefusal.because(Reason.NOTHING_THERE, vi, en)
        .field("at")
        .at(fabric.factory().createPoint(at));
  }

  void snap(Edit.Snap edit) {
    if (!(edit.toleranceM() > 0 && edit.toleranceM() <= MAX_SNAP_M)) {
      throw EditRefusal.because(
              Reason.BAD_ATTRIBUTE,
              "Dung sai phải lớn hơn 0 và không quá 10 m.",
              "The tolerance must be above 0 and at most 10 m.")
          .field("toleranceM");
    }
    Collection<Subzone> moving =
        edit.subzones().isEmpty()
            ? fabric.all()
            : edit.subzones().stream().map(name -> fabric.get(name, "subzones")).toList();
    for (Subzone subzone : moving) {
      Polygon before = fabric.now(subzone).shape();
      Polygon after = Noding.fit(fabric, before, subzone, edit.toleranceM());
      if (after.isEmpty()) {
        throw Fabric.nothingLeft(subzone);
      }
      if (!after.equalsExact(before)) {
        fabric.reshape(subzone, after);
      }
    }
  }
}
