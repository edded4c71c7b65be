package vn.khuxuong.maps.wms;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.khuxuong.KhuxuongTest;
import vn.khuxuong.geo.AxisOrder;
import vn.khuxuong.geo.BBox;
import vn.khuxuong.geo.CoordinateOperation;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.platform.database.Published;

@KhuxuongTest
class WmsHttpTest {
  @LocalServerPort private int port;
  @Autowired @Published private JdbcClient published;
  private final HttpClient http = HttpClient.newHttpClient();

  private HttpResponse<byte[]> get(String query) throws IOException, InterruptedException {
    return send("/wms?" + query);
  }

  private HttpResponse<byte[]> send(String path) throws IOException, InterruptedException {
    URI uri = URI.create("http://localhost:" + port + path.replace(" ", "%20"));
    return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofByteArray());
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  private static String type(HttpResponse<byte[]> answer) {
    return answer.headers().firstValue("Content-Type").orElse("").replace(" ", "");
  }

  private static BufferedImage picture(HttpResponse<byte[]> answer) throws IOException {
    assertThat(answer.statusCode()).as(text(answer)).isEqualTo(200);
    assertThat(type(answer)).isEqualTo("image/png");
    return ImageIO.read(new ByteArrayInputStream(answer.body()));
  }

  private static Document xml(byte[] body) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setNamespaceAware(true);
    DocumentBuilder builder = factory.newDocumentBuilder();
    builder.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
    return builder.parse(new ByteArrayInputStream(body));
  }

  /** A subzone of the published plan: a point in it, EPSG:9210, and its land use. */
  private record Place(double e, double n, String code, String landUse) {}

  private Place industry() {
    return published
        .sql(
            """
            select st_x(p) as e, st_y(p) as n, code, land_use
            from (select st_transform(st_pointonsurface(geom), 9210) as p, code, land_use, area_m2
                  from published.subzones where land_use = 'INDUSTRY') s
            order by area_m2 desc, code limit 1
            """)
        .query(Place.class)
        .single();
  }

  /** GetMap of 400 by 400 pixels and 400 m around a place. */
  private static String map(Crs crs, double e, double n, double metres) {
    BBox box =
        new BBox(Crs.EPSG_9210, e - metres / 2, n - metres / 2, e + metres / 2, n + metres / 2)
            .transform(crs);
    return "service=WMS&version=1.3.0&request=GetMap&layers=subzones&styles=&format=image/png"
        + "&width=400&height=400&crs="
        + crs.code()
        + "&bbox="
        + box.format(AxisOrder.WMS_1_3_0);
  }

  @ParameterizedTest
  @CsvSource({
    "EPSG_4326",
    "CRS84",
    "EPSG_3857",
    "EPSG_4756",
    "EPSG_9210",
    "EPSG_5897",
    "EPSG_5899",
    "EPSG_3405",
    "EPSG_32648"
  })
  void showsTheSamePlaceInEveryReferenceSystem(Crs crs) throws Exception {
    Place place = industry();
    BufferedImage picture = picture(get(map(crs, place.e(), place.n() + 60, 400)));
    BBox shown =
        new BBox(Crs.EPSG_9210, place.e() - 200, place.n() - 140, place.e() + 200, place.n() + 260)
            .transform(crs);
    Coordinate there =
        CoordinateOperation.between(Crs.EPSG_9210, crs).apply(new Coordinate(place.e(), place.n()));
    int x = (int) ((there.x - shown.minX()) / shown.width() * 400);
    int y = (int) ((shown.maxY() - there.y) / shown.height() * 400);
    // the name of the subzone may stand on the very point
    int ofItsColour = 0;
    for (int dx = -20; dx <= 20; dx++) {
      for (int dy = -20; dy <= 20; dy++) {
        ofItsColour += picture.getRGB(x + dx, y + dy) == 0xffd9c2cf ? 1 : 0;
      }
    }
    assertThat(ofItsColour).isGreaterThan(41 * 41 / 2);
  }

  @Test
  void drawsThePlanWithAllLayersInTheAskedOrder() throws Exception {
    Place place = industry();
    String plan =
        map(Crs.EPSG_9210, place.e(), place.n(), 2240)
            .replace(
                "layers=subzones", "layers=zones,subzones,plots,buildings,floors,bays,vacancies")
            .replace("width=400&height=400", "width=800&height=800&transparent=true");
    HttpResponse<byte[]> answer = get(plan);
    assertThat(picture(answer).getWidth()).isEqualTo(800);
    Path folder = Files.createDirectories(Path.of("target", "pictures"));
    Files.write(folder.resolve("plan.png"), answer.body());
    BufferedImage below =
        picture(
            get(
                map(Crs.EPSG_9210, place.e(), place.n(), 400)
                    .replace(
                        "layers=subzones&styles=",
                        "layers=subzones,subzones&styles=dia-chinh,default")));
    BufferedImage above =
        picture(
            get(
                map(Crs.EPSG_9210, place.e(), place.n(), 400)
                    .replace(
                        "layers=subzones&styles=",
                        "layers=subzones,subzones&styles=default,dia-chinh")));
    assertThat(below.getRGB(200, 300)).isEqualTo(0xffd9c2cf);
    assertThat(above.getRGB(200, 300)).isEqualTo(0xfffaaaa0);
  }

  @Test
  void answersNotModifiedToWhoHasThePicture() throws Exception {
    Place place = industry();
    String query = map(Crs.EPSG_9210, place.e(), place.n(), 400);
    String tag = "";
    HttpResponse<byte[]> second = null;
    // Work in the background may publish between two requests; then the tag is another one.
    while (second == null || !tag.equals(second.headers().firstValue("ETag").orElseThrow())) {
      HttpResponse<byte[]> first = get(query);
      assertThat(first.headers().firstValue("Cache-Control").orElseThrow()).contains("no-cache");
      tag = first.headers().firstValue("ETag").orElseThrow();
      HttpRequest again =
          HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/wms?" + query))
              .header("If-None-Match", tag)
              .build();
      second = http.send(again, BodyHandlers.ofByteArray());
    }
    assertThat(second.statusCode()).isEqualTo(304);
    assertThat(second.body()).isEmpty();
  }

  @Test
  void drawsBaysOfOneFloor() throws Exception {
    Place bay =
        published
            .sql(
                """
                select st_x(p) as e, st_y(p) as n, code, status as land_use
                from (select st_transform(st_centroid(geom), 9210) as p, code, status
                      from published.bays where level = 2 and status = 'LET' order by id limit 1) s
                """)
            .query(Place.class)
            .single();
    String request = map(Crs.EPSG_9210, bay.e(), bay.n(), 120).replace("subzones", "bays");
    HttpResponse<byte[]> answer = get(request + "&dim_floor=2");
    BufferedImage picture = picture(answer);
    Files.write(
        Files.createDirectories(Path.of("target", "pictures")).resolve("bays-floor.png"),
        answer.body());
    int let = 0;
    for (int x = 190; x < 210; x++) {
      for (int y = 190; y < 210; y++) {
        let += picture.getRGB(x, y) == 0xffcdd6da ? 1 : 0;
      }
    }
    assertThat(let).isPositive();
    BufferedImage none = picture(get(request + "&dim_floor=99&transparent=true"));
    assertThat(none.getRGB(200, 200)).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "-20037508,-20037508,20037508,20037508,EPSG:3857",
    "1e7,1e7,2e7,2e7,EPSG:9210",
    "-80,-170,-79,-169,EPSG:4326",
    "100,500,101,501,EPSG:4326",
    "10.8,106.5,10.8000000001,106.5000000001,EPSG:4326"
  })
  void answersFarAndStrangeBoxesWithAPicture(String a, String b, String c, String d, String crs)
      throws Exception {
    String query =
        "service=WMS&version=1.3.0&request=GetMap&layers=zones,subzones,bays&styles=&format=image/png"
            + "&width=64&height=40&transparent=true&crs="
            + crs
            + "&bbox="
            + String.join(",", a, b, c, d);
    assertThat(picture(get(query)).getHeight()).isEqualTo(40);
  }

  @Test
  void capabilitiesOfBothVersionsAdvertiseOnlyWhatAnswers() throws Exception {
    for (String version : List.of("1.3.0", "1.1.1")) {
      HttpResponse<byte[]> answer = get("SERVICE=WMS&REQUEST=GetCapabilities&VERSION=" + version);
      assertThat(type(answer))
          .startsWith(version.equals("1.3.0") ? "text/xml" : "application/vnd.ogc.wms_xml");
      Document document = xml(answer.body());
      NodeList layers = document.getElementsByTagName("Layer");
      assertThat(layers.getLength()).isGreaterThanOrEqualTo(9);
      NodeList legends = document.getElementsByTagName("LegendURL");
      assertThat(legends.getLength()).isGreaterThanOrEqualTo(7);
      for (int i = 0; i < legends.getLength(); i++) {
        Element legend = (Element) legends.item(i);
        String href =
            ((Element) legend.getElementsByTagName("OnlineResource").item(0))
                .getAttributeNS("http://www.w3.org/1999/xlink", "href");
        BufferedImage drawn =
            picture(send(URI.create(href).getPath() + "?" + URI.create(href).getQuery()));
        assertThat(String.valueOf(drawn.getWidth())).isEqualTo(legend.getAttribute("width"));
        assertThat(String.valueOf(drawn.getHeight())).isEqualTo(legend.getAttribute("height"));
      }
    }
  }

  private long sequence() throws Exception {
    Document document = xml(get("service=WMS&request=GetCapabilities").body());
    return Long.parseLong(document.getDocumentElement().getAttribute("updateSequence"));
  }

  @Test
  void comparesUpdateSequences() throws Exception {
    String query = "service=WMS&request=GetCapabilities&updatesequence=";
    long now;
    String same;
    do { // until nothing is published in between
      now = sequence();
      same = text(get(query + now));
    } while (now != sequence());
    assertThat(same).contains("code=\"CurrentUpdateSequence\"");
    assertThat(text(get(query + (now + 1000)))).contains("code=\"InvalidUpdateSequence\"");
    assertThat(text(get(query + 0))).contains("WMS_Capabilities");
  }

  @Test
  void tellsWhatLiesUnderAPixel() throws Exception {
    Place place = industry();
    String query =
        map(Crs.EPSG_9210, place.e(), place.n(), 400).replace("GetMap", "GetFeatureInfo")
            + "&query_layers=subzones&feature_count=5&i=200&j=200&info_format=";
    HttpResponse<byte[]> json = get(query + "application/json");
    assertThat(type(json)).isEqualTo("application/json");
    JsonNode features = JsonMapper.shared().readTree(json.body()).path("features");
    assertThat(features.size()).isEqualTo(1);
    assertThat(features.path(0).path("properties").path("code").stringValue())
        .isEqualTo(place.code());
    assertThat(features.path(0).path("geometry").path("type").stringValue()).endsWith("Polygon");
    HttpResponse<byte[]> html = get(query + "text/html&lang=en");
    assertThat(type(html)).isEqualTo("text/html;charset=UTF-8");
    assertThat(text(html)).contains("<td>" + place.code() + "</td>", "Subzones", "Industry");
    HttpResponse<byte[]> plain = get(query + "text/plain&lang=vi");
    assertThat(type(plain)).isEqualTo("text/plain;charset=UTF-8");
    assertThat(text(plain)).contains("Chức năng sử dụng đất: Công nghiệp");
    String far =
        query.replace("&i=200", "&i=0").replace("query_layers=subzones", "query_layers=subzones");
    assertThat(get(far + "application/json").statusCode()).isEqualTo(200);
  }

  @Test
  void speaks111ToOldClients() throws Exception {
    Place place = industry();
    BBox box =
        new BBox(Crs.EPSG_9210, place.e() - 200, place.n() - 200, place.e() + 200, place.n() + 200)
            .transform(Crs.EPSG_4326);
    String query =
        "VERSION=1.1.1&REQUEST=GetMap&LAYERS=subzones&STYLES=&FORMAT=image/png&SRS=EPSG:4326"
            + "&WIDTH=400&HEIGHT=400&BBOX="
            + box.format(AxisOrder.WMS_1_1_1);
    assertThat(picture(get(query)).getRGB(200, 300)).isEqualTo(0xffd9c2cf);
    HttpResponse<byte[]> info =
        get(query.replace("GetMap", "GetFeatureInfo") + "&QUERY_LAYERS=subzones&X=200&Y=200");
    assertThat(text(info)).contains(place.code());
    HttpResponse<byte[]> refusal = get(query.replace("SRS=EPSG:4326", "SRS=CRS:84"));
    assertThat(type(refusal)).startsWith("application/vnd.ogc.se_xml");
    assertThat(text(refusal)).contains("InvalidSRS", "exception_1_1_1.dtd");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "request=GetMap | request=GetStuff | OperationNotSupported",
        "request=GetMap | x=y | MissingParameterValue",
        "service=WMS | service=WFS | InvalidParameterValue",
        "format=image/png | format=image/tiff | InvalidFormat",
        "format=image/png | format=application/openlayers | InvalidFormat",
        "layers=subzones | layers=nothing | LayerNotDefined",
        "styles= | styles=..%2f..%2fetc%2fpasswd | StyleNotDefined",
        "width=400 | width=100000 | InvalidParameterValue",
        "crs=EPSG:9210 | crs=%22%3E%3Csvg%20onload%3Dalert(1)%3E | InvalidCRS",
        "crs=EPSG:9210 | crs=EPSG:9210);-- | InvalidCRS",
        "layers=subzones | layers=%3Cscript%3Ealert(1)%3C/script%3E%00 | LayerNotDefined"
      })
  void refusesInTheProtocolsOwnForm(String good, String bad, String code) throws Exception {
    Place place = industry();
    HttpResponse<byte[]> answer =
        get(map(Crs.EPSG_9210, place.e(), place.n(), 400).replace(good, bad));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(type(answer)).startsWith("text/xml");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(text(answer)).doesNotContain("<svg", "<script", "java.", "select ");
    Element root = xml(answer.body()).getDocumentElement();
    assertThat(root.getNamespaceURI()).isEqualTo("http://www.opengis.net/ogc");
    assertThat(root.getLocalName()).isEqualTo("ServiceExceptionReport");
    assertThat(
            ((Element) root.getElementsByTagName("ServiceException").item(0)).getAttribute("code"))
        .isEqualTo(code);
  }

  @Test
  void refusesPointsOffTheMapAndLayersNotOnIt() throws Exception {
    Place place = industry();
    String query =
        map(Crs.EPSG_9210, place.e(), place.n(), 400).replace("GetMap", "GetFeatureInfo");
    for (String point : List.of("i=400&j=1", "i=1&j=-1", "i=a&j=1")) {
      assertThat(text(get(query + "&query_layers=subzones&" + point)))
          .contains("code=\"InvalidPoint\"");
    }
    assertThat(text(get(query + "&query_layers=zones&i=1&j=1")))
        .contains("code=\"LayerNotDefined\"");
    assertThat(text(get(query + "&query_layers=subzones&i=1&j=1&info_format=text/xml")))
        .contains("code=\"InvalidFormat\"");
  }

  @Test
  void reportsExceptionsAsPicturesWhereAsked() throws Exception {
    Place place = industry();
    String query = map(Crs.EPSG_9210, place.e(), place.n(), 400).replace("subzones", "nothing");
    BufferedImage words = picture(get(query + "&exceptions=INIMAGE"));
    BufferedImage blank = picture(get(query + "&exceptions=BLANK&transparent=true"));
    assertThat(words.getWidth()).isEqualTo(400);
    assertThat(blank.getRGB(10, 10)).isZero();
    int ink = 0;
    for (int x = 0; x < 400; x++) {
      for (int y = 0; y < 40; y++) {
        ink += words.getRGB(x, y) == 0xff10242e ? 1 : 0;
      }
    }
    assertThat(ink).isPositive();
  }

  @Test
  void doesNotReadBodiesThatAreNoForm() throws Exception {
    String bomb =
        "<!DOCTYPE x [<!ENTITY xxe SYSTEM \"file:///etc/passwd\">]><GetMap>&xxe;</GetMap>";
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/wms"))
            .header("Content-Type", "application/vnd.ogc.sld+xml")
            .POST(HttpRequest.BodyPublishers.ofString(bomb))
            .build();
    HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
    assertThat(answer.statusCode()).isEqualTo(415);
    assertThat(text(answer)).doesNotContain("root:");
  }

  @Test
  void servesLegendsFromTheStyleAlone() throws Exception {
    String query = "service=WMS&request=GetLegendGraphic&layer=bays&format=";
    picture(get(query + "image/png"));
    HttpResponse<byte[]> json = get(query + "application/json&lang=en");
    JsonNode rules = JsonMapper.shared().readTree(json.body()).path("Legend").path(0).path("rules");
    List<String> names = new ArrayList<>();
    rules.forEach(rule -> names.add(rule.path("name").stringValue()));
    assertThat(names)
        .containsExactly("FREE", "SOON", "HELD", "OFFERED", "LET", "ENDING", "OUT", "data-status");
    long start = System.nanoTime();
    picture(get(query + "image/png"));
    assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(300);
  }

  @Test
  void servesStylesWithTheirLegends() throws Exception {
    HttpResponse<byte[]> style = send("/styles/subzones.json");
    assertThat(style.body()).isEqualTo(Files.readAllBytes(Path.of("maps/styles/subzones.json")));
    String tag = style.headers().firstValue("ETag").orElseThrow();
    HttpRequest again =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/styles/subzones.json"))
            .header("If-None-Match", tag)
            .build();
    assertThat(http.send(again, BodyHandlers.ofString()).statusCode()).isEqualTo(304);
    JsonNode legend = JsonMapper.shared().readTree(send("/styles/subzones/legend.json").body());
    assertThat(legend.path(0).path("labelVi").stringValue()).isEqualTo("Công nghiệp");
    assertThat(legend.path(0).path("class").stringValue()).isEqualTo("INDUSTRY");
    assertThat(send("/styles/subzones.dia-chinh.json").statusCode()).isEqualTo(200);
    for (String absent :
        List.of(
            "/styles/nothing.json",
            "/styles/nothing/legend.json",
            "/styles/"
                + URLEncoder.encode("a/b", StandardCharsets.UTF_8).toLowerCase(Locale.ROOT)
                + ".json")) {
      assertThat(send(absent).statusCode()).as(absent).isBetween(400, 404);
    }
  }
}
