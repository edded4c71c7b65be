package vn.khuxuong.allocation.round;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.khuxuong.conversion.ConversionTown;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.tenancy.ProcessTest;

/** A firm that has to leave a zone in conversion comes into the next round as displaced. */
@ProcessTest
class RelocationHttpTest {
  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private JdbcClient jdbc;

  @Test
  void decisionToMoveIsInTheFrozenInputOfTheNextRound() {
    RoundDesk desk = new RoundDesk(port, accounts, jdbc, 2);
    String leaves = desk.firms.get(0);
    String stays = desk.firms.get(1);
    ConversionTown town = new ConversionTown(jdbc, desk.market, "2060-12-31");
    long floor = town.floor(1);
    town.lease(leaves, floor, "[0,0]", "[2026-01-01,2035-06-30]");
    town.lease(stays, floor, "[1,1]", "[2026-01-01,2035-06-30]");
    decide(desk, town, leaves, "MOVE");
    decide(desk, town, stays, "KEEP");
    JsonNode relocation =
        desk.desk
            .get(desk.officer, "/api/v1/conversions/scenarios/compare")
            .json()
            .at("/columns/0/zones");
    assertThat(relocation.toString())
        .contains("\"application\":\"" + desk.applications.get(0) + "\"")
        .doesNotContain("\"application\":\"" + desk.applications.get(1) + "\"");
    String url = desk.closed("");
    JsonNode input = desk.desk.get(desk.officer, url + "/input").json();
    assertThat(displaced(input, desk.applications.get(0), leaves)).isTrue();
    assertThat(displaced(input, desk.applications.get(1), stays)).isFalse();
  }

  private static void decide(RoundDesk desk, ConversionTown town, String firm, String verdict) {
    RoundDesk.must(
        desk.desk.post(
            desk.officer,
            "/api/v1/conversions/" + town.code() + "/tenants/" + firm + "/decisions",
            null,
            "{\"verdict\":\"" + verdict + "\",\"reason\":\"Đề án\",\"signedBy\":\"A\"}"),
        201);
  }

  private static boolean displaced(JsonNode input, String application, String firm) {
    for (JsonNode one : input.path("firms")) {
      String text = one.toString();
      if (text.contains("\"" + application + "\"") || text.contains("\"" + firm + "\"")) {
        return one.at("/flags/displaced").asBoolean();
      }
    }
    throw new AssertionError(input.path("firms"));
  }
}
