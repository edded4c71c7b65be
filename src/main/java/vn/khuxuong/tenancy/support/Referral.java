package vn.khuxuong.tenancy.support;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.tenancy.Versioned;
import vn.khuxuong.tenancy.incentive.Lack;
import vn.khuxuong.tenancy.incentive.Match;

/**
 * A firm sent to a programme for what it lacks.
 *
 * @param programme code
 * @param verdict what the rules said when it was made
 * @param amountVnd what the firm received, null where nothing was counted in money
 */
record Referral(
    long id,
    long needId,
    Lack lack,
    long firmId,
    String firmCode,
    String firmVi,
    String firmEn,
    String programme,
    String programmeVi,
    String programmeEn,
    SupportProcess.State status,
    Match.Verdict verdict,
    @Nullable BigDecimal amountVnd,
    OffsetDateTime madeAt,
    int version)
    implements Versioned {

  /**
   * A step of it.
   *
   * @param from state before, null for the first
   * @param byOfficer whether the authority took it
   */
  record Step(
      OffsetDateTime at,
      String action,
      @Nullable String from,
      String to,
      String reason,
      boolean byOfficer) {}
}
