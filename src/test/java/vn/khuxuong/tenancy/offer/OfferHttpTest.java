package vn.khuxuong.tenancy.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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

/** From an offer to a lease, and who is next where a firm does not want it. */
@ProcessTest
class OfferHttpTest {
  private static final String OFFERS = "/api/v1/offers";
  private static final String UNTIL = "2026-12-31T17:00:00+07:00";
  private static final String DEADLINE = "\"deadline\":\"" + UNTIL + "\"";

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
  void holdBecomesAnOfferBecomesALease() {
    long hold = hold(person, 0, 2);
    Answer offer = offer("{\"hold\":" + hold + "," + DEADLINE + ",\"rentUsdM2Month\":4.2}");
    assertThat(offer.status()).as("%s", offer.json()).isEqualTo(201);
    assertThat(offer.header("Location")).isEqualTo(OFFERS + "/" + offer.id());
    assertThat(offer.json().path("status").asString()).isEqualTo("OPEN");
    assertThat(offer.json().path("firm").asString()).isEqualTo(firm);
    assertThat(offer.json().path("rentUsdM2Month").asDouble()).isEqualTo(4.2);
    assertThat(offer.json().path("rentVndM2Month").asDouble()).isEqualTo(114_000);
    assertThat(desk.get(person, "/api/v1/holds/" + hold).json().path("status").asString())
        .isEqualTo("OFFERED");
    assertThat(desk.get(person, OFFERS).json().path("offers")).hasSize(1);

    Answer accepted = desk.post(person, OFFERS + "/" + offer.id() + "/accept", offer.etag(), "");
    assertThat(accepted.status()).as("%s", accepted.json()).isEqualTo(200);
    assertThat(accepted.json().path("status").asString()).isEqualTo("ACCEPTED");
    Answer lease = desk.get(person, accepted.json().path("lease").asString());
    assertThat(lease.status()).isEqualTo(200);
    assertThat(lease.json().path("status").asString()).isEqualTo("RUNNING");
    assertThat(lease.json().path("from").asString()).isEqualTo("2027-01-01");
    assertThat(lease.json().path("until").asString()).isEqualTo("2027-12-31");
    assertThat(lease.json().path("rentUsdM2Month").asDouble()).isEqualTo(4.2);
    assertThat(lease.json().path("contractNo").asString()).startsWith(market.building(floor) + "/");
    assertThat(desk.post(person, OFFERS + "/" + offer.id() + "/accept", null, "").json())
        .as("an answer that was lost may be asked for again")
        .isEqualTo(accepted.json());
    assertThat(audited("offer", offer.id())).containsExactly("offer.made", "offer.accepted");
    assertThat(audited("hold", hold)).containsExactly("hold.made", "hold.offered");
    assertThat(market.doubleBookings()).isZero();
  }

