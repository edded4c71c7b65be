package vn.khuxuong.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.khuxuong.conversion.ConversionTown;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.platform.security.Role;
import vn.khuxuong.tenancy.Market;
import vn.khuxuong.tenancy.ProcessTest;
import vn.khuxuong.zoning.PlanDesk;

/** The page of zones in conversion: for everybody, for a firm, for officers. */
@ProcessTest
@ExtendWith(SharedBrowser.class)
class ConversionBrowserIT {
  private static final String PAGE = "/indicators/conversion";
  private static final double SLOW_MS = 30_000;
  private static final double USUAL_MS = 5_000;

  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private JdbcClient jdbc;

  private final Visitor visitor;
  private PlanDesk desk;
  private Market market;
  private Page page;

  ConversionBrowserIT(Visitor visitor) {
    this.visitor = visitor;
  }

  @BeforeEach
  void arrive() {
    // what follows from all zones is worked out anew for each answer
    setDefaultAssertionTimeout(SLOW_MS);
    desk = new PlanDesk(port, accounts);
    market = new Market(jdbc, desk.password());
  }

  @AfterEach
  void leave() {
    setDefaultAssertionTimeout(USUAL_MS);
    page.context().close();
    assertThat(visitor.complaints()).isEmpty();
  }

  @Test
  void everybodySeesAimsTermsAndWhatIsUnknown() {
    page = visitor.open(port, 1440, 900);
    page.navigate(PAGE + "?zone=TB");
    assertThat(page.locator("#cv-zone")).hasText("Khu công nghiệp Tân Bình");
    assertThat(page.locator(".cv-row[aria-pressed=true]")).containsText("Tân Bình");
    assertThat(page.locator(".cv-shares li").first()).containsText("thiếu 3,63%");
    assertThat(page.locator(".cv-shares li").nth(2)).containsText("Chưa biết");
    assertThat(page.locator("#cv-tenants, #cv-compare, #cv-mine")).hasCount(0);
    assertThat(page.locator(".cv-shape")).not().hasCount(0);
    assertThat(Axe.faults(page, "document")).isEmpty();
    page.locator(".cv-row", pageText("Hiệp Phước")).focus();
    page.keyboard().press("Enter");
    assertThat(page.locator("#cv-zone")).containsText("Hiệp Phước");
    assertThat(page).hasURL(Pattern.compile(".*zone=HP.*"));
    ScreenAudit.shot(page, "conversion-public");

    Page phone = visitor.open(port, 390, 844);
    phone.navigate(PAGE + "?zone=TB&lang=en");
    assertThat(phone.locator("#cv-zone")).hasText("Tan Binh Industrial Park");
    assertThat(phone.locator("main")).not().containsText("⟦");
    assertThat(
            (Boolean) phone.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
        .isTrue();
    assertThat(Axe.faults(phone, "document")).isEmpty();
    ScreenAudit.shot(phone, "conversion-public", "en-390");
    phone.context().close();
  }

  @Test
  void officerDecidesAndComparesAScenario() {
    ConversionTown town = new ConversionTown(jdbc, market, "2040-12-31");
    long floor = town.floor(1);
    String firm = town.tenant(floor, "[0,1]", "2035-06-30");
    String application = town.application(market.firm(), floor, "2038-01-01", 48, 5);
    signIn(market.account(Role.OFFICER), 1440, 900, "?zone=" + town.code());
    page.locator("#cv-tenants .link").click();
    Locator dialog = page.locator("dialog[open]");
    assertThat(dialog).containsText("Chưa kết luận");
    assertThat(dialog.locator(".cv-table tbody tr")).hasCount(6);
    assertThat(Axe.faults(page, "document")).isEmpty();
    dialog.locator("#cv-verdict").selectOption("MOVE");
    sign(dialog);
    assertThat(dialog.locator(".dialog-fault")).isVisible();
    dialog.locator("#cv-why").fill("Không còn hợp với hồ sơ mục tiêu.");
    dialog.locator("#cv-signed").fill("Trần Thị B, Trưởng phòng");
    sign(dialog);
    assertThat(dialog).hasCount(0);
    assertThat(page.locator("#cv-tenants .cv-table")).containsText("Đã quyết định");
    assertThat(
            jdbc.sql("select displaced from tenancy.firms where code = :firm")
                .param("firm", firm)
                .query(Boolean.class)
                .single())
        .isTrue();

    page.getByText("Kịch bản mới").click();
    page.locator("#cv-name").fill("Gia hạn hai năm");
    page.locator("#cv-years-" + town.code()).fill("2");
    assertThat(Axe.faults(page, "document")).isEmpty();
    page.locator("dialog[open]").getByText("Lưu và so sánh").click();
    Locator follows = page.locator(".cv-follows", pageText("Gia hạn hai năm"));
    assertThat(follows).containsText("1 đơn sẽ đạt");
    follows.locator("summary").first().click();
    assertThat(follows).containsText(application);
    assertThat(page.locator(".cv-totals, .cv-comparison").first()).containsText("+2 năm");
    assertThat(page).hasURL(Pattern.compile(".*with=\\d+.*"));
    page.locator(".cv-figure").scrollIntoViewIfNeeded();
    assertThat(page.locator(".cv-figure canvas[width]")).isVisible();
    assertThat(Axe.faults(page, "document")).isEmpty();
    ScreenAudit.shot(page, "conversion-officer");
    page.reload();
    assertThat(page.locator(".cv-follows", pageText("Gia hạn hai năm"))).hasCount(1);
  }

  @Test
  void firmSeesWhatIsHeldOfItAndContestsOnAPhone() {
    ConversionTown town = new ConversionTown(jdbc, market, "2060-12-31");
    String firm = town.tenant(town.floor(1), "[0,0]", "2035-06-30");
    town.profile(firm, "2610", 20, 20);
    signIn(market.personOf(firm), 390, 844, "");
    Locator own = page.locator("#cv-mine");
    assertThat(own.locator(".cv-own")).hasCount(1);
    assertThat(own.locator(".cv-table tbody tr")).hasCount(6);
    assertThat(page.locator("#cv-tenants, #cv-compare")).hasCount(0);
    own.getByText("Gửi ý kiến").click();
    assertThat(own.locator(".cv-fault")).isVisible();
    own.locator("select").selectOption("LABOUR");
    own.locator("textarea").fill("Số lao động là của cả hai xưởng.");
    own.getByText("Gửi ý kiến").click();
    assertThat(own.locator(".cv-said")).containsText("Chờ trả lời");
    assertThat(Axe.faults(page, "document")).isEmpty();
    ScreenAudit.shot(page, "conversion-firm", "vi-390");

    Page other = visitor.open(port, 1440, 900);
    page.context().close();
    page = other;
    signIn(market.account(Role.OFFICER), "?zone=" + town.code());
    assertThat(page.locator(".cv-notice")).containsText("1 ý kiến");
    page.locator("#cv-tenants .link").click();
    page.locator("dialog[open] textarea").first().fill("Sẽ tách số liệu.");
    page.locator("dialog[open]").getByText("Chấp nhận", exactly()).click();
    assertThat(page.locator("dialog[open]")).hasCount(0);
    assertThat(page.locator(".cv-notice")).hasCount(0);

    // and the firm reads the answer where it said it
    page.context().close();
    signIn(market.personOf(firm), 390, 844, "");
    Locator answered = page.locator("#cv-mine .cv-said");
    assertThat(answered).containsText("Số lao động là của cả hai xưởng.");
    assertThat(answered.locator(".cv-answer")).containsText("Sẽ tách số liệu.");
    assertThat(answered).not().containsText("Chờ trả lời");
    assertThat(Axe.faults(page, "document")).isEmpty();
  }

  @Test
  void officerMaintainsAZoneByFormsAlone() {
    visitor.expects(400); // a code and a day that the service refuses, at their fields
    ConversionTown town = new ConversionTown(jdbc, market, "2040-12-31");
    String firm = town.tenant(town.floor(1), "[0,1]", "2035-06-30");
    signIn(market.account(Role.OFFICER), 1440, 900, "?zone=" + town.code());
    Locator form = open("sector-add");
    save(form);
    assertThat(form.locator(".field-fault").first()).isVisible();
    fill(form, "vsic", "2x", "nameVi", "Điện tử", "nameEn", "Electronics", "source", "QĐ 1");
    save(form);
    assertThat(form.locator("[name=vsic][aria-invalid=true]")).isFocused();
    assertThat(Axe.faults(page, "document")).isEmpty();
    fill(form, "vsic", "26");
    sent(form);
    assertThat(page.locator("#cv-aim .cv-tags").first()).containsText("Điện tử");
    assertThat(page.locator("[data-act=sector-add]")).isFocused();
    form = open("sector-26");
    form.locator("[name=aim]").selectOption("PHASE_OUT");
    fill(form, "validFrom", "2035-01-01", "source", "QĐ 2");
    sent(form);
    assertThat(page.locator(".cv-upcoming")).containsText("từ 01/01/2035");

    form = open("finding-INFRASTRUCTURE");
    form.locator("[name=status]").selectOption("NOT_MET");
    fill(form, "value", "ba", "evidence", "Khảo sát tháng 9");
    save(form);
    assertThat(form.locator("[name=value][aria-invalid=true]")).isFocused();
    fill(form, "value", "21,5");
    sent(form);
    assertThat(page.locator("#cv-tests .cv-table")).containsText("Chưa đạt (21,5%)");

    form = open("balance");
    fill(form, "grossHa", "200", "greenHa", "25,5", "source", "Báo cáo 2026");
    sent(form);
    form = open("target-GREEN");
    fill(form, "targetPct", "15", "source", "QĐ 3");
    sent(form);
    assertThat(page.locator(".cv-shares li").first()).containsText("12,75%, cần ≥ 15%");
    form = open("responsible-LEAD");
    fill(form, "nameVi", "Tổ chuyển đổi", "nameEn", "Task force", "source", "QĐ 4");
    sent(form);
    assertThat(page.locator("#cv-aim .cv-list")).containsText("Tổ chuyển đổi");

    form = open("milestone-add");
    fill(form, "titleVi", "Trình đề án", "titleEn", "Hand in", "source", "Kế hoạch 5");
    fill(form, "day", "2027-06-01");
    form.locator("[name=dayPrecision]").selectOption("MONTH");
    sent(form);
    Locator mine = page.locator(".cv-step", pageText("06/2027"));
    assertThat(mine).containsText("Trình đề án");
    mine.locator("[data-act^=milestone-]").click();
    form = page.locator("dialog[open]");
    form.locator("[name=state]").selectOption("DONE");
    save(form);
    assertThat(form.locator("[name=source][aria-invalid=true]")).isFocused();
    fill(form, "day", "2026-10-01", "source", "Tờ trình 6");
    form.locator("[name=dayPrecision]").selectOption("DAY");
    sent(form);
    assertThat(page.locator(".cv-step.done", pageText("01/10/2026"))).hasCount(1);
    page.locator(".cv-step", pageText("01/10/2026")).locator("[data-act^=withdraw-]").click();
    form = page.locator("dialog[open]");
    fill(form, "source", "Ghi nhầm khu");
    form.locator(".button.primary").click();
    assertThat(page.locator("dialog[open]")).hasCount(0);
    assertThat(page.locator(".cv-step", pageText("01/10/2026"))).hasCount(0);

    page.locator("#cv-tenants .link").click();
    page.locator("dialog[open]").getByText("Ghi số liệu", exactly()).click();
    form = page.locator("dialog[open]");
    fill(form, "jobs", "40", "energyKwhYear", "30.000", "source", "Báo cáo môi trường");
    form.locator("[name=emissionGroup]").selectOption("IV");
    sent(form);
    assertThat(page.locator("#cv-tenants .cv-table")).containsText("10");
    assertThat(
            jdbc.sql(
                    """
                    select energy_kwh_year from conversion.tenant_facts k
                    join tenancy.firms f on f.id = k.firm_id where f.code = :firm""")
                .param("firm", firm)
                .query(Integer.class)
                .single())
        .isEqualTo(30_000);
    assertThat(Axe.faults(page, "document")).isEmpty();
    ScreenAudit.shot(page, "conversion-forms");
  }

  @Test
  void officerPublishesWeightsAndLooksAtAnotherDay() {
    visitor.expects(400); // points that the service refuses, at their field
    String day =
        LocalDate.of(2088, 1, 1).plusDays(ThreadLocalRandom.current().nextInt(3000)).toString();
    signIn(market.account(Role.OFFICER), 390, 844, "?zone=TT");
    page.locator(".cv-rules summary").click();
    Locator form = open("weights");
    fill(form, "validFrom", day, "keepFrom", "101", "source", "Quyết định thử");
    save(form);
    assertThat(form.locator("[name=keepFrom][aria-invalid=true]")).isFocused();
    assertThat(form.locator(".dialog-fault")).not().containsText("keepFrom");
    assertThat(Axe.faults(page, "document")).isEmpty();
    fill(form, "keepFrom", "72,5");
    sent(form);
    assertThat(page.locator(".cv-rules")).containsText(day.substring(0, 4));
    page.navigate(PAGE + "?zone=PVH&on=" + day);
    page.locator(".cv-rules summary").click();
    assertThat(page.locator(".cv-rules")).containsText("Từ 72,5 điểm");
    assertThat(page.locator(".cv-notice").first()).containsText("PVH");
    assertThat(page.locator("[data-act]")).hasCount(0);
    page.getByText("Về hôm nay", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(page.locator("[data-act=sector-add]")).isVisible();
    assertThat(page).not().hasURL(Pattern.compile(".*on=.*"));
  }

  /** A form for officers. */
  private Locator open(String act) {
    page.locator("[data-act=" + act + "]").click();
    return page.locator("dialog[open]");
  }

  private static void fill(Locator form, String... namesAndTexts) {
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      form.locator("[name=" + namesAndTexts[i] + "]").fill(namesAndTexts[i + 1]);
    }
  }

  private static void save(Locator form) {
    form.locator(".button.primary").click();
  }

  private void sent(Locator form) {
    save(form);
    assertThat(page.locator("dialog[open]")).hasCount(0);
  }

  private void sign(Locator dialog) {
    dialog.locator(".dialog-foot button", text("Ký quyết định")).click();
  }

  private void signIn(String who, int width, int height, String query) {
    page = visitor.open(port, width, height);
    signIn(who, query);
  }

  private void signIn(String who, String query) {
    page.navigate("/login?next=" + PAGE);
    page.locator("input[name=username]").fill(who);
    page.locator("input[name=password]").fill(desk.password());
    page.locator("button[type=submit]").click();
    assertThat(page.locator("#cv-zone")).isVisible();
    if (!query.isEmpty()) {
      page.navigate(PAGE + query);
    }
  }

  private static Locator.GetByTextOptions exactly() {
    return new Locator.GetByTextOptions().setExact(true);
  }

  private static Locator.LocatorOptions text(String text) {
    return new Locator.LocatorOptions().setHasText(text);
  }

  private static Page.LocatorOptions pageText(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }
}
