package vn.khuxuong.space.building;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.khuxuong.space.AvailabilityDay;
import vn.khuxuong.space.search.AsOf;
import vn.khuxuong.space.search.FloorSum;

/** SQL of buildings as cards and in full. */
@Component
class BuildingStore {
  private record Part<T>(long owner, T value) {}

  /** Columns of the published view and of the table that cards and full answers share. */
  private static final String FACTS =
      """
      select b.*, p.zone_code, p.lettable_m2, p.free_m2, p.longest_run_m2, p.max_load_kn_m2,
             p.rent_from_usd, p.goods_lifts, p.lift_max_t,
             (select count(*) from space.bay_states s
              where s.building_id = b.id and s.status = 'FREE') as free_bays,
             z.name_vi as zone_name_vi, z.name_en as zone_name_en, z.short_name, z.term_end,
             z.term_end_precision,
             round(st_x(st_centroid(b.geom))::numeric, 6) as lon,
             round(st_y(st_centroid(b.geom))::numeric, 6) as lat,
             round(st_xmin(b.geom)::numeric, 6) as west, round(st_ymin(b.geom)::numeric, 6) as south,
             round(st_xmax(b.geom)::numeric, 6) as east, round(st_ymax(b.geom)::numeric, 6) as north
      from space.buildings b
      join published.buildings p on p.id = b.id
      join zoning.zones z on z.id = b.zone_id
      """;

  private final JdbcClient jdbc;
  private final AvailabilityDay day;
  private final FloorStore floors;

  BuildingStore(JdbcClient jdbc, AvailabilityDay day, FloorStore floors) {
    this.jdbc = jdbc;
    this.day = day;
    this.floors = floors;
  }

  boolean hasZone(String code) {
    return jdbc.sql("select exists (select from zoning.zones where code = :code)")
        .param("code", code)
        .query(Boolean.class)
        .single();
  }

  boolean hasBuilding(String code) {
    return jdbc.sql("select exists (select from space.buildings where code = :code)")
        .param("code", code)
        .query(Boolean.class)
        .single();
  }

  /** Buildings of a zone, or of all where it is null, by code. */
  @Transactional(readOnly = true)
  List<BuildingCard> list(LocalDate on, @Nullable String zone) {
    day.set(on);
    Map<Long, List<FloorSum>> sums = sums(zone);
    return jdbc.sql(FACTS + "where cast(:zone as text) is null or z.code = :zone order by b.code")
        .param("zone", zone, Types.VARCHAR)
        .query((row, n) -> card(row, sums.getOrDefault(row.getLong("id"), List.of())))
        .list();
  }

  private Map<Long, List<FloorSum>> sums(@Nullable String zone) {
    return jdbc
        .sql(
            """
            select s.building_id, s.level, sum(s.area_m2) as total_m2,
                   coalesce(sum(s.area_m2) filter (where s.status = 'FREE'), 0) as free_m2
            from space.bay_states s
            join zoning.zones z on z.id = s.zone_id
            where cast(:zone as text) is null or z.code = :zone
            group by s.building_id, s.level
            order by s.building_id, s.level""")
        .param("zone", zone, Types.VARCHAR)
        .query(
            (row, n) ->
                new Part<>(
                    row.getLong("building_id"),
                    new FloorSum(
                        row.getInt("level"), row.getDouble("total_m2"), row.getDouble("free_m2"))))
        .list()
        .stream()
        .collect(groupingBy(Part::owner, mapping(Part::value, toList())));
  }

  private static BuildingCard card(ResultSet row, List<FloorSum> floors) throws SQLException {
    return new BuildingCard(
        row.getString("code"),
        row.getString("zone_code"),
        row.getString("name_vi"),
        row.getString("name_en"),
        row.getInt("storeys"),
        row.getDouble("free_m2"),
        row.getInt("free_bays"),
        row.getDouble("longest_run_m2"),
        row.getDouble("rent_from_usd"),
        row.getDouble("max_load_kn_m2"),
        row.getDouble("lift_max_t"),
        row.getInt("goods_lifts"),
        List.of(row.getDouble("lon"), row.getDouble("lat")),
        floors);
  }

