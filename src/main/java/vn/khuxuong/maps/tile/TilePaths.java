package vn.khuxuong.maps.tile;

import static vn.khuxuong.maps.feature.OpenApi.object;
import static vn.khuxuong.maps.feature.OpenApi.problem;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.khuxuong.maps.feature.Link;
import vn.khuxuong.maps.feature.OpenApi;
import vn.khuxuong.maps.feature.Visit;

/** What OGC API Tiles adds to the OpenAPI document. */
final class TilePaths {

  private static final List<String> SELECTION =
      List.of(
          "tile-filter",
          "tile-filter-lang",
          "tile-filter-crs",
          "tile-datetime",
          "tile-subset",
          "tile-asOf",
          "tile-floor");

  private final Visit visit;
  private final Map<String, Object> paths = new LinkedHashMap<>();

  private TilePaths(Visit visit) {
    this.visit = visit;
  }

  /** The path items of all resources of tiles. */
  static Map<String, Object> of(Visit visit) {
    TilePaths all = new TilePaths(visit);
    all.documents(
        "/tileMatrixSets",
        "khu.getTileMatrixSetsList",
        visit.say("Các lưới ô", "The tile matrix sets"),
        List.of());
    all.documents(
        "/tileMatrixSets/{tileMatrixSetId}",
        "khu.getTileMatrixSet",
        visit.say("Một lưới ô", "A tile matrix set"),
        List.of("tileMatrixSetId"));
    all.origin("/tiles", "khu.dataset.vector.", false, List.of("collections"));
    all.origin("/map/tiles", "khu.dataset.map.", true, List.of("collections"));
    String one = "/collections/{collectionId}";
    List<String> collection = List.of("collectionId");
    all.origin(one + "/tiles", "khu.collection.vector.", false, collection);
    all.origin(one + "/map/tiles", "khu.collection.map.", true, collection);
    all.origin(
        one + "/styles/{styleId}/map/tiles",
        "khu.collection.style.map.",
        true,
        List.of("collectionId", "styleId"));
    return all.paths;
  }

  private void origin(String path, String operation, boolean map, List<String> parameters) {
    String kind = map ? visit.say("bản đồ", "map") : visit.say("vectơ", "vector");
    documents(
        path,
        operation + "getTileSetsList",
        visit.say("Các bộ ô ", "Tilesets: ") + kind,
        parameters);
    List<String> ofSet = new ArrayList<>(parameters);
    ofSet.add("tileMatrixSetId");
    documents(
        path + "/{tileMatrixSetId}",
        operation + "getTileSet",
        visit.say("Bộ ô ", "Tileset: ") + kind,
        ofSet);
    List<String> ofTile = new ArrayList<>(ofSet);
    ofTile.addAll(List.of("tileMatrix", "tileRow", "tileCol"));
    ofTile.addAll(SELECTION);
    if (!map) {
      ofTile.add("tile-properties");
    } else if (!parameters.contains("styleId")) {
      ofTile.add("tile-styles");
    }
    ofTile.add(map ? "map-tile-f" : "vector-tile-f");
    Map<String, Object> content = new LinkedHashMap<>();
    for (TileFormat format : map ? TileFormat.MAP : TileFormat.VECTOR) {
      content.put(
          format.mediaType(), object("schema", object("type", "string", "format", "binary")));
    }
    Map<String, Object> responses = responses(visit.say("Ô", "Tile"), content);
    responses.put("204", object("description", visit.say("Ô trống", "An empty tile")));
    paths.put(
        path + "/{tileMatrixSetId}/{tileMatrix}/{tileRow}/{tileCol}",
        get(operation + "getTile", visit.say("Một ô ", "A tile: ") + kind, ofTile, responses));
  }

