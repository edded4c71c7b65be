package vn.khuxuong.platform.account;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.khuxuong.space.search.alert.AlertTest;
import vn.khuxuong.space.search.alert.MailServer;

/** An address is confirmed by a mail, and a forgotten password is set anew by another. */
@AlertTest
class AccountMailIT {
  private static final String FIRST = "bốn từ chẳng liên quan";
  private static final String SECOND = "năm từ khác hẳn nhau đấy";

  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;
  private final HttpClient http =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private String email = "";

  @BeforeEach
  void newcomer() {
    jdbc.sql("delete from platform.registrations").update();
    email = "t" + UUID.randomUUID().toString().substring(0, 12) + "@may.test";
  }

  @Test
  void registeringAsksForConfirmationAndLookingAtTheLinkChangesNothing() throws Exception {
    register(email, FIRST);
    MimeMessage asks = MailServer.mail(email, 1);
    assertThat(asks.getSubject()).startsWith("Xác nhận");
    assertThat(MailServer.text(asks, 1)).contains(email).doesNotContain(FIRST);
    String link = MailServer.link(asks, "/accounts/confirm");
    assertThat(get(link).body()).contains("Xác nhận thư điện tử?", email);
    assertThat(isConfirmed()).isFalse();
    assertThat(submit(link, "").body()).contains("Đã xác nhận");
    assertThat(isConfirmed()).isTrue();
    assertThat(get(link).statusCode()).as("it works once").isEqualTo(404);
    assertThat(audit()).containsSequence("account.registered", "account.email-confirmed");
    assertThat(email(email, FIRST).body()).contains(email, "\"confirmed\":true");
  }

  @Test
  void aForgottenPasswordIsSetAnewOnceAndEndsEverySession() throws Exception {
    confirmed();
    assertThat(forgot(email.toUpperCase(java.util.Locale.ROOT)).body())
        .contains("Xem hộp thư của bạn");
    MimeMessage mail = MailServer.mail(email, 2);
    assertThat(mail.getSubject()).isEqualTo("Đặt lại mật khẩu");
    String link = MailServer.link(mail, "/accounts/reset");
    assertThat(get(link).body()).contains("Mật khẩu mới").doesNotContain(email);
    assertThat(submit(link, "&password=ngan").body()).contains("ít nhất 10 ký tự");
    signIn(FIRST);
    assertThat(sessions()).isOne();

    HttpResponse<String> done = submit(link, "&password=" + encode(SECOND));
    assertThat(done.headers().firstValue("Location").orElseThrow()).contains("/login?changed");
    assertThat(sessions()).as("whoever was signed in is not any more").isZero();
    assertThat(email(email, FIRST).statusCode()).isEqualTo(401);
    assertThat(email(email, SECOND).statusCode()).isEqualTo(200);
    assertThat(MailServer.mail(email, 3).getSubject()).isEqualTo("Mật khẩu vừa được đổi");
    assertThat(submit(link, "&password=" + encode(FIRST)).statusCode()).isEqualTo(404);
    assertThat(audit()).endsWith("account.password-reset");
  }

  @Test
  void nothingTellsWhetherAnAccountIsKnown() throws Exception {
    confirmed();
    String known = forgot(email).body();
    assertThat(forgot("nobody@may.test").body()).isEqualTo(known);
    assertThat(forgot("' or 1=1--").body()).isEqualTo(known);
    assertThat(forgot("x\0y").body()).isEqualTo(known);
    for (int i = 0; i < 5; i++) {
      assertThat(forgot(email).body()).isEqualTo(known);
    }
    assertThat(
            jdbc.sql(
                    """
                    select count(*) from platform.account_mails
                    where kind = 'RESET' and email = :email""")
                .param("email", email)
                .query(Long.class)
                .single())
        .as("no more than three an hour")
        .isEqualTo(3);
  }

  @Test
  void anAddressThatNobodyConfirmedGetsNoLinkForAPassword() throws Exception {
    register(email, FIRST);
    MailServer.mail(email, 1);
    forgot(email);
    assertThat(MailServer.mail(email, 2).getSubject()).startsWith("Xác nhận");
  }

  @Test
  void linksEndAndTheirWordsAreStoredNowhere() throws Exception {
    confirmed();
    forgot(email);
    String link = MailServer.link(MailServer.mail(email, 2), "/accounts/reset");
    String word = link.replaceAll(".*token=([^&]+).*", "$1");
    assertThat(
            jdbc.sql("select count(*) from platform.account_tokens t where t::text like :word")
                .param("word", "%" + word + "%")
                .query(Long.class)
                .single())
        .isZero();
    assertThat(get(link).statusCode()).isEqualTo(200);
    jdbc.sql("update platform.account_tokens set expires_at = now() - interval '1 second'")
        .update();
    assertThat(get(link).statusCode()).isEqualTo(404);
    assertThat(get(link.replace(word, "x")).statusCode()).isEqualTo(404);
  }

