package vn.khuxuong.tenancy.hold;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.space.Claim;
import vn.khuxuong.tenancy.Versioned;

/**
 * A hold on record.
 *
 * @param claim the bays; the deadline stands there
 * @param firmId null where the authority holds for itself; likewise its code
 * @param applicationId application that it answers, null for none
 * @param assumed members of the request that were assumed
 * @param endedAt null while it is live; likewise the reason
 */
public record Hold(
    long id,
    Claim claim,
    @Nullable Long firmId,
    @Nullable String firmCode,
    @Nullable Long applicationId,
    Status status,
    List<String> assumed,
    OffsetDateTime madeAt,
    @Nullable OffsetDateTime endedAt,
    @Nullable String endReason,
    int version)
    implements Versioned {

  /** LIVE until it is RELEASED by a person, LAPSED by time, or OFFERED to its firm. */
  public enum Status {
    LIVE,
    RELEASED,
    LAPSED,
    OFFERED
  }

  public Hold {
    assumed = List.copyOf(assumed);
  }
}
