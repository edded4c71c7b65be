package vn.khuxuong.tenancy.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.platform.security.Role;
import vn.khuxuong.tenancy.Market;
import vn.khuxuong.tenancy.ProcessTest;
import vn.khuxuong.tenancy.RoundOffers;
import vn.khuxuong.zoning.PlanDesk;
import vn.khuxuong.zoning.PlanDesk.Answer;

/** A round splits a firm over two floors: two offers, of which one answer binds both. */
@ProcessTest
class SplitOfferHttpTest {
  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private JdbcClient jdbc;
  @Autowired private RoundOffers offers;

  private PlanDesk desk;
  private String person;
  private String officer;
  private String application;
  private List<Long> made;

  @BeforeEach
  void split() {
    desk = new PlanDesk(port, accounts);
    Market market = new Market(jdbc, desk.password());
    officer = market.account(Role.OFFICER);
    long floor = market.floor();
    market.floorAbove(floor);
    String firm = market.firm();
    person = market.personOf(firm);
    application = market.application(firm, floor, 1);
    String building = market.building(floor);
    made =
        offers.offer(
            application,
            List.of(
                new RoundOffers.Place(building, 1, 0, 1, 0.5),
                new RoundOffers.Place(building, 2, 0, 1, 0.5)),
            LocalDate.of(2027, 1, 1),
            OffsetDateTime.now(ZoneOffset.UTC).plusDays(5),
            officer);
  }

  @Test
  void acceptingEitherSignsBoth() {
    for (int i = 0; i < 2; i++) {
      assertThat(desk.get(person, path(i, "")).json().path("togetherWith").asLong())
          .isEqualTo(made.get(1 - i));
    }
    Answer accepted = desk.post(person, path(1, "/accept"), null, "");
    assertThat(accepted.status()).as("%s", accepted.json()).isEqualTo(200);
    assertThat(statuses()).containsExactly("ACCEPTED", "ACCEPTED");
    assertThat(
            jdbc.sql("select count(*) from tenancy.leases where offer_id = any (:offers)")
                .param("offers", made.toArray(Long[]::new))
                .query(Long.class)
                .single())
        .isEqualTo(2);
    assertThat(applicationStatus()).isEqualTo("LEASED");
    assertThat(desk.post(person, path(0, "/accept"), null, "").status())
        .as("again, by the other letter")
        .isEqualTo(200);
  }

  @Test
  void decliningEitherGivesBothBack() {
    Answer declined = desk.post(person, path(0, "/decline"), null, "{\"reason\":\"Xa quá\"}");
    assertThat(declined.status()).as("%s", declined.json()).isEqualTo(200);
    assertThat(statuses()).containsExactly("DECLINED", "DECLINED");
    assertThat(applicationStatus()).isEqualTo("DECLINED");
    assertThat(desk.post(person, path(1, "/accept"), null, "").status()).isEqualTo(409);
    assertThat(liveClaims()).isZero();
  }

  @Test
  void withdrawingEitherTakesBothBack() {
    Answer back = desk.post(officer, path(1, "/withdraw"), null, "{\"reason\":\"Nhầm\"}");
    assertThat(back.status()).as("%s", back.json()).isEqualTo(200);
    assertThat(statuses()).containsExactly("WITHDRAWN", "WITHDRAWN");
    assertThat(applicationStatus()).isEqualTo("ELIGIBLE");
    assertThat(liveClaims()).isZero();
  }

  @Test
  void whatCannotBeSignedWholeIsNotSignedAtAll() {
    jdbc.sql(
            "update space.occupancies set withdrawn_at = now(), withdrawn_reason = 't' where id ="
                + " (select occupancy_id from tenancy.offers where id = :id)")
        .param("id", made.get(1))
        .update();
    assertThat(desk.post(person, path(0, "/accept"), null, "").status()).isBetween(400, 499);
    assertThat(statuses()).containsExactly("OPEN", "OPEN");
    assertThat(applicationStatus()).isEqualTo("OFFERED");
  }

  private String path(int which, String action) {
    return "/api/v1/offers/" + made.get(which) + action;
  }

  private List<String> statuses() {
    return jdbc.sql("select status from tenancy.offers where id = any (:offers) order by id")
        .param("offers", made.toArray(Long[]::new))
        .query(String.class)
        .list();
  }

  private String applicationStatus() {
    return jdbc.sql("select status from tenancy.applications where code = :code")
        .param("code", application)
        .query(String.class)
        .single();
  }

  private long liveClaims() {
    return jdbc.sql(
            """
            select count(*) from space.occupancies o
            join tenancy.offers t on t.occupancy_id = o.id
            where o.live and t.id = any (:offers)""")
        .param("offers", made.toArray(Long[]::new))
        .query(Long.class)
        .single();
  }
}
