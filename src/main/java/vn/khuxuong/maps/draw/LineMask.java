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

  /** How far beside a part of a picture thin lines matter to it. */
  static final double REACH = OVERLAP + 2;

  private static final double NEAR_NOTHING = 1e-9;

  /** Positions on the way along a line, parts of a pixel; no error adds up on the longest. */
  private static final double ONE = 0x1p32;

  private static final int FINE_BITS = 12;

  /** Positions across a line, parts of a pixel. */
  private static final int FINE = 1 << FINE_BITS;

  private static final int ONE_TO_FINE = 32 - FINE_BITS;
  private static final int SHARE_BITS = 6;
  private static final int SHARE = 1 << SHARE_BITS;

  /** A whole pixel in parts of a share. */
  private static final int SHARES = 255 * SHARE;

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
  private final Edges edges;

  /**
   * @param edges which fills use as well
   */
  LineMask(Edges edges) {
    this.edges = edges;
  }

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
    forget();
  }

  private void forget() {
    minX = Integer.MAX_VALUE;
    minY = Integer.MAX_VALUE;
    maxX = -1;
    maxY = -1;
  }

  /**
   * Adds the edges and lines of some ranges of rings.
   *
   * @param ranges first ring and ring after the last, in turn
   * @param lineWidth pixels
   * @param dash lengths of dashes and gaps in pixels, empty for a solid line
   */
  void add(Shapes shapes, int[] ranges, double lineWidth, double[] dash) {
    half = lineWidth / 2;
    full = Math.min(1, lineWidth);
    double reach = half + 2;
    window = new PixelClip(-reach, top - reach, width + reach, bottom + reach);
    boolean together =
        dash.length == 0
            && half <= OVERLAP
            && edges.collect(shapes, ranges, width, top, bottom, REACH);
    if (together) {
      thin();
    }
    for (int i = 0; i < ranges.length; i += 2) {
      for (int ring = ranges[i]; ring < ranges[i + 1]; ring++) {
        boolean left = !(together && shapes.isArea(ring)) && shapes.kind(ring) != Shapes.POINT;
        if (left
            && window.meets(
                shapes.minX(ring), shapes.minY(ring), shapes.maxX(ring), shapes.maxY(ring))) {
          if (dash.length > 0) {
            dashes.walk(shapes, ring, dash, this);
          } else {
            solid(shapes, ring);
          }
        }
      }
    }
  }

  /**
   * Edges so thin that they end alike whatever comes next: one that two neighbours share is drawn
   * once, and from the same end for both.
   */
  private void thin() {
    double[] ends = edges.ends();
    for (int i = 0; i < edges.count(); i++) {
      int at = 4 * i;
      segment(ends[at], ends[at + 1], ends[at + 2], ends[at + 3], OVERLAP, OVERLAP);
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
      walk(sx, sy - top, ux, uy, whole, true);
    } else {
      walk(sy - top, sx, uy, ux, whole, false);
    }
  }

  /**
   * A line, pixel by pixel of the axis it mostly runs along; on each it covers a few pixels of the
   * other axis. Positions are those of the part of the picture.
   *
   * @param s where it begins on the first axis
   * @param t on the other
   * @param u its direction, a unit vector, on the first axis
   * @param v on the other
   * @param level whether the first axis is that of columns, else that of rows
   */
  private void walk(double s, double t, double u, double v, double whole, boolean level) {
    int rows = bottom - top;
    int along = level ? 1 : width;
    int across = level ? width : 1;
    int depth = level ? rows : width;
    double steep = Math.abs(u);
    double slope = v / u;
    double zone = endZone(steep, Math.abs(v));
    double end = s + u * whole;
    double low = u > 0 ? s : end;
    double high = u > 0 ? end : s;
    int from = Math.max(0, (int) Math.ceil(low - zone - 0.5));
    int to = Math.min((level ? width : rows) - 1, (int) Math.floor(high + zone - 0.5));
    int free = (int) Math.ceil(low + zone - 0.5);
    int bound = (int) Math.floor(high - zone - 0.5);
    long centre = (long) Math.floor((t + (from + 0.5 - s) * slope - 0.5) * ONE + 0.5);
    long step = (long) Math.floor(slope * ONE + 0.5);
    int reach = (int) ((half + 0.5) / steep * FINE);
    int fall = (int) (steep * SHARES);
    int peak = (int) ((half + 0.5) * SHARES) + SHARE / 2;
    int most = (int) (full * 255 + 0.5);
    int first = depth;
    int last = -1;
    for (int i = from; i <= to; i++, centre += step) {
      int middle = (int) (centre >> ONE_TO_FINE);
      int j0 = Math.max(0, (middle - reach + FINE - 1) >> FINE_BITS);
      int j1 = Math.min(depth - 1, (middle + reach) >> FINE_BITS);
      int at = i * along + j0 * across;
      if (i < free || i > bound) {
        double away = j0 + 0.5 - t - (i + 0.5 - s) * slope;
        double covered = (i + 0.5 - s) * u + (j0 + 0.5 - t) * v;
        for (int j = j0; j <= j1; j++, at += across, away++, covered += v) {
          put(at, (int) (cover(Math.abs(away) * steep, covered, whole) * 255 + 0.5));
        }
      } else {
        int away = (j0 << FINE_BITS) - middle;
        for (int j = j0; j <= j1; j++, at += across, away += FINE) {
          put(at, Math.min(most, (peak - ((Math.abs(away) * fall) >> FINE_BITS)) >> SHARE_BITS));
        }
      }
      first = Math.min(first, j0);
      last = Math.max(last, j1);
    }
    if (level) {
      touch(from, to, first + top, last + top);
    } else {
      touch(first, last, from + top, to + top);
    }
  }

  /**
   * How far from a line's end, along the axis it mostly runs along, pixels may lie that the end
   * cuts: half a pixel along the line and half its width and half a pixel across.
   */
  private double endZone(double main, double cross) {
    return 0.5 * main + (half + 0.5) * cross;
  }

  /**
   * The share of a pixel near one of the line's ends. Comparisons take less long than Math.min and
   * max of doubles.
   *
   * @param along how far along the line the pixel is
   */
  private double cover(double away, double along, double whole) {
    double cover = half + 0.5 - away;
    cover = cover < full ? cover : full;
    double left = whole - along;
    double end = (along < left ? along : left) + 0.5;
    return end <= 0 ? 0 : end < 1 ? cover * end : cover;
  }

  private void put(int at, int share) {
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
