package vn.khuxuong.allocation.round;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.allocation.answer.SmallestChange;
import vn.khuxuong.platform.web.Language;

/** The smallest change that would have placed a firm, as a sentence for that firm. */
final class ChangeText {
  private ChangeText() {}

  /**
   * The sentence.
   *
   * @param change null where none exists
   */
  static String of(SmallestChange.@Nullable Change change, Language language) {
    if (change == null) {
      return language.choose(
          "Không có thay đổi nào về tải trọng, chiều cao, thang hàng, giá thuê, khu, diện tích,"
              + " điện, nước thải, ngày bắt đầu hoặc thời hạn giúp được xếp khi các đơn vị khác giữ"
              + " nguyên chỗ.",
          "No change of load, height, lift, rent, zone, area, power, wastewater, start or term"
              + " would have given it a place while all others keep theirs.");
    }
    String floor = ReasonWords.floorName(language, change.floor());
    if (change.steps().isEmpty()) {
      return language.choose(
          "Còn chỗ ở " + floor + " mà không cần đổi gì.",
          "There is a place on " + floor + " without any change.");
    }
    List<String> steps = new ArrayList<>();
    change.steps().forEach(step -> steps.add(step(step, language)));
    return language.choose(
            "Thay đổi nhỏ nhất để có chỗ ở " + floor + ", các đơn vị khác giữ nguyên: ",
            "Smallest change for a place on " + floor + " while all others keep theirs: ")
        + String.join("; ", steps)
        + ".";
  }

  /**
   * The same in a few words for a list.
   *
   * @param change null where none exists
   */
  static String brief(SmallestChange.@Nullable Change change, Language language) {
    if (change == null) {
      return language.choose("Không thay đổi nhỏ nào đủ.", "No small change is enough.");
    }
    String floor = ReasonWords.floorName(language, change.floor());
    if (change.steps().isEmpty()) {
      return of(change, language);
    }
    String steps =
        change.steps().stream().map(step -> step(step, language)).collect(Collectors.joining("; "));
    return language.choose("Vào được ", "Would fit ")
        + floor
        + language.choose(" nếu ", " with ")
        + steps
        + ".";
  }

  private static String step(SmallestChange.Step step, Language language) {
    NumberFormat numbers = NumberFormat.getInstance(language.locale());
    double unit = step.wish() == SmallestChange.Wish.CLEAR_HEIGHT ? 10.0 : 1.0;
    String from = numbers.format(step.from() / unit);
    String to = numbers.format(step.to() / unit);
    return switch (step.wish()) {
      case OTHER_ZONES ->
          language.choose("nhận cả khu ngoài nguyện vọng", "accept zones that were not listed");
      case LOAD -> told(language, "tải trọng sàn", "floor load", from, to, "kN/m²");
      case CLEAR_HEIGHT -> told(language, "chiều cao thông thủy", "clear height", from, to, "m");
      case LIFT -> told(language, "tải thang hàng", "goods lift", from, to, "t");
      case BUDGET ->
          told(
              language,
              "mức giá thuê tối đa",
              "highest rent",
              from,
              to,
              language.choose("nghìn đồng/m²/tháng", "thousand VND/m²/month"));
      case AREA_MIN -> told(language, "diện tích tối thiểu", "least area", from, to, "m²");
      case AREA_MAX -> told(language, "diện tích tối đa", "largest area", from, to, "m²");
      case POWER -> told(language, "công suất điện", "power", from, to, "kVA");
      case WASTEWATER ->
          told(
              language,
              "nước thải",
              "wastewater",
              from,
              to,
              language.choose("m³/ngày", "m³ per day"));
      case START_LATEST -> later(language, step.to() - step.from());
      case TERM ->
          told(language, "thời hạn thuê", "term", from, to, language.choose("tháng", "months"));
    };
  }

  private static String told(
      Language language, String vi, String en, String from, String to, String unit) {
    return language.choose(vi, en) + " " + from + " → " + to + " " + unit;
  }

  private static String later(Language language, long months) {
    return language.choose(
        "nhận chỗ muộn hơn " + months + " tháng", "move in " + months + " months later");
  }
}
