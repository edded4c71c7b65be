package vn.khuxuong.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import vn.khuxuong.KhuxuongTest;
import vn.khuxuong.maps.Door;
import vn.khuxuong.maps.Door.Answer;
import vn.khuxuong.maps.mvt.Mvt;

/** OGC API - Tiles - Part 1: Core (20-057) and 2D Tile Matrix Set 2.0 (17-083r4). */
@KhuxuongTest
class TilesConformanceHttpTest {

  private static final String REL = "http://www.opengis.net/def/rel/ogc/1.0/";
  private static final String CONF = "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/";

  @LocalServerPort private int port;
  private Door door;

  @BeforeEach
  void open() {
    door = new Door(port);
  }

  @Test
  @DisplayName("/req/core/conformance-success")
  void classesAreDeclared() {
    List<String> declared = new ArrayList<>();
    door.get("/ogc/conformance").json().get("conformsTo").forEach(c -> declared.add(c.asString()));
    for (String name :
        List.of(
            "core",
            "tileset",
            "tilesets-list",
            "dataset-tilesets",
            "geodata-tilesets",
            "collections-selection",
            "datetime",
            "mvt",
            "png",
            "jpeg",
            "oas30")) {
      assertThat(declared).contains(CONF + name);
    }
    assertThat(declared).contains("http://www.opengis.net/spec/tms/2.0/conf/json-tilematrixset");
  }

  @ParameterizedTest
  @CsvSource({"/ogc/tiles,vector", "/ogc/map/tiles,map"})
  @DisplayName("/req/dataset-tilesets/landingpage, /req/dataset-tilesets/operation")
  void landingPageLeadsToTheTilesetsOfTheDataset(String path, String type) {
    JsonNode link = link(door.get("/ogc").json(), REL + "tilesets-" + type);
    assertThat(link.get("href").asString()).isEqualTo(door.root() + path + "?f=json");
    assertThat(door.get(link.get("href").asString()).json().get("tilesets").isEmpty()).isFalse();
    JsonNode schemes = link(door.get("/ogc").json(), REL + "tiling-schemes");
    assertThat(schemes.get("href").asString())
        .isEqualTo(door.root() + "/ogc/tileMatrixSets?f=json");
  }

  @Test
  @DisplayName("/req/geodata-tilesets/desc-links, /req/geodata-tilesets/operation")
  void everyCollectionLeadsToItsTilesets() {
    JsonNode collections = door.get("/ogc/collections").json().get("collections");
    assertThat(collections.size()).isGreaterThan(5);
    for (JsonNode collection : collections) {
      for (String type : List.of("vector", "map")) {
        String href = link(collection, REL + "tilesets-" + type).get("href").asString();
        assertThat(href).contains("/tiles?f=json");
        assertThat(door.get(href).status()).as(href).isEqualTo(200);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/ogc/tiles",
        "/ogc/map/tiles",
        "/ogc/collections/subzones/tiles",
        "/ogc/collections/subzones/map/tiles",
        "/ogc/collections/subzones/styles/subzones.dia-chinh/map/tiles"
      })
  @DisplayName("/req/tilesets-list/tileset-links, /req/tileset/description, /req/core/tc-op")
  void listsLeadToTilesetsAndThoseToTiles(String path) {
    JsonNode list = door.get(path + "?f=json").json();
    assertThat(list.get("tilesets").size()).as("Web Mercator and VN-2000").isEqualTo(3);
    for (JsonNode summary : list.get("tilesets")) {
      assertThat(summary.get("dataType").asString())
          .isEqualTo(path.contains("/map/") ? "map" : "vector");
      assertThat(summary.get("crs").asString())
          .startsWith("http://www.opengis.net/def/crs/EPSG/0/");
      JsonNode scheme = door.get(href(summary, REL + "tiling-scheme")).json();
      assertThat(scheme.get("crs")).isEqualTo(summary.get("crs"));
      if (scheme.has("uri")) {
        assertThat(summary.get("tileMatrixSetURI")).isEqualTo(scheme.get("uri"));
      }
      JsonNode tileset = door.get(href(summary, "self")).json();
      tileset(tileset, scheme);
    }
  }

  /** One tile of each level within the limits is there, one beside them is not. */
  private void tileset(JsonNode tileset, JsonNode scheme) {
    assertThat(href(tileset, REL + "tiling-scheme")).endsWith("?f=json");
    JsonNode item = link(tileset, "item");
    assertThat(item.get("templated").asBoolean()).isTrue();
    String template = item.get("href").asString();
    assertThat(template).contains("{tileMatrix}", "{tileRow}", "{tileCol}");
    JsonNode limits = tileset.get("tileMatrixSetLimits");
    assertThat(limits.isEmpty()).isFalse();
    JsonNode middle = limits.get(limits.size() / 2);
    Answer tile =
        door.get(
            address(
                template,
                middle.get("tileMatrix").asString(),
                middle.get("minTileRow").asInt(),
                middle.get("minTileCol").asInt()));
    assertThat(tile.status()).isIn(200, 204);
    if (tile.status() == 200) {
      assertThat(tile.header("Content-Type")).isEqualTo(item.get("type").asString());
    }
    for (JsonNode limit : limits) {
      JsonNode matrix = scheme.get("tileMatrices").get(limit.get("tileMatrix").asInt());
      assertThat(limit.get("maxTileRow").asInt())
          .isBetween(limit.get("minTileRow").asInt(), matrix.get("matrixHeight").asInt() - 1);
      assertThat(limit.get("maxTileCol").asInt())
          .isBetween(limit.get("minTileCol").asInt(), matrix.get("matrixWidth").asInt() - 1);
    }
    int beside = middle.get("maxTileRow").asInt() + 1;
    Answer outside =
        door.get(
            address(
                template,
                middle.get("tileMatrix").asString(),
                beside,
                middle.get("minTileCol").asInt()));
    assertThat(outside.status()).as("/req/core/tc-error").isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "99/0/0",
        "3/8/0",
        "3/0/8",
        "3/-1/0",
        "3/2147483647/2147483647",
        "3/NaN/0",
        "three/0/0"
      })
  @DisplayName("/req/core/tc-error")
  void whatIsOutOfRangeIsNotFound(String tile) {
    for (String path : List.of("/ogc/tiles", "/ogc/map/tiles", "/ogc/collections/zones/tiles")) {
      Answer answer = door.get(path + "/WebMercatorQuad/" + tile);
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }
  }

