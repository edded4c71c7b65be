package vn.khuxuong.zoning.publish;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.khuxuong.platform.audit.Audit;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.zoning.PlanPublished;
import vn.khuxuong.zoning.SubzoneDiff;
import vn.khuxuong.zoning.ZoningProblem;
import vn.khuxuong.zoning.comment.CommentAsked;
import vn.khuxuong.zoning.comment.Comments;
import vn.khuxuong.zoning.draft.DraftStates;
import vn.khuxuong.zoning.draft.EditDraft;
import vn.khuxuong.zoning.draft.JudgePlan;
import vn.khuxuong.zoning.draft.PlanReport;
import vn.khuxuong.zoning.draft.Precondition;
import vn.khuxuong.zoning.draft.ReportJson;
import vn.khuxuong.zoning.draft.RuleBooks;
import vn.khuxuong.zoning.plan.Plan;
import vn.khuxuong.zoning.plan.PlanAccess;
import vn.khuxuong.zoning.plan.PlanStatus;
import vn.khuxuong.zoning.plan.PlanStatus.Action;
import vn.khuxuong.zoning.plan.PlanStore;

/**
 * Moves a plan through its life. Each step is one transaction on the locked plan: the version the
 * client saw, the table of transitions, four eyes, the checks; then status, decision, audit.
 */
@Component
class DecidePlan {
  private final PlanStore plans;
  private final PlanAccess access;
  private final DecisionStore decisions;
  private final EditDraft drafts;
  private final DraftStates states;
  private final JudgePlan judge;
  private final RuleBooks rules;
  private final Comments comments;
  private final Audit audit;
  private final ApplicationEventPublisher events;

  DecidePlan(
      PlanStore plans,
      PlanAccess access,
      DecisionStore decisions,
      EditDraft drafts,
      DraftStates states,
      JudgePlan judge,
      RuleBooks rules,
      Comments comments,
      Audit audit,
      ApplicationEventPublisher events) {
    this.plans = plans;
    this.access = access;
    this.decisions = decisions;
    this.drafts = drafts;
    this.states = states;
    this.judge = judge;
    this.rules = rules;
    this.comments = comments;
    this.audit = audit;
    this.events = events;
  }

  /** What an authority decided. */
  record Approval(
      String decisionNo,
      LocalDate decidedOn,
      String authorityVi,
      String authorityEn,
      LocalDate validFrom,
      @Nullable LocalDate validTo,
      @Nullable String reason) {}

  /** Hands the plan in; nothing that blocks may stand. */
  @PreAuthorize("hasRole('PLANNER')")
  @Transactional
  public Plan submit(long id, Precondition given, @Nullable String reason) {
    Plan plan = lock(id, given);
    access.refuseStranger(plan);
    PlanStatus to = next(plan, Action.SUBMIT);
    PlanReport report = clean(plan, judge.report(plan, states.of(plan)));
    decisions.move(plan, to, access.caller());
    return record(plan, Action.SUBMIT, to, reason, report, null);
  }

  /** Gives the plan up; it stays readable for staff. */
  @PreAuthorize("hasRole('PLANNER')")
  @Transactional
  public Plan withdraw(long id, Precondition given, @Nullable String reason) {
    Plan plan = lock(id, given);
    access.refuseStranger(plan);
    PlanStatus to = next(plan, Action.WITHDRAW);
    decisions.reopen(plan, to);
    return record(plan, Action.WITHDRAW, to, reason, null, null);
  }

  /** Sends the plan back to its author, with what there is to say about it. */
  @PreAuthorize("hasRole('APPROVER')")
  @Transactional
  public Plan sendBack(
      long id, Precondition given, String reason, List<@Nullable CommentAsked> said) {
    Plan plan = lock(id, given);
    PlanStatus to = next(plan, Action.RETURN);
    refuseOwnWork(plan);
    decisions.reopen(plan, to);
    Plan returned = record(plan, Action.RETURN, to, reason, null, null);
    long decision = decisions.newest(id, Action.RETURN).orElseThrow().id();
    comments.addToDecision(id, decision, said);
    return returned;
  }

