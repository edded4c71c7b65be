package vn.khuxuong.space;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An invented zone on the metre grid of EPSG:9210 with one building whose answers can be counted:
 * storeys of six bays of 10 x 20 m in line, with a break before bay 3. Tests write it in a
 * transaction that is rolled back.
 */
public final class InventedTown {
  /** West edge of the zone and of the building, metres east. */
  public static final int EAST = 600_000;

  /** South edge of the zone and of the building, metres north. */
  public static final int NORTH = 1_190_000;

  private final JdbcClient jdbc;

  public InventedTown(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The zone, one kilometre square, with the given last day of its term. */
  public long zone(String code, String termEnd) {
    return jdbc.sql(
            """
            insert into zoning.zones (code, name_vi, name_en, short_name, kind, status,
              gross_area_ha, term_end, term_end_precision, legal_srid, data_status, content_sha256,
              geom)
            values (:code, 'Khu thử', 'Test zone', 'KCN Thử', 'IP', 'OPERATING', 100,
              cast(:termEnd as date), 'DAY', 9210, 'ILLUSTRATIVE', 'test',
              st_multi(st_transform(st_makeenvelope(:e, :n, :e + 1000, :n + 1000, 9210), 4326)))
            returning id""")
        .param("code", code)
        .param("termEnd", termEnd)
        .param("e", EAST)
        .param("n", NORTH)
        .query(Long.class)
        .single();
  }

  /** A building without floors, from 2020 on, with 500 kVA and 20 m³ per day. */
  public long building(long zone, String code) {
    return jdbc.sql(
            """
            insert into space.buildings (zone_id, code, name_vi, name_en, storeys, fire_height_m,
              sprinklered, gfa_m2, grid_x_m, grid_y_m, power_kva, wastewater_m3_day,
              wastewater_class, loading_bays, exhaust, service_charge_usd_m2_month, available_from,
              data_status, geom)
            values (:zone, :code, 'Nhà thử', 'Test building', 2, 6, true, 2400, 10, 10, 500, 20, 'B',
              1, false, 0.5, '2020-01-01', 'ILLUSTRATIVE',
              st_transform(st_makeenvelope(:e, :n, :e + 60, :n + 20, 9210), 4326))
            returning id""")
        .param("zone", zone)
        .param("code", code)
        .param("e", EAST)
        .param("n", NORTH)
        .query(Long.class)
        .single();
  }

  /** A floor of six bays of 200 m² with a break before bay 3: 10 kN/m², 5 m, 300 kVA, C3 and D. */
  public long floor(long building, int level) {
    long floor =
        jdbc.sql(
                """
                insert into space.floors (building_id, level, load_kn_m2, point_load_kn,
                  clear_height_m, power_kva, hazards, breaks, rent_usd_m2_month, rent_vnd_m2_month,
                  geom)
                select id, :level, 10, 30, 5, 300, '{C3,D}', '{3}', 4.5, 114000, geom
                from space.buildings where id = :building
                returning id""")
            .param("building", building)
            .param("level", level)
            .query(Long.class)
            .single();
    jdbc.sql(
            """
            insert into space.floor_industries
            values (:floor, 'PLASTIC'), (:floor, 'ELECTRONICS')""")
        .param("floor", floor)
        .update();
    jdbc.sql(
            """
            insert into space.bays (floor_id, no, geom)
            select :floor, no, st_transform(
              st_makeenvelope(:e + 10 * no, :n, :e + 10 * no + 10, :n + 20, 9210), 4326)
            from generate_series(0, 5) no""")
        .param("floor", floor)
        .param("e", EAST)
        .param("n", NORTH)
        .update();
    return floor;
  }

  /** Records a claim of an electronics firm, hazard D, with 50 kVA and 2 m³ per day. */
  public long claim(long floor, String kind, String bays, String during) {
    return claim(floor, kind, bays, during, 50, 2);
  }

  /** Records a claim of an electronics firm, hazard D. */
  public long claim(
      long floor, String kind, String bays, String during, double powerKva, double wastewater) {
    return jdbc.sql(
            """
            insert into space.occupancies (floor_id, bays, during, kind, industry, hazard,
              load_kn_m2, power_kva, wastewater_m3_day, expires_at)
            values (:floor, cast(:bays as int4range), cast(:during as daterange), :kind,
              'ELECTRONICS', 'D', 8, :power, :wastewater,
              case when :kind <> 'LEASE' then timestamptz '2026-12-15 17:00+07' end)
            returning id""")
        .param("floor", floor)
        .param("kind", kind)
        .param("bays", bays)
        .param("during", during)
        .param("power", powerKva)
        .param("wastewater", wastewater)
        .query(Long.class)
        .single();
  }

  /** Makes the views answer for a day until the end of the transaction. */
  public void on(String day) {
    jdbc.sql("select set_config('khu.on', :day, true)")
        .param("day", day)
        .query(String.class)
        .single();
  }
}
