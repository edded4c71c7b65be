package vn.khuxuong.maps.mvt;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Reads one shape of well-known binary (ISO or PostGIS's extended form, either byte order, z and m
 * passed over) onto the grid of a tile. Belongs to one thread.
 */
final class ShapeReader {

  private static final int EXTENDED_Z = 0x8000_0000;
  private static final int EXTENDED_M = 0x4000_0000;
  private static final int EXTENDED_SRID = 0x2000_0000;
  private static final int DEEPEST = 8;

  private final TileGrid grid;
  private final GridShape shape;
  private final GridClip clip = new GridClip();
  private final RingCheck check = new RingCheck();
  private final GridRepair repair;
  private double[] places = new double[256];
  private int[] xy = new int[256];
  private int size;
  private boolean fits;
  private boolean broken;
  private boolean whole;
  private int minX;
  private int minY;
  private int maxX;
  private int maxY;

  ShapeReader(TileGrid grid, GridShape shape) {
    this.grid = grid;
    this.shape = shape;
    this.repair = new GridRepair(grid);
  }

  /**
   * Reads a shape in place of the one before. What is off the tile, or too small to be seen on its
   * grid, leaves nothing; so does a shape that the tile's CRS cannot show.
   *
   * @throws IllegalArgumentException for bytes that are no shape
   */
  void read(byte[] bytes, int at, int length) {
    whole = false;
    readOn(bytes, at, length);
  }

  /** As {@link #read}, but nothing is cut off. */
  void readWhole(byte[] bytes, int at, int length) {
    whole = true;
    readOn(bytes, at, length);
  }

  private void readOn(byte[] bytes, int at, int length) {
    shape.clear();
    fits = true;
    broken = false;
    minX = Integer.MAX_VALUE;
    minY = Integer.MAX_VALUE;
    maxX = Integer.MIN_VALUE;
    maxY = Integer.MIN_VALUE;
    try {
      geometry(ByteBuffer.wrap(bytes, at, length), 0);
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException("a shape ends too early", e);
    }
    if (!fits) {
      shape.clear();
    } else if (broken) {
      shape.clear();
      repair.add(Arrays.copyOfRange(bytes, at, at + length), whole, shape);
    }
  }

  /**
   * Whether the edge of a tile's margin goes through the box of all that was read, for any tile of
   * a square that begins at the grid's corner.
   *
   * @param tiles along an edge of the square
   */
  boolean isCutBy(int tiles) {
    return isCut(minX, maxX, tiles) || isCut(minY, maxY, tiles);
  }

  private static boolean isCut(int min, int max, int tiles) {
    for (int tile = 0; tile < tiles; tile++) {
      int low = tile * TileGrid.EXTENT + GridClip.LOW;
      int high = tile * TileGrid.EXTENT + GridClip.HIGH;
      boolean meets = min <= high && max >= low;
      if (meets && (min < low || max > high)) {
        return true;
      }
    }
    return false;
  }

  TileGrid grid() {
    return grid;
  }

  /** West edge of the box of all that was read. */
  int minX() {
    return minX;
  }

  /** North edge of it. */
  int minY() {
    return minY;
  }

  int maxX() {
    return maxX;
  }

  int maxY() {
    return maxY;
  }

