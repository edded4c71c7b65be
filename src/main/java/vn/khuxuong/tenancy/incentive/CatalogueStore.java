package vn.khuxuong.tenancy.incentive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.khuxuong.tenancy.SizeClass;

/** SQL of programmes and their versions. */
@Component
class CatalogueStore {
  private static final Set<String> SMES =
      Set.of(SizeClass.MICRO.name(), SizeClass.SMALL.name(), SizeClass.MEDIUM.name());

  /** With the rent cut and the beneficiaries that count on {@code :day}. */
  private static final String PROGRAMMES =
      """
      select p.*, lower(p.in_force) as first_day, upper(p.in_force) - 1 as last_day,
             i.min_cut_pct, i.months, b.size_classes, b.private_hightech, b.supporting,
             b.displaced
      from tenancy.programmes p
      left join space.incentives i on i.code = p.code and i.in_force @> :day
      left join tenancy.beneficiary_rules b on b.purpose = 'INCENTIVE' and b.code = p.code
        and b.in_force @> :day
      """;

  private static final String AS_OF_BEGIN =
      PROGRAMMES.replace(":day", "greatest(lower(p.in_force), zoning.on_date())");

  private final JdbcClient jdbc;

  CatalogueStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Programmes in force on a day, in the order of the catalogue. */
  List<Programme> inForce(LocalDate on) {
    return jdbc.sql(
            PROGRAMMES.replace(":day", "cast(:on as date)")
                + """
                where p.in_force @> cast(:on as date)
                order by p.position, p.code""")
        .param("on", on)
        .query((row, n) -> programme(row))
        .list();
  }

  /** Every version of a programme, the first first. */
  List<Programme> versions(String code) {
    return jdbc.sql(AS_OF_BEGIN + "where p.code = :code order by p.in_force")
        .param("code", code)
        .query((row, n) -> programme(row))
        .list();
  }

  Optional<Programme> find(long id) {
    return jdbc.sql(AS_OF_BEGIN + "where p.id = :id")
        .param("id", id)
        .query((row, n) -> programme(row))
        .optional();
  }

  /** Waits until nobody else changes the catalogue, to the end of the transaction. */
  void waitForOthers() {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('tenancy.programmes', 0))")
        .query((row, n) -> n)
        .list();
  }

  void end(long id, LocalDate until) {
    jdbc.sql(
            """
            update tenancy.programmes
            set in_force = daterange(lower(in_force), cast(:until as date) + 1),
                lock_version = lock_version + 1
            where id = :id""")
        .param("until", until)
        .param("id", id)
        .update();
  }

  void standing(long id, StandingAsked.Reading read) {
    jdbc.sql(
            """
            update tenancy.programmes
            set status = :status, article = :article, open_vi = :openVi, open_en = :openEn,
                checked_on = :checkedOn, lock_version = lock_version + 1
            where id = :id""")
        .param("status", read.status().name())
        .param("article", read.article(), Types.VARCHAR)
        .param("openVi", read.openVi(), Types.VARCHAR)
        .param("openEn", read.openEn(), Types.VARCHAR)
        .param("checkedOn", read.checkedOn())
        .param("id", id)
        .update();
  }

  /** A programme that has versions keeps its place in the catalogue; a new one stands last. */
  void insert(Programme made, String who) {
    jdbc.sql(
            """
            insert into tenancy.programmes (position, code, in_force, kind, lacks, conditions,
              share_pct, name_vi, name_en, who_vi, who_en, gives_vi, gives_en, until_vi, until_en,
              body_vi, body_en, source_vi, source_en, article, status, open_vi, open_en,
              checked_on, recorded_by)
            select coalesce(max(position) filter (where code = :code), max(position) + 1), :code,
              daterange(:from, cast(:until as date) + 1), :kind, :lacks, :conditions, :sharePct,
              :nameVi, :nameEn, :whoVi, :whoEn, :givesVi, :givesEn, :untilVi, :untilEn, :bodyVi,
              :bodyEn, :sourceVi, :sourceEn, :article, :status, :openVi, :openEn, :checkedOn, :who
            from tenancy.programmes""")
        .param("code", made.code())
        .param("from", made.from())
        .param("until", made.until(), Types.DATE)
        .param("kind", made.kind().name())
        .param("lacks", made.lacks().stream().map(Lack::name).toArray(String[]::new))
        .param(
            "conditions",
            made.conditions().stream()
                .map(any -> any.stream().map(Fact::name).collect(Collectors.joining("|")))
                .toArray(String[]::new))
        .param("sharePct", made.sharePct(), Types.NUMERIC)
        .param("nameVi", made.nameVi())
        .param("nameEn", made.nameEn())
        .param("whoVi", made.whoVi())
        .param("whoEn", made.whoEn())
        .param("givesVi", made.givesVi())
        .param("givesEn", made.givesEn())
        .param("untilVi", made.untilVi())
        .param("untilEn", made.untilEn())
        .param("bodyVi", made.bodyVi())
        .param("bodyEn", made.bodyEn())
        .param("sourceVi", made.sourceVi())
        .param("sourceEn", made.sourceEn())
        .param("article", made.article(), Types.VARCHAR)
        .param("status", made.status().name())
        .param("openVi", made.openVi(), Types.VARCHAR)
        .param("openEn", made.openEn(), Types.VARCHAR)
        .param("checkedOn", made.checkedOn())
        .param("who", who)
        .update();
  }

  private static Programme programme(ResultSet row) throws SQLException {
    return new Programme(
        row.getLong("id"),
        row.getInt("lock_version"),
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
