package vn.khuxuong.space.search.vacancy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What conditions admit, once worked out: for whatever search has the same one next. Where zones
 * changed since, only their part is worked out again. What is asked for seldom goes first.
 */
final class KeptParts {
  /** Bytes that are kept at most. */
  private static final long MOST_BYTES = 72L << 20;

  private static final int KEY_BYTES = 200;
  private static final int PART_BYTES = 24;

  private interface Kept {
    int bytes();
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Rows(Table.Layout layout, long[] words) implements Kept {
    @Override
    public int bytes() {
      return KEY_BYTES + words.length * Long.BYTES;
    }
  }

  private record Whole(Table.Layout layout, Object value, int bytes) implements Kept {}

  private record OfZones(Table.Layout layout, List<?> parts, int bytes) implements Kept {}

  private final Cache<Object, Kept> recent =
      Caffeine.newBuilder()
          .maximumWeight(MOST_BYTES)
          .<Object, Kept>weigher((key, kept) -> kept.bytes())
          .build();

  /**
   * A set of rows.
   *
   * @param key what it is; equal for equal sets of rows of any table
   * @param part the rows of the zone at a place
   */
  @SuppressWarnings("ReferenceEquality") // a layout is made once and handed on
  long[] rows(Table table, Object key, IntFunction<long[]> part) {
    Rows known = (Rows) recent.getIfPresent(key);
    if (known != null && known.layout == table.layout()) {
      return known.words;
    }
    long[] words = new long[table.words()];
    Places before = new Places(known == null ? null : known.layout, table.layout());
    for (int place = 0; place < table.zones().size(); place++) {
      int old = before.of(place);
      int first = table.firstWord(place);
      int count = table.firstWord(place + 1) - first;
      if (known != null && old >= 0) {
        System.arraycopy(known.words, known.layout.firstWord()[old], words, first, count);
      } else {
        System.arraycopy(part.apply(place), 0, words, first, count);
      }
    }
    recent.put(key, new Rows(table.layout(), words));
    return words;
  }

  /**
   * Something of each zone, by place.
   *
   * @param key likewise, and only for things of this type
   * @param part that of the zone at a place
   * @param bytes how large it is
   */
  @SuppressWarnings({"unchecked", "ReferenceEquality"}) // a layout is made once and handed on
  <T> List<T> ofZones(Table table, Object key, IntFunction<T> part, ToIntFunction<T> bytes) {
    OfZones known = (OfZones) recent.getIfPresent(key);
    if (known != null && known.layout == table.layout()) {
      return (List<T>) known.parts;
    }
    List<T> parts = new ArrayList<>();
    Places before = new Places(known == null ? null : known.layout, table.layout());
    int sum = KEY_BYTES;
    for (int place = 0; place < table.zones().size(); place++) {
      int old = before.of(place);
      parts.add(known != null && old >= 0 ? (T) known.parts.get(old) : part.apply(place));
      sum += PART_BYTES + bytes.applyAsInt(parts.get(place));
    }
    recent.put(key, new OfZones(table.layout(), parts, sum));
    return parts;
  }

  /**
   * Something of all zones together, which is worked out again when any has changed.
   *
   * @param key likewise
   * @param bytes how large it is
   */
  @SuppressWarnings({"unchecked", "ReferenceEquality"}) // a layout is made once and handed on
  <T> T whole(Table table, Object key, Supplier<T> work, int bytes) {
    if (recent.getIfPresent(key) instanceof Whole known && known.layout == table.layout()) {
      return (T) known.value;
    }
    T value = work.get();
    recent.put(key, new Whole(table.layout(), value, KEY_BYTES + bytes));
    return value;
  }

  /** Where zones stood in an earlier table; asked for place after place. */
  private static final class Places {
    private final long[] before;
    private final long[] now;
    private int next;

    Places(Table.@Nullable Layout before, Table.Layout now) {
      this.before = before == null ? new long[0] : before.serials();
      this.now = now.serials();
    }

    /** The earlier place of the same zone, unchanged; -1 where it was not there. */
    int of(int place) {
      for (int i = next; i < before.length; i++) {
        if (before[i] == now[place]) {
          next = i + 1;
          return i;
        }
      }
      return -1;
    }
  }
}
