package vn.khuxuong.zoning.exchange;

import java.util.Optional;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import vn.khuxuong.geo.CoordinateOperation;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.zoning.StorageGrid;

/**
 * One way to understand the coordinates of a file.
 *
 * @param crs CRS they are said to be in
 * @param swapped whether y comes first: latitude before longitude, north before east
 * @param shift how they came there from the other datum; a mistake is undone
 */
record Reading(Crs crs, boolean swapped, Shift shift) {

  /** Stable name, for example {@code EPSG:9210}, {@code CRS:84~swapped~EPSG_5194}. */
  String id() {
    return crs.code()
        + (swapped ? "~swapped" : "")
        + (shift == Shift.RIGHT ? "" : "~" + shift.name());
  }

  /** The reading with this name. */
  static Optional<Reading> find(String id) {
    String[] parts = id.split("~");
    boolean swapped = parts.length > 1 && parts[1].equals("swapped");
    String last = parts[parts.length - 1];
    Shift shift = Shift.RIGHT;
    if (parts.length > (swapped ? 2 : 1)) {
      try {
        shift = Shift.valueOf(last);
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }
    Shift found = shift;
    return Crs.find(parts[0]).map(crs -> new Reading(crs, swapped, found));
  }

  /** The shape of the file as it will be stored: WGS 84, x first, on the storage grid. */
  Geometry toStored(Geometry inFile) {
    Geometry copy = Crs.EPSG_4326.geometryFactory().createGeometry(inFile);
    copy.apply(new Each());
    return StorageGrid.snap(copy);
  }

  /** The shape of the file in the legal CRS, as it will be after storing. */
  Geometry toLegal(Geometry inFile, Crs legal) {
    return StorageGrid.fromStored(toStored(inFile), legal);
  }

  /** Takes x0, y0, x1, y1, … of the file to longitude, latitude on WGS 84, in place. */
  void toLonLat(double[] xy) {
    if (swapped) {
      for (int i = 0; i < xy.length; i += 2) {
        double first = xy[i];
        xy[i] = xy[i + 1];
        xy[i + 1] = first;
      }
    }
    if (shift == Shift.RIGHT) {
      CoordinateOperation.between(Crs.CRS84, crs).inverse().apply(xy);
    } else if (crs.srid() == Crs.CRS84.srid()) {
      shift.vn2000OfShifted(xy);
      CoordinateOperation.between(Crs.CRS84, Crs.EPSG_4756).inverse().apply(xy);
    } else {
      CoordinateOperation.between(crs, Crs.EPSG_4756).apply(xy);
      shift.wgs84OfShifted(xy);
    }
  }

  private final class Each implements CoordinateSequenceFilter {
    @Override
    public void filter(CoordinateSequence sequence, int index) {
      if (index > 0) {
        return;
      }
      double[] xy = new double[2 * sequence.size()];
      for (int i = 0; i < sequence.size(); i++) {
        xy[2 * i] = sequence.getX(i);
        xy[2 * i + 1] = sequence.getY(i);
      }
      toLonLat(xy);
      for (int i = 0; i < sequence.size(); i++) {
        sequence.setOrdinate(i, CoordinateSequence.X, xy[2 * i]);
        sequence.setOrdinate(i, CoordinateSequence.Y, xy[2 * i + 1]);
      }
    }

    @Override
    public boolean isDone() {
      return false;
    }

    @Override
    public boolean isGeometryChanged() {
      return true;
    }
  }
}
