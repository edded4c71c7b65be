package vn.khuxuong.maps.tile;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.maps.cell.CellContent;
import vn.khuxuong.maps.mvt.Attribute;
import vn.khuxuong.maps.mvt.KeptRows;
import vn.khuxuong.maps.mvt.TileGrid;

/**
 * The rows of a cell that vector tiles are made from.
 *
 * @param rows null if they are too many to be kept
 */
record TileRows(@Nullable KeptRows rows) implements CellContent {

  /** More features are not kept. */
  static final int MOST_FEATURES = 20_000;

  /** More bytes are not kept, either. */
  private static final int MOST_BYTES = 8 << 20;

  /**
   * Keeps what was sent, unless it is too much.
   *
   * @param attributes of the rows
   * @param cell grid of the cell
   * @param tiles along an edge of it
   */
  static TileRows of(TileRead.Sent sent, List<Attribute> attributes, TileGrid cell, int tiles) {
    byte[] bytes = sent.rows();
    boolean fits = sent.all() && (bytes == null || bytes.length <= MOST_BYTES);
    return new TileRows(fits ? KeptRows.read(bytes, attributes, cell, tiles) : null);
  }

  @Override
  public int weight() {
    return rows == null ? 0 : rows.weight();
  }

  @Override
  public byte @Nullable [] packed() {
    return rows == null ? null : rows.packed();
  }
}
