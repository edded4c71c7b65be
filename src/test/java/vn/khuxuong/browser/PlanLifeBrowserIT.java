package vn.khuxuong.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.platform.security.Role;

/**
 * The life of a plan on the editor's page: its steps, who may take them and what stops them. Each
 * step is looked for on the screen and in the database.
 */
@EditorTest
class PlanLifeBrowserIT {
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
  void planIsSentBackAndMendedAndApprovedByAnotherAndStandsOnThePublicMap() {
    visitor.expects(403);
    String author = people.person("Nguyễn Thị Lan", Role.PLANNER, Role.APPROVER);
    String helper = people.person("Phạm Quốc Dũng", Role.PLANNER, Role.APPROVER);
    String approver = people.person("Trần Văn Minh", Role.APPROVER);
    long plan = people.draft(author, "Đồ án trình duyệt");
    people.rename(helper, plan, "CX-14", "Cây xanh bờ kênh");

    PlannerPage planner = people.window(author).open(plan);
    handsIn(planner, plan);
    ownWorkIsRefused(planner);

    PlannerPage authority = people.window(approver).open(plan);
    sendsBack(authority, plan);
    plannerSeesWhy(planner);
    plannerAnswersAndMends(planner, plan);
    handsIn(planner, plan);

    whoeverDrewIsRefusedByTheServer(people.window(helper).open(plan), plan);
    approves(authority, plan);
    publishes(authority, plan);
    everybodySees(plan);
  }

  private void handsIn(PlannerPage planner, long plan) {
    long before = rows.decisions(plan, "SUBMIT");
    Page page = planner.page();
    page.locator("[data-do=submit]").click();
    assertThat(page.locator("dialog[open]")).containsText("phiên bản");
    page.locator("dialog [name=reason]").fill("Xin thẩm định, lần " + (before + 1));
    ScreenAudit.shot(page, "submit");
    page.locator("dialog .primary").click();
    assertThat(page.locator("dialog")).hasCount(0);
    assertThat(page.locator(".toast")).containsText("Đã trình");
    assertThat(page.locator("#stepper [aria-current=step]")).containsText("Thẩm định");
    assertThat(page.locator("#bar-save")).containsText("Chỉ xem");
    assertThat(rows.status(plan)).isEqualTo("SUBMITTED");
    assertThat(rows.decisions(plan, "SUBMIT")).isEqualTo(before + 1);
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
    ScreenAudit.shot(page, "own-work");
    page.keyboard().press("Escape");
    assertThat(page.locator("dialog")).hasCount(0);
  }

  private void sendsBack(PlannerPage authority, long plan) {
    Page page = authority.page();
    authority.show("HT-01");
    page.locator("[data-do=return]").click();
    page.locator("dialog .primary").click();
    assertThat(page.locator("dialog .field-fault:visible")).containsText("Ghi lý do");
    assertThat(rows.status(plan)).isEqualTo("SUBMITTED");
    page.locator("dialog [name=reason]").fill("Dải cây xanh dọc kênh còn hẹp.");
    page.locator("dialog [name=text]").fill("Mở rộng chỗ này thêm 5 m.");
    page.locator("dialog .place-buttons button").first().click();
    authority.click(authority.middle("HT-01"));
    assertThat(page.locator("dialog .place-now")).containsText("Điểm E");
    page.locator(".return-comments > .button").click();
    assertThat(page.locator(".said-list li")).containsText("Mở rộng chỗ này thêm 5 m.");
    assertThat(page.locator(".comment-pin")).hasCount(1);
    ScreenAudit.shot(page, "return");
    page.locator("dialog .primary").click();
    assertThat(page.locator(".toast")).containsText("Đã trả lại kèm 1 góp ý");
    assertThat(page.locator("#stepper .step-said")).containsText("Bị trả lại");
    assertThat(rows.status(plan)).isEqualTo("RETURNED");
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
    ScreenAudit.shot(page, "returned");
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
    ScreenAudit.shot(page, "mended");
    assertThat(rows.codes(plan)).contains("CX-77").doesNotContain("CX-15");
  }

