package vn.khuxuong.maps.draw;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * How much of each pixel the lines of one colour cover. Every line adds what it covers by the
 * distance of the pixel's centre from it, and the larger of two wins: joints and edges that two
 * neighbours share do not darken. Meant for thin lines; corners are mitred up to a right angle.
 * Belongs to one thread.
 */
final class LineMask {
  /** Lines wider than this want the real shape of their corners. */
  static final double WIDEST = 4;

  /** Ends meet this far within one another, so that no gap shows between them. */
  private static final double OVERLAP = 0.5;

  private static final double NEAR_NOTHING = 1e-9;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private byte[] mask = new byte[0];
  private int width;
  private int top;
  private int bottom;
  private int minX;
  private int maxX;
  private int minY;
  private int maxY;
  private double half;
  private double full;
  private PixelClip window = new PixelClip(0, 0, 0, 0);
  private final int[] shades = new int[256];
  private final DashWalk dashes = new DashWalk();
  private final SeenEdges seen = new SeenEdges();

  /**
   * Gets ready for a part of a picture; the mask is empty.
   *
   * @param top first row of the picture that is wanted
   * @param bottom row after the last
   */
  void begin(int width, int top, int bottom) {
    int pixels = width * (bottom - top);
    if (mask.length < pixels) {
      mask = new byte[pixels];
    }
    this.width = width;
    this.top = top;
    this.bottom = bottom;
    seen.clear();
    forget();
  }

  private void forget() {
    minX = Integer.MAX_VALUE;
    minY = Integer.MAX_VALUE;
    maxX = -1;
    maxY = -1;
  }

  /**
   * Adds the edges and lines of a range of rings.
   *
   * @param lineWidth pixels
   * @param dash lengths of dashes and gaps in pixels, empty for a solid line
   */
  void add(Shapes shapes, int first, int last, double lineWidth, double[] dash) {
    half = lineWidth / 2;
    full = Math.min(1, lineWidth);
    double reach = half + 2;
    window = new PixelClip(-reach, top - reach, width + reach, bottom + reach);
    for (int ring = first; ring < last; ring++) {
      boolean seen =
          shapes.kind(ring) != Shapes.POINT
              && window.meets(
                  shapes.minX(ring), shapes.minY(ring), shapes.maxX(ring), shapes.maxY(ring));
      if (seen && dash.length > 0) {
        dashes.walk(shapes, ring, dash, this);
      } else if (seen) {
        solid(shapes, ring);
      }
    }
  }

  private void solid(Shapes shapes, int ring) {
    double[] xy = shapes.xy();
    int start = shapes.start(ring);
    int end = shapes.end(ring);
    boolean closed = shapes.isArea(ring);
    if (end - start < 4) {
      segment(xy[start], xy[start + 1], xy[start], xy[start + 1], half, half);
      return;
    }
    if (closed && half <= OVERLAP) {
      thin(xy, start, end);
      return;
    }
    double before =
        closed ? reach(xy, end - 4, start, start + 2) : 0; // the last vertex is the first again
    for (int i = start; i + 3 < end; i += 2) {
      double after = closed ? reach(xy, i, i + 2, start + 2) : 0;
      if (i + 5 < end) {
        after = reach(xy, i, i + 2, i + 4);
      }
      segment(xy[i], xy[i + 1], xy[i + 2], xy[i + 3], before, after);
      before = after;
    }
  }

  /**
   * The edges of a ring so thin that they end alike whatever comes next: one that two neighbours
   * share is drawn once, and from the same end for both.
   */
  private void thin(double[] xy, int start, int end) {
    for (int i = start; i + 3 < end; i += 2) {
      double ax = xy[i];
      double ay = xy[i + 1];
      double bx = xy[i + 2];
      double by = xy[i + 3];
      if (ax < bx || (ax == bx && ay < by)) {
        if (seen.add(ax, ay, bx, by)) {
          segment(ax, ay, bx, by, OVERLAP, OVERLAP);
        }
      } else if (seen.add(bx, by, ax, ay)) {
        segment(bx, by, ax, ay, OVERLAP, OVERLAP);
      }
    }
  }

