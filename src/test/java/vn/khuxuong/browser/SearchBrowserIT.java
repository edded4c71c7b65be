package vn.khuxuong.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The search on the public page: needs, machines, places, saved places. */
@BrowserTest
class SearchBrowserIT {
  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;

  private final Visitor visitor;

  SearchBrowserIT(Visitor visitor) {
    this.visitor = visitor;
  }

  @Test
  void aMachineNarrowsTheListAndSaysWhatItNeeds() {
    Page page = wide("/");
    assertThat(page.locator("#results-title")).containsText("đang trống");
    int all = bays(page);
    page.locator("[data-need=machines]").click();
    List<String> figures = List.of("4,2", "2,4", "1,8", "2,2");
    for (int i = 0; i < figures.size(); i++) {
      page.locator(".machine input").nth(i).fill(figures.get(i));
    }
    assertThat(page.locator(".machine-line")).containsText("sàn 11,93 kN/m²");
    assertThat(page.locator(".machine-line")).containsText("trần 2,7 m");
    assertThat(page.locator(".machine-line")).containsText("thang 4,62 t");
    assertThat(page).hasURL(Pattern.compile(".*machines=4.2,2.4,1.8,2.2$"));
    assertThat(page.locator("#results-title")).containsText("phù hợp");
    assertThat(page.locator(".editor-count")).hasText(bays(page) + " khoang phù hợp");
    assertThat(bays(page)).isPositive().isLessThan(all);
    page.locator(".editor-foot .button").click();
    assertThat(page.locator("[data-need=machines]")).isFocused();
    assertThat(page.locator("[data-need=machines]")).containsText("4,2 t");
    assertThat(page.locator(".place-link").first()).containsText("thang");
  }

  @Test
  void theBrowserWorksOutMachinesAsTheServerDoes() {
    Page page = wide("/");
    Object pair =
        page.evaluate(
            """
            async () => {
              const module = document.querySelector("link[href$='lib/machine.js']").href;
              const { needsOfAll, readMachines } = await import(module);
              const differences = [];
              for (const text of ['4.2,2.4,1.8,2.2', '0.8,,,2', '4,2.5,2,;0.5,,,3.6', '17.3,3.7,2.9,3.3;2,1,1,1;,,0.7,', '0.07,0.31,0.29,1.1']) {
                const answer = await fetch('/api/v1/vacancies?limit=1&machines=' + encodeURIComponent(text));
                const { machine } = (await answer.json()).asked;
                const ours = needsOfAll(readMachines(text));
                const theirs = { load: machine.loadKnM2, pointLoad: machine.pointLoadKn, height: machine.heightM, lift: machine.liftT,
                  liftDoorWidth: machine.liftDoorWidthM, liftDoorHeight: machine.liftDoorHeightM };
                for (const name of Object.keys(theirs)) {
                  if ((ours[name] ?? null) !== theirs[name]) differences.push(`${text} ${name}: ${ours[name]} ${theirs[name]}`);
                }
              }
              return differences;
            }""");
    assertThat((List<?>) pair).isEmpty();
  }

  @Test
  void aChipIsEditedInPlaceAndItsCrossClearsIt() {
    Page page = wide("/?load=10");
    assertThat(page.locator("[data-need=load]")).containsText("≥ 10 kN/m²");
    int before = bays(page);
    page.locator("[data-need=load]").click();
    assertThat(page.locator("#need-editor h2")).isFocused();
    Locator slider = page.locator("#need-editor .range");
    slider.focus();
    page.keyboard().press("ArrowRight");
    page.keyboard().press("ArrowRight");
    assertThat(page).hasURL(Pattern.compile(".*load=15$"));
    assertThat(page.locator("[data-need=load]")).containsText("≥ 15 kN/m²");
    assertThat(slider).isFocused();
    assertThat(page.locator("#results-title")).not().containsText(before + " khoang");
    assertThat(page.locator(".editor-count")).hasText(bays(page) + " khoang phù hợp");
    page.keyboard().press("Escape");
    assertThat(page.locator("[data-need=load]")).isFocused();
    page.goBack(); // the whole edit is one step
    assertThat(page).hasURL(Pattern.compile(".*load=10$"));
    page.locator("[data-clear=load]").click();
    assertThat(page).hasURL(Pattern.compile(".*:\\d+/$"));
    assertThat(page.locator("#results-title")).containsText("đang trống");
    assertThat(page.locator("[data-need=more]")).isFocused();
  }

