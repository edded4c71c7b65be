package vn.khuxuong.zoning.sheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.platform.web.Language;
import vn.khuxuong.zoning.plan.Plan;

/** Numbers and the longer phrases of a sheet in its language. */
final class Words {
  private static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

  private Words() {}

  /** With exactly so many decimals; 12.480,5 in Vietnamese, 12,480.5 in English. */
  static String number(double value, int decimals, Language language) {
    return number(BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP), language);
  }

  /** With the decimals the number has. */
  static String number(BigDecimal value, Language language) {
    // written out, so that another JDK's locale data change nothing on paper
    DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.ROOT);
    symbols.setGroupingSeparator(language == Language.VI ? '.' : ',');
    symbols.setDecimalSeparator(language == Language.VI ? ',' : '.');
    DecimalFormat format = new DecimalFormat("#,##0", symbols);
    format.setMinimumFractionDigits(value.scale());
    format.setMaximumFractionDigits(value.scale());
    return format.format(value);
  }

  static String scale(int denominator, Language language) {
    return "1:" + number(BigDecimal.valueOf(denominator), language);
  }

  static String day(LocalDate day, Language language) {
    return language == Language.VI
        ? String.format(
            Locale.ROOT, "%02d/%02d/%d", day.getDayOfMonth(), day.getMonthValue(), day.getYear())
        : day.getDayOfMonth() + " " + MONTHS.get(day.getMonthValue() - 1) + " " + day.getYear();
  }

  /** The legal CRS as title blocks write it. */
  static String crs(Crs crs, Language language) {
    String name = language.choose(crs.nameVi(), crs.nameEn());
    String tm3 = "VN-2000 / TM-3 ";
    String words =
        name.startsWith(tm3)
            ? "VN-2000, " + name.substring(tm3.length()) + language.choose(", múi 3°", ", 3° zone")
            : name.replace(" / ", ", ");
    return words + " (" + crs.code() + ")";
  }

  /** Where the plan stands in its life, with the decision where there is one. */
  static String status(Plan plan, Language language) {
    String words =
        switch (plan.status()) {
          case DRAFT -> language.choose("Bản nháp, chưa phê duyệt", "Draft, not approved");
          case RETURNED ->
              language.choose(
                  "Bản nháp bị trả lại, chưa phê duyệt", "Draft sent back, not approved");
          case SUBMITTED ->
              language.choose("Đang thẩm định, chưa phê duyệt", "Under appraisal, not approved");
          case WITHDRAWN -> language.choose("Đã rút, chưa phê duyệt", "Withdrawn, not approved");
          case APPROVED ->
              language.choose("Đã phê duyệt, chưa công bố", "Approved, not yet published");
          case PUBLISHED -> language.choose("Đã công bố", "Published");
          case SUPERSEDED ->
              language.choose("Đã được thay bằng phiên bản sau", "Superseded by a later version");
        };
    if (plan.decisionNo() != null) {
      words += language.choose("; quyết định số ", "; decision no. ") + plan.decisionNo();
      if (plan.decidedOn() != null) {
        words += language.choose(" ngày ", " of ") + day(plan.decidedOn(), language);
      }
    }
    if (plan.validFrom() != null) {
      words +=
          language.choose("; hiệu lực từ ", "; in force from ") + day(plan.validFrom(), language);
    }
    return words;
  }

  /** What stands across a drawing that must not be taken for the plan in force; empty for none. */
  static String mark(SheetPlan sheet, Language language) {
    if (!sheet.isHead()) {
      return language.choose(
          "Bản ghi cũ số " + sheet.revision(), "Old revision " + sheet.revision());
    }
    return switch (sheet.plan().status()) {
      case DRAFT, RETURNED -> language.choose("Bản nháp, chưa phê duyệt", "Draft, not approved");
      case SUBMITTED ->
          language.choose("Đang thẩm định, chưa phê duyệt", "Under appraisal, not approved");
      case WITHDRAWN -> language.choose("Đã rút, chưa phê duyệt", "Withdrawn, not approved");
      case SUPERSEDED -> language.choose("Đã được thay thế", "Superseded");
      case APPROVED, PUBLISHED -> "";
    };
  }

  /** How far the data may be trusted; empty where they are official. */
  static String notice(Plan plan, Language language) {
    return switch (plan.dataStatus()) {
      case "SCHEMATIC" ->
          language.choose("Sơ đồ, không có giá trị pháp lý", "Schematic, not legally valid");
      case "ILLUSTRATIVE" ->
          language.choose(
              "Số minh họa, không có giá trị pháp lý", "Illustrative figures, not legally valid");
      default -> "";
    };
  }
}
