package vn.khuxuong.maps.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.khuxuong.KhuxuongTest;
import vn.khuxuong.geo.TileAddress;
import vn.khuxuong.maps.Door;
import vn.khuxuong.maps.Door.Answer;
import vn.khuxuong.maps.mvt.Mvt;

/** Filters, days and storeys on tiles. */
@KhuxuongTest
class TileSelectionHttpTest {

  private static final String SUBZONES = "/tiles/subzones/12/3259/1924.mvt";

  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;
  private Door door;

  @BeforeEach
  void open() {
    door = new Door(port);
  }

  @Test
  void aFilterChoosesFeaturesAndTheirLabels() {
    Map<String, Mvt.TileLayer> layers =
        layers(SUBZONES + "?filter=" + Door.encoded("land_use='SUPPORT'"));
    assertThat(layers.keySet()).containsExactly("subzones", "subzones_label");
    layers
        .values()
        .forEach(
            layer ->
                assertThat(layer.features())
                    .isNotEmpty()
                    .allMatch(feature -> "SUPPORT".equals(feature.tags().get("land_use"))));
    assertThat(layers(SUBZONES).get("subzones").features().size())
        .isGreaterThan(layers.get("subzones").features().size());
  }

  @Test
  void spellingsOfOneFilterShareATagAndOthersDoNot() {
    String text = SUBZONES + "?filter=" + Door.encoded("land_use = 'SUPPORT'  AND (phase=1)");
    String spelt =
        SUBZONES
            + "?filter-lang=cql2-text&filter="
            + Door.encoded("(\"land_use\"='SUPPORT') and phase = 1");
    String json =
        SUBZONES
            + "?filter-lang=cql2-json&filter="
            + Door.encoded(
                """
                {"op": "and", "args": [{"op": "=", "args": [{"property": "land_use"}, "SUPPORT"]},
                  {"op": "=", "args": [{"property": "phase"}, 1]}]}\
                """);
    String etag = door.get(text).header("ETag");
    assertThat(door.get(spelt).header("ETag")).isEqualTo(etag);
    assertThat(door.get(json).header("ETag")).isEqualTo(etag);
    assertThat(door.get(json, "If-None-Match", etag).status()).isEqualTo(304);
    assertThat(door.get(SUBZONES + "?filter=" + Door.encoded("land_use='SUPPORT'")).header("ETag"))
        .isNotEqualTo(etag);
    assertThat(door.get(SUBZONES).header("ETag")).isNotEqualTo(etag);
    assertThat(door.get(SUBZONES + "?filter=true").header("ETag"))
        .as("no condition at all")
        .isEqualTo(door.get(SUBZONES).header("ETag"));
  }

  @Test
  void picturesAreFilteredAsWell() {
    Map<String, Object> support =
        jdbc.sql(
                """
                select st_x(st_pointonsurface(geom)) as x, st_y(st_pointonsurface(geom)) as y
                from published.subzones where land_use = 'SUPPORT' order by id limit 1
                """)
            .query()
            .singleRow();
    TileAddress tile = TileAddress.of((Double) support.get("x"), (Double) support.get("y"), 14);
    String path = "/tiles/subzones/" + tile + ".png";
    byte[] all = door.get(path).bytes();
    Answer some = door.get(path + "?filter=" + Door.encoded("land_use='SUPPORT'"));
    assertThat(some.status()).isEqualTo(200);
    byte[] none = door.get(path + "?filter=" + Door.encoded("land_use='NONE'")).bytes();
    assertThat(Arrays.equals(some.bytes(), all)).isFalse();
    assertThat(Arrays.equals(some.bytes(), none)).isFalse();
    assertThat(none.length).isLessThan(2_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "land_use=", // syntax
        "nothing='x'",
        "geom_3857='x'",
        "exec(java.lang.Runtime.getRuntime(),'id')='x'",
        "land_use=1",
        "land_use='x'; drop table zoning.zones",
        "pg_sleep(5)=1"
      })
  void whatIsNoFilterOfTheLayerIsRefused(String filter) {
    Answer answer = door.get(SUBZONES + "?filter=" + Door.encoded(filter));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.json().get("field").asString()).isEqualTo("filter");
    assertThat(answer.text()).doesNotContain("SQL", "select", "postgres", "Exception");
  }

  @Test
  void aFilterOfSeveralLayersMustFitAllOfThem() {
    String path = "/tiles/zones,subzones/12/3259/1924.mvt?filter=";
    assertThat(door.get(path + Door.encoded("code='CN-01'")).status()).isEqualTo(200);
    assertThat(door.get(path + Door.encoded("land_use='SUPPORT'")).status()).isEqualTo(400);
  }

  @Test
  void literalsAreDataWhateverTheyLookLike() {
    assertThat(door.get(SUBZONES + "?filter=" + Door.encoded("code='x'' or 1=1--'")).status())
        .isEqualTo(204);
  }

  @Test
  void tilesAnswerForAnotherDay() {
    assertThat(door.get(SUBZONES + "?datetime=1990-01-01").status())
        .as("before the plan")
        .isEqualTo(204);
    assertThat(door.get(SUBZONES + "?asOf=1990-01-01").status())
        .as("before anybody knew")
        .isEqualTo(204);
    Answer later = door.get(SUBZONES + "?datetime=2040-01-01");
    assertThat(later.status()).isEqualTo(200);
    assertThat(later.header("ETag")).isNotEqualTo(door.get(SUBZONES).header("ETag"));
    assertThat(
            door.get(SUBZONES + "?subset=" + Door.encoded("datetime(\"2040-01-01\")"))
                .header("ETag"))
        .isEqualTo(later.header("ETag"));
    assertThat(door.get(SUBZONES + "?datetime=../1990-01-01").status()).isEqualTo(204);
    assertThat(door.get(SUBZONES + "?subset=" + Door.encoded("time(\"2040-01-01\")")).status())
        .isEqualTo(400);
    assertThat(door.get(SUBZONES).status()).as("settings do not stay").isEqualTo(200);
  }

  @Test
  void tilesShowOneStorey() {
    Map<String, Object> bay =
        jdbc.sql(
                """
                select level, st_x(st_pointonsurface(geom)) as x, st_y(st_pointonsurface(geom)) as y
                from published.bays where level > 1 order by id limit 1
                """)
            .query()
            .singleRow();
    TileAddress tile = TileAddress.of((Double) bay.get("x"), (Double) bay.get("y"), 18);
    long level = ((Number) bay.get("level")).longValue();
    Set<Object> all = levels("/tiles/bays/" + tile + ".mvt");
    assertThat(all).hasSizeGreaterThan(1).contains(level);
    assertThat(levels("/tiles/bays/" + tile + ".mvt?floor=" + level)).containsExactly(level);
  }

  private Set<Object> levels(String path) {
    Set<Object> levels = new HashSet<>();
    List<Mvt.Feature> bays = layers(path).get("bays").features();
    bays.forEach(bay -> levels.add(bay.tags().get("level")));
    return levels;
  }

  private Map<String, Mvt.TileLayer> layers(String path) {
    Answer answer = door.get(path);
    assertThat(answer.status()).isEqualTo(200);
    return Mvt.read(answer.bytes());
  }
}