  /** How far beyond a corner its two lines go on, so that their outer edges meet. */
  private double reach(double[] xy, int a, int b, int c) {
    return reach(xy[b] - xy[a], xy[b + 1] - xy[a + 1], xy[c] - xy[b], xy[c + 1] - xy[b + 1], half);
  }

  static double reach(double ux, double uy, double vx, double vy, double half) {
    if (half <= OVERLAP) {
      return OVERLAP;
    }
    double dot = ux * vx + uy * vy;
    double lengths = Math.sqrt((ux * ux + uy * uy) * (vx * vx + vy * vy));
    if (dot <= 0) {
      // Beyond 120 degrees a corner is not mitred but cut off.
      return Math.max(OVERLAP, dot < -lengths / 2 ? half / 2 : half);
    }
    // tan(turn / 2) = sin(turn) / (1 + cos(turn))
    double cross = Math.abs(ux * vy - uy * vx);
    return Math.max(OVERLAP, half * cross / (lengths + dot));
  }

  double half() {
    return half;
  }

  PixelClip window() {
    return window;
  }

  /**
   * Adds a straight line.
   *
   * @param before how far it goes on beyond its first point, pixels
   * @param after how far beyond its second
   */
  void segment(double ax, double ay, double bx, double by, double before, double after) {
    boolean inside = window.holds(ax, ay) && window.holds(bx, by);
    if (!inside) {
      double[] cut = window.segment(ax, ay, bx, by);
      if (cut != null) {
        // Where the line was cut nothing is seen of its end.
        stroke(cut[0], cut[1], cut[2], cut[3], before, after);
      }
      return;
    }
    stroke(ax, ay, bx, by, before, after);
  }

  private void stroke(double ax, double ay, double bx, double by, double before, double after) {
    double dx = bx - ax;
    double dy = by - ay;
    double length = Math.sqrt(dx * dx + dy * dy);
    double ux = 1;
    double uy = 0;
    if (length > NEAR_NOTHING) {
      ux = dx / length;
      uy = dy / length;
    }
    double sx = ax - ux * before;
    double sy = ay - uy * before;
    double whole = length + before + after;
    if (Math.abs(ux) >= Math.abs(uy)) {
      columns(sx, sy, ux, uy, whole);
    } else {
      rows(sx, sy, ux, uy, whole);
    }
  }

  /** A line that is more level than steep, column by column. */
  private void columns(double sx, double sy, double ux, double uy, double whole) {
    double slope = uy / ux;
    double steep = Math.abs(ux);
    double reach = (half + 0.5) / steep;
    double endZone = endZone(steep, Math.abs(uy));
    double ex = sx + ux * whole;
    double left = ux > 0 ? sx : ex;
    double right = ux > 0 ? ex : sx;
    int x0 = Math.max(0, (int) Math.ceil(left - endZone - 0.5));
    int x1 = Math.min(width - 1, (int) Math.floor(right + endZone - 0.5));
    int low = bottom;
    int high = top - 1;
    for (int x = x0; x <= x1; x++) {
      double px = x + 0.5;
      double centre = sy + (px - sx) * slope;
      int y0 = Math.max(top, (int) Math.ceil(centre - reach - 0.5));
      int y1 = Math.min(bottom - 1, (int) Math.floor(centre + reach - 0.5));
      boolean atEnd = px - left < endZone || right - px < endZone;
      double along = (px - sx) * ux + (y0 + 0.5 - sy) * uy;
      int at = (y0 - top) * width + x;
      for (int y = y0; y <= y1; y++, at += width) {
        double away = Math.abs(y + 0.5 - centre) * steep;
        put(at, atEnd ? cover(away, along, whole) : cover(away));
        along += uy;
      }
      low = Math.min(low, y0);
      high = Math.max(high, y1);
    }
    touch(x0, x1, low, high);
  }

