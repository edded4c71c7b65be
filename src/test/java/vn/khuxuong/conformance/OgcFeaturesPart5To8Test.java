package vn.khuxuong.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import vn.khuxuong.KhuxuongTest;
import vn.khuxuong.maps.Door;

/** OGC API Features Part 5 (23-058r2), 6 (24-019) and 8 (24-030), by requirement ids. */
@KhuxuongTest
class OgcFeaturesPart5To8Test {

  private static final String COLLECTION = "/ogc/collections/subzones";

  @LocalServerPort private int port;
  private Door door;

  @BeforeEach
  void open() {
    door = new Door(port);
  }

  @Test
  @DisplayName("Part 5 /req/schemas/json-schema, properties, role-id, property-seq, unit")
  void schemas() {
    for (String list : List.of("schema", "queryables", "sortables")) {
      Door.Answer answer = door.get(COLLECTION + "/" + list, "Accept", "application/schema+json");
      assertThat(answer.header("Content-Type")).isEqualTo("application/schema+json");
      JsonNode schema = answer.json();
      assertThat(schema.get("$id").asString()).endsWith(COLLECTION + "/" + list);
      for (JsonNode property : schema.get("properties")) {
        assertThat(property.has("title")).isTrue();
        boolean shape = property.path("format").asString("").startsWith("geometry-");
        assertThat(property.has("type")).isEqualTo(!shape);
      }
    }
    JsonNode properties = door.get(COLLECTION + "/schema").json().get("properties");
    List<Integer> order = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    for (String name : properties.propertyNames()) {
      order.add(properties.at("/" + name + "/x-ogc-propertySeq").asInt());
      if (properties.at("/" + name + "/x-ogc-role").asString("").equals("id")) {
        ids.add(name);
      }
    }
    assertThat(order).isSorted().doesNotHaveDuplicates();
    assertThat(ids).containsExactly("id");
    assertThat(properties.at("/area_m2/x-ogc-unit").asString()).isEqualTo("m2");
  }

  @Test
  @DisplayName("Part 5 /req/advanced-property-roles")
  void roles() {
    JsonNode properties = door.get(COLLECTION + "/schema").json().get("properties");
    assertThat(properties.at("/geometry/x-ogc-role").asString()).isEqualTo("primary-geometry");
    assertThat(properties.at("/geometry/format").asString()).isEqualTo("geometry-polygon");
    assertThat(properties.at("/valid_from/x-ogc-role").asString())
        .isEqualTo("primary-interval-start");
  }

  @Test
  @DisplayName("Part 5 /req/returnables-and-receivables, queryables, sortables: link and op")
  void schemaLinks() {
    List<String> rels = new ArrayList<>();
    door.get(COLLECTION).json().get("links").forEach(l -> rels.add(l.get("rel").asString()));
    String base = "http://www.opengis.net/def/rel/ogc/1.0/";
    assertThat(rels).contains(base + "schema", base + "queryables", base + "sortables");
    JsonNode sortables = door.get(COLLECTION + "/sortables").json();
    assertThat(sortables.get("additionalProperties").asBoolean()).isFalse();
    assertThat(sortables.get("properties").has("geometry")).isFalse();
    for (String name : sortables.get("properties").propertyNames()) {
      assertThat(door.get(COLLECTION + "/items?limit=1&sortby=-" + name).status()).isEqualTo(200);
    }
    assertThat(door.get(COLLECTION + "/items?sortby=geometry").status()).isEqualTo(400);
  }

  @Test
  @DisplayName("Part 6 /req/properties/parameter, response, /req/properties-features/request")
  void propertySelection() {
    for (String path : List.of("/items?limit=1&properties=code", "/items/1?properties=code")) {
      JsonNode answer = door.get(COLLECTION + path).json();
      JsonNode feature = answer.has("features") ? answer.at("/features/0") : answer;
      assertThat(feature.get("properties").propertyNames()).containsExactly("code");
      assertThat(feature.get("geometry").isNull()).isTrue();
    }
    JsonNode parameter = door.get("/ogc/api").json().at("/components/parameters/properties");
    assertThat(parameter.at("/schema/type").asString()).isEqualTo("array");
    assertThat(parameter.get("explode").asBoolean()).isFalse();
  }

  @Test
  @DisplayName(
      "Part 8 /req/sorting/sortby-definition, sortby-response, defaultSortOrder-definition")
  void sorting() {
    List<Double> areas = new ArrayList<>();
    door.get(COLLECTION + "/items?limit=1000&sortby=-area_m2")
        .json()
        .get("features")
        .forEach(feature -> areas.add(feature.at("/properties/area_m2").asDouble()));
    assertThat(areas).hasSize(70).isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(door.get(COLLECTION).json().at("/defaultSortOrder/0").asString()).isEqualTo("+id");
    JsonNode parameter = door.get("/ogc/api").json().at("/components/parameters/sortby");
    assertThat(parameter.at("/schema/items/pattern").asString()).isEqualTo("[+|-]?[A-Za-z_].*");
    assertThat(parameter.at("/schema/minItems").asInt()).isEqualTo(1);
  }
}
