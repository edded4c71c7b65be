package vn.khuxuong.maps.tile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.khuxuong.KhuxuongTest;
import vn.khuxuong.maps.Door;
import vn.khuxuong.maps.Door.Answer;
import vn.khuxuong.platform.database.DataRevision;

/** Addresses of tiles that may be kept for ever. */
@KhuxuongTest
class TileVersionHttpTest {

  @LocalServerPort private int port;
  @Autowired private DataRevision revision;
  private Door door;

  @BeforeEach
  void open() {
    door = new Door(port);
  }

  private String template() {
    return door.get("/tiles/zones.json?immutable=true").json().at("/tiles/0").asString();
  }

  private static String at(String template, String z, String x, String y) {
    return template.replace("{z}", z).replace("{x}", x).replace("{y}", y);
  }

  @Test
  void aTileOfAVersionMayBeKeptForEver() {
    assertThat(template()).matches(door.root() + "/tiles/zones/v/[0-9a-f-]+/\\{z}/\\{x}/\\{y}.mvt");
    Answer tile = door.get(at(template(), "9", "407", "240"));
    assertThat(tile.status()).isEqualTo(200);
    assertThat(tile.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
    assertThat(tile.bytes()).isEqualTo(door.get("/tiles/zones/9/407/240.mvt").bytes());
    Answer picture = door.get(at(template(), "9", "407", "240").replace(".mvt", "@2x.png"));
    assertThat(picture.header("Cache-Control")).contains("immutable");
  }

  @Test
  void anotherVersionSendsOnToTheTileOfToday() {
    String current = at(template(), "9", "407", "240");
    String old = current.replaceAll("/v/[0-9]+-", "/v/0-") + "?properties=code";
    Answer moved = door.get(old);
    assertThat(moved.status()).isEqualTo(307);
    assertThat(moved.header("Cache-Control")).isEqualTo("no-store");
    assertThat(moved.header("Location"))
        .isEqualTo(door.root() + "/tiles/zones/9/407/240.mvt?properties=code");
    String future = current.replaceAll("/v/[0-9]+-", "/v/999999999-");
    assertThat(door.get(future).status()).as("nobody knows it yet").isEqualTo(307);
    String otherStyles = current.replaceAll("-[0-9a-f]{8}/9/", "-00000000/9/");
    assertThat(door.get(otherStyles).status()).isEqualTo(307);
  }

  @Test
  void aNewVersionIsGivenOutWhenTheDataMove() {
    String before = template();
    revision.bump();
    assertThat(template()).isNotEqualTo(before);
  }

  @Test
  void theFilterOfADescriptionGoesOnToItsTiles() {
    String json =
        door.get("/tiles/zones.json?filter=" + Door.encoded("code='TT'"))
            .json()
            .at("/tiles/0")
            .asString();
    assertThat(json).endsWith("/tiles/zones/{z}/{x}/{y}.mvt?filter=code%3D%27TT%27");
    assertThat(door.get("/tiles/zones.json?filter=nonsense").status()).isEqualTo(400);
    assertThat(door.get("/tiles/zones.json?immutable=perhaps").status()).isEqualTo(400);
    assertThat(door.get("/tiles/zones.json?f=png").json().at("/tiles/0").asString())
        .endsWith("/tiles/zones/{z}/{x}/{y}.png");
  }
}
