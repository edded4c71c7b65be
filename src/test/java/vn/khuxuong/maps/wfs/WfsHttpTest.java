package vn.khuxuong.maps.wfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static vn.khuxuong.maps.Door.encoded;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;
import vn.khuxuong.KhuxuongTest;
import vn.khuxuong.maps.Door;
import vn.khuxuong.maps.Door.Answer;
import vn.khuxuong.maps.OgcSchemas;
import vn.khuxuong.platform.database.Published;

@KhuxuongTest
class WfsHttpTest {
  private static final String KHU = "urn:khuxuong:maps";
  private static final String GET = "/wfs?service=WFS&version=2.0.0&request=GetFeature";

  @LocalServerPort private int port;
  @Autowired @Published private JdbcClient published;
  private Door door;

  @BeforeEach
  void open() {
    door = new Door(port);
  }

  private static Element root(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return OgcSchemas.parse(answer.bytes()).getDocumentElement();
  }

  private List<String> codes(String query) {
    NodeList codes = root(door.get(GET + query)).getElementsByTagNameNS(KHU, "code");
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < codes.getLength(); i++) {
      texts.add(codes.item(i).getTextContent());
    }
    return texts;
  }

  private int count(String sql) {
    return published.sql(sql).query(Integer.class).single();
  }

  @Test
  void capabilitiesAreValidAndNameEveryLayer() {
    Answer answer = door.get("/wfs?SERVICE=WFS&REQUEST=GetCapabilities&ACCEPTVERSIONS=2.0.0,1.1.0");
    Element root = root(answer);
    assertThat(OgcSchemas.faults(answer.bytes(), "wfs/2.0/wfs.xsd")).isEmpty();
    NodeList names = root.getElementsByTagNameNS("http://www.opengis.net/wfs/2.0", "Name");
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < names.getLength(); i++) {
      texts.add(names.item(i).getTextContent());
    }
    assertThat(texts)
        .contains("khu:zones", "khu:subzones", "khu:bays")
        .doesNotContain("khu:draft_subzones");
  }

  @Test
  void featuresAreValidByTheSchemaTheServiceTellsOfThem() {
    byte[] own = door.get("/wfs?service=WFS&version=2.0.0&request=DescribeFeatureType").bytes();
    for (String type : List.of("zones", "subzones", "buildings", "vacancies")) {
      Answer answer = door.get(GET + "&typeNames=khu:" + type + "&count=20");
      assertThat(answer.header("Content-Type")).isEqualTo("application/gml+xml; version=3.2");
      assertThat(OgcSchemas.faultsByOwn(answer.bytes(), own, "wfs/2.0/wfs.xsd")).as(type).isEmpty();
      assertThat(root(answer).getElementsByTagNameNS(KHU, type).getLength()).isPositive();
    }
  }

  @Test
  void theFormOfTheNameDecidesTheOrderOfAxes() {
    double[] urn = firstOrdinates("urn:ogc:def:crs:EPSG::4326");
    double[] uri = firstOrdinates("http://www.opengis.net/def/crs/EPSG/0/4326");
    double[] plain = firstOrdinates("EPSG:4326");
    double[] old = firstOrdinates("http://www.opengis.net/gml/srs/epsg.xml#4326");
    assertThat(urn[0]).isBetween(10.0, 12.0);
    assertThat(urn[1]).isBetween(106.0, 107.5);
    assertThat(uri).isEqualTo(urn);
    assertThat(plain).containsExactly(urn[1], urn[0]);
    assertThat(old).isEqualTo(plain);
    double[] metres = firstOrdinates("urn:ogc:def:crs:EPSG::9210");
    double[] expected =
        published
            .sql(
                """
                select array[st_x(p), st_y(p)] from (
                  select st_transform(st_startpoint(st_exteriorring(geom)), 9210) as p
                  from published.subzones order by id limit 1) s
                """)
            .query((row, n) -> (Double[]) row.getArray(1).getArray())
            .stream()
            .flatMap(java.util.Arrays::stream)
            .mapToDouble(Double::doubleValue)
            .toArray();
    assertThat(metres[0]).isCloseTo(expected[0], within(0.001));
    assertThat(metres[1]).isCloseTo(expected[1], within(0.001));
  }

  private double[] firstOrdinates(String srsName) {
    Element root = root(door.get(GET + "&typeNames=subzones&count=1&srsName=" + encoded(srsName)));
    Element shape =
        (Element) root.getElementsByTagNameNS("http://www.opengis.net/gml/3.2", "Polygon").item(0);
    assertThat(shape.getAttribute("srsName")).isEqualTo(srsName);
    String[] numbers = shape.getTextContent().strip().split(" ");
    return new double[] {Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1])};
  }

  @Test
  void pagesThroughEveryFeatureOnce() {
    int all = count("select count(*) from published.subzones");
    List<String> ids = new ArrayList<>();
    String next = GET + "&typeNames=khu:subzones&count=17&sortBy=code%20DESC";
    int pages = 0;
    while (!next.isEmpty()) {
      Element root = root(door.get(next));
      assertThat(root.getAttribute("numberMatched")).isEqualTo(String.valueOf(all));
      NodeList features = root.getElementsByTagNameNS(KHU, "subzones");
      assertThat(root.getAttribute("numberReturned"))
          .isEqualTo(String.valueOf(features.getLength()));
      for (int i = 0; i < features.getLength(); i++) {
        ids.add(
            ((Element) features.item(i)).getAttributeNS("http://www.opengis.net/gml/3.2", "id"));
      }
      next = root.getAttribute("next");
      pages++;
    }
    assertThat(ids).hasSize(all).doesNotHaveDuplicates();
    assertThat(pages).isEqualTo((all + 16) / 17);
    Element hits = root(door.get(GET + "&typeNames=khu:subzones&resultType=hits"));
    assertThat(hits.getAttribute("numberMatched")).isEqualTo(String.valueOf(all));
    assertThat(hits.getAttribute("numberReturned")).isEqualTo("0");
    assertThat(hits.getElementsByTagNameNS(KHU, "subzones").getLength()).isZero();
  }

  @Test
  void filtersInTheWaysOfTheProtocol() {
    int green = count("select count(*) from published.subzones where land_use = 'GREEN'");
    String fes =
        "<fes:Filter xmlns:fes='http://www.opengis.net/fes/2.0'><fes:PropertyIsEqualTo>"
            + "<fes:ValueReference>khu:land_use</fes:ValueReference>"
            + "<fes:Literal>GREEN</fes:Literal></fes:PropertyIsEqualTo></fes:Filter>";
    assertThat(codes("&typeNames=subzones&filter=" + encoded(fes))).hasSize(green);
    String xml =
        "<wfs:GetFeature xmlns:wfs='http://www.opengis.net/wfs/2.0' xmlns:khu='urn:khuxuong:maps'"
            + " service='WFS' version='2.0.0' count='1000'>"
            + "<wfs:Query typeNames='khu:subzones' srsName='urn:ogc:def:crs:EPSG::9210'>"
            + "<wfs:PropertyName>khu:code</wfs:PropertyName>"
            + fes
            + "<fes:SortBy xmlns:fes='http://www.opengis.net/fes/2.0'><fes:SortProperty>"
            + "<fes:ValueReference>code</fes:ValueReference><fes:SortOrder>DESC</fes:SortOrder>"
            + "</fes:SortProperty></fes:SortBy></wfs:Query></wfs:GetFeature>";
    Answer posted = door.post("/wfs", "text/xml", xml);
    Element root = root(posted);
    NodeList features = root.getElementsByTagNameNS(KHU, "subzones");
    assertThat(features.getLength()).isEqualTo(green);
    Element first = (Element) features.item(0);
    assertThat(first.getElementsByTagNameNS(KHU, "land_use").getLength()).isZero();
    assertThat(first.getElementsByTagNameNS(KHU, "geom").getLength()).isZero();
    assertThat(first.getElementsByTagNameNS(KHU, "code").item(0).getTextContent())
        .isGreaterThan(
            ((Element) features.item(green - 1))
                .getElementsByTagNameNS(KHU, "code")
                .item(0)
                .getTextContent());
  }

  private record Box(String code, double west, double south, double east, double north) {}

  @Test
  void findsWhatTouchesABox() {
    Box box =
        published
            .sql(
                """
                select code, st_x(p) - 1e-6 as west, st_y(p) - 1e-6 as south,
                       st_x(p) + 1e-6 as east, st_y(p) + 1e-6 as north
                from (select code, st_pointonsurface(geom) as p from published.subzones
                      where land_use = 'INDUSTRY' order by id limit 1) s
                """)
            .query(Box.class)
            .single();
    String latFirst = box.south() + "," + box.west() + "," + box.north() + "," + box.east();
    String lonFirst = box.west() + "," + box.south() + "," + box.east() + "," + box.north();
    for (String given :
        List.of(
            latFirst,
            latFirst + ",urn:ogc:def:crs:EPSG::4326",
            lonFirst + ",EPSG:4326",
            lonFirst + ",urn:ogc:def:crs:OGC:1.3:CRS84")) {
      assertThat(codes("&typeNames=subzones&bbox=" + given)).as(given).containsExactly(box.code());
    }
  }

  @Test
  void givesOneFeatureByItsName() {
    String id =
        "zones."
            + published.sql("select min(code) from published.zones").query(String.class).single();
    Element one =
        root(
            door.get(
                GET
                    + "&storedQuery_id=urn:ogc:def:query:OGC-WFS::GetFeatureById&id="
                    + encoded(id)));
    assertThat(one.getNamespaceURI()).isEqualTo(KHU);
    assertThat(one.getLocalName()).isEqualTo("zones");
    assertThat(one.getAttributeNS("http://www.opengis.net/gml/3.2", "id")).isEqualTo(id);
    assertThat(codes("&resourceId=" + encoded(id))).hasSize(1);
    Answer absent =
        door.get(
            GET + "&storedQuery_id=urn:ogc:def:query:OGC-WFS::GetFeatureById&id=zones.nothing");
    assertThat(absent.status()).isEqualTo(404);
    assertThat(absent.text()).contains("exceptionCode=\"NotFound\"");
  }

  @Test
  void tellsOfItsStoredQueries() {
    for (String operation : List.of("ListStoredQueries", "DescribeStoredQueries")) {
      Answer answer = door.get("/wfs?service=WFS&version=2.0.0&request=" + operation);
      assertThat(OgcSchemas.faults(answer.bytes(), "wfs/2.0/wfs.xsd")).as(operation).isEmpty();
      assertThat(answer.text()).contains("GetFeatureById");
    }
  }

  @Test
  void listsTheValuesOfOneProperty() {
    Answer answer =
        door.get(
            "/wfs?service=WFS&version=2.0.0&request=GetPropertyValue&typeNames=zones"
                + "&valueReference=khu:code");
    Element root = root(answer);
    assertThat(root.getLocalName()).isEqualTo("ValueCollection");
    assertThat(root.getElementsByTagNameNS(KHU, "code").getLength())
        .isEqualTo(count("select count(*) from published.zones"));
    Element shapes =
        root(
            door.get(
                "/wfs?service=WFS&version=2.0.0&request=GetPropertyValue&typeNames=zones"
                    + "&valueReference=geom&count=1"));
    assertThat(
            shapes
                .getElementsByTagNameNS("http://www.opengis.net/gml/3.2", "MultiSurface")
                .getLength())
        .isEqualTo(1);
  }

  @Test
  void writesGeoJsonInLongitudeAndLatitude() {
    Answer answer = door.get(GET + "&typeNames=khu:subzones&outputFormat=application/json&count=3");
    assertThat(answer.header("Content-Type")).startsWith("application/json");
    JsonNode json = answer.json();
    assertThat(json.path("numberReturned").intValue()).isEqualTo(3);
    assertThat(json.path("features").size()).isEqualTo(3);
    JsonNode feature = json.path("features").path(0);
    assertThat(feature.path("id").stringValue()).startsWith("subzones.");
    JsonNode point = feature.path("geometry").path("coordinates").path(0).path(0);
    assertThat(point.path(0).doubleValue()).isBetween(106.0, 107.5);
    assertThat(feature.path("properties").path("area_m2").isNumber()).isTrue();
    assertThat(json.path("links").path(0).path("rel").stringValue()).isEqualTo("next");
  }

  @Test
  void answersNotModifiedToWhoHasTheFeatures() {
    String query = GET + "&typeNames=zones";
    String tag = door.get(query).header("ETag");
    assertThat(tag).startsWith("\"");
    Answer again = door.get(query, "If-None-Match", tag);
    // work in the background may publish in between; then the tag is another one
    assertThat(again.status()).isEqualTo(again.header("ETag").equals(tag) ? 304 : 200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "&typeNames=nothing | InvalidParameterValue | typeNames",
        "&typeNames=zones,subzones | OptionNotSupported | typeNames",
        "&typeNames=zones&count=-1 | InvalidParameterValue | count",
        "&typeNames=zones&startIndex=1000000000 | InvalidParameterValue | startIndex",
        "&typeNames=zones&srsName=EPSG:9205 | InvalidParameterValue | srsName",
        "&typeNames=zones&bbox=1,2,3 | InvalidParameterValue | bbox",
        "&typeNames=zones&bbox=NaN,2,3,4 | InvalidParameterValue | bbox",
        "&typeNames=zones&bbox=1,2,3,4&resourceId=zones.X | InvalidParameterValue | filter",
        "&typeNames=zones&outputFormat=shape-zip | InvalidParameterValue | outputFormat",
        "&typeNames=zones&sortBy=code%20SIDEWAYS | InvalidParameterValue | sortBy",
        "&typeNames=zones&sortBy=geom | InvalidParameterValue | sortBy",
        "&typeNames=zones&propertyName=nothing | InvalidParameterValue | propertyName",
        "&typeNames=zones&filter=%3Ca/%3E | InvalidParameterValue | filter",
        "&storedQuery_id=urn:other | InvalidParameterValue | storedQuery_Id",
        "&x=y | MissingParameterValue | typeNames"
      })
  void refusesInTheProtocolsOwnForm(String query, String code, String locator) {
    Answer answer = door.get(GET + query);
    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).startsWith("text/xml");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(OgcSchemas.faults(answer.bytes(), "ows/1.1.0/owsExceptionReport.xsd")).isEmpty();
    assertThat(answer.text())
        .contains("exceptionCode=\"" + code + "\"", "locator=\"" + locator + "\"");
  }

  @Test
  void refusesWhatOtherVersionsAndWritersAsk() {
    assertThat(door.get("/wfs?service=WFS&request=GetCapabilities&acceptVersions=1.0.0").text())
        .contains("VersionNegotiationFailed");
    assertThat(door.get("/wfs?service=WFS&version=1.0.0&request=GetFeature&typeName=zones").text())
        .contains("InvalidParameterValue", "version");
    assertThat(door.get("/wfs?service=WMS&version=2.0.0&request=GetCapabilities").status())
        .isEqualTo(400);
    Answer transaction =
        door.post(
            "/wfs",
            "text/xml",
            "<wfs:Transaction xmlns:wfs='http://www.opengis.net/wfs/2.0' service='WFS'"
                + " version='2.0.0'/>");
    assertThat(transaction.status()).isEqualTo(400);
    assertThat(transaction.text()).contains("OperationNotSupported");
  }
}
