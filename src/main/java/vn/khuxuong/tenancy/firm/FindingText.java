package vn.khuxuong.tenancy.firm;

import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.khuxuong.space.Trait;

/**
 * A finding in words, in Vietnamese or English: what is wrong with the numbers, and what would have
 * to change. No tenant is named.
 */
final class FindingText {
  private static final double KG_PER_KN = 1000 / 9.81;
  private static final Pattern DECIMAL = Pattern.compile("\\d+\\.\\d+");

  private final boolean vi;
  private final UnaryOperator<String> industry;
  private final NumberFormat numbers;

  private FindingText(boolean vi, UnaryOperator<String> industry, Locale locale) {
    this.vi = vi;
    this.industry = industry;
    numbers = NumberFormat.getInstance(locale);
    numbers.setMaximumFractionDigits(2);
  }

  static FindingText vietnamese(IndustryNames names) {
    return new FindingText(true, names::vi, Locale.forLanguageTag("vi-VN"));
  }

  static FindingText english(IndustryNames names) {
    return new FindingText(false, names::en, Locale.UK);
  }

  /** What is wrong. */
  String of(Finding finding) {
    String needed = needed(finding);
    String offered = offered(finding);
    String who =
        finding.subject().isEmpty()
            ? choose("Doanh nghiệp", "The firm")
            : choose("Máy “" + finding.subject() + "”", "Machine “" + finding.subject() + "”");
    return switch (finding.rule()) {
      case INDUSTRY ->
          choose(
              "Tầng này không nhận ngành " + lower(industry.apply(finding.subject())) + ".",
              "This floor does not admit " + lower(industry.apply(finding.subject())) + ".");
      case HAZARD ->
          choose(
              "Tầng này không được phép có sản xuất hạng nguy hiểm cháy " + finding.subject() + ".",
              "This floor may not have production of fire hazard " + finding.subject() + ".");
      case LOAD ->
          choose(
              who + " cần sàn chịu " + needed + ", sàn chịu được " + offered + ".",
              who + " needs a floor load of " + needed + ", the floor carries " + offered + ".");
      case POINT_LOAD ->
          choose(
              who
                  + " đè khoảng "
                  + needed
                  + " lên mỗi chân máy, tải tập trung cho phép "
                  + offered
                  + ".",
              who
                  + " presses about "
                  + needed
                  + " on each foot, the floor allows "
                  + offered
                  + " at a point.");
      case CLEAR_HEIGHT ->
          choose(
              who + " cần cao " + needed + ", tầng thông thủy " + offered + ".",
              who + " needs a height of " + needed + ", the floor has " + offered + " clear.");
      case LIFT ->
          choose(
              who
                  + " nặng hoặc cần chuyển "
                  + needed
                  + ", thang hàng lớn nhất chở "
                  + offered
                  + ".",
              who
                  + " weighs or moves "
                  + needed
                  + ", the largest goods lift takes "
                  + offered
                  + ".");
      case LIFT_SIZE ->
          choose(
              who + " không vào lọt thang hàng nào đủ tải.",
              who + " goes into no goods lift that could carry it.");
      case FLOOR_POWER ->
          choose(
              "Cần " + needed + " điện, tầng còn " + offered + ".",
              "The firm needs " + needed + " of power, the floor has " + offered + " left.");
      case BUILDING_POWER ->
          choose(
              "Cần " + needed + " điện, cả tòa nhà còn " + offered + ".",
              "The firm needs " + needed + " of power, the building has " + offered + " left.");
      case WASTEWATER ->
          choose(
              "Thải " + needed + ", tòa nhà còn được xả " + offered + ".",
              "The firm discharges "
                  + needed
                  + ", the building may still discharge "
                  + offered
                  + ".");
      case LAND_TERM ->
          choose(
              "Xin thuê " + needed + ", đất của khu chỉ còn " + offered + " kể từ ngày bắt đầu.",
              "The lease is to run for "
                  + needed
                  + ", the land of the zone has "
                  + offered
                  + " left from its first day.");
      case NEIGHBOUR_FLOOR ->
          choose(
              "Tầng đã có doanh nghiệp không hợp cùng tầng (" + traits(finding.subject()) + ").",
              "The floor has a tenant that does not go with the firm ("
                  + traits(finding.subject())
                  + ").");
      case NEIGHBOUR_BAY ->
          choose(
              "Khoang "
                  + bays(finding.offers())
                  + " liền kề doanh nghiệp không hợp ("
                  + traits(finding.subject())
                  + ").",
              "Bays "
                  + bays(finding.offers())
                  + " are beside a tenant that does not go with the"
                  + " firm ("
                  + traits(finding.subject())
                  + ").");
      case AREA ->
          choose(
              "Cần từ " + needed + " liền nhau, hôm nay đoạn trống dài nhất là " + offered + ".",
              "The firm needs "
                  + needed
                  + " in line, the largest free stretch today has "
                  + offered
                  + ".");
    };
  }

