package vn.khuxuong.maps.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.geo.BBox;
import vn.khuxuong.geo.TileAddress;
import vn.khuxuong.maps.layer.Field;
import vn.khuxuong.maps.layer.FieldType;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.platform.database.Database;

/**
 * The database alone, one prepared statement a request over JDBC: what a service could do at best
 * that has PostGIS write the answer. Same relations, fields, copies and label points as ours.
 */
final class BareSql implements Peer {
  private static final int EXTENT = 4096;
  private static final int BUFFER = 64;

  private final Database database;
  private final Map<String, Layer> layers;

  BareSql(Database database, List<Layer> layers) {
    this.database = database;
    this.layers = layers.stream().collect(Collectors.toMap(Layer::id, layer -> layer));
  }

  @Override
  public String name() {
    return "bare SQL";
  }

  @Override
  public boolean answers(Ask ask) {
    return ask instanceof Ask.Page || ask instanceof Ask.Tile;
  }

  @Override
  public Set<Long> processes() {
    return Set.of();
  }

  @Override
  public Session open() throws IOException {
    try {
      Connection connection = database.dataSource().getConnection();
      try (Statement statement = connection.createStatement()) {
        statement.execute("set role khu_published");
      }
      return new Bare(connection);
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  private final class Bare implements Session {
    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    Bare(Connection connection) {
      this.connection = connection;
    }

    @Override
    public Answer ask(Ask ask) throws IOException {
      try {
        byte[] body = ask instanceof Ask.Page page ? page(page) : tile((Ask.Tile) ask);
        return new Answer(200, "", body, body.length);
      } catch (SQLException e) {
        throw new IOException(e);
      }
    }

    private byte[] page(Ask.Page page) throws SQLException {
      PreparedStatement statement =
          statement("page " + page.layer(), () -> pageSql(layer(page.layer())));
      BBox box = page.box();
      double[] edges = {box.minX(), box.minY(), box.maxX(), box.maxY()};
      for (int i = 0; i < edges.length; i++) {
        statement.setDouble(i + 1, edges[i]);
      }
      statement.setInt(5, page.limit());
      return bytes(statement);
    }

    private byte[] tile(Ask.Tile ask) throws SQLException {
      TileAddress at = ask.address();
      PreparedStatement statement =
          statement("tile " + at.z() + ask.layers(), () -> tileSql(ask.layers(), at.z()));
      int parameter = 1;
      BBox box = at.bounds();
      double margin = box.width() * BUFFER / EXTENT;
      for (int i = 0; i < parts(ask.layers()); i++) {
        for (double edge : new double[] {box.minX(), box.minY(), box.maxX(), box.maxY(), margin}) {
          statement.setDouble(parameter++, edge);
        }
      }
      return bytes(statement);
    }

    private PreparedStatement statement(String key, java.util.function.Supplier<String> sql)
        throws SQLException {
      PreparedStatement known = statements.get(key);
      if (known == null) {
        known = connection.prepareStatement(sql.get());
        statements.put(key, known);
      }
      return known;
    }

    private static byte[] bytes(PreparedStatement statement) throws SQLException {
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        byte[] bytes = row.getBytes(1);
        return bytes == null ? new byte[0] : bytes;
      }
    }

    @Override
    public void close() {
      try {
        connection.close();
      } catch (SQLException e) {
        // it is gone either way
      }
    }
  }

  private Layer layer(String id) {
    Layer layer = layers.get(id);
    if (layer == null) {
      throw new IllegalStateException("No layer " + id);
    }
    return layer;
  }

  private static String pageSql(Layer layer) {
    StringBuilder feature = new StringBuilder("'{\"type\":\"Feature\",\"id\":' || to_json(");
    feature.append(quoted(layer.key())).append(")::text || ',\"geometry\":' || st_asgeojson(");
    feature.append("st_forcepolygonccw(").append(quoted(layer.geometry().column()));
    feature.append("), 9, 0) || ',\"properties\":{'");
    String comma = "";
    for (Field field : layer.fields()) {
      String column = quoted(field.name());
      boolean plain = field.type() != FieldType.STRING && field.type() != FieldType.DATE;
      feature.append(" || '").append(comma).append(quoted(field.name())).append(":' || coalesce(");
      feature.append(plain ? column + "::text" : "to_json(" + column + ")::text");
      feature.append(", 'null')");
      comma = ",";
    }
    feature.append(" || '}}'");
    return "select convert_to('{\"type\":\"FeatureCollection\",\"features\":['"
        + " || coalesce(string_agg(f, ','), '') || ']}', 'UTF8') from (select "
        + feature
        + " as f from "
        + layer.relation(true)
        + " where st_intersects("
        + quoted(layer.geometry().column())
        + ", st_makeenvelope(?, ?, ?, ?, 4326)) order by "
        + quoted(layer.key())
        + " limit ?) page";
  }

  private int parts(List<String> ids) {
    return 2 * ids.size();
  }

  private String tileSql(List<String> ids, int zoom) {
    List<String> parts = new ArrayList<>();
    for (String id : ids) {
      Layer layer = layer(id);
      String shape = quoted(layer.geometry().column3857(zoom));
      parts.add(part(layer, id, shape, BUFFER, null));
      String label = layer.geometry().label();
      String point =
          label == null
              ? "st_pointonsurface(" + quoted(layer.geometry().column3857()) + ")"
              : quoted(label);
      parts.add(
          part(layer, id + Layer.LABEL_SUFFIX, point, 0, quoted(layer.geometry().column3857())));
    }
    return "select " + String.join(" || ", parts);
  }

  private static String part(
      Layer layer, String name, String shape, int buffer, @Nullable String searched) {
    String columns =
        layer.fields().stream()
            .map(field -> quoted(field.name()) + (field.type() == FieldType.DATE ? "::text" : ""))
            .filter(column -> !column.equals("\"id\""))
            .collect(Collectors.joining(", "));
    return """
    coalesce((select st_asmvt(f, '%1$s', %2$d, 'mvt_shape', 'mvt_id') from (
      select st_asmvtgeom(%3$s, box, %2$d, %4$d, true) as mvt_shape, id as mvt_id, %5$s
      from (select st_makeenvelope(?, ?, ?, ?, 3857) as box, ? as margin offset 0) t, %6$s
      where %7$s && st_expand(box, margin)) f where mvt_shape is not null), '')\
    """
        .formatted(
            name,
            EXTENT,
            shape,
            buffer,
            columns,
            layer.relation(true),
            searched == null ? shape : searched);
  }

  private static String quoted(String identifier) {
    return "\"" + identifier + "\"";
  }
}
