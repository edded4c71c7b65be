package vn.khuxuong.space.demo;

import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.util.AffineTransformation;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.geo.Wkb;
import vn.khuxuong.platform.database.CopyRows;
import vn.khuxuong.space.demo.Claim.Block;
import vn.khuxuong.zoning.StorageGrid;

/** Rows of many buildings of one zone; figures as {@link DemoStore} has them. */
final class BuildingRows {
  private static final double TENTHS_OF_MM = 10_000;

  private final Crs legal;
  private final CopyRows buildings;
  private final CopyRows lifts;
  private final CopyRows floors;
  private final CopyRows industries;
  private final CopyRows bays;
  private final CopyRows claims;
  private long nextBuilding;
  private long nextFloor;
  private long nextBay;

  BuildingRows(MessageDigest digest, Crs legal, long building, long floor, long bay) {
    this.legal = legal;
    this.nextBuilding = building;
    this.nextFloor = floor;
    this.nextBay = bay;
    buildings =
        rows(
            digest,
            "space.buildings",
            "id zone_id code name_vi name_en storeys fire_height_m sprinklered gfa_m2 grid_x_m"
                + " grid_y_m power_kva wastewater_m3_day wastewater_class loading_bays exhaust"
                + " service_charge_usd_m2_month deposit_months completed available_from data_status geom");
    lifts =
        rows(
            digest,
            "space.goods_lifts",
            "building_id no capacity_t car_width_m car_depth_m door_width_m door_height_m");
    floors =
        rows(
            digest,
            "space.floors",
            "id building_id level load_kn_m2 point_load_kn clear_height_m power_kva hazards breaks"
                + " rent_usd_m2_month rent_vnd_m2_month geom");
    industries = rows(digest, "space.floor_industries", "floor_id industry");
    bays =
        rows(
            digest,
            "space.bays",
            "id floor_id no rentable out_reason_vi out_reason_en available_from area_m2 geom");
    claims =
        rows(
            digest,
            "space.occupancies",
            "floor_id bays during kind industry hazard traits load_kn_m2 power_kva"
                + " wastewater_m3_day expires_at");
  }

  private static CopyRows rows(MessageDigest digest, String table, String columns) {
    return new CopyRows(digest, table, columns.split(" "));
  }

  int claims() {
    return claims.count();
  }

  void send(Connection connection) throws SQLException {
    for (CopyRows rows : List.of(buildings, lifts, floors, industries, bays, claims)) {
      rows.send(connection);
    }
  }

  /** Adds a building with its floors, bays, lifts and claims. */
  void add(long zone, BuildingPlan plan, AffineTransformation site, Tenants.Filling filling) {
    byte[] plate = shape(plan.floor().outline(), site);
    List<byte[]> shapes = new ArrayList<>();
    for (Envelope bay : plan.floor().bays()) {
      shapes.add(shape(FloorPlan.ring(bay), site));
    }
    long building = nextBuilding++;
    addBuilding(zone, building, plan, plate, filling);
    addLifts(building, plan);
    Map<Integer, Long> ids = new HashMap<>();
    for (int level = 1; level <= plan.storeys(); level++) {
      ids.put(level, nextFloor);
      addFloor(building, nextFloor, plan, level, plate);
      addBays(nextFloor, plan, level, shapes, filling.late());
      nextFloor++;
    }
    for (Claim claim : filling.claims()) {
      addClaim(claim, ids.getOrDefault(claim.block().level(), 0L));
    }
  }

  private void addBuilding(
      long zone, long id, BuildingPlan plan, byte[] plate, Tenants.Filling filling) {
    boolean sprinklered = plan.grade().sprinklered();
    double promised = filling.claims().stream().mapToDouble(Claim::wastewaterM3Day).sum();
    buildings
        .id(id)
        .id(zone)
        .add(plan.code())
        .add("Nhà xưởng " + plan.letter())
        .add("Factory building " + plan.letter())
        .add(plan.storeys())
        .add(DemoStore.fireHeightM(plan))
        .add(sprinklered)
        .add(plan.floor().plateM2() * plan.storeys())
        .add(8)
        .add(plan.floor().breaks().isEmpty() ? 11 : 8.5)
        .add(DemoStore.buildingKva(plan))
        .add(Math.max(DemoStore.wastewaterM3Day(plan), Math.ceil(promised)))
        .add(sprinklered ? "A" : "B")
        .add(DemoStore.liftCount(plan))
        .add(sprinklered)
        .add(sprinklered ? 0.55 : 0.45)
        .add(DemoStore.DEPOSIT_MONTHS)
        .add(plan.opening().getYear())
        .add(plan.opening().atDay(1))
        .add("ILLUSTRATIVE")
        .shape(plate)
        .end();
  }

