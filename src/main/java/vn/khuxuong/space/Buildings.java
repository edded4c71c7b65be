package vn.khuxuong.space;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All buildings as they stand on a day, for the modules that let and allocate their bays. */
@Component
public class Buildings {
  private record Part<T>(long owner, T value) {}

  private final JdbcClient jdbc;
  private final AvailabilityDay day;

  Buildings(JdbcClient jdbc, AvailabilityDay day) {
    this.jdbc = jdbc;
    this.day = day;
  }

  /**
   * Every building with floors, bays and the live claims that end after the day, ordered by code,
   * level, bay number and first day.
   */
  @Transactional(readOnly = true)
  public List<Building> list(LocalDate on) {
    day.set(on);
    Map<Long, List<Bay>> bays = bays();
    Map<Long, List<Occupancy>> occupancies = occupancies();
    Map<Long, List<Floor>> floors = floors(bays, occupancies);
    return jdbc.sql(
            """
            select b.id, b.code, z.code as zone_code, b.name_vi, b.name_en, b.power_kva,
                   b.wastewater_m3_day, z.term_end,
                   coalesce((select max(l.capacity_t) from space.goods_lifts l
                             where l.building_id = b.id), 0) as lift_t
            from space.buildings b
            join zoning.zones z on z.id = b.zone_id
            order by b.code""")
        .query(
            (row, n) ->
                new Building(
                    row.getString("code"),
                    row.getString("zone_code"),
                    row.getString("name_vi"),
                    row.getString("name_en"),
                    row.getDouble("power_kva"),
                    row.getDouble("wastewater_m3_day"),
                    row.getDouble("lift_t"),
                    row.getObject("term_end", LocalDate.class),
                    floors.getOrDefault(row.getLong("id"), List.of())))
        .list();
  }

  private Map<Long, List<Floor>> floors(
      Map<Long, List<Bay>> bays, Map<Long, List<Occupancy>> occupancies) {
    return byOwner(
        jdbc.sql(
                """
                select f.id, f.building_id, f.level, f.load_kn_m2, f.clear_height_m, f.power_kva,
                       f.hazards, f.breaks, f.rent_usd_m2_month, f.rent_vnd_m2_month,
                       array(select fi.industry from space.floor_industries fi
                             where fi.floor_id = f.id) as industries
                from space.floors f
                order by f.building_id, f.level""")
            .query(
                (row, n) ->
                    new Part<>(
                        row.getLong("building_id"),
                        new Floor(
                            row.getLong("id"),
                            row.getInt("level"),
                            row.getDouble("load_kn_m2"),
                            row.getDouble("clear_height_m"),
                            row.getDouble("power_kva"),
                            names(row.getArray("hazards"), HazardClass::valueOf),
                            names(row.getArray("industries"), Industry::valueOf),
                            Arrays.asList((Integer[]) row.getArray("breaks").getArray()),
                            row.getDouble("rent_usd_m2_month"),
                            row.getLong("rent_vnd_m2_month"),
                            bays.getOrDefault(row.getLong("id"), List.of()),
                            occupancies.getOrDefault(row.getLong("id"), List.of()))))
            .list());
  }

  private Map<Long, List<Bay>> bays() {
    return byOwner(
        jdbc.sql(
                """
                select floor_id, no, area_m2, status, free_from
                from space.bay_states
                order by floor_id, no""")
            .query(
                (row, n) ->
                    new Part<>(
                        row.getLong("floor_id"),
                        new Bay(
                            row.getInt("no"),
                            row.getDouble("area_m2"),
                            BayStatus.valueOf(row.getString("status")),
                            row.getObject("free_from", LocalDate.class))))
            .list());
  }

  private Map<Long, List<Occupancy>> occupancies() {
    return byOwner(
        jdbc.sql(
                """
                select id, floor_id, kind, lower(bays) as first_bay,
                       upper(bays) - lower(bays) as bay_count, lower(during) as first_day,
                       upper(during) - 1 as last_day, industry, hazard, traits, power_kva,
                       wastewater_m3_day
                from space.occupancies
                where live and during && daterange(zoning.on_date(), null)
                order by floor_id, during, bays""")
            .query((row, n) -> new Part<>(row.getLong("floor_id"), occupancy(row)))
            .list());
  }

  private static Occupancy occupancy(ResultSet row) throws SQLException {
    return new Occupancy(
        row.getLong("id"),
        Occupancy.Kind.valueOf(row.getString("kind")),
        row.getInt("first_bay"),
        row.getInt("bay_count"),
        row.getObject("first_day", LocalDate.class),
        row.getObject("last_day", LocalDate.class),
        Industry.valueOf(row.getString("industry")),
        HazardClass.valueOf(row.getString("hazard")),
        names(row.getArray("traits"), Trait::valueOf),
        row.getDouble("power_kva"),
        row.getDouble("wastewater_m3_day"));
  }

  private static <T> Set<T> names(Array array, Function<String, T> value) throws SQLException {
    return Arrays.stream((Object[]) array.getArray())
        .map(name -> value.apply(name.toString()))
        .collect(toUnmodifiableSet());
  }

  private static <T> Map<Long, List<T>> byOwner(List<Part<T>> parts) {
    return parts.stream().collect(groupingBy(Part::owner, mapping(Part::value, toList())));
  }
}
