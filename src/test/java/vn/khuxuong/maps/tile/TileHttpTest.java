package vn.khuxuong.maps.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.khuxuong.KhuxuongTest;
import vn.khuxuong.geo.BBox;
import vn.khuxuong.geo.TileAddress;
import vn.khuxuong.maps.Door;
import vn.khuxuong.maps.Door.Answer;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.layer.LayerCatalogue;
import vn.khuxuong.maps.mvt.Mvt;

@KhuxuongTest
class TileHttpTest {

  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;
  @Autowired private DataSource source;
  @Autowired private LayerCatalogue catalogue;
  private Door door;

  @BeforeEach
  void open() {
    door = new Door(port);
  }

  @Test
  void tileHoldsShapesWithTheirAttributesAndLabelPoints() {
    Answer answer = door.get("/tiles/subzones/13/6519/3848.mvt");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("application/vnd.mapbox-vector-tile");
    Map<String, Mvt.TileLayer> layers = Mvt.read(answer.bytes());
    assertThat(layers.keySet()).containsExactly("subzones", "subzones_label");
    Mvt.TileLayer subzones = layers.get("subzones");
    assertThat(subzones.version()).isEqualTo(2);
    assertThat(subzones.extent()).isEqualTo(4096);
    assertThat(subzones.features()).isNotEmpty().allMatch(feature -> feature.type() == 3);
    Mvt.Feature feature = subzones.features().get(0);
    Map<String, Object> row =
        jdbc.sql("select * from published.subzones where id = :id")
            .param("id", feature.id())
            .query()
            .singleRow();
    assertThat(feature.tags().get("code")).isEqualTo(row.get("code"));
    assertThat(feature.tags().get("area_m2")).isEqualTo(row.get("area_m2"));
    assertThat(feature.tags().get("max_floors"))
        .isEqualTo(((Integer) row.get("max_floors")).longValue());
    assertThat(feature.tags().get("valid_from")).isEqualTo(row.get("valid_from").toString());
    assertThat(layers.get("subzones_label").features()).allMatch(label -> label.type() == 1);
  }

  @Test
  void everyFeatureHasOneLabelInTheTilesOfAZoom() {
    for (Layer layer : catalogue.layers()) {
      List<Long> labels = new ArrayList<>();
      for (TileAddress tile : tilesOf(layer)) {
        Answer answer = door.get("/tiles/" + layer.id() + "/" + tile + ".mvt");
        if (answer.status() != 204) {
          Mvt.TileLayer layerOfLabels = Mvt.read(answer.bytes()).get(layer.id() + "_label");
          if (layerOfLabels != null) {
            layerOfLabels.features().forEach(label -> labels.add(label.id()));
          }
        }
      }
      List<Long> ids =
          jdbc.sql("select id from published." + layer.view()).query(Long.class).list();
      assertThat(labels).as(layer.id()).containsExactlyInAnyOrderElementsOf(ids);
    }
  }

  @Test
  void labelStandsAtOnePlaceAtEveryZoom() {
    long id =
        jdbc.sql("select id from published.zones order by id limit 1").query(Long.class).single();
    double[] place =
        jdbc.sql(
                """
                select st_x(p) as x, st_y(p) as y
                from (select label_3857 as p from published.zones_now where id = :id) q
                """)
            .param("id", id)
            .query((row, n) -> new double[] {row.getDouble("x"), row.getDouble("y")})
            .single();
    double longitude = Math.toDegrees(place[0] / 6_378_137);
    double latitude = Math.toDegrees(Math.atan(Math.sinh(place[1] / 6_378_137)));
    for (int z : new int[] {0, 5, 9, 12, 16}) {
      TileAddress tile = TileAddress.of(longitude, latitude, z);
      Mvt.Feature label =
          Mvt.read(door.get("/tiles/zones/" + tile + ".mvt").bytes())
              .get("zones_label")
              .features()
              .stream()
              .filter(feature -> feature.id() == id)
              .findFirst()
              .orElseThrow();
      BBox bounds = tile.bounds();
      double unit = bounds.width() / 4096;
      assertThat(bounds.minX() + label.points().get(0) * unit).isCloseTo(place[0], within(unit));
      assertThat(bounds.maxY() - label.points().get(1) * unit).isCloseTo(place[1], within(unit));
    }
  }

