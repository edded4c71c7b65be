package vn.khuxuong.zoning.sheet;

import java.io.IOException;
import java.util.Locale;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import vn.khuxuong.geo.CoordinateOperation;
import vn.khuxuong.geo.Crs;

/**
 * Tells readers which ground a page's map shows (geospatial measure dictionary, ISO 32000-2,
 * 12.10): GDAL and QGIS open the sheet in its place, and PDF readers that can show coordinates.
 */
final class Georeference {
  private Georeference() {}

  /**
   * Adds it to a page.
   *
   * @param legal CRS of the window
   */
  static void add(PDPage page, MapWindow window, Crs legal) throws IOException {
    double west = window.west();
    double south = window.south();
    double east = west + window.widthM();
    double north = south + window.heightM();
    double[] corners = {west, south, west, north, east, north, east, south};
    CoordinateOperation.between(legal, Crs.EPSG_4756).apply(corners);
    COSArray degrees = new COSArray();
    for (int i = 0; i < corners.length; i += 2) {
      degrees.add(degrees(corners[i + 1]));
      degrees.add(degrees(corners[i]));
    }
    COSDictionary gcs = new COSDictionary();
    gcs.setItem(COSName.TYPE, COSName.getPDFName("PROJCS"));
    gcs.setInt("EPSG", legal.srid());
    COSDictionary measure = new COSDictionary();
    measure.setItem(COSName.TYPE, COSName.getPDFName("Measure"));
    measure.setItem(COSName.SUBTYPE, COSName.getPDFName("GEO"));
    measure.setItem("Bounds", unitSquare());
    measure.setItem("GCS", gcs);
    measure.setItem("GPTS", degrees);
    measure.setItem("LPTS", unitSquare());
    Box paper = window.paper();
    COSArray box = new COSArray();
    box.setFloatArray(
        new float[] {
          Pen.pt(paper.left()), Pen.pt(paper.bottom()), Pen.pt(paper.right()), Pen.pt(paper.top())
        });
    COSDictionary viewport = new COSDictionary();
    viewport.setItem(COSName.TYPE, COSName.getPDFName("Viewport"));
    viewport.setItem(COSName.BBOX, box);
    viewport.setItem("Measure", measure);
    COSArray viewports = new COSArray();
    viewports.add(viewport);
    page.getCOSObject().setItem("VP", viewports);
  }

  /** As written, since the library's own numbers are too coarse for a millimetre. */
  private static COSFloat degrees(double value) throws IOException {
    return new COSFloat(String.format(Locale.ROOT, "%.10f", value));
  }

  private static COSArray unitSquare() {
    COSArray square = new COSArray();
    for (int ordinate : new int[] {0, 0, 0, 1, 1, 1, 1, 0}) {
      square.add(COSInteger.get(ordinate));
    }
    return square;
  }
}
