package vn.khuxuong.maps.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import vn.khuxuong.geo.BBox;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.maps.style.Attributes;
import vn.khuxuong.maps.style.Style;
import vn.khuxuong.maps.style.Styles;

class LabelsTest {
  private static final Crs METRES = Crs.EPSG_3857;

  @TempDir private Path folder;

  /** A style of labels only: black letters of 12 pixels, no halo. */
  private Style style(String metadata, String layout) throws IOException {
    Files.writeString(
        folder.resolve("town.json"),
        """
        {"version": 8, "metadata": {"khu:titleVi": "Thị trấn", "khu:titleEn": "Town"},
         "layers": [{"id": "label", "type": "symbol", "metadata": {%s},
          "layout": {"text-field": ["get", "code"], "text-size": 12 %s}}]}
        """
            .formatted(metadata, layout));
    return Styles.in(folder).find("town", Styles.DEFAULT).orElseThrow();
  }

  private static MapFeature square(String code, double x, double y, double size) {
    Geometry shape = METRES.geometryFactory().toGeometry(new Envelope(x, x + size, y, y + size));
    return new MapFeature(code, METRES, shape, Attributes.of(Map.of("code", code)));
  }

  private static MapFeature point(String code, double x, double y) {
    Geometry shape = METRES.geometryFactory().createPoint(new Coordinate(x, y));
    return new MapFeature(code, METRES, shape, Attributes.of(Map.of("code", code)));
  }

  /** A picture of a metre a pixel, 300 by 200, with y down from 200. */
  private static Picture draw(Style style, MapFeature... features) {
    return new MapDrawing(Styles.in(Path.of("maps/styles")).patterns())
        .draw(
            Sketches.scene(
                new MapView(new BBox(METRES, 0, 0, 300, 200), 300, 200),
                style,
                List.of(features),
                null));
  }

  /** The rows in which anything is painted between two columns. */
  private static List<Integer> inkRows(Picture picture, int from, int to) {
    List<Integer> rows = new ArrayList<>();
    for (int y = 0; y < picture.height(); y++) {
      boolean ink = false;
      for (int x = from; x < to; x++) {
        ink |= picture.argb(x, y) >>> 24 > 128;
      }
      if (ink) {
        rows.add(y);
      }
    }
    return rows;
  }

  @Test
  void keepsLabelsInsideTheirPolygonsOrLeavesThemOut() throws IOException {
    Style inside = style("\"khu:fit\": \"inside\"", "");
    Picture picture = draw(inside, square("CN01", 20, 60, 80), square("CN02", 200, 90, 20));
    assertThat(inkRows(picture, 20, 100)).isNotEmpty().allMatch(y -> y > 80 && y < 120);
    assertThat(inkRows(picture, 150, 300)).isEmpty();
    Picture free = draw(style("", ""), square("CN02", 200, 90, 20));
    assertThat(inkRows(free, 150, 300)).isNotEmpty();
  }

  @Test
  void dropsTheLabelThatWouldLieOnAnother() throws IOException {
    Picture one = draw(style("", ""), point("AAAA", 100, 100));
    Picture two = draw(style("", ""), point("AAAA", 100, 100), point("ZZZZ", 105, 103));
    assertThat(inkRows(two, 0, 300)).isEqualTo(inkRows(one, 0, 300));
    Picture both =
        draw(
            style("", ", \"text-allow-overlap\": true"),
            point("AAAA", 100, 100),
            point("ZZZZ", 105, 103));
    assertThat(inkRows(both, 0, 300).size()).isGreaterThan(inkRows(one, 0, 300).size());
  }

  @Test
  void takesTheNextPlaceWhereTheFirstIsTaken() throws IOException {
    Style twoPlaces =
        style("", ", \"text-variable-anchor-offset\": [\"bottom\", [0, -1], \"top\", [0, 1]]");
    Picture picture = draw(twoPlaces, point("AAAA", 100, 100), point("ZZZZ", 110, 100));
    assertThat(inkRows(picture, 60, 160)).anyMatch(y -> y < 95).anyMatch(y -> y > 105);
  }

  @Test
  void labelsTheVisiblePartOfAShapeWhoseMiddleIsOffThePicture() throws IOException {
    Picture picture = draw(style("\"khu:fit\": \"inside\"", ""), square("CN03", 150, -900, 1000));
    assertThat(inkRows(picture, 150, 300)).isNotEmpty();
  }
}
