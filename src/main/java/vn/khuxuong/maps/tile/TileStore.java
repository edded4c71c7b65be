package vn.khuxuong.maps.tile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.khuxuong.geo.BBox;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.geo.GeoRefusal;
import vn.khuxuong.maps.feature.Interval;
import vn.khuxuong.maps.filter.FilterSql;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.layer.LayerDatabase;
import vn.khuxuong.maps.layer.MapsProblem;
import vn.khuxuong.maps.mvt.SentRows;
import vn.khuxuong.maps.mvt.TileGrid;
import vn.khuxuong.maps.mvt.VectorTile;
import vn.khuxuong.platform.database.Errand;

/**
 * Makes vector tiles: one statement fetches the features of all layers in the tile's box, each
 * layer's as one value.
 */
@Component
class TileStore {

  /** More features than this are no tile; also what bounds the memory of a request. */
  static final int MAX_FEATURES = 50_000;

  private final LayerDatabase database;
  private final TileAttributes attributes;

  TileStore(LayerDatabase database, TileAttributes attributes) {
    this.database = database;
    this.attributes = attributes;
  }

  /**
   * The tile; no bytes when nothing of the layers is in it.
   *
   * @throws vn.khuxuong.platform.problem.ProblemException {@link MapsProblem#TOO_MUCH}
   */
  byte[] tile(TileRequest request) {
    BBox box;
    try {
      box = TileGrid.withBuffer(request.tile().bounds()).transform(Crs.EPSG_3857);
    } catch (GeoRefusal outside) {
      return new byte[0];
    }
    List<TileAttributes.Choice> choices = new ArrayList<>();
    List<String> parts = new ArrayList<>();
    Map<String, Object> values = new HashMap<>();
    values.put("west", box.minX());
    values.put("south", box.minY());
    values.put("east", box.maxX());
    values.put("north", box.maxY());
    values.put("most", MAX_FEATURES + 1);
    for (TileLayer layer : request.layers()) {
      TileAttributes.Choice choice = attributes.choose(layer.layer(), request);
      parts.add(select(layer, request, choice, parts.size(), values));
      choices.add(choice);
    }
    List<byte @Nullable []> rows =
        read(request, String.join("\nunion all ", parts), values, choices.size());
    return encoded(request, choices, rows);
  }

  private static byte[] encoded(
      TileRequest request, List<TileAttributes.Choice> choices, List<byte @Nullable []> rows) {
    VectorTile tile = new VectorTile(new TileGrid(request.tile().bounds(), Crs.EPSG_3857));
    for (int i = 0; i < choices.size(); i++) {
      byte[] sent = rows.get(i);
      if (sent != null) {
        Layer layer = request.layers().get(i).layer();
        TileAttributes.Choice choice = choices.get(i);
        SentRows features = SentRows.read(sent);
        tile.shapes(layer.id(), features, choice.ofShapes());
        if (hasLabels(layer)) {
          String name = layer.id() + Layer.LABEL_SUFFIX;
          tile.labels(name, features, choice.ofShapes(), choice.ofLabels());
        }
      }
    }
    return tile.bytes();
  }

  /** Whether a layer's tiles carry a layer of label points beside it. */
  static boolean hasLabels(Layer layer) {
    return layer.geometry().type().isArea();
  }

  private List<byte @Nullable []> read(
      TileRequest request, String sql, Map<String, Object> values, int layers) {
    List<Layer> asked = request.catalogueLayers();
    boolean settings =
        !request.isPresent()
            && asked.stream().anyMatch(l -> l.time() != null && l.time().bitemporal());
    DataSource source = database.source(asked);
    ConnectionCallback<List<byte @Nullable []>> work =
        connection -> {
          JdbcClient client = JdbcClient.create(new SingleConnectionDataSource(connection, true));
          if (settings) {
            set(client, "khu.on", request.day());
            set(client, "khu.as_of", request.asOf());
          }
          return Errand.on(connection, errand -> read(client, sql, values, layers));
        };
    JdbcTemplate jdbc = new JdbcTemplate(source);
    if (!settings) {
      return Objects.requireNonNull(jdbc.execute(work));
    }
    // settings that end with the transaction tell the views which day and whose knowledge
    TransactionTemplate reading = new TransactionTemplate(new DataSourceTransactionManager(source));
    reading.setReadOnly(true);
    return Objects.requireNonNull(reading.execute(status -> jdbc.execute(work)));
  }

  private static void set(JdbcClient client, String name, @Nullable Object value) {
    client
        .sql("select set_config(:name, :value, true)")
        .param("name", name)
        .param("value", value == null ? "" : value.toString())
        .query(String.class)
        .single();
  }

  private static List<byte @Nullable []> read(
      JdbcClient client, String sql, Map<String, Object> values, int layers) {
    List<byte @Nullable []> rows = new ArrayList<>();
    for (int i = 0; i < layers; i++) {
      rows.add(null);
    }
    client
        .sql(sql)
        .params(values)
        .query(
            row -> {
              if (row.getInt("count") > MAX_FEATURES) {
                throw MapsProblem.TOO_MUCH.with(
                    "Ô này có hơn " + MAX_FEATURES + " đối tượng. Hãy phóng to.",
                    "This tile holds more than " + MAX_FEATURES + " features. Zoom in.");
              }
              rows.set(row.getInt("n"), row.getBytes("rows"));
            });
    return rows;
  }

  /** Names come from the catalogue, which holds checked identifiers only. */
  private static String select(
      TileLayer wanted,
      TileRequest request,
      TileAttributes.Choice choice,
      int n,
      Map<String, Object> values) {
    Layer layer = wanted.layer();
    Layer.Geometry geometry = layer.geometry();
    boolean kept = request.isPresent() && layer.now() != null;
    String shape =
        quoted(kept ? geometry.column3857(request.tile().zoom() + 1.0) : geometry.column3857());
    String label = kept && geometry.label() != null ? quoted(geometry.label()) : "null::bytea";
    List<String> conditions = new ArrayList<>();
    conditions.add(
        quoted(geometry.column3857()) + " && st_makeenvelope(:west, :south, :east, :north, 3857)");
    Layer.Period time = layer.time();
    if (time != null && request.during() != null) {
      conditions.add(inForce(time, request.during(), values));
    }
    if (layer.floor() != null && request.floor() != null) {
      conditions.add(quoted(layer.floor()) + " = :floor");
      values.put("floor", request.floor());
    }
    if (wanted.filter() != null) {
      conditions.add("(" + FilterSql.where(wanted.filter(), layer, values, "f" + n + "_") + ")");
    }
    return """
    select %1$d as n, string_agg(record_send(row(id::bigint, %2$s, %3$s%4$s)), '') as rows,
           count(*) as count
    from (select * from %5$s where %6$s limit :most) feature\
    """
        .formatted(
            n,
            shape,
            label,
            choice.columns(),
            layer.relation(request.isPresent()),
            String.join(" and ", conditions));
  }

  /** The condition of being in force on one of some days. */
  static String inForce(Layer.Period time, Interval during, Map<String, Object> values) {
    List<String> all = new ArrayList<>();
    all.add("true");
    if (during.last() != null) {
      String from = quoted(time.from());
      all.add("(" + from + " is null or " + from + " <= :last)");
      values.put("last", during.last());
    }
    if (during.first() != null && time.until() != null) {
      String until = quoted(time.until());
      all.add("(" + until + " is null or " + until + " > :first)");
      values.put("first", during.first());
    }
    return String.join(" and ", all);
  }

  static String quoted(String identifier) {
    return "\"" + identifier + "\"";
  }
}
