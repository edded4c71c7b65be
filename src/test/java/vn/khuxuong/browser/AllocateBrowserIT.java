package vn.khuxuong.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.khuxuong.browser.RoundPage.PATIENCE_MILLIS;
import static vn.khuxuong.browser.RoundPage.USUAL_MILLIS;
import static vn.khuxuong.browser.RoundPage.act;
import static vn.khuxuong.browser.RoundPage.assertStatus;
import static vn.khuxuong.browser.RoundPage.text;
import static vn.khuxuong.browser.RoundPage.visible;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.platform.security.Role;
import vn.khuxuong.tenancy.Market;
import vn.khuxuong.tenancy.ProcessTest;
import vn.khuxuong.zoning.PlanDesk;
import vn.khuxuong.zoning.PlanDesk.Answer;

/** A whole round at the officers' console, from its criteria to an accepted offer. */
@ProcessTest
@ExtendWith(SharedBrowser.class)
class AllocateBrowserIT {
  private static final String POINT =
      "{\"stage\":\"SEARCH\",\"seconds\":0.5,\"iterations\":1,\"objective\":1000,\"bound\":3000,"
          + "\"gapPct\":66.67}";
  private static final String NEWS =
      "{\"state\":\"RUNNING\",\"done\":30,\"total\":100,\"detail\":{\"stage\":\"SEARCH\",\"seconds\":1.5,"
          + "\"iterations\":9,\"objective\":2000,\"bound\":2500,\"gapPct\":20}}";

  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private JdbcClient jdbc;

  private final Visitor visitor;
  private final List<String> firms = new ArrayList<>();
  private final List<String> applications = new ArrayList<>();
  private PlanDesk desk;
  private Market market;
  private String officer;
  private String building;
  private Page page;

  AllocateBrowserIT(Visitor visitor) {
    this.visitor = visitor;
  }

