package vn.khuxuong.zoning.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.platform.web.Language;
import vn.khuxuong.zoning.Subzone;

/** Files made to do harm end in a report, in bounded time, and leave nothing behind. */
@Timeout(90)
class HostileFileTest {

  @AfterEach
  void nothingIsLeftBehind() {
    assertThat(PhamVanHai.leftovers()).isEmpty();
  }

  @Test
  void zipSlipIsRefused() throws IOException {
    for (String name : new String[] {"../../etc/cron.d/x.shp", "/tmp/x.shp", "a\\..\\..\\x.shp"}) {
      refuses("zip slip", BadFile.UNSAFE_ARCHIVE, zip(Map.of(name, new byte[100])), "a.zip");
    }
  }

  @Test
  void zipBombIsRefused() throws IOException {
    byte[] bomb = zip(Map.of("plan.shp", new byte[120_000_000]));
    assertThat(bomb.length).isLessThan(600_000);
    refuses("zip bomb 1:1000", BadFile.UNSAFE_ARCHIVE, bomb, "a.zip");
  }

  @Test
  void nestedArchiveIsRefused() throws IOException {
    byte[] inner = zip(Map.of("plan.shp", new byte[10]));
    refuses("nested zip", BadFile.UNSAFE_ARCHIVE, zip(Map.of("inner.zip", inner)), "a.zip");
  }

  @Test
  void archiveOfThousandsOfFilesIsRefused() throws IOException {
    Map<String, byte[]> many = new LinkedHashMap<>();
    for (int i = 0; i < 3_000; i++) {
      many.put(i + ".shp", new byte[0]);
    }
    refuses("zip of 3,000 files", BadFile.UNSAFE_ARCHIVE, zip(many), "a.zip");
  }

  @Test
  void wrongIndexOfShapefileDoesNotMatter() throws IOException {
    Map<String, byte[]> parts = shapefile();
    parts.replaceAll((name, bytes) -> name.endsWith(".shx") ? new byte[] {1, 2, 3} : bytes);
    RawFile raw = RoundTripTest.read(zip(parts), "a.zip");
    assertThat(raw.features()).hasSize(PhamVanHai.SUBZONES.size());
    System.out.printf("hostile %-32s %s%n", "wrong .shx", "read, index rebuilt");
  }

  @Test
  void shapefileOfNonsenseIsRefused() throws IOException {
    Map<String, byte[]> parts = shapefile();
    parts.replaceAll((name, b) -> name.endsWith(".shp") ? garbage(b) : b);
    refuses("broken .shp", BadFile.BROKEN, zip(parts), "a.zip");
  }

  @Test
  void tableThatPromisesABillionRowsIsRefused() throws IOException {
    Map<String, byte[]> parts = shapefile();
    parts.replaceAll(
        (name, bytes) -> {
          if (name.endsWith(".dbf")) {
            ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(4, 1_000_000_000);
          }
          return bytes;
        });
    refuses("DBF bomb", BadFile.BROKEN, zip(parts), "a.zip");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE k [<!ENTITY a \"x\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]><kml>&b;</kml>",
        "<!DOCTYPE k [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><kml><name>&x;</name></kml>",
        "<!DOCTYPE k SYSTEM \"http://127.0.0.1:9/x.dtd\"><kml/>",
        "<kml><NetworkLink><Link><href>http://127.0.0.1:9/</href></Link></NetworkLink></kml>",
      })
  void kmlWithEntitiesOrLinksIsRefused(String kml) {
    refuses(
        "KML " + kml.substring(0, 20),
        BadFile.UNSAFE_XML,
        utf8("<?xml version=\"1.0\"?>" + kml),
        "a.kml");
  }

  @Test
  void kmlOfEndlessDepthIsRefused() {
    refuses("KML 100,000 deep", BadFile.UNSAFE_XML, utf8("<kml>".repeat(100_000)), "a.kml");
  }

