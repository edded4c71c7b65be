package vn.khuxuong.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.khuxuong.KhuxuongTest;
import vn.khuxuong.maps.Door;

/** Leaflet, OpenLayers and MapLibre draw our maps, each through the doors made for it. */
@KhuxuongTest
class MapClientsBrowserIT {
  /** Fills of {@code maps/styles/subzones.json}: industry, high-rise factories, support. */
  private static final List<Integer> FILLS = List.of(0xd9c2cf, 0xbd8bb0, 0xf3b44d);

  private static final int CLOSE = 10;

  private static Visitor visitor;

  @LocalServerPort private int port;

  private final Set<String> refused = new ConcurrentSkipListSet<>();

  @BeforeAll
  static void opens() {
    visitor = Visitor.withWebGl();
  }

  @AfterAll
  static void closes() {
    visitor.close();
  }

  @AfterEach
  void nothingWasComplainedOfOrRefused() {
    List<String> complaints = visitor.complaints();
    visitor.forgets();
    assertThat(complaints).isEmpty();
    assertThat(refused).isEmpty();
  }

  private Page open(String client, int width, int height) {
    Page page = visitor.open(port, width, height);
    page.onResponse(
        answer -> {
          if (answer.status() >= 400) {
            refused.add(answer.status() + " " + answer.url());
          }
        });
    page.navigate("/ogc/examples/" + client + "?lang=vi");
    return page;
  }

  @ParameterizedTest
  @ValueSource(strings = {"wms", "xyz"})
  void leafletDrawsPicturesAndTellsWhatLiesUnderAClick(String door) throws Exception {
    Page page = open("leaflet", 1440, 900);
    page.locator("#source").selectOption(door);
    waitForFills(page);
    page.locator("#map").click();
    assertThat(page.locator("#found")).containsText("Mã khu");
    assertThat(page.locator("#found")).containsText("PVH");
    assertThat(page.locator(".leaflet-control-attribution")).containsText("minh họa");
  }

  @Test
  void leafletDrawsTheFeaturesInView() {
    Page page = open("leaflet", 1440, 900);
    page.locator("#source").selectOption("features");
    Locator shapes = page.locator("path.example-feature");
    assertThat(shapes).hasCount(70);
    shapes.first().dispatchEvent("click");
    assertThat(page.locator("#found h2")).containsText("Phân khu");
    page.locator("#layer").selectOption("zones");
    assertThat(shapes).hasCount(6);
    page.locator("#layer").selectOption("bays");
    assertThat(shapes).not().hasCount(6);
    assertThat(shapes).not().hasCount(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"wms", "wmts", "map", "vn2000", "vn2000wms"})
  void openLayersDrawsPictures(String door) throws Exception {
    Page page = open("openlayers", 1440, 900);
    page.locator("#source").selectOption(door);
    waitForFills(page);
    page.locator("#ask button").click();
    assertThat(page.locator("#found")).containsText("NX-03");
    assertThat(page.locator(".ol-attribution")).containsText("minh họa");
    if (door.startsWith("vn2000")) {
      assertThat(page.evaluate("map.getView().getProjection().getCode()")).isEqualTo("EPSG:9210");
      // the middle of the plan by EPSG:6960, whatever proj4 made of it
      double[] centre = numbers(page.evaluate("map.getView().getCenter()"));
      assertThat(centre[0]).isBetween(583_900.0, 584_000.0);
      assertThat(centre[1]).isBetween(1_196_200.0, 1_196_300.0);
    }
  }

  @Test
  void openLayersDrawsVectorTiles() throws Exception {
    Page page = open("openlayers", 1440, 900);
    page.locator("#source").selectOption("vector");
    assertThat(page.locator("#address")).containsText("/tiles/WebMercatorQuad");
    // a click finds what is drawn, and tiles come one after another
    for (int i = 0; i < 40 && !page.locator("#found").innerText().contains("NX-03"); i++) {
      page.locator("#ask button").click();
      page.waitForTimeout(500);
    }
    assertThat(page.locator("#found")).containsText("NX-03");
  }

  @Test
  void mapLibreDrawsOurStyleWithItsPatternsAndLetters() throws Exception {
    Page page = open("maplibre", 1440, 900);
    Set<String> read = new ConcurrentSkipListSet<>();
    page.onResponse(answer -> read.add(answer.url()));
    page.reload();
    waitUntilDrawn(page);
    assertThat(read)
        .anyMatch(url -> url.contains("/styles/sprite/khuxuong") && url.endsWith(".png"))
        .anyMatch(url -> url.contains("/styles/fonts/") && url.endsWith("/0-255.pbf"))
        .as("letters such as ỗ and ợ")
        .anyMatch(url -> url.endsWith("/7680-7935.pbf"))
        .anyMatch(url -> url.contains("/tiles/subzones/") && url.endsWith(".mvt"));
    assertThat(share(shot(page), FILLS)).isGreaterThan(0.05);
    page.locator("#map canvas").click();
    assertThat(page.locator("#found")).containsText("Phân khu");
    assertThat(page.locator(".maplibregl-ctrl-attrib")).containsText("minh họa");
  }

