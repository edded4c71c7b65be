package vn.khuxuong.maps.draw;

/**
 * What painting needs to remember while it works, for one thread at a time. Kept in {@link
 * BrushPool}, as making it anew would cost as much as a small picture.
 */
final class Brushes {
  final Shapes shapes = new Shapes();
  final Edges edges = new Edges();
  final Coverage coverage = new Coverage(edges);
  final LineMask mask = new LineMask(edges);
  final PngWriter png = new PngWriter();
  private int[] pixels = new int[1 << 16];

  /** Room for pixels; what stood there before still stands there. */
  int[] pixels(int count) {
    if (pixels.length < count) {
      pixels = new int[count];
    }
    return pixels;
  }
}
