package vn.khuxuong.allocation.round;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.khuxuong.allocation.round.RoundDesk.must;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.tenancy.ProcessTest;

/** What the published terms of a round do: kept floors, quotas, the price of a change. */
@ProcessTest
class RoundTermsHttpTest {
  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private JdbcClient jdbc;
  private RoundDesk desk;

  private JsonNode get(String path) {
    return desk.desk.get(desk.officer, path).json();
  }

  private List<String> placed(String url) {
    return get(url)
        .path("placements")
        .valueStream()
        .map(p -> p.path("application").asString())
        .toList();
  }

  private void displaced(int index) {
    jdbc.sql("update tenancy.firms set displaced = true where code = :code")
        .param("code", desk.firms.get(index))
        .update();
  }

  @Test
  void aKeptFloorTakesItsGroupOnlyAndSaysSo() {
    desk = new RoundDesk(port, accounts, jdbc, 3);
    displaced(2);
    String url =
        desk.solved(
            "\"reserves\":[{\"building\":\""
                + desk.building
                + "\",\"level\":1,\"group\":\"DISPLACED\"}],");
    assertThat(placed(url)).containsExactly(desk.applications.get(2));
    JsonNode told = get(url + "/applications/" + desk.applications.get(0));
    assertThat(told.at("/floors/0/rule").asString()).isEqualTo("INDUSTRY");
    assertThat(told.at("/floors/0/vi").asString()).contains("tầng dành riêng cho nhóm ưu tiên");
    assertThat(told.at("/change/verified").asBoolean()).isFalse();
  }

  /** Six firms with more points take all six bays; the quota gives one to a firm with fewer. */
  @Test
  void aQuotaTakesAPlaceFromOneWithMorePointsAndSaysSo() {
    desk = new RoundDesk(port, accounts, jdbc, 7);
    displaced(6);
    jdbc.sql("update tenancy.firms set supporting = false, domestic = false where code = :code")
        .param("code", desk.firms.get(6))
        .update();
    String terms = "\"foreignSharePct\":100,\"points\":{\"displaced\":0},";
    String usual = desk.solved(terms);
    assertThat(placed(usual)).doesNotContain(desk.applications.get(6)).hasSize(6);
    String url = desk.solved(terms + "\"quotas\":[{\"group\":\"DISPLACED\",\"atLeastPct\":10}],");
    assertThat(placed(url)).contains(desk.applications.get(6)).hasSize(6);
    assertThat(get(url).at("/quotas/0/met").asBoolean()).isTrue();
    String waits =
        desk.applications.stream().filter(one -> !placed(url).contains(one)).findFirst().get();
    String reason = get(url + "/applications/" + waits).at("/reason/vi").asString();
    assertThat(reason)
        .contains("đợt này dành ít nhất", "m² cho doanh nghiệp phải di dời")
        .contains("Tại 1 tầng có đơn ít điểm hơn được bố trí");
  }

  @Test
  void aPlaceThatIsTakenMovesOneFirmAndCostsThePublishedPenalty() {
    desk = new RoundDesk(port, accounts, jdbc, 5);
    String url = desk.approved("\"changePenalty\":777,");
    JsonNode first = get(url).at("/placements/0");
    String stranger = desk.market.personOf(desk.market.firm());
    must(
        desk.desk.post(
            stranger,
            "/api/v1/holds",
            null,
            "{\"floor\":"
                + desk.floor
                + ",\"firstBay\":"
                + first.path("firstBay").asInt()
                + ",\"bayCount\":1,\"from\":\"2027-01-01\",\"months\":12}"),
        201);
    desk.solve(url, "rerun");
    assertThat(placed(url)).as("all five still have a place").hasSize(5);
    JsonNode run = get(url + "/runs").at("/runs/1");
    assertThat(run.at("/run/moved").asInt()).isEqualTo(1);
    assertThat(run.path("penalty").asLong()).isEqualTo(777);
    JsonNode chain = desk.desk.get(null, url + "/chain").json();
    assertThat(chain.path("holds").asBoolean()).as("%s", chain).isTrue();
  }

  @Test
  void anOfficerSeesWhoHasLeft() {
    desk = new RoundDesk(port, accounts, jdbc, 7);
    String url = desk.approved("");
    assertThat(get(url + "/steps").path("left")).isEmpty();
    jdbc.sql("update tenancy.applications set status = 'WITHDRAWN' where code in (:codes)")
        .param("codes", List.of(desk.applications.get(2), desk.applications.get(6)))
        .update();
    assertThat(get(url + "/steps").path("left").valueStream().map(JsonNode::asString))
        .as("the seventh had no place to leave")
        .containsExactly(desk.applications.get(2));
  }
}
