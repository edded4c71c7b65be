package vn.khuxuong.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.platform.security.Role;
import vn.khuxuong.space.InventedTown;
import vn.khuxuong.tenancy.Market;
import vn.khuxuong.tenancy.ProcessTest;
import vn.khuxuong.zoning.PlanDesk;

/** A firm says on its phone what it lacks; an officer follows it to the outcome at a desk. */
@ProcessTest
@ExtendWith(SharedBrowser.class)
class SupportBrowserIT {
  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private JdbcClient jdbc;

  private final Visitor visitor;
  private PlanDesk desk;
  private Market market;
  private Page page;

  SupportBrowserIT(Visitor visitor) {
    this.visitor = visitor;
  }

  @BeforeEach
  void open() {
    desk = new PlanDesk(port, accounts);
    market = new Market(jdbc, desk.password());
  }

  @AfterEach
  void leave() {
    page.context().close();
    assertThat(visitor.complaints()).isEmpty();
  }

  @Test
  void fromWhatIsLackingToTheOutcome() {
    long floor = market.floor();
    String firm = market.firm();
    jdbc.sql(
            """
            update tenancy.firms set insured_employees = 12, revenue_bn_vnd = 18.5,
              name_vi = 'Công ty ' || code, name_en = 'Firm ' || code
            where code = :firm""")
        .param("firm", firm)
        .update();
    lease(firm, floor);
    String person = market.personOf(firm);
    page = phone();
    signIn(person, "/firm");
    Locator support = page.locator("#support");
    patiently(support.locator(".reconciled"));
    assertThat(support.locator(".reconciled")).containsText("bằng đúng tổng tiền hợp đồng");
    assertThat(support.locator(".money .facts-list")).containsText("57.367.742 đ");
    assertThat(support.locator(".money .facts-list")).containsText("40.157.419 đ");
    support.locator(".money figure details summary").click();
    assertThat(support.locator(".money figure tbody tr")).hasCount(3);
    assertThat(support.locator(".money figure tbody tr").first()).containsText("11.767.742");
    clean("firm, money");

    support.locator(".lack[data-lack=CAPITAL]").focus();
    page.keyboard().press("Enter");
    Locator dialog = page.locator("dialog[open]");
    dialog.locator(".button.primary").click();
    assertThat(dialog.locator("#f-detail-error")).isVisible();
    page.locator("#f-detail").fill("Mua máy phay CNC");
    page.locator("#f-amount").fill("2.500");
    clean("firm, what is lacking");
    dialog.locator(".button.primary").click();
    Locator need = support.locator(".need[data-lack=CAPITAL]");
    patiently(need);
    assertThat(need).containsText("Mua máy phay CNC");
    assertThat(page.locator("#support-title")).isFocused();
    assertThat(support.locator(".lack[data-lack=CAPITAL]")).hasCount(0);
    assertThat(need.locator("[data-programme=RESOLUTION_198] .tag")).hasText("Thuộc đối tượng");
    Locator fund = need.locator("[data-programme=SME_FUND]");
    assertThat(fund.locator(".tag")).hasText("Còn thiếu giấy tờ");
    assertThat(fund).containsText("Còn thiếu: dự án hoặc phương án đầu tư");
    clean("firm, what matches");
    fund.locator("button").click();
    dialog.locator(".button.primary").click();
    assertThat(dialog.locator(".field-error")).isVisible();
    page.locator("#refer-why").fill("Cần vay để mua máy.");
    clean("firm, asks to be referred");
    dialog.locator(".button.primary").click();
    patiently(support.locator(".referral .tag"));
    assertThat(support.locator(".referral .tag")).hasText("Chờ ban quản lý");
    assertThat(fund).containsText("đang theo dõi");
    page.context().close();

    page = visitor.open(port, 1440, 900);
    signIn(market.account(Role.OFFICER), "/indicators/support");
    patiently(page.locator(".heat-map"));
    clean("officer, work list");
    Locator row =
        page.locator(".work-referrals .staff-row", new Page.LocatorOptions().setHasText(firm));
    patiently(row);
    row.focus();
    page.keyboard().press("Enter");
    Locator desktop = page.locator("dialog[open]");
    patiently(desktop);
    assertThat(desktop.locator(".timeline")).containsText("Cần vay để mua máy.");
    button(desktop, "Chuyển hồ sơ").click();
    assertThat(desktop.locator(".field-error")).isVisible();
    page.locator("#step-why").fill("Hồ sơ đủ, đã gửi quỹ.");
    clean("officer, a referral");
    button(desktop, "Chuyển hồ sơ").click();
    assertThat(page.locator("dialog[open]")).hasCount(0);
    assertThat(row.locator(".tag")).hasText("Đã chuyển hồ sơ");
    step(row, "Được duyệt", "Quỹ đồng ý.");
    assertThat(row.locator(".tag")).hasText("Được duyệt");
    row.click();
    page.locator("#step-why").fill("Đã giải ngân.");
    page.locator("#step-amount").fill("1.500");
    page.locator("#step-meets").check();
    button(desktop, "Doanh nghiệp đã nhận").click();
    assertThat(row).hasCount(0);
    page.context().close();

    page = phone();
    signIn(person, "/firm");
    patiently(page.locator("#support .referral .tag"));
    assertThat(page.locator("#support .referral .tag")).hasText("Đã nhận");
    assertThat(page.locator("#support .need")).hasCount(0);
    page.locator("#support .referral summary").click();
    assertThat(page.locator("#support .referral .timeline")).containsText("Đã giải ngân.");
    clean("firm, the outcome");
  }

