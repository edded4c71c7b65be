package vn.khuxuong.maps.tile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.khuxuong.geo.BBox;
import vn.khuxuong.maps.feature.Interval;
import vn.khuxuong.maps.filter.Filter;
import vn.khuxuong.maps.filter.FilterSql;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.layer.LayerDatabase;

/**
 * Reads what vector tiles are made from: one statement for all layers, each layer's as one value.
 */
@Component
class TileRead {

  private final LayerDatabase database;

  TileRead(LayerDatabase database) {
    this.database = database;
  }

  /**
   * The features of a layer that are to be read.
   *
   * @param box in EPSG:3857 that their boxes meet
   * @param most how many may be read
   */
  record Part(TileLayer layer, TileAttributes.Choice choice, BBox box, int most) {}

  /** What the database sends for a part. */
  static final class Sent {
    static final Sent NOTHING = new Sent(null, true);

    private final byte @Nullable [] rows;
    private final boolean all;

    private Sent(byte @Nullable [] rows, boolean all) {
      this.rows = rows;
      this.all = all;
    }

    /** As {@link vn.khuxuong.maps.mvt.SentRows} reads them; null for none. */
    byte @Nullable [] rows() {
      return rows;
    }

    /** False if there are more than may be read, and none of them was sent. */
    boolean all() {
      return all;
    }
  }

  /** Reads the parts, in their order. */
  List<Sent> read(TileRequest request, List<Part> parts) {
    if (parts.isEmpty()) {
      return List.of();
    }
    Map<String, Object> values = new HashMap<>();
    List<String> selects = new ArrayList<>();
    for (Part part : parts) {
      selects.add(select(part, request, selects.size(), values));
    }
    return read(request, String.join("\nunion all ", selects), values, parts);
  }

  private List<Sent> read(
      TileRequest request, String sql, Map<String, Object> values, List<Part> parts) {
    List<Layer> asked = request.catalogueLayers();
    JdbcClient client = database.client(asked);
    boolean settings =
        !request.isPresent()
            && asked.stream().anyMatch(l -> l.time() != null && l.time().bitemporal());
    if (!settings) {
      return read(client, sql, values, parts);
    }
    // settings that end with the transaction tell the views which day and whose knowledge
    TransactionTemplate reading =
        new TransactionTemplate(new DataSourceTransactionManager(source(asked)));
    reading.setReadOnly(true);
    return Objects.requireNonNull(
        reading.execute(
            status -> {
              set(client, "khu.on", request.day());
              set(client, "khu.as_of", request.asOf());
              return read(client, sql, values, parts);
            }));
  }

  private DataSource source(List<Layer> layers) {
    Layer widest =
        layers.stream()
            .filter(layer -> !layer.schema().equals(Layer.PUBLISHED))
            .findFirst()
            .orElse(layers.get(0));
    return database.source(widest);
  }

  private static void set(JdbcClient client, String name, @Nullable Object value) {
    client
        .sql("select set_config(:name, :value, true)")
        .param("name", name)
        .param("value", value == null ? "" : value.toString())
        .query(String.class)
        .single();
  }

  private static List<Sent> read(
      JdbcClient client, String sql, Map<String, Object> values, List<Part> parts) {
    List<Sent> sent = new ArrayList<>(Collections.nCopies(parts.size(), Sent.NOTHING));
    client
        .sql(sql)
        .params(values)
        .query(
            row -> {
              int n = row.getInt("n");
              boolean all = row.getInt("count") <= parts.get(n).most();
              sent.set(n, new Sent(all ? row.getBytes("rows") : null, all));
            });
    return sent;
  }

  /** Names come from the catalogue, which holds checked identifiers only. */
  private static String select(Part part, TileRequest request, int n, Map<String, Object> values) {
    Layer layer = part.layer().layer();
    BBox box = part.box();
    values.put("west" + n, box.minX());
    values.put("south" + n, box.minY());
    values.put("east" + n, box.maxX());
    values.put("north" + n, box.maxY());
    values.put("most" + n, part.most() + 1);
    List<String> conditions = new ArrayList<>();
    conditions.add(
        "%1$s && st_makeenvelope(:west%2$d, :south%2$d, :east%2$d, :north%2$d, 3857)"
            .formatted(quoted(layer.geometry().column3857()), n));
    Layer.Period time = layer.time();
    if (time != null && request.during() != null) {
      conditions.add(inForce(time, request.during(), values));
    }
    if (layer.floor() != null && request.floor() != null) {
      conditions.add(quoted(layer.floor()) + " = :floor");
      values.put("floor", request.floor());
    }
    Filter filter = part.layer().filter();
    if (filter != null) {
      conditions.add("(" + FilterSql.where(filter, layer, values, "f" + n + "_") + ")");
    }
    return """
    select %1$d as n, string_agg(record_send(row(%2$s)), '') as rows, count(*) as count
    from (select * from %3$s where %4$s limit :most%1$d) feature\
    """
        .formatted(
            n,
            columns(layer, request, part.choice()),
            layer.relation(request.isPresent()),
            String.join(" and ", conditions));
  }

  /** What is read of each feature. */
  static String columns(Layer layer, TileRequest request, TileAttributes.Choice choice) {
    Layer.Geometry geometry = layer.geometry();
    boolean kept = request.isPresent() && layer.now() != null;
    String shape =
        quoted(kept ? geometry.column3857(request.tile().zoom() + 1.0) : geometry.column3857());
    String label = kept && geometry.label() != null ? quoted(geometry.label()) : "null::bytea";
    return "id::bigint, " + shape + ", " + label + choice.columns();
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
