package vn.khuxuong.maps.wms;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.khuxuong.geo.BBox;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.geo.GeoRefusal;
import vn.khuxuong.maps.draw.MapFeature;
import vn.khuxuong.maps.layer.Field;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.layer.LayerDatabase;
import vn.khuxuong.maps.style.Attributes;

/** Reads the features around a point of a map, with one statement a layer. */
@Component
class FeatureInfoStore {
  /** Features around one point that are looked at; the uppermost come first. */
  private static final int MOST = 1_000;

  private static final double FARTHEST = 1e9;

  private final LayerDatabase database;

  FeatureInfoStore(LayerDatabase database) {
    this.database = database;
  }

  /** A feature with all that may be told of it. */
  record Row(MapFeature feature, Map<String, @Nullable Object> values) {}

  /**
   * The features that touch a box, the uppermost first: by storey, then by id.
   *
   * @param box in any CRS
   */
  List<Row> read(RequestedLayer requested, BBox box) {
    Layer layer = requested.layer();
    Crs stored = Crs.ofEpsg(layer.geometry().storageCrs());
    BBox area;
    try {
      area = box.transform(stored);
    } catch (GeoRefusal outside) {
      return List.of();
    }
    Selection selection = requested.selection();
    if (selection.day() == null && selection.asOf() == null) {
      return read(requested, area, stored, true);
    }
    TransactionTemplate reading =
        new TransactionTemplate(new DataSourceTransactionManager(database.source(layer)));
    reading.setReadOnly(true);
    return Objects.requireNonNull(
        reading.execute(
            status -> {
              set(layer, "khu.on", selection.day());
              set(layer, "khu.as_of", selection.asOf());
              return read(requested, area, stored, false);
            }));
  }

  /** The setting ends with the transaction. */
  private void set(Layer layer, String name, @Nullable Object value) {
    database
        .client(layer)
        .sql("select set_config(:name, :value, true)")
        .param("name", name)
        .param("value", value == null ? "" : value.toString())
        .query(String.class)
        .single();
  }

  private List<Row> read(RequestedLayer requested, BBox area, Crs stored, boolean present) {
    Layer layer = requested.layer();
    JdbcClient.StatementSpec statement =
        database
            .client(layer)
            .sql(sql(requested, present))
            .param("west", near(area.minX()))
            .param("south", near(area.minY()))
            .param("east", near(area.maxX()))
            .param("north", near(area.maxY()))
            .param("srid", stored.srid())
            .param("most", MOST);
    if (requested.selection().condition() != null) {
      statement = statement.params(requested.selection().condition().parameters());
    }
    return statement.query((row, number) -> feature(row, layer, stored)).list();
  }

  /** Names come from the catalogue, which holds checked identifiers only. */
  private static String sql(RequestedLayer requested, boolean present) {
    Layer layer = requested.layer();
    StringBuilder sql = new StringBuilder("select \"").append(layer.key()).append("\"::text, ");
    sql.append("st_asbinary(\"").append(layer.geometry().column()).append("\")");
    for (Field field : layer.fields()) {
      sql.append(", \"").append(field.name()).append('"');
    }
    sql.append(" from ").append(layer.relation(present)).append(" where \"");
    sql.append(layer.geometry().column());
    sql.append("\" && st_makeenvelope(:west, :south, :east, :north, :srid)");
    if (requested.selection().condition() != null) {
      sql.append(" and (").append(requested.selection().condition().sql()).append(')');
    }
    sql.append(" order by ");
    if (layer.floor() != null) {
      sql.append('"').append(layer.floor()).append("\" desc, ");
    }
    return sql.append('"').append(Layer.ID_COLUMN).append("\" desc limit :most").toString();
  }

  private static double near(double ordinate) {
    return Math.max(-FARTHEST, Math.min(FARTHEST, ordinate));
  }

  private static Row feature(ResultSet row, Layer layer, Crs crs) throws SQLException {
    Map<String, @Nullable Object> values = new HashMap<>();
    for (int i = 0; i < layer.fields().size(); i++) {
      values.put(layer.fields().get(i).name(), row.getObject(3 + i));
    }
    try {
      return new Row(
          new MapFeature(
              row.getString(1),
              crs,
              new WKBReader(crs.geometryFactory()).read(row.getBytes(2)),
              Attributes.of(values)),
          values);
    } catch (ParseException e) {
      throw new SQLException("a shape of the database cannot be read", e);
    }
  }
}