  @Test
  void demandStandsBesideVacanciesWithItsNumbers() {
    long floor = market.floor();
    String building = market.building(floor);
    String zone = building.substring(0, building.indexOf('-'));
    String person = market.personOf(market.firm());
    desk.post(
        person,
        "/api/v1/support/needs",
        null,
        "{\"lack\":\"PREMISES\",\"detail\":\"Cần xưởng\",\"zone\":\""
            + zone
            + "\",\"areaM2\":1500,\"loadKnM2\":9,\"clearHeightM\":4.5}");
    page = visitor.open(port, 1440, 900);
    signIn(market.account(Role.OFFICER), "/indicators/support?zone=" + zone);
    assertThat(page.locator("#zone")).hasValue(zone);
    patiently(page.locator(".matrix-sentence"));
    assertThat(page.locator(".matrix-sentence"))
        .hasText("Thiếu nhất: từ 10 kN/m² và 4,5 m trở lên cần 1.500 m², chỉ trống 1.200 m².");
    assertThat(page.locator(".heat.short b").first()).isVisible();
    assertThat(page.locator(".unmet")).containsText("Mặt bằng");
    page.locator(".unmet details summary").click();
    assertThat(page.locator(".unmet details tbody tr")).hasCount(2);
    clean("officer, demand");
    page.context().close();

    page = phone();
    page.navigate("/indicators/support?lang=en");
    patiently(page.locator(".heat-map"));
    assertThat(page.locator(".unmet")).containsText("not published");
    assertThat(page.locator(".work")).hasCount(0);
    assertThat(page.locator("#zone")).hasCount(0);
    clean("public, demand");
  }

  @Test
  void catalogueIsReadWithoutScriptsInBothLanguages() {
    page =
        visitor.open(
            port,
            new Browser.NewContextOptions().setViewportSize(390, 844).setJavaScriptEnabled(false));
    page.navigate("/incentives?on=2026-11-27");
    assertThat(page.locator("#RESOLUTION_198")).containsText("Ít nhất 30% trong 60 tháng.");
    assertThat(page.locator("#RESOLUTION_198")).containsText("Nghị quyết 198/2025/QH15, điều 7");
    assertThat(page.locator("#TERM_EXTENSION .tag")).hasText("Chờ xác nhận");
    page.navigate("/incentives?on=2025-05-16&lack=CAPITAL&lang=en");
    assertThat(page.locator("#RESOLUTION_198")).hasCount(0);
    assertThat(page.locator("#SME_FUND")).containsText("At most 80%.");
    page.context().close();
    page = phone();
    page.navigate("/incentives");
    clean("catalogue");
  }

