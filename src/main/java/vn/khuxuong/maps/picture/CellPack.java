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
 * Features of a cell in bytes and back: first every text once, then the features with the numbers
 * of their texts. Big-endian.
 */
final class CellPack {
  /** The number of a text that is missing. */
  private static final int NO_TEXT = -1;

  /** Id, key, label point, box and length of the shape. */
  private static final int FIXED = Long.BYTES + 2 * Integer.BYTES + 6 * Double.BYTES;

  private CellPack() {}

  /** Features in bytes, in their order. */
  static byte[] pack(List<KeptFeature> features) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    int size = 2 * Integer.BYTES;
    for (KeptFeature feature : features) {
      number(feature.key(), numbers);
      for (int i = 0; i < feature.fields(); i++) {
        number(feature.text(i), numbers);
      }
      size += FIXED + feature.fields() * Integer.BYTES + feature.shape().length;
    }
    List<byte[]> texts = new ArrayList<>(numbers.size());
    for (String text : numbers.keySet()) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      texts.add(bytes);
      size += Integer.BYTES + bytes.length;
    }
    ByteBuffer out = ByteBuffer.allocate(size);
    out.putInt(texts.size());
    texts.forEach(text -> out.putInt(text.length).put(text));
    out.putInt(features.size());
    features.forEach(feature -> put(feature, numbers, out));
    return out.array();
  }

  private static int number(@Nullable String text, Map<String, Integer> numbers) {
    return text == null ? NO_TEXT : numbers.computeIfAbsent(text, same -> numbers.size());
  }

  private static void put(KeptFeature feature, Map<String, Integer> numbers, ByteBuffer out) {
    out.putLong(feature.id()).putInt(number(feature.key(), numbers));
    out.putDouble(feature.labelX()).putDouble(feature.labelY());
    out.putDouble(feature.minX()).putDouble(feature.minY());
    out.putDouble(feature.maxX()).putDouble(feature.maxY());
    for (int i = 0; i < feature.fields(); i++) {
      out.putInt(number(feature.text(i), numbers));
    }
    out.putInt(feature.shape().length).put(feature.shape());
  }

  /**
   * The features again.
   *
   * @param packed by {@link #pack}
   * @param fields of each
   */
  static List<KeptFeature> unpack(byte[] packed, List<Field> fields) {
    ByteBuffer in = ByteBuffer.wrap(packed);
    String[] texts = new String[in.getInt()];
    for (int i = 0; i < texts.length; i++) {
      int length = in.getInt();
      texts[i] = new String(packed, in.position(), length, StandardCharsets.UTF_8);
      in.position(in.position() + length);
    }
    int count = in.getInt();
    List<KeptFeature> features = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      features.add(feature(in, texts, fields));
    }
    return features;
  }

  private static KeptFeature feature(ByteBuffer in, String[] texts, List<Field> fields) {
    long id = in.getLong();
    String key = texts[in.getInt()];
    double labelX = in.getDouble();
    double labelY = in.getDouble();
    double[] box = {in.getDouble(), in.getDouble(), in.getDouble(), in.getDouble()};
    RowAttributes attributes = new RowAttributes(fields);
    @Nullable String[] own = new String[fields.size()];
    for (int i = 0; i < own.length; i++) {
      int number = in.getInt();
      own[i] = number == NO_TEXT ? null : texts[number];
      attributes.set(i, own[i]);
    }
    byte[] shape = new byte[in.getInt()];
    in.get(shape);
    return new KeptFeature(id, key, attributes, own, shape, labelX, labelY, box);
  }
}
