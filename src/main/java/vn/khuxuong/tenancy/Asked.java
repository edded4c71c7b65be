package vn.khuxuong.tenancy;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.platform.time.CivilTime;

/** Reads the members of a request body; every refusal names the member and what it may be. */
public final class Asked {
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2200;
  private static final int LONGEST_TEXT = 1_000;

  private Asked() {}

  /** A member that must be there. */
  public static <T> T required(String member, @Nullable T value) {
    if (value == null) {
      throw bad(member, "Thiếu \"" + member + "\".", "\"" + member + "\" is missing.");
    }
    return value;
  }

  /** A whole number between two bounds. */
  public static int whole(String member, @Nullable Integer value, int least, int most) {
    int number = required(member, value);
    if (number < least || number > most) {
      throw range(member, least, most);
    }
    return number;
  }

  /** An amount of at least 0. */
  public static double amount(String member, double value, double most) {
    if (!(value >= 0 && value <= most)) {
      throw range(member, 0, most);
    }
    return value;
  }

  /** A civil date, {@code yyyy-mm-dd}. */
  public static LocalDate day(String member, @Nullable String value) {
    return CivilTime.findDay(required(member, value))
        .filter(day -> value != null && value.length() == 10)
        .filter(day -> day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR)
        .orElseThrow(
            () ->
                bad(
                    member,
                    "\"" + member + "\" phải là ngày dạng 2027-01-01.",
                    "\"" + member + "\" must be a date like 2027-01-01."));
  }

  /** A moment of RFC 3339 with its offset. */
  public static OffsetDateTime moment(String member, @Nullable String value) {
    String text = required(member, value);
    return CivilTime.findMoment(text)
        .filter(moment -> text.length() > 10)
        .filter(moment -> moment.getYear() >= FIRST_YEAR && moment.getYear() <= LAST_YEAR)
        .orElseThrow(
            () ->
                bad(
                    member,
                    "\"" + member + "\" phải là thời điểm dạng 2027-01-01T17:00:00+07:00.",
                    "\"" + member + "\" must be a moment like 2027-01-01T17:00:00+07:00."));
  }

  /** One of the names of an enum. */
  public static <E extends Enum<E>> E oneOf(String member, Class<E> type, String value) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(value)) {
        return constant;
      }
    }
    List<String> names = Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
    throw bad(
        member,
        "\"" + member + "\" phải là một trong " + names + ".",
        "\"" + member + "\" must be one of " + names + ".");
  }

  /** Some of the names of an enum. */
  public static <E extends Enum<E>> Set<E> someOf(
      String member, Class<E> type, List<String> values) {
    Set<E> some = new TreeSet<>();
    values.forEach(value -> some.add(oneOf(member, type, String.valueOf(value))));
    return some;
  }

  /** A sentence that says why; never empty. */
  public static String reason(@Nullable String value) {
    String text = Normalizer.normalize(required("reason", value), Normalizer.Form.NFC).strip();
    boolean odd = text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n');
    if (text.isEmpty() || text.length() > LONGEST_TEXT || odd) {
      throw bad(
          "reason",
          "Lý do phải có từ 1 đến " + LONGEST_TEXT + " ký tự.",
          "The reason must have 1 to " + LONGEST_TEXT + " characters.");
    }
    return text;
  }

  private static ProblemException range(String member, double least, double most) {
    String low =
        new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(least);
    String bounds =
        new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(most);
    return bad(
        member,
        "\"" + member + "\" phải từ " + low + " đến " + bounds + ".",
        "\"" + member + "\" must be between " + low + " and " + bounds + ".");
  }

  /** A refusal of a member. */
  public static ProblemException bad(String member, String vi, String en) {
    return ProcessProblem.BAD_BODY.with(vi, en).field(member);
  }
}
