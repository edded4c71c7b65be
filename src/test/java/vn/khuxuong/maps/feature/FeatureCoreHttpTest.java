package vn.khuxuong.maps.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.khuxuong.KhuxuongTest;
import vn.khuxuong.maps.Door;
import vn.khuxuong.maps.Door.Answer;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.layer.LayerCatalogue;
import vn.khuxuong.platform.database.DataRevision;

/**
 * OGC API Features Part 1, the requirements of Core and GeoJSON; each test names the one it holds.
 */
@KhuxuongTest
class FeatureCoreHttpTest {

  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;
  @Autowired private LayerCatalogue catalogue;
  @Autowired private DataRevision revision;
  private Door door;

  @BeforeEach
  void open() {
    door = new Door(port);
  }

  /** /req/core/root-op, root-success. */
  @Test
  void landingPageLinksToDescriptionConformanceAndData() {
    for (String address : List.of("/ogc", "/ogc/")) {
      Answer answer = door.get(address);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.header("Content-Type")).isEqualTo("application/json");
      JsonNode links = answer.json().get("links");
      assertThat(types(links, "service-desc"))
          .containsExactly("application/vnd.oai.openapi+json;version=3.0");
      assertThat(types(links, "service-doc")).containsExactly("text/html");
      for (String rel : List.of("self", "alternate", "service-desc", "conformance", "data")) {
        assertThat(door.get(href(links, rel)).status()).as(rel).isEqualTo(200);
      }
    }
  }

  /** /req/core/conformance-success. */
  @Test
  void conformanceNamesCoreGeoJsonHtmlOpenApiAndCrs() {
    List<String> classes = texts(door.get("/ogc/conformance").json().get("conformsTo"));
    String part = "http://www.opengis.net/spec/ogcapi-features-";
    assertThat(classes)
        .contains(
            part + "1/1.0/conf/core",
            part + "1/1.0/conf/geojson",
            part + "1/1.0/conf/html",
            part + "1/1.0/conf/oas30",
            part + "2/1.0/conf/crs");
  }

  /** /req/core/rfc-md-op, rfc-md-success, fc-md-links, fc-md-items, fc-md-extent. */
  @Test
  void collectionsAreTheLayersWithExtentAndItems() {
    JsonNode collections = door.get("/ogc/collections").json().get("collections");
    List<String> ids = new ArrayList<>();
    for (JsonNode collection : collections) {
      ids.add(collection.get("id").asString());
      assertThat(collection.get("itemType").asString()).isEqualTo("feature");
      JsonNode box = collection.at("/extent/spatial/bbox/0");
      assertThat(box.get(0).asDouble()).isBetween(102.0, box.get(2).asDouble());
      assertThat(box.get(1).asDouble()).isBetween(6.0, box.get(3).asDouble());
      assertThat(types(collection.get("links"), "items"))
          .startsWith("application/geo+json", "text/html");
      assertThat(door.get(href(collection.get("links"), "items")).status()).isEqualTo(200);
      JsonNode alone = door.get("/ogc/collections/" + collection.get("id").asString()).json();
      assertThat(alone.get("extent")).isEqualTo(collection.get("extent"));
      assertThat(alone.get("title")).isEqualTo(collection.get("title"));
    }
    assertThat(ids).isEqualTo(catalogue.layers().stream().map(Layer::id).toList());
  }

  /** /req/core/fc-op, fc-response, fc-links, fc-rel-type, fc-timeStamp, fc-numberReturned. */
  @Test
  void itemsAreFeatureCollectionWithLinksTimeAndCounts() {
    Answer answer = door.get("/ogc/collections/subzones/items?limit=5");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("application/geo+json");
    JsonNode page = answer.json();
    assertThat(page.get("type").asString()).isEqualTo("FeatureCollection");
    assertThat(page.get("features").size()).isEqualTo(5);
    assertThat(page.get("numberReturned").asInt()).isEqualTo(5);
    assertThat(page.get("numberMatched").asLong()).isEqualTo(count("subzones", "true"));
    assertThat(page.get("timeStamp").asString()).endsWith("Z");
    assertThat(Instant.parse(page.get("timeStamp").asString()))
        .as("since when this has been the answer")
        .isBefore(Instant.now().plusSeconds(1));
    JsonNode links = page.get("links");
    assertThat(types(links, "self")).containsExactly("application/geo+json");
    assertThat(types(links, "alternate"))
        .contains("text/html", "application/fg+json", "application/vnd.google-earth.kml+xml");
    assertThat(types(links, "next")).containsExactly("application/geo+json");
  }

  /** /req/geojson/content; the properties stand in the order of the layer file. */
  @Test
  void propertiesKeepTheirOrderAndTypes() {
    JsonNode feature = door.get("/ogc/collections/zones/items?limit=1").json().at("/features/0");
    List<String> names = List.copyOf(feature.get("properties").propertyNames());
    assertThat(names)
        .isEqualTo(catalogue.get("zones").fields().stream().map(field -> field.name()).toList());
    assertThat(feature.at("/properties/gross_area_ha").isNumber()).isTrue();
    assertThat(feature.at("/properties/converting").isBoolean()).isTrue();
    assertThat(feature.at("/properties/founded").isIntegralNumber()).isTrue();
    assertThat(feature.at("/properties/term_end").asString()).matches("\\d{4}-\\d{2}-\\d{2}");
    assertThat(feature.get("id").asString()).isEqualTo(feature.at("/properties/code").asString());
  }

  /** /req/core/fc-limit-definition, fc-limit-response: the next link works with any limit. */
  @Test
  void pagesTogetherHoldEveryFeatureOnceAlsoWhenLimitChanges() {
    long all = count("bays", "true");
    List<String> seen = new ArrayList<>();
    String next = "/ogc/collections/bays/items?limit=50";
    int pages = 0;
    while (!next.isEmpty()) {
      JsonNode page = door.get(next).json();
      assertThat(page.get("numberMatched").asLong()).isEqualTo(all);
      page.get("features").forEach(feature -> seen.add(feature.get("id").asString()));
      pages++;
      next = href(page.get("links"), "next");
      if (pages == 2) {
        next = next.replace("limit=50", "limit=10000");
      }
    }
    assertThat(pages).isEqualTo(3);
    assertThat(seen).hasSize((int) all).doesNotHaveDuplicates();
  }

  /** Paging over a text key. */
  @Test
  void pagesOverTextKeys() {
    List<String> seen = new ArrayList<>();
    String next = "/ogc/collections/zones/items?limit=1";
    while (!next.isEmpty()) {
      JsonNode page = door.get(next).json();
      page.get("features").forEach(feature -> seen.add(feature.get("id").asString()));
      next = href(page.get("links"), "next");
    }
    assertThat(seen).hasSize((int) count("zones", "true")).doesNotHaveDuplicates().isSorted();
  }

  /** /req/core/fc-bbox-definition, fc-bbox-response. */
  @Test
  void boxFindsWhatTouchesItAndNothingElse() {
    String box = "106.512,10.799,106.516,10.806";
    JsonNode page = door.get("/ogc/collections/subzones/items?limit=1000&bbox=" + box).json();
    long expected = count("subzones", "st_intersects(geom, st_makeenvelope(" + box + ", 4326))");
    assertThat(expected).isBetween(1L, count("subzones", "true") - 1);
    assertThat(page.get("numberMatched").asLong()).isEqualTo(expected);
    assertThat(page.get("features").size()).isEqualTo((int) expected);
    String six = "106.512,10.799,-50,106.516,10.806,900";
    assertThat(matched("/ogc/collections/subzones/items?bbox=" + six)).isEqualTo(expected);
  }

  /** /req/core/fc-bbox-response for the boxes the test suite sends. */
  @Test
  void boxesOverAntimeridianAndPolesAreAnswered() {
    for (String box : List.of("177,65,-177,70", "-180,85,180,90", "-180,-90,180,-85")) {
      Answer answer = door.get("/ogc/collections/subzones/items?bbox=" + box);
      assertThat(answer.status()).as(box).isEqualTo(200);
      assertThat(answer.json().get("numberMatched").asLong()).as(box).isZero();
    }
    assertThat(matched("/ogc/collections/zones/items?bbox=-180,-90,180,90"))
        .isEqualTo(count("zones", "true"));
    // from 106° E eastwards around the world to 10° E: the city's zones and not those before 106°
    assertThat(matched("/ogc/collections/zones/items?bbox=106,-90,10,90"))
        .isEqualTo(count("zones", "true"));
    assertThat(matched("/ogc/collections/zones/items?bbox=110,-90,106,90")).isZero();
  }

  /** /req/core/fc-time-definition, fc-time-response. */
  @Test
  void datetimeFindsWhatIsInForceOnThoseDays() {
    String items = "/ogc/collections/subzones/items?datetime=";
    assertThat(matched(items + "2000-01-01")).isZero();
    assertThat(matched(items + "../2000-01-01T00:00:00Z")).isZero();
    assertThat(matched(items + "2000-01-01/..")).isEqualTo(count("subzones", "true"));
    assertThat(matched(items + "2026-10-01"))
        .isEqualTo(count("subzones", "valid_from <= '2026-10-01'"));
    // 17:00 UTC is midnight in Ho Chi Minh City
    assertThat(matched(items + "2026-09-30T16:59:59Z")).isZero();
    assertThat(matched(items + "2026-09-30T17:00:00Z")).isPositive();
    String free = "/ogc/collections/vacancies/items?datetime=2027-06-01";
    assertThat(matched(free))
        .isEqualTo(
            count(
                "vacancies",
                "free_from <= '2027-06-01' and (free_until is null or free_until > '2027-06-01')"));
    // without a temporal property the parameter says nothing about a feature
    assertThat(matched("/ogc/collections/zones/items?datetime=1900-01-01"))
        .isEqualTo(count("zones", "true"));
  }

  /** /req/core/param filters of queryables: equality, all of them together. */
  @Test
  void propertyFiltersCompareForEquality() {
    JsonNode page =
        door.get("/ogc/collections/subzones/items?zone_code=PVH&land_use=SUPPORT").json();
    assertThat(page.get("numberMatched").asLong())
        .isPositive()
        .isEqualTo(count("subzones", "zone_code = 'PVH' and land_use = 'SUPPORT'"));
    page.get("features")
        .forEach(
            feature ->
                assertThat(feature.at("/properties/land_use").asString()).isEqualTo("SUPPORT"));
    assertThat(matched("/ogc/collections/bays/items?level=2&status=FREE"))
        .isEqualTo(count("bays", "level = 2 and status = 'FREE'"));
    assertThat(matched("/ogc/collections/zones/items?converting=true"))
        .isEqualTo(count("zones", "converting"));
    String decomposed =
        java.text.Normalizer.normalize("Hồ điều hòa", java.text.Normalizer.Form.NFD);
    assertThat(matched("/ogc/collections/subzones/items?name_vi=" + Door.encoded(decomposed)))
        .isEqualTo(count("subzones", "name_vi = 'Hồ điều hòa'"));
  }

  /** /req/core/f-op, f-success, f-links. */
  @Test
  void singleFeatureLinksToItselfItsPageAndItsCollection() {
    JsonNode first = door.get("/ogc/collections/zones/items?limit=1").json().at("/features/0");
    Answer answer = door.get("/ogc/collections/zones/items/" + first.get("id").asString());
    assertThat(answer.header("Content-Type")).isEqualTo("application/geo+json");
    JsonNode feature = answer.json();
    assertThat(feature.get("geometry")).isEqualTo(first.get("geometry"));
    assertThat(feature.get("properties")).isEqualTo(first.get("properties"));
    for (String rel : List.of("self", "alternate", "collection")) {
      assertThat(door.get(href(feature.get("links"), rel)).status()).as(rel).isEqualTo(200);
    }
  }

  /** /req/core/http: HEAD and OPTIONS, and a validator that moves with the data. */
  @Test
  void answersAreRevalidatedAndChangeTheirTagWithTheData() {
    for (String path :
        List.of(
            "/ogc",
            "/ogc/api",
            "/ogc/collections",
            "/ogc/collections/subzones/items?limit=3",
            "/ogc/collections/zones/items/PVH")) {
      Answer first = door.get(path);
      assertThat(first.header("Cache-Control")).as(path).isEqualTo("no-cache");
      String etag = first.header("ETag");
      assertThat(etag).as(path).isNotEmpty();
      Answer again = door.get(path, "If-None-Match", etag);
      assertThat(again.status()).as(path).isEqualTo(304);
      assertThat(again.bytes()).isEmpty();
      Answer head = door.send("HEAD", path);
      assertThat(head.status()).as(path).isEqualTo(200);
      assertThat(head.bytes()).isEmpty();
      assertThat(head.header("Content-Type")).isEqualTo(first.header("Content-Type"));
      assertThat(door.send("OPTIONS", path).header("Allow")).contains("GET").contains("HEAD");
    }
    String items = "/ogc/collections/subzones/items?limit=3";
    String etag = door.get(items).header("ETag");
    revision.bump();
    assertThat(door.get(items, "If-None-Match", etag).status()).isEqualTo(200);
  }

  /** Right-hand rule and closed rings of RFC 7946, and the nine decimals that hold a millimetre. */
  @Test
  void outerRingsTurnLeftAndCoordinatesHoldMillimetres() {
    JsonNode ring =
        door.get("/ogc/collections/subzones/items/1").json().at("/geometry/coordinates/0");
    double twiceArea = 0;
    int finest = 0;
    for (int i = 0; i + 1 < ring.size(); i++) {
      twiceArea +=
          ring.get(i).get(0).asDouble() * ring.get(i + 1).get(1).asDouble()
              - ring.get(i + 1).get(0).asDouble() * ring.get(i).get(1).asDouble();
      finest = Math.max(finest, ring.get(i).get(0).asString().replaceAll(".*\\.", "").length());
    }
    assertThat(twiceArea).isPositive();
    assertThat(finest).isEqualTo(9);
  }

  /** Part 3, /req/queryables: every queryable is a parameter, every other field is none. */
  @Test
  void queryablesAreExactlyTheFilters() {
    Answer answer = door.get("/ogc/collections/bays/queryables");
    assertThat(answer.header("Content-Type")).isEqualTo("application/schema+json");
    JsonNode properties = answer.json().get("properties");
    assertThat(properties.at("/status/enum/0").asString()).isEqualTo("FREE");
    JsonNode fields = door.get("/ogc/collections/bays/schema").json().get("properties");
    assertThat(new HashSet<>(fields.propertyNames())).containsAll(properties.propertyNames());
    for (String name : fields.propertyNames()) {
      if (!name.equals("geometry") && !properties.has(name)) {
        assertThat(door.get("/ogc/collections/bays/items?" + name + "=1").status())
            .as(name)
            .isEqualTo(400);
      }
    }
    for (String name : properties.propertyNames()) {
      JsonNode property = properties.get(name);
      if (name.equals("geometry")) {
        continue; // a shape is no parameter's value
      }
      boolean text = property.path("type").asString().equals("string");
      String value =
          property.path("format").asString("").equals("date") ? "2025-01-01" : text ? "x" : "1";
      assertThat(door.get("/ogc/collections/bays/items?" + name + "=" + value).status())
          .as(name)
          .isEqualTo(200);
    }
  }

  private long matched(String path) {
    Answer answer = door.get(path);
    assertThat(answer.status()).as(path).isEqualTo(200);
    return answer.json().get("numberMatched").asLong();
  }

  private long count(String view, String condition) {
    return jdbc.sql("select count(*) from published." + view + " where " + condition)
        .query(Long.class)
        .single();
  }

  private static String href(JsonNode links, String rel) {
    for (JsonNode link : links) {
      if (link.get("rel").asString().equals(rel)) {
        return link.get("href").asString();
      }
    }
    return "";
  }

  private static List<String> types(JsonNode links, String rel) {
    List<String> types = new ArrayList<>();
    for (JsonNode link : links) {
      if (link.get("rel").asString().equals(rel)) {
        types.add(link.get("type").asString());
      }
    }
    return types;
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(item -> texts.add(item.asString()));
    return texts;
  }
}
