package vn.khuxuong.maps.mvt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.Arrays;

/**
 * The values of a layer of a tile, each of them once. They are kept as the fields of the finished
 * layer; equal values are found by their bytes.
 */
final class ValueTable {

  private static final int VALUES = 4;
  private static final int STRING_VALUE = 1;
  private static final int DOUBLE_VALUE = 3;
  private static final int UINT_VALUE = 5;
  private static final int SINT_VALUE = 6;
  private static final int BOOL_VALUE = 7;

  private static final long EPOCH_2000 = LocalDate.of(2000, 1, 1).toEpochDay();

  private final Protobuf fields = new Protobuf(1024);
  private int[] ends = new int[64];
  private int[] slots = new int[128];
  private int count;

  /** All of them, as fields of the layer. */
  Protobuf fields() {
    return fields;
  }

  /** How many there are. */
  int count() {
    return count;
  }

  /** Where a value ends in {@link #fields}. */
  int end(int value) {
    return ends[value];
  }

  /** The number of an attribute's value, which is not null, in the row gone to. */
  int of(Attribute.Kind kind, SentRows rows, int attribute) {
    return switch (kind) {
      case TEXT -> text(rows.bytes(), rows.start(attribute), rows.length(attribute));
      case WHOLE -> whole(rows.whole(attribute));
      case REAL -> real(rows.real(attribute));
      case FLAG -> flag(rows.flag(attribute));
      case DAY -> {
        String day = LocalDate.ofEpochDay(EPOCH_2000 + rows.day(attribute)).toString();
        byte[] utf8 = day.getBytes(UTF_8);
        yield text(utf8, 0, utf8.length);
      }
    };
  }

  /** The number of a text, given in UTF-8. */
  private int text(byte[] from, int at, int length) {
    int start = fields.size();
    fields.open(VALUES, 1 + Protobuf.lengthOf(length) + length);
    fields.bytes(STRING_VALUE, from, at, length);
    return known(start);
  }

  private int whole(long value) {
    int start = fields.size();
    if (value >= 0) {
      fields.open(VALUES, 1 + Protobuf.lengthOf(value)).number(UINT_VALUE, value);
    } else {
      fields.open(VALUES, 1 + Protobuf.lengthOf(Protobuf.zigzag(value))).signed(SINT_VALUE, value);
    }
    return known(start);
  }

  private int real(double value) {
    int start = fields.size();
    fields.open(VALUES, 9).real(DOUBLE_VALUE, value);
    return known(start);
  }

  private int flag(boolean value) {
    int start = fields.size();
    fields.open(VALUES, 2).number(BOOL_VALUE, value ? 1 : 0);
    return known(start);
  }

  /** The number of the value just written; it is taken back where it was there before. */
  private int known(int start) {
    int end = fields.size();
    int mask = slots.length - 1;
    int hash = fields.hash(start, end);
    int slot = (hash ^ (hash >>> 16)) & mask;
    while (slots[slot] != 0) {
      int index = slots[slot] - 1;
      int from = index == 0 ? 0 : ends[index - 1];
      if (fields.same(from, ends[index], start, end)) {
        fields.cut(start);
        return index;
      }
      slot = (slot + 1) & mask;
    }
    if (count == ends.length) {
      ends = Arrays.copyOf(ends, count * 2);
    }
    ends[count] = end;
    slots[slot] = ++count;
    if (count * 2 > slots.length) {
      spread();
    }
    return count - 1;
  }

  private void spread() {
    int[] wider = new int[slots.length * 2];
    int mask = wider.length - 1;
    for (int index = 0; index < count; index++) {
      int hash = fields.hash(index == 0 ? 0 : ends[index - 1], ends[index]);
      int slot = (hash ^ (hash >>> 16)) & mask;
      while (wider[slot] != 0) {
        slot = (slot + 1) & mask;
      }
      wider[slot] = index + 1;
    }
    slots = wider;
  }
}
