package vn.khuxuong.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.khuxuong.maps.Door.encoded;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import vn.khuxuong.KhuxuongTest;
import vn.khuxuong.maps.Door;
import vn.khuxuong.maps.Door.Answer;
import vn.khuxuong.maps.OgcSchemas;

/**
 * WFS 2.0 (OGC 09-025r2) as a Basic WFS with result paging, clause by clause, by parameters and by
 * XML.
 */
@KhuxuongTest
class WfsConformanceHttpTest {
  private static final String WFS = "http://www.opengis.net/wfs/2.0";
  private static final String KHU = "urn:khuxuong:maps";
  private static final String KVP = "/wfs?service=WFS&version=2.0.0&request=";

  @LocalServerPort private int port;
  private Door door;

  @BeforeEach
  void open() {
    door = new Door(port);
  }

  private static Element root(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return OgcSchemas.parse(answer.bytes()).getDocumentElement();
  }

  private static List<Element> all(Element in, String name) {
    NodeList nodes = in.getElementsByTagNameNS("*", name);
    return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
  }

  private Answer post(String xml) {
    return door.post("/wfs", "application/xml", xml);
  }

  private static String xml(String operation, String attributes, String inside) {
    return "<wfs:"
        + operation
        + " xmlns:wfs='"
        + WFS
        + "' xmlns:fes='http://www.opengis.net/fes/2.0' xmlns:khu='"
        + KHU
        + "' xmlns:ows='http://www.opengis.net/ows/1.1' service='WFS' "
        + attributes
        + ">"
        + inside
        + "</wfs:"
        + operation
        + ">";
  }

  private List<String> types() {
    return all(root(door.get(KVP + "GetCapabilities")), "FeatureType").stream()
        .map(type -> all(type, "Name").get(0).getTextContent())
        .toList();
  }

  private List<String> ids(Element collection) {
    List<String> ids = new ArrayList<>();
    for (Element member : all(collection, "member")) {
      for (Node in = member.getFirstChild(); in != null; in = in.getNextSibling()) {
        ids.add(((Element) in).getAttributeNS("http://www.opengis.net/gml/3.2", "id"));
      }
    }
    return ids;
  }

  @Test
  @DisplayName("8.3: GetCapabilities by both encodings, with every operation it must have")
  void capabilities() {
    Element byXml =
        root(
            post(
                xml(
                    "GetCapabilities",
                    "",
                    "<ows:AcceptVersions><ows:Version>2.0.0</ows:Version></ows:AcceptVersions>")));
    assertThat(byXml.getLocalName()).isEqualTo("WFS_Capabilities");
    assertThat(byXml.getAttribute("version")).isEqualTo("2.0.0");
    assertThat(all(byXml, "Operation").stream().map(o -> o.getAttribute("name")))
        .contains(
            "GetCapabilities",
            "DescribeFeatureType",
            "ListStoredQueries",
            "DescribeStoredQueries",
            "GetFeature",
            "GetPropertyValue");
    Answer refused =
        post(
            xml(
                "GetCapabilities",
                "",
                "<ows:AcceptVersions><ows:Version>1.0.0</ows:Version></ows:AcceptVersions>"));
    assertThat(refused.text()).contains("VersionNegotiationFailed");
  }

  @Test
  @DisplayName("9.3: DescribeFeatureType of all and of one, by both encodings")
  void schemas() {
    Element all = root(door.get(KVP + "DescribeFeatureType"));
    assertThat(all.getAttribute("targetNamespace")).isEqualTo(KHU);
    for (String type : types()) {
      Element one = root(door.get(KVP + "DescribeFeatureType&typeNames=" + type));
      assertThat(all(one, "complexType")).as(type).hasSize(1);
    }
    Element byXml =
        root(
            post(
                xml(
                    "DescribeFeatureType",
                    "version='2.0.0'",
                    "<wfs:TypeName>khu:zones</wfs:TypeName>"
                        + "<wfs:TypeName>khu:bays</wfs:TypeName>")));
    assertThat(all(byXml, "complexType")).hasSize(2);
    assertThat(door.get(KVP + "DescribeFeatureType&typeNames=khu:none").status()).isEqualTo(400);
  }

  @Test
  @DisplayName("11: every feature type answers, and its count is the one it tells")
  void everyTypeAnswers() {
    for (String type : types()) {
      Element page = root(door.get(KVP + "GetFeature&count=3&typeNames=" + type));
      assertThat(page.getLocalName()).isEqualTo("FeatureCollection");
      assertThat(page.hasAttribute("timeStamp")).isTrue();
      assertThat(ids(page)).hasSize(Integer.parseInt(page.getAttribute("numberReturned")));
      Element hits = root(door.get(KVP + "GetFeature&resultType=hits&typeNames=" + type));
      assertThat(hits.getAttribute("numberMatched")).isEqualTo(page.getAttribute("numberMatched"));
      assertThat(ids(hits)).isEmpty();
    }
  }

