package vn.khuxuong.space.search.vacancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is free, against looking at every bay on every day. */
class FreeRectanglesTest {
  private static final int LAST = 40;

  private static FloorSpace floor(int bays, Set<Integer> breaks, List<ClaimSpan> claims) {
    List<FloorSpace.Bay> all = new ArrayList<>();
    for (int no = 0; no < bays; no++) {
      all.add(new FloorSpace.Bay(no, 10.25, 0));
    }
    return new FloorSpace(1, 1, 10, 30, 5, 100, 1, 1, breaks, 5, 120_000, all, claims, 0);
  }

  private static ClaimSpan claim(int first, int end, int from, int until) {
    return new ClaimSpan(first, end, new Days(from, until), 1, 1);
  }

  private static List<String> texts(List<Stretch> stretches) {
    return stretches.stream()
        .map(
            stretch ->
                stretch.firstBay()
                    + "+"
                    + stretch.bayCount()
                    + " "
                    + stretch.free().from()
                    + "-"
                    + stretch.free().until())
        .toList();
  }

  @Test
  void anEmptyFloorIsOneRunOnEachSideOfABreak() {
    List<Stretch> stretches = FreeRectangles.of(floor(5, Set.of(2), List.of()), LAST);
    assertThat(texts(stretches)).containsExactly("0+2 0-40", "2+3 0-40");
    assertThat(stretches.get(1).areaM2()).isEqualTo(30.75);
  }

  @Test
  void aLeaseLeavesItsNeighboursNowAndEverythingLater() {
    assertThat(texts(FreeRectangles.of(floor(3, Set.of(), List.of(claim(0, 1, 0, 10))), LAST)))
        .containsExactly("0+3 10-40", "1+2 0-40");
  }

  @Test
  void aComingLeaseLeavesItsBaysUntilItsFirstDay() {
    assertThat(texts(FreeRectangles.of(floor(3, Set.of(), List.of(claim(2, 3, 5, 10))), LAST)))
        .containsExactly("0+2 0-40", "0+3 0-5", "0+3 10-40");
  }

  @Test
  void aBayThatIsNotForRentEndsARun() {
    FloorSpace whole = floor(4, Set.of(), List.of());
    List<FloorSpace.Bay> bays = new ArrayList<>(whole.bays());
    bays.remove(1);
    FloorSpace floor =
        new FloorSpace(1, 1, 10, 30, 5, 100, 1, 1, Set.of(), 5, 120_000, bays, List.of(), 0);
    assertThat(texts(FreeRectangles.of(floor, LAST))).containsExactly("0+1 0-40", "2+2 0-40");
  }

  @Test
  void nothingIsFreeAfterTheEndOfTheTerm() {
    assertThat(texts(FreeRectangles.of(floor(1, Set.of(), List.of(claim(0, 1, 0, 40))), LAST)))
        .isEmpty();
    assertThat(texts(FreeRectangles.of(floor(1, Set.of(), List.of(claim(0, 1, 0, 39))), LAST)))
        .containsExactly("0+1 39-40");
  }

  @Test
  void whateverIsAskedTheRunsAreThoseOfEveryBayLookedAt() {
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      FloorSpace floor = randomFloor(random);
      ZoneIndex zone =
          SmallTown.zone("QZ", null, SmallTown.building("QZ-A", 106.7, 10.8, List.of(floor)));
      for (int i = 0; i < 30; i++) {
        int from = random.nextInt(LAST);
        Days days = new Days(from, from + 1 + random.nextInt(12));
        List<String> found = new ArrayList<>();
        Bits.each(
            zone.period(new When(days, days)).free(),
            row -> found.add(zone.stretch(row).firstBay() + "+" + zone.stretch(row).bayCount()));
        assertThat(found)
            .as("seed %d, %s, %s", seed, days, floor.claims())
            .containsExactlyInAnyOrderElementsOf(lookedAt(floor, days));
      }
    }
  }

  private static FloorSpace randomFloor(Random random) {
    int bays = 1 + random.nextInt(7);
    List<ClaimSpan> claims = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      int first = random.nextInt(bays);
      int end = first + 1 + random.nextInt(bays - first);
      int from = random.nextInt(LAST);
      ClaimSpan claim = claim(first, end, from, from + 1 + random.nextInt(15));
      if (claims.stream().noneMatch(other -> overlap(other, claim))) {
        claims.add(claim);
      }
    }
    Set<Integer> breaks = bays > 2 && random.nextBoolean() ? Set.of(bays / 2) : Set.of();
    return floor(bays, breaks, claims);
  }

  private static boolean overlap(ClaimSpan a, ClaimSpan b) {
    return a.firstBay() < b.endBay()
        && b.firstBay() < a.endBay()
        && a.during().overlaps(b.during());
  }

  private static List<String> lookedAt(FloorSpace floor, Days days) {
    List<String> stretches = new ArrayList<>();
    int first = -1;
    int bays = floor.bays().size();
    for (int no = 0; no <= bays; no++) {
      boolean free = no < bays && isFree(floor, no, days);
      boolean goesOn = first >= 0 && free && !floor.breaks().contains(no);
      if (first >= 0 && !goesOn) {
        stretches.add(first + "+" + (no - first));
        first = -1;
      }
      if (free && first < 0) {
        first = no;
      }
    }
    return stretches;
  }

  private static boolean isFree(FloorSpace floor, int no, Days days) {
    for (int day = days.from(); day < days.until(); day++) {
      Days one = new Days(day, day + 1);
      if (floor.claims().stream()
          .anyMatch(claim -> claim.covers(no) && claim.during().overlaps(one))) {
        return false;
      }
    }
    return true;
  }
}
