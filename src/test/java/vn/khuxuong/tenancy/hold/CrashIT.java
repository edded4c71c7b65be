package vn.khuxuong.tenancy.hold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import vn.khuxuong.Khuxuong;
import vn.khuxuong.platform.database.Database;
import vn.khuxuong.platform.security.Role;
import vn.khuxuong.tenancy.Market;

/**
 * The service and then PostgreSQL are killed with SIGKILL in the middle of a storm of holds and
 * releases; what was acknowledged is found afterwards. {@code -Dkhu.crash=10000} for a storm of as
 * many operations.
 */
class CrashIT {
  private static final int BEFORE_THE_CRASH = Integer.getInteger("khu.crash", 600) / 2;
  private static final int WORKERS = 8;
  private static final int PATIENCE_SECONDS = 240;
  private static final String PASSWORD = "mật khẩu khi bão";

  private final HttpClient http = HttpClient.newHttpClient();
  private final Queue<Long> held = new ConcurrentLinkedQueue<>();
  private final Queue<Long> asked = new ConcurrentLinkedQueue<>();
  private final Queue<Long> released = new ConcurrentLinkedQueue<>();
  private final AtomicInteger answers = new AtomicInteger();
  private int port;
  private @Nullable Process service;

  @AfterEach
  void stop() throws Exception {
    Process running = service;
    if (running != null && running.isAlive()) {
      running.destroy();
      running.waitFor(60, TimeUnit.SECONDS);
    }
  }

  @Test
  void everyAcknowledgedHoldSurvivesTheDeathOfServiceAndDatabase() throws Exception {
    Path data = Files.createDirectories(Path.of("target/test-clusters/crash-" + UUID.randomUUID()));
    assumeTrue(System.getenv().getOrDefault("KHU_DB_URL", "").isBlank(), "a cluster of its own");
    Process first = start(data);
    List<Long> floors = new ArrayList<>();
    String officer;
    long postmaster;
    try (Database running = Database.join(Map.of(), data)) {
      JdbcClient jdbc = JdbcClient.create(running.dataSource());
      Market market = new Market(jdbc, PASSWORD);
      for (int i = 0; i < 6; i++) {
        floors.add(market.floor());
      }
      officer = market.account(Role.OFFICER);
      postmaster =
          jdbc.sql("select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::bigint")
              .query(Long.class)
              .single();
    }
    ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
    for (int i = 0; i < WORKERS; i++) {
      Random random = new Random(i);
      workers.execute(() -> storm(officer, floors, random));
    }
    long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (answers.get() < BEFORE_THE_CRASH && System.nanoTime() < patience) {
      Thread.sleep(20);
    }
    ProcessHandle database = ProcessHandle.of(postmaster).orElseThrow();
    database.destroyForcibly();
    first.destroyForcibly();
    database.onExit().get(60, TimeUnit.SECONDS);
    first.waitFor(60, TimeUnit.SECONDS);
    workers.shutdownNow();
    assertThat(workers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    assertThat(answers.get()).isGreaterThanOrEqualTo(BEFORE_THE_CRASH);

    start(data);
    try (Database again = Database.join(Map.of(), data)) {
      JdbcClient jdbc = JdbcClient.create(again.dataSource());
      Set<Long> alive = ids(jdbc, "status = 'LIVE'");
      Set<Long> ended = ids(jdbc, "status = 'RELEASED'");
      Set<Long> unsure = Set.copyOf(asked);
      System.out.println(
          "Crash: " + held.size() + " holds and " + released.size() + " releases acknowledged");
      assertThat(held).isNotEmpty();
      assertThat(held).allMatch(id -> alive.contains(id) || ended.contains(id));
      assertThat(held.stream().filter(id -> !unsure.contains(id))).allMatch(alive::contains);
      assertThat(released).isNotEmpty().allMatch(ended::contains);
      assertThat(
              jdbc.sql("select count(*) from space.double_bookings()").query(Long.class).single())
          .isZero();
      assertThat(
              jdbc.sql(
                      """
                      select count(*) from tenancy.holds h
                      join space.occupancies o on o.id = h.occupancy_id
                      where (h.status = 'LIVE') <> o.live""")
                  .query(Long.class)
                  .single())
          .isZero();
      assertThat(
              jdbc.sql("select count(*) from space.occupancies where live")
                  .query(Long.class)
                  .single())
          .as("no claim without its hold")
          .isEqualTo(alive.size());
    }
  }

  private void storm(String officer, List<Long> floors, Random random) {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        if (random.nextInt(3) > 0) {
          hold(officer, floors, random);
        } else {
          release(officer, random);
        }
      } catch (IOException dead) {
        return;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void hold(String officer, List<Long> floors, Random random)
      throws IOException, InterruptedException {
    String body =
        Market.wish(floors.get(random.nextInt(floors.size())), random.nextInt(6), 1)
            .replace("2027-01-01", (2027 + random.nextInt(20)) + "-01-01");
    HttpResponse<String> answer =
        send(officer, request("/api/v1/holds").POST(BodyPublishers.ofString(body)));
    if (answer.statusCode() == 201) {
      held.add(JsonMapper.shared().readTree(answer.body()).path("id").asLong());
    }
  }

  private void release(String officer, Random random) throws IOException, InterruptedException {
    List<Long> known = List.copyOf(held);
    if (known.isEmpty()) {
      return;
    }
    long id = known.get(random.nextInt(known.size()));
    asked.add(id);
    if (send(officer, request("/api/v1/holds/" + id).DELETE()).statusCode() == 204) {
      released.add(id);
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
        .header("Content-Type", "application/json");
  }

  private HttpResponse<String> send(String who, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    byte[] credentials = (who + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8);
    request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
    HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
    if (answer.statusCode() < 500) {
      answers.incrementAndGet();
    }
    return answer;
  }

  private static Set<Long> ids(JdbcClient jdbc, String condition) {
    return Set.copyOf(
        jdbc.sql("select id from tenancy.holds where " + condition).query(Long.class).list());
  }

  private Process start(Path data) throws Exception {
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Khuxuong.class.getName(),
            "serve",
            "--port",
            String.valueOf(port));
    builder.environment().put("KHU_DATA", data.toString());
    builder.environment().put("KHU_DEMO", "off");
    Process started =
        builder
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(data.resolve("service.log").toFile()))
            .start();
    service = started;
    long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!isReady()) {
      assertThat(started.isAlive())
          .as(() -> "the service runs; its log is " + data.resolve("service.log"))
          .isTrue();
      assertThat(System.nanoTime()).isLessThan(patience);
      Thread.sleep(200);
    }
    return started;
  }

  private boolean isReady() throws InterruptedException {
    try {
      return http.send(
                  request("/actuator/health/readiness").GET().build(), BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException notYet) {
      return false;
    }
  }
}
