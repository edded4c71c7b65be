package vn.khuxuong.space.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.khuxuong.space.AvailabilityDay;

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

  /** Every zone, the one with most fitting m² first, then by free m², then by code. */
  @Transactional(readOnly = true)
  List<SupplyJson.Zone> zones(LocalDate on, Needs needs) {
    day.set(on);
    return jdbc.sql(supply)
        .param("areaMin", needs.areaMin(), Types.NUMERIC)
        .param("areaMax", needs.areaMax(), Types.NUMERIC)
        .param("load", needs.load(), Types.NUMERIC)
        .param("height", needs.height(), Types.NUMERIC)
        .param("power", needs.power(), Types.NUMERIC)
        .param("lift", needs.lift(), Types.NUMERIC)
        .param("hazard", needs.hazard() == null ? null : needs.hazard().name(), Types.VARCHAR)
        .query((row, n) -> zone(row))
        .list();
  }

  private static List<FloorSum> floors(ResultSet row) throws SQLException {
    if (row.getArray("levels") == null) {
      return List.of();
    }
    Integer[] levels = (Integer[]) row.getArray("levels").getArray();
    BigDecimal[] total = (BigDecimal[]) row.getArray("level_total_m2").getArray();
    BigDecimal[] free = (BigDecimal[]) row.getArray("level_free_m2").getArray();
    return IntStream.range(0, levels.length)
        .mapToObj(i -> new FloorSum(levels[i], total[i].doubleValue(), free[i].doubleValue()))
        .toList();
  }

  private static SupplyJson.Zone zone(ResultSet row) throws SQLException {
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
        row.getDouble("free_m2"),
        row.getInt("free_bays"),
        row.getInt("fit_bays"),
        row.getDouble("fit_m2"),
        row.getDouble("soon_m2"),
        number(row, "rent_from_usd"),
        number(row, "max_free_load_kn_m2"),
        row.getDouble("longest_run_m2"),
        row.getObject("earliest_free", LocalDate.class),
        floors(row));
  }

  private static @Nullable Double number(ResultSet row, String column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? null : value;
  }
}
