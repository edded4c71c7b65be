package vn.khuxuong.platform.database;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.platform.database.DataRevision.Change;

/**
 * The journal's changes after its floor, as known at one moment. Immutable; a question costs a walk
 * over arrays of a few thousand numbers.
 */
final class ChangeWindow {
  private static final int MOST_LAYERS = 62;
  private static final long ALL_LAYERS = -1L;
  private static final Change NONE = new Change(0, Instant.EPOCH);

  /** Nothing is known yet. */
  static final ChangeWindow UNKNOWN =
      new ChangeWindow(new Head(NONE, NONE), Map.of(), new Change[0], new long[0], new double[0]);

  /**
   * @param latest newest change of all
   * @param floor what is up to it is no longer told apart
   */
  record Head(Change latest, Change floor) {}

  /**
   * @param layers null for all
   * @param west degrees, infinite for everywhere; likewise the others
   */
  record Row(
      Change change,
      @Nullable List<String> layers,
      double west,
      double south,
      double east,
      double north) {}

  private final Head head;
  private final Map<String, Long> bits;
  private final Change[] changes;
  private final long[] layers;
  private final double[] boxes;

  private ChangeWindow(
      Head head, Map<String, Long> bits, Change[] changes, long[] layers, double[] boxes) {
    this.head = head;
    this.bits = bits;
    this.changes = changes;
    this.layers = layers;
    this.boxes = boxes;
  }

  /** This window with later changes, and without those that the floor has risen over. */
  ChangeWindow with(Head now, List<Row> later) {
    int from = 0;
    while (from < changes.length && changes[from].revision() <= now.floor().revision()) {
      from++;
    }
    if (from == 0 && later.isEmpty()) {
      return now.equals(head) ? this : new ChangeWindow(now, bits, changes, layers, boxes);
    }
    int kept = changes.length - from;
    int size = kept + later.size();
    Change[] newChanges = Arrays.copyOfRange(changes, from, from + size);
    long[] newLayers = Arrays.copyOfRange(layers, from, from + size);
    double[] newBoxes = Arrays.copyOfRange(boxes, 4 * from, 4 * (from + size));
    Map<String, Long> newBits = new HashMap<>(bits);
    for (int i = 0; i < later.size(); i++) {
      Row row = later.get(i);
      newChanges[kept + i] = row.change();
      newLayers[kept + i] = row.layers() == null ? ALL_LAYERS : mask(newBits, row.layers());
      newBoxes[4 * (kept + i)] = row.west();
      newBoxes[4 * (kept + i) + 1] = row.south();
      newBoxes[4 * (kept + i) + 2] = row.east();
      newBoxes[4 * (kept + i) + 3] = row.north();
    }
    return new ChangeWindow(now, newBits, newChanges, newLayers, newBoxes);
  }

  private static long mask(Map<String, Long> bits, List<String> layers) {
    long mask = 0;
    for (String layer : layers) {
      Long bit = bits.get(layer);
      if (bit == null) {
        if (bits.size() == MOST_LAYERS) {
          return ALL_LAYERS;
        }
        bit = 1L << bits.size();
        bits.put(layer, bit);
      }
      mask |= bit;
    }
    return mask;
  }

  Change latest() {
    return head.latest();
  }

  Change newest(Collection<String> asked, double west, double south, double east, double north) {
    long mask = known(asked);
    for (int i = changes.length - 1; i >= 0; i--) {
      int box = 4 * i;
      if ((layers[i] & mask) != 0
          && boxes[box] <= east
          && boxes[box + 2] >= west
          && boxes[box + 1] <= north
          && boxes[box + 3] >= south) {
        return changes[i];
      }
    }
    return head.floor();
  }

  boolean stayedInside(
      String layer, long after, double west, double south, double east, double north) {
    if (after < head.floor().revision()) {
      return false;
    }
    long mask = known(List.of(layer));
    for (int i = changes.length - 1; i >= 0 && changes[i].revision() > after; i--) {
      int box = 4 * i;
      if ((layers[i] & mask) != 0
          && !(boxes[box] > west
              && boxes[box + 1] > south
              && boxes[box + 2] < east
              && boxes[box + 3] < north)) {
        return false;
      }
    }
    return true;
  }

  /** The bits of the layers; the highest stands for changes of all layers and is always asked. */
  private long known(Collection<String> asked) {
    long mask = Long.MIN_VALUE;
    for (String layer : asked) {
      Long bit = bits.get(layer);
      mask |= bit == null ? 0 : bit;
    }
    return mask;
  }
}
