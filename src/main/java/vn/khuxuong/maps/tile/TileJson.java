package vn.khuxuong.maps.tile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import vn.khuxuong.geo.BBox;
import vn.khuxuong.geo.TileAddress;
import vn.khuxuong.maps.layer.Field;
import vn.khuxuong.maps.layer.FieldType;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.layer.LayerExtents;
import vn.khuxuong.maps.layer.Text;
import vn.khuxuong.platform.web.Language;

/** Describes tile sets as TileJSON 3.0.0. */
@Component
class TileJson {

  private final LayerExtents extents;
  private final TileAttributes attributes;

  TileJson(LayerExtents extents, TileAttributes attributes) {
    this.extents = extents;
    this.attributes = attributes;
  }

  /**
   * @param layers as the asker may see them, at least one
   * @param template address of the tiles with {z}, {x} and {y} in it
   */
  Map<String, Object> of(
      List<Layer> layers, Language language, TileFormat format, String template) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("tilejson", "3.0.0");
    document.put("name", joined(layers.stream().map(Layer::title).toList(), language, ", "));
    document.put(
        "description", joined(layers.stream().map(Layer::description).toList(), language, " "));
    document.put("version", "1.0.0");
    document.put("attribution", attribution(layers, language));
    document.put("scheme", "xyz");
    document.put("tiles", List.of(template));
    document.put("minzoom", layers.stream().mapToInt(layer -> layer.zoom().min()).min().orElse(0));
    document.put(
        "maxzoom",
        format.isMap()
            ? TileAddress.MAX_ZOOM
            : layers.stream().mapToInt(layer -> layer.zoom().max()).max().orElse(0));
    bounds(layers, document);
    document.put(
        "dataStatus", layers.stream().map(layer -> layer.dataStatus().name()).distinct().toList());
    if (format.isMap()) {
      document.put("format", format.word());
    } else {
      document.put("vector_layers", tileLayers(layers, language));
    }
    return document;
  }

  private List<Object> tileLayers(List<Layer> layers, Language language) {
    List<Object> tileLayers = new ArrayList<>();
    for (Layer layer : layers) {
      String title = say(layer.title(), language);
      tileLayers.add(tileLayer(layer, layer.id(), title, language));
      if (TileStore.hasLabels(layer)) {
        String labels = language.choose("Điểm ghi nhãn: ", "Label points: ") + title;
        tileLayers.add(tileLayer(layer, layer.id() + Layer.LABEL_SUFFIX, labels, language));
      }
    }
    return tileLayers;
  }

  private void bounds(List<Layer> layers, Map<String, Object> document) {
    List<BBox> boxes = layers.stream().flatMap(layer -> extents.of(layer).box().stream()).toList();
    if (!boxes.isEmpty()) {
      document.put(
          "bounds",
          List.of(
              boxes.stream().mapToDouble(BBox::minX).min().orElseThrow(),
              boxes.stream().mapToDouble(BBox::minY).min().orElseThrow(),
              boxes.stream().mapToDouble(BBox::maxX).max().orElseThrow(),
              boxes.stream().mapToDouble(BBox::maxY).max().orElseThrow()));
    }
  }

  /** Map clients show it as HTML. It tells how far the data may be trusted. */
  private static String attribution(List<Layer> layers, Language language) {
    String words =
        String.join(
            "; ",
            layers.stream()
                .map(
                    layer ->
                        say(layer.attribution(), language)
                            + " ("
                            + say(layer.dataStatus().label(), language)
                            + ")")
                .distinct()
                .toList());
    return HtmlUtils.htmlEscape(words, "UTF-8");
  }

  private Map<String, Object> tileLayer(
      Layer layer, String id, String description, Language language) {
    boolean labels = !id.equals(layer.id());
    Set<String> essential = attributes.essential(layer);
    String detail =
        layer.zoom().min() < TileAttributes.DETAIL_ZOOM
            ? language.choose("; từ mức ", "; from zoom ") + TileAttributes.DETAIL_ZOOM
            : "";
    Map<String, Object> fields = new LinkedHashMap<>();
    if (layer.key().equals(Layer.ID_COLUMN)) {
      fields.put(Layer.ID_COLUMN, "Number");
    }
    for (Field field : layer.fields()) {
      boolean always = essential.contains(field.name());
      if (always || !labels) {
        String unit = field.unit() == null ? "" : " (" + field.unit() + ")";
        String title = kind(field.type()) + "; " + say(field.title(), language) + unit;
        fields.put(field.name(), always ? title : title + detail);
      }
    }
    Map<String, Object> tileLayer = new LinkedHashMap<>();
    tileLayer.put("id", id);
    tileLayer.put("description", description);
    tileLayer.put("minzoom", layer.zoom().min());
    tileLayer.put("maxzoom", layer.zoom().max());
    tileLayer.put("fields", fields);
    return tileLayer;
  }

  private static String kind(FieldType type) {
    return switch (type) {
      case STRING, DATE -> "String";
      case INTEGER, NUMBER -> "Number";
      case BOOLEAN -> "Boolean";
    };
  }

  private static String joined(List<Text> texts, Language language, String between) {
    return String.join(between, texts.stream().map(text -> say(text, language)).toList());
  }

  private static String say(Text text, Language language) {
    return language.choose(text.vi(), text.en());
  }
}
