package vn.khuxuong.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.platform.security.Role;
import vn.khuxuong.zoning.PlanDesk;

/**
 * An officer reads the answer of the demo round: by building, on the map, as a table, by fairness;
 * asks firms and bays for their reasons, and what would be if.
 */
@BrowserTest
class AllocationResultBrowserIT {
  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private JdbcClient jdbc;

  private final Visitor visitor;
  private PlanDesk desk;
  private String officer;
  private String url;
  private Page page;

  AllocationResultBrowserIT(Visitor visitor) {
    this.visitor = visitor;
  }

  @BeforeEach
  void openTheDemoRound() throws InterruptedException {
    desk = new PlanDesk(port, accounts);
    officer = desk.person(Role.OFFICER);
    url = demo();
    page = visitor.open(port, 1440, 900);
    page.setDefaultTimeout(60_000);
    page.navigate("/login?next=/allocate");
    page.locator("input[name=username]").fill(officer);
    page.locator("input[name=password]").fill(desk.password());
    page.locator("button[type=submit]").click();
    page.waitForURL("**/allocate**");
  }

  @AfterEach
  void leave() {
    page.context().close();
    assertThat(visitor.complaints()).isEmpty();
  }

  private String demo() throws InterruptedException {
    for (int i = 0; i < 1200; i++) {
      for (JsonNode round : desk.get(officer, "/api/v1/rounds").json().path("rounds")) {
        if (round.path("code").asString().equals("2026-4")
            && round.at("/run/state").asString("").equals("DONE")) {
          return "/api/v1/rounds/" + round.path("id").asLong();
        }
      }
      Thread.sleep(150);
    }
    throw new AssertionError("the demo round was not solved in time");
  }

  private JsonNode board() {
    return desk.get(officer, url + "/board").json();
  }

  private JsonNode applicant(java.util.function.Predicate<JsonNode> wanted) {
    return board().path("applicants").valueStream().filter(wanted).findFirst().orElseThrow();
  }

  private void open(String rest) {
    String id = url.substring(url.lastIndexOf('/') + 1);
    page.navigate("/allocate?round=" + id + (rest.contains("&lang=") ? "" : "&lang=vi") + rest);
    page.locator("body[data-ready=yes]").waitFor();
  }

  private void clean(String screen) {
    assertThat(Axe.faults(page, "document")).as(screen).isEmpty();
    Object wide = page.evaluate("document.documentElement.scrollWidth > innerWidth + 1");
    assertThat(wide).as(screen + " is no wider than the window").isEqualTo(false);
    ScreenAudit.shot(page, "result-" + screen.replace(' ', '-'));
  }

  @Test
  void threeViewsShowOneSelection() {
    JsonNode firm = applicant(a -> a.path("blocks").size() == 1);
    String code = firm.path("application").asString();
    JsonNode block = firm.path("blocks").get(0);
    String building = block.path("building").asString();
    open("&tab=result&firm=" + code);
    assertThat(page.locator(".strip-building")).not().hasCount(0);
    assertThat(page.locator(".reason-card")).hasAttribute("data-application", code);
    assertThat(page.locator(".reason-place"))
        .containsText(building + ", tầng " + block.path("level").asInt());
    assertThat(page.locator(".strip-cell[aria-selected=true]")).hasCount(1);
    assertThat(page.locator("tr.on")).hasAttribute("data-application", code);
    clean("strip with a firm");

    page.locator(".strip-name", new Page.LocatorOptions().setHasText(building)).click();
    assertThat(page.locator(".strip-large")).isVisible();
    page.locator("[data-view=map]").click();
    page.locator(".board-sheet .pill").first().waitFor();
    clean("map");
    page.locator("[data-view=table]").click();
    page.locator("[data-filter=size]").selectOption("SMALL");
    page.waitForURL("**size=SMALL**");
    long small =
        board()
            .path("applicants")
            .valueStream()
            .filter(
                a -> a.path("sizeClass").asString().equals("SMALL") && !a.path("blocks").isEmpty())
            .count();
    assertThat(page.locator(".placed-host .part-head")).containsText(small + " doanh nghiệp");
    page.locator(".sort", new Page.LocatorOptions().setHasText("m²")).click();
    assertThat(page.locator("th[aria-sort=ascending]")).containsText("m²");
    clean("table");
    String file =
        new String(
            read(
                page.waitForDownload(
                    () -> page.locator(".placed-host .part-head .button").click())),
            java.nio.charset.StandardCharsets.UTF_8);
    assertThat(file).contains("application,firm,points").contains("SMALL").doesNotContain("MEDIUM");

    page.locator("[data-view=fairness]").click();
    page.locator(".fair-group").first().waitFor();
    assertThat(page.locator(".fair-group")).hasCount(4);
    assertThat(page.locator(".fair-host")).containsText("Đến trước được trước");
    clean("fairness");
    page.setViewportSize(390, 844);
    open("&tab=result&view=table&pane=round");
    assertThat(page.locator(".placed-table")).isVisible();
    clean("table on a phone");
  }

