package vn.khuxuong.zoning.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.khuxuong.KhuxuongTest;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.platform.security.Role;
import vn.khuxuong.zoning.PlanDesk;
import vn.khuxuong.zoning.PlanDesk.Answer;

/** Drawing over HTTP: nothing is overwritten, nothing is lost, every answer carries the checks. */
@KhuxuongTest
class DraftHttpTest {
  private static final String SPLIT =
      """
      {"edits":[{"op":"split","subzone":"CN-01","line":{"crs":"EPSG:9210","type":"LineString",
        "coordinates":[[606000,%1$s],[609000,%1$s]]}}]}""";

  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private JdbcClient jdbc;
  private PlanDesk desk;
  private String planner;
  private Answer draft;
  private String url;

  @BeforeEach
  void drawTheWholeZone() {
    desk = new PlanDesk(port, accounts);
    planner = desk.person(Role.PLANNER);
    draft = desk.draftOfWholeZone(planner, "BC");
    assertThat(draft.status()).as("%s", draft.json()).isEqualTo(200);
    url = "/api/v1/plans/" + draft.json().at("/plan/id").asLong();
  }

  @Test
  void answerCarriesWhatChangedAndTheChecks() {
    JsonNode report = draft.json().path("report");
    assertThat(report.at("/summary/findingsBlocking").asInt()).isZero();
    assertThat(report.path("rules")).isNotEmpty();
    assertThat(report.at("/balance/rows/0/landUse").asString()).isEqualTo("INDUSTRY");
    assertThat(report.at("/balance/total/areaM2").asLong() / 10_000.0)
        .isEqualTo(27.34, within(0.05));
    assertThat(draft.json().at("/subzones/features")).hasSize(1);
    assertThat(draft.json().at("/changes/created")).hasSize(1);
  }

  @Test
  void splitKeepsTheWholeAndUndoBringsItBack() {
    Answer split = split(draft.etag());
    assertThat(split.status()).as("%s", split.json()).isEqualTo(200);
    assertThat(split.json().at("/report/summary/findings").asInt()).isZero();
    assertThat(subzones()).hasSize(2);
    Answer undone = desk.post(planner, url + "/undo", split.etag(), "");
    assertThat(undone.status()).as("%s", undone.json()).isEqualTo(200);
    assertThat(subzones()).hasSize(1);
    Answer redone = desk.post(planner, url + "/redo", undone.etag(), "");
    assertThat(redone.json().at("/report/contentSha256"))
        .isEqualTo(split.json().at("/report/contentSha256"));
    assertThat(desk.post(planner, url + "/redo", redone.etag(), "").status()).isEqualTo(409);
    JsonNode revisions = desk.get(planner, url + "/revisions").json();
    assertThat(revisions.path("revisions")).hasSize(3);
    assertThat(revisions.path("shown").asInt()).isEqualTo(3);
  }

  @Test
  void whatWasUndoneAndDrawnOverIsStillThere() {
    Answer split = split(draft.etag());
    Answer undone = desk.post(planner, url + "/undo", split.etag(), "");
    Answer renamed = desk.rename(planner, url, undone.etag(), "Nhánh khác");
    int lost = split.json().path("revision").asInt();
    assertThat(desk.get(planner, url + "/subzones?revision=" + lost).json().path("features"))
        .hasSize(2);
    Answer shown = desk.post(planner, url + "/show", renamed.etag(), "{\"revision\":" + lost + "}");
    assertThat(shown.json().at("/report/contentSha256"))
        .isEqualTo(split.json().at("/report/contentSha256"));
  }

  @Test
  void historyAndTableSayTheSameAfterEveryStep() {
    Answer split = split(draft.etag());
    desk.post(planner, url + "/undo", split.etag(), "");
    JsonNode fromHistory = subzones();
    List<String> fromTable = uidsByCode();
    assertThat(fromHistory.valueStream().map(f -> f.path("id").asString()).toList())
        .isEqualTo(fromTable);
  }

