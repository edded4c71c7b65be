package vn.khuxuong.zoning.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
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

/** Who else has a plan open, over HTTP: seen for 30 seconds of the database, gone on leaving. */
@KhuxuongTest
class PresenceHttpTest {
  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private JdbcClient jdbc;
  private final String here = UUID.randomUUID().toString();
  private final String there = UUID.randomUUID().toString();
  private PlanDesk desk;
  private String planner;
  private String colleague;
  private Answer draft;
  private String url;

  @BeforeEach
  void startDraft() {
    desk = new PlanDesk(port, accounts);
    planner = desk.person(Role.PLANNER);
    colleague = desk.person(Role.PLANNER);
    draft = start();
    url = "/api/v1/plans/" + draft.id();
  }

  @Test
  void everyWindowSeesTheOthersAndHowThePlanStands() {
    Answer alone = announce(planner, here, ",\"doing\":\"EDITING\"");
    assertThat(alone.status()).as("%s", alone.json()).isEqualTo(200);
    assertThat(alone.header("Cache-Control")).contains("no-store");
    assertThat(alone.json().path("people")).isEmpty();
    assertThat(alone.json().path("lockVersion").asInt()).isEqualTo(1);
    assertThat(alone.json().path("etag").asString()).isEqualTo(draft.etag());
    assertThat(alone.json().path("revision").asInt()).isEqualTo(1);
    assertThat(alone.json().path("status").asString()).isEqualTo("DRAFT");
    assertThat(alone.json().path("openComments").asInt(-1)).isZero();
    assertThat(alone.json().path("lastComment").asInt(-1)).isZero();

    String subzone = UUID.randomUUID().toString();
    Answer two = announce(colleague, there, ",\"subzone\":\"" + subzone + "\"");
    JsonNode seen = two.json().at("/people/0");
    assertThat(two.json().path("people")).hasSize(1);
    assertThat(seen.path("name").asString()).isEqualTo(planner);
    assertThat(seen.path("displayName").asString()).isEqualTo(planner);
    assertThat(seen.path("session").asString()).isEqualTo(here);
    assertThat(seen.path("doing").asString()).isEqualTo("EDITING");
    assertThat(seen.path("subzone").isNull()).isTrue();
    JsonNode back = announce(planner, here, "").json().path("people");
    assertThat(back.at("/0/subzone").asString()).isEqualTo(subzone);
    assertThat(back.at("/0/doing").asString()).isEqualTo("VIEWING");
    assertThat(sinceSeenBy(colleague)).isBetween(Duration.ofSeconds(-5), Duration.ofMinutes(1));
  }

  @Test
  void ownSecondWindowIsSeenToo() {
    announce(planner, here, "");
    assertThat(people(announce(planner, there, ""))).containsExactly(planner);
  }

  @Test
  void tellsWhenSomebodyDrewMeanwhile() {
    announce(planner, here, "");
    Answer drawn =
        desk.post(
            planner, url + "/edits", draft.etag(), "{\"edits\":[" + desk.wholeZone("HP") + "]}");
    assertThat(drawn.status()).as("%s", drawn.json()).isEqualTo(200);
    JsonNode now = announce(planner, here, "").json();
    assertThat(now.path("etag").asString()).isEqualTo(drawn.etag());
    assertThat(now.path("lockVersion").asInt()).isEqualTo(2);
    assertThat(now.path("revision").asInt()).isEqualTo(2);
  }

  @Test
  void whoIsNotHeardOfForHalfAMinuteIsGoneAndSweptAway() {
    announce(planner, here, "");
    silent(here, 29);
    assertThat(people(announce(colleague, there, ""))).containsExactly(planner);
    silent(here, 31);
    assertThat(people(announce(colleague, there, ""))).isEmpty();
    assertThat(rows(here)).isZero();
  }

  @Test
  void sinceIsKeptByHeartbeatsAndBeginsAnewAfterAPause() {
    announce(planner, here, "");
    jdbc.sql(
            """
            update zoning.presences set since = since - interval '1 hour'
            where session = cast(:s as uuid)""")
        .param("s", here)
        .update();
    announce(planner, here, "");
    assertThat(sinceSeenBy(colleague)).isGreaterThan(Duration.ofMinutes(59));
    silent(here, 31);
    announce(planner, here, "");
    assertThat(sinceSeenBy(colleague)).isLessThan(Duration.ofMinutes(1));
  }

