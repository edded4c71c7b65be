package vn.khuxuong.tenancy.lease;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.platform.security.Role;
import vn.khuxuong.tenancy.Market;
import vn.khuxuong.tenancy.ProcessTest;
import vn.khuxuong.zoning.PlanDesk;
import vn.khuxuong.zoning.PlanDesk.Answer;

/** A firm asks for what is to become of its lease, and an officer decides. */
@ProcessTest
class LeaseRequestHttpTest {
  private static final String REQUESTS = "/api/v1/lease-requests";
  private static final String RENEW =
      "{\"kind\":\"RENEW\",\"months\":24,\"reason\":\"Đơn hàng tới 2029\"}";
  private static final String YES = "{\"reason\":\"Đồng ý\"}";

  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private JdbcClient jdbc;
  private PlanDesk desk;
  private Market market;
  private String person;
  private String officer;
  private long floor;
  private String lease;

  @BeforeEach
  void lease() {
    desk = new PlanDesk(port, accounts);
    market = new Market(jdbc, desk.password());
    person = market.personOf(market.firm());
    officer = market.account(Role.OFFICER);
    floor = market.floor();
    lease = market.lease(desk, person, officer, floor);
  }

  @Test
  void renewalThatIsGrantedMakesTheLeaseThatFollows() {
    Answer asked = ask(RENEW);
    assertThat(asked.status()).as("%s", asked.json()).isEqualTo(201);
    assertThat(asked.json().path("status").asString()).isEqualTo("OPEN");
    assertThat(status()).as("asking changes nothing").isEqualTo("RUNNING");
    assertThat(desk.get(officer, REQUESTS + "?status=OPEN&limit=200").json().toString())
        .contains("Đơn hàng tới 2029");
    assertThat(ask(RENEW).type()).as("one at a time").isEqualTo("/problems/tenancy/wrong-state");

    Answer granted = desk.post(officer, path(asked) + "/grant", asked.etag(), YES);
    assertThat(granted.status()).as("%s", granted.json()).isEqualTo(200);
    assertThat(granted.json().path("status").asString()).isEqualTo("GRANTED");
    Answer next = desk.get(person, granted.json().path("result").asString());
    assertThat(next.json().path("from").asString()).isEqualTo("2028-01-01");
    assertThat(next.json().path("until").asString()).isEqualTo("2029-12-31");
    assertThat(status()).isEqualTo("RENEWED");
    assertThat(desk.post(officer, path(asked) + "/grant", null, YES).type())
        .isEqualTo("/problems/tenancy/wrong-state");
    assertThat(audited(asked.id())).containsExactly("lease.requested", "lease-request.granted");
  }

  @Test
  void transferAndEndAreDoneOnTheDayThatWasAskedFor() {
    String heir = market.firm();
    Answer asked =
        ask(
            "{\"kind\":\"TRANSFER\",\"day\":\"2027-07-01\",\"firm\":\""
                + heir
                + "\",\"reason\":\"Bán xưởng\"}");
    Answer granted = desk.post(officer, path(asked) + "/grant", null, YES);
    String next = granted.json().path("result").asString();
    assertThat(desk.get(officer, next).json().path("firm").asString()).isEqualTo(heir);
    assertThat(desk.get(person, lease).json().path("until").asString()).isEqualTo("2027-06-30");
    String ofHeir = market.personOf(heir);
    Answer end =
        desk.post(
            ofHeir,
            next + "/requests",
            null,
            "{\"kind\":\"END\",\"day\":\"2027-09-30\",\"reason\":\"Chuyển đi\"}");
    assertThat(desk.post(officer, path(end) + "/grant", null, YES).status()).isEqualTo(200);
    assertThat(desk.get(ofHeir, next).json().path("endedOn").asString()).isEqualTo("2027-09-30");
    assertThat(market.doubleBookings()).isZero();
  }

  @Test
  void renewalThatSomebodyIsInTheWayOfStaysOpenWhenItIsGranted() {
    Answer asked = ask(RENEW);
    String later = Market.wish(floor, 0, 1).replace("2027-01-01", "2028-03-01");
    assertThat(desk.post(officer, "/api/v1/holds", null, later).status()).isEqualTo(201);
    assertThat(desk.post(officer, path(asked) + "/grant", null, YES).type())
        .isEqualTo("/problems/space/bay-taken");
    assertThat(desk.get(person, path(asked)).json().path("status").asString()).isEqualTo("OPEN");
    Answer refused =
        desk.post(officer, path(asked) + "/refuse", null, "{\"reason\":\"Đã có người giữ\"}");
    assertThat(refused.json().path("endReason").asString()).isEqualTo("Đã có người giữ");
    assertThat(status()).isEqualTo("RUNNING");
    assertThat(ask(RENEW).status()).as("it may be asked for again").isEqualTo(201);
  }

