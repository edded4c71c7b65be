package vn.khuxuong.allocation.demand;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.khuxuong.allocation.demand.DemandSupply.Cell;
import vn.khuxuong.allocation.demand.DemandSupply.Dimension;
import vn.khuxuong.allocation.demand.DemandSupply.Kind;

/** SQL that sets demand against supply, of what stands now or of a frozen input. */
@Repository
public class DemandSupplies {
  /** Eligible applications, and rentable bays without a claim from a month on. */
  private static final String POOL =
      """
      with demand as materialized (
        select a.area_min_m2 as least, a.area_max_m2 as most, a.load_kn_m2 as load,
               a.clear_height_m as height, a.hazard::text as hazard,
               coalesce((select z.code
                         from tenancy.application_zones az
                         join zoning.zones z on z.id = az.zone_id
                         where az.application_id = a.id order by az.rank limit 1), '') as zone
        from tenancy.applications a
        where a.status = 'ELIGIBLE'
          and (cast(:until as timestamptz) is null or a.submitted_at <= :until)),
      supply as materialized (
        select z.code as zone, f.load_kn_m2 as load, f.clear_height_m as height,
               f.hazards::text[] as hazards, sum(y.area_m2) as m2
        from space.bays y
        join space.floors f on f.id = y.floor_id
        join space.buildings b on b.id = f.building_id
        join zoning.zones z on z.id = b.zone_id
        where y.rentable
          and (cardinality(:zones) = 0 or z.code = any (:zones))
          and (cardinality(:buildings) = 0 or b.code = any (:buildings))
          and not exists (
            select from space.occupancies o
            where o.floor_id = f.id and o.live and o.bays @> y.no
              and o.during && daterange(:month0, null))
        group by f.id, z.code)
      """;

  /** The same from the exchange format in which a closed round keeps its input. */
  private static final String FROZEN =
      """
      with input as materialized (
        select input::jsonb as j from allocation.rounds where id = :round),
      demand as materialized (
        select (f ->> 'areaMinM2')::numeric as least, (f ->> 'areaMaxM2')::numeric as most,
               (f ->> 'loadKnM2')::numeric as load, (f ->> 'clearHeightDm')::numeric / 10 as height,
               f ->> 'hazard' as hazard, coalesce(f -> 'zonePrefs' ->> 0, '') as zone
        from input, jsonb_array_elements(j -> 'firms') f),
      tenants as materialized (
        select t ->> 'floor' as floor, (t ->> 'startBay')::integer as first_bay,
               (t ->> 'bayCount')::integer as bay_count
        from input, jsonb_array_elements(j -> 'tenants') t),
      supply as materialized (
        select b ->> 'zone' as zone, (f ->> 'loadKnM2')::numeric as load,
               (f ->> 'clearHeightDm')::numeric / 10 as height,
               array(select jsonb_array_elements_text(f -> 'hazards')) as hazards,
               (select coalesce(sum((y ->> 'areaM2')::numeric), 0)
                from jsonb_array_elements(f -> 'bays') with ordinality as bay (y, no)
                where not exists (
                  select from tenants t
                  where t.floor = f ->> 'id' and t.first_bay < bay.no
                    and bay.no <= t.first_bay + t.bay_count)) as m2
        from input, jsonb_array_elements(j -> 'floors') f,
             lateral (select b from jsonb_array_elements(j -> 'buildings') b
                      where b ->> 'id' = f ->> 'building') of_building)
      """;

  private static final String BY_CLASS =
      """
      , levels as materialized (
        select distinct load, height from supply where m2 > 0),
      asked as (
        select 'LOAD' as kind, coalesce(
                 (select min(l.load) from levels l where l.load >= d.load)::text, '') as name, d.*
        from demand d
        union all
        select 'HEIGHT', coalesce(
                 (select min(l.height) from levels l where l.height >= d.height)::text, ''), d.*
        from demand d
        union all select 'HAZARD', d.hazard, d.* from demand d
        union all select 'ZONE', d.zone, d.* from demand d),
      given as (
        select 'LOAD' as kind, s.load::text as name, s.m2 from supply s where s.m2 > 0
        union all select 'HEIGHT', s.height::text, s.m2 from supply s where s.m2 > 0
        union all select 'HAZARD', h.hazard, s.m2 from supply s, unnest(s.hazards) h (hazard)
        union all select 'ZONE', s.zone, s.m2 from supply s),
      a as (select kind, name, count(*)::integer as applications, sum(least) as least,
                   sum(most) as most
            from asked group by kind, name),
      g as (select kind, name, sum(m2) as m2 from given group by kind, name)
      select kind, name, coalesce(a.applications, 0) as applications,
             round(coalesce(a.least, 0))::bigint as least,
             round(coalesce(a.most, 0))::bigint as most, round(coalesce(g.m2, 0))::bigint as m2,
             (select count(*)::integer from demand) as all_applications,
             (select round(coalesce(sum(d.least), 0))::bigint from demand d) as all_least,
             (select round(coalesce(sum(d.most), 0))::bigint from demand d) as all_most,
             (select round(coalesce(sum(s.m2), 0))::bigint from supply s) as all_m2
      from a full join g using (kind, name)
      """;

