package vn.khuxuong.maps.encoding;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import vn.khuxuong.maps.layer.Field;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.query.FeatureRow;

/** Writes a file of features, one after another. */
public interface FeatureWriter {

  /** What stands before the first feature. */
  void begin() throws IOException;

  /** One feature. */
  void feature(FeatureRow row) throws SQLException, IOException;

  /** What stands behind the last feature; everything is handed on then. */
  void end() throws IOException;

  /** Whether a feature's key is none of the attributes and needs a column of its own in a table. */
  static boolean hasKeyColumn(Layer layer, List<Field> fields) {
    return fields.stream().noneMatch(field -> field.name().equals(layer.key()));
  }
}
