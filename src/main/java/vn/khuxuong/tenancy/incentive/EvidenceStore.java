package vn.khuxuong.tenancy.incentive;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of evidence that officers saw, and of how far citations were checked. */
@Component
class EvidenceStore {
  private final JdbcClient jdbc;

  EvidenceStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether a firm has a lease that has not ended, and whether one in a zone in conversion. */
  record Leasing(boolean leases, boolean inConversion) {}

  Leasing leasing(long firm) {
    return jdbc.sql(
            """
            select count(*) > 0 as leases, coalesce(bool_or(z.converting), false) as in_conversion
            from tenancy.leases l
            join space.occupancies o on o.id = l.occupancy_id and o.live
            join space.floors f on f.id = o.floor_id
            join space.buildings b on b.id = f.building_id
            join zoning.zones z on z.id = b.zone_id
            where l.firm_id = :firm and l.status = 'RUNNING' and upper(o.during) > zoning.on_date()""")
        .param("firm", firm)
        .query(Leasing.class)
        .single();
  }

  /** Evidence of a firm that an officer has seen. */
  record Evidence(Fact fact, String document, LocalDate seenOn) {}

  /** What officers have seen of a firm and not taken back. */
  List<Evidence> evidence(long firm) {
    return jdbc.sql(
            """
            select fact, document, seen_on from tenancy.firm_evidence
            where firm_id = :firm and withdrawn_at is null order by fact""")
        .param("firm", firm)
        .query(Evidence.class)
        .list();
  }

  void insertEvidence(long firm, Fact fact, String document, LocalDate seenOn, String username) {
    jdbc.sql(
            """
            insert into tenancy.firm_evidence (firm_id, fact, document, seen_on, recorded_by)
            values (:firm, :fact, :document, :seenOn, :username)""")
        .param("firm", firm)
        .param("fact", fact.name())
        .param("document", document)
        .param("seenOn", seenOn)
        .param("username", username)
        .update();
  }

  /** Takes evidence back; whether there was any. Others that do so with this firm wait. */
  boolean withdrawEvidence(long firm, Fact fact, String username) {
    jdbc.sql("select id from tenancy.firms where id = :firm for no key update")
        .param("firm", firm)
        .query(Long.class)
        .single();
    return jdbc.sql(
                """
                update tenancy.firm_evidence
                set withdrawn_by = :username, withdrawn_at = now()
                where firm_id = :firm and fact = :fact and withdrawn_at is null""")
            .param("firm", firm)
            .param("fact", fact.name())
            .param("username", username)
            .update()
        > 0;
  }

  /**
   * A citation of a dated rule.
   *
   * @param rule what rests on it, table and key
   * @param status CONFIRMED or TO_BE_CONFIRMED
   * @param note what was read, or what was not found; null where nothing is said
   */
  record Citation(
      String rule, String sourceVi, String sourceEn, String status, @Nullable String note) {}

  /** Every citation that rules on firms in force on a day rest on. */
  List<Citation> citations(LocalDate on) {
    return jdbc.sql(
            """
            select 'size_limits ' || business_line || ' ' || size_class as rule, source_vi,
                   source_en, source_status as status, source_note as note
            from tenancy.size_limits where in_force @> cast(:on as date)
            union all
            select 'beneficiary_rules ' || purpose || ' ' || code, source_vi, source_en,
                   source_status, source_note
            from tenancy.beneficiary_rules where in_force @> cast(:on as date)
            union all
            select 'document_rules ' || kind, source_vi, source_en, source_status, source_note
            from tenancy.document_rules where in_force @> cast(:on as date)
            union all
            select 'incentives ' || code, source_vi, source_en, source_status, source_note
            from space.incentives where in_force @> cast(:on as date)
            union all
            select 'programmes ' || code, source_vi, source_en, status, open_en
            from tenancy.programmes where in_force @> cast(:on as date)
            order by rule""")
        .param("on", on)
        .query(Citation.class)
        .list();
  }
}
