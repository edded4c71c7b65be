package vn.khuxuong.allocation.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.khuxuong.KhuxuongTest;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.platform.security.Role;
import vn.khuxuong.zoning.PlanDesk;
import vn.khuxuong.zoning.PlanDesk.Answer;

/** What-if beside the demo round, which stays as it is. */
@KhuxuongTest
class ScenarioHttpTest {
  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private JdbcClient jdbc;

  @Test
  void withoutAFloorSomeLeaveAndTheRoundIsUntouched() throws Exception {
    PlanDesk desk = new PlanDesk(port, accounts);
    String officer = desk.person(Role.OFFICER);
    String url = demo(desk);
    JsonNode first = desk.get(null, url).json().at("/placements/0");
    String floor = first.path("buildingCode").asString() + "/" + first.path("level").asInt();
    String before = fingerprint();
    Answer asked =
        desk.post(
            officer,
            url + "/scenarios",
            null,
            "{\"name\":\"Không có tầng này\",\"withoutFloors\":[\""
                + floor
                + "\"],\"iterations\":500}");
    assertThat(asked.status()).as("%s", asked.json()).isEqualTo(202);
    String scenario = asked.header("Location");
    for (int i = 0; i < 1200 && !desk.get(officer, scenario).json().has("difference"); i++) {
      Thread.sleep(150);
    }
    Answer solved = desk.get(officer, scenario);
    JsonNode figures = solved.json().path("figures");
    assertThat(figures.at("/with/areaM2").asLong()).isPositive();
    for (String side : List.of("/with", "/without")) {
      assertThat(figures.at(side + "/bound").asLong())
          .as(side)
          .isGreaterThanOrEqualTo(figures.at(side + "/objective").asLong());
    }
    assertThat(figures.at("/with/objective").asLong())
        .as("less to let is never worth more, however short the search")
        .isLessThanOrEqualTo(figures.at("/without/objective").asLong());
    assertThat(figures.at("/without/objective").asLong())
        .as("the round as it was answered is known")
        .isGreaterThanOrEqualTo(desk.get(officer, url).json().at("/run/objective").asLong());
    assertThat(solved.json().path("difference")).isNotEmpty();
    for (JsonNode row : solved.json().path("difference")) {
      for (JsonNode block : row.path("after").path("blocks")) {
        assertThat(block.path("floor").asString()).isNotEqualTo(floor);
      }
    }
    Answer map = desk.get(officer, scenario + "/map");
    assertThat(map.json().path("features")).isNotEmpty();
    assertThat(map.json().at("/features/0/geometry/coordinates")).isNotEmpty();
    assertThat(fingerprint()).as("the round and its answers are as they were").isEqualTo(before);
    String firm = desk.person(Role.FIRM);
    assertThat(desk.get(firm, scenario).status()).isEqualTo(403);
    assertThat(desk.send(firm, HttpRequest.newBuilder(desk.uri(scenario)).DELETE()).status())
        .isEqualTo(403);

    Answer gone = desk.send(officer, HttpRequest.newBuilder(desk.uri(scenario)).DELETE());
    assertThat(gone.status()).isEqualTo(204);
    assertThat(desk.get(officer, scenario).status()).isEqualTo(404);
    assertThat(desk.send(officer, HttpRequest.newBuilder(desk.uri(scenario)).DELETE()).type())
        .isEqualTo("/problems/allocation/unknown-scenario");
    assertThat(fingerprint()).isEqualTo(before);
    assertThat(
            jdbc.sql(
                    "select count(*) from platform.audit where action = 'scenario.discarded' and actor = :who")
                .param("who", officer)
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  private String fingerprint() {
    return jdbc.sql(
            """
            select md5(string_agg(r::text, '' order by r.id))
                   || (select md5(string_agg(n::text, '' order by n.id)) from allocation.runs n)
                   || (select count(*) from space.occupancies)
            from allocation.rounds r""")
        .query(String.class)
        .single();
  }

  @Test
  void refusesWhatTheRoundDoesNotHave() throws Exception {
    PlanDesk desk = new PlanDesk(port, accounts);
    String officer = desk.person(Role.OFFICER);
    String url = demo(desk) + "/scenarios";
    for (List<String> wrong :
        List.of(
            List.of("\"withoutFloors\":[\"XX-Y/1\"]", "withoutFloors"),
            List.of("\"applications\":{\"HS-0\":{\"loadKnM2\":1}}", "applications.HS-0"),
            List.of("\"weights\":{\"demand\":-3}", "weights.demand"),
            List.of("\"iterations\":0", "iterations"))) {
      Answer answer = desk.post(officer, url, null, "{\"name\":\"Thử\"," + wrong.get(0) + "}");
      assertThat(answer.status()).as(wrong.get(1)).isEqualTo(400);
      assertThat(answer.json().path("field").asString()).isEqualTo(wrong.get(1));
    }
  }

  @Test
  void saysWhenToComeAgainWhereSomebodyAsksTooMuch() throws Exception {
    PlanDesk desk = new PlanDesk(port, accounts);
    String officer = desk.person(Role.OFFICER);
    String url = demo(desk) + "/scenarios";
    String body = "{\"name\":\"Thử\",\"iterations\":2000000}";
    List<String> jobs = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      jobs.add(desk.post(officer, url, null, body).json().path("job").asString());
    }
    Answer full = desk.post(officer, url, null, body);
    for (String job : jobs) {
      desk.send(officer, HttpRequest.newBuilder(desk.uri("/api/v1/jobs/" + job)).DELETE());
    }
    assertThat(full.status()).isEqualTo(429);
    assertThat(full.type()).isEqualTo("/problems/allocation/too-many-scenarios");
    assertThat(full.header("Retry-After")).isEqualTo("30");
  }

  private static String demo(PlanDesk desk) throws InterruptedException {
    for (int i = 0; i < 1200; i++) {
      JsonNode round = desk.get(null, "/api/v1/rounds").json().at("/rounds/0");
      if (round.at("/run/state").asString("").equals("DONE")) {
        return "/api/v1/rounds/" + round.path("id").asLong();
      }
      Thread.sleep(150);
    }
    throw new AssertionError("the demo round was not solved in time");
  }
}
