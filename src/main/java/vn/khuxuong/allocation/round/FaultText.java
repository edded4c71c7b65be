package vn.khuxuong.allocation.round;

import java.text.NumberFormat;
import java.util.Map;
import vn.khuxuong.allocation.solver.Verdict;
import vn.khuxuong.platform.web.Language;

/** What the checker forbids, as a sentence with its numbers, for officers. */
final class FaultText {
  /** Name of each rule in Vietnamese and English, and the unit of its numbers. */
  private record Rule(String vi, String en, String unit) {}

  private static final Map<String, Rule> RULES =
      Map.ofEntries(
          Map.entry("H01", new Rule("Hồ sơ xếp hai lần", "Placed twice", "")),
          Map.entry(
              "H02", new Rule("Khoang đã có người hoặc không có", "Bay is taken or absent", "")),
          Map.entry("H03", new Rule("Tách chỗ không hợp lệ", "Split is not allowed", "")),
          Map.entry("H04", new Rule("Qua vách hoặc hành lang", "Crosses a break", "")),
          Map.entry(
              "H05", new Rule("Diện tích ngoài mức xin", "Area outside what was asked", "m²")),
          Map.entry("H06", new Rule("Tải trọng sàn", "Floor load", "kN/m²")),
          Map.entry("H07", new Rule("Chiều cao thông thủy", "Clear height", "m")),
          Map.entry("H08", new Rule("Thang hàng", "Goods lift", "t")),
          Map.entry("H09", new Rule("Hạng nguy hiểm cháy", "Fire hazard category", "")),
          Map.entry(
              "H10", new Rule("Ngành nghề hoặc tầng dành riêng", "Industry, or a kept floor", "")),
          Map.entry("H11", new Rule("Tháng bắt đầu hoặc kết thúc", "Month of start or end", "")),
          Map.entry("H12", new Rule("Giá thuê", "Rent", "nghìn đồng/m²")),
          Map.entry("H13", new Rule("Khu không nhận", "Zone is not accepted", "")),
          Map.entry("H14", new Rule("Điện của tầng", "Power of the floor", "kVA")),
          Map.entry("H15", new Rule("Điện của nhà", "Power of the building", "kVA")),
          Map.entry("H16", new Rule("Nước thải của nhà", "Wastewater of the building", "m³")),
          Map.entry(
              "H17", new Rule("Hai bên kỵ nhau đứng cạnh nhau", "Incompatible neighbours", "")),
          Map.entry("H18", new Rule("Hai bên kỵ nhau cùng tầng", "Incompatible on one floor", "")),
          Map.entry(
              "H19",
              new Rule("Trần diện tích cho vốn nước ngoài", "Cap on non-domestic area", "m²")));

  private FaultText() {}

  static String of(Verdict.Fault fault, Language language) {
    Rule rule = RULES.getOrDefault(fault.code(), new Rule(fault.code(), fault.code(), ""));
    StringBuilder text = new StringBuilder(language.choose(rule.vi(), rule.en()));
    if (!fault.place().isEmpty()) {
      text.append(" · ").append(ReasonWords.floorName(language, fault.place()));
    }
    NumberFormat numbers = NumberFormat.getInstance(language.locale());
    double times = fault.code().equals("H07") ? 10 : 1; // the problem has decimetres
    if (fault.needed() >= 0) {
      text.append(": ")
          .append(language.choose("cần ", "needs "))
          .append(numbers.format(fault.needed() / times))
          .append(language.choose(", có ", ", has "))
          .append(numbers.format(fault.has() / times));
      if (!rule.unit().isEmpty()) {
        text.append(' ').append(rule.unit());
      }
    } else if (fault.has() >= 0) {
      text.append(language.choose(", khoang ", ", bay ")).append(numbers.format(fault.has()));
    }
    return text.append(" (").append(fault.code()).append(')').toString();
  }
}
