package vn.khuxuong.maps.tile;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.geo.BBox;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.geo.TileAddress;
import vn.khuxuong.maps.layer.MapsProblem;
import vn.khuxuong.maps.layer.Text;
import vn.khuxuong.maps.style.Styles;
import vn.khuxuong.platform.problem.ProblemException;

/**
 * A grid of tiles in one CRS (OGC 17-083r4, 2D Tile Matrix Set). Every tile has 256 pixels of 0.28
 * mm a side, rows are counted from the north, and each level halves the one before.
 *
 * <p>Beside {@code WebMercatorQuad} there is one set for each legal VN-2000 system in use. Its
 * scales are 1:500 times powers of two, so that 1:500, 1:1000 and 1:2000, the scales of Vietnamese
 * plans, are levels of a grid that still divides every tile into four.
 *
 * @param id as the registry or we call it
 * @param uri where the registry defines it, null for our own
 * @param crs east, north in every protocol
 * @param originX west edge of column 0, metres
 * @param originY north edge of row 0, metres
 * @param columns columns at level 0
 * @param rows rows at level 0
 * @param scaleAtLevel0 denominator
 * @param levels how many there are, the first is 0
 */
record TileMatrixSet(
    String id,
    Text title,
    @Nullable String uri,
    Crs crs,
    double originX,
    double originY,
    int columns,
    int rows,
    double scaleAtLevel0,
    int levels) {

  /** Pixels along an edge of a tile. */
  static final int TILE_SIZE = 256;

  /** Edge of the pixel that scales are reckoned with. */
  static final double PIXEL_M = 0.000_28;

  private static final double HALF_WORLD_M = Math.PI * 6_378_137;

  static final TileMatrixSet WEB_MERCATOR_QUAD =
      new TileMatrixSet(
          "WebMercatorQuad",
          new Text("Lưới Mercator của bản đồ web", "Google Maps Compatible for the World"),
          "http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad",
          Crs.EPSG_3857,
          -HALF_WORLD_M,
          HALF_WORLD_M,
          1,
          1,
          2 * HALF_WORLD_M / TILE_SIZE / PIXEL_M,
          TileAddress.MAX_ZOOM + 1);

  private static final List<TileMatrixSet> ALL =
      List.of(
          WEB_MERCATOR_QUAD,
          vn2000("VN2000TM3-105-45", Crs.EPSG_9210),
          vn2000("VN2000TM3-107-45", Crs.EPSG_5899));

  /** From 1:8,192,000, three tiles for the country, to 1:250. */
  private static TileMatrixSet vn2000(String id, Crs crs) {
    return new TileMatrixSet(
        id,
        new Text(
            "Lưới " + crs.nameVi() + ", tỷ lệ 1:500, 1:1000, 1:2000…",
            "Grid of " + crs.nameEn() + ", scales 1:500, 1:1000, 1:2000…"),
        null,
        crs,
        200_000,
        2_600_000,
        1,
        3,
        8_192_000,
        16);
  }

  /** All of them. */
  static List<TileMatrixSet> all() {
    return ALL;
  }

  /**
   * The set of that id.
   *
   * @throws ProblemException {@link MapsProblem#NO_TILE}
   */
  static TileMatrixSet get(String id) {
    return find(id).orElseThrow(() -> none("không có lưới mang tên này", "there is no such grid"));
  }

  static Optional<TileMatrixSet> find(String id) {
    return ALL.stream().filter(set -> set.id.equals(id)).findFirst();
  }

  static ProblemException none(String vi, String en) {
    return MapsProblem.NO_TILE.with(
        "Không có ô bản đồ này: " + vi + ".", "No such tile: " + en + ".");
  }

  /** The scale's denominator at a level. */
  double scale(int level) {
    return scaleAtLevel0 / (1 << level);
  }

  /** Edge of a pixel at a level, metres. */
  double cellSize(int level) {
    return scaleAtLevel0 * PIXEL_M / (1 << level);
  }

  /** Edge of a tile at a level, metres. */
  double tileSize(int level) {
    return cellSize(level) * TILE_SIZE;
  }

  int columnsAt(int level) {
    return columns << level;
  }

  int rowsAt(int level) {
    return rows << level;
  }

  /** The web-map zoom of a level's scale; whole for Web Mercator. */
  double zoom(int level) {
    return equals(WEB_MERCATOR_QUAD) ? level : Styles.zoom(scale(level));
  }

  /** Where all tiles together are. */
  BBox bounds() {
    return new BBox(
        crs, originX, originY - rows * tileSize(0), originX + columns * tileSize(0), originY);
  }

  /**
   * The tile of an address.
   *
   * @throws ProblemException {@link MapsProblem#NO_TILE} unless these are whole numbers and there
   *     is such a tile
   */
  Tile tile(String level, String column, String row) {
    int z = number(level);
    if (z >= levels) {
      throw none(
          "mức phóng phải từ 0 đến " + (levels - 1), "the level must be 0 to " + (levels - 1));
    }
    int x = number(column);
    int y = number(row);
    if (x >= columnsAt(z) || y >= rowsAt(z)) {
      throw none(
          "ở mức "
              + z
              + " cột phải từ 0 đến "
              + (columnsAt(z) - 1)
              + ", hàng từ 0 đến "
              + (rowsAt(z) - 1),
          "at level "
              + z
              + " columns are 0 to "
              + (columnsAt(z) - 1)
              + ", rows 0 to "
              + (rowsAt(z) - 1));
    }
    return new Tile(this, z, x, y);
  }

  private static int number(String text) {
    if (!text.matches("0|[1-9][0-9]{0,8}")) {
      throw none("địa chỉ phải là số nguyên không âm", "the address must be whole numbers from 0");
    }
    return Integer.parseInt(text);
  }
}
