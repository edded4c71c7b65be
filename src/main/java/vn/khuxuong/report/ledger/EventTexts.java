package vn.khuxuong.report.ledger;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The texts of an event's fields as values; what is wrong with them gathers in {@link #faults}. */
final class EventTexts {
  private final Map<String, String> texts;
  private final List<Fault> faults = new ArrayList<>();

  EventTexts(Map<String, String> texts) {
    this.texts = Map.copyOf(texts);
  }

  List<Fault> faults() {
    return List.copyOf(faults);
  }

  /** A number above 0 with at most two decimals; null where the field is empty or wrong. */
  @Nullable BigDecimal decimal(String field, BigDecimal most) {
    String text = raw(field);
    if (text.isEmpty()) {
      return null;
    }
    try {
      BigDecimal value = text.length() > 40 ? BigDecimal.ZERO : new BigDecimal(text);
      // the scale first: 1e-999999999 must not be written out
      if (Math.abs((long) value.scale()) <= 40
          && value.signum() > 0
          && value.compareTo(most) <= 0
          && value.stripTrailingZeros().scale() <= 2) {
        return value;
      }
      if (value.signum() < 0) {
        fault(
            field,
            "Số âm không được nhận: " + shown(text) + ".",
            "A negative number is refused: " + shown(text) + ".",
            "Giảm vốn thì ghi sự kiện điều chỉnh với tổng vốn mới; chấm dứt thì ghi thu hồi.",
            "For less capital record an adjustment with the new total; for an end a withdrawal.");
        return null;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    fault(
        field,
        "“" + shown(text) + "” không phải số dương hợp lệ.",
        "“" + shown(text) + "” is no positive number that fits.",
        "Số lớn hơn 0, nhiều nhất hai chữ số thập phân.",
        "A number above 0 with at most two decimals.");
    return null;
  }

  /** A whole number within bounds; null where the field is empty or wrong. */
  @Nullable Integer whole(String field, int least, int most) {
    String text = raw(field);
    if (text.isEmpty()) {
      return null;
    }
    try {
      BigDecimal value = text.length() > 20 ? BigDecimal.valueOf(-1) : new BigDecimal(text);
      if (Math.abs((long) value.scale()) <= 20) {
        int number = value.intValueExact();
        if (number >= least && number <= most) {
          return number;
        }
      }
    } catch (ArithmeticException | NumberFormatException e) {
      // told below
    }
    fault(
        field,
        "“" + shown(text) + "” không phải số nguyên từ " + least + " đến " + most + ".",
        "“" + shown(text) + "” is no whole number from " + least + " to " + most + ".",
        "Ghi một số nguyên.",
        "Give a whole number.");
    return null;
  }

  /** A word of a list; {@code vi} and {@code en} say which there are. */
  @Nullable String one(String field, Set<String> allowed, String vi, String en) {
    String text = upper(field);
    if (text.isEmpty() || allowed.contains(text)) {
      return text.isEmpty() ? null : text;
    }
    fault(
        field,
        "“" + shown(text) + "” không có trong danh sách.",
        "“" + shown(text) + "” is not on the list.",
        vi,
        en);
    return null;
  }

  /** A text in normal form C without control characters. */
  @Nullable String text(String field, int most) {
    String text = Normalizer.normalize(raw(field), Normalizer.Form.NFC);
    if (text.isEmpty()) {
      return null;
    }
    if (text.length() > most || text.chars().anyMatch(Character::isISOControl)) {
      fault(
          field,
          "Văn bản dài quá " + most + " ký tự hoặc có ký tự điều khiển.",
          "The text has more than " + most + " characters, or control characters.",
          "Rút ngắn.",
          "Shorten it.");
      return null;
    }
    return text;
  }

  /** Notes that a field is missing, unless something is wrong with it anyway. */
  void needs(String field, @Nullable Object value) {
    if (value == null && !has(field)) {
      fault(field, "Thiếu mục này.", "This is missing.", "Điền vào.", "Fill it in.");
    }
  }

  boolean has(String... fields) {
    return faults.stream().anyMatch(fault -> List.of(fields).contains(fault.field()));
  }

  void fault(String field, String vi, String en, String remedyVi, String remedyEn) {
    faults.add(new Fault(field, vi, en, remedyVi, remedyEn));
  }

  String raw(String field) {
    return texts.getOrDefault(field, "").strip();
  }

  String upper(String field) {
    return raw(field).toUpperCase(Locale.ROOT);
  }

  static String shown(String text) {
    return text.length() > 40 ? text.substring(0, 40) + "…" : text;
  }
}
