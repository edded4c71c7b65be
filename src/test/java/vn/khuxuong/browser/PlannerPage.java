package vn.khuxuong.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The editor in a browser window, in the words of a planner: places in metres, subzones by code.
 */
final class PlannerPage {
  /** A place in the legal system, metres. */
  record Place(double east, double north) {}

  private static final String MODULES =
      "const at = document.querySelector('script[type=module]').src.replace(/js\\/plan\\.js.*/, '');"
          + "const [map, desk, shapes] = await Promise.all(['map', 'desk', 'shapes'].map(name =>"
          + " import(at + 'js/plan/' + name + '.js')));";

  private final Page page;

  PlannerPage(Page page) {
    this.page = page;
  }

  Page page() {
    return page;
  }

  /** Signs in by the form. */
  PlannerPage signIn(String name, String password) {
    page.navigate("/login");
    page.locator("[name=username]").fill(name);
    page.locator("[name=password]").fill(password);
    page.locator("main form button").click();
    page.waitForLoadState(LoadState.LOAD);
    return this;
  }

  /** Opens a plan and waits until it can be drawn. */
  PlannerPage open(long plan) {
    page.navigate("/plan?plan=" + plan);
    return ready();
  }

  /** Waits until the desk is there, as after a reload. */
  PlannerPage ready() {
    assertThat(page.locator("body")).hasAttribute("data-ready", "yes");
    ask("map.sheet.map.options.zoomAnimation = false");
    return this;
  }

  private Object ask(String expression) {
    return page.evaluate("(async () => {" + MODULES + "return (" + expression + "); })()");
  }

  /** Shows some subzones as large as they go. */
  PlannerPage show(String... codes) {
    ask(
        "map.zoomTo(..."
            + json(codes)
            + ".map(code => desk.subzone(code).geometry)), new Promise(done => setTimeout(done, 300))");
    return this;
  }

  private static String json(String... codes) {
    return "[\"" + String.join("\",\"", codes) + "\"]";
  }

  /** Where a place lies on the page, pixels. */
  double[] pixel(Place place) {
    List<?> at =
        (List<?>)
            ask(
                String.format(
                    Locale.ROOT,
                    "(() => { const [lon, lat] = shapes.toLonLat([%f, %f]);"
                        + " const p = map.sheet.map.latLngToContainerPoint([lat, lon]);"
                        + " const box = map.sheet.map.getContainer().getBoundingClientRect();"
                        + " return [p.x + box.left, p.y + box.top]; })()",
                    place.east(),
                    place.north()));
    return new double[] {((Number) at.get(0)).doubleValue(), ((Number) at.get(1)).doubleValue()};
  }

  /** The vertices of a subzone's outline, metres. */
  List<Place> outline(String code) {
    List<?> ring = (List<?>) ask("shapes.plane(desk.subzone('" + code + "').geometry)[0]");
    return ring.stream()
        .map(vertex -> (List<?>) vertex)
        .map(
            vertex ->
                new Place(
                    ((Number) vertex.get(0)).doubleValue(), ((Number) vertex.get(1)).doubleValue()))
        .toList();
  }

  /** The middle of a subzone's vertices, which lies inside a simple outline. */
  Place middle(String code) {
    List<Place> outline = outline(code);
    return new Place(
        outline.stream().mapToDouble(Place::east).average().orElseThrow(),
        outline.stream().mapToDouble(Place::north).average().orElseThrow());
  }

  /** Moves the mouse there as a hand does. */
  PlannerPage hover(Place place, double offX, double offY) {
    double[] at = pixel(place);
    page.mouse().move(at[0] + offX - 4, at[1] + offY - 4);
    page.mouse().move(at[0] + offX, at[1] + offY);
    return this;
  }

  PlannerPage click(Place place) {
    return click(place, 0, 0);
  }

  /** Clicks some pixels beside a place. */
  PlannerPage click(Place place, double offX, double offY) {
    hover(place, offX, offY);
    page.mouse().down();
    page.mouse().up();
    return this;
  }

  /** Takes a subzone up by a click on its list row. */
  PlannerPage choose(String... codes) {
    page.locator("#tab-list").click();
    for (int i = 0; i < codes.length; i++) {
      page.locator(".subzone-row", new Page.LocatorOptions().setHasText(codes[i]))
          .click(
              new com.microsoft.playwright.Locator.ClickOptions()
                  .setModifiers(
                      i == 0
                          ? List.of()
                          : List.of(com.microsoft.playwright.options.KeyboardModifier.CONTROL)));
    }
    page.locator("#tab-checks").click();
    return this;
  }

  /** Takes a tool by its key, which counts while the map has the focus. */
  PlannerPage tool(String key) {
    page.locator("#ground").focus();
    page.keyboard().press(key);
    return this;
  }

  PlannerPage press(String key) {
    page.keyboard().press(key);
    return this;
  }

  /** Waits until everything drawn is with the server. */
  PlannerPage saved() {
    page.waitForFunction(
        "async () => {"
            + MODULES
            + "const { state, waiting } = desk.saving(); return waiting === 0 && state === 'saved'; }");
    assertThat(page.locator("#bar-save")).containsText("Đã lưu");
    return this;
  }

  /** Writes attributes of what is chosen, by their names in the form. */
  PlannerPage attributes(Map<String, String> values) {
    page.locator("#drawer .facts-buttons button").first().click();
    values.forEach((name, value) -> page.locator("dialog [name=" + name + "]").fill(value));
    page.locator("dialog .primary").click();
    assertThat(page.locator("dialog")).hasCount(0);
    return this;
  }

  /** Writes down by which decision, and whose, a plan is approved. */
  PlannerPage fillDecision() {
    page.locator("dialog [name=decisionNo]").fill("27/QĐ-BQL");
    page.locator("dialog [name=authorityVi]")
        .fill("Ban Quản lý các Khu chế xuất và công nghiệp Thành phố");
    return this;
  }

  /** Waits until a subzone is called so in the list. */
  PlannerPage seesName(String code, String name) {
    page.locator("#tab-list").click();
    assertThat(page.locator(".subzone-row", new Page.LocatorOptions().setHasText(code)))
        .containsText(name);
    return this;
  }

  /** What is drawn, one line for each subzone, in the order of their codes. */
  List<String> drawing() {
    List<?> lines =
        (List<?>)
            ask(
                "[...desk.desk.features.values()].map(({ properties: p, geometry }) =>"
                    + " [p.code, p.landUse, p.nameVi, JSON.stringify(geometry.coordinates)].join(' '))"
                    + ".sort()");
    return lines.stream().map(String::valueOf).toList();
  }
}
