package vn.khuxuong.conversion.tenant;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.khuxuong.conversion.ConversionProblem;
import vn.khuxuong.conversion.ConvertingZones;
import vn.khuxuong.platform.audit.Audit;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.tenancy.Asked;
import vn.khuxuong.tenancy.Displacement;
import vn.khuxuong.tenancy.Versions;
import vn.khuxuong.tenancy.firm.FirmAccess;

/** What officers write of a tenant and what a firm says against it; everything is kept. */
@Component
public class JudgeTenant {
  private static final int MOST_OPEN = 10;

  private final JudgementStore store;
  private final TenantStore held;
  private final ConversionTenants tenants;
  private final ConvertingZones zones;
  private final Displacement displacement;
  private final FirmAccess access;
  private final Audit audit;
  private final JsonMapper json;

  JudgeTenant(
      JudgementStore store,
      TenantStore held,
      ConversionTenants tenants,
      ConvertingZones zones,
      Displacement displacement,
      FirmAccess access,
      Audit audit,
      JsonMapper json) {
    this.store = store;
    this.held = held;
    this.tenants = tenants;
    this.zones = zones;
    this.displacement = displacement;
    this.access = access;
    this.audit = audit;
    this.json = json;
  }

  /**
   * Decides, by the score or against it. A firm that has to leave gets the priority of the
   * displaced in the rounds that are frozen from then on; where a later decision lets it stay, it
   * loses what the earlier one gave. Audited as {@code conversion.decided}.
   *
   * @param leaveBy last day of a MOVE, null where the last lease ends it
   * @param ifMatch entity tag of the tenant as the officer read it, null where not sent
   * @throws ProblemException {@link ConversionProblem#UNKNOWN_ZONE}, {@link
   *     ConversionProblem#UNKNOWN_TENANT}, {@link ConversionProblem#STALE}
   */
  @Transactional
  public TenantJson decide(
      String zone,
      String firm,
      Verdict verdict,
      @Nullable LocalDate leaveBy,
      String reason,
      String signedBy,
      @Nullable String ifMatch) {
    String code = zones.get(zone).code();
    long id = store.lockFirm(firm).orElseThrow(ConversionTenants::unknown);
    TenantJson tenant = tenants.get(code, id);
    refuseStale(tenant, id, ifMatch);
    refuseDay(tenant, verdict, leaveBy);
    boolean marked = store.isMarked(code, id);
    if (verdict.leaves()) {
      boolean changed = displacement.set(id, true, "conversion " + code + ": " + verdict);
      marked = marked || changed;
    } else if (marked) {
      if (!store.leavesElsewhere(code, id)) {
        displacement.set(id, false, "conversion " + code + ": " + verdict);
      }
      marked = false;
    }
    store.insertDecision(
        tenant,
        id,
        verdict,
        leaveBy,
        reason,
        signedBy,
        access.caller(),
        json.writeValueAsString(tenant.proposal()),
        marked);
    Map<String, Object> detail = new HashMap<>();
    detail.put("zone", code);
    detail.put("verdict", verdict);
    detail.put("reason", reason);
    detail.put("signedBy", signedBy);
    if (tenant.proposal().verdict() != null) {
      detail.put("proposed", tenant.proposal().verdict());
    }
    audit.record("conversion.decided", "firm", firm, detail);
    return tenants.get(code, id);
  }

  private static void refuseStale(TenantJson tenant, long firm, @Nullable String ifMatch) {
    if (ifMatch == null || ifMatch.strip().equals("*")) {
      return;
    }
    String present = Versions.etag(firm, tenant.decisions().size());
    if (!present.equals(ifMatch.strip())) {
      throw ConversionProblem.STALE
          .with(
              "Đã có quyết định mới về doanh nghiệp này sau lần bạn đọc.",
              "Another decision on this firm was made after you read it.")
          .field("If-Match")
          .remedy("Đọc lại rồi quyết định.", "Read it again, then decide.")
          .with("etag", present);
    }
  }

