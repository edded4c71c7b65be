package vn.khuxuong.maps.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.khuxuong.maps.feature.DraftFeatures.ITEMS;
import static vn.khuxuong.maps.feature.DraftFeatures.at;
import static vn.khuxuong.maps.feature.DraftFeatures.id;
import static vn.khuxuong.maps.feature.DraftFeatures.version;
import static vn.khuxuong.maps.feature.DraftFeatures.with;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.khuxuong.KhuxuongTest;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.zoning.PlanDesk.Answer;

/** Features are changed one at a time or together, and nobody overwrites what they did not see. */
@KhuxuongTest
class EditHttpTest {

  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private JdbcClient jdbc;
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

  private Answer item(String id) {
    return draft.desk.get(draft.an, ITEMS + "/" + id);
  }

  private String storedName(String id) {
    return jdbc.sql(
            """
            select name_vi from zoning.subzones
            where plan_id::text || '.' || uid::text = :id\
            """)
        .param("id", id)
        .query(String.class)
        .single();
  }

  @Test
  void whatIsReplacedIsDrawnLikeAnyOtherStroke() {
    Answer read = item(id(north));
    assertThat(read.etag()).matches("\"" + version(north) + "-[0-9a-f]{16}\"");
    Answer put =
        draft.put(draft.an, id(north), with(north, "name_vi", "Lô bắc"), "If-Match", read.etag());
    assertThat(put.status()).as("%s", put.json()).isEqualTo(200);
    assertThat(put.json().at("/properties/name_vi").asString()).isEqualTo("Lô bắc");
    assertThat(version(put.json())).isGreaterThan(version(north));
    assertThat(put.etag()).startsWith("\"" + version(put.json()) + "-");
    assertThat(item(id(north)).json().at("/properties/name_vi").asString()).isEqualTo("Lô bắc");

    JsonNode revisions = draft.desk.get(draft.an, draft.plan() + "/revisions").json();
    JsonNode last = revisions.path("revisions").get(revisions.path("revisions").size() - 1);
    assertThat(last.path("author").asString()).isEqualTo(draft.an);
    assertThat(last.path("kind").asString()).isEqualTo("EDIT");
    Answer plan = draft.desk.get(draft.an, draft.plan());
    Answer undone = draft.desk.post(draft.an, draft.plan() + "/undo", plan.etag(), "");
    assertThat(undone.status()).isEqualTo(200);
    JsonNode back = draft.feature("CN-01");
    assertThat(back.at("/properties/name_vi")).isEqualTo(north.at("/properties/name_vi"));
    assertThat(version(back)).isGreaterThan(version(put.json()));
  }

  @Test
  void theSecondOfTwoWhoReadTheSameIsToldWhatTheFirstDid() {
    Answer first = draft.put(draft.an, id(north), with(north, "name_vi", "Của An"));
    assertThat(first.status()).as("%s", first.json()).isEqualTo(200);
    Answer second = draft.put(draft.binh, id(north), with(north, "name_vi", "Của Bình"));
    assertThat(second.status()).isEqualTo(409);
    assertThat(second.type()).isEqualTo("/problems/maps/stale-version");
    assertThat(second.json().at("/server/properties/name_vi").asString()).isEqualTo("Của An");
    assertThat(second.json().path("version").asInt()).isEqualTo(version(first.json()));
    assertThat(second.json().path("changedBy").asString()).isEqualTo(draft.an);
    assertThat(second.json().at("/changes/0/property").asString()).isEqualTo("name_vi");
    assertThat(second.json().at("/changes/0/now").asString()).isEqualTo("Của An");
    assertThat(second.json().at("/differences/0/yours").asString()).isEqualTo("Của Bình");
    assertThat(second.json().path("differences")).hasSize(1);
    assertThat(storedName(id(north))).isEqualTo("Của An");
  }

  @Test
  void theSameHoldsForEntityTags() {
    String seen = item(id(north)).etag();
    assertThat(
            draft
                .put(draft.an, id(north), with(north, "name_vi", "Một"), "If-Match", seen)
                .status())
        .isEqualTo(200);
    Answer second =
        draft.put(draft.binh, id(north), with(north, "name_vi", "Hai"), "If-Match", seen);
    assertThat(second.status()).isEqualTo(412);
    assertThat(second.json().path("etag").asString())
        .startsWith("\"" + version(draft.feature("CN-01")) + "-");
    String weak = "W/" + item(id(north)).etag();
    assertThat(
            draft.put(draft.an, id(north), with(north, "name_vi", "Ba"), "If-Match", weak).status())
        .isEqualTo(412);
    assertThat(storedName(id(north))).isEqualTo("Một");
  }

