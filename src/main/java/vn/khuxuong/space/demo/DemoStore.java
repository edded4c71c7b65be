package vn.khuxuong.space.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import vn.khuxuong.space.Trait;
import vn.khuxuong.space.demo.DemoBuildings.Land;
import vn.khuxuong.space.demo.Site.Placement;

/** SQL of the illustrative buildings. Shapes go in as metres of the zone's legal CRS. */
@Component
class DemoStore {
  /** Months of rent and service charge; three are usual where factories are let. */
  static final int DEPOSIT_MONTHS = 3;

  private static final long LOCK = 0x6b68755f64656d6fL;
  private static final double STOREY_ABOVE_CEILING_M = 1.0;
  private static final double COMMON_POWER_SHARE = 0.9;
  private static final double WASTEWATER_M3_PER_100_M2 = 0.5;
  private static final double VND_PER_USD = 25_400;

  private final JdbcClient jdbc;

  DemoStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Makes a second instance wait until this transaction has ended. */
  void takeTurns() {
    jdbc.sql("select pg_advisory_xact_lock(:lock)").param("lock", LOCK).query().singleRow();
  }

  boolean hasBuildings() {
    return jdbc.sql("select exists (select from space.buildings)").query(Boolean.class).single();
  }

  /** The polygons to build on, in metres of the legal CRS to the millimetre, in a fixed order. */
  List<Polygon> land(Land land) {
    List<String> shapes =
        land.landUse().isEmpty()
            ? jdbc.sql(
                    """
                    select st_astext(st_transform(geom, legal_srid), 3)
                    from zoning.zones
                    where code = :zone\
                    """)
                .param("zone", land.zone())
                .query(String.class)
                .list()
            : jdbc.sql(
                    """
                    select st_astext(st_transform(s.geom, z.legal_srid), 3)
                    from zoning.subzones s
                    join zoning.plans p on p.id = s.plan_id and p.status = 'PUBLISHED'
                    join zoning.zones z on z.id = p.zone_id
                    where z.code = :zone and s.land_use = :landUse
                    order by s.area_m2 desc, s.code\
                    """)
                .param("zone", land.zone())
                .param("landUse", land.landUse())
                .query(String.class)
                .list();
    List<Polygon> polygons = new ArrayList<>();
    for (String shape : shapes) {
      Geometry geometry = parse(shape);
      for (int i = 0; i < geometry.getNumGeometries(); i++) {
        polygons.add((Polygon) geometry.getGeometryN(i));
      }
    }
    return polygons;
  }

  private static Geometry parse(String wkt) {
    try {
      return new WKTReader().read(wkt);
    } catch (ParseException e) {
      throw new IllegalStateException("The database wrote WKT that cannot be read", e);
    }
  }

  /** Records a building with floors, bays, lifts and claims. */
  void insert(BuildingPlan plan, Placement placement, Tenants.Filling filling) {
    long building = insertBuilding(plan, placement);
    insertLifts(plan, building);
    Map<Integer, Long> floors = new HashMap<>();
    for (int level = 1; level <= plan.storeys(); level++) {
      long floor = insertFloor(plan, placement, building, level);
      floors.put(level, floor);
      insertBays(plan, placement, floor, level);
    }
    filling
        .late()
        .forEach(
            (block, day) ->
                jdbc.sql(
                        """
                        update space.bays set available_from = :day
                        where floor_id = :floor and no >= :first and no < :end\
                        """)
                    .param("day", day)
                    .param("floor", floors.get(block.level()))
                    .param("first", block.firstBay())
                    .param("end", block.firstBay() + block.bayCount())
                    .update());
    for (Claim claim : filling.claims()) {
      insertClaim(claim, floors.get(claim.block().level()));
    }
  }

