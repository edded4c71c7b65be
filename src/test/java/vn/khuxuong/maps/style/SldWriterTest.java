package vn.khuxuong.maps.style;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import vn.khuxuong.maps.OgcSchemas;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.wms.TestLayers;
import vn.khuxuong.platform.web.Language;

class SldWriterTest {
  private static final String SE = "http://www.opengis.net/se";
  private static final Styles STYLES = Styles.in(Path.of("maps/styles"));

  private static byte[] sld(Layer layer, String... names) {
    return new SldWriter(STYLES)
        .write(List.of(new SldWriter.StyledLayer(layer, List.of(names))), Language.EN);
  }

  private static List<Element> elements(Element parent, String name) {
    NodeList nodes = parent.getElementsByTagNameNS(SE, name);
    return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
  }

  private static String text(Element parent, String name) {
    List<Element> found = elements(parent, name);
    return found.isEmpty() ? "" : found.get(0).getTextContent();
  }

  private static String svg(Element parent, String name) {
    return elements(parent, "SvgParameter").stream()
        .filter(parameter -> parameter.getAttribute("name").equals(name))
        .findFirst()
        .map(Element::getTextContent)
        .orElse("");
  }

  private static Element step(byte[] sld, String id) {
    return elements(OgcSchemas.parse(sld).getDocumentElement(), "FeatureTypeStyle").stream()
        .filter(step -> text(step, "Name").equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError(id + " is not in it"));
  }

  @Test
  void everyStyleOfTheCatalogueIsValid() throws Exception {
    List<SldWriter.StyledLayer> all = new ArrayList<>();
    for (Layer layer : TestLayers.catalogue().layers()) {
      all.add(new SldWriter.StyledLayer(layer, STYLES.names(layer.style())));
    }
    byte[] sld = new SldWriter(STYLES).write(all, Language.VI);
    Files.write(Files.createDirectories(Path.of("target", "sld")).resolve("all.sld"), sld);
    assertThat(OgcSchemas.faults(sld, "sld/1.1.0/StyledLayerDescriptor.xsd")).isEmpty();
  }

  @Test
  void theSchemaFindsAWrongOrder() {
    String sld = new String(sld(TestLayers.subzones(), "default"), StandardCharsets.UTF_8);
    String wrong = sld.replaceFirst("<sld:IsDefault>1</sld:IsDefault>", "");
    String wronger = wrong.replaceFirst("</sld:UserStyle>", "<sld:IsDefault>1</sld:IsDefault>$0");
    assertThat(
            OgcSchemas.faults(
                wronger.getBytes(StandardCharsets.UTF_8), "sld/1.1.0/StyledLayerDescriptor.xsd"))
        .isNotEmpty();
  }

  @Test
  void eachLandUseHasItsColourAndItsWords() {
    Element fill = step(sld(TestLayers.subzones(), "default"), "subzones-fill");
    List<Element> rules = elements(fill, "Rule");
    assertThat(rules).hasSize(9);
    Element support =
        rules.stream()
            .filter(rule -> text(rule, "Title").equals("Support subzone"))
            .findFirst()
            .orElseThrow();
    assertThat(svg(support, "fill")).isEqualTo("#f3b44d");
    assertThat(support.getTextContent()).contains("land_use", "SUPPORT");
    // the step begins at zoom 12
    assertThat(Double.parseDouble(text(support, "MaxScaleDenominator")))
        .isBetween(136_495.0, 136_700.0);
    assertThat(text(support, "MinScaleDenominator")).isEmpty();
  }

  @Test
  void widthsThatStepWithTheZoomAreBandsOfScales() {
    Element outline = step(sld(TestLayers.subzones(), "default"), "subzones-outline");
    List<Element> road =
        elements(outline, "Rule").stream()
            .filter(rule -> text(rule, "Title").equals("Roads"))
            .toList();
    assertThat(road).hasSize(2);
    assertThat(svg(road.get(0), "stroke-width")).isEqualTo("0.6");
    assertThat(svg(road.get(1), "stroke-width")).isEqualTo("1.2");
    assertThat(text(road.get(0), "MinScaleDenominator"))
        .isEqualTo(text(road.get(1), "MaxScaleDenominator"));
    Element other =
        elements(outline, "Rule").stream()
            .filter(rule -> text(rule, "Title").equals("Others"))
            .findFirst()
            .orElseThrow();
    assertThat(svg(other, "stroke")).isEqualTo("#546773");
    assertThat(
            other
                .getElementsByTagNameNS("http://www.opengis.net/ogc", "PropertyIsNull")
                .getLength())
        .isEqualTo(1);
  }

