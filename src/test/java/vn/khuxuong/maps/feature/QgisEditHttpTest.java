package vn.khuxuong.maps.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.khuxuong.maps.feature.DraftFeatures.COLLECTION;
import static vn.khuxuong.maps.feature.DraftFeatures.ITEMS;
import static vn.khuxuong.maps.feature.DraftFeatures.at;
import static vn.khuxuong.maps.feature.DraftFeatures.id;
import static vn.khuxuong.maps.feature.DraftFeatures.with;

import java.net.CookieManager;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.khuxuong.KhuxuongTest;
import vn.khuxuong.platform.security.Accounts;

/**
 * The requests of QGIS's OGC API Features provider, in its order: it keeps what it once read, sends
 * whole features without any precondition, saves attributes and shapes in two requests, and keeps
 * cookies.
 */
@KhuxuongTest
class QgisEditHttpTest {
  private static final JsonMapper JSON = JsonMapper.shared();

  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  private DraftFeatures draft;
  private Qgis qgis;

  /** One running QGIS of one person. */
  private final class Qgis {
    private final HttpClient http =
        HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String credentials;

    Qgis(String who) {
      credentials =
          "Basic "
              + Base64.getEncoder()
                  .encodeToString(
                      (who + ":" + draft.desk.password()).getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> send(String method, String path, String body, String... headers) {
      try {
        HttpRequest.Builder request =
            HttpRequest.newBuilder(draft.desk.uri(path))
                .header("Authorization", credentials)
                .header("User-Agent", "Mozilla/5.0 QGIS/33404/Debian")
                .method(
                    method,
                    body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
          request.header("Content-Type", "application/geo+json");
        }
        if (headers.length > 0) {
          request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofString());
      } catch (java.io.IOException | InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    JsonNode get(String path) {
      HttpResponse<String> answer = send("GET", path, "");
      assertThat(answer.statusCode()).as("%s: %s", path, answer.body()).isEqualTo(200);
      return JSON.readTree(answer.body());
    }
  }

  @BeforeEach
  void startDraft() {
    draft = new DraftFeatures(port, accounts);
    qgis = new Qgis(draft.an);
  }

  @AfterEach
  void endDraft() {
    draft.withdraw();
  }

  /** As QGIS writes a feature back: id on top, all attributes, no links. */
  private static ObjectNode written(JsonNode feature) {
    ObjectNode written = feature.deepCopy().asObject();
    written.remove("links");
    return written;
  }

  @Test
  void aDayOfEditingInQgis() {
    qgis.get("/ogc");
    assertThat(qgis.get("/ogc/conformance").path("conformsTo").toString())
        .contains("ogcapi-features-4/1.0/conf/create-replace-delete");
    assertThat(qgis.get(COLLECTION).path("id").asString()).isEqualTo("draft_subzones");
    JsonNode page = qgis.get(ITEMS + "?plan_id=" + draft.plan + "&limit=10");
    JsonNode cached = page.at("/features/0");
    assertThat(allowed(ITEMS)).contains("POST");
    assertThat(allowed(ITEMS + "/" + id(cached))).contains("PUT", "DELETE").doesNotContain("PATCH");

    // one save: attributes first, then the shape, both with the version from the cache
    String item = ITEMS + "/" + id(cached);
    ObjectNode renamed = written(with(cached, "name_vi", "Sửa trong QGIS"));
    assertThat(qgis.send("PUT", item, renamed.toString()).statusCode()).isEqualTo(200);
    ObjectNode moved = written(at(renamed, draft.square(0, 0, 120)));
    HttpResponse<String> shape = qgis.send("PUT", item, moved.toString());
    assertThat(shape.statusCode()).as(shape.body()).isEqualTo(200);

    // a second save in the same session; area and version are still those from the cache
    ObjectNode again = written(with(moved, "phase", 2));
    HttpResponse<String> second = qgis.send("PUT", item, again.toString());
    assertThat(second.statusCode()).as(second.body()).isEqualTo(200);
    JsonNode now = qgis.get(item);
    assertThat(now.at("/properties/name_vi").asString()).isEqualTo("Sửa trong QGIS");
    assertThat(now.at("/properties/phase").asInt()).isEqualTo(2);
    assertThat(now.at("/properties/area_m2").asDouble()).isBetween(14_000.0, 15_000.0);

    // a new feature: attributes nobody filled in are null
    ObjectNode fresh = written(cached);
    fresh.remove("id");
    fresh.set("geometry", JSON.readTree(draft.square(200, 0, 50)));
    ObjectNode properties = (ObjectNode) fresh.path("properties");
    cached.path("properties").propertyNames().forEach(properties::putNull);
    properties.put("land_use", "GREEN");
    HttpResponse<String> post = qgis.send("POST", ITEMS, fresh.toString());
    assertThat(post.statusCode()).as(post.body()).isEqualTo(201);
    String made = post.headers().firstValue("Location").orElseThrow();
    String madeId = made.substring(made.lastIndexOf("/items/") + "/items/".length());
    JsonNode read = qgis.get(ITEMS + "/" + madeId);
    assertThat(read.at("/properties/code").asString()).startsWith("CX-");
    HttpResponse<String> gone = qgis.send("DELETE", ITEMS + "/" + madeId, "");
    assertThat(gone.statusCode()).as(gone.body()).isEqualTo(204);
  }

  private List<String> allowed(String path) {
    HttpResponse<String> options = qgis.send("OPTIONS", path, "");
    assertThat(options.statusCode()).isEqualTo(200);
    return List.of(options.headers().firstValue("Allow").orElseThrow().split(", "));
  }

  @Test
  void twoQgisOfTwoPeopleDoNotOverwriteEachOther() {
    Qgis other = new Qgis(draft.binh);
    JsonNode cached = qgis.get(ITEMS + "?plan_id=" + draft.plan).at("/features/0");
    JsonNode cachedThere = other.get(ITEMS + "?plan_id=" + draft.plan).at("/features/0");
    String item = ITEMS + "/" + id(cached);
    assertThat(
            qgis.send("PUT", item, written(with(cached, "name_vi", "Của An")).toString())
                .statusCode())
        .isEqualTo(200);
    HttpResponse<String> theirs =
        other.send("PUT", item, written(with(cachedThere, "name_vi", "Của Bình")).toString());
    assertThat(theirs.statusCode()).isEqualTo(409);
    assertThat(theirs.body()).contains("Của An").contains(draft.an);
    assertThat(other.send("DELETE", item, "").statusCode()).isEqualTo(428);

    // read again, Bình may; what An still has in her cache is then old for her too
    JsonNode reloaded = other.get(ITEMS + "?plan_id=" + draft.plan).at("/features/0");
    assertThat(
            other
                .send("PUT", item, written(with(reloaded, "name_vi", "Của cả hai")).toString())
                .statusCode())
        .isEqualTo(200);
    assertThat(qgis.send("PUT", item, written(with(cached, "phase", 5)).toString()).statusCode())
        .isEqualTo(409);
    assertThat(qgis.get(item).at("/properties/name_vi").asString()).isEqualTo("Của cả hai");
  }

  @Test
  void twoQgisOfOnePersonDoNotEither() {
    Qgis elsewhere = new Qgis(draft.an);
    JsonNode cached = qgis.get(ITEMS + "?plan_id=" + draft.plan).at("/features/0");
    String item = ITEMS + "/" + id(cached);
    assertThat(
            qgis.send("PUT", item, written(with(cached, "name_vi", "Ở cơ quan")).toString())
                .statusCode())
        .isEqualTo(200);
    assertThat(
            elsewhere
                .send("PUT", item, written(with(cached, "name_vi", "Ở nhà")).toString())
                .statusCode())
        .isEqualTo(409);
    assertThat(qgis.get(item).at("/properties/name_vi").asString()).isEqualTo("Ở cơ quan");
  }

  @Test
  void aBorderIsMovedForBothNeighboursInOneSave() {
    JsonNode north = qgis.get(ITEMS + "?plan_id=" + draft.plan + "&code=CN-01").at("/features/0");
    JsonNode south = qgis.get(ITEMS + "?plan_id=" + draft.plan + "&code=CN-02").at("/features/0");
    // every shared vertex goes ten metres north, as topological editing does
    ObjectNode northMoved = written(north);
    ObjectNode southMoved = written(south);
    int moved = 0;
    for (JsonNode ring : northMoved.at("/geometry/coordinates")) {
      for (JsonNode position : ring) {
        if (south.path("geometry").toString().contains(position.toString())) {
          String was = position.toString();
          ArrayNode pair = (ArrayNode) position;
          pair.set(1, JSON.getNodeFactory().numberNode(pair.get(1).asDouble() + 0.00009));
          southMoved.set(
              "geometry",
              JSON.readTree(southMoved.path("geometry").toString().replace(was, pair.toString())));
          moved++;
        }
      }
    }
    assertThat(moved).isGreaterThanOrEqualTo(2);
    HttpResponse<String> first = qgis.send("PUT", ITEMS + "/" + id(north), northMoved.toString());
    assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
    HttpResponse<String> second = qgis.send("PUT", ITEMS + "/" + id(south), southMoved.toString());
    assertThat(second.statusCode()).as(second.body()).isEqualTo(200);
  }

  @Test
  void gdalReadsDraftsWithAPassword() throws Exception {
    Assumptions.assumeTrue(
        new ProcessBuilder("which", "ogrinfo").start().waitFor() == 0, "GDAL is not installed");
    ProcessBuilder ogrinfo =
        new ProcessBuilder(
            "ogrinfo", "-ro", "-so", "OAPIF:http://localhost:" + port + "/ogc", "draft_subzones");
    ogrinfo.redirectErrorStream(true);
    ogrinfo.environment().put("GDAL_HTTP_USERPWD", draft.an + ":" + draft.desk.password());
    ogrinfo.environment().put("GDAL_HTTP_AUTH", "BASIC");
    Process process = ogrinfo.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(said).contains("Layer name: draft_subzones", "version: Integer", "Polygon");
    ogrinfo.environment().remove("GDAL_HTTP_USERPWD");
    Process anonymous = ogrinfo.start();
    assertThat(new String(anonymous.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .doesNotContain("Layer name: draft_subzones");
    anonymous.waitFor(60, TimeUnit.SECONDS);
  }
}
