package vn.khuxuong.maps.draw;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * The 256 colours, or fewer, that stand for all of a picture's. Up to 256 they are the picture's
 * own. Of more, the commonest stay as they are, as maps are flat colour for the most part; the
 * rest, mixtures along edges, share the other entries by median cut over premultiplied red, green,
 * blue and alpha. So a half transparent edge keeps a half transparent entry, and none gets a dark
 * or light fringe.
 */
final class Palette {
  private static final int ENTRIES = 256;

  /** Entries for colours that stay as they are. */
  private static final int EXACT = 96;

  private final ColourCounts counts;
  private final byte[] entryOfSlot;
  private final int[] colours;

  private Palette(ColourCounts counts, byte[] entryOfSlot, int[] colours) {
    this.counts = counts;
    this.entryOfSlot = entryOfSlot;
    this.colours = colours;
  }

  /** The entries, not premultiplied, those that are not opaque first. */
  int[] colours() {
    return colours.clone();
  }

  static Palette of(ColourCounts counts) {
    int[] used = counts.used();
    int exact = used.length <= ENTRIES ? used.length : EXACT;
    int[] premultiplied = new int[Math.min(used.length, ENTRIES)];
    int[] entryOfUsed = new int[used.length];
    for (int i = 0; i < exact; i++) {
      premultiplied[i] = counts.colour(used[i]);
      entryOfUsed[i] = i;
    }
    int entries = exact;
    if (exact < used.length) {
      entries += cut(counts, used, exact, premultiplied, entryOfUsed);
    }
    return ordered(counts, used, Arrays.copyOf(premultiplied, entries), entryOfUsed);
  }

  private static Palette ordered(
      ColourCounts counts, int[] used, int[] premultiplied, int[] entryOfUsed) {
    Integer[] order = new Integer[premultiplied.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparing(i -> premultiplied[i] >>> 24 == 255));
    int[] place = new int[order.length];
    int[] colours = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      place[order[i]] = i;
      colours[i] = Blend.straight(premultiplied[order[i]]);
    }
    byte[] entryOfSlot = new byte[counts.slots()];
    for (int i = 0; i < used.length; i++) {
      entryOfSlot[used[i]] = (byte) place[entryOfUsed[i]];
    }
    return new Palette(counts, entryOfSlot, colours);
  }

  /** Colours from one index to another that share an entry. */
  private record Box(int from, int to, int shift, double spread) {}

  /** Median cut over all colours but the first; how many entries that makes. */
  private static int cut(
      ColourCounts counts, int[] used, int exact, int[] premultiplied, int[] entryOfUsed) {
    // Colour and place among those used, so that sorting keeps them together.
    long[] rest = new long[used.length - exact];
    for (int i = 0; i < rest.length; i++) {
      rest[i] = (long) counts.colour(used[exact + i]) << 32 | (exact + i);
    }
    PriorityQueue<Box> boxes =
        new PriorityQueue<>(Comparator.comparingDouble(Box::spread).reversed());
    boxes.add(box(rest, 0, rest.length, counts, used));
    int room = premultiplied.length - exact;
    while (boxes.size() < room && boxes.peek().spread() > 0) {
      Box box = boxes.poll();
      int middle = split(rest, box, counts, used);
      boxes.add(box(rest, box.from(), middle, counts, used));
      boxes.add(box(rest, middle, box.to(), counts, used));
    }
    int entry = exact;
    for (Box box : boxes) {
      premultiplied[entry] = mean(rest, box, counts, used);
      for (int i = box.from(); i < box.to(); i++) {
        entryOfUsed[(int) rest[i]] = entry;
      }
      entry++;
    }
    return entry - exact;
  }

  private static int part(long colour, int shift) {
    return (int) (colour >>> (32 + shift)) & 0xff;
  }

  private static double weight(long colour, ColourCounts counts, int[] used) {
    return Math.sqrt(counts.count(used[(int) colour]));
  }

  /** A box with the part of the colour that varies most in it. */
  private static Box box(long[] rest, int from, int to, ColourCounts counts, int[] used) {
    int widest = 0;
    double most = 0;
    for (int shift = 0; shift < Integer.SIZE; shift += 8) {
      double sum = 0;
      double squares = 0;
      double all = 0;
      for (int i = from; i < to; i++) {
        double weight = weight(rest[i], counts, used);
        int part = part(rest[i], shift);
        all += weight;
        sum += weight * part;
        squares += weight * part * part;
      }
      double spread = squares - sum * sum / all;
      if (spread > most + 1e-6) {
        most = spread;
        widest = shift;
      }
    }
    return new Box(from, to, widest, to - from < 2 ? 0 : most);
  }

  /** Sorts a box by its widest part and finds where the mean parts it. */
  private static int split(long[] rest, Box box, ColourCounts counts, int[] used) {
    long[] keyed = new long[box.to() - box.from()];
    double sum = 0;
    double all = 0;
    for (int i = 0; i < keyed.length; i++) {
      long colour = rest[box.from() + i];
      keyed[i] = (long) part(colour, box.shift()) << 32 | i;
      double weight = weight(colour, counts, used);
      sum += weight * part(colour, box.shift());
      all += weight;
    }
    Arrays.sort(keyed);
    long[] copy = Arrays.copyOfRange(rest, box.from(), box.to());
    int middle = box.from();
    for (int i = 0; i < keyed.length; i++) {
      rest[box.from() + i] = copy[(int) keyed[i]];
      middle += keyed[i] >>> 32 <= sum / all ? 1 : 0;
    }
    return Math.max(box.from() + 1, Math.min(box.to() - 1, middle));
  }

  private static int mean(long[] rest, Box box, ColourCounts counts, int[] used) {
    int mean = 0;
    for (int shift = 0; shift < Integer.SIZE; shift += 8) {
      double sum = 0;
      double all = 0;
      for (int i = box.from(); i < box.to(); i++) {
        double weight = counts.count(used[(int) rest[i]]);
        sum += weight * part(rest[i], shift);
        all += weight;
      }
      mean |= (int) Math.round(sum / all) << shift;
    }
    return mean;
  }

  /** Replaces pixels by the numbers of their entries, in place. */
  void number(int[] pixels, int count) {
    int last = 0;
    int number = entryOfSlot[counts.slotOf(0)] & 0xff;
    for (int i = 0; i < count; i++) {
      int pixel = pixels[i];
      if (pixel != last) {
        last = pixel;
        number = entryOfSlot[counts.slotOf(pixel)] & 0xff;
      }
      pixels[i] = number;
    }
  }
}
