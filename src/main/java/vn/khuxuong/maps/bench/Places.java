package vn.khuxuong.maps.bench;

import java.util.List;
import java.util.Random;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.khuxuong.geo.BBox;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.geo.TileAddress;

/** Where requests look: at random points of random zones, the same for the same seed. */
final class Places {
  /** A little more than whole zooms, so that a step which begins there is drawn by everybody. */
  private static final double WITHIN_ZOOM = 0.02;

  private static final double WORLD_M = 2 * Math.PI * 6_378_137;
  private static final int TILE = 256;
  private static final double MARGIN = 0.2;

  private final List<BBox> zones;

  Places(List<BBox> zones) {
    this.zones = List.copyOf(zones);
  }

  /**
   * Reads the boxes of zones.
   *
   * @param codeBegins only zones whose code begins so; empty for all
   */
  static Places read(JdbcClient jdbc, String codeBegins) {
    return new Places(
        jdbc.sql(
                """
                select st_xmin(geom_3857), st_ymin(geom_3857), st_xmax(geom_3857),
                  st_ymax(geom_3857)
                from published.zones where starts_with(code, :begin) order by code\
                """)
            .param("begin", codeBegins)
            .query(
                (row, n) ->
                    new BBox(
                        Crs.EPSG_3857,
                        row.getDouble(1),
                        row.getDouble(2),
                        row.getDouble(3),
                        row.getDouble(4)))
            .list());
  }

  int count() {
    return zones.size();
  }

  /** The zoom at which style files are read for pictures of a whole zoom. */
  static double styleZoom(int zoom) {
    return zoom + WITHIN_ZOOM;
  }

  /** The box of a picture around a random point, in EPSG:3857. */
  BBox box(Random random, int zoom, int width, int height) {
    double pixel = WORLD_M / TILE / Math.pow(2, styleZoom(zoom));
    double[] at = point(random);
    double left = at[0] - width * pixel / 2;
    double bottom = at[1] - height * pixel / 2;
    return new BBox(Crs.EPSG_3857, left, bottom, left + width * pixel, bottom + height * pixel);
  }

  /** A square around a random point, in longitude and latitude. */
  BBox lonLat(Random random, double sideM) {
    double[] at = point(random);
    return new BBox(
            Crs.EPSG_3857,
            at[0] - sideM / 2,
            at[1] - sideM / 2,
            at[0] + sideM / 2,
            at[1] + sideM / 2)
        .transform(Crs.CRS84);
  }

  /** The tile that holds a random point. */
  TileAddress tile(Random random, int zoom) {
    double[] at = point(random);
    double tiles = 1L << zoom;
    return new TileAddress(
        zoom, (int) ((at[0] / WORLD_M + 0.5) * tiles), (int) ((0.5 - at[1] / WORLD_M) * tiles));
  }

  /** In the inner part of a zone's box, so that most of a picture around it shows the zone. */
  private double[] point(Random random) {
    BBox zone = zones.get(random.nextInt(zones.size()));
    double x = MARGIN + (1 - 2 * MARGIN) * random.nextDouble();
    double y = MARGIN + (1 - 2 * MARGIN) * random.nextDouble();
    return new double[] {zone.minX() + x * zone.width(), zone.minY() + y * zone.height()};
  }
}