  private static byte[] read(com.microsoft.playwright.Download download) {
    try (java.io.InputStream in = download.createReadStream()) {
      return in.readAllBytes();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void reasonsNameFloorsRulesRivalsAndTheChangeThatWasSolvedAgain() {
    open("&tab=result");
    Locator chip = page.locator(".chip[data-cause=outscored]");
    chip.click();
    assertThat(chip).hasAttribute("aria-pressed", "true");
    page.locator(".waiting").first().click();
    assertThat(page.locator(".cause-list li").first())
        .containsText(Pattern.compile("[0-9]+ / [0-9]+ tầng"));
    assertThat(page.locator(".cause-bar i").first()).isVisible();
    assertThat(page.locator(".nearest > ul > li").first()).containsText("tầng");
    assertThat(page.locator(".holders li").first()).containsText("điểm");
    assertThat(page.locator(".reason-card .change")).isVisible();
    String code = page.locator(".reason-card").getAttribute("data-application");
    boolean verified =
        desk.get(officer, url + "/applications/" + code).json().at("/change/verified").asBoolean();
    assertThat(page.locator(".reason-card .change").getByText("Đã giải lại và xác nhận"))
        .hasCount(verified ? 1 : 0);
    clean("reason of one outscored");
    page.locator(".chip[data-cause=blocked]").click();
    page.locator(".waiting").first().click();
    assertThat(page.locator(".nearest")).containsText(Pattern.compile("\\(H[0-9]{2}\\)"));
    page.setViewportSize(390, 844);
    open("&pane=reasons&firm=" + code);
    assertThat(page.locator(".reason-card .change")).isVisible();
    clean("reason on a phone");
  }

  @Test
  void aBayTellsWhoWantedIt() {
    open("&tab=result");
    page.locator(".strip-buildings .strip-cell.placed").first().focus();
    page.keyboard().press("Enter");
    page.locator(".bay-card .wanting li").first().waitFor();
    assertThat(page.locator(".bay-card .wanting li").first()).hasClass(Pattern.compile("holds"));
    assertThat(page.locator(".bay-card .wanting li").nth(1)).containsText("điểm");
    clean("who wanted a bay");
    page.locator(".bay-card .wanting li .link").nth(1).click();
    assertThat(page.locator(".reason-card")).isVisible();
    page.locator(".bay-card header button").click();
    assertThat(page.locator(".bay-card")).hasCount(0);
  }

  @Test
  void aScenarioIsSolvedShownAndThrownAway() {
    String before = fingerprint();
    open("&tab=whatif");
    page.locator(".whatif-card .part-head .button").click();
    page.locator(".scenario-form .primary").click();
    assertThat(page.locator(".scenario-form .form-fault")).isVisible();
    page.locator("#whatif-name").fill("Không phạt khoang lẻ");
    page.locator("[name='weights.vacantRun']").fill("0");
    page.locator("[name=iterations]").fill("300");
    String gone = applicant(a -> !a.path("blocks").isEmpty()).path("application").asString();
    String option =
        (String)
            page.evaluate(
                "code => [...document.querySelectorAll('datalist option')].map((o) => o.value).find((v) => v.includes(code))",
                gone);
    page.locator("#whatif-firms").fill(option);
    assertThat(page.locator(".scenario-form .chip.on")).hasCount(1);
    long large =
        board()
            .path("applicants")
            .valueStream()
            .filter(a -> a.path("sizeClass").asString().equals("LARGE"))
            .count();
    page.locator("[data-filter=without-size]").selectOption("LARGE");
    page.getByText("Bỏ cả " + large + " đơn này").click();
    page.locator("#whatif-asks-firm").fill(option);
    page.locator("#whatif-asks-wish").selectOption("loadKnM2");
    page.locator("#whatif-asks-value").fill("1");
    page.getByText("Thêm thay đổi").click();
    assertThat(page.locator(".scenario-form .chips").last()).containsText("tải sàn");
    clean("scenario form");
    page.locator(".scenario-form .primary").click();
    page.locator(".difference").waitFor(new Locator.WaitForOptions().setTimeout(180_000));
    assertThat(page.locator(".difference tbody tr").first()).isVisible();
    assertThat(page.locator(".scenario-open")).containsText("Mất chỗ");
    assertThat(page.locator(".scenario-open .board-sheet .pill").first()).isVisible();
    assertThat(page.locator(".scenario-open")).containsText("→ 1 kN/m²");
    assertThat(page.locator(".round-list .trial")).containsText("Không phạt khoang lẻ");
    clean("scenario");
    page.locator(".scenario-open [data-kind=NO_LONGER]").click();
    page.waitForURL("**kind=NO_LONGER**");
    assertThat(page.locator(".difference tbody tr:not(.no_longer)")).hasCount(0);
    String name = page.locator(".difference tbody th").first().innerText();
    page.locator(".scenario-open [data-filter=q]").fill(name);
    page.waitForURL("**q=**");
    assertThat(page.locator(".difference tbody th").first()).hasText(name);
    clean("scenario filtered");
    page.locator(".scenarios li.on .icon-only").click();
    page.locator("dialog[open] .danger").click();
    assertThat(page.locator(".scenarios li")).hasCount(0);
    assertThat(page.locator(".round-list .trial")).hasCount(0);
    assertThat(fingerprint()).as("the round is as it was").isEqualTo(before);
  }

  /** Language, colours and width; the rest of the tests look at Vietnamese, light and wide. */
  private record Look(String lang, ColorScheme scheme, int width, int height) {
    String name() {
      return lang + "-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + width;
    }
  }

  @Test
  void everyScreenIsCleanInTheDarkInEnglishAndOnAPhone() {
    JsonNode firm =
        applicant(a -> a.path("code").asString().equals("OUTSCORED") && a.path("blocks").isEmpty());
    String code = firm.path("application").asString();
    String building = board().at("/buildings/0/code").asString();
    Map<String, String> screens = new LinkedHashMap<>();
    screens.put("&tab=demand", ".demand-grid");
    screens.put("&tab=result&building=" + building, ".strip-large");
    screens.put("&tab=result&view=map", ".board-sheet .pill");
    screens.put("&tab=result&view=table&size=SMALL", ".placed-table");
    screens.put("&tab=result&view=fairness", ".fair-group");
    screens.put("&tab=whatif", ".whatif-card");
    screens.put("&tab=record", "#chain-title");
    screens.put("&pane=reasons&firm=" + code, ".reason-card .change");
    screens.put("&pane=rounds", ".round-list a");
    screens.put("new", "form.setup");
    for (Look look :
        List.of(
            new Look("en", ColorScheme.DARK, 1440, 900),
            new Look("en", ColorScheme.LIGHT, 390, 844),
            new Look("vi", ColorScheme.DARK, 390, 844))) {
      page.setViewportSize(look.width(), look.height());
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(look.scheme()));
      int number = 0;
      for (Map.Entry<String, String> screen : screens.entrySet()) {
        if (screen.getKey().equals("new")) {
          page.navigate("/allocate?round=new&lang=" + look.lang());
        } else {
          open(screen.getKey() + "&lang=" + look.lang());
        }
        page.locator(screen.getValue()).first().waitFor();
        if (screen.getKey().equals("&tab=whatif")) {
          page.locator(".whatif-card .part-head .button").click();
          page.locator("#whatif-name").waitFor();
        }
        assertThat(page.locator("body").innerText()).as(screen.getKey()).doesNotContain("⟦");
        assertThat(Axe.faults(page, "document")).as("%s %s", look.name(), screen).isEmpty();
        Object wide = page.evaluate("document.documentElement.scrollWidth > innerWidth + 1");
        assertThat(wide).as("%s %s is too wide", look.name(), screen).isEqualTo(false);
        page.evaluate("name => document.querySelector(name)?.scrollIntoView()", screen.getValue());
        ScreenAudit.shot(page, "look-" + ++number, look.name());
      }
    }
  }

  private String fingerprint() {
    return jdbc.sql(
            """
            select md5(string_agg(r::text, '' order by r.id))
                   || (select md5(string_agg(n::text, '' order by n.id)) from allocation.runs n)
            from allocation.rounds r""")
        .query(String.class)
        .single();
  }

  @Test
  void onlyOfficersGetIn() {
    for (Role role : List.of(Role.PLANNER, Role.FIRM)) {
      assertThat(desk.get(desk.person(role), "/allocate").status()).as(role.name()).isEqualTo(403);
    }
  }
}
