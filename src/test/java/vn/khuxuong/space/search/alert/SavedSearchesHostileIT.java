package vn.khuxuong.space.search.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import vn.khuxuong.platform.security.Role;

/**
 * Saved searches of those who mean no good: nobody is written to without end, and nothing is told.
 */
class SavedSearchesHostileIT extends FullHouse {

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
  void anAccountThatKeepsItsFiftyIsToldToDeleteOneAndNotToWait() throws Exception {
    String nga = "nga" + zone.toLowerCase(java.util.Locale.ROOT);
    accounts.add(nga, "Nga", Set.of(Role.FIRM), PASSWORD);
    jdbc.sql(
            """
            insert into space.saved_searches
              (query, owner, channel, feed_sha256, language, frequency, status, client_sha256,
               made_at, seen, seen_revision)
            select 'zone=' || n, :owner, 'FEED', encode(sha256(('f' || n)::bytea), 'hex'), 'VI',
              'AT_ONCE', 'ACTIVE', repeat('0', 64), now() - interval '2 days', '{}', 0
            from generate_series(1, 50) n""")
        .param("owner", nga)
        .update();
    Map<String, String> wish = Map.of("query", "zone=" + zone, "channel", "FEED");
    HttpResponse<String> full = call("POST", PATH, wish, nga);
    assertThat(full.statusCode()).isEqualTo(409);
    JsonNode problem = json.readTree(full.body());
    assertThat(problem.path("type").asString()).isEqualTo("/problems/space/searches-full");
    assertThat(problem.path("detail").asString()).contains("50");
    assertThat(problem.path("remedy").asString()).startsWith("Xóa một tìm kiếm");
    assertThat(full.headers().firstValue("Retry-After")).isEmpty();
    String one =
        jdbc.sql("select id::text from space.saved_searches where owner = :owner limit 1")
            .param("owner", nga)
            .query(String.class)
            .single();
    assertThat(call("DELETE", PATH + "/" + one, null, nga).statusCode()).isEqualTo(204);
    assertThat(call("POST", PATH, wish, nga).statusCode()).isEqualTo(201);
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
}
