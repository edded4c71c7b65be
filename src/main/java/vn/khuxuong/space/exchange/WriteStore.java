package vn.khuxuong.space.exchange;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.khuxuong.geo.Wkt;

/** SQL that writes the rows of a building's table. */
@Repository
class WriteStore {
  private final JdbcClient jdbc;

  WriteStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Takes a lift or a floor with its bays, or a bay, away. */
  void delete(long building, Row row) {
    String sql =
        switch (row.kind()) {
          case LIFT -> "delete from space.goods_lifts where building_id = :building and no = :no";
          case FLOOR -> "delete from space.floors where building_id = :building and level = :level";
          case BAY ->
              """
              delete from space.bays where no = :no and floor_id =
                (select id from space.floors where building_id = :building and level = :level)""";
          case BUILDING -> throw new IllegalArgumentException("A building is never deleted");
        };
    JdbcClient.StatementSpec statement = jdbc.sql(sql).param("building", building);
    for (String name : row.kind().key()) {
      statement = statement.param(name, row.whole(name));
    }
    statement.update();
  }

  /** Writes a building, new or not; its id. */
  long building(Row row) {
    return shaped(
            with(
                jdbc.sql(
                    """
                    insert into space.buildings (zone_id, code, name_vi, name_en, storeys,
                      fire_height_m, sprinklered, gfa_m2, grid_x_m, grid_y_m, power_kva,
                      wastewater_m3_day, wastewater_class, loading_bays, truck_level, exhaust,
                      service_charge_usd_m2_month, deposit_months, completed, available_from,
                      data_status, geom)
                    select z.id, :code, :name_vi, :name_en, :storeys, :fire_height_m, :sprinklered,
                      :gfa_m2, :grid_x_m, :grid_y_m, :power_kva, :wastewater_m3_day,
                      :wastewater_class, :loading_bays, :truck_level, :exhaust,
                      :service_charge_usd_m2_month, cast(:deposit_months as numeric),
                      cast(:completed as integer), :available_from,
                      :data_status, st_geomfromtext(:shape, 4326)
                    from zoning.zones z where z.code = :zone
                    on conflict (code) do update set zone_id = excluded.zone_id,
                      name_vi = excluded.name_vi, name_en = excluded.name_en,
                      storeys = excluded.storeys, fire_height_m = excluded.fire_height_m,
                      sprinklered = excluded.sprinklered, gfa_m2 = excluded.gfa_m2,
                      grid_x_m = excluded.grid_x_m, grid_y_m = excluded.grid_y_m,
                      power_kva = excluded.power_kva,
                      wastewater_m3_day = excluded.wastewater_m3_day,
                      wastewater_class = excluded.wastewater_class,
                      loading_bays = excluded.loading_bays, truck_level = excluded.truck_level,
                      exhaust = excluded.exhaust,
                      service_charge_usd_m2_month = excluded.service_charge_usd_m2_month,
                      deposit_months = excluded.deposit_months,
                      completed = excluded.completed, available_from = excluded.available_from,
                      data_status = excluded.data_status, geom = excluded.geom, changed_at = now()
                    returning id"""),
                row),
            row)
        .query(Long.class)
        .single();
  }

  void lift(long building, Row row) {
    with(
            jdbc.sql(
                """
                insert into space.goods_lifts (building_id, no, capacity_t, car_width_m, car_depth_m,
                  door_width_m, door_height_m)
                values (:building, :no, :capacity_t, :car_width_m, :car_depth_m, :door_width_m,
                  :door_height_m)
                on conflict (building_id, no) do update set capacity_t = excluded.capacity_t,
                  car_width_m = excluded.car_width_m, car_depth_m = excluded.car_depth_m,
                  door_width_m = excluded.door_width_m, door_height_m = excluded.door_height_m"""),
            row)
        .param("building", building)
        .update();
  }

  void floor(long building, Row row) {
    long floor =
        shaped(
                with(
                    jdbc.sql(
                        """
                        insert into space.floors (building_id, level, load_kn_m2, point_load_kn,
                          clear_height_m, power_kva, hazards, breaks, rent_usd_m2_month,
                          rent_vnd_m2_month, geom)
                        values (:building, :level, :load_kn_m2, :point_load_kn, :clear_height_m,
                          :power_kva, cast(string_to_array(:hazards, ' ') as space.hazard_class[]),
                          cast(string_to_array(:breaks, ' ') as integer[]), :rent_usd_m2_month,
                          :rent_vnd_m2_month, st_geomfromtext(:shape, 4326))
                        on conflict (building_id, level) do update set
                          load_kn_m2 = excluded.load_kn_m2,
                          point_load_kn = excluded.point_load_kn,
                          clear_height_m = excluded.clear_height_m, power_kva = excluded.power_kva,
                          hazards = excluded.hazards, breaks = excluded.breaks,
                          rent_usd_m2_month = excluded.rent_usd_m2_month,
                          rent_vnd_m2_month = excluded.rent_vnd_m2_month, geom = excluded.geom
                        returning id"""),
                    row),
                row)
            .param("building", building)
            .query(Long.class)
            .single();
    jdbc.sql(
            """
            delete from space.floor_industries
            where floor_id = :floor and not industry = any (string_to_array(:industries, ' '))""")
        .param("floor", floor)
        .param("industries", row.value("industries"))
        .update();
    jdbc.sql(
            """
            insert into space.floor_industries (floor_id, industry)
            select :floor, i from unnest(string_to_array(:industries, ' ')) i
            on conflict do nothing""")
        .param("floor", floor)
        .param("industries", row.value("industries"))
        .update();
  }

  void bay(long building, Row row) {
    shaped(
            with(
                jdbc.sql(
                    """
                    insert into space.bays (floor_id, no, rentable, out_reason_vi, out_reason_en,
                      available_from, geom)
                    select f.id, :no, :rentable, cast(:out_reason_vi as text),
                      cast(:out_reason_en as text), cast(:available_from as date),
                      st_geomfromtext(:shape, 4326)
                    from space.floors f where f.building_id = :building and f.level = :level
                    on conflict (floor_id, no) do update set rentable = excluded.rentable,
                      out_reason_vi = excluded.out_reason_vi,
                      out_reason_en = excluded.out_reason_en,
                      available_from = excluded.available_from, geom = excluded.geom"""),
                row),
            row)
        .param("building", building)
        .update();
  }

  private static JdbcClient.StatementSpec with(JdbcClient.StatementSpec statement, Row row) {
    JdbcClient.StatementSpec filled = statement;
    for (Field field : row.kind().fields()) {
      filled = filled.param(field.name(), value(field, row.value(field.name())));
    }
    return filled;
  }

  private static JdbcClient.StatementSpec shaped(JdbcClient.StatementSpec statement, Row row) {
    if (row.shape() == null) {
      throw new IllegalArgumentException("No shape: " + row.key());
    }
    return statement.param("shape", Wkt.write(row.shape()));
  }

  private static @Nullable Object value(Field field, String text) {
    boolean list = field.type() == Field.Type.WORDS || field.type() == Field.Type.WHOLES;
    if (text.isEmpty() && !list) {
      return null;
    }
    return switch (field.type()) {
      case NUMBER -> new BigDecimal(text);
      case WHOLE -> Integer.valueOf(text);
      case FLAG -> Boolean.valueOf(text);
      case DAY -> LocalDate.parse(text);
      default -> text;
    };
  }
}
