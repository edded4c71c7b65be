package vn.khuxuong.maps.picture;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.khuxuong.geo.BBox;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.geo.GeoRefusal;
import vn.khuxuong.maps.draw.MapFeature;
import vn.khuxuong.maps.layer.Field;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.layer.MapsProblem;
import vn.khuxuong.maps.style.Attributes;
import vn.khuxuong.platform.database.Published;

/** Reads the features of a layer in a box, with one statement a layer. */
@Component
class FeatureRows {
  /** More features than this are no map; also what bounds the memory of a request. */
  static final int MAX_FEATURES = 50_000;

  private static final double FARTHEST = 1e9;

  private final JdbcClient published;

  FeatureRows(@Published JdbcClient published) {
    this.published = published;
  }

  /** A feature with all that may be told of it. */
  record Row(MapFeature feature, Map<String, @Nullable Object> values) {}

  /**
   * The features of a layer that touch a box, in drawing order: by storey, then by id.
   *
   * @param box in any CRS
   * @param fields which attributes to read; unknown ones are left out
   * @param floor only that storey, where the layer has storeys; null for all
   * @throws vn.khuxuong.platform.problem.ProblemException if there are more than can be drawn
   */
  List<Row> read(Layer layer, BBox box, Set<String> fields, @Nullable Integer floor) {
    Crs stored = Crs.ofEpsg(layer.geometry().storageCrs());
    BBox area;
    try {
      area = box.transform(stored);
    } catch (GeoRefusal outside) {
      return List.of();
    }
    boolean mercator = box.crs() == Crs.EPSG_3857;
    Crs crs = mercator ? Crs.EPSG_3857 : stored;
    List<String> columns = columns(layer, fields);
    List<Row> rows =
        published
            .sql(sql(layer, columns, mercator, floor != null))
            .params(arguments(layer, area, stored, floor))
            .query((row, number) -> feature(row, crs, columns))
            .list();
    if (rows.size() > MAX_FEATURES) {
      throw MapsProblem.TOO_MUCH
          .with(
              "Khung này có hơn " + MAX_FEATURES + " đối tượng. Hãy phóng to.",
              "This box holds more than " + MAX_FEATURES + " features. Zoom in.")
          .field("BBOX");
    }
    return rows;
  }

  private static List<String> columns(Layer layer, Set<String> fields) {
    Set<String> columns = new LinkedHashSet<>();
    layer.fields().stream().map(Field::name).filter(fields::contains).forEach(columns::add);
    return List.copyOf(columns);
  }

  /** Names come from the catalogue, which holds checked identifiers only. */
  private static String sql(
      Layer layer, List<String> columns, boolean mercator, boolean floorGiven) {
    Layer.Geometry geometry = layer.geometry();
    String shape = mercator ? geometry.column3857() : geometry.column();
    StringBuilder sql = new StringBuilder("select ");
    sql.append('"').append(layer.key()).append("\"::text, ");
    sql.append("st_asbinary(\"").append(shape).append("\")");
    columns.forEach(column -> sql.append(", \"").append(column).append('"'));
    sql.append(" from published.\"").append(layer.view()).append("\" where \"");
    sql.append(geometry.column()).append("\" && st_makeenvelope(?, ?, ?, ?, ?)");
    if (layer.floor() != null && floorGiven) {
      sql.append(" and \"").append(layer.floor()).append("\" = ?");
    }
    sql.append(" order by ");
    if (layer.floor() != null) {
      sql.append('"').append(layer.floor()).append("\", ");
    }
    return sql.append('"').append(Layer.ID_COLUMN).append("\" limit ?").toString();
  }

  private static List<Object> arguments(
      Layer layer, BBox area, Crs stored, @Nullable Integer floor) {
    List<Object> arguments = new ArrayList<>();
    arguments.add(near(area.minX()));
    arguments.add(near(area.minY()));
    arguments.add(near(area.maxX()));
    arguments.add(near(area.maxY()));
    arguments.add(stored.srid());
    if (layer.floor() != null && floor != null) {
      arguments.add(floor);
    }
    arguments.add(MAX_FEATURES + 1);
    return arguments;
  }

  private static double near(double ordinate) {
    return Math.max(-FARTHEST, Math.min(FARTHEST, ordinate));
  }

  private static Row feature(ResultSet row, Crs crs, List<String> columns) throws SQLException {
    Map<String, @Nullable Object> values = new HashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      values.put(columns.get(i), row.getObject(3 + i));
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
