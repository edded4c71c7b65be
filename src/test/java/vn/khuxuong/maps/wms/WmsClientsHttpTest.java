package vn.khuxuong.maps.wms;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.khuxuong.KhuxuongTest;
import vn.khuxuong.maps.Clients;

/** GDAL and OWSLib find and draw the layers without being told anything but the address. */
@KhuxuongTest
class WmsClientsHttpTest {
  @LocalServerPort private int port;

  @Test
  void gdalDrawsALayerFromTheCapabilities() throws Exception {
    String list = Clients.gdal("gdalinfo", "WMS:http://localhost:" + port + "/wms");
    assertThat(list).contains("LAYERS=subzones", "LAYERS=planning").doesNotContain("ERROR");
    Path picture = Files.createDirectories(Path.of("target", "pictures")).resolve("gdal.png");
    String dataset =
        "WMS:http://localhost:"
            + port
            + "/wms?SERVICE=WMS&VERSION=1.1.1&REQUEST=GetMap&LAYERS=zones&STYLES=&SRS=EPSG:4326"
            + "&BBOX=106.3,10.3,107.1,11.2&FORMAT=image/png&TRANSPARENT=TRUE";
    String printed =
        Clients.gdal(
            "gdal_translate", "-of", "PNG", "-outsize", "400", "450", dataset, picture.toString());
    assertThat(printed).doesNotContain("ERROR");
    BufferedImage drawn = ImageIO.read(picture.toFile());
    assertThat(drawn.getWidth()).isEqualTo(400);
    int painted = 0;
    for (int x = 0; x < 400; x++) {
      for (int y = 0; y < 450; y++) {
        painted += drawn.getRGB(x, y) >>> 24 > 0 && (drawn.getRGB(x, y) & 0xffffff) != 0 ? 1 : 0;
      }
    }
    assertThat(painted).isGreaterThan(200);
  }

  @Test
  void owslibReadsBothVersionsAndWhatLiesUnderAPixel() {
    String printed =
        Clients.owslib(
            """
            from owslib.wms import WebMapService
            for version in ('1.1.1', '1.3.0'):
                wms = WebMapService('http://localhost:%d/wms', version=version)
                print(version, sorted(wms.contents)[:3], wms.identification.title)
                layer = wms['subzones']
                print(layer.parent.title, layer.timepositions, sorted(layer.styles))
                for style in layer.styles.values():
                    print(style['legend'])
                box = (106.45, 10.70, 106.60, 10.90)
                image = wms.getmap(layers=['zones', 'subzones'], styles=['', ''], srs='EPSG:4326',
                                   bbox=box, size=(300, 400), format='image/png', transparent=True)
                print(image.read()[1:4])
                info = wms.getfeatureinfo(layers=['zones'], styles=[''], srs='EPSG:4326', bbox=box,
                                          size=(300, 400), format='image/png',
                                          query_layers=['zones'], info_format='text/plain',
                                          xy=(150, 200), feature_count=3)
                print(len(info.read()) > 0)
            """
                .formatted(port));
    assertThat(printed)
        .contains("1.1.1 ", "1.3.0 ", "GetLegendGraphic", "dia-chinh", "P1D", "b'PNG'", "True")
        .doesNotContain("Traceback");
  }
}