  @Test
  void whereNothingFitsTheNearestValueIsOneTapAway() {
    Page page = phone("/?load=90&hazard=D");
    Locator box = page.locator(".none-fits");
    assertThat(box).containsText("Chưa khoang nào vừa tải sàn ≥ 90 kN/m²");
    assertThat(box).containsText("Gần nhất là 25 kN/m²");
    box.locator(".button.primary").tap();
    assertThat(page).hasURL(Pattern.compile(".*load=25.*"));
    assertThat(page.locator(".none-fits")).hasCount(0);
    assertThat(page.locator(".place-link").first()).containsText("25 kN/m²");

    page.navigate("/?machines=20,2,2,3&rentMaxUsd=4&from=2027-06-01"); // for floor and lift
    assertThat(page.locator(".none-fits .button.primary")).containsText("Bỏ máy 20 t");
    page.locator(".none-fits .button.primary").tap();
    assertThat(page).not().hasURL(Pattern.compile(".*machines.*"));
    assertThat(page.locator(".place-link").first()).isVisible();
  }

  @Test
  void pillsSayTheSpaceThatFitsAndMergedOnesItsSum() {
    Page page = wide("/?areaMin=500");
    double total = totalM2(page, "areaMin=500");
    assertThat(pillSum(page)).isEqualTo(Math.round(total));
    assertThat(page.locator(".pill.free")).hasCount(4);

    page = visitor.open(port, 390, 520);
    page.navigate("/?areaMin=500&map=8,10.76,106.66");
    assertThat(page.locator(".pill", new Page.LocatorOptions().setHasText("nơi")).first())
        .isVisible();
    assertThat(pillSum(page)).isEqualTo(Math.round(total));

    page = wide("/?zone=HP&areaMin=500");
    assertThat(page.locator(".pill[data-key=HP-A]")).isVisible();
    page.waitForFunction(
        "() => [...document.querySelectorAll('.pill[data-key^=HP-] .pill-value')].some((v) =>"
            + " v.textContent.includes('m²'))");
    Object houses = page.evaluate(PILL_SUM.replace(".pill.free", ".pill.free[data-key^=HP-]"));
    assertThat(((Number) houses).longValue())
        .isEqualTo(Math.round(totalM2(page, "areaMin=500&zone=HP")));
  }

  @Test
  void oneAddressIsOneState() {
    String address =
        "/?zone=TT&areaMin=200&areaMax=600&machines=1.5,1.6,1.2,2;0.4,,,2.4&power=20"
            + "&sort=rent&map=14,10.76430,106.74280";
    Page page = wide(address);
    assertThat(page.locator(".zone-fit")).isVisible();
    String title = page.locator(".zone-fit").innerText();
    assertThat(page.locator(".sorter")).hasValue("rent");
    assertThat(page.locator("[data-need=area]")).containsText("200–600 m²");
    assertThat(page.locator("[data-need=machines]")).containsText("2 máy");
    List<String> places = page.locator(".place-link").allInnerTexts();
    page.reload();
    assertThat(page.locator(".zone-fit")).hasText(title);
    assertThat(page.url()).endsWith(address);
    assertThat(page.locator(".place-link").allInnerTexts()).isEqualTo(places);

    Page other = phone(page.url().replaceFirst(".*:\\d+", ""));
    assertThat(other.locator(".zone-fit")).hasText(title);
    assertThat(other.locator("#alert-open")).isVisible();
    assertThat(other.locator("#alert-open"))
        .hasAttribute(
            "data-query", Pattern.compile("areaMin=200&areaMax=600&machines=.*power=20&zone=TT"));
  }

  @Test
  void anIndustryFoundByNameBecomesACondition() {
    Page page = wide("/?load=10");
    page.locator("#search-input").fill("khuon mau");
    assertThat(page.locator("#hits")).containsText("Khuôn mẫu");
    page.locator("#hits a", new Page.LocatorOptions().setHasText("Ngành nghề")).click();
    assertThat(page).hasURL(Pattern.compile(".*load=10&industry=MOULD$"));
    assertThat(page.locator("[data-need=industry]")).containsText("Khuôn mẫu");
    assertThat(page.locator(".place-link").first()).isVisible();
  }

