package vn.khuxuong.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@BrowserTest
class PublicPageBrowserIT {
  @LocalServerPort private int port;

  private final Visitor visitor;

  PublicPageBrowserIT(Visitor visitor) {
    this.visitor = visitor;
  }

  @Test
  void leadsFromTheMapToAFreeBayByMouse() {
    Page page = visitor.open(port, 1440, 900);
    page.navigate("/");
    assertThat(page.locator(".pill")).hasCount(6);
    assertThat(page.locator("#zones .card")).hasCount(6);

    page.locator(".pill[data-key=PVH]").click();
    assertThat(page).hasURL(Pattern.compile(".*[?]zone=PVH.*"));
    assertThat(page.locator("#results-title")).containsText("Phạm Văn Hai");
    assertThat(page.locator("#subzones")).containsText("Phân khu hỗ trợ");
    assertThat(page.locator(".legend")).containsText("Phân khu hỗ trợ");
    assertThat(page.locator("path.subzone").count()).isGreaterThan(20);

    Locator support = page.locator("#subzones [data-subzone^=HT]").first();
    support.click();
    assertThat(support).hasAttribute("aria-pressed", "true");
    assertThat(page).hasURL(Pattern.compile(".*subzone=HT.*"));

    page.navigate("/?zone=TT");
    page.locator("#buildings .card").first().click();
    assertThat(page.locator(".stack[role=grid]")).isVisible();
    assertThat(page.locator(".building-head h1")).containsText("KCX Tân Thuận");

    page.locator(".stack[role=grid] .cell.free").first().click();
    assertThat(page.locator("#bay-title")).containsText("Tầng");
    assertThat(page.locator("#bay-title")).isFocused();
    assertThat(page.locator(".bay-price")).containsText("USD");
    assertThat(page.locator("#bay")).containsText("kN/m²");
    assertThat(page).hasURL(Pattern.compile(".*b=TT-.*floor=.*bays=.*"));

    String address = page.url();
    page.reload();
    assertThat(page.locator("#bay-title")).containsText("Tầng");
    assertThat(page.url()).isEqualTo(address);
  }

  @Test
  void leadsFromTheMapToAFreeBayByKeyboard() {
    Page page = visitor.open(port, 1440, 900);
    page.navigate("/");
    assertThat(page.locator(".pill")).hasCount(6);
    page.keyboard().press("Tab");
    assertThat(page.locator("a.skip[href='#list']")).isFocused();

    page.locator(".pill[data-key=TT]").focus();
    page.keyboard().press("Enter");
    assertThat(page.locator("#results-title")).containsText("Tân Thuận");
    page.locator("#buildings .card").first().focus();
    page.keyboard().press("Enter");
    assertThat(page.locator(".stack[role=grid]")).isVisible();

    Locator stop = page.locator(".stack[role=grid] .cell[tabindex='0']");
    assertThat(stop).hasCount(1);
    stop.focus();
    String start = stop.getAttribute("aria-label");
    assertThat(start).contains("Tầng").contains("khoang").contains("m²");
    page.keyboard().press("ArrowUp");
    page.keyboard().press("ArrowDown");
    page.keyboard().press("Home");
    String first = focusedLabel(page);
    page.keyboard().press("ArrowRight");
    assertThat(focusedLabel(page)).isNotEqualTo(first).contains("Tầng");

    Locator free = page.locator(".stack[role=grid] .cell.free").first();
    free.focus();
    page.keyboard().press("Enter");
    assertThat(page.locator("#bay-title")).isFocused();
    page.keyboard().press("Escape");
    assertThat(page).not().hasURL(Pattern.compile(".*bays=.*"));
    assertThat(focusedLabel(page)).contains("trống");
  }

  @Test
  void addsAdjoiningFreeBaysWithShift() {
    Page page = visitor.open(port, 1440, 900);
    page.navigate("/?b=TT-A");
    assertThat(page.locator(".stack[role=grid]")).isVisible();
    Object pair = page.evaluate(ADJOINING_FREE_CELLS);
    assertThat(pair).as("a building with two adjoining free bays").isNotNull();
    List<?> labels = (List<?>) pair;
    page.getByLabel(labels.get(0).toString()).click();
    String alone = page.locator(".bay-price b").innerText();
    page.getByLabel(labels.get(0).toString()).focus();
    page.keyboard().press("Shift+ArrowRight");
    assertThat(page).hasURL(Pattern.compile(".*bays=\\d+-\\d+.*"));
    assertThat(page.locator("#bay-title")).containsText("–");
    assertThat(page.locator(".bay-price b")).not().hasText(alone);
  }

