package vn.khuxuong.geo;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * Why a coordinate, a box, a tile or a reference system was not accepted: a stable code, a sentence
 * in both languages and, if there is one, the place.
 *
 * <p>Doors answer 400 with it (unprocessable shapes: 422).
 */
public sealed class GeoRefusal extends RuntimeException permits ShapeRefusal {
  /** Stable names; {@link #slug} is what a problem type ends in. */
  public enum Code {
    UNKNOWN_CRS,
    BAD_BBOX,
    BAD_TILE,
    NOT_JSON,
    NOT_GEOJSON,
    NOT_WKT,
    NOT_WKB,
    WRONG_TYPE,
    WRONG_CRS,
    NOT_FINITE,
    EMPTY_SHAPE,
    TOO_FEW_POINTS,
    RING_NOT_CLOSED,
    SELF_CROSSING,
    SELF_TOUCHING,
    HOLE_OUTSIDE,
    OVERLAPPING_HOLES,
    OVERLAPPING_PARTS,
    DUPLICATE_RINGS,
    HAS_Z,
    OUTSIDE_VIETNAM,
    AXES_SWAPPED,
    TOO_MANY_VERTICES;

    /** Lower case with hyphens: {@code ring-not-closed}. */
    public String slug() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  private static final long serialVersionUID = 1L;

  private final Code code;
  private final String vi;
  private final transient @Nullable Place place;

  /** A refusal without a place. The exception's own message is the English one. */
  public GeoRefusal(Code code, String vi, String en) {
    this(code, vi, en, null);
  }

  GeoRefusal(Code code, String vi, String en, @Nullable Place place) {
    super(en);
    this.code = code;
    this.vi = vi;
    this.place = place;
  }

  public Code code() {
    return code;
  }

  /** Sentence in Vietnamese. */
  public String vi() {
    return vi;
  }

  /** Sentence in English. */
  public String en() {
    return String.valueOf(getMessage());
  }

  /** Where it is wrong, if the fault has a place. */
  public Optional<Place> place() {
    return Optional.ofNullable(place);
  }

  /**
   * A point in the CRS the shape came in.
   *
   * @param x longitude or east
   * @param y latitude or north
   */
  public record Place(Crs crs, double x, double y) {
    static Place of(Crs crs, Coordinate c) {
      return new Place(crs, c.x, c.y);
    }

    /** The same place in {@code target}; NaN where it cannot be reached. */
    public Place in(Crs target) {
      double[] xy = {x, y};
      CoordinateOperation.between(crs, target).apply(xy);
      return new Place(target, xy[0], xy[1]);
    }
  }
}
