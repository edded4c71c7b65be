package vn.khuxuong.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.khuxuong.KhuxuongTest;

@KhuxuongTest
class SecurityHttpTest {
  private static final String PASSWORD = "mật khẩu thử 12";

  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private JdbcClient jdbc;
  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void publicAnswersSetNoCookieAndCarryTheStrictPolicy() throws Exception {
    HttpResponse<String> answer = send(get("/actuator/health/readiness"));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'self'", "script-src 'self'", "object-src 'none'")
        .doesNotContain("unsafe");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
  }

  @Test
  void changesAreRefusedWithoutAnAccount() throws Exception {
    HttpResponse<String> answer =
        send(request("/api/v1/anything").POST(HttpRequest.BodyPublishers.ofString("{}")));
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
  }

  @Test
  void jobsAskForAnAccountAndForAStaffRole() throws Exception {
    String path = "/api/v1/jobs/" + UUID.randomUUID();
    assertThat(send(get(path)).statusCode()).isEqualTo(401);
    assertThat(send(as(newAccount(Set.of(Role.FIRM)), get(path))).statusCode()).isEqualTo(403);
    HttpResponse<String> staff = send(as(newAccount(Set.of(Role.OFFICER)), get(path)));
    assertThat(staff.statusCode()).isEqualTo(404);
    assertThat(staff.body()).contains("/problems/not-found");
  }

  @Test
  void metricsAreForAdministrators() throws Exception {
    assertThat(send(get("/actuator/prometheus")).statusCode()).isEqualTo(401);
    assertThat(send(as(newAccount(Set.of(Role.PLANNER)), get("/actuator/prometheus"))).statusCode())
        .isEqualTo(403);
    assertThat(send(as(newAccount(Set.of(Role.ADMIN)), get("/actuator/prometheus"))).body())
        .contains("jvm_memory_used_bytes");
  }

  @Test
  void aForeignPageCannotUseStoredBasicCredentials() throws Exception {
    HttpRequest.Builder forged =
        as(newAccount(Set.of(Role.OFFICER)), request("/api/v1/jobs/" + UUID.randomUUID()))
            .header("Sec-Fetch-Site", "cross-site")
            .DELETE();
    assertThat(send(forged).statusCode()).isEqualTo(403);
  }

  @Test
  void peopleSignInWithTheFormAndItsToken() throws Exception {
    String name = newAccount(Set.of(Role.OFFICER));
    HttpResponse<String> form = send(get("/login"));
    String cookie = cookies(form);
    String token = form.body().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
    String fields = "username=" + name + "&password=" + encode(PASSWORD);
    assertThat(send(post("/login", fields, cookie)).statusCode()).isEqualTo(403);
    HttpResponse<String> in = send(post("/login", fields + "&_csrf=" + encode(token), cookie));
    assertThat(in.statusCode()).isEqualTo(302);
    assertThat(in.headers().firstValue("Location").orElseThrow()).doesNotContain("failed");
    HttpResponse<String> signedIn =
        send(get("/api/v1/jobs/" + UUID.randomUUID()).header("Cookie", cookies(in)));
    assertThat(signedIn.statusCode()).isEqualTo(404);
    String wrong = "username=" + name + "&password=nope&_csrf=" + encode(token);
    assertThat(send(post("/login", wrong, cookie)).headers().firstValue("Location").orElseThrow())
        .contains("/login?failed");
  }

  @Test
  void passwordsAreKeptAsHashesAndChangesAreAudited() {
    String name = newAccount(Set.of(Role.PLANNER));
    String hash =
        jdbc.sql("select password_hash from platform.users where username = :name")
            .param("name", name)
            .query(String.class)
            .single();
    assertThat(hash).startsWith("{bcrypt}").doesNotContain(PASSWORD);
    assertThat(accounts.changePassword(name, "một mật khẩu khác")).isTrue();
    List<String> actions =
        jdbc.sql(
                "select action from platform.audit where subject_type = 'account' and subject_id = :name order by id")
            .param("name", name)
            .query(String.class)
            .list();
    assertThat(actions).containsExactly("account.added", "account.password-changed");
  }

  @Test
  void theAuditTableRefusesChanges() {
    newAccount(Set.of());
    for (String change :
        List.of(
            "update platform.audit set actor = 'x'",
            "delete from platform.audit",
            "truncate platform.audit")) {
      assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> jdbc.sql(change).update()))
          .as(change)
          .hasStackTraceContaining("append-only");
    }
  }

  private String newAccount(Set<Role> roles) {
    String name = "t" + UUID.randomUUID().toString().substring(0, 12);
    assertThat(accounts.add(name, "Thử", roles, PASSWORD)).isTrue();
    assertThat(accounts.add(name, "Thử", roles, PASSWORD)).isFalse();
    return name;
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
  }

  private HttpRequest.Builder get(String path) {
    return request(path).GET();
  }

  private HttpRequest.Builder post(String path, String fields, String cookie) {
    return request(path)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header("Cookie", cookie)
        .POST(HttpRequest.BodyPublishers.ofString(fields));
  }

  private static HttpRequest.Builder as(String name, HttpRequest.Builder request) {
    String pair = name + ":" + PASSWORD;
    return request.header(
        "Authorization",
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
  }

  private static String cookies(HttpResponse<?> answer) {
    return String.join(
        "; ",
        answer.headers().allValues("Set-Cookie").stream()
            .map(c -> c.replaceAll(";.*", ""))
            .toList());
  }

  private static String encode(String text) {
    return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), BodyHandlers.ofString());
  }
}
