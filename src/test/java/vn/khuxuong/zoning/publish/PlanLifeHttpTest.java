package vn.khuxuong.zoning.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.khuxuong.KhuxuongTest;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.platform.security.Role;
import vn.khuxuong.zoning.PlanDesk;
import vn.khuxuong.zoning.PlanDesk.Answer;

/**
 * A plan's life over HTTP, from the first line to being superseded. Plans here come into force in
 * the far future, so that other tests see today's map as it is.
 */
@KhuxuongTest
class PlanLifeHttpTest {
  private static final String ZONE = "BC";

  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private JdbcClient jdbc;
  private PlanDesk desk;
  private String planner;
  private String approver;

  @BeforeEach
  void sitDown() {
    desk = new PlanDesk(port, accounts);
    planner = desk.person(Role.PLANNER);
    approver = desk.person(Role.APPROVER);
  }

  @Test
  void planGoesFromDraftToPublishedAndIsSupersededByTheNext() {
    long first = published("2097-01-01");
    Answer plan = desk.get(null, "/api/v1/plans/" + first);
    assertThat(plan.json().path("status").asString()).isEqualTo("PUBLISHED");
    assertThat(plan.json().path("decisionNo").asString()).isEqualTo("12/QĐ-BQL");
    assertThat(plan.json().has("author")).isFalse();
    assertThat(desk.get(null, "/api/v1/plans/" + first + "/subzones").json().path("features"))
        .hasSize(1);

    long second = published("2098-01-01");
    assertThat(desk.get(null, "/api/v1/plans/" + first).json().path("status").asString())
        .isEqualTo("SUPERSEDED");
    assertThat(inForce("2097-06-01", null)).isEqualTo(first);
    assertThat(inForce("2098-06-01", null)).isEqualTo(second);
    assertThat(
            jdbc.sql(
                    """
                    select action from platform.audit
                    where subject_type = 'plan' and subject_id = :id order by id""")
                .param("id", String.valueOf(first))
                .query(String.class)
                .list())
        .containsExactly(
            "plan.started",
            "plan.drawn",
            "plan.submitted",
            "plan.approved",
            "plan.published",
            "plan.superseded");
  }

  @Test
  void backDatedPlanDoesNotChangeWhatWasKnownBefore() {
    long first = published("2095-01-01");
    String before =
        jdbc.sql(
                """
                select to_char(clock_timestamp() at time zone 'UTC',
                               'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')""")
            .query(String.class)
            .single();
    long correction = published("2094-06-01");
    assertThat(inForce("2095-03-01", null)).isEqualTo(correction);
    assertThat(inForce("2095-03-01", before)).isEqualTo(first);
    assertThat(
            desk.get(null, "/api/v1/subzones?zone=BC&datetime=2095-03-01&asOf=" + before)
                .json()
                .at("/features/0/properties/plan")
                .asLong())
        .isEqualTo(first);
    String items = "/ogc/collections/subzones/items?f=json&zone_code=BC&datetime=2095-03-01";
    assertThat(versionIn(items + "&asOf=" + before)).isEqualTo(version(first));
    assertThat(versionIn(items)).isEqualTo(version(correction));
  }

  @Test
  void nobodyDecidesOnOwnWork() {
    String both = desk.person(Role.PLANNER, Role.APPROVER);
    Answer draft = desk.draftOfWholeZone(both, ZONE);
    String url = "/api/v1/plans/" + draft.json().at("/plan/id").asLong();
    Answer submitted = desk.post(both, url + "/submit", draft.etag(), "{}");
    assertThat(submitted.status()).as("%s", submitted.json()).isEqualTo(200);
    Answer approved = desk.post(both, url + "/approve", submitted.etag(), approval("2099-01-01"));
    assertThat(approved.status()).isEqualTo(403);
    assertThat(approved.type()).isEqualTo("/problems/zoning/own-work");
    assertThat(desk.post(both, url + "/return", submitted.etag(), "{\"reason\":\"x\"}").status())
        .isEqualTo(403);
  }

  @Test
  void whoeverDrewInASharedDraftDoesNotApproveIt() {
    String helper = desk.person(Role.PLANNER, Role.APPROVER);
    Answer draft = desk.draftOfWholeZone(planner, ZONE);
    String url = "/api/v1/plans/" + draft.json().at("/plan/id").asLong();
    Answer shared = desk.patch(planner, url, draft.etag(), "{\"shared\":true}");
    assertThat(shared.status()).as("%s", shared.json()).isEqualTo(200);
    Answer drawn = desk.rename(helper, url, shared.etag(), "Tên khác");
    assertThat(drawn.status()).as("%s", drawn.json()).isEqualTo(200);
    Answer submitted = desk.post(planner, url + "/submit", drawn.etag(), "{}");
    assertThat(desk.post(helper, url + "/approve", submitted.etag(), approval("2099-01-01")).type())
        .isEqualTo("/problems/zoning/own-work");
  }

