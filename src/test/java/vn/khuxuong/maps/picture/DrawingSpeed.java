package vn.khuxuong.maps.picture;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import vn.khuxuong.geo.BBox;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.maps.draw.Java2dDrawing;
import vn.khuxuong.maps.draw.MapDrawing;
import vn.khuxuong.maps.draw.MapFeature;
import vn.khuxuong.maps.draw.MapView;
import vn.khuxuong.maps.draw.Scene;
import vn.khuxuong.maps.layer.LayerDatabase;
import vn.khuxuong.maps.style.Attributes;
import vn.khuxuong.maps.style.Styles;
import vn.khuxuong.platform.database.Database;
import vn.khuxuong.platform.database.TestDatabase;

/**
 * Measures drawing on 400,000 plots: the pictures of {@link MapPictures} against one statement a
 * layer, one JTS geometry a feature, Java2D and zlib, in turn in one run. Not a test: run it by
 * hand on a quiet machine, arguments seconds a round (0 for where the time goes) and clients.
 */
final class DrawingSpeed {
  private static final Styles STYLES = Styles.in(Path.of("maps/styles"));

  private final HikariDataSource pool;
  private final PictureStore store;
  private final MapDrawing drawing = new MapDrawing(STYLES.patterns());
  private final List<PictureLayer> layers;
  private final boolean labels;

  private DrawingSpeed(HikariDataSource pool, Path styles, boolean labels) {
    this.pool = pool;
    this.store = new PictureStore(LayerDatabase.of(pool));
    this.labels = labels;
    Styles read = Styles.in(styles);
    this.layers =
        List.of(
            PictureLayer.of(
                SpeedTown.layer("zones", "status", "free_m2", "short_name"),
                read.find("zones", Styles.DEFAULT).orElseThrow()),
            PictureLayer.of(
                SpeedTown.layer(
                    "subzones", "land_use", "code", "area_ha", "land_use_vi", "cadastral_code"),
                read.find("subzones", Styles.DEFAULT).orElseThrow()),
            PictureLayer.of(
                SpeedTown.layer("plots", "status", "code"),
                read.find("plots", Styles.DEFAULT).orElseThrow()));
  }

  private record Mix(String name, int width, int height, double zoom) {}

  private static final List<Mix> MIXES =
      List.of(
          new Mix("tile_plot", 256, 256, 17),
          new Mix("tile_zone", 256, 256, 14),
          new Mix("tile_city", 256, 256, 11),
          new Mix("screen_plot", 1024, 768, 16),
          new Mix("screen_zone", 1024, 768, 14.2),
          new Mix("screen_city", 1024, 768, 10.5));

  private static MapView view(Mix mix, Random random) {
    double metres = 156_543.033_928 / Math.pow(2, mix.zoom());
    double side = SpeedTown.STEP * SpeedTown.ZONES_A_SIDE;
    double x = SpeedTown.WEST + random.nextDouble() * side;
    double y = SpeedTown.SOUTH + random.nextDouble() * side;
    if (mix.zoom() > 13) {
      x = SpeedTown.WEST + random.nextInt(20) * SpeedTown.STEP + random.nextDouble() * 4000;
      y = SpeedTown.SOUTH + random.nextInt(20) * SpeedTown.STEP + random.nextDouble() * 4000;
    }
    if (mix.width() == 256) {
      x = Math.floor(x / (256 * metres)) * 256 * metres;
      y = Math.floor(y / (256 * metres)) * 256 * metres;
    }
    BBox box = new BBox(Crs.EPSG_3857, x, y, x + mix.width() * metres, y + mix.height() * metres);
    return new MapView(box, mix.width(), mix.height());
  }

  private byte[] ours(MapView view) {
    PictureRequest request = PictureRequest.png(view, layers, null);
    return drawing.png(new Scene(view, 1, store.read(request, layers), null));
  }

  private byte[] before(MapView view) {
    Java2dDrawing picture = new Java2dDrawing(STYLES.patterns(), view);
    BBox box = view.grownBy(128).transform(Crs.EPSG_4326);
    for (PictureLayer layer : layers) {
      Set<String> fields = layer.style().fieldsAt(view.zoom());
      if (!fields.isEmpty()) {
        picture.draw(layer.style(), read(layer, box, fields));
      }
    }
    return picture.png();
  }