  private long insertBuilding(BuildingPlan plan, Placement placement) {
    GeneratedKeyHolder key = new GeneratedKeyHolder();
    jdbc.sql(
            """
            insert into space.buildings (zone_id, code, name_vi, name_en, storeys, fire_height_m,
              sprinklered, gfa_m2, grid_x_m, grid_y_m, power_kva, wastewater_m3_day,
              wastewater_class, loading_bays, exhaust, service_charge_usd_m2_month, deposit_months,
              completed, available_from, data_status, geom)
            select z.id, :code, :nameVi, :nameEn, :storeys, :fireHeight, :sprinklered, :gfa, 8, :gridY,
              :power, :wastewater, :class, :loadingBays, :exhaust, :charge, :deposit, :completed,
              :opening,
              'ILLUSTRATIVE', st_transform(st_geomfromtext(:shape, z.legal_srid), 4326)
            from zoning.zones z
            where z.code = :zone\
            """)
        .param("zone", plan.zone())
        .param("code", plan.code())
        .param("nameVi", "Nhà xưởng " + plan.letter())
        .param("nameEn", "Factory building " + plan.letter())
        .param("storeys", plan.storeys())
        .param("fireHeight", fireHeightM(plan))
        .param("sprinklered", plan.grade().sprinklered())
        .param("gfa", plan.floor().plateM2() * plan.storeys())
        .param("gridY", plan.floor().breaks().isEmpty() ? 11 : 8.5)
        .param("power", buildingKva(plan))
        .param("wastewater", wastewaterM3Day(plan))
        .param("class", plan.grade().sprinklered() ? "A" : "B")
        .param("loadingBays", liftCount(plan))
        .param("exhaust", plan.grade().sprinklered())
        .param("charge", plan.grade().sprinklered() ? 0.55 : 0.45)
        .param("deposit", DEPOSIT_MONTHS)
        .param("completed", plan.opening().getYear())
        .param("opening", plan.opening().atDay(1))
        .param("shape", placement.wkt(plan.floor().corners()))
        .update(key, "id");
    return key.getKeyAs(Long.class);
  }

  /** From the fire access level to the sill of the top storey, in m. */
  static double fireHeightM(BuildingPlan plan) {
    double height = 0;
    for (int level = 1; level < plan.storeys(); level++) {
      height += plan.grade().clearHeightM(level) + STOREY_ABOVE_CEILING_M;
    }
    return height;
  }

  /** What a building may send to the zone's plant, in m³ per day. */
  static double wastewaterM3Day(BuildingPlan plan) {
    return Math.round(plan.lettableM2() / 100 * WASTEWATER_M3_PER_100_M2);
  }

  static int liftCount(BuildingPlan plan) {
    double gfa = plan.floor().plateM2() * plan.storeys();
    return gfa < 10_000 ? 1 : gfa < 30_000 ? 2 : 3;
  }

  /** What the feeder gives to all tenants together, in kVA. */
  static double buildingKva(BuildingPlan plan) {
    double sum = 0;
    for (int level = 1; level <= plan.storeys(); level++) {
      sum += floorKva(plan, level);
    }
    return sum * COMMON_POWER_SHARE;
  }

  static double floorKva(BuildingPlan plan, int level) {
    return Math.round(plan.lettableM2(level) * plan.grade().powerKvaPerM2());
  }

  private void insertLifts(BuildingPlan plan, long building) {
    for (int no = 1; no <= liftCount(plan) + (plan.grade().sprinklered() ? 1 : 0); no++) {
      jdbc.sql(
              """
              insert into space.goods_lifts (building_id, no, capacity_t, car_width_m, car_depth_m,
                door_width_m, door_height_m)
              values (:building, :no, :capacity, :width, :depth, :width, 2.4)\
              """)
          .param("building", building)
          .param("no", no)
          .param("capacity", no == 1 ? plan.grade().liftT() : Math.min(plan.grade().liftT(), 3))
          .param("width", plan.grade().liftT() > 3 && no == 1 ? 2.6 : 2.2)
          .param("depth", plan.grade().liftT() > 3 && no == 1 ? 3.6 : 3.0)
          .update();
    }
  }

