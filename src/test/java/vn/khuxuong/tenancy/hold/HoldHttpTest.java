package vn.khuxuong.tenancy.hold;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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

/** A firm holds bays, looks at its holds and gives them back. */
@ProcessTest
class HoldHttpTest {
  private static final String HOLDS = "/api/v1/holds";

  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private JdbcClient jdbc;
  private PlanDesk desk;
  private Market market;
  private String firm;
  private String person;
  private String officer;
  private long floor;

  @BeforeEach
  void openTheMarket() {
    desk = new PlanDesk(port, accounts);
    market = new Market(jdbc, desk.password());
    firm = market.firm();
    person = market.personOf(firm);
    officer = market.account(Role.OFFICER);
    floor = market.floor();
  }

  @Test
  void firmHoldsBaysAndFindsTheHoldAgain() {
    Answer made = hold(person, Market.wish(floor, 0, 2));
    assertThat(made.status()).as("%s", made.json()).isEqualTo(201);
    assertThat(made.header("Location")).isEqualTo(HOLDS + "/" + made.id());
    assertThat(made.etag()).isEqualTo("\"" + made.id() + "-1\"");
    JsonNode hold = made.json();
    assertThat(hold.path("status").asString()).isEqualTo("LIVE");
    assertThat(hold.path("floor").asLong()).isEqualTo(floor);
    assertThat(hold.path("building").asString()).isEqualTo(market.building(floor));
    assertThat(hold.path("from").asString()).isEqualTo("2027-01-01");
    assertThat(hold.path("until").asString()).isEqualTo("2027-12-31");
    assertThat(hold.path("firm").asString()).isEqualTo(firm);
    assertThat(hold.path("areaM2").asDouble()).isBetween(399.9, 400.1);
    assertThat(desk.get(person, made.header("Location")).json()).isEqualTo(hold);
    assertThat(desk.get(person, made.header("Location")).etag()).isEqualTo(made.etag());
    assertThat(ids(desk.get(person, HOLDS))).containsExactly(made.id());
    assertThat(audited(made.id())).containsExactly("hold.made");
  }

  @Test
  void baysAndDaysStandAmongTheMembersOfTheHoldAndAreDocumentedSo() {
    String[] members = {
      "floor", "building", "level", "firstBay", "bayCount", "from", "until", "areaM2"
    };
    assertThat(hold(person, Market.wish(floor, 0, 1)).json().propertyNames())
        .containsSequence(members)
        .doesNotContain("claim");
    JsonNode schemas = desk.get(null, "/api/openapi").json().at("/components/schemas");
    for (String schema : List.of("HoldJson", "OfferJson", "LeaseJson")) {
      assertThat(schemas.path(schema).path("properties").propertyNames())
          .as(schema)
          .contains(members)
          .doesNotContain("claim");
    }
  }

  @Test
  void whatIsNotSaidIsAssumedAndSaid() {
    JsonNode hold = hold(person, Market.wish(floor, 0, 1)).json();
    assertThat(hold.path("industry").asString()).isEqualTo("ELECTRONICS");
    assertThat(hold.path("hazard").asString()).isEqualTo("D");
    assertThat(hold.path("powerKva").asDouble()).isZero();
    assertThat(hold.path("assumed").valueStream().map(JsonNode::asString))
        .containsExactly("industry", "hazard", "traits", "loadKnM2", "powerKva", "wastewaterM3Day");
    JsonNode said =
        hold(
                person,
                with(
                    Market.wish(floor, 1, 1),
                    "\"industry\":\"PLASTIC\",\"hazard\":\"C3\",\"traits\":[\"VIBRATION\"],"
                        + "\"loadKnM2\":7.5,\"powerKva\":40,\"wastewaterM3Day\":1.5"))
            .json();
    assertThat(said.path("assumed")).isEmpty();
    assertThat(said.path("industry").asString()).isEqualTo("PLASTIC");
    assertThat(said.path("traits").path(0).asString()).isEqualTo("VIBRATION");
    assertThat(said.path("loadKnM2").asDouble()).isEqualTo(7.5);
  }

