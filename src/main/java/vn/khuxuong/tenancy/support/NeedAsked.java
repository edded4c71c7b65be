package vn.khuxuong.tenancy.support;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.tenancy.firm.Faults;
import vn.khuxuong.tenancy.incentive.Lack;

/**
 * Body of {@code POST /api/v1/support/needs}.
 *
 * @param lack PREMISES, CAPITAL, TECHNOLOGY, MARKET or STANDARDS
 * @param detail in the firm's own words
 * @param zone code of a zone, null for any
 * @param areaM2 m², only of PREMISES and needed there
 * @param loadKnM2 kN/m², only of PREMISES
 * @param clearHeightM m, only of PREMISES
 * @param amountVnd VND, only of CAPITAL
 */
record NeedAsked(
    @Nullable String lack,
    @Nullable String detail,
    @Nullable String zone,
    @Nullable Double areaM2,
    @Nullable Double loadKnM2,
    @Nullable Double clearHeightM,
    @Nullable Double amountVnd) {
  private static final int LONGEST = 1000;
  private static final double MOST_M2 = 1e6;
  private static final double MOST_KN_M2 = 200;
  private static final double HIGHEST_M = 50;
  private static final double MOST_VND = 1e15;
  private static final Pattern ZONE = Pattern.compile("[A-Z0-9]{1,10}");

  /** The same, checked; what the kind has no use for is null. */
  record Reading(
      Lack lack,
      String detail,
      @Nullable String zone,
      @Nullable BigDecimal areaM2,
      @Nullable BigDecimal loadKnM2,
      @Nullable BigDecimal clearHeightM,
      @Nullable BigDecimal amountVnd) {}

  Reading read() {
    Faults faults = new Faults();
    Lack kind = faults.choice("lack", lack, Lack.class).orElse(Lack.MARKET);
    boolean premises = kind == Lack.PREMISES;
    String text = faults.paragraphs("detail", detail, LONGEST);
    if (text.isEmpty()) {
      faults.add("detail", "Hãy viết một câu bạn thiếu gì.", "Say in a sentence what you lack.");
    }
    if (zone != null && !ZONE.matcher(zone).matches()) {
      faults.add("zone", "Không có khu mang mã này.", "No zone has this code.");
    }
    Reading read =
        new Reading(
            kind,
            text,
            zone,
            premises ? exact(faults.number("areaM2", areaM2, 1, MOST_M2, "m²")) : null,
            premises
                ? exact(faults.optionalNumber("loadKnM2", loadKnM2, 0.01, MOST_KN_M2, "kN/m²"))
                : null,
            premises
                ? exact(faults.optionalNumber("clearHeightM", clearHeightM, 0.01, HIGHEST_M, "m"))
                : null,
            kind == Lack.CAPITAL && amountVnd != null
                ? BigDecimal.valueOf(whole(faults, amountVnd))
                : null);
    faults.refuse(SupportProblem.BAD_NEED);
    return read;
  }

  private static long whole(Faults faults, double amount) {
    if (!(amount >= 1 && amount <= MOST_VND) || amount != Math.rint(amount)) {
      faults.add(
          "amountVnd",
          "Phải là số đồng tròn, từ 1 đến một triệu tỷ.",
          "It must be whole VND, from 1 to 10¹⁵.");
      return 1;
    }
    return (long) amount;
  }

  private static @Nullable BigDecimal exact(@Nullable Double value) {
    return value == null ? null : BigDecimal.valueOf(value);
  }
}