  @Test
  void officerKeepsTheCatalogueAndRecordsARent() {
    visitor.expects(400); // what is left open and a rent that the service refuses, at their fields
    String firm = market.firm();
    lease(firm, market.floor());
    String code = "TRIAL_" + firm.replaceAll("[^0-9]", "") + "_B";
    page = visitor.open(port, 1440, 900);
    signIn(market.account(Role.OFFICER), "/incentives");
    patiently(page.locator("#programme-new"));
    page.locator("#programme-new").click();
    Locator dialog = page.locator("dialog[open]");
    dialog.locator("[name=code]").fill(code);
    button(dialog, "Lưu").click();
    assertThat(dialog.locator("[name=nameVi][aria-invalid=true]")).isVisible();
    for (String name : new String[] {"name", "who", "gives", "until", "body", "source"}) {
      dialog.locator("[name=" + name + "Vi]").fill("Thử " + name);
      dialog.locator("[name=" + name + "En]").fill("Trial " + name);
    }
    dialog.getByLabel("Vốn", new Locator.GetByLabelOptions().setExact(true)).check();
    clean("officer, a new programme");
    button(dialog, "Lưu").click();
    // what is not confirmed says what is still open
    assertThat(dialog.locator("[name=openVi][aria-invalid=true]")).isFocused();
    dialog.locator("[name=openVi]").fill("Chờ văn bản");
    dialog.locator("[name=openEn]").fill("Act awaited");
    button(dialog, "Lưu").click();
    Locator card = page.locator("#" + code);
    patiently(card.locator(".programme-tools"));
    assertThat(page.locator(".toast")).hasText("Đã ghi.");
    assertThat(card).containsText("Chờ xác nhận");
    card.locator("[data-act=standing]").click();
    dialog.locator("[name=status]").selectOption("CONFIRMED");
    dialog.locator("[name=article]").fill("5");
    dialog.locator("[name=reason]").fill("Đọc Công báo");
    button(dialog, "Lưu").click();
    patiently(page.locator("#" + code + " .tag.free"));
    patiently(card.locator(".programme-tools"));
    card.locator("[data-act=end]").click();
    dialog.locator("[name=until]").fill("2030-12-31");
    dialog.locator("[name=reason]").fill("Nghị định hết hiệu lực");
    button(dialog, "Lưu").click();
    patiently(page.locator("#" + code, new Page.LocatorOptions().setHasText("31/12/2030")));
    patiently(card.locator(".programme-tools"));
    card.locator("[data-act=versions]").click();
    assertThat(dialog.locator(".versions li")).hasCount(1);
    clean("officer, versions");
    page.keyboard().press("Escape");

    page.locator("#lease-find").fill(firm);
    page.locator("[data-lease]").click();
    patiently(dialog.locator("[name=rentVndM2Month]"));
    assertThat(dialog.locator("tbody tr")).hasCount(1);
    dialog.locator("[name=from]").fill("2027-02-01");
    dialog.locator("[name=rentVndM2Month]").fill("120.000,5");
    dialog.locator("[name=reason]").fill("Theo phụ lục 1");
    button(dialog, "Ghi giá mới").click();
    assertThat(dialog.locator("[name=rentVndM2Month][aria-invalid=true]")).isFocused();
    clean("officer, a rent");
    dialog.locator("[name=rentVndM2Month]").fill("120.000");
    button(dialog, "Ghi giá mới").click();
    assertThat(dialog.locator("tbody tr")).hasCount(2);
    assertThat(dialog.locator("tbody tr").last()).containsText("120.000");
    // 200 m²: 16 days of January at 114,000, then two months at 120,000
    assertThat(dialog.locator(".reconciled")).containsText("59.767.742");
  }

  private void lease(String firm, long floor) {
    long claim = new InventedTown(jdbc).claim(floor, "LEASE", "[0,1)", "[2027-01-16,2027-04-01)");
    jdbc.sql(
            """
            insert into tenancy.leases (firm_id, occupancy_id, contract_no, signed_on,
              rent_usd_m2_month, rent_vnd_m2_month, service_charge_usd_m2_month, data_status)
            select m.id, :claim, 'T/' || :claim, '2026-11-01', 4.5, 114000, 0.5, 'ILLUSTRATIVE'
            from tenancy.firms m where m.code = :firm""")
        .param("claim", claim)
        .param("firm", firm)
        .update();
  }

  private void step(Locator row, String action, String why) {
    row.click();
    Locator dialog = page.locator("dialog[open]");
    page.locator("#step-why").fill(why);
    button(dialog, action).click();
    assertThat(page.locator("dialog[open]")).hasCount(0);
  }

  private static Locator button(Locator dialog, String text) {
    return dialog.getByRole(
        AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(text).setExact(true));
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
    page.navigate("/login?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
    page.locator("input[name=username]").fill(name);
    page.locator("input[name=password]").fill(desk.password());
    page.locator("button[type=submit]").click();
    page.waitForURL("**" + next.replaceAll("[?].*", "") + "**");
  }

  /** Waits for what is read first; a busy machine takes longer than an assertion waits. */
  private static void patiently(Locator what) {
    what.first().waitFor(new Locator.WaitForOptions().setTimeout(60_000));
  }

  private void clean(String screen) {
    assertThat(Axe.faults(page, "document")).as(screen).isEmpty();
    Object wide = page.evaluate("document.documentElement.scrollWidth > innerWidth + 1");
    assertThat(wide).as(screen + " is no wider than the screen").isEqualTo(false);
  }
}
