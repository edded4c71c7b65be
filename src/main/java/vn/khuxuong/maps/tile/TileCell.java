package vn.khuxuong.maps.tile;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.geo.BBox;
import vn.khuxuong.maps.cell.CellKey;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.mvt.KeptRows;
import vn.khuxuong.maps.mvt.TileGrid;

/**
 * The cell of a layer that the tiles of two zooms are made from: the tile one zoom farther out,
 * with the margin that tiles have. So every tile lies in one cell.
 */
final class TileCell implements CellKey<TileRows> {
  private final Layer layer;
  private final String relation;
  private final String columns;
  private final Tile cell;

  private TileCell(Layer layer, String relation, String columns, Tile cell) {
    this.layer = layer;
    this.relation = relation;
    this.columns = columns;
    this.cell = cell;
  }

  /**
   * The cell that a tile lies in; null where none is kept: for other days, filters, storeys, drafts
   * and other grids.
   */
  static @Nullable TileCell of(
      TileLayer wanted, TileRequest request, TileAttributes.Choice choice) {
    Layer layer = wanted.layer();
    Tile tile = request.tile();
    boolean isKept =
        request.isPresent()
            && layer.now() != null
            && layer.schema().equals(Layer.PUBLISHED)
            && wanted.filter() == null
            && (layer.floor() == null || request.floor() == null)
            && tile.set().equals(TileMatrixSet.WEB_MERCATOR_QUAD);
    if (!isKept) {
      return null;
    }
    // zooms 2n and 2n + 1 are made from tiles of zoom 2n - 1
    int level = Math.max(0, (tile.level() & ~1) - 1);
    int below = tile.level() - level;
    Tile cell = new Tile(tile.set(), level, tile.column() >> below, tile.row() >> below);
    String columns = TileRead.columns(layer, request, choice);
    return new TileCell(layer, layer.relation(true), columns, cell);
  }

  @Override
  public Layer layer() {
    return layer;
  }

  /** Where its rows are read, in EPSG:3857: a tile's margin is never wider than half of its own. */
  BBox box() {
    return TileGrid.withBuffer(cell.bounds());
  }

  @Override
  public BBox place() {
    return box();
  }

  @Override
  public Class<TileRows> type() {
    return TileRows.class;
  }

  @Override
  public TileRows unpack(byte[] packed) {
    return new TileRows(KeptRows.unpack(packed));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TileCell that
        && cell.level() == that.cell.level()
        && cell.column() == that.cell.column()
        && cell.row() == that.cell.row()
        && relation.equals(that.relation)
        && columns.equals(that.columns);
  }

  @Override
  public int hashCode() {
    return Objects.hash(cell.level(), cell.column(), cell.row(), relation, columns);
  }
}
