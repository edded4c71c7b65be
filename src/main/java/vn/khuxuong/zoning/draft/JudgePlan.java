package vn.khuxuong.zoning.draft;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.khuxuong.zoning.Subzone;
import vn.khuxuong.zoning.draft.PlanReport.Basis;
import vn.khuxuong.zoning.plan.Plan;
import vn.khuxuong.zoning.plan.PlanStore;
import vn.khuxuong.zoning.rule.Balance;
import vn.khuxuong.zoning.rule.PlanFacts;
import vn.khuxuong.zoning.rule.RuleBook;

/** Runs every check on a plan: topology, the rule book of the day, the land-use balance. */
@Component
public class JudgePlan {
  private final PlanStore plans;
  private final DraftStates states;
  private final WaiverStore waivers;
  private final RuleBooks rules;
  private final Clock clock;

  JudgePlan(
      PlanStore plans, DraftStates states, WaiverStore waivers, RuleBooks rules, Clock clock) {
    this.plans = plans;
    this.states = states;
    this.waivers = waivers;
    this.rules = rules;
    this.clock = clock;
  }

  /** The report on a state of a plan, by the law of the day it is to come into force. */
  public PlanReport report(Plan plan, DraftState state) {
    return report(plan, state, plan.validFrom() == null ? LocalDate.now(clock) : plan.validFrom());
  }

  /** As {@link #report(Plan, DraftState)}, by the law of a given day. */
  public PlanReport report(Plan plan, DraftState state, LocalDate on) {
    Long inForce =
        plans.inForce(plan.zoneCode(), on, null).stream()
            .map(Plan::id)
            .filter(id -> id != plan.id())
            .findFirst()
            .orElse(null);
    LocalDate until = plan.validTo() == null ? null : plan.validTo().minusDays(1);
    return report(
        state,
        rules.current(),
        new Basis(on, until, plan.parkKind(), inForce, waivers.of(plan.id())));
  }

  /** The report by a given rule book on a given basis: the same again for the same content. */
  public PlanReport report(DraftState state, RuleBook book, Basis basis) {
    List<Subzone> subzones = state.list();
    PlanFacts facts =
        new PlanFacts(state.zone(), basis.parkKind(), subzones, basis.on(), basis.waivers())
            .until(basis.until());
    if (basis.inForce() != null) {
      Plan inForce = plans.find(basis.inForce()).orElseThrow();
      facts = facts.against(states.of(inForce).list());
    }
    return new PlanReport(
        state.zone(),
        basis,
        book.sha256(),
        state.contentSha256(),
        state.coverage(),
        book.judge(facts),
        Balance.of(subzones, state.zone()));
  }
}
