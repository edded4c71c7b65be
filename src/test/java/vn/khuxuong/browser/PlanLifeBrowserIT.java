package vn.khuxuong.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.platform.security.Role;
import vn.khuxuong.zoning.PlanDesk;
import vn.khuxuong.zoning.PlanDesk.Answer;

/**
 * The life of a plan on the editor's page: its steps, what is said about it, two people in one
 * drawing, a network that goes away. Each step is looked for on the screen and in the database.
 */
@EditorTest
class PlanLifeBrowserIT {
  private static final Path SHOTS = Path.of("target", "screenshots");

  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private JdbcClient jdbc;

  private static Visitor visitor;
  private final List<BrowserContext> windows = new ArrayList<>();
  private PlanDesk desk;

  @BeforeAll
  static void opens() {
    visitor = new Visitor();
  }

  @AfterAll
  static void closes() {
    visitor.close();
  }

  @BeforeEach
  void sitsDown() {
    desk = new PlanDesk(port, accounts);
    visitor.forgets();
  }

  @AfterEach
  void browserHasNothingToComplainAbout() {
    windows.forEach(BrowserContext::close);
    assertThat(visitor.complaints()).isEmpty();
  }

  @Test
  void planIsSentBackAndMendedAndApprovedByAnotherAndStandsOnThePublicMap() {
    visitor.expects(403);
    String author = person("Nguyễn Thị Lan", Role.PLANNER, Role.APPROVER);
    String helper = person("Phạm Quốc Dũng", Role.PLANNER, Role.APPROVER);
    String approver = person("Trần Văn Minh", Role.APPROVER);
    long plan = draft(author, "Đồ án trình duyệt");
    rename(helper, plan, "CX-14", "Cây xanh bờ kênh");

    PlannerPage planner = window(author).open(plan);
    handsIn(planner, plan);
    ownWorkIsRefused(planner);

    PlannerPage authority = window(approver).open(plan);
    sendsBack(authority, plan);
    plannerSeesWhy(planner);
    plannerAnswersAndMends(planner, plan);
    handsIn(planner, plan);

    whoeverDrewIsRefusedByTheServer(window(helper).open(plan), plan);
    approves(authority, plan);
    publishes(authority, plan);
    everybodySees(plan);
  }

  private void handsIn(PlannerPage planner, long plan) {
    long before = decisions(plan, "SUBMIT");
    Page page = planner.page();
    page.locator("[data-do=submit]").click();
    assertThat(page.locator("dialog[open]")).containsText("phiên bản");
    page.locator("dialog [name=reason]").fill("Xin thẩm định, lần " + (before + 1));
    shot(page, "submit");
    page.locator("dialog .primary").click();
    assertThat(page.locator("dialog")).hasCount(0);
    assertThat(page.locator(".toast")).containsText("Đã trình");
    assertThat(page.locator("#stepper [aria-current=step]")).containsText("Thẩm định");
    assertThat(page.locator("#bar-save")).containsText("Chỉ xem");
    assertThat(status(plan)).isEqualTo("SUBMITTED");
    assertThat(decisions(plan, "SUBMIT")).isEqualTo(before + 1);
    assertThat(
            jdbc.sql("select reason from zoning.plan_decisions where plan_id = ? order by id desc")
                .param(plan)
                .query(String.class)
                .list())
        .startsWith("Xin thẩm định, lần " + (before + 1));
  }

  private static void ownWorkIsRefused(PlannerPage planner) {
    Page page = planner.page();
    page.locator("[data-do=approve]").click();
    assertThat(page.locator("dialog[open] h2")).hasText("Người khác phải quyết định");
    assertThat(page.locator("dialog[open]")).containsText("Không ai tự duyệt việc của mình");
    assertThat(page.locator("dialog[open] form, dialog[open] [name=decisionNo]")).hasCount(0);
    shot(page, "own-work");
    page.keyboard().press("Escape");
    assertThat(page.locator("dialog")).hasCount(0);
  }

