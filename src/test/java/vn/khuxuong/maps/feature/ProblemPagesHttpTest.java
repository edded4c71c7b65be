package vn.khuxuong.maps.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.khuxuong.maps.Door.encoded;
import static vn.khuxuong.maps.Refusals.harmless;
import static vn.khuxuong.maps.Refusals.problem;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.khuxuong.KhuxuongTest;
import vn.khuxuong.maps.Door;
import vn.khuxuong.maps.Door.Answer;

/** What the doors below {@code /ogc} refuse, people read on a page and programs in a document. */
@KhuxuongTest
class ProblemPagesHttpTest {
  private static final String BROWSER =
      "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8";

  @LocalServerPort private int port;
  private Door door;

  @BeforeEach
  void open() {
    door = new Door(port);
  }

  private Answer browse(String path) {
    return door.get(path, "Accept", BROWSER);
  }

  @ParameterizedTest
  @CsvSource({
    "/ogc/collections/nope, 404, Không có lớp dữ liệu này, Unknown layer",
    "/ogc/collections/nope/items, 404, Không có lớp dữ liệu này, Unknown layer",
    "/ogc/collections/nope/items?f=gpkg, 404, Không có lớp dữ liệu này, Unknown layer",
    "/ogc/collections/nope/tiles, 404, Không có lớp dữ liệu này, Unknown layer",
    "/ogc/collections/nope/tiles/WebMercatorQuad/0/0/0, 404, Không có lớp dữ liệu, Unknown layer",
    "/ogc/collections/nope/styles, 404, Không có lớp dữ liệu này, Unknown layer",
    "/ogc/collections/zones/items/NOPE, 404, Không có đối tượng này, Unknown feature",
    "/ogc/tiles/Nope, 404, , ",
    "/ogc/styles/nope, 404, Không có kiểu bản đồ này, There is no such style",
    "/ogc/nope, 404, Không có trang này, No such page",
    "/ogc/collections/zones/items?bbox=x, 400, Tham số không hợp lệ, Bad parameter",
    "/ogc/collections?x=1, 400, Tham số lạ, Unknown parameter"
  })
  void aBrowserIsToldOnAPageWithTheWayBack(String path, int status, String vi, String en) {
    for (String language : List.of("vi", "en")) {
      boolean vietnamese = language.equals("vi");
      Answer page = door.get(path, "Accept", BROWSER, "Accept-Language", language);
      assertThat(page.status()).isEqualTo(status);
      assertThat(page.header("Content-Type")).isEqualToIgnoringCase("text/html;charset=UTF-8");
      assertThat(page.header("Content-Language")).isEqualTo(language);
      assertThat(page.header("Cache-Control")).isEqualTo("no-store");
      assertThat(page.header("ETag")).isEmpty();
      assertThat(varyingBy(page)).contains("accept");
      String words = vietnamese ? vi : en;
      assertThat(page.text())
          .startsWith("<!doctype html>")
          .contains("<html lang=\"" + language + "\">", "HTTP " + status)
          .contains(words == null ? "" : words)
          .contains(vietnamese ? "Về danh sách các lớp dữ liệu" : "Back to the list of layers")
          .contains("href=\"" + door.root() + "/ogc/collections?f&#x3D;html&amp;lang&#x3D;");
      harmless(page);
    }
  }

  private static List<String> varyingBy(Answer answer) {
    return answer.response().headers().allValues("Vary").stream()
        .flatMap(line -> Stream.of(line.toLowerCase(Locale.ROOT).split("\\s*,\\s*")))
        .toList();
  }

  @Test
  void theWayBackLeadsToTheCollections() {
    String list = door.root() + "/ogc/collections?f=html&lang=vi";
    assertThat(unescaped(browse("/ogc/collections/nope").text())).contains("\"" + list + "\"");
    assertThat(browse(list).status()).isEqualTo(200);
  }

  private static String unescaped(String html) {
    return html.replace("&#x3D;", "=").replace("&amp;", "&");
  }

