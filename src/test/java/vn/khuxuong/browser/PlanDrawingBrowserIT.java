package vn.khuxuong.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.khuxuong.browser.PlannerPage.Place;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.platform.security.Role;

/**
 * A planner who really draws; what is written is looked up in the database, what is shown on the
 * page.
 */
@EditorTest
class PlanDrawingBrowserIT {
  private static final String PASSWORD = "một mật khẩu đủ dài";

  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private JdbcClient jdbc;

  private Visitor visitor;
  private PlannerPage planner;
  private Page page;
  private long plan;

  @BeforeEach
  void startsADraftFromThePlanInForce(Visitor visitor) {
    this.visitor = visitor;
    String name = "an-" + UUID.randomUUID().toString().substring(0, 8);
    accounts.add(name, "Nguyễn An", Set.of(Role.PLANNER), PASSWORD);
    page = visitor.open(port, 1440, 900);
    planner = new PlannerPage(page).signIn(name, PASSWORD);
    page.navigate("/plan");
    page.locator(".zone-plan", new Page.LocatorOptions().setHasText("Phạm Văn Hai"))
        .getByText("Bản nháp mới từ đồ án hiện hành")
        .click();
    assertThat(page.locator("body")).hasAttribute("data-ready", "yes");
    plan = Long.parseLong(page.url().replaceAll(".*plan=(\\d+).*", "$1"));
    page.evaluate("localStorage.setItem('legend', 'closed')");
    planner.open(plan);
  }

  @AfterEach
  void browserHasNothingToComplainAbout() {
    page.context().close();
    // a place that is tried while it is being drawn may be refused; that is an answer, not a fault
    assertThat(visitor.complaints())
        .filteredOn(complaint -> !complaint.matches("(?s).*status of 422.*/check.*"))
        .isEmpty();
  }

  @Test
  void drawsASubzoneThatSnapsToItsNeighbours() {
    Set<String> before = uids();
    List<Place> outline = planner.outline("HT-01");
    List<Place> neighbour = planner.outline("HT-02");
    List<Place> shared = outline.stream().filter(neighbour::contains).distinct().toList();
    assertThat(shared).hasSizeGreaterThanOrEqualTo(2);
    planner.choose("HT-01").show("HT-01").tool("Delete").saved();
    assertThat(uids()).hasSize(before.size() - 1);
    assertThat(page.locator(".issue-head").first()).containsText(Pattern.compile("[Kk]he hở"));

    planner.tool("p");
    page.locator(".tool-strip select[name=use]")
        .selectOption(new SelectOption().setValue("SUPPORT"));
    planner.click(shared.get(0), 5, 4);
    assertThat(page.locator(".cursor-tag")).containsText("bắt đỉnh");
    planner.hover(shared.get(1), -5, 5);
    assertThat(page.locator(".snap-mark.snap-vertex")).isVisible();
    planner.click(shared.get(1), -5, 5);
    Place west = outline.stream().min((a, b) -> Double.compare(a.east(), b.east())).orElseThrow();
    List<Place> others = outline.stream().filter(place -> !shared.contains(place)).toList();
    Place far =
        others.stream()
            .max(
                (a, b) ->
                    Double.compare(
                        Math.hypot(a.east() - west.east(), a.north() - west.north())
                            - distance(a, shared.get(0))
                            - distance(a, shared.get(1)),
                        Math.hypot(b.east() - west.east(), b.north() - west.north())
                            - distance(b, shared.get(0))
                            - distance(b, shared.get(1))))
            .orElseThrow();
    // round the outline: from the second shared corner to the one beside it, then to the other side
    boolean southFirst =
        Math.abs(shared.get(1).north() - west.north())
            < Math.abs(shared.get(0).north() - west.north());
    planner.click(southFirst ? west : far).click(southFirst ? far : west);
    planner.press("Enter").saved();

    String made = uids().stream().filter(uid -> !before.contains(uid)).findFirst().orElseThrow();
    assertThat(
            jdbc.sql(
                    """
                    select count(distinct b.code) from zoning.subzones a, zoning.subzones b
                    where a.plan_id = :plan and b.plan_id = :plan and a.uid = cast(:uid as uuid)
                      and b.uid <> a.uid and exists (
                        select from st_dumppoints(a.geom) p join st_dumppoints(b.geom) q
                          on st_x(p.geom) = st_x(q.geom) and st_y(p.geom) = st_y(q.geom))""")
                .params(Map.of("plan", plan, "uid", made))
                .query(Integer.class)
                .single())
        .as("neighbours that have a vertex of the new subzone to the last bit")
        .isGreaterThanOrEqualTo(2);
    assertThat(
            text(
                "select land_use from zoning.subzones where uid = cast(:x as uuid) and plan_id = "
                    + plan,
                made))
        .isEqualTo("SUPPORT");
    String code =
        text(
            "select code from zoning.subzones where uid = cast(:x as uuid) and plan_id = " + plan,
            made);
    assertThat(page.locator("#drawer h2")).containsText(code);
    assertThat(page.locator(".vertex-table tbody")).containsText("HT-02");
  }