  /** A line that is more steep than level, row by row. */
  private void rows(double sx, double sy, double ux, double uy, double whole) {
    double slope = ux / uy;
    double steep = Math.abs(uy);
    double reach = (half + 0.5) / steep;
    double endZone = endZone(steep, Math.abs(ux));
    double ey = sy + uy * whole;
    double upper = uy > 0 ? sy : ey;
    double lower = uy > 0 ? ey : sy;
    int y0 = Math.max(top, (int) Math.ceil(upper - endZone - 0.5));
    int y1 = Math.min(bottom - 1, (int) Math.floor(lower + endZone - 0.5));
    int low = width;
    int high = -1;
    for (int y = y0; y <= y1; y++) {
      double py = y + 0.5;
      double centre = sx + (py - sy) * slope;
      int x0 = Math.max(0, (int) Math.ceil(centre - reach - 0.5));
      int x1 = Math.min(width - 1, (int) Math.floor(centre + reach - 0.5));
      boolean atEnd = py - upper < endZone || lower - py < endZone;
      double along = (x0 + 0.5 - sx) * ux + (py - sy) * uy;
      int at = (y - top) * width + x0;
      for (int x = x0; x <= x1; x++, at++) {
        double away = Math.abs(x + 0.5 - centre) * steep;
        put(at, atEnd ? cover(away, along, whole) : cover(away));
        along += ux;
      }
      low = Math.min(low, x0);
      high = Math.max(high, x1);
    }
    touch(low, high, y0, y1);
  }

  /**
   * How far from a line's end, along the axis it mostly runs along, pixels may lie that the end
   * cuts: half a pixel along the line and half its width and half a pixel across.
   */
  private double endZone(double main, double cross) {
    return 0.5 * main + (half + 0.5) * cross;
  }

  // Comparisons instead of Math.min and max, which take far longer for doubles.

  /** The share of a pixel that a line without ends covers. */
  private double cover(double away) {
    double cover = half + 0.5 - away;
    return cover < full ? cover : full;
  }

  /**
   * The share of a pixel near one of the line's ends.
   *
   * @param along how far along the line the pixel is
   */
  private double cover(double away, double along, double whole) {
    double left = whole - along;
    double end = (along < left ? along : left) + 0.5;
    return end <= 0 ? 0 : end < 1 ? cover(away) * end : cover(away);
  }

  private void put(int at, double cover) {
    int share = (int) (cover * 255 + 0.5);
    if (share > (mask[at] & 0xff)) {
      mask[at] = (byte) share;
    }
  }

  private void touch(int x0, int x1, int y0, int y1) {
    if (x0 > x1 || y0 > y1) {
      return;
    }
    minX = Math.min(minX, x0);
    maxX = Math.max(maxX, x1);
    minY = Math.min(minY, y0);
    maxY = Math.max(maxY, y1);
  }

  /**
   * Lays a colour on what the lines cover, and empties the mask.
   *
   * @param pixels of the part of the picture, premultiplied
   * @param colour premultiplied
   */
  void blend(int[] pixels, int colour) {
    if (maxY < 0) {
      return;
    }
    for (int share = 0; share < 256; share++) {
      shades[share] = Blend.scaled(colour, share);
    }
    for (int y = minY; y <= maxY; y++) {
      int row = (y - top) * width;
      int at = row + minX;
      int end = row + maxX + 1;
      for (; at + Long.BYTES <= end; at += Long.BYTES) {
        long eight = (long) LONGS.get(mask, at);
        if (eight != 0) {
          blend(pixels, at, eight);
          LONGS.set(mask, at, 0L);
        }
      }
      for (; at < end; at++) {
        if (mask[at] != 0) {
          lay(pixels, at, mask[at] & 0xff);
          mask[at] = 0;
        }
      }
    }
    forget();
  }

  /** Eight pixels, those that are covered one after the other. */
  private void blend(int[] pixels, int at, long eight) {
    long left = eight;
    while (left != 0) {
      int shift = Long.numberOfTrailingZeros(left) & ~7;
      lay(pixels, at + (shift >>> 3), (int) (left >>> shift) & 0xff);
      left &= ~(0xffL << shift);
    }
  }

  private void lay(int[] pixels, int at, int share) {
    int above = shades[share];
    pixels[at] = above >>> 24 == 255 ? above : Blend.over(above, pixels[at]);
  }
}
