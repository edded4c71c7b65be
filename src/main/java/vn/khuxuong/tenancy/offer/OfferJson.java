package vn.khuxuong.tenancy.offer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.space.ClaimWish;

/**
 * An offer as it is sent.
 *
 * @param from first day
 * @param until last day, inclusive
 * @param areaM2 measured in the zone's legal CRS
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
    long floor,
    String building,
    int level,
    int firstBay,
    int bayCount,
    LocalDate from,
    LocalDate until,
    double areaM2,
    OffsetDateTime deadline,
    double rentUsdM2Month,
    double rentVndM2Month,
    double serviceChargeUsdM2Month,
    OffsetDateTime madeAt,
    @Nullable OffsetDateTime endedAt,
    @Nullable String endReason,
    @Nullable String lease) {

  /** Answer of {@code GET /api/v1/offers}: the newest first, and where it goes on. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Page(List<OfferJson> offers, @Nullable String next) {}

  static OfferJson of(Offer offer) {
    ClaimWish wish = offer.claim().wish();
    return new OfferJson(
        offer.id(),
        offer.status(),
        offer.firmCode(),
        offer.applicationCode(),
        offer.holdId(),
        offer.passedOnFrom(),
        wish.floorId(),
        offer.claim().buildingCode(),
        offer.claim().level(),
        wish.firstBay(),
        wish.bayCount(),
        wish.from(),
        wish.until(),
        offer.claim().areaM2(),
        offer.deadline(),
        offer.rent().usdM2Month(),
        offer.rent().vndM2Month(),
        offer.rent().serviceUsdM2Month(),
        offer.madeAt(),
        offer.endedAt(),
        offer.endReason(),
        offer.leaseId() == null ? null : "/api/v1/leases/" + offer.leaseId());
  }
}
