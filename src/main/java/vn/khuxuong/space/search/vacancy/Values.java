package vn.khuxuong.space.search.vacancy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.platform.problem.ApiProblem;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.platform.time.CivilTime;

/**
 * Parameters of a request, read strictly: whatever is not understood is refused with its name and
 * what would do, so that nobody takes an answer for that to another question.
 */
final class Values {
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,12}(\\.\\d{1,12})?");
  private static final int MOST_REPEATED = 100;
  private static final int LAST_YEAR = 2100;

  private final Map<String, String[]> given;

  /**
   * @throws ProblemException for a parameter that is not among those known
   */
  Values(Map<String, String[]> given, Collection<String> known) {
    this.given = given;
    for (String name : given.keySet()) {
      if (!known.contains(name)) {
        throw refusal(
            name,
            "Không có tham số \"" + shortened(name) + "\".",
            "There is no parameter \"" + shortened(name) + "\".",
            "Các tham số: " + String.join(", ", known) + ".",
            "The parameters are: " + String.join(", ", known) + ".");
      }
    }
  }

  private static String shortened(String name) {
    return name.length() <= 40 ? name : name.substring(0, 40) + "…";
  }

  static ProblemException refusal(
      String field, String vi, String en, String remedyVi, String remedyEn) {
    return ApiProblem.BAD_PARAMETER.with(vi, en).field(shortened(field)).remedy(remedyVi, remedyEn);
  }

  /** Every value of a parameter. */
  List<String> texts(String name) {
    String[] values = given.getOrDefault(name, new String[0]);
    if (values.length > MOST_REPEATED) {
      throw refusal(
          name,
          "Tham số lặp lại quá nhiều lần.",
          "The parameter is repeated too often.",
          "Nhiều nhất " + MOST_REPEATED + " lần.",
          "At most " + MOST_REPEATED + " times.");
    }
    return List.of(values);
  }

  /** The value of a parameter that is given once, null where it is not. */
  @Nullable String text(String name) {
    List<String> values = texts(name);
    if (values.size() > 1) {
      throw refusal(
          name,
          "Tham số này chỉ được nêu một lần.",
          "This parameter may be given only once.",
          "Bỏ các giá trị thừa.",
          "Leave out the others.");
    }
    return values.isEmpty() ? null : values.get(0);
  }

  /** A number between bounds, both included. */
  @Nullable Double number(String name, double least, double most) {
    String text = text(name);
    if (text == null) {
      return null;
    }
    double value = numberOf(text);
    if (!(least <= value && value <= most)) {
      throw refusal(
          name,
          "Cần một số, phần thập phân sau dấu chấm.",
          "A number is needed, decimals after a point.",
          "Từ " + plain(least) + " đến " + plain(most) + ", ví dụ " + name + "=" + example(most),
          "From "
              + plain(least)
              + " to "
              + plain(most)
              + ", for example "
              + name
              + "="
              + example(most));
    }
    return value;
  }

  /** A number with decimals after a point; NaN for any other text. */
  static double numberOf(String text) {
    return NUMBER.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
  }

  private static String example(double most) {
    return most >= 500 ? "500" : most >= 7.5 ? "7.5" : plain(most);
  }

  /** A whole number between bounds, both included. */
  @Nullable Integer whole(String name, int least, int most) {
    String text = text(name);
    if (text == null) {
      return null;
    }
    int value = text.matches("\\d{1,6}") ? Integer.parseInt(text) : -1;
    if (value < least || value > most) {
      throw refusal(
          name,
          "Cần một số nguyên.",
          "A whole number is needed.",
          "Từ " + least + " đến " + most + ".",
          "From " + least + " to " + most + ".");
    }
    return value;
  }

  /** Whether a parameter is {@code true}. */
  boolean flag(String name) {
    String text = text(name);
    if (text == null) {
      return false;
    }
    if (!text.equals("true") && !text.equals("false")) {
      throw refusal(
          name, "Cần true hoặc false.", "True or false is needed.", name + "=true", name + "=true");
    }
    return text.equals("true");
  }

  /** One of some words. */
  @Nullable String word(String name, Collection<String> words) {
    String text = text(name);
    if (text != null && !words.contains(text)) {
      throw notAmong(name, words);
    }
    return text;
  }

  /** Says which values there are. */
  static ProblemException notAmong(String name, Collection<String> words) {
    String some = String.join(", ", words.stream().limit(MOST_REPEATED).toList());
    return refusal(
        name,
        "Không có giá trị này.",
        "There is no such value.",
        "Một trong: " + some + ".",
        "One of: " + some + ".");
  }

  /** A civil day in Ho Chi Minh City. */
  @Nullable LocalDate day(String name) {
    String text = text(name);
    if (text == null) {
      return null;
    }
    LocalDate day = text.length() == 10 ? CivilTime.findDay(text).orElse(null) : null;
    if (day == null || day.getYear() > LAST_YEAR) {
      throw refusal(
          name,
          "Cần một ngày, dạng năm-tháng-ngày.",
          "A day is needed, as year-month-day.",
          "Đến hết năm " + LAST_YEAR + ", ví dụ " + name + "=2027-01-01",
          "Up to the year " + LAST_YEAR + ", for example " + name + "=2027-01-01");
    }
    return day;
  }

  /**
   * Degrees of longitude and latitude in turns.
   *
   * @param form as a person would write it
   */
  double @Nullable [] degrees(String name, int count, String form) {
    String text = text(name);
    if (text == null) {
      return null;
    }
    String[] parts = text.split(",", -1);
    double[] degrees = Arrays.stream(parts).mapToDouble(Values::numberOf).toArray();
    boolean good = degrees.length == count;
    for (int i = 0; i < degrees.length; i++) {
      good &= Math.abs(degrees[i]) <= (i % 2 == 0 ? 180 : 90);
    }
    if (!good) {
      throw refusal(
          name,
          "Cần " + count + " số: kinh độ, vĩ độ WGS 84, cách nhau bằng dấu phẩy.",
          "Needs " + count + " numbers: longitude, latitude (WGS 84), with commas between.",
          name + "=" + form,
          name + "=" + form);
    }
    return degrees;
  }
}
