package vn.khuxuong.tenancy.incentive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.platform.security.Role;
import vn.khuxuong.space.InventedTown;
import vn.khuxuong.tenancy.Market;
import vn.khuxuong.tenancy.ProcessTest;
import vn.khuxuong.zoning.PlanDesk;
import vn.khuxuong.zoning.PlanDesk.Answer;

/** Money of leases on record: both reckonings agree, the cut follows the contract. */
@ProcessTest
class LeaseMoneyHttpTest {
  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private JdbcClient jdbc;

  private PlanDesk desk;
  private Market market;
  private InventedTown town;
  private long floor;
  private String firm;
  private String person;
  private String officer;

  @BeforeEach
  void open() {
    desk = new PlanDesk(port, accounts);
    market = new Market(jdbc, desk.password());
    town = new InventedTown(jdbc);
    floor = market.floor();
    firm = market.firm();
    person = market.personOf(firm);
    officer = market.account(Role.OFFICER);
    small();
  }

  @Test
  void leaseFromTheMiddleOfAMonthIsBilledAndCutAsByHand() {
    long lease = lease("[0,1)", "[2027-01-16,2027-04-01)", "2026-12-01", null);
    Answer found = desk.get(person, path(lease));
    assertThat(found.status()).as("%s", found.json()).isEqualTo(200);
    // 200 m² at 114,000: 16 of 31 days, then two months
    assertThat(found.json().path("billVnd").asLong()).isEqualTo(11_767_742 + 2 * 22_800_000);
    assertThat(found.json().path("cutVnd").asLong()).isEqualTo(3_530_323 + 2 * 6_840_000);
    assertThat(found.json().path("afterVnd").asLong()).isEqualTo(8_237_419 + 2 * 15_960_000);
    assertReconciled(found);
    assertThat(found.json().path("conditional").asBoolean(true)).isFalse();
    assertThat(found.json().at("/programme/code").asString()).isEqualTo("RESOLUTION_198");
    assertThat(found.json().path("vi").asString()).contains("01/12/2026").contains("3 tháng");
    String csv =
        new String(desk.get(person, path(lease) + "?f=csv").raw().body(), StandardCharsets.UTF_8);
    assertThat(csv.lines().skip(1).findFirst())
        .contains("2027-01,2027-01-16,2027-01-31,16,31,16,11767742,3530323,8237419");
  }

  @Test
  void cutEndsWithTheSixtiethMonth() {
    long lease = lease("[0,1)", "[2025-07-01,2030-08-01)", "2025-06-10", null);
    JsonNode json = desk.get(person, path(lease)).json();
    assertThat(json.path("billVnd").asLong()).isEqualTo(61 * 22_800_000L);
    // 59 months, and 9 of 30 days of June 2030
    assertThat(json.path("cutVnd").asLong()).isEqualTo(59 * 6_840_000L + 2_052_000);
    assertReconciled(desk.get(officer, path(lease)));
  }

  @Test
  void leaseOlderThanTheLawIsBilledInFullAndSaysWhy() {
    long lease = lease("[0,1)", "[2025-01-01,2028-01-01)", "2024-12-20", null);
    Answer found = desk.get(person, path(lease));
    assertThat(found.json().path("cutVnd").asLong()).isZero();
    assertThat(found.json().path("afterVnd").asLong()).isEqualTo(36 * 22_800_000L);
    assertThat(found.json().path("vi").asString()).contains("17/05/2025").contains("hợp đồng cũ");
    assertReconciled(found);
  }

  @Test
  void renewalDoesNotBeginTheSixtyMonthsAnew() {
    long first = lease("[0,1)", "[2025-07-01,2026-07-01)", "2025-06-10", null);
    long second = lease("[0,1)", "[2026-07-01,2031-07-01)", "2026-06-01", first);
    JsonNode json = desk.get(person, path(second)).json();
    assertThat(json.path("contractOn").asString()).isEqualTo("2025-06-10");
    assertThat(json.path("signedOn").asString()).isEqualTo("2026-06-01");
    // July 2026 to May 2030 are 47 months, and 9 days of June 2030
    assertThat(json.path("cutVnd").asLong()).isEqualTo(47 * 6_840_000L + 2_052_000);
  }

