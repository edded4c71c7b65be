package vn.khuxuong.zoning.exchange;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.khuxuong.zoning.ZoningProblem;

/**
 * What a person says of a file.
 *
 * @param reading how to understand its coordinates, null to have that found out
 * @param mapping columns and land uses that are not as they seem, as {@link FieldMapping#with}
 *     reads them
 */
record ImportOptions(@Nullable Reading reading, ObjectNode mapping) {

  static ImportOptions none() {
    return new ImportOptions(null, JsonNodeFactory.instance.objectNode());
  }

  /**
   * Reads {@code {"crs": "EPSG:9210~swapped", "mapping": {"columns": {…}, "landUses": {…}}}}.
   *
   * @throws vn.khuxuong.platform.problem.ProblemException BAD_BODY naming the member
   */
  static ImportOptions read(JsonNode json) {
    JsonNode crs = json.path("crs");
    Reading reading = null;
    if (crs.isString()) {
      Optional<Reading> found = Reading.find(crs.asString());
      reading =
          found.orElseThrow(
              () ->
                  ZoningProblem.BAD_BODY
                      .with("Không có cách đọc tọa độ này.", "There is no such reading.")
                      .field("crs")
                      .remedy(
                          "Dùng “id” trong danh sách crs.readings của báo cáo, ví dụ EPSG:9210.",
                          "Use an id of crs.readings in the report, for example EPSG:9210."));
    }
    JsonNode mapping = json.path("mapping");
    ObjectNode object =
        mapping instanceof ObjectNode given ? given : JsonNodeFactory.instance.objectNode();
    return new ImportOptions(reading, object);
  }

  ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    if (reading != null) {
      json.put("crs", reading.id());
    }
    json.set("mapping", mapping);
    return json;
  }
}
