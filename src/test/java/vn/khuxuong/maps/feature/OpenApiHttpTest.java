package vn.khuxuong.maps.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import vn.khuxuong.KhuxuongTest;
import vn.khuxuong.maps.Door;
import vn.khuxuong.maps.Door.Answer;

/** /req/oas30: the description is what test suites and generators work from. */
@KhuxuongTest
class OpenApiHttpTest {

  @LocalServerPort private int port;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping mappings;

  @Test
  void documentHasItsExactMediaTypeAndTheLandingPageAsServer() {
    Door door = new Door(port);
    Answer answer = door.get("/ogc/api");
    assertThat(answer.header("Content-Type"))
        .isEqualTo("application/vnd.oai.openapi+json;version=3.0");
    assertThat(answer.json().get("openapi").asString()).startsWith("3.0.");
    assertThat(answer.json().at("/servers/0/url").asString()).isEqualTo(door.root() + "/ogc");
  }

  @Test
  void documentRefersToNothingOutsideAndEverythingInsideExists() {
    JsonNode document = new Door(port).get("/ogc/api").json();
    List<String> references = new ArrayList<>();
    collect(document, references);
    assertThat(references)
        .isNotEmpty()
        .allSatisfy(
            reference -> {
              assertThat(reference).startsWith("#/");
              assertThat(document.at(reference.substring(1)).isMissingNode())
                  .as(reference)
                  .isFalse();
            });
  }

  @Test
  void everyPathIsAnsweredAndEveryOperationHasItsResponses() {
    Door door = new Door(port);
    JsonNode paths = door.get("/ogc/api").json().get("paths");
    List<String> ids = new ArrayList<>();
    for (String path : paths.propertyNames()) {
      JsonNode operation = paths.get(path).get("get");
      ids.add(operation.get("operationId").asString());
      assertThat(operation.get("responses").has("200")).isTrue();
      assertThat(operation.get("responses").has("default")).isTrue();
      if (!path.contains("{")) {
        assertThat(door.get("/ogc" + path).status()).as(path).isEqualTo(200);
      }
    }
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(paths.propertyNames())
        .contains("/", "/conformance", "/collections", "/collections/{collectionId}")
        .contains("/collections/bays/items", "/collections/bays/items/{featureId}");
  }

  /** Example pages are no part of the API; changes are told of to those only who may make them. */
  @Test
  void everyRouteIsInTheDocument() {
    Door door = new Door(port);
    Set<String> told = new TreeSet<>();
    for (String path : door.get("/ogc/api").json().get("paths").propertyNames()) {
      told.add(shape(path.replaceFirst("^/collections/\\w+/items", "/collections/{id}/items")));
    }
    Set<String> routes = new TreeSet<>();
    mappings
        .getHandlerMethods()
        .keySet()
        .forEach(
            mapping -> {
              if (mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET)) {
                mapping.getPatternValues().stream()
                    .filter(path -> path.startsWith("/ogc/") && !path.startsWith("/ogc/examples"))
                    .map(path -> shape(path.substring("/ogc".length())))
                    .forEach(routes::add);
              }
            });
    assertThat(routes).hasSizeGreaterThan(25);
    assertThat(told).containsAll(routes);
    assertThat(told).contains("/styles/sprite/{}", "/styles/fonts/{}/{}");
  }

  private static String shape(String path) {
    return path.replaceAll("[{][^}]*[}]", "{}");
  }

  /** /req/core/fc-bbox-definition, fc-limit-definition, fc-time-definition, to the letter. */
  @Test
  void parametersAreDefinedToTheLetter() {
    JsonNode parameters = new Door(port).get("/ogc/api").json().at("/components/parameters");
    JsonNode limit = parameters.get("limit");
    assertThat(limit.at("/schema/type").asString()).isEqualTo("integer");
    assertThat(limit.at("/schema/minimum").asInt()).isEqualTo(1);
    assertThat(limit.at("/schema/maximum").asInt()).isEqualTo(10_000);
    assertThat(limit.at("/schema/default").asInt()).isEqualTo(100);
    JsonNode bbox = parameters.get("bbox");
    assertThat(bbox.at("/schema/type").asString()).isEqualTo("array");
    assertThat(bbox.at("/schema/minItems").asInt()).isEqualTo(4);
    assertThat(bbox.at("/schema/maxItems").asInt()).isEqualTo(6);
    assertThat(bbox.at("/schema/items/type").asString()).isEqualTo("number");
    assertThat(parameters.at("/datetime/schema/type").asString()).isEqualTo("string");
    for (String name : List.of("limit", "bbox", "datetime")) {
      JsonNode parameter = parameters.get(name);
      assertThat(parameter.get("name").asString()).isEqualTo(name);
      assertThat(parameter.get("in").asString()).isEqualTo("query");
      assertThat(parameter.get("required").asBoolean()).isFalse();
      assertThat(parameter.get("style").asString()).isEqualTo("form");
      assertThat(parameter.get("explode").asBoolean()).isFalse();
    }
  }

  /** /req/html: every resource is a page too, in both languages. */
  @Test
  void everyResourceIsPageInBothLanguages() {
    Door door = new Door(port);
    for (String path :
        List.of(
            "/ogc",
            "/ogc/conformance",
            "/ogc/api",
            "/ogc/collections",
            "/ogc/collections/bays",
            "/ogc/collections/bays/queryables",
            "/ogc/collections/bays/schema",
            "/ogc/collections/bays/items",
            "/ogc/collections/zones/items/PVH")) {
      Answer vi = door.get(path + "?f=html");
      Answer en = door.get(path + "?f=html&lang=en");
      assertThat(vi.status()).as(path).isEqualTo(200);
      assertThat(vi.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
      assertThat(vi.text()).startsWith("<!doctype html>").contains("<html lang=\"vi\">");
      assertThat(en.text()).contains("<html lang=\"en\">").isNotEqualTo(vi.text());
      assertThat(en.header("Content-Language")).isEqualTo("en");
    }
    assertThat(door.get("/ogc/collections/bays/items?f=html").text()).contains("Trang sau");
    assertThat(door.get("/ogc/collections/bays/items?f=html&lang=en").text())
        .contains("Next page", "Bay number");
  }

  private static void collect(JsonNode node, List<String> references) {
    if (node.isObject()) {
      for (String name : node.propertyNames()) {
        if (name.equals("$ref")) {
          references.add(node.get(name).asString());
        }
      }
    }
    node.forEach(child -> collect(child, references));
  }
}
