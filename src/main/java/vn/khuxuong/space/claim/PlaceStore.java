package vn.khuxuong.space.claim;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.khuxuong.space.ClaimWish;

/** SQL of what a place offers, beside a wish that it did not fulfil. */
@Component
class PlaceStore {
  private final JdbcClient jdbc;

  PlaceStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What a floor and its building offer over the days of a wish.
   *
   * @param bays how many the floor has
   * @param availableFrom when the last of the bays asked for is handed over
   * @param termEnd last day of the zone's land term, null where not yet set
   * @param floorPowerLeftKva least that live claims leave on any day of the wish; likewise the
   *     others
   */
  record Place(
      int bays,
      LocalDate availableFrom,
      @Nullable LocalDate termEnd,
      double loadKnM2,
      List<String> hazards,
      List<String> industries,
      List<Integer> breaks,
      double floorPowerLeftKva,
      double buildingPowerLeftKva,
      double wastewaterLeftM3Day) {}

  /** A bay that is not for rent, and why. */
  record Out(int no, String reasonVi, String reasonEn) {}

  Place get(ClaimWish wish) {
    return jdbc.sql(
            """
            select (select count(*) from space.bays y where y.floor_id = f.id) as bays,
                   coalesce((select max(coalesce(y.available_from, b.available_from))
                             from space.bays y
                             where y.floor_id = f.id and y.no <@ int4range(:first, :end)),
                            b.available_from) as available_from,
                   z.term_end, f.load_kn_m2, f.hazards, f.breaks,
                   array(select fi.industry from space.floor_industries fi
                         join space.industries i on i.code = fi.industry
                         where fi.floor_id = f.id order by i.position) as industries,
                   f.power_kva - space.peak_power(f.id, daterange(:from, :until, '[]'))
                     as floor_left,
                   b.power_kva - used.power_kva as building_left,
                   b.wastewater_m3_day - used.wastewater_m3_day as wastewater_left
            from space.floors f
            join space.buildings b on b.id = f.building_id
            join zoning.zones z on z.id = b.zone_id
            cross join lateral
              space.peak_use_of_building(b.id, daterange(:from, :until, '[]')) used
            where f.id = :floor""")
        .param("floor", wish.floorId())
        .param("first", wish.firstBay())
        .param("end", wish.firstBay() + wish.bayCount())
        .param("from", wish.from())
        .param("until", wish.until())
        .query((row, n) -> place(row))
        .single();
  }

  private static Place place(ResultSet row) throws SQLException {
    return new Place(
        row.getInt("bays"),
        row.getObject("available_from", LocalDate.class),
        row.getObject("term_end", LocalDate.class),
        row.getDouble("load_kn_m2"),
        Arrays.stream((Object[]) row.getArray("hazards").getArray()).map(Object::toString).toList(),
        Arrays.asList((String[]) row.getArray("industries").getArray()),
        Arrays.asList((Integer[]) row.getArray("breaks").getArray()),
        row.getDouble("floor_left"),
        row.getDouble("building_left"),
        row.getDouble("wastewater_left"));
  }

  /** The first bay of a wish that is not for rent. */
  Out out(ClaimWish wish) {
    return jdbc.sql(
            """
            select no, out_reason_vi, out_reason_en
            from space.bays
            where floor_id = :floor and no <@ int4range(:first, :end) and not rentable
            order by no limit 1""")
        .param("floor", wish.floorId())
        .param("first", wish.firstBay())
        .param("end", wish.firstBay() + wish.bayCount())
        .query(
            (row, n) ->
                new Out(
                    row.getInt("no"),
                    row.getString("out_reason_vi"),
                    row.getString("out_reason_en")))
        .single();
  }
}
