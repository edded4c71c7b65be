package vn.khuxuong.maps.mvt;

import java.util.Arrays;

/**
 * A shape on a tile's grid: rings without their closing vertex, lines or points, one after the
 * other in flat arrays. A polygon is a shell and the holes that follow it. Used again for the next
 * feature.
 */
final class GridShape {

  /** Kinds of parts, in the order in which one displaces the other in a mixed collection. */
  static final int POINT = 1;

  static final int LINE = 2;
  static final int POLYGON = 3;

  private static final int MOVE_TO = 1;
  private static final int LINE_TO = 2;
  private static final int CLOSE_PATH = 7;

  private int[] xy = new int[512];
  private int[] ends = new int[32];
  private boolean[] holes = new boolean[32];
  private int parts;
  private int size;
  private int kind;
  private int atX;
  private int atY;

  void clear() {
    parts = 0;
    size = 0;
    kind = 0;
  }

  /** {@link #POINT}, {@link #LINE} or {@link #POLYGON}; 0 for nothing. */
  int kind() {
    return parts == 0 ? 0 : kind;
  }

  /**
   * Whether a part of this kind would be kept: a collection keeps the parts of its highest
   * dimension.
   */
  boolean takes(int other) {
    if (other > kind) {
      clear();
      kind = other;
    }
    return other == kind;
  }

  int parts() {
    return parts;
  }

  int[] xy() {
    return xy;
  }

  int start(int part) {
    return part == 0 ? 0 : ends[part - 1];
  }

  int end(int part) {
    return ends[part];
  }

  /** Forgets the parts from one on. */
  void cut(int part) {
    size = start(part);
    parts = part;
  }

  /**
   * Adds a part.
   *
   * @param from x, y in turn
   */
  void add(int[] from, int ordinates, boolean hole) {
    if (size + ordinates > xy.length) {
      xy = Arrays.copyOf(xy, Math.max(size + ordinates, xy.length * 2));
    }
    if (parts == ends.length) {
      ends = Arrays.copyOf(ends, parts * 2);
      holes = Arrays.copyOf(holes, parts * 2);
    }
    System.arraycopy(from, 0, xy, size, ordinates);
    size += ordinates;
    holes[parts] = hole;
    ends[parts++] = size;
  }

  /** Twice a ring's area by the surveyor's formula; positive if it runs clockwise on the screen. */
  static long twiceArea(int[] xy, int start, int end) {
    long sum = 0;
    int lastX = xy[end - 2];
    int lastY = xy[end - 1];
    for (int i = start; i < end; i += 2) {
      sum += (long) lastX * xy[i + 1] - (long) xy[i] * lastY;
      lastX = xy[i];
      lastY = xy[i + 1];
    }
    return sum;
  }

  /** Writes the commands of the specification, section 4.3. */
  void write(Protobuf commands) {
    atX = 0;
    atY = 0;
    if (kind == POINT) {
      command(commands, MOVE_TO, parts);
      for (int i = 0; i < size; i += 2) {
        step(commands, i);
      }
      return;
    }
    for (int part = 0; part < parts; part++) {
      int start = start(part);
      int end = ends[part];
      boolean backward = kind == POLYGON && twiceArea(xy, start, end) > 0 == holes[part];
      int vertices = (end - start) / 2;
      command(commands, MOVE_TO, 1);
      step(commands, start);
      command(commands, LINE_TO, vertices - 1);
      for (int i = 1; i < vertices; i++) {
        step(commands, start + 2 * (backward ? vertices - i : i));
      }
      if (kind == POLYGON) {
        command(commands, CLOSE_PATH, 1);
      }
    }
  }

  /**
   * Writes the commands of a shape again as they are on another grid: only the first step differs.
   *
   * @param from commands that {@link #write} wrote
   * @param x of the other grid's corner on theirs
   */
  static void move(byte[] from, int start, int end, int x, int y, Protobuf commands) {
    int[] at = {start};
    commands.varint(varint(from, at));
    commands.varint(Protobuf.zigzag(unzigzag(varint(from, at)) - x));
    commands.varint(Protobuf.zigzag(unzigzag(varint(from, at)) - y));
    commands.raw(from, at[0], end - at[0]);
  }

  private static int varint(byte[] from, int[] at) {
    int value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = from[at[0]++];
      value |= (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }

  private static int unzigzag(int value) {
    return (value >>> 1) ^ -(value & 1);
  }

  /** Writes a single point. */
  static void point(int x, int y, Protobuf commands) {
    command(commands, MOVE_TO, 1);
    commands.varint(Protobuf.zigzag(x)).varint(Protobuf.zigzag(y));
  }

  private static void command(Protobuf commands, int id, int count) {
    commands.varint(id | (count << 3));
  }

  private void step(Protobuf commands, int i) {
    commands.varint(Protobuf.zigzag(xy[i] - atX));
    commands.varint(Protobuf.zigzag(xy[i + 1] - atY));
    atX = xy[i];
    atY = xy[i + 1];
  }
}
