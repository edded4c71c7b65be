package vn.khuxuong.maps.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.khuxuong.maps.feature.DraftFeatures.at;
import static vn.khuxuong.maps.feature.DraftFeatures.id;
import static vn.khuxuong.maps.feature.DraftFeatures.version;
import static vn.khuxuong.maps.feature.DraftFeatures.with;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.khuxuong.KhuxuongTest;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.zoning.PlanDesk.Answer;

/** Whoever comes at the same time takes turns, and a version moves only when there is a reason. */
@KhuxuongTest
class EditRaceHttpTest {
  private static final int WRITERS = 8;
  private static final String LEGAL = "?crs=http://www.opengis.net/def/crs/EPSG/0/9210";

  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private JdbcClient jdbc;
  private DraftFeatures draft;
  private JsonNode north;
  private JsonNode south;

  @BeforeEach
  void startDraft() {
    draft = new DraftFeatures(port, accounts);
    north = draft.feature("CN-01");
    south = draft.feature("CN-02");
  }

  @AfterEach
  void endDraft() {
    draft.withdraw();
  }

  private static String item(JsonNode feature) {
    return DraftFeatures.ITEMS + "/" + id(feature);
  }

  private static List<Answer> together(List<Callable<Answer>> writers) throws Exception {
    CyclicBarrier start = new CyclicBarrier(writers.size());
    ExecutorService threads = Executors.newFixedThreadPool(writers.size());
    try {
      List<Future<Answer>> running = new ArrayList<>();
      for (Callable<Answer> writer : writers) {
        running.add(
            threads.submit(
                () -> {
                  start.await();
                  return writer.call();
                }));
      }
      List<Answer> answers = new ArrayList<>();
      for (Future<Answer> one : running) {
        answers.add(one.get());
      }
      return answers;
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void ofManyWhoSawTheSameOneWins() throws Exception {
    List<Callable<Answer>> writers = new ArrayList<>();
    for (int i = 0; i < WRITERS; i++) {
      String who = i % 2 == 0 ? draft.an : draft.binh;
      String name = "Người " + i;
      writers.add(() -> draft.put(who, id(north), with(north, "name_vi", name)));
    }
    List<Answer> answers = together(writers);
    assertThat(answers.stream().map(Answer::status).toList())
        .containsOnly(200, 409)
        .containsOnlyOnce(200);
    Answer winner = answers.stream().filter(a -> a.status() == 200).findFirst().orElseThrow();
    assertThat(draft.feature("CN-01").at("/properties/name_vi"))
        .isEqualTo(winner.json().at("/properties/name_vi"));
  }

  @Test
  void twoWhoDrawOverEachOtherAreBothKeptAndTold() throws Exception {
    String here = draft.fresh("CX-01", draft.square(0, 0, 60));
    String there = draft.fresh("CX-02", draft.square(30, 0, 60));
    List<Answer> answers =
        together(List.of(() -> draft.post(draft.an, here), () -> draft.post(draft.binh, there)));
    assertThat(answers).extracting(Answer::status).containsOnly(201);
    JsonNode report = draft.desk.get(draft.an, draft.plan() + "/report").json();
    assertThat(report.toString()).contains("OVERLAP");
    assertThat(answers.stream().map(answer -> answer.raw().headers().allValues("Link").size()))
        .as("each answer tells what its own subzone met")
        .allMatch(links -> links >= 2);
    assertThat(
            jdbc.sql("select count(*) from zoning.draft_revisions where plan_id = :plan")
                .param("plan", draft.plan)
                .query(Integer.class)
                .single())
        .isEqualTo(5);
  }

  @Test
  void aNeighboursNewVertexOnTheBorderIsNoNewVersion() {
    // in the legal system, where edges are straight: a vertex in the middle of the border
    JsonNode metres = draft.desk.get(draft.an, item(north) + LEGAL).json();
    String border = draft.desk.get(draft.an, item(south) + LEGAL).json().toString();
    ObjectNode noded = at(metres, metres.path("geometry").toString());
    ArrayNode ring = (ArrayNode) noded.at("/geometry/coordinates/0");
    int vertices = ring.size();
    for (int i = 0; i + 1 < ring.size() && ring.size() == vertices; i++) {
      JsonNode a = ring.get(i);
      JsonNode b = ring.get(i + 1);
      if (border.contains(a.toString()) && border.contains(b.toString())) {
        ring.insertArray(i + 1)
            .add((a.get(0).asDouble() + b.get(0).asDouble()) / 2)
            .add((a.get(1).asDouble() + b.get(1).asDouble()) / 2);
      }
    }
    assertThat(ring.size()).isEqualTo(vertices + 1);
    Answer put = draft.put(draft.an, id(north), noded, "Content-Crs", LEGAL.substring(5));
    assertThat(put.status()).as("%s", put.json()).isEqualTo(200);
    JsonNode now = draft.feature("CN-02");
    assertThat(now.at("/geometry/coordinates/0").size())
        .as("the southern neighbour has the vertex too")
        .isEqualTo(south.at("/geometry/coordinates/0").size() + 1);
    assertThat(version(now)).isEqualTo(version(south));
    Answer colleague = draft.put(draft.binh, id(south), with(south, "phase", 2));
    assertThat(colleague.status()).as("%s", colleague.json()).isEqualTo(200);
    assertThat(draft.feature("CN-02").path("geometry"))
        .as("an old outline sent back loses nothing of the neighbour's")
        .isEqualTo(now.path("geometry"));
  }
}
