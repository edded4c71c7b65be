package vn.khuxuong.tenancy.offer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.tenancy.ClaimJson;

/**
 * An offer as it is sent.
 *
 * @param claim its bays and days, among the members of the offer
 * @param togetherWith the other offer of a firm that a round splits over two floors: one answer is
 *     both's
 * @param lease path of the lease that it became
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OfferJson(
    long id,
    Offer.Status status,
    String firm,
    @Nullable String application,
    @Nullable Long hold,
    @Nullable Long passedOnFrom,
    @Nullable Long togetherWith,
    @JsonUnwrapped ClaimJson claim,
    OffsetDateTime deadline,
    double rentUsdM2Month,
    double rentVndM2Month,
    double serviceChargeUsdM2Month,
    @Nullable Double depositMonths,
    OffsetDateTime madeAt,
    @Nullable OffsetDateTime endedAt,
    @Nullable String endReason,
    @Nullable String lease) {

  /** Answer of {@code GET /api/v1/offers}: the newest first, and where it goes on. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Page(List<OfferJson> offers, @Nullable String next) {}

  static OfferJson of(Offer offer) {
    return new OfferJson(
        offer.id(),
        offer.status(),
        offer.firmCode(),
        offer.applicationCode(),
        offer.holdId(),
        offer.passedOnFrom(),
        offer.togetherWith(),
        ClaimJson.of(offer.claim()),
        offer.deadline(),
        offer.rent().usdM2Month(),
        offer.rent().vndM2Month(),
        offer.rent().serviceUsdM2Month(),
        offer.rent().depositMonths(),
        offer.madeAt(),
        offer.endedAt(),
        offer.endReason(),
        offer.leaseId() == null ? null : "/api/v1/leases/" + offer.leaseId());
  }
}