  private void whoeverDrewIsRefusedByTheServer(PlannerPage helper, long plan) {
    Page page = helper.page();
    page.locator("[data-do=approve]").click();
    helper.fillDecision();
    page.locator("dialog .primary").click();
    assertThat(page.locator("dialog .dialog-fault"))
        .containsText("Bạn đã vẽ hoặc trình đồ án này; người khác phải quyết định.");
    assertThat(page.locator("dialog [name=decisionNo]")).hasValue("27/QĐ-BQL");
    ScreenAudit.shot(page, "own-drawing");
    assertThat(rows.status(plan)).isEqualTo("SUBMITTED");
    assertThat(rows.decisions(plan, "APPROVE")).isZero();
    page.context().close();
  }

  private void approves(PlannerPage authority, long plan) {
    Page page = authority.page();
    assertThat(page.locator("[data-do=approve]")).isVisible();
    page.locator("[data-do=approve]").click();
    page.locator("dialog .primary").click();
    assertThat(page.locator("dialog [aria-invalid=true]")).hasCount(2);
    assertThat(page.locator("dialog [name=decisionNo]")).isFocused();
    authority.fillDecision();
    assertThat(page.locator("dialog [name=validFrom]")).hasValue(today().toString());
    ScreenAudit.shot(page, "approve");
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
    assertThat(rows.decisions(plan, "APPROVE")).isOne();
  }

  private void publishes(PlannerPage authority, long plan) {
    Page page = authority.page();
    page.locator("[data-do=publish]").click();
    assertThat(page.locator("dialog .replaces")).containsText("CX-77");
    assertThat(page.locator("dialog .step-facts")).containsText("27/QĐ-BQL");
    ScreenAudit.shot(page, "publish");
    page.locator("dialog .primary").click();
    assertThat(page.locator(".toast")).containsText("Đã công bố");
    assertThat(page.locator("#stepper .step-said")).containsText("Đang hiệu lực");
    assertThat(page.locator("#stepper .step.done")).hasCount(4);
    ScreenAudit.shot(page, "published");
    assertThat(rows.status(plan)).isEqualTo("PUBLISHED");
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
    Page page = people.passerBy();
    page.navigate("/?zone=PVH");
    assertThat(page.locator("#subzones [data-subzone=CX-77]")).hasCount(1);
    assertThat(page.locator("#subzones [data-subzone=CX-15]")).hasCount(0);
    JsonNode subzones =
        people.desk().get(null, "/api/v1/subzones?zone=PVH").json().path("features");
    assertThat(subzones.valueStream().map(one -> one.at("/properties/code").asString()))
        .contains("CX-77")
        .doesNotContain("CX-15");
    assertThat(subzones.valueStream().map(one -> one.at("/properties/plan").asLong()))
        .containsOnly(plan);
  }

  @Test
  void planWithAnOverlapIsNotHandedInAndCanStillBeDrawn() {
    String author = people.person("Lê Hoàng Nam", Role.PLANNER);
    long plan = people.draft(author, "Đồ án chồng lấn");
    people.overlap(author, plan);

    PlannerPage planner = people.window(author).open(plan);
    Page page = planner.page();
    assertThat(page.locator("[data-stand=stand_blocks]")).containsText("lỗi chặn trình");
    page.locator("[data-do=submit]").click();
    assertThat(page.locator("dialog h2")).hasText("Chưa trình được");
    Locator overlap =
        page.locator("dialog .fault-list li.blocks", new Page.LocatorOptions().setHasText("HT-01"));
    assertThat(overlap).containsText("chồng lấn");
    assertThat(page.locator("dialog .primary, dialog [name=reason]")).hasCount(0);
    ScreenAudit.shot(page, "blocked");
    overlap.getByText("Đi tới").click();
    assertThat(page.locator("dialog")).hasCount(0);
    assertThat(page.locator("#panel-checks")).isFocused();
    assertThat(page.locator("#panel-checks")).containsText("chồng lấn");

    planner.choose("DV-01").attributes(Map.of("nameVi", "Trung tâm dịch vụ")).saved();
    assertThat(rows.name(plan, "DV-01")).isEqualTo("Trung tâm dịch vụ");
    assertThat(rows.status(plan)).isEqualTo("DRAFT");
    assertThat(rows.decisions(plan, "SUBMIT")).isZero();
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
  }
}
