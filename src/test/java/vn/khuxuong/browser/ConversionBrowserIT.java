package vn.khuxuong.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
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
