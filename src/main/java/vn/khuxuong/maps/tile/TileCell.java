package vn.khuxuong.maps.tile;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.geo.BBox;
import vn.khuxuong.maps.cell.CellKey;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.mvt.Attribute;
import vn.khuxuong.maps.mvt.KeptRows;
import vn.khuxuong.maps.mvt.TileGrid;

/**
 * The cell of a layer that the tiles of a level are made from: the tile one or two levels farther
 * out, with the margin that tiles have. So every tile lies in one cell.
 */
final class TileCell implements CellKey<TileRows> {
  private final Layer layer;
  private final String relation;
  private final String columns;
  private final Tile cell;
  private final int level;

  private TileCell(Layer layer, String relation, String columns, Tile cell, int level) {
    this.layer = layer;
    this.relation = relation;
    this.columns = columns;
    this.cell = cell;
    this.level = level;
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
    // levels 2n and 2n + 1 have cells of level 2n - 1
    int level = Math.max(0, (tile.level() & ~1) - 1);
    int below = tile.level() - level;
    Tile cell = new Tile(tile.set(), level, tile.column() >> below, tile.row() >> below);
    String columns = TileRead.columns(layer, request, choice);
    return new TileCell(layer, layer.relation(true), columns, cell, tile.level());
  }

  @Override
  public Layer layer() {
    return layer;
  }

  /** Where its rows are read, in EPSG:3857: a tile's margin is never wider than half of its own. */
  BBox box() {
    return TileGrid.withBuffer(cell.bounds());
  }

  /** How many tiles lie along an edge of it. */
  private int tiles() {
    return 1 << (level - cell.level());
  }

  /** The column in it of a tile that lies in it. */
  int columnOf(Tile tile) {
    return tile.column() - cell.column() * tiles();
  }

  /** The row in it. */
  int rowOf(Tile tile) {
    return tile.row() - cell.row() * tiles();
  }

  /** Rows for it as the database sent them. */
  TileRows rows(TileRead.Sent sent, List<Attribute> attributes) {
    Tile first = new Tile(cell.set(), level, cell.column() * tiles(), cell.row() * tiles());
    return TileRows.of(sent, attributes, first.grid(), tiles());
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
        && level == that.level
        && cell.column() == that.cell.column()
        && cell.row() == that.cell.row()
        && relation.equals(that.relation)
        && columns.equals(that.columns);
  }

  @Override
  public int hashCode() {
    return Objects.hash(level, cell.column(), cell.row(), relation, columns);
  }
}
