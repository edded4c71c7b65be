package vn.khuxuong.zoning.check;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/** The outline a coverage has to fill. */
record Border(Geometry shape, Edges edges, PreparedGeometry prepared) {

  static Border of(Geometry outline) {
    Geometry shape = outline.copy();
    if (!shape.isValid()) {
      throw new IllegalArgumentException("the outline is no valid shape");
    }
    return new Border(shape, new Edges(shape), PreparedGeometryFactory.prepare(shape));
  }
}
