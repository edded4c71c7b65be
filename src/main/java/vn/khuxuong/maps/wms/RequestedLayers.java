package vn.khuxuong.maps.wms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.layer.LayerCatalogue;
import vn.khuxuong.maps.layer.LayerGroups;
import vn.khuxuong.maps.style.Style;
import vn.khuxuong.maps.style.Styles;
import vn.khuxuong.maps.wms.WmsException.Code;

/** Finds what LAYERS and STYLES name: layers, groups of layers, and the root with all of them. */
@Component
class RequestedLayers {
  /** The name of the root of the tree. */
  static final String ROOT = "khuxuong";

  private final LayerCatalogue catalogue;
  private final LayerGroups groups;
  private final Styles styles;

  RequestedLayers(LayerCatalogue catalogue, LayerGroups groups, Styles styles) {
    this.catalogue = catalogue;
    this.groups = groups;
    this.styles = styles;
  }

  /**
   * What one name of a request stands for.
   *
   * @param layers one, or those of a group, the lowest first
   */
  record Named(String name, List<RequestedLayer> layers) {
    Named {
      layers = List.copyOf(layers);
    }
  }

  /**
   * The layers of LAYERS in the styles of STYLES.
   *
   * @param parameter LAYERS or, without styles, QUERY_LAYERS
   * @param roles of the client, without prefix
   */
  List<Named> read(Parameters parameters, String parameter, Set<String> roles) {
    List<String> names = names(parameters, parameter);
    List<String> wanted = parameter.equals("LAYERS") ? parameters.list("STYLES") : List.of();
    if (!wanted.isEmpty() && wanted.size() != names.size()) {
      throw new WmsException(
          Code.STYLE_NOT_DEFINED,
          "STYLES phải có đúng một kiểu cho mỗi lớp, hoặc để trống.",
          "STYLES must name one style for each layer, or be empty.",
          "STYLES");
    }
    Map<String, List<Layer>> known = new LinkedHashMap<>();
    List<Named> read = new ArrayList<>();
    int count = 0;
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i).strip();
      String style = wanted.isEmpty() ? "" : wanted.get(i);
      List<Layer> layers = known.computeIfAbsent(name, any -> layers(any, parameter, roles));
      count += layers.size();
      if (count > MapRequest.MAX_LAYERS) {
        throw tooMany(parameter);
      }
      boolean group = layers.size() != 1 || !layers.get(0).id().equals(name);
      if (group && !style.isBlank() && !style.strip().equals(Styles.DEFAULT)) {
        throw noStyle(name, style);
      }
      read.add(new Named(name, layers.stream().map(layer -> styled(layer, style)).toList()));
    }
    return read;
  }

  private static List<String> names(Parameters parameters, String parameter) {
    parameters.get(parameter);
    List<String> names = parameters.list(parameter);
    if (names.size() > MapRequest.MAX_LAYERS) {
      throw tooMany(parameter);
    }
    return names;
  }

  private static WmsException tooMany(String parameter) {
    return new WmsException(
        Code.INVALID_PARAMETER,
        "Một yêu cầu gọi được nhiều nhất " + MapRequest.MAX_LAYERS + " lớp.",
        "A request may name " + MapRequest.MAX_LAYERS + " layers at most.",
        parameter);
  }

  /** All that can be drawn, in drawing order. */
  List<Layer> drawable(Set<String> roles) {
    return catalogue.layers(roles).stream()
        .filter(layer -> !styles.names(layer.style()).isEmpty())
        .toList();
  }

  /** The groups with their layers in drawing order, at last the layers without a group. */
  Map<Optional<LayerGroups.Group>, List<Layer>> tree(Set<String> roles) {
    List<Layer> left = new ArrayList<>(drawable(roles));
    Map<Optional<LayerGroups.Group>, List<Layer>> tree = new LinkedHashMap<>();
    for (LayerGroups.Group group : groups.all()) {
      List<Layer> in = left.stream().filter(l -> group.layerIds().contains(l.id())).toList();
      left.removeAll(in);
      if (!in.isEmpty()) {
        tree.put(Optional.of(group), in);
      }
    }
    if (!left.isEmpty()) {
      tree.put(Optional.empty(), left);
    }
    return tree;
  }

  private List<Layer> layers(String name, String parameter, Set<String> roles) {
    Optional<Layer> layer = catalogue.find(name, roles);
    if (layer.isPresent()) {
      return List.of(layer.get());
    }
    if (name.equals(ROOT)) {
      return drawable(roles);
    }
    List<Layer> together =
        groups
            .find(name)
            .map(
                group ->
                    drawable(roles).stream()
                        .filter(one -> group.layerIds().contains(one.id()))
                        .toList())
            .orElse(List.of());
    if (together.isEmpty()) {
      throw undefined(name, parameter);
    }
    return together;
  }

  /** One layer by its name, no group. */
  Layer layer(String name, String parameter, Set<String> roles) {
    return catalogue.find(name.strip(), roles).orElseThrow(() -> undefined(name, parameter));
  }

  static WmsException undefined(String name, String parameter) {
    return new WmsException(
        Code.LAYER_NOT_DEFINED,
        "Không có lớp " + WmsException.quoted(name) + ".",
        "There is no layer " + WmsException.quoted(name) + ".",
        parameter);
  }

  /** A layer in the style of that name; an empty name is the default. */
  RequestedLayer styled(Layer layer, String name) {
    String style = name.isBlank() ? Styles.DEFAULT : name.strip();
    Style found = styles.find(layer.style(), style).orElseThrow(() -> noStyle(layer.id(), style));
    return new RequestedLayer(layer, style, found);
  }

  private static WmsException noStyle(String layer, String style) {
    return new WmsException(
        Code.STYLE_NOT_DEFINED,
        "Lớp " + layer + " không có kiểu " + WmsException.quoted(style) + ".",
        "Layer " + layer + " has no style " + WmsException.quoted(style) + ".",
        "STYLES");
  }
}
