package vn.khuxuong.maps.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.khuxuong.KhuxuongTest;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.layer.LayerCatalogue;

/** Map files paint what the style files say, for the data that are there. */
@KhuxuongTest
class MapFileIT {
  @Autowired private JdbcClient jdbc;
  @Autowired private LayerCatalogue catalogue;
  @TempDir private Path folder;

  private String picture(String layer, int zoom) {
    Layer wanted = catalogue.get(layer);
    return file().picture(List.of(wanted), Places.styleZoom(zoom));
  }

  private MapFile file() {
    return new MapFile(jdbc, Path.of("maps/styles"), "host=nowhere", new MapSymbols(folder));
  }

  @Test
  void classesAreTheValuesOfTheOneFieldThatDecides() {
    String map = picture("subzones", 16);
    assertThat(map)
        .contains("CLASSITEM \"land_use\"", "EXPRESSION \"SUPPORT\"", "COLOR \"#f3b44d\"")
        .contains("STYLE SYMBOL \"bold-diagonal-8a5600-128\"")
        .contains("OUTLINECOLOR \"#8a5600\" WIDTH 1.2")
        .doesNotContain("EXPRESSION \"OTHER\"");
    assertThat(folder.resolve("bold-diagonal-8a5600-128.png")).exists();
    assertThat(map.split("CLASS\n", -1)).hasSize(1 + landUses());
  }

  private int landUses() {
    return jdbc.sql("select count(distinct land_use) from published.subzones")
        .query(Integer.class)
        .single();
  }

  @Test
  void classesAreNumberedWhereSeveralFieldsDecide() {
    String map = picture("zones", 11);
    assertThat(map)
        .contains("CLASSITEM \"class\"", "EXPRESSION \"0\"", "end as class, case when")
        .contains("PATTERN 7.02 3.96 END")
        .contains("GEOMTRANSFORM \"centroid\" SYMBOL \"dot\"")
        .contains("TEXT \"[text0]\"", "TEXT \"[text1]\"");
  }

  @Test
  void stepsOutsideTheZoomAreLeftOut() {
    assertThat(picture("zones", 16))
        .doesNotContain("LABEL", "COLOR \"#06735c")
        .contains("WIDTH 2.8");
    assertThat(picture("subzones", 11)).doesNotContain("CLASS\n");
  }

  @Test
  void dataMapHasEveryFieldAndNoPaint() {
    Layer bays = catalogue.get("bays");
    String map = file().data(List.of(bays));
    bays.fields().forEach(field -> assertThat(map).contains("\"" + field.name() + "\""));
    assertThat(map)
        .contains("geom_3857 from (select", "using unique id using srid=3857")
        .contains("NAME \"bays_items\"", "using srid=4326", "TOLERANCE 0")
        .doesNotContain("CLASS\n");
  }

  @Test
  void mapServerReadsTheFile() throws Exception {
    Path mapserv = Path.of("/usr/bin/mapserv");
    assumeTrue(Files.isExecutable(mapserv), "no MapServer on this machine");
    Path map = folder.resolve("z16.map");
    Files.writeString(folder.resolve("fonts.list"), "");
    Files.writeString(map, picture("subzones", 16));
    Path config = folder.resolve("mapserver.conf");
    Files.writeString(config, "CONFIG\n MAPS\n z16 \"" + map + "\"\n END\nEND\n");
    String answer =
        run(mapserv, config, "map=z16&SERVICE=WMS&REQUEST=GetCapabilities&VERSION=1.3.0");
    assertThat(answer).contains("<Name>subzones</Name>").doesNotContain("ServiceException");
  }

  private static String run(Path program, Path config, String query)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(program.toString()).redirectErrorStream(true);
    builder.environment().put("MAPSERVER_CONFIG_FILE", config.toString());
    builder.environment().put("QUERY_STRING", query);
    builder.environment().put("REQUEST_METHOD", "GET");
    Process process = builder.start();
    process.getOutputStream().close();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return text;
  }
}
