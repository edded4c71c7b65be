package vn.khuxuong.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.khuxuong.allocation.round.RoundDesk;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.tenancy.ProcessTest;

/** An officer gives firms other bays, by pointer and by keys: refused, let go, and done. */
@ProcessTest
@ExtendWith(SharedBrowser.class)
class AllocationMoveBrowserIT {
  private static final double PATIENCE_MILLIS = 60_000;
  private static final String MIDDLE = "cell => cell.scrollIntoView({ block: 'center' })";

  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private JdbcClient jdbc;

  private final Visitor visitor;
  private RoundDesk desk;
  private String url;
  private Page page;
  private CDPSession touch;

  AllocationMoveBrowserIT(Visitor visitor) {
    this.visitor = visitor;
  }

  /** Two firms for six bays, of which each takes what it asks for. */
  private void solveRound(Browser.NewContextOptions window) {
    desk = new RoundDesk(port, accounts, jdbc, 2);
    url = desk.solved("");
    page = visitor.open(port, window);
    page.setDefaultTimeout(PATIENCE_MILLIS);
    page.navigate("/login?next=/allocate");
    page.locator("input[name=username]").fill(desk.officer);
    page.locator("input[name=password]").fill(desk.desk.password());
    page.locator("button[type=submit]").click();
    page.waitForURL("**/allocate**");
  }

  @AfterEach
  void leave() {
    page.context().close();
  }

  private JsonNode applicant(int index) {
    return desk.desk.get(desk.officer, url + "/board").json().path("applicants").get(index);
  }

  private void open(String firm) {
    page.navigate(
        "/allocate?lang=vi&tab=result&round="
            + RoundDesk.id(url)
            + "&building="
            + desk.building
            + "&firm="
            + firm);
    page.locator(".strip-large .strip-cell[aria-selected=true]").waitFor();
  }

  private void clean(String screen) {
    assertThat(Axe.faults(page, "document")).as(screen).isEmpty();
    ScreenAudit.shot(page, "move-" + screen.replace(' ', '-'));
  }

  @Test
  void aMoveIsRefusedLetGoAndThenMadeWithAReason() {
    solveRound(new Browser.NewContextOptions().setViewportSize(1440, 900));
    String code = applicant(0).path("application").asString();
    long runs = runs();
    open(code);
    Locator cell = page.locator(".strip-large .strip-cell[aria-selected=true]");
    Locator other = page.locator(".strip-large .strip-cell.placed[aria-selected=false]").first();
    drag(cell, other);
    assertThat(page.locator(".move-no")).containsText("H02");
    assertThat(page.locator(".move-form")).hasCount(0);
    clean("refused");
    page.keyboard().press("Escape");
    assertThat(page.locator(".move-bar")).isHidden();
    assertThat(runs()).as("nothing was stored").isEqualTo(runs);

    // by keys to the nearest free bay
    int from = applicant(0).at("/blocks/0/firstBay").asInt();
    int free = freeBay();
    cell.focus();
    page.keyboard().press("Enter");
    assertThat(page.locator(".move-bar")).isVisible();
    for (int i = 0; i < Math.abs(free - from); i++) {
      page.keyboard().press(free > from ? "ArrowRight" : "ArrowLeft");
    }
    assertThat(page.locator(".move-to b")).hasText(desk.building + ", tầng 1, khoang " + free);
    assertThat(page.locator(".move-yes")).containsText("điểm");
    assertThat(page.locator(".move-parts div")).hasCount(4);
    page.keyboard().press("Enter");
    page.locator(".move-form .primary").click();
    assertThat(page.locator(".move-form .form-fault")).isVisible();
    page.locator("#move-why").fill("Thử chuyển trong bài kiểm tra.");
    clean("allowed");
    page.locator(".move-form .primary").click();
    assertThat(page.locator(".toast")).containsText("Đã chuyển");
    assertThat(page.locator(".move-bar")).isHidden();
    JsonNode list = desk.desk.get(desk.officer, url + "/runs").json().path("runs");
    JsonNode last = list.get(list.size() - 1);
    assertThat(last.path("kind").asString()).isEqualTo("MOVED");
    assertThat(last.path("reason").asString()).isEqualTo("Thử chuyển trong bài kiểm tra.");
    assertThat(applicant(0).at("/blocks/0/firstBay").asInt()).isEqualTo(free);

    // a firm is picked up from its reason too, and let go
    page.locator(".reason-card .carry").click();
    assertThat(page.locator(".move-bar")).isVisible();
    page.keyboard().press("Escape");
    assertThat(page.locator(".move-bar")).isHidden();
  }

