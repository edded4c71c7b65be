package vn.khuxuong.maps.mvt;

/**
 * An attribute of the features of a tile.
 *
 * @param name its key in the tile
 * @param kind how the database sends its values
 */
public record Attribute(String name, Kind kind) {

  /** PostgreSQL types whose binary form is understood. */
  public enum Kind {
    /** {@code text}. */
    TEXT,
    /** {@code bigint}. */
    WHOLE,
    /** {@code double precision}. */
    REAL,
    /** {@code boolean}. */
    FLAG,
    /** {@code date}, in the tile as text {@code yyyy-mm-dd}. */
    DAY
  }
}