  private static final String ADJOINING_FREE_CELLS =
      """
      () => {
        for (const row of document.querySelectorAll('.stack [role=row]')) {
          const cells = [...row.querySelectorAll('.cell')];
          for (let i = 1; i < cells.length; i++) {
            const both = [cells[i - 1], cells[i]];
            if (both.every((cell) => cell.classList.contains('free')) && !cells[i].querySelector('.wall')) {
              return both.map((cell) => cell.getAttribute('aria-label'));
            }
          }
        }
        return null;
      }""";

  @Test
  void saysTheSameInTheTableAsInTheSection() {
    Page page = visitor.open(port, 1440, 900);
    page.navigate("/?b=TT-A");
    assertThat(page.locator(".stack[role=grid]")).isVisible();
    int cells = page.locator(".stack[role=grid] .cell").count();
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Bảng")).first().click();
    assertThat(page.locator(".section-body tbody tr")).hasCount(cells);
    assertThat(page).hasURL(Pattern.compile(".*view=table.*"));
  }

  @Test
  void showsTheStateOfALaterMonth() {
    Page page = visitor.open(port, 1440, 900);
    page.navigate("/?b=TT-A");
    assertThat(page.locator(".stack[role=grid]")).isVisible();
    String now = page.locator(".stack[role=grid]").innerHTML();
    page.locator(".slider").focus();
    for (int month = 0; month < 12; month++) {
      page.keyboard().press("ArrowRight");
    }
    assertThat(page).hasURL(Pattern.compile(".*on=\\d{4}-\\d{2}-01.*"));
    page.waitForFunction("before => document.querySelector('.stack').innerHTML !== before", now);
  }

  @Test
  void narrowsTheListToWhatTheMachinesNeed() {
    Page page = visitor.open(port, 1440, 900);
    page.navigate("/");
    assertThat(page.locator("#zones .card")).hasCount(6);
    String all = page.locator("#results-title").innerText();
    page.locator("[data-need=more]").click();
    page.locator("#need-editor .menu-item", new Page.LocatorOptions().setHasText("Tải sàn"))
        .click();
    page.locator("#need-editor .chip", new Page.LocatorOptions().setHasText("≥ 10")).click();
    assertThat(page).hasURL(Pattern.compile(".*load=10.*"));
    assertThat(page.locator("#results-title")).containsText("phù hợp");
    assertThat(page.locator("#results-title").innerText()).isNotEqualTo(all);

    page.navigate("/?load=90");
    assertThat(page.locator(".state")).containsText("Chưa khoang nào vừa tải sàn");
    page.locator(".state .button.primary").click();
    assertThat(page.locator("#results-title")).not().containsText("0 khoang phù hợp tại 0");
  }

  @Test
  void findsWithoutAccents() {
    Page page = visitor.open(port, 1440, 900);
    page.navigate("/");
    page.locator("#search-input").fill("pham van hai");
    assertThat(page.locator("#hits a").first()).containsText("Phạm Văn Hai");
    page.locator("#search-input").press("ArrowDown");
    page.locator("#search-input").press("Enter");
    assertThat(page).hasURL(Pattern.compile(".*zone=PVH.*"));
  }

  @Test
  void isVietnameseFirstAndEnglishOneClickAway() {
    Page page = visitor.open(port, 1440, 900);
    page.navigate("/?zone=TT");
    assertThat(page.locator("html")).hasAttribute("lang", "vi");
    assertThat(page.locator("#results")).containsText("Nhà xưởng cao tầng");
    page.locator(".bar a[data-lang=en]").click();
    assertThat(page.locator("html")).hasAttribute("lang", "en");
    assertThat(page).hasURL(Pattern.compile(".*zone=TT.*"));
    assertThat(page.locator("#results")).containsText("High-rise factories");
    page.navigate("/");
    assertThat(page.locator("#results-title")).containsText("bays free");
    assertThat(page.content()).doesNotContain("⟦");
  }

