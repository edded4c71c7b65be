package vn.khuxuong.allocation.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static vn.khuxuong.allocation.round.RoundDesk.await;
import static vn.khuxuong.allocation.round.RoundDesk.must;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.khuxuong.allocation.lottery.LotDraw;
import vn.khuxuong.allocation.lottery.LotScript;
import vn.khuxuong.allocation.solver.InstanceJson;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.tenancy.ProcessTest;
import vn.khuxuong.zoning.PlanDesk.Answer;

/** A round's answer can be checked, repeated and corrected, and no change of it goes unseen. */
@ProcessTest
class RoundTruthHttpTest {
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

  private String text(String who, String path) {
    return new String(get(who, path).raw().body(), StandardCharsets.UTF_8);
  }

  /** Changes a row behind everybody's back, looks what the check says, and puts it back. */
  private void tamper(String url, String table, String change, String back, String named) {
    desk.tamper(table, change, url);
    Answer chain = get(null, url + "/chain");
    assertThat(chain.json().path("holds").asBoolean()).as(change).isFalse();
    assertThat(chain.json().path("faults").toString()).as(change).contains(named);
    chain
        .json()
        .path("faults")
        .forEach(fault -> assertThat(fault.path("vi").asString()).matches("(Đợt|Bước|Lần).*: .+"));
    desk.tamper(table, back, url);
    Answer again = get(null, url + "/chain");
    assertThat(again.json().path("holds").asBoolean()).as("%s", again.json()).isTrue();
  }

  @Test
  void everyTamperedRowIsNamed() {
    String url = desk.heard("");
    long run = get(desk.officer, url + "/runs").json().at("/runs/0/id").asLong();
    tamper(
        url,
        "runs",
        "objective = objective - 1 where id = RUN",
        "objective = objective + 1 where id = RUN",
        "\"where\":\"run " + run + "\",\"what\":\"objective is");
    tamper(
        url,
        "runs",
        "result = result || ' ' where id = RUN",
        "result = rtrim(result) where id = RUN",
        "result was changed");
    tamper(
        url,
        "placements",
        "first_bay = first_bay + 10 where run_id = RUN and first_bay = 0",
        "first_bay = 0 where run_id = RUN and first_bay = 10",
        "placements was changed");
    tamper(
        url,
        "reasons",
        "text_vi = text_vi || '!' where run_id = RUN",
        "text_vi = rtrim(text_vi, '!') where run_id = RUN",
        "reasons was changed");
    tamper(
        url,
        "rounds",
        "input = input || ' ' where id = ROUND",
        "input = rtrim(input) where id = ROUND",
        "input was changed");
    tamper(
        url,
        "round_records",
        "payload = payload || ' ', hash = encode(sha256(convert_to(previous || payload || ' ',"
            + " 'UTF8')), 'hex') where round_id = ROUND and no = 2",
        "payload = rtrim(payload), hash = encode(sha256(convert_to(previous || rtrim(payload),"
            + " 'UTF8')), 'hex') where round_id = ROUND and no = 2",
        "record 3");
  }

