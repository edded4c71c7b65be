package vn.khuxuong.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.WaitForLoadStateOptions;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** How much a poor network has to carry before somebody sees the zones with free space. */
@BrowserTest
class FirstPaintBrowserIT {
  /** The aim, in bytes with all headers. */
  private static final long MOST_BEFORE_PAINT = 150_000;

  private static final long MOST_IN_ALL = 250_000;

  /** A phone at the edge of a cell: bytes a second, and milliseconds there and back. */
  private static final int BYTES_A_SECOND = 50_000;

  private static final int LATENCY_MS = 300;

  @LocalServerPort private int port;

  private final Visitor visitor;

  FirstPaintBrowserIT(Visitor visitor) {
    this.visitor = visitor;
  }

  /**
   * Bytes that came.
   *
   * @param seconds on the browser's clock
   */
  private record Came(double seconds, long bytes) {}

  @Test
  void theZonesAreThereBeforeMuchHasCome() {
    Page page = visitor.open(port, 390, 844);
    CDPSession network = page.context().newCDPSession(page);
    List<Came> came = new ArrayList<>();
    List<Double> started = new ArrayList<>();
    network.on("Network.requestWillBeSent", event -> started.add(seconds(event)));
    network.on(
        "Network.dataReceived",
        event -> came.add(new Came(seconds(event), event.get("encodedDataLength").getAsLong())));
    network.on(
        "Network.responseReceived", event -> came.add(new Came(seconds(event), headers(event))));
    network.send("Network.enable");
    network.send("Network.emulateNetworkConditions", poor());
    page.navigate("/");
    assertThat(page.locator("#zones .card")).hasCount(6);
    page.waitForLoadState(LoadState.NETWORKIDLE, new WaitForLoadStateOptions().setTimeout(60_000));
    double paint =
        ((Number)
                    page.evaluate(
                        "performance.getEntriesByName('first-contentful-paint')[0].startTime"))
                .doubleValue()
            / 1000;
    long before =
        came.stream()
            .filter(part -> part.seconds() <= started.get(0) + paint)
            .mapToLong(Came::bytes)
            .sum();
    long all = came.stream().mapToLong(Came::bytes).sum();
    System.out.println("first paint after " + paint + " s and " + before + " of " + all + " bytes");
    assertThat(before).isBetween(5_000L, MOST_BEFORE_PAINT);
    assertThat(all).isLessThan(MOST_IN_ALL);
    page.context().close();
  }

  private static double seconds(JsonObject event) {
    return event.get("timestamp").getAsDouble();
  }

  /** What is known of a response before its body: mostly headers. */
  private static long headers(JsonObject event) {
    return event.getAsJsonObject("response").get("encodedDataLength").getAsLong();
  }

  private static JsonObject poor() {
    JsonObject conditions = new JsonObject();
    conditions.addProperty("offline", false);
    conditions.addProperty("latency", LATENCY_MS);
    conditions.addProperty("downloadThroughput", BYTES_A_SECOND);
    conditions.addProperty("uploadThroughput", BYTES_A_SECOND);
    return conditions;
  }
}
