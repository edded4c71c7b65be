package vn.khuxuong.allocation.round;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of what a round can be set up from: buildings with their floors, firms, the letting rule. */
@Repository
class PoolStore {
  private static final int MOST_FIRMS = 50;

  private final JdbcClient jdbc;

  PoolStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A building that may take part.
   *
   * @param levels of its floors, the lowest first
   * @param freeM2 rentable m² without a claim from the month on
   * @param vacantPct share of its rentable m² that is free today, %
   */
  record Place(
      String code,
      String nameVi,
      String nameEn,
      String zone,
      List<Integer> levels,
      long freeM2,
      double vacantPct) {
    Place {
      levels = List.copyOf(levels);
    }
  }

  /**
   * When a building is let by rounds instead of first come, first served.
   *
   * @param roundUpToPct vacant share up to which rounds decide, %
   * @param anchor day of a round; the others follow every so many months
   */
  record Rule(
      double roundUpToPct, LocalDate anchor, int everyMonths, String sourceVi, String sourceEn) {}

  /** A firm by its code and name, as staff see it. */
  record Firm(String code, String name) {}

  List<Place> places(LocalDate month0) {
    return jdbc.sql(
            """
            select b.code, b.name_vi, b.name_en, z.code as zone,
                   array_agg(distinct f.level order by f.level) as levels,
                   round(coalesce(sum(y.area_m2) filter (where y.rentable and not exists (
                     select from space.occupancies o
                     where o.floor_id = f.id and o.live and o.bays @> y.no
                       and o.during && daterange(:month0, null))), 0))::bigint as free_m2,
                   round(coalesce(100.0 * sum(y.area_m2) filter (where y.rentable and not exists (
                     select from space.occupancies o
                     where o.floor_id = f.id and o.live and o.bays @> y.no
                       and o.during @> zoning.on_date()))
                     / nullif(sum(y.area_m2) filter (where y.rentable), 0), 0), 2) as vacant_pct
            from space.buildings b
            join zoning.zones z on z.id = b.zone_id
            join space.floors f on f.building_id = b.id
            join space.bays y on y.floor_id = f.id
            group by b.id, z.code order by z.code, b.code""")
        .param("month0", month0)
        .query(
            (row, n) ->
                new Place(
                    row.getString("code"),
                    row.getString("name_vi"),
                    row.getString("name_en"),
                    row.getString("zone"),
                    List.of((Integer[]) row.getArray("levels").getArray()),
                    row.getLong("free_m2"),
                    row.getDouble("vacant_pct")))
        .list();
  }

  /** The rule in force today. */
  Optional<Rule> rule() {
    return jdbc.sql(
            """
            select round_up_to_pct, round_anchor, round_every_months, source_vi, source_en
            from tenancy.vacancy_rules where in_force @> zoning.on_date()""")
        .query(
            (row, n) ->
                new Rule(
                    row.getDouble("round_up_to_pct"),
                    row.getObject("round_anchor", LocalDate.class),
                    row.getInt("round_every_months"),
                    row.getString("source_vi"),
                    row.getString("source_en")))
        .optional();
  }

  /** Firms with an application that waits for a round, by a part of their code or name. */
  List<Firm> firms(String part) {
    return jdbc.sql(
            """
            select distinct f.code, f.name_vi as name
            from tenancy.firms f
            join tenancy.applications a on a.firm_id = f.id and a.status = 'ELIGIBLE'
            where strpos(lower(f.code || ' ' || f.name_vi), lower(:part)) > 0
            order by f.code limit :most""")
        .param("part", part)
        .param("most", MOST_FIRMS)
        .query(Firm.class)
        .list();
  }

  /** A code that no round has yet: the year, and a number one above those there are. */
  String nextCode(int year) {
    return jdbc.sql(
            """
            select :year || '-' || coalesce(max(split_part(code, '-', 2)::integer), 0) + 1
            from allocation.rounds where code ~ ('^' || :year || '-[0-9]{1,3}$')""")
        .param("year", String.valueOf(year))
        .query(String.class)
        .single();
  }
}
