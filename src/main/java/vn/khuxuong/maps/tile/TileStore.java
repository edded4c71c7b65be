package vn.khuxuong.maps.tile;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.khuxuong.geo.BBox;
import vn.khuxuong.geo.TileAddress;
import vn.khuxuong.maps.layer.Field;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.layer.LayerDatabase;

/** Has PostGIS encode tiles (Mapbox Vector Tile 2.1), several layers in one statement. */
@Component
class TileStore {

  private static final int EXTENT = 4096;

  /**
   * Units of a tile's grid by which shapes reach into the neighbour: outlines meet unseen there.
   */
  private static final int BUFFER = 64;

  private final LayerDatabase database;

  TileStore(LayerDatabase database) {
    this.database = database;
  }

  /**
   * The tile with those layers; no bytes when nothing of them is in it.
   *
   * @param layers as the asker may see them; no two of one name
   */
  byte[] tile(List<Layer> layers, TileAddress tile) {
    List<String> parts = new ArrayList<>();
    for (Layer layer : layers) {
      parts.add(shapes(layer));
      if (hasLabels(layer)) {
        parts.add(labels(layer));
      }
    }
    BBox bounds = tile.bounds();
    byte[] content =
        database
            .client(layers)
            .sql("select " + String.join("\n || ", parts) + " as tile")
            .param("west", bounds.minX())
            .param("south", bounds.minY())
            .param("east", bounds.maxX())
            .param("north", bounds.maxY())
            .param("margin", bounds.width() * BUFFER / EXTENT)
            .query((row, n) -> row.getBytes("tile"))
            .single();
    return content == null ? new byte[0] : content;
  }

  /** Whether a layer's tiles carry a layer of label points beside it. */
  static boolean hasLabels(Layer layer) {
    return layer.geometry().type().isArea();
  }

  private static String shapes(Layer layer) {
    String shape = quoted(layer.geometry().column3857());
    return """
        coalesce((select st_asmvt(feature, '%1$s', %2$d, 'mvt_shape', 'mvt_id')
          from (select st_asmvtgeom(%3$s, st_makeenvelope(:west, :south, :east, :north, 3857),
                                    %2$d, %4$d, true) as mvt_shape, %5$s
                from %6$s
                where %3$s && st_expand(st_makeenvelope(:west, :south, :east, :north, 3857), :margin)
               order by mvt_id) feature where mvt_shape is not null), '')"""
        .formatted(layer.id(), EXTENT, shape, BUFFER, columns(layer), layer.relation(false));
  }

  /**
   * One point a feature, inside its whole shape and so the same at every zoom, in the one tile that
   * holds it: a point on the west or south edge belongs to the tile, one on the others to the
   * neighbour.
   */
  private static String labels(Layer layer) {
    String shape = quoted(layer.geometry().column3857());
    return """
        coalesce((select st_asmvt(feature, '%1$s', %2$d, 'mvt_shape', 'mvt_id')
          from (select st_asmvtgeom(mvt_point, st_makeenvelope(:west, :south, :east, :north, 3857),
                                    %2$d, 0, false) as mvt_shape, %3$s
                from (select st_pointonsurface(%4$s) as mvt_point, *
                      from %5$s
                      where %4$s && st_makeenvelope(:west, :south, :east, :north, 3857)
                      offset 0) point
                where st_x(mvt_point) >= :west and st_x(mvt_point) < :east
                  and st_y(mvt_point) >= :south and st_y(mvt_point) < :north
               order by mvt_id) feature where mvt_shape is not null), '')"""
        .formatted(
            layer.id() + Layer.LABEL_SUFFIX, EXTENT, columns(layer), shape, layer.relation(false));
  }

  private static String columns(Layer layer) {
    List<String> columns = new ArrayList<>();
    columns.add(quoted(Layer.ID_COLUMN) + "::bigint as mvt_id");
    if (layer.field(Layer.ID_COLUMN).isEmpty() && layer.key().equals(Layer.ID_COLUMN)) {
      columns.add(quoted(Layer.ID_COLUMN) + "::bigint as " + quoted(Layer.ID_COLUMN));
    }
    for (Field field : layer.fields()) {
      String column = quoted(field.name());
      String value =
          switch (field.type()) {
            case STRING -> column + "::text";
            case INTEGER -> column + "::bigint";
            case NUMBER -> column + "::float8";
            case BOOLEAN -> column;
            case DATE -> "to_char(" + column + ", 'YYYY-MM-DD')";
          };
      columns.add(value + " as " + column);
    }
    return String.join(", ", columns);
  }

  private static String quoted(String identifier) {
    return "\"" + identifier + "\"";
  }
}
