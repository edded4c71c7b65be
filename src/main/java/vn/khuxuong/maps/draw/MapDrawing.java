package vn.khuxuong.maps.draw;

import java.awt.image.BufferedImage;
import java.util.function.Consumer;
import vn.khuxuong.maps.style.Patterns;

/**
 * Draws layers of features, each in its style, the first layer lowest, all labels on top. Large
 * pictures are made in bands of rows, so that what one needs does not grow with its height.
 */
public final class MapDrawing {
  /** How far beyond a picture labels matter to it: half a long one. */
  public static final int REACH_PX = 128;

  /** Most pixels that are held at a time. */
  private static final int BAND_PIXELS = 1 << 18;

  private final Patterns patterns;

  /**
   * @param patterns the hatches that styles name
   */
  public MapDrawing(Patterns patterns) {
    this.patterns = patterns;
  }

  /** Draws a picture and keeps all of its pixels. */
  public Picture draw(Scene scene) {
    int width = scene.view().width();
    int height = scene.view().height();
    return BrushPool.with(
        brushes -> {
          Painting painting = Composer.compose(scene, patterns, brushes.shapes);
          int[] pixels = new int[width * height];
          painting.paint(new Canvas(brushes, pixels, width, 0, height, scene.blank()));
          return new Picture(width, height, pixels, scene.ground() != null, !painting.isEmpty());
        });
  }

  /** Draws a picture as a PNG file: RGB if it has a ground, else RGBA. */
  public byte[] png(Scene scene) {
    int width = scene.view().width();
    int height = scene.view().height();
    return BrushPool.with(
        brushes -> {
          Painting painting = Composer.compose(scene, patterns, brushes.shapes);
          if (painting.isEmpty()) {
            return BlankPictures.png(width, height, scene.blank());
          }
          PngWriter png = brushes.png;
          png.begin(
              width,
              height,
              scene.ground() != null ? PngWriter.RGB : PngWriter.RGBA,
              painting.periods());
          inBands(scene, painting, brushes, canvas -> png.rows(canvas.pixels(), canvas.rows()));
          return png.end();
        });
  }

  /** Draws a picture as a PNG file with a palette of 256 colours at most. */
  public byte[] png8(Scene scene) {
    return BrushPool.with(
        brushes -> {
          Painting painting = Composer.compose(scene, patterns, brushes.shapes);
          ColourCounts counts = new ColourCounts();
          inBands(
              scene,
              painting,
              brushes,
              canvas -> counts.add(canvas.pixels(), canvas.width() * canvas.rows()));
          Palette palette = Palette.of(counts);
          PngWriter png = brushes.png;
          png.begin(
              scene.view().width(), scene.view().height(), PngWriter.PALETTE, painting.periods());
          png.palette(palette.colours());
          // Painted a second time rather than kept, as large pictures do not fit.
          inBands(
              scene,
              painting,
              brushes,
              canvas -> {
                palette.number(canvas.pixels(), canvas.width() * canvas.rows());
                png.rows(canvas.pixels(), canvas.rows());
              });
          return png.end();
        });
  }

  /** Draws a picture as a JPEG file; it must have a ground. */
  public byte[] jpeg(Scene scene) {
    int width = scene.view().width();
    int height = scene.view().height();
    if (scene.ground() == null) {
      throw new IllegalArgumentException("JPEG has no transparency");
    }
    return BrushPool.with(
        brushes -> {
          Painting painting = Composer.compose(scene, patterns, brushes.shapes);
          BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
          int[] all = Rasters.pixels(image);
          inBands(
              scene,
              painting,
              brushes,
              canvas ->
                  System.arraycopy(
                      canvas.pixels(), 0, all, canvas.top() * width, canvas.rows() * width));
          return Jpeg.write(image);
        });
  }

  private static void inBands(
      Scene scene, Painting painting, Brushes brushes, Consumer<Canvas> use) {
    int width = scene.view().width();
    int height = scene.view().height();
    int rows = Math.max(1, BAND_PIXELS / width);
    for (int top = 0; top < height; top += rows) {
      int bottom = Math.min(height, top + rows);
      Canvas canvas = new Canvas(brushes, width, top, bottom, scene.blank());
      painting.paint(canvas);
      use.accept(canvas);
    }
  }
}
