package vn.khuxuong.maps.tile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.khuxuong.geo.BBox;
import vn.khuxuong.geo.GeoRefusal;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.layer.LayerExtents;

/** Tells which tiles of a matrix set can have something of some layers in them. */
@Component
class TileLimits {

  /** Pixels by which outlines and labels reach beyond the features on map tiles. */
  private static final int REACH_PX = 128;

  private final LayerExtents extents;

  TileLimits(LayerExtents extents) {
    this.extents = extents;
  }

  /** The tiles of one level; all four are included. */
  record Limits(int level, int minRow, int maxRow, int minColumn, int maxColumn) {
    boolean hold(Tile tile) {
      return tile.row() >= minRow
          && tile.row() <= maxRow
          && tile.column() >= minColumn
          && tile.column() <= maxColumn;
    }
  }

  /** The limits of all levels that have tiles, the coarsest first. */
  List<Limits> of(TileMatrixSet set, List<Layer> layers, boolean map) {
    List<Limits> all = new ArrayList<>();
    for (int level = 0; level < set.levels(); level++) {
      of(set, level, layers, map).ifPresent(all::add);
    }
    return all;
  }

  /** The limits of one level; empty if it has no tiles. */
  Optional<Limits> of(TileMatrixSet set, int level, List<Layer> layers, boolean map) {
    long zoom = Math.round(set.zoom(level));
    List<Layer> shown =
        layers.stream()
            .filter(layer -> map || (layer.zoom().min() <= zoom && zoom <= layer.zoom().max()))
            .toList();
    return box(set, shown).flatMap(box -> of(set, level, box, map ? REACH_PX : 0));
  }

  /** The box around the layers in the set's CRS; empty if they have no features there. */
  Optional<BBox> box(TileMatrixSet set, List<Layer> layers) {
    Optional<BBox> all = Optional.empty();
    for (Layer layer : layers) {
      Optional<BBox> found = extents.of(layer).box();
      if (found.isPresent()) {
        try {
          BBox box = found.get().transform(set.crs());
          all = Optional.of(all.map(other -> around(other, box)).orElse(box));
        } catch (GeoRefusal outside) {
          // nothing of it can be on a tile of this set
        }
      }
    }
    return all;
  }

  private static BBox around(BBox a, BBox b) {
    return new BBox(
        a.crs(),
        Math.min(a.minX(), b.minX()),
        Math.min(a.minY(), b.minY()),
        Math.max(a.maxX(), b.maxX()),
        Math.max(a.maxY(), b.maxY()));
  }

  private static Optional<Limits> of(TileMatrixSet set, int level, BBox box, int reach) {
    double size = set.tileSize(level);
    double margin = set.cellSize(level) * reach;
    double west = (box.minX() - margin - set.originX()) / size;
    double east = (box.maxX() + margin - set.originX()) / size;
    double north = (set.originY() - box.maxY() - margin) / size;
    double south = (set.originY() - box.minY() + margin) / size;
    int columns = set.columnsAt(level);
    int rows = set.rowsAt(level);
    if (east < 0 || south < 0 || west >= columns || north >= rows) {
      return Optional.empty();
    }
    return Optional.of(
        new Limits(
            level,
            within(north, rows),
            within(south, rows),
            within(west, columns),
            within(east, columns)));
  }

  private static int within(double place, int count) {
    return (int) Math.max(0, Math.min(count - 1, Math.floor(place)));
  }
}
