package vn.khuxuong.maps.draw;

/**
 * How much of each pixel polygons cover, by accumulating signed areas: every edge adds, in each row
 * it crosses, what it covers to its right as a difference to the pixel before; summed from left to
 * right that is the polygons' share of each pixel, exactly. Shells and holes are walked in opposite
 * directions whatever way they were stored. Works within the picture only: edges to its left count
 * as lying on its left side, edges to its right change nothing. Belongs to one thread.
 */
final class Coverage {
  /** Most cells worked on at a time; what is higher is done in bands of rows. */
  private static final int CELLS = 1 << 18;

  private static final float VISIBLE = 0.5f / 255;

  private static final int WORD_BITS = 6;

  /** So many rings or more are likely to share edges. */
  private static final int NEIGHBOURS = 4;

  private final float[] cells = new float[CELLS];

  /** A bit for each cell that an edge has changed: only few of a row are. */
  private long[] touched = new long[CELLS >> WORD_BITS];

  private final Edges edges;
  private int width;
  private int height;
  private int stride;
  private int words;

  /**
   * @param edges which lines use as well
   */
  Coverage(Edges edges) {
    this.edges = edges;
  }

  /** Takes what was found, row by row from top to bottom, each from left to right. */
  interface Sink {
    /**
     * Pixels of one row that are covered alike.
     *
     * @param share 1 to 255, the whole pixel
     */
    void span(int y, int from, int to, int share);
  }

  /**
   * Finds what the polygons of some ranges of rings cover together: where neighbours share an edge
   * there is none, and where polygons lie over one another they cover no more than one alone.
   *
   * @param ranges first ring and ring after the last, in turn
   * @param right width of the picture
   * @param top first row of the picture that is wanted
   * @param bottom row after the last
   */
  void polygons(Shapes shapes, int[] ranges, int right, int top, int bottom, Sink sink) {
    double minX = right;
    double minY = bottom;
    double maxX = 0;
    double maxY = top;
    int seenRings = 0;
    for (int i = 0; i < ranges.length; i += 2) {
      for (int ring = ranges[i]; ring < ranges[i + 1]; ring++) {
        boolean seen =
            shapes.kind(ring) == Shapes.SHELL
                && shapes.minX(ring) < right
                && shapes.maxX(ring) > 0
                && shapes.minY(ring) < bottom
                && shapes.maxY(ring) > top;
        if (seen) {
          seenRings++;
          minX = Math.min(minX, shapes.minX(ring));
          minY = Math.min(minY, shapes.minY(ring));
          maxX = Math.max(maxX, shapes.maxX(ring));
          maxY = Math.max(maxY, shapes.maxY(ring));
        }
      }
    }
    int x0 = (int) Math.max(0, Math.floor(minX));
    int x1 = (int) Math.min(right, Math.ceil(maxX));
    int y0 = (int) Math.max(top, Math.floor(minY));
    int y1 = (int) Math.min(bottom, Math.ceil(maxY));
    if (x0 >= x1 || y0 >= y1) {
      return;
    }
    width = x1 - x0;
    stride = width + 2;
    words = (stride + Long.SIZE - 1) >> WORD_BITS;
    int rows = Math.max(1, CELLS / stride);
    if (touched.length < Math.min(rows, y1 - y0) * words) {
      touched = new long[Math.min(rows, y1 - y0) * words];
    }
    boolean together =
        seenRings >= NEIGHBOURS
            && edges.collect(shapes, ranges, right, top, bottom, LineMask.REACH);
    for (int y = y0; y < y1; y += rows) {
      height = Math.min(rows, y1 - y);
      if (together) {
        together(x0, y);
      } else {
        for (int i = 0; i < ranges.length; i += 2) {
          for (int ring = ranges[i]; ring < ranges[i + 1]; ring++) {
            if (shapes.isArea(ring)) {
              ring(shapes, ring, x0, y);
            }
          }
        }
      }
      sweep(x0, y, sink);
    }
  }

  /** All edges but those between neighbours. */
  private void together(int x0, int y0) {
    double[] ends = edges.ends();
    for (int i = 0; i < edges.count(); i++) {
      int turn = edges.turn(i);
      if (turn == 0) {
        continue;
      }
      double ax = ends[4 * i] - x0;
      double ay = ends[4 * i + 1] - y0;
      double bx = ends[4 * i + 2] - x0;
      double by = ends[4 * i + 3] - y0;
      if (ay < by) {
        edge(ax, ay, bx, by, turn);
      } else if (ay > by) {
        edge(bx, by, ax, ay, -turn);
      }
    }
  }

  private void ring(Shapes shapes, int ring, int x0, int y0) {
    if (shapes.maxY(ring) <= y0
        || shapes.minY(ring) >= y0 + height
        || shapes.maxX(ring) <= x0
        || shapes.minX(ring) >= x0 + width) {
      return;
    }
    double[] xy = shapes.xy();
    int turn = shapes.turn(ring);
    int end = shapes.end(ring);
    int start = shapes.start(ring);
    double ax = xy[end - 2] - x0;
    double ay = xy[end - 1] - y0;
    for (int i = start; i < end; i += 2) {
      double bx = xy[i] - x0;
      double by = xy[i + 1] - y0;
      if (ay < by) {
        edge(ax, ay, bx, by, turn);
      } else if (ay > by) {
        edge(bx, by, ax, ay, -turn);
      }
      ax = bx;
      ay = by;
    }
  }

