package vn.khuxuong.maps.draw;

import java.awt.Point;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferInt;
import java.awt.image.DirectColorModel;
import java.awt.image.Raster;

/** Java2D's images over our pixels. */
final class Rasters {
  private static final int[] MASKS = {0xff0000, 0xff00, 0xff, 0xff000000};
  private static final ColorModel PREMULTIPLIED =
      new DirectColorModel(
          ColorSpace.getInstance(ColorSpace.CS_sRGB),
          32,
          MASKS[0],
          MASKS[1],
          MASKS[2],
          MASKS[3],
          true,
          DataBuffer.TYPE_INT);

  private Rasters() {}

  /** The pixels of an image of type {@code TYPE_INT_ARGB_PRE} or {@code TYPE_INT_RGB}. */
  static int[] pixels(BufferedImage image) {
    return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
  }

  /** An image whose pixels are these, premultiplied. */
  static BufferedImage over(int[] pixels, int width, int height) {
    return new BufferedImage(
        PREMULTIPLIED,
        Raster.createPackedRaster(
            new DataBufferInt(pixels, width * height), width, height, width, MASKS, new Point()),
        true,
        null);
  }
}
