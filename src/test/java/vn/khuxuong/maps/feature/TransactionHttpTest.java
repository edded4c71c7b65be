package vn.khuxuong.maps.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.khuxuong.maps.feature.DraftFeatures.COLLECTION;
import static vn.khuxuong.maps.feature.DraftFeatures.id;
import static vn.khuxuong.maps.feature.DraftFeatures.version;
import static vn.khuxuong.maps.feature.DraftFeatures.with;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import vn.khuxuong.KhuxuongTest;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.zoning.PlanDesk.Answer;

/** Several changes that belong together are one revision, or none. */
@KhuxuongTest
class TransactionHttpTest {

  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  private DraftFeatures draft;
  private JsonNode north;
  private JsonNode south;

  @BeforeEach
  void startDraft() {
    draft = new DraftFeatures(port, accounts);
    north = draft.feature("CN-01");
    south = draft.feature("CN-02");
  }

  @AfterEach
  void endDraft() {
    draft.withdraw();
  }

  private Answer send(String... changes) {
    return draft.send(
        draft.an,
        "POST",
        COLLECTION + "/transactions",
        "{\"changes\":[" + String.join(",", changes) + "]}",
        "Content-Type",
        "application/json");
  }

  private static String replace(JsonNode feature) {
    return "{\"action\":\"replace\",\"id\":\"%s\",\"feature\":%s}".formatted(id(feature), feature);
  }

  private int revisions() {
    return draft.desk.get(draft.an, draft.plan() + "/revisions").json().path("revisions").size();
  }

  @Test
  void allHappenAsOneRevision() {
    int before = revisions();
    Answer done =
        send(
            "{\"action\":\"insert\",\"feature\":"
                + draft.fresh("CX-01", draft.square(0, 0, 40))
                + "}",
            replace(with(north, "code", "CN-02")),
            replace(with(south, "code", "CN-01")));
    assertThat(done.status()).as("%s", done.json()).isEqualTo(200);
    assertThat(done.json().at("/results/0/result").asString()).isEqualTo("created");
    assertThat(done.json().at("/results/1/result").asString()).isEqualTo("changed");
    assertThat(done.json().at("/results/1/version").asInt()).isGreaterThan(version(north));
    assertThat(done.json().path("notices")).as("what it overlaps").isNotEmpty();
    assertThat(id(draft.feature("CN-02"))).as("codes were swapped").isEqualTo(id(north));
    assertThat(revisions()).isEqualTo(before + 1);
  }

  @Test
  void oneThatCannotBeStopsAll() {
    int before = revisions();
    Answer stale =
        send(
            replace(with(north, "phase", 3)),
            "{\"action\":\"delete\",\"id\":\"%s\",\"version\":%d}"
                .formatted(id(south), version(south) + 7));
    assertThat(stale.status()).isEqualTo(409);
    assertThat(stale.json().path("index").asInt()).isEqualTo(1);
    Answer wrong =
        send(
            "{\"action\":\"delete\",\"id\":\"%s\",\"version\":%d}"
                .formatted(id(south), version(south)),
            replace(with(north, "land_use", "CASTLE")));
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.json().path("field").asString())
        .isEqualTo("changes[1].feature.properties.land_use");
    Answer elsewhere =
        send(replace(with(north, "phase", 3)), replace(south).replace(draft.plan + ".", "1."));
    assertThat(elsewhere.status()).isIn(404, 422);
    assertThat(send("{\"action\":\"truncate\"}").status()).isEqualTo(422);
    assertThat(send("{\"action\":\"delete\",\"id\":\"x\",\"sql\":\"1\"}").status()).isEqualTo(422);
    assertThat(send().status()).isEqualTo(422);
    assertThat(revisions()).isEqualTo(before);
    assertThat(draft.feature("CN-01")).isEqualTo(north);
    assertThat(draft.feature("CN-02")).isEqualTo(south);
  }

  @Test
  void aMergeIsAReplacementAndADeletion() {
    Answer merged =
        send(
            "{\"action\":\"delete\",\"id\":\"%s\",\"version\":%d}"
                .formatted(id(south), version(south)),
            "{\"action\":\"update\",\"id\":\"%s\",\"version\":%d,\"feature\":{\"properties\":{\"name_vi\":\"Gộp\"}}}"
                .formatted(id(north), version(north)));
    assertThat(merged.status()).as("%s", merged.json()).isEqualTo(200);
    assertThat(merged.json().at("/results/0/result").asString()).isEqualTo("deleted");
    assertThat(draft.feature("CN-01").at("/properties/name_vi").asString()).isEqualTo("Gộp");
  }
}
