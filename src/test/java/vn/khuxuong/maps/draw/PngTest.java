package vn.khuxuong.maps.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngTest {

  @Test
  void writesPixelsThatOthersReadAlike() throws IOException {
    Random random = new Random(7);
    for (int round = 0; round < 60; round++) {
      int width = 1 + random.nextInt(300);
      int height = 1 + random.nextInt(200);
      boolean opaque = round % 2 == 0;
      int[] pixels = new int[width * height];
      int colour = 0;
      for (int i = 0; i < pixels.length; i++) {
        if (round % 3 == 0 || random.nextInt(20) == 0) {
          int alpha = opaque || random.nextBoolean() ? 255 : 0;
          colour = alpha == 0 ? 0 : 0xff000000 | random.nextInt(1 << 24);
        }
        pixels[i] = opaque ? 0xff000000 | colour : colour;
      }
      BufferedImage read =
          ImageIO.read(new ByteArrayInputStream(Png.encode(width, height, pixels, opaque)));
      assertThat(read.getColorModel().hasAlpha()).isEqualTo(!opaque);
      assertThat(read.getRGB(0, 0, width, height, null, 0, width)).isEqualTo(pixels);
    }
  }

  @Test
  void undoesThePremultiplicationOfHalfTransparentPixels() {
    assertThat(Png.straight(0x80402010)).isEqualTo(0x80804020);
    assertThat(Png.straight(0xff402010)).isEqualTo(0xff402010);
    assertThat(Png.straight(0)).isEqualTo(0);
  }

  @Test
  void keepsEmptyPicturesOfASize() throws IOException {
    byte[] first = Png.empty(256, 256);
    assertThat(Png.empty(256, 256)).isSameAs(first);
    BufferedImage read = ImageIO.read(new ByteArrayInputStream(first));
    assertThat(read.getRGB(100, 100)).isZero();
  }
}
