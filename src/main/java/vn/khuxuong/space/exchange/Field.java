package vn.khuxuong.space.exchange;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A column of the table: what it may hold, in one form each, so that equal values are equal texts.
 *
 * @param required whether a row of its kind must have it
 * @param least bounds of numbers, both included; ignored for others
 * @param words what it may be; empty where that is open
 */
record Field(
    String name, Type type, boolean required, double least, double most, List<String> words) {
  private static final int LONGEST_TEXT = 300;

  /** What a column holds. */
  enum Type {
    TEXT,
    /** With so many decimals as the database keeps. */
    NUMBER,
    WHOLE,
    FLAG,
    DAY,
    /** Words with spaces between, in any order. */
    WORDS,
    /** Whole numbers with spaces between, ascending. */
    WHOLES
  }

  static Field text(String name, String... words) {
    return new Field(name, Type.TEXT, true, 0, 0, List.of(words));
  }

  static Field number(String name, double least, double most) {
    return new Field(name, Type.NUMBER, true, least, most, List.of());
  }

  static Field whole(String name, double least, double most) {
    return new Field(name, Type.WHOLE, true, least, most, List.of());
  }

  static Field of(String name, Type type) {
    return new Field(name, type, true, 0, 0, List.of());
  }

  static Field words(String name, List<String> words) {
    return new Field(name, Type.WORDS, true, 0, 0, words);
  }

  Field optional() {
    return new Field(name, type, false, least, most, words);
  }

  /** The one form of a value; empty where it is none. */
  Optional<String> canonical(String given) {
    String text = Normalizer.normalize(given.strip(), Normalizer.Form.NFC);
    return switch (type) {
      case TEXT ->
          text.length() <= LONGEST_TEXT
                  && text.chars().noneMatch(Character::isISOControl)
                  && (words.isEmpty() || words.contains(text))
              ? Optional.of(text)
              : Optional.empty();
      case NUMBER -> number(text);
      case WHOLE -> text.matches("\\d{1,6}") ? number(text) : Optional.empty();
      case FLAG -> flag(text.toLowerCase(Locale.ROOT));
      case DAY -> day(text);
      case WORDS ->
          parts(text).stream().allMatch(words::contains)
              ? Optional.of(String.join(" ", new TreeSet<>(parts(text))))
              : Optional.empty();
      case WHOLES ->
          parts(text).stream().allMatch(part -> part.matches("\\d{1,4}"))
              ? Optional.of(
                  parts(text).stream()
                      .map(Integer::valueOf)
                      .sorted()
                      .distinct()
                      .map(String::valueOf)
                      .collect(Collectors.joining(" ")))
              : Optional.empty();
    };
  }

  private Optional<String> number(String text) {
    if (!text.matches("\\d{1,12}(\\.\\d{1,6})?")) {
      return Optional.empty();
    }
    BigDecimal value = new BigDecimal(text);
    boolean within = least <= value.doubleValue() && value.doubleValue() <= most;
    String plain = value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    return within ? Optional.of(plain) : Optional.empty();
  }

  private static Optional<String> flag(String text) {
    return switch (text) {
      case "true", "t", "1", "yes", "có" -> Optional.of("true");
      case "false", "f", "0", "no", "không" -> Optional.of("false");
      default -> Optional.empty();
    };
  }

  private static Optional<String> day(String text) {
    try {
      LocalDate day = LocalDate.parse(text);
      return day.getYear() >= 1975 && day.getYear() <= 2100
          ? Optional.of(day.toString())
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  static List<String> parts(String text) {
    return Arrays.stream(text.split("[\\s;,|]+", -1)).filter(part -> !part.isEmpty()).toList();
  }

  /** What would do, in Vietnamese. */
  String remedyVi() {
    return switch (type) {
      case TEXT -> words.isEmpty() ? "Chữ, tối đa 300 ký tự." : "Một trong: " + joined() + ".";
      case NUMBER, WHOLE ->
          "Số từ " + plain(least) + " đến " + plain(most) + ", dấu chấm thập phân.";
      case FLAG -> "true hoặc false.";
      case DAY -> "Ngày dạng 2027-01-31.";
      case WORDS -> "Các từ cách nhau bằng dấu cách: " + joined() + ".";
      case WHOLES -> "Các số nguyên cách nhau bằng dấu cách.";
    };
  }

  /** The same in English. */
  String remedyEn() {
    return switch (type) {
      case TEXT -> words.isEmpty() ? "Text of at most 300 letters." : "One of: " + joined() + ".";
      case NUMBER, WHOLE ->
          "A number from " + plain(least) + " to " + plain(most) + ", decimals after a point.";
      case FLAG -> "true or false.";
      case DAY -> "A day like 2027-01-31.";
      case WORDS -> "Words with spaces between: " + joined() + ".";
      case WHOLES -> "Whole numbers with spaces between.";
    };
  }

  private String joined() {
    return String.join(", ", words);
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
  }
}
