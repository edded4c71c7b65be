package vn.khuxuong.maps.wms;

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
import vn.khuxuong.maps.style.LegendItem;
import vn.khuxuong.maps.style.Styles;
import vn.khuxuong.maps.wms.WmsException.Code;
import vn.khuxuong.platform.web.Language;

/** Legends (OGC 05-078r4, 12), from the style alone: no feature is read for them. */
@Component
class GetLegendGraphic {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final RequestReader reader;
  private final LegendDrawing drawing;

  GetLegendGraphic(RequestReader reader, Styles styles) {
    this.reader = reader;
    this.drawing = new LegendDrawing(styles.patterns());
  }

  /** The layer and style of a legend request. */
  RequestedLayer layer(Parameters parameters, Set<String> roles) {
    Layer layer = reader.layer(parameters.get("LAYER"), "LAYER", roles);
    return reader.styled(layer, parameters.raw("STYLE"));
  }

  /** The legend as a PNG file. */
  byte[] png(RequestedLayer layer, Parameters parameters, Language language) {
    LegendDrawing.Form form = form(layer, parameters, language);
    return drawing.draw(Legend.of(layer.layer(), layer.style()), layer.style(), form).png();
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
    return new LegendDrawing.Form(
        width, height, usual.english(), zoom(parameters).orElse(usual.zoom()));
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
  String json(RequestedLayer layer, Language language) {
    Legend legend = Legend.of(layer.layer(), layer.style());
    ObjectNode root = JSON.createObjectNode();
    ObjectNode first = root.putArray("Legend").addObject();
    first.put("layerName", layer.layer().id());
    first.put("title", words(legend.title(), language));
    ArrayNode rules = first.putArray("rules");
    for (LegendItem item : legend.items(layer.style())) {
      ObjectNode rule = rules.addObject();
      rule.put("name", item.code());
      rule.put("title", language.choose(item.labelVi(), item.labelEn()));
      rule.set("paint", JSON.valueToTree(item));
    }
    return JSON.writeValueAsString(root);
  }

  private static String words(Text text, Language language) {
    return language.choose(text.vi(), text.en());
  }
}
