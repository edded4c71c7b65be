package vn.khuxuong.maps.feature;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.khuxuong.maps.layer.Field;
import vn.khuxuong.maps.layer.FieldType;
import vn.khuxuong.maps.layer.Layer;

/**
 * The description of this door as OpenAPI 3.0, in one document that refers to nothing outside
 * itself: test suites and generators read it before anything else.
 */
public final class OpenApi {

  private static final String PROBLEM = "#/components/schemas/problem";

  private final Visit visit;
  private final List<ApiPart> parts;

  OpenApi(Visit visit, List<ApiPart> parts) {
    this.visit = visit;
    this.parts = parts;
  }

  /**
   * @param layers the layers as the visitor may see them
   */
  Map<String, Object> document(List<Layer> layers) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("openapi", "3.0.3");
    document.put(
        "info",
        object(
            "title", visit.say("Khu Xưởng: dữ liệu bản đồ", "Khu Xưởng: map data"),
            "description",
                visit.say(
                    "Các lớp dữ liệu công khai theo OGC API Features.",
                    "The published layers by OGC API Features."),
            "version", "1.0.0"));
    document.put("servers", List.of(object("url", visit.root())));
    document.put("paths", paths(layers));
    document.put("components", components());
    return document;
  }

  private Map<String, Object> paths(List<Layer> layers) {
    Map<String, Object> paths = new LinkedHashMap<>();
    List<Object> plain = List.of(parameter("f"), parameter("lang"));
    paths.put("/", get("landing", visit.say("Trang đầu", "Landing page"), plain, Link.JSON));
    paths.put(
        "/conformance",
        get("conformance", visit.say("Các chuẩn tuân theo", "Conformance"), plain, Link.JSON));
    paths.put("/api", get("api", visit.say("Mô tả này", "This description"), plain, Link.OPEN_API));
    paths.put(
        "/collections",
        get("collections", visit.say("Các bộ sưu tập", "Collections"), plain, Link.JSON));
    List<Object> one = List.of(parameter("collectionId"), parameter("f"), parameter("lang"));
    String path = "/collections/{collectionId}";
    paths.put(path, get("collection", visit.say("Bộ sưu tập", "Collection"), one, Link.JSON));
    for (FieldList list : FieldList.values()) {
      paths.put(
          path + "/" + list.word(), get(list.word(), list.title(visit), one, Link.SCHEMA_JSON));
    }
    for (Layer layer : layers) {
      String items = "/collections/" + layer.id() + "/items";
      String title = visit.say(layer.title());
      paths.put(
          items,
          get(
              "items_" + layer.id(),
              title,
              itemsParameters(layer),
              Link.GEO_JSON,
              Format.OF_FEATURES));
      paths.put(
          items + "/{featureId}",
          get(
              "item_" + layer.id(),
              title + visit.say(": một đối tượng", ": one feature"),
              List.of(
                  parameter("featureId"),
                  parameter("crs"),
                  parameter("properties"),
                  parameter("fOfFeature"),
                  parameter("lang")),
              Link.GEO_JSON,
              Format.OF_A_FEATURE));
    }
    for (ApiPart part : parts) {
      part.openApiPaths(visit, layers)
          .forEach((name, item) -> paths.merge(name, item, OpenApi::together));
    }
    return paths;
  }

  /** Operations of two parts on one path. */
  private static Object together(Object one, Object other) {
    Map<String, Object> all = new LinkedHashMap<>();
    for (Object item : List.of(one, other)) {
      ((Map<?, ?>) item).forEach((name, operation) -> all.put((String) name, operation));
    }
    return all;
  }

  private List<Object> itemsParameters(Layer layer) {
    List<Object> parameters = new ArrayList<>();
    ItemsRequest.general(layer).forEach(name -> parameters.add(parameter(name)));
    for (Field field : layer.fields()) {
      if (field.queryable()) {
        Map<String, Object> schema = LayerSchema.type(field.type());
        if (!field.values().isEmpty() && field.type() == FieldType.STRING) {
          schema.put("enum", List.copyOf(field.values().keySet()));
        }
        parameters.add(OpenApiParameters.query(field.name(), visit.say(field.title()), schema));
      }
    }
    if (layer.field(Layer.ID_COLUMN).isEmpty()) {
      Map<String, Object> schema = LayerSchema.type(layer.keyType());
      String title = visit.say("Định danh", "Identifier");
      parameters.add(OpenApiParameters.query(Layer.ID_COLUMN, title, schema));
    }
    parameters.add(parameter("fOfFeatures"));
    parameters.add(parameter("lang"));
    return parameters;
  }

  private Map<String, Object> get(
      String id, String summary, List<Object> parameters, String mediaType) {
    return get(id, summary, parameters, mediaType, Format.EVERYWHERE);
  }

  private Map<String, Object> get(
      String id, String summary, List<Object> parameters, String json, Set<Format> offered) {
    Map<String, Object> content = new LinkedHashMap<>();
    for (Format format : offered) {
      String mediaType = format == Format.JSON ? json : format.mediaType();
      boolean object = format == Format.JSON || format == Format.JSON_FG;
      Map<String, Object> schema = object("type", object ? "object" : "string");
      if (!format.isText()) {
        schema.put("format", "binary");
      }
      content.put(mediaType, object("schema", schema));
    }
    Map<String, Object> responses = new LinkedHashMap<>();
    responses.put("200", object("description", summary, "content", content));
    responses.put("304", object("description", visit.say("Không thay đổi", "Not modified")));
    responses.put("400", problem(visit.say("Tham số sai", "Bad parameter")));
    responses.put("404", problem(visit.say("Không có", "Not found")));
    if (offered.contains(Format.GEOPACKAGE)) {
      responses.put(
          "503",
          problem(
              visit.say(
                  "Quá tốn kém hoặc có quá nhiều tệp cùng lúc; hãy thử lại sau Retry-After giây",
                  "Too expensive, or too many files at a time; try again after Retry-After s")));
    }
    responses.put("default", problem(visit.say("Lỗi khác", "Any other failure")));
    return object(
        "get",
        object(
            "operationId",
            id,
            "summary",
            summary,
            "parameters",
            parameters,
            "responses",
            responses));
  }

  /** A response that is a problem document (RFC 9457). */
  public static Map<String, Object> problem(String description) {
    return object(
        "description",
        description,
        "content",
        object("application/problem+json", object("schema", object("$ref", PROBLEM))));
  }

  /** A reference to a parameter of the components. */
  public static Map<String, Object> parameter(String name) {
    return object("$ref", "#/components/parameters/" + name);
  }

  private Map<String, Object> components() {
    Map<String, Object> parameters = new OpenApiParameters(visit).all();
    parts.forEach(part -> parameters.putAll(part.openApiParameters(visit)));
    Map<String, Object> problem =
        object(
            "type",
            "object",
            "properties",
            object(
                "type", object("type", "string"),
                "title", object("type", "string"),
                "status", object("type", "integer"),
                "detail", object("type", "string"),
                "field", object("type", "string")));
    return object("parameters", parameters, "schemas", object("problem", problem));
  }

  /** A JSON object of names and values in turn, in that order. */
  public static Map<String, Object> object(Object... pairs) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      object.put((String) pairs[i], pairs[i + 1]);
    }
    return object;
  }
}
