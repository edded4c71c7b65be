package vn.khuxuong.tenancy.firm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.khuxuong.KhuxuongTest;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.platform.security.Role;
import vn.khuxuong.tenancy.FirmDesk;
import vn.khuxuong.zoning.PlanDesk;
import vn.khuxuong.zoning.PlanDesk.Answer;

/** Firms over HTTP: registered, read and changed by their own people and by officers only. */
@KhuxuongTest
class FirmHttpTest {
  private static final String FIRMS = "/api/v1/firms";
  private static final String ME = FIRMS + "/me";

  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private JdbcClient jdbc;
  private FirmDesk firms;
  private PlanDesk desk;
  private String person;

  @BeforeEach
  void open() {
    firms = new FirmDesk(port, accounts, jdbc);
    desk = firms.desk();
    person = desk.person(Role.FIRM);
  }

  @AfterEach
  void clean() {
    firms.clean();
  }

  @Test
  void firmRegistersAndItsClassIsComputedWithTheReason() {
    ObjectNode profile = firms.profile();
    profile.put("nameVi", " Công ty TNHH Thu\u031b\u0309 ");
    Answer made = register(profile);
    assertThat(made.status()).as("%s", made.json()).isEqualTo(201);
    String code = made.json().path("code").asString();
    assertThat(made.header("Location")).isEqualTo(FIRMS + "/" + code);
    assertThat(made.etag()).isEqualTo("\"" + code + "-1\"");
    assertThat(made.header("Cache-Control")).contains("no-store");
    assertThat(made.json().path("nameVi").asString()).isEqualTo("Công ty TNHH Thử");
    assertThat(made.json().path("sizeClass").asString()).isEqualTo("SMALL");
    assertThat(made.json().at("/size/vi").asString())
        .contains("Nghị định 80/2021/NĐ-CP, điều 5")
        .contains("18,5 tỷ đồng");
    assertThat(made.json().at("/size/tests/0/holds").asBoolean(true)).isFalse();
    Answer read = desk.get(person, made.header("Location"));
    assertThat(read.json()).isEqualTo(made.json());
    assertThat(desk.get(person, ME).json()).isEqualTo(made.json());
    assertThat(audited(code)).containsExactly(person + " firm.registered");
  }

