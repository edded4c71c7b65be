package vn.khuxuong.zoning.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
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

/** What staff say about a plan, over HTTP: pinned, answered, resolved, never changed. */
@KhuxuongTest
class CommentHttpTest {
  private static final String POINT = "{\"type\":\"Point\",\"coordinates\":[106.6,10.8]}";

  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private JdbcClient jdbc;
  private PlanDesk desk;
  private String planner;
  private String approver;
  private Answer draft;
  private long plan;
  private String url;

  @BeforeEach
  void drawTheWholeZone() {
    desk = new PlanDesk(port, accounts);
    planner = desk.person(Role.PLANNER);
    approver = desk.person(Role.APPROVER);
    draft = desk.draftOfWholeZone(planner, "HP");
    assertThat(draft.status()).as("%s", draft.json()).isEqualTo(200);
    plan = draft.json().at("/plan/id").asLong();
    url = "/api/v1/plans/" + plan;
  }

  @Test
  void commentIsPinnedToPlaceAndSubzoneAndFoundAgain() {
    Answer made =
        comment(
            approver,
            "{\"text\":\" Đường này he\u0323p quá.\\r\\nMở rộng? \",\"place\":"
                + POINT
                + ",\"subzone\":\""
                + subzone()
                + "\"}");
    assertThat(made.status()).as("%s", made.json()).isEqualTo(201);
    assertThat(made.header("Location")).isEqualTo(url + "/comments/" + made.id());
    assertThat(made.header("Cache-Control")).contains("no-store");
    JsonNode said = made.json().path("properties");
    assertThat(said.path("author").asString()).isEqualTo(approver);
    assertThat(said.path("authorName").asString()).isEqualTo(approver);
    assertThat(said.path("text").asString()).isEqualTo("Đường này hẹp quá.\nMở rộng?");
    assertThat(said.path("subzone").asString()).isEqualTo(subzone());
    assertThat(said.path("revision").asInt()).isEqualTo(2);
    assertThat(said.path("parent").isNull()).isTrue();
    assertThat(said.path("decision").isNull()).isTrue();
    assertThat(said.path("resolvedAt").isNull()).isTrue();
    assertThat(made.json().at("/geometry/coordinates/0").asDouble()).isEqualTo(106.6);
    Answer list = desk.get(planner, url + "/comments");
    assertThat(list.header("Content-Type")).startsWith("application/geo+json");
    assertThat(list.header("Cache-Control")).contains("no-store");
    assertThat(list.json().path("features")).hasSize(1);
    assertThat(list.json().path("open").asInt()).isEqualTo(1);
    assertThat(list.json().at("/features/0/id").asLong()).isEqualTo(made.id());
    assertThat(desk.get(approver, made.header("Location")).json()).isEqualTo(made.json());
    assertThat(audited()).endsWith("comment.made");
  }

  @Test
  void placeMayBeAPointALineAPolygonOrNone() {
    for (String place :
        List.of(
            POINT,
            "{\"type\":\"LineString\",\"coordinates\":[[106.6,10.8],[106.61,10.8]]}",
            "{\"type\":\"Polygon\",\"coordinates\":[[[106.6,10.8],[106.61,10.8],[106.6,10.81],[106.6,10.8]]]}",
            "null")) {
      Answer made = comment(planner, "{\"text\":\"x\",\"place\":" + place + "}");
      assertThat(made.status()).as("%s", made.json()).isEqualTo(201);
      assertThat(made.json().path("geometry").toString()).isEqualTo(place.replace(",10.8,", ","));
    }
  }

  @Test
  void answersJoinTheThreadAlsoWhenTheyAnswerAnAnswer() {
    long first = comment(approver, "{\"text\":\"Vì sao?\"}").id();
    Answer second = comment(planner, "{\"text\":\"Vì vậy.\",\"parent\":" + first + "}");
    Answer third = comment(approver, "{\"text\":\"À.\",\"parent\":" + second.id() + "}");
    assertThat(second.json().at("/properties/parent").asLong()).isEqualTo(first);
    assertThat(third.json().at("/properties/parent").asLong()).isEqualTo(first);
    assertThat(desk.get(planner, url + "/comments").json().path("open").asInt()).isEqualTo(1);
    Answer resolved = turn(planner, third.id(), "resolve");
    assertThat(resolved.status()).isEqualTo(409);
    assertThat(resolved.json().path("thread").asLong()).isEqualTo(first);
  }

