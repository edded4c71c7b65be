package vn.khuxuong.tenancy.lease;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.tenancy.ApplicationProcess.LeaseState;
import vn.khuxuong.tenancy.ClaimJson;

/**
 * A lease as it is sent.
 *
 * @param claim its bays and days, among the members of the lease
 * @param follows lease that it renews or was taken over from
 * @param endedOn last day where it ended before its time
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LeaseJson(
    long id,
    LeaseState status,
    String contractNo,
    String firm,
    @JsonUnwrapped ClaimJson claim,
    String industry,
    double rentUsdM2Month,
    double rentVndM2Month,
    double serviceChargeUsdM2Month,
    @Nullable Double depositMonths,
    LocalDate signedOn,
    @Nullable Long follows,
    @Nullable LocalDate endedOn) {

  /** Answer of {@code GET /api/v1/leases}: the newest first, and where it goes on. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Page(List<LeaseJson> leases, @Nullable String next) {}

  static LeaseJson of(Lease lease) {
    return new LeaseJson(
        lease.id(),
        lease.status(),
        lease.contractNo(),
        lease.firmCode(),
        ClaimJson.of(lease.claim()),
        lease.claim().wish().industry().name(),
        lease.terms().rentUsdM2Month(),
        lease.terms().rentVndM2Month(),
        lease.terms().serviceChargeUsdM2Month(),
        lease.terms().depositMonths(),
        lease.signedOn(),
        lease.followsId(),
        lease.endedOn());
  }
}