  @Test
  @DisplayName("/req/core/tc-success, /req/png/content, /req/jpeg/content, /req/mvt/content")
  void tilesAreWhatWasNegotiated() throws IOException {
    // row before column: the XYZ twin is 13/6519/3848
    String vector = "/ogc/collections/subzones/tiles/WebMercatorQuad/13/3848/6519";
    Answer mvt = door.get(vector);
    assertThat(mvt.header("Content-Type")).isEqualTo("application/vnd.mapbox-vector-tile");
    assertThat(mvt.bytes()).isEqualTo(door.get("/tiles/subzones/13/6519/3848.mvt").bytes());
    assertThat(Mvt.read(mvt.bytes()).get("subzones").features()).isNotEmpty();
    assertThat(door.get(vector + "?f=mvt").status()).isEqualTo(200);
    assertThat(door.get(vector + "?f=png").status()).isEqualTo(400);
    assertThat(door.get(vector, "Accept", "image/png").status()).isEqualTo(406);
    assertThat(door.get(vector, "Accept", "*/*").status()).isEqualTo(200);
    String map = "/ogc/collections/subzones/map/tiles/WebMercatorQuad/13/3848/6519";
    assertThat(door.get(map).header("Content-Type")).isEqualTo("image/png");
    assertThat(door.get(map, "Accept", "image/jpeg").header("Content-Type"))
        .isEqualTo("image/jpeg");
    for (String format : List.of("png", "jpeg")) {
      BufferedImage picture =
          ImageIO.read(new ByteArrayInputStream(door.get(map + "?f=" + format).bytes()));
      assertThat(picture.getWidth()).isEqualTo(256);
      assertThat(picture.getHeight()).isEqualTo(256);
    }
  }

  @Test
  @DisplayName("/req/collections-selection/query-collections, collections-response")
  void collectionsMayBeChosenByNameOrAddress() {
    String path = "/ogc/tiles/WebMercatorQuad/13/3848/6519?collections=";
    assertThat(names(path + "zones")).containsExactly("zones", "zones_label");
    assertThat(names(path + "subzones,zones"))
        .as("the first is the lowest")
        .containsExactly("subzones", "subzones_label", "zones", "zones_label");
    String address = Door.encoded(door.root() + "/ogc/collections/zones");
    assertThat(names(path + address)).containsExactly("zones", "zones_label");
    assertThat(names("/ogc/tiles/WebMercatorQuad/13/3848/6519")).contains("zones", "subzones");
    assertThat(door.get(path + "nosuch").status()).isEqualTo(404);
    assertThat(door.get(path).status()).isEqualTo(400);
    assertThat(
            door.get("/ogc/collections/zones/tiles/WebMercatorQuad/13/3848/6519?collections=zones")
                .status())
        .as("means nothing at a collection")
        .isEqualTo(400);
    JsonNode tileset = door.get("/ogc/tiles/WebMercatorQuad?collections=zones").json();
    assertThat(tileset.get("layers").size()).isEqualTo(1);
    assertThat(link(tileset, "item").get("href").asString()).endsWith("&collections=zones");
  }

  private Set<String> names(String path) {
    return Mvt.read(door.get(path).bytes()).keySet();
  }

