package vn.khuxuong.maps.wms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import vn.khuxuong.geo.BBox;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.maps.draw.LegendDrawing;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.style.Styles;
import vn.khuxuong.platform.web.Language;

class CapabilitiesWriterTest {
  private static final Styles STYLES = Styles.in(Path.of("maps/styles"));
  private static final String URL = "http://localhost:8080/wms";

  private static List<CapabilitiesWriter.Described> layers() {
    RequestReader reader = new RequestReader(TestLayers.catalogue(), STYLES);
    List<CapabilitiesWriter.Described> layers = new ArrayList<>();
    for (Layer layer : TestLayers.catalogue().layers()) {
      List<CapabilitiesWriter.DescribedStyle> ways =
          STYLES.names(layer.style()).stream()
              .map(name -> reader.styled(layer, name))
              .map(
                  drawn ->
                      new CapabilitiesWriter.DescribedStyle(drawn, new LegendDrawing.Size(90, 60)))
              .toList();
      BBox point = new BBox(Crs.CRS84, 106.5, 10.8, 106.5, 10.8);
      layers.add(new CapabilitiesWriter.Described(layer, Optional.of(point), ways));
    }
    return layers;
  }

  private static Document document(WmsVersion version) throws Exception {
    byte[] xml = CapabilitiesWriter.write(version, Language.VI, URL, layers(), 42);
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    DocumentBuilder builder = factory.newDocumentBuilder();
    builder.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
    return builder.parse(new ByteArrayInputStream(xml));
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

  @Test
  void ordersTheElementsAsTheSchemaOf130Does() throws Exception {
    Element root = document(WmsVersion.V1_3_0).getDocumentElement();
    assertThat(root.getTagName()).isEqualTo("WMS_Capabilities");
    assertThat(root.getAttribute("xmlns")).isEqualTo("http://www.opengis.net/wms");
    assertThat(root.getAttribute("version")).isEqualTo("1.3.0");
    assertThat(root.getAttribute("updateSequence")).isEqualTo("42");
    assertThat(root.getAttribute("xsi:schemaLocation"))
        .isEqualTo(
            "http://www.opengis.net/wms http://schemas.opengis.net/wms/1.3.0/capabilities_1_3_0.xsd");
    assertThat(names(root)).containsExactly("Service", "Capability");
    assertThat(names(child(root, "Service")))
        .containsExactly(
            "Name",
            "Title",
            "Abstract",
            "KeywordList",
            "OnlineResource",
            "Fees",
            "AccessConstraints",
            "LayerLimit",
            "MaxWidth",
            "MaxHeight");
    Element capability = child(root, "Capability");
    assertThat(names(capability)).containsExactly("Request", "Exception", "Layer");
    assertThat(names(child(capability, "Request")))
        .containsExactly("GetCapabilities", "GetMap", "GetFeatureInfo");
    Element tree = child(capability, "Layer");
    assertThat(names(tree))
        .containsExactly(
            "Title", "Abstract", "CRS", "EX_GeographicBoundingBox", "BoundingBox", "Layer");
    Element subzones =
        children(tree).stream()
            .filter(e -> e.getTagName().equals("Layer"))
            .filter(e -> child(e, "Name").getTextContent().equals("subzones"))
            .findFirst()
            .orElseThrow();
    assertThat(names(subzones))
        .containsExactly(
            "Name",
            "Title",
            "Abstract",
            "EX_GeographicBoundingBox",
            "BoundingBox",
            "Attribution",
            "Style",
            "MaxScaleDenominator");
    assertThat(child(subzones, "Abstract").getTextContent()).contains("Số minh họa");
    assertThat(child(child(subzones, "Style"), "LegendURL").getAttribute("width")).isEqualTo("90");
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
    assertThat(names(tree))
        .containsExactly("Title", "Abstract", "SRS", "LatLonBoundingBox", "BoundingBox", "Layer");
    Element layer = child(tree, "Layer");
    assertThat(names(layer))
        .containsSubsequence(
            "Name",
            "Title",
            "Abstract",
            "LatLonBoundingBox",
            "BoundingBox",
            "Attribution",
            "Style");
    byte[] xml = CapabilitiesWriter.write(WmsVersion.V1_1_1, Language.EN, URL, layers(), 1);
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
