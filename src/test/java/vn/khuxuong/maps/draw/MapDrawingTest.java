package vn.khuxuong.maps.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import vn.khuxuong.geo.BBox;
import vn.khuxuong.geo.CoordinateOperation;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.maps.style.Colour;
import vn.khuxuong.maps.style.Style;
import vn.khuxuong.maps.style.Styles;

class MapDrawingTest {
  private static final Styles STYLES = Styles.in(Path.of("maps/styles"));
  private static final Colour GROUND = Colour.BLACK;
  private static final int HIGHRISE = 0xffbd8bb0;
  private static final int INDUSTRY = 0xffd9c2cf;
  private static final int SUPPORT = 0xfff3b44d;

  private final MapDrawing drawing = new MapDrawing(STYLES.patterns());

  private static Style style(String name) {
    return STYLES.find(name, Styles.DEFAULT).orElseThrow();
  }

  private Picture town(MapView view, Colour ground) {
    return drawing.draw(Sketches.scene(view, style("subzones"), InventedTown.subzones(), ground));
  }

  /** A view of the town at 1:10,000, its centre in the middle. */
  private static MapView view(Crs crs, int width, int height, double metresPerPixel) {
    double e = InventedTown.EAST + 1080;
    double n = InventedTown.NORTH + 800;
    double halfWidth = width * metresPerPixel / 2;
    double halfHeight = height * metresPerPixel / 2;
    BBox legal =
        new BBox(Crs.EPSG_9210, e - halfWidth, n - halfHeight, e + halfWidth, n + halfHeight);
    return new MapView(legal.transform(crs), width, height);
  }

  /** The pixel where a place of EPSG:9210 must be. */
  private static int colourAt(Picture picture, MapView view, double e, double n) {
    Coordinate there =
        CoordinateOperation.between(Crs.EPSG_9210, view.box().crs()).apply(new Coordinate(e, n));
    int x = (int) ((there.x - view.box().minX()) / view.pixelWidth());
    int y = (int) ((view.box().maxY() - there.y) / view.pixelHeight());
    return picture.argb(x, y);
  }

  static void keep(String name, Picture picture) throws IOException {
    Path folder = Files.createDirectories(Path.of("target", "pictures"));
    Files.write(folder.resolve(name + ".png"), picture.png());
  }

  @ParameterizedTest
  @CsvSource({
    "EPSG_4326",
    "CRS84",
    "EPSG_3857",
    "EPSG_4756",
    "EPSG_9210",
    "EPSG_5897",
    "EPSG_5899",
    "EPSG_3405",
    "EPSG_32648"
  })
  void showsTheSamePlaceInEveryReferenceSystem(Crs crs) throws IOException {
    MapView view = view(crs, 900, 700, 2.8);
    Picture picture = town(view, GROUND);
    keep("town-" + crs, picture);
    double e = InventedTown.EAST;
    double n = InventedTown.NORTH;
    assertThat(colourAt(picture, view, e + 200, n + 100)).isEqualTo(INDUSTRY);
    assertThat(colourAt(picture, view, e + 1600, n + 400)).isEqualTo(INDUSTRY);
    assertThat(colourAt(picture, view, e + 30, n + 30)).isEqualTo(0xffffffff);
    assertThat(colourAt(picture, view, e - 100, n + 300)).isEqualTo(GROUND.argb());
  }

  @Test
  void drawsNoHatchFarAwayAndNothingBeyondTheStylesZooms() {
    Picture overview = town(view(Crs.EPSG_9210, 300, 300, 20), GROUND);
    MapView far = view(Crs.EPSG_9210, 300, 300, 20);
    double e = InventedTown.EAST;
    double n = InventedTown.NORTH;
    for (int i = 0; i < 20; i++) {
      assertThat(colourAt(overview, far, e + 200 + 10 * i, n + 640)).isEqualTo(HIGHRISE);
    }
    Picture city = town(view(Crs.EPSG_9210, 300, 300, 200), null);
    assertThat(city.isPainted()).isFalse();
  }

