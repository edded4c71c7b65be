package vn.khuxuong.maps.picture;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vn.khuxuong.geo.BBox;
import vn.khuxuong.maps.layer.Field;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.layer.LayerDatabase;

/** Reads the features of cells. Names come from the checked catalogue. */
@Component
class CellStore {
  /** More features, or more bytes of shapes, are not kept. */
  private static final int MOST_FEATURES = 20_000;

  private static final long MOST_BYTES = 8 << 20;
  private static final int SHAPE = 9;

  private final LayerDatabase database;

  CellStore(LayerDatabase database) {
    this.database = database;
  }

  /**
   * What is read of each feature of a layer.
   *
   * @param label column of the label points, null without them
   * @param fields all attributes that the style asks for at any scale
   */
  record Source(
      Layer layer, String relation, String column, @Nullable String label, List<Field> fields) {

    static Source of(LayerNeeds needs) {
      PictureLayer drawn = needs.drawn();
      Layer layer = drawn.layer();
      Set<String> names = new TreeSet<>();
      drawn.style().layers().forEach(step -> names.addAll(step.fields()));
      return new Source(
          layer,
          layer.relation(true),
          needs.column(),
          needs.labelColumn(),
          layer.fields().stream().filter(field -> names.contains(field.name())).toList());
    }

    /** Whether the other reads the same of each feature. */
    boolean readsAs(Source other) {
      return relation.equals(other.relation)
          && column.equals(other.column)
          && Objects.equals(label, other.label)
          && fields.equals(other.fields);
    }

    /** Where some of the fields are among all. */
    int[] columns(List<Field> some) {
      return some.stream().mapToInt(fields::indexOf).toArray();
    }

    private String sql() {
      String shape = LayerSelects.quoted(column);
      String point = label == null ? null : LayerSelects.quoted(label);
      Select sql = new Select();
      sql.add("select ", LayerSelects.quoted(Layer.ID_COLUMN), ", ");
      sql.add(LayerSelects.quoted(layer.key()), "::text, ");
      sql.add(point == null ? "null, null" : "st_x(" + point + "), st_y(" + point + ")");
      for (String edge : List.of("xmin", "ymin", "xmax", "ymax")) {
        sql.add(", st_", edge, "(", shape, ")");
      }
      sql.add(", st_asbinary(", shape, ")");
      fields.forEach(field -> sql.add(", ", LayerSelects.quoted(field.name()), "::text"));
      sql.add(" from ", relation, " f where ", shape, " && st_makeenvelope(?, ?, ?, ?, 3857)");
      sql.add(" order by f.", LayerSelects.quoted(Layer.ID_COLUMN));
      sql.add(" limit ", MOST_FEATURES + 1);
      return sql.text();
    }
  }

  /** The features whose boxes meet a box, by their ids; null if there are too many to be kept. */
  @Nullable List<ReadFeature> read(Source source, BBox box) {
    ConnectionCallback<List<ReadFeature>> work =
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(source.sql())) {
            statement.setDouble(1, box.minX());
            statement.setDouble(2, box.minY());
            statement.setDouble(3, box.maxX());
            statement.setDouble(4, box.maxY());
            try (ResultSet rows = statement.executeQuery()) {
              return features(rows, source.fields());
            }
          }
        };
    return new JdbcTemplate(database.source(source.layer())).execute(work);
  }

  private static @Nullable List<ReadFeature> features(ResultSet rows, List<Field> fields)
      throws SQLException {
    List<ReadFeature> features = new ArrayList<>();
    Map<String, String> known = new HashMap<>();
    long bytes = 0;
    while (rows.next()) {
      byte[] shape = rows.getBytes(SHAPE);
      bytes += shape.length;
      if (bytes > MOST_BYTES || features.size() == MOST_FEATURES) {
        return null;
      }
      features.add(feature(rows, shape, fields, known));
    }
    return features;
  }

  private static ReadFeature feature(
      ResultSet rows, byte[] shape, List<Field> fields, Map<String, String> known)
      throws SQLException {
    @Nullable String[] texts = new String[fields.size()];
    for (int i = 0; i < texts.length; i++) {
      String text = rows.getString(SHAPE + 1 + i);
      texts[i] = text == null ? null : known.computeIfAbsent(text, same -> same);
    }
    return new ReadFeature(
        rows.getLong(1),
        rows.getString(2),
        texts,
        shape,
        number(rows, 3),
        number(rows, 4),
        rows.getDouble(5),
        rows.getDouble(6),
        rows.getDouble(7),
        rows.getDouble(8));
  }

  private static double number(ResultSet rows, int column) throws SQLException {
    double number = rows.getDouble(column);
    return rows.wasNull() ? Double.NaN : number;
  }
}