  @Test
  void windowHasOnePlanOpenAtMost() {
    announce(planner, here, "");
    String other = "/api/v1/plans/" + start().id();
    assertThat(desk.put(planner, other + "/presence", "{\"session\":\"" + here + "\"}").status())
        .isEqualTo(200);
    assertThat(people(announce(colleague, there, ""))).isEmpty();
    assertThat(rows(here)).isEqualTo(1);
    // a farewell to the first plan that comes late does not end the second
    assertThat(leaveAsJson(planner, "application/json", here)).isEqualTo(204);
    assertThat(rows(here)).isEqualTo(1);
  }

  @Test
  void nobodyTakesOrEndsTheWindowOfSomebodyElse() {
    announce(planner, here, "");
    announce(colleague, here, "");
    assertThat(people(announce(planner, here, ""))).containsExactly(colleague);
    assertThat(leaveAsJson(desk.person(Role.PLANNER), "application/json", here)).isEqualTo(204);
    assertThat(rows(here)).isEqualTo(2);
  }

  @Test
  void leavingEndsPresenceAsJsonAndAsPlainText() {
    for (String type : List.of("application/json", "text/plain;charset=UTF-8")) {
      announce(planner, here, "");
      assertThat(leaveAsJson(planner, type, here)).as(type).isEqualTo(204);
      assertThat(people(announce(colleague, there, ""))).as(type).isEmpty();
      assertThat(leaveAsJson(planner, type, here)).as(type).isEqualTo(204);
    }
  }

  @Test
  void closingPageLeavesWithItsCookieAndTheTokenInAFormField() {
    SignedIn page = signIn(planner);
    for (String token : List.of(page.plainToken(), page.maskedToken())) {
      announce(planner, here, "");
      assertThat(beacon(page.cookies(), "session=" + here)).isEqualTo(403);
      assertThat(beacon(page.cookies(), "session=" + here + "&_csrf=" + UUID.randomUUID()))
          .isEqualTo(403);
      assertThat(rows(here)).isEqualTo(1);
      assertThat(beacon(page.cookies(), "session=" + here + "&_csrf=" + encode(token)))
          .isEqualTo(204);
      assertThat(rows(here)).isZero();
    }
  }

  @Test
  void planIsOpenForStaffOnly() {
    String body = "{\"session\":\"" + here + "\"}";
    for (Role role : List.of(Role.PLANNER, Role.APPROVER, Role.ADMIN)) {
      assertThat(desk.put(desk.person(role), url + "/presence", body).status()).isEqualTo(200);
    }
    for (Role role : List.of(Role.FIRM, Role.OFFICER)) {
      String stranger = desk.person(role);
      Answer refused = desk.put(stranger, url + "/presence", body);
      assertThat(refused.status()).isEqualTo(404);
      assertThat(refused.type()).isEqualTo("/problems/zoning/unknown-plan");
      assertThat(leaveAsJson(stranger, "application/json", here)).isEqualTo(404);
    }
    assertThat(desk.put(null, url + "/presence", body).status()).isEqualTo(401);
    assertThat(leaveAsJson(null, "application/json", here)).isEqualTo(401);
    assertThat(rows(here)).isEqualTo(3);
    assertThat(desk.put(planner, "/api/v1/plans/999999999/presence", body).status()).isEqualTo(404);
  }

