package vn.khuxuong.space.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL that reads the rows of a building's table, and what claims rest on them. */
@Repository
class TableStore {
  private static final String BUILDING =
      """
      select z.code as zone, b.code, b.name_vi, b.name_en, b.storeys, b.fire_height_m,
             b.sprinklered, b.gfa_m2, b.grid_x_m, b.grid_y_m, b.power_kva, b.wastewater_m3_day,
             b.wastewater_class, b.loading_bays, b.truck_level, b.exhaust,
             b.service_charge_usd_m2_month, b.deposit_months, b.completed, b.available_from, b.data_status,
             st_astext(b.geom, 15) as shape
      from space.buildings b
      join zoning.zones z on z.id = b.zone_id
      where b.code = :code""";

  private static final String LIFTS =
      """
      select l.no, l.capacity_t, l.car_width_m, l.car_depth_m, l.door_width_m, l.door_height_m
      from space.goods_lifts l
      join space.buildings b on b.id = l.building_id
      where b.code = :code order by l.no""";

  private static final String FLOORS =
      """
      select f.level, f.load_kn_m2, f.point_load_kn, f.clear_height_m, f.power_kva,
             array_to_string(f.hazards, ' ') as hazards,
             (select string_agg(i.industry, ' ') from space.floor_industries i
              where i.floor_id = f.id) as industries,
             array_to_string(f.breaks, ' ') as breaks, f.rent_usd_m2_month, f.rent_vnd_m2_month,
             st_astext(f.geom, 15) as shape
      from space.floors f
      join space.buildings b on b.id = f.building_id
      where b.code = :code order by f.level""";

  private static final String BAYS =
      """
      select f.level, y.no, y.rentable, y.out_reason_vi, y.out_reason_en, y.available_from,
             st_astext(y.geom, 15) as shape
      from space.bays y
      join space.floors f on f.id = y.floor_id
      join space.buildings b on b.id = f.building_id
      where b.code = :code order by f.level, y.no""";

  private final JdbcClient jdbc;

  TableStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The table of a building; empty for one that is not there. */
  List<Row> rows(String code) {
    List<Row> rows = new ArrayList<>(rows(Kind.BUILDING, BUILDING, code));
    rows.addAll(rows(Kind.LIFT, LIFTS, code));
    rows.addAll(rows(Kind.FLOOR, FLOORS, code));
    rows.addAll(rows(Kind.BAY, BAYS, code));
    return rows;
  }

  private List<Row> rows(Kind kind, String sql, String code) {
    return jdbc.sql(sql).param("code", code).query((row, n) -> row(kind, row)).list();
  }

  private static Row row(Kind kind, ResultSet row) throws SQLException {
    Map<String, String> values = new HashMap<>();
    for (Field field : kind.fields()) {
      String text = row.getString(field.name());
      if (text != null && !text.isEmpty()) {
        String given =
            field.type() == Field.Type.FLAG ? String.valueOf(row.getBoolean(field.name())) : text;
        values.put(field.name(), field.canonical(given).orElse(given));
      }
    }
    return new Row(kind, 0, values, kind.shaped() ? shape(row.getString("shape")) : null);
  }

  private static Polygon shape(String wkt) {
    return (Polygon) geometry(wkt);
  }

  private static Geometry geometry(String wkt) {
    try {
      return new WKTReader().read(wkt);
    } catch (ParseException e) {
      throw new IllegalStateException("The database wrote WKT that cannot be read", e);
    }
  }

  /** EPSG code of a zone's legal system; empty for an unknown zone. */
  Optional<Integer> legalSrid(String zone) {
    return jdbc.sql("select legal_srid from zoning.zones where code = :zone")
        .param("zone", zone)
        .query(Integer.class)
        .optional();
  }

  /** Whether a shape touches a zone. */
  boolean isInZone(String zone, String wkt) {
    return jdbc.sql(
            """
            select st_intersects(geom, st_geomfromtext(:wkt, 4326)) from zoning.zones
            where code = :zone""")
        .param("zone", zone)
        .param("wkt", wkt)
        .query(Boolean.class)
        .single();
  }

