package vn.khuxuong.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import vn.khuxuong.KhuxuongTest;
import vn.khuxuong.maps.Door;

/** No class is declared without a test that bears the name of a requirement of it. */
@KhuxuongTest
class ConformanceListHttpTest {
  private static final Path TESTS = Path.of("src/test/java/vn/khuxuong");

  @LocalServerPort private int port;
  private Door door;

  @BeforeEach
  void open() {
    door = new Door(port);
  }

  private List<String> declared() {
    List<String> declared = new ArrayList<>();
    door.get("/ogc/conformance").json().get("conformsTo").forEach(c -> declared.add(c.asString()));
    return declared;
  }

  private static String names() throws IOException {
    List<Path> sources;
    try (Stream<Path> files = Files.walk(TESTS)) {
      sources =
          files
              .filter(file -> file.toString().endsWith("Test.java"))
              .filter(
                  file -> file.startsWith(TESTS.resolve("conformance")) || isPart4(file.toString()))
              .toList();
    }
    StringBuilder names = new StringBuilder();
    Pattern name = Pattern.compile("@DisplayName\\([^{]*?\\)\\s*\\n");
    for (Path source : sources) {
      name.matcher(Files.readString(source))
          .results()
          .forEach(found -> names.append(found.group()));
    }
    return names.toString();
  }

  private static boolean isPart4(String file) {
    return file.endsWith("FeaturesPart4HttpTest.java");
  }

  @Test
  @DisplayName("every class of /conformance has a test named by its requirements")
  void everyDeclaredClassHasATest() throws IOException {
    String names = names();
    List<String> declared = declared();
    assertThat(declared).hasSizeGreaterThan(50).doesNotHaveDuplicates();
    for (String uri : declared) {
      String last = uri.substring(uri.lastIndexOf('/') + 1);
      assertThat(names.contains("/req/" + last)).as(uri).isTrue();
    }
  }

  @Test
  @DisplayName("/req/queryables-query-parameters/parameters: every queryable is a parameter")
  void queryablesAreParameters() {
    String schema = "/ogc/collections/zones/queryables";
    JsonNode properties = door.get(schema).json().get("properties");
    JsonNode zone = door.get("/ogc/collections/zones/items/PVH").json().get("properties");
    int tried = 0;
    for (String name : properties.propertyNames()) {
      JsonNode value = zone.path(name);
      if (value.isString()) {
        String query = name + "=" + Door.encoded(value.asString());
        Door.Answer answer = door.get("/ogc/collections/zones/items?limit=100&" + query);
        assertThat(answer.status()).as(query).isEqualTo(200);
        assertThat(answer.text()).as(query).contains("\"id\":\"PVH\"");
        tried++;
      }
    }
    assertThat(tried).isGreaterThan(5);
  }

  @Test
  @DisplayName("/req/cql2-text, /req/cql2-json: one filter in both languages has one answer")
  void bothLanguagesOfFilters() {
    String items = "/ogc/collections/zones/items?limit=100&filter-lang=cql2-";
    String text = "kind = 'EPZ' AND NOT (founded < 1990)";
    String json =
        "{\"op\":\"and\",\"args\":[{\"op\":\"=\",\"args\":[{\"property\":\"kind\"},\"EPZ\"]},"
            + "{\"op\":\"not\",\"args\":[{\"op\":\"<\",\"args\":[{\"property\":\"founded\"},1990]}]}]}";
    JsonNode fromText = door.get(items + "text&filter=" + Door.encoded(text)).json();
    JsonNode fromJson = door.get(items + "json&filter=" + Door.encoded(json)).json();
    assertThat(fromText.get("features")).isNotEmpty().isEqualTo(fromJson.get("features"));
  }

  @Test
  @DisplayName("Part 8 /req/sortables, /req/features-sorting: every sortable sorts")
  void sortablesSort() {
    JsonNode sortables = door.get("/ogc/collections/zones/sortables").json().get("properties");
    for (String name : sortables.propertyNames()) {
      for (String sign : List.of("", "-", "%2B")) {
        String path = "/ogc/collections/zones/items?limit=2&sortby=" + sign + name;
        assertThat(door.get(path).status()).as(path).isEqualTo(200);
      }
    }
  }

