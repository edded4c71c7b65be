package vn.khuxuong.tenancy.lease;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.tenancy.ApplicationProcess.LeaseAction;
import vn.khuxuong.tenancy.Versioned;

/**
 * What a firm asks for about one of its leases.
 *
 * @param firmId whose lease it is
 * @param kind RENEW, TRANSFER or END
 * @param months further term of a RENEW, null otherwise
 * @param day first day of the other firm (TRANSFER) or last day (END), null for a RENEW
 * @param toFirm code of the other firm of a TRANSFER, null otherwise
 * @param reason what the firm says
 * @param endedAt null while it is open; likewise the reason
 * @param endReason what the officer says, or the firm that takes it back
 * @param resultId lease that follows, or that ends; null unless granted
 */
record LeaseRequest(
    long id,
    long leaseId,
    long firmId,
    String firmCode,
    LeaseAction kind,
    @Nullable Integer months,
    @Nullable LocalDate day,
    @Nullable String toFirm,
    String reason,
    Status status,
    OffsetDateTime madeAt,
    @Nullable OffsetDateTime endedAt,
    @Nullable String endReason,
    @Nullable Long resultId,
    int version)
    implements Versioned {

  /** OPEN until an officer decides or the firm takes it back. */
  enum Status {
    OPEN,
    GRANTED,
    REFUSED,
    WITHDRAWN
  }
}
