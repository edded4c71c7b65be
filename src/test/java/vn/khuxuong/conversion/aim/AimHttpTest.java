package vn.khuxuong.conversion.aim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import vn.khuxuong.conversion.ConversionDesk;
import vn.khuxuong.conversion.ConversionTown;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.platform.security.Role;
import vn.khuxuong.tenancy.ProcessTest;
import vn.khuxuong.zoning.PlanDesk.Answer;

/** What zones are to become, over HTTP on a real database. */
@ProcessTest
class AimHttpTest {
  private static final String PATH = ConversionDesk.PATH;

  private static final String SECTOR =
      "{\"vsic\":\"%s\",\"aim\":\"%s\",\"validFrom\":\"%s\",\"nameVi\":\"Điện tử\","
          + "\"nameEn\":\"Electronics\",\"source\":\"Quyết định 1\"}";
  private static final String MILESTONE =
      "{\"state\":\"%s\",\"day\":%s,\"dayPrecision\":\"%s\",\"titleVi\":\"Trình đề án thử\","
          + "\"titleEn\":\"Scheme handed in\",\"source\":\"Tờ trình 1\",\"replaces\":%s}";

  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private JdbcClient jdbc;
  private ConversionDesk at;

  @BeforeEach
  void sitDown() {
    at = new ConversionDesk(port, accounts, jdbc);
  }

  @Test
  void fiveZonesSayWhatTheyAreToBecomeWithSourcesAndUnknownStaysUnknown() {
    JsonNode zones = at.desk().get(null, PATH).json().path("zones");
    List<String> codes = new ArrayList<>();
    zones.forEach(zone -> codes.add(zone.path("zone").path("code").asString()));
    assertThat(codes).contains("TT", "TB", "HP", "CL", "BC");
    JsonNode tanBinh = at.desk().get(null, PATH + "/TB").json().path("aim");
    JsonNode green = tanBinh.path("shares").get(0);
    assertThat(green.path("code").asString()).isEqualTo("GREEN");
    assertThat(green.path("nowPct").asDouble()).isCloseTo(100 * 8.51 / 133.53, within(0.005));
    assertThat(green.path("status").asString()).isEqualTo("NOT_MET");
    assertThat(green.path("sourceStatus").asString()).isEqualTo("TO_BE_CONFIRMED");
    assertThat(tanBinh.path("shares").get(1).path("status").asString()).isEqualTo("MET");
    for (int unknown : new int[] {2, 3}) {
      assertThat(tanBinh.path("shares").get(unknown).path("nowPct").isNull()).isTrue();
      assertThat(tanBinh.path("shares").get(unknown).path("status").asString())
          .isEqualTo("UNKNOWN");
    }
    assertThat(tanBinh.path("ecoTests").size()).isEqualTo(9);
    tanBinh
        .path("ecoTests")
        .forEach(test -> assertThat(test.path("status").asString()).isEqualTo("UNKNOWN"));
    assertThat(tanBinh.path("sectors").size()).isEqualTo(10);
    tanBinh
        .path("sectors")
        .forEach(
            one -> assertThat(one.path("sourceStatus").asString()).isEqualTo("TO_BE_CONFIRMED"));
    assertThat(at.desk().get(null, PATH + "/PVH").status()).isEqualTo(404);
    assertThat(at.desk().get(null, PATH + "/PVH").type())
        .endsWith("/problems/conversion/unknown-zone");
  }

  @Test
  void planInForceSaysTheSharesOfAZone() {
    ConversionTown town = new ConversionTown(jdbc, at.market(), "2060-12-31");
    town.plan(1, "GREEN", "2026-01-01");
    JsonNode shares =
        at.desk().get(null, PATH + "/" + town.code()).json().path("aim").path("shares");
    assertThat(shares.get(0).path("nowPct").asDouble()).isEqualTo(100);
    assertThat(shares.get(0).path("basis").asString()).isEqualTo("PLAN");
    assertThat(shares.get(1).path("nowPct").asDouble()).isZero();
    assertThat(shares.get(1).path("status").asString()).isEqualTo("NOT_MET");
  }

