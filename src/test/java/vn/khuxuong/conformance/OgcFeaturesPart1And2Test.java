package vn.khuxuong.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import vn.khuxuong.KhuxuongTest;
import vn.khuxuong.maps.Door;
import vn.khuxuong.maps.Door.Answer;

/** OGC API Features Part 1 (17-069r4) and 2 (18-058r1), by requirement ids. */
@KhuxuongTest
class OgcFeaturesPart1And2Test {
  private static final String COLLECTION = "/ogc/collections/subzones";
  private static final String ITEMS = COLLECTION + "/items";
  private static final String CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
  private static final String EPSG = "http://www.opengis.net/def/crs/EPSG/0/";

  @LocalServerPort private int port;
  private Door door;

  @BeforeEach
  void open() {
    door = new Door(port);
  }

  private JsonNode json(String path) {
    Answer answer = door.get(path);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private static JsonNode link(JsonNode document, String rel) {
    for (JsonNode link : document.get("links")) {
      if (link.get("rel").asString().equals(rel)) {
        return link;
      }
    }
    throw new AssertionError("no link " + rel);
  }

  private static Set<String> rels(JsonNode document) {
    Set<String> rels = new HashSet<>();
    for (JsonNode link : document.get("links")) {
      assertThat(link.hasNonNull("href")).isTrue();
      assertThat(link.hasNonNull("type")).as("/req/core/fc-rel-type").isTrue();
      rels.add(link.get("rel").asString());
    }
    return rels;
  }

  private JsonNode parameter(String name) {
    JsonNode api = json("/ogc/api");
    for (JsonNode parameter :
        api.get("paths").get("/collections/subzones/items").at("/get/parameters")) {
      JsonNode meant =
          parameter.has("$ref") ? api.at(parameter.get("$ref").asString().substring(1)) : parameter;
      if (meant.get("name").asString().equals(name)) {
        return meant;
      }
    }
    throw new AssertionError("no parameter " + name);
  }

  @Test
  @DisplayName("/req/core/root-op, root-success")
  void root() {
    assertThat(rels(json("/ogc"))).contains("service-desc", "conformance", "data");
  }

  @Test
  @DisplayName("/req/core/api-definition-op, api-definition-success; /req/oas30/oas-definition-1")
  void apiDefinition() {
    JsonNode link = link(json("/ogc"), "service-desc");
    Answer api = door.get(link.get("href").asString(), "Accept", link.get("type").asString());
    assertThat(api.status()).isEqualTo(200);
    assertThat(api.header("Content-Type"))
        .isEqualTo("application/vnd.oai.openapi+json;version=3.0");
    assertThat(api.json().get("openapi").asString()).startsWith("3.0.");
  }

  @Test
  @DisplayName("/req/core/conformance-op, conformance-success")
  void conformance() {
    List<String> classes = new ArrayList<>();
    json("/ogc/conformance").get("conformsTo").forEach(uri -> classes.add(uri.asString()));
    String part = "http://www.opengis.net/spec/ogcapi-features-";
    assertThat(classes)
        .doesNotHaveDuplicates()
        .contains(
            part + "1/1.0/conf/core",
            part + "1/1.0/conf/geojson",
            part + "1/1.0/conf/html",
            part + "1/1.0/conf/oas30",
            part + "2/1.0/conf/crs");
  }

  @Test
  @DisplayName("/req/core/http; /rec/core/head")
  void http() {
    for (String path : List.of("/ogc", "/ogc/collections", ITEMS, ITEMS + "/1")) {
      assertThat(door.send("HEAD", path).status()).as(path).isEqualTo(200);
    }
    assertThat(door.send("DELETE", "/ogc/collections").status()).isIn(401, 403, 405);
  }

  @Test
  @DisplayName("/req/core/query-param-unknown, query-param-invalid")
  void queryParameters() {
    for (String query :
        List.of("nosuch=1", "limit=x", "limit=0", "bbox=1,2,3", "datetime=x", "crs=x")) {
      assertThat(door.get(ITEMS + "?" + query).status()).as(query).isEqualTo(400);
    }
    assertThat(door.get("/ogc?nosuch=1").status()).isEqualTo(400);
    assertThat(door.get("/ogc/collections?nosuch=1").status()).isEqualTo(400);
  }

  @Test
  @DisplayName("/req/core/fc-md-op, fc-md-success, fc-md-links, fc-md-items, fc-md-items-links")
  void collections() {
    JsonNode collections = json("/ogc/collections");
    assertThat(rels(collections)).contains("self", "alternate");
    for (JsonNode collection : collections.get("collections")) {
      assertThat(rels(collection)).contains("items");
      assertThat(link(collection, "items").get("type").asString())
          .isEqualTo("application/geo+json");
    }
  }

  @Test
  @DisplayName("/req/core/fc-md-extent, fc-md-extent-multi: every feature is inside the first box")
  void extents() {
    for (JsonNode collection : json("/ogc/collections").get("collections")) {
      JsonNode box = collection.at("/extent/spatial/bbox/0");
      String id = collection.get("id").asString();
      String inside =
          "S_WITHIN(geometry,BBOX(%s,%s,%s,%s))"
              .formatted(
                  box.get(0).asDouble() - 1e-9,
                  box.get(1).asDouble() - 1e-9,
                  box.get(2).asDouble() + 1e-9,
                  box.get(3).asDouble() + 1e-9);
      String hits = "/ogc/collections/" + id + "/items?resultType=hits";
      assertThat(json(hits + "&filter=" + Door.encoded(inside)).get("numberMatched"))
          .as(id)
          .isEqualTo(json(hits).get("numberMatched"));
    }
  }

  @Test
  @DisplayName("/req/core/sfc-md-op, sfc-md-success: as in the list")
  void collection() {
    for (JsonNode listed : json("/ogc/collections").get("collections")) {
      JsonNode alone = json("/ogc/collections/" + listed.get("id").asString());
      for (String name : List.of("id", "title", "extent", "itemType", "storageCrs")) {
        assertThat(alone.get(name)).as(name).isEqualTo(listed.get(name));
      }
      assertThat(rels(alone)).contains("self", "alternate", "items");
    }
  }

  @Test
  @DisplayName(
      "/req/core/fc-op, fc-response, fc-links, fc-rel-type, fc-timeStamp, fc-numberReturned")
  void features() {
    JsonNode page = json(ITEMS + "?limit=7");
    assertThat(page.get("type").asString()).isEqualTo("FeatureCollection");
    assertThat(page.get("features").size()).isEqualTo(7);
    assertThat(page.get("numberReturned").asInt()).isEqualTo(7);
    assertThat(Instant.parse(page.get("timeStamp").asString())).isBefore(Instant.now());
    assertThat(rels(page)).contains("self", "alternate", "next");
  }

  @Test
  @DisplayName("/req/core/fc-numberMatched: the same as all pages together")
  void numberMatched() {
    String next = ITEMS + "?limit=30";
    long matched = json(next).get("numberMatched").asLong();
    Set<String> ids = new HashSet<>();
    while (next != null) {
      JsonNode page = json(next);
      assertThat(page.get("numberMatched").asLong()).isEqualTo(matched);
      page.get("features").forEach(feature -> ids.add(feature.get("id").asString()));
      next = rels(page).contains("next") ? link(page, "next").get("href").asString() : null;
    }
    assertThat(ids).hasSize((int) matched);
  }

  @Test
  @DisplayName("/req/core/fc-limit-definition, fc-limit-response-1")
  void limit() {
    JsonNode limit = parameter("limit").get("schema");
    assertThat(limit.get("type").asString()).isEqualTo("integer");
    assertThat(limit.get("minimum").asInt()).isEqualTo(1);
    int most = limit.get("maximum").asInt();
    assertThat(json(ITEMS + "?limit=1").get("features").size()).isEqualTo(1);
    assertThat(json(ITEMS + "?limit=" + (most + 1)).get("features").size()).isBetween(1, most);
  }

  @Test
  @DisplayName("/req/core/fc-bbox-definition, fc-bbox-response")
  void bbox() {
    JsonNode bbox = parameter("bbox");
    assertThat(bbox.get("style").asString()).isEqualTo("form");
    assertThat(bbox.get("explode").asBoolean()).isFalse();
    long all = json(ITEMS + "?limit=1").get("numberMatched").asLong();
    JsonNode some = json(ITEMS + "?bbox=106.51,10.79,106.52,10.805");
    assertThat(some.get("numberMatched").asLong()).isBetween(1L, all - 1);
    assertThat(json(ITEMS + "?bbox=0,0,1,1").get("numberMatched").asLong()).isZero();
    assertThat(json(ITEMS + "?bbox=106.51,10.79,-9,106.52,10.805,99").get("numberMatched"))
        .isEqualTo(some.get("numberMatched"));
    assertThat(door.get(ITEMS + "?bbox=177,65,-177,70").status()).isEqualTo(200);
  }

  @Test
  @DisplayName("/req/core/fc-time-definition, fc-time-response")
  void datetime() {
    JsonNode datetime = parameter("datetime");
    assertThat(datetime.at("/schema/type").asString()).isEqualTo("string");
    assertThat(datetime.get("explode").asBoolean()).isFalse();
    assertThat(json(ITEMS + "?datetime=1990-01-01").get("numberMatched").asLong()).isZero();
    long all = json(ITEMS + "?limit=1").get("numberMatched").asLong();
    for (String days : List.of("../..", "1990-01-01/..", "../2100-01-01T00:00:00Z")) {
      assertThat(json(ITEMS + "?limit=1&datetime=" + days).get("numberMatched").asLong())
          .as(days)
          .isEqualTo(all);
    }
  }

  @Test
  @DisplayName(
      "/req/core/f-op, f-success, f-links; /req/core/crs84; /req/geojson/definition, content")
  void feature() {
    JsonNode first = json(ITEMS + "?limit=1").at("/features/0");
    Answer answer = door.get(ITEMS + "/" + first.get("id").asString());
    assertThat(answer.header("Content-Type")).isEqualTo("application/geo+json");
    JsonNode feature = answer.json();
    assertThat(rels(feature)).contains("self", "alternate", "collection");
    assertThat(feature.get("geometry")).isEqualTo(first.get("geometry"));
    assertThat(feature.get("properties")).isEqualTo(first.get("properties"));
    JsonNode position = feature.at("/geometry/coordinates/0/0");
    assertThat(position.get(0).asDouble()).as("longitude first").isBetween(106.0, 108.0);
    assertThat(door.get(ITEMS + "/999999999").status()).isEqualTo(404);
  }

  @Test
  @DisplayName("/req/html/definition, content")
  void html() {
    for (String path : List.of("/ogc", "/ogc/conformance", "/ogc/collections", COLLECTION, ITEMS)) {
      Answer page = door.get(path, "Accept", "text/html");
      assertThat(page.header("Content-Type")).as(path).startsWith("text/html");
      assertThat(page.text()).as(path).startsWith("<!").contains("</html>");
    }
  }

  @Test
  @DisplayName("/req/oas30/oas-impl, completeness, exceptions-codes")
  void openApi() {
    JsonNode paths = json("/ogc/api").get("paths");
    assertThat(paths.propertyNames())
        .contains("/conformance", "/collections", "/collections/subzones/items");
    JsonNode responses = paths.get("/collections/subzones/items").at("/get/responses");
    assertThat(responses.propertyNames()).contains("200", "400");
  }

  @Test
  @DisplayName(
      "/req/crs/crs-uri, fc-md-crs-list, fc-md-crs-list-global, fc-md-storageCrs(-valid-value)")
  void crsLists() {
    JsonNode collections = json("/ogc/collections");
    for (JsonNode collection : collections.get("collections")) {
      List<String> systems = new ArrayList<>();
      for (JsonNode uri : collection.get("crs")) {
        if (uri.asString().equals("#/crs")) {
          collections.get("crs").forEach(global -> systems.add(global.asString()));
        } else {
          systems.add(uri.asString());
        }
      }
      assertThat(systems)
          .contains(CRS84, collection.get("storageCrs").asString())
          .allMatch(uri -> uri.startsWith("http://www.opengis.net/def/crs/"));
    }
  }

  @Test
  @DisplayName(
      "/req/crs/fc-crs-definition, fc-crs-valid-value, fc-crs-default-value, fc-crs-action")
  void crsParameter() {
    assertThat(parameter("crs").at("/schema/format").asString()).isEqualTo("uri");
    JsonNode usual = json(ITEMS + "?limit=1").at("/features/0/geometry/coordinates/0/0");
    assertThat(json(ITEMS + "?limit=1&crs=" + CRS84).at("/features/0/geometry/coordinates/0/0"))
        .isEqualTo(usual);
    for (JsonNode uri : json(COLLECTION).get("crs")) {
      for (String path : List.of(ITEMS + "?limit=1&crs=", ITEMS + "/1?crs=")) {
        int status = door.get(path + uri.asString()).status();
        assertThat(status).as(uri.asString()).isIn(200, path.contains("/1?") ? 404 : 200);
      }
    }
    JsonNode latLon =
        json(ITEMS + "?limit=1&crs=" + EPSG + "4326").at("/features/0/geometry/coordinates/0/0");
    assertThat(latLon.get(0)).isEqualTo(usual.get(1));
    assertThat(latLon.get(1)).isEqualTo(usual.get(0));
  }

  @Test
  @DisplayName("/req/crs/crs-exception, bbox-crs-exception")
  void unknownCrs() {
    for (String bad : List.of("x", EPSG + "0", EPSG + "27700", "urn:ogc:def:crs:EPSG::0")) {
      assertThat(door.get(ITEMS + "?crs=" + bad).status()).as(bad).isEqualTo(400);
      assertThat(door.get(ITEMS + "?bbox=1,2,3,4&bbox-crs=" + bad).status()).isEqualTo(400);
      assertThat(door.get(ITEMS + "/1?crs=" + bad).status()).isEqualTo(400);
    }
  }

  @Test
  @DisplayName("/req/crs/fc-bbox-crs-definition, -valid-value, -default-value, -action")
  void bboxCrs() {
    assertThat(parameter("bbox-crs").at("/schema/format").asString()).isEqualTo("uri");
    JsonNode found = json(ITEMS + "?bbox=106.51,10.79,106.52,10.805").get("numberMatched");
    assertThat(found.asLong()).isPositive();
    assertThat(
            json(ITEMS + "?bbox=106.51,10.79,106.52,10.805&bbox-crs=" + CRS84).get("numberMatched"))
        .isEqualTo(found);
    assertThat(
            json(ITEMS + "?bbox=10.79,106.51,10.805,106.52&bbox-crs=" + EPSG + "4326")
                .get("numberMatched"))
        .isEqualTo(found);
  }

  @Test
  @DisplayName("/req/crs/ogc-crs-header, ogc-crs-header-value; /req/crs/geojson")
  void crsHeader() {
    assertThat(door.get(ITEMS + "?limit=1").header("Content-Crs")).isEqualTo("<" + CRS84 + ">");
    for (String crs : List.of(EPSG + "4326", EPSG + "9210", EPSG + "3857")) {
      Answer answer = door.get(ITEMS + "?limit=1&crs=" + crs);
      assertThat(answer.header("Content-Crs")).isEqualTo("<" + crs + ">");
      assertThat(answer.json().has("crs")).as("GeoJSON has no member of that name").isFalse();
    }
  }
}