  /** Records an authority's approval of exactly what was handed in. */
  @PreAuthorize("hasRole('APPROVER')")
  @Transactional
  public Plan approve(long id, Precondition given, Approval approval) {
    Plan plan = lock(id, given);
    PlanStatus to = next(plan, Action.APPROVE);
    refuseOwnWork(plan);
    PlanReport report = clean(plan, judge.report(plan, states.of(plan), approval.validFrom()));
    refuseOtherContent(plan, Action.SUBMIT, report);
    decisions.approve(
        new DecisionStore.Approval(
            id,
            access.caller(),
            approval.decisionNo(),
            approval.decidedOn(),
            approval.authorityVi(),
            approval.authorityEn(),
            approval.validFrom(),
            approval.validTo(),
            plans.published(plan.zoneCode()).map(Plan::id).orElse(null)));
    return record(plan, Action.APPROVE, to, approval.reason(), report, approval);
  }

  /**
   * Makes the plan the zone's published one, in force over its period; readers see the plan before
   * or this one, never a mix.
   *
   * @param over plan the client knows to be published now, null for the one at approval
   */
  @PreAuthorize("hasRole('APPROVER')")
  @Transactional
  public Plan publish(long id, Precondition given, @Nullable Long over) {
    Plan asked = access.readable(id);
    plans.lockZone(asked.zoneCode());
    Plan plan = lock(id, given);
    PlanStatus to = next(plan, Action.PUBLISH);
    refuseOwnWork(plan);
    Optional<Plan> before = plans.published(plan.zoneCode());
    refuseAnotherPublished(plan, before, over);
    PlanReport report = clean(plan, judge.report(plan, states.of(plan)));
    refuseOtherContent(plan, Action.APPROVE, report);
    OffsetDateTime moment = decisions.moment();
    before.ifPresent(old -> supersede(old, moment));
    decisions.publish(plan, moment);
    Plan published = record(plan, Action.PUBLISH, to, null, report, null);
    LocalDate from = plan.validFrom();
    if (from == null) {
      throw new IllegalStateException("approved plan " + id + " has no first day");
    }
    events.publishEvent(new PlanPublished(id, plan.zoneCode(), plan.version(), from));
    return published;
  }

  private void supersede(Plan old, OffsetDateTime moment) {
    PlanStatus to = next(old, Action.SUPERSEDE);
    decisions.supersede(old, moment);
    record(old, Action.SUPERSEDE, to, null, null, null);
  }

  private Plan lock(long id, Precondition given) {
    access.readable(id);
    Plan plan = plans.lock(id).orElseThrow();
    drafts.refuseStale(plan, given);
    return plan;
  }

  private static PlanStatus next(Plan plan, Action action) {
    return plan.status()
        .after(action)
        .orElseThrow(
            () ->
                ZoningProblem.WRONG_STATUS
                    .with(
                        "Đồ án đang ở trạng thái " + plan.status() + ", không thể " + action + ".",
                        "The plan is " + plan.status() + "; it cannot be moved by " + action + ".")
                    .with("planStatus", plan.status())
                    .with("action", action)
                    .remedy("Đọc lại đồ án.", "Read the plan again."));
  }

  private void refuseOwnWork(Plan plan) {
    String caller = access.caller();
    if (caller.equals(plan.author())
        || caller.equals(plan.submittedBy())
        || decisions.drewIn(plan.id(), caller)) {
      throw ZoningProblem.OWN_WORK
          .with(
              "Bạn đã vẽ hoặc trình đồ án này; người khác phải quyết định.",
              "You drew or submitted this plan; somebody else has to decide.")
          .remedy("Nhờ một người duyệt khác.", "Ask another approver.");
    }
  }

