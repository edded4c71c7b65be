package vn.khuxuong.conversion.tenant;

import java.sql.Types;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of what officers and firms write of a tenant; no row is ever changed. */
@Component
class JudgementStore {
  private final JdbcClient jdbc;

  JudgementStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Id of the firm of that code, locked until the transaction ends; empty for none. */
  Optional<Long> lockFirm(String code) {
    return jdbc.sql("select id from tenancy.firms where code = :code for no key update")
        .param("code", code)
        .query(Long.class)
        .optional();
  }

  /** Locks a firm until the transaction ends. */
  void lockFirm(long id) {
    jdbc.sql("select id from tenancy.firms where id = :id for no key update")
        .param("id", id)
        .query(Long.class)
        .single();
  }

  /** Whether the decision that counts gave the firm the priority of the displaced. */
  boolean isMarked(String zone, long firm) {
    return jdbc.sql(
            """
            select coalesce((select marked_displaced from conversion.decisions
                             where zone_code = :zone and firm_id = :firm
                             order by id desc limit 1), false)""")
        .param("zone", zone)
        .param("firm", firm)
        .query(Boolean.class)
        .single();
  }

  /** Whether the firm has to leave another zone too. */
  boolean leavesElsewhere(String zone, long firm) {
    return jdbc.sql(
            """
            select exists (select from conversion.decisions_in_force
                           where firm_id = :firm and zone_code <> :zone and marked_displaced)""")
        .param("zone", zone)
        .param("firm", firm)
        .query(Boolean.class)
        .single();
  }

  void insertDecision(
      TenantJson tenant,
      long firm,
      Verdict verdict,
      @Nullable LocalDate leaveBy,
      String reason,
      String signedBy,
      String who,
      String proposal,
      boolean marked) {
    Verdict proposed = tenant.proposal().verdict();
    jdbc.sql(
            """
            insert into conversion.decisions (zone_code, firm_id, verdict, leave_by, reason,
              signed_by, decided_by, proposed, proposal, marked_displaced)
            values (:zone, :firm, :verdict, :leaveBy, :reason, :signedBy, :who, :proposed,
              cast(:proposal as jsonb), :marked)""")
        .param("zone", tenant.zone())
        .param("firm", firm)
        .param("verdict", verdict.name())
        .param("leaveBy", leaveBy, Types.DATE)
        .param("reason", reason)
        .param("signedBy", signedBy)
        .param("who", who)
        .param("proposed", proposed == null ? null : proposed.name(), Types.VARCHAR)
        .param("proposal", proposal)
        .param("marked", marked)
        .update();
  }

  void insertFigures(String zone, long firm, TenantJson.Figures figures, String who) {
    jdbc.sql(
            """
            insert into conversion.tenant_facts (zone_code, firm_id, as_of, jobs, energy_kwh_year,
              water_m3_year, emission_group, source, data_status, recorded_by)
            values (:zone, :firm, :asOf, :jobs, :energy, :water, :group, :source, :status, :who)""")
        .param("zone", zone)
        .param("firm", firm)
        .param("asOf", figures.asOf())
        .param("jobs", figures.jobs(), Types.INTEGER)
        .param("energy", figures.energyKwhYear(), Types.NUMERIC)
        .param("water", figures.waterM3Year(), Types.NUMERIC)
        .param("group", figures.emissionGroup(), Types.VARCHAR)
        .param("source", figures.source())
        .param("status", figures.dataStatus())
        .param("who", who)
        .update();
  }

  long insertContest(String zone, long firm, String subject, String statement, String who) {
    return jdbc.sql(
            """
            insert into conversion.contests (zone_code, firm_id, subject, statement, made_by)
            values (:zone, :firm, :subject, :statement, :who) returning id""")
        .param("zone", zone)
        .param("firm", firm)
        .param("subject", subject)
        .param("statement", statement)
        .param("who", who)
        .query(Long.class)
        .single();
  }

  /** Answers; false where it was answered before. */
  boolean answer(long contest, String outcome, String answer, String who) {
    return jdbc.sql(
                """
                insert into conversion.contest_answers (contest_id, outcome, answer, answered_by)
                values (:contest, :outcome, :answer, :who)
                on conflict (contest_id) do nothing""")
            .param("contest", contest)
            .param("outcome", outcome)
            .param("answer", answer)
            .param("who", who)
            .update()
        == 1;
  }
}
