package vn.khuxuong.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.platform.security.Role;

/** Every screen of the editor as people with a keyboard, a screen reader or a phone meet it. */
@EditorTest
class PlanScreensBrowserIT {
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
  void everyScreenIsAccessibleInVietnamese() {
    everyScreenIsAccessible("vi");
  }

  @Test
  void everyScreenIsAccessibleInEnglish() {
    everyScreenIsAccessible("en");
  }

  private void everyScreenIsAccessible(String lang) {
    String author = people.person("Nguyễn Thị Lan", Role.PLANNER);
    long blocked = people.draft(author, "Đồ án soi từng màn");
    people.overlap(author, blocked);
    people.comment(author, blocked);
    long clean = people.draft(author, "Đồ án sắp trình");
    long submitted = people.submitted(author);

    PlannerPage planner = people.window(author);
    Page page = planner.page();
    ScreenAudit audit = new ScreenAudit(lang + "-1440");
    page.navigate("/plan?lang=" + lang);
    assertThat(page.locator(".plan-row")).not().hasCount(0);
    audit.of(page, "chooser", "document");

    planner.open(blocked).choose("HT-01");
    page.locator(".issue-head").first().click();
    assertThat(page.locator("#drawer tbody tr")).not().hasCount(0);
    audit.of(page, "desk", "document");
    for (String tab : List.of("balance", "list", "history", "comments", "checks")) {
      page.locator("#tab-" + tab).click();
      assertThat(page.locator("#panel-" + tab + " *:visible")).not().hasCount(0);
      audit.of(page, "tab-" + tab, "'#panel'");
    }
    page.locator("#drawer .facts-buttons button").first().click();
    audit.dialog(page, "dialog-attributes");
    planner.tool("k");
    audit.dialog(page, "dialog-table");
    planner.press("Control+o");
    audit.dialog(page, "dialog-import");
    planner.press("Control+Shift+s");
    audit.dialog(page, "dialog-export");
    planner.press("Control+p");
    audit.dialog(page, "dialog-print");
    planner.press("?");
    audit.dialog(page, "dialog-keys");
    page.locator("[data-do=submit]").click();
    audit.dialog(page, "dialog-blocked");
    page.locator("[data-do=more]").click();
    audit.of(page, "menu", "'.bar'");

    planner.open(clean);
    page.locator("[data-do=submit]").click();
    audit.dialog(page, "dialog-submit");

    String approver = people.person("Trần Văn Minh", Role.APPROVER);
    PlannerPage authority = people.window(approver);
    authority.page().navigate("/plan?lang=" + lang);
    authority.open(submitted).page().locator("[data-do=approve]").click();
    audit.dialog(authority.page(), "dialog-approve");
    authority.page().locator("[data-do=return]").click();
    audit.dialog(authority.page(), "dialog-return");
    audit.isClean();
  }

  @Test
  void phoneReadsCommentsAndApproves() {
    String author = people.person("Nguyễn Thị Lan", Role.PLANNER);
    String approver = people.person("Trần Văn Minh", Role.APPROVER);
    for (String lang : List.of("en", "vi")) {
      long plan = people.submitted(author);
      PlannerPage authority = people.phone(approver);
      Page page = authority.page();
      ScreenAudit audit = new ScreenAudit(lang + "-390");
      page.navigate("/plan?lang=" + lang);
      assertThat(page.locator(".plan-row")).not().hasCount(0);
      noSidewaysScroll(page);
      audit.of(page, "chooser", "document");

      authority.open(plan);
      assertThat(page.locator("#map")).isInViewport();
      assertThat(page.locator("#side-tabs")).isInViewport();
      assertThat(page.locator("#tools button:visible")).hasCount(0);
      audit.of(page, "desk", "document");
      for (String tab : List.of("checks", "balance", "list", "history", "comments")) {
        page.locator("#tab-" + tab).tap();
        noSidewaysScroll(page);
        audit.of(page, "tab-" + tab, "'#panel'");
      }

      page.locator(".composer textarea").fill("Đã xem trên điện thoại.");
      page.locator(".composer .strong").tap();
      assertThat(page.locator(".thread .said")).hasText("Đã xem trên điện thoại.");
      audit.of(page, "commented", "'#panel'");
      assertThat(
              jdbc.sql("select text from zoning.comments where plan_id = ?")
                  .param(plan)
                  .query(String.class)
                  .list())
          .containsExactly("Đã xem trên điện thoại.");

      page.locator("[data-do=approve]").tap();
      authority.fillDecision();
      noSidewaysScroll(page);
      audit.dialog(page, "dialog-approve", false);
      page.locator("dialog .primary").tap();
      assertThat(page.locator("dialog")).hasCount(0);
      assertThat(rows.status(plan)).isEqualTo("APPROVED");
      ScreenAudit.shot(page, "approved", lang + "-390");
      audit.isClean();
    }
  }

  private static void noSidewaysScroll(Page page) {
    assertThat(
            page.evaluate(
                "document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth"))
        .as("how much wider than its window %s is", page.url())
        .isEqualTo(0);
  }
}
