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

  static {
    long power = 1;
    for (int i = 0; i < POWERS.length; i++) {
      POWERS[i] = power;
      power *= 10;
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
    makeRoom(SLACK);
    if (value == Long.MIN_VALUE) {
      return raw(String.valueOf(value));
    }
    long rest = value;
    if (rest < 0) {
      buffer[used++] = '-';
      rest = -rest;
    }
    digits(rest, 1);
    return this;
  }

  /** With zeros in front up to {@code least} digits. */
  private void digits(long value, int least) {
    int count = least;
    while (count < POWERS.length && value >= POWERS[count]) {
      count++;
    }
    long rest = value;
    for (int i = count - 1; i >= 0; i--) {
      buffer[used + i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    used += count;
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
    if (!(Math.abs(value) < 9e8)) {
      return number(value);
    }
    makeRoom(SLACK);
    long power = POWERS[decimals];
    long scaled = Math.round(Math.abs(value) * power);
    if (value < 0 && scaled != 0) {
      buffer[used++] = '-';
    }
    digits(scaled / power, 1);
    long fraction = scaled % power;
    if (fraction != 0) {
      buffer[used++] = '.';
      digits(fraction, decimals);
      while (buffer[used - 1] == '0') {
        used--;
      }
    }
    return this;
  }
}