  @Test
  void withoutEvidenceTheCutIsAConditionAndForALargeForeignFirmNothing() {
    long lease = lease("[0,1)", "[2027-01-01,2028-01-01)", "2026-12-01", null);
    jdbc.sql("update tenancy.firms set insured_employees = null where code = :firm")
        .param("firm", firm)
        .update();
    JsonNode missing = desk.get(person, path(lease)).json();
    assertThat(missing.path("conditional").asBoolean(false)).isTrue();
    assertThat(missing.path("cutVnd").asLong()).isEqualTo(12 * 6_840_000L);
    assertThat(missing.path("vi").asString()).startsWith("Còn thiếu");
  }

  @Test
  void rentStepsAreBilledFromTheirDayOn() {
    long lease = lease("[0,1)", "[2027-01-01,2028-01-01)", "2026-12-01", null);
    String steps = "/api/v1/leases/" + lease + "/rent-steps";
    String body = "{\"from\":\"2027-04-16\",\"rentVndM2Month\":120000,\"reason\":\"Phụ lục 1\"}";
    assertThat(desk.post(person, steps, null, body).status()).isEqualTo(403);
    assertThat(desk.post(officer, steps, "\"" + lease + "-9\"", body).status()).isEqualTo(412);
    Answer recorded = desk.post(officer, steps, "\"" + lease + "-1\"", body);
    assertThat(recorded.status()).as("%s", recorded.json()).isEqualTo(200);
    assertReconciled(recorded);
    // April: 15 days at 114,000 and 15 at 120,000 of 200 m²
    assertThat(recorded.json().at("/months/3/billVnd").asLong()).isEqualTo(23_400_000);
    assertThat(recorded.json().path("billVnd").asLong())
        .isEqualTo(3 * 22_800_000L + 23_400_000 + 8 * 24_000_000L);
    assertThat(desk.post(officer, steps, null, body).status()).isEqualTo(409);
    for (String bad :
        new String[] {
          "{\"from\":\"2026-01-01\",\"rentVndM2Month\":1,\"reason\":\"x\"}",
          "{\"from\":\"2028-01-01\",\"rentVndM2Month\":1,\"reason\":\"x\"}",
          "{\"from\":\"2027-06-01\",\"rentVndM2Month\":-1,\"reason\":\"x\"}",
          "{\"from\":\"2027-06-01\",\"rentVndM2Month\":1.5,\"reason\":\"x\"}",
          "{\"from\":\"2027-06-01\",\"rentVndM2Month\":1}",
          "{\"rentVndM2Month\":1,\"reason\":\"x\"}"
        }) {
      assertThat(desk.post(officer, steps, null, bad).status()).as(bad).isEqualTo(400);
    }
    assertThat(
            jdbc.sql(
                    "select count(*) from platform.audit where action = :action and subject_id = :id")
                .param("action", "lease.rent-step-recorded")
                .param("id", String.valueOf(lease))
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void renewedLeaseKeepsTheRentOfItsLastStep() {
    long lease = lease("[0,1)", "[2026-01-01,2027-01-01)", "2025-12-01", null);
    jdbc.sql(
            """
            insert into tenancy.lease_rent_steps values
              (:lease, '2026-03-01', 120000, 'Bậc 1', 'test'),
              (:lease, '2027-06-01', 130000, 'Bậc 2', 'test')""")
        .param("lease", lease)
        .update();
    Answer renewed =
        desk.post(
            officer,
            "/api/v1/leases/" + lease + "/renew",
            null,
            "{\"months\":12,\"reason\":\"Gia hạn\"}");
    assertThat(renewed.status()).as("%s", renewed.json()).isEqualTo(201);
    JsonNode json = desk.get(person, path(renewed.id())).json();
    assertThat(json.at("/months/0/billVnd").asLong()).isEqualTo(200 * 120_000L);
    assertThat(json.at("/months/5/billVnd").asLong()).isEqualTo(200 * 130_000L);
    assertThat(json.path("reconciled").asBoolean(false)).isTrue();
  }

  @Test
  void bothReckoningsAgreeOnLeasesOfAnyShape() {
    Random random = new Random(7);
    for (int i = 0; i < 12; i++) {
      LocalDate from = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(900));
      LocalDate until = from.plusDays(1 + random.nextInt(2400));
      long at = market.floor();
      jdbc.sql("update space.floors set rent_vnd_m2_month = :rent where id = :floor")
          .param("rent", 90_000 + random.nextInt(60_000))
          .param("floor", at)
          .update();
      String bays = random.nextBoolean() ? "[0,1)" : "[0,3)";
      long lease =
          lease(at, bays, "[" + from + "," + until + ")", from.minusDays(20).toString(), null);
      for (int step = 0; step < random.nextInt(4); step++) {
        jdbc.sql(
                """
                insert into tenancy.lease_rent_steps values
                  (:lease, :day, :rent, 'Bậc', 'test') on conflict do nothing""")
            .param("lease", lease)
            .param("day", from.plusDays(random.nextInt(700)))
            .param("rent", 90_000 + random.nextInt(60_000))
            .update();
      }
      assertReconciled(desk.get(officer, path(lease)));
    }
  }

  @Test
  void moneyIsSeenByItsFirmAndOfficersOnly() {
    long lease = lease("[0,1)", "[2027-01-01,2028-01-01)", "2026-12-01", null);
    assertThat(desk.get(null, path(lease)).status()).isEqualTo(401);
    assertThat(desk.get(market.personOf(market.firm()), path(lease)).status()).isEqualTo(404);
    assertThat(desk.get(market.account(Role.PLANNER), path(lease)).status()).isEqualTo(403);
    assertThat(desk.get(officer, path(lease)).status()).isEqualTo(200);
    assertThat(desk.get(officer, path(99_999_999)).status()).isEqualTo(404);
  }

  private static void assertReconciled(Answer answer) {
    JsonNode json = answer.json();
    long sum = 0;
    for (JsonNode month : json.path("months")) {
      sum += month.path("billVnd").asLong();
      assertThat(month.path("billVnd").asLong())
          .isEqualTo(month.path("cutVnd").asLong() + month.path("afterVnd").asLong());
    }
    assertThat(sum).isEqualTo(json.path("scheduleVnd").asLong()).isPositive();
    assertThat(sum).isEqualTo(json.path("billVnd").asLong());
    assertThat(json.path("reconciled").asBoolean(false)).isTrue();
  }

  private void small() {
    jdbc.sql(
            """
            update tenancy.firms set insured_employees = 12, revenue_bn_vnd = 18.5
            where code = :firm""")
        .param("firm", firm)
        .update();
  }

  private static String path(long lease) {
    return "/api/v1/leases/" + lease + "/months";
  }

  private long lease(String bays, String during, String signedOn, Long follows) {
    return lease(floor, bays, during, signedOn, follows);
  }

  private long lease(long at, String bays, String during, String signedOn, Long follows) {
    long claim = town.claim(at, "LEASE", bays, during);
    return jdbc.sql(
            """
            insert into tenancy.leases (firm_id, occupancy_id, contract_no, signed_on,
              rent_usd_m2_month, rent_vnd_m2_month, service_charge_usd_m2_month, follows_id,
              data_status)
            select m.id, :claim, 'T/' || :claim, cast(:signed as date), f.rent_usd_m2_month,
              f.rent_vnd_m2_month, 0.5, :follows, 'ILLUSTRATIVE'
            from tenancy.firms m, space.floors f
            where m.code = :firm and f.id = :floor
            returning id""")
        .param("claim", claim)
        .param("signed", signedOn)
        .param("follows", follows, java.sql.Types.BIGINT)
        .param("firm", firm)
        .param("floor", at)
        .query(Long.class)
        .single();
  }
}
