package vn.khuxuong.maps.tile;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;
import vn.khuxuong.maps.feature.Parameters;
import vn.khuxuong.maps.feature.Visit;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.layer.LayerCatalogue;
import vn.khuxuong.maps.layer.MapsProblem;
import vn.khuxuong.maps.style.Styles;
import vn.khuxuong.platform.web.BaseUrl;

/** Finds what the tilesets at an address below {@code /ogc} are made from. */
@Component
class TileOrigins {

  private final LayerCatalogue catalogue;
  private final Styles styles;
  private final TileRequests requests;
  private final BaseUrl base;

  TileOrigins(LayerCatalogue catalogue, Styles styles, TileRequests requests, BaseUrl base) {
    this.catalogue = catalogue;
    this.styles = styles;
    this.requests = requests;
    this.base = base;
  }

  /**
   * The origin of a request.
   *
   * @param names what stands in the path: the layer and the style, if anything
   * @param collections the parameter of that name: layers of the dataset, by id or address, with
   *     commas between
   * @throws vn.khuxuong.platform.problem.ProblemException {@link MapsProblem#UNKNOWN_LAYER}
   */
  TileOrigin of(
      HttpServletRequest request,
      Map<String, String> names,
      @Nullable String collections,
      Set<String> roles) {
    boolean map = pattern(request).contains("/map/tiles");
    String end = map ? "/map/tiles" : "/tiles";
    String collection = names.get("collection");
    if (collection == null) {
      List<Layer> layers =
          collections == null
              ? catalogue.layers()
              : requests.layers(ids(collections, request), roles);
      return new TileOrigin(end, layers, map, null, collections);
    }
    Layer layer = catalogue.get(collection, roles);
    String here = "/collections/" + layer.id();
    String style = names.get("style");
    if (style == null) {
      return new TileOrigin(here + end, List.of(layer), map, null, null);
    }
    return new TileOrigin(
        here + "/styles/" + Visit.segment(style) + end,
        List.of(layer),
        map,
        styleName(layer, style),
        null);
  }

  /** Whether the parameter {@code collections} means something at an address. */
  static boolean takesCollections(Map<String, String> names) {
    return !names.containsKey("collection");
  }

  private static String pattern(HttpServletRequest request) {
    return String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
  }

  /** Addresses of collections may stand for their ids. */
  private String ids(String collections, HttpServletRequest request) {
    String prefix = base.of(request) + "/ogc/collections/";
    if (collections.isEmpty()) {
      throw Parameters.bad("collections", "không được để trống", "must not be empty");
    }
    return Stream.of(collections.split(",", -1))
        .map(each -> each.startsWith(prefix) ? each.substring(prefix.length()) : each)
        .collect(Collectors.joining(","));
  }

  /** What the layer calls a style of that id. */
  private String styleName(Layer layer, String id) {
    return styles.names(layer.style()).stream()
        .filter(name -> Styles.id(layer.style(), name).equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                MapsProblem.UNKNOWN_LAYER.with(
                    "Không có lớp hoặc kiểu bản đồ này.", "There is no such layer or style."));
  }
}
