package vn.khuxuong.maps.tile;

import org.jspecify.annotations.Nullable;
import vn.khuxuong.geo.BBox;
import vn.khuxuong.maps.cell.CellContent;
import vn.khuxuong.maps.mvt.KeptRows;
import vn.khuxuong.maps.mvt.SentRows;

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

  static TileRows of(TileRead.Sent sent) {
    byte[] bytes = sent.rows();
    boolean fits = sent.all() && (bytes == null || bytes.length <= MOST_BYTES);
    return new TileRows(fits ? KeptRows.read(bytes) : null);
  }

  /** The rows that a tile may show, null if the cell does not hold them. */
  @Nullable SentRows within(BBox box) {
    return rows == null ? null : rows.within(box);
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
