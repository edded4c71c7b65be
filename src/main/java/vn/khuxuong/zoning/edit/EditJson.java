package vn.khuxuong.zoning.edit;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.JsonNode;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.zoning.edit.EditRefusal.Reason;
import vn.khuxuong.zoning.edit.ShapeJson.Kind;

/**
 * Edits as they are sent: {@code {"edits":[{"op":"split","subzone":"CN-01","line":…}]}} or the list
 * alone. Members that an edit does not have are refused by name.
 */
public final class EditJson {
  private EditJson() {}

  /**
   * Reads a batch; shapes come out in the legal CRS on the storage grid.
   *
   * @throws EditRefusal naming the edit and member
   */
  public static List<Edit> read(JsonNode json, Crs legal) {
    JsonNode list = json.isObject() ? json.path("edits") : json;
    if (json.isObject()) {
      for (String name : json.propertyNames()) {
        if (!name.equals("edits")) {
          throw Members.unknown(ShapeJson.shown(name));
        }
      }
    }
    if (!list.isArray()) {
      throw Members.bad("edits", "phải là danh sách thao tác", "must be a list of edits");
    }
    if (list.size() > Drawing.MAX_EDITS) {
      throw Drawing.tooMuch(Drawing.MAX_EDITS, "thao tác", "edits");
    }
    List<Edit> edits = new ArrayList<>();
    long vertices = 0;
    for (int i = 0; i < list.size(); i++) {
      try {
        Members members = new Members(list.get(i), legal);
        Edit edit = edit(members);
        members.done();
        edits.add(edit);
        vertices += Drawing.vertices(edit);
      } catch (EditRefusal e) {
        throw e.inEdit(i);
      }
      if (vertices > Drawing.MAX_VERTICES) {
        throw Drawing.tooMuch(Drawing.MAX_VERTICES, "đỉnh", "vertices");
      }
    }
    return edits;
  }

  private static Edit edit(Members m) {
    String op = m.text("op");
    return switch (op) {
      case "create" ->
          new Edit.Create(m.uuidOrNull("uid"), m.attributes("attributes"), polygon(m, "shape"));
      case "remove" -> new Edit.Remove(m.text("subzone"));
      case "reshape" -> new Edit.Reshape(m.text("subzone"), polygon(m, "shape"));
      case "setAttributes" -> new Edit.SetAttributes(m.text("subzone"), m.attributes("attributes"));
      case "split" -> new Edit.Split(m.text("subzone"), line(m, "line"), m.texts("codes"));
      case "merge" -> new Edit.Merge(m.texts("subzones"), m.textOrNull("keep"));
      case "cutCorridor" -> corridor(m);
      case "moveSharedEdge" -> sharedEdge(m);
      case "moveVertex" ->
          new Edit.MoveVertices(
              List.of(point(m, "from").getCoordinate()), List.of(point(m, "to").getCoordinate()));
      case "fillGap" -> fillGap(m);
      case "trimOverlap" -> new Edit.TrimOverlap(m.text("subzone"), m.textOrNull("keeper"));
      case "clipToZone" -> new Edit.ClipToZone(m.textOrNull("subzone"));
      case "snap" -> new Edit.Snap(m.texts("subzones"), m.number("toleranceM"));
      case "removeVertex" -> new Edit.RemoveVertex(point(m, "at").getCoordinate());
      case "insertVertex" -> new Edit.InsertVertex(point(m, "at").getCoordinate());
      case "makeValid" -> new Edit.MakeValid(m.text("subzone"), m.flag("maySplit"));
      case "renumber" -> new Edit.Renumber(m.landUses("landUses"));
      default ->
          throw Members.bad(
              "op",
              "không có thao tác “" + ShapeJson.shown(op) + "”",
              "has no edit “" + ShapeJson.shown(op) + "”");
    };
  }

  /** A centreline with its width, or a polygon. */
  private static Edit corridor(Members m) {
    boolean isLine = m.has("line");
    if (isLine == m.has("area")) {
      throw Members.bad("line", "hoặc “area”: cần đúng một", "or “area”: exactly one is needed");
    }
    Geometry area = isLine ? line(m, "line") : polygon(m, "area");
    return new Edit.CutCorridor(
        area, isLine ? m.number("widthM") : 0, m.texts("through"), m.attributes("attributes"));
  }

  /** A new course between two subzones, or vertices from one line to another. */
  private static Edit sharedEdge(Members m) {
    if (m.has("subzones")) {
      List<String> two = m.texts("subzones");
      if (two.size() != 2) {
        throw Members.bad("subzones", "phải nêu hai phân khu", "must name two subzones");
      }
      return new Edit.MoveSharedEdge(two.get(0), two.get(1), line(m, "line"));
    }
    LineString from = line(m, "from");
    LineString to = line(m, "to");
    if (from.getNumPoints() != to.getNumPoints()) {
      throw Members.bad("to", "phải có số đỉnh như “from”", "must have as many vertices as “from”");
    }
    return new Edit.MoveVertices(List.of(from.getCoordinates()), List.of(to.getCoordinates()));
  }

  /** At a point or within an area; to a subzone, or to a new one, or to the longest border. */
  private static Edit fillGap(Members m) {
    boolean isPoint = m.has("at");
    if (isPoint == m.has("area")) {
      throw Members.bad("at", "hoặc “area”: cần đúng một", "or “area”: exactly one is needed");
    }
    if (m.has("to") && m.has("attributes")) {
      throw EditRefusal.because(
              Reason.BAD_JSON,
              "Chỉ dùng “to” hoặc “attributes”.",
              "Use either “to” or “attributes”.")
          .field("to");
    }
    return new Edit.FillGap(
        isPoint ? point(m, "at") : polygon(m, "area"),
        m.textOrNull("to"),
        m.attributes("attributes"));
  }

  private static Polygon polygon(Members m, String name) {
    return m.shape(name, Kind.POLYGON, Polygon.class);
  }

  private static LineString line(Members m, String name) {
    return m.shape(name, Kind.LINE, LineString.class);
  }

  private static Point point(Members m, String name) {
    return m.shape(name, Kind.POINT, Point.class);
  }
}
