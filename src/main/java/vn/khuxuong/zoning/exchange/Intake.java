package vn.khuxuong.zoning.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.geo.GeoJson;
import vn.khuxuong.geo.GeoRefusal;
import vn.khuxuong.geo.ShapeRules;

/** Takes features in one by one, counts them against the limits and notes what is wrong. */
final class Intake {
  private static final Set<String> AREAS = Set.of("Polygon", "MultiPolygon");

  /** Drawings have lines that are closed and texts that lie in them. */
  private static final Set<String> DRAWN = Set.of("Polygon", "MultiPolygon", "LineString", "Point");

  private static final int PROBLEMS_KEPT = 500;

  /** Tells who waits how far the reading is. */
  interface Progress {
    void features(int done);
  }

  private final ImportLimits limits;
  private final BooleanSupplier cancelled;
  private final Progress progress;
  private final Set<String> kinds;
  private final List<RawFeature> features = new ArrayList<>();
  private final List<FileProblem> problems = new ArrayList<>();
  private int number;
  private int vertices;

  Intake(ImportLimits limits, boolean drawing, BooleanSupplier cancelled, Progress progress) {
    this.limits = limits;
    this.kinds = drawing ? DRAWN : AREAS;
    this.cancelled = cancelled;
    this.progress = progress;
  }

  /** Reads JSON with as many tokens as a shape of the allowed size can have, and no more. */
  static JsonMapper mapper(ImportLimits limits) {
    StreamReadConstraints constraints =
        StreamReadConstraints.builder()
            .maxTokenCount(5L * limits.vertices() + 40L * limits.features() + 10_000)
            .maxNestingDepth(64)
            .maxStringLength(1_000_000)
            .maxNameLength(1_000)
            .maxNumberLength(400)
            .build();
    return JsonMapper.builder(JsonFactory.builder().streamReadConstraints(constraints).build())
        .build();
  }

  /** One GeoJSON feature. */
  void take(String layer, @Nullable Integer line, JsonNode feature) {
    JsonNode properties = feature.path("properties");
    JsonNode geometry = feature.path("geometry");
    ObjectNode columns =
        properties instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
    JsonNode id = feature.path("id");
    if (!columns.has("uid") && (id.isString() || id.isNumber()) && !columns.has("id")) {
      columns.put("id", id.asString());
    }
    take(
        layer,
        line,
        columns,
        () ->
            geometry.isNull() || geometry.isMissingNode()
                ? null
                : GeoJson.readGeometry(geometry, rules()));
  }

  /** One feature whose shape is yet to be read. */
  void take(
      String layer,
      @Nullable Integer line,
      ObjectNode properties,
      Supplier<@Nullable Geometry> shape) {
    number++;
    if (number > limits.features()) {
      throw BadFile.TOO_MANY_FEATURES.with(
          "Tệp có quá nhiều đối tượng; tối đa " + limits.features() + ".",
          "The file has too many features; the limit is " + limits.features() + ".");
    }
    if (cancelled.getAsBoolean()) {
      throw BadFile.CANCELLED.with("Việc nhập đã bị hủy.", "The import was cancelled.");
    }
    try {
      Geometry geometry = shape.get();
      if (geometry == null) {
        problem(
            new FileProblem(
                number,
                layer,
                line,
                true,
                "NO_SHAPE",
                null,
                "Đối tượng không có hình (hoặc tọa độ hỏng).",
                "The feature has no shape, or broken coordinates.",
                null,
                null));
      } else {
        vertices += geometry.getNumPoints();
        features.add(new RawFeature(number, layer, line, geometry, properties));
      }
    } catch (GeoRefusal e) {
      if (e.code() == GeoRefusal.Code.TOO_MANY_VERTICES) {
        throw BadFile.tooManyVertices(limits.vertices());
      }
      problem(FileProblem.shape(number, layer, line, e));
    }
    progress.features(number);
  }

  /** What a shape must keep to: the vertices that are left, any CRS. */
  ShapeRules rules() {
    return new ShapeRules(
        Crs.CRS84, kinds, Math.max(0, limits.vertices() - vertices), ShapeRules.Height.DROP, false);
  }

  void problem(FileProblem problem) {
    if (problems.size() < PROBLEMS_KEPT) {
      problems.add(problem);
    }
  }

  ImportLimits limits() {
    return limits;
  }

  List<RawFeature> features() {
    return features;
  }

  List<FileProblem> problems() {
    return problems;
  }

  /** A refusal for JSON that cannot be read, with the place. */
  static RuntimeException notJson(JacksonException e, ImportLimits limits) {
    if (String.valueOf(e.getMessage()).startsWith("Token count")) {
      return BadFile.tooManyVertices(limits.vertices());
    }
    var at = e.getLocation();
    String line = at == null ? "?" : String.valueOf(at.getLineNr());
    return BadFile.BROKEN
        .with("Không phải JSON hợp lệ (dòng " + line + ").", "Not valid JSON (line " + line + ").")
        .with("line", line)
        .remedy(
            "Số phải hữu hạn (không NaN, Infinity); hãy xuất lại tệp.",
            "Numbers must be finite (no NaN, no Infinity); export the file again.");
  }
}
