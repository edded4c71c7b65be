package vn.khuxuong.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.khuxuong.KhuxuongTest;

/** A firm's person makes an account, and lands where it was going. */
@KhuxuongTest
class RegistrationHttpTest {
  private static final String PASSWORD = "bốn từ chẳng liên quan";

  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;
  @Autowired private HourlyAttempts attempts;
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void forgetAttempts() {
    jdbc.sql("delete from platform.registrations").update();
  }

  @Test
  void makesAFirmsAccountWhateverRoleIsAskedFor() throws Exception {
    String name = name() + "@xuong.example";
    HttpResponse<String> made =
        register(
            "{\"username\":\" "
                + name.toUpperCase(java.util.Locale.ROOT)
                + "\",\"password\":\""
                + PASSWORD
                + "\",\"roles\":[\"ADMIN\"],\"role\":\"ADMIN\"}");
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    assertThat(made.body()).contains(name, "\"roles\":[\"FIRM\"]").doesNotContain(PASSWORD);
    assertThat(
            jdbc.sql(
                    """
                    select r.role from platform.user_roles r
                    join platform.users u on u.id = r.user_id where u.username = :name""")
                .param("name", name)
                .query(String.class)
                .list())
        .containsExactly("FIRM");
    assertThat(
            jdbc.sql(
                    """
                    select actor || ' ' || action from platform.audit
                    where subject_type = 'account' and subject_id = :name""")
                .param("name", name)
                .query(String.class)
                .list())
        .containsExactly(name + " account.registered");
    HttpResponse<String> mine =
        send(
            request("/api/v1/applications")
                .header("Authorization", "Basic " + base64(name + ":" + PASSWORD))
                .GET());
    assertThat(mine.statusCode()).isEqualTo(200);
  }

