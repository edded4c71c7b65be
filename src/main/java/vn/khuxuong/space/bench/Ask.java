package vn.khuxuong.space.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One search, in the words of the service and in those of the database. */
final class Ask {
  private final StringBuilder query = new StringBuilder();
  private final List<String> conditions = new ArrayList<>();
  private final List<Object> values = new ArrayList<>();
  private String order = "rent_usd_m2_month, id";
  private final List<Object> ofOrder = new ArrayList<>();

  /** Adds a parameter and the condition it stands for. */
  Ask with(String name, Object value, String condition, Object... bound) {
    parameter(name, value);
    conditions.add(condition);
    values.addAll(List.of(bound));
    return this;
  }

  /** Adds a parameter that has no condition of its own. */
  Ask parameter(String name, Object value) {
    query
        .append(query.isEmpty() ? "" : "&")
        .append(name)
        .append('=')
        .append(URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
    return this;
  }

  /** Orders by something else than the rent. */
  Ask by(String sort, String expression, Object... bound) {
    parameter("sort", sort);
    order = expression;
    ofOrder.clear();
    ofOrder.addAll(List.of(bound));
    return this;
  }

  /** Path and query. */
  String path() {
    return "/api/v1/vacancies?" + query;
  }

  /** Values of the statement, in order. */
  List<Object> values() {
    List<Object> all = new ArrayList<>(values);
    all.addAll(ofOrder);
    return all;
  }

  /** The statement: number and m² of all results, and the first page, as JSON; no counts beside. */
  String sql() {
    return """
    with found as (
      select v.id, v.building_code, v.zone_code, v.floor_id, v.level, v.first_bay, v.bay_count,
             v.area_m2, v.free_from, v.free_until, v.lift_t, v.power_kva, v.hazards, v.industries,
             v.rent_usd_m2_month, f.load_kn_m2, f.point_load_kn, f.clear_height_m,
             f.rent_vnd_m2_month, b.name_vi, b.name_en, b.service_charge_usd_m2_month,
             st_centroid(b.geom) as centre
      from derived.vacancies v
      join space.floors f on f.id = v.floor_id
      join space.buildings b on b.id = f.building_id
      %s)
    select json_build_object(
      'count', (select count(*) from found),
      'areaM2', (select sum(area_m2) from found),
      'hits', (select json_agg(page) from (select * from found order by %s limit 20) page))::text\
    """
        .formatted(conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions), order);
  }
}
