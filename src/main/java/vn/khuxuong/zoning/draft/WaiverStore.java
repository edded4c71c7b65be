package vn.khuxuong.zoning.draft;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.khuxuong.zoning.rule.Waiver;

/** SQL of the decisions that free a plan from a rule. */
@Component
public class WaiverStore {
  private final JdbcClient jdbc;

  WaiverStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Waivers by rule id. */
  public Map<String, Waiver> of(long planId) {
    Map<String, Waiver> waivers = new LinkedHashMap<>();
    jdbc.sql(
            """
            select rule_id, decision_no, decided_on from zoning.plan_waivers
            where plan_id = :plan
            order by rule_id""")
        .param("plan", planId)
        .query(
            row -> {
              waivers.put(
                  row.getString("rule_id"),
                  new Waiver(
                      row.getString("decision_no"), row.getObject("decided_on", LocalDate.class)));
            });
    return waivers;
  }

  /** Records a waiver; false where the plan has one of that rule already. */
  public boolean add(long planId, String ruleId, Waiver waiver, String actor) {
    return jdbc.sql(
                """
                insert into zoning.plan_waivers (plan_id, rule_id, decision_no, decided_on,
                  recorded_by)
                values (:plan, :rule, normalize(:no, NFC), :on, :actor)
                on conflict do nothing""")
            .param("plan", planId)
            .param("rule", ruleId)
            .param("no", waiver.decisionNo())
            .param("on", waiver.decidedOn())
            .param("actor", actor)
            .update()
        == 1;
  }
}
