package vn.khuxuong.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Somebody with the distribution's Chromium in front of the running application. Everything the
 * browser complains about is kept: error messages of the console, faults of scripts, refusals of
 * the content policy.
 */
final class Visitor implements AutoCloseable {
  private static final List<String> OFFLINE =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright;
  private final Browser browser;
  private final List<String> complaints = new ArrayList<>();
  private final List<String> expected = new ArrayList<>();

  Visitor() {
    this(List.of());
  }

  /** Somebody whose browser draws with WebGL, without a graphics card. */
  static Visitor withWebGl() {
    return new Visitor(
        List.of("--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"));
  }

  private Visitor(List<String> more) {
    List<String> arguments = new ArrayList<>(OFFLINE);
    arguments.addAll(more);
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of("/usr/bin/chromium"))
                    .setArgs(arguments));
  }

  /** A fresh window without cookies. */
  Page open(int port, int width, int height) {
    return open(
        port, new Browser.NewContextOptions().setViewportSize(width, height).setLocale("en-US"));
  }

  Page open(int port, Browser.NewContextOptions options) {
    BrowserContext context =
        browser.newContext(
            options
                .setBaseURL("http://127.0.0.1:" + port)
                .setColorScheme(ColorScheme.LIGHT)
                .setTimezoneId("Asia/Ho_Chi_Minh"));
    Page page = context.newPage();
    page.setDefaultTimeout(20_000);
    page.onConsoleMessage(this::note);
    page.onPageError(complaints::add);
    return page;
  }

  /** Answers that a test provokes, such as 409: the browser logs them, and that is no complaint. */
  void expects(int... statuses) {
    for (int status : statuses) {
      expected.add("the server responded with a status of " + status);
    }
  }

  /** Requests fail because the test takes the network away. */
  void expectsNoNetwork() {
    expected.add("net::ERR_INTERNET_DISCONNECTED");
    expected.add("net::ERR_FAILED");
  }

  private boolean isExpected(String text) {
    return text.startsWith("Failed to load resource") && expected.stream().anyMatch(text::contains);
  }

  /** The next test begins with a clean sheet. */
  void forgets() {
    complaints.clear();
    expected.clear();
  }

  private void note(ConsoleMessage message) {
    boolean bad = message.type().equals("error") || message.type().equals("warning");
    // advice on speed, as drawing without a graphics card brings it
    boolean slow =
        message.text().contains("GL Driver Message (OpenGL, Performance")
            || message.text().contains("willReadFrequently");
    if (bad && !slow && !isExpected(message.text())) {
      complaints.add(message.text() + " " + message.location());
    }
  }

  /** What the browser complained about so far. */
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
