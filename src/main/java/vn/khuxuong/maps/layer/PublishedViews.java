package vn.khuxuong.maps.layer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Component;

/** Compares layer files with their views as the role that serves them sees them. */
@Component
@DependsOnDatabaseInitialization
class PublishedViews {

  private static final String COLUMNS =
      """
      select a.attname as name,
             case when t.typtype = 'e' then 'text' else coalesce(b.typname, t.typname) end as type,
             case when t.typname = 'geometry' then postgis_typmod_srid(a.atttypmod) end as srid,
             case when t.typname = 'geometry' then postgis_typmod_type(a.atttypmod) end as shape
      from pg_attribute a
      join pg_class c on c.oid = a.attrelid
      join pg_namespace n on n.oid = c.relnamespace
      join pg_type t on t.oid = a.atttypid
      left join pg_type b on b.oid = t.typbasetype
      where n.nspname = :schema and c.relname = :view and a.attnum > 0 and not a.attisdropped
        and has_table_privilege(c.oid, 'select')
      """;

  private final LayerDatabase database;

  PublishedViews(LayerDatabase database) {
    this.database = database;
  }

  private record Column(String name, String type, @Nullable Integer srid, @Nullable String shape) {}

  /** What keeps the layer from being served from its view; empty when nothing does. */
  List<String> complaints(Layer layer) {
    List<String> complaints = new ArrayList<>();
    judge(layer, "view", layer.view(), complaints);
    if (layer.now() != null) {
      Map<String, Column> columns = judge(layer, "now", layer.now(), complaints);
      Layer.Geometry geometry = layer.geometry();
      if (!columns.isEmpty() && geometry.label() != null) {
        requireShape(columns, geometry.label(), 3857, "geometry.label", complaints);
      }
      for (Layer.Coarse coarse : columns.isEmpty() ? List.<Layer.Coarse>of() : geometry.coarse()) {
        requireShape(columns, coarse.column(), 3857, "geometry.coarse", complaints);
      }
    }
    return complaints;
  }

  private Map<String, Column> judge(
      Layer layer, String role, String view, List<String> complaints) {
    Map<String, Column> columns = new HashMap<>();
    database
        .client(layer)
        .sql(COLUMNS)
        .param("schema", layer.schema())
        .param("view", view)
        .query(Column.class)
        .list()
        .forEach(column -> columns.put(column.name(), column));
    if (columns.isEmpty()) {
      complaints.add(
          role + ": the role that serves it sees no view " + layer.schema() + "." + view);
      return columns;
    }
    Column id = columns.get(Layer.ID_COLUMN);
    if (id == null || !FieldType.INTEGER.fits(id.type())) {
      complaints.add(role + ": must have a whole number in column " + Layer.ID_COLUMN);
    }
    for (int i = 0; i < layer.fields().size(); i++) {
      Field field = layer.fields().get(i);
      String at = "fields[" + i + "]";
      requireType(columns, field.name(), field.type(), at, complaints);
    }
    Layer.Period time = layer.time();
    if (time != null) {
      requireType(columns, time.from(), FieldType.DATE, "time.from", complaints);
      if (time.until() != null) {
        requireType(columns, time.until(), FieldType.DATE, "time.until", complaints);
      }
    }
    requireShape(columns, layer.geometry(), complaints);
    return columns;
  }

  private static void requireType(
      Map<String, Column> columns,
      String name,
      FieldType type,
      String at,
      List<String> complaints) {
    Column column = columns.get(name);
    if (column == null) {
      complaints.add(at + ": the view has no column " + name);
    } else if (!type.fits(column.type())) {
      complaints.add(
          at + ": column " + name + " is " + column.type() + ", which is no " + type.word());
    }
  }

  private static void requireShape(
      Map<String, Column> columns, Layer.Geometry geometry, List<String> complaints) {
    requireShape(columns, geometry.column(), geometry.storageCrs(), "geometry.column", complaints);
    requireShape(columns, geometry.column3857(), 3857, "geometry.column3857", complaints);
    Column column = columns.get(geometry.column());
    String shape = column == null ? null : column.shape();
    boolean anything = shape == null || shape.equals("Geometry");
    if (!anything
        && geometry.type() != Layer.GeometryType.GEOMETRY
        && !geometry.type().word().equals(shape)) {
      complaints.add("geometry.type: the view has " + shape + ", not " + geometry.type().word());
    }
  }

  private static void requireShape(
      Map<String, Column> columns, String name, int srid, String at, List<String> complaints) {
    Column column = columns.get(name);
    if (column == null || column.srid() == null) {
      complaints.add(at + ": the view has no geometry in column " + name);
    } else if (column.srid() != srid) {
      complaints.add(at + ": column " + name + " is in SRID " + column.srid() + ", not " + srid);
    }
  }
}