  private void documents(String path, String operation, String summary, List<String> parameters) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put(Link.JSON, object("schema", object("type", "object")));
    content.put(Link.HTML, object("schema", object("type", "string")));
    List<String> all = new ArrayList<>(parameters);
    all.addAll(List.of("f", "lang"));
    paths.put(path, get(operation, summary, all, responses(summary, content)));
  }

  private static Map<String, Object> get(
      String operation, String summary, List<String> parameters, Object responses) {
    return object(
        "get",
        object(
            "operationId",
            operation,
            "summary",
            summary,
            "parameters",
            parameters.stream().map(OpenApi::parameter).toList(),
            "responses",
            responses));
  }

  private Map<String, Object> responses(String description, Object content) {
    Map<String, Object> responses = new LinkedHashMap<>();
    responses.put("200", object("description", description, "content", content));
    responses.put("304", object("description", visit.say("Không thay đổi", "Not modified")));
    responses.put("400", problem(visit.say("Tham số sai", "Bad parameter")));
    responses.put("404", problem(visit.say("Không có", "Not found")));
    responses.put("default", problem(visit.say("Lỗi khác", "Any other failure")));
    return responses;
  }

  /** The parameters of all these paths. */
  static Map<String, Object> parameters(Visit visit) {
    Map<String, Object> all = new LinkedHashMap<>();
    Map<String, Object> text = object("type", "string");
    Map<String, Object> index = object("type", "integer", "minimum", 0);
    all.put(
        "tileMatrixSetId",
        inPath(
            "tileMatrixSetId",
            visit.say("Lưới ô", "The tile matrix set"),
            words(TileMatrixSet.all().stream().map(TileMatrixSet::id).toList())));
    all.put("tileMatrix", inPath("tileMatrix", visit.say("Mức của lưới", "The level"), text));
    all.put("tileRow", inPath("tileRow", visit.say("Hàng, từ bắc", "Row, from the north"), index));
    all.put("tileCol", inPath("tileCol", visit.say("Cột, từ tây", "Column, from the west"), index));
    all.put("styleId", inPath("styleId", visit.say("Kiểu bản đồ", "The style"), text));
    Map<String, Object> list = object("type", "array", "items", text);
    query(all, "collections", "collections", visit.say("Các lớp", "The layers"), list);
    query(all, "tile-filter", "filter", visit.say("Bộ lọc", "Filter"), text);
    query(
        all,
        "tile-filter-lang",
        "filter-lang",
        visit.say("Ngôn ngữ của filter", "Language of the filter"),
        words(List.of("cql2-text", "cql2-json")));
    query(
        all,
        "tile-filter-crs",
        "filter-crs",
        visit.say("Hệ tọa độ trong filter", "Reference system in the filter"),
        object("type", "string", "format", "uri"));
    query(
        all,
        "tile-datetime",
        "datetime",
        visit.say("Ngày, thời điểm hoặc khoảng", "Date, date-time or interval"),
        text);
    query(
        all,
        "tile-subset",
        "subset",
        visit.say("Như datetime: datetime(\"…\")", "As datetime: datetime(\"…\")"),
        text);
    query(
        all,
        "tile-asOf",
        "asOf",
        visit.say("Theo những gì đã biết lúc ấy", "With what was known then"),
        text);
    query(all, "tile-floor", "floor", visit.say("Tầng", "Storey"), object("type", "integer"));
    query(
        all,
        "tile-properties",
        "properties",
        visit.say("Chỉ các thuộc tính này", "These attributes only"),
        list);
    query(
        all, "tile-styles", "styles", visit.say("Kiểu của từng lớp", "Style of each layer"), list);
    query(all, "vector-tile-f", "f", visit.say("Định dạng", "Encoding"), words(List.of("mvt")));
    query(
        all, "map-tile-f", "f", visit.say("Định dạng", "Encoding"), words(List.of("png", "jpeg")));
    return all;
  }

  private static Map<String, Object> words(List<String> words) {
    return object("type", "string", "enum", words);
  }

  private static Map<String, Object> inPath(String name, String description, Object schema) {
    return object(
        "name", name, "in", "path", "description", description, "required", true, "schema", schema);
  }

  private static void query(
      Map<String, Object> all, String key, String name, String description, Object schema) {
    all.put(
        key,
        object(
            "name",
            name,
            "in",
            "query",
            "description",
            description,
            "required",
            false,
            "schema",
            schema,
            "style",
            "form",
            "explode",
            false));
  }
}