  @Test
  void followsANeighboursOutlineVertexByVertex() {
    List<Place> outline = planner.outline("HT-01");
    Set<String> before = uids();
    planner.show("HT-01").tool("p").press("t");
    assertThat(page.locator(".tool-strip input[type=checkbox]").nth(1)).isChecked();
    planner.click(outline.get(0)).click(outline.get(5));
    Place inside = middle("HT-01");
    planner.press("t").click(inside).press("Enter").saved();
    String made = uids().stream().filter(uid -> !before.contains(uid)).findFirst().orElseThrow();
    assertThat(
            jdbc.sql(
                    """
                    select count(distinct q.geom) from zoning.subzones a, zoning.subzones b,
                      st_dumppoints(a.geom) p, st_dumppoints(b.geom) q
                    where a.plan_id = :plan and b.plan_id = :plan and a.uid = cast(:uid as uuid)
                      and b.code = 'HT-01' and st_x(p.geom) = st_x(q.geom)
                      and st_y(p.geom) = st_y(q.geom)""")
                .params(Map.of("plan", plan, "uid", made))
                .query(Integer.class)
                .single())
        .as("vertices taken from the neighbour by two clicks")
        .isGreaterThanOrEqualTo(4);
  }

  @Test
  void splitsASubzoneAndTakesItBack() {
    double area = area("HT-02");
    int count = uids().size();
    Place middle = middle("HT-02");
    planner.choose("HT-02").show("HT-02").tool("x");
    planner.click(new Place(middle.east() - 20, middle.north() + 330));
    planner.click(new Place(middle.east() + 20, middle.north() - 330));
    planner.press("Enter").saved();

    assertThat(uids()).hasSize(count + 1);
    double left = area("HT-02");
    String other =
        text(
            "select code from zoning.subzones where plan_id = cast(:x as bigint) and land_use ="
                + " 'SUPPORT' and code not in ('HT-01', 'HT-02')",
            String.valueOf(plan));
    assertThat(left).isBetween(area * 0.3, area * 0.7);
    assertThat(left + area(other)).isCloseTo(area, within(0.05));
    page.locator("#tab-list").click();
    assertThat(page.locator(".subzone-list")).containsText(other);

    planner.press("Control+z").saved();
    assertThat(page.locator(".subzone-list")).not().containsText(other);
    page.waitForCondition(() -> uids().size() == count);
    assertThat(area("HT-02")).isCloseTo(area, within(0.01));
    page.reload();
    assertThat(page.locator("body")).hasAttribute("data-ready", "yes");
    planner.press("Control+y").saved();
    page.waitForCondition(() -> uids().size() == count + 1);
  }

