package vn.khuxuong.maps.draw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts rings and lines at a box, so that painting never meets coordinates far off the picture. */
final class PixelClip {
  private final double left;
  private final double top;
  private final double right;
  private final double bottom;

  PixelClip(double left, double top, double right, double bottom) {
    this.left = left;
    this.top = top;
    this.right = right;
    this.bottom = bottom;
  }

  /** A piece of a line: its vertices, and how far from the line's start it begins. */
  static final class Piece {
    private final double[] xy;
    private final double from;

    Piece(double[] xy, double from) {
      this.xy = xy;
      this.from = from;
    }

    double[] xy() {
      return xy;
    }

    double from() {
      return from;
    }
  }

  boolean holds(double x, double y) {
    return x >= left && x <= right && y >= top && y <= bottom;
  }

  /** Whether a box shares anything with this one. */
  boolean meets(double minX, double minY, double maxX, double maxY) {
    return maxX >= left && minX <= right && maxY >= top && minY <= bottom;
  }

  /** Whether a segment shares anything with the box. */
  boolean crosses(double x0, double y0, double x1, double y1) {
    boolean apart =
        Math.max(x0, x1) < left
            || Math.min(x0, x1) > right
            || Math.max(y0, y1) < top
            || Math.min(y0, y1) > bottom;
    return !apart && (holds(x0, y0) || holds(x1, y1) || segment(x0, y0, x1, y1) != null);
  }

  /**
   * The part of a ring in the box, by Sutherland and Hodgman: one ring, which may run along the
   * box's edges; empty where nothing is left.
   */
  double[] ring(double[] ring) {
    double[] cut = ring;
    for (int side = 0; side < 4 && cut.length > 0; side++) {
      cut = half(cut, side);
    }
    return cut;
  }

  private double[] half(double[] ring, int side) {
    double[] out = new double[ring.length * 2 + 4];
    int n = 0;
    int count = ring.length / 2;
    for (int i = 0; i < count; i++) {
      int j = (i + 1) % count;
      double x0 = ring[2 * i];
      double y0 = ring[2 * i + 1];
      double x1 = ring[2 * j];
      double y1 = ring[2 * j + 1];
      double d0 = inside(x0, y0, side);
      double d1 = inside(x1, y1, side);
      if (d0 >= 0) {
        out[n++] = x0;
        out[n++] = y0;
      }
      if (d0 >= 0 != d1 >= 0) {
        double t = d0 / (d0 - d1);
        out[n++] = x0 + t * (x1 - x0);
        out[n++] = y0 + t * (y1 - y0);
      }
    }
    return Arrays.copyOf(out, n);
  }

  private double inside(double x, double y, int side) {
    return switch (side) {
      case 0 -> x - left;
      case 1 -> right - x;
      case 2 -> y - top;
      default -> bottom - y;
    };
  }

  /** The parts of a line in the box, each with its distance from the line's start. */
  List<Piece> line(double[] xy) {
    List<Piece> pieces = new ArrayList<>();
    double[] piece = new double[xy.length + 2];
    int n = 0;
    double from = 0;
    double walked = 0;
    for (int i = 0; i + 3 < xy.length; i += 2) {
      double length = Math.hypot(xy[i + 2] - xy[i], xy[i + 3] - xy[i + 1]);
      double[] cut = segment(xy[i], xy[i + 1], xy[i + 2], xy[i + 3]);
      boolean joins = cut != null && n > 0 && piece[n - 2] == cut[0] && piece[n - 1] == cut[1];
      if (n > 0 && !joins) {
        pieces.add(new Piece(Arrays.copyOf(piece, n), from));
        n = 0;
      }
      if (cut != null) {
        if (n == 0) {
          from = walked + Math.hypot(cut[0] - xy[i], cut[1] - xy[i + 1]);
          piece[n++] = cut[0];
          piece[n++] = cut[1];
        }
        piece[n++] = cut[2];
        piece[n++] = cut[3];
      }
      walked += length;
    }
    if (n > 0) {
      pieces.add(new Piece(Arrays.copyOf(piece, n), from));
    }
    return pieces;
  }

  /** The part of a segment in the box by Liang and Barsky, null where there is none. */
  double @Nullable [] segment(double x0, double y0, double x1, double y1) {
    boolean apart =
        (x0 < left && x1 < left)
            || (x0 > right && x1 > right)
            || (y0 < top && y1 < top)
            || (y0 > bottom && y1 > bottom);
    if (apart) {
      return null; // as mostly, and much sooner
    }
    double[] span = {0, 1};
    double dx = x1 - x0;
    double dy = y1 - y0;
    boolean some =
        narrow(span, -dx, x0 - left)
            && narrow(span, dx, right - x0)
            && narrow(span, -dy, y0 - top)
            && narrow(span, dy, bottom - y0);
    if (!some) {
      return null;
    }
    return new double[] {
      span[0] == 0 ? x0 : x0 + span[0] * dx,
      span[0] == 0 ? y0 : y0 + span[0] * dy,
      span[1] == 1 ? x1 : x0 + span[1] * dx,
      span[1] == 1 ? y1 : y0 + span[1] * dy
    };
  }

  private static boolean narrow(double[] span, double p, double q) {
    if (p == 0) {
      return q >= 0;
    }
    double t = q / p;
    if (p < 0) {
      span[0] = Math.max(span[0], t);
    } else {
      span[1] = Math.min(span[1], t);
    }
    return span[0] <= span[1];
  }
}
