package vn.khuxuong.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.khuxuong.browser.RoundPage.act;
import static vn.khuxuong.browser.RoundPage.assertStatus;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.khuxuong.allocation.round.RoundDesk;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.tenancy.ProcessTest;

/** What comes after the answer: a firm leaves and another gets its place; somebody tampers. */
@ProcessTest
@ExtendWith(SharedBrowser.class)
class AllocateAgainBrowserIT {
  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private JdbcClient jdbc;

  private final Visitor visitor;
  private RoundDesk desk;
  private Page page;

  AllocateAgainBrowserIT(Visitor visitor) {
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

  private Page signIn(String who, String url, String rest) {
    Page window = RoundPage.signIn(visitor, port, who, desk.desk.password());
    window.navigate("/allocate?lang=vi&round=" + RoundDesk.id(url) + rest);
    assertThat(window.locator("body[data-ready=yes]")).isVisible(RoundPage.visible());
    return window;
  }

  @Test
  void aFirmLeavesAndTheNextGetsItsOffer() {
    desk = new RoundDesk(port, accounts, jdbc, 7);
    String url = desk.approved("");
    String gone = desk.applications.get(2);
    jdbc.sql("update tenancy.applications set status = 'WITHDRAWN' where code = :code")
        .param("code", gone)
        .update();
    page = signIn(desk.officer, url, "");
    assertThat(page.locator(".round-waits")).containsText("1 đơn đã được xếp nay đã rút: " + gone);
    assertThat(Axe.faults(page, "document")).isEmpty();
    ScreenAudit.shot(page, "again-left");
    page.locator("[data-action=RERUN]").click();
    page.locator("#budget-amount").fill("2000");
    page.locator("dialog[open] #step-reason").fill("Một doanh nghiệp đã rút.");
    page.locator("dialog[open] .dialog-foot button").last().click();
    assertStatus(page, "Chờ xem xét");
    page.locator("#tab-record").click();
    Locator newest = page.locator("#runs-title ~ .table-wrap tbody tr").first();
    assertThat(newest).containsText("Giải lại");
    assertThat(newest).containsText("0 chỗ đổi");
    assertThat(newest).containsText("Một doanh nghiệp đã rút.");
    assertThat(page.locator(".round-waits")).not().containsText("nay đã rút");
    act(page, "SHOW", "Công bố lại");
    assertStatus(page, "Lấy ý kiến");
    desk.closeWindow(url);
    Page second = signIn(desk.second, url, "");
    act(second, "APPROVE", "Đã xem lại.");
    assertStatus(second, "Đã quyết định");
    act(second, "OFFER", "");
    assertThat(second.locator("#offers-title")).isVisible();
    assertThat(second.locator(".part tbody")).containsText(desk.applications.get(6));
    assertThat(second.locator(".part tbody")).not().containsText(gone);
    JsonNode letters = desk.desk.get(desk.second, url + "/offers").json().path("letters");
    assertThat(letters).hasSize(6);
    second.context().close();
  }

  @Test
  void aRowThatWasTamperedWithIsNamedInPlainWordsAndARunIsRepeated() {
    desk = new RoundDesk(port, accounts, jdbc, 7);
    String url = desk.heard("");
    page = signIn(desk.officer, url, "&tab=record");
    Locator verdict = page.locator("#chain-title + .tag");
    assertThat(verdict).hasText("Nguyên vẹn");
    desk.tamper(
        "placements", "first_bay = first_bay + 10 where run_id = RUN and first_bay = 0", url);
    page.locator("[data-verify]").click();
    assertThat(verdict).hasText("Có thay đổi");
    assertThat(page.locator(".chain-broken")).containsText("Có 1 chỗ không còn như lúc được ghi");
    assertThat(page.locator(".refused")).containsText("chỗ đã xếp đã bị sửa sau khi ghi");
    assertThat(Axe.faults(page, "document")).isEmpty();
    ScreenAudit.shot(page, "again-tampered");
    desk.tamper("placements", "first_bay = 0 where run_id = RUN and first_bay = 10", url);
    page.locator("[data-verify]").click();
    assertThat(verdict).hasText("Nguyên vẹn");
    assertThat(page.locator(".chain-broken")).hasCount(0);

    page.getByText("Giải lại để đối chiếu").click();
    assertThat(page.locator("dialog[open] [role=status]")).hasText("Trùng từng byte.");
    assertThat(Axe.faults(page, "'dialog[open]'")).isEmpty();
  }
}
