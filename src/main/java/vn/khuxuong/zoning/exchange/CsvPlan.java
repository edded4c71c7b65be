package vn.khuxuong.zoning.exchange;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.geo.Wkt;
import vn.khuxuong.platform.file.CsvText;
import vn.khuxuong.zoning.Subzone;

/** A plan as CSV (RFC 4180) with a WKT column and a column that names its CRS. */
final class CsvPlan {
  static final String SHAPE_COLUMN = "wkt";
  static final String CRS_COLUMN = "crs";

  private CsvPlan() {}

  static void write(Sheet sheet, Crs crs, Writer writer) throws IOException {
    CSVPrinter csv = new CSVPrinter(writer, CSVFormat.RFC4180);
    for (SubzoneField field : SubzoneField.values()) {
      csv.print(field.column());
    }
    csv.print(CRS_COLUMN);
    csv.print(SHAPE_COLUMN);
    csv.println();
    for (Subzone subzone : sheet.subzones()) {
      for (SubzoneField field : SubzoneField.values()) {
        csv.print(CsvText.guarded(field.textOf(subzone)));
      }
      csv.print(crs.code());
      csv.print(Wkt.write(rounded(sheet.shape(subzone, crs), Sheet.decimals(crs))));
      csv.println();
    }
    csv.flush();
  }

  private static Geometry rounded(Geometry shape, int decimals) {
    shape.apply(
        new CoordinateSequenceFilter() {
          @Override
          public void filter(CoordinateSequence sequence, int i) {
            for (int axis = Coordinate.X; axis <= Coordinate.Y; axis++) {
              sequence.setOrdinate(
                  i,
                  axis,
                  BigDecimal.valueOf(sequence.getOrdinate(i, axis))
                      .setScale(decimals, RoundingMode.HALF_EVEN)
                      .doubleValue());
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
        });
    return shape;
  }
}
