package vn.khuxuong.tenancy.incentive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.platform.security.Role;
import vn.khuxuong.tenancy.Market;
import vn.khuxuong.tenancy.ProcessTest;
import vn.khuxuong.zoning.PlanDesk;
import vn.khuxuong.zoning.PlanDesk.Answer;

/** The catalogue for everybody, and what it says of a firm for that firm and officers. */
@ProcessTest
class IncentiveHttpTest {
  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private JdbcClient jdbc;

  private PlanDesk desk;
  private Market market;
  private String firm;
  private String person;
  private String officer;

  @BeforeEach
  void open() {
    desk = new PlanDesk(port, accounts);
    market = new Market(jdbc, desk.password());
    firm = market.firm();
    person = market.personOf(firm);
    officer = market.account(Role.OFFICER);
  }

  @Test
  void catalogueIsPublicDatedAndSaysItsSources() {
    Answer today = desk.get(null, "/api/v1/incentives?on=2026-11-27");
    assertThat(today.status()).isEqualTo(200);
    assertThat(codes(today))
        .contains(
            "RESOLUTION_198",
            "SUPPORTING_TECHNOLOGY",
            "SME_TECHNOLOGY",
            "CONVERSION_TECHNOLOGY",
            "TERM_EXTENSION");
    JsonNode cut = programme(today, "RESOLUTION_198");
    assertThat(cut.path("cutPct").decimalValue()).isEqualByComparingTo("30");
    assertThat(cut.path("cutMonths").asInt()).isEqualTo(60);
    assertThat(cut.path("article").asString()).isEqualTo("7");
    assertThat(cut.path("status").asString()).isEqualTo("CONFIRMED");
    assertThat(texts(cut.at("/conditions/0")))
        .containsExactly("SME", "PRIVATE_HIGHTECH", "STARTUP");
    for (JsonNode one : today.json().path("programmes")) {
      assertThat(one.path("sourceVi").asString()).isNotBlank();
      assertThat(one.path("status").asString().equals("CONFIRMED") || one.has("openVi"))
          .as(one.path("code").asString())
          .isTrue();
    }
  }

  @Test
  void beforeTheLawThereWasNoCut() {
    assertThat(codes(desk.get(null, "/api/v1/incentives?on=2025-05-16")))
        .contains("SME_FIRST")
        .doesNotContain("RESOLUTION_198", "SUPPORTING_TECHNOLOGY");
    assertThat(codes(desk.get(null, "/api/v1/incentives?on=2025-05-17")))
        .contains("RESOLUTION_198");
    assertThat(codes(desk.get(null, "/api/v1/incentives?on=2019-06-30"))).isEmpty();
  }

  @Test
  void catalogueIsAskedByNeedAndAsAFile() {
    Answer standards = desk.get(null, "/api/v1/incentives?lack=STANDARDS");
    assertThat(codes(standards)).contains("SUPPORTING_STANDARDS").doesNotContain("RESOLUTION_198");
    Answer file = desk.get(null, "/api/v1/incentives?f=csv&on=2026-11-27");
    assertThat(file.header("Content-Type")).startsWith("text/csv");
    String text = new String(file.raw().body(), StandardCharsets.UTF_8);
    assertThat(text.lines().count()).isEqualTo(codesOfToday() + 1);
    assertThat(text).contains("Giảm tiền thuê 5 năm đầu");
    assertThat(desk.get(null, "/api/v1/incentives?f=xml").status()).isEqualTo(400);
    assertThat(desk.get(null, "/api/v1/incentives?on=gestern").status()).isEqualTo(400);
    assertThat(desk.get(null, "/api/v1/incentives?lack=MONEY").status()).isEqualTo(400);
  }

  @Test
  void citationsSayHowFarTheyWereChecked() {
    JsonNode sources = desk.get(null, "/api/v1/incentives/sources").json().path("sources");
    assertThat(statusOf(sources, "document_rules ENVIRONMENT")).isEqualTo("CONFIRMED");
    assertThat(statusOf(sources, "beneficiary_rules PREFERENCE DECREE_35_RESERVE"))
        .isEqualTo("TO_BE_CONFIRMED");
    assertThat(statusOf(sources, "document_rules FIRE_SAFETY")).isEqualTo("TO_BE_CONFIRMED");
  }

  @Test
  void wastewaterOfFiveCubicMetresNeedsThePaperAndLessDoesNot() {
    assertThat(papers("4.99")).doesNotContain("ENVIRONMENT");
    assertThat(papers("5")).contains("ENVIRONMENT");
  }

