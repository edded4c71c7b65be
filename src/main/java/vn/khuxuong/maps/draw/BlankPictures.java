package vn.khuxuong.maps.draw;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Arrays;

/** Pictures with nothing on them, made once for each size and ground. */
final class BlankPictures {
  private static final Cache<Blank, byte[]> CACHE =
      Caffeine.newBuilder()
          .maximumWeight(8 << 20)
          .weigher((Blank blank, byte[] file) -> file.length + 100)
          .build();

  private BlankPictures() {}

  private record Blank(int width, int height, int ground) {}

  /**
   * @param ground premultiplied
   * @return shared: must not be changed
   */
  static byte[] png(int width, int height, int ground) {
    return CACHE.get(new Blank(width, height, ground), BlankPictures::png);
  }

  private static byte[] png(Blank blank) {
    PngWriter png = new PngWriter();
    png.begin(
        blank.width(),
        blank.height(),
        blank.ground() >>> 24 == 255 ? PngWriter.RGB : PngWriter.RGBA);
    int most = Math.max(1, (1 << 18) / blank.width());
    int[] rows = new int[Math.min(most, blank.height()) * blank.width()];
    Arrays.fill(rows, blank.ground());
    for (int y = 0; y < blank.height(); y += most) {
      png.rows(rows, Math.min(most, blank.height() - y));
    }
    return png.end();
  }
}
