package vn.khuxuong.space.demo;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Polygon;
import vn.khuxuong.space.demo.Site.Placement;

/** All polygons of one kind of land in a zone, which take a building in turn. */
final class Sites {
  private final List<Site> sites;
  private int next;

  Sites(List<Polygon> land) {
    sites = land.stream().map(Site::new).toList();
  }

  boolean isEmpty() {
    return sites.isEmpty();
  }

  /**
   * Takes a place on the polygon whose turn it is or, where that has no room, on the next.
   *
   * @throws IllegalStateException if none has
   */
  Placement take(double widthM, double depthM) {
    for (int tried = 0; tried < sites.size(); tried++) {
      Optional<Placement> place = sites.get(next++ % sites.size()).take(widthM, depthM);
      if (place.isPresent()) {
        return place.get();
      }
    }
    throw new IllegalStateException("No room left for " + widthM + " x " + depthM + " m");
  }
}
