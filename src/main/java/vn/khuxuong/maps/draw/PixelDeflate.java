package vn.khuxuong.maps.draw;

import java.util.Arrays;

/**
 * Packs rows of pixels by DEFLATE (RFC 1951) as suits maps: what repeats there is the pixel to the
 * left or the row above, so matches are looked for nowhere else, and one dynamic Huffman code
 * serves all rows that are handed in together. A row is a zero for "not filtered" and its pixels.
 */
final class PixelDeflate {
  /** Bytes of a row, with its first, that distances can still reach over. */
  static final int LONGEST_ROW = 32_768;

  private static final int SHORTEST = 3;
  private static final int LONGEST = 258;
  private static final int END = 256;

  /** Kinds of tokens; those from {@code MATCH} on are matches at one of the distances. */
  private static final int LITERALS = 0;

  private static final int ROWS = 1;
  private static final int MATCH = 2;
  private static final int KIND_SHIFT = 27;
  private static final int COUNT = (1 << KIND_SHIFT) - 1;

  /** A match this many pixels long is not looked beyond. */
  private static final int LONG_ENOUGH = 4;

  /** Runs are mostly shorter than this; longer ones are worth a vector's while. */
  private static final int FEW = 8;

  /** How often the tile of the last hatch may fail before all are tried. */
  private static final int PATIENCE = 6;

  private static final int LONGEST_REST = 3;

  /** A bit less than may be, so that the four bytes of a pixel are written at once. */
  private static final int LONGEST_WORD = 14;

  private static final byte[] LENGTH_CODE = new byte[LONGEST + 1];
  private static final int[] LENGTH_BASE = new int[29];
  private static final int[] LENGTH_EXTRA = new int[29];

  static {
    int length = SHORTEST;
    for (int code = 0; code < 28; code++) {
      LENGTH_EXTRA[code] = code < 8 ? 0 : (code - 4) / 4;
      LENGTH_BASE[code] = length;
      for (int i = 0; i < 1 << LENGTH_EXTRA[code] && length <= LONGEST; i++) {
        LENGTH_CODE[length++] = (byte) code;
      }
    }
    LENGTH_BASE[28] = LONGEST;
    LENGTH_CODE[LONGEST] = 28;
  }

  private final int[] literalCounts = new int[286];
  private final HuffmanCode literals = new HuffmanCode(286, LONGEST_WORD);
  private final int[] distanceCounts = new int[30];
  private final HuffmanCode distanceCode = new HuffmanCode(30, 15);
  private final Distances distances = new Distances();
  private final CodeHeader header = new CodeHeader();
  private int[] tokens = new int[1 << 12];
  private int tokenCount;
  private int width;
  private int bytesPerPixel;
  private int[] above = new int[0];
  private boolean hasAbove;
  private int recent;
  private int recentPixels;
  private int misses;
  private int pause;
  private int rest;
  private int found;

  /**
   * Begins a picture.
   *
   * @param periods widths of the tiles of hatches on it, pixels
   * @param bytesPerPixel 4 for red, green, blue, alpha; 3 for red, green, blue; 1 for a number
   */
  void begin(int width, int bytesPerPixel, int[] periods) {
    this.width = width;
    this.bytesPerPixel = bytesPerPixel;
    if (above.length < width) {
      above = new int[width];
    }
    hasAbove = false;
    distances.set(width, bytesPerPixel, periods);
    recent = Distances.TILES;
    recentPixels = distances.count() > recent ? distances.pixels(recent) : width;
    misses = 0;
    pause = 0;
    rest = 0;
  }

  /**
   * Writes some rows as one block.
   *
   * @param pixels alpha, red, green, blue, or numbers
   * @param last whether the picture ends with them
   */
  void rows(int[] pixels, int rows, boolean last, BitWriter out) {
    Arrays.fill(literalCounts, 0);
    Arrays.fill(distanceCounts, 0);
    // So that there is a code in any case, and the decoder finds it complete.
    distanceCounts[distances.code(Distances.LEFT)]++;
    distanceCounts[distances.code(Distances.ABOVE)]++;
    tokenCount = 0;
    find(pixels, rows);
    literalCounts[END]++;
    literals.make(literalCounts);
    distanceCode.make(distanceCounts);
    out.bits(last ? 1 : 0, 1);
    out.bits(2, 2);
    header.write(literals.lengths(), distanceCode.lengths(), out);
    write(pixels, out);
    System.arraycopy(pixels, (rows - 1) * width, above, 0, width);
    hasAbove = true;
  }

