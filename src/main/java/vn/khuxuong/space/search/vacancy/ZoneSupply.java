package vn.khuxuong.space.search.vacancy;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a zone has free on a day.
 *
 * @param freeM2 area of bays that are free
 * @param fitBays free bays in stretches that satisfy every need
 * @param soonM2 empty space that can be had only from a later day
 * @param rentFromUsd least rent of a floor with free bays, of any floor where none is free; null
 *     without floors
 * @param maxFreeLoadKnM2 strongest floor with free bays, null where none is free
 * @param longestRunM2 largest stretch of free bays
 * @param earliestFree first day on which any bay is free, null where none will be
 * @param levels all buildings summed by level, lowest first
 */
public record ZoneSupply(
    double freeM2,
    int freeBays,
    int fitBays,
    double fitM2,
    double soonM2,
    @Nullable Double rentFromUsd,
    @Nullable Double maxFreeLoadKnM2,
    double longestRunM2,
    @Nullable LocalDate earliestFree,
    List<Level> levels) {

  /** Of a zone without buildings. */
  public static final ZoneSupply NOTHING =
      new ZoneSupply(0, 0, 0, 0, 0, null, null, 0, null, List.of());

  /** Copied, so that nobody changes it. */
  public ZoneSupply {
    levels = List.copyOf(levels);
  }

  /**
   * The bays of one level.
   *
   * @param level 1 is the ground floor
   * @param totalM2 area of all bays, those among them that are not for rent
   * @param freeM2 area of those that are free
   */
  public record Level(int level, double totalM2, double freeM2) {}
}