  @Test
  void hatchesSupportLandWithHalfTheStrokesColour() {
    MapView view = view(Crs.EPSG_9210, 900, 700, 2.8);
    Picture picture = town(view, GROUND);
    int plain = 0;
    int hatched = 0;
    for (int i = 0; i < 100; i++) {
      int colour =
          colourAt(picture, view, InventedTown.EAST + 800 + 5 * i, InventedTown.NORTH + 620);
      plain += colour == SUPPORT ? 1 : 0;
      hatched += colour == 0xffbf8527 || colour == 0xffbe8526 || colour == 0xffbf8526 ? 1 : 0;
    }
    assertThat(plain).isGreaterThan(20);
    assertThat(hatched).isGreaterThan(10);
  }

  @Test
  void continuesHatchesAcrossTiles() {
    double size = 256 * 2.8;
    double west = Math.floor(InventedTown.EAST / size) * size;
    double south = Math.floor((InventedTown.NORTH + 700) / size) * size;
    BBox both = new BBox(Crs.EPSG_9210, west, south, west + 2 * size, south + size);
    BBox left = new BBox(Crs.EPSG_9210, west, south, west + size, south + size);
    BBox right = new BBox(Crs.EPSG_9210, west + size, south, west + 2 * size, south + size);
    Picture whole = town(new MapView(both, 512, 256), GROUND);
    Picture first = town(new MapView(left, 256, 256), GROUND);
    Picture second = town(new MapView(right, 256, 256), GROUND);
    int different = 0;
    for (int y = 0; y < 256; y++) {
      for (int x = 0; x < 512; x++) {
        int tile = x < 256 ? first.argb(x, y) : second.argb(x - 256, y);
        different += tile == whole.argb(x, y) ? 0 : 1;
      }
    }
    // Labels cut by the picture's edge stand on tiles only.
    assertThat(different).isLessThan(256 * 512 / 50);
  }

  /** Four tiles make the picture of one that is twice as wide and high, labels and all. */
  @ParameterizedTest
  @CsvSource({"subzones, 2.8", "subzones, 4.3", "zones, 20", "zones, 60"})
  void tilesFitTogetherWithoutASeam(String name, double metresPerPixel) throws IOException {
    List<MapFeature> features =
        name.equals("zones") ? InventedTown.zone("OPERATING", 12480) : InventedTown.subzones();
    double size = 256 * metresPerPixel;
    double east = InventedTown.EAST + 900;
    double north = InventedTown.NORTH + 780;
    BBox all = new BBox(Crs.EPSG_9210, east - size, north - size, east + size, north + size);
    double worldX = Math.floor(all.minX() / size) * size;
    double worldY = Math.floor(all.minY() / size) * size;
    Picture whole =
        drawing.draw(
            Sketches.scene(tile(worldX, worldY, 2 * size, 512), style(name), features, null));
    keep("seams-" + name + "-" + metresPerPixel, whole);
    for (int column = 0; column < 2; column++) {
      for (int row = 0; row < 2; row++) {
        double x = worldX + column * size;
        double y = worldY + (1 - row) * size;
        Picture tile =
            drawing.draw(Sketches.scene(tile(x, y, size, 256), style(name), features, null));
        int different = 0;
        for (int i = 0; i < 256 * 256; i++) {
          int there = whole.argb(i % 256 + 256 * column, i / 256 + 256 * row);
          different += tile.argb(i % 256, i / 256) == there ? 0 : 1;
        }
        // Rounding may differ in the last bit of a pixel's cover.
        assertThat(different).as("tile %s %s", column, row).isLessThan(20);
      }
    }
  }

  private static MapView tile(double x, double y, double size, int pixels) {
    return new MapView(new BBox(Crs.EPSG_9210, x, y, x + size, y + size), pixels, pixels);
  }

