package vn.khuxuong.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.platform.security.Role;
import vn.khuxuong.report.LedgerDesk;
import vn.khuxuong.zoning.PlanDesk;

/** The dashboard of indicators at both widths, and a register on its way through an officer. */
@BrowserTest
class IndicatorsBrowserIT {
  private static final String EXAMPLES = "/indicators?on=2026-11-01&illustrative=true";

  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private JdbcClient jdbc;
  private final Visitor visitor;

  IndicatorsBrowserIT(Visitor visitor) {
    this.visitor = visitor;
  }

  @Test
  void everybodySeesThePublishedFiguresFirst() {
    Page page = visitor.open(port, 1440, 900);
    page.navigate("/indicators");
    assertThat(page.locator(".ind-numbers dd.big").first()).hasText("211");
    assertThat(page.locator(".ind-numbers dd.big").nth(1)).containsText("1.532 triệu USD");
    assertThat(page.locator(".ind-source").first()).containsText("24/07/2025");
    assertThat(page.locator("figure canvas").first()).isVisible();
    page.locator("figure summary").first().click();
    assertThat(page.locator("figure details table").first()).containsText("1.532.000.000");
    assertThat(page.locator("#rows section")).hasCount(0);
    assertThat(page.locator("#record")).hasCount(0);
    clean(page, "public");
    page.locator("input[name=on]").fill("2025-07-23");
    page.locator(".ind-dates button").click();
    assertThat(page.locator(".ind-numbers")).containsText("Chưa có số công bố");
    assertThat(page.url()).contains("on=2025-07-23");
    page.navigate("/indicators?lang=en");
    assertThat(page.locator(".ind-numbers"))
        .containsText("Supporting-industry projects since 2021");
    page.context().close();
  }

  @Test
  void aPhoneShowsItInOneColumn() {
    Page page = visitor.open(port, 390, 844);
    page.navigate(EXAMPLES);
    assertThat(page.locator(".ind-numbers dd.big").first()).hasText("211");
    assertThat(page.locator("figure").last()).isVisible();
    assertThat((Integer) page.evaluate("document.querySelector('main').scrollWidth"))
        .isLessThanOrEqualTo(390);
    clean(page, "phone");
    page.context().close();
  }