  private void sendsBack(PlannerPage authority, long plan) {
    Page page = authority.page();
    authority.show("HT-01");
    page.locator("[data-do=return]").click();
    page.locator("dialog .primary").click();
    assertThat(page.locator("dialog .field-fault:visible")).containsText("Ghi lý do");
    assertThat(status(plan)).isEqualTo("SUBMITTED");
    page.locator("dialog [name=reason]").fill("Dải cây xanh dọc kênh còn hẹp.");
    page.locator("dialog [name=text]").fill("Mở rộng chỗ này thêm 5 m.");
    page.locator("dialog .place-buttons button").first().click();
    authority.click(middle(authority, "HT-01"));
    assertThat(page.locator("dialog .place-now")).containsText("Điểm E");
    page.locator(".return-comments > .button").click();
    assertThat(page.locator(".said-list li")).containsText("Mở rộng chỗ này thêm 5 m.");
    assertThat(page.locator(".comment-pin")).hasCount(1);
    shot(page, "return");
    page.locator("dialog .primary").click();
    assertThat(page.locator(".toast")).containsText("Đã trả lại kèm 1 góp ý");
    assertThat(page.locator("#stepper .step-said")).containsText("Bị trả lại");
    assertThat(status(plan)).isEqualTo("RETURNED");
    Map<String, Object> said =
        jdbc.sql(
                """
                select c.text, d.action, d.reason, st_astext(st_snaptogrid(c.place, 0.001)) place,
                       c.resolved_at
                from zoning.comments c join zoning.plan_decisions d on d.id = c.decision_id
                where c.plan_id = ?""")
            .param(plan)
            .query()
            .singleRow();
    assertThat(said)
        .containsEntry("text", "Mở rộng chỗ này thêm 5 m.")
        .containsEntry("action", "RETURN")
        .containsEntry("reason", "Dải cây xanh dọc kênh còn hẹp.")
        .containsEntry("resolved_at", null);
    assertThat((String) said.get("place")).startsWith("POINT(106.51");
  }

  private static void plannerSeesWhy(PlannerPage planner) {
    Page page = planner.page();
    assertThat(page.locator("#stepper .step-said")).containsText("Bị trả lại");
    assertThat(page.locator("#stepper [aria-current=step]")).containsText("Nháp");
    assertThat(page.locator("#tab-comments .tab-badge")).hasText("1");
    planner.show("HT-01");
    Locator pin = page.locator("#map .comment-pin");
    assertThat(pin).hasText("A");
    pin.click();
    assertThat(page.locator("#panel-comments .return-note")).isVisible();
    assertThat(page.locator("#panel-comments .return-note blockquote"))
        .hasText("Dải cây xanh dọc kênh còn hẹp.");
    assertThat(page.locator(".thread.chosen .said")).hasText("Mở rộng chỗ này thêm 5 m.");
    page.locator("#stepper .step button").first().click();
    assertThat(page.locator("#stepper .step-card:visible"))
        .containsText("Dải cây xanh dọc kênh còn hẹp.");
    shot(page, "returned");
    page.keyboard().press("Escape");
    assertThat(page.locator("#bar-save")).not().containsText("Chỉ xem");
  }

  private void plannerAnswersAndMends(PlannerPage planner, long plan) {
    Page page = planner.page();
    page.locator(".thread [data-key^=answer]").click();
    page.locator(".thread textarea").fill("Đã mở rộng thêm 5 m.");
    page.locator(".thread .answer .strong").click();
    assertThat(page.locator(".replies .said")).hasText("Đã mở rộng thêm 5 m.");
    page.locator(".thread [data-key^=turn]").click();
    assertThat(page.locator(".resolved-threads")).containsText("Đã giải quyết (1)");
    assertThat(page.locator("#tab-comments .tab-badge")).hasText("");
    assertThat(
            jdbc.sql(
                    """
                    select text || '|' || (parent is not null) || '|' || (resolved_by is not null)
                    from zoning.comments where plan_id = ? order by id""")
                .param(plan)
                .query(String.class)
                .list())
        .containsExactly("Mở rộng chỗ này thêm 5 m.|false|true", "Đã mở rộng thêm 5 m.|true|false");

    planner.choose("CX-15").attributes(Map.of("code", "CX-77")).saved();
    shot(page, "mended");
    assertThat(codes(plan)).contains("CX-77").doesNotContain("CX-15");
  }

