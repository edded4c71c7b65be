package vn.khuxuong.maps.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.khuxuong.maps.feature.DraftFeatures.COLLECTION;
import static vn.khuxuong.maps.feature.DraftFeatures.ITEMS;
import static vn.khuxuong.maps.feature.DraftFeatures.id;
import static vn.khuxuong.maps.feature.DraftFeatures.with;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.khuxuong.KhuxuongTest;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.zoning.PlanDesk.Answer;

/**
 * OGC API Features Part 4 (20-002r1), requirement by requirement: classes create-replace-delete,
 * features and optimistic-locking-etags. Of class update all holds but that OPTIONS names PATCH,
 * and so it is not declared.
 */
@KhuxuongTest
class FeaturesPart4HttpTest {
  private static final String EPSG = "http://www.opengis.net/def/crs/EPSG/0/";

  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  private DraftFeatures draft;
  private JsonNode north;

  @BeforeEach
  void startDraft() {
    draft = new DraftFeatures(port, accounts);
    north = draft.feature("CN-01");
  }

  @AfterEach
  void endDraft() {
    draft.withdraw();
  }

  private Answer get(String path) {
    return draft.desk.get(draft.an, path);
  }

  private Answer options(String path) {
    return draft.desk.send(
        draft.an,
        HttpRequest.newBuilder(draft.desk.uri(path)).method("OPTIONS", BodyPublishers.noBody()));
  }

  @Test
  @DisplayName("conformance declares what is tested here, and not class update")
  void conformance() {
    assertThat(get("/ogc/conformance").json().path("conformsTo").toString())
        .contains("features-4/1.0/conf/create-replace-delete")
        .contains("features-4/1.0/conf/features")
        .contains("features-4/1.0/req/optimistic-locking-etags")
        .doesNotContain("features-4/1.0/conf/update")
        .doesNotContain("optimistic-locking-timestamps");
  }

  @Test
  @DisplayName("/req/create-replace-delete/post-op, post-body, post-content-type")
  void post() {
    assertThat(options(ITEMS).header("Allow")).contains("POST");
    String fresh = draft.fresh("CX-01", draft.square(0, 0, 30));
    assertThat(draft.post(draft.an, fresh).status()).isEqualTo(201);
    assertThat(draft.post(draft.an, fresh, "Content-Type", "text/plain").status()).isEqualTo(415);
  }

  @Test
  @DisplayName("/req/create-replace-delete/post-response-rid, post-response")
  void postResponse() {
    Answer one = draft.post(draft.an, draft.fresh("CX-01", draft.square(0, 0, 30)));
    Answer two = draft.post(draft.an, draft.fresh("CX-02", draft.square(60, 0, 30)));
    assertThat(one.status()).isEqualTo(201);
    assertThat(one.header("Location")).isNotEqualTo(two.header("Location"));
    String path = one.header("Location").substring(one.header("Location").indexOf("/ogc"));
    assertThat(get(path).status()).isEqualTo(200);
  }

  @Test
  @DisplayName("/req/create-replace-delete/put-op, put-body, put-content-type, put-response")
  void put() {
    assertThat(options(ITEMS + "/" + id(north)).header("Allow")).contains("PUT");
    Answer put = draft.put(draft.an, id(north), with(north, "phase", 3));
    assertThat(put.status()).isIn(200, 204);
    Answer minimal =
        draft.put(draft.an, id(north), with(put.json(), "phase", 4), "Prefer", "return=minimal");
    assertThat(minimal.status()).isEqualTo(204);
    assertThat(minimal.raw().body()).isEmpty();
  }

  @Test
  @DisplayName("/req/create-replace-delete/put-rid")
  void putIgnoresTheIdInTheBody() {
    JsonNode renamed = with(with(north, "feature_id", "1.x"), "phase", 3);
    ((ObjectNode) renamed).put("id", "another");
    Answer put = draft.put(draft.an, id(north), renamed);
    assertThat(put.status()).as("%s", put.json()).isEqualTo(200);
    assertThat(put.json().path("id").asString()).isEqualTo(id(north));
    assertThat(put.json().at("/properties/feature_id").asString()).isEqualTo(id(north));
  }

  @Test
  @DisplayName("/req/create-replace-delete/put-rid-exception")
  void putOfWhatIsNotThere() {
    assertThat(draft.put(draft.an, "nosuch", north).status()).isEqualTo(404);
    String free = draft.plan + "." + UUID.randomUUID();
    assertThat(draft.put(draft.an, free, north, "If-Match", "*").status()).isEqualTo(412);
    String fresh = draft.fresh("CX-01", draft.square(0, 0, 30));
    assertThat(draft.put(draft.an, free, fresh, "If-None-Match", "*").status()).isEqualTo(201);
    assertThat(draft.put(draft.an, free, fresh, "If-None-Match", "*").status()).isEqualTo(412);
  }

