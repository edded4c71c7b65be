package vn.khuxuong.geo;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import vn.khuxuong.geo.GeoRefusal.Code;
import vn.khuxuong.geo.GeoRefusal.Place;

/**
 * Builds shapes from ordinates under {@link ShapeRules} and refuses what cannot be trusted. The one
 * gate behind GeoJSON, WKT and WKB, so that all three refuse the same things in the same words.
 */
final class ShapeBuilder {

  private final ShapeRules rules;
  private final GeometryFactory factory;
  private final CoordinateOperation toLonLat;
  private int vertices;

  ShapeBuilder(ShapeRules rules) {
    this.rules = rules;
    this.factory = rules.crs().geometryFactory();
    this.toLonLat = CoordinateOperation.between(rules.crs(), Crs.CRS84);
  }

  ShapeRules rules() {
    return rules;
  }

  /** Counts a vertex and returns it without height; NaN for {@code z} means there is none. */
  Coordinate vertex(double x, double y, double z) {
    if (!Double.isFinite(x) || !Double.isFinite(y)) {
      throw refusal(
          Code.NOT_FINITE,
          "Tọa độ phải là số hữu hạn, không phải NaN hay vô cực.",
          "A coordinate must be a finite number, not NaN or infinite.",
          null);
    }
    Coordinate vertex = new Coordinate(x, y);
    if (!Double.isNaN(z) && rules.withHeight() == ShapeRules.Height.REFUSE) {
      throw refusal(
          Code.HAS_Z,
          "Không nhận độ cao (tọa độ thứ ba). Hãy bỏ Z.",
          "Heights (a third coordinate) are not accepted. Remove Z.",
          vertex);
    }
    countVertices(1);
    return vertex;
  }

  /** Adds to the count; called ahead of reading where a format tells the number. */
  void countVertices(int more) {
    vertices += more;
    refuseMoreThanAllowed(vertices);
  }

  void refuseMoreThanAllowed(long count) {
    if (count > rules.maxVertices() || count < 0) {
      throw refusal(
          Code.TOO_MANY_VERTICES,
          "Hình có quá nhiều đỉnh; tối đa " + rules.maxVertices() + ".",
          "The shape has too many vertices; the limit is " + rules.maxVertices() + ".",
          null);
    }
  }

  Point point(Coordinate c) {
    return factory.createPoint(c);
  }

  LineString line(List<Coordinate> points) {
    if (points.size() < 2) {
      throw refusal(
          Code.TOO_FEW_POINTS,
          "Đường cần ít nhất 2 điểm.",
          "A line needs at least two points.",
          points.isEmpty() ? null : points.get(0));
    }
    return factory.createLineString(points.toArray(Coordinate[]::new));
  }

  LinearRing ring(List<Coordinate> points) {
    if (points.isEmpty()) {
      throw refusal(Code.EMPTY_SHAPE, "Vòng không có điểm nào.", "A ring has no points.", null);
    }
    Coordinate first = points.get(0);
    if (!first.equals2D(points.get(points.size() - 1))) {
      throw refusal(
          Code.RING_NOT_CLOSED,
          "Vòng chưa khép kín: điểm cuối phải trùng điểm đầu.",
          "A ring is not closed: its last point must equal its first.",
          points.get(points.size() - 1));
    }
    if (points.size() < 4) {
      throw refusal(
          Code.TOO_FEW_POINTS,
          "Vòng cần ít nhất 4 điểm, điểm cuối trùng điểm đầu.",
          "A ring needs at least four points, the last equal to the first.",
          first);
    }
    return factory.createLinearRing(points.toArray(Coordinate[]::new));
  }