  @Test
  void aFingerCarriesAFirmOnAPhoneAndASwipeDoesNot() {
    solveRound(
        new Browser.NewContextOptions()
            .setViewportSize(390, 844)
            .setHasTouch(true)
            .setIsMobile(true));
    open(applicant(0).path("application").asString());
    int free = freeBay();
    Locator chosen = page.locator(".strip-large .strip-cell[aria-selected=true]");
    Locator other = page.locator(".strip-large .strip-cell.placed[aria-selected=false]").first();
    Locator empty = page.locator(".strip-large .strip-cell[data-bay='" + free + "']");
    chosen.evaluate(MIDDLE);

    // a swipe over a firm that is not selected scrolls the page and picks nothing up
    BoundingBox swiped = other.boundingBox();
    finger("touchStart", swiped.x + 8, swiped.y + 10);
    finger("touchMove", swiped.x + 8, swiped.y - 60);
    finger("touchEnd", 0, 0);
    assertThat(page.locator(".move-bar")).isHidden();

    // held for a moment it comes along, and is let go outside
    page.waitForTimeout(600); // the swipe may still be rolling out
    chosen.evaluate(MIDDLE);
    BoundingBox held = other.boundingBox();
    finger("touchStart", held.x + 8, held.y + 10);
    page.locator(".move-bar").waitFor();
    finger("touchMove", 4, held.y + 10);
    finger("touchEnd", 0, 0);
    assertThat(page.locator(".move-bar")).isHidden();

    // the selected one comes at once; verdict and cost stand below while the finger is down
    chosen.evaluate(MIDDLE);
    Object before = page.evaluate("document.querySelector('.round').scrollTop");
    BoundingBox from = chosen.boundingBox();
    BoundingBox to = empty.boundingBox();
    finger("touchStart", from.x + 8, from.y + 12);
    finger("touchMove", from.x + 20, from.y + 14);
    finger("touchMove", to.x + 8, to.y + 14);
    assertThat(page.locator(".move-to b")).hasText(desk.building + ", tầng 1, khoang " + free);
    assertThat(page.locator(".move-yes")).containsText("điểm cả đợt");
    assertThat(page.locator(".move-form")).hasCount(0);
    ScreenAudit.shot(page, "move-finger-down");
    finger("touchEnd", 0, 0);
    assertThat(page.evaluate("document.querySelector('.round').scrollTop"))
        .as("the page stood still")
        .isEqualTo(before);
    page.locator("#move-why").fill("Chuyển bằng ngón tay.");
    clean("by finger");
    page.locator(".move-form .primary").click();
    assertThat(page.locator(".toast")).containsText("Đã chuyển");
    assertThat(applicant(0).at("/blocks/0/firstBay").asInt()).isEqualTo(free);
  }

  private void finger(String what, double x, double y) {
    JsonObject point = new JsonObject();
    point.addProperty("x", x);
    point.addProperty("y", y);
    JsonArray points = new JsonArray();
    if (!what.equals("touchEnd")) {
      points.add(point);
    }
    JsonObject event = new JsonObject();
    event.addProperty("type", what);
    event.add("touchPoints", points);
    if (touch == null) {
      touch = page.context().newCDPSession(page);
    }
    touch.send("Input.dispatchTouchEvent", event);
  }

  /** A bay that neither of the two firms has. */
  private int freeBay() {
    Set<Integer> taken = new HashSet<>();
    for (int i = 0; i < 2; i++) {
      JsonNode block = applicant(i).path("blocks").get(0);
      for (int bay = 0; bay < block.path("bayCount").asInt(); bay++) {
        taken.add(block.path("firstBay").asInt() + bay);
      }
    }
    return IntStream.range(0, 6).filter(bay -> !taken.contains(bay)).findFirst().orElseThrow();
  }

  private int runs() {
    return desk.desk.get(desk.officer, url + "/runs").json().path("runs").size();
  }

  private void drag(Locator from, Locator to) {
    from.scrollIntoViewIfNeeded();
    BoundingBox a = from.boundingBox();
    BoundingBox b = to.boundingBox();
    page.mouse().move(a.x + 6, a.y + a.height / 2);
    page.mouse().down();
    page.mouse().move(a.x + 20, a.y + a.height / 2);
    page.mouse().move(b.x + 6, b.y + b.height / 2);
    page.mouse().up();
  }
}