  @Test
  void batchWhoseAnswerWasLostIsWrittenOnce() {
    String key = UUID.randomUUID().toString();
    Answer first = send(key, draft.etag());
    assertThat(first.status()).as("%s", first.json()).isEqualTo(200);
    Answer renamed = desk.rename(planner, url, first.etag(), "Sửa sau đó");
    Answer again = send(key, draft.etag());
    assertThat(again.status()).as("%s", again.json()).isEqualTo(200);
    assertThat(again.etag()).isEqualTo(renamed.etag());
    assertThat(again.json().at("/changes/created")).hasSize(1);
    assertThat(again.json().at("/changes/created/0/uid"))
        .isEqualTo(first.json().at("/changes/created/0/uid"));
    assertThat(desk.get(planner, url + "/revisions").json().path("revisions")).hasSize(4);
    assertThat(send(UUID.randomUUID().toString(), draft.etag()).status()).isEqualTo(412);
    assertThat(send("không phải uuid", renamed.etag()).status()).isEqualTo(400);
  }

  private Answer send(String key, String etag) {
    return desk.send(
        planner,
        HttpRequest.newBuilder(desk.uri(url + "/edits"))
            .header("Content-Type", "application/json")
            .header("If-Match", etag)
            .header("Idempotency-Key", URLEncoder.encode(key, StandardCharsets.UTF_8))
            .POST(BodyPublishers.ofString(SPLIT.formatted("1203350"))));
  }

  @Test
  void changeWithoutAVersionIsRefused() {
    Answer answer = desk.post(planner, url + "/edits", null, SPLIT.formatted("1203350"));
    assertThat(answer.status()).isEqualTo(428);
    assertThat(desk.post(planner, url + "/edits", "*", SPLIT.formatted("1203350")).status())
        .isEqualTo(428);
    assertThat(
            desk.post(planner, url + "/edits", "W/" + draft.etag(), SPLIT.formatted("1203350"))
                .status())
        .isEqualTo(412);
  }

  @Test
  void versionInTheBodyDoesWhereNoHeaderCanBeSent() {
    int seen = draft.json().at("/plan/lockVersion").asInt();
    Answer undone = desk.post(planner, url + "/undo", null, "{\"version\":" + seen + "}");
    assertThat(undone.status()).as("%s", undone.json()).isEqualTo(200);
    String old = "{\"revision\":2,\"version\":" + seen + "}";
    assertThat(desk.post(planner, url + "/show", null, old).status()).isEqualTo(409);
    String now = old.replace("\"version\":" + seen, "\"version\":" + (seen + 1));
    assertThat(desk.post(planner, url + "/show", null, now).status()).isEqualTo(200);
    assertThat(desk.post(planner, url + "/submit", null, "{\"version\":1}").status())
        .isEqualTo(409);
    assertThat(desk.post(planner, url + "/submit", null, "").status()).isEqualTo(428);
    String both = "{\"version\":" + (seen + 2) + "}";
    assertThat(desk.post(planner, url + "/undo", draft.etag(), both).status()).isEqualTo(412);
    assertThat(desk.post(planner, url + "/submit", null, both).status()).isEqualTo(200);
  }

  @Test
  void preconditionIsDescribedAsAHeader() {
    JsonNode paths = desk.get(null, "/api/openapi").json().path("paths");
    for (String step : List.of("edits", "undo", "submit", "return")) {
      JsonNode parameters =
          paths.path("/api/v1/plans/{id}/" + step).path("post").path("parameters");
      assertThat(parameters.valueStream().map(p -> p.path("name").asString()))
          .as(step)
          .contains("id", "If-Match");
    }
  }

  @Test
  void swappedCodesAreStored() {
    Answer split = split(draft.etag());
    List<String> uids = uidsByCode();
    Answer swapped =
        desk.post(
            planner,
            url + "/edits",
            split.etag(),
            """
            {"edits":[{"op":"setAttributes","subzone":"CN-01","attributes":{"code":"CN-02"}},
                      {"op":"setAttributes","subzone":"CN-02","attributes":{"code":"CN-01"}}]}""");
    assertThat(swapped.status()).as("%s", swapped.json()).isEqualTo(200);
    assertThat(uidsByCode()).containsExactly(uids.get(1), uids.get(0));
    Answer taken =
        desk.post(
            planner,
            url + "/edits",
            swapped.etag(),
            """
            {"edits":[{"op":"setAttributes","subzone":"CN-01","attributes":{"code":"CN-02"}}]}""");
    assertThat(taken.status()).isEqualTo(422);
    assertThat(taken.json().path("field").asString()).isEqualTo("edits[0].code");
  }

