package vn.khuxuong.tenancy.firm;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.tenancy.SizeClass;

/** Why a firm is micro, small, medium or large: one sentence with article and figures. */
public final class SizeText {
  private SizeText() {}

  /** In Vietnamese. */
  public static String vietnamese(SizeVerdict verdict) {
    NumberFormat numbers = NumberFormat.getInstance(Locale.forLanguageTag("vi-VN"));
    SizeEvidence evidence = verdict.evidence();
    SizeVerdict.Test last = verdict.tests().isEmpty() ? null : last(verdict);
    if (last == null) {
      return "Chưa có ngưỡng quy mô nào có hiệu lực.";
    }
    SizeLimit limit = last.limit();
    String employees = numbers.format(evidence.insuredEmployees()) + " lao động đóng BHXH";
    String line = " (ngành " + verdict.businessLine().vi() + ")";
    if (!last.holds()) {
      return "Doanh nghiệp lớn: "
          + (last.employeesHold()
              ? "doanh thu "
                  + vi(numbers, evidence.revenueBnVnd())
                  + " và vốn "
                  + vi(numbers, evidence.capitalBnVnd())
                  + " đều vượt hoặc chưa chứng minh được ngưỡng "
                  + numbers.format(limit.revenueBnVnd())
                  + " và "
                  + numbers.format(limit.capitalBnVnd())
                  + " tỷ đồng của doanh nghiệp vừa"
              : employees + " vượt " + limit.employees() + " người của doanh nghiệp vừa")
          + ", theo "
          + limit.sourceVi()
          + line
          + ".";
    }
    return name(verdict.sizeClass())
        + ": "
        + employees
        + " (không quá "
        + limit.employees()
        + ") và "
        + (Boolean.TRUE.equals(last.revenueHolds())
            ? "doanh thu "
                + vi(numbers, evidence.revenueBnVnd())
                + " (không quá "
                + numbers.format(limit.revenueBnVnd())
                + ")"
            : "tổng nguồn vốn "
                + vi(numbers, evidence.capitalBnVnd())
                + " (không quá "
                + numbers.format(limit.capitalBnVnd())
                + ")")
        + ", theo "
        + limit.sourceVi()
        + line
        + ".";
  }

  /** In English. */
  public static String english(SizeVerdict verdict) {
    NumberFormat numbers = NumberFormat.getInstance(Locale.UK);
    SizeEvidence evidence = verdict.evidence();
    SizeVerdict.Test last = verdict.tests().isEmpty() ? null : last(verdict);
    if (last == null) {
      return "No limits of size are in force yet.";
    }
    SizeLimit limit = last.limit();
    String employees = numbers.format(evidence.insuredEmployees()) + " insured employees";
    String line = " (" + verdict.businessLine().en() + ")";
    if (!last.holds()) {
      return "Large: "
          + (last.employeesHold()
              ? "revenue of "
                  + en(numbers, evidence.revenueBnVnd())
                  + " and capital of "
                  + en(numbers, evidence.capitalBnVnd())
                  + " are both above, or not shown to be within, the "
                  + numbers.format(limit.revenueBnVnd())
                  + " and "
                  + numbers.format(limit.capitalBnVnd())
                  + " bn VND of medium firms"
              : employees + " are more than the " + limit.employees() + " of medium firms")
          + ", by "
          + limit.sourceEn()
          + line
          + ".";
    }
    String name = verdict.sizeClass().name();
    return name.charAt(0)
        + name.substring(1).toLowerCase(Locale.ROOT)
        + ": "
        + employees
        + " (at most "
        + limit.employees()
        + ") and "
        + (Boolean.TRUE.equals(last.revenueHolds())
            ? "revenue of "
                + en(numbers, evidence.revenueBnVnd())
                + " (at most "
                + numbers.format(limit.revenueBnVnd())
                + ")"
            : "capital of "
                + en(numbers, evidence.capitalBnVnd())
                + " (at most "
                + numbers.format(limit.capitalBnVnd())
                + ")")
        + ", by "
        + limit.sourceEn()
        + line
        + ".";
  }

  private static SizeVerdict.Test last(SizeVerdict verdict) {
    return verdict.tests().get(verdict.tests().size() - 1);
  }

  private static String name(SizeClass sizeClass) {
    return switch (sizeClass) {
      case MICRO -> "Doanh nghiệp siêu nhỏ";
      case SMALL -> "Doanh nghiệp nhỏ";
      case MEDIUM -> "Doanh nghiệp vừa";
      case LARGE -> "Doanh nghiệp lớn";
    };
  }

  private static String vi(NumberFormat numbers, @Nullable BigDecimal bnVnd) {
    return bnVnd == null ? "chưa khai" : numbers.format(bnVnd) + " tỷ đồng";
  }

  private static String en(NumberFormat numbers, @Nullable BigDecimal bnVnd) {
    return bnVnd == null ? "unknown size" : numbers.format(bnVnd) + " bn VND";
  }
}
