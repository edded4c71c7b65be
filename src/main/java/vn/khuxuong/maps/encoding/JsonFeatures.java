package vn.khuxuong.maps.encoding;

import java.io.IOException;
import java.sql.SQLException;
import vn.khuxuong.maps.query.FeatureRow;

/** Writes features as JSON objects, one after another. */
public interface JsonFeatures {

  /** Members of the collection beside {@code type} and {@code features}, each behind a comma. */
  String collectionMembers();

  /** Members that a feature has when it stands alone, each behind a comma. */
  String singleMembers();

  /** One feature without its closing brace, so that members may follow. */
  void open(FeatureRow row) throws SQLException, IOException;
}