  @Test
  void millionsOfVerticesAreRefused() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(
        utf8(
            "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{},"
                + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[["));
    byte[] vertex = utf8("[1,2],");
    for (int i = 0; i < 10_000_000; i++) {
      file.writeBytes(vertex);
    }
    file.writeBytes(utf8("[1,2]]]}}]}"));
    byte[] content = file.toByteArray();
    refuses("60 MB", BadFile.TOO_LARGE, content, "a.geojson");
    long before = used();
    ProblemException why =
        catchThrowableOfType(
            ProblemException.class, () -> read(content, "a.geojson", limits(70_000_000, 60)));
    assertThat(why.members()).containsEntry("cause", "TOO_MANY_VERTICES");
    assertThat(used() - before).isLessThan(20_000_000);
    print("10,000,000 vertices", why);
  }

  @Test
  void tenMillionVerticesInGeoPackageAreRefused() throws IOException {
    // the same polygon many times: every copy is read by ogr2ogr until the limit stops it
    List<Subzone> many = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      many.addAll(PhamVanHai.SUBZONES);
    }
    byte[] file = RoundTripTest.written(Format.FGB, many, Crs.EPSG_9210);
    refuses("21,000 features", BadFile.TOO_MANY_FEATURES, file, "a.fgb");
  }

  @Test
  void triggersOfGeoPackageNeverRun() throws Exception {
    byte[] file =
        geoPackage(
            "CREATE TRIGGER t AFTER UPDATE ON \"PVH-1\" BEGIN SELECT load_extension('x'); END");
    assertThat(RoundTripTest.read(file, "a.gpkg").features()).hasSize(70);
    System.out.printf("hostile %-32s %s%n", "GeoPackage with a trigger", "read; it never ran");
  }

  @Test
  void viewThatLoadsCodeIsRefused() throws Exception {
    byte[] file = geoPackage("CREATE VIEW v AS SELECT load_extension('/tmp/x.so')");
    refuses("GeoPackage with load_extension", BadFile.BROKEN, file, "a.gpkg");
  }

  @Test
  void endlessViewOfGeoPackageIsStopped() throws Exception {
    byte[] file =
        geoPackage(
            "CREATE VIEW bomb AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c)"
                + " SELECT x AS fid, geom FROM c, \"PVH-1\" WHERE x < 0",
            "INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id)"
                + " VALUES ('bomb', 'features', 'bomb', 9210)",
            "INSERT INTO gpkg_geometry_columns VALUES ('bomb', 'geom', 'POLYGON', 9210, 0, 0)");
    long start = System.nanoTime();
    ProblemException why =
        catchThrowableOfType(
            ProblemException.class, () -> read(file, "a.gpkg", limits(50_000_000, 4)));
    assertThat(why.members()).containsEntry("cause", "TOO_SLOW");
    assertThat(System.nanoTime() - start).isLessThan(12_000_000_000L);
    print("GeoPackage with endless view", why);
  }

  private static byte[] geoPackage(String... statements) throws Exception {
    Path file = Files.createTempFile("hostile", ".gpkg");
    try {
      Files.write(file, RoundTripTest.written(Format.GPKG, PhamVanHai.SUBZONES, Crs.EPSG_9210));
      for (String sql : statements) {
        Process process =
            new ProcessBuilder("ogrinfo", file.toString(), "-sql", sql)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(said).doesNotContain("ERROR");
      }
      return Files.readAllBytes(file);
    } finally {
      Files.delete(file);
    }
  }

  private static ImportLimits limits(long bytes, int seconds) {
    ImportLimits usual = ImportLimits.standard();
    return new ImportLimits(
        bytes,
        usual.unpackedBytes(),
        usual.entries(),
        usual.ratio(),
        usual.features(),
        usual.vertices(),
        Duration.ofSeconds(seconds));
  }

  private static RawFile read(byte[] file, String name, ImportLimits limits) throws IOException {
    return ReadFile.read(file, name, limits, () -> false, done -> {});
  }

  private static void print(String what, ProblemException why) {
    System.out.printf("hostile %-32s %s: %s%n", what, why.members().get("cause"), why.getMessage());
  }

  @Test
  void millionsOfVerticesInCsvAreRefused() {
    String file = "id,x,y\n" + "a,1,2\n".repeat(2_000_000);
    refuses("2 million rows of CSV", BadFile.TOO_MANY_VERTICES, utf8(file), "a.csv");
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "1e999999999"})
  void numbersThatAreNoneAreReported(String number) throws IOException {
    String json =
        "{\"type\":\"FeatureCollection\",\"features\":[\n{\"type\":\"Feature\",\"properties\":{},"
            + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],["
            + number
            + ",1],[0,0]]]}}]}";
    report("GeoJSON with " + number, utf8(json), "a.geojson");
    report(
        "CSV with " + number,
        utf8("code,wkt\nA,\"POLYGON((0 0,1 0," + number + " 1,0 0))\"\n"),
        "a.csv");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POLYGON((0 0,1 1,1 0,0 1,0 0))",
        "POLYGON((0 0,1 1))",
        "POLYGON EMPTY",
        "LINESTRING(0 0,1 1)",
        "POLYGON((0 0,1 0,1 1)"
      })
  void brokenShapesAreReportedWithTheirLine(String wkt) throws IOException {
    RawFile raw = RoundTripTest.read(utf8("code,wkt\nA,\"" + wkt + "\"\n"), "a.csv");
    assertThat(raw.features()).isEmpty();
    assertThat(raw.problems()).singleElement().satisfies(p -> assertThat(p.line()).isEqualTo(2));
  }

