package vn.khuxuong.maps.wms;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.khuxuong.maps.draw.LegendDrawing;
import vn.khuxuong.maps.draw.MapView;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.layer.Text;
import vn.khuxuong.maps.style.Legend;
import vn.khuxuong.maps.style.LegendEntry;
import vn.khuxuong.maps.style.LegendItem;
import vn.khuxuong.maps.style.Styles;
import vn.khuxuong.maps.wms.WmsException.Code;
import vn.khuxuong.platform.web.Language;

/**
 * Legends (OGC 05-078r4, 12), from the style alone: no feature is read for them. RULE takes one
 * line of it, as a swatch without words; SCALE shows the style at another scale; LANGUAGE is that
 * of the words.
 */
@Component
class GetLegendGraphic {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final RequestedLayers layers;
  private final LegendDrawing drawing;

  GetLegendGraphic(RequestedLayers layers, Styles styles) {
    this.layers = layers;
    this.drawing = new LegendDrawing(styles.patterns());
  }

  /** The layer and style of a legend request. */
  RequestedLayer layer(Parameters parameters, Set<String> roles) {
    RequestReader.refuseForeign(parameters);
    Layer layer = layers.layer(parameters.get("LAYER"), "LAYER", roles);
    return layers.styled(layer, parameters.raw("STYLE"));
  }

  /** The language of the words: LANGUAGE, else that of the request. */
  static Language language(Parameters parameters, Language usual) {
    return switch (parameters.find("LANGUAGE").orElse("")) {
      case "vi", "vie" -> Language.VI;
      case "en", "eng" -> Language.EN;
      default -> usual;
    };
  }

  /** The legend as a PNG file. */
  byte[] png(RequestedLayer layer, Parameters parameters, Language language) {
    LegendDrawing.Form form = form(layer, parameters, language);
    Legend legend = Legend.of(layer.layer(), layer.style());
    Optional<String> rule = parameters.find("RULE");
    return rule.isPresent()
        ? drawing.drawSwatch(rule(legend, rule.get()), layer.style(), form).png()
        : drawing.draw(legend, layer.style(), form).png();
  }

  private static LegendEntry rule(Legend legend, String code) {
    return legend.entries().stream()
        .filter(entry -> entry.code().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new WmsException(
                    Code.INVALID_PARAMETER,
                    "Chú giải không có mục " + WmsException.quoted(code) + ".",
                    "The legend has no rule " + WmsException.quoted(code) + ".",
                    "RULE"));
  }

  /** How large the legend is when nothing is said about its form. */
  LegendDrawing.Size usualSize(RequestedLayer layer, Language language) {
    return drawing.size(
        Legend.of(layer.layer(), layer.style()),
        LegendDrawing.Form.usual(layer.style(), language == Language.EN));
  }

  private static LegendDrawing.Form form(
      RequestedLayer layer, Parameters parameters, Language language) {
    LegendDrawing.Form usual = LegendDrawing.Form.usual(layer.style(), language == Language.EN);
    int width =
        parameters.find("WIDTH").isEmpty()
            ? usual.swatchWidth()
            : parameters.integer("WIDTH", 4, 200);
    int height =
        parameters.find("HEIGHT").isEmpty()
            ? usual.swatchHeight()
            : parameters.integer("HEIGHT", 4, 200);
    boolean transparent =
        parameters.find("TRANSPARENT").map("TRUE"::equalsIgnoreCase).orElse(false);
    return new LegendDrawing.Form(
        width, height, usual.english(), zoom(parameters).orElse(usual.zoom()), transparent);
  }

  private static Optional<Double> zoom(Parameters parameters) {
    Optional<String> scale = parameters.find("SCALE");
    if (scale.isEmpty()) {
      return Optional.empty();
    }
    if (!scale.get().matches("\\d{1,12}(\\.\\d{1,12})?") || Double.parseDouble(scale.get()) == 0) {
      throw new WmsException(
          Code.INVALID_PARAMETER,
          "SCALE phải là mẫu số tỷ lệ, ví dụ 10000.",
          "SCALE must be the denominator of a scale, for example 10000.",
          "SCALE");
    }
    return Optional.of(MapView.zoom(Double.parseDouble(scale.get())));
  }

  /** The legend as JSON: one rule for each line. */
  byte[] json(RequestedLayer layer, Parameters parameters, Language language) {
    Legend legend = Legend.of(layer.layer(), layer.style());
    Optional<String> wanted = parameters.find("RULE");
    wanted.ifPresent(code -> rule(legend, code));
    ObjectNode root = JSON.createObjectNode();
    ObjectNode first = root.putArray("Legend").addObject();
    first.put("layerName", layer.layer().id());
    first.put("title", words(legend.title(), language));
    ArrayNode rules = first.putArray("rules");
    double zoom = zoom(parameters).orElse(layer.style().legendZoom());
    List<LegendItem> items = legend.items(layer.style(), zoom);
    for (LegendItem item : items) {
      if (wanted.isEmpty() || wanted.get().equals(item.code())) {
        ObjectNode rule = rules.addObject();
        rule.put("name", item.code());
        rule.put("title", language.choose(item.labelVi(), item.labelEn()));
        rule.set("paint", JSON.valueToTree(item));
      }
    }
    return JSON.writeValueAsBytes(root);
  }

  private static String words(Text text, Language language) {
    return language.choose(text.vi(), text.en());
  }
}
