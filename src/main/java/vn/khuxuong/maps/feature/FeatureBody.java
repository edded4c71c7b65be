package vn.khuxuong.maps.feature;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import vn.khuxuong.geo.AxisOrder;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.geo.GeoJson;
import vn.khuxuong.geo.GeoRefusal;
import vn.khuxuong.geo.ShapeRules;
import vn.khuxuong.maps.FeatureChange;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.platform.problem.ApiProblem;
import vn.khuxuong.platform.problem.BodyTooLargeException;
import vn.khuxuong.platform.problem.ProblemException;

/**
 * Features as clients send them: GeoJSON in the reference system of header {@code Content-Crs},
 * CRS84 without one, coordinates in the order that OGC API writes them in that system. Judged
 * before anybody is asked to change anything, and bounded before anything is built in memory.
 */
final class FeatureBody {

  static final int MOST_MIB = 10;
  static final int MOST_FEATURES = 400;
  static final int MOST_VERTICES = 200_000;

  private static final int MOST_TOKENS = 1_500_000;
  private static final int DEEPEST = 32;

  /** NaN and Infinity are no JSON, but refusing them as coordinates says more. */
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxDocumentLength((long) MOST_MIB << 20)
                          .maxTokenCount(MOST_TOKENS)
                          .maxNestingDepth(DEEPEST)
                          .build())
                  .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                  .build())
          .build();

  private final Layer layer;
  private final Crs crs;

  /**
   * @param layer as the client may see it
   * @param crs system of the coordinates
   */
  FeatureBody(Layer layer, Crs crs) {
    this.layer = layer;
    this.crs = crs;
  }

  /**
   * The system that header {@code Content-Crs} names, with or without angle brackets.
   *
   * @throws ProblemException for one the layer has not
   */
  static Crs contentCrs(HttpServletRequest request) {
    String named = request.getHeader("Content-Crs");
    return named == null
        ? Crs.CRS84
        : OfferedCrs.parse(named.strip().replaceAll("^<|>$", ""), "Content-Crs");
  }

  /**
   * The request's content as JSON.
   *
   * @throws ProblemException 400 where it is none, 413 where it is too large
   */
  static JsonNode json(HttpServletRequest request) throws IOException {
    if (request.getContentLengthLong() > (long) MOST_MIB << 20) {
      passOver(request);
      throw tooLarge();
    }
    JsonNode json;
    try {
      json = JSON.readTree(request.getInputStream());
    } catch (StreamConstraintsException e) {
      passOver(request);
      throw tooLarge().causedBy(e);
    } catch (JacksonException e) {
      if (e.getCause() instanceof BodyTooLargeException) {
        throw tooLarge().causedBy(e);
      }
      var at = e.getLocation();
      String line = at == null ? "?" : String.valueOf(at.getLineNr());
      String column = at == null ? "?" : String.valueOf(at.getColumnNr());
      throw ApiProblem.MALFORMED_BODY
          .with(
              "Không phải JSON hợp lệ (dòng " + line + ", cột " + column + ").",
              "Not valid JSON (line " + line + ", column " + column + ").")
          .field("body")
          .causedBy(e);
    }
    if (!json.isObject()) {
      throw ApiProblem.MALFORMED_BODY
          .with("Nội dung phải là một đối tượng JSON.", "The body must be a JSON object.")
          .field("body");
    }
    return json;
  }

  /**
   * Reads on without keeping anything, within the limit of all bodies: the client then hears why.
   */
  private static void passOver(HttpServletRequest request) throws IOException {
    request.getInputStream().transferTo(OutputStream.nullOutputStream());
  }

  private static ProblemException tooLarge() {
    return ApiProblem.TOO_LARGE
        .with(
            "Mỗi lần gửi tối đa " + MOST_MIB + " MiB, " + MOST_VERTICES + " đỉnh.",
            "At most " + MOST_MIB + " MiB and " + MOST_VERTICES + " vertices at a time.")
        .field("body")
        .remedy("Chia thành nhiều lần gửi.", "Send it in parts.");
  }

  /** Whether it is a collection of features rather than one. */
  static boolean isCollection(JsonNode json) {
    return "FeatureCollection".equals(json.path("type").asString(""));
  }

  /**
   * Requires a GeoJSON feature in the system named.
   *
   * @param at path of the feature in the body, empty or with a dot behind
   */
  void requireFeature(JsonNode json, String at) {
    if (!"Feature".equals(json.path("type").asString(""))) {
      throw bad(at + "type", "phải là Feature", "must be Feature");
    }
    requireNoOtherCrs(json, at);
  }

  /** Requires that an old {@code crs} member, where there is one, says the same as the header. */
  void requireNoOtherCrs(JsonNode json, String at) {
    Crs declared;
    try {
      declared = GeoJson.declaredCrs(json).orElse(crs);
    } catch (GeoRefusal refusal) {
      throw EditProblem.BAD_FEATURE.with(refusal.vi(), refusal.en()).field(at + "crs");
    }
    if (declared != crs) {
      throw bad(at + "crs", "khác Content-Crs", "is not what Content-Crs says");
    }
  }

  /**
   * The properties, each one of the layer's.
   *
   * @param at as in {@link #requireFeature}
   */
  Map<String, JsonNode> properties(JsonNode json, String at) {
    JsonNode given = json.path("properties");
    Map<String, JsonNode> properties = new LinkedHashMap<>();
    if (given.isMissingNode() || given.isNull()) {
      return properties;
    }
    if (!given.isObject()) {
      throw bad(at + "properties", "phải là đối tượng", "must be an object");
    }
    for (Map.Entry<String, JsonNode> property : given.properties()) {
      String name = property.getKey();
      if (layer.field(name).isEmpty()) {
        String shown = name.length() > 60 ? name.substring(0, 60) + "…" : name;
        throw EditProblem.BAD_FEATURE
            .with(
                "Lớp dữ liệu không có thuộc tính “" + shown + "”.",
                "The layer has no property “" + shown + "”.")
            .field(at + "properties." + shown);
      }
      properties.put(name, property.getValue());
    }
    return properties;
  }

  /** The version that the feature's properties echo, null where they echo none. */
  static @Nullable Integer version(Map<String, JsonNode> properties, String at) {
    JsonNode version = properties.get(Layer.VERSION_FIELD);
    if (version == null || version.isNull()) {
      return null;
    }
    if (!version.isIntegralNumber() || !version.canConvertToInt() || version.intValue() < 1) {
      throw bad(
          at + "properties." + Layer.VERSION_FIELD,
          "phải là phiên bản đã đọc",
          "must be the version that was read");
    }
    return version.intValue();
  }

  /**
   * The shape.
   *
   * @param at as in {@link #requireFeature}
   * @throws ProblemException 422 with reason and place
   */
  FeatureChange.Shape shape(JsonNode json, String at) {
    JsonNode geometry = json.path("geometry");
    if (!geometry.isObject()) {
      throw bad(at + "geometry", "phải là một hình", "must be a shape");
    }
    if (AxisOrder.OGC_API_WITH_CRS.swaps(crs)) {
      swap(geometry.path("coordinates"));
    }
    try {
      return new FeatureChange.Shape(GeoJson.readGeometry(geometry, rules()), crs);
    } catch (GeoRefusal refusal) {
      ProblemException problem =
          EditProblem.BAD_FEATURE
              .with(refusal.vi(), refusal.en())
              .field(at + "geometry")
              .with("reason", refusal.code().slug());
      throw refusal
          .place()
          .map(place -> place.in(Crs.CRS84))
          .filter(place -> Double.isFinite(place.x()) && Double.isFinite(place.y()))
          .map(
              place ->
                  problem.with(
                      "place",
                      Map.of("type", "Point", "coordinates", new double[] {place.x(), place.y()})))
          .orElse(problem);
    }
  }

  private ShapeRules rules() {
    ShapeRules any = ShapeRules.vietnam(crs).atMost(MOST_VERTICES).refusingHeights();
    String word = layer.geometry().type().word();
    Set<String> kinds =
        layer.geometry().type() == Layer.GeometryType.GEOMETRY
            ? any.kinds()
            : word.startsWith("Multi")
                ? Set.of(word, word.substring(5))
                : Set.of(word, "Multi" + word);
    return new ShapeRules(crs, kinds, any.maxVertices(), any.withHeight(), any.withinVietnam());
  }

  /** From latitude first to longitude first. */
  private static void swap(JsonNode coordinates) {
    if (!(coordinates instanceof ArrayNode array)) {
      return;
    }
    if (array.size() >= 2 && array.get(0).isNumber()) {
      JsonNode first = array.get(0);
      array.set(0, array.get(1));
      array.set(1, first);
    } else {
      array.forEach(FeatureBody::swap);
    }
  }

  static ProblemException bad(String field, String vi, String en) {
    return EditProblem.BAD_FEATURE
        .with("“" + field + "” " + vi + ".", "“" + field + "” " + en + ".")
        .field(field);
  }
}