  /**
   * Reads a point as it is, off the grid.
   *
   * @return false if the bytes are no point, or an empty one
   */
  static boolean point(byte[] bytes, int at, int length, double[] place) {
    ByteBuffer in = ByteBuffer.wrap(bytes, at, length);
    in.order(in.get() == 1 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int type = in.getInt();
    if ((type & 0xff) != 1) {
      return false;
    }
    if ((type & EXTENDED_SRID) != 0) {
      in.getInt();
    }
    place[0] = in.getDouble();
    place[1] = in.getDouble();
    return !Double.isNaN(place[0]);
  }

  private void geometry(ByteBuffer in, int depth) {
    in.order(in.get() == 1 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int type = in.getInt();
    if ((type & EXTENDED_SRID) != 0) {
      in.getInt();
    }
    int code = type & 0xfff_ffff;
    int dimensions = 2 + (code >= 3000 ? 2 : code >= 1000 ? 1 : 0);
    dimensions += (type & EXTENDED_Z) != 0 ? 1 : 0;
    dimensions += (type & EXTENDED_M) != 0 ? 1 : 0;
    switch (code % 1000) {
      case 1 -> {
        vertices(in, 1, dimensions);
        if (size == 2 && isInside() && shape.takes(GridShape.POINT)) {
          shape.add(xy, 2, false);
        }
      }
      case 2 -> {
        vertices(in, in.getInt(), dimensions);
        if (!shape.takes(GridShape.LINE)) {
          return;
        }
        if (!whole) {
          clip.line(xy, size, shape);
        } else if (size >= 4) {
          shape.add(xy, size, false);
        }
      }
      case 3 -> polygon(in, dimensions);
      case 4, 5, 6, 7 -> {
        if (depth == DEEPEST) {
          throw new IllegalArgumentException("a collection in a collection in a collection");
        }
        for (int left = in.getInt(); left > 0; left--) {
          geometry(in, depth + 1);
        }
      }
      default -> throw new IllegalArgumentException("geometry of type " + code);
    }
  }

  private void polygon(ByteBuffer in, int dimensions) {
    boolean taken = shape.takes(GridShape.POLYGON);
    int first = shape.parts();
    int rings = in.getInt();
    for (int ring = 0; ring < rings; ring++) {
      vertices(in, in.getInt(), dimensions);
      boolean shellIsKept = ring == 0 || shape.parts() > first;
      if (taken && shellIsKept) {
        ring(ring > 0);
      }
    }
    if (shape.parts() > first && !check.isClean(shape, first)) {
      broken = true;
    }
  }

  private void ring(boolean hole) {
    withoutFolds();
    if (size >= 6 && !isInside()) {
      size = clip.ring(xy, size);
      if (xy.length < size) {
        xy = new int[2 * size];
      }
      System.arraycopy(clip.result(), 0, xy, 0, size);
      withoutFolds();
    }
    if (size >= 6 && GridShape.twiceArea(xy, 0, size) != 0) {
      shape.add(xy, size, hole);
    }
  }

  private boolean isInside() {
    if (whole) {
      return true;
    }
    for (int i = 0; i < size; i += 2) {
      if (!GridClip.isInside(xy[i], xy[i + 1])) {
        return false;
      }
    }
    return true;
  }

  /** Reads and rounds vertices; those that fall onto the one before are dropped. */
  private void vertices(ByteBuffer in, int points, int dimensions) {
    if (points < 0 || (long) points * 8 * dimensions > in.remaining()) {
      throw new IllegalArgumentException("a shape of " + points + " vertices in too few bytes");
    }
    if (places.length < 2 * points) {
      places = new double[4 * points];
      xy = new int[4 * points];
    } else if (xy.length < 2 * points) {
      xy = new int[4 * points];
    }
    for (int i = 0; i < points; i++) {
      places[2 * i] = in.getDouble();
      places[2 * i + 1] = in.getDouble();
      in.position(in.position() + 8 * (dimensions - 2));
    }
    fits &= grid.place(places, points);
    size = 0;
    for (int i = 0; i < 2 * points; i += 2) {
      int x = (int) Math.rint(places[i]);
      int y = (int) Math.rint(places[i + 1]);
      minX = Math.min(minX, x);
      minY = Math.min(minY, y);
      maxX = Math.max(maxX, x);
      maxY = Math.max(maxY, y);
      if (size == 0 || x != xy[size - 2] || y != xy[size - 1]) {
        xy[size++] = x;
        xy[size++] = y;
      }
    }
  }

  /**
   * Drops a ring's closing vertex, and those from which it goes straight back: where a narrow place
   * has closed on the grid.
   */
  private void withoutFolds() {
    if (size >= 4 && xy[0] == xy[size - 2] && xy[1] == xy[size - 1]) {
      size -= 2;
    }
    int to = 0;
    for (int i = 0; i < size; i += 2) {
      xy[to] = xy[i];
      xy[to + 1] = xy[i + 1];
      to += 2;
      while (to >= 4 && isFold(to)) {
        to -= 2;
        xy[to - 2] = xy[to];
        xy[to - 1] = xy[to + 1];
      }
    }
    size = to;
  }

  /** Whether the last vertex equals the one before it, or the ring turns back there. */
  private boolean isFold(int to) {
    long dx1 = (long) xy[to - 2] - xy[to - 4];
    long dy1 = (long) xy[to - 1] - xy[to - 3];
    if (dx1 == 0 && dy1 == 0) {
      return true;
    }
    if (to < 6) {
      return false;
    }
    long dx0 = (long) xy[to - 4] - xy[to - 6];
    long dy0 = (long) xy[to - 3] - xy[to - 5];
    return dx0 * dy1 == dx1 * dy0 && dx0 * dx1 + dy0 * dy1 < 0;
  }
}
