package vn.khuxuong.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.khuxuong.allocation.round.RoundDesk;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.tenancy.ProcessTest;

/** A round of more applications than anybody reads through stays usable. */
@ProcessTest
@ExtendWith(SharedBrowser.class)
class AllocateManyBrowserIT {
  private static final int MANY = 420;

  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private JdbcClient jdbc;

  private final Visitor visitor;
  private Page page;

  AllocateManyBrowserIT(Visitor visitor) {
    this.visitor = visitor;
  }

  @BeforeEach
  void bePatient() {
    PlaywrightAssertions.setDefaultAssertionTimeout(RoundPage.PATIENCE_MILLIS / 2);
  }

  @AfterEach
  void leave() {
    PlaywrightAssertions.setDefaultAssertionTimeout(RoundPage.USUAL_MILLIS);
    page.context().close();
    assertThat(visitor.complaints()).isEmpty();
  }

  @Test
  void manyApplicationsComeInPagesAndAreFoundByNumber() {
    RoundDesk desk = new RoundDesk(port, accounts, jdbc, MANY);
    String url = desk.solved("");
    page = visitor.open(port, 1440, 900);
    page.setDefaultTimeout(60_000);
    page.navigate("/login?next=/allocate");
    page.locator("input[name=username]").fill(desk.officer);
    page.locator("input[name=password]").fill(desk.desk.password());
    page.locator("button[type=submit]").click();
    page.waitForURL("**/allocate**");
    page.navigate("/allocate?lang=vi&tab=result&round=" + RoundDesk.id(url));
    page.locator(".waiting").first().waitFor();
    assertThat(page.locator(".reasons-head h2")).hasText("Chưa xếp được: " + (MANY - 6));
    assertThat(page.locator(".waiting")).hasCount(60);
    page.locator(".reason-waiting .more button").click();
    assertThat(page.locator(".waiting")).hasCount(120);

    String last = desk.applications.get(MANY - 1);
    String typed = last.toLowerCase(Locale.ROOT);
    page.locator("[data-filter=reason-q]").pressSequentially(typed);
    assertThat(page.locator(".waiting")).hasCount(1);
    assertThat(page.locator("[data-filter=reason-q]")).isFocused();
    assertThat(page.locator("[data-filter=reason-q]")).hasValue(typed);
    assertThat(page.locator("[data-filter=q]")).hasValue(typed);
    page.waitForURL("**q=**");
    page.locator(".waiting").click();
    assertThat(page.locator(".reason-card")).hasAttribute("data-application", last);
    assertThat(page.locator(".reason-card .change")).isVisible();
    assertThat(page.locator(".strip-buildings .strip-cell.placed:not(.other)")).hasCount(0);
    assertThat(Axe.faults(page, "document")).isEmpty();
    ScreenAudit.shot(page, "many");
    page.setViewportSize(390, 844);
    page.navigate("/allocate?lang=vi&pane=reasons&round=" + RoundDesk.id(url));
    assertThat(page.locator(".waiting")).hasCount(60);
    assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
    assertThat(Axe.faults(page, "document")).isEmpty();
    ScreenAudit.shot(page, "many-phone");
  }
}
