package vn.khuxuong.tenancy.firm;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
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

/** SQL of buildings as a firm would find them today. */
@Component
public class PlaceStore {
  private record Of<T>(long key, T value) {}

  private final JdbcClient jdbc;

  PlaceStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The building with this code, with what its claims leave on every day from today. */
  public Optional<Place> find(String code) {
    return Optional.ofNullable(findAll(List.of(code)).get(code));
  }

  /** The buildings with these codes, by code, in four questions whatever their number. */
  public Map<String, Place> findAll(Collection<String> codes) {
    Map<Long, List<Place.Lift>> lifts = lifts(codes);
    Map<Long, List<Place.Storey>> storeys = storeys(codes);
    return jdbc
        .sql(
            """
            select b.id, b.code, b.name_vi, b.name_en, z.code as zone, z.established_on, z.term_end,
                   b.truck_level, b.power_kva, b.power_kva - used.power_kva as power_left,
                   b.wastewater_m3_day - used.wastewater_m3_day as wastewater_left
            from space.buildings b
            join zoning.zones z on z.id = b.zone_id
            cross join lateral
              space.peak_use_of_building(b.id, daterange(zoning.on_date(), null)) used
            where b.code = any (:codes)""")
        .param("codes", codes.toArray(String[]::new))
        .query((row, n) -> place(row, lifts, storeys))
        .list()
        .stream()
        .collect(toMap(Place::code, place -> place));
  }

  /** A building and the zone it stands in, by their codes. */
  public record Located(String code, String zone) {}

  /** Where every building stands, in the order of their codes. */
  public List<Located> located() {
    return jdbc.sql(
            """
            select b.code, z.code as zone
            from space.buildings b join zoning.zones z on z.id = b.zone_id order by b.code""")
        .query(Located.class)
        .list();
  }

  private static Place place(
      ResultSet row, Map<Long, List<Place.Lift>> lifts, Map<Long, List<Place.Storey>> storeys)
      throws SQLException {
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
        lifts.getOrDefault(id, List.of()),
        storeys.getOrDefault(id, List.of()),
        row.getObject("term_end", LocalDate.class));
  }

  private Map<Long, List<Place.Lift>> lifts(Collection<String> codes) {
    return byKey(
        jdbc.sql(
                """
                select l.building_id, l.capacity_t, l.car_width_m, l.car_depth_m, l.door_width_m,
                       l.door_height_m
                from space.goods_lifts l
                join space.buildings b on b.id = l.building_id
                where b.code = any (:codes) order by l.building_id, l.no""")
            .param("codes", codes.toArray(String[]::new))
            .query(
                (row, n) ->
                    new Of<>(
                        row.getLong("building_id"),
                        new Place.Lift(
                            row.getDouble("capacity_t"),
                            row.getDouble("car_width_m"),
                            row.getDouble("car_depth_m"),
                            row.getDouble("door_width_m"),
                            row.getDouble("door_height_m"))))
            .list());
  }

  private Map<Long, List<Place.Storey>> storeys(Collection<String> codes) {
    Map<Long, List<Place.Sitting>> sitting = sitting(codes);
    return byKey(
        jdbc.sql(
                """
                select f.id, f.building_id, f.level, f.load_kn_m2, f.point_load_kn,
                       f.clear_height_m, p.power_kva as power_left, f.hazards, f.breaks,
                       f.rent_usd_m2_month, f.rent_vnd_m2_month,
                       array(select fi.industry from space.floor_industries fi
                             where fi.floor_id = f.id) as industries,
                       array(select s.no from space.bay_states s
                             where s.floor_id = f.id and s.status in ('FREE', 'SOON')
                             order by s.no) as free_bays,
                       coalesce((select max(v.area_m2) from space.vacant_stretches v
                                 where v.floor_id = f.id), 0) as longest_run_m2
                from space.floors f
                join space.buildings b on b.id = f.building_id
                join space.floor_power_left p on p.floor_id = f.id
                where b.code = any (:codes)
                order by f.building_id, f.level""")
            .param("codes", codes.toArray(String[]::new))
            .query((row, n) -> new Of<>(row.getLong("building_id"), storey(row, sitting)))
            .list());
  }

  private static Place.Storey storey(ResultSet row, Map<Long, List<Place.Sitting>> sitting)
      throws SQLException {
    return new Place.Storey(
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
        row.getBigDecimal("rent_vnd_m2_month"));
  }

  private Map<Long, List<Place.Sitting>> sitting(Collection<String> codes) {
    return byKey(
        jdbc.sql(
                """
                select o.floor_id, lower(o.bays) as first_bay, upper(o.bays) - 1 as last_bay,
                       o.traits
                from space.floors f
                join space.buildings b on b.id = f.building_id
                join space.occupancies o on o.floor_id = f.id
                where b.code = any (:codes) and o.live and o.traits <> '{}'
                  and o.during && daterange(zoning.on_date(), null)
                order by o.floor_id, o.bays, o.during""")
            .param("codes", codes.toArray(String[]::new))
            .query(
                (row, n) ->
                    new Of<>(
                        row.getLong("floor_id"),
                        new Place.Sitting(
                            row.getInt("first_bay"),
                            row.getInt("last_bay"),
                            set(row.getArray("traits"), Trait::valueOf))))
            .list());
  }

  private static <T> Map<Long, List<T>> byKey(List<Of<T>> rows) {
    return rows.stream().collect(groupingBy(Of::key, mapping(Of::value, toList())));
  }

  private static <T> Set<T> set(Array array, Function<String, T> value) throws SQLException {
    return Arrays.stream((Object[]) array.getArray())
        .map(item -> value.apply(item.toString()))
        .collect(Collectors.toUnmodifiableSet());
  }
}
