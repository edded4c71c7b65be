package vn.khuxuong.maps.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.khuxuong.KhuxuongTest;
import vn.khuxuong.maps.Door;
import vn.khuxuong.maps.Door.Answer;
import vn.khuxuong.maps.Errors;
import vn.khuxuong.maps.LayerTables;
import vn.khuxuong.maps.RawClient;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.layer.LayerCatalogue;

/** Answers that do not come to their end: the client goes, or the database does. */
@KhuxuongTest
class BrokenAnswersHttpTest {

  private static final String END_OF_CHUNKS = "0\r\n\r\n";

  @LocalServerPort private int port;
  @Autowired private DataSource owner;
  @Autowired private LayerCatalogue catalogue;

  private LayerTables tables;
  private Layer layer;
  private Errors errors;
  private LayerTables.Change change = () -> {};

  @BeforeEach
  void open() {
    tables = new LayerTables(owner);
    layer = catalogue.get("plots");
    errors = new Errors();
  }

  private void putBack() throws SQLException {
    change.close();
    change = () -> {};
  }

  @AfterEach
  void nothingIsLoggedAsAnError() throws SQLException {
    putBack();
    errors.close();
    assertThat(errors.logged()).isEmpty();
  }

  @AfterEach
  void noFileStaysOnDisk() throws Exception {
    long end = System.nanoTime() + 2_000_000_000L;
    while (!geoPackages().isEmpty() && System.nanoTime() < end) {
      Thread.sleep(20);
    }
    assertThat(geoPackages()).isEmpty();
  }

