package vn.khuxuong.maps.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import vn.khuxuong.geo.BBox;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.maps.style.Colour;
import vn.khuxuong.maps.style.Styles;

class PaletteTest {
  private static final Styles STYLES = Styles.in(Path.of("maps/styles"));

  private static int[] read(int[] pixels, int width) throws IOException {
    ColourCounts counts = new ColourCounts();
    counts.add(pixels, pixels.length);
    Palette palette = Palette.of(counts);
    int[] numbers = pixels.clone();
    palette.number(numbers, numbers.length);
    PngWriter png = new PngWriter();
    png.begin(width, pixels.length / width, PngWriter.PALETTE);
    png.palette(palette.colours());
    png.rows(numbers, pixels.length / width);
    BufferedImage read = ImageIO.read(new ByteArrayInputStream(png.end()));
    assertThat(read.getColorModel()).isInstanceOf(IndexColorModel.class);
    return read.getRGB(0, 0, width, read.getHeight(), null, 0, width);
  }

  @Test
  void keepsEveryColourOfAPictureThatHasNoMoreThan256() throws IOException {
    Random random = new Random(1);
    for (int count : new int[] {1, 2, 3, 17, 255, 256}) {
      int[] colours = new int[count];
      for (int i = 0; i < count; i++) {
        int alpha = i % 3 == 0 ? 255 : i % 3 == 1 ? 0x10 + i % 0xe0 : 255;
        colours[i] = Blend.premultiplied(alpha << 24 | random.nextInt(1 << 24));
      }
      int[] pixels = new int[64 * 40];
      for (int i = 0; i < pixels.length; i++) {
        pixels[i] = colours[i < count ? i : random.nextInt(count)];
      }
      int[] read = read(pixels, 64);
      for (int i = 0; i < pixels.length; i++) {
        assertThat(read[i]).isEqualTo(Blend.straight(pixels[i]));
      }
    }
  }

  @Test
  void keepsFlatColoursAndHalfTransparentEdgesOfAMap() throws IOException {
    BBox town =
        new BBox(
            Crs.EPSG_9210,
            InventedTown.EAST - 100,
            InventedTown.NORTH - 100,
            InventedTown.EAST + 2300,
            InventedTown.NORTH + 1700);
    MapView view = new MapView(town, 800, 600);
    for (Colour ground : new Colour[] {null, new Colour(0xffeef3f2)}) {
      Scene scene =
          Sketches.scene(
              view,
              STYLES.find("subzones", Styles.DEFAULT).orElseThrow(),
              InventedTown.subzones(),
              ground);
      MapDrawing drawing = new MapDrawing(STYLES.patterns());
      Picture exact = drawing.draw(scene);
      byte[] file = drawing.png8(scene);
      Files.write(
          Files.createDirectories(Path.of("target", "pictures"))
              .resolve("palette-" + (ground != null) + ".png"),
          file);
      BufferedImage read = ImageIO.read(new ByteArrayInputStream(file));
      assertThat(file.length).isLessThan(exact.png().length / 2);
      double difference = 0;
      for (int y = 0; y < 600; y++) {
        for (int x = 0; x < 800; x++) {
          int wanted = Blend.premultiplied(exact.argb(x, y));
          int got = Blend.premultiplied(read.getRGB(x, y));
          for (int shift = 0; shift < 32; shift += 8) {
            int apart = Math.abs((wanted >>> shift & 0xff) - (got >>> shift & 0xff));
            assertThat(apart).as("at %s, %s", x, y).isLessThan(64);
            difference += apart;
          }
          if (wanted == 0xffd9c2cf || wanted == 0) {
            assertThat(got).isEqualTo(wanted);
          }
        }
      }
      assertThat(difference / (800.0 * 600 * 4)).isLessThan(0.5);
    }
  }

  @Test
  void copesWithMoreColoursThanItCounts() throws IOException {
    int[] pixels = new int[400 * 400];
    Random random = new Random(5);
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = Blend.premultiplied(random.nextInt());
    }
    int[] read = read(pixels, 400);
    double difference = 0;
    for (int i = 0; i < pixels.length; i++) {
      for (int shift : List.of(0, 8, 16, 24)) {
        int got = Blend.premultiplied(read[i]) >>> shift & 0xff;
        difference += Math.abs((pixels[i] >>> shift & 0xff) - got);
      }
    }
    assertThat(difference / (pixels.length * 4.0)).isLessThan(25);
  }

  @Test
  void writesJpegOfAMapWithAGround() throws IOException {
    MapView view =
        new MapView(
            new BBox(
                Crs.EPSG_9210,
                InventedTown.EAST,
                InventedTown.NORTH,
                InventedTown.EAST + 2000,
                InventedTown.NORTH + 1600),
            500,
            400);
    Scene scene =
        Sketches.scene(
            view,
            STYLES.find("subzones", Styles.DEFAULT).orElseThrow(),
            InventedTown.subzones(),
            new Colour(-1));
    MapDrawing drawing = new MapDrawing(STYLES.patterns());
    BufferedImage read = ImageIO.read(new ByteArrayInputStream(drawing.jpeg(scene)));
    Picture exact = drawing.draw(scene);
    double difference = 0;
    for (int y = 0; y < 400; y++) {
      for (int x = 0; x < 500; x++) {
        difference += Math.abs((read.getRGB(x, y) >>> 8 & 0xff) - (exact.argb(x, y) >>> 8 & 0xff));
      }
    }
    assertThat(difference / (500.0 * 400)).isLessThan(6);
  }
}