  @Test
  @DisplayName("Styles (draft) /req/core/styles-op, styles-success, style-op, style-success")
  void styles() {
    JsonNode list = door.get("/ogc/styles?f=json").json();
    assertThat(list.get("styles")).isNotEmpty();
    for (JsonNode style : list.get("styles")) {
      int sheets = 0;
      for (JsonNode link : style.get("links")) {
        if (link.path("rel").asString("").equals("stylesheet")) {
          Door.Answer sheet = door.get(link.get("href").asString());
          assertThat(sheet.status()).as(link.toString()).isEqualTo(200);
          assertThat(sheet.header("Content-Type"))
              .startsWith(link.get("type").asString().split(";", -1)[0]);
          sheets++;
        }
      }
      assertThat(sheets).as(style.get("id").asString()).isPositive();
    }
    assertThat(door.get("/ogc/styles/nothing").status()).isEqualTo(404);
  }

  @Test
  @DisplayName("pages of collections tell search engines what they are (schema.org)")
  void searchEnginesFindDatasets() {
    String page = door.get("/ogc/collections/zones?f=html&lang=vi").text();
    assertThat(page)
        .contains("itemtype=\"https://schema.org/Dataset\"")
        .contains("itemprop=\"name\" content=\"Khu công nghiệp\"")
        .contains("itemprop=\"encodingFormat\" content=\"application/geopackage+sqlite3\"")
        .containsPattern(
            "itemprop=\"box\" content=\"1\\d\\.\\d+ 10\\d\\.\\d+ 1\\d\\.\\d+ 10\\d\\.\\d+\"");
  }

  @Test
  @DisplayName("JSON-FG /req/core/metadata, place, time; /req/types-schemas/feature-type, schema")
  void jsonFg() {
    JsonNode page =
        door.get("/ogc/collections/subzones/items?f=jsonfg&limit=2&crs=EPSG:9210").json();
    assertThat(page.get("conformsTo").toString()).contains("json-fg-1/1.0/conf/core");
    assertThat(page.get("coordRefSys").toString()).contains("9210");
    assertThat(page.get("featureType").asString()).isEqualTo("subzones");
    assertThat(page.has("featureSchema")).isTrue();
    for (JsonNode feature : page.get("features")) {
      assertThat(feature.has("place")).isTrue();
      assertThat(feature.has("time")).isTrue();
    }
  }

  @Test
  @DisplayName(
      "/req/tilematrixset, /req/json-tilematrixset, /req/tilesetmetadata, /req/json-tilesetmetadata,"
          + " /req/tilematrixsetlimits, /req/json-tilematrixsetlimits: of every set and tileset")
  void matrixSetsAndTilesets() {
    JsonNode sets = door.get("/ogc/tileMatrixSets?f=json").json().get("tileMatrixSets");
    assertThat(sets).hasSize(3);
    for (JsonNode set : sets) {
      String id = set.get("id").asString();
      JsonNode definition = door.get("/ogc/tileMatrixSets/" + id + "?f=json").json();
      assertThat(definition.get("tileMatrices")).isNotEmpty();
      for (JsonNode matrix : definition.get("tileMatrices")) {
        for (String member :
            List.of("id", "scaleDenominator", "cellSize", "pointOfOrigin", "tileWidth")) {
          assertThat(matrix.has(member)).as("%s %s", id, member).isTrue();
        }
      }
      JsonNode tileset = door.get("/ogc/collections/plots/tiles/" + id + "?f=json").json();
      assertThat(tileset.path("dataType").asString("")).isEqualTo("vector");
      assertThat(tileset.has("crs")).isTrue();
      for (JsonNode limits : tileset.get("tileMatrixSetLimits")) {
        assertThat(limits.get("minTileRow").asInt())
            .isLessThanOrEqualTo(limits.get("maxTileRow").asInt());
        assertThat(limits.get("minTileCol").asInt())
            .isLessThanOrEqualTo(limits.get("maxTileCol").asInt());
      }
    }
  }
}
