package vn.khuxuong.space.search.vacancy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.core.io.NumberOutput;

/**
 * JSON as bytes of UTF-8, written piece by piece into one array. Every value has the very text that
 * the object mapper gives it; but most of the figures here are short decimals, which need no search
 * for the shortest text, and names of fields are bytes already.
 */
final class JsonBytes {
  private static final byte[] NULL = ascii("null");
  private static final byte[] TRUE = ascii("true");
  private static final byte[] FALSE = ascii("false");
  private static final int MOST_DIGITS = 20;
  private static final int DATE_LETTERS = 10;

  /** Decimal places that are tried before the shortest text is searched for. */
  private static final int PLACES = 6;

  private static final double SCALE = 1e6;

  /** From here on, and below {@link #SMALL}, numbers have exponents. */
  private static final double LARGE = 1e7;

  private static final double SMALL = 1e-3;
  private static final int LAST_YEAR = 9999;

  private byte[] bytes;
  private int length;

  /**
   * An empty text.
   *
   * @param expected how many bytes it may well have
   */
  JsonBytes(int expected) {
    bytes = new byte[expected];
  }

  /** The bytes of a text that is ASCII alone. */
  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** What was written. */
  byte[] toBytes() {
    return Arrays.copyOf(bytes, length);
  }

  private void room(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
    }
  }

  /** Writes bytes as they are. */
  void raw(byte[] text) {
    room(text.length);
    System.arraycopy(text, 0, bytes, length, text.length);
    length += text.length;
  }

  /** Writes the name of a field, and whatever comes next is its value. */
  JsonBytes after(byte[] name) {
    raw(name);
    return this;
  }

  /** Writes one ASCII character as it is. */
  void raw(char ascii) {
    room(1);
    bytes[length++] = (byte) ascii;
  }

  /** Writes a comma unless it follows the beginning of a list, as the last character tells. */
  void next(char opening) {
    if (bytes[length - 1] != opening) {
      raw(',');
    }
  }

  /** Writes a text in quotes, or null. */
  void text(@Nullable String text) {
    if (text == null) {
      raw(NULL);
      return;
    }
    // up to three bytes for each character, and two quotes
    room(3 * text.length() + 2);
    int start = length;
    bytes[length++] = '"';
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (letter < ' ' || letter == '"' || letter == '\\' || Character.isSurrogate(letter)) {
        length = start;
        encoded(text);
        return;
      }
      if (letter < 0x80) {
        bytes[length++] = (byte) letter;
      } else if (letter < 0x800) {
        bytes[length++] = (byte) (0xc0 | (letter >> 6));
        bytes[length++] = (byte) (0x80 | (letter & 0x3f));
      } else {
        bytes[length++] = (byte) (0xe0 | (letter >> 12));
        bytes[length++] = (byte) (0x80 | ((letter >> 6) & 0x3f));
        bytes[length++] = (byte) (0x80 | (letter & 0x3f));
      }
    }
    bytes[length++] = '"';
  }

  private void encoded(String text) {
    raw('"');
    raw(JsonStringEncoder.getInstance().quoteAsUTF8(text));
    raw('"');
  }

  /** Writes a list of texts. */
  void texts(List<String> texts) {
    raw('[');
    for (int i = 0; i < texts.size(); i++) {
      next('[');
      text(texts.get(i));
    }
    raw(']');
  }

  /** Writes a whole number. */
  void number(long number) {
    room(MOST_DIGITS);
    if (number < 0) {
      if (number == Long.MIN_VALUE) {
        raw(ascii(Long.toString(number)));
        return;
      }
      bytes[length++] = '-';
      number = -number;
    }
    digits(number, 1);
  }

  /** Writes a number's digits, with zeros in front up to a width. */
  private void digits(long number, int width) {
    int count = 1;
    for (long rest = number / 10; rest > 0; rest /= 10) {
      count++;
    }
    count = Math.max(count, width);
    long rest = number;
    for (int i = length + count - 1; i >= length; i--) {
      bytes[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    length += count;
  }

  /** Writes a number with at least one decimal place. */
  void number(double number) {
    double size = Math.abs(number);
    long millionths = Math.round(size * SCALE);
    // Two decimals of so few digits are never the same double, so this one is the shortest.
    boolean plain = size < LARGE && size >= SMALL && millionths / SCALE == size;
    if (!plain) {
      raw(ascii(NumberOutput.toString(number, true)));
      return;
    }
    room(MOST_DIGITS);
    if (number < 0) {
      bytes[length++] = '-';
    }
    long whole = millionths / (long) SCALE;
    digits(whole, 1);
    bytes[length++] = '.';
    digits(millionths - whole * (long) SCALE, PLACES);
    while (bytes[length - 1] == '0' && bytes[length - 2] != '.') {
      length--;
    }
  }

  /** Writes a list of numbers. */
  void numbers(List<Double> numbers) {
    raw('[');
    for (int i = 0; i < numbers.size(); i++) {
      next('[');
      number(numbers.get(i).doubleValue());
    }
    raw(']');
  }

  /** Writes a number, or null. */
  void orNull(@Nullable Double number) {
    if (number == null) {
      raw(NULL);
    } else {
      number(number.doubleValue());
    }
  }

  /** Writes a whole number, or null. */
  void orNull(@Nullable Integer number) {
    if (number == null) {
      raw(NULL);
    } else {
      number(number.longValue());
    }
  }

  void bool(boolean value) {
    raw(value ? TRUE : FALSE);
  }

  /** Writes a day as year-month-day, or null. */
  void day(@Nullable LocalDate day) {
    if (day == null) {
      raw(NULL);
      return;
    }
    if (day.getYear() < 0 || day.getYear() > LAST_YEAR) {
      text(day.toString());
      return;
    }
    room(DATE_LETTERS + 2);
    bytes[length++] = '"';
    digits(day.getYear(), 4);
    bytes[length++] = '-';
    digits(day.getMonthValue(), 2);
    bytes[length++] = '-';
    digits(day.getDayOfMonth(), 2);
    bytes[length++] = '"';
  }
}
