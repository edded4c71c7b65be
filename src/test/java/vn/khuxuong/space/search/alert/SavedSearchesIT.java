package vn.khuxuong.space.search.alert;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.platform.security.Role;
import vn.khuxuong.space.InventedTown;

/** Saved searches, their mails and their feeds. */
@AlertTest
class SavedSearchesIT {
  private static final String PATH = "/api/v1/saved-searches";
  private static final String PASSWORD = "mật khẩu của Minh";
  private static final AtomicInteger NUMBER = new AtomicInteger();

  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;
  @Autowired private Accounts accounts;
  private final HttpClient http = HttpClient.newHttpClient();
  private final JsonMapper json = JsonMapper.builder().build();
  private String zone = "";
  private long floor;
  private String email = "";

  /** A zone of its own whose one floor is let: nothing is free. */
  @BeforeEach
  void fullHouse() {
    jdbc.sql("delete from space.saved_searches").update();
    int number = NUMBER.incrementAndGet();
    InventedTown town = new InventedTown(jdbc);
    zone = "Q" + number;
    floor = town.floor(town.building(town.zone(zone, "2060-12-31"), zone + "X-A"), 1);
    town.claim(floor, "LEASE", "[0,3)", "[2026-01-01,2040-01-01)");
    town.claim(floor, "LEASE", "[3,6)", "[2026-01-01,2040-01-01)");
    email = "xuong" + number + "@may.test";
    await(() -> isKnown(zone));
  }

  @Test
  void mailTellsOnceWhatFreedAndEndsWithOneClick() throws Exception {
    assertThat(save(zone, "AT_ONCE").statusCode()).isEqualTo(202);
    MimeMessage asks = MailServer.mail(email, 1);
    assertThat(asks.getSubject()).startsWith("Xác nhận");
    assertThat(MailServer.text(asks, 0)).contains("KCN Thử");
    String link = MailServer.link(asks, "/alerts/confirm");
    assertThat(get(link).body()).contains("Báo cho bạn khi có chỗ?", email);
    assertThat(active()).as("looking at a link changes nothing").isZero();
    assertThat(post(link, "").body()).contains("Đã bắt đầu báo");
    assertThat(active()).isOne();
    assertThat(get(link).body()).contains("Đã bắt đầu báo");

    withdraw();
    MimeMessage news = MailServer.mail(email, 2);
    assertThat(news.getSubject()).contains("2 chỗ mới", "1.200 m²");
    for (int form = 0; form < 2; form++) {
      assertThat(MailServer.text(news, form))
          .contains("khoang 0–2", "khoang 3–5", "600 m²", "bays");
    }
    assertThat(MailServer.link(news, "/?zone=")).contains("zone=" + zone + "&lang=vi");
    assertThat(news.getHeader("List-Unsubscribe-Post"))
        .containsExactly("List-Unsubscribe=One-Click");
    assertThat(news.getHeader("Message-ID")[0]).endsWith("@127.0.0.1>");

    elsewhereSomethingChanges();
    assertThat(MailServer.mails(email)).as("the same news come once").hasSize(2);

    String stop = news.getHeader("List-Unsubscribe")[0].replaceAll("[<>]", "");
    assertThat(get(stop).body()).contains("Thôi báo tìm kiếm này?");
    assertThat(active()).isOne();
    assertThat(post(stop, "List-Unsubscribe=One-Click").statusCode()).isEqualTo(200);
    assertThat(count("saved_searches") + count("search_news") + count("search_tokens")).isZero();
    assertThat(post(stop, "List-Unsubscribe=One-Click").body()).contains("Đã thôi báo");
    assertThat(get(stop).statusCode()).isEqualTo(404);
  }

  @Test
  void whatFreesBeforeTheLinkIsUsedIsToldAfterwards() throws Exception {
    save(zone, "AT_ONCE");
    MimeMessage asks = MailServer.mail(email, 1);
    withdraw();
    elsewhereSomethingChanges();
    assertThat(MailServer.mails(email)).hasSize(1);
    post(MailServer.link(asks, "/alerts/confirm"), "");
    assertThat(MailServer.mail(email, 2).getSubject()).contains("1.200 m²");
  }

