package vn.khuxuong.tenancy.incentive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
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
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.platform.security.Role;
import vn.khuxuong.tenancy.Market;
import vn.khuxuong.tenancy.ProcessTest;
import vn.khuxuong.zoning.PlanDesk;
import vn.khuxuong.zoning.PlanDesk.Answer;

/** Officers keep the catalogue of programmes over HTTP. */
@ProcessTest
class CatalogueHttpTest {
  private static final String PATH = "/api/v1/incentives";

  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private JdbcClient jdbc;

  private PlanDesk desk;
  private String officer;
  private String code;

  @BeforeEach
  void open() {
    desk = new PlanDesk(port, accounts);
    officer = new Market(jdbc, desk.password()).account(Role.OFFICER);
    code =
        "TRIAL_"
            + String.format(Locale.ROOT, "%06d", ThreadLocalRandom.current().nextInt(1_000_000));
  }

  private ObjectNode programme(String from) {
    ObjectNode one = JsonMapper.shared().createObjectNode();
    one.put("code", code).put("from", from).put("kind", "GRANT").put("sharePct", 30);
    one.putArray("lacks").add("CAPITAL");
    one.putArray("conditions").addArray().add("SME").add("STARTUP");
    for (String name : new String[] {"name", "who", "gives", "until", "body", "source"}) {
      one.put(name + "Vi", name + " việt").put(name + "En", name + " english");
    }
    one.put("status", "TO_BE_CONFIRMED").put("openVi", "Chờ văn bản").put("openEn", "Act awaited");
    return one.put("checkedOn", "2026-11-27");
  }

  private Answer record(String from, String ifMatch) {
    return desk.post(officer, PATH, ifMatch, programme(from).toString());
  }

  private static String tag(JsonNode version) {
    return "\"" + version.path("id").asLong() + "-" + version.path("version").asInt() + "\"";
  }

  /** What the catalogue says of the programme on a day; missing where it is not in force. */
  private JsonNode on(String day) {
    for (JsonNode one : desk.get(null, PATH + "?on=" + day).json().path("programmes")) {
      if (one.path("code").asString().equals(code)) {
        return one;
      }
    }
    return JsonMapper.shared().missingNode();
  }

  @Test
  void newVersionEndsTheOneBeforeOnTheDayBefore() {
    Answer first = record("2027-01-01", null);
    assertThat(first.status()).as("%s", first.json()).isEqualTo(201);
    String seen = tag(first.json().at("/versions/0"));
    Answer second = record("2028-07-01", seen);
    assertThat(second.status()).as("%s", second.json()).isEqualTo(201);
    assertThat(second.json().at("/versions/0/until").asString()).isEqualTo("2028-06-30");
    assertThat(second.json().at("/versions/1").has("until")).isFalse();
    assertThat(on("2026-12-31").isMissingNode()).isTrue();
    assertThat(on("2028-06-30").path("from").asString()).isEqualTo("2027-01-01");
    assertThat(on("2028-07-01").path("from").asString()).isEqualTo("2028-07-01");
    assertThat(on("2028-07-01").at("/conditions/0/1").asString()).isEqualTo("STARTUP");
    assertThat(record("2029-01-01", seen).status()).isEqualTo(412);
    Answer back = record("2028-07-01", null);
    assertThat(back.status()).isEqualTo(400);
    assertThat(back.json().path("field").asString()).isEqualTo("from");
    assertThat(audits()).isEqualTo(2);
  }

  @Test
  void lastDayIsSetAndOnlyOfTheLastVersion() {
    JsonNode first = record("2027-01-01", null).json().at("/versions/0");
    JsonNode second = record("2028-01-01", null).json().at("/versions/1");
    String body = "{\"until\":\"2029-12-31\",\"reason\":\"Nghị định hết hiệu lực\"}";
    assertThat(end(first, null, body).json().path("field").asString()).isEqualTo("until");
    assertThat(end(second, "\"1-1\"", body).status()).isEqualTo(412);
    Answer ended = end(second, tag(second), body);
    assertThat(ended.status()).as("%s", ended.json()).isEqualTo(200);
    assertThat(on("2029-12-31").isMissingNode()).isFalse();
    assertThat(on("2030-01-01").isMissingNode()).isTrue();
    assertThat(
            end(second, null, "{\"until\":\"2027-12-31\",\"reason\":\"x\"}")
                .json()
                .path("field")
                .asString())
        .isEqualTo("until");
  }

  private Answer end(JsonNode version, String ifMatch, String body) {
    return desk.post(officer, PATH + "/" + version.path("id").asLong() + "/end", ifMatch, body);
  }

  @Test
  void sourceIsConfirmedWithTheArticleThatWasRead() {
    JsonNode version = record("2027-01-01", null).json().at("/versions/0");
    String url = PATH + "/" + version.path("id").asLong() + "/standing";
    String confirmed =
        "{\"status\":\"CONFIRMED\",%s\"checkedOn\":\"2026-11-27\",\"reason\":\"Đọc Công báo\"}";
    Answer bare = desk.post(officer, url, null, confirmed.formatted(""));
    assertThat(bare.json().path("field").asString()).isEqualTo("article");
    Answer done =
        desk.post(officer, url, tag(version), confirmed.formatted("\"article\":\"5.2\","));
    assertThat(done.status()).as("%s", done.json()).isEqualTo(200);
    assertThat(on("2027-01-01").path("status").asString()).isEqualTo("CONFIRMED");
    assertThat(on("2027-01-01").has("openVi")).isFalse();
    assertThat(
            desk.post(officer, url, tag(version), confirmed.formatted("\"article\":\"5\","))
                .status())
        .isEqualTo(412);
  }

  @Test
  void onlyOfficersKeepIt() {
    String body = programme("2027-01-01").toString();
    assertThat(desk.post(null, PATH, null, body).status()).isIn(401, 403);
    for (Role role : new Role[] {Role.FIRM, Role.ADMIN, Role.PLANNER}) {
      assertThat(desk.post(desk.person(role), PATH, null, body).status()).isEqualTo(403);
    }
    assertThat(desk.get(null, PATH + "/" + code + "/versions").status()).isEqualTo(404);
    assertThat(desk.get(null, PATH + "/RESOLUTION_198/versions").json().path("versions").size())
        .isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "code,thử,code",
    "from,2027-13-01,from",
    "until,2026-12-31,until",
    "kind,GIFT,kind",
    "nameEn,'',nameEn",
    "status,CONFIRMED,article",
    "openVi,'',openVi",
    "checkedOn,2090-01-01,checkedOn"
  })
  void versionThatIsNotRightIsRefusedByItsField(String member, String value, String field) {
    Answer refused =
        desk.post(officer, PATH, null, programme("2027-01-01").put(member, value).toString());
    assertThat(refused.status()).as("%s", refused.json()).isEqualTo(400);
    assertThat(refused.json().path("field").asString()).isEqualTo(field);
  }

  private int audits() {
    return jdbc.sql("select count(*) from platform.audit where subject_id = :code")
        .param("code", code)
        .query(Integer.class)
        .single();
  }
}
