package vn.khuxuong.maps.mvt;

import java.util.Arrays;

/** Cuts rings, lines and points at the edge of a tile's margin. Belongs to one thread. */
final class GridClip {

  static final int LOW = -TileGrid.BUFFER;
  static final int HIGH = TileGrid.EXTENT + TileGrid.BUFFER;

  private int[] from = new int[256];
  private int[] into = new int[256];
  private int size;

  static boolean isInside(int x, int y) {
    return x >= LOW && x <= HIGH && y >= LOW && y <= HIGH;
  }

  /** What the last cut left over; the reference changes with every cut. */
  int[] result() {
    return from;
  }

  /**
   * Cuts a ring at each of the four edges in turn. Where it leaves and comes back through one edge,
   * the result runs along that edge twice; it is then no valid ring.
   *
   * @return ordinates in {@link #result}, 0 for nothing
   */
  int ring(int[] xy, int ordinates) {
    if (from.length < ordinates) {
      from = new int[ordinates * 2];
    }
    System.arraycopy(xy, 0, from, 0, ordinates);
    int left = ordinates;
    left = edge(left, 0, LOW, true);
    left = edge(left, 0, HIGH, false);
    left = edge(left, 1, LOW, true);
    return edge(left, 1, HIGH, false);
  }

  private int edge(int ordinates, int axis, int limit, boolean above) {
    size = 0;
    if (into.length < 2 * ordinates + 4) {
      into = new int[2 * ordinates + 64];
    }
    for (int i = 0; i < ordinates; i += 2) {
      int j = i == 0 ? ordinates - 2 : i - 2;
      boolean in = above ? from[i + axis] >= limit : from[i + axis] <= limit;
      boolean before = above ? from[j + axis] >= limit : from[j + axis] <= limit;
      if (in != before) {
        int other = crossing(j, i, axis, limit);
        put(axis == 0 ? limit : other, axis == 0 ? other : limit);
      }
      if (in) {
        put(from[i], from[i + 1]);
      }
    }
    int[] swap = from;
    from = into;
    into = swap;
    return size;
  }

  /** The other ordinate where an edge crosses a limit; the same whichever way the edge runs. */
  private int crossing(int a, int b, int axis, int limit) {
    boolean turned = from[a + axis] > from[b + axis];
    int low = turned ? b : a;
    int high = turned ? a : b;
    double part =
        (double) (limit - from[low + axis]) / ((double) from[high + axis] - from[low + axis]);
    int start = from[low + 1 - axis];
    return (int) Math.rint(start + part * ((double) from[high + 1 - axis] - start));
  }

  private void put(int x, int y) {
    into[size++] = x;
    into[size++] = y;
  }

  /** Adds the pieces of a line that lie inside to a shape. */
  void line(int[] xy, int ordinates, GridShape shape) {
    if (into.length < ordinates + 2) {
      into = Arrays.copyOf(into, ordinates + 64);
    }
    size = 0;
    for (int i = 0; i + 3 < ordinates; i += 2) {
      segment(xy[i], xy[i + 1], xy[i + 2], xy[i + 3], shape);
    }
    endOfPiece(shape);
  }

  /** Liang and Barsky: the stretch of a segment between two parameters from 0 to 1. */
  private void segment(int x0, int y0, int x1, int y1, GridShape shape) {
    double dx = (double) x1 - x0;
    double dy = (double) y1 - y0;
    double first = 0;
    double last = 1;
    double[] slopes = {-dx, dx, -dy, dy};
    double[] spaces = {x0 - LOW, HIGH - x0, y0 - LOW, HIGH - y0};
    for (int k = 0; k < 4; k++) {
      if (slopes[k] == 0 && spaces[k] < 0) {
        endOfPiece(shape);
        return;
      }
      if (slopes[k] < 0) {
        first = Math.max(first, spaces[k] / slopes[k]);
      } else if (slopes[k] > 0) {
        last = Math.min(last, spaces[k] / slopes[k]);
      }
    }
    if (first > last) {
      endOfPiece(shape);
      return;
    }
    if (first > 0) {
      endOfPiece(shape);
    }
    go((int) Math.rint(x0 + first * dx), (int) Math.rint(y0 + first * dy));
    go((int) Math.rint(x0 + last * dx), (int) Math.rint(y0 + last * dy));
    if (last < 1) {
      endOfPiece(shape);
    }
  }

  private void go(int x, int y) {
    if (size == 0 || into[size - 2] != x || into[size - 1] != y) {
      if (into.length < size + 2) {
        into = Arrays.copyOf(into, into.length * 2);
      }
      put(x, y);
    }
  }

  private void endOfPiece(GridShape shape) {
    if (size >= 4) {
      shape.add(into, size, false);
    }
    size = 0;
  }
}