  @Test
  void thePageInTheOtherLanguageSaysTheSame() {
    String page = unescaped(browse("/ogc/collections/subzones/items?bbox=x&f=html").text());
    String english = door.root() + "/ogc/collections/subzones/items?bbox=x&f=html&lang=en";
    assertThat(page).contains("\"" + english + "\"");
    assertThat(browse(english).text()).contains("Bad parameter");
  }

  @ParameterizedTest
  @ValueSource(strings = {"*/*", "application/json", "application/geo+json, text/html;q=0.5", ""})
  void aProgramGetsTheDocument(String accept) {
    for (String path :
        List.of(
            "/ogc/collections/nope",
            "/ogc/collections/nope/items",
            "/ogc/collections/nope/tiles",
            "/ogc/collections/zones/items?bbox=x",
            "/ogc/nope")) {
      Answer plain = door.get(path);
      Answer answer = accept.isEmpty() ? door.get(path) : door.get(path, "Accept", accept);
      problem(answer, 404, 400);
      assertThat(answer.bytes()).isEqualTo(plain.bytes());
      assertThat(varyingBy(answer)).contains("accept");
    }
  }

  @Test
  void theDocumentOfAnUnknownCollectionIsWhatItIs() {
    assertThat(door.get("/ogc/collections/nope?lang=en").text())
        .isEqualTo(
            "{\"detail\":\"There is no layer of this name.\",\"instance\":\"/ogc/collections/nope\","
                + "\"status\":404,\"title\":\"Unknown layer\","
                + "\"type\":\"/problems/maps/unknown-layer\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "geojson", "jsonfg"})
  void aBrowserThatAsksForJsonGetsTheDocument(String f) {
    problem(browse("/ogc/collections/nope/items?f=" + f), 404);
  }

  @Test
  void whatIsSentIsNeverTakenForAPage() {
    Answer answer =
        door.send("DELETE", "/ogc/collections/nope/items/1", "Accept", BROWSER, "X-A", "b");
    assertThat(answer.header("Content-Type")).doesNotStartWith("text/html");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/ogc/collections/%s",
        "/ogc/collections/%s/items",
        "/ogc/collections/zones/items/%s",
        "/ogc/collections/zones/tiles/%s",
        "/ogc/collections/zones/items?%s=1",
        "/ogc/collections/zones/items?bbox=%s",
        "/ogc/collections/zones/items?f=%s",
        "/ogc/collections/zones/items?bbox=x&lang=%s",
        "/ogc/collections/zones/items?bbox=x&code=%s",
        "/ogc/%s"
      })
  void whatTheAskerSentIsEscaped(String path) {
    for (String attack :
        List.of(
            "\"><script>alert(1)</script>", "'\"><svg onload=alert(1)>", "javascript:alert(1)")) {
      Answer page = browse(path.formatted(encoded(attack)));
      assertThat(page.status()).as(page.text()).isBetween(400, 499);
      assertThat(page.text()).doesNotContain("<script", "<svg onload", "\"javascript:", "'\">");
      harmless(page);
    }
  }

  @Test
  void whatCannotBeReadIsToldOnAPageToo() {
    Answer page = browse("/ogc/collections/zones/items?bbox=%ff");
    assertThat(page.status()).isEqualTo(400);
    assertThat(page.header("Content-Type")).startsWith("text/html");
    harmless(page);
  }

  @Test
  void headHasTheHeadersOfThePage() {
    Answer page = browse("/ogc/collections/nope");
    Answer head = door.send("HEAD", "/ogc/collections/nope", "Accept", BROWSER);
    assertThat(head.status()).isEqualTo(404);
    assertThat(head.bytes()).isEmpty();
    for (String name : List.of("Content-Type", "Content-Length", "Vary", "Content-Language")) {
      assertThat(head.header(name)).as(name).isEqualTo(page.header(name)).isNotEmpty();
    }
  }
}