  @Test
  void deepJsonAndWrongTypesAreRefused() {
    refuses(
        "JSON 100,000 deep", BadFile.BROKEN, utf8("{\"a\":" + "[".repeat(100_000)), "a.geojson");
    refuses("picture", BadFile.UNKNOWN_FORMAT, new byte[] {(byte) 0x89, 'P', 'N', 'G'}, "a.png");
    refuses("empty file", BadFile.UNKNOWN_FORMAT, new byte[0], "a.dxf");
    refuses("script", BadFile.BROKEN, utf8("<svg><script/></svg>"), "a.svg");
    refuses(
        "SQLite of nonsense",
        BadFile.BROKEN,
        utf8("SQLite format 3\0" + "x".repeat(4000)),
        "a.gpkg");
  }

  @Test
  void dxfOfEndlessInsertsIsBounded() throws IOException {
    StringBuilder dxf =
        new StringBuilder("0\nSECTION\n2\nHEADER\n0\nENDSEC\n0\nSECTION\n2\nBLOCKS\n");
    for (int level = 0; level < 8; level++) {
      dxf.append("0\nBLOCK\n8\n0\n2\nB" + level + "\n10\n0.0\n20\n0.0\n");
      for (int i = 0; i < 10; i++) {
        dxf.append("0\nINSERT\n8\n0\n2\nB" + (level + 1) + "\n10\n0.0\n20\n0.0\n");
      }
      dxf.append("0\nENDBLK\n");
    }
    dxf.append("0\nENDSEC\n0\nSECTION\n2\nENTITIES\n0\nINSERT\n8\n0\n2\nB0\n10\n0.0\n20\n0.0\n");
    dxf.append("70\n30000\n71\n30000\n0\nENDSEC\n0\nEOF\n");
    ProblemException why =
        catchThrowableOfType(
            ProblemException.class,
            () -> read(utf8(dxf.toString()), "a.dxf", limits(50_000_000, 5)));
    assertThat(why.members().get("cause")).isIn("TOO_SLOW", "TOO_MANY_FEATURES");
    print("DXF of 9 * 10^8 nested inserts", why);
  }

  @Test
  void cancellingStopsTheReading() throws IOException {
    byte[] file = RoundTripTest.written(Format.GPKG, PhamVanHai.SUBZONES, Crs.EPSG_9210);
    ProblemException why =
        catchThrowableOfType(
            ProblemException.class,
            () -> ReadFile.read(file, "a.gpkg", ImportLimits.standard(), () -> true, n -> {}));
    assertThat(why.members()).containsEntry("cause", "CANCELLED");
  }

  private static void report(String what, byte[] file, String name) throws IOException {
    try {
      RawFile raw = RoundTripTest.read(file, name);
      assertThat(raw.features()).isEmpty();
      System.out.printf("hostile %-32s reported: %s%n", what, raw.problems());
    } catch (ProblemException e) {
      System.out.printf("hostile %-32s %s %s%n", what, e.members(), e.getMessage());
    }
  }

  private static void refuses(
      String what, @org.jspecify.annotations.Nullable BadFile cause, byte[] file, String name) {
    long start = System.nanoTime();
    ProblemException why =
        catchThrowableOfType(ProblemException.class, () -> RoundTripTest.read(file, name));
    assertThat(why).as(what).isNotNull();
    if (cause != null) {
      assertThat(why.members()).containsEntry("cause", cause.name());
    }
    assertThat(why.getMessage()).doesNotContain("/tmp").doesNotContain("java.");
    assertThat(why.detail(Language.VI)).isNotBlank();
    System.out.printf(
        "hostile %-32s %s in %d ms: %s%n",
        what,
        why.members().get("cause"),
        (System.nanoTime() - start) / 1_000_000,
        why.getMessage());
  }

  private static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static byte[] garbage(byte[] bytes) {
    byte[] broken = bytes.clone();
    for (int i = 100; i < broken.length; i++) {
      broken[i] = (byte) 0xFF;
    }
    return broken;
  }

  static Map<String, byte[]> shapefile() throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    byte[] zip = RoundTripTest.written(Format.SHP, PhamVanHai.SUBZONES, Crs.EPSG_9210);
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        parts.put(entry.getName(), in.readAllBytes());
      }
    }
    return parts;
  }

  static byte[] zip(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setLevel(Deflater.BEST_SPEED);
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
