package vn.khuxuong.maps.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.khuxuong.maps.feature.DraftFeatures.COLLECTION;
import static vn.khuxuong.maps.feature.DraftFeatures.ITEMS;
import static vn.khuxuong.maps.feature.DraftFeatures.id;
import static vn.khuxuong.maps.feature.DraftFeatures.with;

import java.net.CookieManager;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.khuxuong.KhuxuongTest;
import vn.khuxuong.maps.Door;
import vn.khuxuong.platform.database.Published;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.platform.security.Role;
import vn.khuxuong.zoning.PlanDesk.Answer;

/** Drafts exist for those who work on plans only, and are changed by those only who may draw. */
@KhuxuongTest
class EditRightsHttpTest {
  private static final String NONSENSE = "nosuchlayer1234";

  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private JdbcClient jdbc;
  @Autowired @Published private JdbcClient published;
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

  /** Names of headers; every hundredth answer of a connection also tells that it is the last. */
  private static Set<String> headers(Door.Answer answer) {
    Set<String> names = new HashSet<>(answer.response().headers().map().keySet());
    names.remove("connection");
    return names;
  }

  @Test
  void nobodyElseLearnsThatDraftsExist() {
    List<String> doors =
        List.of(
            "/ogc/collections/%s",
            "/ogc/collections/%s/queryables",
            "/ogc/collections/%s/schema",
            "/ogc/collections/%s/items",
            "/ogc/collections/%s/items?f=html",
            "/ogc/collections/%s/items?zone_code=BC",
            "/ogc/collections/%s/items/" + id(north),
            "/tiles/%s.json",
            "/tiles/%s/14/13046/7695.mvt",
            "/tiles/subzones,%s/14/13046/7695.mvt",
            "/tiles/%s/14/13046/7695.png",
            "/tiles/%s_label/14/13046/7695.mvt",
            "/ogc/collections/%s/sortables",
            "/ogc/collections/%s/tiles",
            "/ogc/collections/%s/tiles/WebMercatorQuad/14/7695/13046",
            "/ogc/collections/%s/map/tiles",
            "/ogc/collections/%s/map/tiles/WebMercatorQuad/14/7695/13046",
            "/ogc/collections/%s/styles",
            "/ogc/tiles/WebMercatorQuad/14/7695/13046?collections=%s",
            "/wmts?service=WMTS&version=1.0.0&request=GetTile&layer=%s&style=default&tilematrixset=WebMercatorQuad&tilematrix=14&tilerow=7695&tilecol=13046&format=image/png",
            "/wfs?service=WFS&version=2.0.0&request=GetFeature&typeNames=%s",
            "/wfs?service=WFS&version=2.0.0&request=DescribeFeatureType&typeNames=%s",
            "/styles/%s/legend.json",
            "/styles/%s.json",
            "/wms?service=WMS&version=1.3.0&request=GetMap&layers=%s&styles=&crs=EPSG:4326&bbox=10,106,11,107&width=64&height=64&format=image/png",
            "/wms?service=WMS&version=1.3.0&request=GetLegendGraphic&layer=%s&format=image/png");
    Door door = new Door(port);
    String firm = draft.desk.person(Role.FIRM);
    String officer = draft.desk.person(Role.OFFICER);
    // staff have looked at it before: nothing they warmed is told to others
    doors.forEach(path -> draft.desk.get(draft.an, path.formatted("draft_subzones")));
    for (String path : doors) {
      Door.Answer draftAnswer = door.get(path.formatted("draft_subzones"));
      Door.Answer nonsense = door.get(path.formatted(NONSENSE));
      assertThat(draftAnswer.status()).as(path).isEqualTo(nonsense.status()).isNotEqualTo(200);
      assertThat(draftAnswer.text().replace("draft_subzones", NONSENSE))
          .as(path)
          .isEqualTo(nonsense.text());
      assertThat(headers(draftAnswer)).as(path).isEqualTo(headers(nonsense));
      for (String who : List.of(firm, officer)) {
        assertThat(draft.desk.get(who, path.formatted("draft_subzones")).status())
            .as("%s for %s", path, who)
            .isEqualTo(nonsense.status());
      }
    }
    for (String list :
        List.of(
            "/ogc/collections?f=json",
            "/ogc/api?f=json",
            "/ogc/collections?f=html",
            "/wms?service=WMS&request=GetCapabilities",
            "/wmts?service=WMTS&request=GetCapabilities",
            "/wfs?service=WFS&request=GetCapabilities")) {
      assertThat(door.get(list).text()).as(list).doesNotContain("draft_subzones");
      assertThat(draft.desk.get(draft.an, list).raw().body())
          .as(list)
          .asString(StandardCharsets.UTF_8)
          .contains("draft_subzones");
    }
  }