  @Test
  void backLeadsThroughWhatWasDone() {
    Page page = wide("/");
    assertThat(page.locator("#results-title")).containsText("đang trống");
    page.locator("[data-need=area]").click();
    page.locator("#need-editor .chip", new Page.LocatorOptions().setHasText("300–600")).click();
    assertThat(page.locator("#results-title")).containsText("phù hợp");
    page.locator("#zones .card[data-zone=TT]").click();
    assertThat(page.locator("#results-title")).containsText("Tân Thuận");
    page.locator("#buildings .place-link").first().click();
    assertThat(page.locator("#bay-title")).containsText("Tầng");
    page.goBack();
    assertThat(page.locator(".zone-fit")).isVisible();
    page.goBack();
    assertThat(page.locator("#results-title")).containsText("phù hợp");
    page.goBack();
    assertThat(page.locator("#results-title")).containsText("đang trống");
    assertThat(page.locator("[data-need=area]")).containsText("Bất kỳ");
  }

  @Test
  void worksByKeyboardAlone() {
    Page page = wide("/");
    assertThat(page.locator("#results-title")).containsText("đang trống");
    page.locator("#search-input").focus();
    page.keyboard().press("Tab");
    assertThat(page.locator("[data-need=area]")).isFocused();
    page.keyboard().press("Tab");
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    assertThat(page.locator("#need-editor h2")).isFocused();
    page.keyboard().press("Tab"); // close
    page.keyboard().press("Tab"); // any
    page.keyboard().press("Tab"); // ≥ 30
    page.keyboard().press("Enter");
    assertThat(page).hasURL(Pattern.compile(".*power=30$"));
    page.keyboard().press("Escape");
    assertThat(page.locator("[data-need=power]")).isFocused();
    page.locator(".place-link").first().focus();
    assertThat(page.locator(".pill.marked")).hasCount(1); // its zone is marked on the map
    page.keyboard().press("Tab");
    page.keyboard().press("Space");
    assertThat(page.locator(".star[aria-pressed=true]")).hasCount(1);
    page.locator(".place-link").first().focus();
    page.keyboard().press("Enter");
    assertThat(page.locator("#bay-title")).containsText("Tầng");
  }

  @Test
  void furtherPlacesComeByPage() {
    Page page = wide("/?hazard=D");
    assertThat(page.locator(".place-link")).hasCount(30);
    page.locator(".further").click();
    assertThat(page.locator(".place-link")).hasCount(60);
    assertThat((String) page.evaluate("document.activeElement.className")).contains("place");
    page.locator(".further").click();
    assertThat(page.locator(".further")).hasCount(0);
    List<String> places = new ArrayList<>();
    page.locator(".place-link")
        .all()
        .forEach(place -> places.add(place.getAttribute("data-place")));
    assertThat(places).hasSizeGreaterThan(60).doesNotHaveDuplicates();
  }

  @Test
  void savedPlacesSayWhatHasBecomeOfThem() {
    Page page = wide("/?zone=TT&areaMin=200&areaMax=300");
    Locator first = page.locator("#buildings .places .place-row").first();
    String[] place = first.locator(".place-link").getAttribute("data-place").split("/");
    first.locator(".star").click();
    assertThat(first.locator(".star")).hasAttribute("aria-pressed", "true");
    page.locator(".bar-nav [data-saved-link]").click();
    assertThat(page.locator("#saved .card")).hasCount(1);
    assertThat(page.locator("#saved")).containsText("vẫn trống");
    page.reload();
    assertThat(page.locator("#saved")).containsText("vẫn trống");
    long lease = let(place[0], Integer.parseInt(place[1]), Integer.parseInt(place[2]));
    try {
      page.reload();
      assertThat(page.locator("#saved")).containsText("đã thuê đến");
    } finally {
      jdbc.sql(
              "update space.occupancies set withdrawn_at = clock_timestamp(),"
                  + " withdrawn_reason = 'test' where id = :id")
          .param("id", lease)
          .update();
    }
    page.locator("#saved .star").click();
    page.reload();
    assertThat(page.locator("#results")).containsText("Bạn chưa lưu nơi nào");
  }