  @Test
  void whatAClientMustNotDecideIsNotRead() {
    ObjectNode profile = firms.profile();
    profile.put("sizeClass", "MICRO").put("dataStatus", "ILLUSTRATIVE").put("code", "DN-0001");
    profile.put("hightech", true).put("lockVersion", 9).put("supporting", true).put("id", 1);
    Answer made = register(profile);
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.json().path("sizeClass").asString()).isEqualTo("SMALL");
    assertThat(made.json().path("dataStatus").asString()).isEqualTo("OFFICIAL");
    assertThat(made.json().path("code").asString()).isNotEqualTo("DN-0001");
    assertThat(made.json().at("/confirmed/hightech").asBoolean(true)).isFalse();
    assertThat(made.json().at("/supporting/counts").asBoolean(true)).isFalse();
    assertThat(made.json().path("lockVersion").asInt()).isEqualTo(1);
  }

  @Test
  void onlyOfficersConfirmWhatGivesPoints() {
    ObjectNode profile = firms.profile();
    profile.putObject("confirmed").put("hightech", true);
    Answer refused = register(profile);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().path("field").asString()).isEqualTo("confirmed");
    profile.remove("confirmed");
    Answer made = register(profile);
    profile.putObject("confirmed").put("hightech", true);
    String officer = desk.person(Role.OFFICER);
    Answer confirmed = firms.put(officer, made.header("Location"), made.etag(), profile.toString());
    assertThat(confirmed.status()).as("%s", confirmed.json()).isEqualTo(200);
    assertThat(confirmed.json().at("/confirmed/hightech").asBoolean(false)).isTrue();
    profile.remove("confirmed");
    Answer changed = firms.put(person, ME, confirmed.etag(), profile.toString());
    assertThat(changed.json().at("/confirmed/hightech").asBoolean(false)).isTrue();
    assertThat(audited(made.json().path("code").asString()))
        .containsExactly(
            person + " firm.registered", officer + " firm.changed", person + " firm.changed");
  }

  @Test
  void supportingIndustryComesByListProductOrCertificate() {
    ObjectNode profile = firms.profile();
    profile.put("supportingProduct", "CK-01");
    Answer made = register(profile);
    assertThat(made.json().at("/supporting/counts").asBoolean(false)).isTrue();
    profile.remove("supportingProduct");
    profile.put("certificateNo", "12/XN-SCT").put("certificateOn", "2025-10-01");
    Answer changed = firms.put(person, ME, made.etag(), profile.toString());
    assertThat(changed.json().at("/supporting/counts").asBoolean(false)).isTrue();
    assertThat(changed.json().at("/supporting/certificateNo").asString()).isEqualTo("12/XN-SCT");
    profile.remove("certificateOn");
    assertThat(firms.put(person, ME, changed.etag(), profile.toString()).status()).isEqualTo(422);
    JsonNode list = desk.get(null, "/api/v1/supporting-products").json();
    assertThat(list.path("products").size()).isGreaterThanOrEqualTo(25);
    assertThat(list.path("sourceEn").asString()).contains("Decree 111/2015");
  }

  @Test
  void changeNeedsTheVersionSeen() {
    Answer made = register(firms.profile());
    ObjectNode profile = firms.profile().put("nameVi", "Tên mới");
    profile.put("taxCode", made.json().path("taxCode").asString());
    assertThat(firms.put(person, ME, null, profile.toString()).status()).isEqualTo(428);
    assertThat(firms.put(person, ME, "*", profile.toString()).status()).isEqualTo(428);
    assertThat(firms.put(person, ME, "W/" + made.etag(), profile.toString()).status())
        .isEqualTo(412);
    assertThat(firms.put(person, ME, "\"DN-1-1\"", profile.toString()).status()).isEqualTo(412);
    Answer changed = firms.put(person, ME, made.etag(), profile.toString());
    assertThat(changed.status()).as("%s", changed.json()).isEqualTo(200);
    assertThat(changed.json().path("nameVi").asString()).isEqualTo("Tên mới");
    Answer stale = firms.put(person, ME, made.etag(), profile.toString());
    assertThat(stale.status()).isEqualTo(412);
    assertThat(stale.type()).isEqualTo("/problems/tenancy/stale");
    assertThat(stale.json().path("etag").asString()).isEqualTo(changed.etag());
  }

  @Test
  void ofTwoChangesOfOneVersionOneIsWritten() {
    for (int round = 0; round < 5; round++) {
      String racer = desk.person(Role.FIRM);
      Answer made = desk.post(racer, FIRMS, null, firms.profile().toString());
      List<CompletableFuture<Integer>> answers =
          IntStream.range(0, 2)
              .mapToObj(
                  n -> {
                    ObjectNode profile = firms.profile();
                    profile.put("taxCode", made.json().path("taxCode").asString());
                    profile.put("nameVi", "Bản " + n);
                    return CompletableFuture.supplyAsync(
                        () -> firms.put(racer, ME, made.etag(), profile.toString()).status());
                  })
              .toList();
      assertThat(answers.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(200, 412);
    }
  }

  @Test
  void ofManyRegistrationsOfOneAccountOneIsKept() {
    List<CompletableFuture<Integer>> answers =
        IntStream.range(0, 8)
            .mapToObj(
                n -> {
                  String profile = firms.profile().toString();
                  return CompletableFuture.supplyAsync(
                      () -> desk.post(person, FIRMS, null, profile).status());
                })
            .toList();
    assertThat(answers.stream().map(CompletableFuture::join).filter(status -> status == 201))
        .hasSize(1);
    assertThat(answers.stream().map(CompletableFuture::join).filter(status -> status == 409))
        .hasSize(7);
  }

  @Test
  void taxCodeIsRegisteredOnceAndNotChangedByTheFirm() {
    ObjectNode profile = firms.profile();
    register(profile);
    Answer second = desk.post(desk.person(Role.FIRM), FIRMS, null, profile.toString());
    assertThat(second.status()).isEqualTo(409);
    assertThat(second.type()).isEqualTo("/problems/tenancy/tax-code-taken");
    Answer mine = desk.get(person, ME);
    profile.put("taxCode", FirmDesk.taxCode());
    Answer refused = firms.put(person, ME, mine.etag(), profile.toString());
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().path("field").asString()).isEqualTo("taxCode");
    String officer = desk.person(Role.OFFICER);
    String url = FIRMS + "/" + mine.json().path("code").asString();
    assertThat(firms.put(officer, url, mine.etag(), profile.toString()).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "taxCode | \"0123456788\"",
        "taxCode | null",
        "nameVi | \"  \"",
        "nameVi | \"a\\u0000b\"",
        "nameVi | \"\\u202Egnp.exe\"",
        "industry | \"SPACESHIPS\"",
        "vsic | []",
        "vsic | [\"25'92\"]",
        "vsic | [null]",
        "vsic | [\"2592\",\"2592\"]",
        "businessLine | \"TRADE\"",
        "domestic | null",
        "supportingProduct | \"XX-99\"",
        "certificateOn | \"2026-02-30\"",
        "evidenceYear | 2999",
        "insuredEmployees | -1",
        "insuredEmployees | 1.5",
        "insuredEmployees | \"NaN\"",
        "revenueBnVnd | 18500000000",
        "revenueBnVnd | \"Infinity\"",
        "revenueBnVnd | 3.001",
        "capitalBnVnd | -0.01",
        "machines | [{\"name\":\"M\",\"weightT\":2500,\"lengthM\":2,\"widthM\":2,\"heightM\":2}]",
        "machines | [{\"name\":\"M\",\"weightT\":1,\"lengthM\":2000,\"widthM\":2,\"heightM\":2}]",
        "machines | [{\"name\":\"\",\"weightT\":1,\"lengthM\":2,\"widthM\":2,\"heightM\":2}]",
        "machines | [{\"name\":\"M\",\"weightT\":0,\"lengthM\":2,\"widthM\":2,\"heightM\":2}]",
        "machines | [null]"
      })
  void refusesWhatCannotBeAndNamesTheField(String field, String value) {
    ObjectNode profile = firms.profile();
    profile.set(field, JsonMapper.shared().readTree(value));
    Answer refused = register(profile);
    assertThat(refused.status()).as("%s", refused.json()).isEqualTo(422);
    assertThat(refused.type()).isEqualTo("/problems/tenancy/bad-profile");
    assertThat(refused.json().path("field").asString()).startsWith(field.substring(0, 4));
    assertThat(refused.json().path("remedy").asString()).isNotBlank();
    assertThat(refused.json().toString()).doesNotContain("org.", "java", "select ");
  }

  @Test
  void allFaultsAreToldAtOnce() {
    Answer refused = register(JsonMapper.shared().createObjectNode());
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().path("faults").findValuesAsString("field"))
        .contains("taxCode", "nameVi", "industry", "vsic", "domestic", "insuredEmployees");
  }

  @Test
  void hugeTextsAndBrokenJsonAreRefusedQuickly() {
    ObjectNode profile = firms.profile().put("nameVi", "x".repeat(3_000_000));
    assertThat(register(profile).status()).isEqualTo(422);
    assertThat(desk.post(person, FIRMS, null, "{\"nameVi\":").status()).isEqualTo(400);
    assertThat(desk.post(person, FIRMS, null, "{\"revenueBnVnd\":NaN}").status()).isEqualTo(400);
    assertThat(desk.post(person, FIRMS, null, "[]").status()).isEqualTo(400);
    assertThat(desk.post(person, FIRMS, null, "[".repeat(100_000)).status()).isEqualTo(400);
    ObjectNode many = firms.profile();
    for (int i = 0; i < 30; i++) {
      many.withArray("vsic").add("25");
    }
    assertThat(register(many).status()).isEqualTo(422);
  }

  @Test
  void markupInNamesIsKeptAsText() {
    ObjectNode profile =
        firms.profile().put("nameVi", "<img src=x onerror=alert(1)> =HYPERLINK(\"http://x\")");
    Answer made = register(profile);
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.header("Content-Type")).startsWith("application/json");
    assertThat(made.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(made.json().path("nameVi").asString())
        .isEqualTo("<img src=x onerror=alert(1)> =HYPERLINK(\"http://x\")");
  }

  @Test
  void everyDoorIsForOwnFirmAndOfficersOnly() {
    Answer made = register(firms.profile());
    String url = made.header("Location");
    String body = firms.profile().toString();
    assertThat(desk.get(null, url).status()).isEqualTo(401);
    assertThat(desk.get(null, ME).status()).isEqualTo(401);
    assertThat(desk.post(null, FIRMS, null, body).status()).isEqualTo(401);
    assertThat(firms.put(null, url, made.etag(), body).status()).isEqualTo(401);
    for (Role role : List.of(Role.PLANNER, Role.APPROVER, Role.ADMIN)) {
      String stranger = desk.person(role);
      assertThat(desk.get(stranger, url).status()).as("%s", role).isEqualTo(403);
      assertThat(desk.post(stranger, FIRMS, null, body).status()).isEqualTo(403);
      assertThat(firms.put(stranger, url, made.etag(), body).status()).isEqualTo(403);
      assertThat(desk.get(stranger, url + "/eligibility?building=X").status()).isEqualTo(403);
      assertThat(desk.get(stranger, url + "/incentives?building=X").status()).isEqualTo(403);
    }
    String other = firms.firm();
    String none = FIRMS + "/DN-9999999";
    for (String path : List.of("", "/eligibility?building=X", "/incentives?building=X")) {
      Answer hidden = desk.get(other, url + path);
      Answer absent = desk.get(other, none + path);
      assertThat(hidden.status()).as(path).isEqualTo(404);
      assertThat(hidden.json().path("type")).isEqualTo(absent.json().path("type"));
      assertThat(hidden.json().path("detail")).isEqualTo(absent.json().path("detail"));
    }
    assertThat(firms.put(other, url, made.etag(), body).status()).isEqualTo(404);
    String officer = desk.person(Role.OFFICER);
    assertThat(desk.get(officer, url).json()).isEqualTo(made.json());
    assertThat(desk.post(officer, FIRMS, null, body).status()).isEqualTo(403);
    assertThat(desk.get(officer, ME).status()).isEqualTo(404);
    assertThat(desk.get(person, FIRMS + "/DN-1'%20or%201=1").status()).isEqualTo(404);
  }

  @Test
  void nothingOfAFirmIsInAnythingPublic() {
    ObjectNode profile = firms.profile().put("nameVi", "Tên không ai được thấy");
    register(profile);
    for (String door :
        List.of(
            "/api/v1/search?q=ten%20khong%20ai",
            "/api/v1/search?q=" + profile.path("taxCode").asString(),
            "/ogc/collections?f=json",
            "/api/v1/buildings")) {
      String answer = desk.get(null, door).json().toString();
      assertThat(answer).as(door).doesNotContain("Tên không ai");
      assertThat(answer).doesNotContain(profile.path("taxCode").asString());
    }
  }

  private Answer register(ObjectNode profile) {
    return desk.post(person, FIRMS, null, profile.toString());
  }

  private List<String> audited(String code) {
    return jdbc.sql(
            """
            select actor || ' ' || action from platform.audit
            where subject_type = 'firm' and subject_id = :code order by id""")
        .param("code", code)
        .query(String.class)
        .list();
  }
}