  @Test
  @DisplayName("/req/create-replace-delete/delete-op, delete-response; /rec/delete/no-feature")
  void delete() {
    assertThat(options(ITEMS + "/" + id(north)).header("Allow")).contains("DELETE");
    String etag = get(ITEMS + "/" + id(north)).etag();
    assertThat(draft.delete(draft.an, id(north), "If-Match", etag).status()).isIn(200, 204);
    assertThat(get(ITEMS + "/" + id(north)).status()).isEqualTo(404);
    assertThat(draft.delete(draft.an, id(north)).status()).isEqualTo(404);
  }

  @Test
  @DisplayName("/req/create-replace-delete/options-op, options-response")
  void optionsResponse() {
    for (String path : new String[] {ITEMS, ITEMS + "/" + id(north)}) {
      Answer answer = options(path);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.header("Allow")).contains("GET", "OPTIONS");
    }
  }

  @Test
  @DisplayName("/req/optimistic-locking-etags/get-, put-, patch-etag-response")
  void etagsInAnswers() {
    Answer read = get(ITEMS + "/" + id(north));
    assertThat(read.etag()).startsWith("\"");
    assertThat(
            draft
                .desk
                .send(
                    draft.an,
                    HttpRequest.newBuilder(draft.desk.uri(ITEMS + "/" + id(north)))
                        .header("If-None-Match", read.etag()))
                .status())
        .isEqualTo(304);
    Answer put = draft.put(draft.an, id(north), with(north, "phase", 3));
    assertThat(put.etag()).startsWith("\"").isNotEqualTo(read.etag());
    Answer patch =
        draft.patch(draft.an, id(north), "{\"properties\":{\"phase\":5}}", "If-Match", put.etag());
    assertThat(patch.status()).isEqualTo(200);
    assertThat(patch.etag()).startsWith("\"").isNotEqualTo(put.etag());
  }

  @Test
  @DisplayName(
      "/req/optimistic-locking-etags/ifmatch-put-eval, ifmatch-patch-eval; ifmatch-missing")
  void ifMatch() {
    String old = get(ITEMS + "/" + id(north)).etag();
    draft.put(draft.an, id(north), with(north, "phase", 3));
    assertThat(draft.put(draft.an, id(north), with(north, "phase", 4), "If-Match", old).status())
        .isEqualTo(412);
    String patch = "{\"properties\":{\"phase\":4}}";
    assertThat(draft.patch(draft.an, id(north), patch, "If-Match", old).status()).isEqualTo(412);
    assertThat(draft.patch(draft.an, id(north), patch).status()).isEqualTo(428);
  }

  @Test
  @DisplayName("/req/features/collection-endpoint")
  void collectionTellsOfChosenIds() {
    assertThat(get(COLLECTION).json().path("supportsNonAutogeneratedResourceIds").asBoolean())
        .isTrue();
    assertThat(get("/ogc/collections").json().toString())
        .contains("supportsNonAutogeneratedResourceIds");
  }

  @Test
  @DisplayName("/req/features/content-crs-header, default-crs, crs-other-crs")
  void contentCrs() {
    JsonNode metres = get(ITEMS + "/" + id(north) + "?crs=" + EPSG + "9210").json();
    Answer put =
        draft.put(
            draft.an, id(north), with(metres, "phase", 3), "Content-Crs", "<" + EPSG + "9210>");
    assertThat(put.status()).as("%s", put.json()).isEqualTo(200);
    assertThat(put.header("Content-Crs")).isEqualTo("<" + EPSG + "9210>");
    assertThat(draft.put(draft.an, id(north), metres).status())
        .as("without the header metres are no degrees")
        .isEqualTo(422);
    assertThat(
            draft.put(draft.an, id(north), metres, "Content-Crs", "<" + EPSG + "27700>").status())
        .isEqualTo(400);
  }

  @Test
  @DisplayName("/req/features/schema")
  void whatFitsTheSchemaIsAccepted() {
    JsonNode schema = get(COLLECTION + "/schema").json();
    assertThat(schema.path("additionalProperties").asBoolean(true)).isFalse();
    assertThat(schema.at("/properties/area_m2/readOnly").asBoolean()).isTrue();
    assertThat(schema.at("/properties/code/readOnly").asBoolean(false)).isFalse();
    assertThat(draft.put(draft.an, id(north), with(north, "nosuch", 1)).status()).isEqualTo(422);
  }

  @Test
  @DisplayName(
      "/req/features/update-json-merge-patch; /req/update/update-patch-op, -body, -response")
  void mergePatch() {
    String etag = get(ITEMS + "/" + id(north)).etag();
    Answer patch =
        draft.patch(
            draft.an,
            id(north),
            "{\"properties\":{\"phase\":null},\"geometry\":" + draft.square(0, 0, 90) + "}",
            "If-Match",
            etag);
    assertThat(patch.status()).as("%s", patch.json()).isEqualTo(200);
    assertThat(patch.json().at("/properties/phase").isNull()).isTrue();
    assertThat(patch.json().at("/properties/code").asString()).isEqualTo("CN-01");
    assertThat(patch.json().at("/properties/area_m2").asDouble()).isBetween(7_900.0, 8_300.0);
  }
}