  @Test
  void officersWriteWhatAZoneIsToBecomeAndLaterRowsCountFromTheirDay() {
    ConversionTown town = new ConversionTown(jdbc, at.market(), "2060-12-31");
    String zone = PATH + "/" + town.code();
    String wanted =
        "{\"vsic\":\"26\",\"aim\":\"%s\",\"validFrom\":\"%s\",\"nameVi\":\"Điện tử\","
            + "\"nameEn\":\"Electronics\",\"source\":\"Quyết định 1\"}";
    Answer made =
        at.desk()
            .post(
                at.officer(), zone + "/sectors", null, wanted.formatted("PHASE_OUT", "2026-01-01"));
    assertThat(made.status()).isEqualTo(201);
    at.desk().post(at.officer(), zone + "/sectors", null, wanted.formatted("WANTED", "2026-06-01"));
    at.desk()
        .post(at.officer(), zone + "/sectors", null, wanted.formatted("PHASE_OUT", "2090-01-01"));
    JsonNode sectors = at.desk().get(null, zone).json().path("aim").path("sectors");
    assertThat(sectors.size()).isEqualTo(1);
    assertThat(sectors.get(0).path("aim").asString()).isEqualTo("WANTED");
    String found =
        "{\"test\":\"RECP_AWARE\",\"status\":\"MET\",\"value\":93,%s\"asOf\":\"2026-10-01\"}";
    Answer bare = at.desk().post(at.officer(), zone + "/eco-findings", null, found.formatted(""));
    assertThat(bare.status()).isEqualTo(400);
    assertThat(bare.json().path("field").asString()).isEqualTo("evidence");
    String evidence = "\"evidence\":\"Khảo sát tháng 9\",";
    assertThat(
            at.desk()
                .post(at.officer(), zone + "/eco-findings", null, found.formatted(evidence))
                .status())
        .isEqualTo(201);
    JsonNode test = at.desk().get(null, zone).json().path("aim").path("ecoTests").get(4);
    assertThat(test.path("status").asString()).isEqualTo("MET");
    assertThat(test.path("value").asDouble()).isEqualTo(93);
    assertThat(at.audits("conversion.sector-set", town.code())).isEqualTo(3);
    JsonNode layer = at.onceTold(town, "eco_met");
    assertThat(layer.path("eco_met").asInt()).isEqualTo(1);
    assertThat(layer.path("wanted").asString()).isEqualTo("26");
  }

