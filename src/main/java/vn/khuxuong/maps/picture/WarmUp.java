package vn.khuxuong.maps.picture;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.khuxuong.geo.BBox;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.maps.draw.MapView;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.layer.LayerCatalogue;
import vn.khuxuong.maps.layer.LayerExtents;
import vn.khuxuong.maps.style.Style;
import vn.khuxuong.maps.style.Styles;

/**
 * Draws a few maps before the service says that it is ready: the first picture of a fresh process
 * takes ten times as long as the fortieth.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class WarmUp implements ApplicationRunner {
  private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);
  private static final double[] ZOOMS = {10, 12, 14, 15, 16, 17, 18};
  private static final double EQUATOR_M = 2 * Math.PI * 6_378_137;
  private static final int TILE = 256;

  private final MapPictures pictures;
  private final LayerCatalogue catalogue;
  private final LayerExtents extents;
  private final Styles styles;
  private final Duration most;

  WarmUp(
      MapPictures pictures,
      LayerCatalogue catalogue,
      LayerExtents extents,
      Styles styles,
      @Value("${khu.map-warm-up:2s}") Duration most) {
    this.pictures = pictures;
    this.catalogue = catalogue;
    this.extents = extents;
    this.styles = styles;
    this.most = most;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    long end = System.nanoTime() + most.toNanos();
    try {
      int drawn = draw(end);
      LOG.debug("{} maps drawn before the first is asked for", drawn);
    } catch (RuntimeException e) {
      LOG.warn("No maps drawn in advance, the first ones will take longer: {}", e.toString());
    }
  }

  /** Draws until there is no time left; how many maps that were. */
  int draw(long endNanos) {
    if (System.nanoTime() >= endNanos) {
      return 0;
    }
    List<PictureLayer> layers = new ArrayList<>();
    BBox around = null;
    for (Layer layer : catalogue.layers()) {
      Optional<Style> style = styles.find(layer.style(), Styles.DEFAULT);
      Optional<BBox> box = extents.of(layer).box();
      if (style.isPresent() && box.isPresent()) {
        layers.add(PictureLayer.of(layer, style.get()));
        around = box.get().transform(Crs.EPSG_3857);
      }
    }
    int drawn = 0;
    while (around != null && System.nanoTime() < endNanos) {
      double zoom = ZOOMS[drawn % ZOOMS.length];
      int width = drawn % 2 == 0 ? TILE : 4 * TILE;
      double metres = EQUATOR_M / TILE / Math.pow(2, zoom) * width;
      double x = around.minX() + around.width() * (drawn % 5 + 0.5) / 5 - metres / 2;
      double y = around.minY() + around.height() * (drawn % 3 + 0.5) / 3 - metres / 2;
      BBox box = new BBox(Crs.EPSG_3857, x, y, x + metres, y + metres);
      pictures.draw(PictureRequest.png(new MapView(box, width, width), layers, null));
      drawn++;
    }
    return drawn;
  }
}
