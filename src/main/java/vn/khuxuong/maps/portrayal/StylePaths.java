package vn.khuxuong.maps.portrayal;

import static vn.khuxuong.maps.feature.OpenApi.object;
import static vn.khuxuong.maps.feature.OpenApi.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.khuxuong.maps.feature.Link;
import vn.khuxuong.maps.feature.OpenApi;
import vn.khuxuong.maps.feature.Visit;
import vn.khuxuong.maps.style.SldWriter;

/**
 * What OGC API Styles adds to the OpenAPI document: the resources below {@code /ogc}, and the
 * pictures and letters that styles refer to, which stand beside it and name their server.
 */
final class StylePaths {

  private static final List<String> PLAIN = List.of("f", "lang");
  private static final Object TEXT = object("type", "string");

  private final Visit visit;

  private StylePaths(Visit visit) {
    this.visit = visit;
  }

  /** The path items. */
  static Map<String, Object> of(Visit visit) {
    StylePaths all = new StylePaths(visit);
    String list = visit.say("Các kiểu bản đồ", "The styles");
    Map<String, Object> paths = new LinkedHashMap<>();
    paths.put("/styles", all.get("khu.getStyles", list, PLAIN, all.documents()));
    paths.put(
        "/collections/{collectionId}/styles",
        all.get(
            "khu.getStylesOfCollection",
            list,
            List.of("collectionId", "f", "lang"),
            all.documents()));
    paths.put(
        "/styles/{styleId}",
        all.get(
            "khu.getStyle",
            visit.say("Một kiểu bản đồ", "A style"),
            List.of("styleId", "style-f", "lang"),
            content(OgcStylesController.MAP_LIBRE, "object", SldWriter.MEDIA_TYPE, "string")));
    paths.put(
        "/styles/{styleId}/metadata",
        all.get(
            "khu.getStyleMetadata",
            visit.say("Về một kiểu bản đồ", "About a style"),
            List.of("styleId", "f", "lang"),
            all.documents()));
    paths.put(
        "/styles/sprite/{spriteFile}",
        all.beside(
            "khu.getSprite",
            visit.say("Hoa văn và ký hiệu của một kiểu", "Patterns and signs of a style"),
            List.of("spriteFile"),
            content(Link.JSON, "object", "image/png", "string")));
    paths.put(
        "/styles/fonts/{fontStack}/{glyphRange}",
        all.beside(
            "khu.getGlyphs",
            visit.say("Chữ của các kiểu bản đồ", "The letters of styles"),
            List.of("fontStack", "glyphRange"),
            content("application/x-protobuf", "string")));
    return paths;
  }

  /** The parameters of these paths that no other part has. */
  static Map<String, Object> parameters(Visit visit) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put(
        "style-f",
        object(
            "name",
            "f",
            "in",
            "query",
            "description",
            visit.say("Định dạng", "Encoding"),
            "required",
            false,
            "schema",
            object("type", "string", "enum", List.of("mapbox", "sld11")),
            "style",
            "form",
            "explode",
            false));
    all.put(
        "spriteFile",
        inPath(
            "spriteFile",
            visit.say("Kiểu, độ nét, đuôi tệp", "Style, density, ending"),
            "zones@2x.png"));
    all.put(
        "fontStack",
        inPath(
            "fontStack",
            visit.say("Tên bộ chữ trong kiểu", "Its name in the style"),
            "DejaVu Sans"));
    all.put(
        "glyphRange",
        inPath("glyphRange", visit.say("256 ký tự", "256 characters"), "7680-7935.pbf"));
    return all;
  }

  private static Map<String, Object> inPath(String name, String description, String example) {
    return object(
        "name", name,
        "in", "path",
        "description", description,
        "required", true,
        "schema", TEXT,
        "example", example);
  }

  private Map<String, Object> documents() {
    return content(Link.JSON, "object", Link.HTML, "string");
  }

  /** Media types and the types of what they carry, in turn. */
  private static Map<String, Object> content(String... pairs) {
    Map<String, Object> content = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      content.put(pairs[i], object("schema", object("type", pairs[i + 1])));
    }
    return content;
  }

  /** A path at the server's root, not below this API's. */
  private Map<String, Object> beside(
      String operation, String summary, List<String> parameters, Object content) {
    Map<String, Object> item = get(operation, summary, parameters, content);
    String site = visit.root().substring(0, visit.root().length() - "/ogc".length());
    item.put("servers", List.of(object("url", site)));
    return item;
  }

  private Map<String, Object> get(
      String operation, String summary, List<String> parameters, Object content) {
    Map<String, Object> responses =
        object(
            "200", object("description", summary, "content", content),
            "304", object("description", visit.say("Không thay đổi", "Not modified")),
            "400", problem(visit.say("Tham số sai", "Bad parameter")),
            "404", problem(visit.say("Không có", "Not found")),
            "default", problem(visit.say("Lỗi khác", "Any other failure")));
    return object(
        "get",
        object(
            "operationId", operation,
            "summary", summary,
            "parameters", parameters.stream().map(OpenApi::parameter).toList(),
            "responses", responses));
  }
}
