package vn.khuxuong.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.khuxuong.KhuxuongTest;
import vn.khuxuong.maps.Clients;

/** QGIS itself, without a screen, opens each door at the first try and sees the plan there. */
@KhuxuongTest
class QgisHttpTest {
  private static final String SCRIPT = "src/test/resources/clients/open-in-qgis.py";
  private static final double MILLIMETRE_IN_DEGREES = 1e-8;

  /** A picture without a map has one colour. */
  private static final int FEWEST_COLOURS = 50;

  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;
  @Autowired private JsonMapper json;
  @TempDir private Path folder;

  @Test
  void opensEveryDoor() {
    String there = Clients.output("package python3", "/usr/bin/python3", "-c", "import qgis.core");
    Assumptions.assumeTrue(there.isBlank(), "QGIS is not there: package python3-qgis");
    String printed =
        Clients.output(
            "package coreutils",
            "/usr/bin/env",
            "QT_QPA_PLATFORM=offscreen",
            "/usr/bin/python3",
            SCRIPT,
            "http://localhost:" + port,
            folder.resolve("wms.png").toString());
    assertThat(printed).contains("{");
    JsonNode saw = json.readTree(printed.substring(printed.indexOf('{')));

    for (String door : new String[] {"oapif", "wfs"}) {
      JsonNode layer = saw.path(door);
      assertThat(layer.path("valid").asBoolean()).as(door).isTrue();
      assertThat(layer.path("crs").asString()).as(door).isEqualTo("EPSG:4326");
      assertThat(layer.path("features").asInt()).as(door).isEqualTo(subzones());
      assertThat(layer.path("codes").toString()).as(door).contains("\"HT-01\"");
      assertThat(layer.path("vertex").path(0).asDouble())
          .as(door)
          .isCloseTo(firstVertex("st_x"), within(MILLIMETRE_IN_DEGREES));
      assertThat(layer.path("vertex").path(1).asDouble())
          .as(door)
          .isCloseTo(firstVertex("st_y"), within(MILLIMETRE_IN_DEGREES));
    }
    for (String door : new String[] {"wms", "wmts", "xyz", "mvt"}) {
      JsonNode layer = saw.path(door);
      assertThat(layer.path("valid").asBoolean()).as(door).isTrue();
      assertThat(layer.path("colours").asInt()).as(door).isGreaterThan(FEWEST_COLOURS);
    }
  }

  private int subzones() {
    return jdbc.sql("select count(*) from published.subzones").query(Integer.class).single();
  }

  private double firstVertex(String ordinate) {
    return jdbc.sql(
            "select "
                + ordinate
                + "(st_startpoint(st_exteriorring(st_forcepolygonccw(geom))))"
                + " from published.subzones order by code collate \"C\" limit 1")
        .query(Double.class)
        .single();
  }
}
