package vn.khuxuong.maps.encoding;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.maps.layer.Field;
import vn.khuxuong.maps.layer.FieldType;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.layer.Text;
import vn.khuxuong.maps.query.FeatureRow;

/**
 * Writes features as GeoPackage 1.3 (OGC 12-128r17): a table of the layer's name with a running
 * number, key, attributes and shapes, a spatial index, and titles, units and codes of the columns.
 * Coordinates are x first whatever the CRS. SQLite keeps a few megabytes and the rest in the file.
 */
public final class GeoPackageFeatures implements FeatureWriter, AutoCloseable {

  private static final int SQLITE_FULL = 13;
  private static final int FIRST = 2;

  private final Layer layer;
  private final List<Field> fields;
  private final boolean shaped;
  private final boolean keyed;
  private final Crs crs;
  private final GeoPackageTables tables;
  private final Connection sqlite;
  private @Nullable PreparedStatement insert;
  private @Nullable PreparedStatement index;
  private long n;
  private double minX = Double.POSITIVE_INFINITY;
  private double maxX = Double.NEGATIVE_INFINITY;
  private double minY = Double.POSITIVE_INFINITY;
  private double maxY = Double.NEGATIVE_INFINITY;

  /**
   * @param file an empty file, which is written
   * @param most bytes the file may have
   * @param fields the attributes of the rows to come, in their order
   * @param shaped whether the rows have shapes
   * @param crs system of their shapes
   * @param language chooses the language of the titles
   */
  public GeoPackageFeatures(
      Path file,
      long most,
      Layer layer,
      List<Field> fields,
      boolean shaped,
      Crs crs,
      Function<Text, String> language)
      throws IOException {
    this.layer = layer;
    this.fields = fields;
    this.shaped = shaped;
    this.keyed = FeatureWriter.hasKeyColumn(layer, fields);
    this.crs = crs;
    this.tables = new GeoPackageTables(layer, fields, shaped, crs, language);
    this.sqlite = GeoPackageTables.open(file, most);
  }

  /** Something done in the file. */
  private interface Work {
    void run() throws SQLException, IOException;
  }

  /** What fails here is the file, not the database that the features come from. */
  private static void inFile(Work work) throws IOException {
    try {
      work.run();
    } catch (SQLException e) {
      if ((e.getErrorCode() & 0xff) == SQLITE_FULL) {
        throw new FileFullException(e);
      }
      throw new IOException("a GeoPackage cannot be written", e);
    }
  }

  @Override
  public void begin() throws IOException {
    inFile(
        () -> {
          tables.create(sqlite);
          insert = sqlite.prepareStatement(tables.insert());
          if (shaped) {
            index = sqlite.prepareStatement(tables.insertIntoIndex());
          }
        });
  }

  @Override
  public void feature(FeatureRow row) throws SQLException, IOException {
    PreparedStatement into = insert;
    if (into == null) {
      throw new IllegalStateException("not begun");
    }
    byte[] wkb = row.shape();
    GeoPackageShape shape = wkb == null ? null : new GeoPackageShape(wkb, crs.srid());
    String key = keyed ? row.keyText() : "";
    Object[] values = new Object[fields.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = row.value(i);
    }
    n++;
    inFile(
        () -> {
          into.setLong(1, n);
          int column = FIRST;
          if (keyed) {
            put(into, column++, layer.keyType() == FieldType.INTEGER ? Long.valueOf(key) : key);
          }
          for (Object value : values) {
            put(into, column++, value);
          }
          if (shaped) {
            into.setBytes(column, shape == null ? null : shape.bytes());
          }
          into.executeUpdate();
          if (shape != null && !shape.isEmpty()) {
            index(shape);
          }
        });
  }

  private static void put(PreparedStatement into, int column, @Nullable Object value)
      throws SQLException {
    if (value == null) {
      into.setNull(column, Types.NULL);
    } else if (value instanceof Boolean truth) {
      into.setInt(column, truth ? 1 : 0);
    } else {
      into.setObject(column, value);
    }
  }

  private void index(GeoPackageShape shape) throws SQLException {
    PreparedStatement into = index;
    if (into == null) {
      return;
    }
    into.setLong(1, n);
    into.setDouble(2, shape.minX());
    into.setDouble(3, shape.maxX());
    into.setDouble(4, shape.minY());
    into.setDouble(5, shape.maxY());
    into.executeUpdate();
    minX = Math.min(minX, shape.minX());
    maxX = Math.max(maxX, shape.maxX());
    minY = Math.min(minY, shape.minY());
    maxY = Math.max(maxY, shape.maxY());
  }

  @Override
  public void end() throws IOException {
    inFile(
        () -> {
          if (minX <= maxX) {
            try (PreparedStatement bounds =
                sqlite.prepareStatement(
                    "update gpkg_contents set min_x = ?, min_y = ?, max_x = ?, max_y = ?")) {
              bounds.setDouble(1, minX);
              bounds.setDouble(2, minY);
              bounds.setDouble(3, maxX);
              bounds.setDouble(4, maxY);
              bounds.executeUpdate();
            }
          }
          try (Statement statement = sqlite.createStatement()) {
            statement.executeUpdate(tables.triggers());
          }
          sqlite.commit();
        });
    close();
  }

  @Override
  public void close() throws IOException {
    inFile(sqlite::close);
  }
}
