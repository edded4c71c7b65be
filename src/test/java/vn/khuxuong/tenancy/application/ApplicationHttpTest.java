package vn.khuxuong.tenancy.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.khuxuong.KhuxuongTest;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.platform.security.Role;
import vn.khuxuong.tenancy.Application;
import vn.khuxuong.tenancy.Applications;
import vn.khuxuong.tenancy.FirmDesk;
import vn.khuxuong.zoning.PlanDesk;
import vn.khuxuong.zoning.PlanDesk.Answer;

/** Applications over HTTP: written, handed in, judged by rule, decided by an officer. */
@KhuxuongTest
class ApplicationHttpTest {
  private static final String APPLICATIONS = "/api/v1/applications";

  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private JdbcClient jdbc;
  @Autowired private Applications open;
  private FirmDesk firms;
  private PlanDesk desk;
  private String person;

  @BeforeEach
  void open() {
    firms = new FirmDesk(port, accounts, jdbc);
    desk = firms.desk();
    person = firms.firm();
  }

  @AfterEach
  void clean() {
    firms.clean();
  }

  @Test
  void applicationIsWrittenHandedInAndEligibleByRule() {
    Answer made = desk.post(person, APPLICATIONS, null, firms.application().toString());
    assertThat(made.status()).as("%s", made.json()).isEqualTo(201);
    String url = made.header("Location");
    String code = made.json().path("code").asString();
    assertThat(made.json().path("status").asString()).isEqualTo("DRAFT");
    assertThat(made.json().path("submittedAt").isNull()).isTrue();
    assertThat(made.json().path("industry").asString()).isEqualTo("PRECISION_MECH");
    assertThat(made.json().path("traits").get(0).asString()).isEqualTo("PRECISION");
    assertThat(made.json().path("missing").findValuesAsString("code"))
        .containsExactly("BUSINESS_REGISTRATION");
    assertThat(desk.get(person, url).json()).isEqualTo(made.json());
    firms.upload(person, url, "BUSINESS_REGISTRATION", "dkkd.pdf", FirmDesk.PDF);
    Answer submitted = desk.post(person, url + "/submit", null, "");
    assertThat(submitted.status()).as("%s", submitted.json()).isEqualTo(200);
    assertThat(submitted.json().path("status").asString()).isEqualTo("ELIGIBLE");
    assertThat(submitted.json().path("submittedAt").isString()).isTrue();
    assertThat(submitted.json().at("/verdict/fits").asBoolean(false)).isTrue();
    assertThat(submitted.json().at("/verdict/rulesSha256").asString()).hasSize(64);
    assertThat(submitted.json().at("/verdict/sizeClass").asString()).isEqualTo("SMALL");
    assertThat(submitted.json().at("/history/0/toStatus").asString()).isEqualTo("ELIGIBLE");
    assertThat(open.listOpen()).extracting(Application::code).contains(code);
    assertThat(desk.get(person, APPLICATIONS).json().path("applications").size()).isEqualTo(1);
    assertThat(audited(code))
        .containsExactly(
            person + " application.drafted",
            person + " application.document-added",
            person + " application.submitted");
  }

  @Test
  void whatItAsksForStandsAmongItsMembersAndIsDocumentedSo() {
    Answer made = desk.post(person, APPLICATIONS, null, firms.application().toString());
    String[] first = {"submittedAt", "reason", "industry", "production", "areaMinM2"};
    String[] last = {"firstBay", "bayCount", "machines", "documents", "missing"};
    assertThat(made.json().propertyNames())
        .containsSequence(first)
        .containsSequence(last)
        .doesNotContain("wanted");
    assertThat(
            desk.get(null, "/api/openapi")
                .json()
                .at("/components/schemas/ApplicationJson/properties")
                .propertyNames())
        .contains(first)
        .contains(last)
        .doesNotContain("wanted");
  }

  @Test
  void whatNoFloorOffersIsIneligibleWithReasons() {
    ObjectNode asked = firms.application().put("loadKnM2", 150).put("clearHeightM", 30);
    Answer submitted = firms.submitted(person, asked);
    assertThat(submitted.status()).as("%s", submitted.json()).isEqualTo(200);
    assertThat(submitted.json().path("status").asString()).isEqualTo("INELIGIBLE");
    assertThat(submitted.json().at("/verdict/fits").asBoolean(true)).isFalse();
    assertThat(submitted.json().at("/verdict/nearest").size()).isEqualTo(3);
    assertThat(
            submitted.json().at("/verdict/nearest/0/floors/0/reasons").findValuesAsString("rule"))
        .contains("LOAD", "CLEAR_HEIGHT");
  }