  @Test
  void firmIsToldWhatIsMissingUntilItIsThere() {
    Answer without = desk.get(person, "/api/v1/firms/me/programmes");
    assertThat(verdict(without, "RESOLUTION_198")).isEqualTo("MISSING_EVIDENCE");
    JsonNode missing = programme(without, "RESOLUTION_198").at("/match/missing/0/0");
    assertThat(missing.path("fact").asString()).isEqualTo("SME");
    assertThat(missing.path("vi").asString()).contains("bảo hiểm xã hội");
    jdbc.sql(
            """
            update tenancy.firms set insured_employees = 12, revenue_bn_vnd = 18.5
            where code = :firm""")
        .param("firm", firm)
        .update();
    Answer with = desk.get(person, "/api/v1/firms/me/programmes");
    assertThat(verdict(with, "RESOLUTION_198")).isEqualTo("ELIGIBLE");
    assertThat(verdict(with, "TERM_EXTENSION")).isEqualTo("NOT_ELIGIBLE");
    assertThat(with.json().at("/programmes/0/match/verdict").asString()).isEqualTo("ELIGIBLE");
    assertThat(with.header("Cache-Control")).contains("no-store");
  }

  @Test
  void officerRecordsEvidenceThatHeHasSeen() {
    assertThat(verdict(desk.get(person, "/api/v1/firms/me/programmes"), "SUPPORTING_TECHNOLOGY"))
        .isEqualTo("MISSING_EVIDENCE");
    String path = "/api/v1/firms/" + firm + "/evidence/RESEARCH_PARTNER";
    String body =
        "{\"document\":\"Hợp đồng 12/2026 với trường Bách khoa\",\"seenOn\":\"2026-11-20\"}";
    assertThat(desk.put(person, path, body).status()).isEqualTo(403);
    assertThat(desk.put(null, path, body).status()).isEqualTo(401);
    Answer bad = desk.put(officer, path, "{\"document\":\" \",\"seenOn\":\"2099-01-01\"}");
    assertThat(bad.status()).isEqualTo(400);
    assertThat(bad.json().path("faults").size()).isEqualTo(2);
    assertThat(desk.put(officer, "/api/v1/firms/" + firm + "/evidence/SME", body).status())
        .isEqualTo(400);
    Answer recorded = desk.put(officer, path, body);
    assertThat(recorded.status()).as("%s", recorded.json()).isEqualTo(200);
    assertThat(verdict(recorded, "SUPPORTING_TECHNOLOGY")).isEqualTo("ELIGIBLE");
    assertThat(desk.put(officer, path, body).status()).isEqualTo(200);
    assertThat(desk.get(person, "/api/v1/firms/me/programmes").json().path("evidence").size())
        .isEqualTo(1);
    assertThat(audited()).containsExactly("firm.evidence-recorded", "firm.evidence-recorded");
  }

  @Test
  void aFirmSeesItselfOnly() {
    assertThat(desk.get(person, "/api/v1/firms/" + market.firm() + "/programmes").status())
        .isEqualTo(404);
    assertThat(desk.get(null, "/api/v1/firms/" + firm + "/programmes").status()).isEqualTo(401);
    assertThat(desk.get(officer, "/api/v1/firms/" + firm + "/programmes").status()).isEqualTo(200);
  }

  private List<String> papers(String wastewater) {
    return StreamSupport.stream(
            desk.get(null, "/api/v1/papers?industry=ELECTRONICS&hazard=D&wastewater=" + wastewater)
                .json()
                .path("papers")
                .spliterator(),
            false)
        .map(paper -> paper.path("kind").asString())
        .toList();
  }

  private List<String> audited() {
    return jdbc.sql(
            """
            select action from platform.audit
            where subject_type = 'firm' and subject_id = :firm order by id""")
        .param("firm", firm)
        .query(String.class)
        .list();
  }

  private long codesOfToday() {
    return codes(desk.get(null, "/api/v1/incentives?on=2026-11-27")).size();
  }

  private static List<String> codes(Answer answer) {
    return StreamSupport.stream(answer.json().path("programmes").spliterator(), false)
        .map(one -> one.path("code").asString())
        .toList();
  }

  private static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asString).toList();
  }

  private static JsonNode programme(Answer answer, String code) {
    return StreamSupport.stream(answer.json().path("programmes").spliterator(), false)
        .filter(one -> one.path("code").asString().equals(code))
        .findFirst()
        .orElseThrow();
  }

  private static String verdict(Answer answer, String code) {
    return programme(answer, code).at("/match/verdict").asString();
  }

  private static String statusOf(JsonNode sources, String rule) {
    return StreamSupport.stream(sources.spliterator(), false)
        .filter(one -> one.path("rule").asString().equals(rule))
        .findFirst()
        .orElseThrow()
        .path("status")
        .asString();
  }
}
