package vn.khuxuong.maps.wms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import vn.khuxuong.geo.BBox;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.maps.OgcSchemas;
import vn.khuxuong.maps.draw.LegendDrawing;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.layer.LayerExtents;
import vn.khuxuong.maps.style.Styles;
import vn.khuxuong.platform.web.Language;

class CapabilitiesWriterTest {
  private static final Styles STYLES = Styles.in(Path.of("maps/styles"));
  private static final String URL = "http://localhost:8080/wms";

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  private static List<CapabilitiesWriter.Branch> branches() {
    RequestedLayers layers = TestLayers.requestedLayers();
    List<CapabilitiesWriter.Branch> branches = new ArrayList<>();
    layers
        .tree(Set.of())
        .forEach(
            (group, members) ->
                branches.add(
                    new CapabilitiesWriter.Branch(
                        group.orElse(null),
                        members.stream().map(layer -> described(layers, layer)).toList())));
    return branches;
  }

  private static CapabilitiesWriter.Described described(RequestedLayers layers, Layer layer) {
    List<CapabilitiesWriter.DescribedStyle> ways =
        STYLES.names(layer.style()).stream()
            .map(name -> layers.styled(layer, name))
            .map(
                drawn ->
                    new CapabilitiesWriter.DescribedStyle(drawn, new LegendDrawing.Size(90, 60)))
            .toList();
    BBox point = new BBox(Crs.CRS84, 106.5, 10.8, 106.5, 10.8);
    boolean floors = layer.floor() != null;
    LayerExtents.Extent extent =
        new LayerExtents.Extent(
            Optional.of(point),
            layer.time() == null ? null : LocalDate.of(2025, 7, 1),
            null,
            floors ? 1 : null,
            floors ? 7 : null);
    return new CapabilitiesWriter.Described(layer, extent, ways);
  }

  private static byte[] write(WmsVersion version, Language language) {
    return CapabilitiesWriter.write(version, language, URL, branches(), TODAY, 42);
  }

  private static Document document(WmsVersion version) {
    return OgcSchemas.parse(write(version, Language.VI));
  }

  private static List<Element> children(Element parent) {
    List<Element> children = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }

  private static List<String> names(Element parent) {
    return children(parent).stream().map(Element::getTagName).distinct().toList();
  }

