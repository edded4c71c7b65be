package vn.khuxuong.maps.encoding;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.support.JdbcUtils;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.maps.layer.Field;
import vn.khuxuong.maps.layer.FieldType;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.layer.Text;

/** The tables of a GeoPackage with one layer. Names come from the checked catalogue. */
final class GeoPackageTables {

  private static final int PAGE_BYTES = 4096;
  private static final int CACHE_KIB = 16 << 10;
  private static final String RTREE = "http://www.geopackage.org/spec130/#extension_rtree";

  private final Layer layer;
  private final List<Field> fields;
  private final boolean shaped;
  private final Crs crs;
  private final Function<Text, String> language;
  private final String number;
  private final String shape;

  GeoPackageTables(
      Layer layer, List<Field> fields, boolean shaped, Crs crs, Function<Text, String> language) {
    this.layer = layer;
    this.fields = fields;
    this.shaped = shaped;
    this.crs = crs;
    this.language = language;
    this.shape = layer.geometry().column();
    String free = "fid";
    while (layer.field(free).isPresent() || free.equals(layer.key()) || free.equals(shape)) {
      free += "_";
    }
    this.number = free;
  }

  /**
   * A connection to an empty file that nobody else reads: nothing needs to survive a crash.
   *
   * @param most bytes the file may have
   */
  static Connection open(Path file, long most) throws IOException {
    Connection sqlite = null;
    try {
      sqlite = DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath());
      try (Statement statement = sqlite.createStatement()) {
        statement.executeUpdate(
            """
            pragma page_size = %d; pragma max_page_count = %d; pragma cache_size = -%d;
            pragma journal_mode = off; pragma synchronous = off; pragma locking_mode = exclusive;
            pragma application_id = 0x47504b47; pragma user_version = 10300;
            """
                .formatted(PAGE_BYTES, most / PAGE_BYTES, CACHE_KIB));
      }
      sqlite.setAutoCommit(false);
      return sqlite;
    } catch (SQLException e) {
      JdbcUtils.closeConnection(sqlite);
      throw new IOException("a GeoPackage cannot be made", e);
    }
  }

  void create(Connection sqlite) throws SQLException {
    try (Statement statement = sqlite.createStatement()) {
      statement.executeUpdate(resource("geopackage"));
      statement.executeUpdate(table());
      if (shaped) {
        statement.executeUpdate(
            "create virtual table \"rtree_%s_%s\" using rtree(id, minx, maxx, miny, maxy)"
                .formatted(layer.id(), shape));
      }
    }
    system(sqlite, Crs.EPSG_4326);
    if (crs.srid() != Crs.EPSG_4326.srid()) {
      system(sqlite, crs);
    }
    String title = language.apply(layer.title());
    String description = language.apply(layer.description());
    insert(
        sqlite,
        "gpkg_contents (table_name, data_type, identifier, description, srs_id)",
        layer.id(),
        shaped ? "features" : "attributes",
        title,
        description,
        shaped ? crs.srid() : null);
    if (shaped) {
      String type = layer.geometry().type().word().toUpperCase(Locale.ROOT);
      insert(sqlite, "gpkg_geometry_columns", layer.id(), shape, type, crs.srid(), 0, 0);
      insert(sqlite, "gpkg_extensions", layer.id(), shape, "gpkg_rtree_index", RTREE, "write-only");
    }
    describeColumns(sqlite);
  }

  private String table() {
    List<String> columns = new ArrayList<>();
    columns.add("\"" + number + "\" integer primary key autoincrement not null");
    if (FeatureWriter.hasKeyColumn(layer, fields)) {
      columns.add("\"" + layer.key() + "\" " + type(layer.keyType()));
    }
    fields.forEach(field -> columns.add("\"" + field.name() + "\" " + type(field.type())));
    if (shaped) {
      columns.add("\"" + shape + "\" " + layer.geometry().type().word().toUpperCase(Locale.ROOT));
    }
    return "create table \"" + layer.id() + "\" (" + String.join(", ", columns) + ")";
  }

  private static String type(FieldType type) {
    return switch (type) {
      case STRING -> "TEXT";
      case INTEGER -> "INTEGER";
      case NUMBER -> "DOUBLE";
      case BOOLEAN -> "BOOLEAN";
      case DATE -> "DATE";
    };
  }

  private static void system(Connection sqlite, Crs crs) throws SQLException {
    insert(
        sqlite,
        "gpkg_spatial_ref_sys",
        crs.nameEn(),
        crs.srid(),
        "EPSG",
        crs.srid(),
        crs.wkt(),
        null);
  }

  private void describeColumns(Connection sqlite) throws SQLException {
    Set<String> taken = new HashSet<>();
    for (Field field : fields) {
      String title = language.apply(field.title());
      String codes = field.values().isEmpty() ? null : layer.id() + "_" + field.name();
      insert(
          sqlite,
          "gpkg_data_columns",
          layer.id(),
          field.name(),
          taken.add(title) ? title : null, // no two columns may share this one
          title,
          field.unit(),
          null,
          codes);
      for (Map.Entry<String, Text> code : field.values().entrySet()) {
        insert(
            sqlite,
            "gpkg_data_column_constraints (constraint_name, constraint_type, value, description)",
            codes,
            "enum",
            code.getKey(),
            language.apply(code.getValue()));
      }
    }
  }

  private static void insert(Connection sqlite, String into, @Nullable Object... values)
      throws SQLException {
    String marks = "?" + ", ?".repeat(values.length - 1);
    try (PreparedStatement statement =
        sqlite.prepareStatement("insert into " + into + " values (" + marks + ")")) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }

  /** Number, key where it is no attribute, attributes, shape. */
  String insert() {
    int columns = 1 + fields.size() + (shaped ? 1 : 0);
    columns += FeatureWriter.hasKeyColumn(layer, fields) ? 1 : 0;
    return "insert into \"" + layer.id() + "\" values (?" + ", ?".repeat(columns - 1) + ")";
  }

  /** Number and bounds: west, east, south, north. */
  String insertIntoIndex() {
    return "insert into \"rtree_%s_%s\" values (?, ?, ?, ?, ?)".formatted(layer.id(), shape);
  }

  /** To be made when all rows are there. */
  String triggers() {
    return shaped
        ? resource("geopackage-index")
            .replace("{t}", layer.id())
            .replace("{c}", shape)
            .replace("{k}", number)
        : "select 1";
  }

  private static String resource(String name) {
    try {
      return new ClassPathResource("sql/maps/" + name + ".sql").getContentAsString(UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