  @Test
  void changeOfTheConversionMovesItsLayerAndNoOther() {
    ConversionTown town = new ConversionTown(jdbc, at.market(), "2060-12-31");
    long floor = town.floor(1);
    for (String bays : new String[] {"[0,0]", "[1,1]"}) {
      at.decide(town, town.tenant(floor, bays, "2033-05-31"), "KEEP", null);
    }
    assertThat(at.layer(town).path("verdicts_decided").isNumber()).isFalse();
    long revision = at.revision();
    at.decide(town, town.tenant(floor, "[2,2]", "2033-05-31"), "KEEP", null);
    assertThat(at.onceTold(town, "verdicts_decided").path("verdicts_decided").asInt()).isEqualTo(3);
    assertThat(
            jdbc.sql(
                    """
                    select count(*) from platform.data_changes
                    where revision > :revision and layers = array['conversions']""")
                .param("revision", revision)
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void sectorOfADayToComeCountsFromThatDayOn() {
    ConversionTown town = new ConversionTown(jdbc, at.market(), "2060-12-31");
    String zone = PATH + "/" + town.code();
    for (String bays : new String[] {"[0,0]", "[1,1]", "[2,2]"}) {
      town.profile(
          town.tenant(town.floor(bays.charAt(1) - '0' + 1), bays, "2035-06-30"), "2610", 9, 9);
    }
    JsonNode now =
        add("sectors", town, SECTOR.formatted("26", "WANTED", "2030-01-01"), null).json();
    assertThat(now.path("sectors").size()).isZero();
    assertThat(now.path("upcoming").get(0).path("validFrom").asString()).isEqualTo("2030-01-01");
    assertThat(at.desk().get(null, zone + "?on=2029-12-31").json().at("/aim/sectors").size())
        .isZero();
    JsonNode then = at.desk().get(null, zone + "?on=2030-01-01").json();
    assertThat(then.at("/aim/sectors/0/aim").asString()).isEqualTo("WANTED");
    assertThat(then.at("/aim/upcoming").size()).isZero();
    // what it means for tenants is asked as on that day too, by staff alone
    assertThat(then.at("/aggregates/wantedPct").isNull()).isTrue();
    JsonNode told = at.desk().get(at.management(), zone + "?on=2030-01-01").json();
    assertThat(told.at("/aggregates/wantedPct").asDouble()).isEqualTo(100);
    assertThat(at.desk().get(at.management(), zone).json().at("/aggregates/wantedPct").asDouble())
        .isZero();
    for (String day : new String[] {"2029-12-31", "2030-01-01"}) {
      JsonNode tenant =
          at.desk().get(at.management(), zone + "/tenants?on=" + day).json().at("/tenants/0");
      assertThat(tenant.at("/proposal/contributions/0/value").asDouble())
          .as(day)
          .isEqualTo(day.endsWith("31") ? 0.5 : 1);
      JsonNode columns =
          at.desk()
              .get(at.management(), ConversionDesk.SCENARIOS + "/compare?on=" + day)
              .json()
              .path("columns");
      assertThat(ConversionDesk.zone(columns.get(0), town.code()).path("wantedM2").asDouble() > 0)
          .as(day)
          .isEqualTo(day.endsWith("01"));
    }
    assertThat(at.desk().get(null, zone + "?on=2030-02-30").status()).isEqualTo(400);
  }

  @Test
  @Transactional
  void mapHearsOfASectorOnTheDayOnWhichItBegins() {
    ConversionTown town = new ConversionTown(jdbc, at.market(), "2060-12-31");
    jdbc.sql(
            """
            insert into conversion.sectors (zone_code, vsic, aim, valid_from, name_vi, name_en,
              source_vi, source_en, source_status, data_status, recorded_by)
            select :zone, '26', 'WANTED', day + 2, 'x', 'x', 'x', 'x', 'CONFIRMED', 'OFFICIAL', 'x'
            from derived.state""")
        .param("zone", town.code())
        .update();
    settle();
    assertThat(told(1)).isZero();
    assertThat(told(1)).isEqualTo(1);
    assertThat(told(1)).isZero();
    assertThat(told(-3)).isEqualTo(1);
  }

  /** How often the layer of zones is told of when the day of the copies moves. */
  private long told(int days) {
    long revision = at.revision();
    jdbc.sql("select derived.refresh_due((select day + :days from derived.state), 0)")
        .param("days", days)
        .query(Integer.class)
        .single();
    settle();
    return jdbc.sql(
            """
            select count(*) from platform.data_changes
            where revision > :revision and layers = array['conversions']""")
        .param("revision", revision)
        .query(Long.class)
        .single();
  }

  private void settle() {
    jdbc.sql("set constraints all immediate").update();
    jdbc.sql("set constraints all deferred").update();
  }

  @Test
  void milestonesAreAddedMovedDoneAndWithdrawn() {
    ConversionTown town = new ConversionTown(jdbc, at.market(), "2060-12-31");
    Answer made =
        add(
            "milestones",
            town,
            MILESTONE.formatted("PLANNED", "\"2027-06-01\"", "MONTH", "null"),
            null);
    assertThat(made.status()).as("%s", made.json()).isEqualTo(201);
    JsonNode first = own(made, town);
    assertThat(first.path("dayPrecision").asString()).isEqualTo("MONTH");
    Answer moved =
        add(
            "milestones",
            town,
            MILESTONE.formatted("PLANNED", "\"2027-09-15\"", "DAY", first.path("id")),
            null);
    JsonNode second = own(moved, town);
    assertThat(second.path("day").asString()).isEqualTo("2027-09-15");
    // a wording that was replaced is not replaced again
    Answer twice =
        add(
            "milestones",
            town,
            MILESTONE.formatted("PLANNED", "null", "DAY", first.path("id")),
            null);
    assertThat(twice.json().path("field").asString()).isEqualTo("replaces");
    Answer early =
        add(
            "milestones",
            town,
            MILESTONE.formatted("DONE", "\"2090-01-01\"", "DAY", second.path("id")),
            null);
    assertThat(early.json().path("field").asString()).isEqualTo("day");
    Answer done =
        add(
            "milestones",
            town,
            MILESTONE.formatted("DONE", "\"2026-01-15\"", "DAY", second.path("id")),
            null);
    JsonNode third = own(done, town);
    assertThat(third.path("state").asString()).isEqualTo("DONE");
    Answer withdrawn =
        add(
            "milestones",
            town,
            "{\"state\":\"WITHDRAWN\",\"source\":\"Ghi nhầm khu\",\"replaces\":"
                + third.path("id")
                + "}",
            null);
    assertThat(withdrawn.status()).isEqualTo(201);
    assertThat(withdrawn.json().toString()).doesNotContain("Trình đề án thử");
    assertThat(at.audits("conversion.milestone-set", town.code())).isEqualTo(4);
  }

  private static JsonNode own(Answer made, ConversionTown town) {
    for (JsonNode one : made.json().path("milestones")) {
      if (one.path("zone").asString("").equals(town.code())) {
        return one;
      }
    }
    throw new AssertionError(made.json());
  }

  @Test
  void targetBalanceAndResponsibleOfAZoneCountForItAlone() {
    ConversionTown town = new ConversionTown(jdbc, at.market(), "2060-12-31");
    ConversionTown other = new ConversionTown(jdbc, at.market(), "2060-12-31");
    Answer target =
        add(
            "share-targets",
            town,
            "{\"code\":\"GREEN\",\"targetPct\":15.5,\"validFrom\":\"2026-01-01\",\"source\":\"QĐ 2\"}",
            null);
    assertThat(target.json().at("/shares/0/targetPct").asDouble()).isEqualTo(15.5);
    assertThat(target.json().at("/shares/0/own").asBoolean()).isTrue();
    Answer balance =
        add(
            "balances",
            town,
            "{\"asOf\":\"2026-06-30\",\"grossHa\":200,\"greenHa\":30,\"roadHa\":20,\"source\":\"Báo cáo\",\"sourceStatus\":\"TO_BE_CONFIRMED\"}",
            null);
    assertThat(balance.json().at("/shares/0/nowPct").asDouble()).isEqualTo(15);
    assertThat(balance.json().at("/shares/0/status").asString()).isEqualTo("NOT_MET");
    assertThat(balance.json().at("/shares/1/status").asString()).isEqualTo("MET");
    assertThat(balance.json().at("/shares/2/status").asString()).isEqualTo("UNKNOWN");
    Answer lead =
        add(
            "responsibles",
            town,
            "{\"role\":\"LEAD\",\"nameVi\":\"Tổ chuyển đổi\",\"nameEn\":\"Task force\",\"validFrom\":\"2026-01-01\",\"source\":\"QĐ 3\"}",
            null);
    assertThat(lead.json().at("/responsibles").toString()).contains("Task force");
    JsonNode elsewhere = at.desk().get(null, PATH + "/" + other.code()).json().path("aim");
    assertThat(elsewhere.at("/shares/0/own").asBoolean()).isFalse();
    assertThat(elsewhere.at("/shares/0/nowPct").isNull()).isTrue();
    assertThat(elsewhere.toString()).doesNotContain("Task force");
  }

  @Test
  void whoWritesWhatSomebodyElseHasChangedIsTold() {
    ConversionTown town = new ConversionTown(jdbc, at.market(), "2060-12-31");
    String first = SECTOR.formatted("26", "WANTED", "2026-01-01");
    assertThat(add("sectors", town, first, "\"sectors-0\"").status()).isEqualTo(201);
    Answer stale = add("sectors", town, first, "\"sectors-0\"");
    assertThat(stale.status()).isEqualTo(412);
    assertThat(stale.json().path("etag").asString()).isEqualTo("\"sectors-1\"");
    // another part is not concerned
    Answer eco =
        add(
            "eco-findings",
            town,
            "{\"test\":\"REPORT\",\"status\":\"UNKNOWN\",\"asOf\":\"2026-01-01\"}",
            "\"ecoTests-0\"");
    assertThat(eco.status()).isEqualTo(201);
    assertThat(eco.json().at("/versions/sectors").asInt()).isEqualTo(1);
    for (String reader : new String[] {at.management(), at.desk().person(Role.PLANNER)}) {
      assertThat(
              at.desk().post(reader, PATH + "/" + town.code() + "/sectors", null, first).status())
          .isEqualTo(403);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sectors|{'vsic':'2','aim':'WANTED','validFrom':'2026-01-01'}|vsic",
        "sectors|{'vsic':'26','aim':'MAYBE','validFrom':'2026-01-01'}|aim",
        "sectors|{'vsic':'26','aim':'WANTED','validFrom':'1/1/2026'}|validFrom",
        "sectors|{'vsic':'26','aim':'WANTED','validFrom':'2026-01-01','nameVi':'a','nameEn':' '}|nameEn",
        "share-targets|{'code':'LAKE','targetPct':5,'validFrom':'2026-01-01','source':'x'}|code",
        "share-targets|{'code':'GREEN','targetPct':101,'validFrom':'2026-01-01','source':'x'}|targetPct",
        "share-targets|{'code':'GREEN','targetPct':5,'validFrom':'2026-01-01','source':'x','sourceStatus':'SURE'}|sourceStatus",
        "balances|{'asOf':'2090-01-01','grossHa':5,'source':'x'}|asOf",
        "balances|{'asOf':'2026-01-01','grossHa':0,'source':'x'}|grossHa",
        "balances|{'asOf':'2026-01-01','grossHa':5,'greenHa':6,'source':'x'}|greenHa",
        "balances|{'asOf':'2026-01-01','grossHa':5,'greenHa':3,'roadHa':3,'source':'x'}|techHa",
        "milestones|{'state':'WITHDRAWN','source':'x'}|replaces",
        "milestones|{'state':'DONE','titleVi':'a','titleEn':'a','source':'x'}|day",
        "milestones|{'state':'PLANNED','titleVi':'a','titleEn':'a','source':'x','replaces':999999999}|replaces",
        "responsibles|{'role':'CHIEF','nameVi':'a','nameEn':'a','validFrom':'2026-01-01','source':'x'}|role",
        "eco-findings|{'test':'LUCK','status':'MET','asOf':'2026-01-01'}|test",
        "eco-findings|{'test':'REPORT','status':'MET','asOf':'2090-01-01'}|asOf"
      })
  void whatIsNotRightIsRefusedByItsField(String what, String body, String field) {
    ConversionTown town = new ConversionTown(jdbc, at.market(), "2060-12-31");
    Answer refused = add(what, town, body.replace('\'', '"'), null);
    assertThat(refused.status()).as("%s", refused.json()).isEqualTo(400);
    assertThat(refused.json().path("field").asString()).isEqualTo(field);
  }

  private Answer add(String what, ConversionTown town, String body, @Nullable String ifMatch) {
    return at.desk().post(at.officer(), PATH + "/" + town.code() + "/" + what, ifMatch, body);
  }
}
