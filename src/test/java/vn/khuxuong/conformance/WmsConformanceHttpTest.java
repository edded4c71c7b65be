package vn.khuxuong.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import vn.khuxuong.KhuxuongTest;
import vn.khuxuong.maps.Door;
import vn.khuxuong.maps.Door.Answer;
import vn.khuxuong.maps.OgcSchemas;

/**
 * WMS 1.3.0 (OGC 06-042) and 1.1.1 (OGC 01-068r3), clause by clause. What the capabilities
 * advertise is asked for, all of it.
 */
@KhuxuongTest
class WmsConformanceHttpTest {
  private static final String OGC = "http://www.opengis.net/ogc";
  private static final String XLINK = "http://www.w3.org/1999/xlink";

  @LocalServerPort private int port;
  private Door door;

  @BeforeEach
  void open() {
    door = new Door(port);
  }

  private Answer capabilities(String version) {
    return door.get("/wms?service=WMS&request=GetCapabilities&version=" + version);
  }

  private static Document document(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return OgcSchemas.parse(answer.bytes());
  }

  private static List<Element> all(Node in, String name) {
    NodeList nodes =
        in instanceof Document document
            ? document.getElementsByTagNameNS("*", name)
            : ((Element) in).getElementsByTagNameNS("*", name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  private static List<Element> children(Element in, String name) {
    return all(in, name).stream().filter(e -> e.getParentNode() == in).toList();
  }

  private static String text(Element in, String name) {
    return children(in, name).get(0).getTextContent();
  }

  private static String href(Element in) {
    return all(in, "OnlineResource").get(0).getAttributeNS(XLINK, "href");
  }

  private static List<String> formats(Document document, String operation) {
    return children(all(document, operation).get(0), "Format").stream()
        .map(Element::getTextContent)
        .toList();
  }

  private static String plain(String type) {
    return type.toLowerCase(Locale.ROOT).replace(" ", "").replace(";charset=utf-8", "");
  }

  private static String map(String version, String layer) {
    boolean old = version.equals("1.1.1");
    return "/wms?service=WMS&version="
        + version
        + "&request=GetMap&styles=&width=90&height=60&layers="
        + layer
        + (old
            ? "&srs=EPSG:4326&bbox=106.40,10.70,106.55,10.80"
            : "&crs=EPSG:4326&bbox=10.70,106.40,10.80,106.55");
  }

  private static BufferedImage picture(Answer answer) throws IOException {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return ImageIO.read(new ByteArrayInputStream(answer.bytes()));
  }

  private static String code(Answer answer, int status) {
    assertThat(answer.status()).isEqualTo(status);
    Element root = OgcSchemas.parse(answer.bytes()).getDocumentElement();
    assertThat(root.getLocalName()).isEqualTo("ServiceExceptionReport");
    assertThat(root.getNamespaceURI()).isEqualTo(OGC);
    assertThat(root.getAttribute("version")).isEqualTo("1.3.0");
    return all(root, "ServiceException").get(0).getAttribute("code");
  }

  @ParameterizedTest
  @DisplayName("06-042 6.2.4: version negotiation")
  @CsvSource({
    "1.3.0, 1.3.0",
    "1.1.1, 1.1.1",
    "1.0.0, 1.1.1",
    "1.2.0, 1.1.1",
    "9.9.9, 1.3.0",
    "'', 1.3.0"
  })
  void negotiatesTheVersion(String asked, String answered) {
    String root = document(capabilities(asked)).getDocumentElement().getAttribute("version");
    assertThat(root).isEqualTo(answered);
  }

  @Test
  @DisplayName("06-042 6.3.1, 6.8.1: capabilities are valid and of their media type")
  void capabilitiesAreValid() {
    Answer answer = capabilities("1.3.0");
    assertThat(answer.header("Content-Type")).startsWith("text/xml");
    byte[] own = door.get("/schemas/wms-khuxuong.xsd").bytes();
    assertThat(OgcSchemas.faultsByOwn(answer.bytes(), own, "sld/1.1.0/sld_capabilities.xsd"))
        .isEmpty();
    Answer old = capabilities("1.1.1");
    assertThat(old.header("Content-Type")).startsWith("application/vnd.ogc.wms_xml");
    assertThat(OgcSchemas.faultsByDoctype(old.bytes())).isEmpty();
  }

  @Test
  @DisplayName("06-042 6.8.1: names of parameters in any case and order, unknown ones ignored")
  void namesOfParametersAreFree() throws Exception {
    assertThat(
            picture(
                    door.get(
                        "/wms?BbOx=10.7,106.4,10.8,106.55&HEIGHT=5&wIdTh=8&nonsense=1&CRS=EPSG:4326"
                            + "&LAYERS=zones&STYLES=&FORMAT=image/png&REQUEST=GetMap&VERSION=1.3.0"))
                .getWidth())
        .isEqualTo(8);
  }

  @Test
  @DisplayName("06-042 7.2.3.5: updateSequence")
  void comparesUpdateSequences() {
    String query = "/wms?service=WMS&version=1.3.0&request=GetCapabilities&updatesequence=";
    String sequence;
    Answer same;
    do { // until nothing is published in between
      sequence =
          document(capabilities("1.3.0")).getDocumentElement().getAttribute("updateSequence");
      same = door.get(query + sequence);
    } while (same.status() == 200);
    assertThat(code(same, 400)).isEqualTo("CurrentUpdateSequence");
    assertThat(code(door.get(query + "999999999999"), 400)).isEqualTo("InvalidUpdateSequence");
    assertThat(door.get(query + "0").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.3.0", "1.1.1"})
  @DisplayName("06-042 7.2.4.6: every layer, style, system, legend and link of the tree answers")
  void everythingAdvertisedAnswers(String version) throws Exception {
    Document document = document(capabilities(version));
    String crsName = version.equals("1.3.0") ? "CRS" : "SRS";
    List<Element> layers = all(document, "Layer");
    for (Element layer : layers) {
      String name = text(layer, "Name");
      assertThat(picture(door.get(map(version, name) + "&format=image/png")).getWidth())
          .as(name)
          .isEqualTo(90);
      for (Element style : children(layer, "Style")) {
        String query = map(version, name).replace("styles=", "styles=" + text(style, "Name"));
        picture(door.get(query + "&format=image/png"));
        Element legend = all(style, "LegendURL").get(0);
        Answer drawn = door.get(href(legend));
        BufferedImage image = picture(drawn);
        assertThat(plain(drawn.header("Content-Type"))).isEqualTo(plain(text(legend, "Format")));
        assertThat(legend.getAttribute("width")).isEqualTo(String.valueOf(image.getWidth()));
        assertThat(legend.getAttribute("height")).isEqualTo(String.valueOf(image.getHeight()));
        Element sheet = all(style, "StyleSheetURL").get(0);
        assertThat(plain(door.get(href(sheet)).header("Content-Type")))
            .isEqualTo(plain(text(sheet, "Format")));
      }
      for (String link : List.of("MetadataURL", "DataURL")) {
        for (Element url : children(layer, link)) {
          Answer linked = door.get(href(url));
          assertThat(linked.status()).as(href(url)).isEqualTo(200);
          assertThat(plain(linked.header("Content-Type"))).isEqualTo(plain(text(url, "Format")));
        }
      }
      for (Element box : children(layer, "BoundingBox")) {
        String corners =
            String.join(
                ",",
                box.getAttribute("minx"),
                box.getAttribute("miny"),
                box.getAttribute("maxx"),
                box.getAttribute("maxy"));
        String crs = box.getAttribute(crsName);
        String query =
            map(version, name)
                .replaceFirst("(crs|srs)=[^&]*", crsName + "=" + crs)
                .replaceFirst("bbox=[^&]*", "bbox=" + corners);
        assertThat(door.get(query + "&format=image/png").status()).as(query).isEqualTo(200);
      }
    }
    List<String> systems =
        children(layers.get(0), crsName).stream().map(Element::getTextContent).toList();
    assertThat(systems).contains("EPSG:4326", "EPSG:3857", "EPSG:9210");
    assertThat(systems.contains("CRS:84")).isEqualTo(version.equals("1.3.0"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.3.0", "1.1.1"})
  @DisplayName("06-042 7.3.3.4, 7.4.3.4: every format answers with its media type")
  void everyFormatAnswers(String version) throws Exception {
    Document document = document(capabilities(version));
    for (String format : formats(document, "GetMap")) {
      Answer answer = door.get(map(version, "zones") + "&format=" + Door.encoded(format));
      assertThat(plain(answer.header("Content-Type"))).isEqualTo(plain(format));
      assertThat(picture(answer).getHeight()).isEqualTo(60);
      boolean jpeg = answer.bytes()[0] == (byte) 0xff;
      assertThat(jpeg).as(format).isEqualTo(format.equals("image/jpeg"));
    }
    String point = version.equals("1.3.0") ? "&i=45&j=30" : "&x=45&y=30";
    for (String format : formats(document, "GetFeatureInfo")) {
      Answer answer =
          door.get(
              map(version, "zones").replace("GetMap", "GetFeatureInfo")
                  + "&query_layers=zones&info_format="
                  + Door.encoded(format)
                  + point);
      assertThat(answer.status()).as(answer.text()).isEqualTo(200);
      assertThat(plain(answer.header("Content-Type"))).isEqualTo(plain(format));
    }
    for (String format : formats(document, "GetLegendGraphic")) {
      Answer answer =
          door.get(
              "/wms?service=WMS&request=GetLegendGraphic&layer=zones&version="
                  + version
                  + "&format="
                  + format);
      assertThat(plain(answer.header("Content-Type"))).isEqualTo(plain(format));
    }
    for (String operation : List.of("DescribeLayer", "GetStyles")) {
      Answer answer =
          door.get("/wms?service=WMS&layers=zones&request=" + operation + "&version=" + version);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(plain(answer.header("Content-Type")))
          .isEqualTo(plain(formats(document, operation).get(0)));
    }
  }

  @Test
  @DisplayName("06-042 7.3.3.5 to 7.3.3.10: transparent, background, sizes")
  void transparencyBackgroundAndSizes() throws Exception {
    String empty =
        map("1.3.0", "zones").replaceFirst("bbox=[^&]*", "bbox=1.0,106.0,1.1,106.1")
            + "&format=image/png";
    BufferedImage white = picture(door.get(empty));
    assertThat(white.getRGB(5, 5)).isEqualTo(0xffffffff);
    BufferedImage clear = picture(door.get(empty + "&transparent=TRUE"));
    assertThat(clear.getRGB(5, 5) >>> 24).isZero();
    BufferedImage blue = picture(door.get(empty + "&bgcolor=0x0000FF&transparent=FALSE"));
    assertThat(blue.getRGB(5, 5)).isEqualTo(0xff0000ff);
    BufferedImage small =
        picture(door.get(empty.replace("width=90&height=60", "width=8&height=5")));
    assertThat(small.getWidth()).isEqualTo(8);
    assertThat(small.getHeight()).isEqualTo(5);
  }

  @ParameterizedTest
  @DisplayName("06-042 table E.1: exception codes")
  @CsvSource({
    "format=image/png, format=image/x, InvalidFormat",
    "crs=EPSG:4326, crs=EPSG:999, InvalidCRS",
    "layers=zones, layers=none, LayerNotDefined",
    "styles=, styles=none, StyleNotDefined",
    "request=GetMap, request=GetNothing, OperationNotSupported",
    "styles=, styles=&time=never, InvalidDimensionValue",
    "styles=, styles=&dim_floor=cellar, InvalidDimensionValue"
  })
  void exceptionsHaveTheirCodes(String good, String bad, String code) {
    Answer answer = door.get((map("1.3.0", "zones") + "&format=image/png").replace(good, bad));
    assertThat(code(answer, 400)).isEqualTo(code);
    assertThat(OgcSchemas.faults(answer.bytes(), "wms/1.3.0/exceptions_1_3_0.xsd")).isEmpty();
  }

  @Test
  @DisplayName("06-042 7.4.3: feature information and its exceptions")
  void featureInformation() {
    String info =
        map("1.3.0", "zones").replace("GetMap", "GetFeatureInfo") + "&info_format=text/plain";
    assertThat(code(door.get(info + "&query_layers=zones&i=90&j=1"), 400))
        .isEqualTo("InvalidPoint");
    assertThat(code(door.get(info + "&query_layers=zones&i=1&j=-1"), 400))
        .isEqualTo("InvalidPoint");
    assertThat(code(door.get(info + "&query_layers=none&i=1&j=1"), 400))
        .isEqualTo("LayerNotDefined");
    assertThat(door.get(info + "&query_layers=khuxuong&layers=khuxuong&i=1&j=1").status())
        .isIn(200, 400);
  }

  @Test
  @DisplayName("06-042 7.3.3.11, 6.10.3: exceptions as pictures")
  void exceptionsAsPictures() throws Exception {
    String wrong = map("1.3.0", "none") + "&format=image/png";
    assertThat(picture(door.get(wrong + "&exceptions=INIMAGE")).getWidth()).isEqualTo(90);
    BufferedImage blank = picture(door.get(wrong + "&exceptions=BLANK&transparent=TRUE"));
    assertThat(blank.getRGB(1, 1) >>> 24).isZero();
    Answer old = door.get(map("1.1.1", "none") + "&format=image/png");
    assertThat(old.header("Content-Type")).startsWith("application/vnd.ogc.se_xml");
    assertThat(OgcSchemas.faultsByDoctype(old.bytes())).isEmpty();
  }

  @Test
  @DisplayName("06-042 annexes C, D: dimensions, all values of them and their defaults")
  void dimensionsAnswer() throws Exception {
    Document document = document(capabilities("1.3.0"));
    int seen = 0;
    for (Element dimension : all(document, "Dimension")) {
      seen++;
      String layer = text((Element) dimension.getParentNode(), "Name");
      boolean time = dimension.getAttribute("name").equals("time");
      String parameter = time ? "time" : "dim_" + dimension.getAttribute("name");
      String range = dimension.getTextContent();
      String[] ends = range.split("/");
      for (String value :
          List.of(ends[0], ends[1], ends[0] + "," + ends[1], ends[0] + "/" + ends[1], range)) {
        picture(door.get(map("1.3.0", layer) + "&format=image/png&" + parameter + "=" + value));
      }
      String query = map("1.3.0", layer) + "&format=image/png&transparent=true";
      assertThat(
              door.get(query + "&" + parameter + "=" + dimension.getAttribute("default")).bytes())
          .as(layer)
          .isEqualTo(door.get(query).bytes());
    }
    assertThat(seen).isGreaterThanOrEqualTo(4);
  }

  @Test
  @DisplayName("05-078r4 10.2, 02-070: descriptions of layers and styles are valid")
  void descriptionsAreValid() {
    String describe = "/wms?service=WMS&request=DescribeLayer&layers=zones,bays&version=";
    Answer answer = door.get(describe + "1.3.0&sld_version=1.1.0");
    assertThat(OgcSchemas.faults(answer.bytes(), "sld/1.1.0/DescribeLayer.xsd")).isEmpty();
    assertThat(answer.text()).contains("/wfs?", "khu:bays");
    assertThat(OgcSchemas.faultsByDoctype(door.get(describe + "1.1.1").bytes())).isEmpty();
    Answer styles =
        door.get("/wms?service=WMS&version=1.1.1&request=GetStyles&layers=subzones,zones");
    assertThat(OgcSchemas.faults(styles.bytes(), "sld/1.1.0/StyledLayerDescriptor.xsd")).isEmpty();
    assertThat(styles.text()).contains("dia-chinh");
  }
}
