package vn.khuxuong.tenancy.hold;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.space.ClaimWish;
import vn.khuxuong.space.HazardClass;
import vn.khuxuong.space.Industry;
import vn.khuxuong.space.Trait;
import vn.khuxuong.tenancy.Asked;

/**
 * Body of {@code POST /api/v1/holds}. What is null is assumed: of {@code industry} the firm's own,
 * or for the authority the first that the floor admits; of {@code hazard} the mildest that the
 * floor permits; of {@code traits} none; of load, power and wastewater 0, so that nothing is
 * reserved that was not asked for.
 *
 * @param floor id of the floor
 * @param firstBay number of the first bay, from 0
 * @param bayCount bays in line
 * @param from first day, {@code yyyy-mm-dd}
 * @param months term; the last day is the one before the same day of the month that follows it
 * @param firm code of the firm that an officer holds for; null for the authority itself
 * @param application code of the firm's eligible application that the bays are for, null for none
 */
record HoldAsked(
    @Nullable Long floor,
    @Nullable Integer firstBay,
    @Nullable Integer bayCount,
    @Nullable String from,
    @Nullable Integer months,
    @Nullable String industry,
    @Nullable String hazard,
    @Nullable List<String> traits,
    @Nullable Double loadKnM2,
    @Nullable Double powerKva,
    @Nullable Double wastewaterM3Day,
    @Nullable String firm,
    @Nullable String application) {

  HoldAsked {
    traits = traits == null ? null : Collections.unmodifiableList(new ArrayList<>(traits));
  }

  /** What is assumed where the body is silent. */
  record Usual(Industry industry, HazardClass hazard) {}

  /** What was asked for, checked; with it the members that were assumed. */
  record Reading(ClaimWish wish, List<String> assumed) {}

  long floorId() {
    return Asked.required("floor", floor);
  }

  /** Refuses what could not be read, before anything is looked up. */
  void check() {
    floorId();
    reading(new Usual(Industry.ELECTRONICS, HazardClass.E));
  }

  Reading reading(Usual usual) {
    List<String> assumed = new ArrayList<>();
    int first = Asked.whole("firstBay", firstBay, 0, ClaimWish.MOST_BAYS - 1);
    int count = Asked.whole("bayCount", bayCount, 1, ClaimWish.MOST_BAYS);
    LocalDate begin = Asked.day("from", from);
    int term = Asked.whole("months", months, 1, ClaimWish.MOST_MONTHS);
    ClaimWish wish =
        new ClaimWish(
            floorId(),
            first,
            count,
            begin,
            begin.plusMonths(term).minusDays(1),
            industry == null
                ? assume(assumed, "industry", usual.industry())
                : Asked.oneOf("industry", Industry.class, industry),
            hazard == null
                ? assume(assumed, "hazard", usual.hazard())
                : Asked.oneOf("hazard", HazardClass.class, hazard),
            traits == null
                ? assume(assumed, "traits", Set.of())
                : Asked.someOf("traits", Trait.class, traits),
            amount(assumed, "loadKnM2", loadKnM2, ClaimWish.MOST_LOAD_KN_M2),
            amount(assumed, "powerKva", powerKva, ClaimWish.MOST_POWER_KVA),
            amount(assumed, "wastewaterM3Day", wastewaterM3Day, ClaimWish.MOST_WASTEWATER_M3_DAY));
    return new Reading(wish, List.copyOf(assumed));
  }

  private static double amount(
      List<String> assumed, String member, @Nullable Double value, double most) {
    return value == null ? assume(assumed, member, 0.0) : Asked.amount(member, value, most);
  }

  private static <T> T assume(List<String> assumed, String member, T value) {
    assumed.add(member);
    return value;
  }
}