  private PlanReport clean(Plan plan, PlanReport report) {
    if (report.blocking() == 0) {
      return report;
    }
    throw ZoningProblem.BROKEN_RULES
        .with(
            "Còn " + report.blocking() + " lỗi phải sửa trước khi đồ án đi tiếp.",
            report.blocking() + " faults must be mended before the plan may go on.")
        .with("report", ReportJson.of(report))
        .remedy(
            "Xem đề xuất sửa ở /api/v1/plans/" + plan.id() + "/repair.",
            "See the repair proposal at /api/v1/plans/" + plan.id() + "/repair.");
  }

  private void refuseOtherContent(Plan plan, Action earlier, PlanReport report) {
    String then =
        decisions
            .newest(plan.id(), earlier)
            .map(DecisionStore.Decision::contentSha256)
            .orElse(null);
    if (!report.contentSha256().equals(then)) {
      throw ZoningProblem.WRONG_STATUS
          .with(
              "Nội dung đồ án không còn là nội dung đã quyết định ở bước trước.",
              "The plan's content is not what the step before was taken on.")
          .with("contentSha256", report.contentSha256());
    }
  }

  private void refuseAnotherPublished(Plan plan, Optional<Plan> now, @Nullable Long over) {
    Long expected = over != null ? over : plan.approvedOver();
    Long actual = now.map(Plan::id).orElse(null);
    if (java.util.Objects.equals(expected, actual)) {
      return;
    }
    ProblemException problem =
        ZoningProblem.ANOTHER_WAS_PUBLISHED
            .with(
                "Từ khi đồ án này được duyệt, đồ án số " + actual + " đã được công bố.",
                "Since this plan was approved, plan " + actual + " was published.")
            .with("published", String.valueOf(actual))
            .remedy(
                "Xem khác biệt; nếu vẫn công bố, gửi lại với \"over\": " + actual + ".",
                "Look at the difference; to publish all the same, send \"over\": " + actual + ".");
    if (now.isPresent()) {
      Map<String, vn.khuxuong.zoning.Subzone> was =
          Optional.ofNullable(expected)
              .map(access::readable)
              .map(old -> states.of(old).subzones())
              .orElse(Map.of());
      SubzoneDiff diff = SubzoneDiff.between(was, states.of(now.get()).subzones());
      problem.with("changes", diff.toJson());
    }
    throw problem;
  }

  private Plan record(
      Plan plan,
      Action action,
      PlanStatus to,
      @Nullable String reason,
      @Nullable PlanReport report,
      @Nullable Approval approval) {
    if (report != null) {
      decisions.keep(rules.current());
    }
    decisions.record(
        new DecisionStore.NewDecision(
            plan.id(),
            action.name(),
            plan.status().name(),
            to.name(),
            access.caller(),
            plan.headRevision(),
            reason,
            approval == null ? null : approval.decisionNo(),
            approval == null ? null : approval.decidedOn(),
            report == null ? null : report.ruleSetSha256(),
            report == null ? null : report.contentSha256(),
            report == null ? null : report.basis().on(),
            report == null ? null : ReportJson.of(report).toString()));
    if (to != PlanStatus.SUPERSEDED) {
      plans.recordStep(plan.id(), action.name(), access.caller());
    }
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("zone", plan.zoneCode());
    detail.put("version", plan.version());
    detail.put("from", plan.status());
    detail.put("to", to);
    if (reason != null) {
      detail.put("reason", reason);
    }
    if (report != null) {
      detail.put("contentSha256", report.contentSha256());
      detail.put("ruleSetSha256", report.ruleSetSha256());
    }
    audit.record("plan." + verb(action), "plan", String.valueOf(plan.id()), detail);
    return access.readable(plan.id());
  }

  private static String verb(Action action) {
    return switch (action) {
      case SUBMIT -> "submitted";
      case APPROVE -> "approved";
      case RETURN -> "returned";
      case WITHDRAW -> "withdrawn";
      case PUBLISH -> "published";
      case SUPERSEDE -> "superseded";
    };
  }
}