  @Test
  void cutsACorridorThroughThreeSubzones() {
    double whole = total();
    double three = area("NX-02") + area("HT-01") + area("HT-02");
    Set<String> before = uids();
    Place from = middle("NX-02"), to = middle("HT-02");
    planner.show("NX-02", "HT-01", "HT-02").tool("c");
    page.locator(".tool-strip input[name=width]").fill("24");
    planner.click(from);
    planner.hover(to, 0, 0);
    assertThat(page.locator("path.overlay.sketch")).isVisible();
    planner.click(to).press("Enter").saved();

    double roads =
        jdbc.sql(
                """
                select area_m2 from zoning.subzones
                where plan_id = :plan and land_use = 'ROAD' and not (uid = any(cast(:before as uuid[])))
                  and st_contains(geom, st_transform(st_setsrid(st_makepoint(:e, :n), 9210), 4326))""")
            .params(Map.of("plan", plan, "before", before.toArray(String[]::new)))
            .param("e", (from.east() + to.east()) / 2)
            .param("n", (from.north() + to.north()) / 2)
            .query(Double.class)
            .single();
    double length = distance(from, to);
    assertThat(roads).isCloseTo(24 * length, within(0.02 * 24 * length));
    assertThat(area("NX-02") + area("HT-01") + area("HT-02")).isLessThan(three - 0.5 * roads);
    assertThat(total()).isCloseTo(whole, within(0.1));
    assertThat(overlaps()).isLessThan(0.01);
    assertThat(page.locator(".stepper")).containsText("0");
  }

  @Test
  void makesAnOverlapAndRepairsIt() {
    Place middle = middle("CN-06");
    planner.show("CN-06").tool("r");
    planner.click(new Place(middle.east() - 60, middle.north() + 30));
    planner.click(new Place(middle.east() + 60, middle.north() + 30));
    planner.click(new Place(middle.east() + 10, middle.north() - 40)).saved();

    assertThat(overlaps()).isBetween(7_000.0, 10_000.0);
    Locator issue = page.locator(".issue-head").first();
    assertThat(issue).containsText("chồng lấn");
    assertThat(issue).containsText("Chặn");
    assertThat(page.locator(".leaflet-pins-pane .pin-face").first()).isVisible();
    assertThat(page.locator("[data-do=submit]")).isVisible();
    issue.click();
    Locator proposed = page.locator(".mend", new Page.LocatorOptions().setHasText("Đề xuất"));
    assertThat(proposed).containsText("CN-06");
    proposed.locator("button").first().click();
    assertThat(page.locator(".mend.open")).containsText("m²");
    assertThat(overlaps()).as("a preview writes nothing").isGreaterThan(7_000);
    page.locator(".mend.open .strong").click();
    page.waitForCondition(() -> overlaps() < 0.01);
    assertThat(page.locator(".issue-head", new Page.LocatorOptions().setHasText("chồng lấn")))
        .hasCount(0);
  }

  @Test
  void dragsAVertexThatNeighboursShareAndNudgesItByKeys() {
    List<Place> neighbour = planner.outline("HT-02");
    List<Place> shared =
        planner.outline("HT-01").stream().filter(neighbour::contains).distinct().toList();
    Place corner = shared.get(0).north() > shared.get(1).north() ? shared.get(0) : shared.get(1);
    double one = area("HT-01"), other = area("HT-02");
    planner.choose("HT-01").show("HT-01").tool("e");
    assertThat(page.locator(".leaflet-editing-pane .marker-icon").first()).isVisible();
    planner.hover(corner, 0, 0);
    page.mouse().down();
    for (int i = 1; i <= 10; i++) {
      page.mouse().move(planner.pixel(corner)[0] + 4 * i, planner.pixel(corner)[1]);
    }
    assertThat(page.locator(".cursor-tag")).containsText("m²");
    page.keyboard().down("Alt");
    page.mouse().move(planner.pixel(corner)[0] + 42, planner.pixel(corner)[1]);
    page.mouse().up();
    page.keyboard().up("Alt");
    planner.saved();
    assertThat(area("HT-01")).isGreaterThan(one + 500);
    assertThat(area("HT-01") + area("HT-02")).isCloseTo(one + other, within(5_000.0));
    assertThat(area("HT-02")).isLessThan(other - 500);

    double moved = area("HT-01");
    planner.tool("e").press("Tab").press("ArrowLeft").press("ArrowLeft");
    page.waitForCondition(() -> Math.abs(area("HT-01") - moved) > 1);
    planner.saved();
    assertThat(page.locator("#live")).containsText(Pattern.compile("Đỉnh|đỉnh"));
  }

