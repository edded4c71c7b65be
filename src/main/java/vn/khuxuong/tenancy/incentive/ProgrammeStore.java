package vn.khuxuong.tenancy.incentive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.khuxuong.tenancy.SizeClass;

/** SQL of programmes, of evidence that officers saw, and of how far citations were checked. */
@Component
class ProgrammeStore {
  private static final Set<String> SMES =
      Set.of(SizeClass.MICRO.name(), SizeClass.SMALL.name(), SizeClass.MEDIUM.name());

  private final JdbcClient jdbc;

  ProgrammeStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Programmes in force on a day, in the order of the catalogue. */
  List<Programme> inForce(LocalDate on) {
    return jdbc.sql(
            """
            select p.*, lower(p.in_force) as first_day, upper(p.in_force) - 1 as last_day,
                   i.min_cut_pct, i.months, b.size_classes, b.private_hightech, b.supporting,
                   b.displaced
            from tenancy.programmes p
            left join space.incentives i on i.code = p.code and i.in_force @> cast(:on as date)
            left join tenancy.beneficiary_rules b on b.purpose = 'INCENTIVE' and b.code = p.code
              and b.in_force @> cast(:on as date)
            where p.in_force @> cast(:on as date)
            order by p.position, p.code""")
        .param("on", on)
        .query((row, n) -> programme(row))
        .list();
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

  private static Programme programme(ResultSet row) throws SQLException {
    return new Programme(
        row.getString("code"),
        Programme.Kind.valueOf(row.getString("kind")),
        row.getObject("first_day", LocalDate.class),
        row.getObject("last_day", LocalDate.class),
        Arrays.stream((String[]) row.getArray("lacks").getArray())
            .map(Lack::valueOf)
            .collect(Collectors.toSet()),
        conditions(row),
        row.getBigDecimal("share_pct"),
        row.getBigDecimal("min_cut_pct"),
        row.getObject("months", Integer.class),
        row.getString("name_vi"),
        row.getString("name_en"),
        row.getString("who_vi"),
        row.getString("who_en"),
        row.getString("gives_vi"),
        row.getString("gives_en"),
        row.getString("until_vi"),
        row.getString("until_en"),
        row.getString("body_vi"),
        row.getString("body_en"),
        row.getString("source_vi"),
        row.getString("source_en"),
        row.getString("article"),
        Programme.Status.valueOf(row.getString("status")),
        row.getString("open_vi"),
        row.getString("open_en"),
        row.getObject("checked_on", LocalDate.class));
  }

  private static List<Set<Fact>> conditions(ResultSet row) throws SQLException {
    List<Set<Fact>> conditions = new ArrayList<>();
    for (String alternatives : (String[]) row.getArray("conditions").getArray()) {
      Set<Fact> any = EnumSet.noneOf(Fact.class);
      Arrays.stream(alternatives.split("\\|")).map(Fact::valueOf).forEach(any::add);
      if (conditions.isEmpty()) {
        any.addAll(beneficiaries(row));
      }
      conditions.add(any);
    }
    return conditions;
  }

  /** Whom the rule of a rent cut names; nobody where the programme has no such rule. */
  private static Set<Fact> beneficiaries(ResultSet row) throws SQLException {
    Set<Fact> named = EnumSet.noneOf(Fact.class);
    if (row.getArray("size_classes") == null) {
      return named;
    }
    Set<String> sizes = Set.of((String[]) row.getArray("size_classes").getArray());
    if (sizes.equals(SMES)) {
      named.add(Fact.SME);
    } else if (!sizes.isEmpty()) {
      throw new IllegalStateException("No fact stands for the sizes " + sizes);
    }
    if (row.getBoolean("private_hightech")) {
      named.add(Fact.PRIVATE_HIGHTECH);
    }
    if (row.getBoolean("supporting")) {
      named.add(Fact.SUPPORTING_PRODUCT);
    }
    if (row.getBoolean("displaced")) {
      named.add(Fact.DISPLACED);
    }
    return named;
  }
}
