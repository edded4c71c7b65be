package vn.khuxuong.maps.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.maps.layer.Field;

/**
 * One feature as the database sent it. It is one object for all features of an answer and speaks of
 * the current one only; values are read when asked for and none is kept.
 */
public final class FeatureRow {

  private static final int KEY = 1;
  private static final int SHAPE = 2;
  private static final int FIRST_FIELD = 3;
  private static final byte[] NOTHING = {};

  private final FeatureQuery query;
  private final ResultSet row;

  FeatureRow(FeatureQuery query, ResultSet row) {
    this.query = query;
    this.row = row;
  }

  /** The attributes asked for; the methods below count them from 0. */
  public List<Field> fields() {
    return query.fields();
  }

  /** The key as text in UTF-8. */
  public byte[] key() throws SQLException {
    byte[] key = row.getBytes(KEY);
    return key == null ? NOTHING : key;
  }

  /** The key as text. */
  public String keyText() throws SQLException {
    return new String(key(), UTF_8);
  }

  /**
   * The shape as well-known binary, little endian, x and y in the query's CRS; null where there is
   * none or none was asked for.
   */
  public byte @Nullable [] shape() throws SQLException {
    return row.getBytes(SHAPE);
  }

  /** A text, or a date as {@code yyyy-mm-dd}, in UTF-8; null for no value. */
  public byte @Nullable [] utf8(int field) throws SQLException {
    return row.getBytes(FIRST_FIELD + field);
  }

  /** A text or a date; null for no value. */
  public @Nullable String text(int field) throws SQLException {
    byte[] text = utf8(field);
    return text == null ? null : new String(text, UTF_8);
  }

  /** A whole number; null for no value. */
  public @Nullable Long whole(int field) throws SQLException {
    long value = row.getLong(FIRST_FIELD + field);
    return row.wasNull() ? null : Long.valueOf(value);
  }

  /** A number; NaN for no value. */
  public double number(int field) throws SQLException {
    double value = row.getDouble(FIRST_FIELD + field);
    return row.wasNull() ? Double.NaN : value;
  }

  /** True or false; null for no value. */
  public @Nullable Boolean truth(int field) throws SQLException {
    boolean value = row.getBoolean(FIRST_FIELD + field);
    return row.wasNull() ? null : Boolean.valueOf(value);
  }

  /**
   * A value as an object: {@code String} (also dates), {@code Long}, finite {@code Double} or
   * {@code Boolean}; null for no value.
   */
  public @Nullable Object value(int field) throws SQLException {
    return switch (fields().get(field).type()) {
      case STRING, DATE -> text(field);
      case INTEGER -> whole(field);
      case BOOLEAN -> truth(field);
      case NUMBER -> {
        double number = number(field);
        yield Double.isFinite(number) ? Double.valueOf(number) : null;
      }
    };
  }

  /** Where this feature stands in the order. */
  Cursor cursor() throws SQLException {
    List<@Nullable String> values = new ArrayList<>();
    for (int i = 0; i < query.sort().size(); i++) {
      values.add(row.getString(FIRST_FIELD + query.fields().size() + i));
    }
    return new Cursor(values, keyText());
  }
}
