package vn.khuxuong.zoning.edit;

import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.khuxuong.geo.CoordinateOperation;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.geo.GeoJson;
import vn.khuxuong.geo.GeoRefusal;
import vn.khuxuong.geo.ShapeRefusal;
import vn.khuxuong.geo.ShapeRules;
import vn.khuxuong.zoning.StorageGrid;
import vn.khuxuong.zoning.edit.EditRefusal.Reason;

/**
 * Shapes as planners send them, on the storage grid in the legal CRS: GeoJSON in longitude,
 * latitude; GeoJSON with a {@code crs}; a list of {@code coordinates} with {@code crs} and {@code
 * axes}; or a {@code table} pasted from a drawing with both.
 */
final class ShapeJson {
  /** What an edit expects. */
  enum Kind {
    POLYGON("Polygon", Set.of("Polygon", "MultiPolygon")),
    LINE("LineString", Set.of("LineString", "MultiLineString")),
    POINT("Point", Set.of("Point", "MultiPoint"));

    private final String type;

    @SuppressWarnings("Immutable") // made by Set.of
    private final Set<String> accepted;

    Kind(String type, Set<String> accepted) {
      this.type = type;
      this.accepted = accepted;
    }
  }

  private static final Set<String> MEMBERS = Set.of("crs", "axes", "coordinates", "table");

  private final Kind kind;
  private final Crs legal;

  private ShapeJson(Kind kind, Crs legal) {
    this.kind = kind;
    this.legal = legal;
  }

  /** The shape in the legal CRS, in one part. */
  static Geometry read(JsonNode json, Kind kind, Crs legal) {
    return new ShapeJson(kind, legal).read(json);
  }

  private Geometry read(JsonNode json) {
    if (!json.isObject()) {
      throw bad("cần một hình", "a shape is expected");
    }
    try {
      return json.has("type") ? geoJson(json) : positions((ObjectNode) json);
    } catch (ShapeRefusal e) {
      throw Fabric.refusal(e, legal, "");
    } catch (GeoRefusal e) {
      throw EditRefusal.because(Reason.BAD_SHAPE, e.vi(), e.en());
    }
  }

  private Geometry geoJson(JsonNode json) {
    JsonNode named = json.path("crs");
    Optional<Crs> declared =
        named.isString() ? Optional.of(Crs.parse(named.asString())) : GeoJson.declaredCrs(json);
    return settled(json, declared.orElse(Crs.CRS84));
  }

  private Geometry settled(JsonNode geoJson, Crs crs) {
    ShapeRules rules =
        new ShapeRules(crs, kind.accepted, Drawing.MAX_VERTICES, ShapeRules.Height.DROP, true);
    Geometry shape = GeoJson.readGeometry(geoJson, rules);
    if (shape.getNumGeometries() != 1) {
      throw bad("hình phải liền một phần", "the shape must be in one part");
    }
    Geometry part = shape.getGeometryN(0);
    if (crs.isGeographic() && crs != Crs.EPSG_4756) {
      return StorageGrid.fromStored(StorageGrid.snap(part), legal);
    }
    return StorageGrid.settle(CoordinateOperation.between(crs, legal).apply(part), legal);
  }

  private Geometry positions(ObjectNode json) {
    for (String member : json.propertyNames()) {
      if (!MEMBERS.contains(member)) {
        throw bad(
            "có thành phần lạ “" + shown(member) + "”", "unknown member “" + shown(member) + "”");
      }
    }
    Crs crs = Crs.parse(json.path("crs").asString(""));
    Axes axes =
        Axes.find(json.path("axes").asString(""))
            .orElseThrow(
                () ->
                    bad(
                        "“axes” phải là NE (X bắc trước) hoặc EN (đông trước)",
                        "“axes” must be NE (north first) or EN (east first)"));
    ArrayNode points = json.has("table") ? table(json.path("table"), axes) : list(json, axes);
    return settled(asGeoJson(points), crs);
  }

  private static ArrayNode table(JsonNode text, Axes axes) {
    VertexTable table = VertexTable.read(text.asString(""));
    if (!table.badLines().isEmpty()) {
      VertexTable.BadLine first = table.badLines().get(0);
      throw EditRefusal.because(Reason.BAD_SHAPE, first.vi(), first.en());
    }
    ArrayNode points = JsonNodeFactory.instance.arrayNode();
    table.vertices(axes).forEach(c -> points.addArray().add(c.x).add(c.y));
    return points;
  }

  private ArrayNode list(JsonNode json, Axes axes) {
    ArrayNode points = JsonNodeFactory.instance.arrayNode();
    if (!json.path("coordinates").isArray()) {
      throw bad("thiếu “coordinates” hoặc “table”", "“coordinates” or “table” is missing");
    }
    for (JsonNode position : json.path("coordinates")) {
      if (!position.isArray() || position.size() != 2) {
        throw bad("mỗi vị trí gồm 2 số", "a position has two numbers");
      }
      points
          .addArray()
          .add(position.get(axes == Axes.EN ? 0 : 1))
          .add(position.get(axes == Axes.EN ? 1 : 0));
    }
    return points;
  }

  /** Rings may be left open in lists and tables. */
  private ObjectNode asGeoJson(ArrayNode points) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("type", kind.type);
    if (kind == Kind.POINT) {
      if (points.size() != 1) {
        throw bad("cần đúng một điểm", "exactly one point is expected");
      }
      json.set("coordinates", points.get(0));
      return json;
    }
    if (kind == Kind.LINE) {
      json.set("coordinates", points);
      return json;
    }
    if (!points.isEmpty() && !points.get(0).equals(points.get(points.size() - 1))) {
      points.add(points.get(0));
    }
    json.putArray("coordinates").add(points);
    return json;
  }

  static String shown(String text) {
    return text.length() > 40 ? text.substring(0, 40) + "…" : text;
  }

  private static EditRefusal bad(String vi, String en) {
    return EditRefusal.because(Reason.BAD_JSON, "Hình: " + vi + ".", "Shape: " + en + ".");
  }
}
