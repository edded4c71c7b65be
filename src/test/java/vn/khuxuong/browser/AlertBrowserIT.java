package vn.khuxuong.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import jakarta.mail.internet.MimeMessage;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.platform.security.Role;
import vn.khuxuong.space.InventedTown;
import vn.khuxuong.space.search.alert.AlertTest;
import vn.khuxuong.space.search.alert.MailServer;

/** Somebody saves a search on the phone, is told by mail, and stops it. */
@AlertTest
class AlertBrowserIT {
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final String PASSWORD = "mat khau cua chi Hoa";

  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;
  @Autowired private Accounts accounts;

  private static Visitor visitor;
  private String zone = "";
  private long floor;
  private String email = "";

  @BeforeAll
  static void opens() {
    visitor = new Visitor();
  }

  @AfterAll
  static void closes() {
    visitor.close();
  }

  @BeforeEach
  void fullHouse() {
    jdbc.sql("delete from space.saved_searches").update();
    InventedTown town = new InventedTown(jdbc);
    zone = "B" + NUMBER.incrementAndGet();
    floor = town.floor(town.building(town.zone(zone, "2060-12-31"), zone + "X-A"), 1);
    town.claim(floor, "LEASE", "[0,3)", "[2026-01-01,2040-01-01)");
    town.claim(floor, "HOLD", "[3,6)", "[2026-01-01,2040-01-01)");
    email = zone + "@may.test";
  }

  @AfterEach
  void browserHasNothingToComplainAbout() {
    assertThat(visitor.complaints()).isEmpty();
    visitor.forgets();
  }

  @Test
  void tellsByMailWhatFreesAndStops() throws Exception {
    Page page = visitor.open(port, 390, 844);
    page.navigate("/?zone=" + zone + "&lang=vi");
    open(page);
    Locator dialog = page.locator("dialog[open]");
    assertThat(dialog).containsText("KCN Thử");
    assertThat(dialog).containsText("Hiện chưa có chỗ nào vừa");
    assertThat(Axe.faults(page, "'dialog[open]'")).isEmpty();

    Locator address = dialog.getByLabel("Địa chỉ thư điện tử");
    assertThat(address).isFocused();
    address.fill("hoa@");
    page.keyboard().press("Enter");
    assertThat(dialog).containsText("Địa chỉ chưa đúng");
    assertThat(address).hasAttribute("aria-invalid", "true");
    address.fill(email);
    dialog.getByText("Ngay khi có").click();
    dialog.getByRole(AriaRole.BUTTON, named("Báo cho tôi")).click();
    assertThat(dialog).containsText("mở thư");
    assertThat(dialog).containsText(email);
    assertThat(Axe.faults(page, "'dialog[open]'")).isEmpty();
    dialog.getByRole(AriaRole.BUTTON, named("Xong")).click();
    assertThat(page.locator("#alert-open")).isFocused();

    page.navigate(MailServer.link(MailServer.mail(email, 1), "/alerts/confirm"));
    assertThat(page.locator("h1")).hasText("Báo cho bạn khi có chỗ?");
    assertThat(Axe.faults(page, "document")).isEmpty();
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Bắt đầu báo cho tôi"))
        .click();
    assertThat(page.locator("h1")).hasText("Đã bắt đầu báo");

    jdbc.sql(
            """
            update space.occupancies set withdrawn_at = now(), withdrawn_reason = 'test'
            where floor_id = :floor and kind = 'HOLD'""")
        .param("floor", floor)
        .update();
    MimeMessage news = MailServer.mail(email, 2);
    assertThat(news.getSubject()).contains("600 m²");
    page.navigate(MailServer.link(news, "/?b="));
    assertThat(page.locator("#bay")).containsText("600 m²");

    page.navigate(MailServer.link(news, "/alerts/unsubscribe"));
    assertThat(Axe.faults(page, "document")).isEmpty();
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Thôi báo")).click();
    assertThat(page.locator("h1")).hasText("Đã thôi báo");
    assertThat(jdbc.sql("select count(*) from space.saved_searches").query(Long.class).single())
        .isZero();
  }

  @Test
  void feedAndListWorkByKeyboardInEnglish() {
    String name = "hoa" + NUMBER.incrementAndGet();
    accounts.add(name, "Hoa", Set.of(Role.FIRM), PASSWORD);
    Page page = visitor.open(port, 1440, 900);
    page.navigate("/login?lang=en");
    page.fill("[name=username]", name);
    page.fill("[name=password]", PASSWORD);
    page.locator("main form button").click();
    page.waitForLoadState(LoadState.LOAD);
    page.navigate("/?zone=" + zone + "&lang=en");
    open(page);
    Locator dialog = page.locator("dialog[open]");
    assertThat(dialog.getByLabel("E-mail address")).isFocused();
    page.keyboard().press("Shift+Tab");
    page.keyboard().press("ArrowDown");
    assertThat(dialog.getByLabel("E-mail address")).isHidden();
    page.keyboard().press("Enter");
    assertThat(dialog).containsText("The feed is ready");
    assertThat(dialog.getByLabel("Address of the feed")).hasValue(feeds());
    assertThat(Axe.faults(page, "'dialog[open]'")).isEmpty();
    page.keyboard().press("Escape");
    assertThat(dialog).isHidden();
    assertThat(page.locator("#alert-open")).isFocused();

    page.keyboard().press("Enter");
    Locator remove = dialog.getByRole(AriaRole.BUTTON, starting("Delete the search"));
    assertThat(remove).hasCount(1);
    assertThat(dialog).containsText("A private feed");
    remove.click();
    assertThat(remove).hasCount(0);
    page.keyboard().press("Escape");
    assertThat(jdbc.sql("select count(*) from space.saved_searches").query(Long.class).single())
        .isZero();
  }

  private java.util.regex.Pattern feeds() {
    return java.util.regex.Pattern.compile("http://127.0.0.1:" + port + "/feeds/[\\w-]{32}");
  }

  private static void open(Page page) {
    Locator button = page.locator("#alert-open");
    assertThat(button).isVisible();
    button.focus();
    page.keyboard().press("Enter");
    assertThat(page.locator("dialog[open] [name=alert-way]").first()).isVisible();
  }

  private static Locator.GetByRoleOptions named(String name) {
    return new Locator.GetByRoleOptions().setName(name);
  }

  private static Locator.GetByRoleOptions starting(String name) {
    return new Locator.GetByRoleOptions().setName(java.util.regex.Pattern.compile(name + ".*"));
  }
}
