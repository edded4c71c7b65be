package vn.khuxuong.maps.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.khuxuong.geo.BBox;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.style.Legend;
import vn.khuxuong.maps.style.LegendItem;
import vn.khuxuong.maps.style.Style;
import vn.khuxuong.maps.style.Styles;
import vn.khuxuong.maps.wms.TestLayers;

class LegendDrawingTest {
  private static final Styles STYLES = Styles.in(Path.of("maps/styles"));
  private static final Layer SUBZONES = TestLayers.subzones();

  private static Style style(String name) {
    return STYLES.find(name, Styles.DEFAULT).orElseThrow();
  }

  @Test
  void namesEveryLandUseInBothLanguagesAndTheDataStatus() {
    List<LegendItem> items = Legend.of(SUBZONES, style("subzones")).items(style("subzones"));
    assertThat(items)
        .extracting(LegendItem::code)
        .containsExactly(
            "INDUSTRY",
            "HIGHRISE",
            "SUPPORT",
            "WAREHOUSE",
            "SERVICE",
            "TECH",
            "GREEN",
            "ROAD",
            "WATER",
            "data-status");
    LegendItem support = items.get(2);
    assertThat(support.labelVi()).isEqualTo("Phân khu hỗ trợ");
    assertThat(support.labelEn()).isEqualTo("Support subzone");
    assertThat(support.fill()).isEqualTo("#f3b44d");
    assertThat(support.stroke()).isEqualTo("#8a5600");
    assertThat(support.pattern()).isEqualTo("bold-diagonal");
    assertThat(support.patternColour()).isEqualTo("#8a560080");
    assertThat(items.get(0).pattern()).isNull();
    assertThat(items.get(9).labelVi()).isEqualTo("Số minh họa");
  }

  @Test
  void drawsTheSwatchLikeTheMap() throws IOException {
    LegendDrawing drawing = new LegendDrawing(STYLES.patterns());
    for (String name :
        List.of("zones", "subzones", "plots", "buildings", "floors", "bays", "vacancies")) {
      Layer layer = TestLayers.named(name);
      Style style = style(name);
      Legend legend = Legend.of(layer, style);
      LegendDrawing.Form form = LegendDrawing.Form.usual(style, false);
      Picture picture = drawing.draw(legend, style, form);
      MapDrawingTest.keep("legend-" + name, picture);
      assertThat(drawing.size(legend, form))
          .isEqualTo(new LegendDrawing.Size(picture.width(), picture.height()));
    }
    Legend legend = Legend.of(SUBZONES, style("subzones"));
    Picture picture =
        drawing.draw(legend, style("subzones"), LegendDrawing.Form.usual(style("subzones"), true));
    assertThat(picture.argb(8 + 14, 8 + 17 + 6 + 9)).isEqualTo(0xffd9c2cf);
  }

  @Test
  void aStyleChangeShowsInDrawingAndLegend(@TempDir Path folder) throws IOException {
    String written = Files.readString(Path.of("maps/styles/subzones.json"));
    Files.writeString(
        folder.resolve("subzones.json"),
        written.replace("\"INDUSTRY\", \"#d9c2cf\"", "\"INDUSTRY\", \"#102030\""));
    Style changed = Styles.in(folder).find("subzones", Styles.DEFAULT).orElseThrow();
    assertThat(Legend.of(SUBZONES, changed).items(changed).get(0).fill()).isEqualTo("#102030");
    BBox industry =
        new BBox(
            Crs.EPSG_9210,
            InventedTown.EAST + 100,
            InventedTown.NORTH + 100,
            InventedTown.EAST + 140,
            InventedTown.NORTH + 140);
    Picture picture =
        new MapDrawing(STYLES.patterns())
            .draw(
                Sketches.scene(
                    new MapView(industry, 40, 40), changed, InventedTown.subzones(), null));
    assertThat(picture.argb(2, 2)).isEqualTo(0xff102030);
  }
}
