package vn.khuxuong.zoning.check;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;

/**
 * One polygon of a coverage: a subzone of a draft, or a feature of a file.
 *
 * @param id key, unique within the coverage; never {@link Finding#ZONE}
 * @param label what people call it, for example the subzone's code
 * @param shape polygon or multipolygon, metres in the legal CRS; may be invalid, that is a finding
 * @param leastWidthM least width of its land use, metres; 0 where none is required
 */
public record Piece(String id, String label, Geometry shape, double leastWidthM) {

  /** Copies the shape. */
  public Piece {
    if (id.isBlank() || id.equals(Finding.ZONE)) {
      throw new IllegalArgumentException("\"" + id + "\" is no id of a piece");
    }
    if (!(shape instanceof Polygonal)) {
      throw new IllegalArgumentException(id + " is no polygon but a " + shape.getGeometryType());
    }
    if (!(leastWidthM >= 0 && Double.isFinite(leastWidthM))) {
      throw new IllegalArgumentException(id + " asks for a least width of " + leastWidthM);
    }
    shape = shape.copy();
  }
}
