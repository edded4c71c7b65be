package vn.khuxuong.maps.feature;

import static vn.khuxuong.maps.feature.OpenApi.object;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.maps.layer.Field;
import vn.khuxuong.maps.layer.Layer;

/** The operations that change a layer's features, as OpenAPI 3.0 says them. */
final class EditOperations {

  private final Visit visit;
  private final Layer layer;

  EditOperations(Visit visit, Layer layer) {
    this.visit = visit;
    this.layer = layer;
  }

  /** By path below {@code /ogc}. */
  Map<String, Object> paths() {
    String here = "/collections/" + layer.id();
    Map<String, Object> paths = new LinkedHashMap<>();
    paths.put(here + "/items", object("post", create()));
    paths.put(
        here + "/items/{featureId}",
        object("put", replace(), "patch", update(), "delete", delete()));
    paths.put(here + "/transactions", object("post", transaction()));
    return paths;
  }

  private Map<String, Object> create() {
    Map<String, Object> collection =
        object(
            "type",
            "object",
            "required",
            List.of("type", "features"),
            "properties",
            object(
                "type", word("FeatureCollection"),
                "features", object("type", "array", "items", feature())));
    return operation(
        "create",
        visit.say("Thêm đối tượng", "Add features"),
        List.of(contentCrs()),
        content(Link.GEO_JSON, object("oneOf", List.of(feature(), collection))),
        "201");
  }

  private Map<String, Object> replace() {
    return operation(
        "replace",
        visit.say("Thay, hoặc thêm với mã đã chọn", "Replace, or add under a chosen id"),
        List.of(OpenApi.parameter("featureId"), ifMatch(), contentCrs()),
        content(Link.GEO_JSON, feature()),
        "200");
  }

  private Map<String, Object> update() {
    return operation(
        "update",
        visit.say("Sửa một phần", "Change parts"),
        List.of(OpenApi.parameter("featureId"), ifMatch(), contentCrs()),
        content("application/merge-patch+json", object("type", "object")),
        "200");
  }

  private Map<String, Object> delete() {
    return operation(
        "delete",
        visit.say("Xóa", "Delete"),
        List.of(OpenApi.parameter("featureId"), ifMatch()),
        null,
        "204");
  }

  private Map<String, Object> transaction() {
    Map<String, Object> change =
        object(
            "type",
            "object",
            "required",
            List.of("action"),
            "properties",
            object(
                "action", word("insert", "replace", "update", "delete"),
                "id", object("type", "string"),
                "version", object("type", "integer"),
                "feature", feature()));
    Map<String, Object> changes =
        object(
            "type",
            "object",
            "required",
            List.of("changes"),
            "properties",
            object("changes", object("type", "array", "items", change)));
    return operation(
        "transaction",
        visit.say("Nhiều thay đổi, tất cả hoặc không", "Several changes, all or none"),
        List.of(contentCrs()),
        content(Link.JSON, changes),
        "200");
  }

  private Map<String, Object> feature() {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (Field field : layer.fields()) {
      Map<String, Object> property = LayerSchema.type(field.type());
      property.put("title", visit.say(field.title()));
      property.put("nullable", true);
      properties.put(field.name(), property);
    }
    return object(
        "type",
        "object",
        "required",
        List.of("type", "geometry", "properties"),
        "properties",
        object(
            "type", word("Feature"),
            "geometry", object("type", "object"),
            "properties", object("type", "object", "properties", properties)));
  }

  private static Map<String, Object> word(String... words) {
    return object("type", "string", "enum", List.of(words));
  }

  private Map<String, Object> ifMatch() {
    return header(
        "If-Match",
        visit.say(
            "ETag của lần đọc sau cùng; hoặc thuộc tính version trong nội dung",
            "ETag of the last reading; or property version in the content"));
  }

  private Map<String, Object> contentCrs() {
    return header(
        "Content-Crs",
        visit.say("Hệ tọa độ của nội dung, mặc định CRS84", "Reference system, CRS84 by default"));
  }

  private static Map<String, Object> header(String name, String description) {
    return object(
        "name",
        name,
        "in",
        "header",
        "description",
        description,
        "required",
        false,
        "schema",
        object("type", "string"));
  }

  private static Map<String, Object> content(String type, Map<String, Object> schema) {
    return object("required", true, "content", object(type, object("schema", schema)));
  }

  private Map<String, Object> operation(
      String verb,
      String summary,
      List<Object> parameters,
      @Nullable Map<String, Object> content,
      String success) {
    Map<String, Object> responses = new LinkedHashMap<>();
    responses.put(success, object("description", summary));
    responses.put("401", OpenApi.problem(visit.say("Cần đăng nhập", "Sign-in required")));
    responses.put("403", OpenApi.problem(visit.say("Không có quyền", "Not allowed")));
    responses.put("404", OpenApi.problem(visit.say("Không có", "Not found")));
    responses.put("409", OpenApi.problem(visit.say("version đã cũ", "version is old")));
    responses.put("412", OpenApi.problem(visit.say("ETag đã cũ", "The tag is old")));
    responses.put("422", OpenApi.problem(visit.say("Không hợp lệ", "Cannot be so")));
    responses.put("428", OpenApi.problem(visit.say("Thiếu phiên bản", "No version said")));
    Map<String, Object> operation =
        object(
            "operationId", verb + "_" + layer.id(), "summary", summary, "parameters", parameters);
    if (content != null) {
      operation.put("requestBody", content);
    }
    operation.put("responses", responses);
    return operation;
  }
}
