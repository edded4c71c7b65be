package vn.khuxuong.allocation.round;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.khuxuong.allocation.round.RoundDesk.must;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.platform.security.Role;
import vn.khuxuong.tenancy.ProcessTest;
import vn.khuxuong.zoning.PlanDesk.Answer;

/** The answer of a round on its floors, and who wanted a bay: seven firms for six bays. */
@ProcessTest
class BoardHttpTest {
  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private JdbcClient jdbc;
  private RoundDesk desk;

  @BeforeEach
  void gather() {
    desk = new RoundDesk(port, accounts, jdbc, 7);
  }

  private Answer get(String who, String path) {
    return desk.desk.get(who, path);
  }

  private static List<String> texts(JsonNode list, String member) {
    return list.valueStream()
        .map(one -> one.path(member).asString(""))
        .collect(Collectors.toList());
  }

  @Test
  void anOfficerReadsWhoIsWhereBeforeAndAfterTheAnswer() {
    String draft = must(desk.draft(""), 201).header("Location");
    assertThat(get(desk.officer, draft + "/board").type())
        .isEqualTo("/problems/allocation/not-yet");
    String url = desk.closed("");
    JsonNode closed = must(get(desk.officer, url + "/board"), 200).json();
    assertThat(closed.path("run").isNull()).isTrue();
    assertThat(closed.path("applicants")).hasSize(7);
    assertThat(texts(closed.path("applicants"), "code")).containsOnly("");
    assertThat(closed.at("/floors/0/bays")).hasSize(6);

    desk.solve(url, "solve");
    JsonNode board = must(get(desk.officer, url + "/board"), 200).json();
    assertThat(board.path("run").asLong()).isPositive();
    assertThat(texts(board.path("applicants"), "code"))
        .containsOnly("PLACED", "OUTSCORED")
        .containsOnlyOnce("OUTSCORED");
    for (JsonNode applicant : board.path("applicants")) {
      boolean placed = applicant.path("code").asString().equals("PLACED");
      assertThat(applicant.path("blocks").size()).isEqualTo(placed ? 1 : 0);
      assertThat(applicant.path("nameVi").asString()).isNotBlank();
      assertThat(applicant.has("start")).isEqualTo(placed);
    }
    JsonNode building = board.path("buildings").get(0);
    assertThat(building.path("code").asString()).isEqualTo(desk.building);
    assertThat(building.path("lon").asDouble()).isBetween(106.0, 108.0);
    assertThat(board.at("/weights/vacantRun").asInt()).isPositive();
  }

  @Test
  void aBayTellsWhoWantedItAndWhyTheyDidNotGetIt() {
    String url = desk.solved("");
    String bay = url + "/bays/" + desk.building + "/1/2";
    JsonNode told = must(get(desk.officer, bay), 200).json();
    assertThat(told.path("state").asString()).isEqualTo("PLACED");
    JsonNode wanting = told.path("wanting");
    assertThat(wanting).hasSize(7);
    assertThat(told.path("others").asInt()).isZero();
    assertThat(wanting.at("/0/application").asString())
        .as("who holds it comes first")
        .isEqualTo(told.path("holder").asString());
    assertThat(texts(wanting, "why"))
        .containsExactlyInAnyOrder(
            "HOLDS", "ELSEWHERE", "ELSEWHERE", "ELSEWHERE", "ELSEWHERE", "ELSEWHERE", "OUTSCORED");
    JsonNode waits =
        wanting
            .valueStream()
            .filter(w -> w.path("why").asString().equals("OUTSCORED"))
            .findFirst()
            .orElseThrow();
    assertThat(waits.path("application").asString()).isEqualTo(desk.applications.get(6));
    assertThat(waits.path("rule").asString()).isEqualTo("H02");
    assertThat(waits.path("margin").asInt()).as("equal points").isZero();
    assertThat(waits.path("vi").asString()).contains("diện tích");
    assertThat(waits.path("en").asString()).isNotBlank();

    jdbc.sql("update tenancy.applications set load_kn_m2 = 999 where code = :c")
        .param("c", desk.applications.get(5))
        .update();
    String other = desk.solved("");
    assertThat(
            texts(
                get(desk.officer, other + bay.substring(url.length())).json().path("wanting"),
                "rule"))
        .as("who listed the zone is told the rule")
        .contains("H06");
  }

  @Test
  void onlyOfficersAskAndOnlyOfBaysThatAreThere() {
    String url = desk.solved("");
    String bay = url + "/bays/" + desk.building;
    for (String path : List.of(url + "/board", bay + "/1/0")) {
      assertThat(get(null, path).status()).as(path).isEqualTo(401);
      for (Role role : List.of(Role.FIRM, Role.PLANNER, Role.APPROVER, Role.ADMIN)) {
        assertThat(get(desk.market.account(role), path).status()).as(path + role).isEqualTo(403);
      }
    }
    for (String absent :
        List.of(bay + "/1/6", bay + "/9/0", bay + "/1/-1", url + "/bays/XX-Y/1/0")) {
      Answer answer = get(desk.officer, absent);
      assertThat(answer.status()).as(absent).isEqualTo(404);
      assertThat(answer.type()).isEqualTo("/problems/allocation/unknown-bay");
    }
    assertThat(get(desk.officer, bay + "/1/x").status()).isEqualTo(400);
  }

  @Test
  void aReasonCarriesItsRuleAndTheChangeThatWasSolvedAgain() {
    jdbc.sql("update tenancy.applications set load_kn_m2 = 999 where code = :c")
        .param("c", desk.applications.get(0))
        .update();
    String url = desk.solved("");
    String path = url + "/applications/";
    JsonNode heavy = must(get(desk.officer, path + desk.applications.get(0)), 200).json();
    assertThat(heavy.at("/floors/0/rule").asString()).isEqualTo("LOAD");
    assertThat(heavy.at("/floors/0/code").asString()).isEqualTo("H06");
    assertThat(heavy.at("/floors/0/left").asBoolean()).isFalse();
    assertThat(heavy.path("of").asInt()).isEqualTo(7);
    assertThat(heavy.at("/change/verified").asBoolean())
        .as("six others fill the six bays, so no change of its own helps")
        .isFalse();
    assertThat(heavy.at("/change/vi").asString()).startsWith("Không có thay đổi nào");
    JsonNode placed = must(get(desk.officer, path + desk.applications.get(1)), 200).json();
    assertThat(placed.path("placements")).hasSize(1);
    assertThat(placed.path("floors")).as("it has what it wished most").isEmpty();
    assertThat(placed.path("change").isNull()).isTrue();

    for (String gone : desk.applications.subList(2, 7)) {
      jdbc.sql("update tenancy.applications set status = 'WITHDRAWN' where code = :c")
          .param("c", gone)
          .update();
    }
    String roomy = desk.solved("");
    JsonNode change =
        get(desk.officer, roomy + "/applications/" + desk.applications.get(0))
            .json()
            .path("change");
    assertThat(change.path("verified").asBoolean()).as("%s", change).isTrue();
    assertThat(change.path("floor").asString()).isEqualTo(desk.building + "/1");
    assertThat(change.path("en").asString()).contains("floor load 999");
  }
}
