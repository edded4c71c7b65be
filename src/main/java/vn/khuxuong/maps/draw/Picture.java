package vn.khuxuong.maps.draw;

/** A finished picture with all its pixels. */
public final class Picture {
  private final int width;
  private final int height;
  private final int[] pixels;
  private final boolean opaque;
  private final boolean painted;

  /**
   * @param pixels row by row, alpha, red, green, blue, premultiplied; not copied
   * @param opaque whether all of them are
   * @param painted whether there is anything on the ground
   */
  Picture(int width, int height, int[] pixels, boolean opaque, boolean painted) {
    this.width = width;
    this.height = height;
    this.pixels = pixels;
    this.opaque = opaque;
    this.painted = painted;
  }

  /** Pixels from left to right. */
  public int width() {
    return width;
  }

  /** Pixels from top to bottom. */
  public int height() {
    return height;
  }

  /** Whether there is anything on the ground. */
  public boolean isPainted() {
    return painted;
  }

  /** Alpha, red, green, blue of a pixel, not premultiplied. */
  public int argb(int x, int y) {
    return Blend.straight(pixels[y * width + x]);
  }

  /** As a PNG file: RGB if opaque, else RGBA. */
  public byte[] png() {
    return BrushPool.with(
        brushes -> {
          brushes.png.begin(width, height, opaque ? PngWriter.RGB : PngWriter.RGBA);
          brushes.png.rows(pixels.clone(), height);
          return brushes.png.end();
        });
  }
}
