package vn.khuxuong.maps.mvt;

import java.util.Arrays;

/**
 * Tells whether the rings of a polygon touch or cross themselves or one another. Exact, as all
 * coordinates are whole numbers. Belongs to one thread.
 */
final class RingCheck {

  private int[] edges = new int[256];
  private long[] order = new long[64];
  private int[] followers = new int[64];
  private int count;

  /** Whether no two edges share more than the vertex between neighbours. */
  boolean isClean(GridShape shape, int firstRing) {
    collect(shape, firstRing);
    if (count <= 3) {
      return true;
    }
    Arrays.sort(order, 0, count);
    for (int i = 0; i < count; i++) {
      int a = (int) order[i];
      int right = Math.max(edges[4 * a], edges[4 * a + 2]);
      int low = Math.min(edges[4 * a + 1], edges[4 * a + 3]);
      int high = Math.max(edges[4 * a + 1], edges[4 * a + 3]);
      for (int j = i + 1; j < count && left(order[j]) <= right; j++) {
        int b = (int) order[j];
        boolean apart =
            Math.min(edges[4 * b + 1], edges[4 * b + 3]) > high
                || Math.max(edges[4 * b + 1], edges[4 * b + 3]) < low;
        if (!apart && meet(a, b)) {
          return false;
        }
      }
    }
    return true;
  }

  private static int left(long entry) {
    return (int) (entry >> 32);
  }

  private void collect(GridShape shape, int firstRing) {
    int[] xy = shape.xy();
    int total = (shape.end(shape.parts() - 1) - shape.start(firstRing)) / 2;
    if (order.length < total) {
      edges = new int[4 * total * 2];
      order = new long[total * 2];
      followers = new int[total * 2];
    }
    count = 0;
    for (int ring = firstRing; ring < shape.parts(); ring++) {
      int start = shape.start(ring);
      int end = shape.end(ring);
      int first = count;
      for (int i = start; i < end; i += 2) {
        int next = i + 2 == end ? start : i + 2;
        edges[4 * count] = xy[i];
        edges[4 * count + 1] = xy[i + 1];
        edges[4 * count + 2] = xy[next];
        edges[4 * count + 3] = xy[next + 1];
        order[count] = ((long) Math.min(xy[i], xy[next]) << 32) | count;
        followers[count] = next == start ? first : count + 1;
        count++;
      }
    }
  }

  private boolean meet(int a, int b) {
    if (followers[a] == b) {
      return followers[b] == a || foldsBack(a, b);
    }
    if (followers[b] == a) {
      return foldsBack(b, a);
    }
    int i = 4 * a;
    int j = 4 * b;
    long a0 = side(i, edges[j], edges[j + 1]);
    long a1 = side(i, edges[j + 2], edges[j + 3]);
    if ((a0 > 0 && a1 > 0) || (a0 < 0 && a1 < 0)) {
      return false;
    }
    long b0 = side(j, edges[i], edges[i + 1]);
    long b1 = side(j, edges[i + 2], edges[i + 3]);
    // On one line the boxes decide, and those overlap: the caller has looked at y, the sweep at x.
    return !((b0 > 0 && b1 > 0) || (b0 < 0 && b1 < 0));
  }

  /** Whether the second of two neighbours runs back over the first. */
  private boolean foldsBack(int a, int b) {
    int i = 4 * a;
    int j = 4 * b;
    long dx0 = (long) edges[i + 2] - edges[i];
    long dy0 = (long) edges[i + 3] - edges[i + 1];
    long dx1 = (long) edges[j + 2] - edges[j];
    long dy1 = (long) edges[j + 3] - edges[j + 1];
    return dx0 * dy1 == dx1 * dy0 && dx0 * dx1 + dy0 * dy1 < 0;
  }

  /** On which side of an edge a point lies; 0 on its line. */
  private long side(int i, int x, int y) {
    return (long) (edges[i + 2] - edges[i]) * (y - edges[i + 1])
        - (long) (edges[i + 3] - edges[i + 1]) * (x - edges[i]);
  }
}
