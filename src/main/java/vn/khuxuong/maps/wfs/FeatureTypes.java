package vn.khuxuong.maps.wfs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.khuxuong.maps.gml.GmlFeatures;
import vn.khuxuong.maps.layer.Field;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.layer.LayerCatalogue;
import vn.khuxuong.maps.query.SortKey;
import vn.khuxuong.maps.wfs.WfsException.Code;

/**
 * Finds feature types and their properties by the names that requests write, with any prefix or
 * none. Names are looked up in the catalogue and in nothing else: no path or function is one.
 */
@Component
class FeatureTypes {
  private static final int MOST_NAMES = 200;

  private final LayerCatalogue catalogue;

  FeatureTypes(LayerCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** All that somebody may know of, in drawing order. */
  List<Layer> all(Set<String> roles) {
    return catalogue.layers(roles);
  }

  /**
   * The one type of a query.
   *
   * @throws WfsException if there is no such type, or several are named
   */
  Layer one(String typeNames, Set<String> roles) {
    String text = typeNames.strip();
    boolean wrapped = text.startsWith("(") && text.endsWith(")");
    String name = wrapped ? text.substring(1, text.length() - 1) : text;
    if (name.contains(",") || name.contains("(") || name.strip().contains(" ")) {
      throw new WfsException(
          Code.OPTION_NOT_SUPPORTED,
          "Mỗi yêu cầu hỏi đúng một loại đối tượng.",
          "A request asks for one feature type.",
          "typeNames");
    }
    return find(name, roles);
  }

  /** The types of a list; all of them for an empty one. */
  List<Layer> list(Optional<String> typeNames, Set<String> roles) {
    if (typeNames.isEmpty()) {
      return all(roles);
    }
    List<Layer> layers = new ArrayList<>();
    for (String name : names(typeNames.get().replace("(", "").replace(")", ","), "typeNames")) {
      Layer layer = find(name, roles);
      if (!layers.contains(layer)) {
        layers.add(layer);
      }
    }
    return layers;
  }

  private Layer find(String name, Set<String> roles) {
    return catalogue
        .find(local(name), roles)
        .orElseThrow(
            () ->
                new WfsException(
                    Code.INVALID_PARAMETER,
                    "Không có loại đối tượng " + WfsException.quoted(name) + ".",
                    "There is no feature type " + WfsException.quoted(name) + ".",
                    "typeNames"));
  }

  private static String local(String name) {
    String bare = name.strip();
    return bare.substring(bare.indexOf(':') + 1);
  }

  private static List<String> names(String text, String parameter) {
    String[] parts = text.split(",", MOST_NAMES + 1);
    if (parts.length > MOST_NAMES) {
      throw WfsException.invalid(parameter, "có quá nhiều tên", "has too many names");
    }
    List<String> names = new ArrayList<>();
    for (String part : parts) {
      if (!part.isBlank()) {
        names.add(part.strip());
      }
    }
    return names;
  }

  /**
   * The properties that a request wants.
   *
   * @param fields in the order of the catalogue
   * @param shaped whether the shape is among them
   */
  record Properties(List<Field> fields, boolean shaped) {}

  /** The properties of a list; all of them for none. */
  static Properties properties(Layer layer, Optional<String> names) {
    if (names.isEmpty()) {
      return new Properties(layer.fields(), true);
    }
    Set<String> wanted = new HashSet<>();
    for (String name : names(names.get().replace("(", "").replace(")", ","), "propertyName")) {
      wanted.add(property(layer, name, "propertyName"));
    }
    return new Properties(
        layer.fields().stream().filter(field -> wanted.contains(field.name())).toList(),
        wanted.contains(GmlFeatures.shapeName(layer)));
  }

  /** The name of a property as the catalogue has it. */
  static String property(Layer layer, String name, String parameter) {
    String local = local(name);
    if (layer.field(local).isEmpty() && !local.equals(GmlFeatures.shapeName(layer))) {
      throw new WfsException(
          Code.INVALID_PARAMETER,
          layer.id() + " không có thuộc tính " + WfsException.quoted(name) + ".",
          layer.id() + " has no property " + WfsException.quoted(name) + ": unknown property.",
          parameter);
    }
    return local;
  }

  /** The order of {@code sortBy}: names with ASC, DESC, A or D behind. */
  static List<SortKey> sort(Layer layer, Optional<String> text) {
    List<SortKey> keys = new ArrayList<>();
    for (String part : names(text.orElse(""), "sortBy")) {
      String[] words = part.split("\\s+");
      String direction = words.length > 1 ? words[1].toUpperCase(Locale.ROOT) : "ASC";
      if (words.length > 2 || !Set.of("A", "D", "ASC", "DESC").contains(direction)) {
        throw WfsException.invalid(
            "sortBy", "phải là tên và ASC hoặc DESC", "must be names with ASC or DESC");
      }
      String name = property(layer, words[0], "sortBy");
      Field field =
          layer
              .field(name)
              .orElseThrow(
                  () ->
                      WfsException.invalid(
                          "sortBy", "không xếp theo hình được", "cannot order by shapes"));
      keys.add(new SortKey(name, field.type(), direction.startsWith("D")));
    }
    return keys;
  }
}