  @Test
  void staffSeeDraftsOnEveryDoorAndFreshAfterEachStroke() {
    JsonNode box = north.at("/geometry/coordinates/0/0");
    double lon = box.get(0).asDouble();
    double lat = box.get(1).asDouble();
    String map =
        "/wms?service=WMS&version=1.3.0&request=GetMap&layers=subzones,draft_subzones&styles=&crs=EPSG:4326&width=64&height=64&format=image/png&bbox=%s,%s,%s,%s"
            .formatted(lat - 0.01, lon - 0.01, lat + 0.01, lon + 0.01);
    int z = 14;
    long x = (long) Math.floor((lon + 180) / 360 * (1 << z));
    double phi = Math.toRadians(lat);
    long y =
        (long)
            Math.floor((1 - Math.log(Math.tan(phi) + 1 / Math.cos(phi)) / Math.PI) / 2 * (1 << z));
    String tile = "/tiles/draft_subzones/" + z + "/" + x + "/" + y + ".mvt";
    for (String path : List.of(map, tile)) {
      Answer before = draft.desk.get(draft.an, path);
      assertThat(before.status()).as(path).isEqualTo(200);
      assertThat(before.header("Cache-Control")).contains("private");
    }
    byte[] old = draft.desk.get(draft.an, tile).raw().body();
    byte[] oldMap = draft.desk.get(draft.an, map).raw().body();
    draft.put(draft.an, id(north), with(north, "land_use", "WATER"));
    assertThat(draft.desk.get(draft.an, tile).raw().body()).isNotEqualTo(old);
    assertThat(draft.desk.get(draft.an, map).raw().body()).isNotEqualTo(oldMap);
    assertThat(new Door(port).get(tile).status()).isEqualTo(404);
  }

  @Test
  void thePublicsDatabaseRoleCannotReadDrafts() {
    assertThat(
            published
                .sql("select has_schema_privilege(current_user, 'drafting', 'usage')")
                .query(Boolean.class)
                .single())
        .isFalse();
    assertThat(
            jdbc.sql(
                    """
                    select count(*) from information_schema.role_table_grants
                    where grantee = 'khu_drafting'
                      and (privilege_type <> 'SELECT' or table_schema <> 'drafting')\
                    """)
                .query(Integer.class)
                .single())
        .as("drafts' role reads views and writes nothing")
        .isZero();
  }

  @Test
  void onlyWhoMayDrawMayChange() {
    JsonNode renamed = with(north, "name_vi", "Không được");
    String item = ITEMS + "/" + id(north);
    for (String method : List.of("POST", "PUT", "PATCH", "DELETE")) {
      String path = method.equals("POST") ? ITEMS : item;
      Answer nobody = draft.send(null, method, path, renamed);
      assertThat(nobody.status()).as(method).isEqualTo(401);
      assertThat(nobody.header("WWW-Authenticate")).contains("Basic");
      String elsewhere = path.replace("draft_subzones", NONSENSE);
      assertThat(draft.send(null, method, elsewhere, renamed).status()).isEqualTo(401);
      for (Role role : List.of(Role.FIRM, Role.OFFICER)) {
        assertThat(draft.send(draft.desk.person(role), method, path, renamed).status())
            .as("%s by %s", method, role)
            .isEqualTo(404);
      }
      for (Role role : List.of(Role.APPROVER, Role.ADMIN)) {
        assertThat(draft.send(draft.desk.person(role), method, path, renamed).status())
            .as("%s by %s", method, role)
            .isEqualTo(403);
      }
    }
    Answer plan = draft.desk.get(draft.an, draft.plan());
    draft.desk.patch(draft.an, draft.plan(), plan.etag(), "{\"shared\":false}");
    Answer stranger = draft.put(draft.binh, id(north), with(draft.feature("CN-01"), "phase", 9));
    assertThat(stranger.status()).isEqualTo(403);
    assertThat(stranger.type()).isEqualTo("/problems/zoning/not-yours");
    assertThat(draft.feature("CN-01").path("properties").path("name_vi"))
        .isEqualTo(north.path("properties").path("name_vi"));
  }

  @Test
  void aPublicLayerIsReadOnlyForEverybody() {
    Answer post = draft.send(draft.an, "POST", "/ogc/collections/zones/items", north);
    assertThat(post.status()).isEqualTo(405);
    assertThat(post.header("Allow").split(", ")).containsOnly("GET", "HEAD", "OPTIONS");
    assertThat(draft.send(draft.an, "DELETE", "/ogc/collections/zones/items/BC", "").status())
        .isEqualTo(405);
  }

