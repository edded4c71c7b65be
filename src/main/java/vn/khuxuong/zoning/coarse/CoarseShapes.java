package vn.khuxuong.zoning.coarse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.khuxuong.zoning.PlanPublished;

/**
 * Makes the coarser copies of zones and subzones. All subzones of a plan are simplified together,
 * the zone with them where their outer edge is its boundary, and zones that touch with each other,
 * so that no cracks open at small scales. The tolerance is half a pixel of a 256-pixel web map tile
 * at the last zoom of the band.
 */
@Component
public class CoarseShapes {
  private static final double HALF_PIXEL_AT_ZOOM_0 = 40_075_016.685_578_49 / 256 / 2;

  /** Last zooms of the bands in which zones and subzones are drawn from a copy. */
  private static final List<Integer> ZONE_BANDS = List.of(8, 11, 13);

  private static final List<Integer> SUBZONE_BANDS = List.of(11, 13);

  private final CoarseStore store;

  /**
   * @param jdbc as the owner of the schemas
   */
  public CoarseShapes(JdbcClient jdbc) {
    this.store = new CoarseStore(jdbc);
  }

  /** Told after each zone. */
  public interface Progress {
    /**
     * @param done of {@code total} zones
     */
    void made(int done, int total);
  }

  /** In the publishing transaction, so that nobody sees the plan without its coarser copies. */
  @EventListener
  void on(PlanPublished published) {
    makeMissing(published.zoneCode(), (done, total) -> {});
  }

  /**
   * Makes the copies that are missing, in the caller's transaction if there is one: of zones that
   * are new or have another outline, and of plans that are in force on some day.
   */
  public void makeMissing(Progress progress) {
    makeMissing(null, progress);
  }

  private void makeMissing(@Nullable String zone, Progress progress) {
    List<Long> zones = store.zonesWithout(zone, ZONE_BANDS.size(), SUBZONE_BANDS.size());
    Set<Long> made = new HashSet<>();
    for (int i = 0; i < zones.size(); i++) {
      if (!made.contains(zones.get(i))) {
        List<Long> together = store.neighbourhood(zones.get(i));
        makeTogether(together.stream().map(this::tiles).toList());
        made.addAll(together);
      }
      progress.made(i + 1, zones.size());
    }
  }

  /**
   * What is drawn of a zone in the bands of subzones.
   *
   * @param filling subzones by id whose outer edge is the zone's boundary; empty where those of no
   *     plan are, and then the zone stands for itself
   */
  private record Tiles(long zone, Geometry outline, Map<Long, Polygon> filling) {
    List<Polygon> polygons(int band) {
      return isFilled(band) ? List.copyOf(filling.values()) : parts(outline);
    }

    boolean isFilled(int band) {
      return !filling.isEmpty() && SUBZONE_BANDS.contains(band);
    }
  }

  /** The tiles of a zone; the subzones of all plans but the one that fills it are made alone. */
  private Tiles tiles(long zone) {
    Geometry outline = store.zone(zone);
    Map<Long, Polygon> filling = Map.of();
    for (long plan : store.plansInForce(zone)) {
      Map<Long, Polygon> subzones = store.subzones(plan);
      if (subzones.isEmpty()) {
        continue;
      }
      CoarseCoverage coverage = new CoarseCoverage(List.copyOf(subzones.values()));
      if (filling.isEmpty() && coverage.fills(outline)) {
        filling = subzones;
      } else {
        SUBZONE_BANDS.forEach(
            band ->
                put(List.copyOf(subzones.keySet()), band, coverage.simplified(tolerance(band))));
      }
    }
    return new Tiles(zone, outline, filling);
  }

  /** Neighbours lose the same vertices of their common edge only if they are simplified at once. */
  private void makeTogether(List<Tiles> zones) {
    for (int band : ZONE_BANDS) {
      List<Polygon> all = zones.stream().flatMap(tiles -> tiles.polygons(band).stream()).toList();
      CoarseCoverage coverage = new CoarseCoverage(all);
      if (zones.size() > 1 && !coverage.isTight()) {
        // outlines that overlap are no coverage; each zone for itself is at least whole
        zones.forEach(
            tiles ->
                put(
                    tiles,
                    band,
                    new CoarseCoverage(tiles.polygons(band)).simplified(tolerance(band))));
        continue;
      }
      List<Polygon> copies = coverage.simplified(tolerance(band));
      int first = 0;
      for (Tiles tiles : zones) {
        int next = first + tiles.polygons(band).size();
        put(tiles, band, copies.subList(first, next));
        first = next;
      }
    }
  }

  private void put(Tiles tiles, int band, List<Polygon> copies) {
    if (tiles.isFilled(band)) {
      put(List.copyOf(tiles.filling().keySet()), band, copies);
    }
    MultiPolygon copy = CoarseCoverage.union(copies);
    store.put("ZONE", tiles.zone(), band, copy.isValid() ? copy : tiles.outline());
  }

  private void put(List<Long> subzones, int band, List<Polygon> copies) {
    for (int i = 0; i < copies.size(); i++) {
      store.put("SUBZONE", subzones.get(i), band, copies.get(i));
    }
  }

  private static double tolerance(int zoom) {
    return HALF_PIXEL_AT_ZOOM_0 / (1 << zoom);
  }

  private static List<Polygon> parts(Geometry area) {
    List<Polygon> parts = new ArrayList<>();
    for (int i = 0; i < area.getNumGeometries(); i++) {
      parts.add((Polygon) area.getGeometryN(i));
    }
    return parts;
  }
}