  @Test
  void threadIsResolvedAndReopenedAndBothAreOnRecord() {
    long id = comment(approver, "{\"text\":\"Sửa ranh.\"}").id();
    Answer resolved = turn(planner, id, "resolve");
    assertThat(resolved.status()).as("%s", resolved.json()).isEqualTo(200);
    assertThat(resolved.json().at("/properties/resolvedBy").asString()).isEqualTo(planner);
    assertThat(resolved.json().at("/properties/resolvedAt").isString()).isTrue();
    Answer again = turn(approver, id, "resolve");
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json().at("/properties/resolvedBy").asString()).isEqualTo(planner);
    Answer reopened = turn(approver, id, "reopen");
    assertThat(reopened.json().at("/properties/resolvedBy").isNull()).isTrue();
    assertThat(turn(approver, id, "reopen").status()).isEqualTo(200);
    assertThat(audited()).endsWith("comment.made", "comment.resolved", "comment.reopened");
  }

  @Test
  void onlyAuthorDrawersAndApproversResolve() {
    String other = desk.person(Role.PLANNER);
    long ofApprover = comment(approver, "{\"text\":\"a\"}").id();
    long ofOther = comment(other, "{\"text\":\"b\"}").id();
    Answer refused = turn(other, ofApprover, "resolve");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.type()).isEqualTo("/problems/zoning/not-yours");
    assertThat(turn(desk.person(Role.ADMIN), ofApprover, "resolve").status()).isEqualTo(403);
    assertThat(turn(other, ofOther, "resolve").status()).isEqualTo(200);
    assertThat(turn(other, ofOther, "reopen").status()).isEqualTo(200);
    assertThat(turn(planner, ofOther, "resolve").status()).isEqualTo(200);
    assertThat(turn(desk.person(Role.APPROVER), ofApprover, "resolve").status()).isEqualTo(200);
    assertThat(desk.patch(planner, url, draft.etag(), "{\"shared\":true}").status()).isEqualTo(200);
    assertThat(turn(other, ofApprover, "reopen").status()).isEqualTo(200);
    JsonNode seen = desk.get(desk.person(Role.ADMIN), url + "/comments").json();
    assertThat(seen.at("/features/0/properties/mayResolve").asBoolean(true)).isFalse();
    assertThat(
            desk.get(other, url + "/comments")
                .json()
                .at("/features/0/properties/mayResolve")
                .asBoolean(false))
        .isTrue();
  }

  @Test
  void commentsExistForStaffOnlyAlsoOfAPublishedPlan() {
    long published =
        jdbc.sql(
                """
                select p.id from zoning.plans p join zoning.zones z on z.id = p.zone_id
                where z.code = 'PVH' and p.version = 1""")
            .query(Long.class)
            .single();
    String body = "{\"text\":\"x\"}";
    for (String path : List.of(url, "/api/v1/plans/" + published)) {
      long id = desk.post(approver, path + "/comments", null, body).id();
      String one = path + "/comments/" + id;
      for (Role role : List.of(Role.FIRM, Role.OFFICER)) {
        String stranger = desk.person(role);
        for (String read : List.of(path + "/comments", one)) {
          Answer refused = desk.get(stranger, read);
          assertThat(refused.status()).as(read).isEqualTo(404);
          assertThat(refused.type()).isEqualTo("/problems/zoning/unknown-plan");
        }
        for (String write : List.of(path + "/comments", one + "/resolve", one + "/reopen")) {
          assertThat(desk.post(stranger, write, null, body).status()).as(write).isEqualTo(404);
        }
      }
      assertThat(desk.get(null, path + "/comments").status()).isEqualTo(404);
      assertThat(desk.get(null, one).status()).isEqualTo(404);
      for (String write : List.of(path + "/comments", one + "/resolve", one + "/reopen")) {
        assertThat(desk.post(null, write, null, body).status()).as(write).isEqualTo(401);
      }
      for (Role role : List.of(Role.PLANNER, Role.APPROVER, Role.ADMIN)) {
        assertThat(desk.get(desk.person(role), one).status()).isEqualTo(200);
      }
      assertThat(desk.post(desk.person(Role.PLANNER), path + "/comments", null, body).status())
          .isEqualTo(201);
      assertThat(desk.post(desk.person(Role.ADMIN), path + "/comments", null, body).status())
          .isEqualTo(403);
    }
  }

  @Test
  void commentLeavesThePlansVersionAndMovesItsOwnTag() {
    String before = desk.get(planner, url + "/comments").header("ETag");
    long id = comment(approver, "{\"text\":\"x\"}").id();
    String made = desk.get(planner, url + "/comments").header("ETag");
    turn(approver, id, "resolve");
    turn(approver, id, "reopen");
    String turned = desk.get(planner, url + "/comments").header("ETag");
    assertThat(List.of(before, made, turned)).doesNotHaveDuplicates();
    assertThat(desk.get(planner, url).etag()).isEqualTo(draft.etag());
    String presence = "{\"session\":\"0b7c9f0e-6a5e-4c1b-9f39-0c8f4f6f2a11\"}";
    JsonNode around = desk.put(planner, url + "/presence", presence).json();
    assertThat(around.path("openComments").asInt()).isEqualTo(1);
    assertThat(around.path("lastComment").asLong()).isEqualTo(id);
    assertThat(around.path("commentsEtag").asString()).isEqualTo(turned);
    Answer same =
        desk.send(
            planner,
            HttpRequest.newBuilder(desk.uri(url + "/comments"))
                .header("If-None-Match", turned)
                .GET());
    assertThat(same.status()).isEqualTo(304);
  }

  @Test
  void forkStartsWithoutComments() {
    comment(approver, "{\"text\":\"x\"}");
    Answer fork = desk.post(planner, "/api/v1/plans", null, "{\"basedOn\":" + plan + "}");
    assertThat(fork.status()).isEqualTo(201);
    JsonNode comments = desk.get(planner, "/api/v1/plans/" + fork.id() + "/comments").json();
    assertThat(comments.path("features").isArray()).isTrue();
    assertThat(comments.path("features")).isEmpty();
  }

  @Test
  void planIsReturnedWithCommentsOrNotAtAll() {
    Answer submitted = desk.post(planner, url + "/submit", draft.etag(), "{}");
    assertThat(submitted.status()).as("%s", submitted.json()).isEqualTo(200);
    String good = "{\"text\":\"Ở đây\",\"place\":" + POINT + ",\"subzone\":\"" + subzone() + "\"}";
    for (String[] bad :
        new String[][] {
          {"{\"text\":\"\"}", "comments[1].text", "400"},
          {"null", "comments[1].text", "400"},
          {"{\"text\":\"x\",\"subzone\":\"" + new UUID(1, 2) + "\"}", "comments[1].subzone", "422"},
          {
            "{\"text\":\"x\",\"place\":{\"type\":\"Point\",\"coordinates\":[0,0]}}",
            "comments[1].place",
            "422"
          },
          {"{\"text\":\"x\",\"parent\":1}", "comments[1].parent", "422"}
        }) {
      Answer refused = sendBack(submitted.etag(), good + "," + bad[0]);
      assertThat(refused.status()).as("%s", refused.json()).isEqualTo(Integer.parseInt(bad[2]));
      assertThat(refused.json().path("field").asString()).isEqualTo(bad[1]);
      assertThat(desk.get(planner, url).json().path("status").asString()).isEqualTo("SUBMITTED");
      assertThat(desk.get(planner, url + "/comments").json().path("features")).isEmpty();
      assertThat(audited()).endsWith("plan.submitted");
    }
    Answer tooMany = sendBack(submitted.etag(), (good + ",").repeat(200) + good);
    assertThat(tooMany.status()).isEqualTo(422);

    Answer returned = sendBack(submitted.etag(), good + ",{\"text\":\"Chung\"}");
    assertThat(returned.status()).as("%s", returned.json()).isEqualTo(200);
    JsonNode comments = desk.get(planner, url + "/comments").json().path("features");
    assertThat(comments).hasSize(2);
    JsonNode decisions = desk.get(planner, url + "/decisions").json().path("decisions");
    assertThat(decisions.path(1).path("action").asString()).isEqualTo("RETURN");
    for (JsonNode comment : comments) {
      assertThat(comment.at("/properties/decision").asLong())
          .isEqualTo(decisions.path(1).path("id").asLong());
      assertThat(comment.at("/properties/author").asString()).isEqualTo(approver);
    }
    assertThat(audited()).endsWith("plan.returned", "comment.made", "comment.made");
  }

  @Test
  void supersededPlanTakesNoComments() {
    long old = publish("2087-01-01");
    assertThat(
            desk.post(planner, "/api/v1/plans/" + old + "/comments", null, "{\"text\":\"x\"}")
                .status())
        .isEqualTo(201);
    draft = desk.draftOfWholeZone(planner, "HP");
    plan = draft.json().at("/plan/id").asLong();
    url = "/api/v1/plans/" + plan;
    publish("2088-01-01");
    Answer refused =
        desk.post(planner, "/api/v1/plans/" + old + "/comments", null, "{\"text\":\"x\"}");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().path("status").asInt()).isEqualTo(409);
    assertThat(refused.json().path("planStatus").asString()).isEqualTo("SUPERSEDED");
    assertThat(refused.type()).isEqualTo("/problems/zoning/wrong-status");
    assertThat(desk.get(planner, "/api/v1/plans/" + old + "/comments").json().path("features"))
        .hasSize(1);
  }

  @Test
  void oddTextIsRefused() {
    for (String text :
        List.of(
            "{}",
            "{\"text\":null}",
            "{\"text\":\" \\n \"}",
            "{\"text\":\"a\\u0000b\"}",
            "{\"text\":\"a\\u001bb\"}",
            "{\"text\":\"a\\ud800b\"}",
            "{\"text\":\"" + "a".repeat(2_001) + "\"}",
            "{\"text\":\"" + "ấ".repeat(1 << 20) + "\"}")) {
      Answer answer = comment(planner, text);
      assertThat(answer.status()).as(text.substring(0, Math.min(40, text.length()))).isEqualTo(400);
      assertThat(answer.json().path("field").asString()).isEqualTo("text");
      assertThat(answer.json().path("remedy").asString()).isNotEmpty();
    }
    String longest = "🏭".repeat(2_000);
    Answer kept = comment(planner, "{\"text\":\"" + longest + "\"}");
    assertThat(kept.json().at("/properties/text").asString()).isEqualTo(longest);
    assertThat(comment(planner, "[").type()).isEqualTo("/problems/malformed-body");
    assertThat(comment(planner, "").type()).isEqualTo("/problems/malformed-body");
    assertThat(comment(planner, "{\"text\":\"x\",\"parent\":\"y\"}").status()).isEqualTo(400);
  }

  @Test
  void placeThatIsNoneIsRefused() {
    for (String place :
        List.of(
            "{\"type\":\"Point\",\"coordinates\":[\"NaN\",10.8]}",
            "{\"type\":\"Point\",\"coordinates\":[1e999,10.8]}",
            "{\"type\":\"Point\",\"coordinates\":[10.8,106.6]}",
            "{\"type\":\"Point\",\"coordinates\":[]}",
            "{\"type\":\"Point\",\"coordinates\":null}",
            "{\"type\":\"MultiPoint\",\"coordinates\":[[106.6,10.8]]}",
            "{\"type\":\"GeometryCollection\",\"geometries\":[]}",
            "{\"type\":\"LineString\",\"coordinates\":[[106.6,10.8],[106.6,10.8]]}",
            "{\"type\":\"LineString\",\"coordinates\":[[106.6,10.8],[106.6,10.8000000000001]]}",
            "{\"type\":\"Polygon\",\"coordinates\":[[[106.6,10.8],[106.61,10.81],[106.61,10.8],[106.6,10.81],[106.6,10.8]]]}",
            "\"Point\"",
            "7",
            "[]")) {
      Answer answer = comment(planner, "{\"text\":\"x\",\"place\":" + place + "}");
      assertThat(answer.status()).as("%s %s", place, answer.json()).isEqualTo(422);
      assertThat(answer.type()).isEqualTo("/problems/zoning/bad-comment");
      assertThat(answer.json().path("field").asString()).isEqualTo("place");
    }
  }

  @Test
  void placeOfAMillionVerticesIsRefused() {
    StringBuilder line = new StringBuilder("{\"text\":\"x\",\"place\":{\"type\":\"LineString\",");
    line.append("\"coordinates\":[[106.6,10.8]");
    for (int i = 1; i < 1_000_000; i++) {
      line.append(",[106.6,10.").append(i % 2 == 0 ? 8 : 9).append(']');
    }
    Answer answer = comment(planner, line.append("]}}").toString());
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().path("reason").asString()).isEqualTo("too-many-vertices");
  }

  @Test
  void literalNanIsNoJson() {
    Answer answer =
        comment(planner, "{\"text\":\"x\",\"place\":{\"type\":\"Point\",\"coordinates\":[NaN,1]}}");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.type()).isEqualTo("/problems/malformed-body");
  }

  @Test
  void unknownSubzoneParentCommentAndPlanAreRefused() {
    Answer gone = comment(planner, "{\"text\":\"x\",\"subzone\":\"" + new UUID(1, 2) + "\"}");
    assertThat(gone.status()).isEqualTo(422);
    assertThat(gone.json().path("field").asString()).isEqualTo("subzone");
    Answer code = comment(planner, "{\"text\":\"x\",\"subzone\":\"CN-01\"}");
    assertThat(code.status()).isEqualTo(400);
    assertThat(code.json().path("field").asString()).isEqualTo("subzone");
    Answer other = desk.draftOfWholeZone(planner, "HP");
    String there = "/api/v1/plans/" + other.json().at("/plan/id").asLong() + "/comments";
    long elsewhere = desk.post(planner, there, null, "{\"text\":\"x\"}").id();
    Answer orphan = comment(planner, "{\"text\":\"x\",\"parent\":" + elsewhere + "}");
    assertThat(orphan.status()).isEqualTo(422);
    assertThat(orphan.json().path("field").asString()).isEqualTo("parent");
    assertThat(turn(approver, elsewhere, "resolve").type())
        .isEqualTo("/problems/zoning/unknown-comment");
    assertThat(desk.get(planner, url + "/comments/" + elsewhere).status()).isEqualTo(404);
    assertThat(desk.get(planner, url + "/comments/x").status()).isEqualTo(400);
    assertThat(desk.get(planner, "/api/v1/plans/999999999/comments").status()).isEqualTo(404);
  }

  @Test
  void subzoneThatWasRemovedTakesNoMoreCommentsButKeepsTheOldOnes() {
    String uid = subzone();
    long id = comment(planner, "{\"text\":\"x\",\"subzone\":\"" + uid + "\"}").id();
    Answer removed =
        desk.post(
            planner,
            url + "/edits",
            draft.etag(),
            "{\"edits\":[{\"op\":\"remove\",\"subzone\":\"" + uid + "\"}]}");
    assertThat(removed.status()).isEqualTo(200);
    assertThat(comment(planner, "{\"text\":\"y\",\"subzone\":\"" + uid + "\"}").status())
        .isEqualTo(422);
    assertThat(
            desk.get(planner, url + "/comments/" + id).json().at("/properties/subzone").asString())
        .isEqualTo(uid);
  }

  @Test
  void databaseKeepsWhatWasSaid() {
    long id = comment(planner, "{\"text\":\"x\",\"place\":" + POINT + "}").id();
    for (String change :
        List.of(
            "update zoning.comments set text = 'y' where id = :id",
            "update zoning.comments set text = 'y', turns = 1, resolved_by = 'y', resolved_at = now() where id = :id",
            "update zoning.comments set turns = 1, resolved_by = 'y', resolved_at = now(), place = st_point(106.7, 10.8, 4326) where id = :id",
            "update zoning.comments set turns = 7, resolved_by = 'y', resolved_at = now() where id = :id",
            "delete from zoning.comments where id = :id")) {
      assertThatThrownBy(() -> jdbc.sql(change).param("id", id).update())
          .as(change)
          .hasStackTraceContaining("what was said stays");
    }
    assertThatThrownBy(() -> jdbc.sql("truncate zoning.comments").update())
        .hasStackTraceContaining("what was said stays");
  }

  private Answer comment(@Nullable String who, String body) {
    return desk.post(who, url + "/comments", null, body);
  }

  private Answer turn(@Nullable String who, long id, String way) {
    return desk.post(who, url + "/comments/" + id + "/" + way, null, "");
  }

  private Answer sendBack(String etag, String comments) {
    return desk.post(
        approver,
        url + "/return",
        etag,
        "{\"reason\":\"Xem góp ý\",\"comments\":[" + comments + "]}");
  }

  private String subzone() {
    return draft.json().at("/subzones/features/0/id").asString();
  }

  private List<String> audited() {
    return jdbc.sql(
            """
            select action from platform.audit
            where subject_type = 'plan' and subject_id = :id order by id""")
        .param("id", String.valueOf(plan))
        .query(String.class)
        .list();
  }

  private long publish(String validFrom) {
    Answer submitted = desk.post(planner, url + "/submit", draft.etag(), "{}");
    assertThat(submitted.status()).as("%s", submitted.json()).isEqualTo(200);
    Answer approved =
        desk.post(
            approver,
            url + "/approve",
            submitted.etag(),
            "{\"decisionNo\":\"12/QĐ-BQL\",\"decidedOn\":\"2026-11-20\",\"authorityVi\":\"HEPZA\","
                + "\"validFrom\":\""
                + validFrom
                + "\"}");
    assertThat(approved.status()).as("%s", approved.json()).isEqualTo(200);
    Answer published = desk.post(approver, url + "/publish", approved.etag(), "{}");
    assertThat(published.status()).as("%s", published.json()).isEqualTo(200);
    return plan;
  }
}
