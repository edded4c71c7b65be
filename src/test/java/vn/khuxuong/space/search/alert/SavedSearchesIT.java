package vn.khuxuong.space.search.alert;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.khuxuong.platform.security.Role;
import vn.khuxuong.space.InventedTown;

/** Saved searches, their mails and their feeds. */
class SavedSearchesIT extends FullHouse {

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
  void aMailInterruptedBetweenSendingAndMarkingIsSentAgainUnderTheSameId() throws Exception {
    // the database goes away when the mail is with the server and before it is marked
    jdbc.sql(
            """
            create function space.interrupted() returns trigger language plpgsql as
            $$ begin raise exception 'interrupted'; end $$""")
        .update();
    jdbc.sql(
            """
            create trigger interrupted before update on space.alert_mails for each row
            when (new.outcome = 'SENT') execute function space.interrupted()""")
        .update();
    MimeMessage first;
    try {
      save(zone, "AT_ONCE");
      first = MailServer.mail(email, 1);
      await(() -> mailsWith("leased_until is not null and attempts = 1") == 1);
      assertThat(mailsWith("outcome is null and ended_at is null")).as("never lost").isOne();
    } finally {
      jdbc.sql("drop trigger interrupted on space.alert_mails").update();
      jdbc.sql("drop function space.interrupted()").update();
    }
    Thread.sleep(1_500);
    assertThat(MailServer.mails(email)).as("nobody else takes it meanwhile").hasSize(1);
    jdbc.sql("update space.alert_mails set leased_until = now() - interval '1 s'").update();
    MimeMessage again = MailServer.mail(email, 2);
    assertThat(again.getHeader("Message-ID")).isEqualTo(first.getHeader("Message-ID"));
    assertThat(again.getSubject()).isEqualTo(first.getSubject());
    await(() -> mailsWith("outcome = 'SENT' and attempts = 2") == 1);
    // either copy's link works, and the other afterwards says so
    post(MailServer.link(again, "/alerts/confirm"), "");
    assertThat(active()).isOne();
    assertThat(get(MailServer.link(first, "/alerts/confirm")).statusCode()).isLessThan(500);
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
}
