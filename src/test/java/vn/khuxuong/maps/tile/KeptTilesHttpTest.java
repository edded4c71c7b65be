package vn.khuxuong.maps.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.khuxuong.KhuxuongTest;
import vn.khuxuong.maps.Door;
import vn.khuxuong.maps.Door.Answer;
import vn.khuxuong.platform.database.DataRevision;

/** Tiles that are sent before anything else looks at the request. */
@KhuxuongTest
class KeptTilesHttpTest {
  private static final String VECTORS = "/tiles/zones/9/407/240.mvt";

  @LocalServerPort private int port;
  @Autowired private KeptTiles kept;
  @Autowired private DataRevision revision;
  private Door door;

  @BeforeEach
  void open() {
    door = new Door(port);
  }

  /** All that a client sees but the time. */
  private static Map<String, List<String>> seen(Answer answer) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    answer
        .response()
        .headers()
        .map()
        .forEach((name, values) -> headers.put(name, values.stream().sorted().toList()));
    headers.remove("date");
    headers.put(":status", List.of(String.valueOf(answer.status())));
    return headers;
  }

  private long sentSooner(Runnable requests) {
    long before = kept.count();
    requests.run();
    return kept.count() - before;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        VECTORS,
        "/tiles/zones/9/407/240.png",
        "/tiles/zones/9/407/240@2x.png",
        "/ogc/collections/zones/tiles/WebMercatorQuad/9/240/407",
        "/wmts/1.0.0/zones/default/WebMercatorQuad/9/240/407.png"
      })
  void theSecondAnswerIsLikeTheFirst(String address) {
    for (String[] headers :
        List.of(
            new String[0],
            new String[] {"Accept-Encoding", "gzip, br"},
            new String[] {"Accept", "image/*, application/vnd.mapbox-vector-tile, */*;q=0.5"},
            new String[] {"Origin", "https://gis.example"})) {
      Answer first = door.get(address, headers);
      assertThat(first.status()).as(address).isEqualTo(200);
      long sooner =
          sentSooner(
              () -> {
                Answer second = door.get(address, headers);
                assertThat(seen(second)).isEqualTo(seen(first));
                assertThat(second.bytes()).isEqualTo(first.bytes());
              });
      assertThat(sooner).as("%s %s", address, List.of(headers)).isEqualTo(1);
    }
  }

  @Test
  void whoHasTheTileIsToldSoWithTheSameHeaders() {
    String tag = door.get(VECTORS).header("ETag");
    Answer later = door.get(VECTORS + "?", "If-None-Match", tag);
    assertThat(later.status()).isEqualTo(304);
    assertThat(
            sentSooner(
                () ->
                    assertThat(seen(door.get(VECTORS, "If-None-Match", tag)))
                        .isEqualTo(seen(later))))
        .isEqualTo(1);
    assertThat(door.get(VECTORS, "If-None-Match", "\"another\"").status()).isEqualTo(200);
    assertThat(door.get(VECTORS, "If-None-Match", "W/" + tag).status())
        .as("weak comparison, RFC 9110 13.1.2")
        .isEqualTo(304);
  }

  @Test
  void whoSaysMoreGoesTheLongWay() {
    door.get(VECTORS);
    assertThat(
            sentSooner(
                () -> {
                  door.get(VECTORS, "Cookie", "a=b");
                  door.get(VECTORS, "Authorization", "Basic eDp5");
                  door.get(VECTORS, "If-Modified-Since", "Thu, 26 Nov 2026 00:00:00 GMT");
                  door.get(VECTORS + "?properties=code");
                  String many = "*/*" + ", image/png".repeat(100);
                  door.get(VECTORS, "Accept", many);
                  door.get(VECTORS, "Accept", many);
                  door.send("HEAD", VECTORS);
                  door.send("POST", VECTORS);
                }))
        .isZero();
    assertThat(door.get(VECTORS, "Authorization", "Basic eDp5").status()).isEqualTo(401);
  }

  @Test
  void aRefusalIsNotKept() {
    assertThat(
            sentSooner(
                () -> {
                  for (int i = 0; i < 3; i++) {
                    assertThat(door.get("/tiles/zones/99/0/0.mvt").status()).isEqualTo(404);
                  }
                }))
        .isZero();
  }

  @Test
  void aChangeShowsAtOnce() {
    String versioned =
        door.get("/tiles/zones.json?immutable=true")
            .json()
            .at("/tiles/0")
            .asString()
            .replace("{z}/{x}/{y}", "9/407/240");
    String tag = door.get(VECTORS).header("ETag");
    assertThat(door.get(VECTORS).header("ETag")).isEqualTo(tag);
    assertThat(door.get(versioned).status()).isEqualTo(200);
    assertThat(sentSooner(() -> door.get(versioned))).isEqualTo(1);
    revision.bump();
    assertThat(sentSooner(() -> assertThat(door.get(versioned).status()).isEqualTo(307))).isZero();
    assertThat(sentSooner(() -> assertThat(door.get(VECTORS).header("ETag")).isNotEqualTo(tag)))
        .isZero();
  }
}
