package vn.khuxuong.tenancy.firm;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.space.Industry;

/**
 * A firm's profile as it is sent. Whatever else a client sends (a class of size, a status, a
 * version) is not read.
 *
 * @param taxCode MST of ten digits, or of thirteen for a branch
 * @param businessLine INDUSTRY or SERVICES
 * @param domestic without a foreign majority
 * @param certificateOn day of the certificate
 * @param evidenceYear year that the three figures are of
 * @param revenueBnVnd billion VND, as {@code capitalBnVnd}
 * @param confirmed for officers only
 */
record FirmAsked(
    @Nullable String taxCode,
    @Nullable String nameVi,
    @Nullable String nameEn,
    @Nullable String industry,
    @Nullable List<@Nullable String> vsic,
    @Nullable String businessLine,
    @Nullable Boolean domestic,
    @Nullable String supportingProduct,
    @Nullable String certificateNo,
    @Nullable String certificateOn,
    @Nullable Double evidenceYear,
    @Nullable Double insuredEmployees,
    @Nullable Double revenueBnVnd,
    @Nullable Double capitalBnVnd,
    @Nullable List<@Nullable MachineAsked> machines,
    @Nullable ConfirmedAsked confirmed) {
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_NUMBER = 50;
  private static final int MOST_VSIC = 20;
  private static final int MOST_EMPLOYEES = 1_000_000;
  private static final int FIRST_YEAR = 2000;

  /** More billion VND than any firm here has: whoever sends it has sent dong. */
  private static final double MOST_BN_VND = 1_000_000;

  private static final TaxCode NONE = new TaxCode("0123456787");

  /** What an officer confirms; a member left out is false. */
  record ConfirmedAsked(
      @Nullable Boolean hightech, @Nullable Boolean green, @Nullable Boolean displaced) {}

  /**
   * The profile, checked.
   *
   * @param products codes of the list of supporting products
   * @param today civil day of the database
   * @throws vn.khuxuong.platform.problem.ProblemException {@link FirmProblem#BAD_PROFILE} with all
   *     faults
   */
  Profile read(Set<String> products, LocalDate today, boolean officer) {
    Faults faults = new Faults();
    TaxCode tax = readTaxCode(faults);
    String vi = faults.text("nameVi", nameVi, LONGEST_NAME);
    String en = faults.optionalText("nameEn", nameEn, LONGEST_NAME);
    Industry of = faults.choice("industry", industry, Industry.class).orElse(Industry.PACKAGING);
    List<String> codes = readVsic(faults);
    BusinessLine line =
        faults
            .choice("businessLine", businessLine, BusinessLine.class)
            .orElse(BusinessLine.INDUSTRY);
    if (domestic == null) {
      faults.add(
          "domestic",
          "Cho biết doanh nghiệp có phải vốn trong nước chi phối không.",
          "Say whether the firm is without a foreign majority.");
    }
    if (supportingProduct != null && !products.contains(supportingProduct)) {
      faults.add(
          "supportingProduct",
          "Không có sản phẩm này; danh mục ở /api/v1/supporting-products.",
          "There is no such product; they are listed at /api/v1/supporting-products.");
    }
    String number = faults.optionalText("certificateNo", certificateNo, LONGEST_NUMBER);
    LocalDate issued = faults.optionalDay("certificateOn", certificateOn);
    if ((number == null) != (certificateOn == null)) {
      faults.add(
          number == null ? "certificateNo" : "certificateOn",
          "Giấy xác nhận cần cả số và ngày.",
          "A certificate has a number and a day.");
    } else if (issued != null && issued.isAfter(today)) {
      faults.add("certificateOn", "Ngày ở tương lai.", "The day is in the future.");
    }
    SizeEvidence evidence = readEvidence(faults, today);
    List<Machine> read = MachineAsked.read(faults, machines);
    if (confirmed != null && !officer) {
      faults.add(
          "confirmed",
          "Chỉ cán bộ xác nhận công nghệ cao, xanh, phải di dời.",
          "Only officers confirm high-tech, green and displaced.");
    }
    faults.refuse(FirmProblem.BAD_PROFILE);
    return new Profile(
        tax,
        vi,
        en == null ? vi : en,
        of,
        codes,
        line,
        Boolean.TRUE.equals(domestic),
        supportingProduct,
        number,
        issued,
        evidence,
        read,
        confirmed == null
            ? null
            : new Profile.Confirmed(
                Boolean.TRUE.equals(confirmed.hightech()),
                Boolean.TRUE.equals(confirmed.green()),
                Boolean.TRUE.equals(confirmed.displaced())));
  }

  private TaxCode readTaxCode(Faults faults) {
    String typed = faults.text("taxCode", taxCode, LONGEST_NUMBER);
    if (typed.isEmpty()) {
      return NONE;
    }
    return TaxCode.read(typed)
        .orElseGet(
            () -> {
              faults.add(
                  "taxCode",
                  "Mã số thuế không đúng: 10 chữ số với chữ số kiểm tra, hoặc thêm 3 chữ số của"
                      + " chi nhánh.",
                  "The tax code is wrong: ten digits of which the last is a check digit, or three"
                      + " more for a branch.");
              return NONE;
            });
  }

  private List<String> readVsic(Faults faults) {
    List<String> codes = faults.list("vsic", vsic, MOST_VSIC);
    if (vsic == null || vsic.isEmpty()) {
      faults.add(
          "vsic", "Thiếu mã ngành VSIC đã đăng ký.", "The registered VSIC codes are missing.");
    }
    for (int i = 0; i < codes.size(); i++) {
      if (!codes.get(i).matches("[0-9]{2,5}")) {
        faults.add(
            "vsic[" + i + "]",
            "Mã ngành VSIC có 2 đến 5 chữ số.",
            "A VSIC code has 2 to 5 digits.");
      }
    }
    if (codes.stream().distinct().count() < codes.size()) {
      faults.add("vsic", "Có mã ngành lặp lại.", "A code stands there twice.");
    }
    return codes;
  }

  private SizeEvidence readEvidence(Faults faults, LocalDate today) {
    int year = faults.whole("evidenceYear", evidenceYear, FIRST_YEAR, today.getYear(), "năm, year");
    return readEvidence(faults, year, insuredEmployees, revenueBnVnd, capitalBnVnd);
  }

  /**
   * The figures that a firm's size is judged by; what is wrong with them is added to the faults.
   *
   * @param year that they are of, null where it does not matter
   */
  static SizeEvidence readEvidence(
      Faults faults,
      @Nullable Integer year,
      @Nullable Double insuredEmployees,
      @Nullable Double revenueBnVnd,
      @Nullable Double capitalBnVnd) {
    int employees =
        faults.whole("insuredEmployees", insuredEmployees, 0, MOST_EMPLOYEES, "người, persons");
    Double revenue =
        faults.optionalNumber("revenueBnVnd", revenueBnVnd, 0, MOST_BN_VND, "tỷ đồng, bn VND");
    Double capital =
        faults.optionalNumber("capitalBnVnd", capitalBnVnd, 0, MOST_BN_VND, "tỷ đồng, bn VND");
    if (revenueBnVnd == null && capitalBnVnd == null) {
      faults.add(
          "revenueBnVnd",
          "Cần doanh thu hoặc tổng nguồn vốn của năm (tỷ đồng).",
          "The year's revenue or total capital is needed (bn VND).");
    }
    return new SizeEvidence(
        year,
        employees,
        revenue == null && capital == null ? BigDecimal.ZERO : decimal(revenue),
        decimal(capital));
  }

  private static @Nullable BigDecimal decimal(@Nullable Double value) {
    return value == null ? null : BigDecimal.valueOf(value);
  }
}
