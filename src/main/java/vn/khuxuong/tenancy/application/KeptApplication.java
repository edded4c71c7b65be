package vn.khuxuong.tenancy.application;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * An application as it is kept.
 *
 * @param code key, for example {@code HS-100001}
 * @param status one of {@link Status}, or of those that follow it
 * @param submittedAt when it was handed in complete, null where it never was
 * @param verdict what the rules said at the last submission, as JSON; null before
 * @param decisionReason the officer's reason, or the firm's for taking it back
 */
record KeptApplication(
    long id,
    String code,
    long firmId,
    String firmCode,
    String status,
    OffsetDateTime createdAt,
    @Nullable OffsetDateTime submittedAt,
    Wanted wanted,
    @Nullable String verdict,
    @Nullable String decisionReason,
    int lockVersion) {

  /** Strong entity tag of this state. */
  String etag() {
    return "\"" + code + "-" + lockVersion + "\"";
  }
}
