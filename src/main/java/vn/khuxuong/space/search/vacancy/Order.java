package vn.khuxuong.space.search.vacancy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What comes first. Equal ones stand by zone, building, level and bay, always the same way.
 *
 * @param key what they are ordered by
 * @param descending whether the largest comes first
 */
record Order(Key key, boolean descending) {

  /** What results can be ordered by. */
  enum Key {
    /** USD per m² and month. */
    RENT("rent"),
    /** m² of the part that fits, or of the whole stretch. */
    AREA("area"),
    /** First day. */
    FROM("from"),
    /** Metres from the place asked for. */
    DISTANCE("distance"),
    /**
     * How much more there is than needed, in parts of the need, added up: the tightest fit leaves
     * strong and high floors for those who need them. Without needs, as by rent.
     */
    FIT("fit");

    private final String word;

    Key(String word) {
      this.word = word;
    }
  }

  static Optional<Order> find(String text) {
    boolean descending = text.startsWith("-");
    String word = descending ? text.substring(1) : text;
    return Arrays.stream(Key.values())
        .filter(key -> key.word.equals(word))
        .findFirst()
        .map(key -> new Order(key, descending));
  }

  static List<String> words() {
    return Arrays.stream(Key.values()).map(key -> key.word).toList();
  }

  /** As in a request. */
  String word() {
    return (descending ? "-" : "") + key.word;
  }
}
