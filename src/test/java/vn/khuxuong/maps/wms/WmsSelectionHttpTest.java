package vn.khuxuong.maps.wms;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.khuxuong.maps.Door.encoded;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.khuxuong.KhuxuongTest;
import vn.khuxuong.maps.Door;
import vn.khuxuong.maps.Door.Answer;
import vn.khuxuong.maps.OgcSchemas;
import vn.khuxuong.platform.database.Published;

/** Maps and what lies under their pixels, of some features only; legends and formats. */
@KhuxuongTest
class WmsSelectionHttpTest {
  @LocalServerPort private int port;
  @Autowired @Published private JdbcClient published;
  private Door door;

  @BeforeEach
  void open() {
    door = new Door(port);
  }

  /** A subzone: a point in it in EPSG:9210. */
  private record Place(long id, double e, double n, String code) {}

  private Place place(String layer, String where) {
    return published
        .sql(
            """
            select id, st_x(p) as e, st_y(p) as n, code
            from (select id, st_transform(st_pointonsurface(geom), 9210) as p, code
                  from published."%s" where %s) s order by id limit 1
            """
                .formatted(layer, where))
        .query(Place.class)
        .single();
  }

  private static String map(String layers, Place at, double metres) {
    return "/wms?service=WMS&version=1.3.0&request=GetMap&styles=&format=image/png&crs=EPSG:9210"
        + "&width=256&height=256&transparent=true&layers="
        + layers
        + "&bbox="
        + (at.e() - metres / 2)
        + ","
        + (at.n() - metres / 2)
        + ","
        + (at.e() + metres / 2)
        + ","
        + (at.n() + metres / 2);
  }

  private BufferedImage picture(String query) throws IOException {
    Answer answer = door.get(query);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return ImageIO.read(new ByteArrayInputStream(answer.bytes()));
  }

  private int painted(String query) throws IOException {
    BufferedImage picture = picture(query);
    int painted = 0;
    for (int x = 0; x < picture.getWidth(); x++) {
      for (int y = 0; y < picture.getHeight(); y++) {
        painted += picture.getRGB(x, y) >>> 24 > 0 ? 1 : 0;
      }
    }
    return painted;
  }

  private List<String> codes(String map, String layer) {
    String info =
        map.replace("GetMap", "GetFeatureInfo")
            + "&info_format=application/json&feature_count=50&i=128&j=128&query_layers="
            + layer;
    Answer answer = door.get(info);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    List<String> codes = new ArrayList<>();
    for (JsonNode feature : answer.json().path("features")) {
      codes.add(feature.path("properties").path("code").stringValue(""));
    }
    return codes;
  }

  @Test
  void showsThePlanOfTheAskedDay() throws Exception {
    Place road = place("subzones", "land_use = 'INDUSTRY'");
    String map = map("subzones", road, 100);
    assertThat(painted(map)).isGreaterThan(256 * 250);
    assertThat(painted(map + "&time=current")).isGreaterThan(256 * 250);
    assertThat(painted(map + "&time=1990-01-01")).isZero();
    assertThat(painted(map + "&time=1990-01-01/1991-01-01")).isZero();
    assertThat(painted(map + "&time=1990-01-01,current")).isGreaterThan(256 * 250);
    assertThat(codes(map, "subzones")).containsExactly(road.code());
    assertThat(codes(map + "&time=1990-01-01", "subzones")).isEmpty();
  }

  @Test
  void showsAndFindsOnlyWhatTheFilterLetsThrough() throws Exception {
    Place green = place("subzones", "land_use = 'GREEN'");
    String map = map("subzones", green, 20);
    String other = "&cql_filter=" + encoded("land_use = 'ROAD' AND area_m2 > 1");
    String same =
        "&cql_filter=" + encoded("land_use IN ('GREEN') AND code = '" + green.code() + "'");
    assertThat(painted(map + same)).isPositive();
    assertThat(codes(map + same, "subzones")).containsExactly(green.code());
    assertThat(codes(map + other, "subzones")).isEmpty();
    assertThat(codes(map + "&featureid=subzones." + green.id(), "subzones"))
        .containsExactly(green.code());
    assertThat(codes(map + "&featureid=subzones." + (green.id() + 1), "subzones")).isEmpty();
    String fes =
        "<Filter xmlns='http://www.opengis.net/fes/2.0'><PropertyIsEqualTo><ValueReference>code"
            + "</ValueReference><Literal>"
            + green.code()
            + "</Literal></PropertyIsEqualTo></Filter>";
    assertThat(codes(map + "&filter=" + encoded(fes), "subzones")).containsExactly(green.code());
    String two = map("zones,subzones", green, 20) + "&cql_filter=INCLUDE;EXCLUDE";
    assertThat(codes(two, "subzones")).isEmpty();
  }

  @Test
  void findsBaysOfTheAskedStoreys() {
    Place bay = place("bays", "level = 2");
    String map = map("bays", bay, 30);
    List<String> second = codes(map + "&dim_floor=2", "bays");
    assertThat(second).contains(bay.code());
    List<String> upTo = codes(map + "&dim_floor=1/2", "bays");
    assertThat(upTo).hasSizeGreaterThan(second.size()).containsAll(second);
    assertThat(codes(map + "&dim_floor=*", "bays")).hasSizeGreaterThanOrEqualTo(upTo.size());
    assertThat(codes(map + "&dim_floor=1,99", "bays")).doesNotContain(bay.code()).isNotEmpty();
  }

