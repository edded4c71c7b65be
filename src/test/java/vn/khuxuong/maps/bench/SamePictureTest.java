package vn.khuxuong.maps.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class SamePictureTest {

  private static byte[] picture(int size, Consumer<Graphics2D> painter) throws IOException {
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
    Graphics2D pen = image.createGraphics();
    painter.accept(pen);
    pen.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }

  private static Consumer<Graphics2D> box(Color colour, int x, int y, int width, int height) {
    return pen -> {
      pen.setColor(colour);
      pen.fillRect(x, y, width, height);
    };
  }

  @Test
  void sameOrShiftedByAPixelIsAlike() throws Exception {
    byte[] one = picture(128, box(Color.RED, 10, 10, 60, 60));
    byte[] other = picture(128, box(Color.RED, 11, 10, 60, 60));
    assertThat(SamePicture.of(one, one)).isEqualTo(new SamePicture(0, 0, 0, 3600 / 16384.0));
    SamePicture shifted = SamePicture.of(one, other);
    assertThat(shifted.pixels()).isZero();
    assertThat(shifted.squares()).isZero();
  }

  @Test
  void missingLayerShowsInEveryMeasure() throws Exception {
    byte[] whole = picture(128, box(Color.RED, 0, 0, 128, 64));
    byte[] none = picture(128, pen -> {});
    SamePicture same = SamePicture.of(whole, none);
    assertThat(same.pixels()).isGreaterThan(0.45);
    assertThat(same.squares()).isEqualTo(0.5);
    assertThat(same.paint()).isEqualTo(0.5);
    assertThat(same.painted()).isEqualTo(0.5);
  }

  @Test
  void whatStandsElsewhereKeepsThePaint() throws Exception {
    byte[] here = picture(128, box(Color.BLUE, 0, 0, 32, 32));
    byte[] there = picture(128, box(Color.BLUE, 96, 96, 32, 32));
    SamePicture same = SamePicture.of(here, there);
    assertThat(same.squares()).isEqualTo(8 / 64.0);
    assertThat(same.paint()).isZero();
  }

  @Test
  void otherSizesAndOtherThingsAreRefused() throws Exception {
    byte[] large = picture(128, pen -> {});
    byte[] small = picture(64, pen -> {});
    assertThatThrownBy(() -> SamePicture.of(large, small)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> SamePicture.of(large, new byte[] {1, 2}))
        .isInstanceOf(IOException.class);
  }
}
