package vn.khuxuong.maps.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import vn.khuxuong.KhuxuongTest;
import vn.khuxuong.maps.Door;
import vn.khuxuong.maps.Door.Answer;
import vn.khuxuong.maps.OgcSchemas;

/** GetFeatureInfo of WMTS 1.0.0 (OGC 07-057r7, clauses 7.3 and 10.3) tells what WMS tells. */
@KhuxuongTest
class WmtsFeatureInfoHttpTest {

  /** The pixel over 106.5185 E 10.815 N, in the plan of Phạm Văn Hai. */
  private static final Pixel PLACE = Pixel.at(106.5185, 10.815, 15);

  @LocalServerPort private int port;
  private Door door;

  @BeforeEach
  void open() {
    door = new Door(port);
  }

  /** A pixel of a tile of WebMercatorQuad. */
  private record Pixel(int level, long column, long row, int i, int j) {
    static Pixel at(double longitude, double latitude, int level) {
      double size = 256.0 * (1 << level);
      double x = (longitude + 180) / 360 * size;
      double sine = Math.sin(Math.toRadians(latitude));
      double y = (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * size;
      return new Pixel(
          level,
          (long) (x / 256),
          (long) (y / 256),
          (int) Math.floorMod((long) x, 256L),
          (int) Math.floorMod((long) y, 256L));
    }

    String parameters(String layer, String format) {
      return "/wmts?service=WMTS&version=1.0.0&request=GetFeatureInfo&style=default&layer="
          + layer
          + "&tilematrixset=WebMercatorQuad&tilematrix="
          + level
          + "&tilerow="
          + row
          + "&tilecol="
          + column
          + "&i="
          + i
          + "&j="
          + j
          + "&infoformat="
          + Door.encoded(format);
    }

    String address(String layer, String ending) {
      return "/wmts/1.0.0/"
          + String.join(
              "/",
              List.of(
                  layer, "default", "WebMercatorQuad", "" + level, "" + row, "" + column, "" + j))
          + "/"
          + i
          + "."
          + ending;
    }

    /** The same pixel of the same picture by WMS. */
    String wms(String layer) {
      double tile = 2 * 20_037_508.342_789_244 / (1 << level);
      double west = -20_037_508.342_789_244 + column * tile;
      double north = 20_037_508.342_789_244 - row * tile;
      return "/wms?service=WMS&version=1.3.0&request=GetFeatureInfo&styles=&crs=EPSG:3857&width=256"
          + "&height=256&format=image/png&info_format=application/json&layers="
          + layer
          + "&query_layers="
          + layer
          + "&bbox="
          + west
          + ","
          + (north - tile)
          + ","
          + (west + tile)
          + ","
          + north
          + "&i="
          + i
          + "&j="
          + j;
    }
  }

  @Test
  void tellsOfTheSameFeaturesAsWmsByParametersAndByAddress() {
    Answer wms = door.get(PLACE.wms("subzones"));
    assertThat(wms.json().path("features").size()).isEqualTo(1);
    Answer kvp = door.get(PLACE.parameters("subzones", "application/json"));
    assertThat(kvp.status()).isEqualTo(200);
    assertThat(kvp.header("Content-Type")).isEqualTo("application/json");
    JsonNode feature = kvp.json().at("/features/0");
    assertThat(feature).isEqualTo(wms.json().at("/features/0"));
    assertThat(feature.at("/properties/zone_code").asString()).isEqualTo("PVH");
    assertThat(door.get(PLACE.address("subzones", "json")).json()).isEqualTo(kvp.json());
    assertThat(door.get(PLACE.parameters("subzones", "application/json") + "&format=image/png"))
        .extracting(Answer::status)
        .isEqualTo(200);
  }

