package vn.khuxuong.zoning.publish;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.khuxuong.zoning.plan.Plan;
import vn.khuxuong.zoning.plan.PlanStatus;
import vn.khuxuong.zoning.rule.RuleBook;

/** SQL of the steps of a plan's life. Times are the database's. */
@Component
class DecisionStore {
  private final JdbcClient jdbc;

  DecisionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One step as it is to be recorded. */
  record NewDecision(
      long planId,
      String action,
      String fromStatus,
      String toStatus,
      String madeBy,
      int revision,
      @Nullable String reason,
      @Nullable String decisionNo,
      @Nullable LocalDate decidedOn,
      @Nullable String ruleSetSha256,
      @Nullable String contentSha256,
      @Nullable LocalDate judgedOn,
      @Nullable String report) {}

  /** One step as recorded. */
  record Decision(
      long id,
      long planId,
      String action,
      String fromStatus,
      String toStatus,
      String madeBy,
      OffsetDateTime madeAt,
      int revision,
      @Nullable String reason,
      @Nullable String decisionNo,
      @Nullable LocalDate decidedOn,
      @Nullable String ruleSetSha256,
      @Nullable String contentSha256,
      @Nullable LocalDate judgedOn) {}

  void record(NewDecision decision) {
    jdbc.sql(
            """
            insert into zoning.plan_decisions (plan_id, action, from_status, to_status, made_by,
              revision, reason, decision_no, decided_on, rule_set_sha256, content_sha256, judged_on,
              report)
            values (:planId, :action, :fromStatus, :toStatus, :madeBy, :revision,
              normalize(:reason, NFC), normalize(:decisionNo, NFC), :decidedOn, :ruleSetSha256,
              :contentSha256, :judgedOn, cast(:report as jsonb))""")
        .paramSource(decision)
        .update();
  }

  /** Every step of a plan's life, oldest first. */
  List<Decision> list(long planId) {
    return jdbc.sql("select * from zoning.plan_decisions where plan_id = :plan order by id")
        .param("plan", planId)
        .query(Decision.class)
        .list();
  }

  Optional<Decision> find(long planId, long id) {
    return jdbc.sql("select * from zoning.plan_decisions where plan_id = :plan and id = :id")
        .param("plan", planId)
        .param("id", id)
        .query(Decision.class)
        .optional();
  }

  /** The report a decision was taken on, JSON; empty where there was none. */
  Optional<String> report(long id) {
    return jdbc.sql("select report::text from zoning.plan_decisions where id = :id")
        .param("id", id)
        .query(String.class)
        .optional();
  }

  /** The newest step of a kind, empty where the plan has none. */
  Optional<Decision> newest(long planId, PlanStatus.Action action) {
    return jdbc.sql(
            """
            select * from zoning.plan_decisions where plan_id = :plan and action = :action
            order by id desc limit 1""")
        .param("plan", planId)
        .param("action", action.name())
        .query(Decision.class)
        .optional();
  }

  /** Whether somebody drew in the plan, in any revision that is not its beginning. */
  boolean drewIn(long planId, String person) {
    return jdbc.sql(
            """
            select exists (select from zoning.draft_revisions
                           where plan_id = :plan and author = :person and kind <> 'START')""")
        .param("plan", planId)
        .param("person", person)
        .query(Boolean.class)
        .single();
  }

  /** Keeps the rule book whole, once. */
  void keep(RuleBook book) {
    jdbc.sql(
            """
            insert into zoning.rule_sets (sha256, content) values (:sha256, :content)
            on conflict do nothing""")
        .param("sha256", book.sha256())
        .param("content", book.content())
        .update();
  }

  /** A rule book that some decision was taken by. */
  Optional<String> ruleSet(String sha256) {
    return jdbc.sql("select content from zoning.rule_sets where sha256 = :sha256")
        .param("sha256", sha256)
        .query(String.class)
        .optional();
  }

  /** Moves the plan's status; {@code submittedBy} only where somebody hands it in. */
  void move(Plan plan, PlanStatus to, @Nullable String submittedBy) {
    jdbc.sql(
            """
            update zoning.plans set status = :to, lock_version = lock_version + 1,
              submitted_by = coalesce(:submittedBy, submitted_by)
            where id = :id""")
        .param("id", plan.id())
        .param("to", to.name())
        .param("submittedBy", submittedBy)
        .update();
  }

  /** Takes an approval back with its decision, so that the plan can be drawn again. */
  void reopen(Plan plan, PlanStatus to) {
    jdbc.sql(
            """
            update zoning.plans set status = :to, lock_version = lock_version + 1,
              approved_by = null, approved_at = null, approved_over = null, decision_no = null,
              decided_on = null, authority_vi = null, authority_en = null, valid_from = null,
              valid_to = null
            where id = :id""")
        .param("id", plan.id())
        .param("to", to.name())
        .update();
  }

  /** What an approval records. */
  record Approval(
      long planId,
      String approvedBy,
      String decisionNo,
      LocalDate decidedOn,
      String authorityVi,
      String authorityEn,
      LocalDate validFrom,
      @Nullable LocalDate validTo,
      @Nullable Long approvedOver) {}

  void approve(Approval approval) {
    jdbc.sql(
            """
            update zoning.plans set status = 'APPROVED', lock_version = lock_version + 1,
              approved_by = :approvedBy, approved_at = clock_timestamp(),
              approved_over = :approvedOver, decision_no = normalize(:decisionNo, NFC),
              decided_on = :decidedOn, authority_vi = normalize(:authorityVi, NFC),
              authority_en = :authorityEn, valid_from = :validFrom, valid_to = :validTo
            where id = :planId""")
        .paramSource(approval)
        .update();
  }

  /** The moment from which the public knows; later than every lock this transaction holds. */
  OffsetDateTime moment() {
    return jdbc.sql("select clock_timestamp()").query(OffsetDateTime.class).single();
  }

  void supersede(Plan plan, OffsetDateTime moment) {
    jdbc.sql(
            """
            update zoning.plans set status = 'SUPERSEDED', superseded_at = :moment
            where id = :id""")
        .param("id", plan.id())
        .param("moment", moment)
        .update();
  }

  /** Makes the plan public and puts it in force over its period, as is known from the moment on. */
  void publish(Plan plan, OffsetDateTime moment) {
    jdbc.sql(
            """
            update zoning.plans set status = 'PUBLISHED', published_at = :moment,
              lock_version = lock_version + 1
            where id = :id""")
        .param("id", plan.id())
        .param("moment", moment)
        .update();
    jdbc.sql("select zoning.put_in_force(:id, daterange(:from, :to), :moment)")
        .param("id", plan.id())
        .param("from", plan.validFrom())
        .param("to", plan.validTo())
        .param("moment", moment)
        .query((row, i) -> true)
        .list();
  }
}