  @Test
  void aPartOfAFeatureIsNoVersionOfIt() {
    Answer part = item(id(north) + "?properties=code,geometry");
    assertThat(part.status()).isEqualTo(200);
    assertThat(part.etag()).startsWith("\"0-");
    assertThat(
            draft
                .put(draft.an, id(north), with(north, "phase", 2), "If-Match", part.etag())
                .status())
        .isEqualTo(412);
  }

  @Test
  void whoSaysNoVersionReplacesNothing() {
    JsonNode bare = DraftFeatures.without(north, "version");
    assertThat(draft.put(draft.an, id(north), bare).status()).isEqualTo(428);
    assertThat(draft.patch(draft.an, id(north), "{\"properties\":{\"phase\":2}}").status())
        .isEqualTo(428);
    assertThat(draft.put(draft.an, id(north), with(bare, "phase", 2), "If-Match", "*").status())
        .as("the caller's own work may be overwritten")
        .isEqualTo(200);
    assertThat(draft.put(draft.binh, id(north), with(bare, "phase", 3), "If-Match", "*").status())
        .as("a colleague's may not")
        .isEqualTo(412);
    assertThat(draft.feature("CN-01").at("/properties/phase").asInt()).isEqualTo(2);
  }

  @Test
  void whatIsPostedIsThereAtOnce() {
    Answer made = draft.post(draft.binh, draft.fresh("CX-07", draft.square(0, 0, 40)));
    assertThat(made.status()).as("%s", made.json()).isEqualTo(201);
    String location = made.header("Location");
    assertThat(location).contains("/ogc/collections/draft_subzones/items/" + draft.plan + ".");
    Answer read = draft.desk.get(draft.binh, location.substring(location.indexOf("/ogc")));
    assertThat(read.status()).isEqualTo(200);
    assertThat(read.json().at("/properties/code").asString()).isEqualTo("CX-07");
    assertThat(read.json().at("/properties/zone_code").asString()).isEqualTo("BC");
    assertThat(made.header("Link"))
        .as("it lies on a neighbour, which is a finding and no refusal")
        .contains(draft.plan() + "/report>; rel=\"related\"");
    assertThat(
            draft
                .desk
                .get(draft.an, draft.plan() + "/report")
                .json()
                .at("/summary/findingsBlocking")
                .asInt())
        .isPositive();
  }

  @Test
  void theDraftNeedNotBeNamedWhereOnlyOneIsDrawn() {
    String unnamed =
        draft
            .fresh("CX-08", draft.square(0, 0, 40))
            .replace("\"plan_id\":", "\"phase\":1,\"plan_version\":");
    Answer made = draft.post(draft.an, unnamed.replace(",\"phase\":1}", "}"));
    assertThat(made.status()).as("%s", made.json()).isEqualTo(201);
    assertThat(made.json().at("/properties/plan_id").asLong()).isEqualTo(draft.plan);
  }

  @Test
  void aCollectionIsAddedAsAWholeOrNotAtAll() {
    String good = draft.fresh("CX-01", draft.square(0, 0, 30));
    String taken = draft.fresh("CN-02", draft.square(60, 0, 30));
    Answer refused =
        draft.post(
            draft.an, "{\"type\":\"FeatureCollection\",\"features\":[" + good + "," + taken + "]}");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().path("field").asString()).isEqualTo("features[1].properties.code");
    assertThat(refused.json().path("reason").asString()).isEqualTo("code-taken");
    assertThat(codes()).containsExactlyInAnyOrder("CN-01", "CN-02");

