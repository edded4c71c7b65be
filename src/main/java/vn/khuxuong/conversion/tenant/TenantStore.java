package vn.khuxuong.conversion.tenant;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.khuxuong.conversion.tenant.TenantJson.Contest;
import vn.khuxuong.conversion.tenant.TenantJson.Decision;

/** SQL of tenants of zones in conversion, on {@code zoning.on_date()}. */
@Component
class TenantStore {
  private static final String CONTESTS =
      """
      select c.id, c.zone_code as zone, f.code as firm, c.subject, c.statement, c.made_at,
             a.outcome, a.answer, a.answered_at, c.firm_id
      from conversion.contests c
      join tenancy.firms f on f.id = c.firm_id
      left join conversion.contest_answers a on a.contest_id = c.id
      """;

  private final JdbcClient jdbc;

  TenantStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A firm in a zone. */
  record Key(String zone, long firm) {}

  private record Of<T>(Key key, T value) {}

  /**
   * Leases that run today, by tenant.
   *
   * @param zone only this one's, null for all zones in conversion
   * @param firm only this one's, null for all
   */
  Map<Key, List<LeaseHeld>> leases(@Nullable String zone, @Nullable Long firm) {
    return jdbc
        .sql(
            """
            with recursive line as (
              select l.id as first_id, l.id, l.firm_id, o.floor_id, o.bays, o.during
              from space.occupancies o
              join tenancy.leases l on l.occupancy_id = o.id
              where o.live and o.kind = 'LEASE' and o.during @> zoning.on_date()
              union all
              select line.first_id, n.id, n.firm_id, line.floor_id, line.bays, o.during
              from line
              join tenancy.leases n on n.follows_id = line.id and n.firm_id = line.firm_id
              join space.occupancies o on o.id = n.occupancy_id and o.live),
            held as (
              select first_id as id, firm_id, floor_id, bays, max(upper(during)) - 1 as until
              from line group by first_id, firm_id, floor_id, bays)
            select h.id, z.code as zone, h.firm_id, b.code as building, f.level, h.until,
                   (select sum(y.area_m2) from space.bays y
                    where y.floor_id = h.floor_id and y.no <@ h.bays) as area_m2
            from held h
            join space.floors f on f.id = h.floor_id
            join space.buildings b on b.id = f.building_id
            join zoning.zones z on z.id = b.zone_id
            where z.converting and (cast(:zone as text) is null or z.code = :zone)
              and (cast(:firm as bigint) is null or h.firm_id = :firm)
            order by z.code, h.firm_id, b.code, f.level, h.bays""")
        .param("zone", zone, Types.VARCHAR)
        .param("firm", firm, Types.BIGINT)
        .query(
            (row, n) ->
                new Of<>(
                    new Key(row.getString("zone"), row.getLong("firm_id")),
                    new LeaseHeld(
                        row.getLong("id"),
                        row.getString("building"),
                        row.getInt("level"),
                        row.getDouble("area_m2"),
                        row.getObject("until", LocalDate.class))))
        .list()
        .stream()
        .collect(groupingBy(Of::key, mapping(Of::value, toList())));
  }

  /** What is held of tenants, in the order of the firms' codes. */
  List<Facts> facts(List<Key> tenants) {
    return jdbc.sql(
            """
            select t.zone, f.id, f.code, f.name_vi, f.name_en, i.name_vi as industry_vi,
                   i.name_en as industry_en,
                   case when f.vsic = '{}' then array[i.vsic] else f.vsic end as vsic,
                   f.insured_employees, f.revenue_bn_vnd, f.displaced, f.data_status,
                   k.as_of, k.jobs, k.energy_kwh_year, k.water_m3_year, k.emission_group, k.source,
                   k.data_status as facts_status
            from unnest(cast(:zones as text[]), cast(:firms as bigint[])) t (zone, firm)
            join tenancy.firms f on f.id = t.firm
            join space.industries i on i.code = f.industry
            left join lateral (
              select * from conversion.tenant_facts k
              where k.firm_id = f.id and k.zone_code = t.zone and k.as_of <= zoning.on_date()
              order by k.as_of desc, k.id desc limit 1) k on true
            order by t.zone, f.code""")
        .param("zones", tenants.stream().map(Key::zone).toArray(String[]::new))
        .param("firms", tenants.stream().map(Key::firm).toArray(Long[]::new))
        .query((row, n) -> facts(row))
        .list();
  }