  @Test
  void shorterRunsAreNoNewsAndWhatFreesAgainIs() throws Exception {
    String feed = json.readTree(saveFeed(zone).body()).path("feed").asString();
    withdraw();
    await(() -> entries(feed) == 1);
    InventedTown town = new InventedTown(jdbc);
    town.claim(floor, "LEASE", "[0,1)", "[2026-01-01,2040-01-01)");
    elsewhereSomethingChanges();
    assertThat(entries(feed)).as("bays 1 and 2 were told already").isOne();
    withdraw();
    await(() -> entries(feed) == 2);
  }

  @Test
  void feedIsAtomAndKnowsWhatTheReaderHas() throws Exception {
    HttpResponse<String> saved = saveFeed(zone);
    assertThat(saved.statusCode()).isEqualTo(201);
    String feed = json.readTree(saved.body()).path("feed").asString();
    withdraw();
    await(() -> entries(feed) == 1);
    HttpResponse<String> answer = get(feed);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/atom+xml");
    assertThat(answer.body())
        .contains("<feed xmlns=\"http://www.w3.org/2005/Atom\"", "<id>urn:uuid:", "rel=\"self\"")
        .contains("khoang 0–2", "/?b=" + zone + "X-A&amp;amp;floor=1&amp;amp;bays=0-2");
    String tag = answer.headers().firstValue("ETag").orElseThrow();
    assertThat(
            http.send(
                    HttpRequest.newBuilder(URI.create(feed)).header("If-None-Match", tag).build(),
                    BodyHandlers.ofString())
                .statusCode())
        .isEqualTo(304);
    String stop = json.readTree(saved.body()).path("stop").asString();
    post(stop, "");
    assertThat(get(feed).statusCode()).isEqualTo(404);
    assertThat(
            jdbc.sql("select count(*) from space.saved_searches s where s::text like :word")
                .param("word", "%" + feed.substring(feed.lastIndexOf('/') + 1) + "%")
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void nobodyLearnsWhetherAnAddressIsKnown() throws Exception {
    HttpResponse<String> first = save(zone, "AT_ONCE");
    for (int i = 0; i < 8; i++) {
      HttpResponse<String> again = save(zone, "AT_ONCE");
      assertThat(again.statusCode()).isEqualTo(first.statusCode());
      assertThat(again.body()).isEqualTo(first.body());
    }
    MailServer.mail(email, 5);
    elsewhereSomethingChanges();
    assertThat(MailServer.mails(email)).as("no more than five a day to confirm").hasSize(5);
  }

  @Test
  void confirmingTheSameSearchAgainTakesThePlaceOfTheFirst() throws Exception {
    for (int i = 1; i <= 2; i++) {
      save(zone, i == 1 ? "DAILY" : "AT_ONCE");
      post(MailServer.link(MailServer.mail(email, i), "/alerts/confirm"), "");
    }
    assertThat(
            jdbc.sql("select frequency from space.saved_searches where status = 'ACTIVE'")
                .query(String.class)
                .list())
        .containsExactly("AT_ONCE");
  }

  @Test
  void oneClientCannotSaveWithoutEnd() throws Exception {
    int refused = 0;
    for (int i = 0; i < 25; i++) {
      HttpResponse<String> answer = saveFeed(zone);
      if (answer.statusCode() != 201) {
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(json.readTree(answer.body()).path("remedy").asString()).isNotBlank();
        refused++;
      }
    }
    assertThat(refused).isEqualTo(5);
  }

  @Test
  void whatIsDecidedIsSentWhenTheMailServerIsBackAndOnce() throws Exception {
    save(zone, "AT_ONCE");
    post(MailServer.link(MailServer.mail(email, 1), "/alerts/confirm"), "");
    await(() -> active() == 1);
    MailServer.stop();
    try {
      withdraw();
      await(() -> mailsWith("attempts > 0 and leased_until is null and ended_at is null") == 1);
    } finally {
      MailServer.start();
    }
    assertThat(mailsWith("due_at > now() + interval '10 seconds' and fault is not null")).isOne();
    // as if the service had been killed while it was sending
    UUID mail =
        jdbc.sql(
                """
                update space.alert_mails set due_at = now(), leased_until = now() - interval '1 s'
                where ended_at is null returning id""")
            .query(UUID.class)
            .single();
    await(() -> MailServer.mails(email).size() == 2 || mailsWith("outcome = 'SENT'") == 2);
    MimeMessage news = MailServer.mails(email).get(MailServer.mails(email).size() - 1);
    assertThat(news.getHeader("Message-ID")[0]).contains(mail.toString());
    elsewhereSomethingChanges();
    assertThat(mailsWith("kind = 'NEWS'")).isOne();
    assertThat(mailsWith("outcome = 'SENT'")).isEqualTo(2);
  }

  @Test
  void dailyNewsWaitForTheMorningAndComeTogether() throws Exception {
    save(zone, "DAILY");
    post(MailServer.link(MailServer.mail(email, 1), "/alerts/confirm"), "");
    InventedTown town = new InventedTown(jdbc);
    withdraw();
    await(() -> count("search_news") == 1);
    town.claim(floor, "LEASE", "[0,3)", "[2026-01-01,2040-01-01)");
    await(() -> !seen("0"));
    withdraw();
    await(() -> count("search_news") == 2);
    assertThat(
            mailsWith(
                "kind = 'NEWS' and extract(hour from due_at at time zone 'Asia/Ho_Chi_Minh') = 7"
                    + " and due_at > now() and due_at <= now() + interval '1 day'"))
        .isOne();
    jdbc.sql("update space.alert_mails set due_at = now() where kind = 'NEWS'").update();
    assertThat(MailServer.mail(email, 2).getSubject()).contains("2 chỗ mới", "1.200 m²");
  }

  @Test
  void whatIsTakenAgainBeforeTheMailGoesOutIsNotTold() throws Exception {
    save(zone, "DAILY");
    post(MailServer.link(MailServer.mail(email, 1), "/alerts/confirm"), "");
    withdraw();
    await(() -> mailsWith("kind = 'NEWS'") == 1);
    InventedTown town = new InventedTown(jdbc);
    town.claim(floor, "LEASE", "[0,3)", "[2026-01-01,2040-01-01)");
    town.claim(floor, "LEASE", "[3,6)", "[2026-01-01,2040-01-01)");
    await(() -> !seen("0") && !seen("3"));
    jdbc.sql("update space.alert_mails set due_at = now() where kind = 'NEWS'").update();
    await(() -> mailsWith("outcome = 'DROPPED'") == 1);
    assertThat(MailServer.mails(email)).hasSize(1);
  }

  @Test
  void accountFindsItsSearchesAgainAndNobodyElsesDoes() throws Exception {
    accounts.add(
        "minh" + zone.toLowerCase(java.util.Locale.ROOT), "Minh", Set.of(Role.FIRM), PASSWORD);
    accounts.add(
        "lan" + zone.toLowerCase(java.util.Locale.ROOT), "Lan", Set.of(Role.FIRM), PASSWORD);
    String minh = "minh" + zone.toLowerCase(java.util.Locale.ROOT);
    String lan = "lan" + zone.toLowerCase(java.util.Locale.ROOT);
    assertThat(call("GET", PATH, null, null).statusCode()).isEqualTo(401);
    HttpResponse<String> saved =
        call("POST", PATH, Map.of("query", "load=10.0&zone=" + zone, "channel", "FEED"), minh);
    String place = saved.headers().firstValue("Location").orElseThrow();
    JsonNode list = json.readTree(call("GET", PATH, null, minh).body());
    assertThat(list.size()).isOne();
    assertThat(list.path(0).path("query").asString()).isEqualTo("load=10&zone=" + zone);
    assertThat(list.path(0).path("matches").asInt()).isZero();
    assertThat(json.readTree(call("GET", PATH, null, lan).body()).size()).isZero();
    for (String method : List.of("GET", "DELETE")) {
      HttpResponse<String> strange = call(method, place, null, lan);
      assertThat(strange.statusCode()).isEqualTo(404);
      assertThat(strange.body()).contains("/problems/space/unknown-saved-search");
    }
    JsonNode changed =
        json.readTree(
            call("PATCH", place, Map.of("frequency", "AT_ONCE", "language", "en"), minh).body());
    assertThat(changed.path("frequency").asString()).isEqualTo("AT_ONCE");
    assertThat(changed.path("language").asString()).isEqualTo("en");
    assertThat(call("PATCH", place, Map.of("query", "load=1"), minh).statusCode()).isEqualTo(400);
    String feed = json.readTree(saved.body()).path("feed").asString();
    String other =
        json.readTree(call("POST", place + "/feed", null, minh).body()).path("feed").asString();
    assertThat(get(feed).statusCode()).isEqualTo(404);
    assertThat(get(other).statusCode()).isEqualTo(200);
    assertThat(call("DELETE", place, null, minh).statusCode()).isEqualTo(204);
    assertThat(call("GET", place, null, minh).statusCode()).isEqualTo(404);
  }

  @Test
  void savingAndDeletingInTurnWritesToNobodyWithoutEnd() throws Exception {
    String minh = "minh" + zone.toLowerCase(java.util.Locale.ROOT);
    accounts.add(minh, "Minh", Set.of(Role.FIRM), PASSWORD);
    Map<String, String> wish = Map.of("query", "zone=" + zone, "channel", "EMAIL", "email", email);
    for (int i = 1; i <= 7; i++) {
      JsonNode saved = json.readTree(call("POST", PATH, wish, minh).body());
      if (i <= 5) {
        MailServer.mail(email, i);
        String place = PATH + "/" + saved.path("id").asString();
        assertThat(call("DELETE", place, null, minh).statusCode()).isEqualTo(204);
        assertThat(call("GET", place, null, minh).statusCode()).isEqualTo(404);
      }
    }
    elsewhereSomethingChanges();
    assertThat(MailServer.mails(email)).as("five a day, deleted or not").hasSize(5);
    String link = MailServer.link(MailServer.mail(email, 5), "/alerts/confirm");
    assertThat(get(link).statusCode()).as("what was deleted never starts").isEqualTo(404);
    assertThat(json.readTree(call("GET", PATH, null, minh).body()).size()).isZero();
  }

  @Test
  void noForeignPageSavesInAName() throws Exception {
    String lan = "lan" + zone.toLowerCase(java.util.Locale.ROOT);
    accounts.add(lan, "Lan", Set.of(Role.FIRM), PASSWORD);
    String pair = lan + ":" + PASSWORD;
    HttpResponse<String> forged =
        http.send(
            HttpRequest.newBuilder(URI.create(base() + PATH))
                .header("Content-Type", "application/json")
                .header("Sec-Fetch-Site", "cross-site")
                .header(
                    "Authorization",
                    "Basic "
                        + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
                .POST(BodyPublishers.ofString("{\"query\":\"\",\"channel\":\"FEED\"}"))
                .build(),
            BodyHandlers.ofString());
    assertThat(forged.statusCode()).isEqualTo(403);
  }

  @Test
  void previewCountsWhatTheSearchFinds() {
    withdraw();
    await(
        () -> {
          try {
            String preview = PATH + "/preview?zone=" + zone;
            return json.readTree(call("GET", preview, null, null).body()).path("count").asInt()
                == 2;
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "a@b",
        "a@may.test\r\nBcc: b@may.test",
        "a@may.test,b@may.test",
        "A <a@may.test>",
        "a@may.test>",
        "\"a b\"@may.test",
        "a@[127.0.0.1]",
        "a@may.test%0d%0aBcc:b@may.test",
        "a@mày.test\u0000",
        "${jndi:ldap://x}@y"
      })
  void onlyOnePlainAddressIsWrittenTo(String address) throws Exception {
    HttpResponse<String> answer =
        call("POST", PATH, Map.of("query", "", "channel", "EMAIL", "email", address), null);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json.readTree(answer.body()).path("field").asString()).isEqualTo("email");
    assertThat(count("saved_searches")).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "areaMin=x | areaMin",
        "wrong=1 | wrong",
        "%zz | query",
        "zone=' or 1=1-- | zone",
        "load=1%0d%0aX: y | load",
        "from=2027-13-01 | from"
      })
  void onlyWhatTheSearchUnderstandsIsSaved(String query, String field) throws Exception {
    HttpResponse<String> answer =
        call("POST", PATH, Map.of("query", query, "channel", "FEED"), null);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json.readTree(answer.body()).path("field").asString()).isEqualTo(field);
  }

  @Test
  void equalSearchesAreOneText() throws Exception {
    String asked = "sort=rent&limit=5&lang=en&near=106.70,10.8&load=7.50&split=false&areaMin=0300";
    JsonNode preview = json.readTree(call("GET", PATH + "/preview?" + asked, null, null).body());
    assertThat(preview.path("query").asString()).isEqualTo("areaMin=300&load=7.5");
    assertThat(preview.path("words").path(0).path("vi").asString()).isEqualTo("≥ 300 m²");
    assertThat(preview.path("words").path(1).path("en").asString())
        .isEqualTo("Floor load ≥ 7.5 kN/m²");
    assertThat(preview.path("mail").asBoolean()).isTrue();
    assertThat(preview.path("account").isNull()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "' or 1=1--", "../../etc/passwd", "<script>alert(1)</script>"})
  void linksNobodyWroteLeadNowhere(String word) throws Exception {
    String token = java.net.URLEncoder.encode(word, StandardCharsets.UTF_8);
    for (String page : List.of("/alerts/confirm?token=", "/alerts/unsubscribe?token=")) {
      HttpResponse<String> answer = get(base() + page + token);
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(answer.body()).doesNotContain("<script>alert").contains("/css/tokens.css");
    }
    assertThat(call("GET", "/feeds/" + (word.isEmpty() ? "x" : token), null, null).statusCode())
        .isBetween(400, 404);
  }

  private HttpResponse<String> save(String in, String frequency) throws Exception {
    return call(
        "POST",
        PATH,
        Map.of(
            "query",
            "zone=" + in,
            "channel",
            "EMAIL",
            "email",
            email,
            "frequency",
            frequency,
            "language",
            "vi"),
        null);
  }

  private HttpResponse<String> saveFeed(String in) throws Exception {
    return call(
        "POST", PATH, Map.of("query", "zone=" + in, "channel", "FEED", "language", "vi"), null);
  }

  private boolean isKnown(String code) {
    try {
      return call("GET", "/api/v1/vacancies?zone=" + code, null, null).statusCode() == 200;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private void withdraw() {
    jdbc.sql(
            """
            update space.occupancies set withdrawn_at = now(), withdrawn_reason = 'test'
            where floor_id = :floor and live""")
        .param("floor", floor)
        .update();
  }

  /** Makes all searches be looked at once more, and waits until that is done. */
  private void elsewhereSomethingChanges() {
    InventedTown town = new InventedTown(jdbc);
    town.building(town.zone("R" + NUMBER.incrementAndGet(), "2060-12-31"), "R" + NUMBER + "X-A");
    await(
        () ->
            jdbc.sql(
                    """
                    select w.revision >= r.revision from space.search_watch w,
                      platform.data_revision r""")
                .query(Boolean.class)
                .single());
    await(() -> mailsWith("ended_at is null and due_at <= now()") == 0);
  }

  private long active() {
    return jdbc.sql("select count(*) from space.saved_searches where status = 'ACTIVE'")
        .query(Long.class)
        .single();
  }

  /** Whether the search has seen a bay of the floor. */
  private boolean seen(String bay) {
    return jdbc.sql("select seen -> :floor @> cast(:bay as jsonb) from space.saved_searches")
        .param("floor", String.valueOf(floor))
        .param("bay", bay)
        .query((row, n) -> row.getBoolean(1))
        .single();
  }

  private long mailsWith(String condition) {
    return jdbc.sql("select count(*) from space.alert_mails where " + condition)
        .query(Long.class)
        .single();
  }

  private long count(String table) {
    return jdbc.sql("select count(*) from space." + table).query(Long.class).single();
  }

  private int entries(String feed) {
    try {
      return get(feed).body().split("<entry>", -1).length - 1;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void await(BooleanSupplier condition) {
    long patience = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(patience);
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private String base() {
    return "http://127.0.0.1:" + port;
  }

  private HttpResponse<String> get(String address) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(address)).header("Accept", "text/html").build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String address, String form) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(address))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> call(
      String method,
      String path,
      @org.jspecify.annotations.Nullable Object body,
      @org.jspecify.annotations.Nullable String who)
      throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base() + path));
    if (who != null) {
      String pair = who + ":" + PASSWORD;
      request.header(
          "Authorization",
          "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    return http.send(
        request
            .method(
                method,
                body == null
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(json.writeValueAsString(body)))
            .build(),
        BodyHandlers.ofString());
  }
}