  private void find(int[] pixels, int rows) {
    int equalRows = 0;
    for (int y = 0; y < rows; y++) {
      int row = y * width;
      int end = row + width;
      int[] upper = y == 0 ? above : pixels;
      int shift = y == 0 ? row : width; // from a pixel to the one above it
      boolean compare = y > 0 || hasAbove;
      boolean flat = isFlat(pixels, row, end);
      if (!flat && compare && Arrays.equals(pixels, row, end, upper, row - shift, end - shift)) {
        equalRows++;
        continue;
      }
      if (equalRows > 0) {
        match(ROWS, equalRows, equalRows * (1 + bytesPerPixel * width));
        equalRows = 0;
      }
      literalCounts[0]++;
      if (flat) {
        token(LITERALS, 1);
        countLiteral(pixels[row]);
        match(MATCH + Distances.LEFT, width - 1, (width - 1) * bytesPerPixel);
      } else {
        row(pixels, row, end, upper, shift, compare);
      }
    }
    if (equalRows > 0) {
      match(ROWS, equalRows, equalRows * (1 + bytesPerPixel * width));
    }
  }

  /** Whether a row is of one colour: to say so takes fewer bits than to point to the row above. */
  private boolean isFlat(int[] pixels, int row, int end) {
    return (width - 1) * bytesPerPixel >= SHORTEST
        && pixels[row] == pixels[end - 1]
        && Arrays.mismatch(pixels, row, end - 1, pixels, row + 1, end) < 0;
  }

  private void row(int[] pixels, int row, int end, int[] upper, int shift, boolean compare) {
    int shortest = bytesPerPixel < SHORTEST ? SHORTEST : 1;
    int at = row;
    int literalsFrom = row;
    while (at < end) {
      int pixel = pixels[at];
      int best = 0;
      int kind = Distances.LEFT;
      if (at > row && pixels[at - 1] == pixel) {
        best = alike(pixels, at, end, pixels, at - 1);
      }
      if (compare && upper[at - shift] == pixel) {
        int up = alike(pixels, at, end, upper, at - shift);
        if (up > best) {
          best = up;
          kind = Distances.ABOVE;
        }
      }
      if (pause > 0) {
        pause--;
      } else if (best < LONG_ENOUGH && distances.count() > Distances.TILES) {
        int tile = hatch(pixels, row, at, end, best);
        if (tile > 0) {
          best = found;
          kind = tile;
        }
      }
      if (best < shortest) {
        countLiteral(pixel);
        at++;
        continue;
      }
      if (at > literalsFrom) {
        token(LITERALS, at - literalsFrom);
      }
      match(MATCH + kind, best, best * bytesPerPixel);
      at += best;
      literalsFrom = at;
    }
    if (at > literalsFrom) {
      token(LITERALS, at - literalsFrom);
    }
  }

  /**
   * Looks for the tile of a hatch: the diagonals and the tile that served last, and all others once
   * these have failed a few times.
   *
   * @param best length of the match that is known
   * @return the distance of a longer match, whose length is in {@link #found}, or 0
   */
  private int hatch(int[] pixels, int row, int at, int end, int best) {
    found = best + 1;
    int pixel = pixels[at];
    int distance = 0;
    int upper = at - width;
    if (upper >= 0 && at < end - 1 && pixels[upper + 1] == pixel) {
      distance = tried(Distances.RIGHT_ABOVE, pixels, at, end - 1, upper + 1, distance);
    }
    if (upper >= 0 && at > row && pixels[upper - 1] == pixel) {
      distance = tried(Distances.LEFT_ABOVE, pixels, at, end, upper - 1, distance);
    }
    int tile = at - recentPixels;
    if (tile >= row && pixels[tile] == pixel) {
      distance = tried(recent, pixels, at, end, tile, distance);
    }
    if (distance == 0) {
      rest = Math.min(2 * rest + 1, LONGEST_REST);
      pause = rest;
    } else {
      rest = 0;
    }
    if (distance == 0 && ++misses > PATIENCE) {
      misses = 0;
      for (int d = Distances.TILES; d < distances.count(); d++) {
        tile = at - distances.pixels(d);
        if (tile >= row && pixels[tile] == pixel) {
          distance = tried(d, pixels, at, end, tile, distance);
        }
      }
      if (distance != 0) {
        recent = distance;
        recentPixels = distances.pixels(distance);
      }
    }
    return distance;
  }