  @Test
  void optionsTellsTheCallersRights() {
    String item = ITEMS + "/" + id(north);
    Answer items = options(draft.an, ITEMS);
    assertThat(items.header("Allow")).isEqualTo("GET, HEAD, OPTIONS, POST");
    assertThat(items.header("Accept-Post")).contains("application/geo+json");
    assertThat(options(draft.an, item).header("Allow"))
        .isEqualTo("GET, HEAD, OPTIONS, PUT, DELETE");
    assertThat(options(draft.an, item).header("Accept-Patch"))
        .isEqualTo("application/merge-patch+json");
    assertThat(options(draft.an, ITEMS + "/unknown_id").header("Allow"))
        .as("QGIS asks about a made-up id where a layer is empty")
        .isEqualTo("GET, HEAD, OPTIONS, PUT, DELETE");
    String approver = draft.desk.person(Role.APPROVER);
    assertThat(options(approver, ITEMS).header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
    assertThat(options(approver, item).header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
    assertThat(options(null, "/ogc/collections/zones/items").header("Allow"))
        .isEqualTo("GET, HEAD, OPTIONS");
    assertThat(options(draft.an, "/ogc/collections/zones/items/BC").header("Allow"))
        .isEqualTo("GET, HEAD, OPTIONS");
    assertThat(options(null, ITEMS).status()).isEqualTo(404);
    assertThat(options(draft.desk.person(Role.FIRM), item).status()).isEqualTo(404);
  }

  private Answer options(String who, String path) {
    return draft.desk.send(
        who,
        HttpRequest.newBuilder(draft.desk.uri(path)).method("OPTIONS", BodyPublishers.noBody()));
  }

  @Test
  void onlyWhoMayIsToldHow() {
    JsonNode forPlanner = draft.desk.get(draft.an, "/ogc/api?f=json").json();
    assertThat(forPlanner.path("paths").path("/collections/draft_subzones/items").has("post"))
        .isTrue();
    assertThat(forPlanner.path("paths").path("/collections/draft_subzones/items").has("get"))
        .isTrue();
    String approver = draft.desk.person(Role.APPROVER);
    JsonNode forApprover = draft.desk.get(approver, "/ogc/api?f=json").json();
    assertThat(forApprover.path("paths").path("/collections/draft_subzones/items").has("get"))
        .isTrue();
    assertThat(forApprover.path("paths").path("/collections/draft_subzones/items").has("post"))
        .isFalse();
    String member = "supportsNonAutogeneratedResourceIds";
    assertThat(draft.desk.get(draft.an, COLLECTION).json().path(member).asBoolean()).isTrue();
    assertThat(draft.desk.get(approver, COLLECTION).json().has(member)).isFalse();
  }

  @Test
  void aSignedInBrowserNeedsItsToken() throws Exception {
    CookieManager cookies = new CookieManager();
    HttpClient browser = HttpClient.newBuilder().cookieHandler(cookies).build();
    HttpResponse<String> form =
        browser.send(
            HttpRequest.newBuilder(draft.desk.uri("/login")).build(), BodyHandlers.ofString());
    String token = form.body().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
    HttpRequest signIn =
        HttpRequest.newBuilder(draft.desk.uri("/login"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                BodyPublishers.ofString(
                    "username="
                        + draft.an
                        + "&password="
                        + encoded(draft.desk.password())
                        + "&_csrf="
                        + encoded(token)))
            .build();
    assertThat(browser.send(signIn, BodyHandlers.discarding()).statusCode()).isEqualTo(302);
    HttpRequest.Builder put =
        HttpRequest.newBuilder(draft.desk.uri(ITEMS + "/" + id(north)))
            .header("Content-Type", "application/geo+json")
            .PUT(BodyPublishers.ofString(with(north, "phase", 7).toString()));
    assertThat(browser.send(put.build(), BodyHandlers.discarding()).statusCode()).isEqualTo(403);
    browser.send(
        HttpRequest.newBuilder(draft.desk.uri("/login")).build(), BodyHandlers.discarding());
    String fresh =
        cookies.getCookieStore().getCookies().stream()
            .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
            .findFirst()
            .orElseThrow()
            .getValue();
    assertThat(
            browser
                .send(put.header("X-XSRF-TOKEN", fresh).build(), BodyHandlers.discarding())
                .statusCode())
        .isEqualTo(200);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Test
  void aSubmittedPlanLeavesTheCollection() {
    draft.withdraw();
    assertThat(draft.desk.get(draft.an, ITEMS + "/" + id(north)).status()).isEqualTo(404);
    assertThat(draft.put(draft.an, id(north), with(north, "phase", 2)).status()).isEqualTo(404);
    assertThat(draft.post(draft.an, with(north, "code", "CN-09")).json().path("field").asString())
        .isEqualTo("properties.plan_id");
  }
}