  @Test
  void needsTheTokenOfThePage() throws Exception {
    HttpResponse<String> forged =
        send(
            request("/api/v1/accounts")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(account(name(), PASSWORD))));
    assertThat(forged.statusCode()).isIn(401, 403);
  }

  @Test
  void refusesNamesAndPasswordsThatWillNotDo() throws Exception {
    assertRefused(account("Nguyễn Văn A", PASSWORD), "username");
    assertRefused(account("system", PASSWORD), "username");
    assertRefused(account("a\\nb", PASSWORD), "username");
    assertRefused(account(name(), "ngắn"), "password");
    assertRefused(account(name(), "Password123"), "password");
    assertRefused(account(name(), "aaaaaaaaaaaaaaa"), "password");
    assertRefused(account(name(), "x".repeat(20) + "ữ".repeat(30)), "password");
    String name = name() + "-long-enough";
    assertRefused(account(name + "@xuong.example", name), "password");
    assertThat(jdbc.sql("select count(*) from platform.registrations").query(Long.class).single())
        .as("what could not succeed is no attempt")
        .isZero();
  }

  @Test
  void aTakenNameTellsNothingElse() throws Exception {
    String name = name();
    assertThat(register(account(name, PASSWORD)).statusCode()).isEqualTo(201);
    HttpResponse<String> taken = register(account(name, "một mật khẩu khác hẳn"));
    assertThat(taken.statusCode()).isEqualTo(409);
    assertThat(taken.body())
        .contains("/problems/platform/name-taken", "\"field\":\"username\"")
        .doesNotContain("FIRM", "displayName");
    HttpResponse<String> still =
        send(
            request("/api/v1/applications")
                .header("Authorization", "Basic " + base64(name + ":" + PASSWORD))
                .GET());
    assertThat(still.statusCode()).as("the first password still holds").isEqualTo(200);
  }

  @Test
  void manyAttemptsFromOnePlaceAreRefused() throws Exception {
    String name = name();
    assertThat(register(account(name, PASSWORD)).statusCode()).isEqualTo(201);
    jdbc.sql(
            """
            insert into platform.registrations (source)
            select source from platform.registrations, generate_series(1, 18)""")
        .update();
    assertThat(register(account(name, PASSWORD)).statusCode()).isEqualTo(409);
    HttpResponse<String> refused = register(account(name(), PASSWORD));
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.body()).contains("/problems/platform/too-many-attempts");
    assertThat(jdbc.sql("select count(*) from platform.registrations").query(Long.class).single())
        .as("who goes on trying uses up neither the next hour nor what all have together")
        .isEqualTo(20);
    jdbc.sql("update platform.registrations set at = at - interval '61 minutes'").update();
    assertThat(register(account(name(), PASSWORD)).statusCode()).isEqualTo(201);
    jdbc.sql(
            """
            insert into platform.registrations (source)
            select cast('198.51.100.' || n % 250 as inet) from generate_series(1, 300) n""")
        .update();
    assertThat(register(account(name(), PASSWORD)).statusCode())
        .as("from all places together")
        .isEqualTo(429);
  }

  @Test
  void attemptsAtTheSameTimeSeeEachOther() throws Exception {
    ExecutorService people = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Boolean>> tries =
          Collections.nCopies(
              40, () -> attempts.note(HourlyAttempts.Kind.ACCOUNT, "::/64", 5, 300));
      int let = 0;
      for (Future<Boolean> one : people.invokeAll(tries)) {
        let += one.get() ? 1 : 0;
      }
      assertThat(let).isEqualTo(5);
    } finally {
      people.shutdownNow();
    }
  }

  @Test
  void landsWhereItWasGoingButNeverElsewhere() throws Exception {
    String name = name();
    assertThat(register(account(name, PASSWORD)).statusCode()).isEqualTo(201);
    assertThat(landing(name, "")).endsWith("/firm");
    String apply = "/firm/apply?building=TT-A&floor=1&firstBay=0&bayCount=2&step=3";
    assertThat(landing(name, apply)).endsWith(apply);
    for (String evil :
        new String[] {
          "//evil.example/", "https://evil.example/", "/\\evil.example", "javascript:1"
        }) {
      assertThat(landing(name, evil)).as(evil).endsWith("/firm").doesNotContain("evil");
    }
    HttpResponse<String> wrong = signIn(name, "sai mật khẩu rồi", apply);
    assertThat(wrong.headers().firstValue("Location").orElseThrow())
        .contains("/login?failed&next=" + URLEncoder.encode(apply, StandardCharsets.UTF_8));
  }

  private String landing(String name, String next) throws Exception {
    HttpResponse<String> in = signIn(name, PASSWORD, next);
    assertThat(in.statusCode()).isEqualTo(302);
    return in.headers().firstValue("Location").orElseThrow();
  }

  private HttpResponse<String> signIn(String name, String password, String next) throws Exception {
    HttpResponse<String> form = send(request("/login").GET());
    String token = form.body().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
    String fields =
        "username="
            + encode(name)
            + "&password="
            + encode(password)
            + "&next="
            + encode(next)
            + "&_csrf="
            + encode(token);
    return send(
        request("/login")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Cookie", cookies(form))
            .POST(HttpRequest.BodyPublishers.ofString(fields)));
  }

  private void assertRefused(String body, String field) throws Exception {
    HttpResponse<String> refused = register(body);
    assertThat(refused.statusCode()).as(body).isEqualTo(422);
    assertThat(refused.body()).contains("\"field\":\"" + field + "\"");
  }

  private HttpResponse<String> register(String body) throws Exception {
    HttpResponse<String> page = send(request("/firm").GET());
    String cookies = cookies(page);
    String token = cookies.replaceAll(".*XSRF-TOKEN=([^;]+).*", "$1");
    return send(
        request("/api/v1/accounts")
            .header("Content-Type", "application/json")
            .header("Cookie", cookies)
            .header("X-XSRF-TOKEN", token)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private static String name() {
    return "t" + UUID.randomUUID().toString().substring(0, 12);
  }

  private static String account(String name, String password) {
    return "{\"username\":\"" + name + "\",\"password\":\"" + password + "\"}";
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
  }

  private static String cookies(HttpResponse<?> answer) {
    return String.join(
        "; ",
        answer.headers().allValues("Set-Cookie").stream()
            .map(cookie -> cookie.replaceAll(";.*", ""))
            .toList());
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), BodyHandlers.ofString());
  }
}
