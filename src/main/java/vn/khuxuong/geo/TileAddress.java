package vn.khuxuong.geo;

/**
 * A tile of WebMercatorQuad: zoom, column from the west, row from the north.
 *
 * @param z 0 (one tile for the world) to {@link #MAX_ZOOM}
 * @param x column, 0 to 2^z - 1
 * @param y row, 0 to 2^z - 1, counted from the north
 */
public record TileAddress(int z, int x, int y) {
  /** At zoom 24 a 256-pixel tile is 2.4 m wide: finer than any plan is drawn. */
  public static final int MAX_ZOOM = 24;

  private static final double HALF_WORLD_M = Math.PI * 6_378_137;

  /** Refuses ({@code BAD_TILE}) a tile that does not exist. */
  public TileAddress {
    if (z < 0 || z > MAX_ZOOM) {
      throw bad("mức phóng phải từ 0 đến " + MAX_ZOOM, "zoom must be 0 to " + MAX_ZOOM);
    }
    int size = 1 << z;
    if (x < 0 || x >= size || y < 0 || y >= size) {
      throw bad(
          "cột và hàng phải từ 0 đến " + (size - 1) + " ở mức phóng " + z,
          "column and row must be 0 to " + (size - 1) + " at zoom " + z);
    }
  }

  /**
   * Reads the three path segments of a tile's address: plain decimal digits only.
   *
   * @throws GeoRefusal {@code BAD_TILE}
   */
  public static TileAddress parse(String z, String x, String y) {
    return new TileAddress(number(z), number(x), number(y));
  }

  private static int number(String text) {
    if (!text.matches("0|[1-9][0-9]{0,8}")) {
      throw bad("địa chỉ phải là số nguyên không âm", "the address must be whole numbers from 0");
    }
    return Integer.parseInt(text);
  }

  private static GeoRefusal bad(String vi, String en) {
    return new GeoRefusal(
        GeoRefusal.Code.BAD_TILE,
        "Không có ô bản đồ này: " + vi + ".",
        "No such tile: " + en + ".");
  }

  /** The tile that holds a point; points beyond the grid belong to its nearest tile. */
  public static TileAddress of(double longitude, double latitude, int z) {
    double[] xy = {longitude, latitude};
    CoordinateOperation.between(Crs.CRS84, Crs.EPSG_3857).apply(xy);
    if (Double.isNaN(xy[0] + xy[1]) && !Double.isInfinite(xy[1])) {
      throw bad("điểm không có tọa độ", "the point has no coordinates");
    }
    int last = (1 << z) - 1;
    double size = 2 * HALF_WORLD_M / (1 << z);
    return new TileAddress(
        z,
        (int) Math.min(last, Math.max(0, Math.floor((xy[0] + HALF_WORLD_M) / size))),
        (int) Math.min(last, Math.max(0, Math.floor((HALF_WORLD_M - xy[1]) / size))));
  }

  /** Edge length on the Web Mercator plane, metres. */
  public double size() {
    return 2 * HALF_WORLD_M / (1 << z);
  }

  /** Bounds in EPSG:3857. Neighbours share their edge to the last digit. */
  public BBox bounds() {
    return new BBox(Crs.EPSG_3857, edge(x), -edge(y + 1), edge(x + 1), -edge(y));
  }

  private double edge(int index) {
    return 2 * HALF_WORLD_M * index / (1 << z) - HALF_WORLD_M;
  }

  /** The tile one zoom out that holds this one; at zoom 0 itself. */
  public TileAddress parent() {
    return z == 0 ? this : new TileAddress(z - 1, x / 2, y / 2);
  }

  /** {@code z/x/y}. */
  @Override
  public String toString() {
    return z + "/" + x + "/" + y;
  }
}
