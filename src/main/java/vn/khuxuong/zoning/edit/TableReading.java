package vn.khuxuong.zoning.edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;
import vn.khuxuong.geo.BBox;
import vn.khuxuong.geo.CoordinateOperation;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.zoning.Zone;

/**
 * One way to read a table of coordinates.
 *
 * @param crs a projected VN-2000 system
 * @param axes which column is north
 * @param closed whether the table repeats its first vertex
 * @param distanceM from the zone's outline to the nearest vertex; 0 where one lies inside
 * @param shareInside share of the vertices inside the zone or within a metre of it, 0 to 1
 * @param confident whether this fits and no other does
 * @param vi the reading as a sentence, in Vietnamese
 * @param en the same in English
 */
public record TableReading(
    Crs crs,
    Axes axes,
    boolean closed,
    double distanceM,
    double shareInside,
    boolean confident,
    String vi,
    String en) {

  /**
   * Drawings of one zone differ by less from its outline, wrong systems by more: UTM is 360 m off.
   */
  private static final double NEAR_M = 1;

  private static final int MOST = 8;

  static List<TableReading> of(VertexTable table, Zone zone) {
    List<TableReading> all = new ArrayList<>();
    if (table.size() == 0) {
      return all;
    }
    IndexedPointInAreaLocator inside = new IndexedPointInAreaLocator(zone.outline());
    IndexedFacetDistance outline = new IndexedFacetDistance(zone.outline());
    for (Crs crs : Crs.values()) {
      for (Axes axes : Axes.values()) {
        List<Coordinate> placed = placed(table.vertices(axes), crs, zone.legal());
        if (crs.isLegal() && !placed.isEmpty()) {
          all.add(judged(table, crs, axes, placed, inside, outline));
        }
      }
    }
    Axes likely = table.heading().orElse(Axes.NE);
    all.sort(
        Comparator.comparingDouble((TableReading r) -> -r.shareInside)
            .thenComparingDouble(TableReading::distanceM)
            .thenComparing(r -> r.axes != likely)
            .thenComparing(r -> r.crs != zone.legal()));
    if (!all.isEmpty() && stands(all)) {
      all.set(0, all.get(0).sure());
    }
    return List.copyOf(all.subList(0, Math.min(MOST, all.size())));
  }

  private static boolean stands(List<TableReading> ranked) {
    return ranked.get(0).shareInside >= 0.9
        && (ranked.size() == 1 || ranked.get(1).shareInside < 0.5);
  }

  /** Empty where the reading would leave Vietnam. */
  private static List<Coordinate> placed(List<Coordinate> vertices, Crs crs, Crs legal) {
    CoordinateOperation toLonLat = CoordinateOperation.between(crs, Crs.CRS84);
    CoordinateOperation toLegal = CoordinateOperation.between(crs, legal);
    List<Coordinate> placed = new ArrayList<>();
    for (Coordinate vertex : vertices) {
      Coordinate lonLat = toLonLat.apply(vertex);
      if (!BBox.VIETNAM.envelope().contains(lonLat)) {
        return List.of();
      }
      placed.add(toLegal.apply(vertex));
    }
    return placed;
  }

  private static TableReading judged(
      VertexTable table,
      Crs crs,
      Axes axes,
      List<Coordinate> placed,
      IndexedPointInAreaLocator inside,
      IndexedFacetDistance outline) {
    int near = 0;
    double least = Double.POSITIVE_INFINITY;
    for (Coordinate c : placed) {
      Geometry point = crs.geometryFactory().createPoint(c);
      double distance = inside.locate(c) != Location.EXTERIOR ? 0 : outline.distance(point);
      near += distance <= NEAR_M ? 1 : 0;
      least = Math.min(least, distance);
    }
    double share = (double) near / placed.size();
    return new TableReading(
        crs,
        axes,
        table.isClosed(),
        least,
        share,
        false,
        sentence(crs.nameVi(), crs, axes, share, least, true),
        sentence(crs.nameEn(), crs, axes, share, least, false));
  }

  private static String sentence(
      String name, Crs crs, Axes axes, double share, double distanceM, boolean vi) {
    String order =
        axes == Axes.NE
            ? (vi ? "cột đầu là X (bắc)" : "north (X) first")
            : (vi ? "cột đầu là đông" : "east first");
    String where;
    if (share > 0) {
      String percent = Math.round(share * 100) + " %";
      where =
          vi ? percent + " số đỉnh nằm trong khu" : percent + " of the vertices lie in the zone";
    } else {
      String km =
          String.format(
              vi ? Locale.forLanguageTag("vi") : Locale.ENGLISH, "%.1f km", distanceM / 1000);
      where = vi ? "cách khu " + km : km + " away from the zone";
    }
    return name + " (" + crs.code() + "), " + order + ": " + where + ".";
  }

  private TableReading sure() {
    return new TableReading(crs, axes, closed, distanceM, shareInside, true, vi, en);
  }
}