  @Test
  void onlyTheFirmAsksAndTakesBackAndOnlyOfficersDecide() {
    Answer asked = ask(RENEW);
    String stranger = market.personOf(market.firm());
    assertThat(desk.post(stranger, lease + "/requests", null, RENEW).status()).isEqualTo(404);
    assertThat(desk.post(officer, lease + "/requests", null, RENEW).status()).isEqualTo(403);
    assertThat(desk.get(stranger, path(asked)).status()).isEqualTo(404);
    assertThat(desk.get(stranger, REQUESTS).json().path("requests")).isEmpty();
    assertThat(desk.post(person, path(asked) + "/grant", null, YES).status()).isEqualTo(403);
    assertThat(delete(stranger, path(asked)).status()).isEqualTo(404);
    assertThat(desk.post(officer, path(asked) + "/grant", "\"1-99\"", YES).status()).isEqualTo(412);
    assertThat(delete(person, path(asked)).json().path("status").asString()).isEqualTo("WITHDRAWN");
    assertThat(delete(person, path(asked)).status()).as("again").isEqualTo(200);
    assertThat(desk.post(officer, path(asked) + "/grant", null, YES).status()).isEqualTo(409);
  }

  @Test
  void theSameRequestMayBeSentAgainButItsNameNotForAnother() {
    String key = UUID.randomUUID().toString();
    Answer first = named(key, RENEW);
    assertThat(named(key, RENEW).id()).isEqualTo(first.id());
    Answer other = named(key, RENEW.replace("24", "12"));
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.type()).isEqualTo("/problems/tenancy/key-reused");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"kind\":\"SELL\",\"reason\":\"x\"} | 400 | kind",
        "{\"reason\":\"x\"} | 400 | kind",
        "{\"kind\":\"RENEW\",\"reason\":\"x\"} | 400 | months",
        "{\"kind\":\"RENEW\",\"months\":601,\"reason\":\"x\"} | 400 | months",
        "{\"kind\":\"RENEW\",\"months\":12} | 400 | reason",
        "{\"kind\":\"END\",\"reason\":\"x\"} | 400 | day",
        "{\"kind\":\"END\",\"day\":\"2020-01-01\",\"reason\":\"x\"} | 400 | day",
        "{\"kind\":\"END\",\"day\":\"2027-12-31\",\"reason\":\"x\"} | 400 | day",
        "{\"kind\":\"TRANSFER\",\"day\":\"2027-07-01\",\"reason\":\"x\"} | 400 | firm",
        "{\"kind\":\"TRANSFER\",\"day\":\"2027-07-01\",\"firm\":\"DN-0\",\"reason\":\"x\"} | 422 | firm"
      })
  void whatMakesNoSenseIsRefusedByName(String body, int status, String field) {
    Answer refused = ask(body);
    assertThat(refused.status()).as("%s", refused.json()).isEqualTo(status);
    assertThat(refused.json().path("field").asString()).isEqualTo(field);
  }

  @Test
  void theDepositOfTheBuildingIsInTheOfferAndTheLease() {
    jdbc.sql("update space.buildings set deposit_months = 2.5 where code = :code")
        .param("code", market.building(floor))
        .update();
    assertThat(desk.get(person, lease).json().has("depositMonths"))
        .as("a lease from before it was settled")
        .isFalse();
    long other = market.floorAbove(floor);
    String second = market.lease(desk, person, officer, other);
    assertThat(desk.get(person, second).json().path("depositMonths").asDouble()).isEqualTo(2.5);
    assertThat(
            desk.get(null, "/api/v1/buildings/" + market.building(floor))
                .json()
                .path("depositMonths")
                .asDouble())
        .isEqualTo(2.5);
  }

  private Answer ask(String body) {
    return desk.post(person, lease + "/requests", null, body);
  }

  private Answer named(String key, String body) {
    return desk.send(
        person,
        HttpRequest.newBuilder(desk.uri(lease + "/requests"))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString(body)));
  }

  private Answer delete(String who, String path) {
    return desk.send(who, HttpRequest.newBuilder(desk.uri(path)).DELETE());
  }

  private static String path(Answer request) {
    return REQUESTS + "/" + request.id();
  }

  private String status() {
    return desk.get(officer, lease).json().path("status").asString();
  }

  private java.util.List<String> audited(long id) {
    return jdbc.sql(
            """
            select action from platform.audit
            where subject_type = 'lease-request' and subject_id = :id order by id""")
        .param("id", String.valueOf(id))
        .query(String.class)
        .list();
  }
}
