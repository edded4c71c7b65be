package vn.khuxuong.maps.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static vn.khuxuong.maps.feature.DraftFeatures.COLLECTION;
import static vn.khuxuong.maps.feature.DraftFeatures.ITEMS;
import static vn.khuxuong.maps.feature.DraftFeatures.at;
import static vn.khuxuong.maps.feature.DraftFeatures.id;
import static vn.khuxuong.maps.feature.DraftFeatures.with;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import vn.khuxuong.KhuxuongTest;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.zoning.PlanDesk;
import vn.khuxuong.zoning.PlanDesk.Answer;

/** What cannot be a feature is refused with the reason and the place, and nothing is stored. */
@KhuxuongTest
class EditRefusalHttpTest {

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
    assertThat(draft.feature("CN-01")).as("nothing was stored").isEqualTo(north);
    assertThat(
            draft
                .desk
                .get(draft.an, ITEMS + "?plan_id=" + draft.plan)
                .json()
                .path("numberMatched")
                .asInt())
        .isEqualTo(2);
    draft.withdraw();
  }

  @Test
  void hostileShapesAreRefusedWithReasonAndPlace() {
    Map<String, String> shapes = new TreeMap<>();
    shapes.put("not-finite", polygon("[NaN,10.8],[106.61,10.8],[106.61,10.81],[NaN,10.8]"));
    shapes.put("not-finite ", polygon("[1e999,10.8],[106.61,10.8],[106.61,10.81],[1e999,10.8]"));
    shapes.put("not-finite  ", polygon("[-Infinity,10.8],[106.61,10.8],[106.6,10.81],[0,0]"));
    shapes.put("outside-vietnam", polygon("[106.6,10.8],[1e308,10.8],[106.61,10.81],[106.6,10.8]"));
    shapes.put("outside-vietnam ", polygon("[2.3,48.8],[2.4,48.8],[2.4,48.9],[2.3,48.8]"));
    shapes.put("axes-swapped", polygon("[10.8,106.6],[10.81,106.6],[10.81,106.61],[10.8,106.6]"));
    shapes.put("too-few-points", polygon("[106.6,10.8],[106.6,10.8]"));
    shapes.put("ring-not-closed", polygon("[106.6,10.8],[106.61,10.8],[106.61,10.81]"));
    shapes.put(
        "self-crossing",
        polygon("[106.6,10.8],[106.61,10.81],[106.61,10.8],[106.6,10.81],[106.6,10.8]"));
    shapes.put("has-z", polygon("[106.6,10.8,5],[106.61,10.8,5],[106.61,10.81,5],[106.6,10.8,5]"));
    shapes.put(
        "has-z ", polygon("[106.6,10.8,5,1],[106.61,10.8],[106.61,10.81,5],[106.6,10.8,5,1]"));
    shapes.put("empty-shape", "{\"type\":\"Polygon\",\"coordinates\":[]}");
    shapes.put("wrong-type", "{\"type\":\"Point\",\"coordinates\":[106.6,10.8]}");
    shapes.put("wrong-type ", "{\"type\":\"GeometryCollection\",\"geometries\":[]}");
    shapes.put("not-geojson", "{\"type\":\"Polygon\",\"coordinates\":[[\"a\",{}]]}");
    shapes.put(
        "hole-outside",
        "{\"type\":\"Polygon\",\"coordinates\":[[[106.6,10.8],[106.61,10.8],[106.61,10.81],[106.6,10.8]],"
            + "[[106.7,10.8],[106.71,10.8],[106.71,10.81],[106.7,10.8]]]}");
    shapes.forEach(
        (reason, shape) -> {
          // text, since no JSON tree would hold NaN
          String body =
              at(north, "{}").toString().replace("\"geometry\":{}", "\"geometry\":" + shape);
          Answer put = draft.put(draft.an, id(north), body);
          assertThat(put.status()).as("%s: %s", reason, put.json()).isEqualTo(422);
          assertThat(put.json().path("reason").asString()).isEqualTo(reason.strip());
          assertThat(put.json().path("field").asString()).isEqualTo("geometry");
          Answer post = draft.post(draft.an, body);
          assertThat(post.json().path("reason").asString()).isEqualTo(reason.strip());
        });
    Answer bowTie = draft.put(draft.an, id(north), at(north, shapes.get("self-crossing")));
    assertThat(bowTie.json().at("/place/coordinates/0").asDouble())
        .isCloseTo(106.605, within(1e-9));
  }

  private static String polygon(String ring) {
    return "{\"type\":\"Polygon\",\"coordinates\":[[" + ring + "]]}";
  }

  @Test
  void aShapeInPartsIsRefused() {
    String parts =
        "{\"type\":\"MultiPolygon\",\"coordinates\":[[[[106.6,10.8],[106.601,10.8],[106.601,10.801],[106.6,10.8]]],"
            + "[[[106.61,10.8],[106.611,10.8],[106.611,10.801],[106.61,10.8]]]]}";
    Answer put = draft.put(draft.an, id(north), at(north, parts));
    assertThat(put.status()).isEqualTo(422);
    assertThat(put.json().path("field").asString()).isEqualTo("geometry");
    assertThat(draft.put(draft.an, id(north), at(north, "{}")).status()).isEqualTo(422);
    assertThat(
            draft
                .put(draft.an, id(north), north.deepCopy().asObject().putNull("geometry"))
                .status())
        .isEqualTo(422);
  }

  @Test
  void aMillionHolesCostNobodyAnything() {
    String hole = "[[106.6,10.8],[106.61,10.8],[106.61,10.81],[106.6,10.8]]";
    String holes = String.join(",", Collections.nCopies(100_000, hole));
    assertThat(large("[" + holes + "]").status()).isEqualTo(413);
    String ring = String.join(",", Collections.nCopies(250_000, "[106.6,10.8]"));
    Answer vertices = large("[[" + ring + "]]");
    assertThat(vertices.status()).isEqualTo(422);
    assertThat(vertices.json().path("reason").asString()).isEqualTo("too-many-vertices");
    assertThat(large("[".repeat(5_000) + "]".repeat(5_000)).status()).isEqualTo(413);
    assertThat(large("[]" + " ".repeat(11 << 20)).status()).isEqualTo(413);
  }

  /** Over a connection of its own: the server ends one that brought too much. */
  private Answer large(String coordinates) {
    String shape = "{\"type\":\"Polygon\",\"coordinates\":" + coordinates + "}";
    String body = at(north, "{}").toString().replace("\"geometry\":{}", "\"geometry\":" + shape);
    return new PlanDesk(port, accounts)
        .send(
            draft.an,
            HttpRequest.newBuilder(draft.desk.uri(ITEMS + "/" + id(north)))
                .header("Content-Type", "application/geo+json")
                .PUT(BodyPublishers.ofString(body)));
  }

  @Test
  void nobodySetsWhatIsNotTheirsToSet() {
    Map<String, Object> wishes =
        Map.of(
            "plan_author",
            draft.binh,
            "plan_status",
            "PUBLISHED",
            "plan_version",
            99,
            "plan_id",
            1,
            "zone_code",
            "PVH",
            "plan_shared",
            false,
            "area_m2",
            1);
    wishes.forEach(
        (name, value) -> {
          Answer put = draft.put(draft.an, id(north), with(north, name, value));
          assertThat(put.status()).as(name).isEqualTo(422);
          assertThat(put.json().path("field").asString()).isEqualTo("properties." + name);
        });
    for (String name : new String[] {"approved_by", "lock_version", "id", "geom", "author"}) {
      Answer put = draft.put(draft.an, id(north), with(north, name, "x"));
      assertThat(put.status()).as(name).isEqualTo(422);
      assertThat(put.json().path("field").asString()).isEqualTo("properties." + name);
    }
    assertThat(draft.put(draft.an, id(north), with(north, "version", "1; drop")).status())
        .isEqualTo(422);
    assertThat(draft.put(draft.an, id(north), with(north, "version", 99)).status()).isEqualTo(409);
  }

  @Test
  void valuesAreJudgedByTheSameRulesAsInTheEditor() {
    Map<String, Object> wrong =
        Map.of(
            "code",
            "cn 01",
            "land_use",
            "CASTLE",
            "max_density_pct",
            101,
            "max_floors",
            -1,
            "far",
            "much",
            "phase",
            0,
            "name_vi",
            "x".repeat(3000));
    wrong.forEach(
        (name, value) -> {
          Answer put = draft.put(draft.an, id(north), with(north, name, value));
          assertThat(put.status()).as(name).isEqualTo(422);
          assertThat(put.json().path("field").asString()).isEqualTo("properties." + name);
          assertThat(put.json().path("reason").asString()).isEqualTo("bad-attribute");
        });
    assertThat(draft.put(draft.an, id(north), with(north, "code", "CN-02")).json().path("reason"))
        .asString()
        .contains("code-taken");
  }

  @Test
  void otherContentIsNotRead() {
    assertThat(
            draft
                .put(
                    draft.an,
                    id(north),
                    north,
                    "Content-Type",
                    "application/x-java-serialized-object")
                .status())
        .isEqualTo(415);
    assertThat(draft.put(draft.an, id(north), north, "Content-Type", "text/xml").status())
        .isEqualTo(415);
    assertThat(
            draft.send(draft.an, "PATCH", ITEMS + "/" + id(north), "{}", "If-Match", "*").status())
        .as("a patch says that it is one")
        .isEqualTo(415);
    assertThat(draft.put(draft.an, id(north), "{not json").status()).isEqualTo(400);
    assertThat(draft.put(draft.an, id(north), "[]").status()).isEqualTo(400);
    assertThat(draft.put(draft.an, id(north), "{\"type\":\"FeatureCollection\"}").status())
        .isEqualTo(422);
    assertThat(draft.post(draft.an, "{\"type\":\"FeatureCollection\",\"features\":[]}").status())
        .isEqualTo(422);
    assertThat(
            draft
                .put(
                    draft.an,
                    id(north),
                    north,
                    "Content-Crs",
                    "<http://www.opengis.net/def/crs/EPSG/0/27700>")
                .status())
        .isEqualTo(400);
    assertThat(draft.send(draft.an, "PUT", ITEMS + "/" + id(north) + "?x=1", north).status())
        .isEqualTo(400);
    assertThat(draft.put(draft.an, "1'%20OR%201=1", north).status()).isEqualTo(404);
    assertThat(draft.send(draft.an, "PUT", COLLECTION + "/items", north).status()).isEqualTo(405);
  }
}
