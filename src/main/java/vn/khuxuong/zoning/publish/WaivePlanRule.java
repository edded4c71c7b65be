package vn.khuxuong.zoning.publish;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.khuxuong.platform.audit.Audit;
import vn.khuxuong.zoning.ZoningProblem;
import vn.khuxuong.zoning.draft.DraftStates;
import vn.khuxuong.zoning.draft.JudgePlan;
import vn.khuxuong.zoning.draft.WaiverStore;
import vn.khuxuong.zoning.plan.Plan;
import vn.khuxuong.zoning.plan.PlanAccess;
import vn.khuxuong.zoning.rule.Verdict;
import vn.khuxuong.zoning.rule.Waiver;

/**
 * Records that an authority's decision frees a plan from a rule (Resolution 260/2025/QH15 lets the
 * People's Committee set other land-use indicators). Never for one's own plan.
 */
@Component
class WaivePlanRule {
  private final PlanAccess access;
  private final WaiverStore waivers;
  private final DraftStates states;
  private final JudgePlan judge;
  private final Audit audit;

  WaivePlanRule(
      PlanAccess access, WaiverStore waivers, DraftStates states, JudgePlan judge, Audit audit) {
    this.access = access;
    this.waivers = waivers;
    this.states = states;
    this.judge = judge;
    this.audit = audit;
  }

  @PreAuthorize("hasRole('APPROVER')")
  @Transactional
  Plan waive(long id, String ruleId, String decisionNo, LocalDate decidedOn) {
    Plan plan = access.readable(id);
    if (plan.status().isPublic() || plan.author().equals(access.caller())) {
      throw (plan.status().isPublic() ? ZoningProblem.WRONG_STATUS : ZoningProblem.OWN_WORK)
          .with(
              "Chỉ ghi quyết định miễn cho đồ án chưa công bố của người khác.",
              "Waivers are recorded for somebody else's plan before it is published.");
    }
    if (!waivers.add(id, ruleId, new Waiver(decisionNo, decidedOn), access.caller())) {
      throw ZoningProblem.WRONG_STATUS
          .with("Quy tắc này đã có quyết định miễn.", "The plan has a waiver of this rule already.")
          .field("ruleId");
    }
    if (judge.report(plan, states.of(plan)).verdicts().stream()
        .noneMatch(v -> v.ruleId().equals(ruleId) && v.status() == Verdict.Status.WAIVED)) {
      throw ZoningProblem.BAD_BODY
          .with(
              "Quyết định này không miễn được quy tắc " + ruleId + " cho đồ án này.",
              "This decision does not free this plan from rule " + ruleId + ".")
          .field("ruleId")
          .remedy(
              "Chỉ miễn được chỉ tiêu quy chuẩn mà đồ án chưa đạt, bằng quyết định từ 12/12/2025"
                  + " đến ngày xét.",
              "Only indicators of the technical regulation that the plan misses can be waived, by a"
                  + " decision from 12 December 2025 to the day judged.");
    }
    audit.record(
        "plan.rule-waived",
        "plan",
        String.valueOf(id),
        Map.of("ruleId", ruleId, "decisionNo", decisionNo, "decidedOn", decidedOn.toString()));
    return plan;
  }
}