  private long let(String building, int level, int bay) {
    return jdbc.sql(
            """
            insert into space.occupancies (floor_id, bays, during, kind, industry, hazard,
              load_kn_m2, power_kva, wastewater_m3_day)
            select f.id, int4range(:bay, :bay + 1),
              daterange(date '2026-01-01' + 0, (clock_timestamp() + interval '2 years')::date),
              'LEASE', (select min(industry) from space.floor_industries where floor_id = f.id),
              f.hazards[1], 1, 0, 0
            from space.floors f join space.buildings b on b.id = f.building_id
            where b.code = :building and f.level = :level
            returning id""")
        .params(Map.of("building", building, "level", level, "bay", bay))
        .query(Long.class)
        .single();
  }

  @Test
  void isCleanForAxeInEveryState() {
    List<String> faults = new ArrayList<>();
    for (Page page : List.of(wide("/?load=10&rentMaxUsd=6"), phone("/?load=10&rentMaxUsd=6"))) {
      assertThat(page.locator(".place-link").first()).isVisible();
      faults.addAll(Axe.faults(page, "document"));
      for (String need : List.of("area", "machines", "industry", "load", "more")) {
        page.locator("[data-need=" + need + "]").click();
        assertThat(page.locator("#need-editor h2")).isFocused();
        faults.addAll(Axe.faults(page, "document"));
        page.keyboard().press("Escape");
      }
      page.locator(".star").first().click();
      page.navigate("/?saved=1");
      assertThat(page.locator("#saved .card")).hasCount(1);
      faults.addAll(Axe.faults(page, "document"));
      page.navigate("/?load=90");
      assertThat(page.locator(".none-fits .button.primary")).isVisible();
      faults.addAll(Axe.faults(page, "document"));
      assertThat(page.content()).doesNotContain("⟦");
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void thePageIsLightAndNeedsNoPicture() {
    Page page = phone("/");
    assertThat(page.locator(".pill")).hasCount(6);
    Object sizes =
        page.evaluate(
            """
            () => {
              const all = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
              const sum = (some) => some.reduce((total, { encodedBodySize }) => total + encodedBodySize, 0);
              return {
                first: sum(all.filter(({ name, entryType }) => entryType === 'navigation' || name.includes('.css'))),
                all: sum(all), pictures: all.filter(({ initiatorType }) => initiatorType === 'img').length,
              };
            }""");
    Map<?, ?> kb = (Map<?, ?>) sizes;
    assertThat(((Number) kb.get("first")).intValue()).as("readable").isLessThan(50_000);
    assertThat(((Number) kb.get("all")).intValue()).as("all at work").isLessThan(170_000);
    assertThat(((Number) kb.get("pictures")).intValue()).isZero();
  }

  private static final String PILL_SUM =
      """
      () => [...document.querySelectorAll('.pill.free .pill-value')]
        .reduce((sum, value) => sum + Number(value.textContent.replace(/[^0-9]/g, '')), 0)""";

  private static long pillSum(Page page) {
    page.waitForFunction(
        "() => document.querySelector('.place-link') && document.querySelector('.pill.free')");
    return ((Number) page.evaluate(PILL_SUM)).longValue();
  }

  private static double totalM2(Page page, String query) {
    Object total =
        page.evaluate(
            "async (query) => (await (await fetch('/api/v1/vacancies?limit=1&' +"
                + " query)).json()).total.areaM2",
            query);
    return ((Number) total).doubleValue();
  }

  private static int bays(Page page) {
    return Integer.parseInt(page.locator("#results-title").innerText().split(" ")[0]);
  }

  private Page wide(String address) {
    Page page = visitor.open(port, 1440, 900);
    page.navigate(address);
    return page;
  }

  private Page phone(String address) {
    Page page =
        visitor.open(
            port,
            new Browser.NewContextOptions()
                .setViewportSize(390, 844)
                .setIsMobile(true)
                .setHasTouch(true));
    page.navigate(address);
    return page;
  }
}