  @BeforeEach
  void gather() {
    // the solver has the machine too
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS / 2);
    jdbc.sql("update tenancy.applications set status = 'WITHDRAWN' where status = 'ELIGIBLE'")
        .update();
    desk = new PlanDesk(port, accounts);
    market = new Market(jdbc, desk.password());
    officer = market.account(Role.OFFICER);
    long floor = market.floor();
    building = market.building(floor);
    for (int i = 0; i < 7; i++) {
      String firm = market.firm();
      firms.add(firm);
      applications.add(market.application(firm, floor, i));
    }
    page = RoundPage.signIn(visitor, port, officer, desk.password());
  }

  @AfterEach
  void leave() {
    PlaywrightAssertions.setDefaultAssertionTimeout(USUAL_MILLIS);
    page.context().close();
  }

  @Test
  void aWholeRoundFromCriteriaToAnAcceptedOffer() {
    String url = drawUp();
    open(url);
    closesByItself(url);
    solve();
    followsASolveAndStopsIt(url);
    show();
    answerAnObjection(url);
    refusesOwnWork(url);
    Page second = RoundPage.signIn(visitor, port, market.account(Role.OFFICER), desk.password());
    approveAndOffer(second, url);
    acceptAnOffer(second);
    second.context().close();
    narrowAndDark(url);
  }

  /**
   * A refusal at its field first, then a draft with a quota, a reserved floor and a draw of lots.
   */
  private String drawUp() {
    visitor.expects(400); // codes and numbers that the service refuses, at their fields
    page.locator("a:has-text('Đợt mới')").click();
    Locator form = page.locator("form.setup");
    assertThat(form).isVisible(visible());
    assertThat(page.locator("#demand-title")).isVisible();
    form.locator("[type=submit]").click();
    assertThat(page.locator("#s-titleVi-error")).hasText("Chưa điền mục này.");
    assertThat(page.locator("#s-titleVi")).isFocused();
    page.locator("#s-titleVi").fill("Đợt thử trình duyệt");
    page.locator("#s-titleEn").fill("Browser trial");
    page.locator("#s-referenceMonth").fill("2027-01");
    page.locator("#s-deadline").fill("2099-01-01T17:00");
    page.locator(".building-choice input[value='" + building + "']").check();
    assertThat(form).containsText("1 nhà tham gia");
    page.locator("#s-quotas-SME").fill("120");
    form.locator("[type=submit]").click();
    assertThat(page.locator("#s-quotas-SME-error")).hasText("Cần số nguyên từ 1 đến 100.");
    page.locator("#s-quotas-SME").fill("30");
    form.locator("input[name=tieBreak][value=LOT]").check();
    page.locator("#s-objectionHours").fill("24");
    page.locator("#s-code").fill("1");
    form.locator("[type=submit]").click();
    assertThat(page.locator("#s-code-error")).containsText("Mã đợt dạng 2027-1");
    page.locator("#s-code").fill("2027-" + (900 + (int) (System.nanoTime() % 99)));
    assertThat(Axe.faults(page, "document")).isEmpty();
    form.locator("[type=submit]").click();
    assertThat(page.locator(".round-title .tag").first()).hasText("Nháp");
    String round = page.url().replaceAll(".*round=([0-9]+).*", "$1");
    String url = "/api/v1/rounds/" + round;
    JsonNode kept = desk.get(officer, url).json();
    assertThat(kept.at("/criteria/buildings/0").asString()).isEqualTo(building);
    assertThat(kept.at("/criteria/quotas/0/atLeastPct").asInt()).isEqualTo(30);
    assertThat(kept.at("/criteria/tieBreak").asString()).isEqualTo("LOT");
    relate(url);
    return url;
  }

  private void relate(String url) {
    page.locator("#related-firm").fill(firms.get(0));
    page.getByText("Thêm", exactly()).click();
    page.locator("#related-firm").fill(firms.get(1));
    page.getByText("Thêm", exactly()).click();
    page.locator("#related-reason").fill("Cùng một chủ.");
    page.getByText("Lưu các nhóm").click();
    assertThat(page.locator(".toast")).containsText("Đã lưu doanh nghiệp liên quan");
    JsonNode related = desk.get(officer, url).json().at("/related/0");
    assertThat(related.valueStream().map(JsonNode::asString))
        .containsExactlyInAnyOrder(firms.get(0), firms.get(1));
  }

  private void open(String url) {
    act(page, "OPEN", "");
    assertStatus(page, "Đang nhận đơn");
    assertThat(page.locator(".waits").first()).containsText("hồ sơ còn nhận đến");
    assertThat(page.locator("[data-action=CLOSE]")).hasCount(0);
    assertThat(page.locator(".seal")).containsText("Mã bốc thăm đã công bố trước");
    assertThat(desk.get(null, url).json().path("rulesSha256").asString()).hasSize(64);
    assertThat(page.locator("#demand-title")).isVisible();
    assertThat(page.locator(".dimension")).hasCount(4);
    page.locator(".dimension summary").first().click();
    assertThat(page.locator(".dimension table").first()).containsText("700 m²");
    assertThat(Axe.faults(page, "document")).isEmpty();
  }

  /** The deadline passes while somebody looks. */
  private void closesByItself(String url) {
    jdbc.sql("alter table allocation.rounds disable trigger round_is_guarded").update();
    jdbc.sql("update allocation.rounds set deadline = now() - interval '1 second' where id = :id")
        .param("id", Long.parseLong(url.replaceAll(".*/", "")))
        .update();
    jdbc.sql("alter table allocation.rounds enable trigger round_is_guarded").update();
    assertStatus(page, "Đã khóa hồ sơ");
    page.locator("[data-step=apply]").click();
    assertThat(page.locator("#step-detail")).containsText("Khóa hồ sơ");
    assertThat(page.locator("#step-detail")).containsText("Hệ thống");
    page.keyboard().press("Escape");
  }

  private void solve() {
    page.locator("[data-action=SOLVE]").click();
    page.locator("#budget-amount").fill("0");
    page.locator("dialog[open] .primary").click();
    assertThat(page.locator("#budget-error")).isVisible();
    page.locator("#budget-amount").fill("20000");
    page.locator("#budget-seed").fill("7");
    page.locator("dialog[open] .primary").click();
    assertThat(page.locator(".round-title .tag").first())
        .hasText(Pattern.compile("Đang giải|Chờ xem xét"), text());
    page.reload();
    assertStatus(page, "Chờ xem xét");
    assertThat(page.locator(".five .gap")).hasText(Pattern.compile("[0-9,]+%"));
    assertThat(page.locator(".five .passed")).hasText("Đạt");
    assertThat(page.locator(".solve canvas")).isVisible();
    page.locator(".solve summary").click();
    assertThat(page.locator(".solve tbody tr").first()).isVisible();
  }

  /** Seven firms are solved too soon to be watched, so the news of a longer solve are played. */
  private void followsASolveAndStopsIt(String url) {
    List<String> stopped = new ArrayList<>();
    page.route(
        "**" + url,
        route -> {
          APIResponse real = route.fetch();
          String running = real.text().replace("\"status\":\"PROPOSED\"", "\"status\":\"SOLVING\"");
          route.fulfill(new Route.FulfillOptions().setResponse(real).setBody(running));
        });
    page.route(
        "**" + url + "/progress",
        route ->
            route.fulfill(
                json("{\"job\":\"played\",\"state\":\"RUNNING\",\"points\":[" + POINT + "]}")));
    page.route(
        "**/api/v1/jobs/played/events",
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setContentType("text/event-stream")
                    .setBody("event: progress\ndata: " + NEWS + "\n\n")));
    page.route(
        "**/api/v1/jobs/played",
        route -> {
          stopped.add(route.request().method());
          route.fulfill(new Route.FulfillOptions().setStatus(204));
        });
    page.reload();
    assertStatus(page, "Đang giải");
    assertThat(page.locator(".gap-sentence"))
        .hasText("Không phương án nào hơn kết quả này quá 20%.", text());
    assertThat(page.locator(".solve-live")).containsText("Đã dùng 30% giới hạn");
    assertThat(page.locator(".solve tbody tr")).hasCount(2);
    assertThat(page.locator("#round")).containsText("tạm thời");
    page.locator("[data-stop]").click();
    assertThat(page.locator(".solve-live")).containsText("giữ phương án tốt nhất");
    assertThat(stopped).containsExactly("DELETE");
    assertThat(Axe.faults(page, "document")).isEmpty();
    page.unrouteAll();
    page.reload();
    assertStatus(page, "Chờ xem xét");
  }

  private static Route.FulfillOptions json(String body) {
    return new Route.FulfillOptions().setContentType("application/json").setBody(body);
  }

  private void show() {
    act(page, "SHOW", "");
    assertStatus(page, "Lấy ý kiến");
  }

  private void answerAnObjection(String url) {
    String loser = applications.get(6);
    String person = market.personOf(firms.get(6));
    Answer made =
        desk.post(
            person,
            url + "/objections",
            null,
            "{\"application\":\"" + loser + "\",\"body\":\"Đơn chúng tôi đủ điểm.\"}");
    assertThat(made.status()).as("%s", made.json()).isBetween(200, 201);
    page.locator("#tab-objections").click();
    assertThat(page.locator("blockquote")).hasText("Đơn chúng tôi đủ điểm.");
    page.locator(".objections button").click();
    page.locator("dialog[open] .primary").click();
    assertThat(page.locator("#reply-error")).isVisible();
    page.locator("#reply-text").fill("Bằng điểm, thứ tự theo bốc thăm công khai.");
    assertThat(Axe.faults(page, "'dialog[open]'")).isEmpty();
    page.locator("dialog[open] .primary").click();
    assertThat(page.locator(".reply")).containsText("theo bốc thăm công khai");
  }

  private void refusesOwnWork(String url) {
    jdbc.sql("update allocation.rounds set objections_until = now() where id = :id")
        .param("id", Long.parseLong(url.replaceAll(".*/", "")))
        .update();
    page.reload();
    assertThat(page.locator(".waits").first()).containsText("Một cán bộ khác phải phê duyệt");
    assertThat(page.locator("[data-action=APPROVE]")).hasCount(0);
    assertThat(desk.post(officer, url + "/approve", null, "{\"reason\":\"Thử\"}").type())
        .isEqualTo("/problems/allocation/own-work");
  }

  private void approveAndOffer(Page second, String url) {
    second.navigate("/allocate?round=" + url.replaceAll(".*/", ""));
    second.locator("[data-action=APPROVE]").click();
    second.locator("dialog[open] .primary").click();
    assertThat(second.locator("#step-reason-error")).isVisible();
    second.locator("#step-reason").fill("Đã xem lý do từng đơn.");
    second.locator("dialog[open] .primary").click();
    assertThat(second.locator(".round-title .tag").first()).hasText("Đã quyết định", text());
    second.locator("[data-action=OFFER]").click();
    second.locator("dialog[open] .primary").click();
    assertThat(second.locator("#offers-title")).isVisible(visible());
    assertThat(second.locator(".part tbody tr").first()).containsText(building + ", tầng 1");
    assertThat(market.doubleBookings()).isZero();
  }

  private void acceptAnOffer(Page second) {
    String person = market.personOf(firms.get(2));
    JsonNode letters = desk.get(person, "/api/v1/offers").json().path("offers");
    String other = firms.get(3);
    if (letters.isEmpty()) { // equal points: the draw of lots may have passed this one over
      person = market.personOf(other);
      letters = desk.get(person, "/api/v1/offers").json().path("offers");
    }
    long offer = letters.path(0).path("id").asLong();
    Answer accepted = desk.post(person, "/api/v1/offers/" + offer + "/accept", null, "");
    assertThat(accepted.status()).as("%s", accepted.json()).isEqualTo(200);
    second.getByText("Đọc lại", exactly()).click();
    assertThat(second.locator(".counts")).containsText("Đã nhận 1");
    second.locator("#tab-record").click();
    assertThat(second.locator("#chain-title + .tag")).hasText("Nguyên vẹn");
    assertThat(second.locator("#lot-title")).isVisible();
    assertThat(second.locator("a[href*='annex.pdf']")).isVisible();
  }

  /** The same round on a phone and in the dark: readable, nothing sideways, nothing axe minds. */
  private void narrowAndDark(String url) {
    String round = url.replaceAll(".*/", "");
    String state = page.context().storageState();
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      Page phone =
          visitor.open(
              port,
              new Browser.NewContextOptions().setViewportSize(390, 844).setStorageState(state));
      phone.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      for (String view : List.of("&tab=demand", "&tab=offers", "&tab=record", "&pane=rounds")) {
        phone.navigate("/allocate?round=" + round + view);
        assertThat(phone.locator("body[data-ready]")).isVisible(visible());
        assertThat(phone.locator(view.contains("pane") ? ".round-list a" : ".part .card").first())
            .isVisible(visible());
        assertThat(phone.evaluate("document.documentElement.scrollWidth <= innerWidth"))
            .as(view)
            .isEqualTo(true);
        assertThat(Axe.faults(phone, "document")).as("%s %s", scheme, view).isEmpty();
        assertThat(phone.locator("body").innerText()).doesNotContain("⟦");
      }
      phone.locator("[data-pane-link=reasons]").click();
      assertThat(phone.locator("#reasons")).isVisible();
      assertThat(phone.locator("#round")).isHidden();
      phone.context().close();
    }
  }

  private static Page.GetByTextOptions exactly() {
    return new Page.GetByTextOptions().setExact(true);
  }
}