  @Test
  void anotherAddressTakesThePasswordAndEndsTheLinksOfTheFirst() throws Exception {
    confirmed();
    forgot(email);
    String link = MailServer.link(MailServer.mail(email, 2), "/accounts/reset");
    String other = "neu-" + email;
    assertThat(changeEmail(other, "sai mật khẩu rồi").statusCode()).isEqualTo(403);
    assertThat(changeEmail("a@b@c", FIRST).body()).contains("\"field\":\"email\"");
    assertThat(changeEmail(other, FIRST).body()).contains(other, "\"confirmed\":false");
    assertThat(get(link).statusCode()).isEqualTo(404);
    submit(MailServer.link(MailServer.mail(other, 1), "/accounts/confirm"), "");
    assertThat(email(email, FIRST).body()).contains(other, "\"confirmed\":true");
  }

  @Test
  void oneNetworkCannotAskWithoutEnd() throws Exception {
    jdbc.sql(
            """
            insert into platform.registrations (kind, source)
            select 'RESET', '127.0.0.1' from generate_series(1, 20)""")
        .update();
    HttpResponse<String> refused = forgot(email);
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).contains("3600");
    assertThat(refused.body()).contains("quá nhiều lần xin đặt lại", "Thử lại sau một giờ");
  }

  private void confirmed() throws Exception {
    register(email, FIRST);
    submit(MailServer.link(MailServer.mail(email, 1), "/accounts/confirm"), "");
    assertThat(isConfirmed()).isTrue();
  }

  private void register(String name, String password) throws Exception {
    get(base() + "/firm");
    String body = "{\"username\":\"" + name + "\",\"password\":\"" + password + "\"}";
    HttpResponse<String> made =
        send(
            request("/api/v1/accounts")
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", cookie("XSRF-TOKEN"))
                .POST(BodyPublishers.ofString(body)));
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
  }

  private void signIn(String password) throws Exception {
    String fields = "username=" + encode(email) + "&password=" + encode(password);
    HttpResponse<String> in = submit(base() + "/login", "&" + fields);
    assertThat(in.headers().firstValue("Location").orElseThrow()).endsWith("/firm");
  }

  private HttpResponse<String> forgot(String name) throws Exception {
    return submit(base() + "/accounts/forgot", "&name=" + encode(name));
  }

  /** Sends the form of a page as its button does. */
  private HttpResponse<String> submit(String page, String more) throws Exception {
    get(base() + "/firm");
    String token = page.contains("token=") ? page.replaceAll(".*token=([^&]+).*", "$1") : "";
    return send(
        HttpRequest.newBuilder(URI.create(page.replaceAll("\\?.*", "")))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("X-XSRF-TOKEN", cookie("XSRF-TOKEN"))
            .POST(BodyPublishers.ofString("token=" + encode(token) + more)));
  }

  private HttpResponse<String> changeEmail(String to, String password) throws Exception {
    String body = "{\"email\":\"" + to + "\",\"password\":\"" + password + "\"}";
    return send(
        asTool("/api/v1/accounts/me/email", email, FIRST)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> email(String name, String password) throws Exception {
    return send(asTool("/api/v1/accounts/me/email", name, password).GET());
  }

  private HttpRequest.Builder asTool(String path, String name, String password) {
    byte[] pair = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
    return request(path)
        .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
  }

  private boolean isConfirmed() {
    return jdbc.sql(
            "select email_confirmed_at is not null from platform.users where username = :name")
        .param("name", email)
        .query(Boolean.class)
        .single();
  }

  private java.util.List<String> audit() {
    return jdbc.sql("select action from platform.audit where subject_id = :name order by id")
        .param("name", email)
        .query(String.class)
        .list();
  }

  private long sessions() {
    return jdbc.sql("select count(*) from platform.session where principal_name = :name")
        .param("name", email)
        .query(Long.class)
        .single();
  }

  private String cookie(String name) {
    return ((CookieManager) http.cookieHandler().orElseThrow())
        .getCookieStore().getCookies().stream()
            .filter(cookie -> cookie.getName().equals(name))
            .findAny()
            .orElseThrow()
            .getValue();
  }

  private String base() {
    return "http://127.0.0.1:" + port;
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base() + path));
  }

  private HttpResponse<String> get(String address) throws Exception {
    return send(HttpRequest.newBuilder(URI.create(address)).GET());
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), BodyHandlers.ofString());
  }
}
