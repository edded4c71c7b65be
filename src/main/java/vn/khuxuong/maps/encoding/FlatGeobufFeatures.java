package vn.khuxuong.maps.encoding;

import com.google.flatbuffers.FlatBufferBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wololo.flatgeobuf.generated.Column;
import org.wololo.flatgeobuf.generated.ColumnType;
import org.wololo.flatgeobuf.generated.Feature;
import org.wololo.flatgeobuf.generated.Header;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.maps.layer.Field;
import vn.khuxuong.maps.layer.FieldType;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.layer.Text;
import vn.khuxuong.maps.query.FeatureRow;

/**
 * Writes features as FlatGeobuf 3: key and attributes in the types of the layer, shapes x first
 * whatever the CRS. The file has no index and does not say how many features it has, so it is sent
 * while they are read and no more than one of them is held.
 */
public final class FlatGeobufFeatures implements FeatureWriter {

  private static final byte[] MAGIC = {'f', 'g', 'b', 3, 'f', 'g', 'b', 0};

  private final OutputStream out;
  private final Layer layer;
  private final List<Field> fields;
  private final Crs crs;
  private final Function<Text, String> language;
  private final boolean keyed;
  private final FlatBufferBuilder builder = new FlatBufferBuilder(1 << 14);
  private final FlatGeobufShape shapes;
  private ByteBuffer values = ByteBuffer.allocate(1 << 12).order(ByteOrder.LITTLE_ENDIAN);

  /**
   * @param fields the attributes of the rows to come, in their order
   * @param shaped whether the rows have shapes
   * @param crs system of their shapes
   * @param language chooses the language of the titles
   */
  public FlatGeobufFeatures(
      OutputStream out,
      Layer layer,
      List<Field> fields,
      boolean shaped,
      Crs crs,
      Function<Text, String> language) {
    this.out = out;
    this.layer = layer;
    this.fields = fields;
    this.crs = crs;
    this.language = language;
    this.keyed = FeatureWriter.hasKeyColumn(layer, fields);
    this.shapes = new FlatGeobufShape(builder, shaped ? layer.geometry().type() : null);
  }

  @Override
  public void begin() throws IOException {
    out.write(MAGIC);
    int[] columns = new int[fields.size() + (keyed ? 1 : 0)];
    int n = 0;
    if (keyed) {
      columns[n++] = column(layer.key(), layer.keyType(), null, null);
    }
    for (Field field : fields) {
      columns[n++] =
          column(field.name(), field.type(), language.apply(field.title()), field.unit());
    }
    int columnList = Header.createColumnsVector(builder, columns);
    int system = system();
    int name = builder.createString(layer.id());
    int title = builder.createString(language.apply(layer.title()));
    int description = builder.createString(language.apply(layer.description()));
    Header.startHeader(builder);
    Header.addName(builder, name);
    Header.addGeometryType(builder, shapes.type());
    Header.addColumns(builder, columnList);
    Header.addFeaturesCount(builder, 0); // not known yet
    Header.addIndexNodeSize(builder, 0); // no index
    Header.addCrs(builder, system);
    Header.addTitle(builder, title);
    Header.addDescription(builder, description);
    Header.finishSizePrefixedHeaderBuffer(builder, Header.endHeader(builder));
    handOn();
  }

  private int column(String name, FieldType type, @Nullable String title, @Nullable String unit) {
    int nameText = builder.createString(name);
    int titleText = title == null ? 0 : builder.createString(title);
    int unitText = unit == null ? 0 : builder.createString(unit);
    Column.startColumn(builder);
    Column.addName(builder, nameText);
    Column.addType(
        builder,
        switch (type) {
          case STRING -> ColumnType.String;
          case INTEGER -> ColumnType.Long;
          case NUMBER -> ColumnType.Double;
          case BOOLEAN -> ColumnType.Bool;
          case DATE -> ColumnType.DateTime;
        });
    if (title != null) {
      Column.addTitle(builder, titleText);
    }
    if (unit != null) {
      Column.addDescription(builder, unitText);
    }
    return Column.endColumn(builder);
  }

  private int system() {
    int organisation = builder.createString("EPSG");
    int name = builder.createString(crs.nameEn());
    int wkt = builder.createString(crs.wkt());
    // written out because Crs is the word for ours
    org.wololo.flatgeobuf.generated.Crs.startCrs(builder);
    org.wololo.flatgeobuf.generated.Crs.addOrg(builder, organisation);
    org.wololo.flatgeobuf.generated.Crs.addCode(builder, crs.srid());
    org.wololo.flatgeobuf.generated.Crs.addName(builder, name);
    org.wololo.flatgeobuf.generated.Crs.addWkt(builder, wkt);
    return org.wololo.flatgeobuf.generated.Crs.endCrs(builder);
  }

  @Override
  public void feature(FeatureRow row) throws SQLException, IOException {
    byte[] wkb = row.shape();
    int shape = wkb == null ? 0 : shapes.write(wkb);
    values.clear();
    if (keyed) {
      key(row);
    }
    for (int i = 0; i < fields.size(); i++) {
      value(row, i, i + (keyed ? 1 : 0));
    }
    values.flip();
    int properties = Feature.createPropertiesVector(builder, values);
    Feature.startFeature(builder);
    if (shape != 0) {
      Feature.addGeometry(builder, shape);
    }
    Feature.addProperties(builder, properties);
    Feature.finishSizePrefixedFeatureBuffer(builder, Feature.endFeature(builder));
    handOn();
  }

  private void key(FeatureRow row) throws SQLException {
    if (layer.keyType() == FieldType.INTEGER) {
      column(0, Long.BYTES).putLong(Long.parseLong(row.keyText()));
    } else {
      text(0, row.key());
    }
  }

  /** A value that is missing has no column. */
  private void value(FeatureRow row, int field, int column) throws SQLException {
    switch (fields.get(field).type()) {
      case STRING, DATE -> {
        byte[] text = row.utf8(field);
        if (text != null) {
          text(column, text);
        }
      }
      case INTEGER -> {
        Long whole = row.whole(field);
        if (whole != null) {
          column(column, Long.BYTES).putLong(whole);
        }
      }
      case NUMBER -> {
        double number = row.number(field);
        if (!Double.isNaN(number)) {
          column(column, Double.BYTES).putDouble(number);
        }
      }
      case BOOLEAN -> {
        Boolean truth = row.truth(field);
        if (truth != null) {
          column(column, 1).put((byte) (truth ? 1 : 0));
        }
      }
    }
  }

  private void text(int column, byte[] utf8) {
    column(column, Integer.BYTES + utf8.length).putInt(utf8.length).put(utf8);
  }

  /** Begins a value of so many bytes. */
  private ByteBuffer column(int column, int bytes) {
    if (values.remaining() < Short.BYTES + bytes) {
      int size = 2 * (values.position() + Short.BYTES + bytes);
      values = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN).put(values.flip());
    }
    return values.putShort((short) column);
  }

  private void handOn() throws IOException {
    ByteBuffer made = builder.dataBuffer();
    out.write(made.array(), made.arrayOffset() + made.position(), made.remaining());
    builder.clear();
  }

  @Override
  public void end() throws IOException {
    out.flush();
  }
}
