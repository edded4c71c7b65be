package vn.khuxuong.maps.bench;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;

/**
 * How alike two pictures of the same request are, on white. Two painters never put edges, hatches
 * and names on the same pixels, so beside the share of pixels that differ there is the share of
 * squares of {@value #SQUARE} pixels whose mean colour differs, what somebody sees who steps back,
 * and the share of paint that the other has not used at all, wherever it lies: names stand
 * elsewhere.
 *
 * @param pixels share of pixels with nothing alike in the other picture within one pixel
 * @param squares share of squares whose means differ
 * @param paint half the difference between the two shares of each colour
 * @param painted share of the first picture's pixels that are not white
 */
record SamePicture(double pixels, double squares, double paint, double painted) {
  private static final int SQUARE = 16;
  private static final int COLOURS = 512;
  private static final int PIXEL_LEVELS = 48;
  private static final int SQUARE_LEVELS = 24;

  /**
   * Compares.
   *
   * @throws IOException if one is no picture, or their sizes differ
   */
  static SamePicture of(byte[] one, byte[] other) throws IOException {
    BufferedImage a = onWhite(one);
    BufferedImage b = onWhite(other);
    if (a.getWidth() != b.getWidth() || a.getHeight() != b.getHeight()) {
      throw new IOException("the pictures' sizes differ");
    }
    int differing = 0;
    int painted = 0;
    for (int y = 0; y < a.getHeight(); y++) {
      for (int x = 0; x < a.getWidth(); x++) {
        differing += isNear(a.getRGB(x, y), b, x, y) ? 0 : 1;
        painted += (a.getRGB(x, y) & 0xffffff) == 0xffffff ? 0 : 1;
      }
    }
    double all = (double) a.getWidth() * a.getHeight();
    return new SamePicture(differing / all, squares(a, b), paint(a, b) / all, painted / all);
  }

  /** Half the pixels by which the pictures differ in how often they use each colour. */
  private static double paint(BufferedImage a, BufferedImage b) {
    int[] more = new int[COLOURS];
    for (int y = 0; y < a.getHeight(); y++) {
      for (int x = 0; x < a.getWidth(); x++) {
        more[coarse(a.getRGB(x, y))]++;
        more[coarse(b.getRGB(x, y))]--;
      }
    }
    return Arrays.stream(more).map(Math::abs).sum() / 2.0;
  }

  /** One of 512 colours. */
  private static int coarse(int colour) {
    return (colour >> 15 & 0x1c0) | (colour >> 10 & 0x38) | (colour >> 5 & 7);
  }

  static BufferedImage onWhite(byte[] png) throws IOException {
    BufferedImage read = ImageIO.read(new ByteArrayInputStream(png));
    if (read == null) {
      throw new IOException("this is no picture");
    }
    BufferedImage flat =
        new BufferedImage(read.getWidth(), read.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = flat.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, flat.getWidth(), flat.getHeight());
    pen.drawImage(read, 0, 0, null);
    pen.dispose();
    return flat;
  }

  private static boolean isNear(int colour, BufferedImage other, int x, int y) {
    for (int dy = -1; dy <= 1; dy++) {
      for (int dx = -1; dx <= 1; dx++) {
        int u = x + dx;
        int v = y + dy;
        if (u >= 0
            && v >= 0
            && u < other.getWidth()
            && v < other.getHeight()
            && apart(colour, other.getRGB(u, v)) <= PIXEL_LEVELS) {
          return true;
        }
      }
    }
    return false;
  }

  private static int apart(int a, int b) {
    int red = Math.abs((a >> 16 & 255) - (b >> 16 & 255));
    int green = Math.abs((a >> 8 & 255) - (b >> 8 & 255));
    int blue = Math.abs((a & 255) - (b & 255));
    return Math.max(red, Math.max(green, blue));
  }

  private static double squares(BufferedImage a, BufferedImage b) {
    int differing = 0;
    int all = 0;
    for (int y = 0; y + SQUARE <= a.getHeight(); y += SQUARE) {
      for (int x = 0; x + SQUARE <= a.getWidth(); x += SQUARE) {
        all++;
        differing += apart(mean(a, x, y), mean(b, x, y)) > SQUARE_LEVELS ? 1 : 0;
      }
    }
    return all == 0 ? 0 : (double) differing / all;
  }

  private static int mean(BufferedImage picture, int left, int top) {
    int[] sums = new int[3];
    for (int y = top; y < top + SQUARE; y++) {
      for (int x = left; x < left + SQUARE; x++) {
        int colour = picture.getRGB(x, y);
        sums[0] += colour >> 16 & 255;
        sums[1] += colour >> 8 & 255;
        sums[2] += colour & 255;
      }
    }
    int n = SQUARE * SQUARE;
    return ((sums[0] / n) << 16) | ((sums[1] / n) << 8) | (sums[2] / n);
  }
}