  @Test
  void findsNothingWhereTheScaleShowsNothing() {
    Place bay = place("bays", "level = 2");
    assertThat(codes(map("bays", bay, 40), "bays")).isNotEmpty();
    assertThat(codes(map("bays", bay, 4_000), "bays")).isEmpty();
  }

  @Test
  void tellsOfFeaturesInGml() {
    Place green = place("subzones", "land_use = 'GREEN'");
    String info =
        map("planning", green, 20).replace("GetMap", "GetFeatureInfo")
            + "&query_layers=planning&feature_count=9&i=128&j=128&info_format=";
    Answer gml = door.get(info + encoded("application/gml+xml; version=3.2"));
    byte[] own = door.get("/wfs?service=WFS&version=2.0.0&request=DescribeFeatureType").bytes();
    assertThat(OgcSchemas.faultsByOwn(gml.bytes(), own, "wfs/2.0/wfs.xsd")).isEmpty();
    assertThat(gml.text())
        .contains("<khu:subzones", "<khu:zones", "urn:ogc:def:crs:EPSG::9210", green.code());
    Answer old = door.get(info + "application/vnd.ogc.gml");
    assertThat(old.header("Content-Type")).startsWith("application/vnd.ogc.gml");
    assertThat(old.text()).contains("gml:featureMember", "gml:coordinates", "fid=\"subzones.");
  }

  @Test
  void legendsHaveFormsOfTheirOwn() throws Exception {
    String legend = "/wms?service=WMS&request=GetLegendGraphic&layer=subzones&format=image/png";
    BufferedImage swatch = picture(legend + "&rule=SUPPORT&width=40&height=20");
    assertThat(swatch.getWidth()).isEqualTo(40);
    assertThat(swatch.getHeight()).isEqualTo(20);
    int support = 0;
    for (int x = 0; x < 40; x++) {
      support += swatch.getRGB(x, 10) == 0xfff3b44d ? 1 : 0;
    }
    assertThat(support).isPositive();
    assertThat(picture(legend + "&transparent=true").getRGB(1, 1) >>> 24).isZero();
    assertThat(picture(legend).getRGB(1, 1)).isEqualTo(0xffffffff);
    assertThat(door.get(legend + "&language=en").bytes())
        .isNotEqualTo(door.get(legend + "&language=vi").bytes());
    JsonNode rules =
        door.get(legend.replace("image/png", "application/json") + "&rule=GREEN&language=en")
            .json()
            .path("Legend")
            .path(0)
            .path("rules");
    assertThat(rules.size()).isEqualTo(1);
    assertThat(rules.path(0).path("title").stringValue()).isEqualTo("Greenery");
    JsonNode far =
        door.get(legend.replace("image/png", "application/json") + "&scale=100000&rule=GREEN")
            .json();
    assertThat(far.path("Legend").path(0).path("rules").path(0).path("paint").has("pattern"))
        .isFalse();
  }

  @Test
  void drawsInEveryFormatAndFinerForPaper() throws Exception {
    Place green = place("subzones", "land_use = 'GREEN'");
    String map = map("planning", green, 400);
    byte[] full = door.get(map).bytes();
    byte[] palette = door.get(map.replace("image/png", encoded("image/png; mode=8bit"))).bytes();
    assertThat(palette.length).isLessThan(full.length);
    Answer jpeg = door.get(map.replace("image/png", "image/jpeg"));
    assertThat(jpeg.header("Content-Type")).isEqualTo("image/jpeg");
    assertThat(ImageIO.read(new ByteArrayInputStream(jpeg.bytes())).getWidth()).isEqualTo(256);
    byte[] fine = door.get(map + "&dpi=180").bytes();
    assertThat(fine).isNotEqualTo(full);
    assertThat(door.get(map + "&format_options=dpi:180").bytes()).isEqualTo(fine);
  }

  @Test
  void answersAsHttpWants() {
    Place green = place("subzones", "land_use = 'GREEN'");
    String map = map("subzones", green, 400);
    Answer head = door.send("HEAD", map);
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.bytes()).isEmpty();
    assertThat(head.header("ETag")).startsWith("\"");
    Answer foreign = door.get(map, "Origin", "https://example.org");
    assertThat(foreign.header("Access-Control-Allow-Origin")).isEqualTo("*");
    Answer packed = door.get("/wms?service=WMS&request=GetCapabilities", "Accept-Encoding", "gzip");
    assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
    Answer styles =
        door.get(
            "/wms?service=WMS&request=GetStyles&version=1.1.1&layers=subzones",
            "Accept-Encoding",
            "gzip");
    assertThat(styles.header("Content-Encoding")).isEqualTo("gzip");
    Answer again = door.get(map, "If-None-Match", head.header("ETag"));
    assertThat(again.status())
        .isEqualTo(again.header("ETag").equals(head.header("ETag")) ? 304 : 200);
  }

  @Test
  void draftsAreShownToPlannersOnly() {
    String capabilities = "/wms?service=WMS&request=GetCapabilities";
    assertThat(door.get(capabilities).text()).doesNotContain("draft_subzones");
    assertThat(door.get("/wms?service=WMS&request=GetStyles&layers=draft_subzones").status())
        .isEqualTo(400);
  }
}
