package vn.khuxuong.space.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.khuxuong.KhuxuongTest;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.platform.security.Role;

/** Demo buildings as files, out and in again. */
@KhuxuongTest
class BuildingExchangeHttpTest {
  private static final String PASSWORD = "mat khau cua ban quan ly";
  private static final String NEW = "TT-NEW";

  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;
  @Autowired private Accounts accounts;
  private final HttpClient http = HttpClient.newHttpClient();
  private final JsonMapper json = JsonMapper.builder().build();

  @BeforeEach
  void staff() {
    accounts.add("exchange-officer", "Officer", Set.of(Role.OFFICER), PASSWORD);
    accounts.add("exchange-firm", "Firm", Set.of(Role.FIRM), PASSWORD);
  }

  @AfterEach
  void putBack() {
    jdbc.sql("delete from space.buildings where code = :code").param("code", NEW).update();
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "geojson"})
  void everyBuildingComesBackUnchanged(String format) throws Exception {
    List<String> codes =
        jdbc.sql("select code from space.buildings order by code").query(String.class).list();
    assertThat(codes).hasSizeGreaterThan(5);
    for (String code : codes) {
      String file = export(code, format);
      JsonNode report = report(file, true);
      assertThat(report.path("refusals").toString()).as(code).isEqualTo("[]");
      assertThat(report.path("changes").toString()).as(code).isEqualTo("[]");
      assertThat(report.path("counts").path("UNCHANGED").asInt()).as(code).isGreaterThan(20);
      assertThat(export(code, format)).as(code).isEqualTo(file);
    }
  }

  @Test
  void dryRunChangesNothingAndTheSameFileTwiceIsOnce() throws Exception {
    String file = export("TT-A", "geojson").replace("\"TT-A\"", "\"" + NEW + "\"");
    JsonNode dry = report(file, false);
    int rows = json.readTree(file).path("features").size();
    assertThat(dry.path("refusals").toString()).isEqualTo("[]");
    assertThat(dry.path("counts").path("NEW").asInt()).isEqualTo(rows);
    assertThat(dry.path("applied").asBoolean()).isFalse();
    assertThat(get("/api/v1/buildings/" + NEW).statusCode()).isEqualTo(404);

    JsonNode done = report(file, true);
    assertThat(done.path("applied").asBoolean()).isTrue();
    assertThat(export(NEW, "geojson")).isEqualTo(file);
    assertThat(report(file, true).path("counts").path("UNCHANGED").asInt()).isEqualTo(rows);

    ObjectNode changed = (ObjectNode) json.readTree(file);
    row(changed, "floor 2").put("rent_usd_m2_month", 9.25);
    remove(changed, "bay 3/" + last(changed, 3));
    JsonNode report = report(json.writeValueAsString(changed), true);
    assertThat(report.path("counts").path("CHANGED").asInt()).isOne();
    assertThat(report.path("counts").path("REMOVED").asInt()).isOne();
    JsonNode field = report.path("changes").path(0).path("fields").path(0);
    assertThat(field.path("field").asString()).isEqualTo("rent_usd_m2_month");
    assertThat(field.path("after").asString()).isEqualTo("9.25");
    assertThat(
            jdbc.sql(
                    """
                    select count(*) from platform.audit
                    where action = 'building.imported' and subject_id = :code""")
                .param("code", NEW)
                .query(Long.class)
                .single())
        .isEqualTo(2);

    HttpResponse<String> late = send(file, "apply=true&base=" + dry.path("base").asString());
    assertThat(late.statusCode()).as("somebody changed it meanwhile").isEqualTo(409);
  }

  @Test
  void whatClaimsRestOnStays() throws Exception {
    Claimed claim =
        jdbc.sql(
                """
                select b.code, f.level, lower(o.bays) as bay from space.occupancies o
                join space.floors f on f.id = o.floor_id join space.buildings b on b.id = f.building_id
                where o.live and o.kind = 'LEASE' and upper(o.during) > zoning.on_date()
                order by o.id limit 1""")
            .query(Claimed.class)
            .single();
    String file = export(claim.code(), "geojson");
    String bay = "bay " + claim.level() + "/" + claim.bay();
    ObjectNode shrunk = (ObjectNode) json.readTree(file);
    ArrayNode ring = (ArrayNode) feature(shrunk, bay).path("geometry").path("coordinates").path(0);
    halve(ring);
    assertThat(refusals(shrunk)).anyMatch(one -> one.startsWith(bay + " geometry"));

    ObjectNode gone = (ObjectNode) json.readTree(file);
    for (int no = last(gone, claim.level()); no >= claim.bay(); no--) {
      remove(gone, "bay " + claim.level() + "/" + no);
    }
    assertThat(refusals(gone)).anyMatch(one -> one.startsWith(bay + " null"));

    ObjectNode weak = (ObjectNode) json.readTree(file);
    row(weak, "floor " + claim.level()).put("power_kva", 0);
    assertThat(refusals(weak)).contains("floor " + claim.level() + " power_kva");

    ObjectNode floorGone = (ObjectNode) json.readTree(file);
    remove(floorGone, "floor " + claim.level());
    assertThat(refusals(floorGone)).contains("floor " + claim.level() + " null");

    HttpResponse<String> answer = send(json.writeValueAsString(weak), "apply=true");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(json.readTree(answer.body()).path("refusals").size()).isPositive();
    assertThat(export(claim.code(), "geojson")).as("nothing was done").isEqualTo(file);
  }

  private record Claimed(String code, int level, int bay) {}

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "floor 1 | load_kn_m2 | -1",
        "floor 1 | hazards | Z",
        "floor 1 | rent_vnd_m2_month | nghìn",
        "floor 1 | breaks | 99",
        "bay 1/0 | no | 77",
        "building | available_from | 31/12/2026",
        "building | data_status | GUESSED",
        "building | storeys | 2",
        "building | zone | NOPE",
        "building | truck_level | 50",
        "lift 1 | capacity_t | 0",
        "bay 1/0 | rentable | perhaps"
      })
  void wrongValuesAreRefusedByRowAndField(String key, String field, String value) throws Exception {
    ObjectNode file = (ObjectNode) json.readTree(export("TT-A", "geojson"));
    row(file, key).put(field, value);
    JsonNode report = report(json.writeValueAsString(file), false);
    assertThat(report.path("refusals").size()).isPositive();
    JsonNode refusal = report.path("refusals").path(0);
    assertThat(report.path("refusals").toString()).contains("\"field\":");
    assertThat(refusal.path("line").asInt()).isPositive();
    assertThat(refusal.path("remedyVi").asString()).isNotBlank();
    assertThat(refusal.path("remedyEn").asString()).isNotBlank();
  }

  @Test
  void baysDoNotOverlapNorLeaveTheFloor() throws Exception {
    ObjectNode file = (ObjectNode) json.readTree(export("TT-A", "geojson"));
    ObjectNode second = feature(file, "bay 2/1");
    second.set("geometry", feature(file, "bay 2/0").path("geometry").deepCopy());
    assertThat(refusals(file)).contains("bay 2/1 geometry");
    ObjectNode away = (ObjectNode) json.readTree(export("TT-A", "geojson"));
    for (JsonNode point : feature(away, "bay 2/0").path("geometry").path("coordinates").path(0)) {
      ((ArrayNode) point)
          .set(0, json.getNodeFactory().numberNode(point.path(0).asDouble() + 0.002));
    }
    assertThat(refusals(away)).contains("bay 2/0 geometry");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "{",
        "{\"type\":\"FeatureCollection\"}",
        "a,b\n1,2",
        "kind,geometry\n\"building",
        "\u0000\u0001"
      })
  void whatIsNoTableIsRefused(String file) throws Exception {
    HttpResponse<String> answer = send(file, "apply=true");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json.readTree(answer.body()).path("field").asString()).isEqualTo("file");
  }

  @Test
  void hostileValuesAreOnlyValues() throws Exception {
    String file =
        "kind,code,zone,geometry\nbuilding,\"x'; drop table space.bays--\",TT,POINT(1 1)\n";
    JsonNode report = report(file, false);
    assertThat(report.path("refusals").size()).isGreaterThan(5);
    assertThat(report(file.replace("POINT(1 1)", "POLYGON((nan nan))"), false).path("refusals"))
        .isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"=HYPERLINK(\"http://x\")", "@SUM(1)", "+1", "-1", "'=1", "'Nhà"})
  void spreadsheetsRunNoNameAndTheNameComesBack(String name) throws Exception {
    ObjectNode file =
        (ObjectNode)
            json.readTree(export("TT-A", "geojson").replace("\"TT-A\"", "\"" + NEW + "\""));
    row(file, "building").put("name_vi", name);
    assertThat(report(json.writeValueAsString(file), true).path("applied").asBoolean()).isTrue();
    String csv = export(NEW, "csv");
    assertThat(csv).doesNotContainPattern("[,\"][=@+-](HYPER|SUM|1)");
    assertThat(report(csv, true).path("changes").toString()).isEqualTo("[]");
    assertThat(row((ObjectNode) json.readTree(export(NEW, "geojson")), "building").path("name_vi"))
        .hasToString(json.writeValueAsString(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999999999", "-1e999"})
  void aNumberBeyondAllNumbersIsAWrongValue(String number) throws Exception {
    for (String one : List.of(number, "9".repeat(900))) {
      String file =
          export("TT-A", "geojson").replaceFirst("\"gfa_m2\":[0-9.]+", "\"gfa_m2\":" + one);
      assertThat(report(file, false).path("refusals").findValuesAsString("field"))
          .containsExactly("gfa_m2");
    }
  }

  @Test
  void theFileIsMissed() throws Exception {
    HttpResponse<String> answer = post("", "", "exchange-officer", "other");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json.readTree(answer.body()).path("field").asString()).isEqualTo("file");
  }

  @Test
  void onlyStaffMayImportAndAnybodyMayExport() throws Exception {
    String file = export("TT-A", "csv");
    assertThat(file).startsWith("\uFEFFkind,zone,code,level,no,");
    assertThat(post(file, "", null).statusCode()).isEqualTo(401);
    assertThat(post(file, "", "exchange-firm").statusCode()).isEqualTo(403);
    HttpResponse<String> answer = get("/api/v1/buildings/TT-A/export?f=csv");
    String tag = answer.headers().firstValue("ETag").orElseThrow();
    assertThat(
            http.send(
                    HttpRequest.newBuilder(uri("/api/v1/buildings/TT-A/export?f=csv"))
                        .header("If-None-Match", tag)
                        .build(),
                    BodyHandlers.ofString())
                .statusCode())
        .isEqualTo(304);
    assertThat(get("/api/v1/buildings/TT-A/export?f=dwg").statusCode()).isEqualTo(400);
    assertThat(get("/api/v1/buildings/NO-A/export").statusCode()).isEqualTo(404);
  }

  private List<String> refusals(ObjectNode file) throws Exception {
    JsonNode report = report(json.writeValueAsString(file), false);
    return report
        .path("refusals")
        .valueStream()
        .map(one -> one.path("key").asString("") + " " + one.path("field").asString("null"))
        .toList();
  }

  private static void halve(ArrayNode ring) {
    double x = ring.path(0).path(0).asDouble();
    double y = ring.path(0).path(1).asDouble();
    for (JsonNode point : ring) {
      ArrayNode pair = (ArrayNode) point;
      double east = pair.path(0).asDouble();
      double north = pair.path(1).asDouble();
      pair.removeAll();
      pair.add((x + east) / 2).add((y + north) / 2);
    }
  }

  private static ObjectNode feature(ObjectNode file, String id) {
    for (JsonNode feature : file.path("features")) {
      if (feature.path("id").asString().equals(id)) {
        return (ObjectNode) feature;
      }
    }
    throw new AssertionError(id);
  }

  private static ObjectNode row(ObjectNode file, String id) {
    return (ObjectNode) feature(file, id).path("properties");
  }

  private static void remove(ObjectNode file, String id) {
    ArrayNode features = (ArrayNode) file.path("features");
    for (int i = 0; i < features.size(); i++) {
      if (features.path(i).path("id").asString().equals(id)) {
        features.remove(i);
        return;
      }
    }
    throw new AssertionError(id);
  }

  private static int last(ObjectNode file, int level) {
    int last = -1;
    for (JsonNode feature : file.path("features")) {
      String id = feature.path("id").asString();
      if (id.startsWith("bay " + level + "/")) {
        last = Math.max(last, feature.path("properties").path("no").asInt());
      }
    }
    return last;
  }

  private String export(String code, String format) throws Exception {
    HttpResponse<String> answer = get("/api/v1/buildings/" + code + "/export?f=" + format);
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  private JsonNode report(String file, boolean apply) throws Exception {
    HttpResponse<String> answer = send(file, "apply=" + apply);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json.readTree(answer.body());
  }

  private HttpResponse<String> send(String file, String query) throws Exception {
    return post(file, query, "exchange-officer");
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  private HttpResponse<String> get(String path) throws Exception {
    return http.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String file, String query, @Nullable String who)
      throws Exception {
    return post(file, query, who, "file");
  }

  private HttpResponse<String> post(String file, String query, @Nullable String who, String part)
      throws Exception {
    String body =
        "--ranh\r\nContent-Disposition: form-data; name=\""
            + part
            + "\"; filename=\"b\"\r\n\r\n"
            + file
            + "\r\n--ranh--\r\n";
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri("/api/v1/buildings/imports?" + query))
            .header("Content-Type", "multipart/form-data; boundary=ranh")
            .POST(BodyPublishers.ofString(body));
    if (who != null) {
      String pair = who + ":" + PASSWORD;
      request.header(
          "Authorization",
          "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }
}
