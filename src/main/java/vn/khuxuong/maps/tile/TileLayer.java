package vn.khuxuong.maps.tile;

import org.jspecify.annotations.Nullable;
import vn.khuxuong.maps.filter.Filter;
import vn.khuxuong.maps.layer.Layer;

/**
 * A layer on a tile.
 *
 * @param layer as the asker may see it
 * @param style name of the style it is drawn in; of no account in vector tiles
 * @param filter which features are on the tile, null for all
 */
record TileLayer(Layer layer, String style, @Nullable Filter filter) {}
