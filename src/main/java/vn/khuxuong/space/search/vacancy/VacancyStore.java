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
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.khuxuong.space.HazardClass;

/** SQL of what the search keeps ready: zones with all that can be let in them and the claims. */
@Component
class VacancyStore {
  /** Claims that are over, and days before, are nobody's question any more. */
  private static final String FIRST_DAY = "(now() at time zone 'Asia/Ho_Chi_Minh')::date - 2";

  private record Part<T>(long owner, T value) {}

  private final JdbcClient jdbc;
  private final TransactionTemplate snapshot;

  VacancyStore(JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    snapshot = new TransactionTemplate(transactions);
    snapshot.setReadOnly(true);
    snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
  }

  /** What is known of the data's changes: the newest, and the one before which none is told. */
  record Head(long revision, long floor) {}

  /** A box in which something changed, degrees (WGS 84). */
  record Box(double west, double south, double east, double north) {}

  Head head() {
    return jdbc.sql("select revision, floor_revision from platform.data_revision")
        .query((row, n) -> new Head(row.getLong("revision"), row.getLong("floor_revision")))
        .single();
  }

  /**
   * Where buildings, floors, bays or claims changed after a revision; empty if it may be anywhere.
   * What another day changes in the copies is no change here.
   */
  Optional<List<Box>> changes(long after) {
    List<@Nullable Box> boxes =
        jdbc.sql(
                """
                select west, south, east, north
                from platform.data_changes
                where revision > :after and (layers is null or layers && '{zones,buildings}')""")
            .param("after", after)
            .query((row, n) -> box(row))
            .list();
    return boxes.stream().anyMatch(box -> box == null)
        ? Optional.empty()
        : Optional.of(List.copyOf(boxes));
  }

  private static @Nullable Box box(ResultSet row) throws SQLException {
    double west = row.getDouble("west");
    return row.wasNull()
        ? null
        : new Box(west, row.getDouble("south"), row.getDouble("east"), row.getDouble("north"));
  }

  /** Every zone's id. */
  List<Long> zones() {
    return jdbc.sql("select id from zoning.zones order by code").query(Long.class).list();
  }

  /** Ids of zones that lie, or have a building, in the box. */
  List<Long> zones(Box box) {
    return jdbc.sql(
            """
            select id from zoning.zones
            where geom && st_makeenvelope(:west, :south, :east, :north, 4326)
            union
            select zone_id from space.buildings
            where geom && st_makeenvelope(:west, :south, :east, :north, 4326)""")
        .param("west", box.west())
        .param("south", box.south())
        .param("east", box.east())
        .param("north", box.north())
        .query(Long.class)
        .list();
  }

  Industries industries() {
    return new Industries(
        jdbc.sql("select code, name_vi, name_en from space.industries order by position")
            .query(
                (row, n) ->
                    new Industries.Line(
                        row.getString("code"), row.getString("name_vi"), row.getString("name_en")))
            .list());
  }

  /** A zone with everything, as of one moment; empty where it is no more. */
  Optional<ZoneSpace> find(long id, Industries industries) {
    Optional<ZoneSpace> zone = snapshot.execute(status -> read(id, industries));
    return zone == null ? Optional.empty() : zone;
  }

  private Optional<ZoneSpace> read(long id, Industries industries) {
    return jdbc.sql(
            """
            select z.code, z.name_vi, z.name_en, z.short_name, z.term_end,
                   st_x(c.point) as lon, st_y(c.point) as lat, st_xmin(z.geom) as west,
                   st_ymin(z.geom) as south, st_xmax(z.geom) as east, st_ymax(z.geom) as north,
                   lower(i.in_force) as cut_from, upper(i.in_force) as cut_until
            from zoning.zones z
            cross join lateral (
              select case when st_contains(z.geom, st_centroid(z.geom)) then st_centroid(z.geom)
                          else st_pointonsurface(z.geom) end as point) c
            -- binds parks established after it came into force; a planned one will be
            left join space.incentives i on i.code = 'RESOLUTION_198'
              and coalesce(z.established_on > lower(i.in_force),
                           z.founded > extract(year from lower(i.in_force)),
                           z.status = 'PLANNED')
            where z.id = :id
            order by i.in_force desc nulls last
            limit 1""")
        .param("id", id)
        .query((row, n) -> zone(id, row, buildings(id, industries)))
        .optional();
  }

  private static ZoneSpace zone(long id, ResultSet row, List<BuildingSpace> buildings)
      throws SQLException {
    LocalDate termEnd = row.getObject("term_end", LocalDate.class);
    LocalDate cutFrom = row.getObject("cut_from", LocalDate.class);
    LocalDate cutUntil = row.getObject("cut_until", LocalDate.class);
    double west = row.getDouble("west");
    double south = row.getDouble("south");
    double east = row.getDouble("east");
    double north = row.getDouble("north");
    for (BuildingSpace building : buildings) {
      west = Math.min(west, building.lon());
      south = Math.min(south, building.lat());
      east = Math.max(east, building.lon());
      north = Math.max(north, building.lat());
    }
    return new ZoneSpace(
        id,
        row.getString("code"),
        row.getString("name_vi"),
        row.getString("name_en"),
        row.getString("short_name"),
        row.getDouble("lon"),
        row.getDouble("lat"),
        west,
        south,
        east,
        north,
        termEnd == null ? Days.FOREVER : Days.number(termEnd) + 1,
        cutFrom == null
            ? null
            : new Days(
                Days.number(cutFrom), cutUntil == null ? Days.FOREVER : Days.number(cutUntil)),
        buildings);
  }

  private List<BuildingSpace> buildings(long zone, Industries industries) {
    Map<Long, List<GoodsLift>> lifts = lifts(zone);
    Map<Long, List<FloorSpace>> floors = floors(zone, industries);
    return jdbc.sql(
            """
            select b.id, b.code, b.name_vi, b.name_en, b.power_kva, b.wastewater_m3_day,
                   b.truck_level, b.service_charge_usd_m2_month, b.data_status,
                   st_x(st_centroid(b.geom)) as lon, st_y(st_centroid(b.geom)) as lat
            from space.buildings b
            where b.zone_id = :zone
            order by b.code collate "C\"""")
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
                order by l.building_id, l.no""")
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
                order by f.building_id, f.level""")
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
                order by y.floor_id, y.no"""
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
                order by o.floor_id, o.during, o.bays"""
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

  /**
   * Outlines of some stretches as GeoJSON in longitude and latitude, in the order asked for.
   *
   * @param hits each a floor with its first bay and number of bays
   */
  List<String> outlines(List<VacancyJson.Hit> hits) {
    if (hits.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(
            """
            select coalesce(
              (select st_asgeojson(st_forcepolygonccw(st_union(b.geom order by b.no)), 7)
               from space.bays b
               where b.floor_id = h.floor and b.no >= h.first and b.no < h.first + h.count),
              'null')
            from unnest(cast(:floors as bigint[]), cast(:firsts as int[]), cast(:counts as int[]))
              with ordinality h (floor, first, count, position)
            order by h.position""")
        .param("floors", numbers(hits.stream().map(hit -> hit.floorId()).toList()))
        .param("firsts", numbers(hits.stream().map(hit -> hit.firstBay()).toList()))
        .param("counts", numbers(hits.stream().map(hit -> hit.bayCount()).toList()))
        .query(String.class)
        .list();
  }

  private static String numbers(List<? extends Number> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
  }
}