  private List<String> uidsByCode() {
    return jdbc.sql("select uid::text from zoning.subzones where plan_id = :id order by code")
        .param("id", Long.valueOf(url.substring(url.lastIndexOf('/') + 1)))
        .query(String.class)
        .list();
  }

  @Test
  void staleEditorLearnsWhatChangedSince() {
    Answer renamed = desk.rename(planner, url, draft.etag(), "Khu cơ khí");
    assertThat(renamed.status()).as("%s", renamed.json()).isEqualTo(200);
    Answer stale = split(draft.etag());
    assertThat(stale.status()).isEqualTo(412);
    assertThat(stale.type()).isEqualTo("/problems/zoning/stale");
    assertThat(stale.json().at("/changes/changed/0/fields/nameVi/after").asString())
        .isEqualTo("Khu cơ khí");
    assertThat(stale.json().at("/changes/changed/0/fields/nameVi/before").asString())
        .isEqualTo("Công nghiệp");
    assertThat(stale.json().at("/server/subzones/features/0/properties/nameVi").asString())
        .isEqualTo("Khu cơ khí");
    assertThat(stale.json().path("etag").asString()).isEqualTo(renamed.etag());
    int old = draft.json().at("/plan/lockVersion").asInt();
    Answer inBody =
        desk.post(
            planner,
            url + "/edits",
            null,
            "{\"version\":" + old + "," + SPLIT.formatted("1203350").strip().substring(1));
    assertThat(inBody.status()).isEqualTo(409);
    assertThat(subzones()).hasSize(1);
  }

  @Test
  void openEditorCatchesUpWithWhatChangedSince() {
    Answer renamed = desk.rename(planner, url, draft.etag(), "Khu cơ khí");
    Answer split = split(renamed.etag());
    int seen = draft.json().at("/plan/lockVersion").asInt();
    Answer since = desk.get(planner, url + "/changes?since=" + seen);
    assertThat(since.status()).as("%s", since.json()).isEqualTo(200);
    assertThat(since.etag()).isEqualTo(split.etag());
    assertThat(since.header("Cache-Control")).contains("no-store");
    assertThat(since.json().propertyNames())
        .containsExactlyInAnyOrderElementsOf(split.json().propertyNames());
    assertThat(since.json().path("revision")).isEqualTo(split.json().path("revision"));
    assertThat(since.json().path("report")).isEqualTo(split.json().path("report"));
    assertThat(since.json().at("/subzones/features")).hasSize(2);
    assertThat(since.json().at("/changes/created")).hasSize(1);
    assertThat(since.json().at("/changes/changed/0/fields/nameVi/before").asString())
        .isEqualTo("Công nghiệp");
    Answer undone = desk.post(planner, url + "/undo", split.etag(), "");
    int afterSplit = split.json().at("/plan/lockVersion").asInt();
    Answer back = desk.get(planner, url + "/changes?since=" + afterSplit);
    assertThat(back.json().path("removed")).hasSize(1);
    int now = undone.json().at("/plan/lockVersion").asInt();
    Answer nothing = desk.get(planner, url + "/changes?since=" + now);
    assertThat(nothing.json().at("/subzones/features")).isEmpty();
    assertThat(nothing.json().path("removed")).isEmpty();
  }

  @Test
  void staleEditorIsToldInTheShapeOfTheChanges() {
    int seen = draft.json().at("/plan/lockVersion").asInt();
    desk.rename(planner, url, draft.etag(), "Khu cơ khí");
    JsonNode server = split(draft.etag()).json().path("server");
    ObjectNode since = (ObjectNode) desk.get(planner, url + "/changes?since=" + seen).json();
    since.remove("report");
    assertThat(server).isEqualTo(since);
  }