  private List<MapFeature> read(PictureLayer layer, BBox box, Set<String> fields) {
    List<String> columns = List.copyOf(fields);
    String sql =
        "select id::text, st_asbinary(geom_3857), "
            + String.join(", ", columns)
            + " from "
            + layer.layer().relation(true)
            + " where geom && st_makeenvelope(?, ?, ?, ?, 4326) order by id limit 50001";
    return new JdbcTemplate(pool)
        .query(
            sql,
            (row, n) -> {
              Map<String, Object> values = new HashMap<>();
              for (int i = 0; i < columns.size(); i++) {
                values.put(columns.get(i), row.getObject(3 + i));
              }
              try {
                return new MapFeature(
                    row.getString(1),
                    Crs.EPSG_3857,
                    new WKBReader(Crs.EPSG_3857.geometryFactory()).read(row.getBytes(2)),
                    Attributes.of(values));
              } catch (ParseException e) {
                throw new IllegalStateException(e);
              }
            },
            box.minX(),
            box.minY(),
            box.maxX(),
            box.maxY());
  }

  private record Result(double perSecond, double p50, double p95, double cpu, double kilobytes) {}

  private static Result measure(
      Mix mix, Function<MapView, byte[]> way, double seconds, int clients, int seed)
      throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(clients);
    List<Future<double[]>> all = new ArrayList<>();
    long end = System.nanoTime() + (long) (seconds * 1e9);
    long start = System.nanoTime();
    for (int c = 0; c < clients; c++) {
      Random random = new Random(seed * 100L + c);
      all.add(
          threads.submit(
              () -> {
                double[] times = new double[1 << 16];
                int n = 2;
                var beans = ManagementFactory.getThreadMXBean();
                long cpu = beans.getCurrentThreadCpuTime();
                while (System.nanoTime() < end && n < times.length) {
                  long from = System.nanoTime();
                  times[1] += way.apply(view(mix, random)).length;
                  times[n++] = (System.nanoTime() - from) / 1e6;
                }
                times[0] = (beans.getCurrentThreadCpuTime() - cpu) / 1e6;
                return Arrays.copyOf(times, n);
              }));
    }
    double cpu = 0;
    double bytes = 0;
    double[] times = new double[0];
    for (Future<double[]> one : all) {
      double[] got = one.get();
      cpu += got[0];
      bytes += got[1];
      int before = times.length;
      times = Arrays.copyOf(times, before + got.length - 2);
      System.arraycopy(got, 2, times, before, got.length - 2);
    }
    threads.shutdown();
    double elapsed = (System.nanoTime() - start) / 1e9;
    Arrays.sort(times);
    int n = times.length;
    return new Result(n / elapsed, times[n / 2], times[n * 95 / 100], cpu / n, bytes / n / 1000);
  }

  private void report(double seconds, int clients) throws Exception {
    System.out.printf(
        "%-12s %-7s %9s %8s %8s %8s %8s%n",
        "mix", "way", "req/s", "p50 ms", "p95 ms", "cpu ms", "KB");
    for (Mix mix : MIXES) {
      Result[] old = new Result[3];
      Result[] now = new Result[3];
      for (int round = 0; round < 3; round++) {
        if (!labels) {
          old[round] = measure(mix, this::before, seconds, clients, round);
        }
        now[round] = measure(mix, this::ours, seconds, clients, round);
      }
      if (!labels) {
        print(mix, "before", old[2]);
      }
      print(mix, labels ? "labels" : "ours", now[2]);
      if (!labels) {
        System.out.printf(
            Locale.ROOT,
            "%-12s %-7s %8.2fx %17.2fx %8.2fx%n",
            "",
            "ratio",
            now[2].perSecond() / old[2].perSecond(),
            now[2].p95() / old[2].p95(),
            old[2].cpu() / now[2].cpu());
      }
    }
  }

  /** Where the time goes: reading, then drawing with and without packing, CPU ms a picture. */
  private void parts() throws IOException {
    for (Mix mix : MIXES) {
      if (!mix.name().contains(System.getProperty("mix", ""))) {
        continue;
      }
      double[] ms = new double[3];
      double kilobytes = 0;
      int pictures = mix.width() == 256 ? 600 : 120;
      for (int round = 0; round < 3; round++) {
        Random random = new Random(5);
        Arrays.fill(ms, 0);
        kilobytes = 0;
        var beans = ManagementFactory.getThreadMXBean();
        for (int i = 0; i < pictures; i++) {
          MapView view = view(mix, random);
          long a = beans.getCurrentThreadCpuTime();
          PictureRequest request = PictureRequest.png(view, layers, null);
          Scene scene = new Scene(view, 1, store.read(request, layers), null);
          long b = beans.getCurrentThreadCpuTime();
          if (!Boolean.getBoolean("nodraw")) {
            drawing.draw(scene);
          }
          long c = beans.getCurrentThreadCpuTime();
          kilobytes += drawing.png(scene).length / 1e3 / pictures;
          long d = beans.getCurrentThreadCpuTime();
          ms[0] += (b - a) / 1e6 / pictures;
          ms[1] += (c - b) / 1e6 / pictures;
          ms[2] += (d - c) / 1e6 / pictures;
        }
      }
      Random random = new Random(5);
      Path folder = Files.createDirectories(Path.of("target", "pictures"));
      for (int i = 0; i < 3; i++) {
        MapView view = view(mix, random);
        Files.write(
            folder.resolve(mix.name() + (labels ? "-labels" : "") + i + ".png"), ours(view));
      }
      System.out.printf(
          Locale.ROOT,
          "%-12s read %6.2f  drawn %6.2f  drawn and packed %6.2f  %5.0f KB%n",
          mix.name(),
          ms[0],
          ms[1],
          ms[2],
          kilobytes);
    }
  }

  private static void print(Mix mix, String way, Result result) {
    System.out.printf(
        Locale.ROOT,
        "%-12s %-7s %9.1f %8.2f %8.2f %8.2f %8.1f%n",
        mix.name(),
        way,
        result.perSecond(),
        result.p50(),
        result.p95(),
        result.cpu(),
        result.kilobytes());
  }

  /** The styles without their labels, which the old way here does not draw. */
  private static Path withoutLabels() throws IOException {
    Path folder = Files.createTempDirectory("styles");
    for (String name : List.of("zones", "subzones", "plots")) {
      JsonNode style =
          JsonMapper.shared().readTree(Files.readString(Path.of("maps/styles", name + ".json")));
      ArrayNode steps = (ArrayNode) style.path("layers");
      for (int i = steps.size() - 1; i >= 0; i--) {
        if (Set.of("symbol", "circle").contains(steps.get(i).path("type").stringValue())) {
          steps.remove(i);
        }
      }
      Files.writeString(folder.resolve(name + ".json"), style.toString());
    }
    return folder;
  }

  /** Kept from one run to the next, as filling it takes a minute. */
  private static Database database() {
    Database server = TestDatabase.shared();
    String url = server.url().replaceAll("/[^/?]+([?]|$)", "/drawing_speed$1");
    Database kept = new Database(url, server.user(), server.password(), server.origin(), () -> {});
    return kept.answers() ? kept : TestDatabase.empty("drawing_speed");
  }

  public static void main(String[] args) throws Exception {
    double seconds = args.length > 0 ? Double.parseDouble(args[0]) : 2;
    int clients = args.length > 1 ? Integer.parseInt(args[1]) : 1;
    Database database = database();
    try (HikariDataSource pool = new HikariDataSource()) {
      pool.setJdbcUrl(database.url());
      pool.setUsername(database.user());
      pool.setPassword(database.password());
      pool.addDataSourceProperty("prepareThreshold", System.getProperty("threshold", "-1"));
      pool.setConnectionInitSql("set jit = off");
      SpeedTown.build(new JdbcTemplate(pool));
      if (seconds == 0) {
        new DrawingSpeed(pool, withoutLabels(), false).parts();
        new DrawingSpeed(pool, Path.of("maps/styles"), true).parts();
        System.exit(0);
      }
      new DrawingSpeed(pool, withoutLabels(), false).report(seconds, clients);
      new DrawingSpeed(pool, Path.of("maps/styles"), true).report(seconds, clients);
    }
    System.exit(0);
  }
}
