package vn.khuxuong.space.search.vacancy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** SQL of what the search keeps ready: zones, and where they changed. */
@Component
class VacancyStore {
  private final JdbcClient jdbc;
  private final BuildingSpaceStore buildings;
  private final TransactionTemplate snapshot;

  VacancyStore(
      JdbcClient jdbc, BuildingSpaceStore buildings, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.buildings = buildings;
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
                where revision > :after and (layers is null or layers && '{zones,buildings}')\
                """)
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
            where geom && st_makeenvelope(:west, :south, :east, :north, 4326)\
            """)
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
            limit 1\
            """)
        .param("id", id)
        .query((row, n) -> zone(id, row, buildings.of(id, industries)))
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
            order by h.position\
            """)
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
