package vn.khuxuong.maps.encoding;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.maps.layer.Field;
import vn.khuxuong.maps.layer.FieldType;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.query.FeatureRow;

/**
 * Writes features as CSV (RFC 4180) in UTF-8 with a byte order mark, which spreadsheets need: key,
 * attributes, the CRS and the shape as WKT, x first. A text that a spreadsheet would take for a
 * formula has an apostrophe in front, as in the files of plans.
 */
public final class CsvFeatures implements FeatureWriter {

  private static final String DANGEROUS = "=+-@\t\r";

  private final Utf8Out out;
  private final List<Field> fields;
  private final Layer layer;
  private final Crs crs;
  private final WktShape shapes;

  /** A file whose shapes are in {@code crs}. */
  public CsvFeatures(Utf8Out out, Layer layer, List<Field> fields, Crs crs) {
    this.out = out;
    this.layer = layer;
    this.fields = fields;
    this.crs = crs;
    this.shapes = new WktShape(out, crs);
  }

  @Override
  public void begin() throws IOException {
    out.raw("\ufeff");
    if (FeatureWriter.hasKeyColumn(layer, fields)) {
      out.raw(layer.key()).raw(',');
    }
    for (Field field : fields) {
      out.raw(field.name()).raw(',');
    }
    out.raw("crs,wkt\r\n");
  }

  @Override
  public void feature(FeatureRow row) throws SQLException, IOException {
    if (FeatureWriter.hasKeyColumn(layer, fields)) {
      text(row.key());
      out.raw(',');
    }
    for (int i = 0; i < fields.size(); i++) {
      value(row, i);
      out.raw(',');
    }
    out.raw(crs.code()).raw(',');
    byte[] shape = row.shape();
    if (shape != null) {
      out.raw('"');
      shapes.write(shape);
      out.raw('"');
    }
    out.raw("\r\n");
  }

  private void value(FeatureRow row, int i) throws SQLException, IOException {
    FieldType type = fields.get(i).type();
    if (type == FieldType.STRING || type == FieldType.DATE) {
      text(row.utf8(i));
      return;
    }
    Object value = row.value(i);
    if (value instanceof Double number) {
      out.number(number);
    } else if (value != null) {
      out.raw(value.toString());
    }
  }

  private void text(byte @Nullable [] utf8) throws IOException {
    if (utf8 == null) {
      return;
    }
    String text = guarded(new String(utf8, UTF_8));
    boolean quoted = text.isEmpty() || text.chars().anyMatch(c -> c == '"' || c == ',' || c < ' ');
    out.raw(quoted ? "\"" + text.replace("\"", "\"\"") + "\"" : text);
  }

  private static String guarded(String text) {
    int first = 0;
    while (first < text.length() && text.charAt(first) == '\'') {
      first++;
    }
    boolean guard = first < text.length() && DANGEROUS.indexOf(text.charAt(first)) >= 0;
    return guard ? "'" + text : text;
  }

  @Override
  public void end() throws IOException {
    out.flush();
  }
}