  /** Shapes in metres of a legal system, in the same order. */
  List<Geometry> inMetres(List<String> wkts, int srid) {
    return jdbc.sql(
            """
            select st_astext(st_transform(st_geomfromtext(w.wkt, 4326), :srid), 6)
            from unnest(cast(:wkts as text[])) with ordinality as w (wkt, n) order by w.n""")
        .param("srid", srid)
        .param("wkts", wkts.toArray(String[]::new))
        .query((row, n) -> geometry(row.getString(1)))
        .list();
  }

  /** Locks a building against claims and other imports; its id, null where it is not there. */
  @Nullable Long lock(String code) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('building ' || :code, 28))")
        .param("code", code)
        .query((row, n) -> true)
        .list();
    return jdbc.sql("select id from space.buildings where code = :code for update")
        .param("code", code)
        .query(Long.class)
        .optional()
        .orElse(null);
  }

  /**
   * A claim that still binds, and what it needs.
   *
   * @param level of its floor
   * @param first first bay
   * @param end bay after the last
   */
  record Standing(int level, int first, int end, String period) {}

  /** Claims of a building that end after today. */
  List<Standing> standing(String code) {
    return jdbc.sql(
            """
            select f.level, lower(o.bays) as first, upper(o.bays) as until, o.during::text as period
            from space.occupancies o
            join space.floors f on f.id = o.floor_id
            join space.buildings b on b.id = f.building_id
            where b.code = :code and o.live and upper(o.during) > zoning.on_date()
            order by f.level, lower(o.bays)""")
        .param("code", code)
        .query(
            (row, n) ->
                new Standing(
                    row.getInt("level"),
                    row.getInt("first"),
                    row.getInt("until"),
                    row.getString("period")))
        .list();
  }

  /** Levels with any claim at all, also one that ended: what was known of them is never deleted. */
  List<Integer> levelsWithHistory(String code) {
    return jdbc.sql(
            """
            select distinct f.level from space.occupancies o
            join space.floors f on f.id = o.floor_id
            join space.buildings b on b.id = f.building_id
            where b.code = :code order by f.level""")
        .param("code", code)
        .query(Integer.class)
        .list();
  }

  /** A claim that the building as it now stands could not bear. */
  record Unbearable(int level, String bays, String period, String what) {}

  /** Claims that end after today and would be refused if they were made now. */
  List<Unbearable> unbearable(String code) {
    return jdbc.sql(
            """
            select f.level, o.bays::text as bays, o.during::text as period, w.what
            from space.occupancies o
            join space.floors f on f.id = o.floor_id
            join space.buildings b on b.id = f.building_id
            cross join lateral space.peak_use_of_building(b.id, o.during) used
            cross join lateral (select case
              when (select count(*) from space.bays y where y.floor_id = f.id and y.no <@ o.bays)
                   <> upper(o.bays) - lower(o.bays) then 'no'
              when exists (select from space.bays y where y.floor_id = f.id and y.no <@ o.bays
                           and not y.rentable) then 'rentable'
              when exists (select from unnest(f.breaks) k
                           where lower(o.bays) < k and k < upper(o.bays)) then 'breaks'
              when exists (select from space.bays y where y.floor_id = f.id and y.no <@ o.bays
                           and coalesce(y.available_from, b.available_from) > lower(o.during))
                then 'available_from'
              when o.load_kn_m2 > f.load_kn_m2 then 'load_kn_m2'
              when not o.hazard = any (f.hazards) then 'hazards'
              when not exists (select from space.floor_industries i
                               where i.floor_id = f.id and i.industry = o.industry)
                then 'industries'
              when space.peak_power(f.id, o.during) > f.power_kva
                or used.power_kva > b.power_kva then 'power_kva'
              when used.wastewater_m3_day > b.wastewater_m3_day then 'wastewater_m3_day'
            end as what) w
            where b.code = :code and o.live and upper(o.during) > zoning.on_date()
              and w.what is not null
            order by f.level, lower(o.bays) limit 50""")
        .param("code", code)
        .query(Unbearable.class)
        .list();
  }
}