  @Test
  void aRunSolvedAgainGivesTheSameBytes() {
    String url = desk.solved("\"quotas\":[{\"group\":\"SME\",\"atLeastPct\":50}],");
    Answer runs = get(desk.officer, url + "/runs");
    long run = runs.json().at("/runs/0/id").asLong();
    assertThat(runs.json().at("/runs/0/reproducible").asBoolean()).isTrue();
    Answer queued =
        must(desk.desk.post(desk.officer, url + "/runs/" + run + "/replay", null, ""), 202);
    String job = queued.header("Location");
    await(() -> get(desk.officer, job).json().path("state").asString().equals("DONE"));
    Answer done = get(desk.officer, job);
    assertThat(done.json().at("/detail/same").asBoolean()).as("%s", done.json()).isTrue();
    String stored = text(desk.officer, url + "/runs/" + run + "/result");
    assertThat(InstanceJson.sha256(stored.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(runs.json().at("/runs/0/resultSha256").asString())
        .isEqualTo(done.json().at("/detail/replayedSha256").asString());
    assertThat(
            InstanceJson.sha256(
                text(desk.officer, url + "/input").getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(runs.json().at("/runs/0/run/inputSha256").asString());
    assertThat(get(desk.officer, url).json().at("/quotas/0/met").asBoolean()).isTrue();
  }

  @Test
  void whoCancelsKeepsTheBestAnswerAndItSaysSo() {
    for (int i = 7; i < 60; i++) {
      desk.apply(i);
    }
    String url = desk.closed("");
    Answer queued = must(desk.step(desk.officer, url, "solve", "\"seconds\":600,"), 202);
    String job = queued.header("Location");
    await(
        () ->
            !get(desk.officer, url + "/progress").json().path("points").isEmpty()
                || desk.status(url).equals("PROPOSED"));
    desk.desk.send(desk.officer, HttpRequest.newBuilder(desk.desk.uri(job)).DELETE());
    await(() -> desk.status(url).equals("PROPOSED"));
    Answer runs = get(desk.officer, url + "/runs");
    assertThat(runs.json().at("/runs/0/run/placed").asInt()).isEqualTo(6);
    assertThat(runs.json().at("/runs/0/reproducible").asBoolean()).isFalse();
    long run = runs.json().at("/runs/0/id").asLong();
    Answer replay = desk.desk.post(desk.officer, url + "/runs/" + run + "/replay", null, "");
    assertThat(replay.type()).isEqualTo("/problems/allocation/not-reproducible");
  }

  @Test
  void lotsAreSealedBeforeClosingAndDrawnFromTheListAfter() throws Exception {
    String url = must(desk.draft("\"tieBreak\":\"LOT\","), 201).header("Location");
    desk.open(url);
    Answer sealed = get(null, url + "/lot");
    assertThat(sealed.json().has("seed")).isFalse();
    await(() -> desk.status(url).equals("CLOSED"));
    Answer drawn = get(null, url + "/lot");
    String seed = drawn.json().path("seed").asString();
    assertThat(drawn.json().path("commitment")).isEqualTo(sealed.json().path("commitment"));
    assertThat(LotDraw.commitment(seed)).isEqualTo(drawn.json().path("commitment").asString());
    List<String> order =
        LotDraw.draw(seed, desk.applications).stream().map(LotDraw.Lot::application).toList();
    assertThat(
            get(null, url + "/applications")
                .json()
                .path("applications")
                .valueStream()
                .map(a -> a.path("application").asString()))
        .containsExactlyElementsOf(order);
    assumeTrue(LotScript.runsHere(), "python3 is not on this machine");
    LotScript.Outcome repeated = LotScript.run(text(null, url + "/lot"));
    assertThat(repeated.out().lines().map(line -> line.replaceFirst("^[0-9]+ ", "")))
        .as("the published script")
        .containsExactlyElementsOf(order);
    desk.solve(url, "solve");
    assertThat(
            get(desk.officer, url)
                .json()
                .path("placements")
                .valueStream()
                .map(p -> p.path("application").asString()))
        .as("equals in the order of lots: the last waits")
        .containsExactlyInAnyOrderElementsOf(order.subList(0, 6));
  }

  private String move(String application, int firstBay, int bayCount) {
    return String.format(
        Locale.ROOT,
        "{\"application\":\"%s\",\"blocks\":[{\"building\":\"%s\",\"level\":1,\"firstBay\":%d,"
            + "\"bayCount\":%d}],\"reason\":\"Gần kho của doanh nghiệp\"}",
        application,
        desk.building,
        firstBay,
        bayCount);
  }

  @Test
  void anOfficersMoveIsJudgedWithNumbersAndSigned() {
    RoundDesk five = new RoundDesk(port, accounts, jdbc, 5);
    desk = five;
    String url = five.solved("");
    Answer before = get(five.officer, url);
    List<Integer> taken =
        before
            .json()
            .path("placements")
            .valueStream()
            .map(p -> p.path("firstBay").asInt())
            .toList();
    int free = IntStream.range(0, 6).filter(b -> !taken.contains(b)).findFirst().orElseThrow();
    String first = before.json().at("/placements/0/application").asString();
    Answer large =
        must(five.desk.post(five.officer, url + "/moves/check", null, move(first, 0, 3)), 200);
    assertThat(large.json().path("allowed").asBoolean()).isFalse();
    assertThat(large.json().path("broken").toString())
        .contains("\"code\":\"H05\"", "cần 300, có 600 m²", "\"code\":\"H02\"");
    Answer refused = five.desk.post(five.officer, url + "/moves", null, move(first, 2, 2));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().path("broken").toString()).contains("H04");
    Answer fine =
        must(five.desk.post(five.officer, url + "/moves/check", null, move(first, free, 1)), 200);
    assertThat(fine.json().path("allowed").asBoolean()).as("%s", fine.json()).isTrue();
    assertThat(get(five.officer, url + "/runs").json().path("runs"))
        .as("nothing stored")
        .hasSize(1);
    must(five.desk.post(five.officer, url + "/moves", null, move(first, free, 1)), 200);
    Answer runs = get(five.officer, url + "/runs");
    assertThat(runs.json().at("/runs/1/kind").asString()).isEqualTo("MOVED");
    assertThat(runs.json().at("/runs/1/madeBy").asString()).isEqualTo(five.officer);
    assertThat(runs.json().at("/runs/1/reason").asString()).contains("Gần kho");
    five.solve(url, "rerun");
    assertThat(
            get(five.officer, url)
                .json()
                .path("placements")
                .valueStream()
                .filter(p -> p.path("application").asString().equals(first))
                .map(p -> p.path("firstBay").asInt()))
        .as("what an officer set stays in a re-run")
        .containsExactly(free);
    assertThat(get(null, url + "/chain").json().path("holds").asBoolean()).isTrue();
  }

  @Test
  void relatedFirmsGetOnePlaceAndAreTold() {
    String url = must(desk.draft(""), 201).header("Location");
    String groups =
        "{\"groups\":[[\""
            + desk.firms.get(0)
            + "\",\""
            + desk.firms.get(1)
            + "\"]],\"reason\":\"Cùng chủ\"}";
    must(desk.desk.put(desk.officer, url + "/related", groups), 200);
    desk.open(url);
    await(() -> desk.status(url).equals("CLOSED"));
    desk.solve(url, "solve");
    assertThat(
            get(desk.officer, url)
                .json()
                .path("placements")
                .valueStream()
                .map(p -> p.path("application").asString()))
        .hasSize(6)
        .doesNotContain(desk.applications.get(1));
    assertThat(
            get(desk.officer, url + "/applications/" + desk.applications.get(1))
                .json()
                .at("/reason/code")
                .asString())
        .isEqualTo("RELATED");
    assertThat(get(null, url).json().has("related")).as("who is related is not public").isFalse();
  }

  @Test
  void hostileCriteriaAreRefusedByName() {
    for (List<String> wrong :
        List.of(
            List.of("\"weights\":{\"demand\":-1},", "weights.demand"),
            List.of("\"weights\":{\"beauty\":1},", "weights.beauty"),
            List.of("\"foreignSharePct\":101,", "foreignSharePct"),
            List.of("\"quotas\":[{\"group\":\"FRIENDS\",\"atLeastPct\":5}],", "quotas.group"),
            List.of(
                "\"reserves\":[{\"building\":\"X\",\"level\":0,\"group\":\"SME\"}],",
                "reserves.level"),
            List.of("\"tieBreak\":\"MONEY\",", "tieBreak"),
            List.of("\"preferenceScore\":[],", "preferenceScore"))) {
      Answer answer = desk.draft(wrong.get(0));
      assertThat(answer.status()).as(wrong.get(1)).isEqualTo(400);
      assertThat(answer.json().path("field").asString()).isEqualTo(wrong.get(1));
    }
  }
}