  @Test
  void changesSinceAVersionThatNeverWasAreAbsent() {
    for (String never : List.of("0", "-1", "999", "2147483647")) {
      Answer answer = desk.get(planner, url + "/changes?since=" + never);
      assertThat(answer.status()).as(never).isEqualTo(404);
      assertThat(answer.type()).isEqualTo("/problems/not-found");
      assertThat(answer.json().path("field").asString()).isEqualTo("since");
      assertThat(answer.json().path("remedy").asString()).isNotEmpty();
    }
    for (String odd : List.of("?since=x", "?since=99999999999", "?since=", "")) {
      assertThat(desk.get(planner, url + "/changes" + odd).status()).as(odd).isEqualTo(400);
    }
  }

  @Test
  void changesAreForStaffAlsoOfAPublishedPlan() {
    long published =
        jdbc.sql(
                """
                select p.id from zoning.plans p join zoning.zones z on z.id = p.zone_id
                where z.code = 'PVH' and p.version = 1""")
            .query(Long.class)
            .single();
    for (String plan : List.of(url, "/api/v1/plans/" + published)) {
      String changes = plan + "/changes?since=1";
      assertThat(desk.get(null, changes).status()).isEqualTo(404);
      assertThat(desk.get(desk.person(Role.FIRM), changes).status()).isEqualTo(404);
      assertThat(desk.get(desk.person(Role.OFFICER), changes).status()).isEqualTo(404);
      assertThat(desk.get(desk.person(Role.PLANNER), changes).status()).isEqualTo(200);
      assertThat(desk.get(desk.person(Role.APPROVER), changes).status()).isEqualTo(200);
      assertThat(desk.get(desk.person(Role.ADMIN), changes).status()).isEqualTo(200);
    }
  }

  @Test
  void ofTwoEditorsAtOnceOneWins() throws Exception {
    CyclicBarrier together = new CyclicBarrier(2);
    ExecutorService people = Executors.newFixedThreadPool(2);
    try {
      Future<Answer> one =
          people.submit(
              () -> {
                together.await();
                return desk.rename(planner, url, draft.etag(), "Một");
              });
      Future<Answer> other =
          people.submit(
              () -> {
                together.await();
                return desk.rename(planner, url, draft.etag(), "Hai");
              });
      assertThat(List.of(one.get().status(), other.get().status()))
          .containsExactlyInAnyOrder(200, 412);
    } finally {
      people.shutdown();
    }
    assertThat(desk.get(planner, url + "/revisions").json().path("revisions")).hasSize(3);
  }

