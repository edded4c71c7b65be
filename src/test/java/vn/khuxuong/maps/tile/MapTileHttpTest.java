package vn.khuxuong.maps.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.khuxuong.KhuxuongTest;
import vn.khuxuong.geo.TileAddress;
import vn.khuxuong.maps.Door;
import vn.khuxuong.maps.Door.Answer;

/** Tiles as pictures. */
@KhuxuongTest
class MapTileHttpTest {

  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;
  private Door door;
  private TileAddress tile;

  @BeforeEach
  void open() {
    door = new Door(port);
    tile =
        jdbc.sql(
                """
                select st_x(p) as x, st_y(p) as y
                from (select st_centroid(st_extent(geom)) as p from published.subzones) q
                """)
            .query((row, n) -> TileAddress.of(row.getDouble("x"), row.getDouble("y"), 14))
            .single();
  }

  @Test
  void picturesHaveTheSizeOfATileAndTwiceOfItWhereAsked() throws IOException {
    String path = "/tiles/zones,subzones/" + tile;
    Answer answer = door.get(path + ".png");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("image/png");
    assertThat(answer.header("ETag")).startsWith("\"");
    BufferedImage picture = picture(answer);
    assertThat(picture.getWidth()).isEqualTo(256);
    assertThat(painted(picture)).isGreaterThan(0.1);
    BufferedImage dense = picture(door.get(path + "@2x.png"));
    assertThat(dense.getWidth()).isEqualTo(512);
    assertThat(painted(dense)).isBetween(painted(picture) - 0.05, painted(picture) + 0.05);
    BufferedImage jpeg = picture(door.get(path + ".jpg"));
    assertThat(jpeg.getWidth()).isEqualTo(256);
    assertThat(jpeg.getColorModel().hasAlpha()).isFalse();
    assertThat(door.get(path + ".png", "If-None-Match", answer.header("ETag")).status())
        .isEqualTo(304);
  }

  @Test
  void whereNothingIsThePictureIsTransparent() throws IOException {
    Answer answer = door.get("/tiles/zones/14/0/0.png");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(painted(picture(answer))).isZero();
  }

  @Test
  void picturesAreDrawnInTheStyleAskedFor() {
    String path = "/tiles/subzones/" + tile + ".png";
    byte[] usual = door.get(path).bytes();
    assertThat(Arrays.equals(door.get(path + "?styles=dia-chinh").bytes(), usual)).isFalse();
    assertThat(Arrays.equals(door.get(path + "?styles=").bytes(), usual)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /tiles/zones/99/0/0.png                               | 404
          /tiles/zones/3/-1/0.png                               | 404
          /tiles/zones/3/0/8@2x.png                             | 404
          /tiles/zones/3/0/NaN.png                              | 404
          /tiles/zones/3/0/0@3x.png                             | 404
          /tiles/zones/3/0/0.png?x=1                            | 400
          /tiles/zones/3/0/0.png?properties=code                | 400
          /tiles/zones/3/0/0.png?styles=../../etc/passwd        | 404
          /tiles/zones/3/0/0.png?styles=dia-chinh               | 404
          /tiles/zones,subzones/3/0/0.png?styles=default        | 400
          /tiles/nosuch/3/0/0.png                               | 404
          /tiles/a,b,c,d,e,f,g,h,i/3/0/0.png                    | 400
          /tiles/draft_subzones/3/0/0.png                       | 404
          """)
  void whatIsNoTileIsRefused(String path, int status) {
    Answer answer = door.get(path);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.text()).doesNotContain("/etc/passwd");
  }

  private static BufferedImage picture(Answer answer) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(answer.bytes()));
  }

  private static double painted(BufferedImage picture) {
    int painted = 0;
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        painted += picture.getRGB(x, y) >>> 24 > 0 ? 1 : 0;
      }
    }
    return (double) painted / picture.getWidth() / picture.getHeight();
  }
}