  @Test
  void approvalNeedsNumberDateAndAuthority() {
    Answer submitted = submitted();
    String url = "/api/v1/plans/" + submitted.id() + "/approve";
    Answer answer = desk.post(approver, url, submitted.etag(), "{\"validFrom\":\"2099-01-01\"}");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("field").asString()).isEqualTo("authorityVi");
    Answer badDay =
        desk.post(
            approver,
            url,
            submitted.etag(),
            approval("2099-01-01").replace("2026-11-20", "20/11/2026"));
    assertThat(badDay.json().path("field").asString()).isEqualTo("decidedOn");
  }

  @Test
  void returnedPlanCanBeDrawnAndSubmittedAgain() {
    Answer submitted = submitted();
    String url = "/api/v1/plans/" + submitted.id();
    Answer edit = desk.rename(planner, url, submitted.etag(), "Tên khác");
    assertThat(edit.status()).isEqualTo(409);
    assertThat(edit.type()).isEqualTo("/problems/zoning/wrong-status");
    Answer returned =
        desk.post(approver, url + "/return", submitted.etag(), "{\"reason\":\"Thiếu cây xanh\"}");
    assertThat(returned.json().path("status").asString()).isEqualTo("RETURNED");
    JsonNode decisions = desk.get(planner, url + "/decisions").json().path("decisions");
    assertThat(decisions.get(1).path("reason").asString()).isEqualTo("Thiếu cây xanh");
    assertThat(desk.post(planner, url + "/submit", returned.etag(), "{}").status()).isEqualTo(200);
  }

  @Test
  void planWithAGapIsNotSubmitted() {
    Answer started =
        desk.post(planner, "/api/v1/plans", null, "{\"zone\":\"BC\",\"titleVi\":\"Rỗng\"}");
    Answer answer =
        desk.post(planner, "/api/v1/plans/" + started.id() + "/submit", started.etag(), "{}");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.type()).isEqualTo("/problems/zoning/broken-rules");
    assertThat(answer.json().at("/report/features/0/properties/code").asString()).isEqualTo("GAP");
  }

  @Test
  void ofTwoPublishersAtOnceOneWinsAndTheOtherLearnsWhatChanged() throws Exception {
    Answer one = approved("2096-01-01");
    Answer other = approved("2096-02-01");
    CyclicBarrier together = new CyclicBarrier(2);
    ExecutorService people = Executors.newFixedThreadPool(2);
    try {
      Future<Answer> first = people.submit(publishing(one, together));
      Future<Answer> second = people.submit(publishing(other, together));
      List<Answer> answers = List.of(first.get(), second.get());
      assertThat(answers.stream().map(Answer::status)).containsExactlyInAnyOrder(200, 409);
      Answer lost = answers.stream().filter(a -> a.status() == 409).findFirst().orElseThrow();
      Answer won = answers.stream().filter(a -> a.status() == 200).findFirst().orElseThrow();
      assertThat(lost.type()).isEqualTo("/problems/zoning/another-was-published");
      assertThat(lost.json().path("published").asString()).isEqualTo(String.valueOf(won.id()));
      assertThat(lost.json().has("changes")).isTrue();
      Answer loser = won.id() == one.id() ? other : one;
      Answer allTheSame =
          desk.post(
              approver,
              "/api/v1/plans/" + loser.id() + "/publish",
              loser.etag(),
              "{\"over\":" + won.id() + "}");
      assertThat(allTheSame.status()).as("%s", allTheSame.json()).isEqualTo(200);
    } finally {
      people.shutdown();
    }
    assertThat(
            jdbc.sql(
                    """
                    select count(*) from zoning.plans p join zoning.zones z on z.id = p.zone_id
                    where z.code = 'BC' and p.status = 'PUBLISHED'""")
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void decisionReplaysIdentically() {
    long id = published("2093-01-01");
    JsonNode decisions =
        desk.get(approver, "/api/v1/plans/" + id + "/decisions").json().path("decisions");
    assertThat(decisions).hasSizeGreaterThanOrEqualTo(3);
    for (JsonNode decision : decisions) {
      if (decision.path("ruleSetSha256").isString()) {
        String url = "/api/v1/plans/" + id + "/decisions/" + decision.path("id").asLong();
        JsonNode replay = desk.get(approver, url + "/replay").json();
        assertThat(replay.path("identical").asBoolean()).as("%s", replay).isTrue();
        assertThat(replay.path("contentSha256")).isEqualTo(decision.path("contentSha256"));
      }
    }
    String rules = decisions.get(0).path("ruleSetSha256").asString();
    assertThat(desk.get(null, "/api/v1/rule-sets/" + rules).status()).isEqualTo(200);
  }

  @Test
  void draftsDoNotExistForStrangersAndAreKeptByNoCache() {
    Answer draft = desk.draftOfWholeZone(planner, ZONE);
    String url = "/api/v1/plans/" + draft.json().at("/plan/id").asLong();
    String firm = desk.person(Role.FIRM);
    String officer = desk.person(Role.OFFICER);
    for (String path :
        List.of(
            "",
            "/subzones",
            "/report",
            "/balance",
            "/subzones?revision=1",
            "/balance?f=csv",
            "/export?f=geojson")) {
      assertThat(desk.get(null, url + path).status()).as(path).isEqualTo(404);
      assertThat(desk.get(firm, url + path).status()).as(path).isEqualTo(404);
      assertThat(desk.get(officer, url + path).status()).as(path).isEqualTo(404);
      Answer seen = desk.get(planner, url + path);
      assertThat(seen.status()).as(path).isEqualTo(200);
      assertThat(seen.header("Cache-Control")).as(path).contains("no-store");
      assertThat(desk.get(approver, url + path).status()).as(path).isEqualTo(200);
    }
    for (String path : List.of("/revisions", "/decisions", "/repair")) {
      assertThat(desk.get(null, url + path).status()).as(path).isIn(401, 404);
      assertThat(desk.get(firm, url + path).status()).as(path).isIn(403, 404);
      assertThat(desk.get(approver, url + path).status()).as(path).isEqualTo(200);
    }
    assertThat(desk.get(null, "/api/v1/plans?zone=BC").json().toString())
        .doesNotContain("\"DRAFT\"");
    assertThat(desk.rename(approver, url, draft.etag(), "x").status()).isEqualTo(403);
    assertThat(desk.rename(null, url, draft.etag(), "x").status()).isEqualTo(401);
    Answer refused = desk.rename(desk.person(Role.PLANNER), url, draft.etag(), "x");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.type()).isEqualTo("/problems/zoning/not-yours");
  }

  @Test
  void waiverIsRecordedByAnotherPersonAndShowsInTheVerdict() {
    Answer submitted = submitted();
    String url = "/api/v1/plans/" + submitted.id();
    String ruleId = "zone-greenery";
    String body =
        "{\"ruleId\":\"%s\",\"decisionNo\":\"7/QĐ-UBND\",\"decidedOn\":\"2026-11-01\"}"
            .formatted(ruleId);
    assertThat(desk.post(planner, url + "/waivers", null, body).status()).isEqualTo(403);
    String tooEarly = body.replace("2026-11-01", "2024-11-01");
    assertThat(desk.post(approver, url + "/waivers", null, tooEarly).status()).isEqualTo(400);
    assertThat(desk.post(approver, url + "/waivers", null, body).status()).isEqualTo(200);
    JsonNode rules = desk.get(planner, url + "/report").json().path("rules");
    assertThat(rules.valueStream().filter(r -> r.path("ruleId").asString().equals(ruleId)))
        .singleElement()
        .satisfies(
            rule -> {
              assertThat(rule.path("status").asString()).isEqualTo("waived-by-decision");
              assertThat(rule.at("/waiver/decisionNo").asString()).isEqualTo("7/QĐ-UBND");
            });
  }

  private Callable<Answer> publishing(Answer plan, CyclicBarrier together) {
    String publisher = desk.person(Role.APPROVER);
    return () -> {
      together.await();
      return desk.post(publisher, "/api/v1/plans/" + plan.id() + "/publish", plan.etag(), "{}");
    };
  }

  private long inForce(String day, @Nullable String asOf) {
    return desk.get(
            null, "/api/v1/plans?zone=BC&datetime=" + day + (asOf == null ? "" : "&asOf=" + asOf))
        .json()
        .at("/plans/0/id")
        .asLong();
  }

  private int version(long plan) {
    return desk.get(null, "/api/v1/plans/" + plan).json().path("version").asInt();
  }

  private int versionIn(String items) {
    return desk.get(null, items).json().at("/features/0/properties/plan_version").asInt();
  }

  private Answer submitted() {
    Answer draft = desk.draftOfWholeZone(planner, ZONE);
    assertThat(draft.status()).as("%s", draft.json()).isEqualTo(200);
    String url = "/api/v1/plans/" + draft.json().at("/plan/id").asLong();
    Answer submitted = desk.post(planner, url + "/submit", draft.etag(), "{}");
    assertThat(submitted.status()).as("%s", submitted.json()).isEqualTo(200);
    return submitted;
  }

  private Answer approved(String validFrom) {
    Answer submitted = submitted();
    Answer approved =
        desk.post(
            approver,
            "/api/v1/plans/" + submitted.id() + "/approve",
            submitted.etag(),
            approval(validFrom));
    assertThat(approved.status()).as("%s", approved.json()).isEqualTo(200);
    return approved;
  }

  private long published(String validFrom) {
    Answer approved = approved(validFrom);
    Answer published =
        desk.post(approver, "/api/v1/plans/" + approved.id() + "/publish", approved.etag(), "{}");
    assertThat(published.status()).as("%s", published.json()).isEqualTo(200);
    return published.id();
  }

  private static String approval(String validFrom) {
    return "{\"decisionNo\":\"12/QĐ-BQL\",\"decidedOn\":\"2026-11-20\",\"authorityVi\":\"HEPZA\","
        + "\"validFrom\":\""
        + validFrom
        + "\"}";
  }
}