  private static Element child(Element parent, String name) {
    return children(parent).stream()
        .filter(e -> e.getTagName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Element named(Element tree, String name) {
    NodeList layers = tree.getElementsByTagName("Layer");
    for (int i = 0; i < layers.getLength(); i++) {
      Element layer = (Element) layers.item(i);
      if (child(layer, "Name").getTextContent().equals(name)) {
        return layer;
      }
    }
    throw new AssertionError("no layer " + name);
  }

  @Test
  void isValidByTheSchemasItNames() throws Exception {
    byte[] own = Files.readAllBytes(Path.of("src/main/resources/static/schemas/wms-khuxuong.xsd"));
    for (Language language : Language.values()) {
      assertThat(
              OgcSchemas.faultsByOwn(
                  write(WmsVersion.V1_3_0, language), own, "sld/1.1.0/sld_capabilities.xsd"))
          .isEmpty();
      assertThat(OgcSchemas.faultsByDoctype(write(WmsVersion.V1_1_1, language))).isEmpty();
    }
  }

  @Test
  void tellsTheLimitsAndTheOperationsOfExtensions() {
    Element root = document(WmsVersion.V1_3_0).getDocumentElement();
    assertThat(root.getAttribute("updateSequence")).isEqualTo("42");
    Element service = child(root, "Service");
    assertThat(child(service, "LayerLimit").getTextContent()).isEqualTo("32");
    assertThat(child(service, "MaxWidth").getTextContent()).isEqualTo("4096");
    assertThat(names(child(child(root, "Capability"), "Request")))
        .containsExactly(
            "GetCapabilities",
            "GetMap",
            "GetFeatureInfo",
            "sld:DescribeLayer",
            "sld:GetLegendGraphic",
            "khu:GetStyles");
    Element old = document(WmsVersion.V1_1_1).getDocumentElement();
    assertThat(names(child(child(old, "Capability"), "Request")))
        .endsWith("DescribeLayer", "GetLegendGraphic", "GetStyles");
  }

  @Test
  void describesALayerWithItsGroupTimeStoreysAndLinks() {
    Element tree =
        child(child(document(WmsVersion.V1_3_0).getDocumentElement(), "Capability"), "Layer");
    assertThat(child(tree, "Name").getTextContent()).isEqualTo("khuxuong");
    Element subzones = named(named(tree, "planning"), "subzones");
    assertThat(child(subzones, "Abstract").getTextContent()).contains("Số minh họa");
    assertThat(child(child(subzones, "Style"), "LegendURL").getAttribute("width")).isEqualTo("90");
    Element time = child(subzones, "Dimension");
    assertThat(time.getAttribute("name")).isEqualTo("time");
    assertThat(time.getAttribute("default")).isEqualTo("current");
    assertThat(time.getTextContent()).isEqualTo("2025-07-01/2031-11-24/P1D");
    Element link = child(child(subzones, "MetadataURL"), "OnlineResource");
    assertThat(link.getAttribute("xlink:href"))
        .isEqualTo("http://localhost:8080/ogc/collections/subzones?f=json");
    Element floor = child(named(named(tree, "space"), "bays"), "Dimension");
    assertThat(floor.getAttribute("name")).isEqualTo("floor");
    assertThat(floor.getAttribute("default")).isEqualTo("1/7");
    assertThat(floor.getTextContent()).isEqualTo("1/7/1");
  }

  @Test
  void writesBoundingBoxesInTheAxisOrderOfTheVersionAndNeverFlat() throws Exception {
    for (WmsVersion version : WmsVersion.values()) {
      Element tree = child(child(document(version).getDocumentElement(), "Capability"), "Layer");
      int boxes = 0;
      for (Element box : children(tree)) {
        if (!box.getTagName().equals("BoundingBox")) {
          continue;
        }
        boxes++;
        double minX = Double.parseDouble(box.getAttribute("minx"));
        assertThat(Double.parseDouble(box.getAttribute("maxx"))).isGreaterThan(minX);
        assertThat(Double.parseDouble(box.getAttribute("maxy")))
            .isGreaterThan(Double.parseDouble(box.getAttribute("miny")));
        if (box.getAttribute(version.crsParameter()).equals("EPSG:4326")) {
          assertThat(minX).isCloseTo(version == WmsVersion.V1_3_0 ? 10.8 : 106.5, within());
        }
      }
      assertThat(boxes).isEqualTo(version.referenceSystems().size());
    }
  }

  private static org.assertj.core.data.Offset<Double> within() {
    return org.assertj.core.data.Offset.offset(0.01);
  }

  @Test
  void writes111AsItsDocumentTypeWantsIt() throws Exception {
    Document document = document(WmsVersion.V1_1_1);
    assertThat(document.getDoctype().getSystemId())
        .isEqualTo("http://schemas.opengis.net/wms/1.1.1/capabilities_1_1_1.dtd");
    Element root = document.getDocumentElement();
    assertThat(root.getTagName()).isEqualTo("WMT_MS_Capabilities");
    assertThat(child(child(root, "Service"), "Name").getTextContent()).isEqualTo("OGC:WMS");
    Element tree = child(child(root, "Capability"), "Layer");
    Element vacancies = named(tree, "vacancies");
    assertThat(names(vacancies))
        .containsSubsequence("Name", "Title", "Dimension", "Extent", "Attribution", "Style");
    assertThat(child(vacancies, "Extent").getAttribute("default"))
        .isEqualTo("2025-07-01/2031-11-24");
    byte[] xml = write(WmsVersion.V1_1_1, Language.EN);
    assertThat(new String(xml, StandardCharsets.UTF_8)).doesNotContain("CRS:84");
  }

  @Test
  void escapesWhatClientsSentInExceptions() throws Exception {
    WmsException refusal =
        new WmsException(
            WmsException.Code.LAYER_NOT_DEFINED,
            "Không có lớp “<script>alert(1)</script>\u0000\ud800”.",
            "There is no layer.",
            "LAYERS");
    for (WmsVersion version : WmsVersion.values()) {
      byte[] xml = ExceptionReport.xml(refusal, version, Language.VI);
      String text = new String(xml, StandardCharsets.UTF_8);
      assertThat(text).doesNotContain("<script>").contains("&lt;script&gt;");
      DocumentBuilder builder = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder();
      builder.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
      Element root = builder.parse(new ByteArrayInputStream(xml)).getDocumentElement();
      assertThat(root.getTagName()).isEqualTo("ServiceExceptionReport");
      assertThat(root.getAttribute("version")).isEqualTo(version.number());
      assertThat(root.getAttribute("xmlns"))
          .isEqualTo(version == WmsVersion.V1_3_0 ? "http://www.opengis.net/ogc" : "");
      assertThat(child(root, "ServiceException").getAttribute("code")).isEqualTo("LayerNotDefined");
    }
  }
}
