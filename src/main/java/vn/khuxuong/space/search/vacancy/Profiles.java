package vn.khuxuong.space.search.vacancy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of a zone by all that is counted beside the list: level, load class, hazard classes and
 * lines of business. There are few such profiles, so where few rows are found their profiles are
 * counted and every count beside the list is a sum of these.
 */
final class Profiles {

  /**
   * What floors are told apart by.
   *
   * @param level at most {@link ZoneIndex#MOST_LEVELS}
   * @param load class, see {@link Facets#LOAD_CLASSES}
   * @param hazards as bits, see {@link FloorSpace}
   * @param industries likewise
   */
  record Profile(int level, int load, int hazards, long industries) {
    static Profile of(FloorSpace floor) {
      return new Profile(
          Math.min(floor.level(), ZoneIndex.MOST_LEVELS),
          Facets.loadClass(floor),
          floor.hazards(),
          floor.industries());
    }
  }

  private final List<Profile> profiles = new ArrayList<>();

  /** By row, the place in the list. */
  private final int[] ofRow;

  Profiles(ZoneIndex zone) {
    ofRow = new int[zone.size()];
    Map<Profile, Integer> known = new HashMap<>();
    for (int floor = 0; floor < zone.floors(); floor++) {
      int first = zone.firstRow(floor);
      int end = zone.firstRow(floor + 1);
      if (first < end) {
        Profile profile = Profile.of(zone.floor(floor));
        int number = known.computeIfAbsent(profile, any -> known.size());
        if (number == profiles.size()) {
          profiles.add(profile);
        }
        Arrays.fill(ofRow, first, end, number);
      }
    }
  }

  /** Each once. */
  List<Profile> list() {
    return profiles;
  }

  /**
   * Counts some rows by profile.
   *
   * @param words set that has this zone's rows from one word to before another
   * @param numbers of the profiles of {@link #list} among {@code counts}
   * @param counts what is added to
   */
  void count(long[] words, int from, int until, int[] numbers, int[] counts) {
    for (int i = from; i < until; i++) {
      int first = (i - from) << 6;
      for (long word = words[i]; word != 0; word &= word - 1) {
        counts[numbers[ofRow[first + Long.numberOfTrailingZeros(word)]]]++;
      }
    }
  }
}