  @Test
  void applicationIsOfferedBaysAndFollowsItsOffer() {
    String application = application(firm, 1);
    Answer offer = offer(forApplication(application, 0, 1));
    assertThat(offer.status()).as("%s", offer.json()).isEqualTo(201);
    assertThat(status(application)).isEqualTo("OFFERED");
    assertThat(offer.json().path("until").asString())
        .as("the term that was applied for")
        .isEqualTo("2029-12-31");
    Answer again = offer(forApplication(application, 1, 1));
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.type()).isEqualTo("/problems/tenancy/wrong-state");
    assertThat(market.doubleBookings()).isZero();
    assertThat(desk.post(person, OFFERS + "/" + offer.id() + "/accept", null, "").status())
        .isEqualTo(200);
    assertThat(status(application)).isEqualTo("LEASED");
    assertThat(auditedOf(application)).containsExactly("application.offered", "application.leased");
  }

  @Test
  void holdForAnApplicationMovesItAndReleaseMovesItBack() {
    String application = application(firm, 1);
    String body =
        Market.wish(floor, 0, 1).replace("}", ",\"application\":\"" + application + "\"}");
    long hold = desk.post(person, "/api/v1/holds", null, body).id();
    assertThat(status(application)).isEqualTo("HELD");
    desk.send(person, HttpRequest.newBuilder(desk.uri("/api/v1/holds/" + hold)).DELETE());
    assertThat(status(application)).isEqualTo("ELIGIBLE");
    String other = market.personOf(market.firm());
    assertThat(desk.post(other, "/api/v1/holds", null, body).status()).isEqualTo(404);
    long second = desk.post(person, "/api/v1/holds", null, body).id();
    assertThat(offer("{\"hold\":" + second + "," + DEADLINE + "}").json().path("application"))
        .hasToString("\"" + application + "\"");
    assertThat(status(application)).isEqualTo("OFFERED");
  }

  @Test
  void declinedOfferGoesToTheNextOnTheListByItself() {
    String first = application(firm, 1);
    String secondFirm = market.firm();
    String tooLarge = application(market.firm(), 2);
    jdbc.sql("update tenancy.applications set area_min_m2 = 900, area_max_m2 = 900 where code = :c")
        .param("c", tooLarge)
        .update();
    String second = application(secondFirm, 3);
    application(market.firm(), 4);
    Answer list = desk.get(market.personOf(secondFirm), waitingList());
    assertThat(list.json().path("waiting").valueStream().map(w -> w.path("application").asString()))
        .startsWith(first, tooLarge, second);
    assertThat(list.json().at("/waiting/2/mine").asBoolean()).isTrue();
    assertThat(list.json().at("/waiting/0").has("mine")).isFalse();

    long offer = offer(forApplication(first, 0, 1)).id();
    Answer declined =
        desk.post(person, OFFERS + "/" + offer + "/decline", null, "{\"reason\":\"Xa quá\"}");
    assertThat(declined.status()).as("%s", declined.json()).isEqualTo(200);
    assertThat(status(first)).isEqualTo("DECLINED");
    assertThat(status(tooLarge)).isEqualTo("ELIGIBLE");
    assertThat(status(second)).isEqualTo("OFFERED");
    JsonNode passedOn = desk.get(market.personOf(secondFirm), OFFERS).json().path("offers").path(0);
    assertThat(passedOn.path("passedOnFrom").asLong()).isEqualTo(offer);
    assertThat(passedOn.path("application").asString()).isEqualTo(second);
    assertThat(passedOn.path("rentUsdM2Month").asDouble()).isEqualTo(4.5);
    assertThat(audited("offer", passedOn.path("id").asLong())).containsExactly("offer.passed-on");
    assertThat(market.doubleBookings()).isZero();
  }

  @Test
  void lapsedOfferCannotBeAcceptedAndGoesToTheNextByItself() throws Exception {
    String first = application(firm, 1);
    String secondFirm = market.firm();
    String second = application(secondFirm, 2);
    long offer = offer(forApplication(first, 0, 1)).id();
    market.expire(offer);
    Answer late = desk.post(person, OFFERS + "/" + offer + "/accept", null, "");
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.type()).isEqualTo("/problems/tenancy/offer-lapsed");
    long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!status(second).equals("OFFERED") && System.nanoTime() < patience) {
      Thread.sleep(100);
    }
    assertThat(status(first)).isEqualTo("LAPSED");
    assertThat(status(second)).isEqualTo("OFFERED");
    assertThat(desk.get(person, OFFERS + "/" + offer).json().path("status").asString())
        .isEqualTo("LAPSED");
    assertThat(audited("offer", offer)).containsExactly("offer.made", "offer.lapsed");
    assertThat(market.doubleBookings()).isZero();
  }

  @Test
  void placesOnTheListHaveAHistory() throws Exception {
    String first = application(firm, 1);
    String secondFirm = market.firm();
    String second = application(secondFirm, 2);
    String path = "/api/v1/waiting-list/history?application=" + second;
    String secondPerson = market.personOf(secondFirm);
    awaitPlace(secondPerson, path, "2");
    offer(forApplication(first, 0, 1));
    awaitPlace(secondPerson, path, "1");
    JsonNode places = desk.get(secondPerson, path).json().path("places");
    assertThat(places.valueStream().map(p -> p.path("place").asInt())).containsExactly(1, 2);
    assertThat(places.path(0).path("building").asString()).isEqualTo(market.building(floor));
    assertThat(desk.get(person, path).status()).isEqualTo(404);
    assertThat(desk.get(null, path).status()).isEqualTo(401);
  }

  @Test
  void ofManyAcceptancesOneMakesTheLease() throws Exception {
    long hold = hold(person, 0, 1);
    long offer = offer("{\"hold\":" + hold + "," + DEADLINE + "}").id();
    ExecutorService people = Executors.newFixedThreadPool(20);
    List<Future<Answer>> sent = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      boolean yes = i % 2 == 0;
      Callable<Answer> answer =
          () ->
              yes
                  ? desk.post(person, OFFERS + "/" + offer + "/accept", null, "")
                  : desk.post(
                      person, OFFERS + "/" + offer + "/decline", null, "{\"reason\":\"x\"}");
      sent.add(people.submit(answer));
    }
    for (Future<Answer> answer : sent) {
      assertThat(answer.get().status()).isIn(200, 409);
    }
    people.shutdown();
    String status = desk.get(person, OFFERS + "/" + offer).json().path("status").asString();
    assertThat(status).isIn("ACCEPTED", "DECLINED");
    assertThat(
            jdbc.sql("select count(*) from tenancy.leases where offer_id = :id")
                .param("id", offer)
                .query(Integer.class)
                .single())
        .isEqualTo(status.equals("ACCEPTED") ? 1 : 0);
  }

  @Test
  void officersOfferAndFirmsAnswerAndNobodyElse() {
    long hold = hold(person, 0, 1);
    String body = "{\"hold\":" + hold + "," + DEADLINE + "}";
    assertThat(desk.post(null, OFFERS, null, body).status()).isEqualTo(401);
    assertThat(desk.post(person, OFFERS, null, body).status()).isEqualTo(403);
    for (Role role : List.of(Role.PLANNER, Role.APPROVER, Role.ADMIN)) {
      assertThat(desk.post(market.account(role), OFFERS, null, body).status()).isEqualTo(403);
      assertThat(desk.get(market.account(role), OFFERS).status()).isEqualTo(403);
    }
    String path = OFFERS + "/" + offer(body).id();
    String other = market.personOf(market.firm());
    assertThat(desk.get(other, path).status()).isEqualTo(404);
    assertThat(desk.post(other, path + "/accept", null, "").status()).isEqualTo(404);
    assertThat(desk.post(officer, path + "/accept", null, "").status()).isEqualTo(403);
    assertThat(desk.post(person, path + "/withdraw", null, "{\"reason\":\"x\"}").status())
        .isEqualTo(403);
    assertThat(desk.post(person, path + "/accept", "\"0-0\"", "").status()).isEqualTo(412);
    assertThat(desk.post(officer, path + "/withdraw", null, "{\"reason\":\"Nhầm\"}").status())
        .isEqualTo(200);
    assertThat(desk.post(person, path + "/accept", null, "").type())
        .isEqualTo("/problems/tenancy/wrong-state");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"hold\":1}",
        "{\"hold\":1,\"application\":\"HS-0001\",\"deadline\":\"2026-12-31T17:00:00+07:00\"}",
        "{\"hold\":1,\"deadline\":\"2026-12-31\"}",
        "{\"hold\":1,\"deadline\":\"soon\"}",
        "{\"hold\":1,\"deadline\":\"2026-12-31T17:00:00+07:00\",\"rentUsdM2Month\":-1}"
      })
  void whatCannotBeReadIsRefusedByMember(String body) {
    Answer refused = offer(body);
    assertThat(refused.status()).as("%s", refused.json()).isEqualTo(400);
    assertThat(refused.json().path("field").asString()).isNotEmpty();
  }

  @Test
  void fullBuildingIsLetByRoundsToFirmsButNotToOfficers() {
    jdbc.sql(
            """
            update space.bays set rentable = false, out_reason_vi = 'Sửa', out_reason_en = 'Repair'
            where floor_id = :floor and no > 2""")
        .param("floor", floor)
        .update();
    hold(officer, 0, 1);
    hold(officer, 1, 1);
    hold(officer, 2, 1);
    Answer taken = desk.post(person, "/api/v1/holds", null, Market.wish(floor, 0, 1));
    assertThat(taken.type()).isEqualTo("/problems/space/bay-taken");
    String later = Market.wish(floor, 0, 1).replace("2027-01-01", "2030-01-01");
    Answer refused = desk.post(person, "/api/v1/holds", null, later);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.type()).isEqualTo("/problems/tenancy/round-mode");
    assertThat(refused.json().path("nextRound").asString()).matches("20\\d\\d-(01|04|07|10)-15");
    assertThat(desk.post(officer, "/api/v1/holds", null, later).status()).isEqualTo(201);
    assertThat(desk.get(null, waitingList()).json().at("/mode/mode").asString()).isEqualTo("ROUND");
    assertThat(desk.get(null, "/api/v1/waiting-list?building=XX-9").status()).isEqualTo(404);
  }

  private String waitingList() {
    return "/api/v1/waiting-list?building=" + market.building(floor);
  }

  private long hold(String who, int firstBay, int bayCount) {
    Answer made = desk.post(who, "/api/v1/holds", null, Market.wish(floor, firstBay, bayCount));
    assertThat(made.status()).as("%s", made.json()).isEqualTo(201);
    return made.id();
  }

  private Answer offer(String body) {
    return desk.post(officer, OFFERS, null, body);
  }

  private String forApplication(String application, int firstBay, int bayCount) {
    return Market.offer(application, floor, firstBay, bayCount, UNTIL);
  }

  /**
   * An eligible application for 100 to 300 m² in the floor's zone, the more days old the sooner.
   */
  private String application(String ofFirm, int arrival) {
    return market.application(ofFirm, floor, arrival);
  }

  private String status(String application) {
    return jdbc.sql("select status from tenancy.applications where code = :code")
        .param("code", application)
        .query(String.class)
        .single();
  }

  private void awaitPlace(String who, String path, String place) throws Exception {
    long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!desk.get(who, path).json().at("/places/0/place").asString("").equals(place)
        && System.nanoTime() < patience) {
      Thread.sleep(100);
    }
  }

  private List<String> audited(String type, long id) {
    return actions(type, String.valueOf(id));
  }

  private List<String> auditedOf(String application) {
    return actions("application", application);
  }

  private List<String> actions(String type, String id) {
    return jdbc.sql(
            """
            select action from platform.audit
            where subject_type = :type and subject_id = :id order by id""")
        .param("type", type)
        .param("id", id)
        .query(String.class)
        .list();
  }
}
