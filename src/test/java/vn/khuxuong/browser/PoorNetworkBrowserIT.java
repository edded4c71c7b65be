package vn.khuxuong.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The public page on a phone far from a mast: what it weighs, and what works before it is whole.
 */
@BrowserTest
class PoorNetworkBrowserIT {
  private static final int MOST_TO_THE_LIST = 100_000;
  private static final int MOST_IN_ALL = 170_000;

  @LocalServerPort private int port;

  private final Visitor visitor;

  PoorNetworkBrowserIT(Visitor visitor) {
    this.visitor = visitor;
  }

  private Page phone() {
    return visitor.open(
        port,
        new Browser.NewContextOptions()
            .setViewportSize(390, 844)
            .setIsMobile(true)
            .setHasTouch(true)
            .setDeviceScaleFactor(2));
  }

  private static final String NOTE_WHEN_THE_LIST_IS_DRAWN =
      """
      new MutationObserver((changes, observer) => {
        if (!document.getElementById('alert-open')) return;
        window.listDrawn = performance.now();
        observer.disconnect();
      }).observe(document, { childList: true, subtree: true });""";

  private static final String LIST_BEFORE_MAP =
      """
      window.listDrawn < performance.getEntriesByType('resource')
        .find(({ name }) => name.endsWith('/dist/leaflet.js')).startTime""";

  /** Bytes on the wire, headers among them, by the browser's own count. */
  private static Map<String, Long> weigh(CDPSession network) {
    Map<String, Long> bytes = new HashMap<>();
    Map<String, String> addresses = new HashMap<>();
    network.on(
        "Network.requestWillBeSent",
        sent ->
            addresses.put(
                sent.get("requestId").getAsString(),
                sent.getAsJsonObject("request").get("url").getAsString()));
    network.on(
        "Network.loadingFinished",
        done ->
            bytes.merge(
                addresses.getOrDefault(done.get("requestId").getAsString(), "?"),
                done.get("encodedDataLength").getAsLong(),
                Long::sum));
    network.send("Network.enable");
    return bytes;
  }

  private static long sum(Map<String, Long> bytes) {
    return bytes.values().stream().mapToLong(Long::longValue).sum();
  }

  @Test
  void theListCostsLessThan100KilobytesAndThePageLessThan170() {
    Page page = phone();
    CDPSession network = page.context().newCDPSession(page);
    Map<String, Long> bytes = weigh(network);
    AtomicLong toTheList = new AtomicLong();
    // the map begins with its library: all before it is what the list took
    page.onRequest(
        request -> {
          if (request.url().endsWith("/dist/leaflet.js")) {
            toTheList.set(sum(bytes));
          }
        });
    page.addInitScript(NOTE_WHEN_THE_LIST_IS_DRAWN);
    page.navigate("/");
    assertThat(page.locator(".pill")).hasCount(6);
    page.waitForLoadState(LoadState.NETWORKIDLE);

    assertThat((Boolean) page.evaluate(LIST_BEFORE_MAP)).isTrue();
    assertThat(toTheList.get())
        .as("bytes until the list is drawn, of %s", bytes)
        .isGreaterThan(10_000)
        .isLessThan(MOST_TO_THE_LIST);
    assertThat(sum(bytes)).as("bytes in all, of %s", bytes).isLessThan(MOST_IN_ALL);
    assertThat(bytes.keySet()).noneMatch(address -> address.matches(".*\\.(png|jpg|woff2?|ttf)$"));
  }

  @Test
  void theListWorksBeforeTheMapIsThere() {
    Page page = phone();
    CDPSession network = page.context().newCDPSession(page);
    network.send("Network.enable");
    network.send("Network.emulateNetworkConditions", thirdGeneration());
    AtomicLong held = new AtomicLong();
    page.route("**/dist/leaflet.js", route -> held.incrementAndGet());
    page.navigate("/?load=10");
    assertThat(page.locator("#alert-open")).isVisible();
    assertThat(page.locator("#map-waiting")).hasText("Bản đồ đang tải. Danh sách đã dùng được.");
    String all = page.locator("#results-title").innerText();
    page.locator("[data-need=area]").tap();
    page.locator("#need-editor input").first().fill("600");
    page.locator("#need-editor input").first().press("Enter");
    assertThat(page.locator("#results-title")).not().hasText(all);
    page.locator("#zones [data-zone]").first().tap();
    assertThat(page.locator("#buildings .card").first()).isVisible();
    page.locator("#buildings .card").first().tap();
    assertThat(page.locator(".stack[role=grid]")).isVisible();
    assertThat(page.locator(".pill")).hasCount(0);
    assertThat(held.get()).isEqualTo(1);
  }

  @Test
  void aMapThatCannotBeFetchedIsAskedForAgain() {
    Page page = phone();
    visitor.expectsNoNetwork();
    page.route("**/dist/leaflet.js", route -> route.abort());
    page.navigate("/");
    assertThat(page.locator("#map-waiting")).containsText("Danh sách vẫn dùng được");
    assertThat(page.locator("#zones .card")).hasCount(6);
    page.unroute("**/dist/leaflet.js");
    page.locator("#map-waiting button").dispatchEvent("click");
    assertThat(page.locator(".pill")).hasCount(6);
    assertThat(page.locator("#map-waiting")).hasCount(0);
  }

  /** As browsers' tools know "fast 3G". */
  private static JsonObject thirdGeneration() {
    JsonObject conditions = new JsonObject();
    conditions.addProperty("offline", false);
    conditions.addProperty("latency", 150);
    conditions.addProperty("downloadThroughput", 200_000);
    conditions.addProperty("uploadThroughput", 94_000);
    return conditions;
  }
}