  @Test
  void hatchesAreWellKnownMarksAndOnlyWhereTheFilterWantsThem() {
    Element hatch = step(sld(TestLayers.subzones(), "default"), "subzones-hatch");
    assertThat(elements(hatch, "Rule")).hasSize(7);
    assertThat(elements(hatch, "WellKnownName").stream().map(Element::getTextContent))
        .contains("shape://vertline", "shape://dot", "shape://backslash");
    assertThat(svg(hatch, "stroke-opacity")).isEqualTo("0.502");
  }

  @Test
  void labelsKeepTheirWordsFontAndPlace() {
    Element area = step(sld(TestLayers.subzones(), "default"), "subzones-area");
    Element label = elements(area, "Label").get(0);
    assertThat(label.getTextContent()).isEqualTo("area_ha ha");
    assertThat(svg(area, "font-size")).isEqualTo("11.5");
    assertThat(text(area, "DisplacementY")).isEqualTo("-8.625");
    assertThat(text(area, "Radius")).isEqualTo("1.8");
    Element soon = step(sld(TestLayers.named("bays"), "default"), "bays-soon");
    assertThat(elements(soon, "Label").get(0).getTextContent()).isEqualTo("Trống từ free_from");
    Element free = step(sld(TestLayers.named("floors"), "default"), "floors-free");
    assertThat(elements(free, "Label").stream().map(Element::getTextContent))
        .containsExactly("Kín chỗ", "free_m2 m²");
  }

  @Test
  void nestedMatchesBecomeConditionsTogether() {
    Element fill = step(sld(TestLayers.subzones(), "dia-chinh"), "subzones-fill");
    Element industry =
        elements(fill, "Rule").stream()
            .filter(
                rule ->
                    text(rule, "Title")
                        .endsWith("Support subzone, Warehouses, Administration and services"))
            .findFirst()
            .orElseThrow();
    assertThat(svg(industry, "fill")).isEqualTo("#faaaa0");
    assertThat(industry.getTextContent()).contains("cadastral_code", "DTL", "DRA", "land_use");
  }

  @Test
  void sizesThatGrowWithTheZoomBecomeOneRuleALevel() throws Exception {
    Path folder = Files.createDirectories(Path.of("target", "sld", "styles"));
    Files.writeString(
        folder.resolve("subzones.json"),
        """
        {"version": 8, "metadata": {"khu:titleVi": "a", "khu:titleEn": "b"}, "layers": [
          {"id": "x", "type": "line", "minzoom": 10, "maxzoom": 16, "source": "s",
           "filter": ["all", [">", ["get", "area_m2"], 5000], ["has", "code"]],
           "paint": {"line-width": ["interpolate", ["linear"], ["zoom"], 11, 1, 14, 4],
                     "line-color": ["case", ["<", ["get", "area_m2"], 9000], "#111111", "#222222"]}}]}
        """);
    byte[] sld =
        new SldWriter(Styles.in(folder))
            .write(
                List.of(new SldWriter.StyledLayer(TestLayers.subzones(), List.of("default"))),
                Language.EN);
    assertThat(OgcSchemas.faults(sld, "sld/1.1.0/StyledLayerDescriptor.xsd")).isEmpty();
    List<String> widths =
        elements(step(sld, "x"), "Rule").stream()
            .map(rule -> svg(rule, "stroke-width"))
            .distinct()
            .toList();
    assertThat(widths).containsExactly("1", "1.5", "2.5", "3.5", "4");
    assertThat(step(sld, "x").getTextContent()).contains("5000", "9000", "#222222");
  }
}