  @Test
  void managementFindsTheRowsAndAnOfficerImportsARegister() {
    PlanDesk desk = new PlanDesk(port, accounts);
    String officer = desk.person(Role.OFFICER);
    Page page = visitor.open(port, 1440, 900);
    page.navigate("/login?next=/indicators");
    page.locator("input[name=username]").fill(officer);
    page.locator("input[name=password]").fill(desk.password());
    page.keyboard().press("Enter");
    page.waitForURL(url -> !url.contains("/login"));
    page.navigate(EXAMPLES);
    assertThat(page.locator(".ind-numbers dd").nth(1)).containsText("tạm tính");
    assertThat(page.locator("#rows tbody tr").first()).containsText("minh họa");
    page.locator("figure:has(a[href*='/tables/zone.csv']) summary").click();
    page.locator("a[href*='zone=HP#rows']").first().click();
    assertThat(page.locator("#rows tbody tr").first()).containsText("HP");
    clean(page, "officer");

    String code = LedgerDesk.code();
    String file =
        "Mã dự án,Tên dự án,Sự kiện,Ngày,Vốn đăng ký,Đơn vị tiền,Mã ngành VSIC,Công nghiệp hỗ trợ,"
            + "Mã khu,Quốc gia\n"
            + code
            + ",Thử,Đăng ký mới,05/09/2025,100,EUR,2593,Sản phẩm,TT,VN\n";
    page.locator("#rec-tab-register").click();
    page.locator("#register-file")
        .setInputFiles(
            new FilePayload("dm.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));
    page.locator("#register button[type=submit]").click();
    assertThat(page.locator("#register-sum")).containsText("1 bị từ chối");
    assertThat(page.locator("#register-result tbody")).containsText("Đơn vị tiền");
    assertThat(page.locator("#register-why")).containsText("Không có dòng nào ghi được");
    assertThat(page.locator("#register-result .primary")).isDisabled();
    clean(page, "register");
    page.locator("#register-discard").click();
    assertThat(page.locator("#register-result")).containsText("Đã bỏ tệp");
    assertThat(
            jdbc.sql("select count(*) from reporting.projects where code = :code")
                .param("code", code)
                .query(Long.class)
                .single())
        .isZero();
    page.context().close();
  }

  @Test
  void anOfficerRecordsMovesAndCorrectsAProject() {
    visitor.expects(404, 412, 422); // a new project, one that has changed, and refusals at fields
    LedgerDesk ledger = new LedgerDesk(port, accounts, jdbc);
    Page page = visitor.open(port, 1440, 900);
    page.navigate("/login?next=/indicators");
    page.locator("input[name=username]").fill(ledger.officer);
    page.locator("input[name=password]").fill(ledger.desk.password());
    page.keyboard().press("Enter");
    page.waitForURL(url -> !url.contains("/login"));
    page.navigate("/indicators");
    String code = LedgerDesk.code();
    page.locator("#rec-project").fill(code.toLowerCase(Locale.ROOT));
    page.keyboard().press("Enter");
    assertThat(page.locator("#rec-life")).containsText("Sổ chưa có dự án");
    page.locator("#rec-desk button[type=submit]").click();
    assertThat(page.locator("#f-name-error")).containsText("Chưa điền");
    page.locator("#f-name").fill("Khuôn mẫu chính xác");
    page.locator("#f-on").fill("2025-09-02");
    page.locator("#f-capital").fill("1.500.000,5");
    page.locator("#f-currency").selectOption("USD");
    page.locator("#f-sector").fill("2592");
    page.locator("#f-supports").selectOption("PRODUCT");
    page.locator("#f-zone").selectOption("TT");
    page.locator("#f-building").fill("HP-ZZ");
    page.locator("#f-origin").selectOption("JP");
    page.locator("#rec-desk button[type=submit]").click();
    assertThat(page.locator("#f-building-error")).containsText("không có nhà xưởng");
    page.locator("#f-building").fill("");
    page.locator("#f-illustrative").check();
    clean(page, "event");
    page.locator("#rec-desk button[type=submit]").click();
    assertThat(page.locator(".rec-history tbody tr")).hasCount(1);
    assertThat(page.locator(".rec-history")).containsText("1.500.000,5 USD");
    page.locator("#f-kind").selectOption("MOVED");
    page.locator("#f-zone").selectOption("HP");
    page.locator("#f-on").fill("2025-09-03");

    long seen =
        ledger.record(
            LedgerDesk.event(code, "ADJUSTED", "2025-09-03", "jobs", 12, "illustrative", true));
    page.locator("#rec-desk button[type=submit]").click();
    assertThat(page.locator(".rec-fault")).containsText("ghi thêm về dự án");
    page.locator(".rec-fault button").click();
    assertThat(page.locator(".rec-history tbody tr")).hasCount(2);
    assertThat(page.locator(".rec-history")).containsText(String.valueOf(seen));

    page.locator(".rec-history tbody tr").first().locator("button").click();
    page.locator("#f-capital").fill("2.000.000");
    page.locator("#rec-desk button[type=submit]").click();
    assertThat(page.locator("#f-reason-error")).containsText("Chưa điền");
    page.locator("#f-reason").fill("Ghi nhầm vốn");
    page.locator("#rec-desk button[type=submit]").click();
    assertThat(page.locator(".rec-history tbody tr")).hasCount(3);
    assertThat(page.locator(".rec-history tr.gone")).hasCount(1);
    clean(page, "correction");

    page.locator("#rec-tab-rate").click();
    page.locator("#f-vndPerUsd").fill("25");
    page.locator("#rec-rate button[type=submit]").click();
    assertThat(page.locator("#f-vndPerUsd-error")).containsText("Ít nhất");
    page.locator("#rec-tab-opening").click();
    page.locator("#f-validOn").fill("2025-07-24");
    page.locator("#f-projects").fill("212");
    page.locator("#f-capitalUsd").fill("1.600.000.000");
    page.locator("#f-sourceVi").fill("Báo cáo thử");
    page.locator("#rec-opening button[type=submit]").click();
    assertThat(page.locator("#f-validOn-error")).containsText("đã có số công bố");
    clean(page, "opening");
    page.context().close();
  }

  private static void clean(Page page, String screen) {
    page.locator("main").evaluate("main => main.scrollTo(0, main.scrollHeight)");
    page.waitForTimeout(300);
    page.locator("main").evaluate("main => main.scrollTo(0, 0)");
    ScreenAudit.shot(page, "indicators-" + screen);
    assertThat(Axe.faults(page, "document")).as(screen).isEmpty();
  }
}
