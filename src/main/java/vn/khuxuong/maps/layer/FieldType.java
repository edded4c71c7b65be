package vn.khuxuong.maps.layer;

import java.util.Locale;
import java.util.Set;

/** What the values of a {@link Field} are, as JSON, tiles and filters see them. */
public enum FieldType {
  STRING,
  INTEGER,
  NUMBER,
  BOOLEAN,
  /** A civil date of Ho Chi Minh City, {@code yyyy-mm-dd}. */
  DATE;

  private static final Set<String> TEXTS = Set.of("text", "varchar", "bpchar", "name", "uuid");
  private static final Set<String> WHOLE = Set.of("int2", "int4", "int8");
  private static final Set<String> BROKEN = Set.of("float4", "float8", "numeric");

  /** The word used in layer files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Whether a column of a PostgreSQL type can be served as this.
   *
   * @param columnType name in {@code pg_type}; enumerations count as {@code text}
   */
  boolean fits(String columnType) {
    return switch (this) {
      case STRING -> TEXTS.contains(columnType);
      case INTEGER -> WHOLE.contains(columnType);
      case NUMBER -> BROKEN.contains(columnType) || WHOLE.contains(columnType);
      case BOOLEAN -> columnType.equals("bool");
      case DATE -> columnType.equals("date");
    };
  }
}
