package vn.khuxuong.maps.encoding;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.geo.AxisOrder;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.maps.layer.Field;
import vn.khuxuong.maps.layer.FieldType;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.query.FeatureRow;

/** Writes features as GeoJSON objects (RFC 7946). */
public final class GeoJsonFeatures implements JsonFeatures {

  private static final byte[] NULL = "null".getBytes(UTF_8);

  private final Utf8Out out;
  private final GeoJsonShape shapes;
  private final boolean wholeKeys;
  private final List<Field> fields;
  private final byte[][] names;

  /**
   * @param fields the attributes of the rows to come, in their order
   * @param crs system of their shapes
   * @param order which coordinate is written first
   */
  public GeoJsonFeatures(Utf8Out out, Layer layer, List<Field> fields, Crs crs, AxisOrder order) {
    this.out = out;
    this.shapes = new GeoJsonShape(out, crs, order);
    this.wholeKeys = layer.keyType() == FieldType.INTEGER;
    this.fields = fields;
    this.names = new byte[fields.size()][];
    for (int i = 0; i < names.length; i++) {
      // names are identifiers and need no escape
      names[i] = ((i == 0 ? "\"" : ",\"") + fields.get(i).name() + "\":").getBytes(UTF_8);
    }
  }

  @Override
  public String collectionMembers() {
    return "";
  }

  @Override
  public String singleMembers() {
    return "";
  }

  @Override
  public void open(FeatureRow row) throws SQLException, IOException {
    openWithoutShape(row);
    out.raw(",\"geometry\":");
    shape(row);
  }

  void openWithoutShape(FeatureRow row) throws SQLException, IOException {
    out.raw("{\"type\":\"Feature\",\"id\":");
    if (wholeKeys) {
      out.raw(row.key());
    } else {
      out.jsonString(row.key());
    }
    out.raw(",\"properties\":{");
    for (int i = 0; i < names.length; i++) {
      out.raw(names[i]);
      value(row, i);
    }
    out.raw('}');
  }

  void shape(FeatureRow row) throws SQLException, IOException {
    byte[] shape = row.shape();
    if (shape == null) {
      out.raw(NULL);
    } else {
      shapes.write(shape);
    }
  }

  private void value(FeatureRow row, int i) throws SQLException, IOException {
    switch (fields.get(i).type()) {
      case STRING, DATE -> {
        byte[] text = row.utf8(i);
        if (text == null) {
          out.raw(NULL);
        } else {
          out.jsonString(text);
        }
      }
      case NUMBER -> {
        double number = row.number(i);
        if (Double.isFinite(number)) {
          out.number(number);
        } else {
          out.raw(NULL); // JSON knows neither NaN nor infinity
        }
      }
      case INTEGER -> orNull(row.whole(i));
      case BOOLEAN -> orNull(row.truth(i));
    }
  }

  private void orNull(@Nullable Object value) throws IOException {
    if (value == null) {
      out.raw(NULL);
    } else if (value instanceof Long whole) {
      out.whole(whole);
    } else {
      out.raw(value.toString());
    }
  }
}