  @Test
  void drawsTheSameMapFinerWhereThereAreMoreDotsToTheInch() throws IOException {
    MapView usual = view(Crs.EPSG_9210, 450, 350, 5.6);
    MapView fine = view(Crs.EPSG_9210, 900, 700, 2.8);
    Scene once = Sketches.scene(usual, style("subzones"), InventedTown.subzones(), GROUND);
    Picture small = drawing.draw(once);
    Picture large = drawing.draw(new Scene(fine, 2, once.layers(), GROUND));
    keep("dpi-90", small);
    keep("dpi-180", large);
    long difference = 0;
    for (int y = 0; y < 350; y++) {
      for (int x = 0; x < 450; x++) {
        for (int shift = 0; shift < 24; shift += 8) {
          int mean = 0;
          for (int k = 0; k < 4; k++) {
            mean += large.argb(2 * x + k % 2, 2 * y + k / 2) >>> shift & 0xff;
          }
          difference += Math.abs(mean / 4 - (small.argb(x, y) >>> shift & 0xff));
        }
      }
    }
    assertThat(difference / (450.0 * 350 * 3)).isLessThan(6);
    assertThat(drawing.draw(new Scene(fine, 1, once.layers(), GROUND)).argb(0, 0))
        .isEqualTo(GROUND.argb());
  }

  @Test
  void drawsBaysLikeTheStackingPlan() throws IOException {
    BBox box =
        new BBox(
            Crs.EPSG_9210,
            InventedTown.EAST - 10,
            InventedTown.NORTH - 10,
            InventedTown.EAST + 290,
            InventedTown.NORTH + 70);
    MapView view = new MapView(box, 900, 240);
    Picture picture =
        drawing.draw(
            Sketches.scene(view, style("bays"), InventedTown.bays(), new Colour(0xffeef3f2)));
    keep("bays", picture);
    double n = InventedTown.NORTH + 3;
    assertThat(colourAt(picture, view, InventedTown.EAST + 5, n)).isEqualTo(0xff06735c);
    assertThat(colourAt(picture, view, InventedTown.EAST + 165, n)).isEqualTo(0xffcdd6da);
    double corner = InventedTown.EAST + 6 * 40 - 1.2;
    assertThat(colourAt(picture, view, corner, InventedTown.NORTH + 28.6)).isEqualTo(0xff3d5360);
    assertThat(colourAt(picture, view, corner, InventedTown.NORTH + 4)).isEqualTo(0xffcdd6da);
  }

  @Test
  void drawsZonesByTheirState() throws IOException {
    for (String state : List.of("PLANNED 0", "OPERATING 0", "OPERATING 12480")) {
      String[] words = state.split(" ");
      for (double metresPerPixel : new double[] {60, 20}) {
        MapView view = view(Crs.EPSG_9210, 200, 160, metresPerPixel);
        Picture picture =
            drawing.draw(
                Sketches.scene(
                    view,
                    style("zones"),
                    InventedTown.zone(words[0], Double.parseDouble(words[1])),
                    new Colour(0xffeef3f2)));
        keep("zone-" + words[0] + words[1] + "-" + (int) metresPerPixel, picture);
        assertThat(picture.isPainted()).isTrue();
      }
    }
  }

  @Test
  void survivesViewsThatAreFarTooNarrowOrFarAway() {
    double e = InventedTown.EAST + 1000;
    double n = InventedTown.NORTH + 800;
    for (double size : new double[] {1e-3, 1e-6, 1e-9, 1e7}) {
      BBox box = new BBox(Crs.EPSG_9210, e, n, e + size, n + size);
      Picture picture = town(new MapView(box, 64, 64), null);
      assertThat(picture.width()).isEqualTo(64);
    }
    BBox tiny = new BBox(Crs.EPSG_4326, 0, 0, 1e-300, 1e-300);
    assertThat(town(new MapView(tiny, 8, 5), null).isPainted()).isFalse();
  }
}