  @Test
  void batchFailsAsAWhole() {
    Answer answer =
        desk.post(
            planner,
            url + "/edits",
            draft.etag(),
            """
            {"edits":[{"op":"setAttributes","subzone":"CN-01","attributes":{"nameVi":"Mới"}},
                      {"op":"remove","subzone":"XX-99"}]}""");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.type()).isEqualTo("/problems/zoning/bad-edit");
    assertThat(answer.json().path("field").asString()).isEqualTo("edits[1].subzone");
    assertThat(subzones().get(0).at("/properties/nameVi").asString()).isEqualTo("Công nghiệp");
  }

  @Test
  void bowTieIsRefusedWithItsPlace() {
    Answer answer =
        desk.post(
            planner,
            url + "/edits",
            draft.etag(),
            """
            {"edits":[{"op":"reshape","subzone":"CN-01","shape":{"crs":"EPSG:9210","type":"Polygon",
              "coordinates":[[[607000,1203350],[607100,1203100],[607100,1203350],[607000,1203100],
                              [607000,1203350]]]}}]}""");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().has("place")).as("%s", answer.json()).isTrue();
  }

  @Test
  void editsCanBeTriedOutWithoutBeingWritten() {
    Answer tried = desk.post(planner, url + "/check", null, SPLIT.formatted("1203350"));
    assertThat(tried.status()).as("%s", tried.json()).isEqualTo(200);
    assertThat(tried.json().at("/changes/created")).hasSize(1);
    assertThat(subzones()).hasSize(1);
  }

  @Test
  void scenarioForksAndIsCompared() {
    Answer split = split(draft.etag());
    long id = split.json().at("/plan/id").asLong();
    Answer fork = desk.post(planner, "/api/v1/plans", null, "{\"basedOn\":" + id + "}");
    assertThat(fork.status()).isEqualTo(201);
    String scenario = "/api/v1/plans/" + fork.id();
    Answer renamed = desk.rename(planner, scenario, fork.etag(), "Phương án 2");
    assertThat(renamed.status()).isEqualTo(200);
    JsonNode difference = desk.get(planner, scenario + "/compare?with=" + id).json();
    assertThat(difference.path("changed")).hasSize(1);
    assertThat(difference.at("/changed/0/fields/nameVi/after").asString()).isEqualTo("Phương án 2");
    assertThat(difference.at("/balance/total/changeM2").asLong()).isZero();
  }

  @Test
  void repairProposalIsAcceptedStepByStep() {
    JsonNode whole = subzones().get(0).path("geometry");
    Answer shrunk =
        desk.post(
            planner,
            url + "/edits",
            draft.etag(),
            """
            {"edits":[{"op":"cutCorridor","line":{"crs":"EPSG:9210","type":"LineString",
              "coordinates":[[606000,1203350],[609000,1203350]]},"widthM":2,
              "attributes":{"code":"GT-01","landUse":"ROAD","nameVi":"Đường","nameEn":"Road"}},
              {"op":"remove","subzone":"GT-01"}]}""");
    assertThat(shrunk.status()).as("%s", shrunk.json()).isEqualTo(200);
    assertThat(shrunk.json().at("/report/summary/findingsBlocking").asInt()).isPositive();
    JsonNode proposal = desk.get(planner, url + "/repair").json();
    assertThat(proposal.path("steps")).isNotEmpty();
    String step = proposal.at("/steps/0/id").asString();
    Answer mended =
        desk.post(planner, url + "/repair", shrunk.etag(), "{\"steps\":[\"" + step + "\"]}");
    assertThat(mended.status()).as("%s", mended.json()).isEqualTo(200);
    assertThat(mended.json().at("/report/summary/findingsBlocking").asInt())
        .isLessThan(shrunk.json().at("/report/summary/findingsBlocking").asInt());
    assertThat(whole.path("type").asString()).isEqualTo("Polygon");
  }

  @Test
  void balanceComesAsTableToo() {
    byte[] csv = desk.get(planner, url + "/balance?f=csv").raw().body();
    assertThat(new String(csv, java.nio.charset.StandardCharsets.UTF_8)).contains("27");
    Answer workbook = desk.get(planner, url + "/balance?f=xlsx");
    assertThat(workbook.raw().body()).startsWith('P', 'K');
    assertThat(desk.get(planner, url + "/balance?f=pdf").status()).isEqualTo(400);
  }

  @Test
  void pastedTableIsRecognisedAndConfirmed() {
    Answer answer =
        desk.post(
            planner,
            "/api/v1/coordinates",
            null,
            """
            {"zone":"BC","table":"1\\t1203300.00\\t607200.00\\n2\\t1203400.00\\t607200.00\\n3\\t1203400.00\\t607300.00"}""");
    assertThat(answer.status()).as("%s", answer.json()).isEqualTo(200);
    assertThat(answer.json().at("/readings/0/crs").asString()).isEqualTo("EPSG:9210");
    assertThat(answer.json().at("/readings/0/axes").asString()).isEqualTo("NE");
  }

  @Test
  void malformedBodyIsAProblemDocument() {
    Answer answer = desk.post(planner, url + "/edits", draft.etag(), "{\"edits\":[");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.type()).isEqualTo("/problems/malformed-body");
  }

  @Test
  void bodyBeyondTheLimitIsNotRead() {
    String body = "{\"edits\":[\"" + "x".repeat(33 << 20) + "\"]}";
    Answer answer = desk.post(planner, url + "/edits", draft.etag(), body);
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.type()).isEqualTo("/problems/too-large");
  }

  private Answer split(String etag) {
    return desk.post(planner, url + "/edits", etag, SPLIT.formatted("1203350"));
  }

  private JsonNode subzones() {
    return desk.get(planner, url + "/subzones").json().path("features");
  }
}
