package vn.khuxuong.maps.portrayal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.layer.LayerCatalogue;
import vn.khuxuong.maps.style.Styles;
import vn.khuxuong.platform.web.Language;

class ScaleRulesTest {
  private static final Path MAPS = Path.of("maps");

  /** Tiles of 512 pixels: their zooms are one less than those of the scales. */
  private static final double LARGER_TILES = 1;

  @Test
  void noStepIsDrawnAtAScaleAtWhichWmsHidesItsLayer() throws IOException {
    boolean limited = false;
    for (Layer layer : new LayerCatalogue(MAPS.resolve("layers"), one -> List.of()).layers()) {
      ObjectNode style = MapLibreStyle.empty("x", "http://x", "x");
      String text = Files.readString(MAPS.resolve("styles").resolve(layer.style() + ".json"));
      MapLibreStyle.add(style, layer, text, "http://x", Language.EN);
      double least = Styles.zoom(layer.scale().max()) - LARGER_TILES;
      for (JsonNode step : style.get("layers")) {
        double from = step.path("minzoom").doubleValue(0);
        assertThat(from).as(step.path("id").asString()).isGreaterThanOrEqualTo(least);
        limited |= from == least;
      }
    }
    assertThat(limited).as("the scale of some layer decides").isTrue();
  }
}
