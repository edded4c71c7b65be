package vn.khuxuong.zoning.exchange;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.zoning.LandUse;
import vn.khuxuong.zoning.Subzone;

/**
 * A plan as DXF of AutoCAD release 12, which every CAD program reads: a layer per land use, metres,
 * closed polylines and the code as text. The columns travel as extended data of application {@code
 * KHUXUONG}; Vietnamese letters in texts as {@code \U+1EA5}, so that no code page can hurt them.
 * Holes are polylines of their own with {@code ring} above 0.
 */
final class DxfPlan {
  static final String APPLICATION = "KHUXUONG";

  /** Extended data: at most 255 bytes a string. */
  private static final int CHUNK = 240;

  private final Sheet sheet;
  private final Crs crs;
  private final Writer writer;

  private DxfPlan(Sheet sheet, Crs crs, Writer writer) {
    this.sheet = sheet;
    this.crs = crs;
    this.writer = writer;
  }

  static void write(Sheet sheet, Crs crs, Writer writer) throws IOException {
    DxfPlan dxf = new DxfPlan(sheet, crs, writer);
    dxf.header();
    dxf.tables();
    dxf.entities();
  }

  /** Name of a land use's layer: its label and its name without accents. */
  static String layer(LandUse use) {
    return use.label()
        + "_"
        + Words.folded(use.nameVi()).toUpperCase(Locale.ROOT).replace(' ', '_');
  }

  /** Number in AutoCAD's own palette, near to the colours of planning drawings. */
  private static int colour(LandUse use) {
    return switch (use) {
      case INDUSTRY -> 6;
      case HIGHRISE -> 200;
      case SUPPORT -> 30;
      case WAREHOUSE -> 42;
      case SERVICE -> 10;
      case TECH -> 8;
      case GREEN -> 3;
      case ROAD -> 7;
      case WATER -> 5;
    };
  }

  private void header() throws IOException {
    group(0, "SECTION").group(2, "HEADER").group(9, "$ACADVER").group(1, "AC1009");
    group(9, "$INSUNITS").group(70, "6").group(0, "ENDSEC");
  }

  private void tables() throws IOException {
    group(0, "SECTION").group(2, "TABLES");
    group(0, "TABLE").group(2, "LTYPE").group(70, "1").group(0, "LTYPE").group(2, "CONTINUOUS");
    group(70, "0").group(3, "Solid line").group(72, "65").group(73, "0").group(40, "0.0");
    group(0, "ENDTAB");
    group(0, "TABLE").group(2, "LAYER").group(70, String.valueOf(LandUse.values().length));
    for (LandUse use : LandUse.values()) {
      group(0, "LAYER").group(2, layer(use)).group(70, "0");
      group(62, String.valueOf(colour(use))).group(6, "CONTINUOUS");
    }
    group(0, "ENDTAB");
    group(0, "TABLE").group(2, "APPID").group(70, "1").group(0, "APPID").group(2, APPLICATION);
    group(70, "0").group(0, "ENDTAB").group(0, "ENDSEC");
  }

  private void entities() throws IOException {
    group(0, "SECTION").group(2, "ENTITIES");
    for (Subzone subzone : sheet.subzones()) {
      Polygon polygon = (Polygon) sheet.shape(subzone, crs);
      polyline(subzone, polygon.getExteriorRing(), 0);
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        polyline(subzone, polygon.getInteriorRingN(i), i + 1);
      }
      label(subzone, polygon);
    }
    group(0, "ENDSEC").group(0, "EOF");
  }

  private void polyline(Subzone subzone, LinearRing ring, int number) throws IOException {
    String layer = layer(subzone.landUse());
    group(0, "POLYLINE").group(8, layer).group(66, "1").group(70, "1");
    group(10, "0.0").group(20, "0.0").group(30, "0.0");
    group(1001, APPLICATION);
    for (String chunk : extendedData(subzone, number)) {
      group(1000, chunk);
    }
    Coordinate[] points = ring.getCoordinates();
    for (int i = 0; i < points.length - 1; i++) {
      group(0, "VERTEX").group(8, layer);
      group(10, metres(points[i].x)).group(20, metres(points[i].y)).group(30, "0.0");
    }
    group(0, "SEQEND").group(8, layer);
  }

  private void label(Subzone subzone, Polygon polygon) throws IOException {
    double tolerance = Math.max(0.1, Math.sqrt(polygon.getArea()) / 50);
    MaximumInscribedCircle circle = new MaximumInscribedCircle(polygon, tolerance);
    Point centre = circle.getCenter();
    double height = Math.min(10, Math.max(0.5, circle.getRadiusLine().getLength() / 3));
    group(0, "TEXT").group(8, layer(subzone.landUse()));
    group(10, metres(centre.getX())).group(20, metres(centre.getY())).group(30, "0.0");
    group(40, String.format(Locale.ROOT, "%.1f", height));
    group(1, escaped(subzone.code() + " " + subzone.nameVi()));
  }

  /** {@code column=value}, percent-encoded; what is too long goes on in strings without "=". */
  private static List<String> extendedData(Subzone subzone, int ring) {
    List<String> chunks = new ArrayList<>();
    chunks.add("ring=" + ring);
    for (SubzoneField field : SubzoneField.values()) {
      if (field.of(subzone) != null) {
        String text =
            field.column()
                + "="
                + URLEncoder.encode(field.textOf(subzone), StandardCharsets.UTF_8)
                    .replace("+", "%20");
        for (int i = 0; i < text.length(); i += CHUNK) {
          chunks.add(text.substring(i, Math.min(text.length(), i + CHUNK)));
        }
      }
    }
    return chunks;
  }

  private static String escaped(String text) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ') {
        line.append(' ');
      } else if (c < 127) {
        line.append(c);
      } else {
        line.append(String.format(Locale.ROOT, "\\U+%04X", (int) c));
      }
    }
    return line.length() > 250 ? line.substring(0, line.lastIndexOf("\\", 240)) : line.toString();
  }

  private static String metres(double value) {
    return BigDecimal.valueOf(value)
        .setScale(Sheet.decimals(Crs.EPSG_9210), RoundingMode.HALF_EVEN)
        .toPlainString();
  }

  private DxfPlan group(int code, String value) throws IOException {
    writer.write(String.format(Locale.ROOT, "%3d\n", code));
    writer.write(value);
    writer.write('\n');
    return this;
  }
}