  /**
   * Tries one distance, at which the first pixel is known to be the same.
   *
   * @param end where the match must end: its other side must lie in one row
   * @param other where the match would be copied from
   * @return the distance if it serves better, else the one known before
   */
  private int tried(int distance, int[] pixels, int at, int end, int other, int known) {
    int same = alike(pixels, at, end, pixels, other);
    if (same <= found) {
      return known;
    }
    found = same;
    return distance;
  }

  /** How many pixels are like others; the first ones are known to be. */
  private static int alike(int[] pixels, int at, int end, int[] others, int other) {
    int soon = Math.min(end - at, FEW);
    int same = 1;
    while (same < soon && pixels[at + same] == others[other + same]) {
      same++;
    }
    if (same < FEW) {
      return same;
    }
    int more = Arrays.mismatch(pixels, at + same, end, others, other + same, other + end - at);
    return more < 0 ? end - at : same + more;
  }

  private void countLiteral(int pixel) {
    if (bytesPerPixel == 1) {
      literalCounts[pixel]++;
      return;
    }
    literalCounts[pixel >>> 16 & 0xff]++;
    literalCounts[pixel >>> 8 & 0xff]++;
    literalCounts[pixel & 0xff]++;
    if (bytesPerPixel == 4) {
      literalCounts[pixel >>> 24]++;
    }
  }

  private void match(int kind, int count, int bytes) {
    token(kind, count);
    int left = bytes;
    int distance = distances.code(kind == ROWS ? Distances.ABOVE : kind - MATCH);
    while (left > 0) {
      int piece = piece(left);
      distanceCounts[distance]++;
      literalCounts[257 + LENGTH_CODE[piece]]++;
      left -= piece;
    }
  }

  /** The next length of a longer match: never one that leaves too short a rest. */
  private static int piece(int left) {
    return left <= LONGEST ? left : left >= LONGEST + SHORTEST ? LONGEST : left - SHORTEST;
  }

  private void token(int kind, int count) {
    if (tokenCount == tokens.length) {
      tokens = Arrays.copyOf(tokens, 2 * tokenCount);
    }
    tokens[tokenCount++] = kind << KIND_SHIFT | count;
  }

  private void write(int[] pixels, BitWriter out) {
    int at = 0;
    int column = 0;
    for (int i = 0; i < tokenCount; i++) {
      int kind = tokens[i] >>> KIND_SHIFT;
      int count = tokens[i] & COUNT;
      if (kind == ROWS) {
        at += count * width;
        repeat(Distances.ABOVE, count * (1 + bytesPerPixel * width), out);
        continue;
      }
      if (column == 0) {
        out.word(literals.word(0));
      }
      column += count;
      if (column == width) {
        column = 0;
      }
      if (kind == LITERALS) {
        literals(pixels, at, at + count, out);
      } else {
        repeat(kind - MATCH, count * bytesPerPixel, out);
      }
      at += count;
    }
    out.word(literals.word(END));
  }

  private void literals(int[] pixels, int from, int to, BitWriter out) {
    for (int i = from; i < to; i++) {
      if (bytesPerPixel == 1) {
        out.word(literals.word(pixels[i]));
        continue;
      }
      int pixel = pixels[i];
      int red = literals.word(pixel >>> 16 & 0xff);
      int green = literals.word(pixel >>> 8 & 0xff);
      int blue = literals.word(pixel & 0xff);
      int count = red >>> 16;
      long bits = (red & 0xffff) | (long) (green & 0xffff) << count;
      count += green >>> 16;
      bits |= (long) (blue & 0xffff) << count;
      count += blue >>> 16;
      if (bytesPerPixel == 4) {
        int alpha = literals.word(pixel >>> 24);
        bits |= (long) (alpha & 0xffff) << count;
        count += alpha >>> 16;
      }
      out.bits(bits, count);
    }
  }

  private void repeat(int distance, int bytes, BitWriter out) {
    int left = bytes;
    int distanceWord = distanceCode.word(distances.code(distance));
    while (left > 0) {
      int piece = piece(left);
      int code = LENGTH_CODE[piece];
      int length = literals.word(257 + code);
      int count = length >>> 16;
      long bits = (length & 0xffff) | (long) (piece - LENGTH_BASE[code]) << count;
      count += LENGTH_EXTRA[code];
      bits |= (long) (distanceWord & 0xffff) << count;
      count += distanceWord >>> 16;
      bits |= (long) distances.bits(distance) << count;
      out.bits(bits, count + distances.bitCount(distance));
      left -= piece;
    }
  }
}
