package vn.khuxuong.zoning.exchange;

import java.util.List;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.node.ObjectNode;
import vn.khuxuong.geo.CoordinateOperation;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.zoning.StorageGrid;
import vn.khuxuong.zoning.Subzone;

/**
 * A plan as it goes into a file.
 *
 * @param name ASCII name of file and layer, for example {@code PVH-1}
 * @param members what there is to say of the plan as a whole: title, status, zone, decision
 * @param subzones its polygons in the legal CRS
 * @param legal CRS of the subzones' shapes
 */
record Sheet(String name, ObjectNode members, List<Subzone> subzones, Crs legal) {
  /** Finer than a tenth of the storage grid, so that reading finds the same grid point. */
  private static final int METRE_DECIMALS = 6;

  /** Copies the list. */
  Sheet {
    if (!name.matches("[A-Za-z0-9_-]{1,40}")) {
      throw new IllegalArgumentException("name: " + name);
    }
    members = members.deepCopy();
    subzones = List.copyOf(subzones);
  }

  /** The shape in a file's CRS, from the stored coordinates, x first. */
  Geometry shape(Subzone subzone, Crs crs) {
    Geometry stored = StorageGrid.toStored(subzone.shape(), legal);
    return CoordinateOperation.between(Crs.CRS84, crs).apply(stored);
  }

  /** Decimals that keep the storage grid apart in a CRS. */
  static int decimals(Crs crs) {
    // VN-2000 longitudes lie between the grid's, so they need digits below it
    return crs.unit() == Crs.Unit.METRE ? METRE_DECIMALS : crs == Crs.EPSG_4756 ? 12 : 9;
  }
}
