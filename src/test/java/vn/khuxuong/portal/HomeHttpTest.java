package vn.khuxuong.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.khuxuong.KhuxuongTest;

@KhuxuongTest
class HomeHttpTest {
  @LocalServerPort private int port;

  private final HttpClient client = HttpClient.newHttpClient();

  private HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  /** What a reader without scripts sees: the page but for the data of its scripts. */
  private static String markup(HttpResponse<String> page) {
    return page.body().replaceAll("(?s)<script type=\"application/json\".*?</script>", "");
  }

  @Test
  void listsAllZonesInVietnameseBeforeAnyScriptRuns() throws Exception {
    HttpResponse<String> page = get("/", "Accept-Language", "en-US,en");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Language")).hasValue("vi");
    assertThat(markup(page))
        .contains("<html lang=\"vi\">", "KCX Tân Thuận", "KCN Phạm Văn Hai", "quy hoạch")
        .contains("khoang đang trống");
  }

  @Test
  void remembersTheLanguageThatTheVisitorChose() throws Exception {
    HttpResponse<String> page = get("/?lang=en");
    assertThat(markup(page)).contains("<html lang=\"en\">", "bays free now");
    String cookie = page.headers().firstValue("Set-Cookie").orElseThrow();
    assertThat(cookie).startsWith("lang=en").contains("SameSite=Lax");
    assertThat(markup(get("/", "Cookie", "lang=en"))).contains("<html lang=\"en\">");
  }

  @Test
  void readsAZoneAndABuildingWithoutScripts() throws Exception {
    assertThat(markup(get("/?zone=TT"))).contains("Khu chế xuất Tân Thuận", "Nhà xưởng A");
    assertThat(markup(get("/?b=TT-A")))
        .contains("<table class=\"table\">", "kN/m²", "Nhà xưởng A, KCX Tân Thuận");
  }

  @Test
  void saysSoWhenZoneOrBuildingDoesNotExist() throws Exception {
    assertThat(get("/?zone=NOPE").statusCode()).isEqualTo(404);
    assertThat(get("/?b=NOPE").statusCode()).isEqualTo(404);
  }

  @Test
  void writesNothingOfTheRequestIntoThePage() throws Exception {
    String page = get("/?zone=%3Cscript%3Ealert(1)%3C/script%3E&q=%22%3E%3Ci%3Eprobe").body();
    assertThat(page).doesNotContain("<script>alert", "<i>probe");
    int data = page.indexOf("id=\"page-data\">") + "id=\"page-data\">".length();
    assertThat(page.substring(data, page.indexOf("</script>", data))).doesNotContain("<");
  }

  @Test
  void keepsScriptsAndStylesForGoodUnderTheirContentsName() throws Exception {
    Matcher address = Pattern.compile("/assets/[0-9a-f]{12}/js/main.js").matcher(get("/").body());
    assertThat(address.find()).isTrue();
    HttpResponse<String> script = get(address.group());
    assertThat(script.statusCode()).isEqualTo(200);
    assertThat(script.headers().firstValue("Content-Type").orElseThrow()).contains("javascript");
    assertThat(script.headers().firstValue("Cache-Control").orElseThrow())
        .contains("max-age=31536000", "immutable");
  }

  @Test
  void servesTheReferenceNamesOfTheMap() throws Exception {
    HttpResponse<String> context = get("/map/context.json");
    assertThat(context.headers().firstValue("Content-Type")).hasValue("application/geo+json");
    assertThat(context.body()).contains("Sông Sài Gòn", "SCHEMATIC");
    String tag = context.headers().firstValue("ETag").orElseThrow();
    assertThat(tag).as("strong").matches("\"[0-9a-f]+\"");
    assertThat(get("/map/context.json", "If-None-Match", tag).statusCode()).isEqualTo(304);
  }
}