  @Test
  void productionWithPapersToReadWaitsForAnOfficer() {
    ObjectNode asked = firms.application().put("wastewaterM3Day", 5.5);
    String url = firms.draft(person, asked);
    firms.upload(person, url, "BUSINESS_REGISTRATION", "a.pdf", FirmDesk.PDF);
    Answer incomplete = desk.post(person, url + "/submit", null, "");
    assertThat(incomplete.status()).isEqualTo(422);
    assertThat(incomplete.type()).isEqualTo("/problems/tenancy/incomplete");
    assertThat(incomplete.json().path("missing").findValuesAsString("code"))
        .containsExactly("ENVIRONMENT");
    assertThat(desk.get(person, url + "/completeness").json().path("complete").asBoolean(true))
        .isFalse();
    firms.upload(person, url, "ENVIRONMENT", "b.pdf", FirmDesk.PDF);
    Answer submitted = desk.post(person, url + "/submit", null, "");
    assertThat(submitted.json().path("status").asString()).isEqualTo("SUBMITTED");
    assertThat(submitted.json().at("/verdict/forOfficer/0").asString()).isEqualTo("ENVIRONMENT");
    String officer = desk.person(Role.OFFICER);
    Answer decided =
        decide(officer, url, desk.get(officer, url).etag(), "ELIGIBLE", "Giấy phép còn hạn.");
    assertThat(decided.status()).as("%s", decided.json()).isEqualTo(200);
    assertThat(decided.json().path("status").asString()).isEqualTo("ELIGIBLE");
    assertThat(desk.get(person, url).json().path("reason").asString())
        .isEqualTo("Giấy phép còn hạn.");
  }

  @Test
  void givenBackOnceItIsMendedAndHandedInAgainWithALaterArrival() {
    Answer submitted = firms.submitted(person, firms.application());
    String url = APPLICATIONS + "/" + submitted.json().path("code").asString();
    assertThat(firms.put(person, url, submitted.etag(), firms.application().toString()).status())
        .isEqualTo(409);
    String officer = desk.person(Role.OFFICER);
    assertThat(decide(officer, url, null, "INCOMPLETE", "Thiếu trang 2.").status()).isEqualTo(428);
    assertThat(decide(officer, url, "\"HS-1-1\"", "INCOMPLETE", "Thiếu trang 2.").status())
        .isEqualTo(412);
    assertThat(decide(officer, url, submitted.etag(), "INCOMPLETE", " ").status()).isEqualTo(422);
    assertThat(decide(officer, url, submitted.etag(), "LEASED", "x").status()).isEqualTo(422);
    Answer back = decide(officer, url, submitted.etag(), "INCOMPLETE", "Thiếu trang 2.");
    assertThat(back.status()).isEqualTo(200);
    assertThat(decide(officer, url, back.etag(), "ELIGIBLE", "x").status()).isEqualTo(409);
    Answer mended =
        firms.put(
            person, url, back.etag(), firms.application().put("production", "Đã sửa.").toString());
    assertThat(mended.status()).as("%s", mended.json()).isEqualTo(200);
    Answer again = desk.post(person, url + "/submit", mended.etag(), "");
    assertThat(again.json().path("status").asString()).isEqualTo("ELIGIBLE");
    assertThat(again.json().path("submittedAt").asString())
        .isGreaterThan(submitted.json().path("submittedAt").asString());
    assertThat(again.json().path("history").size()).isEqualTo(3);
    assertThat(again.json().at("/history/1/actor").asString()).isEqualTo(officer);
  }

