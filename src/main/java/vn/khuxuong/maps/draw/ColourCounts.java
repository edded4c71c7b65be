package vn.khuxuong.maps.draw;

import java.util.Arrays;

/** How often each colour occurs: an open hash table from pixel to count. */
final class ColourCounts {
  /** More colours than this are told apart less finely. */
  static final int MOST = 1 << 16;

  private int[] colours = new int[1 << 10];
  private int[] counts = new int[1 << 10];
  private int size;
  private int mask = -1;

  /**
   * Counts pixels.
   *
   * @param pixels premultiplied
   */
  void add(int[] pixels, int count) {
    int at = 0;
    while (at < count) {
      int pixel = pixels[at];
      int from = at;
      do {
        at++;
      } while (at < count && pixels[at] == pixel);
      add(pixel, at - from);
    }
  }

  private void add(int pixel, int times) {
    int slot = slot(pixel & mask);
    if (counts[slot] == 0) {
      colours[slot] = pixel & mask;
      size++;
    }
    counts[slot] += times;
    if (size * 2 > colours.length) {
      grow();
    }
  }

  private void grow() {
    if (size > MOST) {
      // Keeps alpha, so that edges stay as they are; colours lose a bit, then two.
      mask = mask == -1 ? 0xfffefefe : 0xfffcfcfc;
    }
    int[] oldColours = colours;
    int[] oldCounts = counts;
    colours = new int[2 * oldColours.length];
    counts = new int[2 * oldColours.length];
    size = 0;
    for (int i = 0; i < oldColours.length; i++) {
      if (oldCounts[i] > 0) {
        int slot = slot(oldColours[i] & mask);
        size += counts[slot] == 0 ? 1 : 0;
        colours[slot] = oldColours[i] & mask;
        counts[slot] += oldCounts[i];
      }
    }
  }

  private int slot(int pixel) {
    int slot = ((pixel * 0x9e3779b9) >>> 8) & (colours.length - 1);
    while (counts[slot] > 0 && colours[slot] != pixel) {
      slot = (slot + 1) & (colours.length - 1);
    }
    return slot;
  }

  /** Where a pixel's colour stands in {@link #slots()}; it must have been counted. */
  int slotOf(int pixel) {
    return slot(pixel & mask);
  }

  /** How many slots there are, used or not. */
  int slots() {
    return colours.length;
  }

  int colour(int slot) {
    return colours[slot];
  }

  int count(int slot) {
    return counts[slot];
  }

  /** The slots that are used, the commonest colour first, then by the colour itself. */
  int[] used() {
    long[] order = new long[size];
    int found = 0;
    for (int slot = 0; slot < counts.length; slot++) {
      if (counts[slot] > 0) {
        order[found++] = ((long) -counts[slot] << 32) | (colours[slot] & 0xffffffffL);
      }
    }
    Arrays.sort(order);
    int[] used = new int[size];
    for (int i = 0; i < size; i++) {
      used[i] = slot((int) order[i]);
    }
    return used;
  }
}
