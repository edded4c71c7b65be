package vn.khuxuong.space.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.khuxuong.space.AvailabilityDay;
import vn.khuxuong.space.search.vacancy.FloorNeeds;
import vn.khuxuong.space.search.vacancy.ZoneSupply;

/** SQL of the supply by zone. */
@Component
class SupplyStore {
  private final JdbcClient jdbc;
  private final AvailabilityDay day;
  private final String supply;

  SupplyStore(JdbcClient jdbc, AvailabilityDay day) {
    this.jdbc = jdbc;
    this.day = day;
    try {
      supply =
          new ClassPathResource("sql/space/supply-by-zone.sql")
              .getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every zone on a day that is over, in the order of an answer. */
  @Transactional(readOnly = true)
  List<SupplyJson.Zone> zones(LocalDate on, FloorNeeds needs) {
    day.set(on);
    return jdbc.sql(supply)
        .param("areaMin", needs.areaMin(), Types.NUMERIC)
        .param("areaMax", needs.areaMax(), Types.NUMERIC)
        .param("load", needs.load(), Types.NUMERIC)
        .param("height", needs.height(), Types.NUMERIC)
        .param("power", needs.power(), Types.NUMERIC)
        .param("lift", needs.lift(), Types.NUMERIC)
        .param("hazard", needs.hazard() == null ? null : needs.hazard().name(), Types.VARCHAR)
        .query((row, n) -> zone(row, supply(row)))
        .list();
  }

  /**
   * Every zone, in the order of an answer: the one with most fitting m² first, then by free m²,
   * then by code.
   *
   * @param supply by the zone's id
   */
  List<SupplyJson.Zone> zones(Map<Long, ZoneSupply> supply) {
    List<SupplyJson.Zone> zones =
        jdbc.sql(
                """
                select z.id, z.code, z.name_vi, z.name_en, z.short_name, z.kind, z.status,
                       z.converting, z.gross_area_ha, z.term_end, z.term_end_precision,
                       z.data_status, z.position_error_km,
                       round(st_x(c.point)::numeric, 6) as lon,
                       round(st_y(c.point)::numeric, 6) as lat,
                       round(st_xmin(z.geom)::numeric, 6) as west,
                       round(st_ymin(z.geom)::numeric, 6) as south,
                       round(st_xmax(z.geom)::numeric, 6) as east,
                       round(st_ymax(z.geom)::numeric, 6) as north,
                       (select count(*) from space.buildings b where b.zone_id = z.id) as buildings
                from zoning.zones z
                cross join lateral (
                  select case when st_contains(z.geom, st_centroid(z.geom)) then st_centroid(z.geom)
                              else st_pointonsurface(z.geom) end as point) c
                order by z.code\
                """)
            .query(
                (row, n) -> zone(row, supply.getOrDefault(row.getLong("id"), ZoneSupply.NOTHING)))
            .list();
    return zones.stream()
        .sorted(
            Comparator.comparingDouble(SupplyJson.Zone::fitM2)
                .thenComparingDouble(SupplyJson.Zone::freeM2)
                .reversed()) // stable: then by code
        .toList();
  }

  private static ZoneSupply supply(ResultSet row) throws SQLException {
    return new ZoneSupply(
        row.getDouble("free_m2"),
        row.getInt("free_bays"),
        row.getInt("fit_bays"),
        row.getDouble("fit_m2"),
        row.getDouble("soon_m2"),
        number(row, "rent_from_usd"),
        number(row, "max_free_load_kn_m2"),
        row.getDouble("longest_run_m2"),
        row.getObject("earliest_free", LocalDate.class),
        levels(row));
  }

  private static List<ZoneSupply.Level> levels(ResultSet row) throws SQLException {
    if (row.getArray("levels") == null) {
      return List.of();
    }
    Integer[] levels = (Integer[]) row.getArray("levels").getArray();
    BigDecimal[] total = (BigDecimal[]) row.getArray("level_total_m2").getArray();
    BigDecimal[] free = (BigDecimal[]) row.getArray("level_free_m2").getArray();
    return IntStream.range(0, levels.length)
        .mapToObj(
            i -> new ZoneSupply.Level(levels[i], total[i].doubleValue(), free[i].doubleValue()))
        .toList();
  }

  private static SupplyJson.Zone zone(ResultSet row, ZoneSupply supply) throws SQLException {
    return new SupplyJson.Zone(
        row.getString("code"),
        row.getString("name_vi"),
        row.getString("name_en"),
        row.getString("short_name"),
        row.getString("kind"),
        row.getString("status"),
        row.getBoolean("converting"),
        row.getDouble("gross_area_ha"),
        row.getObject("term_end", LocalDate.class),
        row.getString("term_end_precision"),
        row.getString("data_status"),
        number(row, "position_error_km"),
        List.of(row.getDouble("lon"), row.getDouble("lat")),
        List.of(
            row.getDouble("west"),
            row.getDouble("south"),
            row.getDouble("east"),
            row.getDouble("north")),
        row.getInt("buildings"),
        supply.freeM2(),
        supply.freeBays(),
        supply.fitBays(),
        supply.fitM2(),
        supply.soonM2(),
        supply.rentFromUsd(),
        supply.maxFreeLoadKnM2(),
        supply.longestRunM2(),
        supply.earliestFree(),
        supply.levels().stream()
            .map(level -> new FloorSum(level.level(), level.totalM2(), level.freeM2()))
            .toList());
  }

  private static @Nullable Double number(ResultSet row, String column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? null : value;
  }
}