  private static Facts facts(ResultSet row) throws SQLException {
    return new Facts(
        row.getString("zone"),
        row.getLong("id"),
        row.getString("code"),
        row.getString("name_vi"),
        row.getString("name_en"),
        row.getString("industry_vi"),
        row.getString("industry_en"),
        Arrays.asList((String[]) row.getArray("vsic").getArray()),
        row.getObject("insured_employees", Integer.class),
        number(row, "revenue_bn_vnd"),
        row.getBoolean("displaced"),
        row.getString("data_status"),
        row.getObject("as_of", LocalDate.class),
        row.getObject("jobs", Integer.class),
        number(row, "energy_kwh_year"),
        number(row, "water_m3_year"),
        row.getString("emission_group"),
        row.getString("source"),
        row.getString("facts_status"));
  }

  private static @Nullable Double number(ResultSet row, String column) throws SQLException {
    BigDecimal value = row.getBigDecimal(column);
    return value == null ? null : (Double) value.doubleValue();
  }

  /** Decisions of a zone's tenants, the newest first. */
  Map<Key, List<Decision>> decisions(@Nullable String zone, @Nullable Long firm) {
    return jdbc
        .sql(
            """
            select * from conversion.decisions
            where (cast(:zone as text) is null or zone_code = :zone)
              and (cast(:firm as bigint) is null or firm_id = :firm)
              and decided_at <= zoning.as_of()
            order by id desc""")
        .param("zone", zone, Types.VARCHAR)
        .param("firm", firm, Types.BIGINT)
        .query(
            (row, n) ->
                new Of<>(
                    new Key(row.getString("zone_code"), row.getLong("firm_id")),
                    new Decision(
                        row.getLong("id"),
                        row.getString("verdict"),
                        row.getObject("leave_by", LocalDate.class),
                        row.getString("reason"),
                        row.getString("signed_by"),
                        row.getObject("decided_at", OffsetDateTime.class),
                        row.getString("proposed"))))
        .list()
        .stream()
        .collect(groupingBy(Of::key, mapping(Of::value, toList())));
  }

  /** What firms say, the newest first. */
  Map<Key, List<Contest>> contests(@Nullable String zone, @Nullable Long firm) {
    return jdbc
        .sql(
            CONTESTS
                + """
                where (cast(:zone as text) is null or c.zone_code = :zone)
                  and (cast(:firm as bigint) is null or c.firm_id = :firm)
                order by c.id desc""")
        .param("zone", zone, Types.VARCHAR)
        .param("firm", firm, Types.BIGINT)
        .query(
            (row, n) ->
                new Of<>(new Key(row.getString("zone"), row.getLong("firm_id")), contest(row)))
        .list()
        .stream()
        .collect(groupingBy(Of::key, mapping(Of::value, toList())));
  }

  Optional<Contest> contest(long id) {
    return jdbc.sql(CONTESTS + "where c.id = :id")
        .param("id", id)
        .query((row, n) -> contest(row))
        .optional();
  }

  private static Contest contest(ResultSet row) throws SQLException {
    return new Contest(
        row.getLong("id"),
        row.getString("zone"),
        row.getString("firm"),
        row.getString("subject"),
        row.getString("statement"),
        row.getObject("made_at", OffsetDateTime.class),
        row.getString("outcome"),
        row.getString("answer"),
        row.getObject("answered_at", OffsetDateTime.class));
  }
}