  /** One building in full; the code must be known. */
  @Transactional(readOnly = true)
  BuildingJson get(String code, AsOf.Basis basis) {
    day.set(basis.day());
    return jdbc.sql(FACTS + "where b.code = :code")
        .param("code", code)
        .query((row, n) -> building(row, basis))
        .single();
  }

  private static @Nullable Double depositMonths(ResultSet row) throws SQLException {
    BigDecimal months = row.getBigDecimal("deposit_months");
    return months == null ? null : months.doubleValue();
  }

  private BuildingJson building(ResultSet row, AsOf.Basis basis) throws SQLException {
    long id = row.getLong("id");
    return new BuildingJson(
        row.getString("code"),
        new BuildingJson.Zone(
            row.getString("zone_code"),
            row.getString("zone_name_vi"),
            row.getString("zone_name_en"),
            row.getString("short_name"),
            row.getObject("term_end", LocalDate.class),
            row.getString("term_end_precision")),
        row.getString("name_vi"),
        row.getString("name_en"),
        row.getInt("storeys"),
        row.getDouble("fire_height_m"),
        row.getBoolean("sprinklered"),
        row.getDouble("gfa_m2"),
        row.getDouble("lettable_m2"),
        row.getDouble("free_m2"),
        row.getInt("free_bays"),
        row.getDouble("longest_run_m2"),
        row.getDouble("rent_from_usd"),
        row.getDouble("max_load_kn_m2"),
        row.getDouble("grid_x_m"),
        row.getDouble("grid_y_m"),
        row.getDouble("power_kva"),
        row.getDouble("wastewater_m3_day"),
        row.getString("wastewater_class"),
        row.getInt("loading_bays"),
        row.getInt("truck_level"),
        row.getBoolean("exhaust"),
        row.getDouble("service_charge_usd_m2_month"),
        depositMonths(row),
        row.getObject("completed", Integer.class),
        row.getObject("available_from", LocalDate.class),
        List.of(row.getDouble("lon"), row.getDouble("lat")),
        List.of(
            row.getDouble("west"),
            row.getDouble("south"),
            row.getDouble("east"),
            row.getDouble("north")),
        lifts(id),
        floors.list(id, row.getString("code"), row.getDouble("lift_max_t")),
        freeing(id),
        incentive().orElse(null),
        row.getString("data_status"),
        basis.day(),
        basis.revision());
  }

  private List<BuildingJson.GoodsLift> lifts(long building) {
    return jdbc.sql(
            """
            select no, capacity_t, car_width_m, car_depth_m, door_width_m, door_height_m
            from space.goods_lifts
            where building_id = :building
            order by no""")
        .param("building", building)
        .query(
            (row, n) ->
                new BuildingJson.GoodsLift(
                    row.getInt("no"),
                    row.getDouble("capacity_t"),
                    row.getDouble("car_width_m"),
                    row.getDouble("car_depth_m"),
                    row.getDouble("door_width_m"),
                    row.getDouble("door_height_m")))
        .list();
  }

  private List<BuildingJson.Freeing> freeing(long building) {
    return jdbc.sql(
            """
            select to_char(free_from, 'YYYY-MM') as month, sum(area_m2) as area_m2
            from space.bay_states
            where building_id = :building and status in ('LET', 'ENDING', 'SOON')
              and free_from is not null
            group by month
            order by month""")
        .param("building", building)
        .query(
            (row, n) -> new BuildingJson.Freeing(row.getString("month"), row.getDouble("area_m2")))
        .list();
  }

  private Optional<BuildingJson.Incentive> incentive() {
    return jdbc.sql(
            """
            select min_cut_pct, months, condition_vi, condition_en, source_vi, source_en
            from space.incentives
            where code = 'RESOLUTION_198' and in_force @> zoning.on_date()""")
        .query(
            (row, n) ->
                new BuildingJson.Incentive(
                    row.getDouble("min_cut_pct"),
                    row.getInt("months"),
                    row.getString("condition_vi"),
                    row.getString("condition_en"),
                    row.getString("source_vi"),
                    row.getString("source_en")))
        .optional();
  }
}
