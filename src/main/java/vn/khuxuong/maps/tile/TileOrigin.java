package vn.khuxuong.maps.tile;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.layer.Text;

/**
 * What tilesets are made from: the whole dataset or one collection, as vectors or as maps.
 *
 * @param path below the landing page, up to and with {@code /tiles}
 * @param layers as the asker may see them, the lowest first
 * @param map whether its tiles are pictures
 * @param style name of the one style asked for, null for the default styles
 * @param collections value of the parameter of that name, null without it
 */
record TileOrigin(
    String path,
    List<Layer> layers,
    boolean map,
    @Nullable String style,
    @Nullable String collections) {

  TileOrigin {
    layers = List.copyOf(layers);
  }

  boolean isDataset() {
    return path.startsWith("/tiles") || path.startsWith("/map/tiles");
  }

  Text title() {
    Text kind = map ? new Text("Ô bản đồ", "Map tiles") : new Text("Ô vectơ", "Vector tiles");
    if (isDataset()) {
      return kind;
    }
    Text layer = layers.get(0).title();
    return new Text(kind.vi() + ": " + layer.vi(), kind.en() + ": " + layer.en());
  }

  List<TileFormat> formats() {
    return map ? TileFormat.MAP : TileFormat.VECTOR;
  }
}
