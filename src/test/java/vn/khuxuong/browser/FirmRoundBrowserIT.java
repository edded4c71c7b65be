package vn.khuxuong.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

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
import vn.khuxuong.allocation.round.RoundDesk;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.tenancy.ProcessTest;

/** A round as a firm sees it on its phone: its reason, its objection and the answer, its offer. */
@ProcessTest
@ExtendWith(SharedBrowser.class)
class FirmRoundBrowserIT {
  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private JdbcClient jdbc;

  private final Visitor visitor;
  private RoundDesk desk;
  private Page page;

  FirmRoundBrowserIT(Visitor visitor) {
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

  private void signIn(String person) {
    page = visitor.open(port, 390, 844);
    page.setDefaultTimeout(60_000);
    page.navigate("/login?next=/firm");
    page.locator("input[name=username]").fill(person);
    page.locator("input[name=password]").fill(desk.desk.password());
    page.locator("button[type=submit]").click();
    page.waitForURL("**/firm**");
    page.navigate("/firm?lang=vi");
  }

  private void clean(String screen) {
    assertThat(Axe.faults(page, "document")).as(screen).isEmpty();
    Object wide = page.evaluate("document.documentElement.scrollWidth > innerWidth + 1");
    assertThat(wide).as(screen + " is no wider than the window").isEqualTo(false);
    ScreenAudit.shot(page, "firm-round-" + screen);
  }

  @Test
  void whoIsNotPlacedReadsWhyObjectsAndGetsAnAnswer() {
    desk = new RoundDesk(port, accounts, jdbc, 7);
    String url = desk.solved("");
    String last = desk.applications.get(6);
    signIn(desk.market.personOf(desk.firms.get(6)));
    Locator card = page.locator("#rounds .firm-round");
    assertThat(card).containsText("Kết quả chưa công bố");
    assertThat(card.locator("[data-object]")).hasCount(0);
    RoundDesk.must(desk.step(desk.officer, url, "show", ""), 200);
    page.reload();
    assertThat(card).containsText("Lấy ý kiến");
    assertThat(card).containsText("thứ 7 trong 7 đơn");
    assertThat(card).containsText("chưa xếp được chỗ cho bạn");
    card.locator("summary").click();
    assertThat(card).containsText("Điểm ưu tiên của doanh nghiệp là");
    assertThat(card).not().containsText(desk.applications.get(0));
    card.scrollIntoViewIfNeeded();
    clean("waits");

    card.locator("[data-object]").click();
    page.locator("dialog[open] .primary").click();
    assertThat(page.locator("#objection-fault")).isVisible();
    page.locator("#objection").fill("Chúng tôi nộp đủ hồ sơ trước ngày khóa.");
    clean("objects");
    page.locator("dialog[open] .primary").click();
    assertThat(card.locator(".firm-objection")).containsText("trước ngày khóa");
    assertThat(card.locator(".firm-objection")).containsText("Chưa có trả lời");
    long made =
        desk.desk.get(desk.officer, url + "/objections").json().at("/objections/0/id").asLong();
    RoundDesk.must(
        desk.desk.post(
            desk.officer,
            url + "/objections/" + made + "/reply",
            null,
            "{\"ruling\":\"REJECTED\",\"reply\":\"Sáu đơn bằng điểm đủ hồ sơ trước.\"}"),
        200);
    page.reload();
    assertThat(card.locator(".firm-objection")).containsText("Không được chấp nhận");
    assertThat(card.locator(".firm-objection")).containsText("Sáu đơn bằng điểm");
    desk.closeWindow(url);
    page.reload();
    assertThat(card).containsText("Thời gian kiến nghị đã hết");
    assertThat(card.locator("[data-object]")).hasCount(0);
    assertThat(card).containsText(last);
    clean("answered");
  }

  @Test
  void whoIsPlacedIsLedToItsOffer() {
    desk = new RoundDesk(port, accounts, jdbc, 7);
    String url = desk.heard("");
    signIn(desk.market.personOf(desk.firms.get(1)));
    Locator card = page.locator("#rounds .firm-round");
    assertThat(card).containsText("Dự kiến xếp vào " + desk.building + " tầng 1, khoang ");
    assertThat(card).not().containsText("–");
    RoundDesk.must(desk.step(desk.second, url, "approve", ""), 200);
    RoundDesk.must(desk.step(desk.second, url, "offers", ""), 200);
    page.reload();
    assertThat(card).containsText("Đang mời thuê");
    assertThat(card).containsText("Đã quyết định xếp vào " + desk.building);
    Locator offer = card.locator("a[href^='#offer-']");
    assertThat(offer).containsText("đang chờ bạn trả lời");
    assertThat(page.locator(offer.getAttribute("href"))).isVisible();
    card.scrollIntoViewIfNeeded();
    clean("offer");
  }
}