  private static List<String> geoPackages() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .map(path -> path.getFileName().toString())
          .filter(name -> name.matches("khuxuong-.*\\.gpkg"))
          .toList();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/ogc/collections/plots/items?limit=7",
        "/ogc/collections/plots/items?f=html&limit=8",
        "/ogc/collections/plots/items?f=csv",
        "/ogc/collections/plots/items?f=fgb",
        "/ogc/collections/plots/items?f=gpkg",
        "/ogc/collections/plots/items?resultType=hits&filter=area_m2%3E0.123",
        "/tiles/plots/15/26079/15394.mvt",
        "/wfs?service=WFS&version=2.0.0&request=GetFeature&typeNames=khu:plots&count=9"
      })
  void theStatementOfAClientThatHasGoneIsCancelled(String path) throws Exception {
    change = tables.locked(layer);
    try (RawClient client = new RawClient(port, path)) {
      tables.await(layer, true);
      assertThat(client.isOpen()).isTrue();
    }
    assertThat(tables.await(layer, false)).isLessThan(1.5);
    putBack();
    assertThat(new Door(port).get(path).status()).isIn(200, 204);
  }

  @ParameterizedTest
  @ValueSource(strings = {"f=csv", "f=fgb", "f=gpkg", "limit=10000"})
  void aClientThatGoesInTheMiddleEndsTheReading(String query) throws Exception {
    change = tables.repeated(layer, 2000);
    try (RawClient client = new RawClient(port, "/ogc/collections/plots/items?" + query)) {
      tables.await(layer, true);
      if (!query.equals("f=gpkg")) {
        client.read(10_000);
      }
    }
    assertThat(tables.await(layer, false)).isLessThan(1.5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/ogc/collections/plots/items?f=csv",
        "/ogc/collections/plots/items?f=kml",
        "/ogc/collections/plots/items?f=fgb",
        "/ogc/collections/plots/items?limit=10000",
        "/ogc/collections/plots/items?limit=10000&f=jsonfg",
        "/wfs?service=WFS&version=2.0.0&request=GetFeature&typeNames=khu:plots",
        "/wfs?service=WFS&version=2.0.0&request=GetFeature&typeNames=khu:plots"
            + "&outputFormat=application/json"
      })
  void anAnswerThatTheDatabaseLeavesHasNoEnd(String path) throws Exception {
    change = tables.repeated(layer, 500);
    try (RawClient client = new RawClient(port, path)) {
      String first = client.read(20_000);
      assertThat(first).startsWith("HTTP/1.1 200").contains("Transfer-Encoding: chunked");
      tables.terminate(layer);
      String rest = client.rest();
      assertThat(rest.length()).isGreaterThan(10_000);
      assertThat(rest.endsWith(END_OF_CHUNKS)).isFalse();
      String end = rest.substring(rest.length() - 2000);
      assertThat(end).doesNotContain("/problems/", "ExceptionReport", "numberReturned", "</kml>");
      assertThat(end).doesNotContain("\"timestamp\"", "\"path\"");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=7", "f=csv", "f=fgb", "f=gpkg"})
  void beforeAnythingIsSentThereIsAProblemDocument(String query) throws Exception {
    Door door = new Door(port);
    String path = "/ogc/collections/plots/items?" + query;
    change = tables.locked(layer);
    CompletableFuture<Answer> asked = CompletableFuture.supplyAsync(() -> door.get(path));
    tables.await(layer, true);
    tables.terminate(layer);
    Answer answer = asked.join();
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.header("Content-Disposition")).isEmpty();
    assertThat(answer.header("Retry-After")).isNotEmpty();
  }

  @Test
  void onlySoManyGeoPackagesAreMadeAtATime() throws Exception {
    Door door = new Door(port);
    String path = "/ogc/collections/plots/items?f=gpkg";
    change = tables.locked(layer);
    try (RawClient one = new RawClient(port, path);
        RawClient other = new RawClient(port, path + "&lang=en")) {
      while (tables.reading(layer).size() < 2) {
        Thread.sleep(20);
      }
      Answer third = door.get(path);
      assertThat(one.isOpen() && other.isOpen()).isTrue();
      assertThat(third.status()).isEqualTo(503);
      assertThat(third.json().get("type").asString()).isEqualTo("/problems/maps/busy");
      assertThat(third.header("Retry-After")).isNotEmpty();
    }
    tables.await(layer, false);
    putBack();
    assertThat(door.get(path).status()).isEqualTo(200);
  }

  /** Who reads slowly keeps a connection of the database; some are left for all others. */
  @Test
  void onlySoManySlowReadersAreServedAtATime() throws Exception {
    Door door = new Door(port);
    String path = "/wfs?service=WFS&version=2.0.0&request=GetFeature&typeNames=khu:plots";
    change = tables.repeated(layer, 500);
    List<RawClient> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 4; i++) {
        RawClient client = new RawClient(port, path);
        slow.add(client);
        assertThat(client.read(5_000)).startsWith("HTTP/1.1 200");
      }
      Answer fifth = door.get(path);
      assertThat(fifth.status()).isEqualTo(503);
      assertThat(fifth.header("Retry-After")).isNotEmpty();
      assertThat(fifth.text()).contains("ExceptionReport");
      assertThat(door.get(path + "&count=20").status()).isEqualTo(200);
    } finally {
      for (RawClient client : slow) {
        client.close();
      }
    }
    tables.await(layer, false);
    assertThat(door.get(path + "&count=9999").status()).isEqualTo(200);
  }

  @Test
  void whatTakesTooLongIsTooExpensive() throws Exception {
    Door door = new Door(port);
    change = tables.locked(layer);
    CompletableFuture<Answer> wfs =
        CompletableFuture.supplyAsync(
            () ->
                door.get("/wfs?service=WFS&version=2.0.0&request=GetFeature&typeNames=khu:plots"));
    CompletableFuture<Answer> file =
        CompletableFuture.supplyAsync(() -> door.get("/ogc/collections/plots/items?f=gpkg"));
    Answer items = door.get("/ogc/collections/plots/items?filter=area_m2%3E0.2");
    for (Answer answer : new Answer[] {items, file.join()}) {
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.json().get("type").asString()).isEqualTo("/problems/maps/too-expensive");
      assertThat(answer.header("Retry-After")).isNotEmpty();
    }
    assertThat(items.json().get("remedy").asString()).contains("bbox");
    assertThat(wfs.join().status()).isEqualTo(503);
    assertThat(wfs.join().header("Retry-After")).isNotEmpty();
    assertThat(wfs.join().text()).contains("ExceptionReport");
  }
}