    Answer added =
        draft.post(
            draft.an,
            "{\"type\":\"FeatureCollection\",\"features\":["
                + good
                + ","
                + taken.replace("CN-02", "CX-02")
                + "]}");
    assertThat(added.status()).as("%s", added.json()).isEqualTo(201);
    assertThat(added.json().path("results")).hasSize(2);
    assertThat(codes()).contains("CX-01", "CX-02");
    assertThat(draft.desk.get(draft.an, draft.plan() + "/revisions").json().path("revisions"))
        .as("start, whole zone, split, and both new ones in one")
        .hasSize(4);
  }

  private List<String> codes() {
    return draft
        .desk
        .get(draft.an, ITEMS + "?plan_id=" + draft.plan)
        .json()
        .path("features")
        .valueStream()
        .map(feature -> feature.at("/properties/code").asString())
        .toList();
  }

  @Test
  void putUnderAFreeIdAdds() {
    String free = draft.plan + "." + UUID.randomUUID();
    String fresh = draft.fresh("CX-03", draft.square(0, 0, 30));
    assertThat(draft.put(draft.an, free, fresh, "If-Match", "\"1-0000000000000000\"").status())
        .as("who names a version means what is there")
        .isEqualTo(412);
    Answer put = draft.put(draft.an, free, fresh);
    assertThat(put.status()).as("%s", put.json()).isEqualTo(201);
    assertThat(put.header("Location")).endsWith("/items/" + free);
    assertThat(item(free).status()).isEqualTo(200);
    assertThat(draft.put(draft.an, draft.plan + ".park", fresh).status()).isEqualTo(404);
    assertThat(draft.put(draft.an, "park", fresh).status()).isEqualTo(404);
  }

  @Test
  void whatAColleagueTookAwayIsNotBroughtBackUnseen() {
    assertThat(draft.delete(draft.an, id(north)).status()).isEqualTo(204);
    Answer put = draft.put(draft.binh, id(north), with(north, "name_vi", "Còn không"));
    assertThat(put.status()).isEqualTo(409);
    assertThat(codes()).containsExactly("CN-02");
  }

  @Test
  void patchChangesWhatItNames() {
    String etag = item(id(north)).etag();
    Answer patched =
        draft.patch(
            draft.an,
            id(north),
            "{\"properties\":{\"phase\":null,\"max_floors\":6}}",
            "If-Match",
            etag);
    assertThat(patched.status()).as("%s", patched.json()).isEqualTo(200);
    JsonNode now = draft.feature("CN-01");
    assertThat(now.at("/properties/phase").isNull()).isTrue();
    assertThat(now.at("/properties/max_floors").asInt()).isEqualTo(6);
    assertThat(now.path("geometry")).isEqualTo(north.path("geometry"));
    String tag = patched.etag();
    Answer cleared =
        draft.patch(draft.an, id(north), "{\"properties\":{\"name_vi\":null}}", "If-Match", tag);
    assertThat(cleared.status()).isEqualTo(422);
    assertThat(cleared.json().path("field").asString()).isEqualTo("properties.name_vi");
    assertThat(
            draft
                .patch(
                    draft.an, id(north), "{\"properties\":{\"feature_id\":\"x\"}}", "If-Match", tag)
                .status())
        .isEqualTo(422);
  }

  @Test
  void aBareDeleteTakesOnlyWhatNobodyElseDrew() {
    Answer theirs = draft.put(draft.binh, id(north), with(north, "phase", 4));
    assertThat(theirs.status()).isEqualTo(200);
    Answer bare = draft.delete(draft.an, id(north));
    assertThat(bare.status()).isEqualTo(428);
    assertThat(draft.delete(draft.an, id(north), "If-Match", "\"1-0000000000000000\"").status())
        .isEqualTo(412);
    assertThat(draft.delete(draft.an, id(north), "If-Match", theirs.etag()).status())
        .isEqualTo(204);
    assertThat(draft.delete(draft.an, id(draft.feature("CN-02"))).status())
        .as("An drew the other half herself")
        .isEqualTo(204);
    assertThat(draft.delete(draft.an, id(north)).status()).isEqualTo(404);
    assertThat(codes()).isEmpty();
  }

  @Test
  void coordinatesThatComeBackAsTheyWereMoveNothing() {
    Answer metres =
        draft.desk.get(
            draft.an, ITEMS + "/" + id(north) + "?crs=http://www.opengis.net/def/crs/EPSG/0/9210");
    Answer put =
        draft.put(
            draft.an,
            id(north),
            with(metres.json(), "phase", 3),
            "Content-Crs",
            "<http://www.opengis.net/def/crs/EPSG/0/9210>");
    assertThat(put.status()).as("%s", put.json()).isEqualTo(200);
    assertThat(put.json().path("geometry")).isEqualTo(metres.json().path("geometry"));
    assertThat(draft.feature("CN-01").path("geometry")).isEqualTo(north.path("geometry"));

    String square =
        "{\"type\":\"Polygon\",\"coordinates\":[[[106.60,10.80],[106.6003,10.80],[106.6003,10.8003],[106.60,10.8003],[106.60,10.80]]]}";
    Answer latitudeFirst =
        draft.put(
            draft.an,
            id(north),
            at(put.json(), square.replaceAll("\\[([0-9.]+),([0-9.]+)]", "[$2,$1]")),
            "Content-Crs",
            "<http://www.opengis.net/def/crs/EPSG/0/4326>");
    assertThat(latitudeFirst.status()).as("%s", latitudeFirst.json()).isEqualTo(200);
    assertThat(draft.feature("CN-01").at("/geometry/coordinates/0/0/0").asDouble())
        .isEqualTo(106.60);
  }
}
