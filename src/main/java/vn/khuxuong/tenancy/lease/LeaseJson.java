package vn.khuxuong.tenancy.lease;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.space.ClaimWish;
import vn.khuxuong.tenancy.ApplicationProcess.LeaseState;

/**
 * A lease as it is sent.
 *
 * @param from first day
 * @param until last day, inclusive
 * @param areaM2 measured in the zone's legal CRS
 * @param follows lease that it renews or was taken over from
 * @param endedOn last day where it ended before its time
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LeaseJson(
    long id,
    LeaseState status,
    String contractNo,
    String firm,
    long floor,
    String building,
    int level,
    int firstBay,
    int bayCount,
    LocalDate from,
    LocalDate until,
    double areaM2,
    String industry,
    double rentUsdM2Month,
    double rentVndM2Month,
    double serviceChargeUsdM2Month,
    LocalDate signedOn,
    @Nullable Long follows,
    @Nullable LocalDate endedOn) {

  /** Answer of {@code GET /api/v1/leases}: the newest first, and where it goes on. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Page(List<LeaseJson> leases, @Nullable String next) {}

  static LeaseJson of(Lease lease) {
    ClaimWish wish = lease.claim().wish();
    return new LeaseJson(
        lease.id(),
        lease.status(),
        lease.contractNo(),
        lease.firmCode(),
        wish.floorId(),
        lease.claim().buildingCode(),
        lease.claim().level(),
        wish.firstBay(),
        wish.bayCount(),
        wish.from(),
        wish.until(),
        lease.claim().areaM2(),
        wish.industry().name(),
        lease.terms().rentUsdM2Month(),
        lease.terms().rentVndM2Month(),
        lease.terms().serviceChargeUsdM2Month(),
        lease.signedOn(),
        lease.followsId(),
        lease.endedOn());
  }
}
