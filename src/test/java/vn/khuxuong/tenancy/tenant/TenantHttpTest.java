package vn.khuxuong.tenancy.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.khuxuong.KhuxuongTest;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.platform.security.Role;
import vn.khuxuong.zoning.PlanDesk;
import vn.khuxuong.zoning.PlanDesk.Answer;

/** Who is in a building: for staff, and for nobody else. */
@KhuxuongTest
class TenantHttpTest {
  private static final String BUILDING = "/api/v1/buildings/TT-B";
  private static final String DAY = "on=2026-11-24";

  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private JdbcClient jdbc;
  private PlanDesk desk;

  @BeforeEach
  void sitDown() {
    desk = new PlanDesk(port, accounts);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tenants", "rollover", "vacancy", "rollover?f=csv", "vacancy?f=csv"})
  void onlyStaffMayRead(String what) {
    String path = BUILDING + "/" + what;
    assertThat(desk.get(null, path).status()).isEqualTo(401);
    for (Role role : new Role[] {Role.FIRM, Role.PLANNER, Role.APPROVER}) {
      Answer refused = desk.get(desk.person(role), path);
      assertThat(refused.status()).as("%s", role).isEqualTo(403);
      assertThat(new String(refused.raw().body(), StandardCharsets.UTF_8))
          .doesNotContain("Minh Họa", "area_m2", "areaM2");
    }
    for (Role role : new Role[] {Role.OFFICER, Role.ADMIN}) {
      Answer answer = desk.get(desk.person(role), path);
      assertThat(answer.status()).as("%s", role).isEqualTo(200);
      assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }
  }

  @Test
  void tenantsCarryTheFirmsThatThePublicNeverSees() {
    JsonNode tenants =
        desk.get(desk.person(Role.OFFICER), BUILDING + "/tenants?" + DAY).json().path("tenants");
    assertThat(tenants.size()).isPositive();
    String open = text(desk.get(null, BUILDING + "?" + DAY));
    String sheet = text(desk.get(null, "/units/TT-B/3/0-1"));
    int named = 0;
    for (JsonNode tenant : tenants) {
      assertThat(tenant.path("areaM2").asDouble()).isPositive();
      if (tenant.path("kind").asString().equals("LEASE")) {
        named++;
        assertThat(tenant.path("nameVi").asString()).startsWith("Công ty");
        assertThat(tenant.path("contractNo").asString()).isNotBlank();
        for (String secret : new String[] {"nameVi", "nameEn", "contractNo", "firm"}) {
          assertThat(open).doesNotContain(tenant.path(secret).asString());
          assertThat(sheet).doesNotContain(tenant.path(secret).asString());
        }
      }
    }
    assertThat(named).isPositive();
  }

  @Test
  void everyLeaseOfTheStackingPlanHasItsTenant() {
    JsonNode tenants =
        desk.get(desk.person(Role.OFFICER), BUILDING + "/tenants?" + DAY).json().path("tenants");
    long claims = 0;
    for (JsonNode floor : desk.get(null, BUILDING + "?" + DAY).json().path("floors")) {
      claims += floor.path("occupancies").size();
    }
    assertThat(tenants).hasSize((int) claims);
  }

  @Test
  void rolloverSumsToWhatIsLet() {
    JsonNode rollover = desk.get(desk.person(Role.OFFICER), BUILDING + "/rollover?" + DAY).json();
    double ending =
        rollover.path("years").valueStream().mapToDouble(y -> y.path("areaM2").asDouble()).sum();
    assertThat(ending).isCloseTo(rollover.path("letM2").asDouble(), within(0.01));
    int first = rollover.path("years").path(0).path("year").asInt();
    for (int i = 0; i < rollover.path("years").size(); i++) {
      assertThat(rollover.path("years").path(i).path("year").asInt()).isEqualTo(first + i);
    }
    double rows =
        jdbc.sql(
                """
                select sum(y.area_m2) from space.occupancies o
                join space.floors f on f.id = o.floor_id
                join space.buildings b on b.id = f.building_id
                join space.bays y on y.floor_id = f.id and y.no <@ o.bays
                where b.code = 'TT-B' and o.live and o.kind = 'LEASE'
                  and o.during @> date '2026-11-24'
                  and extract(year from upper(o.during) - 1) = :year""")
            .param("year", first)
            .query(Double.class)
            .single();
    assertThat(rollover.path("years").path(0).path("areaM2").asDouble())
        .isCloseTo(rows, within(0.01));
  }

  @Test
  void vacancyAgreesWithTheStackingPlanOfThatDay() {
    String officer = desk.person(Role.OFFICER);
    JsonNode months =
        desk.get(officer, BUILDING + "/vacancy?from=2027-03-15&to=2028-03-01")
            .json()
            .path("months");
    assertThat(months).hasSize(13);
    for (int i : new int[] {0, 6, 12}) {
      String month = months.path(i).path("month").asString();
      JsonNode floors = desk.get(null, BUILDING + "?on=" + month + "-01").json().path("floors");
      double free = 0;
      for (JsonNode floor : floors) {
        for (JsonNode bay : floor.path("bays")) {
          // a bay that a coming hold or offer waits for is still empty on the day
          boolean claimed =
              floor
                  .path("occupancies")
                  .valueStream()
                  .anyMatch(claim -> covers(claim, bay, month + "-01"));
          boolean empty =
              !claimed
                  && bay.path("rentable").asBoolean()
                  && !bay.path("status").asString().equals("SOON");
          free += empty ? bay.path("areaM2").asDouble() : 0;
        }
      }
      assertThat(months.path(i).path("freeM2").asDouble()).as(month).isCloseTo(free, within(0.01));
    }
  }

  private static boolean covers(JsonNode claim, JsonNode bay, String day) {
    int first = claim.path("firstBay").asInt();
    int no = bay.path("no").asInt();
    return first <= no
        && no < first + claim.path("bayCount").asInt()
        && claim.path("from").asString().compareTo(day) <= 0;
  }

  @Test
  void comesAsCsv() {
    String officer = desk.person(Role.OFFICER);
    Answer rollover = desk.get(officer, BUILDING + "/rollover?f=csv");
    assertThat(rollover.header("Content-Type")).startsWith("text/csv");
    assertThat(rollover.header("Content-Disposition")).contains("TT-B-rollover.csv");
    assertThat(text(rollover)).startsWith("year,leases,area_m2\r\n20");
    assertThat(text(desk.get(officer, BUILDING + "/vacancy?f=csv")))
        .startsWith("month,free_m2\r\n20");
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    String officer = desk.person(Role.OFFICER);
    assertThat(desk.get(officer, "/api/v1/buildings/XX-9/tenants").type())
        .isEqualTo("/problems/space/unknown-building");
    Answer format = desk.get(officer, BUILDING + "/rollover?f=xml");
    assertThat(format.status()).isEqualTo(400);
    assertThat(format.json().path("field").asString()).isEqualTo("f");
    Answer backwards = desk.get(officer, BUILDING + "/vacancy?from=2028-01-01&to=2027-01-01");
    assertThat(backwards.status()).isEqualTo(400);
    assertThat(backwards.json().path("field").asString()).isEqualTo("to");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tenants?on=%2B999999999-12-31",
        "rollover?on=-999999999-01-01",
        "vacancy?on=0001-01-01",
        "vacancy?from=%2B999999999-01-01&to=%2B999999999-12-31",
        "vacancy?to=9999-12-31"
      })
  void refusesDaysFarFromNow(String what) {
    Answer refused = desk.get(desk.person(Role.OFFICER), BUILDING + "/" + what);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(what).contains("?" + refused.json().path("field").asString() + "=");
  }

  private static String text(Answer answer) {
    return new String(answer.raw().body(), StandardCharsets.UTF_8);
  }
}
