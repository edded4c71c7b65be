package vn.khuxuong.maps.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.khuxuong.KhuxuongTest;
import vn.khuxuong.maps.Door;

/** GDAL reads the tiles by its own drivers. */
@KhuxuongTest
class TileClientsHttpTest {

  @LocalServerPort private int port;
  @TempDir private Path folder;
  private Door door;

  @BeforeEach
  void open() {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/gdalinfo")), "GDAL is not installed");
    door = new Door(port);
  }

  @Test
  void ogrReadsAVectorTile() throws Exception {
    String info =
        run(
            "ogrinfo",
            "-al",
            "-so",
            "MVT:/vsicurl/" + door.root() + "/tiles/subzones/13/6519/3848.mvt");
    assertThat(info)
        .contains("Layer name: subzones", "Layer name: subzones_label", "land_use: String")
        .contains("area_m2: Real");
  }

  @Test
  void gdalReadsWmtsInBothMatrixSets() throws Exception {
    String address = "WMTS:" + door.root() + "/wmts/1.0.0/WMTSCapabilities.xml";
    String list = run("gdalinfo", address);
    assertThat(list).contains("SUBDATASET_1_NAME", "layer=zones");
    for (String set : List.of("WebMercatorQuad", "VN2000TM3-105-45")) {
      Path picture = folder.resolve(set + ".tif");
      boolean vietnam = set.startsWith("VN");
      run(
          "gdal_translate",
          "-q",
          address + ",layer=planning,tilematrixset=" + set,
          picture.toString(),
          "-projwin",
          vietnam ? "582500" : "11857000",
          vietnam ? "1198500" : "1213000",
          vietnam ? "585500" : "11861000",
          vietnam ? "1194000" : "1207000",
          "-outsize",
          "200",
          "300");
      assertThat(run("gdalinfo", "-stats", picture.toString()))
          .as(set)
          .contains(vietnam ? "VN-2000" : "3857")
          .doesNotContain("STATISTICS_MAXIMUM=0\n");
    }
  }

  /** GDAL 3.6 cannot read our tiles by this driver; src/docs/conformance.md says why. */
  @Test
  void gdalsDriverForOgcApiListsCollectionsAndReadsItems() throws Exception {
    assertThat(run("gdalinfo", "OGCAPI:" + door.root() + "/ogc"))
        .contains("SUBDATASET_1_NAME=OGCAPI:" + door.root() + "/ogc/collections/zones");
    String items =
        run(
            "ogrinfo",
            "-al",
            "-so",
            "OGCAPI:" + door.root() + "/ogc/collections/subzones",
            "-oo",
            "API=ITEMS");
    assertThat(items)
        .contains("Layer name: subzones", "Feature Count: 70", "land_use: String", "area_m2: Real");
  }

  private String run(String... command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("GDAL_DEFAULT_WMS_CACHE_PATH", folder.resolve("cache").toString());
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(String.join(" ", command) + "\n" + output).isZero();
    return output;
  }
}
