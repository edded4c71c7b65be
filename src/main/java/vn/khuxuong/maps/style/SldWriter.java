package vn.khuxuong.maps.style;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.layer.Text;
import vn.khuxuong.maps.xml.XmlWriter;
import vn.khuxuong.platform.web.Language;

/**
 * Writes styles as SLD 1.1 (OGC 05-078r4) with Symbology Encoding 1.1, for clients that draw
 * features themselves: the same rules, colours and scales as our own pictures.
 *
 * <p>What the encoding cannot say is left out: labels that give way to one another or stand inside
 * their polygon, how numbers are written, and the exact shape of a hatch, for which a well-known
 * one stands. Zooms become scales of pixels of 0.28 mm; a size that grows with the zoom becomes one
 * rule a zoom level.
 */
@Component
public class SldWriter {
  /** The media type of a document. */
  public static final String MEDIA_TYPE = "application/vnd.ogc.sld+xml; version=1.1";

  private static final JsonMapper JSON = JsonMapper.shared();

  /** Scales are computed by every client in its own way: bands are moved by a hair's breadth. */
  private static final double HAIR = 1.001;

  private final Styles styles;

  /**
   * @param styles whose files are written
   */
  public SldWriter(Styles styles) {
    this.styles = styles;
  }

  /**
   * A layer with the styles to tell of.
   *
   * @param styleNames as {@link Styles#names} calls them, at least one
   */
  public record StyledLayer(Layer layer, List<String> styleNames) {
    public StyledLayer {
      styleNames = List.copyOf(styleNames);
    }
  }

  /**
   * A document with the styles of some layers.
   *
   * @param layers with the fields that the client may see
   * @throws java.util.NoSuchElementException if there is no such style
   */
  public byte[] write(List<StyledLayer> layers, Language language) {
    XmlWriter xml = new XmlWriter();
    xml.open("sld:StyledLayerDescriptor")
        .namespace("sld", "http://www.opengis.net/sld")
        .namespace("se", "http://www.opengis.net/se")
        .namespace("ogc", "http://www.opengis.net/ogc")
        .namespace("xlink", "http://www.w3.org/1999/xlink")
        .namespace("xsi", "http://www.w3.org/2001/XMLSchema-instance")
        .attribute(
            "xsi:schemaLocation",
            "http://www.opengis.net/sld"
                + " http://schemas.opengis.net/sld/1.1.0/StyledLayerDescriptor.xsd")
        .attribute("version", "1.1.0");
    for (StyledLayer styled : layers) {
      xml.open("sld:NamedLayer").element("se:Name", styled.layer().id());
      description(xml, words(styled.layer().title(), language), "");
      for (String name : styled.styleNames()) {
        style(xml, styled.layer(), name, language);
      }
      xml.close();
    }
    xml.close();
    return xml.bytes();
  }

  private static String words(Text text, Language language) {
    return language.choose(text.vi(), text.en());
  }

  private static void description(XmlWriter xml, String title, String remark) {
    xml.open("se:Description").element("se:Title", title);
    if (!remark.isEmpty()) {
      xml.element("se:Abstract", remark);
    }
    xml.close();
  }

  private void style(XmlWriter xml, Layer layer, String name, Language language) {
    boolean usual = name.equals(Styles.DEFAULT);
    Styles.StyleFile file =
        styles.findFile(usual ? layer.style() : layer.style() + "." + name).orElseThrow();
    xml.open("sld:UserStyle").element("se:Name", name);
    Text note = file.style().note();
    description(
        xml, words(file.style().title(), language), note == null ? "" : words(note, language));
    xml.element("sld:IsDefault", usual ? "1" : "0");
    boolean drawn = false;
    for (JsonNode step : JSON.readTree(file.text()).path("layers")) {
      drawn |= step(xml, layer, file.style(), step, language);
    }
    if (!drawn) {
      xml.open("se:FeatureTypeStyle").open("se:Rule").element("se:MaxScaleDenominator", "0.01");
      xml.empty("se:PointSymbolizer");
      xml.close().close();
    }
    xml.close();
  }

  /** One drawing step, in its place among the others: a client draws them one over another. */
  private boolean step(XmlWriter xml, Layer layer, Style style, JsonNode step, Language language) {
    SldRules rules =
        new SldRules(
            step,
            zoom(layer.scale().max(), 0),
            zoom(layer.scale().min(), Double.POSITIVE_INFINITY));
    List<SldRule> seen = new ArrayList<>();
    for (SldRule rule : rules.list()) {
      if (SldFilter.canSay(rule)
          && new SldSymbolizer(xml, styles.patterns(), rules.type(), rule).isVisible()) {
        seen.add(rule);
      }
    }
    if (seen.isEmpty()) {
      return false;
    }
    xml.open("se:FeatureTypeStyle").element("se:Name", step.path("id").stringValue(""));
    for (SldRule rule : seen) {
      xml.open("se:Rule");
      String title = title(layer, style, rule, language);
      if (!title.isEmpty()) {
        description(xml, title, "");
      }
      new SldFilter(xml).write(rule);
      if (Double.isFinite(rule.maxZoom())) {
        xml.element("se:MinScaleDenominator", scale(rule.maxZoom()));
      }
      if (rule.minZoom() > 0) {
        xml.element("se:MaxScaleDenominator", scale(rule.minZoom()));
      }
      new SldSymbolizer(xml, styles.patterns(), rules.type(), rule).write();
      xml.close();
    }
    xml.close();
    return true;
  }

  /** What the features of a rule are, in the words of the legend. */
  private static String title(Layer layer, Style style, SldRule rule, Language language) {
    return rule.conditions().stream()
        .map(
            condition -> {
              if (condition instanceof SldRule.Among among) {
                return among.values().stream()
                    .map(value -> Legend.label(layer, style, among.field(), Values.text(value)))
                    .map(label -> words(label, language))
                    .collect(Collectors.joining(", "));
              }
              return condition instanceof SldRule.NotAmong
                  ? language.choose("Còn lại", "Others")
                  : "";
            })
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining("; "));
  }

  private static double zoom(double denominator, double unlimited) {
    return denominator > 0 && Double.isFinite(denominator) ? Styles.zoom(denominator) : unlimited;
  }

  private static String scale(double zoom) {
    return String.format(Locale.ROOT, "%.2f", HAIR * Styles.SCALE_AT_ZOOM_0 / Math.pow(2, zoom));
  }
}
