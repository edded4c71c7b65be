package vn.khuxuong.maps.encoding;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import tools.jackson.core.io.NumberOutput;

/** Writes UTF-8 and numbers into a stream through a buffer of its own. */
public final class Utf8Out {

  private static final int SIZE = 1 << 15;

  /** Room that the longest number needs. */
  private static final int SLACK = 64;

  private static final long[] POWERS = new long[19];
  private static final byte[] HEX = "0123456789abcdef".getBytes(UTF_8);

  /** {@code 00} to {@code 99}. */
  private static final byte[] PAIRS = new byte[200];

  static {
    long power = 1;
    for (int i = 0; i < POWERS.length; i++) {
      POWERS[i] = power;
      power *= 10;
    }
    for (int i = 0; i < 100; i++) {
      PAIRS[2 * i] = (byte) ('0' + i / 10);
      PAIRS[2 * i + 1] = (byte) ('0' + i % 10);
    }
  }

  private final OutputStream out;
  private final byte[] buffer = new byte[SIZE];
  private int used;

  public Utf8Out(OutputStream out) {
    this.out = out;
  }

  /** Hands on what is in the buffer. */
  public void flush() throws IOException {
    out.write(buffer, 0, used);
    used = 0;
  }

  private void makeRoom(int bytes) throws IOException {
    if (used + bytes > SIZE) {
      flush();
    }
  }

  public Utf8Out raw(byte[] bytes) throws IOException {
    if (bytes.length > SIZE - used) {
      flush();
      if (bytes.length > SIZE) {
        out.write(bytes);
        return this;
      }
    }
    System.arraycopy(bytes, 0, buffer, used, bytes.length);
    used += bytes.length;
    return this;
  }

  public Utf8Out raw(String text) throws IOException {
    return raw(text.getBytes(UTF_8));
  }

  /** One character of ASCII. */
  public Utf8Out raw(char ascii) throws IOException {
    makeRoom(1);
    buffer[used++] = (byte) ascii;
    return this;
  }

  /** A text in UTF-8 as a JSON string in quotation marks. */
  public Utf8Out jsonString(byte[] utf8) throws IOException {
    raw('"');
    int start = 0;
    for (int i = 0; i < utf8.length; i++) {
      byte b = utf8[i];
      if (b == '"' || b == '\\' || (b >= 0 && b < ' ')) {
        part(utf8, start, i);
        escaped(b);
        start = i + 1;
      }
    }
    part(utf8, start, utf8.length);
    return raw('"');
  }

  private void escaped(byte b) throws IOException {
    makeRoom(SLACK);
    buffer[used++] = '\\';
    switch (b) {
      case '"', '\\' -> buffer[used++] = b;
      case '\n' -> buffer[used++] = 'n';
      case '\r' -> buffer[used++] = 'r';
      case '\t' -> buffer[used++] = 't';
      default -> {
        buffer[used++] = 'u';
        buffer[used++] = '0';
        buffer[used++] = '0';
        buffer[used++] = HEX[b >> 4];
        buffer[used++] = HEX[b & 15];
      }
    }
  }

  /** Bytes from {@code start} to before {@code end}. */
  Utf8Out part(byte[] bytes, int start, int end) throws IOException {
    int length = end - start;
    if (length > SIZE - used) {
      flush();
      if (length > SIZE) {
        out.write(bytes, start, length);
        return this;
      }
    }
    System.arraycopy(bytes, start, buffer, used, length);
    used += length;
    return this;
  }

  public Utf8Out whole(long value) throws IOException {
    if (value == Long.MIN_VALUE) {
      return raw(String.valueOf(value));
    }
    makeRoom(SLACK);
    long rest = value;
    if (rest < 0) {
      buffer[used++] = '-';
      rest = -rest;
    }
    int count = 1;
    while (count < POWERS.length && rest >= POWERS[count]) {
      count++;
    }
    digits(rest, count);
    return this;
  }

  /** The last {@code count} digits, two at a time. */
  private void digits(long value, int count) {
    int at = used + count;
    used = at;
    long rest = value;
    int left = count;
    while (left >= 2) {
      long hundreds = rest / 100;
      int pair = (int) (rest - hundreds * 100) * 2;
      rest = hundreds;
      at -= 2;
      left -= 2;
      buffer[at] = PAIRS[pair];
      buffer[at + 1] = PAIRS[pair + 1];
    }
    if (left == 1) {
      buffer[at - 1] = (byte) ('0' + rest % 10);
    }
  }

  /** The shortest text that is read as this number again; without a point if it is whole. */
  public Utf8Out number(double value) throws IOException {
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return whole((long) value);
    }
    return raw(NumberOutput.toString(value, true));
  }

  /**
   * A coordinate, rounded, without zeros at its end.
   *
   * @param decimals digits behind the point at most, up to 9
   */
  public Utf8Out fixed(double value, int decimals) throws IOException {
    makeRoom(SLACK);
    if (!(Math.abs(value) < 9e8)) {
      return number(value);
    }
    round(value, decimals);
    return this;
  }

  /** Two coordinates as a JSON array. */
  Utf8Out position(double first, double second, int decimals) throws IOException {
    if (!(Math.abs(first) < 9e8 && Math.abs(second) < 9e8)) {
      return raw('[').fixed(first, decimals).raw(',').fixed(second, decimals).raw(']');
    }
    makeRoom(SLACK);
    buffer[used++] = '[';
    round(first, decimals);
    buffer[used++] = ',';
    round(second, decimals);
    buffer[used++] = ']';
    return this;
  }

  private void round(double value, int decimals) {
    long power = POWERS[decimals];
    long scaled = (long) (Math.abs(value) * power + 0.5);
    if (value < 0 && scaled != 0) {
      buffer[used++] = '-';
    }
    int whole = (int) (scaled / power);
    int fraction = (int) (scaled - whole * power);
    int count = 1;
    while (whole >= POWERS[count]) {
      count++;
    }
    digits(whole, count);
    if (fraction != 0) {
      int places = decimals;
      while (fraction % 10 == 0) {
        fraction /= 10;
        places--;
      }
      buffer[used++] = '.';
      digits(fraction, places);
    }
  }
}
