package vn.khuxuong.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.khuxuong.KhuxuongTest;
import vn.khuxuong.maps.Door;
import vn.khuxuong.maps.Door.Answer;

/** Strong tags and packing together: each form of an answer has a tag of its own. */
@KhuxuongTest
class GzipHttpTest {
  private static final String STYLES =
      "/wms?service=WMS&version=1.1.1&request=GetStyles&layers=subzones";

  @LocalServerPort private int port;
  private Door door;

  @BeforeEach
  void open() {
    door = new Door(port);
  }

  @Test
  void answerWithAStrongTagIsPackedUnderAnotherTag() throws IOException {
    Answer plain = door.get(STYLES);
    Answer packed = door.get(STYLES, "Accept-Encoding", "deflate, gzip;q=0.5");

    assertThat(plain.header("ETag")).startsWith("\"").doesNotContain("gzip");
    assertThat(plain.header("Content-Encoding")).isEmpty();
    assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
    assertThat(packed.header("ETag")).isEqualTo(plain.header("ETag").replaceAll("\"$", "-gzip\""));
    assertThat(packed.bytes().length).isLessThan(plain.bytes().length / 4);
    assertThat(unpacked(packed)).isEqualTo(plain.bytes());
    for (Answer answer : new Answer[] {plain, packed}) {
      assertThat(answer.response().headers().allValues("Vary"))
          .anyMatch(vary -> vary.contains("Accept-Encoding"));
    }
  }

  @Test
  void eitherTagIsRevalidated() {
    Answer packed = door.get(STYLES, "Accept-Encoding", "gzip");
    Answer again =
        door.get(STYLES, "Accept-Encoding", "gzip", "If-None-Match", packed.header("ETag"));
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.header("ETag")).isEqualTo(packed.header("ETag"));
    String plain = door.get(STYLES).header("ETag");
    assertThat(door.get(STYLES, "If-None-Match", plain).status()).isEqualTo(304);
    assertThat(door.get(STYLES, "If-None-Match", plain.replaceAll("\"$", "x-gzip\"")).status())
        .isEqualTo(200);
  }

  @Test
  void pictureAndRefusedCodingStayAsTheyAre() {
    String map =
        "/wms?service=WMS&version=1.3.0&request=GetMap&layers=zones&styles=&crs=EPSG:3857"
            + "&bbox=11850000,1190000,11900000,1240000&width=256&height=256&format=image/png";
    assertThat(door.get(map, "Accept-Encoding", "gzip").header("Content-Encoding")).isEmpty();
    assertThat(door.get(STYLES, "Accept-Encoding", "gzip;q=0").header("Content-Encoding"))
        .isEmpty();
    assertThat(door.send("HEAD", STYLES, "Accept-Encoding", "gzip").status()).isEqualTo(200);
  }

  private static byte[] unpacked(Answer answer) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(answer.bytes()))) {
      return in.readAllBytes();
    }
  }
}