  private final JdbcClient jdbc;

  DemandSupplies(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A class as it is read; {@code all} are the sums over everything. */
  private record Row(Kind kind, String name, int applications, Sums sums, int allOf, Sums all) {}

  private record Sums(long least, long most, long free) {}

  /**
   * Demand and supply as they stand.
   *
   * @param zones codes of zones that take part, empty for all; likewise buildings
   * @param until applications complete by then, null for all
   * @param month0 first day from which a bay must be without a claim
   */
  public DemandSupply pool(
      List<String> zones,
      List<String> buildings,
      @Nullable OffsetDateTime until,
      LocalDate month0) {
    return sum(
        "POOL",
        jdbc.sql(POOL + BY_CLASS)
            .param("zones", zones.toArray(String[]::new))
            .param("buildings", buildings.toArray(String[]::new))
            .param("until", until, java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
            .param("month0", month0));
  }

  /** Demand and supply of a closed round, from its frozen input. */
  public DemandSupply frozen(long round) {
    return sum("FROZEN", jdbc.sql(FROZEN + BY_CLASS).param("round", round));
  }

  private static DemandSupply sum(String basis, JdbcClient.StatementSpec question) {
    List<Row> rows =
        question
            .query(
                (row, n) ->
                    new Row(
                        Kind.valueOf(row.getString("kind")),
                        row.getString("name"),
                        row.getInt("applications"),
                        new Sums(row.getLong("least"), row.getLong("most"), row.getLong("m2")),
                        row.getInt("all_applications"),
                        new Sums(
                            row.getLong("all_least"),
                            row.getLong("all_most"),
                            row.getLong("all_m2"))))
            .list();
    Map<Kind, List<Row>> byKind = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      byKind.put(kind, new ArrayList<>());
    }
    rows.forEach(row -> byKind.computeIfAbsent(row.kind(), kind -> new ArrayList<>()).add(row));
    Row any = rows.isEmpty() ? null : rows.get(0);
    return new DemandSupply(
        basis,
        any == null ? 0 : any.allOf(),
        any == null ? 0 : any.all().least(),
        any == null ? 0 : any.all().most(),
        any == null ? 0 : any.all().free(),
        byKind.entrySet().stream().map(e -> dimension(e.getKey(), e.getValue())).toList());
  }

  private static Dimension dimension(Kind kind, List<Row> rows) {
    boolean ordered = kind == Kind.LOAD || kind == Kind.HEIGHT;
    Comparator<Row> rising =
        ordered ? Comparator.comparing(DemandSupplies::number) : Comparator.comparing(Row::name);
    List<Row> sorted = new ArrayList<>(rows);
    sorted.sort(
        Comparator.<Row, Boolean>comparing(row -> row.name().isEmpty()).thenComparing(rising));
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i++) {
      Row row = sorted.get(i);
      List<Row> from = sorted.subList(i, sorted.size());
      cells.add(
          new Cell(
              row.name().isEmpty() ? null : ordered ? plain(row.name()) : row.name(),
              row.applications(),
              row.sums().least(),
              row.sums().most(),
              row.sums().free(),
              ordered ? from.stream().mapToLong(r -> r.sums().least()).sum() : null,
              ordered ? from.stream().mapToLong(r -> r.sums().free()).sum() : null));
    }
    return new Dimension(kind, cells);
  }

  private static double number(Row row) {
    return row.name().isEmpty() ? Double.POSITIVE_INFINITY : Double.parseDouble(row.name());
  }

  /** {@code 7.50} as {@code 7.5}. */
  private static String plain(String number) {
    return new java.math.BigDecimal(number).stripTrailingZeros().toPlainString();
  }
}
