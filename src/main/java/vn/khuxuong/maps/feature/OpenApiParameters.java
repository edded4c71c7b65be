package vn.khuxuong.maps.feature;

import static vn.khuxuong.maps.feature.OpenApi.object;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The parameters that several paths share, as OpenAPI 3.0 describes them. */
final class OpenApiParameters {

  private static final long GIBIBYTES = GeoPackageFiles.MOST_BYTES >> 30;

  private final Visit visit;
  private final Map<String, Object> parameters = new LinkedHashMap<>();

  OpenApiParameters(Visit visit) {
    this.visit = visit;
  }

  /** Each by the name it is referred to. */
  Map<String, Object> all() {
    parameters.put("f", formats(Format.EVERYWHERE));
    parameters.put("fOfFeatures", formats(Format.OF_FEATURES));
    parameters.put("fOfFeature", formats(Format.OF_A_FEATURE));
    put("lang", words("vi", "en"), "Ngôn ngữ", "Language");
    parameters.put("collectionId", inPath("collectionId"));
    parameters.put("featureId", inPath("featureId"));
    Map<String, Object> number = object("type", "number");
    put(
        "bbox",
        object("type", "array", "minItems", 4, "maxItems", 6, "items", number),
        "Khung tọa độ: tây, nam, đông, bắc",
        "Bounding box: west, south, east, north");
    Map<String, Object> systems =
        object("type", "string", "format", "uri", "enum", OfferedCrs.uris());
    put("bbox-crs", systems, "Hệ tọa độ của bbox", "Reference system of bbox");
    put("crs", systems, "Hệ tọa độ của kết quả", "Reference system wanted");
    put(
        "datetime",
        text(),
        "Ngày, thời điểm hoặc khoảng thời gian có hiệu lực",
        "Date, date-time or interval of being in force");
    put(
        "asOf",
        text(),
        "Ngày hoặc thời điểm: trả lời theo những gì đã biết lúc ấy",
        "Date or date-time: answer with what was known then");
    Map<String, Object> limit = object("type", "integer", "minimum", 1);
    limit.put("maximum", ItemsRequest.MAX_LIMIT);
    limit.put("default", ItemsRequest.DEFAULT_LIMIT);
    put(
        "limit",
        limit,
        "Số đối tượng một trang. Các tệp (csv, kml, fgb, gpkg) chứa mọi đối tượng phù hợp khi không"
            + " nêu limit, và nhiều hơn giá trị lớn nhất khi nêu; gpkg tối đa "
            + GIBIBYTES
            + " GiB",
        "Features a page. Files (csv, kml, fgb, gpkg) hold all features that fit when no limit is"
            + " given, and more than the maximum when it is; a gpkg has at most "
            + GIBIBYTES
            + " GiB");
    put(
        "cursor",
        text(),
        "Chỗ bắt đầu trang, lấy từ liên kết next",
        "Start of a page, from a next link");
    put(
        "offset",
        object("type", "integer", "minimum", 0, "maximum", ItemsRequest.MAX_OFFSET, "default", 0),
        "Số đối tượng bỏ qua trước trang",
        "Features to leave out before the page");
    filters(systems);
    selection();
    return parameters;
  }

  private void filters(Map<String, Object> systems) {
    put("filter", text(), "Điều kiện lọc theo CQL2", "Condition in CQL2");
    Map<String, Object> languages = words(FilterParameters.TEXT, FilterParameters.JSON);
    languages.put("default", FilterParameters.TEXT);
    put("filter-lang", languages, "Dạng của filter", "Encoding of filter");
    put(
        "filter-crs",
        systems,
        "Hệ tọa độ của các hình trong filter",
        "Reference system of the shapes in filter");
  }

  private void selection() {
    Map<String, Object> names = object("type", "array", "items", text());
    put(
        "properties",
        names,
        "Chỉ lấy các thuộc tính này; geometry là hình dạng",
        "Only these properties; geometry is the shape");
    Map<String, Object> flag = object("type", "boolean", "default", false);
    put("skipGeometry", flag, "Không lấy hình dạng", "Leave shapes out");
    Map<String, Object> key = object("type", "string", "pattern", "[+|-]?[A-Za-z_].*");
    put(
        "sortby",
        object("type", "array", "minItems", 1, "items", key),
        "Sắp xếp theo các thuộc tính này, dấu - là giảm dần",
        "Sort by these properties, a - means descending");
    Map<String, Object> results = words("results", "hits");
    results.put("default", "results");
    put(
        "resultType",
        results,
        "hits: chỉ đếm, luôn chính xác",
        "hits: only count them, always exactly");
  }

  private void put(String name, Map<String, Object> schema, String vi, String en) {
    parameters.put(name, query(name, visit.say(vi, en), schema));
  }

  private Map<String, Object> formats(Set<Format> offered) {
    String[] words = offered.stream().map(Format::word).toArray(String[]::new);
    return query("f", visit.say("Định dạng", "Encoding"), words(words));
  }

  private static Map<String, Object> text() {
    return object("type", "string");
  }

  private static Map<String, Object> words(String... words) {
    return object("type", "string", "enum", List.of(words));
  }

  static Map<String, Object> query(String name, String description, Object schema) {
    Map<String, Object> query = object("name", name, "in", "query", "description", description);
    query.put("required", false);
    query.put("schema", schema);
    query.put("style", "form");
    query.put("explode", false);
    return query;
  }

  private static Map<String, Object> inPath(String name) {
    return object("name", name, "in", "path", "required", true, "schema", text());
  }
}
