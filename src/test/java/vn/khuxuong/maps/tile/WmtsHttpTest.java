package vn.khuxuong.maps.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.khuxuong.KhuxuongTest;
import vn.khuxuong.maps.Door;
import vn.khuxuong.maps.Door.Answer;
import vn.khuxuong.maps.OgcSchemas;

/** WMTS 1.0.0 (OGC 07-057r7). */
@KhuxuongTest
class WmtsHttpTest {

  private static final String TILE =
      "/wmts?service=WMTS&version=1.0.0&request=GetTile&layer=zones&style=default&format=image/png"
          + "&tilematrixset=WebMercatorQuad&tilematrix=9&tilerow=240&tilecol=407";

  @LocalServerPort private int port;
  private Door door;

  @BeforeEach
  void open() {
    door = new Door(port);
  }

  @Test
  void capabilitiesAreValid() {
    Answer kvp = door.get("/wmts?SERVICE=WMTS&REQUEST=GetCapabilities");
    assertThat(kvp.status()).isEqualTo(200);
    assertThat(kvp.header("Content-Type")).startsWith("application/xml");
    assertThat(OgcSchemas.faults(kvp.bytes(), "wmts/1.0/wmtsGetCapabilities_response.xsd"))
        .isEmpty();
    Answer rest = door.get("/wmts/1.0.0/WMTSCapabilities.xml");
    assertThat(rest.bytes()).isEqualTo(kvp.bytes());
    assertThat(kvp.text())
        .contains(
            "<ows:Identifier>zones</ows:Identifier>",
            "<ows:Identifier>VN2000TM3-105-45</ows:Identifier>",
            "urn:ogc:def:crs:EPSG::9210",
            "{TIME}",
            "{FLOOR}")
        .doesNotContain("draft_subzones");
    assertThat(door.get("/wmts?service=WMTS&request=GetCapabilities&lang=en").text())
        .contains("Industrial zones");
  }

  @Test
  void aTileIsTheSameByParametersAndByAddress() throws IOException {
    Answer tile = door.get(TILE);
    assertThat(tile.status()).isEqualTo(200);
    assertThat(tile.header("Content-Type")).isEqualTo("image/png");
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(tile.bytes()));
    assertThat(picture.getWidth()).isEqualTo(256);
    byte[] xyz = door.get("/tiles/zones/9/407/240.png").bytes();
    assertThat(Arrays.equals(tile.bytes(), xyz)).isTrue();
    Answer rest = door.get("/wmts/1.0.0/zones/default/WebMercatorQuad/9/240/407.png");
    assertThat(Arrays.equals(rest.bytes(), xyz)).isTrue();
    assertThat(door.get(TILE, "If-None-Match", tile.header("ETag")).status()).isEqualTo(304);
    assertThat(door.get(TILE + "&nonsense=1").status()).as("passed over").isEqualTo(200);
  }

  @Test
  void tilesOfVn2000AreDrawnInTheirSystem() throws IOException {
    // E 584006 N 1194442 lies in the plan of Phạm Văn Hai
    double size = 8_192_000 * 0.000_28 * 256 / (1 << 9);
    long column = (long) Math.floor((584_006 - 200_000) / size);
    long row = (long) Math.floor((2_600_000 - 1_194_442) / size);
    Answer answer =
        door.get("/wmts/1.0.0/planning/default/VN2000TM3-105-45/9/" + row + "/" + column + ".png");
    assertThat(answer.status()).isEqualTo(200);
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(answer.bytes()));
    int painted = 0;
    for (int i = 0; i < 256 * 256; i++) {
      painted += picture.getRGB(i % 256, i / 256) >>> 24 > 0 ? 1 : 0;
    }
    assertThat(painted).isGreaterThan(2000);
  }

  @Test
  void dimensionsChooseDayAndStorey() {
    String subzones = TILE.replace("layer=zones", "layer=subzones").replace("=9&", "=9&");
    assertThat(door.get(subzones + "&TIME=current").header("ETag"))
        .isEqualTo(door.get(subzones).header("ETag"));
    assertThat(door.get(subzones + "&TIME=1990-01-01").header("ETag"))
        .isNotEqualTo(door.get(subzones).header("ETag"));
    assertThat(door.get(subzones + "&TIME=1990-01-01')%20or%201=1--").status()).isEqualTo(400);
    String bays = TILE.replace("layer=zones", "layer=bays");
    assertThat(door.get(bays + "&FLOOR=all").status()).isEqualTo(200);
    assertThat(door.get(bays + "&FLOOR=1").status()).isEqualTo(200);
    assertThat(door.get(bays + "&FLOOR=1;drop").status()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          layer=zones                     | layer=nosuch           | InvalidParameterValue  | LAYER
          layer=zones                     | layer=draft_subzones   | InvalidParameterValue  | LAYER
          layer=zones                     | layer=                 | MissingParameterValue  | LAYER
          layer=zones                     | layer=%3Cscript%3E     | InvalidParameterValue  | LAYER
          style=default                   | style=../../etc/passwd | InvalidParameterValue  | STYLE
          format=image/png                | format=image/gif       | InvalidParameterValue  | FORMAT
          tilematrixset=WebMercatorQuad   | tilematrixset=nosuch   | InvalidParameterValue  | TILEMATRIXSET
          tilematrix=9                    | tilematrix=99          | TileOutOfRange         |
          tilerow=240                     | tilerow=-1             | TileOutOfRange         |
          tilerow=240                     | tilerow=512            | TileOutOfRange         |
          tilecol=407                     | tilecol=NaN            | TileOutOfRange         |
          request=GetTile                 | request=DropTile       | InvalidParameterValue  | REQUEST
          service=WMTS                    | service=WMS            | InvalidParameterValue  | SERVICE
          version=1.0.0                   | version=2.0.0          | InvalidParameterValue  | VERSION
          """)
  void refusalsAreReports(String right, String wrong, String code, String locator) {
    Answer answer = door.get(TILE.replace(right, wrong));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).startsWith("application/xml");
    assertThat(OgcSchemas.faults(answer.bytes(), "ows/1.1.0/owsExceptionReport.xsd")).isEmpty();
    assertThat(answer.text())
        .contains("exceptionCode=\"" + code + "\"")
        .doesNotContain("<script", "/etc/passwd");
    if (locator != null) {
      assertThat(answer.text()).contains("locator=\"" + locator + "\"");
    }
  }
}
