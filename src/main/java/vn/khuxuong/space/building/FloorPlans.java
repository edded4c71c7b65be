package vn.khuxuong.space.building;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Plans of floors, from their stored polygons. */
@Component
class FloorPlans {
  private record Plate(int level, int srid, List<Integer> breaks, Polygon shape) {}

  private record BayShape(int no, Polygon shape) {}

  private final JdbcClient jdbc;

  FloorPlans(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The plan of a floor; empty where there is no such floor. */
  @Transactional(readOnly = true)
  Optional<FloorPlan> find(long floor) {
    return plate(floor)
        .map(
            plate ->
                PlanDrawing.of(
                    floor,
                    plate.level(),
                    "EPSG:" + plate.srid(),
                    plate.shape(),
                    bays(floor, plate.srid()),
                    plate.breaks()));
  }

  private Optional<Plate> plate(long floor) {
    return jdbc.sql(
            """
            select f.level, z.legal_srid, f.breaks,
                   st_asbinary(st_transform(f.geom, z.legal_srid)) as shape
            from space.floors f
            join space.buildings b on b.id = f.building_id
            join zoning.zones z on z.id = b.zone_id
            where f.id = :floor""")
        .param("floor", floor)
        .query(
            (row, n) ->
                new Plate(
                    row.getInt("level"),
                    row.getInt("legal_srid"),
                    Arrays.asList((Integer[]) row.getArray("breaks").getArray()),
                    polygon(row.getBytes("shape"))))
        .optional();
  }

  private SortedMap<Integer, Polygon> bays(long floor, int srid) {
    SortedMap<Integer, Polygon> bays = new TreeMap<>();
    List<BayShape> rows =
        jdbc.sql(
                """
            select no, st_asbinary(st_transform(geom, :srid)) as shape
            from space.bays
            where floor_id = :floor
            order by no""")
            .param("floor", floor)
            .param("srid", srid)
            .query((row, n) -> new BayShape(row.getInt("no"), polygon(row.getBytes("shape"))))
            .list();
    rows.forEach(row -> bays.put(row.no(), row.shape()));
    return bays;
  }

  /** What the database wrote; its constraints say that it is a valid polygon. */
  private static Polygon polygon(byte[] wkb) {
    try {
      Geometry shape = new WKBReader().read(wkb);
      return (Polygon) shape;
    } catch (ParseException e) {
      throw new IllegalStateException("The database wrote WKB that cannot be read", e);
    }
  }
}
