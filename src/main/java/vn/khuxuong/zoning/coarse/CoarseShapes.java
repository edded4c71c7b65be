package vn.khuxuong.zoning.coarse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
 * and the zone with them where their outer edge is its boundary, so that no cracks open at small
 * scales. The tolerance is half a pixel of a 256-pixel web map tile at the last zoom of the band.
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
    for (int i = 0; i < zones.size(); i++) {
      make(zones.get(i));
      progress.made(i + 1, zones.size());
    }
  }

  private void make(long zone) {
    Geometry outline = store.zone(zone);
    CoarseCoverage filling = null;
    for (long plan : store.plansInForce(zone)) {
      Map<Long, Polygon> subzones = store.subzones(plan);
      if (subzones.isEmpty()) {
        continue;
      }
      CoarseCoverage coverage = new CoarseCoverage(List.copyOf(subzones.values()));
      if (filling == null && coverage.fills(outline)) {
        filling = coverage;
      }
      List<Long> ids = List.copyOf(subzones.keySet());
      for (int band : SUBZONE_BANDS) {
        List<Polygon> copies = coverage.simplified(tolerance(band));
        for (int i = 0; i < ids.size(); i++) {
          store.put("SUBZONE", ids.get(i), band, copies.get(i));
        }
      }
    }
    CoarseCoverage alone = new CoarseCoverage(parts(outline));
    for (int band : ZONE_BANDS) {
      boolean besideSubzones = filling != null && SUBZONE_BANDS.contains(band);
      CoarseCoverage coverage = besideSubzones ? filling : alone;
      MultiPolygon copy = CoarseCoverage.union(coverage.simplified(tolerance(band)));
      store.put("ZONE", zone, band, copy.isValid() ? copy : outline);
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
