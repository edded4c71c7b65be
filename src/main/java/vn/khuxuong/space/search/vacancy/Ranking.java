package vn.khuxuong.space.search.vacancy;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.DoublePredicate;
import java.util.function.IntConsumer;

/**
 * The first results of a question after its cursor. Zones in which nothing can be among them are
 * left out as a whole.
 */
final class Ranking {

  /**
   * A result.
   *
   * @param key smaller comes first
   */
  record Row(ZoneIndex zone, int row, double key) {
    Position position() {
      return Position.of(key, zone, row);
    }
  }

  /** What rows of a zone are ordered by; smaller comes first. */
  interface Keys {
    /** What no row of the zone has less than. */
    double least();

    /**
     * The key of a row, or if that is not less than a bound, anything that is not.
     *
     * @param bound the key that counts no more
     */
    double of(int row, double bound);

    /** Whether there is an order of floors in which rows with small keys come early. */
    default boolean hasOrder() {
      return false;
    }

    /**
     * The floors in this order.
     *
     * @param goOn whether rows are still wanted, told what none that is left has less than
     */
    default void floors(DoublePredicate goOn, IntConsumer action) {
      throw new IllegalStateException("There is no order");
    }
  }

  /** Where fewer than one floor in so many has a row that is found, these rows are looked at. */
  private static final int WORTH_FLOORS = 32;

  /** Results of a page, and something for rows being passed in no order of memory. */
  private static final long WORTH_WALKING = 64;

  private final Question question;
  private final int most;
  private final PriorityQueue<Row> best =
      new PriorityQueue<>((a, b) -> b.position().compareTo(a.position()));
  private double worst = Double.POSITIVE_INFINITY;

  /** Keeps one more than a page, to know whether there is another. */
  Ranking(Question question, Rows found) {
    this(question, found, isMuch(found));
  }

  /**
   * The same, in one of two ways.
   *
   * @param walking whether to take rows in order, if there is a way to
   */
  Ranking(Question question, Rows found, boolean walking) {
    this.question = question;
    this.most = question.limit() + 1;
    KeysOfZones keys = new KeysOfZones(found.table(), question);
    Walk walk = walking ? keys.walk(found) : null;
    if (walk == null) {
      found.spans().zones((place, from, until) -> offer(keys, found, place, from, until));
    } else {
      walk.each((place, row, key) -> take(found.table().zone(place), row, key));
    }
  }

  /**
   * Whether rows in order soon fill a page: a row in so many is found, so that many must be passed
   * for each result, against all that is found.
   */
  private static boolean isMuch(Rows found) {
    long count = found.count();
    return count * count > WORTH_WALKING * found.table().size();
  }

  private boolean take(ZoneIndex zone, int row, double key) {
    Row candidate = new Row(zone, row, key);
    Cursor after = question.after();
    if (after == null
        || (key >= after.after().key() && candidate.position().compareTo(after.after()) > 0)) {
      best.add(candidate);
    }
    return best.size() < most;
  }

  private void offer(KeysOfZones all, Rows found, int place, int from, int until) {
    long[] words = found.words();
    if (Bits.isEmpty(words, from, until)) {
      return;
    }
    Keys keys = all.of(place);
    if (keys.least() >= worst) {
      return;
    }
    ZoneIndex zone = found.table().zone(place);
    if (keys.hasOrder() && WORTH_FLOORS * Bits.count(words, from, until) > zone.floors()) {
      keys.floors(least -> least <= worst, floor -> offer(keys, zone, floor, words, from));
      return;
    }
    for (int i = from; i < until; i++) {
      for (long word = words[i]; word != 0; word &= word - 1) {
        int row = ((i - from) << 6) + Long.numberOfTrailingZeros(word);
        double key = keys.of(row, worst);
        if (key < worst) { // rows come by place, so among equal ones the first stay
          offer(zone, row, key);
        }
      }
    }
  }

  private void offer(Keys keys, ZoneIndex zone, int floor, long[] words, int firstWord) {
    int offset = firstWord << 6;
    for (int row = zone.firstRow(floor); row < zone.firstRow(floor + 1); row++) {
      if (Bits.has(words, offset + row)) {
        double key = keys.of(row, Double.POSITIVE_INFINITY);
        if (key <= worst) { // floors do not come by place, so an equal one may stand before
          offer(zone, row, key);
        }
      }
    }
  }

  private void offer(ZoneIndex zone, int row, double key) {
    Cursor after = question.after();
    if (after != null && key < after.after().key()) {
      return;
    }
    Row candidate = new Row(zone, row, key);
    if (after != null
        && key == after.after().key()
        && candidate.position().compareTo(after.after()) <= 0) {
      return;
    }
    if (best.size() == most) {
      if (key == worst && candidate.position().compareTo(best.element().position()) > 0) {
        return;
      }
      best.remove();
    }
    best.add(candidate);
    if (best.size() == most) {
      worst = best.element().key();
    }
  }

  /** The best ones, first the first. */
  List<Row> list() {
    List<Row> rows = new ArrayList<>(best);
    rows.sort((a, b) -> a.position().compareTo(b.position()));
    return rows;
  }
}
