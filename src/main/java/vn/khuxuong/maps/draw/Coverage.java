package vn.khuxuong.maps.draw;

import java.util.Arrays;

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

  private static final float[] NOTHING = new float[1 << 10];

  /** Edges are mostly nearer than this; farther ones are worth a vector's while. */
  private static final int NEAR = 12;

  private final float[] cells = new float[CELLS];
  private final int[] firsts = new int[CELLS / 2];
  private final int[] lasts = new int[CELLS / 2];
  private int width;
  private int height;
  private int stride;

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
    for (int i = 0; i < ranges.length; i += 2) {
      for (int ring = ranges[i]; ring < ranges[i + 1]; ring++) {
        boolean seen =
            shapes.kind(ring) == Shapes.SHELL
                && shapes.minX(ring) < right
                && shapes.maxX(ring) > 0
                && shapes.minY(ring) < bottom
                && shapes.maxY(ring) > top;
        if (seen) {
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
    int rows = Math.max(1, CELLS / stride);
    for (int y = y0; y < y1; y += rows) {
      height = Math.min(rows, y1 - y);
      Arrays.fill(firsts, 0, height, width);
      Arrays.fill(lasts, 0, height, -1);
      for (int i = 0; i < ranges.length; i += 2) {
        for (int ring = ranges[i]; ring < ranges[i + 1]; ring++) {
          if (shapes.isArea(ring)) {
            ring(shapes, ring, x0, y);
          }
        }
      }
      sweep(x0, y, sink);
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
      i1 = i0 + 1;
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
    }
    firsts[y] = Math.min(firsts[y], i0);
    lasts[y] = Math.max(lasts[y], i1);
  }

  private void sweep(int x0, int y0, Sink sink) {
    for (int y = 0; y < height; y++) {
      int last = lasts[y];
      if (last < 0) {
        continue;
      }
      int row = y * stride;
      int end = Math.min(last + 1, width);
      float sum = 0;
      int from = firsts[y];
      int share = 0;
      int i = from;
      while (i < end) {
        float cell = cells[row + i];
        if (cell == 0) {
          i = nextEdge(row, i + 1, end);
          continue;
        }
        sum += cell;
        int now = share(sum);
        if (now != share) {
          if (share != 0) {
            sink.span(y0 + y, x0 + from, x0 + i, share);
          }
          from = i;
          share = now;
        }
        i++;
      }
      Arrays.fill(cells, row + firsts[y], row + last + 1, 0);
      // What is open after the last edge closes beyond the box.
      if (share != 0) {
        sink.span(y0 + y, x0 + from, x0 + width, share);
      }
    }
  }

  /** The next cell at which anything changes, near or far. */
  private int nextEdge(int row, int from, int end) {
    int i = from;
    int near = Math.min(end, from + NEAR);
    while (i < near && cells[row + i] == 0) {
      i++;
    }
    while (i == near && near < end) {
      near = Math.min(end, i + NOTHING.length);
      int zeros = Arrays.mismatch(cells, row + i, row + near, NOTHING, 0, near - i);
      i = zeros < 0 ? near : i + zeros;
    }
    return i;
  }

  private static int share(float sum) {
    float share = Math.abs(sum);
    return share < VISIBLE ? 0 : share >= 1 - VISIBLE ? 255 : (int) (share * 255 + 0.5f);
  }
}