  /** What would have to change. */
  String change(Finding finding) {
    String needed = needed(finding);
    String offered = offered(finding);
    return switch (finding.rule()) {
      case INDUSTRY ->
          choose(
              "Chọn tầng nhận ngành này; tầng này nhận: " + industries(finding.offers()) + ".",
              "Choose a floor that admits it; this one admits: "
                  + industries(finding.offers())
                  + ".");
      case HAZARD ->
          choose(
              "Chọn tầng được phép hạng này, hoặc đổi công nghệ để xuống hạng "
                  + String.join(", ", finding.offers())
                  + ".",
              "Choose a floor that permits it, or change the process to class "
                  + String.join(", ", finding.offers())
                  + ".");
      case LOAD ->
          choose(
              "Chọn tầng chịu từ " + needed + " (" + perM2(finding) + "), hoặc kê máy rộng hơn.",
              "Choose a floor of at least "
                  + needed
                  + " ("
                  + perM2(finding)
                  + "), or spread the machine on a wider base.");
      case POINT_LOAD ->
          choose(
              "Kê chân máy bằng tấm phân tải; nhờ kỹ sư kết cấu tính.",
              "Put spreading plates under its feet; have a structural engineer check.");
      case CLEAR_HEIGHT ->
          choose(
              "Chọn tầng cao từ " + needed + ", hoặc máy thấp hơn " + offered + ".",
              "Choose a floor of at least "
                  + needed
                  + " clear, or a machine below "
                  + offered
                  + ".");
      case LIFT ->
          choose(
              "Chọn tầng trệt hoặc tầng xe tải lên được, hoặc tháo máy thành phần không quá "
                  + offered
                  + ".",
              "Choose the ground floor or one that trucks reach, or take it apart into pieces of at"
                  + " most "
                  + offered
                  + ".");
      case LIFT_SIZE ->
          choose(
              "Chọn tầng trệt hoặc tầng xe tải lên được, hoặc tháo máy cho vừa cabin (rộng × sâu,"
                  + " cửa rộng × cao, mét): "
                  + sizes(finding.offers())
                  + ".",
              "Choose the ground floor or one that trucks reach, or take it apart to fit a car"
                  + " (width × depth, door width × height, metres): "
                  + sizes(finding.offers())
                  + ".");
      case FLOOR_POWER, BUILDING_POWER ->
          choose(
              "Giảm công suất xuống " + offered + ", hoặc xin tăng nguồn cấp.",
              "Bring the demand down to " + offered + ", or ask for a larger supply.");
      case WASTEWATER ->
          choose(
              "Tuần hoàn nước để thải không quá " + offered + ", hoặc chọn tòa nhà khác.",
              "Reuse water so as to discharge at most "
                  + offered
                  + ", or choose another building.");
      case LAND_TERM ->
          choose(
              "Xin thuê nhiều nhất " + offered + ", hoặc chọn khu còn thời hạn dài hơn.",
              "Ask for at most " + offered + ", or choose a zone with a longer term.");
      case NEIGHBOUR_FLOOR ->
          choose("Chọn tầng khác của tòa nhà.", "Choose another floor of the building.");
      case NEIGHBOUR_BAY ->
          choose(
              "Chọn khoang khác, hoặc khoang ngăn bởi hành lang hay tường chống cháy.",
              "Choose other bays, or bays behind a corridor or fire wall.");
      case AREA ->
          choose(
              "Chờ khoang trống thêm, lấy diện tích nhỏ hơn, hoặc nhận hai tầng liền nhau.",
              "Wait for more bays, take less, or accept two adjacent floors.");
    };
  }

  private String needed(Finding finding) {
    Double needed = finding.needed();
    return needed == null ? "" : quantity(needed, finding.rule(), RoundingMode.CEILING);
  }

  private String offered(Finding finding) {
    Double offered = finding.offered();
    return offered == null
        ? ""
        : quantity(Math.max(0, offered), finding.rule(), RoundingMode.FLOOR);
  }

  private String quantity(double value, EligibilityRule rule, RoundingMode rounding) {
    numbers.setRoundingMode(rounding);
    String unit = vi ? rule.unit() : rule.unit().replace("ngày", "day").replace("tháng", "months");
    // 1e-7 keeps what is whole but for the last bit whole
    double kept = rounding == RoundingMode.CEILING ? value - 1e-7 : value + 1e-7;
    return numbers.format(kept) + " " + unit;
  }

  private String perM2(Finding finding) {
    Double needed = finding.needed();
    numbers.setRoundingMode(RoundingMode.CEILING);
    return numbers.format(Math.ceil((needed == null ? 0 : needed) * KG_PER_KN)) + " kg/m²";
  }

  /** Sizes of lifts, their numbers as the language writes them. */
  private String sizes(List<String> offers) {
    return DECIMAL
        .matcher(String.join("; ", offers))
        .replaceAll(number -> numbers.format(Double.parseDouble(number.group())));
  }

  private String industries(List<String> codes) {
    return codes.isEmpty()
        ? choose("chưa có ngành nào", "none yet")
        : codes.stream().map(code -> lower(industry.apply(code))).collect(Collectors.joining(", "));
  }

  private static String lower(String name) {
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  private static String bays(List<String> numbers) {
    return String.join(", ", numbers);
  }

  private String traits(String joined) {
    return Arrays.stream(joined.split(","))
        .map(name -> trait(Trait.valueOf(name)))
        .collect(Collectors.joining(", "));
  }

  private String trait(Trait trait) {
    return switch (trait) {
      case PRECISION -> choose("máy chính xác", "precision work");
      case VIBRATION -> choose("rung", "vibration");
      case FOOD -> choose("thực phẩm hoặc y tế", "food or medical");
      case PLATING -> choose("xi mạ", "plating");
      case ODOUR -> choose("mùi", "odour");
    };
  }

  private String choose(String vietnamese, String english) {
    return vi ? vietnamese : english;
  }
}