  @Test
  void withdrawalNeedsAReasonAndIsTheEnd() {
    Answer submitted = firms.submitted(person, firms.application());
    String url = APPLICATIONS + "/" + submitted.json().path("code").asString();
    assertThat(desk.post(person, url + "/withdraw", null, "{}").status()).isEqualTo(422);
    assertThat(desk.post(person, url + "/withdraw", "\"x\"", "{\"reason\":\"Đổi ý\"}").status())
        .isEqualTo(412);
    Answer withdrawn = desk.post(person, url + "/withdraw", null, "{\"reason\":\"Đổi ý\"}");
    assertThat(withdrawn.json().path("status").asString()).isEqualTo("WITHDRAWN");
    assertThat(withdrawn.json().path("reason").asString()).isEqualTo("Đổi ý");
    for (String step : List.of("/submit", "/withdraw")) {
      assertThat(desk.post(person, url + step, null, "{\"reason\":\"x\"}").status())
          .as(step)
          .isEqualTo(409);
    }
    assertThat(firms.put(person, url, withdrawn.etag(), firms.application().toString()).status())
        .isEqualTo(409);
    assertThat(firms.upload(person, url, "OTHER", "a.pdf", FirmDesk.PDF).status()).isEqualTo(409);
  }

  @Test
  void wishForAFloorIsJudgedOnThatFloorAndItsZoneCounts() {
    record Ground(String code, String zone, long floor, double load) {}
    Ground ground =
        jdbc.sql(
                """
                select b.code, z.code as zone, f.id as floor, f.load_kn_m2 as load
                from space.floors f join space.buildings b on b.id = f.building_id
                join zoning.zones z on z.id = b.zone_id
                join space.floor_industries i on i.floor_id = f.id
                where i.industry = 'PRECISION_MECH' and f.level = b.storeys
                  and exists (select from space.floors g where g.building_id = b.id
                              and g.load_kn_m2 > f.load_kn_m2 + 1)
                order by b.code limit 1""")
            .query(Ground.class)
            .single();
    ObjectNode asked = firms.application().put("building", ground.code());
    asked.put("floor", ground.floor()).put("firstBay", 0).put("bayCount", 1);
    asked.put("loadKnM2", ground.load() + 0.5).put("acceptOther", false);
    asked.remove("zones");
    Answer submitted = firms.submitted(person, asked);
    assertThat(submitted.status()).as("%s", submitted.json()).isEqualTo(200);
    assertThat(submitted.json().path("status").asString()).isEqualTo("INELIGIBLE");
    assertThat(submitted.json().at("/verdict/nearest/0/floors").size()).isEqualTo(1);
    assertThat(submitted.json().at("/zones/0").asString()).isEqualTo(ground.zone());
    assertThat(submitted.json().path("bayCount").asInt()).isEqualTo(1);
    asked.put("firstBay", 499);
    Answer refused = desk.post(person, APPLICATIONS, null, asked.toString());
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().path("field").asString()).isEqualTo("firstBay");
  }

  @Test
  void needsAreAtLeastThoseOfTheMachines() {
    ObjectNode asked = firms.application();
    ObjectNode machine = asked.putArray("machines").addObject().put("name", "Máy dập");
    machine.put("weightT", 7.25).put("lengthM", 3).put("widthM", 2.5).put("heightM", 4.1);
    Answer made = desk.post(person, APPLICATIONS, null, asked.toString());
    assertThat(made.json().path("liftT").asDouble()).isEqualTo(7.3);
    assertThat(made.json().path("clearHeightM").asDouble()).isEqualTo(4.1);
    assertThat(made.json().path("loadKnM2").asDouble()).isEqualTo(9.49);
    assertThat(made.json().at("/machines/0/name").asString()).isEqualTo("Máy dập");
  }

  @Test
  void sameRequestSentAgainMakesOneApplication() {
    UUID key = UUID.randomUUID();
    List<CompletableFuture<Answer>> answers =
        IntStream.range(0, 6)
            .mapToObj(n -> CompletableFuture.supplyAsync(() -> make(person, key.toString())))
            .toList();
    assertThat(answers.stream().map(CompletableFuture::join).map(Answer::status)).containsOnly(201);
    assertThat(
            answers.stream()
                .map(CompletableFuture::join)
                .map(answer -> answer.header("Location"))
                .distinct())
        .hasSize(1);
    assertThat(desk.get(person, APPLICATIONS).json().path("applications").size()).isEqualTo(1);
    assertThat(make(firms.firm(), key.toString()).header("Location"))
        .isNotEqualTo(answers.get(0).join().header("Location"));
    Answer other =
        desk.send(
            person,
            HttpRequest.newBuilder(desk.uri(APPLICATIONS))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key.toString())
                .POST(
                    BodyPublishers.ofString(
                        firms.application().put("production", "Việc khác.").toString())));
    assertThat(other.status()).as("one name is not taken for two things").isEqualTo(422);
    assertThat(other.type()).isEqualTo("/problems/tenancy/key-reused");
    assertThat(make(person, "not-a-key").status()).isEqualTo(400);
  }

  @Test
  void ofTwoChangesOfOneVersionOneIsWritten() {
    for (int round = 0; round < 5; round++) {
      String url = firms.draft(person);
      String etag = desk.get(person, url).etag();
      List<CompletableFuture<Integer>> answers =
          IntStream.range(0, 2)
              .mapToObj(
                  n -> {
                    String body = firms.application().put("production", "Bản " + n).toString();
                    return CompletableFuture.supplyAsync(
                        () -> firms.put(person, url, etag, body).status());
                  })
              .toList();
      assertThat(answers.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(200, 412);
    }
    String url = firms.draft(person);
    assertThat(firms.put(person, url, null, firms.application().toString()).status())
        .isEqualTo(428);
  }

  @Test
  void handedInTwiceAtOnceItIsHandedInOnce() {
    String url = firms.draft(person);
    firms.upload(person, url, "BUSINESS_REGISTRATION", "a.pdf", FirmDesk.PDF);
    List<CompletableFuture<Integer>> answers =
        IntStream.range(0, 4)
            .mapToObj(
                n ->
                    CompletableFuture.supplyAsync(
                        () -> desk.post(person, url + "/submit", null, "").status()))
            .toList();
    assertThat(answers.stream().map(CompletableFuture::join))
        .containsExactlyInAnyOrder(200, 409, 409, 409);
  }

  @Test
  void everyDoorIsForOwnFirmAndOfficersOnly() {
    String url = firms.draft(person);
    firms.upload(person, url, "BUSINESS_REGISTRATION", "a.pdf", FirmDesk.PDF);
    String officer = desk.person(Role.OFFICER);
    assertThat(desk.get(officer, url).status()).as("draft").isEqualTo(404);
    String body = firms.application().toString();
    List<String> reads = List.of("", "/documents", "/documents/1", "/completeness");
    List<String> steps = List.of("/submit", "/withdraw", "/decide");
    String stranger = firms.firm();
    for (String read : reads) {
      assertThat(desk.get(null, url + read).status()).as(read).isEqualTo(401);
      assertThat(desk.get(stranger, url + read).status()).as(read).isEqualTo(404);
      for (Role role : List.of(Role.PLANNER, Role.APPROVER, Role.ADMIN)) {
        assertThat(desk.get(desk.person(role), url + read).status()).as(read).isEqualTo(403);
      }
    }
    for (String step : steps) {
      String reason = "{\"decision\":\"ELIGIBLE\",\"reason\":\"x\"}";
      assertThat(desk.post(null, url + step, null, reason).status()).as(step).isEqualTo(401);
      assertThat(desk.post(desk.person(Role.PLANNER), url + step, null, reason).status())
          .as(step)
          .isEqualTo(403);
      assertThat(desk.post(stranger, url + step, null, reason).status())
          .as(step)
          .isEqualTo(step.equals("/decide") ? 403 : 404);
      assertThat(desk.post(officer, url + step, "\"x\"", reason).status())
          .as(step)
          .isEqualTo(step.equals("/decide") ? 404 : 403);
    }
    assertThat(firms.put(stranger, url, "\"x\"", body).status()).isEqualTo(404);
    assertThat(firms.put(officer, url, "\"x\"", body).status()).isEqualTo(403);
    assertThat(firms.put(null, url, "\"x\"", body).status()).isEqualTo(401);
    assertThat(firms.upload(stranger, url, "OTHER", "a.pdf", FirmDesk.PDF).status()).isEqualTo(404);
    assertThat(firms.upload(null, url, "OTHER", "a.pdf", FirmDesk.PDF).status()).isEqualTo(401);
    assertThat(desk.get(null, APPLICATIONS).status()).isEqualTo(401);
    assertThat(desk.get(desk.person(Role.PLANNER), APPLICATIONS).status()).isEqualTo(403);
    assertThat(desk.get(stranger, APPLICATIONS).json().path("applications").size()).isZero();
    assertThat(desk.post(officer, APPLICATIONS, null, body).status()).isEqualTo(403);
    Answer submitted = desk.post(person, url + "/submit", null, "");
    assertThat(submitted.status()).isEqualTo(200);
    for (String read : reads) {
      assertThat(desk.get(officer, url + read).status()).as(read).isEqualTo(200);
    }
    String list = desk.get(officer, APPLICATIONS + "?status=ELIGIBLE").json().toString();
    assertThat(list).contains(submitted.json().path("code").asString());
    assertThat(desk.get(officer, APPLICATIONS + "?status=x'--").status()).isEqualTo(400);
  }

  @Test
  void accountWithoutAFirmIsToldToRegisterFirst() {
    Answer refused =
        desk.post(desk.person(Role.FIRM), APPLICATIONS, null, firms.application().toString());
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.type()).isEqualTo("/problems/tenancy/no-firm");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "areaMinM2 | null",
        "areaMinM2 | \"NaN\"",
        "areaMaxM2 | 100",
        "loadKnM2 | 5000",
        "loadKnM2 | -1",
        "clearHeightM | 4500",
        "powerKva | 1e300",
        "powerKva | 1.234",
        "wastewaterM3Day | \"Infinity\"",
        "liftT | 2500",
        "hazard | \"F\"",
        "traits | [\"LOUD\"]",
        "startEarliest | \"01/02/2027\"",
        "startEarliest | \"2027-02-30\"",
        "startLatest | \"2026-12-31\"",
        "termMonths | 0",
        "termMonths | 1.5",
        "budgetVndM2Month | 5",
        "zones | [\"XX\"]",
        "zones | [\"'; drop\"]",
        "zones | [\"PVH\",\"PVH\"]",
        "building | \"XX-Z\"",
        "floor | 1",
        "production | \"a\\u0000b\"",
        "machines | [{\"name\":\"M\",\"weightT\":400,\"lengthM\":0.1,\"widthM\":1,\"heightM\":2}]"
      })
  void refusesWhatCannotBeAndNamesTheField(String field, String value) {
    ObjectNode asked = firms.application();
    asked.set(field, JsonMapper.shared().readTree(value));
    Answer refused = desk.post(person, APPLICATIONS, null, asked.toString());
    assertThat(refused.status()).as("%s", refused.json()).isEqualTo(422);
    assertThat(refused.type()).isEqualTo("/problems/tenancy/bad-application");
    assertThat(refused.json().path("faults").findValuesAsString("field"))
        .anyMatch(name -> name.startsWith(field));
  }

  @Test
  void statusAndFirmOfTheBodyAreNotRead() {
    ObjectNode asked = firms.application().put("status", "ELIGIBLE").put("firmId", 1);
    asked.put("score", 99).put("submittedAt", "2020-01-01T00:00:00Z").put("firm", "DN-0001");
    Answer made = desk.post(person, APPLICATIONS, null, asked.toString());
    assertThat(made.json().path("status").asString()).isEqualTo("DRAFT");
    assertThat(made.json().path("firm").asString()).isNotEqualTo("DN-0001");
    assertThat(made.json().path("submittedAt").isNull()).isTrue();
  }

  @Test
  void draftsOfAFirmAreLimited() {
    for (int i = 0; i < 20; i++) {
      firms.draft(person);
    }
    Answer refused = desk.post(person, APPLICATIONS, null, firms.application().toString());
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.type()).isEqualTo("/problems/tenancy/too-many");
  }

  private Answer make(String who, String key) {
    return desk.send(
        who,
        HttpRequest.newBuilder(desk.uri(APPLICATIONS))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString(firms.application().toString())));
  }

  private Answer decide(
      String who, String url, @Nullable String ifMatch, String decision, String reason) {
    ObjectNode body = JsonMapper.shared().createObjectNode();
    body.put("decision", decision).put("reason", reason);
    return desk.post(who, url + "/decide", ifMatch, body.toString());
  }

  private List<String> audited(String code) {
    return jdbc.sql(
            """
            select actor || ' ' || action from platform.audit
            where subject_type = 'application' and subject_id = :code order by id""")
        .param("code", code)
        .query(String.class)
        .list();
  }
}
