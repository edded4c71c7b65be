package vn.khuxuong.geo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.khuxuong.geo.GeoRefusal.Code;

/**
 * GeoJSON (RFC 7946): longitude, latitude on WGS 84, outer rings counter-clockwise when written, in
 * any direction when read. With other rules than CRS84 the coordinates are x, y of that CRS, as OGC
 * API's {@code crs} parameter has them after {@link AxisOrder#arrange}.
 */
public final class GeoJson {
  /** About 0.1 mm on the ground. */
  public static final int DEGREE_DECIMALS = 9;

  /** Tenth of a millimetre. */
  public static final int METRE_DECIMALS = 4;

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int FULL = -1;

  private GeoJson() {}

  /**
   * One feature.
   *
   * @param id null when the file gives none; numbers as text
   * @param geometry null for a feature without a place
   * @param properties its members as they came, empty when there are none
   */
  public record Feature(@Nullable String id, @Nullable Geometry geometry, ObjectNode properties) {}

  /**
   * The features of a file.
   *
   * @param features in the file's order
   * @param members every other member of the collection but {@code type}, as they came
   */
  public record FeatureCollection(List<Feature> features, ObjectNode members) {
    /** Copies the list. */
    public FeatureCollection {
      features = List.copyOf(features);
    }
  }