  private void whoeverDrewIsRefusedByTheServer(PlannerPage helper, long plan) {
    Page page = helper.page();
    page.locator("[data-do=approve]").click();
    fillDecision(page);
    page.locator("dialog .primary").click();
    assertThat(page.locator("dialog .dialog-fault"))
        .containsText("Bạn đã vẽ hoặc trình đồ án này; người khác phải quyết định.");
    assertThat(page.locator("dialog [name=decisionNo]")).hasValue("27/QĐ-BQL");
    shot(page, "own-drawing");
    assertThat(status(plan)).isEqualTo("SUBMITTED");
    assertThat(decisions(plan, "APPROVE")).isZero();
    page.context().close();
  }

  private static void fillDecision(Page page) {
    page.locator("dialog [name=decisionNo]").fill("27/QĐ-BQL");
    page.locator("dialog [name=authorityVi]")
        .fill("Ban Quản lý các Khu chế xuất và công nghiệp Thành phố");
  }

  private void approves(PlannerPage authority, long plan) {
    Page page = authority.page();
    assertThat(page.locator("[data-do=approve]")).isVisible();
    page.locator("[data-do=approve]").click();
    page.locator("dialog .primary").click();
    assertThat(page.locator("dialog [aria-invalid=true]")).hasCount(2);
    assertThat(page.locator("dialog [name=decisionNo]")).isFocused();
    fillDecision(page);
    assertThat(page.locator("dialog [name=validFrom]")).hasValue(today().toString());
    shot(page, "approve");
    page.locator("dialog .primary").click();
    assertThat(page.locator("dialog")).hasCount(0);
    assertThat(page.locator("#stepper [aria-current=step]")).containsText("Công bố");
    assertThat(
            jdbc.sql(
                    """
                    select status || '|' || decision_no || '|' || valid_from || '|' || approved_by
                    from zoning.plans where id = ?""")
                .param(plan)
                .query(String.class)
                .single())
        .startsWith("APPROVED|27/QĐ-BQL|" + today() + "|");
    assertThat(decisions(plan, "APPROVE")).isOne();
  }

  private void publishes(PlannerPage authority, long plan) {
    Page page = authority.page();
    page.locator("[data-do=publish]").click();
    assertThat(page.locator("dialog .replaces")).containsText("CX-77");
    assertThat(page.locator("dialog .step-facts")).containsText("27/QĐ-BQL");
    shot(page, "publish");
    page.locator("dialog .primary").click();
    assertThat(page.locator(".toast")).containsText("Đã công bố");
    assertThat(page.locator("#stepper .step-said")).containsText("Đang hiệu lực");
    assertThat(page.locator("#stepper .step.done")).hasCount(4);
    shot(page, "published");
    assertThat(status(plan)).isEqualTo("PUBLISHED");
    assertThat(
            jdbc.sql(
                    """
                    select count(*) from zoning.plans p join zoning.zones z on z.id = p.zone_id
                    where z.code = 'PVH' and p.status = 'PUBLISHED'""")
                .query(Long.class)
                .single())
        .isOne();
    assertThat(
            jdbc.sql("select action from zoning.plan_decisions where plan_id = ? order by id")
                .param(plan)
                .query(String.class)
                .list())
        .containsExactly("SUBMIT", "RETURN", "SUBMIT", "APPROVE", "PUBLISH");
  }

  private void everybodySees(long plan) {
    Page page = visitor.open(port, 1440, 900);
    windows.add(page.context());
    page.navigate("/?zone=PVH");
    assertThat(page.locator("#subzones [data-subzone=CX-77]")).hasCount(1);
    assertThat(page.locator("#subzones [data-subzone=CX-15]")).hasCount(0);
    JsonNode subzones = desk.get(null, "/api/v1/subzones?zone=PVH").json().path("features");
    assertThat(subzones.valueStream().map(one -> one.at("/properties/code").asString()))
        .contains("CX-77")
        .doesNotContain("CX-15");
    assertThat(subzones.valueStream().map(one -> one.at("/properties/plan").asLong()))
        .containsOnly(plan);
  }

