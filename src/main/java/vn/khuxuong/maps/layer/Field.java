package vn.khuxuong.maps.layer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One attribute of a layer: a column of its view, a property in GeoJSON, a key in tiles.
 *
 * @param name column and property name, a checked SQL identifier
 * @param type what its values are
 * @param title what people call it
 * @param unit unit of measure as written beside the number ({@code m²}), null if it has none
 * @param values the codes the field may hold with their meaning, in the order of the file; empty if
 *     it is not coded
 * @param roles who may see it; empty means everybody. For others the field does not exist
 * @param queryable whether features may be filtered by it
 * @param readOnly whether whoever changes features of an editable layer may not set it
 */
public record Field(
    String name,
    FieldType type,
    Text title,
    @Nullable String unit,
    Map<String, Text> values,
    Set<String> roles,
    boolean queryable,
    boolean readOnly) {

  /** A field that is read only where its layer is. */
  public Field(
      String name,
      FieldType type,
      Text title,
      @Nullable String unit,
      Map<String, Text> values,
      Set<String> roles,
      boolean queryable) {
    this(name, type, title, unit, values, roles, queryable, false);
  }

  public Field {
    Layer.requireIdentifier(name);
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    roles = Set.copyOf(roles);
  }

  /**
   * Whether somebody with these roles may know that the field exists.
   *
   * @param held role names without prefix, such as {@code OFFICER}; empty for the anonymous public
   */
  public boolean visibleTo(Set<String> held) {
    return roles.isEmpty() || roles.stream().anyMatch(held::contains);
  }
}
