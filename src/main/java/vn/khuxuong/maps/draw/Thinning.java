package vn.khuxuong.maps.draw;

/**
 * Drops vertices that nobody would see: those nearer than a quarter of a pixel to the one before,
 * and those from which the straight line past them is nowhere farther than a twentieth. For the
 * latter it keeps the cone of directions, seen from the last vertex kept, that pass all vertices
 * since then closely enough (Sklansky and Gonzalez, 1980): one pass, and the first vertex of a ring
 * decides, not the picture's edge, so that neighbouring tiles agree.
 */
final class Thinning {
  private static final double DETAIL = 0.25;
  private static final double STRAIGHT = 0.05;

  private Thinning() {}

  /**
   * Thins a ring or line in place; its first and last vertices stay.
   *
   * @param from index of its first ordinate
   * @param to index after its last
   * @return index after the last that is left
   */
  static int thin(double[] xy, int from, int to) {
    int near = near(xy, from, to);
    return near - from < 6 ? near : straight(xy, from, near);
  }

  private static int near(double[] xy, int from, int to) {
    int kept = from + 2;
    int last = to - 2;
    for (int i = kept; i < to; i += 2) {
      boolean far =
          i == last
              || Math.abs(xy[i] - xy[kept - 2]) >= DETAIL
              || Math.abs(xy[i + 1] - xy[kept - 1]) >= DETAIL;
      if (far) {
        xy[kept] = xy[i];
        xy[kept + 1] = xy[i + 1];
        kept += 2;
      }
    }
    return Math.min(kept, to);
  }

  private static int straight(double[] xy, int from, int to) {
    int kept = from + 2;
    double ax = xy[from];
    double ay = xy[from + 1];
    double farthest = 0;
    // The cone's sides, the right and the left one; no cone yet while both are zero.
    double rx = 0;
    double ry = 0;
    double lx = 0;
    double ly = 0;
    double beforeX = ax;
    double beforeY = ay;
    for (int i = from + 2; i < to; i += 2) {
      double x = xy[i];
      double y = xy[i + 1];
      double dx = x - ax;
      double dy = y - ay;
      double length = Math.sqrt(dx * dx + dy * dy);
      boolean open = rx == 0 && ry == 0;
      boolean inside = open || (rx * dy - ry * dx >= 0 && dx * ly - dy * lx >= 0);
      // Whoever turns back has been where the line past it would not go.
      if (!inside || length < farthest) {
        xy[kept] = beforeX;
        xy[kept + 1] = beforeY;
        kept += 2;
        ax = beforeX;
        ay = beforeY;
        dx = x - ax;
        dy = y - ay;
        length = Math.sqrt(dx * dx + dy * dy);
        open = true;
      }
      farthest = length;
      beforeX = x;
      beforeY = y;
      if (length <= STRAIGHT) {
        rx = 0;
        ry = 0;
        continue;
      }
      double sine = STRAIGHT / length;
      double cosine = Math.sqrt(1 - sine * sine);
      double rightX = dx * cosine + dy * sine;
      double rightY = dy * cosine - dx * sine;
      double leftX = dx * cosine - dy * sine;
      double leftY = dy * cosine + dx * sine;
      if (open || rx * rightY - ry * rightX > 0) {
        rx = rightX;
        ry = rightY;
      }
      if (open || leftX * ly - leftY * lx > 0) {
        lx = leftX;
        ly = leftY;
      }
    }
    xy[kept] = xy[to - 2];
    xy[kept + 1] = xy[to - 1];
    return kept + 2;
  }
}
