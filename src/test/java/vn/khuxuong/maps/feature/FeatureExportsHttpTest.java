package vn.khuxuong.maps.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.khuxuong.KhuxuongTest;
import vn.khuxuong.maps.Clients;
import vn.khuxuong.maps.Door;
import vn.khuxuong.maps.Door.Answer;
import vn.khuxuong.maps.encoding.FileFullException;
import vn.khuxuong.maps.encoding.GeoPackageFeatures;
import vn.khuxuong.maps.layer.LayerCatalogue;
import vn.khuxuong.maps.layer.Text;
import vn.khuxuong.maps.query.FeatureQuery;
import vn.khuxuong.maps.query.Features;

/** FlatGeobuf and GeoPackage: what GDAL reads in them is what GeoJSON says. */
@KhuxuongTest
class FeatureExportsHttpTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final List<String> LAYERS =
      List.of("zones", "subzones", "plots", "buildings", "floors", "bays", "vacancies");
  private static final String ITEMS = "/ogc/collections/%s/items?f=%s";

  @LocalServerPort private int port;
  @Autowired private LayerCatalogue catalogue;
  @Autowired private Features features;
  @TempDir private Path folder;

  private Door door;

  @BeforeEach
  void open() {
    door = new Door(port);
  }

  private Path file(String layer, String format, String query) throws IOException {
    Answer answer = door.get(ITEMS.formatted(layer, format) + query);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    String name = layer + "." + format;
    assertThat(answer.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"" + name + "\"");
    return Files.write(folder.resolve(name), answer.bytes());
  }

  /** What GDAL reads in a file, as GeoJSON in the file's own system. */
  private JsonNode read(Path file) throws IOException {
    Path json = folder.resolve(file.getFileName() + "-" + System.nanoTime() + ".json");
    String told =
        Clients.gdal(
            "ogr2ogr",
            "-f",
            "GeoJSON",
            "-lco",
            "RFC7946=NO",
            "-lco",
            "COORDINATE_PRECISION=12",
            "-lco",
            "WRITE_NAME=NO",
            json.toString(),
            file.toString());
    assertThat(told).isEmpty();
    return JSON.readTree(Files.readAllBytes(json));
  }

  private JsonNode geoJson(String layer, String query) {
    JsonNode page = door.get(ITEMS.formatted(layer, "json") + "&limit=10000" + query).json();
    assertThat(page.get("numberMatched").asInt()).isEqualTo(page.get("numberReturned").asInt());
    return page;
  }

  private static List<Double> numbers(JsonNode coordinates, List<Double> into) {
    if (coordinates.isNumber()) {
      into.add(coordinates.asDouble());
    }
    coordinates.forEach(part -> numbers(part, into));
    return into;
  }

  /** Points of a shape in an order that does not depend on the direction of its rings. */
  private static List<double[]> points(JsonNode geometry, boolean swapped) {
    List<Double> all = numbers(geometry.get("coordinates"), new ArrayList<>());
    List<double[]> points = new ArrayList<>();
    for (int i = 0; i < all.size(); i += 2) {
      double a = all.get(i);
      double b = all.get(i + 1);
      points.add(swapped ? new double[] {b, a} : new double[] {a, b});
    }
    points.sort((p, q) -> p[0] == q[0] ? Double.compare(p[1], q[1]) : Double.compare(p[0], q[0]));
    return points;
  }

  private static void requireSamePlaces(JsonNode ours, JsonNode theirs, double most, boolean swap) {
    assertThat(theirs.get("type").asString()).isEqualTo(ours.get("type").asString());
    List<double[]> expected = points(ours, swap);
    List<double[]> found = points(theirs, false);
    assertThat(found).hasSameSizeAs(expected);
    for (double[] point : expected) {
      assertThat(found)
          .anyMatch(p -> Math.abs(p[0] - point[0]) < most && Math.abs(p[1] - point[1]) < most);
    }
  }

  private static void requireSameValues(JsonNode ours, JsonNode theirs, String what) {
    ours.propertyNames()
        .forEach(
            name -> {
              JsonNode expected = ours.get(name);
              JsonNode found = theirs.path(name);
              String as = what + " " + name + ": " + expected + " as " + found;
              if (expected.isNull()) {
                assertThat(found.isNull() || found.isMissingNode()).as(as).isTrue();
              } else if (expected.isBoolean()) {
                assertThat(found.asBoolean()).as(as).isEqualTo(expected.asBoolean());
              } else if (expected.isNumber()) {
                assertThat(found.asDouble()).as(as).isCloseTo(expected.asDouble(), within(1e-9));
              } else {
                // GDAL knows days of FlatGeobuf with the hour 0 only
                String text = found.asString().replaceFirst("T00:00:00$", "").replace('/', '-');
                assertThat(text).as(as).isEqualTo(expected.asString());
              }
            });
  }

  private void compare(String layer, String format, String query, double most, boolean swapped)
      throws IOException {
    JsonNode ours = geoJson(layer, query).get("features");
    JsonNode theirs = read(file(layer, format, query)).get("features");
    assertThat(theirs.size()).as(layer).isEqualTo(ours.size()).isPositive();
    for (int i = 0; i < ours.size(); i++) {
      String what = format + " " + layer + " " + ours.get(i).get("id");
      requireSameValues(ours.get(i).get("properties"), theirs.get(i).get("properties"), what);
      requireSamePlaces(ours.get(i).get("geometry"), theirs.get(i).get("geometry"), most, swapped);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"fgb", "gpkg"})
  void everyLayerIsReadByGdalValueByValue(String format) throws IOException {
    for (String layer : LAYERS) {
      compare(layer, format, "", 1e-8, false);
    }
  }

  /** Files have x first whatever an answer by OGC API has. */
  @ParameterizedTest
  @ValueSource(strings = {"fgb", "gpkg"})
  void shapesAreWhereGeoJsonHasThemInEverySystem(String format) throws IOException {
    String query = "&sortby=-area_ha&crs=http://www.opengis.net/def/crs/EPSG/0/";
    compare("subzones", format, query + "4326", 1e-8, true);
    compare("subzones", format, query + "4756", 1e-8, true);
    for (String code : List.of("9210", "5897", "3857", "32648")) {
      compare("subzones", format, query + code, 0.001, false);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"fgb", "gpkg"})
  void schemaSystemAndTitlesAreToldToGdal(String format) throws IOException {
    Path legal = file("subzones", format, "&crs=EPSG:9210&lang=en");
    String told = Clients.gdal("ogrinfo", "-ro", "-so", "-al", legal.toString());
    assertThat(told)
        .contains("Feature Count: 70", "Geometry: Polygon", "VN-2000", "Transverse Mercator")
        .contains("ID[\"EPSG\",9210]")
        .contains("land_use: String", "area_ha: Real", "id: Integer64");
    assertThat(told).containsPattern("valid_from: Date");
    Path world = file("zones", format, "&crs=EPSG:4326&properties=code,name_vi,geometry");
    assertThat(Clients.gdal("ogrinfo", "-ro", "-so", "-al", world.toString()))
        .contains("Geometry: Multi Polygon", "ID[\"EPSG\",4326]", "Extent: (10", "name_vi: String")
        .doesNotContain("name_en");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fgb", "gpkg"})
  void theSameQuestionsAreAnswered(String format) throws IOException {
    for (String query :
        List.of(
            "&bbox=106.5,10.79,106.52,10.81",
            "&land_use=SUPPORT",
            "&filter=area_ha%3E3&sortby=-area_ha",
            "&datetime=2026-11-20",
            "&limit=7&sortby=code")) {
      JsonNode ours = door.get(ITEMS.formatted("subzones", "json") + whole(query)).json();
      assertThat(codes(read(file("subzones", format, query)))).as(query).isEqualTo(codes(ours));
    }
  }

  private static String whole(String query) {
    return query.contains("limit") ? query : query + "&limit=500";
  }

  private static List<String> codes(JsonNode collection) {
    List<String> codes = new ArrayList<>();
    collection.get("features").forEach(f -> codes.add(f.at("/properties/code").asString()));
    return codes;
  }

  @ParameterizedTest
  @ValueSource(strings = {"fgb", "gpkg"})
  void nothingFoundAndNoShapesAreValidFilesToo(String format) throws IOException {
    Path none = file("subzones", format, "&filter=area_ha%3C0&crs=EPSG:9210");
    assertThat(Clients.gdal("ogrinfo", "-ro", "-so", "-al", none.toString()))
        .contains("Feature Count: 0", "land_use: String", "ID[\"EPSG\",9210]");
    Path bare = file("subzones", format, "&skipGeometry=true&properties=code");
    String told = Clients.gdal("ogrinfo", "-ro", "-al", bare.toString());
    assertThat(told)
        .contains("Feature Count: 70", "code (String) = CN-01")
        .doesNotContain("POLYGON");
  }

  @Test
  void geoPackageIsIndexedAndDescribedAndSound() throws IOException {
    Path file = file("subzones", "gpkg", "&crs=EPSG:9210");
    assertThat(sqlite(file, "pragma integrity_check; pragma foreign_key_check")).isEqualTo("ok");
    assertThat(sqlite(file, "select count(*) from rtree_subzones_geom")).isEqualTo("70");
    assertThat(sqlite(file, "select rtreecheck('rtree_subzones_geom')")).isEqualTo("ok");
    assertThat(sqlite(file, "pragma application_id; pragma user_version"))
        .isEqualTo("1196444487\n10300");
    assertThat(sqlite(file, "select title from gpkg_data_columns where column_name = 'area_ha'"))
        .contains("tích");
    assertThat(
            sqlite(
                file,
                "select description from gpkg_data_column_constraints where value = 'SUPPORT'"))
        .contains("hỗ trợ");
    assertThat(sqlite(file, "select definition from gpkg_spatial_ref_sys where srs_id = 9210"))
        .contains("TOWGS84[-191.90441429", "105.75");
    String found =
        Clients.gdal(
            "ogrinfo",
            "-ro",
            "-so",
            "-al",
            "-spat",
            "583000",
            "1194000",
            "584000",
            "1195000",
            file.toString());
    assertThat(found).containsPattern("Feature Count: [1-6]?[0-9]\n");
    // and an editor can go on with it
    assertThat(
            Clients.gdal(
                "ogrinfo", file.toString(), "-sql", "delete from subzones where code = 'CN-01'"))
        .doesNotContain("ERROR");
    assertThat(sqlite(file, "select count(*) from rtree_subzones_geom")).isEqualTo("69");
  }

  private static String sqlite(Path file, String sql) {
    return Clients.output("package sqlite3", "/usr/bin/sqlite3", file.toString(), sql).strip();
  }

  @Test
  void theyAreFoundByLinkByNameAndByType() {
    String items = "/ogc/collections/subzones/items";
    JsonNode page = door.get(items + "?limit=1").json();
    List<String> types = new ArrayList<>();
    page.get("links").forEach(link -> types.add(link.get("type").asString()));
    assertThat(types).contains("application/vnd.flatgeobuf", "application/geopackage+sqlite3");
    String html = door.get(items + "?f=html").text();
    assertThat(html.contains(">FlatGeobuf<")).isTrue();
    assertThat(html.contains("f&#x3D;gpkg")).isTrue();
    for (String accept : List.of("application/flatgeobuf", "application/vnd.flatgeobuf")) {
      Answer answer = door.get(items, "Accept", accept);
      assertThat(answer.header("Content-Type")).isEqualTo("application/vnd.flatgeobuf");
      assertThat(Arrays.copyOf(answer.bytes(), 3)).isEqualTo(new byte[] {'f', 'g', 'b'});
    }
    assertThat(door.get(items + "?f=flatgeobuf").status()).isEqualTo(200);
    Answer geoPackage = door.get(items, "Accept", "application/geopackage+sqlite3");
    assertThat(geoPackage.text()).startsWith("SQLite format 3");
    assertThat(geoPackage.header("Content-Length"))
        .isEqualTo(String.valueOf(geoPackage.bytes().length));
    JsonNode content =
        door.get("/ogc/api")
            .json()
            .at("/paths/~1collections~1subzones~1items/get/responses/200/content");
    assertThat(content.at("/application~1vnd.flatgeobuf/schema/format").asString())
        .isEqualTo("binary");
    assertThat(content.has("application/geopackage+sqlite3")).isTrue();
  }

  @Test
  void aGeoPackageIsNotLargerThanItMayBe() throws IOException {
    FeatureQuery query = FeatureQuery.all(catalogue.get("bays"));
    Path file = Files.createTempFile(folder, "small", ".gpkg");
    try (GeoPackageFeatures writer =
        new GeoPackageFeatures(
            file, 200_000, query.layer(), query.fields(), true, query.crs(), Text::vi)) {
      writer.begin();
      assertThatThrownBy(() -> features.read(query, writer::feature))
          .hasCauseInstanceOf(FileFullException.class);
    }
    assertThat(Files.size(file)).isLessThanOrEqualTo(200_000);
  }
}
