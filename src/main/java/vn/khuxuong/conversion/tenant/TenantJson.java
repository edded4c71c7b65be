package vn.khuxuong.conversion.tenant;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tenant of a zone, as staff and the firm itself see it: the very same.
 *
 * @param areaM2 let today, all leases together
 * @param leaseEnd last day of the last lease
 * @param verdict what counts: the decision, else what the score says; null where neither says
 * @param decided whether an officer has decided
 * @param displaced whether rounds give the firm the priority of the displaced
 */
public record TenantJson(
    String zone,
    String firm,
    String nameVi,
    String nameEn,
    String industryVi,
    String industryEn,
    List<String> vsic,
    @Nullable Integer insuredEmployees,
    @Nullable Double revenueBnVnd,
    String dataStatus,
    double areaM2,
    LocalDate leaseEnd,
    List<LeaseHeld> leases,
    @Nullable Figures figures,
    Proposal proposal,
    @Nullable Verdict verdict,
    boolean decided,
    boolean displaced,
    List<Decision> decisions,
    List<Contest> contests,
    String etag) {

  /** Copies the lists. */
  public TenantJson {
    vsic = List.copyOf(vsic);
    leases = List.copyOf(leases);
    decisions = List.copyOf(decisions);
    contests = List.copyOf(contests);
  }

  /** Figures that count, with their day and source; units as in {@code tenant_facts}. */
  public record Figures(
      LocalDate asOf,
      @Nullable Integer jobs,
      @Nullable Double energyKwhYear,
      @Nullable Double waterM3Year,
      @Nullable String emissionGroup,
      String source,
      String dataStatus) {}

  /**
   * What an officer decided, newest first.
   *
   * @param leaveBy last day of a MOVE, null where the last lease ends it
   * @param proposed what the score said then, null where too little was known
   */
  public record Decision(
      long id,
      String verdict,
      @Nullable LocalDate leaveBy,
      String reason,
      String signedBy,
      OffsetDateTime decidedAt,
      @Nullable String proposed) {}

  /**
   * What the firm says against it, newest first, and the answer where there is one.
   *
   * @param subject a criterion, or VERDICT
   */
  public record Contest(
      long id,
      String zone,
      String firm,
      String subject,
      String statement,
      OffsetDateTime madeAt,
      @Nullable String outcome,
      @Nullable String answer,
      @Nullable OffsetDateTime answeredAt) {}

  /** The decision that counts, null without one. */
  public @Nullable Decision decision() {
    return decisions.isEmpty() ? null : decisions.get(0);
  }
}