  private void refuseDay(TenantJson tenant, Verdict verdict, @Nullable LocalDate leaveBy) {
    if (leaveBy == null) {
      return;
    }
    if (verdict != Verdict.MOVE) {
      throw Asked.bad(
          "leaveBy",
          "Chỉ quyết định di dời mới có ngày rời đi.",
          "Only MOVE has a day to leave by.");
    }
    if (leaveBy.isBefore(zones.today()) || leaveBy.isAfter(tenant.leaseEnd())) {
      throw Asked.bad(
          "leaveBy",
          "Ngày rời đi phải từ hôm nay đến hết hợp đồng, " + tenant.leaseEnd() + ".",
          "The day to leave by must be from today to the end of the lease, "
              + tenant.leaseEnd()
              + ".");
    }
  }

  /**
   * Adds figures that count from their day on. Audited as {@code conversion.figures-added}.
   *
   * @throws ProblemException {@link ConversionProblem#UNKNOWN_ZONE}, {@link
   *     ConversionProblem#UNKNOWN_TENANT}
   */
  @Transactional
  public TenantJson addFigures(String zone, String firm, TenantJson.Figures figures) {
    String code = zones.get(zone).code();
    long id = store.lockFirm(firm).orElseThrow(ConversionTenants::unknown);
    tenants.get(code, id);
    if (figures.asOf().isAfter(zones.today())) {
      throw Asked.bad(
          "asOf", "Ngày số liệu không được ở tương lai.", "Figures are not of a day to come.");
    }
    store.insertFigures(code, id, figures, access.caller());
    audit.record(
        "conversion.figures-added",
        "firm",
        firm,
        Map.of("zone", code, "asOf", figures.asOf().toString(), "source", figures.source()));
    return tenants.get(code, id);
  }

  /**
   * Says something against what is held or decided of the caller's firm. Audited as {@code
   * conversion.contested}.
   *
   * @param subject a criterion, or VERDICT
   * @throws ProblemException {@link ConversionProblem#UNKNOWN_TENANT}, {@link
   *     ConversionProblem#TOO_MANY} while {@value #MOST_OPEN} of them wait for an answer
   */
  @Transactional
  public TenantJson contest(String zone, String subject, String statement) {
    String code = zones.get(zone).code();
    long id = access.ownFirm().id();
    store.lockFirm(id);
    TenantJson tenant = tenants.get(code, id);
    if (tenant.contests().stream().filter(one -> one.answer() == null).count() >= MOST_OPEN) {
      throw ConversionProblem.TOO_MANY
          .with(
              MOST_OPEN + " ý kiến của bạn đang chờ trả lời.",
              MOST_OPEN + " of your statements wait for an answer.")
          .remedy("Đợi ban quản lý trả lời.", "Wait for the authority's answer.");
    }
    long contest = store.insertContest(code, id, subject, statement, access.caller());
    audit.record(
        "conversion.contested",
        "firm",
        tenant.firm(),
        Map.of("zone", code, "contest", contest, "subject", subject));
    return tenants.get(code, id);
  }

  /**
   * Answers a firm. Audited as {@code conversion.contest-answered}.
   *
   * @param outcome ACCEPTED or REJECTED
   * @throws ProblemException {@link ConversionProblem#UNKNOWN_CONTEST}, {@link
   *     ConversionProblem#ANSWERED}
   */
  @Transactional
  public TenantJson.Contest answer(long id, String outcome, String answer) {
    TenantJson.Contest contest =
        held.contest(id)
            .orElseThrow(
                () ->
                    ConversionProblem.UNKNOWN_CONTEST
                        .with("Không có ý kiến mang số này.", "No statement has this number.")
                        .field("id"));
    if (!store.answer(id, outcome, answer, access.caller())) {
      throw ConversionProblem.ANSWERED
          .with("Ý kiến này đã được trả lời.", "This statement was answered before.")
          .remedy("Đọc câu trả lời đã có.", "Read the answer that is there.");
    }
    audit.record(
        "conversion.contest-answered",
        "firm",
        contest.firm(),
        Map.of("zone", contest.zone(), "contest", id, "outcome", outcome));
    return held.contest(id).orElseThrow();
  }
}
