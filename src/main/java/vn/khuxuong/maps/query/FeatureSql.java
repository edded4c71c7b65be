package vn.khuxuong.maps.query;

import java.util.HashMap;
import java.util.Map;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.maps.filter.FilterSql;
import vn.khuxuong.maps.layer.Field;
import vn.khuxuong.maps.layer.FieldType;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.query.FeatureQuery.Start;

/**
 * The statements of one query. Names come from the checked catalogue, everything the asker sent is
 * bound.
 */
final class FeatureSql {

  private final FeatureQuery query;
  private final Layer layer;
  private final Map<String, Object> values = new HashMap<>();

  FeatureSql(FeatureQuery query) {
    this.query = query;
    this.layer = query.layer();
  }

  /** What the statements so far bound. */
  Map<String, Object> values() {
    return values;
  }

  /**
   * Key, shape, attributes, sorted values: one row a feature, in order, and one feature more than
   * wanted, which tells that there are more.
   */
  String rows() {
    StringBuilder sql = new StringBuilder("select ");
    sql.append(quoted(layer.key())).append("::text as \"K\", ").append(shape());
    sql.append(" as \"G\"");
    // no column is called so: "order by" would take a name of this list before that of a column
    for (int i = 0; i < query.fields().size(); i++) {
      sql.append(", ").append(value(query.fields().get(i))).append(" as \"F").append(i).append('"');
    }
    for (int i = 0; i < query.sort().size(); i++) {
      sql.append(", ").append(quoted(query.sort().get(i).column()));
      sql.append("::text as \"S").append(i).append('"');
    }
    sql.append(" from ").append(layer.relation(query.isPresent()));
    sql.append(" where ").append(condition());
    Start start = query.start();
    if (start instanceof Start.After after) {
      sql.append(" and ").append(behind(after.cursor()));
    }
    sql.append(" order by ");
    for (SortKey key : query.sort()) {
      sql.append(key.sql()).append(key.descending() ? " desc" : "").append(" nulls last, ");
    }
    sql.append(key());
    if (query.limit() != FeatureQuery.NO_LIMIT) {
      sql.append(" limit ").append(bound(query.limit() + 1));
    }
    if (start instanceof Start.Offset offset) {
      sql.append(" offset ").append(bound(offset.features()));
    }
    return sql.toString();
  }

  /** How many features fit, from wherever one begins; not counted beyond {@code most}. */
  String count(long most) {
    String all = "select 1 from " + layer.relation(query.isPresent()) + " where " + condition();
    return most == FeatureQuery.NO_LIMIT
        ? "select count(*) from (" + all + ") features"
        : "select count(*) from (" + all + " limit " + bound(most) + ") features";
  }

  private String condition() {
    return FilterSql.where(query.filter(), layer, values, "f");
  }

  /** The key in the one order in which features are paged; texts by their code points. */
  private String key() {
    return layer.keyType() == FieldType.INTEGER
        ? quoted(layer.key())
        : quoted(layer.key()) + "::text collate \"C\"";
  }

  private String shape() {
    Layer.Geometry geometry = layer.geometry();
    Crs crs = query.crs();
    String shape = quoted(geometry.column());
    if (crs == Crs.EPSG_3857) {
      shape = quoted(geometry.column3857());
    } else if (crs.srid() != geometry.storageCrs()) {
      shape = "st_transform(" + shape + ", " + crs.srid() + ")";
    }
    return query.shapes() ? "st_asbinary(" + shape + ", 'NDR')" : "null::bytea";
  }

  /** In a type whose binary form the driver reads without making an object. */
  private static String value(Field field) {
    String column = quoted(field.name());
    return switch (field.type()) {
      case STRING, DATE -> column + "::text";
      case INTEGER -> column + "::bigint";
      case NUMBER -> column + "::float8";
      case BOOLEAN -> column;
    };
  }

  /**
   * Behind the feature of the cursor: further on in the first column; or equal there and further on
   * in the second; and so on to the key.
   */
  private String behind(Cursor cursor) {
    String keyValue = bound(cursor.key());
    String behind =
        key() + " > " + (layer.keyType() == FieldType.INTEGER ? keyValue + "::bigint" : keyValue);
    for (int i = query.sort().size() - 1; i >= 0; i--) {
      SortKey sorted = query.sort().get(i);
      String value = cursor.values().get(i);
      behind =
          value == null
              ? "(" + sorted.sql() + " is null and " + behind + ")"
              : behind(sorted, value, behind);
    }
    return "(" + behind + ")";
  }

  private String behind(SortKey sorted, String text, String rest) {
    String value = bound(text) + "::" + type(sorted.type());
    String column = sorted.sql();
    String further = column + (sorted.descending() ? " < " : " > ") + value;
    return "(%s or %s is null or (%s = %s and %s))".formatted(further, column, column, value, rest);
  }

  private static String type(FieldType type) {
    return switch (type) {
      case STRING -> "text";
      case INTEGER -> "bigint";
      case NUMBER -> "numeric";
      case BOOLEAN -> "boolean";
      case DATE -> "date";
    };
  }

  private String bound(Object value) {
    String name = "q" + values.size();
    values.put(name, value);
    return ":" + name;
  }

  private static String quoted(String identifier) {
    return "\"" + identifier + "\"";
  }
}