  /**
   * Reads JSON text.
   *
   * @throws ShapeRefusal {@code NOT_JSON}
   */
  public static JsonNode parse(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JacksonException e) {
      var at = e.getLocation();
      String line = at == null ? "?" : String.valueOf(at.getLineNr());
      String column = at == null ? "?" : String.valueOf(at.getColumnNr());
      throw new ShapeRefusal(
          Code.NOT_JSON,
          "Không phải JSON hợp lệ (dòng " + line + ", cột " + column + ").",
          "Not valid JSON (line " + line + ", column " + column + ").",
          null);
    }
  }

  /**
   * Reads one geometry, or the geometry of one feature.
   *
   * @throws ShapeRefusal what is wrong with it
   */
  public static Geometry readGeometry(String text, ShapeRules rules) {
    return readGeometry(parse(text), rules);
  }

  /** As {@link #readGeometry(String, ShapeRules)}, from a tree. */
  public static Geometry readGeometry(JsonNode json, ShapeRules rules) {
    JsonNode node = "Feature".equals(json.path("type").asString("")) ? json.path("geometry") : json;
    ShapeBuilder builder = new ShapeBuilder(rules);
    return builder.judged(geometry(node, builder));
  }

  /**
   * Reads one geometry whose outline may cross itself, for those who report that as a finding. What
   * is no shape at all is refused as ever.
   *
   * @throws ShapeRefusal what is wrong with it
   */
  public static Geometry readUnjudged(JsonNode json, ShapeRules rules) {
    ShapeBuilder builder = new ShapeBuilder(rules);
    return builder.placed(geometry(json, builder));
  }

  /**
   * Reads a FeatureCollection, or a single Feature as a collection of one.
   *
   * @throws ShapeRefusal what is wrong with the first faulty feature; the limit of vertices holds
   *     for each
   */
  public static FeatureCollection readFeatures(String text, ShapeRules rules) {
    return readFeatures(parse(text), rules);
  }

  /** As {@link #readFeatures(String, ShapeRules)}, from a tree. */
  public static FeatureCollection readFeatures(JsonNode json, ShapeRules rules) {
    String type = json.path("type").asString("");
    ObjectNode members = JSON.objectNode();
    List<Feature> features = new ArrayList<>();
    if (type.equals("Feature")) {
      features.add(feature(json, rules));
    } else if (type.equals("FeatureCollection") && json.path("features").isArray()) {
      for (JsonNode feature : json.path("features")) {
        features.add(feature(feature, rules));
      }
      json.properties().stream()
          .filter(e -> !e.getKey().equals("features") && !e.getKey().equals("type"))
          .forEach(e -> members.set(e.getKey(), e.getValue()));
    } else {
      throw notGeoJson(
          "cần “FeatureCollection” hoặc “Feature”", "expected a FeatureCollection or Feature");
    }
    return new FeatureCollection(features, members);
  }

  /**
   * The CRS named by the {@code crs} member that GeoJSON had before RFC 7946 and many programs
   * still write; empty when there is none. The caller decides whether it fits.
   *
   * @throws GeoRefusal {@code UNKNOWN_CRS}
   */
  public static Optional<Crs> declaredCrs(JsonNode json) {
    JsonNode name = json.path("crs").path("properties").path("name");
    return name.isString() ? Optional.of(Crs.parse(name.asString())) : Optional.empty();
  }

  private static Feature feature(JsonNode json, ShapeRules rules) {
    if (!"Feature".equals(json.path("type").asString(""))) {
      throw notGeoJson("có phần tử không phải “Feature”", "an element is no Feature");
    }
    JsonNode id = json.path("id");
    JsonNode properties = json.path("properties");
    JsonNode geometry = json.path("geometry");
    return new Feature(
        id.isString() || id.isNumber() ? id.asString() : null,
        geometry.isNull() ? null : readGeometry(geometry, rules),
        properties instanceof ObjectNode object ? object : JSON.objectNode());
  }

  private static Geometry geometry(JsonNode json, ShapeBuilder builder) {
    JsonNode type = json.path("type");
    if (!type.isString()) {
      throw notGeoJson("thiếu “type” của hình", "the geometry has no type");
    }
    String kind = type.asString();
    builder.checkKind(kind);
    JsonNode coordinates = json.path("coordinates");
    return switch (kind) {
      case "Point" -> builder.point(vertex(coordinates, builder));
      case "LineString" -> builder.line(vertices(coordinates, builder));
      case "Polygon" -> polygon(coordinates, builder);
      default -> {
        List<Geometry> parts = new ArrayList<>();
        for (JsonNode part : array(coordinates)) {
          parts.add(
              switch (kind) {
                case "MultiPoint" -> builder.point(vertex(part, builder));
                case "MultiLineString" -> builder.line(vertices(part, builder));
                default -> polygon(part, builder);
              });
        }
        yield builder.parts(kind, parts);
      }
    };
  }

  private static Geometry polygon(JsonNode coordinates, ShapeBuilder builder) {
    List<LinearRing> rings = new ArrayList<>();
    for (JsonNode ring : array(coordinates)) {
      rings.add(builder.ring(vertices(ring, builder)));
    }
    return builder.polygon(rings);
  }

  private static List<Coordinate> vertices(JsonNode coordinates, ShapeBuilder builder) {
    List<Coordinate> list = new ArrayList<>(coordinates.size());
    for (JsonNode position : array(coordinates)) {
      list.add(vertex(position, builder));
    }
    return list;
  }

  private static Coordinate vertex(JsonNode position, ShapeBuilder builder) {
    if (!position.isArray() || position.size() < 2) {
      throw notGeoJson("một vị trí cần ít nhất 2 số", "a position needs at least two numbers");
    }
    for (JsonNode number : position) {
      if (!number.isNumber()) {
        throw notGeoJson("tọa độ phải là số", "a coordinate is not a number");
      }
    }
    return builder.vertex(
        position.get(0).doubleValue(),
        position.get(1).doubleValue(),
        position.size() > 2 ? position.get(2).doubleValue() : Double.NaN);
  }

  private static JsonNode array(JsonNode node) {
    if (!node.isArray()) {
      throw notGeoJson(
          "“coordinates” không đúng độ sâu", "coordinates are not nested as the type says");
    }
    return node;
  }

  private static ShapeRefusal notGeoJson(String vi, String en) {
    return new ShapeRefusal(
        Code.NOT_GEOJSON,
        "GeoJSON không hợp lệ: " + vi + ".",
        "Not valid GeoJSON: " + en + ".",
        null);
  }

  /** Writes a geometry with full double precision. */
  public static ObjectNode write(Geometry shape) {
    return write(shape, FULL);
  }

  /**
   * Writes a geometry; outer rings counter-clockwise, holes clockwise, heights left out.
   *
   * @param decimals digits behind the point, see {@link #DEGREE_DECIMALS} and {@link
   *     #METRE_DECIMALS}
   */
  public static ObjectNode write(Geometry shape, int decimals) {
    ObjectNode json = JSON.objectNode();
    json.put("type", shape.getGeometryType());
    if (shape.getGeometryType().equals("GeometryCollection")) {
      ArrayNode members = json.putArray("geometries");
      for (int i = 0; i < shape.getNumGeometries(); i++) {
        members.add(write(shape.getGeometryN(i), decimals));
      }
      return json;
    }
    json.set("coordinates", coordinates(shape, decimals));
    return json;
  }

  /** Writes a feature. */
  public static ObjectNode write(Feature feature, int decimals) {
    ObjectNode json = JSON.objectNode();
    json.put("type", "Feature");
    if (feature.id() != null) {
      json.put("id", feature.id());
    }
    json.set(
        "geometry",
        feature.geometry() == null ? JSON.nullNode() : write(feature.geometry(), decimals));
    json.set("properties", feature.properties());
    return json;
  }

  private static ArrayNode coordinates(Geometry shape, int decimals) {
    ArrayNode array = JSON.arrayNode();
    if (shape instanceof Point point) {
      return point.isEmpty() ? array : position(point.getCoordinateSequence(), 0, decimals);
    }
    if (shape instanceof LineString line) {
      return positions(line.getCoordinateSequence(), false, decimals);
    }
    if (shape instanceof Polygon polygon) {
      if (!polygon.isEmpty()) {
        array.add(ring(polygon.getExteriorRing(), true, decimals));
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
          array.add(ring(polygon.getInteriorRingN(i), false, decimals));
        }
      }
      return array;
    }
    for (int i = 0; i < shape.getNumGeometries(); i++) {
      array.add(coordinates(shape.getGeometryN(i), decimals));
    }
    return array;
  }

  private static ArrayNode ring(LinearRing ring, boolean counterClockwise, int decimals) {
    CoordinateSequence points = ring.getCoordinateSequence();
    return positions(points, Orientation.isCCW(points) != counterClockwise, decimals);
  }

  private static ArrayNode positions(CoordinateSequence points, boolean reversed, int decimals) {
    ArrayNode array = JSON.arrayNode(points.size());
    for (int i = 0; i < points.size(); i++) {
      array.add(position(points, reversed ? points.size() - 1 - i : i, decimals));
    }
    return array;
  }

  private static ArrayNode position(CoordinateSequence points, int i, int decimals) {
    ArrayNode position = JSON.arrayNode(2);
    add(position, points.getX(i), decimals);
    add(position, points.getY(i), decimals);
    return position;
  }

  private static void add(ArrayNode position, double value, int decimals) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("coordinate " + value + " has no place in JSON");
    }
    position.add(
        decimals == FULL
            ? value
            : BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN).doubleValue());
  }
}
