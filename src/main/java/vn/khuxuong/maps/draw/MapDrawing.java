package vn.khuxuong.maps.draw;

import vn.khuxuong.maps.style.Patterns;

/**
 * Draws layers of features, each in its style, the first layer lowest, all labels on top. Large
 * pictures are made in bands of rows, so that what one needs does not grow with its height.
 */
public final class MapDrawing {
  /** How far beyond a picture labels matter to it: half a long one. */
  public static final int REACH_PX = 128;

  /** Most pixels that are held at a time. */
  private static final int BAND_PIXELS = 1 << 20;

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
    boolean opaque = scene.ground() != null;
    return BrushPool.with(
        brushes -> {
          Painting painting = Composer.compose(scene, patterns, brushes.shapes);
          if (painting.isEmpty()) {
            return BlankPictures.png(width, height, scene.blank());
          }
          PngWriter png = brushes.png;
          png.begin(
              width, height, opaque ? PngWriter.RGB : PngWriter.RGBA, painting.periods());
          int rows = Math.max(1, BAND_PIXELS / width);
          for (int top = 0; top < height; top += rows) {
            int bottom = Math.min(height, top + rows);
            Canvas canvas = new Canvas(brushes, width, top, bottom, scene.blank());
            painting.paint(canvas);
            png.rows(canvas.pixels(), canvas.rows());
          }
          return png.end();
        });
  }
}
