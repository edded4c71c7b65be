package vn.khuxuong.maps.bench;

import java.util.List;
import vn.khuxuong.geo.BBox;
import vn.khuxuong.geo.TileAddress;

/** One request, before it is put into the words of a server. */
sealed interface Ask {

  /** A transparent PNG of layers, the first lowest; the box is in EPSG:3857. */
  record Map(List<String> layers, int zoom, BBox box, int width, int height) implements Ask {}

  /** What lies at a pixel of such a picture. */
  record Info(Map map, int column, int row) implements Ask {}

  /** The first features of a layer in a box of longitude and latitude, as GeoJSON. */
  record Page(String layer, BBox box, int limit) implements Ask {}

  /** A transparent PNG tile, which only our service has. */
  record Picture(List<String> layers, TileAddress address) implements Ask {}

  /** A vector tile. */
  record Tile(List<String> layers, TileAddress address) implements Ask {}
}
