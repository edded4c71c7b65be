package vn.khuxuong.maps.tile;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.ServletWebRequest;
import tools.jackson.databind.json.JsonMapper;
import vn.khuxuong.geo.GeoRefusal;
import vn.khuxuong.geo.TileAddress;
import vn.khuxuong.maps.layer.Edition;
import vn.khuxuong.maps.layer.Editions;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.layer.LayerCatalogue;
import vn.khuxuong.maps.layer.MapsProblem;
import vn.khuxuong.maps.layer.Viewer;
import vn.khuxuong.platform.web.BaseUrl;
import vn.khuxuong.platform.web.Language;

/** Vector tiles of one layer or of several with commas between, and what they are. */
@Controller
class TileController {

  static final int MAX_LAYERS = 8;

  private static final MediaType MVT =
      MediaType.parseMediaType("application/vnd.mapbox-vector-tile");

  private final LayerCatalogue catalogue;
  private final TileStore store;
  private final TileCache cache;
  private final TileJson tileJson;
  private final Editions editions;
  private final BaseUrl base;
  private final JsonMapper json;

  TileController(
      LayerCatalogue catalogue,
      TileStore store,
      TileCache cache,
      TileJson tileJson,
      Editions editions,
      BaseUrl base,
      JsonMapper json) {
    this.catalogue = catalogue;
    this.store = store;
    this.cache = cache;
    this.tileJson = tileJson;
    this.editions = editions;
    this.base = base;
    this.json = json;
  }

  @GetMapping("/tiles/{layers}/{z}/{x}/{y}.mvt")
  ResponseEntity<byte[]> tile(
      @PathVariable String layers,
      @PathVariable String z,
      @PathVariable String x,
      @PathVariable String y,
      HttpServletRequest request,
      HttpServletResponse response) {
    refuseParameters(request, Set.of());
    Set<String> roles = Viewer.roles(request);
    List<Layer> wanted = layers(layers, roles);
    TileAddress tile = address(z, x, y);
    List<Layer> drawn =
        wanted.stream()
            .filter(layer -> layer.zoom().min() <= tile.z() && tile.z() <= layer.zoom().max())
            .toList();
    if (drawn.isEmpty() && wanted.stream().allMatch(layer -> tile.z() > layer.zoom().max())) {
      throw MapsProblem.NO_TILE.with(
          "Mức phóng lớn hơn maxzoom của lớp: hãy phóng to ô ở maxzoom.",
          "The zoom is above the layer's maxzoom: enlarge the tile of maxzoom.");
    }
    Edition edition = editions.of(drawn);
    String held = String.join("+", roles.stream().sorted().toList());
    List<String> ids = drawn.stream().map(Layer::id).toList();
    byte[] content =
        drawn.isEmpty()
            ? new byte[0]
            : cache.get(new TileCache.Key(ids, tile, edition, held), () -> store.tile(drawn, tile));
    headers(roles, response);
    // The tag is the content's: a tile that an edit elsewhere did not touch keeps it.
    if (new ServletWebRequest(request, response).checkNotModified(tag(content))) {
      return ResponseEntity.status(response.getStatus()).build();
    }
    return content.length == 0
        ? ResponseEntity.noContent().build()
        : ResponseEntity.ok().contentType(MVT).body(content);
  }

  private static String tag(byte[] content) {
    return "W/\"" + DigestUtils.md5DigestAsHex(content) + "\"";
  }

  @GetMapping("/tiles/{layers}.json")
  ResponseEntity<byte[]> description(
      @PathVariable String layers, HttpServletRequest request, HttpServletResponse response) {
    refuseParameters(request, Set.of("lang"));
    Set<String> roles = Viewer.roles(request);
    Language language = Language.of(request);
    Map<String, Object> document =
        tileJson.of(layers(layers, roles), language, base.of(request) + "/tiles");
    byte[] content = json.writeValueAsBytes(document);
    headers(roles, response);
    response.addHeader(HttpHeaders.VARY, "Accept-Language");
    response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.tag());
    if (new ServletWebRequest(request, response).checkNotModified(tag(content))) {
      return ResponseEntity.status(response.getStatus()).build();
    }
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(content);
  }

  private List<Layer> layers(String names, Set<String> roles) {
    List<String> ids = Stream.of(names.split(",", -1)).distinct().toList();
    if (ids.size() > MAX_LAYERS) {
      throw MapsProblem.BAD_PARAMETER
          .with(
              "Một ô có nhiều nhất " + MAX_LAYERS + " lớp khác nhau.",
              "A tile has at most " + MAX_LAYERS + " different layers.")
          .field("layers");
    }
    return ids.stream().map(id -> catalogue.get(id, roles)).toList();
  }

  private static TileAddress address(String z, String x, String y) {
    try {
      return TileAddress.parse(z, x, y);
    } catch (GeoRefusal refusal) {
      throw MapsProblem.NO_TILE.with(refusal.vi(), refusal.en());
    }
  }

  /** Many addresses for one tile would fill the caches of others. */
  private static void refuseParameters(HttpServletRequest request, Set<String> known) {
    for (String name : request.getParameterMap().keySet()) {
      if (!known.contains(name)) {
        throw MapsProblem.UNKNOWN_PARAMETER.with(
            "Ô bản đồ không có tham số này.", "Tiles do not have this parameter.");
      }
    }
  }

  private static void headers(Set<String> roles, HttpServletResponse response) {
    response.setHeader(
        HttpHeaders.CACHE_CONTROL, roles.isEmpty() ? "no-cache" : "private, no-cache");
    response.addHeader(HttpHeaders.VARY, "Authorization, Cookie");
  }
}
