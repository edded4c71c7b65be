package vn.khuxuong.tenancy.firm;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.tenancy.SizeClass;

/**
 * A firm's profile, for its own people and for officers.
 *
 * @param size null for a firm of older data without figures
 */
record FirmJson(
    String code,
    String taxCode,
    String nameVi,
    String nameEn,
    String industry,
    String industryVi,
    String industryEn,
    List<String> vsic,
    BusinessLine businessLine,
    boolean domestic,
    Supporting supporting,
    SizeClass sizeClass,
    @Nullable Size size,
    List<Machine> machines,
    Confirmed confirmed,
    String dataStatus,
    int lockVersion) {

  /** Supporting industry; certificate and list product are counted apart. */
  record Supporting(
      boolean counts,
      @Nullable String product,
      @Nullable String certificateNo,
      @Nullable LocalDate certificateOn) {}

  /** What officers have confirmed. */
  record Confirmed(boolean hightech, boolean green, boolean displaced) {}

  /**
   * How the class of size was found.
   *
   * @param tests classes tried, smallest first
   */
  record Size(
      @Nullable Integer year,
      int insuredEmployees,
      @Nullable BigDecimal revenueBnVnd,
      @Nullable BigDecimal capitalBnVnd,
      List<Test> tests,
      String vi,
      String en) {

    static Size of(SizeVerdict verdict) {
      SizeEvidence evidence = verdict.evidence();
      return new Size(
          evidence.year(),
          evidence.insuredEmployees(),
          evidence.revenueBnVnd(),
          evidence.capitalBnVnd(),
          verdict.tests().stream().map(Test::of).toList(),
          SizeText.vietnamese(verdict),
          SizeText.english(verdict));
    }
  }

  /** One class tried, with its limits; {@code …Holds} is null where the figure is not known. */
  record Test(
      SizeClass sizeClass,
      boolean holds,
      int employees,
      boolean employeesHold,
      BigDecimal revenueBnVnd,
      @Nullable Boolean revenueHolds,
      BigDecimal capitalBnVnd,
      @Nullable Boolean capitalHolds,
      String sourceVi,
      String sourceEn) {

    static Test of(SizeVerdict.Test test) {
      SizeLimit limit = test.limit();
      return new Test(
          limit.sizeClass(),
          test.holds(),
          limit.employees(),
          test.employeesHold(),
          limit.revenueBnVnd(),
          test.revenueHolds(),
          limit.capitalBnVnd(),
          test.capitalHolds(),
          limit.sourceVi(),
          limit.sourceEn());
    }
  }

  static FirmJson of(Firm firm, List<SizeLimit> limits, IndustryNames names) {
    return new FirmJson(
        firm.code(),
        firm.taxCode().value(),
        firm.nameVi(),
        firm.nameEn(),
        firm.industry().name(),
        names.vi(firm.industry().name()),
        names.en(firm.industry().name()),
        firm.vsic(),
        firm.businessLine(),
        firm.domestic(),
        new Supporting(
            firm.supporting(),
            firm.supportingProduct(),
            firm.certificateNo(),
            firm.certificateOn()),
        firm.facts(limits).sizeClass(),
        firm.size(limits).map(Size::of).orElse(null),
        firm.machines(),
        new Confirmed(firm.hightech(), firm.green(), firm.displaced()),
        firm.dataStatus(),
        firm.lockVersion());
  }
}
