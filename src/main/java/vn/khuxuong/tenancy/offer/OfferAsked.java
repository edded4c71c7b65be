package vn.khuxuong.tenancy.offer;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.space.ClaimWish;
import vn.khuxuong.tenancy.ApplicationSteps;
import vn.khuxuong.tenancy.Asked;

/**
 * Body of {@code POST /api/v1/offers}: either {@code hold}, or {@code application} with the bays
 * and days to offer. What is null of the rent is the floor's present one.
 *
 * @param hold id of a live hold
 * @param application code of an eligible application
 * @param firm code of the firm, where the authority held the bays for itself
 * @param floor id of the floor; likewise the bays and days for an application
 * @param months term; null for the one that was applied for
 * @param deadline moment until which the firm may answer
 * @param depositMonths in months of rent and service charge, 0 to 60; null for the building's
 */
record OfferAsked(
    @Nullable Long hold,
    @Nullable String application,
    @Nullable String firm,
    @Nullable Long floor,
    @Nullable Integer firstBay,
    @Nullable Integer bayCount,
    @Nullable String from,
    @Nullable Integer months,
    @Nullable String deadline,
    @Nullable Double rentUsdM2Month,
    @Nullable Double rentVndM2Month,
    @Nullable Double serviceChargeUsdM2Month,
    @Nullable Double depositMonths) {
  private static final double MOST_DEPOSIT_MONTHS = 60;
  private static final double MOST_USD = 999_999;
  private static final double MOST_VND = 999_999_999_999.0;

  /** Refuses what could not be read, before anything is looked up. */
  void check() {
    if ((hold == null) == (application == null)) {
      throw Asked.bad(
          "hold",
          "Gửi \"hold\" hoặc \"application\", đúng một trong hai.",
          "Send \"hold\" or \"application\", exactly one of them.");
    }
    until();
    rent(new Offer.Rent(0, 0, 0, null));
  }

  OffsetDateTime until() {
    return Asked.moment("deadline", deadline);
  }

  /** The rent, filled up with the floor's. */
  Offer.Rent rent(Offer.Rent usual) {
    return new Offer.Rent(
        amount("rentUsdM2Month", rentUsdM2Month, usual.usdM2Month(), MOST_USD),
        amount("rentVndM2Month", rentVndM2Month, usual.vndM2Month(), MOST_VND),
        amount(
            "serviceChargeUsdM2Month",
            serviceChargeUsdM2Month,
            usual.serviceUsdM2Month(),
            MOST_USD),
        depositMonths == null
            ? usual.depositMonths()
            : Double.valueOf(Asked.amount("depositMonths", depositMonths, MOST_DEPOSIT_MONTHS)));
  }

  /** The bays for an application. */
  ClaimWish wish(ApplicationSteps.Standing application) {
    LocalDate begin = Asked.day("from", from);
    int term =
        months == null
            ? application.termMonths()
            : Asked.whole("months", months, 1, ClaimWish.MOST_MONTHS);
    return new ClaimWish(
        Asked.required("floor", floor),
        Asked.whole("firstBay", firstBay, 0, ClaimWish.MOST_BAYS - 1),
        Asked.whole("bayCount", bayCount, 1, ClaimWish.MOST_BAYS),
        begin,
        begin.plusMonths(term).minusDays(1),
        application.industry(),
        application.hazard(),
        application.traits(),
        application.loadKnM2(),
        application.powerKva(),
        application.wastewaterM3Day());
  }

  private static double amount(String member, @Nullable Double value, double usual, double most) {
    return value == null ? usual : Asked.amount(member, value, most);
  }
}