  @Test
  void aGroupTellsOfItsLayersTheUppermostFirst() {
    JsonNode features = door.get(PLACE.address("planning", "json")).json().path("features");
    List<String> layers =
        features.valueStream().map(f -> f.path("id").asString().split("[.]")[0]).toList();
    assertThat(layers).contains("subzones", "zones");
    assertThat(layers.indexOf("subzones")).isLessThan(layers.indexOf("zones"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          txt     | text/plain;charset=UTF-8         | Khu công nghiệp
          html    | text/html;charset=UTF-8          | <!DOCTYPE html>
          json    | application/json                 | FeatureCollection
          geojson | application/geo+json             | FeatureCollection
          gml     | application/gml+xml; version=3.2 | wfs:member
          gml2    | application/vnd.ogc.gml          | gml:featureMember
          """)
  void everyAdvertisedFormatIsAnswered(String ending, String type, String word) {
    Answer answer = door.get(PLACE.address("zones", ending));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type").replace(" ", "")).isEqualTo(type.replace(" ", ""));
    assertThat(answer.text()).contains(word);
    String bare = type.replace(";charset=UTF-8", "");
    assertThat(door.get(PLACE.parameters("zones", bare)).text()).contains(word);
    assertThat(door.get("/wmts?service=WMTS&request=GetCapabilities").text())
        .contains("<InfoFormat>" + bare + "</InfoFormat>", "/{J}/{I}." + ending);
  }

  @Test
  void speaksTheLanguageAskedFor() {
    String html = door.get(PLACE.address("zones", "html") + "?lang=en").text();
    assertThat(html).contains("<html lang=\"en\">", "Industrial zones");
    assertThat(door.get(PLACE.address("zones", "html")).text()).contains("<html lang=\"vi\">");
  }

  @Test
  void dayAndStoreyCountAsOnTheTile() {
    assertThat(door.get(PLACE.address("subzones", "txt") + "?TIME=1990-01-01&lang=en").text())
        .isEqualTo("There is nothing here.\n");
    JsonNode bay = door.get("/ogc/collections/bays/items?limit=1&level=2").json().at("/features/0");
    JsonNode corner = bay.at("/geometry/coordinates/0");
    double east = 0;
    double north = 0;
    for (int n = 0; n < 4; n++) {
      east += corner.at("/" + n + "/0").asDouble() / 4;
      north += corner.at("/" + n + "/1").asDouble() / 4;
    }
    Pixel there = Pixel.at(east, north, 20);
    JsonNode all = door.get(there.address("bays", "json")).json().path("features");
    JsonNode second = door.get(there.address("bays", "json") + "?FLOOR=2").json().path("features");
    assertThat(all.size()).isGreaterThan(1);
    assertThat(second.size()).isEqualTo(1);
    assertThat(second.at("/0/properties/level").asInt()).isEqualTo(2);
  }

  @Test
  void whereNothingIsNothingIsTold() {
    Answer sea = door.get(Pixel.at(108.5, 9.0, 15).address("zones", "json"));
    assertThat(sea.status()).isEqualTo(200);
    assertThat(sea.json().path("features").size()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          &i=\\d+           | &i=256            | PointIJOutOfRange     | I
          &j=\\d+           | &j=-1             | PointIJOutOfRange     | J
          &j=\\d+           | &j=1e1            | PointIJOutOfRange     | J
          &i=\\d+           |                   | MissingParameterValue | I
          infoformat=[^&]+ | infoformat=no/way | InvalidParameterValue | INFOFORMAT
          infoformat=[^&]+ | infoformat=       | MissingParameterValue | INFOFORMAT
          layer=zones      | layer=nosuch      | InvalidParameterValue | LAYER
          version=1.0.0    | version=1.1.0     | InvalidParameterValue | VERSION
          tilerow=\\d+      | tilerow=99999     | TileOutOfRange        |
          """)
  void refusalsAreReports(String right, String wrong, String code, String locator) {
    String good = PLACE.parameters("zones", "text/plain");
    Answer answer = door.get(good.replaceFirst(right, wrong == null ? "" : wrong));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(OgcSchemas.faults(answer.bytes(), "ows/1.1.0/owsExceptionReport.xsd")).isEmpty();
    assertThat(answer.text()).contains("exceptionCode=\"" + code + "\"");
    if (locator != null) {
      assertThat(answer.text()).contains("locator=\"" + locator + "\"");
    }
  }

  @Test
  void anUnknownEndingIsRefused() {
    Answer answer = door.get(PLACE.address("zones", "exe"));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text()).contains("locator=\"INFOFORMAT\"");
  }
}