  @Test
  void planWithAnOverlapIsNotHandedInAndCanStillBeDrawn() {
    String author = person("Lê Hoàng Nam", Role.PLANNER);
    long plan = draft(author, "Đồ án chồng lấn");
    overlap(author, plan);

    PlannerPage planner = window(author).open(plan);
    Page page = planner.page();
    assertThat(page.locator("[data-stand=stand_blocks]")).containsText("lỗi chặn trình");
    page.locator("[data-do=submit]").click();
    assertThat(page.locator("dialog h2")).hasText("Chưa trình được");
    Locator overlap =
        page.locator("dialog .fault-list li.blocks", new Page.LocatorOptions().setHasText("HT-01"));
    assertThat(overlap).containsText("chồng lấn");
    assertThat(page.locator("dialog .primary, dialog [name=reason]")).hasCount(0);
    shot(page, "blocked");
    overlap.getByText("Đi tới").click();
    assertThat(page.locator("dialog")).hasCount(0);
    assertThat(page.locator("#panel-checks")).isFocused();
    assertThat(page.locator("#panel-checks")).containsText("chồng lấn");

    planner.choose("DV-01").attributes(Map.of("nameVi", "Trung tâm dịch vụ")).saved();
    assertThat(name(plan, "DV-01")).isEqualTo("Trung tâm dịch vụ");
    assertThat(status(plan)).isEqualTo("DRAFT");
    assertThat(decisions(plan, "SUBMIT")).isZero();
  }

  @Test
  void twoWhoChangedTheSameSubzonesChooseForEachAndLoseNothing() {
    visitor.expects(412);
    visitor.expectsNoNetwork();
    String lan = person("Nguyễn Thị Lan", Role.PLANNER);
    String minh = person("Trần Văn Minh", Role.PLANNER);
    long plan = draft(lan, "Đồ án vẽ chung");
    PlannerPage here = window(lan).open(plan);
    PlannerPage away = window(minh).open(plan);
    assertThat(here.page().locator("#bar-people")).containsText("Trần Văn Minh");

    away.page().context().setOffline(true);
    away.choose("HT-01").attributes(Map.of("nameVi", "Hỗ trợ của Minh"));
    String corner = vertex(plan, "HT-01");
    away.tool("e").press("Tab").press("Shift+ArrowUp");
    assertThat(away.page().locator("#bar-save")).containsText("Mất mạng, 2 thay đổi");
    away.press("Escape");
    away.choose("HT-02").attributes(Map.of("nameVi", "Hai của Minh"));
    away.choose("DV-01").attributes(Map.of("nameVi", "Dịch vụ của Minh"));
    assertThat(away.page().locator("#bar-save")).containsText("Mất mạng, 4 thay đổi giữ ở máy này");
    shot(away.page(), "offline");

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
    Audit audit = new Audit("vi-1440");
    audit.dialog(page, "conflict", false);
    audit.isClean();
    assertThat(name(plan, "HT-01")).isEqualTo("Hỗ trợ của Lan");

    page.locator("dialog .primary").click();
    assertThat(page.locator(".conflict-missing")).containsText("Chưa chọn cho: HT-01, HT-02");
    crossing(page, "HT-01").locator("[value=mine]").check();
    crossing(page, "HT-02").locator("[value=theirs]").check();
    page.locator("dialog .primary").click();
    assertThat(page.locator("dialog")).hasCount(0);
    away.saved();

    assertThat(name(plan, "HT-01")).isEqualTo("Hỗ trợ của Minh");
    assertThat(vertex(plan, "HT-01")).isNotEqualTo(corner);
    assertThat(name(plan, "HT-02")).isEqualTo("Hai của Lan");
    assertThat(name(plan, "DV-01")).isEqualTo("Dịch vụ của Minh");
    assertThat(name(plan, "KB-01")).isEqualTo("Kho của Lan");
    here.seesName("HT-01", "Hỗ trợ của Minh").seesName("DV-01", "Dịch vụ của Minh");
    assertThat(here.drawing()).isEqualTo(away.drawing());
    shot(here.page(), "conflict-after");
  }

  private static Locator crossing(Page page, String code) {
    return page.locator(".crossing", new Page.LocatorOptions().setHasText(code));
  }

