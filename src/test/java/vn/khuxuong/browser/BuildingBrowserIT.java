package vn.khuxuong.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.platform.security.Role;
import vn.khuxuong.zoning.PlanDesk;

/** The building screen, the sheet of a run of bays, and comparing. */
@BrowserTest
class BuildingBrowserIT {
  private static final String DAY = "&on=2026-11-24";

  /** A floor of TT-B with two adjoining free bays, as {@code [level, first]}. */
  private static final String PAIR =
      """
      async () => {
        const building = await (await fetch('/api/v1/buildings/TT-B?on=2026-11-24')).json();
        for (const floor of building.floors) {
          for (let i = 1; i < floor.bays.length; i++) {
            if (floor.bays[i - 1].status === 'FREE' && floor.bays[i].status === 'FREE' && !floor.breaks.includes(i)) {
              return [floor.level, i - 1];
            }
          }
        }
        return null;
      }""";

  @LocalServerPort private int port;
  @Autowired private Accounts accounts;

  private final Visitor visitor;

  BuildingBrowserIT(Visitor visitor) {
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

  @Test
  void officersSendABuildingBackAsAFileAndSeeWhatWouldChange() {
    PlanDesk desk = new PlanDesk(port, accounts);
    Page page = visitor.open(port, 1440, 900);
    page.navigate("/login");
    page.locator("input[name=username]").fill(desk.person(Role.OFFICER));
    page.locator("input[name=password]").fill(desk.password());
    page.locator("button[type=submit]").click();
    page.waitForURL(Pattern.compile(".*:\\d+/$"));
    page.navigate("/?b=HP-A");
    assertThat(page.locator("#file .file-take a")).hasCount(2);
    String csv =
        (String)
            page.evaluate(
                "async () => (await fetch('/api/v1/buildings/HP-A/export?f=csv')).text()");
    send(page, csv);
    assertThat(page.locator(".file-answer")).containsText("giống hệt");
    send(page, csv.replaceFirst("ILLUSTRATIVE", "<b>x"));
    assertThat(page.locator(".file-answer")).containsText("Chưa có gì thay đổi");
    assertThat(page.locator(".file-answer table")).containsText("data_status");
    assertThat(page.locator(".file-answer")).isFocused();
    org.assertj.core.api.Assertions.assertThat(Axe.faults(page, "document")).isEmpty();
    visitor.expects(400);
    send(page, "\0\1\2");
    assertThat(page.locator(".file-answer")).containsText("CSV hay GeoJSON");
    send(page, csv.replaceFirst("Factory building A", "Factory building A west"));
    assertThat(page.locator(".file-answer")).containsText("1 dòng đổi");
    page.locator(".file-answer .button.primary").click();
    assertThat(page.locator(".file-answer")).containsText("Đã ghi vào HP-A");
  }

  private static void send(Page page, String content) {
    page.setInputFiles(
        "#building-file",
        new com.microsoft.playwright.options.FilePayload(
            "HP-A.csv", "text/csv", content.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    page.locator(".file-form button").click();
    assertThat(page.locator(".file-answer > *").first()).isVisible();
  }

  /** Level and first bay of two adjoining free ones. */
  private static int[] pair(Page page) {
    page.navigate("/login");
    List<?> found = (List<?>) page.evaluate(PAIR);
    return new int[] {((Number) found.get(0)).intValue(), ((Number) found.get(1)).intValue()};
  }

  private static String run(int[] pair) {
    return "/?b=TT-B&floor=" + pair[0] + "&bays=" + pair[1] + "-" + (pair[1] + 1) + DAY;
  }

  @Test
  void chosenBaysShowRentFitPlanAndTheWayToApply() {
    Page page = visitor.open(port, 1440, 900);
    int[] pair = pair(page);
    page.navigate(run(pair) + "&load=5&height=3.6");
    Locator sheet = page.locator("#bay");
    assertThat(sheet.locator(".bay-price")).containsText("USD");
    assertThat(sheet.locator(".bay-money")).containsText("đ/m²/tháng");
    assertThat(sheet.locator(".bay-money")).containsText("điều 7");
    assertThat(sheet.locator(".part-head")).containsText("2 / 2");
    assertThat(sheet.locator(".plan-bay")).hasCount(8);
    assertThat(sheet.locator(".plan-bay.on")).hasCount(2);
    String apply = sheet.locator(".bay-actions .primary").getAttribute("href");
    assertThat(apply)
        .contains("/firm/apply?building=TT-B&floor=" + pair[0] + "&firstBay=" + pair[1])
        .contains("bayCount=2")
        .contains("months=36");
    assertThat(Axe.faults(page, "document")).isEmpty();
  }

  @Test
  void failedNeedsComeFirst() {
    Page page = visitor.open(port, 1440, 900);
    page.navigate(run(pair(page)) + "&load=90&height=3.6");
    Locator rows = page.locator("#bay .fit-list li");
    assertThat(rows.first()).hasClass(Pattern.compile("no"));
    assertThat(rows.first()).containsText("Tải sàn");
    assertThat(page.locator("#bay .part-head").first()).containsText("1 / 2");
  }

  @Test
  void floorPlanChoosesByClickAndByKeyboard() {
    Page page = visitor.open(port, 1440, 900);
    int[] pair = pair(page);
    page.navigate("/?b=TT-B&floor=" + pair[0] + "&bays=" + pair[1] + DAY);
    Locator first = page.locator(".plan-bay[data-bay='" + pair[1] + "']");
    Locator second = page.locator(".plan-bay[data-bay='" + (pair[1] + 1) + "']");
    assertThat(first).hasAttribute("aria-pressed", "true");
    second.click();
    assertThat(page).hasURL(Pattern.compile(".*bays=" + (pair[1] + 1) + "(&.*|$)"));
    assertThat(second).hasAttribute("aria-pressed", "true");
    second.focus();
    page.keyboard().press("ArrowLeft");
    assertThat(first).isFocused();
    page.keyboard().press("Shift+Enter");
    assertThat(page).hasURL(Pattern.compile(".*bays=" + pair[1] + "-" + (pair[1] + 1) + ".*"));
    assertThat(page.locator("#bay-title")).containsText(pair[1] + "–" + (pair[1] + 1));
    assertThat(first).isFocused();
  }

  @Test
  void longPressOnAPhoneAddsTheNextFreeBay() {
    Page page = phone();
    int[] pair = pair(page);
    page.navigate("/?b=TT-B&floor=" + pair[0] + "&bays=" + pair[1] + DAY);
    Locator next =
        page.locator(
            ".stack .cell[data-level='" + pair[0] + "'][data-bay='" + (pair[1] + 1) + "']");
    assertThat(next).isVisible();
    next.dispatchEvent("touchstart");
    assertThat(page).hasURL(Pattern.compile(".*bays=" + pair[1] + "-" + (pair[1] + 1) + ".*"));
    // the finger lifts: what comes as a click chooses nothing else
    next.dispatchEvent("touchend");
    assertThat(page.locator("#bay-title")).containsText("–");
    assertThat(page.locator(".bay-price")).isInViewport();
    assertThat(page.locator(".bay-actions .primary")).isInViewport();
    assertThat(Axe.faults(page, "document")).isEmpty();
  }

  @Test
  void timeSliderKeepsWhatIsChosen() {
    Page page = visitor.open(port, 1440, 900);
    int[] pair = pair(page);
    page.navigate(run(pair).replace(DAY, ""));
    page.locator(".slider").focus();
    page.keyboard().press("ArrowRight");
    assertThat(page).hasURL(Pattern.compile(".*bays=.*on=\\d{4}-\\d{2}-01.*"));
    assertThat(page.locator(".time-chip")).containsText("01/");
  }

  @Test
  void starIsKeptInThisBrowser() {
    Page page = visitor.open(port, 1440, 900);
    page.navigate(run(pair(page)));
    Locator star = page.locator("#bay .star");
    assertThat(star).hasAttribute("aria-pressed", "false");
    star.click();
    assertThat(star).hasAttribute("aria-pressed", "true");
    page.reload();
    assertThat(page.locator("#bay .star")).hasAttribute("aria-pressed", "true");
    assertThat(page.locator(".title-row .star")).hasAttribute("aria-pressed", "false");
  }

  @Test
  void comparesRunsOfSeveralBuildings() {
    Page page = visitor.open(port, 1440, 900);
    int[] pair = pair(page);
    page.navigate(run(pair) + "&compare=HP-A.1.0");
    page.locator("#bay .compare-button").click();
    assertThat(page).hasURL(Pattern.compile(".*compare=HP-A[.]1[.]0,TT-B[.].*"));
    assertThat(page.locator("#compare-tray li")).hasCount(2);
    page.locator("#compare-open").click();
    assertThat(page.locator("#compare-title")).isFocused();
    assertThat(page.locator(".compare-table thead th")).hasCount(2);
    assertThat(page.locator(".best-mark").first()).containsText("tốt nhất");
    int all = page.locator(".compare-table tbody tr").count();
    assertThat(Axe.faults(page, "document")).isEmpty();

    page.locator("#compare-diff").click();
    assertThat(page).hasURL(Pattern.compile(".*diff=1.*"));
    page.waitForFunction(
        "all => document.querySelectorAll('.compare-table tbody tr').length < all", all);
    String address = page.url();
    page.reload();
    assertThat(page.locator(".compare-table thead th")).hasCount(2);
    assertThat(page.url()).isEqualTo(address);

    page.locator(".compare-table thead button").first().click();
    assertThat(page.locator(".compare-table thead th")).hasCount(1);
    page.keyboard().press("Escape");
    assertThat(page).not().hasURL(Pattern.compile(".*view=compare.*"));
    assertThat(page.locator("#compare")).isHidden();
    page.locator(".crumbs a").first().click(); // the comparison goes along to the map
    assertThat(page).not().hasURL(Pattern.compile(".*[?&]b=.*"));
    page.locator("#compare-open").click();
    assertThat(page.locator(".compare-table thead th")).hasCount(1);
    page.keyboard().press("Escape");
    assertThat(page.locator("#compare-open")).isFocused();
  }

  @Test
  void refusesAFifthPlaceToCompare() {
    Page page = visitor.open(port, 1440, 900);
    page.navigate(run(pair(page)) + "&compare=HP-A.1.0,HP-A.1.1,HP-A.2.0,HP-A.2.1");
    page.locator("#bay .compare-button").click();
    assertThat(page.locator(".toast")).containsText("nhiều nhất 4");
    assertThat(page.locator("#compare-tray li")).hasCount(4);
  }

  @Test
  void comparisonOnAPhoneScrollsInsideItsTable() {
    Page page = phone();
    page.navigate("/?b=TT-B&compare=TT-B.3.0,HP-A.1.0,TT-A.2.0&view=compare");
    assertThat(page.locator(".compare-table thead th")).hasCount(3);
    assertThat(
            (Boolean)
                page.evaluate(
                    """
                    () => {
                      const table = document.querySelector('.compare-wrap');
                      table.scrollLeft = 200;
                      const first = document.querySelector('.compare-table tbody th');
                      return document.scrollingElement.scrollWidth <= innerWidth
                        && table.scrollWidth > table.clientWidth
                        && Math.abs(first.getBoundingClientRect().left - table.getBoundingClientRect().left) < 2;
                    }"""))
        .as("the first column stays")
        .isTrue();
    assertThat(Axe.faults(page, "document")).isEmpty();
  }

  @Test
  void officerSeesTenantsAndChartsAndNobodyElseDoes() {
    Page open = visitor.open(port, 1440, 900);
    open.navigate("/?b=TT-B" + DAY);
    assertThat(open.locator(".stack[role=grid]")).isVisible();
    assertThat(open.locator("#staff")).hasCount(0);
    assertThat(open.content()).doesNotContain("Minh Họa 1");

    PlanDesk desk = new PlanDesk(port, accounts);
    Page page = visitor.open(port, 1440, 1400);
    page.navigate("/login");
    page.locator("input[name=username]").fill(desk.person(Role.OFFICER));
    page.locator("input[name=password]").fill(desk.password());
    page.locator("button[type=submit]").click();
    page.waitForURL(Pattern.compile(".*/(\\?.*)?$"));
    page.navigate("/?b=TT-B" + DAY);
    assertThat(page.locator(".stack-words")).containsText(new String[] {"Minh Họa"});
    Locator let = page.locator(".stack .cell.let").first();
    assertThat(let).hasAttribute("aria-label", Pattern.compile(".*Công ty.*"));
    let.focus();
    assertThat(page.locator(".hint")).containsText("Hợp đồng");
    page.keyboard().press("Enter");
    assertThat(page.locator(".tenant-facts")).containsText("Công ty");
    assertThat(page.locator("#staff .staff-figure")).hasCount(2);
    assertThat(page.locator("#staff .staff-figure").first()).containsText("hết hạn");
    page.waitForFunction("() => globalThis.Chart !== undefined");
    page.locator("#staff summary").first().click();
    assertThat(page.locator("#staff tbody tr").first()).isVisible();
    assertThat(Axe.faults(page, "document")).isEmpty();
  }

  @Test
  void unitSheetPrintsOnOnePage() throws Exception {
    Page page = visitor.open(port, 1440, 900);
    for (String address :
        List.of("/units/TT-B/3/2-3", "/units/TT-C/2/0-3?lang=en", "/units/HP-A/1/0")) {
      page.navigate(address);
      assertThat(Axe.faults(page, "document")).isEmpty();
      byte[] pdf =
          page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true).setPrintBackground(true));
      try (PDDocument document = Loader.loadPDF(pdf)) {
        assertThat(document.getNumberOfPages()).as(address).isEqualTo(1);
        assertThat(document.getPage(0).getMediaBox().getHeight()).as("A4").isBetween(840f, 844f);
        assertThat(new PDFTextStripper().getText(document)).contains("kVA", "EPSG:9210");
      }
    }
  }

  @Test
  void unitSheetIsCompleteWithoutScripts() {
    Page page =
        visitor.open(
            port,
            new Browser.NewContextOptions().setViewportSize(390, 844).setJavaScriptEnabled(false));
    page.navigate("/units/TT-B/3/2-3");
    assertThat(page.locator("h1")).containsText("Tầng 3, khoang 2–3");
    assertThat(page.locator(".unit-plan .cell")).hasCount(8);
    assertThat(page.locator(".unit-qr svg")).isVisible();
    page.locator("#unit-print")
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    assertThat(page.evaluate("document.scrollingElement.scrollWidth <= innerWidth"))
        .isEqualTo(true);
  }
}
