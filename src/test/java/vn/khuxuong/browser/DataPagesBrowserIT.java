package vn.khuxuong.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages of the map doors, as people see them. */
@BrowserTest
class DataPagesBrowserIT {
  private static final String INFO =
      "/wms?service=WMS&version=1.3.0&request=GetFeatureInfo&layers=subzones&query_layers=subzones"
          + "&styles=&crs=EPSG:9210&bbox=583000,1195000,584600,1197400&width=400&height=600&i=200"
          + "&j=300&info_format=text/html";

  private static final List<String> PAGES =
      List.of(
          "/ogc?f=html",
          "/ogc/conformance?f=html",
          "/ogc/api?f=html",
          "/ogc/collections?f=html",
          "/ogc/collections/subzones?f=html",
          "/ogc/collections/subzones/queryables?f=html",
          "/ogc/collections/bays/schema?f=html",
          "/ogc/collections/bays/sortables?f=html",
          "/ogc/collections/subzones/items?f=html",
          "/ogc/collections/bays/items?f=html&limit=20",
          "/ogc/collections/bays/items?f=html&filter=area_m2%3E99999",
          "/ogc/collections/zones/items/PVH?f=html",
          "/ogc/styles?f=html",
          "/ogc/collections/subzones/styles?f=html",
          "/ogc/tiles?f=html",
          "/ogc/collections/subzones/map/tiles/WebMercatorQuad?f=html",
          "/ogc/tileMatrixSets?f=html",
          "/ogc/tileMatrixSets/VN2000TM3-105-45?f=html",
          "/ogc/examples?f=html",
          INFO);

  private final Visitor visitor;

  @LocalServerPort private int port;

  DataPagesBrowserIT(Visitor visitor) {
    this.visitor = visitor;
  }

  @Test
  void everyPageIsAccessibleAndAsWideAsItsWindow() {
    List<String> faults = new ArrayList<>();
    for (int width : List.of(1440, 390)) {
      Page page = visitor.open(port, width, width == 390 ? 844 : 900);
      for (String address : PAGES) {
        page.navigate(address + "&lang=" + (width == 390 ? "vi" : "en"));
        Axe.faults(page, "document").forEach(fault -> faults.add(address + ": " + fault));
        Object over =
            page.evaluate(
                "document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth");
        if (!over.equals(0)) {
          faults.add(address + " is " + over + " pixels wider than " + width);
        }
      }
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void namesOfPropertiesAreNeverBroken() {
    Page page = visitor.open(port, 390, 844);
    for (String list : List.of("queryables", "schema")) {
      page.navigate("/ogc/collections/subzones/" + list + "?f=html");
      Object lines =
          page.evaluate(
              "Math.max(...[...document.querySelectorAll('th code')]"
                  + ".map((code) => code.getClientRects().length))");
      assertThat(lines).isEqualTo(1);
    }
  }

  @Test
  void daysAndNumbersAreWrittenAsPeopleWriteThem() {
    Page page = visitor.open(port, 1440, 900);
    page.navigate("/ogc/collections/subzones/items?f=html&lang=vi&filter=code='NX-03'");
    Locator row = page.locator("tbody tr");
    assertThat(row).hasCount(1);
    assertThat(row).containsText("126.000,09");
    assertThat(row).containsText("01/10/2026");
    assertThat(row).not().containsText(Pattern.compile("\\d{4}-\\d{2}-\\d{2}"));
    page.navigate("/ogc/collections/subzones/items?f=html&lang=en&filter=code='NX-03'");
    assertThat(row).containsText("126,000.09");
    assertThat(row).containsText("1 Oct 2026");
    page.navigate(INFO + "&lang=en");
    assertThat(page.locator("table")).containsText("1 Oct 2026");
  }

  @Test
  void whereNothingIsFoundThePageSaysSoAndHelpsOn() {
    Page page = visitor.open(port, 390, 844);
    page.navigate("/ogc/collections/bays/items?f=html&lang=vi&filter=area_m2%3E99999");
    assertThat(page.locator(".none")).containsText("Không có đối tượng nào như vậy");
    page.locator(".none .button").click();
    assertThat(page.locator("tbody tr")).not().hasCount(0);
    assertThat(page.locator("#filter")).hasValue("");
  }

  @Test
  void theLandingPageLeadsToEveryDoorByKeyboard() {
    Page page = visitor.open(port, 1440, 900);
    page.navigate("/ogc?f=html&lang=vi");
    List<String> reached = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      page.keyboard().press("Tab");
      reached.add(
          (String) page.evaluate("document.activeElement.getAttribute('href') || 'nowhere'"));
    }
    for (String door :
        List.of(
            "/ogc/collections?",
            "/ogc/examples?",
            "/ogc/api?",
            "/ogc/tiles?",
            "/ogc/map/tiles?",
            "/ogc/tileMatrixSets?",
            "/ogc/styles?",
            "/ogc/conformance?")) {
      assertThat(reached).as(door).anyMatch(href -> href.contains(door));
    }
    page.locator("a[href*='/ogc/styles?']").click();
    assertThat(page.locator("h1")).hasText("Các kiểu bản đồ");
    assertThat(page.locator("html")).hasAttribute("lang", "vi");
    assertThat(page.locator(".doors a[href*=GetLegendGraphic]").first()).hasText("Chú giải");
    page.locator("a[hreflang=en]").click();
    assertThat(page.locator("h1")).hasText("The styles");
  }

  @Test
  void legendsOfTheStylePageAreThere() {
    Page page = visitor.open(port, new Browser.NewContextOptions().setViewportSize(390, 844));
    page.navigate("/ogc/styles?f=html&lang=en");
    List<?> statuses =
        (List<?>)
            page.evaluate(
                "async () => Promise.all([...document.querySelectorAll('.doors a')]"
                    + ".map(async ({ href }) => (await fetch(href)).status))");
    assertThat(statuses).hasSizeGreaterThan(20).allMatch(status -> status.equals(200));
  }
}
