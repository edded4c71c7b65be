package vn.khuxuong.maps.portrayal;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import vn.khuxuong.KhuxuongTest;
import vn.khuxuong.maps.Door;
import vn.khuxuong.maps.Door.Answer;
import vn.khuxuong.maps.OgcSchemas;

/** OGC API Styles, sprites and glyphs. */
@KhuxuongTest
class PortrayalHttpTest {

  @LocalServerPort private int port;
  private Door door;

  @BeforeEach
  void open() {
    door = new Door(port);
  }

  @Test
  void everyStyleIsThereInBothEncodings() {
    JsonNode list = door.get("/ogc/styles").json();
    List<String> ids = new ArrayList<>();
    for (JsonNode style : list.get("styles")) {
      ids.add(style.get("id").asString());
      for (JsonNode link : style.get("links")) {
        Answer answer = door.get(link.get("href").asString());
        assertThat(answer.status()).as(link.get("href").asString()).isEqualTo(200);
        String type = answer.header("Content-Type").replace(" ", "");
        assertThat(type).startsWith(link.get("type").asString().replace(" ", ""));
      }
    }
    assertThat(ids)
        .contains("khuxuong", "zones", "subzones", "subzones.dia-chinh", "bays")
        .doesNotContain("draft_subzones");
    JsonNode own = door.get("/ogc/collections/subzones/styles").json().get("styles");
    assertThat(own.size()).isEqualTo(2);
    assertThat(door.get("/ogc").text()).contains("/def/rel/ogc/1.0/styles");
  }

  @Test
  void mapLibreStylesAreComplete() {
    JsonNode style = door.get("/ogc/styles/khuxuong").json();
    assertThat(style.get("version").asInt()).isEqualTo(8);
    for (JsonNode source : style.get("sources")) {
      assertThat(door.get(source.get("url").asString()).status()).isEqualTo(200);
    }
    Set<String> ids = new HashSet<>();
    for (JsonNode step : style.get("layers")) {
      assertThat(ids.add(step.get("id").asString())).as("unique: " + step.get("id")).isTrue();
      String source = step.get("source").asString();
      assertThat(style.get("sources").has(source)).isTrue();
      String type = step.get("type").asString();
      boolean atPoint = type.equals("symbol") || type.equals("circle");
      assertThat(step.get("source-layer").asString())
          .isEqualTo(atPoint ? source + "_label" : source);
    }
    assertThat(door.get(style.get("sprite").asString() + ".json").status()).isEqualTo(200);
    String glyphs =
        style
            .get("glyphs")
            .asString()
            .replace("{fontstack}", "DejaVu%20Sans%20Bold")
            .replace("{range}", "7680-7935");
    assertThat(door.get(glyphs).bytes().length).as("letters of Vietnamese").isGreaterThan(20_000);
  }

  @Test
  void zoomsAreThoseOfTilesOf512Pixels() {
    JsonNode file = door.get("/styles/subzones.json").json();
    JsonNode style = door.get("/ogc/styles/subzones").json();
    assertThat(style.at("/layers/0/minzoom").asDouble())
        .isEqualTo(file.at("/layers/0/minzoom").asDouble() - 1);
    // ["step", ["zoom"], 0.6, 14, 1.2]
    JsonNode width = null;
    for (JsonNode step : style.get("layers")) {
      if (step.get("id").asString().equals("subzones-outline")) {
        width = step.at("/paint/line-width");
      }
    }
    assertThat(width).isNotNull();
    assertThat(width.get(2).asDouble()).isEqualTo(0.6);
    assertThat(width.get(3).asDouble()).isEqualTo(13);
  }

  @Test
  void hatchesAreImagesOfTheSpriteInTheirColours() throws IOException {
    JsonNode index = door.get("/styles/sprite/subzones.json").json();
    BufferedImage picture =
        ImageIO.read(new ByteArrayInputStream(door.get("/styles/sprite/subzones.png").bytes()));
    BufferedImage dense =
        ImageIO.read(new ByteArrayInputStream(door.get("/styles/sprite/subzones@2x.png").bytes()));
    JsonNode image = index.get("bold-diagonal #8a5600");
    assertThat(image.get("width").asInt()).isEqualTo(11);
    assertThat(image.get("pixelRatio").asInt()).isEqualTo(1);
    int painted = 0;
    for (int y = 0; y < 11; y++) {
      for (int x = 0; x < 11; x++) {
        int argb = picture.getRGB(image.get("x").asInt() + x, image.get("y").asInt() + y);
        if (argb >>> 24 == 255) {
          assertThat(argb & 0xffffff).isEqualTo(0x8a5600);
          painted++;
        }
      }
    }
    assertThat(painted).isBetween(10, 80);
    assertThat(dense.getWidth()).isEqualTo(2 * picture.getWidth());
    JsonNode twice = door.get("/styles/sprite/subzones@2x.json").json();
    assertThat(twice.at("/bold-diagonal #8a5600/width").asInt()).isEqualTo(22);
    JsonNode paint = null;
    for (JsonNode step : door.get("/ogc/styles/subzones").json().get("layers")) {
      if (step.get("id").asString().equals("subzones-hatch")) {
        paint = step.get("paint");
      }
    }
    assertThat(paint).isNotNull();
    assertThat(paint.at("/fill-pattern/0").asString()).isEqualTo("concat");
    assertThat(paint.has("fill-color")).isFalse();
  }

  @Test
  void sldIsValid() {
    Answer sld = door.get("/ogc/styles/subzones.dia-chinh?f=sld11");
    assertThat(sld.header("Content-Type")).startsWith("application/vnd.ogc.sld+xml");
    assertThat(OgcSchemas.faults(sld.bytes(), "sld/1.1.0/StyledLayerDescriptor.xsd")).isEmpty();
  }

  @Test
  void answersAreRevalidated() {
    for (String path :
        List.of(
            "/ogc/styles",
            "/ogc/styles/zones",
            "/styles/sprite/zones.png",
            "/styles/fonts/DejaVu%20Sans/0-255.pbf")) {
      String etag = door.get(path).header("ETag");
      assertThat(door.get(path, "If-None-Match", etag).status()).as(path).isEqualTo(304);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/ogc/styles/nosuch",
        "/ogc/styles/draft_subzones",
        "/ogc/styles/..%2F..%2Fetc%2Fpasswd",
        "/styles/sprite/..%2f..%2fetc%2fpasswd.png",
        "/styles/sprite/nosuch.png",
        "/styles/sprite/zones@3x.png",
        "/styles/sprite/zones.svg",
        "/styles/fonts/Arial/0-255.pbf",
        "/styles/fonts/DejaVu%20Sans/0-256.pbf",
        "/styles/fonts/DejaVu%20Sans/65536-65791.pbf",
        "/styles/fonts/DejaVu%20Sans/..%2f0-255.pbf"
      })
  void whatIsNoStyleIsNotFoundS11(String path) {
    Answer answer = door.get(path);
    assertThat(answer.status()).isIn(400, 404);
    assertThat(answer.text()).doesNotContain("root:", "Exception");
  }
}
