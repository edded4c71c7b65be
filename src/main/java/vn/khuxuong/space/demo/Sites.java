package vn.khuxuong.space.demo;

import java.util.List;
import org.locationtech.jts.geom.Polygon;
import vn.khuxuong.space.demo.Site.Placement;

/** All polygons of one kind of land in a zone, filled one after another. */
final class Sites {
  private final List<Site> sites;

  Sites(List<Polygon> land) {
    sites = land.stream().map(Site::new).toList();
  }

  boolean isEmpty() {
    return sites.isEmpty();
  }

  /**
   * Takes the next place on the first polygon that has room.
   *
   * @throws IllegalStateException if none has
   */
  Placement take(double widthM, double depthM) {
    return sites.stream()
        .flatMap(site -> site.take(widthM, depthM).stream())
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("No room left for " + widthM + " x " + depthM + " m"));
  }
}
