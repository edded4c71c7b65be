package vn.khuxuong.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.CookieManager;
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
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import vn.khuxuong.KhuxuongTest;

/** Wrong passwords are limited, by account and by network, and nobody is locked out for ever. */
@KhuxuongTest
class SignInLimitsHttpTest {
  private static final String PASSWORD = "bốn từ chẳng liên quan";
  private static final String HOME = "203.0.113.7";

  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;
  @Autowired private Accounts accounts;
  @Autowired private AuthenticationManager signIn;
  private final HttpClient http =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private final String name = "t" + UUID.randomUUID().toString().substring(0, 12);

  @BeforeEach
  void account() {
    accounts.add(name, name, Set.of(Role.FIRM), PASSWORD);
    forget();
  }

  @AfterEach
  void forget() {
    jdbc.sql("delete from platform.sign_in_failures").update();
  }

  @Test
  void afterTenWrongPasswordsToolsAndPagesAreToldHowLongToWait() throws Exception {
    for (int i = 0; i < SignInLimits.MOST_HERE; i++) {
      assertThat(basic("sai mật khẩu " + i).statusCode()).isEqualTo(401);
    }
    HttpResponse<String> tool = basic(PASSWORD);
    assertThat(tool.statusCode()).as("not even the right one is looked at").isEqualTo(429);
    assertThat(tool.body()).contains("/problems/platform/too-many-sign-ins", "/accounts/forgot");
    assertThat(Integer.parseInt(tool.headers().firstValue("Retry-After").orElseThrow()))
        .isBetween(800, 900);
    HttpResponse<String> page = form(PASSWORD);
    assertThat(page.statusCode()).isEqualTo(429);
    assertThat(page.headers().firstValue("Retry-After")).isPresent();
    assertThat(page.body()).contains("Thử lại sau 15 phút", "name=\"password\"");
    assertThat(limited()).as("one line in the audit").isOne();

    jdbc.sql("update platform.sign_in_failures set at = at - interval '16 minutes'").update();
    assertThat(basic(PASSWORD).statusCode()).isEqualTo(200);
  }

  @Test
  void theRightPasswordForgetsTheWrongOnesAndAnotherAccountIsNotTouched() throws Exception {
    for (int i = 0; i < SignInLimits.MOST_HERE - 1; i++) {
      basic("sai mật khẩu " + i);
    }
    assertThat(basic(PASSWORD).statusCode()).isEqualTo(200);
    assertThat(
            jdbc.sql("select count(*) from platform.sign_in_failures").query(Long.class).single())
        .isZero();
  }

  @Test
  void strangersEverywhereDoNotLockOutWhereThePersonUsuallyIs() {
    assertThat(tryFrom(HOME, PASSWORD).isAuthenticated()).isTrue();
    for (int i = 0; i < SignInLimits.MOST_OF_ACCOUNT; i++) {
      String stranger = "198.51.100." + i;
      assertThatThrownBy(() -> tryFrom(stranger, "sai mật khẩu rồi"))
          .isInstanceOf(BadCredentialsException.class);
    }
    assertThatThrownBy(() -> tryFrom("192.0.2.1", PASSWORD)).isInstanceOf(TooManySignIns.class);
    assertThat(tryFrom(HOME, PASSWORD).isAuthenticated()).isTrue();
    accounts.resetPassword(name, PASSWORD);
    assertThat(tryFrom("192.0.2.1", PASSWORD).isAuthenticated())
        .as("a new password opens it everywhere")
        .isTrue();
  }

  @Test
  void oneNetworkCannotTryManyAccounts() {
    jdbc.sql(
            """
            insert into platform.sign_in_failures (account_sha256, source)
            select encode(sha256(cast('x' || n as bytea)), 'hex'), '198.51.100.9'
            from generate_series(1, 100) n""")
        .update();
    assertThatThrownBy(() -> tryFrom("198.51.100.9", PASSWORD)).isInstanceOf(TooManySignIns.class);
    assertThat(tryFrom("198.51.100.10", PASSWORD).isAuthenticated()).isTrue();
  }

  @Test
  void whoComesAtTheSameTimeGetsNoMoreGuesses() throws Exception {
    ExecutorService people = Executors.newFixedThreadPool(8);
    try {
      Callable<Boolean> guess =
          () -> {
            try {
              tryFrom("198.51.100.11", "sai mật khẩu rồi");
            } catch (TooManySignIns refused) {
              return true;
            } catch (BadCredentialsException wrong) {
              return false;
            }
            throw new AssertionError();
          };
      List<Callable<Boolean>> guesses = Collections.nCopies(40, guess);
      people.invokeAll(guesses);
      assertThat(
              jdbc.sql("select count(*) from platform.sign_in_failures").query(Long.class).single())
          .isEqualTo(SignInLimits.MOST_HERE);
      assertThat(limited()).isOne();
    } finally {
      people.shutdownNow();
    }
  }

  @Test
  void manyRequestsWithTheRightPasswordAtOnceAreAllAnswered() throws Exception {
    ExecutorService tools = Executors.newFixedThreadPool(8);
    try {
      Callable<Integer> call = () -> basic(PASSWORD).statusCode();
      for (var answer : tools.invokeAll(Collections.nCopies(24, call))) {
        assertThat(answer.get()).isEqualTo(200);
      }
    } finally {
      tools.shutdownNow();
    }
  }

  @Test
  void whatIsTypedAsANameIsKeptNowhere() throws Exception {
    assertThatThrownBy(() -> signIn.authenticate(from(HOME, "my p4ssword!\0", "x")))
        .isInstanceOf(BadCredentialsException.class);
    assertThat(
            jdbc.sql("select count(*) from platform.sign_in_failures f where f::text like '%p4ss%'")
                .query(Long.class)
                .single())
        .isZero();
  }

  private long limited() {
    return jdbc.sql(
            """
            select count(*) from platform.audit
            where action = 'account.sign-in-limited' and subject_id = :name""")
        .param("name", name)
        .query(Long.class)
        .single();
  }

  private Authentication tryFrom(String network, String password) {
    return signIn.authenticate(from(network, name, password));
  }

  private static Authentication from(String network, String name, String password) {
    var given = UsernamePasswordAuthenticationToken.unauthenticated(name, password);
    given.setDetails(new WebAuthenticationDetails(network, null));
    return given;
  }

  private HttpResponse<String> basic(String password) throws Exception {
    byte[] pair = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(base() + "/api/v1/applications"))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair))
                .build(),
            BodyHandlers.ofString());
  }

  private HttpResponse<String> form(String password) throws Exception {
    HttpRequest.Builder page = HttpRequest.newBuilder(URI.create(base() + "/login"));
    String body = http.send(page.build(), BodyHandlers.ofString()).body();
    String token = body.replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
    return http.send(
        page.header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "username="
                        + name
                        + "&password="
                        + encode(password)
                        + "&_csrf="
                        + encode(token)))
            .build(),
        BodyHandlers.ofString());
  }

  private String base() {
    return "http://localhost:" + port;
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