  @Test
  @DisplayName("11, 7.7: the same query by both encodings")
  void bothEncodingsAgree() {
    String filter =
        "<fes:Filter xmlns:fes='http://www.opengis.net/fes/2.0'><fes:And>"
            + "<fes:PropertyIsGreaterThan><fes:ValueReference>area_m2</fes:ValueReference>"
            + "<fes:Literal>1000</fes:Literal></fes:PropertyIsGreaterThan>"
            + "<fes:PropertyIsLike wildCard='*' singleChar='?' escapeChar='!'>"
            + "<fes:ValueReference>land_use</fes:ValueReference><fes:Literal>*R*</fes:Literal>"
            + "</fes:PropertyIsLike></fes:And></fes:Filter>";
    List<String> byXml =
        ids(
            root(
                post(
                    xml(
                        "GetFeature",
                        "version='2.0.0' count='20' startIndex='2'",
                        "<wfs:Query typeNames='khu:subzones'>" + filter + "</wfs:Query>"))));
    List<String> byKvp =
        ids(
            root(
                door.get(
                    KVP
                        + "GetFeature&typeNames=khu:subzones&count=20&startIndex=2&filter="
                        + encoded(filter))));
    assertThat(byXml).isNotEmpty().isEqualTo(byKvp);
  }

  @Test
  @DisplayName("7.9.3.6: GetFeatureById by both encodings")
  void featureById() {
    String id = ids(root(door.get(KVP + "GetFeature&count=1&typeNames=khu:buildings"))).get(0);
    String query = "urn:ogc:def:query:OGC-WFS::GetFeatureById";
    Element byKvp = root(door.get(KVP + "GetFeature&storedquery_id=" + query + "&id=" + id));
    Element byXml =
        root(
            post(
                xml(
                    "GetFeature",
                    "version='2.0.0'",
                    "<wfs:StoredQuery id='"
                        + query
                        + "'><wfs:Parameter name='id'>"
                        + id
                        + "</wfs:Parameter></wfs:StoredQuery>")));
    assertThat(byKvp.getLocalName()).isEqualTo("buildings");
    assertThat(byXml.isEqualNode(byKvp)).isTrue();
    Element descriptions =
        root(
            post(
                xml(
                    "DescribeStoredQueries",
                    "version='2.0.0'",
                    "<wfs:StoredQueryId>" + query + "</wfs:StoredQueryId>")));
    assertThat(all(descriptions, "Parameter").get(0).getAttribute("name")).isEqualTo("id");
  }

  @Test
  @DisplayName("7.7.4.4: pages lead to one another")
  void pages() {
    Element first = root(door.get(KVP + "GetFeature&typeNames=khu:subzones&count=5"));
    assertThat(first.hasAttribute("previous")).isFalse();
    Element second = root(door.get(first.getAttribute("next")));
    assertThat(ids(second)).hasSize(5).doesNotContainAnyElementsOf(ids(first));
    assertThat(ids(root(door.get(second.getAttribute("previous"))))).isEqualTo(ids(first));
    Element beyond =
        root(door.get(KVP + "GetFeature&typeNames=khu:subzones&count=5&startIndex=100000"));
    assertThat(ids(beyond)).isEmpty();
    assertThat(beyond.hasAttribute("next")).isFalse();
  }

  @Test
  @DisplayName("10: GetPropertyValue by both encodings")
  void values() {
    Element byXml =
        root(
            post(
                xml(
                    "GetPropertyValue",
                    "version='2.0.0' valueReference='khu:code'",
                    "<wfs:Query typeNames='khu:zones'/>")));
    Element byKvp =
        root(door.get(KVP + "GetPropertyValue&typeNames=khu:zones&valueReference=khu:code"));
    assertThat(byXml.getLocalName()).isEqualTo("ValueCollection");
    assertThat(byXml.getTextContent()).isNotEmpty().isEqualTo(byKvp.getTextContent());
  }

  @Test
  @DisplayName("7.5, 8.4: exceptions are valid reports with code and locator")
  void exceptions() {
    for (String wrong :
        List.of(
            "GetFeature", "GetFeature&typeNames=khu:none", "GetPropertyValue&typeNames=zones")) {
      Answer answer = door.get(KVP + wrong);
      assertThat(answer.status()).isEqualTo(400);
      assertThat(OgcSchemas.faults(answer.bytes(), "ows/1.1.0/owsExceptionReport.xsd")).isEmpty();
      assertThat(answer.text()).contains("exceptionCode=", "locator=");
    }
    for (String unsupported : List.of("Transaction", "LockFeature", "CreateStoredQuery")) {
      assertThat(door.get(KVP + unsupported).text()).contains("OperationNotSupported");
    }
  }
}
