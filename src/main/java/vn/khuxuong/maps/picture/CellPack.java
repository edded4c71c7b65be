package vn.khuxuong.maps.picture;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.maps.layer.Field;

/**
 * Features of a cell in one array of bytes: how many features and texts there are, where each text
 * ends, every text once, the features with the numbers of their texts, the shapes. Big-endian.
 * Never changed; several threads read it.
 */
final class CellPack {
  /** The number of a text that is missing. */
  private static final int NO_TEXT = -1;

  private static final int HEADER = 2 * Integer.BYTES;

  /** Id, key, label point, box and end of the shape. */
  private static final int FIXED = Long.BYTES + 2 * Integer.BYTES + 6 * Double.BYTES;

  private static final int LABEL = Long.BYTES + Integer.BYTES;
  private static final int BOX = LABEL + 2 * Double.BYTES;
  private static final int SHAPE_END = BOX + 4 * Double.BYTES;

  private final byte[] bytes;
  private final ByteBuffer in;
  private final List<Field> fields;
  private final int count;
  private final int textsAt;
  private final int rowsAt;
  private final int rowBytes;
  private final int shapesAt;

  /** Made when they are first asked for; it does no harm if two threads do. */
  private final @Nullable String[] texts;

  /**
   * Features from {@link #bytes}.
   *
   * @param fields whose texts they have
   */
  CellPack(byte[] bytes, List<Field> fields) {
    this.bytes = bytes;
    this.in = ByteBuffer.wrap(bytes);
    this.fields = fields;
    this.count = in.getInt(0);
    int texts = in.getInt(Integer.BYTES);
    this.texts = new @Nullable String[texts];
    this.textsAt = HEADER + texts * Integer.BYTES;
    this.rowsAt = textsAt + (texts == 0 ? 0 : in.getInt(textsAt - Integer.BYTES));
    this.rowBytes = FIXED + fields.size() * Integer.BYTES;
    this.shapesAt = rowsAt + count * rowBytes;
  }

  /** Features in their order. */
  static CellPack of(List<ReadFeature> features, List<Field> fields) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    int size = HEADER + features.size() * (FIXED + fields.size() * Integer.BYTES);
    for (ReadFeature feature : features) {
      number(feature.key(), numbers);
      for (String text : feature.texts()) {
        number(text, numbers);
      }
      size += feature.shape().length;
    }
    List<byte[]> texts = new ArrayList<>(numbers.size());
    for (String text : numbers.keySet()) {
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      texts.add(utf8);
      size += Integer.BYTES + utf8.length;
    }
    ByteBuffer out = ByteBuffer.allocate(size);
    out.putInt(features.size()).putInt(texts.size());
    int end = 0;
    for (byte[] text : texts) {
      end += text.length;
      out.putInt(end);
    }
    texts.forEach(out::put);
    end = 0;
    for (ReadFeature feature : features) {
      end += feature.shape().length;
      put(feature, numbers, end, out);
    }
    features.forEach(feature -> out.put(feature.shape()));
    return new CellPack(out.array(), fields);
  }

  private static int number(@Nullable String text, Map<String, Integer> numbers) {
    return text == null ? NO_TEXT : numbers.computeIfAbsent(text, same -> numbers.size());
  }

  private static void put(
      ReadFeature feature, Map<String, Integer> numbers, int end, ByteBuffer out) {
    out.putLong(feature.id()).putInt(number(feature.key(), numbers));
    out.putDouble(feature.labelX()).putDouble(feature.labelY());
    out.putDouble(feature.minX()).putDouble(feature.minY());
    out.putDouble(feature.maxX()).putDouble(feature.maxY());
    out.putInt(end);
    for (String text : feature.texts()) {
      out.putInt(number(text, numbers));
    }
  }

  /** All of it; not a copy. */
  byte[] bytes() {
    return bytes;
  }

  /** Bytes of heap it takes, roughly, with the texts that may be made of it. */
  int weight() {
    return bytes.length + 16 * texts.length + rowsAt - textsAt;
  }

  /** How many features there are. */
  int count() {
    return count;
  }

  List<Field> fields() {
    return fields;
  }

  private int at(int row) {
    return rowsAt + row * rowBytes;
  }

  long id(int row) {
    return in.getLong(at(row));
  }

  @Nullable String key(int row) {
    return text(in.getInt(at(row) + Long.BYTES));
  }

  /** NaN without a label point. */
  double labelX(int row) {
    return in.getDouble(at(row) + LABEL);
  }

  /** NaN without a label point. */
  double labelY(int row) {
    return in.getDouble(at(row) + LABEL + Double.BYTES);
  }

  /** West edge of the box around the shape, EPSG:3857. */
  double minX(int row) {
    return in.getDouble(at(row) + BOX);
  }

  double minY(int row) {
    return in.getDouble(at(row) + BOX + Double.BYTES);
  }

  double maxX(int row) {
    return in.getDouble(at(row) + BOX + 2 * Double.BYTES);
  }

  double maxY(int row) {
    return in.getDouble(at(row) + BOX + 3 * Double.BYTES);
  }

  @Nullable String text(int row, int field) {
    return text(in.getInt(at(row) + FIXED + field * Integer.BYTES));
  }

  private @Nullable String text(int number) {
    if (number == NO_TEXT) {
      return null;
    }
    String text = texts[number];
    if (text == null) {
      int start = number == 0 ? 0 : in.getInt(HEADER + (number - 1) * Integer.BYTES);
      int end = in.getInt(HEADER + number * Integer.BYTES);
      text = new String(bytes, textsAt + start, end - start, StandardCharsets.UTF_8);
      texts[number] = text;
    }
    return text;
  }

  private int shapeStart(int row) {
    return row == 0 ? 0 : in.getInt(at(row - 1) + SHAPE_END);
  }

  int shapeLength(int row) {
    return in.getInt(at(row) + SHAPE_END) - shapeStart(row);
  }

  void copyShape(int row, byte[] into, int at) {
    System.arraycopy(bytes, shapesAt + shapeStart(row), into, at, shapeLength(row));
  }
}
