package vn.khuxuong.tenancy.firm;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.platform.problem.ProblemType;
import vn.khuxuong.platform.time.CivilTime;

/**
 * Reads the members of a request one by one and keeps every fault, so that a person sees all of
 * them at once. What is read in spite of a fault is a stand-in, and {@link #refuse} does not let it
 * through.
 */
public final class Faults {
  private static final int MOST_SHOWN = 40;
  private static final int FIRST_YEAR = 1975;
  private static final int LAST_YEAR = 2100;

  private final List<Fault> faults = new ArrayList<>();

  /** One fault: the member, and what is wrong with it in both languages. */
  public record Fault(String field, String vi, String en) {}

  /** Notes a fault. */
  public void add(String field, String vi, String en) {
    faults.add(new Fault(field, vi, en));
  }

  /** A text that must be there: NFC, without blanks around it. */
  public String text(String field, @Nullable String value, int longest) {
    String read = optionalText(field, value, longest);
    if (read == null && faults.stream().noneMatch(fault -> fault.field().equals(field))) {
      add(field, "Chưa có nội dung.", "It is missing.");
    }
    return read == null ? "" : read;
  }

  /** A text on one line, null where it is not there or blank. */
  public @Nullable String optionalText(String field, @Nullable String value, int longest) {
    return read(field, value, longest, false);
  }

  /** A text of several lines, empty where it is not there. */
  public String paragraphs(String field, @Nullable String value, int longest) {
    String read = read(field, value, longest, true);
    return read == null ? "" : read;
  }

  private @Nullable String read(
      String field, @Nullable String value, int longest, boolean lineEnds) {
    if (value == null) {
      return null;
    }
    if (value.length() > 8 * longest) {
      tooLong(field, longest);
      return null;
    }
    String text = Normalizer.normalize(value, Normalizer.Form.NFC).replace("\r\n", "\n").strip();
    if (text.codePointCount(0, text.length()) > longest) {
      tooLong(field, longest);
      return null;
    }
    boolean odd =
        text.codePoints().anyMatch(c -> isOdd(c) && !(lineEnds && (c == '\n' || c == '\t')))
            || !StandardCharsets.UTF_8.newEncoder().canEncode(text);
    if (odd) {
      add(field, "Có ký tự không phải chữ.", "It has characters that are no text.");
      return null;
    }
    return text.isEmpty() ? null : text;
  }

  /** Control characters, and those that turn the direction of what follows. */
  private static boolean isOdd(int c) {
    return Character.isISOControl(c)
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069)
        || c == 0x2028
        || c == 0x2029;
  }

  private void tooLong(String field, int longest) {
    add(field, "Dài quá " + longest + " ký tự.", "It is longer than " + longest + " characters.");
  }

  /** A number that must be there. */
  public double number(
      String field, @Nullable Double value, double least, double most, String unit) {
    if (value == null) {
      add(field, "Thiếu số này (" + unit + ").", "This number is missing (" + unit + ").");
      return least;
    }
    Double read = optionalNumber(field, value, least, most, unit);
    return read == null ? least : read;
  }

  /** A number with at most two decimals within bounds, null where it is not there. */
  public @Nullable Double optionalNumber(
      String field, @Nullable Double value, double least, double most, String unit) {
    if (value == null) {
      return null;
    }
    if (!(value >= least && value <= most)) {
      String bounds = plain(least) + "–" + plain(most) + " " + unit;
      add(
          field,
          "Phải là số từ " + bounds + "; hãy xem lại đơn vị.",
          "It must be a number within " + bounds + "; look at the unit.");
      return null;
    }
    if (BigDecimal.valueOf(value).stripTrailingZeros().scale() > 2) {
      add(field, "Tối đa hai chữ số lẻ (" + unit + ").", "At most two decimals (" + unit + ").");
      return null;
    }
    return value;
  }

  /** A whole number that must be there. */
  public int whole(String field, @Nullable Double value, int least, int most, String unit) {
    double read = number(field, value, least, most, unit);
    if (read != Math.rint(read)) {
      add(field, "Phải là số nguyên.", "It must be a whole number.");
      return least;
    }
    return (int) read;
  }

  private static String plain(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  /** A value of a closed set; empty where it is not there or not in the set. */
  public <E extends Enum<E>> Optional<E> choice(
      String field, @Nullable String value, Class<E> kind) {
    Optional<E> found =
        Arrays.stream(kind.getEnumConstants()).filter(e -> e.name().equals(value)).findFirst();
    if (found.isEmpty()) {
      String known =
          Arrays.stream(kind.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
      add(field, "Chọn một trong: " + known + ".", "Choose one of: " + known + ".");
    }
    return found;
  }

  /** A civil day that must be there. */
  public LocalDate day(String field, @Nullable String value) {
    LocalDate read = value == null ? null : optionalDay(field, value);
    if (value == null) {
      add(field, "Thiếu ngày (năm-tháng-ngày).", "The day is missing (yyyy-mm-dd).");
    }
    return read == null ? LocalDate.EPOCH : read;
  }

  /** A civil day, null where it is not there. */
  public @Nullable LocalDate optionalDay(String field, @Nullable String value) {
    if (value == null) {
      return null;
    }
    LocalDate day = value.length() == 10 ? CivilTime.findDay(value).orElse(null) : null;
    if (day == null || day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
      add(
          field,
          "Phải là ngày dạng 2027-01-31, từ " + FIRST_YEAR + " đến " + LAST_YEAR + ".",
          "It must be a day such as 2027-01-31, from " + FIRST_YEAR + " to " + LAST_YEAR + ".");
      return null;
    }
    return day;
  }

  /** Copies a list that may not be there, refusing one that is too long or has holes. */
  public <T> List<T> list(String field, @Nullable List<@Nullable T> values, int most) {
    if (values == null) {
      return List.of();
    }
    if (values.size() > most) {
      add(field, "Nhiều nhất " + most + " mục.", "At most " + most + " items.");
      return List.of();
    }
    List<T> kept = new ArrayList<>();
    for (T value : values) {
      if (value == null) {
        add(field, "Có mục trống.", "An item is empty.");
      } else {
        kept.add(value);
      }
    }
    return kept;
  }

  /**
   * Refuses the request where a fault was found: {@code field} is the first, {@code faults} are
   * all.
   *
   * @throws vn.khuxuong.platform.problem.ProblemException of the given kind
   */
  public void refuse(ProblemType kind) {
    if (faults.isEmpty()) {
      return;
    }
    Fault first = faults.get(0);
    String more = faults.size() == 1 ? "" : " (+" + (faults.size() - 1) + ")";
    throw kind.with(
            first.field() + ": " + first.vi() + more, first.field() + ": " + first.en() + more)
        .field(first.field())
        .remedy(
            "Sửa các mục nêu trong faults rồi gửi lại.",
            "Mend what faults lists and send it again.")
        .with("faults", faults.stream().limit(MOST_SHOWN).toList());
  }

  /** Member of an item of a list: {@code machines[0].weightT}. */
  public static String item(String list, int index, String member) {
    return String.format(Locale.ROOT, "%s[%d].%s", list, index, member);
  }
}