  @Test
  void severalLayersComeInOneTile() {
    Map<String, Mvt.TileLayer> layers =
        Mvt.read(door.get("/tiles/zones,subzones/13/6519/3848.mvt").bytes());
    assertThat(layers.keySet())
        .containsExactly("zones", "zones_label", "subzones", "subzones_label");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /tiles/subzones/99/0/0.mvt             | 404
          /tiles/subzones/25/0/0.mvt             | 404
          /tiles/subzones/22/0/0.mvt             | 404
          /tiles/subzones/3/8/0.mvt              | 404
          /tiles/subzones/3/0/8.mvt              | 404
          /tiles/subzones/3/-1/0.mvt             | 404
          /tiles/subzones/3/NaN/0.mvt            | 404
          /tiles/subzones/3/0/1e1.mvt            | 404
          /tiles/subzones/99999999999/0/0.mvt    | 404
          /tiles/nosuch/3/0/0.mvt                | 404
          /tiles/subzones_label/13/6519/3848.mvt | 404
          /tiles/zones,/3/0/0.mvt                | 404
          /tiles/zones,zones/3/0/0.mvt           | 204
          /tiles/a,b,c,d,e,f,g,h,i/3/0/0.mvt     | 400
          /tiles/zones/3/0/0.mvt?x=1             | 400
          /tiles/zones.json?x=1                  | 400
          /tiles/nosuch.json                     | 404
          /tiles/zones/3/0/0.mvt                 | 204
          /tiles/subzones/0/0/0.mvt              | 204
          /tiles/zones/0/0/0.mvt                 | 200
          /tiles/zones/0/0/0.pbf                 | 200
          /tiles/zones/0/0/0.svg                 | 404
          /tiles/zones/0/0/0                     | 404
          /tiles/zones/0/0/0@2x.mvt              | 404
          /tiles/zones/0/0/0.mvt?f=mvt           | 400
          /tiles/zones/0/0/0.mvt?properties=code | 200
          /tiles/zones/0/0/0.mvt?properties=geom | 400
          /tiles/zones/0/0/0.mvt?floor=2         | 400
          /tiles/bays/16/0/0.mvt?floor=2         | 204
          /tiles/bays/16/0/0.mvt?floor=two       | 400
          /tiles/zones/0/0/0.mvt?datetime=always | 400
          /tiles/zones/0/0/0.mvt?asOf=yesterday  | 400
          /tiles/zones/0/0/0.mvt?filter-lang=cql2-text | 400
          /tiles/zones/v/1/0/0/0.mvt             | 404
          """)
  void onlyTilesThatExistAreAnswered(String path, int status) {
    Answer answer = door.get(path);
    assertThat(answer.status()).isEqualTo(status);
    if (status >= 400) {
      assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }
    if (status == 204) {
      assertThat(answer.bytes()).isEmpty();
    }
  }

  @Test
  void tilesAreRevalidatedByAStrongTag() {
    String path = "/tiles/zones/9/407/240.mvt";
    Answer first = door.get(path);
    assertThat(first.status()).isEqualTo(200);
    assertThat(first.header("Cache-Control")).isEqualTo("no-cache");
    String etag = first.header("ETag");
    assertThat(etag).startsWith("\"");
    assertThat(door.get(path, "If-None-Match", etag).status()).isEqualTo(304);
    assertThat(door.send("HEAD", path).status()).isEqualTo(200);
    assertThat(door.send("HEAD", path).header("ETag")).isEqualTo(etag);
    assertThat(door.get("/tiles/subzones/9/407/240.mvt").header("ETag")).isNotEqualTo(etag);
    Answer empty = door.get("/tiles/zones/3/0/0.mvt");
    assertThat(empty.status()).isEqualTo(204);
    assertThat(door.get("/tiles/zones/3/0/0.mvt", "If-None-Match", empty.header("ETag")).status())
        .isEqualTo(304);
  }

  @Test
  void whoHasATileIsToldSoBeforeAnythingIsRead() throws Exception {
    String path = "/tiles/zones/9/407/241.mvt";
    String etag = door.get(path).header("ETag");
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      connection.createStatement().execute("lock table zoning.zones in access exclusive mode");
      CompletableFuture<Integer> told =
          CompletableFuture.supplyAsync(() -> door.get(path, "If-None-Match", etag).status());
      assertThat(told.get(5, TimeUnit.SECONDS)).isEqualTo(304);
      connection.rollback();
    }
  }

  @Test
  void compressedTilesHaveATagOfTheirOwn() throws IOException {
    String path = "/tiles/zones,subzones/12/3259/1924.mvt";
    Answer plain = door.get(path);
    Answer packed = door.get(path, "Accept-Encoding", "gzip, br");
    assertThat(plain.header("Content-Encoding")).isEmpty();
    assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
    assertThat(String.join(", ", packed.response().headers().allValues("Vary")))
        .contains("Accept-Encoding");
    assertThat(packed.bytes().length).isLessThan(plain.bytes().length * 3 / 4);
    try (var in = new GZIPInputStream(new ByteArrayInputStream(packed.bytes()))) {
      assertThat(in.readAllBytes()).isEqualTo(plain.bytes());
    }
    assertThat(packed.header("ETag")).startsWith("\"").isNotEqualTo(plain.header("ETag"));
    assertThat(
            door.get(path, "Accept-Encoding", "gzip", "If-None-Match", packed.header("ETag"))
                .status())
        .isEqualTo(304);
    assertThat(door.get(path, "If-None-Match", packed.header("ETag")).status()).isEqualTo(200);
    assertThat(door.get(path, "Accept-Encoding", "gzip;q=0").header("Content-Encoding")).isEmpty();
  }

  @Test
  void aChangedTileChangesItsTagAndOthersKeepTheirs() throws InterruptedException {
    String path = "/tiles/zones/13/" + tileOf("TT") + ".mvt";
    String etag = door.get(path).header("ETag");
    List<String> elsewhere =
        List.of(
            "/tiles/zones/13/" + tileOf("PVH") + ".mvt",
            "/tiles/zones/13/" + tileOf("PVH") + ".png",
            "/tiles/zones/13/" + tileOf("PVH") + ".mvt?filter=" + Door.encoded("code='PVH'"));
    List<String> tags = elsewhere.stream().map(tile -> door.get(tile).header("ETag")).toList();
    jdbc.sql("update zoning.zones set operator_en = operator_en || ' (test)' where code = 'TT'")
        .update();
    try {
      Answer changed = door.get(path, "If-None-Match", etag);
      for (int tries = 0; changed.status() == 304 && tries < 20; tries++) {
        TimeUnit.MILLISECONDS.sleep(50);
        changed = door.get(path, "If-None-Match", etag);
      }
      assertThat(changed.status()).as("within a second").isEqualTo(200);
      assertThat(changed.header("ETag")).isNotEqualTo(etag);
      for (int i = 0; i < tags.size(); i++) {
        assertThat(door.get(elsewhere.get(i), "If-None-Match", tags.get(i)).status())
            .as(elsewhere.get(i))
            .isEqualTo(304);
      }
    } finally {
      jdbc.sql(
              "update zoning.zones set operator_en = replace(operator_en, ' (test)', '') where code"
                  + " = 'TT'")
          .update();
    }
  }

  @Test
  void tileJsonTellsWhatTheTilesHold() {
    Answer answer = door.get("/tiles/zones,bays.json");
    assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    JsonNode json = answer.json();
    assertThat(json.get("tilejson").asString()).isEqualTo("3.0.0");
    assertThat(json.at("/tiles/0").asString())
        .isEqualTo(door.root() + "/tiles/zones,bays/{z}/{x}/{y}.mvt");
    assertThat(json.get("minzoom").asInt()).isZero();
    assertThat(json.get("maxzoom").asInt()).isEqualTo(22);
    assertThat(json.get("attribution").asString())
        .contains("Sơ đồ, không có giá trị pháp lý", "Số minh họa");
    assertThat(door.get("/tiles/zones.json?lang=en").json().get("attribution").asString())
        .contains("Schematic, not legally valid");
    JsonNode bounds = json.get("bounds");
    assertThat(bounds.get(0).asDouble()).isBetween(102.0, bounds.get(2).asDouble());
    Set<String> ids = new HashSet<>();
    json.get("vector_layers").forEach(layer -> ids.add(layer.get("id").asString()));
    assertThat(ids).containsExactlyInAnyOrder("zones", "zones_label", "bays", "bays_label");
    JsonNode described = json.at("/vector_layers/0/fields");
    Map<String, Object> served =
        Mvt.read(door.get("/tiles/zones/9/407/240.mvt").bytes())
            .get("zones_label")
            .features()
            .get(0)
            .tags();
    assertThat(described.propertyNames()).containsAll(served.keySet());
    assertThat(json.at("/vector_layers/1/fields").propertyNames())
        .containsExactlyInAnyOrderElementsOf(served.keySet());
  }

  @Test
  void farOutTilesCarryOnlyWhatIsDrawn() {
    Map<String, Object> far =
        Mvt.read(door.get("/tiles/subzones/12/3259/1924.mvt").bytes())
            .get("subzones")
            .features()
            .get(0)
            .tags();
    assertThat(far.keySet()).contains("id", "code", "land_use").doesNotContain("phase", "far");
    Mvt.TileLayer near =
        Mvt.read(door.get("/tiles/subzones/13/6519/3848.mvt").bytes()).get("subzones");
    assertThat(near.features().get(0).tags().keySet()).contains("phase", "far");
    assertThat(
            door.get("/tiles/subzones.json?lang=en")
                .json()
                .at("/vector_layers/0/fields/phase")
                .asString())
        .contains("from zoom 13");
    assertThat(
            Mvt.read(door.get("/tiles/subzones/13/6519/3848.mvt?properties=phase").bytes())
                .get("subzones")
                .features()
                .get(0)
                .tags()
                .keySet())
        .containsOnly("phase");
  }

  private String tileOf(String zone) {
    return jdbc.sql(
            """
            select st_x(p) as x, st_y(p) as y
            from (select st_pointonsurface(geom) as p from published.zones where code = :zone) q
            """)
        .param("zone", zone)
        .query((row, n) -> TileAddress.of(row.getDouble("x"), row.getDouble("y"), 13))
        .single()
        .toString()
        .substring("13/".length());
  }

  /** All tiles of one zoom that a feature's box touches. */
  private Set<TileAddress> tilesOf(Layer layer) {
    Set<TileAddress> tiles = new LinkedHashSet<>();
    int zoom = Math.max(layer.zoom().min(), 12);
    jdbc.sql(
            """
            select st_xmin(geom) as west, st_ymin(geom) as south,
                   st_xmax(geom) as east, st_ymax(geom) as north from published.
            """
                    .strip()
                + layer.view())
        .query(
            row -> {
              TileAddress first =
                  TileAddress.of(row.getDouble("west"), row.getDouble("north"), zoom);
              TileAddress last =
                  TileAddress.of(row.getDouble("east"), row.getDouble("south"), zoom);
              for (int x = first.x(); x <= last.x(); x++) {
                for (int y = first.y(); y <= last.y(); y++) {
                  tiles.add(new TileAddress(zoom, x, y));
                }
              }
            });
    assertThat(tiles).as("edges of tiles that cut the layer").hasSizeGreaterThan(1);
    return tiles;
  }
}
