package vn.khuxuong.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.platform.security.Role;
import vn.khuxuong.tenancy.FirmDesk;
import vn.khuxuong.tenancy.Market;
import vn.khuxuong.tenancy.ProcessTest;
import vn.khuxuong.zoning.PlanDesk;
import vn.khuxuong.zoning.PlanDesk.Answer;

/**
 * The owner of a small shop with a phone: from the map to a lease, and the ways that end sooner.
 */
@ProcessTest
@ExtendWith(SharedBrowser.class)
class FirmBrowserIT {
  private static final String PASSWORD = "bốn từ chẳng liên quan";
  private static final String DEADLINE = "2099-01-14T17:00:00+07:00";

  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private JdbcClient jdbc;

  private final Visitor visitor;
  private PlanDesk desk;
  private Market market;
  private long floor;
  private String building;
  private Page page;

  FirmBrowserIT(Visitor visitor) {
    this.visitor = visitor;
  }

  @BeforeEach
  void openTheMarket() {
    desk = new PlanDesk(port, accounts);
    market = new Market(jdbc, desk.password());
    floor = market.floor();
    building = market.building(floor);
    page = phone();
  }

  @AfterEach
  void leave() {
    page.context().close();
    jdbc.sql("delete from platform.registrations").update();
    assertThat(visitor.complaints()).isEmpty();
  }