  @Test
  void drawsFromAPastedTableWithTheReadingThatThePlannerConfirms() {
    Place middle = middle("CN-02");
    planner.show("CN-02").tool("k");
    StringBuilder table = new StringBuilder();
    double[][] square = {{-40, 40}, {40, 40}, {40, -40}, {-40, -40}};
    for (int i = 0; i < 4; i++) {
      // as on a Vietnamese sheet: X is north and comes first
      table.append(i + 1).append('\t').append(Math.round(middle.north()) + square[i][1]);
      table.append('\t').append(Math.round(middle.east()) + square[i][0]).append('\n');
    }
    page.locator(".table-input").fill(table.toString());
    assertThat(page.locator(".readings input:checked")).hasCount(1);
    assertThat(page.locator("path.overlay.sketch")).isVisible();
    int count = uids().size();
    page.locator(".table-dialog .primary").click();
    page.waitForCondition(() -> uids().size() == count + 1);
    double drawn =
        jdbc.sql(
                """
                select area_m2 from zoning.subzones where plan_id = :plan
                order by id desc limit 1""")
            .param("plan", plan)
            .query(Double.class)
            .single();
    assertThat(drawn).isCloseTo(6400, within(0.05));
    assertThat(page.locator("#drawer")).containsText("6.400,0 m²");
  }

  @Test
  void editsAttributesOfSeveralAndPrintsTheSheet() throws Exception {
    planner.choose("CN-01", "CN-02", "CN-03");
    assertThat(page.locator("#drawer h2")).containsText("3 phân khu");
    page.getByText("Sửa thuộc tính", new Page.GetByTextOptions().setExact(true)).click();
    page.locator(".attributes-dialog [name=maxFloors]").fill("6");
    page.locator(".attributes-dialog .primary").click();
    planner.saved();
    assertThat(
            jdbc.sql(
                    """
                    select count(*) from zoning.subzones where plan_id = :plan and max_floors = 6
                      and code in ('CN-01', 'CN-02', 'CN-03')""")
                .param("plan", plan)
                .query(Integer.class)
                .single())
        .isEqualTo(3);

    page.locator(".print-button").click();
    assertThat(page.locator(".print-dialog")).isVisible();
    Download sheet =
        page.waitForDownload(() -> page.locator(".print-dialog .primary").first().click());
    byte[] pdf = Files.readAllBytes(sheet.path());
    assertThat(new String(pdf, 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
  }

  private Set<String> uids() {
    return Set.copyOf(
        jdbc.sql("select cast(uid as text) from zoning.subzones where plan_id = :plan")
            .param("plan", plan)
            .query(String.class)
            .list());
  }

  private double area(String code) {
    return jdbc.sql("select area_m2 from zoning.subzones where plan_id = :plan and code = :code")
        .params(Map.of("plan", plan, "code", code))
        .query(Double.class)
        .single();
  }

  private double total() {
    return jdbc.sql("select sum(area_m2) from zoning.subzones where plan_id = :plan")
        .param("plan", plan)
        .query(Double.class)
        .single();
  }

  /** Ground that two subzones have, m² in the legal system. */
  private double overlaps() {
    return jdbc.sql(
            """
            select coalesce(sum(st_area(st_transform(st_intersection(a.geom, b.geom), 9210))), 0)
            from zoning.subzones a join zoning.subzones b
              on a.plan_id = b.plan_id and a.id < b.id and st_intersects(a.geom, b.geom)
            where a.plan_id = :plan""")
        .param("plan", plan)
        .query(Double.class)
        .single();
  }

  private String text(String sql, String x) {
    return jdbc.sql(sql).param("x", x).query(String.class).list().get(0);
  }

  private Place middle(String code) {
    return jdbc.sql(
            """
            select st_x(p) as east, st_y(p) as north
            from (select st_pointonsurface(st_transform(geom, 9210)) as p from zoning.subzones
                  where plan_id = :plan and code = :code) q""")
        .params(Map.of("plan", plan, "code", code))
        .query(Place.class)
        .single();
  }

  private static double distance(Place a, Place b) {
    return Math.hypot(a.east() - b.east(), a.north() - b.north());
  }
}
