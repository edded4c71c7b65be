package vn.khuxuong.tenancy.lease;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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

/** What becomes of a lease: renewed, taken over, ended. */
@ProcessTest
class LeaseHttpTest {
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
  void renewedLeaseIsFollowedByAnother() {
    String lease = lease();
    Answer next =
        desk.post(officer, lease + "/renew", null, "{\"months\":24,\"reason\":\"Thuê tiếp\"}");
    assertThat(next.status()).as("%s", next.json()).isEqualTo(201);
    assertThat(next.json().path("from").asString()).isEqualTo("2028-01-01");
    assertThat(next.json().path("until").asString()).isEqualTo("2029-12-31");
    assertThat(next.json().path("status").asString()).isEqualTo("RUNNING");
    assertThat("/api/v1/leases/" + next.json().path("follows").asLong()).isEqualTo(lease);
    assertThat(status(lease)).isEqualTo("RENEWED");
    Answer again = desk.post(officer, lease + "/renew", null, "{\"months\":1,\"reason\":\"x\"}");
    assertThat(again.type()).isEqualTo("/problems/tenancy/wrong-state");
    assertThat(desk.get(person, "/api/v1/leases").json().path("leases")).hasSize(2);
    assertThat(market.doubleBookings()).isZero();
  }

  @Test
  void renewalThatSomebodyElseIsInTheWayOfIsRefusedWithItsPeriod() {
    String lease = lease();
    String later = Market.wish(floor, 0, 1).replace("2027-01-01", "2028-03-01");
    assertThat(desk.post(officer, "/api/v1/holds", null, later).status()).isEqualTo(201);
    Answer refused =
        desk.post(officer, lease + "/renew", null, "{\"months\":24,\"reason\":\"Thuê tiếp\"}");
    assertThat(refused.type()).isEqualTo("/problems/space/bay-taken");
    assertThat(refused.json().path("from").asString()).isEqualTo("2028-03-01");
    assertThat(status(lease)).isEqualTo("RUNNING");
  }

  @Test
  void leaseTakenOverIsSplitBetweenTwoFirms() {
    String lease = lease();
    String heir = market.firm();
    Answer next =
        desk.post(
            officer,
            lease + "/transfer",
            null,
            "{\"firm\":\"" + heir + "\",\"from\":\"2027-07-01\",\"reason\":\"Chuyển nhượng\"}");
    assertThat(next.status()).as("%s", next.json()).isEqualTo(201);
    assertThat(next.json().path("firm").asString()).isEqualTo(heir);
    assertThat(next.json().path("from").asString()).isEqualTo("2027-07-01");
    assertThat(next.json().path("until").asString()).isEqualTo("2027-12-31");
    Answer old = desk.get(person, lease);
    assertThat(old.json().path("status").asString()).isEqualTo("TRANSFERRED");
    assertThat(old.json().path("until").asString()).isEqualTo("2027-06-30");
    assertThat(desk.get(person, next.header("Location")).status()).isEqualTo(404);
    assertThat(desk.get(market.personOf(heir), next.header("Location")).status()).isEqualTo(200);
    assertThat(market.doubleBookings()).isZero();
  }

  @Test
  void endedLeaseFreesTheBaysFromTheNextDay() {
    String lease = lease();
    Answer ended =
        desk.post(
            officer,
            lease + "/end",
            null,
            "{\"lastDay\":\"2027-03-31\",\"reason\":\"Trả mặt bằng\"}");
    assertThat(ended.status()).as("%s", ended.json()).isEqualTo(200);
    assertThat(ended.json().path("status").asString()).isEqualTo("ENDED");
    assertThat(ended.json().path("until").asString()).isEqualTo("2027-03-31");
    assertThat(ended.json().path("endedOn").asString()).isEqualTo("2027-03-31");
    String next = Market.wish(floor, 0, 1).replace("2027-01-01", "2027-04-01");
    assertThat(desk.post(officer, "/api/v1/holds", null, next).status()).isEqualTo(201);
    assertThat(
            jdbc.sql(
                    """
                    select detail ->> 'reason' from platform.audit
                    where subject_type = 'lease' and subject_id = :id and action = 'lease.ended'
                      and actor = :officer""")
                .param("id", lease.substring(lease.lastIndexOf('/') + 1))
                .param("officer", officer)
                .query(String.class)
                .single())
        .isEqualTo("Trả mặt bằng");
    assertThat(market.doubleBookings()).isZero();
  }

  @Test
  void leaseThatEndsBeforeItBeginsNeverBegins() {
    String lease = lease();
    String body = "{\"lastDay\":\"2026-12-31\",\"reason\":\"Không nhận bàn giao\"}";
    assertThat(desk.post(officer, lease + "/end", null, body).status()).isEqualTo(200);
    assertThat(desk.post(officer, "/api/v1/holds", null, Market.wish(floor, 0, 1)).status())
        .isEqualTo(201);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "end | {\"lastDay\":\"2020-01-01\",\"reason\":\"x\"} | 400",
        "end | {\"lastDay\":\"2027-12-31\",\"reason\":\"x\"} | 400",
        "end | {\"lastDay\":\"2027-06-30\"} | 400",
        "end | {\"lastDay\":\"2027-06-30\",\"reason\":\"  \"} | 400",
        "renew | {\"months\":0,\"reason\":\"x\"} | 400",
        "renew | {\"months\":840,\"reason\":\"x\"} | 422",
        "transfer | {\"firm\":\"DN-0000\",\"from\":\"2027-06-30\",\"reason\":\"x\"} | 422",
        "transfer | {\"firm\":\"DN-0000\",\"from\":\"2028-06-30\",\"reason\":\"x\"} | 400"
      })
  void whatMakesNoSenseIsRefused(String action, String body, int status) {
    String lease = lease();
    Answer refused = desk.post(officer, lease + "/" + action, null, body);
    assertThat(refused.status()).as("%s", refused.json()).isEqualTo(status);
    assertThat(status(lease)).isEqualTo("RUNNING");
  }

  @Test
  void onlyOfficersChangeLeasesAndOnlyTheFirmAndTheyReadThem() {
    String lease = lease();
    String body = "{\"lastDay\":\"2027-06-30\",\"reason\":\"x\"}";
    for (String action : List.of("end", "renew", "transfer")) {
      assertThat(desk.post(null, lease + "/" + action, null, body).status()).isEqualTo(401);
      assertThat(desk.post(person, lease + "/" + action, null, body).status()).isEqualTo(403);
      assertThat(desk.post(market.account(Role.ADMIN), lease + "/" + action, null, body).status())
          .isEqualTo(403);
    }
    assertThat(desk.get(null, lease).status()).isEqualTo(401);
    assertThat(desk.get(market.personOf(market.firm()), lease).status()).isEqualTo(404);
    assertThat(desk.get(market.account(Role.PLANNER), "/api/v1/leases").status()).isEqualTo(403);
    assertThat(desk.post(officer, lease + "/end", "\"0-0\"", body).status()).isEqualTo(412);
    assertThat(desk.post(officer, "/api/v1/leases/987654321/end", null, body).status())
        .isEqualTo(404);
  }

  private String lease() {
    return market.lease(desk, person, officer, floor);
  }

  private String status(String lease) {
    return desk.get(officer, lease).json().path("status").asString();
  }
}