  @Test
  void leadsFromTheMapToALease() {
    chooseTwoBays();
    assertThat(page.locator("#step-title")).hasText("Bạn cần gì");
    assertThat(page.locator(".machine-sizes input").first()).hasValue("1");
    assertThat(page.locator(".machine-head input")).hasValue("Máy 1");
    page.locator("#f-industry").selectOption("ELECTRONICS");
    assertThat(page.locator("#f-hazard")).hasValue("C4");
    assertThat(page.locator(".verdict-list .no")).containsText("hạng");
    page.locator("#f-hazard").selectOption("D");
    assertThat(page.locator(".verdict-head .tag")).containsText("Đạt");
    assertThat(page.locator(".verdict")).containsText("Nghị quyết 198/2025/QH15, điều 7");
    page.locator("#f-production").fill("Lắp ráp bo mạch, không sơn, không mạ.");
    page.locator("#f-power").fill("20");
    page.locator("#f-wastewater").fill("0,5");
    clean("step 1");
    assertThat(page.locator("#kept")).containsText("Đã giữ trên máy này");
    page.reload();
    assertThat(page.locator("#f-production")).hasValue("Lắp ráp bo mạch, không sơn, không mạ.");
    page.waitForFunction("navigator.serviceWorker.ready.then(() => true)");
    page.reload();
    page.locator("#f-production").waitFor();
    visitor.expectsNoNetwork();
    page.context().setOffline(true);
    page.reload();
    assertThat(page.locator("#f-production")).hasValue("Lắp ráp bo mạch, không sơn, không mạ.");
    assertThat(page.locator("#offline")).isVisible();
    page.context().setOffline(false);
    page.reload();
    assertThat(page.locator(".verdict-head .tag")).containsText("Đạt");
    page.locator("#go-on").focus();
    page.keyboard().press("Enter");

    assertThat(page.locator("#step-title")).hasText("Doanh nghiệp của bạn");
    assertThat(page.locator("#step-title")).isFocused();
    String tax = FirmDesk.taxCode();
    page.locator("#f-taxCode").fill(tax.substring(0, 9) + (tax.charAt(9) == '0' ? '1' : '0'));
    assertThat(page.locator(".tax")).containsText("không khớp");
    page.locator("#f-taxCode").fill(tax);
    assertThat(page.locator(".tax")).containsText("Mã hợp lệ");
    page.locator("#f-nameVi").fill("Công ty TNHH Điện tử Minh");
    page.locator("#f-vsic").fill("2610");
    assertThat(page.locator(".sectors")).containsText("điện tử");
    page.locator("input[name=domestic][value=yes]").check();
    page.locator("input[name=businessLine][value=INDUSTRY]").check();
    page.locator("#f-insuredEmployees").fill("12");
    page.locator("#f-revenueBnVnd").fill("18,5");
    assertThat(page.locator(".size")).containsText("Doanh nghiệp nhỏ");
    page.locator("input[name=supports][value=none]").check();
    clean("step 2");
    page.locator("#go-on").click();

    assertThat(page.locator("#step-title")).hasText("Giấy tờ và xem lại");
    page.locator("#paper-BUSINESS_REGISTRATION")
        .setInputFiles(new FilePayload("dkkd.pdf", "application/pdf", FirmDesk.PDF));
    assertThat(page.locator(".paper.done")).hasCount(1);
    clean("step 3, nobody signed in");
    String name = "m" + UUID.randomUUID().toString().substring(0, 8) + "@xuong.example";
    page.locator("#f-username").fill(name);
    page.locator("#f-password").fill("ngắn");
    page.locator(".account-door button.primary").click();
    assertThat(page.locator("#f-password-error")).containsText("ít nhất 10");
    page.locator("#f-password").fill(PASSWORD);
    page.locator(".account-door button.primary").click();

    assertThat(page.locator(".paper.done")).hasCount(1);
    assertThat(page.locator("#go-on")).hasText("Nộp đơn");
    clean("step 3, signed in");
    page.locator("#go-on").click();
    assertThat(page.locator("#done-title")).containsText("đủ điều kiện");
    assertThat(page.locator("#done-title")).isFocused();
    clean("handed in");
    page.getByText("Tới hồ sơ").click();
    assertThat(page.locator(".quiet-card .tag").first()).hasText("Đủ điều kiện");
    clean("files, eligible");

    String application =
        jdbc.sql(
                """
                select a.code from tenancy.applications a
                join tenancy.firm_people p on p.firm_id = a.firm_id where p.username = :name""")
            .param("name", name)
            .query(String.class)
            .single();
    String officer = desk.person(Role.OFFICER);
    String firm =
        desk.get(officer, "/api/v1/applications/" + application).json().path("firm").asString();
    Answer hold =
        desk.post(
            officer,
            "/api/v1/holds",
            null,
            String.format(
                Locale.ROOT,
                "{\"floor\":%d,\"firstBay\":0,\"bayCount\":2,\"from\":\"2027-02-01\",\"months\":36,"
                    + "\"firm\":\"%s\",\"application\":\"%s\"}",
                floor,
                firm,
                application));
    assertThat(hold.status()).as("%s", hold.json()).isEqualTo(201);
    page.reload();
    assertThat(page.locator(".quiet-card .tag").first()).hasText("Đang giữ chỗ");
    Answer offer =
        desk.post(
            officer,
            "/api/v1/offers",
            null,
            "{\"hold\":" + hold.id() + ",\"deadline\":\"" + DEADLINE + "\"}");
    assertThat(offer.status()).as("%s", offer.json()).isEqualTo(201);

    page.reload();
    Locator card = page.locator(".card-action").first();
    assertThat(card).containsText("Tầng 1, khoang 0–1");
    assertThat(card).containsText("1.800 USD");
    assertThat(card).containsText("1.260 USD");
    assertThat(card).containsText("17:00, 14/01/2099");
    assertThat(card.locator(".deadline")).containsText(Pattern.compile("Còn [0-9.]+ ngày"));
    assertThat(page.locator(".why-list")).containsText("giữ chỗ cho bạn");
    assertThat(page.locator("#bell-count")).hasText("1");
    clean("files, an offer");
    card.locator("button.primary").focus();
    page.keyboard().press("Enter");
    assertThat(page.locator("dialog[open] .dialog-foot .button").first()).isFocused();
    clean("accept, asked once");
    page.keyboard().press("Escape");
    assertThat(page.locator("dialog")).hasCount(0);
    card.locator("button.primary").click();
    page.locator("dialog[open] .button.primary").click();
    assertThat(page.locator(".lease")).containsText("Tầng 1, khoang 0–1");
    assertThat(page.locator(".lease .tag")).hasText("Sắp bắt đầu");
    assertThat(page.locator(".application .tag").first()).hasText("Đã thuê");
    clean("files, a lease");
    page.navigate("/");
    assertThat(page.locator(".tabs a[href='/firm']")).hasText("Hồ sơ");
    assertThat(market.doubleBookings()).isZero();
  }

  @Test
  void aDeadlineThatPassedAnswersItselfAndSaysSo() {
    String firm = market.firm();
    signIn(market.personOf(firm), "/firm");
    assertThat(page.locator("#next .empty")).containsText("chưa có đơn nào");
    clean("files, empty");
    Answer offer = offer(market.application(firm, floor, 1));
    page.reload();
    assertThat(page.locator(".card-action .deadline")).isVisible();
    market.expire(offer.id());
    visitor.expects(409);
    page.locator(".card-action button.primary").click();
    page.locator("dialog[open] .button.primary").click();
    assertThat(page.locator(".dialog-fault")).containsText("đã qua");
    page.keyboard().press("Escape");
    assertThat(page.locator("dialog")).hasCount(0);
    page.waitForCondition(
        () ->
            desk.get(null, "/api/v1/buildings/" + building).status() == 200
                && jdbc.sql("select status from tenancy.offers where id = :id")
                    .param("id", offer.id())
                    .query(String.class)
                    .single()
                    .equals("LAPSED"));
    page.reload();
    page.locator(".application summary").first().click();
    assertThat(page.locator(".application")).containsText("Quá hạn trả lời");
    assertThat(page.locator(".application .notice")).containsText("nộp đơn lại");
    clean("files, a lapsed offer");
  }

