package vn.khuxuong.maps.feature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.khuxuong.KhuxuongTest;
import vn.khuxuong.maps.Door;
import vn.khuxuong.maps.Door.Answer;

/** Features as JSON-FG, CSV and KML; other programs open what is written. */
@KhuxuongTest
class FeatureFilesHttpTest {

  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;
  @TempDir private Path folder;

  private Door door;

  @BeforeEach
  void open() {
    door = new Door(port);
  }

  private static List<CSVRecord> records(Answer csv) throws IOException {
    assertThat(csv.status()).isEqualTo(200);
    assertThat(csv.text()).startsWith("\ufeff");
    return CSVFormat.RFC4180
        .builder()
        .setHeader()
        .setSkipHeaderRecord(true)
        .get()
        .parse(new StringReader(csv.text().substring(1)))
        .getRecords();
  }

  private String ogrinfo(String file, byte[] content) throws IOException, InterruptedException {
    Path path = Files.write(folder.resolve(file), content);
    Process process =
        new ProcessBuilder("ogrinfo", "-ro", "-so", "-al", path.toString())
            .redirectErrorStream(true)
            .start();
    String told = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(told).isZero();
    return told;
  }

  @Test
  void csvHoldsAllFeaturesThatFitWithTheirShapes() throws IOException, ParseException {
    Answer answer = door.get("/ogc/collections/bays/items?f=csv&crs=EPSG:9210");
    assertThat(answer.header("Content-Type")).startsWith("text/csv");
    assertThat(answer.header("Content-Disposition")).isEqualTo("attachment; filename=\"bays.csv\"");
    List<CSVRecord> rows = records(answer);
    long bays = jdbc.sql("select count(*) from published.bays").query(Long.class).single();
    assertThat(rows).hasSize((int) bays);
    assertThat(rows.get(0).get("crs")).isEqualTo("EPSG:9210");
    var shape = new WKTReader().read(rows.get(0).get("wkt"));
    assertThat(shape.getCentroid().getX()).isBetween(400_000.0, 700_000.0);
    assertThat(shape.isValid()).isTrue();
    assertThat(records(door.get("/ogc/collections/bays/items?f=csv&limit=7"))).hasSize(7);
    assertThat(records(door.get("/ogc/collections/subzones/items?f=csv&land_use=SUPPORT")))
        .allSatisfy(row -> assertThat(row.get("land_use")).isEqualTo("SUPPORT"));
  }

  @Test
  void kmlIsOpenedByGdalWithEveryFeature() throws IOException, InterruptedException {
    Answer answer = door.get("/ogc/collections/subzones/items?f=kml&crs=EPSG:9210");
    assertThat(answer.header("Content-Type")).isEqualTo("application/vnd.google-earth.kml+xml");
    assertThat(answer.header("Content-Crs")).contains("CRS84");
    assertThat(ogrinfo("subzones.kml", answer.bytes()))
        .contains("Feature Count: 70", "Extent: (106.5", "land_use: String", "WGS 84");
  }

  @Test
  void csvAndGeoJsonAreOpenedByGdal() throws IOException, InterruptedException {
    Answer csv = door.get("/ogc/collections/subzones/items?f=csv");
    assertThat(ogrinfo("subzones.csv", csv.bytes())).contains("Feature Count: 70");
    Answer json = door.get("/ogc/collections/subzones/items?limit=1000");
    assertThat(ogrinfo("subzones.geojson", json.bytes()))
        .contains("Feature Count: 70", "Geometry: Polygon");
    Answer jsonFg = door.get("/ogc/collections/subzones/items?f=jsonfg&limit=1000");
    assertThat(ogrinfo("subzones.json", jsonFg.bytes())).contains("Feature Count: 70");
  }

  @Test
  void jsonFgTellsTypeTimeAndPlace() {
    Answer answer = door.get("/ogc/collections/subzones/items?f=jsonfg&limit=2");
    assertThat(answer.header("Content-Type")).isEqualTo("application/fg+json");
    JsonNode page = answer.json();
    assertThat(page.at("/conformsTo/0").asString()).contains("json-fg-1");
    assertThat(page.get("featureType").asString()).isEqualTo("subzones");
    assertThat(page.get("coordRefSys").asString()).contains("CRS84");
    assertThat(page.get("geometryDimension").asInt()).isEqualTo(2);
    assertThat(door.get(page.get("featureSchema").asString()).status()).isEqualTo(200);
    JsonNode feature = page.at("/features/0");
    assertThat(feature.at("/time/interval/0").asString()).matches("\\d{4}-\\d{2}-\\d{2}");
    assertThat(feature.at("/time/interval/1").asString()).isEqualTo("..");
    assertThat(feature.at("/geometry/type").asString()).isEqualTo("Polygon");
    assertThat(feature.get("place").isNull()).isTrue();
    JsonNode legal =
        door.get("/ogc/collections/subzones/items?f=jsonfg&limit=1&crs=EPSG:9210").json();
    assertThat(legal.at("/features/0/geometry").isNull()).isTrue();
    assertThat(legal.at("/features/0/place/coordinates/0/0/0").asDouble())
        .isBetween(400_000.0, 700_000.0);
    assertThat(legal.get("coordRefSys").asString()).endsWith("/EPSG/0/9210");
    JsonNode one = door.get("/ogc/collections/zones/items/PVH?f=jsonfg").json();
    assertThat(one.get("featureType").asString()).isEqualTo("zones");
    assertThat(one.get("time").isNull()).isTrue();
  }
}