  @Test
  void worksOnAPhone() {
    Page page =
        visitor.open(
            port,
            new Browser.NewContextOptions()
                .setViewportSize(390, 844)
                .setIsMobile(true)
                .setHasTouch(true)
                .setDeviceScaleFactor(2));
    page.navigate("/");
    assertThat(page.locator("#zones .card")).hasCount(6);
    assertThat(page.locator(".badge")).isVisible();
    assertNoOverlap(page);
    assertNoSidewaysScroll(page);
    page.locator("#grip").tap();
    assertThat(page.locator("body")).hasAttribute("data-sheet", "full");
    page.locator("#zones .card[data-zone=TT]").tap();
    page.locator("#buildings .card").first().tap();
    assertThat(page.locator(".stack[role=grid]")).isVisible();
    page.locator(".stack[role=grid] .cell.free").first().tap();
    assertThat(page.locator("#bay-title")).isVisible();
    assertThat(page.locator(".bay-price")).isInViewport();
    assertNoSidewaysScroll(page);
  }

  @Test
  void neverScrollsSidewaysAt320Pixels() {
    Page page = visitor.open(port, 320, 640);
    for (String address : List.of("/", "/?zone=PVH", "/?b=TT-A", "/?b=TT-A&view=table", "/login")) {
      page.navigate(address);
      page.waitForLoadState();
      if (!address.equals("/login")) {
        assertThat(page.locator("html")).hasClass(Pattern.compile("js"));
      }
      assertNoSidewaysScroll(page);
    }
  }

  @Test
  void readsWithoutScripts() {
    Page page =
        visitor.open(
            port,
            new Browser.NewContextOptions().setViewportSize(390, 844).setJavaScriptEnabled(false));
    page.navigate("/");
    assertThat(page.locator("#zones .card")).hasCount(6);
    assertThat(page.locator("#zones")).containsText("m²");
    page.locator("#zones .card[data-zone=TT]").click();
    page.locator("#results .card").first().click();
    assertThat(page.locator("table.table")).containsText("kN/m²");
  }

  @Test
  void showsTheAllocationRoundOverTheSection() {
    Page page = visitor.open(port, 1440, 900);
    page.navigate("/?b=TT-A");
    Locator toggle =
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Đợt phân bổ"));
    toggle.click();
    assertThat(page).hasURL(Pattern.compile(".*round=1.*"));
    assertThat(page.locator(".round-line")).containsText("2026-4");
  }

  @Test
  void computesVn2000InTheBrowserToAMillimetre() {
    Page page = visitor.open(port, 800, 600);
    page.navigate("/");
    String module = page.locator("link[href$='map/vn2000.js']").getAttribute("href");
    List<?> points =
        (List<?>)
            page.evaluate(
                """
                async (module) => {
                  const { tm3 } = await import(module);
                  const crs = tm3(9210);
                  return [crs.forward(106.6, 10.8), crs.forward(106.52, 10.8),
                          crs.inverse(592754.678, 1194465.039)];
                }""",
                module);
    assertNear(points.get(0), 592754.678, 1194465.039, 0.001);
    assertNear(points.get(1), 584005.898, 1194441.858, 0.001);
    assertNear(points.get(2), 106.6, 10.8, 1e-8);
  }

  private static void assertNear(Object point, double x, double y, double within) {
    List<?> pair = (List<?>) point;
    assertThat(((Number) pair.get(0)).doubleValue()).isCloseTo(x, within(within));
    assertThat(((Number) pair.get(1)).doubleValue()).isCloseTo(y, within(within));
  }

  private static String focusedLabel(Page page) {
    return String.valueOf(page.evaluate("document.activeElement.getAttribute('aria-label')"));
  }

  private static void assertNoSidewaysScroll(Page page) {
    assertThat(
            (Boolean)
                page.evaluate(
                    "document.scrollingElement.scrollWidth <= document.scrollingElement.clientWidth"))
        .as("page no wider than its window at " + page.url())
        .isTrue();
  }

  private static void assertNoOverlap(Page page) {
    page.waitForFunction("document.querySelectorAll('.pill').length > 0");
    assertThat(
            (Boolean)
                page.evaluate(
                    """
                    () => {
                      const boxes = [...document.querySelectorAll('.pill')].map((p) => p.getBoundingClientRect());
                      return boxes.every((a, i) => boxes.every((b, j) => i === j
                        || a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top));
                    }"""))
        .as("pills stand apart")
        .isTrue();
  }
}
