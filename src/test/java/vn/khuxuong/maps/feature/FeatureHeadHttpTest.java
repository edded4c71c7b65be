package vn.khuxuong.maps.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.khuxuong.KhuxuongTest;
import vn.khuxuong.maps.Door;
import vn.khuxuong.maps.Door.Answer;
import vn.khuxuong.maps.LayerTables;
import vn.khuxuong.maps.layer.LayerCatalogue;

/** HEAD tells what a file of features would be like without making it. */
@KhuxuongTest
class FeatureHeadHttpTest {
  private static final String ITEMS = "/ogc/collections/plots/items";

  @LocalServerPort private int port;
  @Autowired private DataSource owner;
  @Autowired private LayerCatalogue catalogue;
  private Door door;

  @BeforeEach
  void open() {
    door = new Door(port);
  }

  /** All but what only the whole file tells. */
  private static Map<String, List<String>> headers(Answer answer) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(answer.response().headers().map());
    headers
        .keySet()
        .removeAll(
            List.of("Date", "Transfer-Encoding", "Content-Length", "Keep-Alive", "Connection"));
    return headers;
  }

  @ParameterizedTest
  @ValueSource(strings = {"gpkg", "fgb", "csv", "kml"})
  void hasTheHeadersOfTheFile(String f) {
    String path = ITEMS + "?f=" + f + "&status=FREE&crs=EPSG:9210";
    Answer file = door.get(path);
    Answer head = door.send("HEAD", path);
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.bytes()).isEmpty();
    assertThat(headers(head)).isEqualTo(headers(file));
    assertThat(head.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"plots." + f + "\"");
    assertThat(head.header("ETag")).startsWith("\"");
    assertThat(head.header("Content-Length")).isIn("", file.header("Content-Length"));
    assertThat(door.send("HEAD", path, "If-None-Match", file.header("ETag")).status())
        .isEqualTo(304);
  }

  @Test
  void readsNoFeature() throws Exception {
    LayerTables tables = new LayerTables(owner);
    try (var locked = tables.locked(catalogue.get("plots", Set.of()))) {
      assertThat(locked).isNotNull();
      for (String f : List.of("gpkg", "fgb", "csv", "kml")) {
        assertThat(door.send("HEAD", ITEMS + "?f=" + f).status()).as(f).isEqualTo(200);
      }
      assertThat(door.get(ITEMS + "?f=csv").status()).as("who reads waits in vain").isEqualTo(503);
    }
  }

  @Test
  void makesNoGeoPackage() throws Exception {
    try (WatchService watch = FileSystems.getDefault().newWatchService()) {
      Path.of(System.getProperty("java.io.tmpdir"))
          .register(watch, StandardWatchEventKinds.ENTRY_CREATE);
      assertThat(door.send("HEAD", ITEMS + "?f=gpkg").status()).isEqualTo(200);
      assertThat(geoPackageCame(watch, 500)).isFalse();
      assertThat(door.get(ITEMS + "?f=gpkg").status()).isEqualTo(200);
      assertThat(geoPackageCame(watch, 5_000)).isTrue();
    }
  }

  private static boolean geoPackageCame(WatchService watch, long millis)
      throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (System.nanoTime() < end) {
      WatchKey key = watch.poll(100, TimeUnit.MILLISECONDS);
      if (key == null) {
        continue;
      }
      boolean came =
          key.pollEvents().stream()
              .map(WatchEvent::context)
              .map(String::valueOf)
              .anyMatch(name -> name.startsWith("khuxuong-") && name.endsWith(".gpkg"));
      if (came) {
        return true;
      }
      key.reset();
    }
    return false;
  }

  @Test
  void refusesWhatIsRefusedToGet() {
    for (String query : List.of("f=gpkg&bbox=x", "f=csv&nope=1", "f=fgb&filter=nope%3D1")) {
      Answer head = door.send("HEAD", ITEMS + "?" + query);
      assertThat(head.status()).as(query).isEqualTo(400);
    }
    assertThat(door.send("HEAD", "/ogc/collections/nope/items?f=gpkg").status()).isEqualTo(404);
  }
}
