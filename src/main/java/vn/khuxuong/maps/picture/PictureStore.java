package vn.khuxuong.maps.picture;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.SqlTypeValue;
import org.springframework.jdbc.core.StatementCreatorUtils;
import org.springframework.stereotype.Component;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.maps.draw.Sketch;
import vn.khuxuong.maps.draw.Sketch.Part;
import vn.khuxuong.maps.layer.Field;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.layer.LayerDatabase;
import vn.khuxuong.maps.layer.MapsProblem;
import vn.khuxuong.maps.style.LayerType;

/**
 * Finds what a picture shows: what is kept ready in cells, the rest by one statement for all layers
 * that show the same day.
 */
@Component
class PictureStore {
  private static final Comparator<Row> BY_VALUES = Comparator.comparing(Row::order);

  private final LayerDatabase database;
  private final FeatureCells cells;

  PictureStore(LayerDatabase database, FeatureCells cells) {
    this.database = database;
    this.cells = cells;
  }

  /** What is read for one layer, by the numbers of the selects; -1 for none. */
  private record Wanted(PictureLayer layer, Crs crs, int groups, int features, int labels) {}

  private record Row(String order, Part part) {}

  /**
   * What each layer brings to the picture.
   *
   * @param layers of the request, without those that are not drawn at its scale
   * @throws vn.khuxuong.platform.problem.ProblemException {@code TOO_MUCH} if there are more
   *     features, or larger ones, than can be drawn
   */
  List<Sketch> read(PictureRequest request, List<PictureLayer> layers) {
    long named = layers.stream().filter(layer -> hasLabels(layer, request)).count();
    int bytes = LayerNeeds.MAX_BYTES / Math.max(1, layers.size());
    Sketch[] sketches = new Sketch[layers.size()];
    // Layers of one day are read together; mostly that is all of them.
    Map<Moment, List<Integer>> rest = new LinkedHashMap<>();
    List<LayerNeeds> needs = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      needs.add(new LayerNeeds(request, layers.get(i), named > 1));
      Sketch kept = cells.sketch(needs.get(i), bytes);
      if (kept == null) {
        rest.computeIfAbsent(Moment.of(layers.get(i)), moment -> new ArrayList<>()).add(i);
      } else {
        sketches[i] = kept;
      }
    }
    rest.forEach(
        (moment, numbers) -> {
          List<Sketch> read = select(numbers.stream().map(needs::get).toList(), bytes, moment);
          for (int i = 0; i < read.size(); i++) {
            sketches[numbers.get(i)] = read.get(i);
          }
        });
    return List.of(sketches);
  }

  private List<Sketch> select(List<LayerNeeds> needs, int bytes, Moment moment) {
    List<Branch> branches = new ArrayList<>();
    List<Wanted> wanted = new ArrayList<>();
    for (LayerNeeds one : needs) {
      LayerSelects selects = new LayerSelects(one, bytes);
      wanted.add(
          new Wanted(
              one.drawn(),
              one.crs(),
              number(selects.groups(), branches),
              number(selects.features(), branches),
              number(selects.labels(), branches)));
    }
    List<Layer> layers = needs.stream().map(one -> one.drawn().layer()).toList();
    List<List<Part>> parts = branches.isEmpty() ? List.of() : select(branches, moment, layers);
    return wanted.stream().map(one -> sketch(one, parts)).toList();
  }

  private static boolean hasLabels(PictureLayer layer, PictureRequest request) {
    double zoom = request.view().zoomAt(request.dpiFactor());
    return layer.style().layers().stream()
        .anyMatch(step -> step.type() == LayerType.SYMBOL && step.isVisibleAt(zoom));
  }

  private static int number(@Nullable Branch branch, List<Branch> branches) {
    if (branch == null) {
      return -1;
    }
    int known = branches.indexOf(branch);
    if (known < 0) {
      branches.add(branch);
    }
    return known < 0 ? branches.size() - 1 : known;
  }

  private static Sketch sketch(Wanted wanted, List<List<Part>> parts) {
    List<Part> features = of(parts, wanted.features());
    List<Part> painted = new ArrayList<>(of(parts, wanted.groups()));
    painted.addAll(features);
    List<Part> labels = of(parts, wanted.labels());
    return new Sketch(
        wanted.layer().style(), wanted.crs(), Crs.EPSG_3857, painted, features, labels);
  }

  private static List<Part> of(List<List<Part>> parts, int number) {
    return number < 0 ? List.of() : parts.get(number);
  }

  private List<List<Part>> select(List<Branch> branches, Moment moment, List<Layer> layers) {
    int attributes = branches.stream().mapToInt(branch -> branch.fields().size()).max().orElse(0);
    List<String> selects = new ArrayList<>();
    List<Object> arguments = new ArrayList<>();
    for (Branch branch : branches) {
      selects.add(branch.sql(selects.size(), attributes));
      arguments.addAll(branch.arguments());
    }
    String sql = String.join(" union all ", selects);
    ConnectionCallback<List<List<Part>>> work =
        connection -> {
          moment.begin(connection);
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.size(); i++) {
              StatementCreatorUtils.setParameterValue(
                  statement, i + 1, SqlTypeValue.TYPE_UNKNOWN, arguments.get(i));
            }
            try (ResultSet rows = statement.executeQuery()) {
              return parts(rows, branches, attributes);
            }
          } finally {
            moment.end(connection);
          }
        };
    List<List<Part>> read = new JdbcTemplate(database.source(layers)).execute(work);
    return read == null ? List.of() : read;
  }

  private static List<List<Part>> parts(ResultSet rows, List<Branch> branches, int attributes)
      throws SQLException {
    List<List<Row>> read = new ArrayList<>();
    branches.forEach(branch -> read.add(new ArrayList<>()));
    long[] counts = new long[branches.size()];
    while (rows.next()) {
      int number = rows.getInt(1);
      counts[number] += rows.getInt(attributes + 7);
      if (rows.getBoolean(attributes + 8) || counts[number] > LayerNeeds.MAX_FEATURES) {
        throw tooMuch();
      }
      read.get(number).add(row(rows, branches.get(number).fields(), attributes));
    }
    List<List<Part>> parts = new ArrayList<>();
    for (int i = 0; i < read.size(); i++) {
      // Whatever order the database counts in, the same things lie on top.
      if (branches.get(i).isGrouped()) {
        read.get(i).sort(BY_VALUES);
      }
      parts.add(read.get(i).stream().map(Row::part).toList());
    }
    return parts;
  }

  private static Row row(ResultSet rows, List<Field> fields, int attributes) throws SQLException {
    String id = rows.getString(2);
    RowAttributes values = new RowAttributes(fields);
    StringBuilder order = new StringBuilder();
    for (int i = 0; i < fields.size(); i++) {
      String text = rows.getString(3 + i);
      values.set(i, text);
      if (id == null) {
        order.append(text).append('\u0001');
      }
    }
    int x = attributes + 3;
    return new Row(
        order.toString(),
        new Part(
            id == null ? "" : id,
            values,
            rows.getBytes(x + 3),
            number(rows, x),
            number(rows, x + 1),
            number(rows, x + 2)));
  }

  private static double number(ResultSet rows, int column) throws SQLException {
    double number = rows.getDouble(column);
    return rows.wasNull() ? Double.NaN : number;
  }

  static RuntimeException tooMuch() {
    return MapsProblem.TOO_MUCH
        .with(
            "Khung này có quá nhiều đối tượng (hơn "
                + LayerNeeds.MAX_FEATURES
                + ") hoặc đường biên quá chi tiết. Hãy phóng to.",
            "This box holds too many features (more than "
                + LayerNeeds.MAX_FEATURES
                + ") or too detailed ones. Zoom in.")
        .field("BBOX");
  }
}
