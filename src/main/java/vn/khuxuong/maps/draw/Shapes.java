package vn.khuxuong.maps.draw;

import java.util.Arrays;

/**
 * The shapes of one picture in its pixels, one after the other in flat arrays: the vertices of all
 * rings, lines and points, and where each of them ends. A polygon is a shell and the holes that
 * follow it. Belongs to one thread and is used again for the next picture.
 */
final class Shapes {
  static final byte SHELL = 0;
  static final byte HOLE = 1;
  static final byte LINE = 2;
  static final byte POINT = 3;

  /** Vertices kept for the next picture; what a larger one needed is given back. */
  private static final int KEPT = 1 << 18;

  private double[] xy = new double[1 << 12];
  private int size;
  private int[] ends = new int[1 << 8];
  private byte[] kinds = new byte[1 << 8];
  private byte[] turns = new byte[1 << 8];
  private double[] boxes = new double[4 << 8];
  private int rings;
  private long version;

  void clear() {
    version++;
    size = 0;
    rings = 0;
    if (xy.length > KEPT) {
      xy = new double[1 << 12];
      ends = new int[1 << 8];
      kinds = new byte[1 << 8];
      turns = new byte[1 << 8];
      boxes = new double[4 << 8];
    }
  }

  /** Another number whenever other shapes are here. */
  long version() {
    return version;
  }

  /** How many rings, lines and points there are. */
  int count() {
    return rings;
  }

  /** x, y of all vertices; the reference changes when vertices are added. */
  double[] xy() {
    return xy;
  }

  /** Index in {@link #xy()} of a ring's first ordinate. */
  int start(int ring) {
    return ring == 0 ? 0 : ends[ring - 1];
  }

  /** Index in {@link #xy()} after a ring's last ordinate. */
  int end(int ring) {
    return ends[ring];
  }

  byte kind(int ring) {
    return kinds[ring];
  }

  boolean isArea(int ring) {
    return kinds[ring] <= HOLE;
  }

  /** 1 if the ring already runs as its kind should, -1 if it must be walked the other way. */
  int turn(int ring) {
    return turns[ring];
  }

  double minX(int ring) {
    return boxes[4 * ring];
  }

  double minY(int ring) {
    return boxes[4 * ring + 1];
  }

  double maxX(int ring) {
    return boxes[4 * ring + 2];
  }

  double maxY(int ring) {
    return boxes[4 * ring + 3];
  }

  /** Makes room for vertices after the last ring, to be written from {@code start(count())} on. */
  double[] room(int ordinates) {
    if (size + ordinates > xy.length) {
      xy = Arrays.copyOf(xy, Math.max(size + ordinates, xy.length + (xy.length >> 1)));
    }
    return xy;
  }

  /** Where the next ring's ordinates begin. */
  int next() {
    return size;
  }

  /** Ends a ring whose ordinates were written into {@link #room}. */
  void add(byte kind, int ordinates) {
    version++;
    if (rings == ends.length) {
      int more = rings * 2;
      ends = Arrays.copyOf(ends, more);
      kinds = Arrays.copyOf(kinds, more);
      turns = Arrays.copyOf(turns, more);
      boxes = Arrays.copyOf(boxes, 4 * more);
    }
    int from = size;
    size += ordinates;
    ends[rings] = size;
    kinds[rings] = kind;
    double minX = Double.POSITIVE_INFINITY;
    double minY = Double.POSITIVE_INFINITY;
    double maxX = Double.NEGATIVE_INFINITY;
    double maxY = Double.NEGATIVE_INFINITY;
    double twiceArea = 0;
    double x0 = xy[from];
    double y0 = xy[from + 1];
    for (int i = from; i < size; i += 2) {
      double x = xy[i];
      double y = xy[i + 1];
      minX = x < minX ? x : minX;
      maxX = x > maxX ? x : maxX;
      minY = y < minY ? y : minY;
      maxY = y > maxY ? y : maxY;
      if (i + 2 < size) {
        twiceArea += (x - x0) * (xy[i + 3] - y0) - (xy[i + 2] - x0) * (y - y0);
      }
    }
    turns[rings] = (byte) (twiceArea < 0 == (kind == HOLE) ? 1 : -1);
    boxes[4 * rings] = minX;
    boxes[4 * rings + 1] = minY;
    boxes[4 * rings + 2] = maxX;
    boxes[4 * rings + 3] = maxY;
    rings++;
  }

  /** Forgets all rings from one on. */
  void cut(int ring) {
    version++;
    size = start(ring);
    rings = ring;
  }

  /** One ring as an array of its own. */
  double[] ring(int ring) {
    return Arrays.copyOfRange(xy, start(ring), end(ring));
  }

  /** Whether a point lies inside the areas of a range of rings. */
  boolean contains(int first, int last, double x, double y) {
    boolean in = false;
    for (int ring = first; ring < last; ring++) {
      if (!isArea(ring) || y < minY(ring) || y > maxY(ring) || x > maxX(ring)) {
        continue;
      }
      for (int i = start(ring); i + 3 < end(ring); i += 2) {
        double y0 = xy[i + 1];
        double y1 = xy[i + 3];
        if ((y0 > y) != (y1 > y) && x < xy[i] + (y - y0) / (y1 - y0) * (xy[i + 2] - xy[i])) {
          in = !in;
        }
      }
    }
    return in;
  }

  /** Whether a box lies wholly inside the areas of a range of rings. */
  boolean holds(int first, int last, double left, double top, double right, double bottom) {
    if (!contains(first, last, (left + right) / 2, (top + bottom) / 2)) {
      return false;
    }
    PixelClip box = new PixelClip(left, top, right, bottom);
    for (int ring = first; ring < last; ring++) {
      boolean apart =
          minX(ring) > right || maxX(ring) < left || minY(ring) > bottom || maxY(ring) < top;
      for (int i = start(ring); !apart && i + 3 < end(ring); i += 2) {
        if (box.crosses(xy[i], xy[i + 1], xy[i + 2], xy[i + 3])) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether the box around any shell of a range is as large as another, pixels. */
  boolean hasRoom(int first, int last, double width, double height) {
    for (int ring = first; ring < last; ring++) {
      if (kinds[ring] == SHELL
          && maxX(ring) - minX(ring) >= width
          && maxY(ring) - minY(ring) >= height) {
        return true;
      }
    }
    return false;
  }

  /** Whether any ring of a range is an area. */
  boolean hasArea(int first, int last) {
    for (int ring = first; ring < last; ring++) {
      if (isArea(ring)) {
        return true;
      }
    }
    return false;
  }
}
