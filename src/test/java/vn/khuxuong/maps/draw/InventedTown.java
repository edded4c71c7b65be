package vn.khuxuong.maps.draw;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import vn.khuxuong.geo.CoordinateOperation;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.maps.style.Attributes;

/**
 * A small industrial zone that exists nowhere: a strip of subzones between roads, cut by straight
 * lines in EPSG:9210, stored in EPSG:4326 like the real ones. Its south-west corner lies at E
 * 583000 N 1195000; it is 2,000 m wide and 1,600 m high.
 */
public final class InventedTown {
  /** East of the south-west corner, EPSG:9210. */
  public static final double EAST = 583_000;

  /** North of the south-west corner, EPSG:9210. */
  public static final double NORTH = 1_195_000;

  private static final GeometryFactory LEGAL = Crs.EPSG_9210.geometryFactory();

  private InventedTown() {}

  private static Polygon box(double e, double n, double width, double height, double lean) {
    Coordinate[] ring = {
      new Coordinate(EAST + e, NORTH + n),
      new Coordinate(EAST + e + width, NORTH + n),
      new Coordinate(EAST + e + width + lean, NORTH + n + height),
      new Coordinate(EAST + e + lean, NORTH + n + height),
      new Coordinate(EAST + e, NORTH + n)
    };
    return LEGAL.createPolygon(ring);
  }

  /** Ten subzones, every land use once, INDUSTRY twice. */
  public static List<MapFeature> subzones() {
    List<MapFeature> town = new ArrayList<>();
    Polygon frame = box(0, 0, 2000, 1600, 160);
    List<Polygon> blocks = new ArrayList<>();
    List<String> codes = new ArrayList<>();
    String[][] rows = {
      {"INDUSTRY CN01 Công nghiệp", "WAREHOUSE KB01 Kho bãi", "INDUSTRY CN02 Công nghiệp"},
      {"HIGHRISE NX01 Nhà xưởng", "SUPPORT HT01 Phân khu hỗ trợ", "TECH KT01 Hạ tầng"},
      {"SERVICE DV01 Dịch vụ", "GREEN CX01 Cây xanh", "WATER MN01 Mặt nước"}
    };
    double[] widths = {560, 700, 560};
    for (int row = 0; row < 3; row++) {
      double e = 45 + row * 53.0;
      double n = 40 + row * 520.0;
      for (int i = 0; i < 3; i++) {
        blocks.add(box(e, n, widths[i], 480, 48));
        codes.add(rows[row][i]);
        e += widths[i] + 45;
      }
    }
    Geometry roads = frame;
    for (Polygon block : blocks) {
      roads = roads.difference(block);
    }
    town.add(feature(1, "ROAD", "GT01", "Giao thông", roads));
    for (int i = 0; i < blocks.size(); i++) {
      String[] words = codes.get(i).split(" ", 3);
      town.add(feature(i + 2, words[0], words[1], words[2], blocks.get(i)));
    }
    return town;
  }

  private static MapFeature feature(
      int id, String landUse, String code, String name, Geometry legal) {
    Map<String, Object> values = new HashMap<>();
    values.put("land_use", landUse);
    values.put("code", code);
    values.put("land_use_vi", name);
    values.put("area_ha", legal.getArea() / 10_000);
    return feature(String.valueOf(id), legal, values);
  }

  private static MapFeature feature(String id, Geometry legal, Map<String, Object> values) {
    Geometry stored = CoordinateOperation.between(Crs.EPSG_9210, Crs.EPSG_4326).apply(legal);
    return new MapFeature(id, Crs.EPSG_4326, stored, Attributes.of(values));
  }

  /** Two floors of seven bays side by side, one of each status, 40 m by 30 m. */
  public static List<MapFeature> bays() {
    String[] status = {"FREE", "SOON", "HELD", "OFFERED", "LET", "ENDING", "OUT"};
    List<MapFeature> bays = new ArrayList<>();
    for (int floor = 0; floor < 2; floor++) {
      for (int i = 0; i < status.length; i++) {
        Map<String, Object> values = new HashMap<>();
        values.put("status", status[i]);
        values.put("area_m2", 300 + 1200 * floor);
        values.put("free_from", "2027-03-01");
        values.put("sector_vi", "Khuôn mẫu");
        bays.add(feature("b" + floor + i, box(i * 40.0, floor * 30.0, 40, 30, 0), values));
      }
    }
    return bays;
  }

  /** The zone's outline, in a given state. */
  public static List<MapFeature> zone(String status, double freeM2) {
    Map<String, Object> values = new HashMap<>();
    values.put("status", status);
    values.put("free_m2", freeM2);
    values.put("short_name", "KCN Bịa Đặt");
    return List.of(feature("z", box(0, 0, 2000, 1600, 160), values));
  }
}
