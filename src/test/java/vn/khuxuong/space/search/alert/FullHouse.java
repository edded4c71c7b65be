package vn.khuxuong.space.search.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.space.InventedTown;

/** Somebody who looks for space where nothing is free, and the mails and feeds that come. */
@AlertTest
abstract class FullHouse {
  static final String PATH = "/api/v1/saved-searches";
  static final String PASSWORD = "mật khẩu của Minh";
  static final AtomicInteger NUMBER = new AtomicInteger();

  @LocalServerPort private int port;
  @Autowired JdbcClient jdbc;
  @Autowired Accounts accounts;
  final HttpClient http = HttpClient.newHttpClient();
  final JsonMapper json = JsonMapper.builder().build();
  String zone = "";
  long floor;
  String email = "";

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

  HttpResponse<String> save(String in, String frequency) throws Exception {
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

  HttpResponse<String> saveFeed(String in) throws Exception {
    return call(
        "POST", PATH, Map.of("query", "zone=" + in, "channel", "FEED", "language", "vi"), null);
  }

  boolean isKnown(String code) {
    try {
      return call("GET", "/api/v1/vacancies?zone=" + code, null, null).statusCode() == 200;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  void withdraw() {
    jdbc.sql(
            """
            update space.occupancies set withdrawn_at = now(), withdrawn_reason = 'test'
            where floor_id = :floor and live""")
        .param("floor", floor)
        .update();
  }

  /** Makes all searches be looked at once more, and waits until that is done. */
  void elsewhereSomethingChanges() {
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

  long active() {
    return jdbc.sql("select count(*) from space.saved_searches where status = 'ACTIVE'")
        .query(Long.class)
        .single();
  }

  /** Whether the search has seen a bay of the floor. */
  boolean seen(String bay) {
    return jdbc.sql("select seen -> :floor @> cast(:bay as jsonb) from space.saved_searches")
        .param("floor", String.valueOf(floor))
        .param("bay", bay)
        .query((row, n) -> row.getBoolean(1))
        .single();
  }

  long mailsWith(String condition) {
    return jdbc.sql("select count(*) from space.alert_mails where " + condition)
        .query(Long.class)
        .single();
  }

  long count(String table) {
    return jdbc.sql("select count(*) from space." + table).query(Long.class).single();
  }

  int entries(String feed) {
    try {
      return get(feed).body().split("<entry>", -1).length - 1;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  static void await(BooleanSupplier condition) {
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

  String base() {
    return "http://127.0.0.1:" + port;
  }

  HttpResponse<String> get(String address) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(address)).header("Accept", "text/html").build(),
        BodyHandlers.ofString());
  }

  HttpResponse<String> post(String address, String form) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(address))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build(),
        BodyHandlers.ofString());
  }

  HttpResponse<String> call(
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
