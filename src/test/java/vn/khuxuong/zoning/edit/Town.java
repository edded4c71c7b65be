package vn.khuxuong.zoning.edit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.zoning.Attribute;
import vn.khuxuong.zoning.LandUse;
import vn.khuxuong.zoning.StorageGrid;
import vn.khuxuong.zoning.Subzone;
import vn.khuxuong.zoning.Zone;

/**
 * An invented zone: squares of 100 m in rows from the south-west, codes CN-01, CN-02 … by row.
 * Local coordinates are metres from its corner at east 584000, north 1195000 in EPSG:9210.
 */
final class Town {
  static final Crs LEGAL = Crs.EPSG_9210;
  private static final GeometryFactory FACTORY = LEGAL.geometryFactory();
  private static final double EAST = 584_000;
  private static final double NORTH = 1_195_000;

  private Town() {}

  static Coordinate at(double x, double y) {
    return StorageGrid.settle(FACTORY.createPoint(exactly(x, y)), LEGAL).getCoordinate();
  }

  static Coordinate exactly(double x, double y) {
    return new Coordinate(EAST + x, NORTH + y);
  }

  static Polygon polygon(double... xy) {
    Coordinate[] ring = new Coordinate[xy.length / 2 + 1];
    for (int i = 0; i < ring.length - 1; i++) {
      ring[i] = at(xy[2 * i], xy[2 * i + 1]);
    }
    ring[ring.length - 1] = ring[0];
    return FACTORY.createPolygon(ring);
  }

  static Polygon box(double x0, double y0, double x1, double y1) {
    return polygon(x0, y0, x1, y0, x1, y1, x0, y1);
  }

  static LineString line(double... xy) {
    Coordinate[] points = new Coordinate[xy.length / 2];
    for (int i = 0; i < points.length; i++) {
      points[i] = exactly(xy[2 * i], xy[2 * i + 1]);
    }
    return FACTORY.createLineString(points);
  }

  static Subzone subzone(String uid, String code, LandUse use, Polygon shape) {
    return new Subzone(
        uid, code, use, "Lô " + code, "Plot " + code, null, 1, 60.0, 5, 2.5, null, null, shape);
  }

  static Map<String, Subzone> grid(int columns, int rows) {
    List<Subzone> all = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        String number = Fabric.numbered(all.size() + 1, 2);
        Polygon shape = box(column * 100.0, row * 100.0, column * 100.0 + 100, row * 100.0 + 100);
        all.add(subzone("u" + number, "CN-" + number, LandUse.INDUSTRY, shape));
      }
    }
    return of(all);
  }

  static Map<String, Subzone> of(Collection<Subzone> subzones) {
    Map<String, Subzone> map = new LinkedHashMap<>();
    subzones.forEach(s -> map.put(s.uid(), s));
    return map;
  }

  static Zone zone(int columns, int rows) {
    return zone(box(0, 0, columns * 100.0, rows * 100.0));
  }

  static Zone zone(Polygon outline) {
    return new Zone(
        "TST",
        "Khu thử",
        "Test park",
        Zone.Kind.IP,
        false,
        false,
        100,
        null,
        null,
        null,
        LEGAL,
        outline);
  }

  static Supplier<String> uids() {
    int[] next = {0};
    return () -> new UUID(0, ++next[0]).toString();
  }

  static Map<Attribute, Optional<Object>> use(LandUse use) {
    return Map.of(Attribute.LAND_USE, Optional.of(use));
  }

  static double area(Map<String, Subzone> plan) {
    return plan.values().stream().mapToDouble(Subzone::areaM2).sum();
  }

  static Subzone byCode(Map<String, Subzone> plan, String code) {
    return plan.values().stream().filter(s -> s.code().equals(code)).findFirst().orElseThrow();
  }
}