  /** An edge from a down to b, cut at the sides of the box. */
  private void edge(double ax, double ay, double bx, double by, int sign) {
    if (by <= 0 || ay >= height || (ax >= width && bx >= width)) {
      return;
    }
    double slope = (bx - ax) / (by - ay);
    double startX = ax;
    double startY = ay;
    double endX = bx;
    double endY = by;
    if (startY < 0) {
      startX -= startY * slope;
      startY = 0;
    }
    if (endY > height) {
      endX = startX + (height - startY) * slope;
      endY = height;
    }
    if (startX < 0 || endX < 0) {
      if (startX <= 0 && endX <= 0) {
        line(0, startY, 0, endY, sign);
        return;
      }
      double y = Math.min(endY, Math.max(startY, startY - startX / slope));
      if (startX < 0) {
        line(0, startY, 0, y, sign);
        startX = 0;
        startY = y;
      } else {
        line(0, y, 0, endY, sign);
        endX = 0;
        endY = y;
      }
    }
    if (startX > width || endX > width) {
      if (startX >= width && endX >= width) {
        return;
      }
      double y = Math.min(endY, Math.max(startY, startY + (width - startX) / slope));
      if (startX > width) {
        startX = width;
        startY = y;
      } else {
        endX = width;
        endY = y;
      }
    }
    line(startX, startY, endX, endY, sign);
  }

  /** An edge inside the box. */
  private void line(double ax, double ay, double bx, double by, int sign) {
    if (!(ay < by)) {
      return;
    }
    double slope = (bx - ax) / (by - ay);
    double x = ax;
    int last = Math.min(height, (int) Math.ceil(by)) - 1;
    for (int y = (int) ay; y <= last; y++) {
      // Comparisons take less long than Math.min and max of doubles.
      double high = ay > y ? ay : y;
      double low = by < y + 1 ? by : y + 1;
      double to = ax + (low - ay) * slope;
      double next = to < 0 ? 0 : to < width ? to : width;
      float area = (float) ((low - high) * sign);
      if (x <= next) {
        row(y, x, next, area);
      } else {
        row(y, next, x, area);
      }
      x = next;
    }
  }

  /**
   * What an edge that runs from x0 to x1 within a row adds to it.
   *
   * @param area height of the edge with its sign
   */
  private void row(int y, double x0, double x1, float area) {
    int row = y * stride;
    int i0 = (int) x0;
    int i1 = (int) Math.ceil(x1);
    if (i1 <= i0 + 1) {
      float right = (float) (0.5 * (x0 + x1) - i0) * area;
      cells[row + i0] += area - right;
      cells[row + i0 + 1] += right;
      touch(y, i0);
      touch(y, i0 + 1);
    } else {
      double share = 1 / (x1 - x0);
      double in = 1 - (x0 - i0);
      double out = x1 - i1 + 1;
      double first = 0.5 * share * in * in;
      double last = 0.5 * share * out * out;
      cells[row + i0] += (float) (area * first);
      if (i1 == i0 + 2) {
        cells[row + i0 + 1] += (float) (area * (1 - first - last));
      } else {
        double second = share * (0.5 + in);
        cells[row + i0 + 1] += (float) (area * (second - first));
        for (int i = i0 + 2; i < i1 - 1; i++) {
          cells[row + i] += (float) (area * share);
        }
        double before = second + (i1 - i0 - 3) * share;
        cells[row + i1 - 1] += (float) (area * (1 - before - last));
      }
      cells[row + i1] += (float) (area * last);
      for (int i = i0; i <= i1; i++) {
        touch(y, i);
      }
    }
  }

  private void touch(int y, int i) {
    touched[y * words + (i >> WORD_BITS)] |= 1L << i;
  }

  private void sweep(int x0, int y0, Sink sink) {
    for (int y = 0; y < height; y++) {
      int row = y * stride;
      int word = y * words;
      float sum = 0;
      int from = 0;
      int share = 0;
      for (int w = word; w < word + words; w++) {
        long left = touched[w];
        touched[w] = 0;
        int first = (w - word) << WORD_BITS;
        for (; left != 0; left &= left - 1) {
          int i = first + Long.numberOfTrailingZeros(left);
          sum += cells[row + i];
          cells[row + i] = 0;
          int now = share(sum);
          if (now != share && i < width) {
            if (share != 0) {
              sink.span(y0 + y, x0 + from, x0 + i, share);
            }
            from = i;
            share = now;
          }
        }
      }
      // What is open after the last edge closes beyond the box.
      if (share != 0) {
        sink.span(y0 + y, x0 + from, x0 + width, share);
      }
    }
  }

  private static int share(float sum) {
    float share = Math.abs(sum);
    return share < VISIBLE ? 0 : share >= 1 - VISIBLE ? 255 : (int) (share * 255 + 0.5f);
  }
}
