package vn.khuxuong.zoning;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.JsonNode;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.geo.ShapeRules;
import vn.khuxuong.platform.problem.ProblemException;

/** Any GeoJSON file of polygons, read for a check of its topology alone. */
public final class PolygonFile {
  private static final List<String> LABELS =
      List.of("code", "nameVi", "name", "fullName", "title", "id");

  private PolygonFile() {}

  /**
   * One feature.
   *
   * @param id the feature's own id where it is unique in the file, else its {@code code} property,
   *     else {@code #} and its index
   * @param label what people call it
   * @param shape polygon or multipolygon in the file's CRS, x, y; may be invalid
   */
  public record NamedShape(String id, String label, Geometry shape) {}

  /**
   * Reads all features.
   *
   * @param json the whole file; coordinates in the CRS of {@link PlanFile#crs}
   * @throws ProblemException {@link ZoningProblem#BAD_FILE} naming the feature
   */
  public static List<NamedShape> read(JsonNode json) {
    if (!json.path("type").asString("").equals("FeatureCollection")
        || !json.path("features").isArray()
        || json.path("features").isEmpty()) {
      throw ZoningProblem.BAD_FILE
          .with(
              "Tệp không phải FeatureCollection có đối tượng.",
              "The file is no FeatureCollection with features.")
          .field("features")
          .remedy("Xuất các đa giác ra GeoJSON.", "Export the polygons as GeoJSON.");
    }
    Crs crs = PlanFile.crs(json);
    ShapeRules areas = ShapeRules.vietnam(crs).areasOnly();
    Set<String> ids = new HashSet<>();
    List<NamedShape> shapes = new ArrayList<>();
    for (JsonNode feature : json.path("features")) {
      int index = shapes.size();
      FileFields fields = new FileFields("features[" + index + "]", feature);
      String id = id(feature, ids, index);
      ids.add(id);
      shapes.add(new NamedShape(id, label(feature, id), fields.shape(feature, areas, false)));
    }
    return List.copyOf(shapes);
  }

  private static String id(JsonNode feature, Set<String> taken, int index) {
    for (JsonNode value : List.of(feature.path("id"), feature.path("properties").path("code"))) {
      String id = value.isString() || value.isNumber() ? value.asString().strip() : "";
      if (!id.isEmpty() && !id.equals("zone") && !taken.contains(id)) {
        return id;
      }
    }
    return "#" + index;
  }

  private static String label(JsonNode feature, String id) {
    for (String name : LABELS) {
      JsonNode value = feature.path("properties").path(name);
      if (value.isString() && !value.asString().isBlank() && !value.asString().equals(id)) {
        return value.asString().strip();
      }
    }
    return id;
  }
}
