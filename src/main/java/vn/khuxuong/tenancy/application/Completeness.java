package vn.khuxuong.tenancy.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What an application lacks, by rule: papers by kind of production, and members left open. */
final class Completeness {
  private Completeness() {}

  /** Rules that ask the application for a paper. */
  static List<DocumentRule> asked(
      KeptApplication application, boolean claimsCertificate, List<DocumentRule> rules) {
    return rules.stream()
        .filter(
            rule ->
                rule.asksFor(
                    application.wanted().wastewaterM3Day(),
                    application.wanted().hazard(),
                    application.wanted().traits(),
                    claimsCertificate))
        .toList();
  }

  /**
   * Everything that is missing.
   *
   * @param has kinds of papers that were uploaded
   * @param today civil day of the database
   */
  static List<Missing> missing(
      KeptApplication application,
      boolean claimsCertificate,
      List<DocumentRule> rules,
      Set<DocumentKind> has,
      LocalDate today) {
    Wanted wanted = application.wanted();
    List<Missing> missing = new ArrayList<>();
    if (wanted.production().isEmpty()) {
      missing.add(
          Missing.fact(
              "production", "Mô tả sản phẩm và cách sản xuất.", "Describe what you make and how."));
    }
    if (wanted.zones().isEmpty() && wanted.building() == null && !wanted.acceptOther()) {
      missing.add(
          Missing.fact(
              "zones",
              "Chọn khu hoặc nhà xưởng mong muốn, hoặc nhận mọi khu.",
              "Choose zones or a building, or accept all zones."));
    }
    if (wanted.startLatest().isBefore(today)) {
      missing.add(
          Missing.fact(
              "startLatest",
              "Ngày bắt đầu muộn nhất đã qua; hãy chọn ngày khác.",
              "The latest start has passed; choose another day."));
    }
    asked(application, claimsCertificate, rules).stream()
        .filter(rule -> !has.contains(rule.kind()))
        .map(Missing::document)
        .forEach(missing::add);
    return missing;
  }
}
