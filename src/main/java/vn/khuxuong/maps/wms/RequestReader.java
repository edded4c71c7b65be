package vn.khuxuong.maps.wms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.khuxuong.geo.BBox;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.geo.GeoRefusal;
import vn.khuxuong.maps.draw.MapView;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.layer.LayerCatalogue;
import vn.khuxuong.maps.style.Colour;
import vn.khuxuong.maps.style.Style;
import vn.khuxuong.maps.style.Styles;
import vn.khuxuong.maps.wms.WmsException.Code;

/** Turns parameters into requests; refuses all that is wrong before any work is done. */
@Component
class RequestReader {
  private final LayerCatalogue catalogue;
  private final Styles styles;

  RequestReader(LayerCatalogue catalogue, Styles styles) {
    this.catalogue = catalogue;
    this.styles = styles;
  }

  /**
   * @param roles of the client, without prefix
   * @throws WmsException for the first fault found
   */
  MapRequest map(Parameters parameters, WmsVersion version, Set<String> roles) {
    int width = parameters.integer("WIDTH", 1, MapRequest.MAX_SIZE);
    int height = parameters.integer("HEIGHT", 1, MapRequest.MAX_SIZE);
    BBox box = box(parameters, version);
    List<RequestedLayer> layers = layers(parameters, roles);
    return new MapRequest(
        new MapView(box, width, height), layers, ground(parameters), floor(parameters));
  }

  private static BBox box(Parameters parameters, WmsVersion version) {
    String name = parameters.get(version.crsParameter());
    Crs crs =
        Crs.find(name)
            .filter(version.referenceSystems()::contains)
            .orElseThrow(
                () ->
                    new WmsException(
                        Code.INVALID_CRS,
                        "Dịch vụ không có hệ tọa độ " + WmsException.quoted(name) + ".",
                        "There is no map in " + WmsException.quoted(name) + ".",
                        version.crsParameter()));
    try {
      return BBox.parse(parameters.get("BBOX"), crs, version.axisOrder());
    } catch (GeoRefusal refusal) {
      throw WmsException.of(refusal, "BBOX");
    }
  }

  private List<RequestedLayer> layers(Parameters parameters, Set<String> roles) {
    List<String> names = names(parameters, "LAYERS");
    List<String> wanted = parameters.list("STYLES");
    if (!wanted.isEmpty() && wanted.size() != names.size()) {
      throw new WmsException(
          Code.STYLE_NOT_DEFINED,
          "STYLES phải có đúng một kiểu cho mỗi lớp, hoặc để trống.",
          "STYLES must name one style for each layer, or be empty.",
          "STYLES");
    }
    List<RequestedLayer> layers = new ArrayList<>();
    Map<String, Layer> known = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      Layer layer = known.computeIfAbsent(names.get(i), name -> layer(name, "LAYERS", roles));
      layers.add(styled(layer, wanted.isEmpty() ? "" : wanted.get(i)));
    }
    return layers;
  }

  /** The layers to ask about: all must be on the map. */
  List<RequestedLayer> queried(Parameters parameters, MapRequest map) {
    List<RequestedLayer> queried = new ArrayList<>();
    for (String name : names(parameters, "QUERY_LAYERS")) {
      Optional<RequestedLayer> found =
          map.layers().stream().filter(on -> on.layer().id().equals(name.strip())).findFirst();
      RequestedLayer layer = found.orElseThrow(() -> undefined(name, "QUERY_LAYERS"));
      if (!queried.contains(layer)) {
        queried.add(layer);
      }
    }
    return queried;
  }

  private static List<String> names(Parameters parameters, String parameter) {
    parameters.get(parameter);
    List<String> names = parameters.list(parameter);
    if (names.size() > MapRequest.MAX_LAYERS) {
      throw new WmsException(
          Code.INVALID_PARAMETER,
          "Một yêu cầu gọi được nhiều nhất " + MapRequest.MAX_LAYERS + " lớp.",
          "A request may name " + MapRequest.MAX_LAYERS + " layers at most.",
          parameter);
    }
    return names;
  }

  Layer layer(String name, String parameter, Set<String> roles) {
    return catalogue.find(name.strip(), roles).orElseThrow(() -> undefined(name, parameter));
  }

  private static WmsException undefined(String name, String parameter) {
    return new WmsException(
        Code.LAYER_NOT_DEFINED,
        "Không có lớp " + WmsException.quoted(name) + ".",
        "There is no layer " + WmsException.quoted(name) + ".",
        parameter);
  }

  /** A layer in the style of that name; an empty name is the default. */
  RequestedLayer styled(Layer layer, String name) {
    String style = name.isBlank() ? Styles.DEFAULT : name.strip();
    Style found =
        styles
            .find(layer.style(), style)
            .orElseThrow(
                () ->
                    new WmsException(
                        Code.STYLE_NOT_DEFINED,
                        "Lớp " + layer.id() + " không có kiểu " + WmsException.quoted(style) + ".",
                        "Layer " + layer.id() + " has no style " + WmsException.quoted(style) + ".",
                        "STYLES"));
    return new RequestedLayer(layer, style, found);
  }

  static @Nullable Colour ground(Parameters parameters) {
    boolean transparent =
        parameters.find("TRANSPARENT").map("TRUE"::equalsIgnoreCase).orElse(false);
    String colour = parameters.find("BGCOLOR").orElse("0xFFFFFF");
    if (!colour.matches("(?i)(0x|#)[0-9a-f]{6}")) {
      throw new WmsException(
          Code.INVALID_PARAMETER,
          "BGCOLOR phải có dạng 0xRRGGBB.",
          "BGCOLOR must have the form 0xRRGGBB.",
          "BGCOLOR");
    }
    int rgb = Integer.parseInt(colour.replaceFirst("(?i)0x|#", ""), 16);
    return transparent ? null : new Colour(0xff000000 | rgb);
  }

  private static @Nullable Integer floor(Parameters parameters) {
    Optional<String> floor = parameters.find("DIM_FLOOR");
    if (floor.isEmpty()) {
      return null;
    }
    if (!floor.get().matches("-?\\d{1,3}")) {
      throw new WmsException(
          Code.INVALID_DIMENSION_VALUE,
          "DIM_FLOOR phải là số tầng.",
          "DIM_FLOOR must be the number of a storey.",
          "DIM_FLOOR");
    }
    return Integer.valueOf(floor.get());
  }
}
