package vn.khuxuong.space.search.vacancy;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.khuxuong.space.HazardClass;

/** SQL of buildings with all that can be let in them, and the claims. */
@Component
class BuildingSpaceStore {
  /** Claims that are over, and days before, are nobody's question any more. */
  private static final String FIRST_DAY = "(now() at time zone 'Asia/Ho_Chi_Minh')::date - 2";

  private record Part<T>(long owner, T value) {}

  private final JdbcClient jdbc;

  BuildingSpaceStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The buildings of a zone by code. To be read in one snapshot with the zone.
   *
   * @param industries to tell lines of business by
   */
  List<BuildingSpace> of(long zone, Industries industries) {
    Map<Long, List<GoodsLift>> lifts = lifts(zone);
    Map<Long, List<FloorSpace>> floors = floors(zone, industries);
    return jdbc.sql(
            """
            select b.id, b.code, b.name_vi, b.name_en, b.power_kva, b.wastewater_m3_day,
                   b.truck_level, b.service_charge_usd_m2_month, b.data_status,
                   st_x(st_centroid(b.geom)) as lon, st_y(st_centroid(b.geom)) as lat
            from space.buildings b
            where b.zone_id = :zone
            order by b.code collate "C\"\
            """)
        .param("zone", zone)
        .query(
            (row, n) ->
                new BuildingSpace(
                    row.getString("code"),
                    row.getString("name_vi"),
                    row.getString("name_en"),
                    row.getDouble("lon"),
                    row.getDouble("lat"),
                    row.getDouble("power_kva"),
                    row.getDouble("wastewater_m3_day"),
                    row.getInt("truck_level"),
                    row.getDouble("service_charge_usd_m2_month"),
                    row.getString("data_status"),
                    lifts.getOrDefault(row.getLong("id"), List.of()),
                    floors.getOrDefault(row.getLong("id"), List.of())))
        .list();
  }

  private Map<Long, List<GoodsLift>> lifts(long zone) {
    return byOwner(
        jdbc.sql(
                """
                select l.building_id, l.capacity_t, l.car_width_m, l.car_depth_m, l.door_width_m,
                       l.door_height_m
                from space.goods_lifts l
                join space.buildings b on b.id = l.building_id
                where b.zone_id = :zone
                order by l.building_id, l.no\
                """)
            .param("zone", zone)
            .query(
                (row, n) ->
                    new Part<>(
                        row.getLong("building_id"),
                        new GoodsLift(
                            row.getDouble("capacity_t"),
                            row.getDouble("car_width_m"),
                            row.getDouble("car_depth_m"),
                            row.getDouble("door_width_m"),
                            row.getDouble("door_height_m"))))
            .list());
  }

  private Map<Long, List<FloorSpace>> floors(long zone, Industries industries) {
    Map<Long, List<FloorSpace.Bay>> bays = bays(zone);
    Map<Long, List<ClaimSpan>> claims = claims(zone);
    return byOwner(
        jdbc.sql(
                """
                select f.id, f.building_id, f.level, f.load_kn_m2, f.point_load_kn,
                       f.clear_height_m, f.power_kva, f.hazards::text[] as hazards, f.breaks,
                       f.rent_usd_m2_month, f.rent_vnd_m2_month,
                       coalesce((select sum(y.area_m2) from space.bays y
                                 where y.floor_id = f.id and not y.rentable), 0) as out_m2,
                       array(select fi.industry from space.floor_industries fi
                             where fi.floor_id = f.id) as industries
                from space.floors f
                join space.buildings b on b.id = f.building_id
                where b.zone_id = :zone
                order by f.building_id, f.level\
                """)
            .param("zone", zone)
            .query(
                (row, n) ->
                    new Part<>(row.getLong("building_id"), floor(row, industries, bays, claims)))
            .list());
  }

  private static FloorSpace floor(
      ResultSet row,
      Industries industries,
      Map<Long, List<FloorSpace.Bay>> bays,
      Map<Long, List<ClaimSpan>> claims)
      throws SQLException {
    long id = row.getLong("id");
    int hazards = 0;
    for (String hazard : (String[]) row.getArray("hazards").getArray()) {
      hazards |= Hazards.bit(HazardClass.valueOf(hazard));
    }
    long lines = 0;
    for (String line : (String[]) row.getArray("industries").getArray()) {
      int place = industries.place(line);
      lines |= place < 0 ? 0 : 1L << place;
    }
    Set<Integer> breaks =
        Arrays.stream((Integer[]) row.getArray("breaks").getArray())
            .collect(Collectors.toUnmodifiableSet());
    return new FloorSpace(
        id,
        row.getInt("level"),
        row.getDouble("load_kn_m2"),
        row.getDouble("point_load_kn"),
        row.getDouble("clear_height_m"),
        row.getDouble("power_kva"),
        hazards,
        lines,
        breaks,
        row.getDouble("rent_usd_m2_month"),
        row.getDouble("rent_vnd_m2_month"),
        bays.getOrDefault(id, List.of()),
        claims.getOrDefault(id, List.of()),
        row.getDouble("out_m2"));
  }

  /** By floor; floors that are alike share one list. */
  private Map<Long, List<FloorSpace.Bay>> bays(long zone) {
    Map<List<FloorSpace.Bay>, List<FloorSpace.Bay>> known = new HashMap<>();
    Map<Long, List<FloorSpace.Bay>> bays =
        byOwner(
            jdbc.sql(
                    """
                    select y.floor_id, y.no, y.area_m2,
                           greatest(coalesce(y.available_from, b.available_from), %s) as available_from
                    from space.bays y
                    join space.floors f on f.id = y.floor_id
                    join space.buildings b on b.id = f.building_id
                    where b.zone_id = :zone and y.rentable
                    order by y.floor_id, y.no\
                    """
                        .formatted(FIRST_DAY))
                .param("zone", zone)
                .query(
                    (row, n) ->
                        new Part<>(
                            row.getLong("floor_id"),
                            new FloorSpace.Bay(
                                row.getInt("no"),
                                row.getDouble("area_m2"),
                                Days.number(row.getObject("available_from", LocalDate.class)))))
                .list());
    bays.replaceAll((floor, list) -> known.computeIfAbsent(List.copyOf(list), any -> any));
    return bays;
  }

  private Map<Long, List<ClaimSpan>> claims(long zone) {
    return byOwner(
        jdbc.sql(
                """
                select o.floor_id, lower(o.bays) as first_bay, upper(o.bays) as end_bay,
                       lower(o.during) as first_day, upper(o.during) as end_day, o.power_kva,
                       o.wastewater_m3_day, o.kind = 'LEASE' as is_lease
                from space.buildings b
                join space.floors f on f.building_id = b.id
                join space.occupancies o on o.floor_id = f.id and o.live
                where b.zone_id = :zone and upper(o.during) > %s
                order by o.floor_id, o.during, o.bays\
                """
                    .formatted(FIRST_DAY))
            .param("zone", zone)
            .query(
                (row, n) ->
                    new Part<>(
                        row.getLong("floor_id"),
                        new ClaimSpan(
                            row.getInt("first_bay"),
                            row.getInt("end_bay"),
                            Days.number(row.getObject("first_day", LocalDate.class)),
                            Days.number(row.getObject("end_day", LocalDate.class)),
                            row.getDouble("power_kva"),
                            row.getDouble("wastewater_m3_day"),
                            row.getBoolean("is_lease"))))
            .list());
  }

  private static <T> Map<Long, List<T>> byOwner(Collection<Part<T>> parts) {
    return parts.stream().collect(groupingBy(Part::owner, mapping(Part::value, toList())));
  }
}