  @Test
  void anOfferIsDeclinedWithAReason() {
    String firm = market.firm();
    offer(market.application(firm, floor, 1));
    signIn(market.personOf(firm), "/firm");
    page.locator(".card-action .answers .button").last().click();
    page.locator("dialog[open] .button.danger").click();
    assertThat(page.locator("#decline-fault")).isVisible();
    page.locator("#decline-why").fill("Thang hàng xa khoang.");
    clean("decline");
    page.locator("dialog[open] .button.danger").click();
    assertThat(page.locator(".card-action")).hasCount(0);
    page.locator(".application summary").first().click();
    assertThat(page.locator(".timeline")).containsText("Thang hàng xa khoang.");
  }

  @Test
  void aFirmThatDoesNotFitIsToldWhy() {
    FirmDesk firms = new FirmDesk(port, accounts, jdbc);
    signIn(firms.firm(), applyAddress());
    assertThat(page.locator("#f-industry")).hasValue("PRECISION_MECH");
    assertThat(page.locator(".machine")).hasCount(1);
    page.locator("#f-production").fill("Phay, tiện chi tiết.");
    page.locator("#f-hazard").selectOption("D");
    assertThat(page.locator(".verdict-list .no")).hasCount(1);
    assertThat(page.locator(".verdict-else")).containsText("không có tầng nào");
    page.locator("#go-on").click();
    assertThat(page.locator(".known-firm")).containsText("không cần khai lại");
    page.locator("#go-on").click();
    page.locator("#paper-BUSINESS_REGISTRATION")
        .setInputFiles(new FilePayload("dkkd.pdf", "application/pdf", FirmDesk.PDF));
    page.locator("#go-on").click();
    assertThat(page.locator("#done-title")).containsText("chưa đủ điều kiện");
    assertThat(page.locator(".verdict-list .no").first()).isVisible();
    clean("not eligible");
    page.navigate("/firm?lang=en");
    assertThat(page.locator(".quiet-card .tag")).hasText("Not eligible");
    assertThat(page.locator(".quiet-card .verdict-list .no").first()).isVisible();
    clean("files, not eligible");
  }

  /** From the map by the machine to the building, two of its bays and the form. */
  private void chooseTwoBays() {
    // other tests leave towns of their own, so the list of all zones may begin with theirs
    String zone = building.substring(0, building.indexOf('-'));
    assertThat(page.navigate("/?zone=" + zone).status()).isEqualTo(200);
    page.locator("[data-need=machines]").tap();
    List<String> figures = List.of("1", "1,5", "1,2", "2");
    for (int i = 0; i < figures.size(); i++) {
      page.locator(".machine input").nth(i).fill(figures.get(i));
    }
    page.locator(".editor-foot .button").tap();
    page.locator("#results [data-place='" + building + "/1/0']").tap();
    assertThat(page.locator("#bay-title")).hasText("Tầng 1, khoang 0–2");
    page.locator(".stack [data-level='1'][data-bay='0']").tap();
    assertThat(page.locator("#bay-title")).hasText("Tầng 1, khoang 0");
    page.locator(".extend .button").tap();
    assertThat(page.locator("#bay-title")).hasText("Tầng 1, khoang 0–1");
    clean("building");
    page.locator(".bay-actions .button.primary").tap();
    page.waitForURL("**/firm/apply**");
  }

  private Answer offer(String application) {
    Answer made =
        desk.post(
            market.account(Role.OFFICER),
            "/api/v1/offers",
            null,
            Market.offer(application, floor, 0, 1, DEADLINE));
    assertThat(made.status()).as("%s", made.json()).isEqualTo(201);
    return made;
  }

  private String applyAddress() {
    return "/firm/apply?building=" + building + "&floor=1&firstBay=0&bayCount=2";
  }

  private Page phone() {
    return visitor.open(
        port,
        new Browser.NewContextOptions()
            .setViewportSize(390, 844)
            .setIsMobile(true)
            .setHasTouch(true));
  }

  private void signIn(String name, String next) {
    page.navigate(
        "/login?next=" + java.net.URLEncoder.encode(next, java.nio.charset.StandardCharsets.UTF_8));
    page.locator("input[name=username]").fill(name);
    page.locator("input[name=password]").fill(desk.password());
    page.locator("button[type=submit]").click();
    page.waitForURL("**" + next.replaceAll("[?].*", "") + "**");
  }

  private void clean(String screen) {
    assertThat(Axe.faults(page, "document")).as(screen).isEmpty();
    Object wide = page.evaluate("document.documentElement.scrollWidth > innerWidth + 1");
    assertThat(wide).as(screen + " is no wider than the phone").isEqualTo(false);
  }
}