  private long insertFloor(BuildingPlan plan, Placement placement, long building, int level) {
    double rentUsd = plan.rentUsd(level);
    GeneratedKeyHolder key = new GeneratedKeyHolder();
    jdbc.sql(
            """
            insert into space.floors (building_id, level, load_kn_m2, point_load_kn, clear_height_m,
              power_kva, hazards, breaks, rent_usd_m2_month, rent_vnd_m2_month, geom)
            select b.id, :level, :load, :pointLoad, :height, :power,
              cast(:hazards as space.hazard_class[]), :breaks, :usd, :vnd,
              st_transform(st_geomfromtext(:shape, z.legal_srid), 4326)
            from space.buildings b
            join zoning.zones z on z.id = b.zone_id
            where b.id = :building\
            """)
        .param("building", building)
        .param("level", level)
        .param("load", plan.grade().loadKnM2(level))
        .param("pointLoad", plan.grade().pointLoadKn(level))
        .param("height", plan.grade().clearHeightM(level))
        .param("power", floorKva(plan, level))
        .param("hazards", names(plan.grade().hazards(level)))
        .param("breaks", plan.floor().breaks().toArray(Integer[]::new))
        .param("usd", rentUsd)
        .param("vnd", rentVnd(rentUsd))
        .param("shape", placement.wkt(plan.floor().outline()))
        .update(key, "id");
    long floor = key.getKeyAs(Long.class);
    jdbc.sql(
            """
            insert into space.floor_industries (floor_id, industry)
            select :floor, i from unnest(cast(:industries as text[])) i\
            """)
        .param("floor", floor)
        .param("industries", names(plan.industries(level)))
        .update();
    return floor;
  }

  /** Rent in VND per m² and month, in whole thousands. */
  static long rentVnd(double rentUsd) {
    return Math.round(rentUsd * VND_PER_USD / 1000) * 1000;
  }

  private void insertBays(BuildingPlan plan, Placement placement, long floor, int level) {
    Set<Integer> out = plan.notForRent(level);
    String reasonVi = plan.lobby(level) ? "Sân xếp dỡ, sảnh" : "Trạm điện";
    String reasonEn = plan.lobby(level) ? "Loading lobby" : "Transformer room";
    for (int no = 0; no < plan.floor().bays().size(); no++) {
      List<Coordinate> ring = FloorPlan.ring(plan.floor().bays().get(no));
      boolean rentable = !out.contains(no);
      jdbc.sql(
              """
              insert into space.bays (floor_id, no, rentable, out_reason_vi, out_reason_en, geom)
              select f.id, :no, :rentable, :reasonVi, :reasonEn,
                st_transform(st_geomfromtext(:shape, z.legal_srid), 4326)
              from space.floors f
              join space.buildings b on b.id = f.building_id
              join zoning.zones z on z.id = b.zone_id
              where f.id = :floor\
              """)
          .param("floor", floor)
          .param("no", no)
          .param("rentable", rentable)
          .param("reasonVi", rentable ? null : reasonVi)
          .param("reasonEn", rentable ? null : reasonEn)
          .param("shape", placement.wkt(ring))
          .update();
    }
  }

  private void insertClaim(Claim claim, long floor) {
    jdbc.sql(
            """
            insert into space.occupancies (floor_id, bays, during, kind, industry, hazard, traits,
              load_kn_m2, power_kva, wastewater_m3_day, expires_at)
            values (:floor, int4range(:first, :end), daterange(:from, :to), :kind, :industry, :hazard,
              cast(:traits as space.trait[]), :load, :power, :wastewater, :expires)\
            """)
        .param("floor", floor)
        .param("first", claim.block().firstBay())
        .param("end", claim.block().firstBay() + claim.block().bayCount())
        .param("from", claim.from())
        .param("to", claim.to())
        .param("kind", claim.kind().name())
        .param("industry", claim.industry().name())
        .param("hazard", claim.hazard().name())
        .param("traits", claim.industry().trait().stream().map(Trait::name).toArray(String[]::new))
        .param("load", claim.loadKnM2())
        .param("power", claim.powerKva())
        .param("wastewater", claim.wastewaterM3Day())
        .param("expires", claim.expires())
        .update();
  }

  private static String[] names(Iterable<? extends Enum<?>> values) {
    List<String> names = new ArrayList<>();
    values.forEach(value -> names.add(value.name()));
    return names.toArray(String[]::new);
  }
}
