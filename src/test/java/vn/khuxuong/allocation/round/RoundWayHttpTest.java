package vn.khuxuong.allocation.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.khuxuong.allocation.round.RoundDesk.ROUNDS;
import static vn.khuxuong.allocation.round.RoundDesk.await;
import static vn.khuxuong.allocation.round.RoundDesk.id;
import static vn.khuxuong.allocation.round.RoundDesk.must;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.platform.security.Role;
import vn.khuxuong.tenancy.ProcessTest;
import vn.khuxuong.zoning.PlanDesk.Answer;

/** A round's way from its criteria to the leases, with seven firms for six bays. */
@ProcessTest
class RoundWayHttpTest {
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

  private Set<String> placed(String url) {
    return get(desk.officer, url)
        .json()
        .path("placements")
        .valueStream()
        .map(p -> p.path("application").asString())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void wholeWayFromCriteriaToLeases() {
    Answer draft = must(desk.draft(""), 201);
    String url = draft.header("Location");
    assertThat(get(null, url).status()).as("a draft is nobody else's").isEqualTo(404);
    desk.open(url);
    assertThat(get(null, url).json().path("rulesSha256").asString()).hasSize(64);
    await(() -> desk.status(url).equals("CLOSED"));
    assertThat(get(null, url + "/applications").json().path("applications")).hasSize(7);
    Answer wrong = desk.step(desk.officer, url, "show", "");
    assertThat(wrong.type()).isEqualTo("/problems/allocation/wrong-state");

    desk.solve(url, "solve");
    assertThat(get(null, url).json().path("placements")).as("not shown yet").isEmpty();
    assertThat(get(desk.officer, url + "/progress").json().path("points")).isNotEmpty();
    assertThat(placed(url))
        .as("equal points: the last to come waits")
        .isEqualTo(new TreeSet<>(desk.applications.subList(0, 6)));
    must(desk.step(desk.officer, url, "show", ""), 200);
    assertThat(get(null, url).json().path("placements")).hasSize(6);

    Answer soon = desk.step(desk.second, url, "approve", "");
    assertThat(soon.type()).isEqualTo("/problems/allocation/not-yet");
    desk.closeWindow(url);
    Answer own = desk.step(desk.officer, url, "approve", "");
    assertThat(own.status()).isEqualTo(403);
    assertThat(own.type()).isEqualTo("/problems/allocation/own-work");
    must(desk.step(desk.second, url, "approve", ""), 200);

    Answer offers = must(desk.step(desk.second, url, "offers", ""), 200);
    assertThat(offers.json().path("outcomes")).hasSize(6);
    assertThat(desk.market.doubleBookings()).isZero();
    String person = desk.market.personOf(desk.firms.get(0));
    long offer = get(person, "/api/v1/offers").json().at("/offers/0/id").asLong();
    must(desk.desk.post(person, "/api/v1/offers/" + offer + "/accept", null, ""), 200);
    Answer open = desk.step(desk.second, url, "finish", "");
    assertThat(open.json().path("offers").asInt()).as("others have not answered").isEqualTo(5);
    jdbc.sql(
            "update tenancy.offers set status = 'WITHDRAWN', ended_at = now(), ended_by = 't', end_reason = 't' where status = 'OPEN'")
        .update();
    must(desk.step(desk.second, url, "finish", ""), 200);
    Answer chain = get(null, url + "/chain");
    assertThat(chain.json().path("holds").asBoolean()).as("%s", chain.json()).isTrue();
    assertThat(chain.json().path("steps").valueStream().map(s -> s.path("action").asString()))
        .containsExactly("OPEN", "CLOSE", "SOLVE", "ANSWER", "SHOW", "APPROVE", "OFFER", "FINISH");
    assertThat(audited(id(url)))
        .contains("round.open", "round.close", "round.approve", "round.offer");
  }

  @Test
  void nobodyClosesARoundBeforeItsDeadline() {
    String url = must(desk.draft(""), 201).header("Location");
    String later =
        "{\"titleVi\":\"Đợt thử\",\"titleEn\":\"Trial\",\"referenceMonth\":\"2027-01\","
            + "\"deadline\":\"2099-01-01T17:00:00+07:00\"}";
    must(desk.desk.put(desk.officer, url, later), 200);
    must(desk.step(desk.officer, url, "open", ""), 200);
    Answer early = desk.step(desk.officer, url, "close", "");
    assertThat(early.status()).isEqualTo(409);
    assertThat(early.type()).isEqualTo("/problems/allocation/not-yet");
    refused(url, "status = 'CLOSED', closed_at = now(), input = '{}'", "until the deadline");
    assertThat(desk.desk.put(desk.officer, url, later).type())
        .as("criteria are fixed")
        .isEqualTo("/problems/allocation/wrong-state");
    must(desk.step(desk.officer, url, "withdraw", ""), 200);
    assertThat(desk.step(desk.officer, url, "open", "").status()).isEqualTo(409);
  }

  private List<String> audited(long round) {
    return jdbc.sql(
            """
            select action from platform.audit
            where subject_type = 'round' and subject_id = :id order by id""")
        .param("id", String.valueOf(round))
        .query(String.class)
        .list();
  }

  @Test
  void databaseKeepsTheTableTheFrozenInputAndFourEyes() {
    Set<String> pairs = new TreeSet<>();
    for (RoundProcess.State state : RoundProcess.State.values()) {
      for (RoundProcess.Action action : RoundProcess.Action.values()) {
        RoundProcess.step(state, action).ifPresent(step -> pairs.add(state + " " + step.to()));
      }
    }
    assertThat(
            new TreeSet<>(
                jdbc.sql("select from_status || ' ' || to_status from allocation.round_transitions")
                    .query(String.class)
                    .list()))
        .isEqualTo(pairs);
    String url = desk.heard("");
    refused(url, "status = 'OPEN'", "does not go from");
    refused(url, "input = '{}'", "frozen");
    refused(url, "criteria = '{}'", "fixed when a round opens");
    long run = get(desk.officer, url + "/runs").json().at("/runs/0/id").asLong();
    String approval =
        "status = 'APPROVED', approved_at = now(), approved_run = " + run + ", approved_by = ";
    refused(url, approval + "'" + desk.officer + "'", "does not approve it");
    assertThatThrownBy(
            () ->
                jdbc.sql(
                        """
                        insert into allocation.objections (round_id, application, body, made_by)
                        values (:id, :application, 'Muộn', 'ai')""")
                    .param("id", id(url))
                    .param("application", desk.applications.get(0))
                    .update())
        .hasStackTraceContaining("window for objections is not open");
  }

  private void refused(String url, String change, String why) {
    assertThatThrownBy(
            () ->
                jdbc.sql("update allocation.rounds set " + change + " where id = :id")
                    .param("id", id(url))
                    .update())
        .as(change)
        .hasStackTraceContaining(why);
  }

  @Test
  void baysTakenMeanwhileAreToldAndNothingIsBookedTwice() {
    String url = desk.approved("");
    String other = desk.market.personOf(desk.market.firm());
    String wish =
        "{\"floor\":"
            + desk.floor
            + ",\"firstBay\":0,\"bayCount\":1,\"from\":\"2027-01-01\",\"months\":12}";
    must(desk.desk.post(other, "/api/v1/holds", null, wish), 201);
    Answer offers = must(desk.step(desk.second, url, "offers", ""), 200);
    List<String> refused =
        offers
            .json()
            .path("outcomes")
            .valueStream()
            .filter(o -> !o.path("refused").isNull())
            .map(o -> o.path("refused").asString() + " " + o.path("vi").asString())
            .toList();
    assertThat(refused).hasSize(1);
    assertThat(refused.get(0)).startsWith("space/bay-taken Khoang 0 đã có người");
    assertThat(desk.market.doubleBookings()).isZero();
  }

  @Test
  void whenAFirmLeavesTheNextGetsItsPlaceAndNobodyElseMoves() {
    String url = desk.approved("");
    Set<String> before = placed(url);
    String gone = desk.applications.get(2);
    jdbc.sql("update tenancy.applications set status = 'WITHDRAWN' where code = :c")
        .param("c", gone)
        .update();
    desk.solve(url, "rerun");
    before.remove(gone);
    before.add(desk.applications.get(6));
    assertThat(placed(url)).isEqualTo(before);
    Answer runs = get(desk.officer, url + "/runs");
    assertThat(runs.json().at("/runs/1/kind").asString()).isEqualTo("RERUN");
    assertThat(runs.json().at("/runs/1/run/moved").asInt()).isZero();
    assertThat(
            get(desk.officer, url + "/applications/" + gone).json().at("/reason/code").asString())
        .isEqualTo("GONE");
    assertThat(get(desk.officer, url).json().has("approvedRun"))
        .as("what was decided no longer stands")
        .isFalse();
    must(desk.step(desk.second, url, "show", ""), 200);
    desk.closeWindow(url);
    assertThat(desk.step(desk.second, url, "approve", "").type())
        .as("who showed it does not approve it")
        .isEqualTo("/problems/allocation/own-work");
  }

  @Test
  void objectionsComeInTimeByTheFirmItselfAndAreAnsweredOnce() {
    String url = desk.solved("");
    String person = desk.market.personOf(desk.firms.get(6));
    String body =
        "{\"application\":\"" + desk.applications.get(6) + "\",\"body\":\"Xin xem lại điểm.\"}";
    assertThat(desk.desk.post(person, url + "/objections", null, body).status()).isEqualTo(409);
    must(desk.step(desk.officer, url, "show", ""), 200);
    String stranger = desk.market.personOf(desk.market.firm());
    assertThat(desk.desk.post(stranger, url + "/objections", null, body).status()).isEqualTo(404);
    long made = must(desk.desk.post(person, url + "/objections", null, body), 201).id();
    assertThat(get(stranger, url + "/objections").json().path("objections")).isEmpty();
    assertThat(get(person, url + "/objections").json().path("objections")).hasSize(1);
    desk.closeWindow(url);
    Answer waiting = desk.step(desk.second, url, "approve", "");
    assertThat(waiting.json().path("objections").asInt()).isEqualTo(1);
    String reply = "{\"ruling\":\"REJECTED\",\"reply\":\"Điểm đúng quy tắc đã công bố.\"}";
    String answer = url + "/objections/" + made + "/reply";
    must(desk.desk.post(desk.officer, answer, null, reply), 200);
    assertThat(desk.desk.post(desk.officer, answer, null, reply).status()).isEqualTo(409);
    must(desk.step(desk.second, url, "approve", ""), 200);
    assertThat(get(null, url + "/chain").json().path("holds").asBoolean()).isTrue();
  }

  @Test
  void aFirmReadsItsOwnReasonAndNothingOfItsRivals() {
    String url = desk.solved("");
    String last = desk.applications.get(6);
    String person = desk.market.personOf(desk.firms.get(6));
    assertThat(get(person, url + "/applications/" + last).status()).as("not shown").isEqualTo(409);
    must(desk.step(desk.officer, url, "show", ""), 200);
    Answer own = must(get(person, url + "/applications/" + last), 200);
    assertThat(own.json().at("/reason/code").asString()).isEqualTo("OUTSCORED");
    assertThat(own.json().at("/floors/0/rule").asString()).isEqualTo("AREA");
    assertThat(own.json().at("/floors/0/holders").size()).isEqualTo(6);
    assertThat(own.json().at("/floors/0/holders/0/margin").asInt()).isZero();
    assertThat(own.json().toString()).doesNotContainIgnoringCase("budget").doesNotContain("kva");
    assertThat(get(person, url + "/applications/" + desk.applications.get(0)).status())
        .isEqualTo(404);
    assertThat(get(person, url + "/mine").json().path("applications").get(0).asString())
        .isEqualTo(last);
    assertThat(get(person, url + "/input").status()).isEqualTo(403);
    assertThat(get(person, ROUNDS + "/" + id(url)).json().has("reasons")).isFalse();
    for (String step : List.of("open", "close", "solve", "show", "approve", "offers", "withdraw")) {
      assertThat(desk.step(person, url, step, "").status()).as(step).isEqualTo(403);
      assertThat(desk.step(desk.market.account(Role.PLANNER), url, step, "").status())
          .as(step)
          .isEqualTo(403);
    }
  }
}