  @Test
  void oddAnnouncementsAreRefusedByField() {
    String uuid = "{\"session\":\"" + here + "\",";
    for (String[] odd :
        new String[][] {
          {"{}", "session"},
          {"{\"session\":\"1-1-1-1-1\"}", "session"},
          {"{\"session\":\"" + "a".repeat(1 << 20) + "\"}", "session"},
          {uuid + "\"subzone\":\"\\u0000\"}", "subzone"},
          {uuid + "\"doing\":\"DANCING\"}", "doing"},
          {uuid + "\"doing\":{\"a\":1}}", "body"},
          {"[", "body"},
          {"", "body"}
        }) {
      Answer answer = desk.put(planner, url + "/presence", odd[0]);
      assertThat(answer.status()).as(odd[1]).isEqualTo(400);
      assertThat(answer.json().path("field").asString()).isEqualTo(odd[1]);
    }
    assertThat(leaveAsJson(planner, "application/json", "x")).isEqualTo(400);
    assertThat(desk.post(planner, url + "/presence/leave", null, "[[[").status()).isEqualTo(400);
    assertThat(beaconAs(planner, "")).isEqualTo(400);
  }

  private Answer start() {
    return desk.post(
        planner,
        "/api/v1/plans",
        null,
        "{\"zone\":\"HP\",\"titleVi\":\"Cùng vẽ\",\"titleEn\":\"Together\"}");
  }

  private Answer announce(String who, String session, String more) {
    return desk.put(who, url + "/presence", "{\"session\":\"" + session + "\"" + more + "}");
  }

  private static List<String> people(Answer answer) {
    return answer
        .json()
        .path("people")
        .valueStream()
        .map(person -> person.path("name").asString())
        .toList();
  }

  private Duration sinceSeenBy(String who) {
    String since = announce(who, there, "").json().at("/people/0/since").asString();
    return Duration.between(Instant.parse(since), Instant.now());
  }

  private void silent(String session, int seconds) {
    jdbc.sql(
            """
            update zoning.presences set seen_at = now() - make_interval(secs => :seconds)
            where session = cast(:s as uuid)""")
        .param("s", session)
        .param("seconds", seconds)
        .update();
  }

  private long rows(String session) {
    return jdbc.sql("select count(*) from zoning.presences where session = cast(:s as uuid)")
        .param("s", session)
        .query(Long.class)
        .single();
  }

  private int leaveAsJson(@Nullable String who, String type, String session) {
    return desk.send(
            who,
            HttpRequest.newBuilder(desk.uri(url + "/presence/leave"))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString("{\"session\":\"" + session + "\"}")))
        .status();
  }

  private HttpRequest.Builder form(String path, String fields) {
    return HttpRequest.newBuilder(desk.uri(path))
        .header("Content-Type", "application/x-www-form-urlencoded;charset=UTF-8")
        .POST(BodyPublishers.ofString(fields));
  }

  private int beacon(String cookies, String fields) {
    return desk.send(null, form(url + "/presence/leave", fields).header("Cookie", cookies))
        .status();
  }

  private int beaconAs(String who, String fields) {
    return desk.send(who, form(url + "/presence/leave", fields)).status();
  }

  private record SignedIn(String cookies, String plainToken, String maskedToken) {}

  private SignedIn signIn(String who) {
    Answer form = desk.get(null, "/login");
    Answer in =
        desk.send(
            null,
            form(
                    "/login",
                    "username="
                        + who
                        + "&password="
                        + encode(desk.password())
                        + "&_csrf="
                        + encode(masked(form)))
                .header("Cookie", cookies(form)));
    assertThat(in.status()).isEqualTo(302);
    String session =
        in.raw().headers().allValues("Set-Cookie").stream()
            .filter(cookie -> cookie.startsWith("SESSION="))
            .map(cookie -> cookie.replaceAll(";.*", ""))
            .findFirst()
            .orElseThrow();
    Answer page =
        desk.send(null, HttpRequest.newBuilder(desk.uri("/login")).header("Cookie", session).GET());
    String token = cookies(page).replaceAll(".*XSRF-TOKEN=([^;]+).*", "$1");
    assertThat(token).hasSize(36);
    return new SignedIn(session + "; XSRF-TOKEN=" + token, token, masked(page));
  }

  private static String masked(Answer page) {
    return new String(page.raw().body(), StandardCharsets.UTF_8)
        .replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
  }

  private static String cookies(Answer answer) {
    return answer.raw().headers().allValues("Set-Cookie").stream()
        .map(cookie -> cookie.replaceAll(";.*", ""))
        .collect(Collectors.joining("; "));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
