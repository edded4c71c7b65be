package vn.khuxuong.space.building;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.khuxuong.space.building.BuildingJson.Bay;
import vn.khuxuong.space.building.BuildingJson.Claim;
import vn.khuxuong.space.building.BuildingJson.Floor;
import vn.khuxuong.space.building.BuildingJson.Industry;

/** SQL of one building's floors, bays and claims, in the transaction that has set the day. */
@Component
class FloorStore {
  private record Part<T>(long floor, T value) {}

  private final JdbcClient jdbc;

  FloorStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Floors of a building, lowest first. */
  List<Floor> list(long building, String buildingCode, double liftT) {
    Map<Long, List<Bay>> bays = bays(building, buildingCode);
    Map<Long, List<Claim>> claims = claims(building);
    Map<Long, List<Industry>> industries = industries(building);
    return jdbc.sql(
            """
            select f.id, f.level, f.load_kn_m2, f.point_load_kn, f.clear_height_m, f.power_kva,
                   p.power_kva as power_left_kva, f.hazards, f.rent_usd_m2_month,
                   f.rent_vnd_m2_month, f.breaks,
                   (select sum(area_m2) from space.bays b where b.floor_id = f.id) as area_m2,
                   (select coalesce(sum(area_m2), 0) from space.bay_states s
                    where s.floor_id = f.id and s.status = 'FREE') as free_m2
            from space.floors f
            join space.floor_power_left p on p.floor_id = f.id
            where f.building_id = :building
            order by f.level""")
        .param("building", building)
        .query(
            (row, n) ->
                new Floor(
                    row.getLong("id"),
                    row.getInt("level"),
                    row.getDouble("load_kn_m2"),
                    row.getDouble("point_load_kn"),
                    row.getDouble("clear_height_m"),
                    liftT,
                    row.getDouble("power_kva"),
                    row.getDouble("power_left_kva"),
                    Arrays.stream((Object[]) row.getArray("hazards").getArray())
                        .map(Object::toString)
                        .toList(),
                    industries.getOrDefault(row.getLong("id"), List.of()),
                    row.getDouble("rent_usd_m2_month"),
                    row.getDouble("rent_vnd_m2_month"),
                    Arrays.asList((Integer[]) row.getArray("breaks").getArray()),
                    row.getDouble("area_m2"),
                    row.getDouble("free_m2"),
                    bays.getOrDefault(row.getLong("id"), List.of()),
                    claims.getOrDefault(row.getLong("id"), List.of())))
        .list();
  }

  private Map<Long, List<Bay>> bays(long building, String buildingCode) {
    return byFloor(
        jdbc.sql(
                """
                select floor_id, level, no, area_m2, status, free_from, occupied_until, rentable,
                       out_reason_vi, out_reason_en
                from space.bay_states
                where building_id = :building
                order by level, no""")
            .param("building", building)
            .query(
                (row, n) ->
                    new Part<>(
                        row.getLong("floor_id"),
                        new Bay(
                            row.getInt("no"),
                            buildingCode + "-" + row.getInt("level") + "." + row.getInt("no"),
                            row.getDouble("area_m2"),
                            row.getString("status"),
                            row.getObject("free_from", LocalDate.class),
                            row.getObject("occupied_until", LocalDate.class),
                            row.getBoolean("rentable"),
                            row.getString("out_reason_vi"),
                            row.getString("out_reason_en"))))
            .list());
  }

  private Map<Long, List<Claim>> claims(long building) {
    return byFloor(
        jdbc.sql(
                """
                select o.floor_id, lower(o.bays) as first_bay,
                       upper(o.bays) - lower(o.bays) as bay_count, o.kind,
                       lower(o.during) as first_day,
                       coalesce((o.expires_at at time zone 'Asia/Ho_Chi_Minh')::date,
                                upper(o.during) - 1) as until,
                       i.name_vi, i.name_en, o.hazard
                from space.occupancies o
                join space.floors f on f.id = o.floor_id
                join space.industries i on i.code = o.industry
                where f.building_id = :building and o.live
                  and o.during && daterange(zoning.on_date(), null)
                order by f.level, o.bays, o.during""")
            .param("building", building)
            .query(
                (row, n) ->
                    new Part<>(
                        row.getLong("floor_id"),
                        new Claim(
                            row.getInt("first_bay"),
                            row.getInt("bay_count"),
                            row.getString("kind"),
                            row.getObject("first_day", LocalDate.class),
                            row.getObject("until", LocalDate.class),
                            row.getString("name_vi"),
                            row.getString("name_en"),
                            row.getString("hazard"))))
            .list());
  }

  private Map<Long, List<Industry>> industries(long building) {
    return byFloor(
        jdbc.sql(
                """
                select fi.floor_id, i.code, i.name_vi, i.name_en
                from space.floor_industries fi
                join space.floors f on f.id = fi.floor_id
                join space.industries i on i.code = fi.industry
                where f.building_id = :building
                order by f.level, i.position""")
            .param("building", building)
            .query(
                (row, n) ->
                    new Part<>(
                        row.getLong("floor_id"),
                        new Industry(
                            row.getString("code"),
                            row.getString("name_vi"),
                            row.getString("name_en"))))
            .list());
  }

  private static <T> Map<Long, List<T>> byFloor(List<Part<T>> parts) {
    return parts.stream().collect(groupingBy(Part::floor, mapping(Part::value, toList())));
  }
}
