package vn.khuxuong.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.platform.security.Role;

/**
 * Two people in one drawing, and a network that goes away: nothing that was drawn is lost. Looked
 * for on the screen and in the database.
 */
@EditorTest
class PlanTogetherBrowserIT {
  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private JdbcClient jdbc;

  private Visitor visitor;
  private EditorPeople people;
  private PlanRows rows;

  @BeforeEach
  void sitsDown(Visitor visitor) {
    this.visitor = visitor;
    people = new EditorPeople(visitor, port, accounts);
    rows = new PlanRows(jdbc);
  }

  @AfterEach
  void browserHasNothingToComplainAbout() {
    people.leave();
    assertThat(visitor.complaints()).isEmpty();
  }

  @Test
  void twoWhoChangedTheSameSubzonesChooseForEachAndLoseNothing() {
    visitor.expects(412);
    visitor.expectsNoNetwork();
    String lan = people.person("Nguyễn Thị Lan", Role.PLANNER);
    String minh = people.person("Trần Văn Minh", Role.PLANNER);
    long plan = people.draft(lan, "Đồ án vẽ chung");
    PlannerPage here = people.window(lan).open(plan);
    PlannerPage away = people.window(minh).open(plan);
    assertThat(here.page().locator("#bar-people")).containsText("Trần Văn Minh");

    away.page().context().setOffline(true);
    away.choose("HT-01").attributes(Map.of("nameVi", "Hỗ trợ của Minh"));
    String corner = rows.vertex(plan, "HT-01");
    away.tool("e").press("Tab").press("Shift+ArrowUp");
    assertThat(away.page().locator("#bar-save")).containsText("Mất mạng, 2 thay đổi");
    away.press("Escape");
    away.choose("HT-02").attributes(Map.of("nameVi", "Hai của Minh"));
    away.choose("DV-01").attributes(Map.of("nameVi", "Dịch vụ của Minh"));
    assertThat(away.page().locator("#bar-save")).containsText("Mất mạng, 4 thay đổi giữ ở máy này");
    ScreenAudit.shot(away.page(), "offline");

    here.choose("HT-01").attributes(Map.of("nameVi", "Hỗ trợ của Lan")).saved();
    here.choose("HT-02").attributes(Map.of("nameVi", "Hai của Lan")).saved();
    here.choose("KB-01").attributes(Map.of("nameVi", "Kho của Lan")).saved();

    away.page().context().setOffline(false);
    Page page = away.page();
    assertThat(page.locator("dialog.conflict-dialog")).isVisible();
    assertThat(page.locator("#bar-save")).containsText("Trùng với thay đổi của người khác");
    assertThat(page.locator(".crossing")).hasCount(2);
    assertThat(page.locator("dialog .conflict-key")).containsText("Nguyễn Thị Lan");
    assertThat(page.locator("#map path.conflict-mine")).not().hasCount(0);
    assertThat(page.locator("#map path.conflict-theirs")).not().hasCount(0);
    ScreenAudit audit = new ScreenAudit("vi-1440");
    audit.dialog(page, "conflict", false);
    audit.isClean();
    assertThat(rows.name(plan, "HT-01")).isEqualTo("Hỗ trợ của Lan");

    page.locator("dialog .primary").click();
    assertThat(page.locator(".conflict-missing")).containsText("Chưa chọn cho: HT-01, HT-02");
    crossing(page, "HT-01").locator("[value=mine]").check();
    crossing(page, "HT-02").locator("[value=theirs]").check();
    page.locator("dialog .primary").click();
    assertThat(page.locator("dialog")).hasCount(0);
    away.saved();

    assertThat(rows.name(plan, "HT-01")).isEqualTo("Hỗ trợ của Minh");
    assertThat(rows.vertex(plan, "HT-01")).isNotEqualTo(corner);
    assertThat(rows.name(plan, "HT-02")).isEqualTo("Hai của Lan");
    assertThat(rows.name(plan, "DV-01")).isEqualTo("Dịch vụ của Minh");
    assertThat(rows.name(plan, "KB-01")).isEqualTo("Kho của Lan");
    here.seesName("HT-01", "Hỗ trợ của Minh").seesName("DV-01", "Dịch vụ của Minh");
    assertThat(here.drawing()).isEqualTo(away.drawing());
    ScreenAudit.shot(here.page(), "conflict-after");
  }

  private static Locator crossing(Page page, String code) {
    return page.locator(".crossing", new Page.LocatorOptions().setHasText(code));
  }

  @Test
  void whatWasDrawnWithoutNetworkOutlivesAReload() {
    visitor.expectsNoNetwork();
    String author = people.person("Đỗ Thu Hà", Role.PLANNER);
    long plan = people.draft(author, "Đồ án giữa đồng");
    PlannerPage planner = people.window(author).open(plan);
    Page page = planner.page();

    page.route("**/edits", route -> route.abort());
    planner.choose("HT-02").attributes(Map.of("nameVi", "Vẽ lúc mất mạng"));
    assertThat(page.locator("#bar-save")).containsText("Mất mạng, 1 thay đổi");
    page.reload();
    planner.ready();
    assertThat(page.locator("#bar-save")).containsText("Mất mạng, 1 thay đổi");
    planner.seesName("HT-02", "Vẽ lúc mất mạng");
    assertThat(rows.name(plan, "HT-02")).isNotEqualTo("Vẽ lúc mất mạng");
    ScreenAudit.shot(page, "offline-reloaded");
    page.unroute("**/edits");
    planner.saved();
    assertThat(rows.name(plan, "HT-02")).isEqualTo("Vẽ lúc mất mạng");

    page.context().setOffline(true);
    planner.choose("DV-02").attributes(Map.of("nameVi", "Vẽ trước khi đóng"));
    assertThat(page.locator("#bar-save")).containsText("Mất mạng, 1 thay đổi");
    page.navigate("about:blank");
    page.context().setOffline(false);
    assertThat(rows.name(plan, "DV-02")).isNotEqualTo("Vẽ trước khi đóng");
    planner.open(plan).saved();
    assertThat(rows.name(plan, "DV-02")).isEqualTo("Vẽ trước khi đóng");
  }
}
