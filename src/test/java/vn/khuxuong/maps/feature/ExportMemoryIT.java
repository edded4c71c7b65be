package vn.khuxuong.maps.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.khuxuong.KhuxuongTest;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.maps.encoding.CsvFeatures;
import vn.khuxuong.maps.encoding.FeatureWriter;
import vn.khuxuong.maps.encoding.FlatGeobufFeatures;
import vn.khuxuong.maps.encoding.GeoPackageFeatures;
import vn.khuxuong.maps.encoding.JsonFeatures;
import vn.khuxuong.maps.encoding.KmlFeatures;
import vn.khuxuong.maps.encoding.Utf8Out;
import vn.khuxuong.maps.layer.Field;
import vn.khuxuong.maps.layer.FieldType;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.layer.Text;
import vn.khuxuong.maps.query.FeatureQuery;
import vn.khuxuong.maps.query.FeatureQuery.Start;
import vn.khuxuong.maps.query.FeatureRow;
import vn.khuxuong.maps.query.Features;
import vn.khuxuong.maps.query.PageOutput;
import vn.khuxuong.maps.query.StreamGate;
import vn.khuxuong.maps.query.TestRows;

/** Files of very many features take no more memory than those of ten thousand. */
@KhuxuongTest
class ExportMemoryIT {

  private static final int FEW = 10_000;
  private static final int MANY = 1_000_000;

  /** Enough for a file whose spatial index takes most of the time. */
  private static final int MANY_INDEXED = 100_000;

  private static final long NOISE_BYTES = 6 << 20;
  private static final Map<String, FieldType> COLUMNS = new LinkedHashMap<>();

  static {
    COLUMNS.put("word", FieldType.STRING);
    COLUMNS.put("part", FieldType.NUMBER);
    COLUMNS.put("day", FieldType.DATE);
    COLUMNS.put("odd", FieldType.BOOLEAN);
  }

  private static final String ROWS =
      """
      select i as id, 'Lô đất số ' || i as word, i / 7.0::float8 as part,
             date '2025-01-01' + i % 700 as day, i % 2 = 1 as odd,
             st_makeenvelope(106 + i %% 1000 * 0.001, 10 + i / 1000 * 0.001,
                             106.0005 + i %% 1000 * 0.001, 10.0005 + i / 1000 * 0.001, 4326) as geom
      from generate_series(1, %d) i
      """
          .replace("i % ", "i %% ")
          .formatted(MANY);

  @Autowired private Features features;
  @Autowired private JdbcClient owner;
  @TempDir private Path folder;

  /** Counts what comes. */
  private static final class Nowhere extends OutputStream {
    private long bytes;

    @Override
    public void write(int b) {
      bytes++;
    }

    @Override
    public void write(byte[] b, int off, int len) {
      bytes += len;
    }
  }

  /** A page of JSON as a file. */
  private record Json(JsonFeatures json, Utf8Out out) implements FeatureWriter {
    @Override
    public void begin() {}

    @Override
    public void feature(FeatureRow row) throws SQLException, IOException {
      json.open(row);
      out.raw('}');
    }

    @Override
    public void end() throws IOException {
      out.flush();
    }
  }

  private static String say(Text text) {
    return text.vi();
  }

  private static OutputStream held(Nowhere end) {
    return new PageOutput(() -> end, new StreamGate(1));
  }

  /** All formats that are sent while they are read. */
  private static List<FeatureWriter> streams(FeatureQuery query, List<Nowhere> ends) {
    for (int i = 0; i < 5; i++) {
      ends.add(new Nowhere());
    }
    Layer layer = query.layer();
    List<Field> fields = query.fields();
    Crs crs = query.crs();
    Utf8Out json = new Utf8Out(held(ends.get(0)));
    Utf8Out jsonFg = new Utf8Out(held(ends.get(1)));
    return List.of(
        new Json(ItemStore.json(Format.JSON, json, query, ""), json),
        new Json(ItemStore.json(Format.JSON_FG, jsonFg, query, ""), jsonFg),
        new CsvFeatures(new Utf8Out(held(ends.get(2))), layer, fields, crs),
        new KmlFeatures(new Utf8Out(held(ends.get(3))), layer, fields, "Thử"),
        new FlatGeobufFeatures(held(ends.get(4)), layer, fields, true, crs, ExportMemoryIT::say));
  }

  private long writeStreams(FeatureQuery all, int rows) throws IOException {
    FeatureQuery query = all.with(new Start.First(), rows);
    List<Nowhere> ends = new ArrayList<>();
    long most = write(query, streams(query, ends));
    assertThat(ends).allSatisfy(end -> assertThat(end.bytes).isGreaterThan(60L * rows - (8 << 20)));
    return most;
  }

  private long writeGeoPackage(FeatureQuery all, int rows) throws IOException {
    FeatureQuery query = all.with(new Start.First(), rows);
    Path file = Files.createTempFile(folder, "many", ".gpkg");
    try (GeoPackageFeatures writer =
        new GeoPackageFeatures(
            file,
            GeoPackageFiles.MOST_BYTES,
            query.layer(),
            query.fields(),
            true,
            query.crs(),
            ExportMemoryIT::say)) {
      long most = write(query, List.of(writer));
      assertThat(Files.size(file)).isGreaterThan(100L * rows);
      return most;
    }
  }

  /** The most bytes in use at some moments while formats are written side by side. */
  private long write(FeatureQuery query, List<FeatureWriter> writers) throws IOException {
    long[] seen = {0, 0};
    try {
      for (FeatureWriter writer : writers) {
        writer.begin();
      }
      features.read(
          query,
          row -> {
            for (FeatureWriter writer : writers) {
              writer.feature(row);
            }
            seen[0]++;
            if (seen[0] == query.limit() / 3 || seen[0] == query.limit() - 5) {
              seen[1] = Math.max(seen[1], inUse());
            }
          });
      for (FeatureWriter writer : writers) {
        writer.end();
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    assertThat(seen[0]).isEqualTo(query.limit());
    return seen[1];
  }

  private static long inUse() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  @Test
  void manyFeaturesTakeNoMoreMemoryThanFew() throws IOException {
    try (TestRows rows = TestRows.many(owner, "many_rows", ROWS, COLUMNS)) {
      FeatureQuery all = FeatureQuery.all(rows.layer());
      // what is made once is made now
      writeStreams(all, FEW);
      writeGeoPackage(all, FEW);
      long few = writeStreams(all, FEW);
      long many = writeStreams(all, MANY);
      assertThat(many).isLessThan(few + NOISE_BYTES);
      few = writeGeoPackage(all, FEW);
      many = writeGeoPackage(all, MANY_INDEXED);
      assertThat(many).isLessThan(few + NOISE_BYTES);
    }
  }
}