  Geometry polygon(List<LinearRing> rings) {
    if (rings.isEmpty()) {
      throw refusal(
          Code.EMPTY_SHAPE, "Đa giác không có vòng nào.", "The polygon has no rings.", null);
    }
    return factory.createPolygon(
        rings.get(0), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
  }

  /** A multi geometry, also of one part. */
  Geometry parts(String kind, List<Geometry> parts) {
    if (parts.isEmpty()) {
      throw refusal(Code.EMPTY_SHAPE, "Hình rỗng.", "The shape is empty.", null);
    }
    return switch (kind) {
      case "MultiPoint" -> factory.createMultiPoint(GeometryFactory.toPointArray(parts));
      case "MultiLineString" ->
          factory.createMultiLineString(GeometryFactory.toLineStringArray(parts));
      case "MultiPolygon" -> factory.createMultiPolygon(GeometryFactory.toPolygonArray(parts));
      default -> throw wrongType(kind);
    };
  }

  /** Copies a geometry made elsewhere through every check here. */
  Geometry rebuild(Geometry g) {
    String kind = g.getGeometryType();
    checkKind(kind);
    if (g.isEmpty()) {
      throw refusal(Code.EMPTY_SHAPE, "Hình rỗng.", "The shape is empty.", null);
    }
    if (g instanceof Point p) {
      return point(vertices(p.getCoordinateSequence()).get(0));
    }
    if (g instanceof LineString l) {
      return line(vertices(l.getCoordinateSequence()));
    }
    if (g instanceof org.locationtech.jts.geom.Polygon p) {
      List<LinearRing> rings = new ArrayList<>();
      rings.add(ring(vertices(p.getExteriorRing().getCoordinateSequence())));
      for (int i = 0; i < p.getNumInteriorRing(); i++) {
        rings.add(ring(vertices(p.getInteriorRingN(i).getCoordinateSequence())));
      }
      return polygon(rings);
    }
    List<Geometry> parts = new ArrayList<>();
    for (int i = 0; i < g.getNumGeometries(); i++) {
      parts.add(rebuildPart(g.getGeometryN(i)));
    }
    return parts(kind, parts);
  }

  private Geometry rebuildPart(Geometry part) {
    ShapeBuilder anyKind =
        new ShapeBuilder(
            new ShapeRules(
                rules.crs(),
                ShapeRules.vietnam(rules.crs()).kinds(),
                rules.maxVertices(),
                rules.withHeight(),
                false));
    anyKind.vertices = vertices;
    Geometry rebuilt = anyKind.rebuild(part);
    vertices = anyKind.vertices;
    return rebuilt;
  }

  private List<Coordinate> vertices(CoordinateSequence sequence) {
    List<Coordinate> list = new ArrayList<>(sequence.size());
    for (int i = 0; i < sequence.size(); i++) {
      list.add(
          vertex(
              sequence.getX(i), sequence.getY(i), sequence.hasZ() ? sequence.getZ(i) : Double.NaN));
    }
    return list;
  }

  void checkKind(String kind) {
    if (!rules.kinds().contains(kind)) {
      throw wrongType(kind);
    }
  }

  private ShapeRefusal wrongType(String kind) {
    String shown = kind.length() > 40 ? kind.substring(0, 40) + "…" : kind;
    String accepted = String.join(", ", rules.kinds().stream().sorted().toList());
    return refusal(
        Code.WRONG_TYPE,
        "Không nhận hình kiểu “" + shown + "”; chỉ nhận " + accepted + ".",
        "Shapes of type “" + shown + "” are not accepted here; accepted: " + accepted + ".",
        null);
  }

  /** The gate for shapes whose topology the caller judges: place only. */
  Geometry placed(Geometry g) {
    if (rules.withinVietnam()) {
      refuseOutsideVietnam(g);
    }
    return g;
  }

  /** The last gate: place and topology. */
  Geometry judged(Geometry g) {
    placed(g);
    TopologyValidationError error = new IsValidOp(g).getValidationError();
    if (error != null) {
      throw invalid(error);
    }
    return g;
  }

  private void refuseOutsideVietnam(Geometry g) {
    Coordinate[] vertices = g.getCoordinates();
    boolean allSwapped = true;
    Coordinate outside = null;
    for (Coordinate c : vertices) {
      if (!inVietnam(c.x, c.y)) {
        outside = outside == null ? c : outside;
      }
      allSwapped &= inVietnam(c.y, c.x);
    }
    if (outside == null) {
      return;
    }
    if (allSwapped) {
      throw refusal(
          Code.AXES_SWAPPED,
          rules.crs().isGeographic()
              ? "Có vẻ kinh độ và vĩ độ bị đảo: ở đây viết kinh độ trước, vĩ độ sau."
              : "Có vẻ X (bắc) và Y (đông) của bản vẽ bị đảo: ở đây viết đông trước, bắc sau.",
          rules.crs().isGeographic()
              ? "Longitude and latitude look swapped: here longitude comes first."
              : "East and north look swapped (drawings write X for north): here east comes first.",
          outside);
    }
    throw refusal(
        Code.OUTSIDE_VIETNAM,
        "Điểm nằm ngoài Việt Nam (kinh độ 102–118, vĩ độ 6–24). Hãy kiểm tra hệ tọa độ.",
        "A point lies outside Vietnam (longitude 102 to 118, latitude 6 to 24). Check the"
            + " coordinate system.",
        outside);
  }

  private boolean inVietnam(double x, double y) {
    double[] xy = {x, y};
    toLonLat.apply(xy);
    BBox v = BBox.VIETNAM;
    return xy[0] >= v.minX() && xy[0] <= v.maxX() && xy[1] >= v.minY() && xy[1] <= v.maxY();
  }

  private ShapeRefusal invalid(TopologyValidationError error) {
    Coordinate at = error.getCoordinate();
    return switch (error.getErrorType()) {
      case TopologyValidationError.SELF_INTERSECTION ->
          refusal(
              Code.SELF_CROSSING,
              "Ranh giới tự cắt (hình nơ bướm) tại điểm được đánh dấu.",
              "The outline crosses itself (bow-tie) at the marked point.",
              at);
      case TopologyValidationError.RING_SELF_INTERSECTION,
          TopologyValidationError.DISCONNECTED_INTERIOR ->
          refusal(
              Code.SELF_TOUCHING,
              "Ranh giới tự chạm làm phần trong bị tách rời tại điểm được đánh dấu.",
              "The outline touches itself and cuts its inside apart at the marked point.",
              at);
      case TopologyValidationError.HOLE_OUTSIDE_SHELL ->
          refusal(
              Code.HOLE_OUTSIDE,
              "Một lỗ nằm ngoài đường bao của đa giác.",
              "A hole lies outside the polygon's outline.",
              at);
      case TopologyValidationError.NESTED_HOLES ->
          refusal(
              Code.OVERLAPPING_HOLES,
              "Một lỗ nằm trong một lỗ khác.",
              "A hole lies inside another hole.",
              at);
      case TopologyValidationError.NESTED_SHELLS ->
          refusal(
              Code.OVERLAPPING_PARTS,
              "Các phần của hình chồng lên nhau.",
              "Parts of the shape overlap.",
              at);
      case TopologyValidationError.DUPLICATE_RINGS ->
          refusal(Code.DUPLICATE_RINGS, "Một vòng bị lặp lại.", "A ring appears twice.", at);
      case TopologyValidationError.TOO_FEW_POINTS ->
          refusal(
              Code.TOO_FEW_POINTS,
              "Hình có quá ít điểm khác nhau.",
              "The shape has too few distinct points.",
              at);
      case TopologyValidationError.RING_NOT_CLOSED ->
          refusal(Code.RING_NOT_CLOSED, "Vòng chưa khép kín.", "A ring is not closed.", at);
      default ->
          refusal(
              Code.NOT_FINITE, "Hình có tọa độ hỏng.", "The shape has a broken coordinate.", at);
    };
  }

  ShapeRefusal refusal(Code code, String vi, String en, @Nullable Coordinate at) {
    return new ShapeRefusal(code, vi, en, at == null ? null : Place.of(rules.crs(), at));
  }
}