  @Test
  void whatWasDrawnWithoutNetworkOutlivesAReload() {
    visitor.expectsNoNetwork();
    String author = person("Đỗ Thu Hà", Role.PLANNER);
    long plan = draft(author, "Đồ án giữa đồng");
    PlannerPage planner = window(author).open(plan);
    Page page = planner.page();

    page.route("**/edits", route -> route.abort());
    planner.choose("HT-02").attributes(Map.of("nameVi", "Vẽ lúc mất mạng"));
    assertThat(page.locator("#bar-save")).containsText("Mất mạng, 1 thay đổi");
    page.reload();
    planner.ready();
    assertThat(page.locator("#bar-save")).containsText("Mất mạng, 1 thay đổi");
    planner.seesName("HT-02", "Vẽ lúc mất mạng");
    assertThat(name(plan, "HT-02")).isNotEqualTo("Vẽ lúc mất mạng");
    shot(page, "offline-reloaded");
    page.unroute("**/edits");
    planner.saved();
    assertThat(name(plan, "HT-02")).isEqualTo("Vẽ lúc mất mạng");

    page.context().setOffline(true);
    planner.choose("DV-02").attributes(Map.of("nameVi", "Vẽ trước khi đóng"));
    assertThat(page.locator("#bar-save")).containsText("Mất mạng, 1 thay đổi");
    page.navigate("about:blank");
    page.context().setOffline(false);
    assertThat(name(plan, "DV-02")).isNotEqualTo("Vẽ trước khi đóng");
    planner.open(plan).saved();
    assertThat(name(plan, "DV-02")).isEqualTo("Vẽ trước khi đóng");
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
    String author = person("Nguyễn Thị Lan", Role.PLANNER);
    long blocked = draft(author, "Đồ án soi từng màn");
    overlap(author, blocked);
    comment(author, blocked);
    long clean = draft(author, "Đồ án sắp trình");
    long submitted = submitted(author);

    PlannerPage planner = window(author);
    Page page = planner.page();
    Audit audit = new Audit(lang + "-1440");
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

    String approver = person("Trần Văn Minh", Role.APPROVER);
    PlannerPage authority = window(approver);
    authority.page().navigate("/plan?lang=" + lang);
    authority.open(submitted).page().locator("[data-do=approve]").click();
    audit.dialog(authority.page(), "dialog-approve");
    authority.page().locator("[data-do=return]").click();
    audit.dialog(authority.page(), "dialog-return");
    audit.isClean();
  }

