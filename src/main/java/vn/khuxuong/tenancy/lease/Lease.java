package vn.khuxuong.tenancy.lease;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.space.Claim;
import vn.khuxuong.tenancy.ApplicationProcess.LeaseState;
import vn.khuxuong.tenancy.Versioned;

/**
 * A lease on record.
 *
 * @param claim the bays; not live where the lease ended before it began
 * @param followsId lease that it renews or was taken over from, null for none
 * @param endedOn last day where it ended before its time, null otherwise
 */
record Lease(
    long id,
    Claim claim,
    long firmId,
    String firmCode,
    String contractNo,
    LocalDate signedOn,
    Leases.Terms terms,
    LeaseState status,
    @Nullable Long followsId,
    @Nullable LocalDate endedOn,
    int version)
    implements Versioned {}