  @Test
  void mapLibreShowsWhatWmsShows() throws Exception {
    Page page = open("maplibre", 1440, 900);
    page.locator("#style").selectOption("subzones");
    assertThat(page.locator("#address")).containsText("/styles/subzones");
    page.waitForFunction("() => map.getZoom() === 13");
    page.evaluate(
        """
        () => {
          Object.assign(document.querySelector('#map').style, {
            position: 'fixed', left: 0, top: 0, width: '1000px', height: '700px', border: 0,
            borderRadius: 0, zIndex: 10 });
          map.resize();
          map.jumpTo({ zoom: 13.6 });
        }""");
    waitUntilDrawn(page);
    double[] box =
        numbers(
            page.evaluate(
                """
                () => {
                  const metres = ({ lng, lat }) => [lng * 111319.49079327358,
                    Math.log(Math.tan((90 + lat) * Math.PI / 360)) * 6378137];
                  const bounds = map.getBounds();
                  return [...metres(bounds.getSouthWest()), ...metres(bounds.getNorthEast())];
                }"""));
    BufferedImage theirs =
        ImageIO.read(new ByteArrayInputStream(page.locator("#map").screenshot()));
    assertThat(theirs.getWidth()).isEqualTo(1000);
    String ground =
        (String) page.evaluate("getComputedStyle(document.querySelector('#map')).backgroundColor");
    int[] rgb =
        Pattern.compile("\\d+")
            .matcher(ground)
            .results()
            .mapToInt(found -> Integer.parseInt(found.group()))
            .toArray();
    byte[] wms =
        new Door(port)
            .get(
                "/wms?service=WMS&version=1.3.0&request=GetMap&layers=subzones&styles=&crs=EPSG:3857"
                    + "&format=image/png&width=%d&height=%d&bbox=%s,%s,%s,%s&bgcolor=0x%02X%02X%02X"
                        .formatted(
                            theirs.getWidth(),
                            theirs.getHeight(),
                            box[0],
                            box[1],
                            box[2],
                            box[3],
                            rgb[0],
                            rgb[1],
                            rgb[2]))
            .bytes();
    BufferedImage ours = ImageIO.read(new ByteArrayInputStream(wms));
    int same = 0;
    int drawn = 0;
    int bare = (rgb[0] << 16) | (rgb[1] << 8) | rgb[2];
    for (int y = 0; y < ours.getHeight(); y++) {
      for (int x = 0; x < ours.getWidth(); x++) {
        if (!isNear(ours.getRGB(x, y), bare)) {
          drawn++;
          same += isNear(ours.getRGB(x, y), theirs.getRGB(x, y)) ? 1 : 0;
        }
      }
    }
    assertThat(drawn).as("pixels that WMS painted").isGreaterThan(20_000);
    assertThat(same / (double) drawn).as("of them the same").isGreaterThan(0.7);
  }

  @ParameterizedTest
  @ValueSource(strings = {"leaflet", "openlayers", "maplibre"})
  void everyPageIsAccessibleAndFitsAPhone(String client) {
    for (int width : List.of(1440, 390)) {
      Page page = open(client, width, width == 390 ? 844 : 900);
      assertThat(page.locator("#address")).containsText("http");
      page.locator(".example-code summary").click();
      assertThat(page.locator("pre")).isVisible();
      assertThat(Axe.faults(page, "document")).isEmpty();
      assertThat(
              page.evaluate(
                  "document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth"))
          .isEqualTo(0);
    }
    Page english = visitor.open(port, 1440, 900);
    english.navigate("/ogc/examples/" + client + "?lang=en");
    assertThat(english.locator("#ask button")).hasText("See what is at the centre");
    assertThat(english.locator("#address")).containsText("http");
    english.locator("#ask button").focus();
    english.keyboard().press("Enter");
    assertThat(english.locator("#found")).not().containsText("Click the map");
  }

  // ---- looking at pictures

  private static void waitUntilDrawn(Page page) {
    assertThat(page.locator("#address")).containsText("http");
    page.waitForFunction("() => map.loaded() && map.areTilesLoaded() && map.isStyleLoaded()");
    page.waitForTimeout(1000); // letters fade in
  }

  private static void waitForFills(Page page) throws Exception {
    long end = System.nanoTime() + 20_000_000_000L;
    while (share(shot(page), FILLS) < 0.02 && System.nanoTime() < end) {
      page.waitForTimeout(200);
    }
    assertThat(share(shot(page), FILLS)).as("pixels in colours of the style").isGreaterThan(0.02);
  }

  private static BufferedImage shot(Page page) throws IOException {
    BufferedImage all = ImageIO.read(new ByteArrayInputStream(page.locator("#map").screenshot()));
    // without the border
    return all.getSubimage(1, 1, all.getWidth() - 2, all.getHeight() - 2);
  }

  private static double share(BufferedImage picture, List<Integer> colours) {
    int hits = 0;
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        int pixel = picture.getRGB(x, y);
        hits += colours.stream().anyMatch(colour -> isNear(pixel, colour)) ? 1 : 0;
      }
    }
    return hits / (double) (picture.getWidth() * picture.getHeight());
  }

  private static boolean isNear(int a, int b) {
    for (int shift = 0; shift <= 16; shift += 8) {
      if (Math.abs(((a >> shift) & 0xff) - ((b >> shift) & 0xff)) > CLOSE) {
        return false;
      }
    }
    return true;
  }

  private static double[] numbers(Object list) {
    return ((List<?>) list).stream().mapToDouble(each -> ((Number) each).doubleValue()).toArray();
  }
}
