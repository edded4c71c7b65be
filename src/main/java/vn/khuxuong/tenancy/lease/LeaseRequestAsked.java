package vn.khuxuong.tenancy.lease;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.space.ClaimWish;
import vn.khuxuong.tenancy.ApplicationProcess.LeaseAction;
import vn.khuxuong.tenancy.Asked;

/**
 * Body of {@code POST /api/v1/leases/{id}/requests}.
 *
 * @param kind RENEW, TRANSFER or END
 * @param months further term of a RENEW
 * @param day first day of the other firm (TRANSFER), or last day (END), {@code yyyy-mm-dd}
 * @param firm code of the other firm of a TRANSFER
 * @param reason a sentence for the officer
 */
record LeaseRequestAsked(
    @Nullable String kind,
    @Nullable Integer months,
    @Nullable String day,
    @Nullable String firm,
    @Nullable String reason) {
  private static final int MOST_MONTHS = Math.min(600, ClaimWish.MOST_MONTHS);

  /** The same, checked; what the kind has no use for is not read. */
  record Reading(
      LeaseAction kind,
      @Nullable Integer months,
      @Nullable LocalDate day,
      @Nullable String firm,
      String reason) {}

  Reading read() {
    LeaseAction wanted = Asked.oneOf("kind", LeaseAction.class, Asked.required("kind", kind));
    boolean renews = wanted == LeaseAction.RENEW;
    return new Reading(
        wanted,
        renews ? Integer.valueOf(Asked.whole("months", months, 1, MOST_MONTHS)) : null,
        renews ? null : Asked.day("day", day),
        wanted == LeaseAction.TRANSFER ? Asked.required("firm", firm).strip() : null,
        Asked.reason(reason));
  }
}
