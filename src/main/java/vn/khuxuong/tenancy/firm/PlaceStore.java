package vn.khuxuong.tenancy.firm;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.khuxuong.space.HazardClass;
import vn.khuxuong.space.Industry;
import vn.khuxuong.space.Trait;

/** SQL of one building as a firm would find it today. */
@Component
public class PlaceStore {
  private record Of<T>(long floor, T value) {}

  private final JdbcClient jdbc;

  PlaceStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The building with this code, with what its claims leave on every day from today. */
  public Optional<Place> find(String code) {
    return jdbc.sql(
            """
            select b.id, b.code, b.name_vi, b.name_en, z.code as zone, z.established_on, z.term_end,
                   b.truck_level, b.power_kva, b.power_kva - used.power_kva as power_left,
                   b.wastewater_m3_day - used.wastewater_m3_day as wastewater_left
            from space.buildings b
            join zoning.zones z on z.id = b.zone_id
            cross join lateral
              space.peak_use_of_building(b.id, daterange(zoning.on_date(), null)) used
            where b.code = :code""")
        .param("code", code)
        .query((row, n) -> place(row))
        .optional();
  }

  /**
   * Codes of the buildings of some zones, those of the first zone first.
   *
   * @param others whether buildings of all other zones follow
   */
  public List<String> codesIn(List<String> zones, boolean others, int most) {
    return jdbc.sql(
            """
            select b.code
            from space.buildings b
            join zoning.zones z on z.id = b.zone_id
            cross join lateral (select array_position(cast(:zones as text[]), z.code) as rank) w
            where :others or w.rank is not null
            order by w.rank nulls last, b.code
            limit :most""")
        .param("zones", zones.toArray(String[]::new))
        .param("others", others)
        .param("most", most)
        .query(String.class)
        .list();
  }

  private Place place(ResultSet row) throws SQLException {
    long id = row.getLong("id");
    return new Place(
        row.getString("code"),
        row.getString("name_vi"),
        row.getString("name_en"),
        row.getString("zone"),
        row.getObject("established_on", LocalDate.class),
        row.getInt("truck_level"),
        row.getDouble("power_left"),
        row.getDouble("power_kva"),
        row.getDouble("wastewater_left"),
        lifts(id),
        storeys(id),
        row.getObject("term_end", LocalDate.class));
  }

  private List<Place.Lift> lifts(long building) {
    return jdbc.sql(
            """
            select capacity_t, car_width_m, car_depth_m, door_width_m, door_height_m
            from space.goods_lifts where building_id = :building order by no""")
        .param("building", building)
        .query(Place.Lift.class)
        .list();
  }

  private List<Place.Storey> storeys(long building) {
    Map<Long, List<Place.Sitting>> sitting = sitting(building);
    return jdbc.sql(
            """
            select f.id, f.level, f.load_kn_m2, f.point_load_kn, f.clear_height_m,
                   p.power_kva as power_left, f.hazards, f.breaks, f.rent_usd_m2_month,
                   f.rent_vnd_m2_month,
                   array(select fi.industry from space.floor_industries fi
                         where fi.floor_id = f.id) as industries,
                   array(select s.no from space.bay_states s
                         where s.floor_id = f.id and s.status in ('FREE', 'SOON')
                         order by s.no) as free_bays,
                   coalesce((select max(v.area_m2) from space.vacant_stretches v
                             where v.floor_id = f.id), 0) as longest_run_m2
            from space.floors f
            join space.floor_power_left p on p.floor_id = f.id
            where f.building_id = :building
            order by f.level""")
        .param("building", building)
        .query(
            (row, n) ->
                new Place.Storey(
                    row.getLong("id"),
                    row.getInt("level"),
                    row.getDouble("load_kn_m2"),
                    row.getDouble("point_load_kn"),
                    row.getDouble("clear_height_m"),
                    row.getDouble("power_left"),
                    set(row.getArray("hazards"), HazardClass::valueOf),
                    set(row.getArray("industries"), Industry::valueOf),
                    set(row.getArray("breaks"), Integer::valueOf),
                    new TreeSet<>(set(row.getArray("free_bays"), Integer::valueOf)),
                    row.getDouble("longest_run_m2"),
                    sitting.getOrDefault(row.getLong("id"), List.of()),
                    row.getBigDecimal("rent_usd_m2_month"),
                    row.getBigDecimal("rent_vnd_m2_month")))
        .list();
  }

  private Map<Long, List<Place.Sitting>> sitting(long building) {
    return jdbc
        .sql(
            """
            select o.floor_id, lower(o.bays) as first_bay, upper(o.bays) - 1 as last_bay, o.traits
            from space.floors f
            join space.occupancies o on o.floor_id = f.id
            where f.building_id = :building and o.live and o.traits <> '{}'
              and o.during && daterange(zoning.on_date(), null)
            order by o.floor_id, o.bays, o.during""")
        .param("building", building)
        .query(
            (row, n) ->
                new Of<>(
                    row.getLong("floor_id"),
                    new Place.Sitting(
                        row.getInt("first_bay"),
                        row.getInt("last_bay"),
                        set(row.getArray("traits"), Trait::valueOf))))
        .list()
        .stream()
        .collect(groupingBy(Of::floor, mapping(Of::value, toList())));
  }

  private static <T> Set<T> set(Array array, Function<String, T> value) throws SQLException {
    return Arrays.stream((Object[]) array.getArray())
        .map(item -> value.apply(item.toString()))
        .collect(Collectors.toUnmodifiableSet());
  }
}
