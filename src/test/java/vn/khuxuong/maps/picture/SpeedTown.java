package vn.khuxuong.maps.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.khuxuong.maps.layer.DataStatus;
import vn.khuxuong.maps.layer.Field;
import vn.khuxuong.maps.layer.FieldType;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.layer.Text;

/**
 * Four hundred invented zones in a square of 20 by 20, 6 km apart, each cut into 25 subzones of 40
 * plots: data that are dense enough to measure drawing with.
 */
final class SpeedTown {
  /** West edge, EPSG:3857. */
  static final double WEST = 11_800_000;

  /** South edge, EPSG:3857. */
  static final double SOUTH = 1_200_000;

  static final double STEP = 6_000;
  static final int ZONES_A_SIDE = 20;

  private SpeedTown() {}

  /** Makes the tables unless they are there. */
  static void build(JdbcTemplate jdbc) {
    jdbc.execute("create extension if not exists postgis");
    jdbc.execute("create schema if not exists published");
    Boolean there =
        jdbc.queryForObject("select to_regclass('published.done') is not null", Boolean.class);
    if (Boolean.TRUE.equals(there)) {
      return;
    }
    jdbc.execute(
        """
        create or replace function published.blob(x float8, y float8, w float8, h float8, n int, seed int)
        returns geometry language sql immutable as $$
          select st_setsrid(st_makepolygon(st_makeline(array_agg(st_makepoint(
            x + w * (0.5 + cos(2 * pi() * i / n) * (0.46 + 0.03 * sin(10 * pi() * i / n + seed))),
            y + h * (0.5 + sin(2 * pi() * i / n) * (0.46 + 0.03 * cos(6 * pi() * i / n + seed)))) order by k))),
            3857)
          from (select k % n as i, k from generate_series(0, n) k) s
        $$
        """);
    jdbc.execute(
        """
        drop table if exists published.zones_now; create table published.zones_now as
          select z + 1 as id, 'Z' || z as code, 'KCN Bịa Đặt ' || z as short_name,
                 case when z %% 7 = 0 then 'PLANNED' else 'OPERATING' end as status,
                 (z %% 3 * 1000)::float8 as free_m2,
                 published.blob(%f + z %% 20 * 6000, %f + z / 20 * 6000, 4000, 4000, 400, z + 1)
                   as geom_3857
          from generate_series(0, 399) z
        """
            .formatted(WEST, SOUTH));
    jdbc.execute(
        """
        drop table if exists published.subzones_now; create table published.subzones_now as
          select row_number() over () as id, 'S' || s as code,
                 (array['INDUSTRY','HIGHRISE','SUPPORT','WAREHOUSE','SERVICE','TECH','GREEN',
                        'ROAD','WATER'])[1 + (id * 7 + s) %% 9] as land_use,
                 'Phân khu' as land_use_vi, 12.5::float8 as area_ha, null::text as cadastral_code,
                 st_setsrid(st_makebox2d(
                   st_makepoint(x + s %% 5 * 800, y + s / 5 * 800),
                   st_makepoint(x + s %% 5 * 800 + 770, y + s / 5 * 800 + 770)), 3857)::geometry
                   as geom_3857
          from (select id, %f + (id - 1) %% 20 * 6000 as x, %f + (id - 1) / 20 * 6000 as y
                from published.zones_now) z, generate_series(0, 24) s
        """
            .formatted(WEST, SOUTH));
    jdbc.execute(
        """
        drop table if exists published.plots_now; create table published.plots_now as
          select row_number() over () as id, 'L' || s.id || '-' || p as code, s.land_use,
                 (array['FREE','RESERVED','LET','LET'])[1 + (s.id + p * 5) % 4] as status,
                 st_setsrid(st_makepolygon(st_makeline(array[
                   st_makepoint(x, y), st_makepoint(x + 92 + k, y + k), st_makepoint(x + 92, y + 70),
                   st_makepoint(x + 50, y + 146), st_makepoint(x + k, y + 146), st_makepoint(x, y)])),
                   3857) as geom_3857
          from (select id, land_use, st_xmin(geom_3857) as x0, st_ymin(geom_3857) as y0
                from published.subzones_now) s,
               generate_series(0, 39) p,
               lateral (select x0 + p % 8 * 96 as x, y0 + p / 8 * 153 as y, (p * 13 % 7) - 3 as k) c
        """);
    for (String table : List.of("zones_now", "subzones_now", "plots_now")) {
      jdbc.execute("alter table published." + table + " add geom geometry(Polygon, 4326)");
      jdbc.execute("alter table published." + table + " add label_3857 geometry(Point, 3857)");
      jdbc.execute(
          "update published."
              + table
              + " set geom = st_transform(geom_3857, 4326), label_3857 = st_centroid(geom_3857)");
      jdbc.execute("create index on published." + table + " using gist (geom)");
      jdbc.execute("create index on published." + table + " using gist (geom_3857)");
      jdbc.execute("create index on published." + table + " using gist (label_3857)");
      jdbc.execute("vacuum analyze published." + table);
    }
    jdbc.execute("create table published.done (id int)");
  }

  static Layer layer(String id, String... fields) {
    List<Field> columns = new ArrayList<>();
    for (String field : fields) {
      FieldType type =
          field.endsWith("_m2") || field.endsWith("_ha") ? FieldType.NUMBER : FieldType.STRING;
      columns.add(new Field(field, type, new Text(field, field), null, Map.of(), Set.of(), true));
    }
    Text text = new Text(id, id);
    return new Layer(
        id,
        text,
        text,
        id + "_now",
        id + "_now",
        "id",
        new Layer.Geometry(
            "geom", "geom_3857", Layer.GeometryType.POLYGON, 4326, "label_3857", List.of()),
        columns,
        new Layer.Zoom(0, 20),
        Layer.Scale.ANY,
        id,
        null,
        null,
        null,
        10,
        Set.of(),
        false,
        DataStatus.ILLUSTRATIVE,
        text,
        text);
  }
}
