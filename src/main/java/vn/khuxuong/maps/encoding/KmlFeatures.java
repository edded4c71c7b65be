package vn.khuxuong.maps.encoding;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import vn.khuxuong.maps.layer.Field;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.query.FeatureRow;

/** Writes features as KML 2.2 (OGC 07-147r2): attributes as typed extended data, always WGS 84. */
public final class KmlFeatures implements FeatureWriter {

  private static final int DECIMALS = 9;

  private final Utf8Out out;
  private final Layer layer;
  private final List<Field> fields;
  private final String title;
  private final int label;

  /**
   * @param title name of the document
   */
  public KmlFeatures(Utf8Out out, Layer layer, List<Field> fields, String title) {
    this.out = out;
    this.layer = layer;
    this.fields = fields;
    this.title = title;
    this.label = fields.stream().map(Field::name).toList().indexOf(layer.label());
  }

  @Override
  public void begin() throws IOException {
    out.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.raw("<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document><name>");
    out.raw(escaped(title)).raw("</name><Schema name=\"").raw(layer.id());
    out.raw("\" id=\"").raw(layer.id()).raw("\">");
    for (Field field : fields) {
      String type =
          switch (field.type()) {
            case STRING, DATE -> "string";
            case INTEGER -> "int";
            case NUMBER -> "double";
            case BOOLEAN -> "bool";
          };
      out.raw("<SimpleField type=\"" + type + "\" name=\"" + field.name() + "\"/>");
    }
    out.raw("</Schema>\n");
  }

  @Override
  public void feature(FeatureRow row) throws SQLException, IOException {
    Object named = label < 0 ? null : row.value(label);
    String name = named == null ? row.keyText() : named.toString();
    out.raw("<Placemark><name>").raw(escaped(name)).raw("</name><ExtendedData>");
    out.raw("<SchemaData schemaUrl=\"#").raw(layer.id()).raw("\">");
    for (int i = 0; i < fields.size(); i++) {
      Object value = row.value(i);
      if (value != null) {
        out.raw("<SimpleData name=\"").raw(fields.get(i).name()).raw("\">");
        out.raw(escaped(value.toString())).raw("</SimpleData>");
      }
    }
    out.raw("</SchemaData></ExtendedData>");
    byte[] shape = row.shape();
    if (shape != null) {
      shape(new WkbReader(shape));
    }
    out.raw("</Placemark>\n");
  }

  private void shape(WkbReader in) throws IOException {
    int kind = in.kind();
    switch (kind) {
      case WkbReader.POINT -> {
        out.raw("<Point><coordinates>");
        position(in);
        out.raw("</coordinates></Point>");
      }
      case WkbReader.LINE -> {
        out.raw("<LineString>");
        line(in);
        out.raw("</LineString>");
      }
      case WkbReader.POLYGON -> {
        out.raw("<Polygon>");
        int rings = in.count();
        for (int i = 0; i < rings; i++) {
          String side = i == 0 ? "outerBoundaryIs" : "innerBoundaryIs";
          out.raw("<" + side + "><LinearRing>");
          line(in);
          out.raw("</LinearRing></" + side + ">");
        }
        out.raw("</Polygon>");
      }
      default -> {
        out.raw("<MultiGeometry>");
        int parts = in.count();
        for (int i = 0; i < parts; i++) {
          shape(in);
        }
        out.raw("</MultiGeometry>");
      }
    }
  }

  private void line(WkbReader in) throws IOException {
    out.raw("<coordinates>");
    int points = in.count();
    for (int i = 0; i < points; i++) {
      if (i > 0) {
        out.raw(' ');
      }
      position(in);
    }
    out.raw("</coordinates>");
  }

  private void position(WkbReader in) throws IOException {
    out.fixed(in.ordinate(), DECIMALS).raw(',').fixed(in.ordinate(), DECIMALS);
  }

  /** Characters that XML cannot hold are left out. */
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    text.codePoints()
        .filter(c -> c >= ' ' || c == '\n' || c == '\t')
        .filter(c -> c != 0xfffe && c != 0xffff && (c < 0xd800 || c > 0xdfff))
        .forEach(
            c -> {
              switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                default -> escaped.appendCodePoint(c);
              }
            });
    return escaped.toString();
  }

  @Override
  public void end() throws IOException {
    out.raw("</Document></kml>\n").flush();
  }
}