  private void addLifts(long building, BuildingPlan plan) {
    int count = DemoStore.liftCount(plan) + (plan.grade().sprinklered() ? 1 : 0);
    double largest = plan.grade().liftT();
    for (int no = 1; no <= count; no++) {
      boolean wide = largest > 3 && no == 1;
      lifts
          .id(building)
          .add(no)
          .add(no == 1 ? largest : Math.min(largest, 3))
          .add(wide ? 2.6 : 2.2)
          .add(wide ? 3.6 : 3.0)
          .add(wide ? 2.6 : 2.2)
          .add(2.4)
          .end();
    }
  }

  private void addFloor(long building, long id, BuildingPlan plan, int level, byte[] plate) {
    floors
        .id(id)
        .id(building)
        .add(level)
        .add(plan.grade().loadKnM2(level))
        .add(plan.grade().pointLoadKn(level))
        .add(plan.grade().clearHeightM(level))
        .add(DemoStore.floorKva(plan, level))
        .words(plan.grade().hazards(level))
        .words(plan.floor().breaks())
        .add(plan.rentUsd(level))
        .add(DemoStore.rentVnd(plan.rentUsd(level)))
        .shape(plate)
        .end();
    plan.industries(level).stream()
        .sorted()
        .forEach(industry -> industries.id(id).add(industry.name()).end());
  }

  private void addBays(
      long floor, BuildingPlan plan, int level, List<byte[]> shapes, Map<Block, LocalDate> late) {
    Set<Integer> out = plan.notForRent(level);
    boolean lobby = plan.lobby(level);
    for (int no = 0; no < shapes.size(); no++) {
      boolean rentable = !out.contains(no);
      bays.id(nextBay++)
          .id(floor)
          .add(no)
          .add(rentable)
          .add(rentable ? null : lobby ? "Sân xếp dỡ, sảnh" : "Trạm điện")
          .add(rentable ? null : lobby ? "Loading lobby" : "Transformer room")
          .add(handedOver(late, level, no))
          .add(0)
          .shape(shapes.get(no))
          .end();
    }
  }

  private static @Nullable LocalDate handedOver(Map<Block, LocalDate> late, int level, int no) {
    return late.entrySet().stream()
        .filter(e -> e.getKey().level() == level)
        .filter(e -> e.getKey().firstBay() <= no)
        .filter(e -> no < e.getKey().firstBay() + e.getKey().bayCount())
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  private void addClaim(Claim claim, long floor) {
    int first = claim.block().firstBay();
    claims
        .id(floor)
        .add("[" + first + "," + (first + claim.block().bayCount()) + ")")
        .add("[" + claim.from() + "," + claim.to() + ")")
        .add(claim.kind())
        .add(claim.industry())
        .add(claim.hazard())
        .words(claim.industry().trait().stream().toList())
        .add(claim.loadKnM2())
        .add(claim.powerKva())
        .add(claim.wastewaterM3Day())
        .add(claim.expires())
        .end();
  }

  /** Equal corners become equal vertices, so bays and plate share their edges. */
  private byte[] shape(List<Coordinate> ring, AffineTransformation site) {
    Coordinate[] placed = new Coordinate[ring.size()];
    for (int i = 0; i < placed.length; i++) {
      placed[i] = site.transform(ring.get(i), new Coordinate());
      placed[i].x = Math.rint(placed[i].x * TENTHS_OF_MM) / TENTHS_OF_MM;
      placed[i].y = Math.rint(placed[i].y * TENTHS_OF_MM) / TENTHS_OF_MM;
    }
    return Wkb.writeWithSrid(
        StorageGrid.toStored(legal.geometryFactory().createPolygon(placed), legal), Crs.EPSG_4326);
  }
}
