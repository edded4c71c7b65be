package vn.khuxuong.tenancy.offer;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.space.Claim;
import vn.khuxuong.tenancy.Versioned;

/**
 * An offer on record.
 *
 * @param claim the bays as they were offered
 * @param applicationId application that it answers, null for none; likewise its code
 * @param holdId hold that it was made from, null for none
 * @param passedOnFrom offer whose bays it passes on, null for none
 * @param togetherWith the other of two offers that are answered as one, null where it stands alone
 * @param leaseId lease that it became, null while there is none
 * @param madeAt when it was made
 * @param endedAt null while it is open; likewise the reason
 */
record Offer(
    long id,
    Claim claim,
    long firmId,
    String firmCode,
    @Nullable Long applicationId,
    @Nullable String applicationCode,
    @Nullable Long holdId,
    @Nullable Long passedOnFrom,
    @Nullable Long togetherWith,
    @Nullable Long leaseId,
    Status status,
    OffsetDateTime deadline,
    Rent rent,
    OffsetDateTime madeAt,
    @Nullable OffsetDateTime endedAt,
    @Nullable String endReason,
    int version)
    implements Versioned {

  /** OPEN until the firm answers, the officer withdraws it or time ends it. */
  enum Status {
    OPEN,
    ACCEPTED,
    DECLINED,
    LAPSED,
    WITHDRAWN
  }

  /**
   * What a firm would pay.
   *
   * @param usdM2Month rent, USD per m² and month
   * @param vndM2Month rent, VND per m² and month
   * @param serviceUsdM2Month service charge, USD per m² and month
   * @param depositMonths deposit in months of rent and service charge, null where not settled
   */
  record Rent(
      double usdM2Month,
      double vndM2Month,
      double serviceUsdM2Month,
      @Nullable Double depositMonths) {}
}
