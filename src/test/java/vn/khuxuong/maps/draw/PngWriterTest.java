package vn.khuxuong.maps.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngWriterTest {
  private final PngWriter png = new PngWriter();
  private int[] periods = {};

  private byte[] file(int width, int height, int[] pixels, int type, int rowsAtATime) {
    png.begin(width, height, type, periods);
    for (int y = 0; y < height; y += rowsAtATime) {
      int rows = Math.min(rowsAtATime, height - y);
      png.rows(Arrays.copyOfRange(pixels, y * width, (y + rows) * width), rows);
    }
    return png.end();
  }

  private static int[] read(byte[] file, boolean alpha) throws IOException {
    BufferedImage read = ImageIO.read(new ByteArrayInputStream(file));
    assertThat(read.getColorModel().hasAlpha()).isEqualTo(alpha);
    int width = read.getWidth();
    return read.getRGB(0, 0, width, read.getHeight(), null, 0, width);
  }

  /** Noise, runs, repeated rows and flat colour, in turn and mixed. */
  private static int[] pixels(Random random, int width, int height, boolean opaque, int kind) {
    int[] pixels = new int[width * height];
    int colour = 0xff000000;
    int lengths = 1 << random.nextInt(10);
    for (int i = 0; i < pixels.length; i++) {
      boolean again = kind > 0 && random.nextInt(lengths) != 0;
      if (!again) {
        boolean clear = !opaque && random.nextInt(3) == 0;
        colour = clear ? 0 : 0xff000000 | random.nextInt(kind == 1 ? 4 : 1 << 24);
      }
      boolean up = kind == 3 && i >= width && random.nextInt(50) != 0;
      pixels[i] = up ? pixels[i - width] : colour;
    }
    if (kind == 2) {
      for (int y = 1; y < height; y++) {
        if (random.nextInt(4) != 0) {
          System.arraycopy(pixels, (y - 1) * width, pixels, y * width, width);
        }
      }
    }
    return pixels;
  }

  @Test
  void writesPixelsThatOthersReadAlike() throws IOException {
    Random random = new Random(7);
    for (int round = 0; round < 400; round++) {
      int width = 1 + random.nextInt(round % 40 == 0 ? 3000 : 160);
      int height = 1 + random.nextInt(120);
      boolean opaque = round % 2 == 0;
      int[] pixels = pixels(random, width, height, opaque, round / 2 % 4);
      periods = round % 5 < 2 ? new int[] {6, 8, 9, 11} : new int[0];
      int rows = round % 3 == 0 ? height : 1 + random.nextInt(height);
      byte[] file = file(width, height, pixels, opaque ? PngWriter.RGB : PngWriter.RGBA, rows);
      assertThat(read(file, !opaque)).as("round %s", round).isEqualTo(pixels);
    }
  }

  @Test
  void writesEqualPicturesAsEqualBytesWhateverWasWrittenBefore() {
    Random random = new Random(11);
    periods = new int[] {6, 8, 9, 11};
    for (int round = 0; round < 60; round++) {
      int[] pixels = pixels(random, 120, 60, false, round % 4);
      byte[] fresh = new PngWriterTest().with(periods).file(120, 60, pixels.clone());
      assertThat(file(120, 60, pixels)).as("round %s", round).isEqualTo(fresh);
    }
  }

  private PngWriterTest with(int[] used) {
    periods = used;
    return this;
  }

  private byte[] file(int width, int height, int[] pixels) {
    return file(width, height, pixels, PngWriter.RGBA, height);
  }

  @Test
  void writesOnePixelAndOneColumnAndOneColour() throws IOException {
    for (int type : new int[] {PngWriter.RGB, PngWriter.RGBA}) {
      for (int[] size : new int[][] {{1, 1}, {1, 9}, {2, 2}, {9, 1}, {700, 700}}) {
        int[] pixels = new int[size[0] * size[1]];
        Arrays.fill(pixels, 0xff336699);
        byte[] file = file(size[0], size[1], pixels, type, size[1]);
        assertThat(read(file, type == PngWriter.RGBA)).isEqualTo(pixels);
      }
    }
  }

  @Test
  void writesRowsWiderThanDistancesReach() throws IOException {
    int[] pixels = pixels(new Random(1), 9000, 3, false, 1);
    assertThat(read(file(9000, 3, pixels, PngWriter.RGBA, 3), true)).isEqualTo(pixels);
  }

  @Test
  void keepsHalfTransparentColours() throws IOException {
    int[] pixels = new int[256];
    for (int alpha = 0; alpha < 256; alpha++) {
      pixels[alpha] = Blend.premultiplied(alpha << 24 | 0x804020);
    }
    int[] read = read(file(256, 1, pixels, PngWriter.RGBA, 1), true);
    for (int alpha = 1; alpha < 256; alpha++) {
      assertThat(read[alpha] >>> 24).isEqualTo(alpha);
      assertThat(read[alpha]).isEqualTo(Blend.straight(pixels[alpha]));
    }
    assertThat(read[0]).isZero();
  }

  @Test
  void undoesThePremultiplicationOfHalfTransparentPixels() {
    assertThat(Blend.straight(0x80402010)).isEqualTo(0x80804020);
    assertThat(Blend.straight(0xff402010)).isEqualTo(0xff402010);
    assertThat(Blend.straight(0)).isEqualTo(0);
  }

  @Test
  void packsMapsAboutAsWellAsZlibAtItsFastest() {
    Random random = new Random(3);
    int[] pixels = pixels(random, 512, 512, true, 2);
    byte[] file = file(512, 512, pixels, PngWriter.RGBA, 512);
    byte[] raw = new byte[4 * pixels.length];
    ByteBuffer.wrap(raw).asIntBuffer().put(pixels);
    Deflater zlib = new Deflater(1);
    zlib.setInput(raw);
    zlib.finish();
    int best = zlib.deflate(new byte[raw.length]);
    zlib.end();
    assertThat(file.length).isLessThan(best + best / 4);
  }

  @Test
  void findsTheTilesOfHatchesAgain() throws IOException {
    int[] pixels = new int[300 * 200];
    for (int i = 0; i < pixels.length; i++) {
      int x = i % 300;
      int y = i / 300;
      pixels[i] = (x + y) % 8 < 2 || (x * 3 + y * y) % 11 == 0 ? 0xff804020 : 0xfff0c060;
    }
    int plain = file(300, 200, pixels, PngWriter.RGBA, 200).length;
    periods = new int[] {8, 11, 88};
    byte[] hatched = file(300, 200, pixels, PngWriter.RGBA, 200);
    assertThat(read(hatched, true)).isEqualTo(pixels);
    assertThat(hatched.length).isLessThan(plain / 2);
  }

  @Test
  void keepsEmptyPicturesOfASize() throws IOException {
    byte[] first = BlankPictures.png(256, 256, 0);
    assertThat(BlankPictures.png(256, 256, 0)).isSameAs(first);
    assertThat(read(first, true)).containsOnly(0);
    byte[] large = BlankPictures.png(4096, 4096, 0xff123456);
    assertThat(large.length).isLessThan(100_000);
    assertThat(read(large, false)[4096 * 4000]).isEqualTo(0xff123456);
  }
}
