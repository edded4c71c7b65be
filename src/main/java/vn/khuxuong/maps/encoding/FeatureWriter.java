package vn.khuxuong.maps.encoding;

import java.io.IOException;
import java.sql.SQLException;
import vn.khuxuong.maps.query.FeatureRow;

/** Writes a file of features, one after another. */
public interface FeatureWriter {

  /** What stands before the first feature. */
  void begin() throws IOException;

  /** One feature. */
  void feature(FeatureRow row) throws SQLException, IOException;

  /** What stands behind the last feature; everything is handed on then. */
  void end() throws IOException;
}