  @Test
  @DisplayName("/req/datetime/axis")
  void timeIsAnAxisOfSubset() {
    String path = "/ogc/collections/subzones/tiles/WebMercatorQuad/13/3848/6519?subset=";
    assertThat(door.get(path + Door.encoded("datetime(\"1990-01-01\")")).status()).isEqualTo(204);
    assertThat(door.get(path + Door.encoded("datetime(\"2040-01-01T00:00:00Z\")")).status())
        .isEqualTo(200);
    assertThat(door.get(path + Door.encoded("datetime(\"2030-01-01\":*)")).status()).isEqualTo(200);
    assertThat(door.get(path + Door.encoded("datetime(*:\"1990-01-01\")")).status()).isEqualTo(204);
    assertThat(door.get(path + Door.encoded("datetime(soon)")).status()).isEqualTo(400);
  }

  @Test
  @DisplayName("/req/oas30/completeness, /req/oas30/operation-id")
  void allResourcesAreDescribed() {
    JsonNode api = door.get("/ogc/api").json();
    Set<String> operations = new TreeSet<>();
    api.get("paths").forEach(item -> operations.add(item.at("/get/operationId").asString()));
    for (String origin :
        List.of(
            "dataset.vector",
            "dataset.map",
            "collection.vector",
            "collection.map",
            "collection.style.map")) {
      for (String resource : List.of("getTileSetsList", "getTileSet", "getTile")) {
        assertThat(operations).anyMatch(id -> id.endsWith("." + origin + "." + resource));
      }
    }
    JsonNode tile =
        api.get("paths")
            .get("/tiles/{tileMatrixSetId}/{tileMatrix}/{tileRow}/{tileCol}")
            .get("get");
    List<String> parameters = new ArrayList<>();
    for (JsonNode parameter : tile.get("parameters")) {
      String pointer = parameter.get("$ref").asString().substring(1);
      parameters.add(api.at(pointer).get("name").asString());
    }
    assertThat(parameters)
        .contains("tileMatrixSetId", "tileMatrix", "tileRow", "tileCol", "collections", "filter");
  }

  @Test
  @DisplayName("17-083r4: tile matrix sets")
  void matrixSetsAreThoseOfTheRegistryAndOfVietnam() {
    JsonNode list = door.get("/ogc/tileMatrixSets").json().get("tileMatrixSets");
    assertThat(list.size()).isEqualTo(3);
    JsonNode mercator = door.get("/ogc/tileMatrixSets/WebMercatorQuad").json();
    assertThat(mercator.at("/tileMatrices/0/scaleDenominator").asDouble())
        .isCloseTo(559_082_264.028717, within(1e-5));
    assertThat(mercator.at("/tileMatrices/0/cellSize").asDouble())
        .isCloseTo(156_543.033928041, within(1e-8));
    JsonNode vietnam = door.get("/ogc/tileMatrixSets/VN2000TM3-105-45").json();
    assertThat(vietnam.get("crs").asString())
        .isEqualTo("http://www.opengis.net/def/crs/EPSG/0/9210");
    List<Double> scales = new ArrayList<>();
    JsonNode before = null;
    for (JsonNode matrix : vietnam.get("tileMatrices")) {
      scales.add(matrix.get("scaleDenominator").asDouble());
      if (before != null) {
        assertThat(matrix.get("matrixWidth").asInt())
            .isEqualTo(2 * before.get("matrixWidth").asInt());
      }
      before = matrix;
    }
    assertThat(scales).contains(500.0, 1000.0, 2000.0);
    assertThat(door.get("/ogc/tileMatrixSets/nosuch").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/ogc/tileMatrixSets",
        "/ogc/tileMatrixSets/VN2000TM3-105-45",
        "/ogc/tiles",
        "/ogc/tiles/WebMercatorQuad",
        "/ogc/collections/zones/map/tiles/VN2000TM3-105-45"
      })
  void everyDocumentIsAPageToo(String path) {
    for (String language : List.of("vi", "en")) {
      Answer page = door.get(path + "?f=html&lang=" + language);
      assertThat(page.status()).isEqualTo(200);
      assertThat(page.header("Content-Type")).startsWith("text/html");
      assertThat(page.text()).contains("<html lang=\"" + language + "\"").doesNotContain("{{");
    }
    assertThat(door.get(path + "?x=1").status()).isEqualTo(400);
  }

  private static String address(String template, String matrix, int row, int column) {
    return template
        .replace("{tileMatrix}", matrix)
        .replace("{tileRow}", String.valueOf(row))
        .replace("{tileCol}", String.valueOf(column));
  }

  private static String href(JsonNode document, String rel) {
    return link(document, rel).get("href").asString();
  }

  private static JsonNode link(JsonNode document, String rel) {
    for (JsonNode link : document.get("links")) {
      if (link.get("rel").asString().equals(rel)) {
        return link;
      }
    }
    throw new AssertionError("no link " + rel + " in " + document.get("links"));
  }
}
