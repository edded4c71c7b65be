package vn.khuxuong.zoning.coarse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.khuxuong.geo.Wkb;

/** SQL of the coarser copies. Shapes are in EPSG:3857. */
final class CoarseStore {
  private final JdbcClient jdbc;

  CoarseStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Zones of which a copy is missing, of themselves or of a plan that is in force on some day.
   *
   * @param code of the only zone to look at, null for all
   */
  List<Long> zonesWithout(@Nullable String code, int zoneBands, int subzoneBands) {
    return jdbc.sql(
            """
            select z.id
            from zoning.zones z
            where (cast(:code as text) is null or z.code = :code)
              and ((select count(*) from zoning.coarse_shapes c
                    where c.kind = 'ZONE' and c.id = z.id) < :zoneBands
                or exists (
                  select from zoning.plan_periods pp
                  join zoning.subzones s on s.plan_id = pp.plan_id
                  where pp.zone_id = z.id and upper_inf(pp.known)
                    and (select count(*) from zoning.coarse_shapes c
                         where c.kind = 'SUBZONE' and c.id = s.id) < :subzoneBands))
            order by z.id\
            """)
        .param("code", code)
        .param("zoneBands", zoneBands)
        .param("subzoneBands", subzoneBands)
        .query(Long.class)
        .list();
  }

  /**
   * A zone and all that touch it, or touch one that does, and so on, by id; what is nearer than a
   * centimetre touches.
   */
  List<Long> neighbourhood(long zone) {
    return jdbc.sql(
            """
            with recursive around as (
              select cast(:zone as bigint) as id
              union
              select n.id
              from around a
              join zoning.zones z on z.id = a.id
              join zoning.zones n on st_dwithin(n.geom_3857, z.geom_3857, 0.01))
            select id from around order by id""")
        .param("zone", zone)
        .query(Long.class)
        .list();
  }

  Geometry zone(long id) {
    return jdbc.sql("select st_asbinary(geom_3857) as shape from zoning.zones where id = :id")
        .param("id", id)
        .query((row, n) -> shape(row.getBytes("shape")))
        .single();
  }

  /** Plans of a zone that are in force on some day as known now, the newest first. */
  List<Long> plansInForce(long zone) {
    return jdbc.sql(
            """
            select p.id
            from zoning.plans p
            where exists (select from zoning.plan_periods pp
                          where pp.plan_id = p.id and pp.zone_id = :zone and upper_inf(pp.known))
            order by p.version desc\
            """)
        .param("zone", zone)
        .query(Long.class)
        .list();
  }

  /** The shapes of a plan's subzones by id. */
  Map<Long, Polygon> subzones(long plan) {
    Map<Long, Polygon> subzones = new LinkedHashMap<>();
    jdbc.sql(
            """
            select id, st_asbinary(geom_3857) as shape
            from zoning.subzones where plan_id = :plan order by id\
            """)
        .param("plan", plan)
        .query(
            row -> {
              subzones.put(row.getLong("id"), (Polygon) shape(row.getBytes("shape")));
            });
    return subzones;
  }

  void put(String kind, long id, int band, Geometry shape) {
    jdbc.sql(
            """
            insert into zoning.coarse_shapes (kind, id, band, geom_3857)
            values (:kind, :id, :band, st_geomfromwkb(:shape, 3857))
            on conflict (kind, id, band) do update set geom_3857 = excluded.geom_3857
            where not st_orderingequals(coarse_shapes.geom_3857, excluded.geom_3857)\
            """)
        .param("kind", kind)
        .param("id", id)
        .param("band", band)
        .param("shape", Wkb.write(shape))
        .update();
  }

  /** Our own shapes, judged when they were stored. */
  private static Geometry shape(byte[] wkb) {
    try {
      return new WKBReader().read(wkb);
    } catch (ParseException e) {
      throw new IllegalStateException("The database wrote WKB that cannot be read", e);
    }
  }
}
