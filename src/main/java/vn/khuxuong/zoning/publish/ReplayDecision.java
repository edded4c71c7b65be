package vn.khuxuong.zoning.publish;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.khuxuong.platform.problem.ApiProblem;
import vn.khuxuong.zoning.draft.DraftStates;
import vn.khuxuong.zoning.draft.JudgePlan;
import vn.khuxuong.zoning.draft.PlanReport;
import vn.khuxuong.zoning.draft.PlanReport.Basis;
import vn.khuxuong.zoning.draft.ReportJson;
import vn.khuxuong.zoning.plan.Plan;
import vn.khuxuong.zoning.rule.RuleBook;
import vn.khuxuong.zoning.rule.Waiver;

/** Takes a past decision's checks again: the content, rule book and basis as they were then. */
@Component
class ReplayDecision {
  private final DecisionStore decisions;
  private final DraftStates states;
  private final JudgePlan judge;
  private final JsonMapper json;

  ReplayDecision(DecisionStore decisions, DraftStates states, JudgePlan judge, JsonMapper json) {
    this.decisions = decisions;
    this.states = states;
    this.judge = judge;
    this.json = json;
  }

  /**
   * What came out then and what comes out now.
   *
   * @param identical whether content, rules, verdicts, balance and findings are the same
   */
  record Replay(
      boolean identical, String ruleSetSha256, String contentSha256, JsonNode then, JsonNode now) {}

  Replay replay(Plan plan, long decisionId) {
    DecisionStore.Decision decision =
        decisions
            .find(plan.id(), decisionId)
            .orElseThrow(
                () ->
                    ApiProblem.NOT_FOUND.with(
                        "Đồ án không có quyết định này.", "The plan has no such decision."));
    String ruleSet = decision.ruleSetSha256();
    JsonNode then = decisions.report(decisionId).map(json::readTree).orElse(null);
    if (ruleSet == null || then == null) {
      throw ApiProblem.NOT_FOUND.with(
          "Bước này không kèm kết quả kiểm tra.", "No checks were part of this step.");
    }
    RuleBook book = RuleBook.parse(decisions.ruleSet(ruleSet).orElseThrow());
    PlanReport now =
        judge.report(states.at(plan, decision.revision()), book, basis(then.path("basis")));
    JsonNode again = json.readTree(ReportJson.of(now).toString());
    return new Replay(again.equals(then), now.ruleSetSha256(), now.contentSha256(), then, again);
  }

  private static Basis basis(JsonNode stored) {
    Map<String, Waiver> waivers = new HashMap<>();
    stored
        .path("waivers")
        .properties()
        .forEach(
            entry ->
                waivers.put(
                    entry.getKey(),
                    new Waiver(
                        entry.getValue().path("decisionNo").asString(),
                        LocalDate.parse(entry.getValue().path("decidedOn").asString()))));
    return new Basis(
        LocalDate.parse(stored.path("on").asString()),
        day(stored.path("until")),
        stored.path("parkKind").asString(),
        stored.path("inForce").isNumber() ? (Long) stored.path("inForce").asLong() : null,
        waivers);
  }

  private static @Nullable LocalDate day(JsonNode node) {
    return node.isString() ? LocalDate.parse(node.asString()) : null;
  }
}