  @Test
  void phoneReadsCommentsAndApproves() {
    String author = person("Nguyễn Thị Lan", Role.PLANNER);
    String approver = person("Trần Văn Minh", Role.APPROVER);
    for (String lang : List.of("en", "vi")) {
      long plan = submitted(author);
      Page page =
          visitor.open(
              port,
              new Browser.NewContextOptions()
                  .setViewportSize(390, 844)
                  .setIsMobile(true)
                  .setHasTouch(true));
      windows.add(page.context());
      PlannerPage authority = new PlannerPage(page).signIn(approver, desk.password());
      Audit audit = new Audit(lang + "-390");
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
      fillDecision(page);
      noSidewaysScroll(page);
      audit.dialog(page, "dialog-approve", false);
      page.locator("dialog .primary").tap();
      assertThat(page.locator("dialog")).hasCount(0);
      assertThat(status(plan)).isEqualTo("APPROVED");
      shot(page, "approved", lang + "-390");
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

  /** Looks at screens with axe and keeps what is wrong with each. */
  private static final class Audit {
    private static final Pattern READING = Pattern.compile("^(Đang đọc|Reading)[.]$");

    private final String look;
    private final List<String> faults = new ArrayList<>();

    Audit(String look) {
      this.look = look;
    }

    void dialog(Page page, String screen) {
      dialog(page, screen, true);
    }

    /** The dialog that is open; closes it where nothing more is done in it. */
    void dialog(Page page, String screen, boolean closes) {
      assertThat(page.locator("dialog[open]")).isVisible();
      of(page, screen, "'dialog[open]'");
      if (closes) {
        page.locator("dialog[open] .dialog-head button").click();
        // gone, not only closed: then the focus is back where it was, and the next key goes there
        assertThat(page.locator("dialog")).hasCount(0);
      }
    }

    /** A part of the page, as an expression. */
    void of(Page page, String screen, String part) {
      assertThat(page.getByText(READING)).hasCount(0);
      shot(page, screen, look);
      Axe.faults(page, part).forEach(fault -> faults.add(look + " " + screen + ": " + fault));
    }

    void isClean() {
      assertThat(faults).isEmpty();
    }
  }

  // ---- people, drafts, the database

  private String person(String displayName, Role... roles) {
    String name = "u" + UUID.randomUUID().toString().substring(0, 8);
    accounts.add(name, displayName, Set.of(roles), desk.password());
    return name;
  }

  private PlannerPage window(String who) {
    Page page = visitor.open(port, 1440, 900);
    windows.add(page.context());
    return new PlannerPage(page).signIn(who, desk.password());
  }

  /** A shared draft from the plan in force. */
  private long draft(String author, String title) {
    JsonNode plans = desk.get(author, "/api/v1/plans?zone=PVH").json().path("plans");
    long inForce =
        plans
            .valueStream()
            .filter(plan -> plan.path("status").asString().equals("PUBLISHED"))
            .findFirst()
            .orElseThrow()
            .path("id")
            .asLong();
    Answer made =
        desk.post(
            author,
            "/api/v1/plans",
            null,
            String.format(
                Locale.ROOT,
                "{\"basedOn\":%d,\"titleVi\":\"%s\",\"titleEn\":\"Trial\",\"shared\":true}",
                inForce,
                title));
    assertThat(made.status()).as("%s", made.json()).isEqualTo(201);
    return made.id();
  }

  private void edit(String who, long plan, String edits) {
    String url = "/api/v1/plans/" + plan;
    Answer done =
        desk.post(who, url + "/edits", desk.get(who, url).etag(), "{\"edits\":[" + edits + "]}");
    assertThat(done.status()).as("%s", done.json()).isEqualTo(200);
  }

  private void rename(String who, long plan, String code, String nameVi) {
    edit(
        who,
        plan,
        "{\"op\":\"setAttributes\",\"subzone\":\""
            + code
            + "\",\"attributes\":{\"nameVi\":\""
            + nameVi
            + "\"}}");
  }

  /** A warehouse in the middle of the supporting industries. */
  private void overlap(String who, long plan) {
    edit(
        who,
        plan,
        """
        {"op":"create","attributes":{"code":"KB-09","landUse":"WAREHOUSE","nameVi":"Kho chồng"},
         "shape":{"type":"Polygon","coordinates":[[[106.516,10.81],[106.517,10.81],[106.517,10.811],
           [106.516,10.811],[106.516,10.81]]]}}""");
  }

  private void comment(String who, long plan) {
    Answer made =
        desk.post(
            who,
            "/api/v1/plans/" + plan + "/comments",
            null,
            "{\"text\":\"Chỗ này còn hẹp.\",\"place\":{\"type\":\"Point\",\"coordinates\":[106.517,10.811]}}");
    assertThat(made.status()).as("%s", made.json()).isEqualTo(201);
  }

  private long submitted(String author) {
    long plan = draft(author, "Đồ án chờ duyệt");
    String url = "/api/v1/plans/" + plan;
    Answer done = desk.post(author, url + "/submit", desk.get(author, url).etag(), "{}");
    assertThat(done.status()).as("%s", done.json()).isEqualTo(200);
    return plan;
  }

  private String status(long plan) {
    return jdbc.sql("select status from zoning.plans where id = ?")
        .param(plan)
        .query(String.class)
        .single();
  }

  private long decisions(long plan, String action) {
    return jdbc.sql("select count(*) from zoning.plan_decisions where plan_id = ? and action = ?")
        .param(plan)
        .param(action)
        .query(Long.class)
        .single();
  }

  private List<String> codes(long plan) {
    return jdbc.sql("select code from zoning.subzones where plan_id = ?")
        .param(plan)
        .query(String.class)
        .list();
  }

  private String name(long plan, String code) {
    return jdbc.sql(
            "select coalesce(name_vi, '') from zoning.subzones where plan_id = ? and code = ?")
        .param(plan)
        .param(code)
        .query(String.class)
        .single();
  }

  /** The first vertex of a subzone's outline. */
  private String vertex(long plan, String code) {
    return jdbc.sql(
            """
            select st_astext(st_pointn(st_exteriorring(geom), 1)) from zoning.subzones
            where plan_id = ? and code = ?""")
        .param(plan)
        .param(code)
        .query(String.class)
        .single();
  }

  private static PlannerPage.Place middle(PlannerPage planner, String code) {
    List<PlannerPage.Place> outline = planner.outline(code);
    return new PlannerPage.Place(
        outline.stream().mapToDouble(PlannerPage.Place::east).average().orElseThrow(),
        outline.stream().mapToDouble(PlannerPage.Place::north).average().orElseThrow());
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
  }

  private static void shot(Page page, String name) {
    shot(page, name, "vi-1440");
  }

  private static void shot(Page page, String name, String look) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(SHOTS.resolve("life-" + name + "-" + look + ".png")));
  }
}