  @Test
  void holdLapsesAfterTheHoursOfTheRule() {
    long id = hold(person, Market.wish(floor, 0, 1)).id();
    assertThat(
            jdbc.sql(
                    """
                    select o.expires_at - o.recorded_at = interval '72 hours'
                    from tenancy.holds h join space.occupancies o on o.id = h.occupancy_id
                    where h.id = :id""")
                .param("id", id)
                .query(Boolean.class)
                .single())
        .isTrue();
  }

  @Test
  void whoComesSecondLearnsThePeriodButNotWhoHasIt() {
    hold(person, Market.wish(floor, 1, 2));
    Answer refused = hold(market.personOf(market.firm()), Market.wish(floor, 0, 2));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.type()).isEqualTo("/problems/space/bay-taken");
    assertThat(refused.json().path("from").asString()).isEqualTo("2027-01-01");
    assertThat(refused.json().path("until").asString()).isEqualTo("2027-12-31");
    assertThat(refused.json().path("detail").asString())
        .isEqualTo("Bays 1 to 2 are taken from 1 Jan 2027 to 31 Dec 2027.");
    assertThat(refused.json().path("remedy").asString()).contains("/timeline");
    assertThat(refused.json().toString()).doesNotContain(firm).doesNotContain(person);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5 | 2 | 2027-01-01 | 12  | | 422 | no-such-bay | firstBay",
        "2 | 2 | 2027-01-01 | 12  | | 422 | crosses-break | bayCount",
        "0 | 1 | 2058-01-01 | 60  | | 422 | beyond-term | months",
        "0 | 1 | 2020-01-01 | 12  | | 422 | in-the-past | from",
        "0 | 1 | 2027-01-01 | 12  | \"loadKnM2\":10.5 | 422 | too-heavy | loadKnM2",
        "0 | 1 | 2027-01-01 | 12  | \"hazard\":\"B\" | 422 | hazard-not-permitted | hazard",
        "0 | 1 | 2027-01-01 | 12  | \"industry\":\"FOOD\" | 422 | industry-not-admitted | industry",
        "0 | 1 | 2027-01-01 | 12  | \"powerKva\":301 | 409 | floor-power | powerKva",
        "0 | 1 | 2027-01-01 | 12  | \"wastewaterM3Day\":21 | 409 | wastewater | wastewaterM3Day"
      })
  void eachReasonHasATypeAFieldAndARemedy(
      int first,
      int count,
      String from,
      int months,
      @Nullable String more,
      int status,
      String type,
      String field) {
    String body =
        "{\"floor\":%d,\"firstBay\":%d,\"bayCount\":%d,\"from\":\"%s\",\"months\":%d}"
            .formatted(floor, first, count, from, months);
    Answer refused = hold(person, more == null ? body : with(body, more));
    assertThat(refused.status()).as("%s", refused.json()).isEqualTo(status);
    assertThat(refused.type()).isEqualTo("/problems/space/" + type);
    assertThat(refused.json().path("field").asString()).isEqualTo(field);
    assertThat(refused.json().path("remedy").asString()).isNotEmpty();
    assertThat(refused.json().toString()).doesNotContain("occupancy_").doesNotContain("ERROR");
  }

  @Test
  void powerOfTheBuildingIsSharedByItsFloors() {
    long above = market.floorAbove(floor);
    assertThat(hold(officer, with(Market.wish(floor, 0, 1), "\"powerKva\":300")).status())
        .isEqualTo(201);
    Answer refused = hold(person, with(Market.wish(above, 0, 1), "\"powerKva\":201"));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.type()).isEqualTo("/problems/space/building-power");
    assertThat(refused.json().path("left").asDouble()).isEqualTo(200);
  }

  @Test
  void bayOutOfServiceAndBayBeforeHandOverSayWhyAndWhen() {
    jdbc.sql(
            """
            update space.bays set rentable = false, out_reason_vi = 'Trạm điện',
              out_reason_en = 'Substation' where floor_id = :floor and no = 1""")
        .param("floor", floor)
        .update();
    jdbc.sql("update space.bays set available_from = '2027-03-01' where floor_id = :f and no = 2")
        .param("f", floor)
        .update();
    Answer out = hold(person, Market.wish(floor, 1, 1));
    assertThat(out.type()).isEqualTo("/problems/space/out-of-service");
    assertThat(out.json().path("detail").asString()).contains("Substation");
    Answer early = hold(person, Market.wish(floor, 2, 1));
    assertThat(early.type()).isEqualTo("/problems/space/before-hand-over");
    assertThat(early.json().path("availableFrom").asString()).isEqualTo("2027-03-01");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"floor\":1}",
        "{\"floor\":1,\"firstBay\":-1,\"bayCount\":1,\"from\":\"2027-01-01\",\"months\":1}",
        "{\"floor\":1,\"firstBay\":0,\"bayCount\":0,\"from\":\"2027-01-01\",\"months\":1}",
        "{\"floor\":1,\"firstBay\":2147483647,\"bayCount\":2147483647,\"from\":\"2027-01-01\",\"months\":1}",
        "{\"floor\":1,\"firstBay\":0,\"bayCount\":1,\"from\":\"2027-02-30\",\"months\":1}",
        "{\"floor\":1,\"firstBay\":0,\"bayCount\":1,\"from\":\"9999-12-31\",\"months\":1}",
        "{\"floor\":1,\"firstBay\":0,\"bayCount\":1,\"from\":\"2027-01-01\",\"months\":0}",
        "{\"floor\":1,\"firstBay\":0,\"bayCount\":1,\"from\":\"2027-01-01\",\"months\":99999}",
        "{\"floor\":1,\"firstBay\":0,\"bayCount\":1,\"from\":\"2027-01-01\",\"months\":1,\"powerKva\":-1}",
        "{\"floor\":1,\"firstBay\":0,\"bayCount\":1,\"from\":\"2027-01-01\",\"months\":1,\"powerKva\":1e300}",
        "{\"floor\":1,\"firstBay\":0,\"bayCount\":1,\"from\":\"2027-01-01\",\"months\":1,\"hazard\":\"Z\"}",
        "{\"floor\":1,\"firstBay\":0,\"bayCount\":1,\"from\":\"2027-01-01\",\"months\":1,\"traits\":[null]}"
      })
  void whatCannotBeReadIsRefusedByMember(String body) {
    Answer refused = hold(person, body);
    assertThat(refused.status()).as("%s", refused.json()).isEqualTo(400);
    assertThat(refused.json().path("field").asString()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "null", "{\"floor\":\"x\"}", "{\"floor\":NaN}", "{"})
  void whatIsNoSuchJsonIsRefused(String body) {
    assertThat(hold(person, body).status()).isEqualTo(400);
  }

  @Test
  void unknownFloorIs404() {
    Answer refused = hold(person, Market.wish(987_654_321, 0, 1));
    assertThat(refused.status()).isEqualTo(404);
    assertThat(refused.type()).isEqualTo("/problems/space/unknown-floor");
  }

  @Test
  void onlyFirmsAndOfficersHold() {
    assertThat(hold(null, Market.wish(floor, 0, 1)).status()).isEqualTo(401);
    assertThat(desk.get(null, HOLDS).status()).isEqualTo(401);
    for (Role role : List.of(Role.PLANNER, Role.APPROVER, Role.ADMIN)) {
      String other = market.account(role);
      assertThat(hold(other, Market.wish(floor, 0, 1)).status()).isEqualTo(403);
      assertThat(desk.get(other, HOLDS).status()).isEqualTo(403);
    }
    Answer homeless = hold(market.account(Role.FIRM), Market.wish(floor, 0, 1));
    assertThat(homeless.status()).isEqualTo(403);
    assertThat(homeless.type()).isEqualTo("/problems/tenancy/no-firm");
  }

  @Test
  void anotherFirmsHoldIsNotThere() {
    Answer made = hold(person, Market.wish(floor, 0, 1));
    String other = market.personOf(market.firm());
    assertThat(desk.get(other, made.header("Location")).status()).isEqualTo(404);
    assertThat(delete(other, made.id(), null).status()).isEqualTo(404);
    assertThat(ids(desk.get(other, HOLDS))).isEmpty();
    assertThat(desk.get(officer, made.header("Location")).status()).isEqualTo(200);
  }

  @Test
  void officerHoldsForAFirmOrForTheAuthority() {
    Answer forFirm = hold(officer, with(Market.wish(floor, 0, 1), "\"firm\":\"" + firm + "\""));
    assertThat(forFirm.json().path("firm").asString()).isEqualTo(firm);
    assertThat(desk.get(person, forFirm.header("Location")).status()).isEqualTo(200);
    Answer own = hold(officer, Market.wish(floor, 1, 1));
    assertThat(own.status()).isEqualTo(201);
    assertThat(own.json().has("firm")).isFalse();
    assertThat(desk.get(person, own.header("Location")).status()).isEqualTo(404);
    Answer unknown = hold(officer, with(Market.wish(floor, 2, 1), "\"firm\":\"DN-0000\""));
    assertThat(unknown.type()).isEqualTo("/problems/tenancy/unknown-firm");
    Answer foreign = hold(person, with(Market.wish(floor, 2, 1), "\"firm\":\"DN-0000\""));
    assertThat(foreign.json().path("firm").asString())
        .as("a firm holds for itself, whatever it says")
        .isEqualTo(firm);
  }

  @Test
  void releasedBaysMayBeHeldAgainAndReleaseMayBeRepeated() {
    Answer made = hold(person, Market.wish(floor, 0, 1));
    assertThat(delete(person, made.id(), "\"" + made.id() + "-7\"").status()).isEqualTo(412);
    assertThat(delete(person, made.id(), "W/" + made.etag()).status()).isEqualTo(412);
    assertThat(delete(person, made.id(), made.etag()).status()).isEqualTo(204);
    assertThat(delete(person, made.id(), made.etag()).status()).isEqualTo(204);
    assertThat(delete(person, made.id(), null).status()).isEqualTo(204);
    JsonNode ended = desk.get(person, made.header("Location")).json();
    assertThat(ended.path("status").asString()).isEqualTo("RELEASED");
    assertThat(ended.path("endReason").asString()).isNotEmpty();
    assertThat(hold(person, Market.wish(floor, 0, 1)).status()).isEqualTo(201);
    assertThat(audited(made.id())).containsExactly("hold.made", "hold.released");
    assertThat(delete(person, 987_654_321, null).status()).isEqualTo(404);
  }

  @Test
  void repeatedRequestWithAKeyHoldsOnce() {
    UUID key = UUID.randomUUID();
    Answer first = hold(person, Market.wish(floor, 0, 1), key);
    Answer again = hold(person, Market.wish(floor, 0, 1), key);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    Answer other = hold(person, Market.wish(floor, 1, 1), key);
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.type()).isEqualTo("/problems/tenancy/key-reused");
    assertThat(hold(market.personOf(market.firm()), Market.wish(floor, 1, 1), key).status())
        .as("a key belongs to its account")
        .isEqualTo(201);
  }

  @Test
  void firmHoldsNoMoreThanTheRuleAllows() {
    for (int bay = 0; bay < 3; bay++) {
      assertThat(hold(person, Market.wish(floor, bay, 1)).status()).isEqualTo(201);
    }
    Answer refused = hold(person, Market.wish(floor, 3, 1));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.type()).isEqualTo("/problems/tenancy/hold-limit");
    assertThat(refused.json().path("mostHolds").asInt()).isEqualTo(3);
    assertThat(hold(market.personOf(firm), Market.wish(floor, 3, 1)).type())
        .as("a colleague's account is the same firm")
        .isEqualTo("/problems/tenancy/hold-limit");
    assertThat(hold(person, Market.wish(floor, 0, 1)).type())
        .isEqualTo("/problems/space/bay-taken");
    assertThat(hold(officer, with(Market.wish(floor, 3, 1), "\"firm\":\"" + firm + "\"")).status())
        .isEqualTo(201);
  }

  @Test
  void officerMovesTheDeadlineAndTheHoldStaysTheSame() {
    Answer made = hold(person, Market.wish(floor, 0, 1));
    String extension = "{\"deadline\":\"2026-12-31T17:00:00+07:00\",\"reason\":\"Chờ hồ sơ\"}";
    String path = made.header("Location") + "/extend";
    assertThat(desk.post(person, path, null, extension).status()).isEqualTo(403);
    assertThat(desk.post(officer, path, "\"1-99\"", extension).status()).isEqualTo(412);
    Answer extended = desk.post(officer, path, made.etag(), extension);
    assertThat(extended.status()).as("%s", extended.json()).isEqualTo(200);
    assertThat(extended.id()).isEqualTo(made.id());
    assertThat(extended.json().path("expiresAt").asString()).startsWith("2026-12-31T");
    assertThat(extended.etag()).isNotEqualTo(made.etag());
    assertThat(
            desk.post(
                    officer, path, null, "{\"deadline\":\"2020-01-01T00:00:00Z\",\"reason\":\"x\"}")
                .type())
        .isEqualTo("/problems/space/in-the-past");
    assertThat(market.doubleBookings()).isZero();
  }

  @Test
  void listIsPagedNewestFirst() {
    long a = hold(person, Market.wish(floor, 0, 1)).id();
    long b = hold(person, Market.wish(floor, 1, 1)).id();
    long c = hold(person, Market.wish(floor, 2, 1)).id();
    delete(person, b, null);
    Answer page = desk.get(person, HOLDS + "?limit=2");
    assertThat(ids(page)).containsExactly(c, b);
    Answer rest = desk.get(person, page.json().path("next").asString());
    assertThat(ids(rest)).containsExactly(a);
    assertThat(rest.json().has("next")).isFalse();
    assertThat(ids(desk.get(person, HOLDS + "?status=LIVE"))).containsExactly(c, a);
    for (String bad : List.of("limit=0", "limit=9999", "limit=x", "status=NO", "before=x")) {
      assertThat(desk.get(person, HOLDS + "?" + bad).status()).as(bad).isEqualTo(400);
    }
  }

  private Answer hold(@Nullable String who, String body) {
    return desk.post(who, HOLDS, null, body);
  }

  private Answer hold(String who, String body, UUID key) {
    return desk.send(
        who,
        HttpRequest.newBuilder(desk.uri(HOLDS))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key.toString())
            .POST(BodyPublishers.ofString(body)));
  }

  private Answer delete(String who, long id, @Nullable String ifMatch) {
    HttpRequest.Builder request = HttpRequest.newBuilder(desk.uri(HOLDS + "/" + id)).DELETE();
    if (ifMatch != null) {
      request.header("If-Match", ifMatch);
    }
    return desk.send(who, request);
  }

  private static String with(String body, String members) {
    return body.substring(0, body.length() - 1) + "," + members + "}";
  }

  private static List<Long> ids(Answer page) {
    assertThat(page.status()).isEqualTo(200);
    return page.json().path("holds").valueStream().map(h -> h.path("id").asLong()).toList();
  }

  private List<String> audited(long hold) {
    return jdbc.sql(
            """
            select action from platform.audit
            where subject_type = 'hold' and subject_id = :id order by id""")
        .param("id", String.valueOf(hold))
        .query(String.class)
        .list();
  }
}
