package vn.khuxuong.maps.draw;

/**
 * Walks along a ring or line and puts down its dashes, counted from its first vertex, so that they
 * lie alike on every picture. Only what the mask's window shows is walked in steps.
 */
final class DashWalk {
  private double[] dash = new double[0];
  private double period;

  /**
   * @param dash lengths of dashes and gaps in pixels, an even number of them, with a sum above 1
   */
  void walk(Shapes shapes, int ring, double[] dash, LineMask mask) {
    this.dash = dash;
    period = 0;
    for (double length : dash) {
      period += length;
    }
    double[] xy = shapes.xy();
    int end = shapes.end(ring);
    double walked = 0;
    for (int i = shapes.start(ring); i + 3 < end; i += 2) {
      double dx = xy[i + 2] - xy[i];
      double dy = xy[i + 3] - xy[i + 1];
      double length = Math.sqrt(dx * dx + dy * dy);
      double[] cut = mask.window().segment(xy[i], xy[i + 1], xy[i + 2], xy[i + 3]);
      if (cut != null && length > 0) {
        double from = Math.hypot(cut[0] - xy[i], cut[1] - xy[i + 1]);
        double to = Math.min(length, Math.hypot(cut[2] - xy[i], cut[3] - xy[i + 1]));
        double corner =
            i + 5 < end
                ? LineMask.reach(dx, dy, xy[i + 4] - xy[i + 2], xy[i + 5] - xy[i + 3], mask.half())
                : 0;
        double corner0 =
            i > shapes.start(ring)
                ? LineMask.reach(xy[i] - xy[i - 2], xy[i + 1] - xy[i - 1], dx, dy, mask.half())
                : 0;
        straight(xy, i, dx / length, dy / length, walked, from, to, length, corner0, corner, mask);
      }
      walked += length;
    }
  }

  /** The dashes of one edge between two distances from its start. */
  private void straight(
      double[] xy,
      int i,
      double ux,
      double uy,
      double walked,
      double from,
      double to,
      double length,
      double before,
      double after,
      LineMask mask) {
    double phase = (walked + from) % period;
    int k = 0;
    while (k < dash.length - 1 && phase >= dash[k]) {
      phase -= dash[k++];
    }
    double at = from;
    boolean goesOn = phase > 0;
    while (at < to) {
      double stop = at + dash[k] - phase;
      if (k % 2 == 0 && stop > at) {
        double end = Math.min(stop, to);
        mask.segment(
            xy[i] + ux * at,
            xy[i + 1] + uy * at,
            xy[i] + ux * end,
            xy[i + 1] + uy * end,
            goesOn && at == 0 ? before : 0,
            stop > length && end == to ? after : 0);
      }
      at = stop;
      phase = 0;
      goesOn = false;
      k = (k + 1) % dash.length;
    }
  }
}
