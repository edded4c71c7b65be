package vn.khuxuong.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.platform.security.Role;
import vn.khuxuong.tenancy.Market;
import vn.khuxuong.tenancy.ProcessTest;
import vn.khuxuong.zoning.PlanDesk;

/** An officer's work list: an application is read and decided there. */
@ProcessTest
@ExtendWith(SharedBrowser.class)
class OfficerBrowserIT {
  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private JdbcClient jdbc;

  private final Visitor visitor;
  private Market market;
  private String application;
  private Page page;

  OfficerBrowserIT(Visitor visitor) {
    this.visitor = visitor;
  }

  @BeforeEach
  void signIn() {
    PlanDesk desk = new PlanDesk(port, accounts);
    market = new Market(jdbc, desk.password());
    application = market.application(market.firm(), market.floor(), 1);
    page = visitor.open(port, 1440, 900);
    page.navigate("/login?next=/firm");
    page.locator("input[name=username]").fill(market.account(Role.OFFICER));
    page.locator("input[name=password]").fill(desk.password());
    page.locator("button[type=submit]").click();
  }

  @AfterEach
  void leave() {
    page.context().close();
    assertThat(visitor.complaints()).isEmpty();
  }

  @Test
  void decidesAnApplicationWithAReason() {
    assertThat(page.locator("#next-title")).hasText("Đơn cần xử lý");
    list("chờ chỗ").locator("summary").click();
    assertThat(Axe.faults(page, "document")).isEmpty();
    Locator row = list("chờ chỗ").locator(".staff-row", text(application));
    row.focus();
    page.keyboard().press("Enter");
    Locator dialog = page.locator("dialog[open]");
    assertThat(dialog).containsText("Công ty Thử");
    Locator giveBack =
        dialog.locator(".dialog-foot button", new Locator.LocatorOptions().setHasText("bổ sung"));
    giveBack.click();
    assertThat(dialog.locator(".field-error")).isVisible();
    assertThat(page.locator("#staff-why")).isFocused();
    assertThat(status()).isEqualTo("ELIGIBLE");
    page.locator("#staff-why").fill("Thiếu giấy đăng ký doanh nghiệp.");
    assertThat(Axe.faults(page, "document")).isEmpty();
    giveBack.click();
    assertThat(dialog).hasCount(0);
    assertThat(status()).isEqualTo("INCOMPLETE");
    list("bổ sung").locator("summary").click();
    assertThat(list("bổ sung").locator(".staff-row", text(application))).isVisible();

    page.navigate("/");
    assertThat(page.locator(".bar-end a[href='/firm']")).hasText("Hồ sơ");
    assertThat(page.locator(".bar-end .sign-out button")).hasText("Đăng xuất");
    assertThat(page.locator("a[href='/login']")).hasCount(0);
  }

  @Test
  void showsItsLayoutInGreyWhileTheListsAreRead() {
    List<Route> held = new ArrayList<>();
    page.route("**/api/v1/offers?**", held::add);
    page.navigate("/firm");
    assertThat(page.locator(".skeleton")).isVisible();
    assertThat(page.getByText("Đang đọc")).hasCount(1);
    held.forEach(Route::resume);
    assertThat(page.locator("#next-title")).hasText("Đơn cần xử lý");
    assertThat(page.locator(".skeleton")).hasCount(0);
  }

  @Test
  void grantsWhatAFirmAsksForAboutItsLease() {
    PlanDesk desk = new PlanDesk(port, accounts);
    String person = market.personOf(market.firm());
    String officer = market.account(Role.OFFICER);
    String lease = market.lease(desk, person, officer, market.floor());
    Page phone = visitor.open(port, 390, 844);
    phone.navigate("/login?next=/firm");
    phone.locator("input[name=username]").fill(person);
    phone.locator("input[name=password]").fill(desk.password());
    phone.locator("button[type=submit]").click();
    phone.getByText("Xin gia hạn").click();
    assertThat(phone.locator("#f-months")).hasValue("36");
    phone.locator("#f-reason").fill("Đơn hàng tới 2030");
    assertThat(Axe.faults(phone, "document")).isEmpty();
    phone.getByText("Gửi ban quản lý").click();
    assertThat(phone.locator(".lease-request")).containsText("đang chờ ban quản lý");
    page.navigate("/firm");
    Locator waiting = page.locator("#lease-requests").locator(".staff-row", text("36 tháng"));
    waiting.last().click();
    page.locator("#request-why").fill("Đồng ý.");
    assertThat(Axe.faults(page, "document")).isEmpty();
    page.locator("dialog[open]").getByText("Chấp thuận", exactly()).click();
    assertThat(page.locator("dialog[open]")).hasCount(0);
    phone.reload();
    assertThat(phone.locator("#leases .lease")).hasCount(2);
    assertThat(desk.get(person, lease).json().path("status").asString()).isEqualTo("RENEWED");
    phone.context().close();
  }

  private static Locator.GetByTextOptions exactly() {
    return new Locator.GetByTextOptions().setExact(true);
  }

  private Locator list(String title) {
    return page.locator("details.staff-list:has(h2:text('" + title + "'))");
  }

  private static Locator.LocatorOptions text(String text) {
    return new Locator.LocatorOptions().setHasText(text);
  }

  private String status() {
    return jdbc.sql("select status from tenancy.applications where code = :code")
        .param("code", application)
        .query(String.class)
        .single();
  }
}
